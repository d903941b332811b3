"""Capitals that a held shift key or an autocorrection left: `JUmlah`, `kInerja`, `ASn`, `dan Menyusun`.

A word is only changed where the document or the dictionary knows the form that it becomes; acronyms with small letters
(`LKjIP`, `PPh`, `CaLK`) are in the vocabulary and are left alone.
"""

from __future__ import annotations

import re

from bahasa.acronyms import mixed_acronyms
from bahasa.function_words import any_function_word
from bahasa.kamus import is_listed
from normalize.words.rules import Context, Correction, of_texts_where

_HELD = re.compile(r"\b[A-Z]{2}[a-z]{3,}\b")
_INSIDE = re.compile(r"\b[a-z][A-Z][a-z]{2,}\b")
_ACRONYM = re.compile(r"(?<![\w.-])[A-Z]{4,6}(?![\w-])")
_LOOSE = re.compile(r"\b[A-Z]{2,}[a-z]\b")
# an active verb with a capital after a conjunction inside a sentence: names of offices and laws have no such verbs
_VERB = re.compile(rf"\b[a-z]+ (?:{any_function_word('kerja')}) (?P<verb>Me[a-z]{{5,}})\b")
_CAPITALS = re.compile(r"[A-Z][A-Z]|[a-z][A-Z]| Me[a-z]")
_ODD = re.compile("|".join(pattern.pattern for pattern in (_HELD, _INSIDE, _LOOSE, _VERB, _ACRONYM)))


def _has_odd_capitals(text: str) -> bool:
    # two capitals together, one behind a small letter, or a verb in capitals: most texts have none
    if text.isupper() or text.islower() or not _CAPITALS.search(text):
        return False
    return _ODD.search(text) is not None


@of_texts_where(_has_odd_capitals)
def correct_letters(text: str, context: Context) -> list[Correction]:
    """Corrections of capitals."""
    return [
        *_held(text, context), *_inside(text, context), *_loose(text, context), *_verbs(text), *_acronyms(text, context)
    ]  # fmt: skip


def _known(word: str, context: Context) -> bool:
    forms = context.document.forms
    return forms[word] + forms[word.capitalize()] > 0 or context.known(word)


def _held(text: str, context: Context) -> list[Correction]:
    return [
        Correction(m.start(), m.end(), m[0].capitalize(), "huruf", "dua huruf besar di awal kata")
        for m in _HELD.finditer(text)
        if m[0] not in mixed_acronyms() and _known(m[0].lower(), context)
    ]


def _inside(text: str, context: Context) -> list[Correction]:
    return [
        Correction(m.start(), m.end(), m[0].lower(), "huruf", "huruf besar di dalam kata")
        for m in _INSIDE.finditer(text)
        if m[0] not in mixed_acronyms() and _known(m[0].lower(), context)
    ]


def _loose(text: str, context: Context) -> list[Correction]:
    forms = context.document.forms
    found: list[Correction] = []
    for match in _LOOSE.finditer(text):
        upper, count = match[0].upper(), forms[match[0].upper()]
        if match[0] not in mixed_acronyms() and count >= max(2, 2 * forms[match[0]]):
            evidence = f"singkatan {upper} dicetak {count} kali"
            found.append(Correction(match.start(), match.end(), upper, "huruf", evidence))
    return found


def _acronyms(text: str, context: Context) -> list[Correction]:
    """`BPKN` beside `BPKB`: an acronym printed once, one letter from one that the parallel cell prints."""
    forms, found = context.document.forms, []
    for match in _ACRONYM.finditer(text):
        word = match[0].casefold()
        others = [o.upper() for o in context.parallel if len(o) == len(word) and _is_one_off(o, word)]
        if forms[match[0]] == 1 and len(others) == 1 and forms[others[0]] > 1 and others[0] not in text:
            evidence = f"sel sejajar mencetak “{others[0]}”"
            found.append(Correction(match.start(), match.end(), others[0], "huruf", evidence, 0.92))
    return found


def _is_one_off(a: str, b: str) -> bool:
    return sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _verbs(text: str) -> list[Correction]:
    return [
        Correction(m.start("verb"), m.end("verb"), m["verb"].lower(), "huruf", "kata kerja di tengah kalimat", 0.95)
        for m in _VERB.finditer(text)
        # `Usaha Kecil dan Menengah`: a word that a list has as it stands is no verb in me-
        if not is_listed(m["verb"].lower())
    ]
