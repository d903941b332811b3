"""The words of a row and of those beside it, cell by cell, in the order of their print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bahasa.roles import SASARAN
from katalog.compare.match.key import key_of
from katalog.compare.match.thing import Said, Thing

#: A cell: the id of its row, or of its sasaran, and the name of its column.
CellName = tuple[str, str]
#: Rows above and below that are looked at as well: a cell's words may have been read into the next row.
_BESIDE = 1


@dataclass(slots=True)
class Window:
    """The words of some rows of a table. Cell number k has the words from `_ends[k - 1]` to `_ends[k]`; `middle` are
    the cells of the row that it is about. `keys` are what spellings of the words share."""

    words: list[str]
    keys: list[str]
    cells: list[CellName]
    things: list[Thing]
    said: list[Said]
    middle: range
    _ends: list[int]

    @classmethod
    def of(cls, row: Thing, said: Callable[[Thing, str, Said], Said]) -> Window:
        """Around a row; `said` tells what a cell says that was read so."""
        assert row.parent is not None
        rows = row.parent.lists["indikator"][max(0, row.place - _BESIDE) : row.place + _BESIDE + 1]
        order = {one.column.name: one.place for one in row.parent.lists["kolom"] if one.column is not None}
        made = cls([], [], [], [], [], range(0), [])
        for one in rows:
            start = len(made.cells)
            for thing, name, read in _cells(one, order):
                made._add(thing, name, said(thing, name, read))
            if one is row:
                made.middle = range(start, len(made.cells))
        return made

    def _add(self, thing: Thing, name: str, said: Said) -> None:
        words = said.own.split()
        self.words += words
        self.keys += [key_of(word) or word for word in words]
        self.cells.append((thing.id, name))
        self.things.append(thing)
        self.said.append(said)
        self._ends.append(len(self.words))

    def start(self, at: int) -> int:
        """The first word of a cell."""
        return self._ends[at - 1] if at else 0

    def end(self, at: int) -> int:
        """The word behind a cell."""
        return self._ends[at]

    def span(self, at: int) -> range:
        """Which words a cell has."""
        return range(self.start(at), self.end(at))

    def words_of(self, at: int) -> Sequence[str]:
        """The keys of a cell's words."""
        return self.keys[self.start(at) : self.end(at)]

    def text(self, at: int) -> str:
        """What a cell says."""
        return " ".join(self.words[self.start(at) : self.end(at)])

    def beside(self, at: int, name: str) -> str:
        """What the cell of another column says in the same row."""
        cell = self.cells[at][0], name
        return self.text(self.cells.index(cell)) if cell in self.cells else ""

    def move(self, ends: Mapping[int, int]) -> list[int]:
        """Moves the ends of some cells together, or, where they can't stand so, those that can alone. Returns the cells
        that were changed by it."""
        if not self._stands(ends):
            ends = {at: to for at, to in ends.items() if self._stands({at: to})}
            if not self._stands(ends):
                return []
        moved = [at for at, to in ends.items() if to != self._ends[at]]
        for at in moved:
            self._ends[at] = ends[at]
        return sorted({*moved, *(at + 1 for at in moved)})

    def _stands(self, ends: Mapping[int, int]) -> bool:
        """Whether every cell would still end behind its beginning."""
        made = [ends.get(at, end) for at, end in enumerate(self._ends)]
        return made == sorted(made)


def _cells(row: Thing, order: dict[str, int]) -> Iterator[tuple[Thing, str, Said]]:
    """The cells of a row; the sasaran in the first row below it."""
    if row.sasaran is not None and row.sasaran.rows[0] is row:
        yield row.sasaran, SASARAN, row.sasaran.said
    for name in sorted(row.fields, key=lambda name: order.get(name, len(order))):
        yield row, name, row.fields[name]


def aligned(ours: Sequence[str], theirs: Sequence[str]) -> dict[int, int]:
    """Which word is which, of words that both have in one order."""
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return {block.a + k: block.b + k for block in blocks for k in range(block.size)}
