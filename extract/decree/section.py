"""A part of the decree, and all of them in their order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bahasa.labels import KnownLabel
from bahasa.parts import PartName
from extract.read.piece import Mark, Piece
from extract.table.heading import TableHeading
from extract.table.sheet import DrawnTable, OtherSheet
from schemas.layout import Line


@dataclass(slots=True)
class Section:
    """A part of the decree. `printed` is its label as printed, `sure` how sure it is that this label opens this part;
    `pieces` its text; `table` its heading, where it is a table: its rows are `drawn`, or to be read from `body`, the
    lines below the heading (blank ones included), with `seams` as in extract.table.region; `start` is the position of
    its first row; `office` is whom the words before a tugas name (`Sekretaris Dinas mempunyai tugas`)."""

    part: PartName
    start: int = 0
    label: KnownLabel | None = None
    printed: str = ""
    pieces: list[Piece] = field(default_factory=list)
    table: TableHeading | None = None
    drawn: DrawnTable | None = None
    body: tuple[Line, ...] = ()
    seams: frozenset[int] = frozenset()
    sure: float = 1.0
    office: Sequence[Piece] = ()

    @property
    def awaits_tugas(self) -> bool:
        """`A. Tugas` / `Kepala Dinas mempunyai tugas ...`: is a sentence below it what its label opens?"""
        return self.part == "tugas" and self.label is not None and not self.pieces


class Sections(NamedTuple):
    """The parts in their order, the print that is understood but has no field, and the tables that are none of
    indicators, each with the position of its row (compare `Section.start`)."""

    sections: tuple[Section, ...]
    marks: tuple[Mark, ...]
    kept: tuple[tuple[int, OtherSheet], ...] = ()


def body_of(lines: Sequence[Line], taken: Collection[int]) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines of a table's body without those that belong to the page (by their numbers), and its seams: the numbers
    of the lines that follow such a one."""
    body: list[Line] = []
    seams: set[int] = set()
    cut = False
    for line in lines:
        if line.number in taken:
            cut = True
            continue
        if cut and line.text.strip():
            seams.add(line.number)
            cut = False
        body.append(line)
    return tuple(body), frozenset(seams)
