"""Names in running text: positions, parts of an agency and agencies, programs.

A name begins with a word of the vocabulary that is printed with a capital (`Kepala`, `Sub Bagian`, `Program`) and goes
on as long as capitals do, over what joins two things (`Umum dan Kepegawaian`, `Mutasi, Promosi dan Kinerja`). Where a
whole text is printed in capitals, or every word with one, it goes on to the next function word or sign: a name that
ends before it is not told from its surroundings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from bahasa.data import entries_of
from bahasa.fold import fold_words
from bahasa.function_words import function_words
from bahasa.openers import offices
from bahasa.units import leads, led_by, permanent, unit_nouns

_WORD = re.compile(r"[^\W\d_][\w'’./-]*|[(),;:&]|\S+")
# behind a name, but never part of it: `Peraturan Badan Kepegawaian Negara Nomor 11`
_NUMBERED = re.compile(r"(?:nomor|no|tahun|tentang)\.?", re.I)
#: A name is no sentence, and what a comma parts in one is short.
_LONGEST, _LISTED = 16, 4


@cache
def _programs() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(e["kata"].split()) for e in entries_of("program", "kolom") if e["peran"] == "program")


@cache
def _units() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word of a unit's noun to the nouns, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for noun in unit_nouns(referred=False):
        words = tuple(noun.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(nouns) for first, nouns in found.items()}


def proper_names_in(text: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, label, name) of each name, in order; labels are JABATAN, UNIT and PROGRAM."""
    spans = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end] for start, end in spans]
    done: dict[str, int] = {}
    for i in range(len(words)):
        for label, opened in _opened(words, i):
            end = _run(words, i + opened)
            if i < done.get(label, 0) or not _is_name(label, words[i:end], opened):
                continue
            done[label] = end
            name = text[spans[i][0] : spans[end - 1][1]].rstrip(".")
            value = permanent(name) if label == "JABATAN" else name
            yield spans[i][0], spans[i][0] + len(name), label, value


def _opened(words: Sequence[str], i: int) -> Iterator[tuple[str, int]]:
    """What a name that begins at word i would be, and how many words say so."""
    if not words[i][0].isupper():
        return
    low = [fold_words(word) for word in words[i : i + 4]]
    if begins_office(words[i]):
        yield "JABATAN", 1
    nouns = [noun for noun in _units().get(low[0], ()) if tuple(low[: len(noun)]) == noun]
    if nouns:
        yield "UNIT", len(nouns[0])
    programs = [noun for noun in _programs() if tuple(low[: len(noun)]) == noun]
    if programs:
        yield "PROGRAM", max(map(len, programs))


@lru_cache(maxsize=20_000)
def begins_office(words: str) -> bool:
    """Whether a position begins with these words (`Kepala`, `Bupati`, `Kasubag`)."""
    return offices().match(words.upper()) is not None or leads(words) or led_by(words) is not None


def _is_name(label: str, words: Sequence[str], opened: int) -> bool:
    """Whether these words name something, of which the first ones say what: a bare `Kepala`, `Bidang` or `Program`
    names nothing, a bare `Camat` does."""
    further = len(words) - opened
    if label == "JABATAN":
        return further > 0 or (led_by(words[0]) is not None and len(words[0]) > 3)
    return further >= (2 if label == "PROGRAM" else 1)


def _run(words: Sequence[str], i: int) -> int:
    """The end of the run of capitalised words that begins at word i."""
    end = i
    while end < len(words) and end - i < _LONGEST:
        if _capital(words[end]):
            end += 1
            continue
        step = _joint(words, end, i)
        if not step:
            break
        end += step
    return end


def _capital(word: str) -> bool:
    return word[0].isupper() and word.casefold() not in function_words("henti") and not _NUMBERED.fullmatch(word)


def _joint(words: Sequence[str], at: int, first: int) -> int:
    """How many words (1 or 0) join the name before this one with what follows: `dan`, or a comma before further words
    and `dan`."""
    if at == first or at + 1 >= len(words) or not _capital(words[at + 1]):
        return 0
    if words[at].casefold() in function_words("gabung") or words[at] == "&":
        return 0 if next(_opened(words, at + 1), None) else 1
    return int(words[at] == "," and _listed(words, at))


def _listed(words: Sequence[str], at: int) -> bool:
    """`, Informatika, Persandian dan Statistik`: what the comma at this place parts from what follows it is a list that
    ends with `dan` and a further word."""
    for k in range(at + 1, min(at + 1 + _LISTED, len(words) - 1)):
        if words[k] == ",":
            return k > at + 1 and _listed(words, k)
        if words[k].casefold() in function_words("gabung"):
            return k > at + 1 and _capital(words[k + 1])
        if not _capital(words[k]):
            return False
    return False
