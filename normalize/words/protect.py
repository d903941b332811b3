"""Characters that no rule of correction may touch: codes, numbers of letters and laws, NIP, addresses, English terms.

Input: a text. Output: the spans (start, end) of what is to be left as printed.
"""

from __future__ import annotations

import re
from functools import cache

from bahasa.data import vocabulary
from bahasa.inggris import english_words, only_english
from normalize.words.text_words import text_words

_CODES = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|\S+@\S+\.\S+"
    # `800/ 015 /Sek. II/BKPSDM`, `PER/20/M/PAN/141/2007`: at least two strokes and a number between them
    r"|(?<![\w/])[\w.-]*(?:\s?/\s?[\w.-]*\d[\w.-]*)(?:\s?/\s?[\w.-]+(?:\s[IVX]+(?=/))?)+"
    # NIP: groups of digits
    r"|\b\d{6,8}(?:\s\d{1,8}){1,3}\b"
    # `M E M U T U S K A N`: a heading set with spaces
    r"|\b(?:[A-Z] ){3,}[A-Z]\b"
)


#: Without one of these, none of them stands in a text: most have none.
_SIGNS = re.compile(r"[/@]|www\.|\d{6}|[A-Z] [A-Z] ")


@cache
def _foreign_words() -> frozenset[str]:
    """English words, and the foreign forms that are slips when they stand alone (`indicator`)."""
    slips = {str(wrong) for entry in vocabulary("ejaan")["asing"] for wrong in entry["salah"]}
    return english_words() | slips


def _is_term(run: list[re.Match[str]]) -> bool:
    """Two foreign words or more, one of them English only: `logical design`, but not `data asset`."""
    return len(run) > 1 and any(match[0].casefold() in only_english() for match in run)


def _english_spans(text: str) -> list[tuple[int, int]]:
    """Runs of foreign words (`key performance indicator`)."""
    spans: list[tuple[int, int]] = []
    tokens = text_words(text)
    if tokens.words.isdisjoint(only_english()):
        return spans
    run: list[re.Match[str]] = []
    for match in [*tokens.matches, None]:
        joined = match is not None and (not run or text[run[-1].end() : match.start()].isspace())
        if match is not None and joined and match[0].casefold() in _foreign_words():
            run.append(match)
            continue
        if _is_term(run):
            spans.append((run[0].start(), run[-1].end()))
        run = [match] if match is not None and match[0].casefold() in _foreign_words() else []
    return spans


def protected_spans(text: str) -> list[tuple[int, int]]:
    """The spans of the text that are left as printed."""
    codes = [match.span() for match in _CODES.finditer(text)] if _SIGNS.search(text) else []
    return [*codes, *_english_spans(text)]


def overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """True where start..end touches a character of a span."""
    return any(a < end and start < b for a, b in spans)
