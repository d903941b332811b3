"""Whether two texts differ in their spelling only.

Their normalized values may still differ where a correction was certain enough in one decree and not in the other, or
was only proposed. So the corrections known to either decree are applied to both; and a word that no dictionary knows
and one that it does, a slip of the pen apart (`dalma`, `dalam`), are one word. A name is none of them: another letter
makes another acronym (`SOP`, `SPP`) or another place (`Grogot`, `Grogol`), and how a word is printed shows that it is
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from rapidfuzz.distance import OSA

from bahasa.number import ROMAN
from katalog.compare.match.key import forms, key_of, levelled, parts
from schemas.base import Edit
from schemas.catalogue import Catalogue

#: Shorter words are one slip from many others.
SHORTEST = 3
#: From this length on a word may hold two slips.
LONG = 8
#: Letters of an acronym, from and to; a longer word in capitals is a heading's.
ACRONYM = 2, 6

Words = tuple[str, ...]
# `1. Kepala`, `dokumen. Laporan`, `data - Arsip`: a word behind one of these begins with a capital in any case
_BEGINS = re.compile(r"[.;:!?•*]|\s[-–—]\s")


class Name(Enum):
    """Whether the print shows a word to be a name: by all its letters, by its first one, or not at all."""

    NONE = 0
    CAPITAL = 1
    ACRONYM = 2


@dataclass(frozen=True, slots=True)
class _Spelled:
    """A word in lower case, and how it is printed."""

    word: str
    name: Name = Name.NONE


class Spelling:
    """What is known about the spelling in two decrees."""

    def __init__(self, catalogues: Iterable[Catalogue]) -> None:
        self._right: dict[Words, Words] = {}
        self._longest = 1
        for catalogue in catalogues:
            for edit in (*catalogue.edits, *catalogue.proposals):
                self._learn(edit)

    def _learn(self, edit: Edit) -> None:
        wrong, right = parts(edit.before), parts(edit.after)
        if wrong and right and wrong != right and not any(word[0].isdecimal() for word in (*wrong, *right)):
            self._right.setdefault(wrong, right)
            self._longest = max(self._longest, len(wrong))

    def same(self, old: str, new: str) -> bool:
        """Whether the two texts are one text, differently spelled."""
        if key_of(old) == key_of(new):
            return True
        ours, theirs = self._corrected(_read(old)), self._corrected(_read(new))
        if _joined(ours) == _joined(theirs):
            return not any(one.word[0].isdecimal() for one in ours) or _words(ours) == _words(theirs)
        return all(_is_slip(before, after) for before, after in _differing(ours, theirs))

    def _corrected(self, read: Sequence[_Spelled]) -> list[_Spelled]:
        words = _words(read)
        out: list[_Spelled] = []
        position = 0
        while position < len(words):
            run, right = self._at(words, position)
            name = _name(read[position : position + run])
            out += [_Spelled(word, name) for word in right]
            position += run
        return out

    def _at(self, words: Words, position: int) -> tuple[int, Words]:
        for length in range(min(self._longest, len(words) - position), 0, -1):
            wrong = words[position : position + length]
            if wrong in self._right:
                return length, self._right[wrong]
        return 1, words[position : position + 1]


def _read(text: str) -> list[_Spelled]:
    """The words of a text with how they are printed."""
    plain = levelled(text)
    headline = plain.isupper()
    found: list[_Spelled] = []
    end: int | None = None
    for match in forms(text):
        starts = end is None or _BEGINS.search(plain[end : match.start()]) is not None
        found.append(_Spelled(match[0].casefold(), _printed(match[0], starts or headline)))
        end = match.end()
    return found


def _printed(form: str, begins: bool) -> Name:
    """How a word is printed; `begins` where it would have a capital whatever it is."""
    if form.isupper() and ACRONYM[0] <= len(form) <= ACRONYM[1]:
        return Name.ACRONYM
    return Name.CAPITAL if form[0].isupper() and not begins else Name.NONE


def _words(read: Iterable[_Spelled]) -> Words:
    return tuple(one.word for one in read)


def _joined(read: Iterable[_Spelled]) -> str:
    return "".join(_words(read))


def _name(read: Sequence[_Spelled]) -> Name:
    """What the strongest of some words is."""
    return max((one.name for one in read), key=lambda name: name.value, default=Name.NONE)


def _differing(
    old: Sequence[_Spelled], new: Sequence[_Spelled]
) -> Iterator[tuple[Sequence[_Spelled], Sequence[_Spelled]]]:
    for op, i1, i2, j1, j2 in SequenceMatcher(None, _words(old), _words(new), autojunk=False).get_opcodes():
        if op != "equal":
            yield old[i1:i2], new[j1:j2]


def _is_slip(old: Sequence[_Spelled], new: Sequence[_Spelled]) -> bool:
    """One word for one word, or words written together or apart, where just one side is spelled as words are."""
    ours, theirs = _joined(old), _joined(new)
    if ours == theirs or _is_one_number(old, new) or _is_one_number(new, old):
        return True
    if not old or not new or min(len(ours), len(theirs)) < SHORTEST or any(c.isdecimal() for c in ours + theirs):
        return False
    if len(old) != len(new) and 1 not in (len(old), len(new)):
        return False
    names = _name(old), _name(new)
    if Name.ACRONYM in names or names == (Name.CAPITAL, Name.CAPITAL):
        return False
    most = 2 if min(len(ours), len(theirs)) >= LONG else 1
    return _known(_words(old)) != _known(_words(new)) and OSA.distance(ours, theirs, score_cutoff=most) <= most


def _is_one_number(old: Sequence[_Spelled], new: Sequence[_Spelled]) -> bool:
    """`eselon III` and `eselon 3`: the Roman number in capitals."""
    if len(old) != 1 or len(new) != 1 or old[0].name is Name.NONE or old[0].word not in ROMAN:
        return False
    return new[0].word == str(ROMAN.index(old[0].word) + 1)


def _known(words: Words) -> bool:
    from bahasa.kamus import is_known

    return all(is_known(word) for word in words)
