"""Lines outside tables -> the same, each label of a head that is broken over lines put together.

A head set in columns breaks a long label beside a value that is broken as well (`JABATAN DALAM  :  KEPALA SEKSI BAHASA
DAN` / `ORGANISASI        AKSARA DAERAH`): read line by line the rest of the label stood in the middle of the holder.
Told by where they stand: the rest of a label begins where the label does and ends before its colon, what stands beside
it begins where the value does. A rest that stands alone is one where the same label is broken beside a value elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.table.inked.ink import WIDE, Ink, InkLine
from schemas.layout import Line

#: How far words may stand from where the label, and the value, begins (characters), the value's behind the mark of an
#: item (`a. Pengumpulan data`); a rest has so many words at most.
_OFF, _HANGING, _WORDS = 1, 8, 4
#: A label has so many lines below its first one at most.
_LINES = 3


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A line as its label, the colon, and its value."""

    label: tuple[Ink, ...]
    colon: Ink
    value: tuple[Ink, ...]

    @classmethod
    def of(cls, line: InkLine) -> _Labelled | None:
        at = next((k for k, ink in enumerate(line.ink) if ink.text == ":"), 0)
        return cls(line.ink[:at], line.ink[at], line.ink[at + 1 :]) if 0 < at < len(line.ink) - 1 else None

    def rest(self, line: InkLine) -> int:
        """How many words of the line below are the rest of the label; 0 where none is."""
        if any(ink.text == ":" for ink in line.ink):
            return 0
        count = sum(ink.right <= self.colon.left for ink in line.ink)
        begins = line.ink[0].left, self.label[0].left
        beside = line.ink[count : count + 1]
        apart = all(ink.left - line.ink[count - 1].right >= WIDE for ink in beside if count)
        inside = apart and all(-_OFF <= ink.left - self.value[0].left <= _HANGING for ink in beside)
        return count if count <= _WORDS and abs(begins[0] - begins[1]) <= _OFF and inside else 0


def joined_labels(lines: Sequence[InkLine]) -> list[Line]:
    """The lines, labels whole; a line of which nothing is left is none."""
    known = _broken_beside(lines)
    found: list[Line] = []
    at = 0
    while at < len(lines):
        rests = _rests(lines, at, known)
        found += _whole(lines[at : at + 1 + len(rests)], rests) if rests else [lines[at].line]
        at += 1 + len(rests)
    return found


def _broken_beside(lines: Sequence[InkLine]) -> set[tuple[str, str]]:
    """The labels with their rests where these stand beside the rest of a value."""
    return {
        (_said(labelled.label), _said(below.ink[:count]))
        for line, below in pairwise(lines)
        if (labelled := _Labelled.of(line)) and _follows(line, below)
        for count in [labelled.rest(below)]
        if 0 < count < len(below.ink)
    }


def _rests(lines: Sequence[InkLine], at: int, known: set[tuple[str, str]]) -> list[int]:
    """How many words of each line below the label at a line are its rest (`STRUKTURAL/FUNGSI` / `ONAL`)."""
    labelled = _Labelled.of(lines[at])
    counts: list[int] = []
    for line, below in pairwise(lines[at : at + 1 + _LINES]):
        count = labelled.rest(below) if labelled is not None and _follows(line, below) else 0
        if labelled is None or not count:
            break
        if count == len(below.ink) and (_said(labelled.label), _said(below.ink)) not in known:
            break
        counts.append(count)
    return counts


def _whole(lines: Sequence[InkLine], rests: Sequence[int]) -> list[Line]:
    """The label at the first of these lines with its rests from those below, and what stands beside them."""
    labelled = _Labelled.of(lines[0])
    assert labelled is not None
    rest = [ink for line, count in zip(lines[1:], rests, strict=True) for ink in line.ink[:count]]
    whole = (*labelled.label, *rest, labelled.colon, *labelled.value)
    left = ((line, line.ink[count:]) for line, count in zip(lines[1:], rests, strict=True))
    return [_line(lines[0], whole), *(_line(line, words) for line, words in left if words)]


def _follows(line: InkLine, below: InkLine) -> bool:
    return below.at == line.at + 1 and below.line.page == line.line.page


def _said(words: Sequence[Ink]) -> str:
    return " ".join(ink.text for ink in words)


def _line(line: InkLine, words: Sequence[Ink]) -> Line:
    return replace(line.line, text=_said(words), words=tuple(ink.word for ink in words))
