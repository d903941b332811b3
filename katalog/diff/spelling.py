"""Whether two texts differ in their spelling only.

Their normalized values may still differ where a correction was certain enough in one decree and not in the other, or
was only proposed. So the corrections known to either decree are applied to both; and a word that no dictionary knows
and one that it does, a slip of the pen apart (`dalma`, `dalam`), are one word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from rapidfuzz.distance import OSA

from katalog.match.key import key_of, parts
from schemas.base import Edit
from schemas.catalogue import Catalogue

#: Shorter words are one slip from many others.
SHORTEST = 3
#: From this length on a word may hold two slips.
LONG = 8

Words = tuple[str, ...]


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
        if wrong and right and wrong != right and not any(word[0].isdigit() for word in (*wrong, *right)):
            self._right.setdefault(wrong, right)
            self._longest = max(self._longest, len(wrong))

    def same(self, old: str, new: str) -> bool:
        """Whether the two texts are one text, differently spelled."""
        if key_of(old) == key_of(new):
            return True
        ours, theirs = self._corrected(parts(old)), self._corrected(parts(new))
        if "".join(ours) == "".join(theirs):
            return not any(word[0].isdigit() for word in ours) or ours == theirs
        return all(_is_slip(before, after) for before, after in _differing(ours, theirs))

    def _corrected(self, words: Words) -> Words:
        out: list[str] = []
        position = 0
        while position < len(words):
            run, right = self._at(words, position)
            out += right
            position += run
        return tuple(out)

    def _at(self, words: Words, position: int) -> tuple[int, Words]:
        for length in range(min(self._longest, len(words) - position), 0, -1):
            wrong = words[position : position + length]
            if wrong in self._right:
                return length, self._right[wrong]
        return 1, words[position : position + 1]


def _differing(old: Words, new: Words) -> Iterator[tuple[Words, Words]]:
    for op, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op != "equal":
            yield old[i1:i2], new[j1:j2]


def _is_slip(old: Words, new: Words) -> bool:
    """One word for one word, or words written together or apart, where just one side is spelled as words are."""
    ours, theirs = "".join(old), "".join(new)
    if ours == theirs:
        return True
    if not old or not new or min(len(ours), len(theirs)) < SHORTEST or any(c.isdigit() for c in ours + theirs):
        return False
    if len(old) != len(new) and 1 not in (len(old), len(new)):
        return False
    most = 2 if min(len(ours), len(theirs)) >= LONG else 1
    return _known(old) != _known(new) and OSA.distance(ours, theirs, score_cutoff=most) <= most


def _known(words: Words) -> bool:
    from normalize.lexicon import is_known

    return all(is_known(word) for word in words)
