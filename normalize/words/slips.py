"""Certain slips by vocabulary: words whose wrong form is wrong everywhere (`yag`, `dna`, `indicator`, `tanggungjawab`).

The entries (ejaan.toml) hold for official Indonesian in general; what is wrong only beside its neighbours in one
document is the speller's part. The case of the printed word is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from bahasa.data import vocabulary
from normalize.words.rules import Correction, of_text_alone
from normalize.words.text_words import LONGEST, text_words

#: How certain an entry is that gives no `kepastian` of its own.
_CERTAIN = 1.0


@cache
def _entries() -> dict[str, tuple[dict[str, Any], str]]:
    """Wrong form (lower case) -> (entry, table)."""
    return {
        str(wrong).casefold(): (entry, table)
        for table, listed in vocabulary("ejaan").items()
        for entry in listed
        for wrong in entry["salah"]
    }


@cache
def _phrases() -> dict[str, list[str]]:
    """First word -> the wrong forms of several words (`di kali`), the longest first."""
    index: dict[str, list[str]] = {}
    for form in sorted(_entries(), key=lambda form: (-len(form), form)):
        if " " in form:
            index.setdefault(form.split()[0], []).append(form)
    return index


@cache
def _printed(form: str) -> re.Pattern[str]:
    return re.compile(re.escape(form).replace(r"\ ", r"\s+") + r"(?![\w-])", re.I)


@cache
def _starts() -> frozenset[str]:
    """Words that are a wrong form or begin one: most texts hold none."""
    return frozenset(_entries()) | frozenset(_phrases())


def _wrong_forms(text: str) -> Iterator[re.Match[str]]:
    """Every wrong form in the text, words looked up one by one."""
    tokens = text_words(text)
    if tokens.words.isdisjoint(_starts()):
        return
    for word, folded in zip(tokens.matches, tokens.folded, strict=True):
        if text[word.end() : word.end() + 1] in ("_", "-") or text[word.start() - 1 : word.start()] in ("_", "-"):
            continue
        long = next((m for p in _phrases().get(folded, ()) if (m := _printed(p).match(text, word.start()))), None)
        if long is not None:
            yield long
        elif folded in _entries() and not text[word.end() : word.end() + 1].isdecimal():
            yield word


def match_case(printed: str, after: str) -> str:
    """`after` in the case of `printed`: capitals, a capital first letter, or as it is."""
    if printed.isupper() and len(printed) > 1:
        return after.upper()
    if printed[:1].isupper():
        return after[:1].upper() + after[1:]
    return after


def _titled(printed: str, after: str) -> str:
    """Word by word: `Tanggung Jawab` where both words have capitals."""
    words = printed.split()
    if len(words) > 1 and all(word[:1].isupper() for word in words) and not printed.isupper():
        return " ".join(word[:1].upper() + word[1:] for word in after.split())
    return match_case(printed, after)


def _amid_small(text: str, match: re.Match[str]) -> bool:
    """`kepegawaian, Kerjasama hubungan`: a capital that an autocorrection put between words in small letters."""
    start, end = match.span()
    before, after = text[max(0, start - LONGEST) : start].rstrip(" ,"), text[end : end + LONGEST].lstrip()
    return bool(re.search(r"\b[a-z]+$", before)) and bool(re.match(r"[a-z]", after))


@of_text_alone
def correct_slips(text: str) -> list[Correction]:
    """Corrections by vocabulary."""
    found: list[Correction] = []
    for match in _wrong_forms(text):
        # an expression takes letters for one another that folding keeps apart: `ı` without its dot for `i`
        known = _entries().get(" ".join(match[0].casefold().split()))
        if known is None:
            continue
        entry, table = known
        if table == "nama":
            # names: the printed case is the slip
            if match[0] not in entry["salah"]:
                continue
            after = str(entry["benar"])
        else:
            after = _titled(match[0], entry["benar"])
            if table == "pisah" and _amid_small(text, match):
                after = after[:1].lower() + after[1:]
        certainty = float(entry.get("kepastian", _CERTAIN))
        found.append(Correction(match.start(), match.end(), after, table, entry["bukti"], certainty))
    return found


@cache
def _standard() -> dict[str, str]:
    return {wrong: str(entry["benar"]) for wrong, (entry, table) in _entries().items() if table in ("baku", "asing")}


def standard_form(word: str) -> str:
    """The standard form of a nonstandard or foreign one (in lower case), whatever its certainty; else the word."""
    return _standard().get(word, word)


@cache
def nonstandard_forms() -> frozenset[str]:
    """Forms (in lower case) that are words, but not the standard ones: a typing slip may stand for one of them."""
    return frozenset(wrong for wrong, (_, table) in _entries().items() if table in ("baku", "asing", "bentuk"))
