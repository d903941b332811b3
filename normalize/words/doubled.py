"""Words printed twice: `pengelolaan pengelolaan`, `dan dan`; but `formasi formasi` stands for `informasi formasi`.

A function word or an acronym is never doubled on purpose. Another word is a certain slip where the document prints its
neighbours with it once; where a similar word goes before it elsewhere, that one is proposed instead; a word that has a
reduplicated form may have lost its hyphen, so it is only proposed.
"""

from __future__ import annotations

import re

from bahasa.function_words import function_words
from bahasa.kamus import is_known
from normalize.words.keyslips import distance
from normalize.words.rules import Context, Correction, of_texts_where
from normalize.words.slips import match_case
from normalize.words.text_words import LONGEST, WORD

_TWICE = re.compile(r"\b([^\W\d_]{2,}) (\1)\b", re.I)


def _has_twins(text: str) -> bool:
    return _TWICE.search(text) is not None


@of_texts_where(_has_twins)
def correct_doubled(text: str, context: Context) -> list[Correction]:
    """Corrections of words printed twice."""
    found = []
    for match in _TWICE.finditer(text):
        word = match[1].casefold()
        if len(word) < 3 and word not in function_words("tunggal"):
            continue
        certain = 0.95 if word in function_words("tunggal") or (match[1].isupper() and not text.isupper()) else 0.0
        if certain or _is_single(match, text, word, context):
            evidence = "kata tercetak dua kali; di tempat lain satu kali"
            found.append(Correction(match.start(), match.end(), match[1], "ganda", evidence, certain or 0.92))
        elif is_known(word):
            found.append(_proposal(match, word, context))
    return found


def _neighbour(text: str, last: bool) -> str:
    """The first or last word of the text, in lower case."""
    words = WORD.findall(text[-LONGEST:] if last else text[:LONGEST])
    return words[-1 if last else 0].casefold() if words else ""


def _is_single(match: re.Match[str], text: str, word: str, context: Context) -> bool:
    """The document prints the word once between these neighbours."""
    if _similar(word, context) or context.document.words[f"{word}-{word}"]:
        return False
    before, after = _neighbour(text[: match.start()], True), _neighbour(text[match.end() :], False)
    pairs = context.document.pairs
    return bool(before and after) and pairs[before, word] > 1 and pairs[word, after] > 1


def _similar(word: str, context: Context) -> str | None:
    """A word like it that the document prints before it (`informasi formasi`)."""
    options = [
        (-count, first)
        for first, count in context.document.preceding(word).items()
        if first != word and is_known(first) and distance(first, word) <= 2
    ]
    return min(options)[1] if options else None


def _proposal(match: re.Match[str], word: str, context: Context) -> Correction:
    similar = _similar(word, context)
    if context.document.words[f"{word}-{word}"]:
        after, evidence = f"{match[1]}-{match[2]}", f"kata ulang “{word}-{word}” tercetak di tempat lain"
    elif similar:
        after, evidence = f"{match_case(match[1], similar)} {match[2]}", f"“{similar} {word}” tercetak di tempat lain"
    else:
        after, evidence = match[1], "kata tercetak dua kali; mungkin kata ulang tanpa tanda hubung"
    return Correction(match.start(), match.end(), after, "ganda", evidence, 0.6)
