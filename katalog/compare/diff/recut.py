"""Cells in doubt cut again where the other decree, or other rows, show where they end.

Where a text shows no lines, where a cell ends is concluded. Where a word of a row changed as well, two editions that
are cut at other words look changed in two cells: `Produksi dibagi luas panen Badan Pusat Statistik` beside an empty
cell is compared with `Produksi dibagi panen` beside `Badan Pusat Statistik`. The words that both print tell where the
seam of the one is in the other; of two seams that contradict each other the one in doubt gives way. So the cells are
compared as one hand would have cut them, and how they were read stays on record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from bahasa.roles import INDIKATOR
from bahasa.target import parse_target
from katalog.compare.diff.tails import Tails
from katalog.compare.diff.words_near import CellName, Window, aligned
from katalog.compare.match.matching import Matching
from katalog.compare.match.thing import Said, Thing

#: Cells of which a finding doubts how they were read; no column where it doubts the row as a whole.
Doubted = frozenset[CellName]


@dataclass(slots=True)
class Side:
    """One decree: the cells of it that are in doubt, and those that were cut again. In one that is read from a text no
    cell is seen: an empty one (`unseen`) is in doubt where its neighbour may have its words."""

    doubted: Doubted
    unseen: bool = False
    cut: dict[CellName, Said] = field(default_factory=dict)

    def said(self, thing: Thing, name: str, read: Said) -> Said:
        """What a cell says: as it was cut again, or else as `read`."""
        return self.cut.get((thing.id, name), read)

    def doubts(self, window: Window, at: int) -> bool:
        """Whether the cell at this place of a window, or the one behind it, is in doubt, or its row."""
        pair = (at, at + 1)
        told = any(
            cell in self.doubted or (cell[0], "") in self.doubted for cell in map(window.cells.__getitem__, pair)
        )
        return told or (self.unseen and not all(map(window.text, pair)))

    def put(self, window: Window, at: int) -> None:
        """The cell at this place of a window says what the window cuts it to."""
        cell, text = window.cells[at], window.text(at)
        read = window.said[at]
        if text != read.printed:
            target = None if read.target is None else parse_target(text, window.beside(at, INDIKATOR))
            perhaps = None if text else read.perhaps
            self.cut[cell] = replace(read, printed=text, value=text, target=target, perhaps=perhaps)


class SharedSeam(NamedTuple):
    """A seam that both prints of a row have: between this cell of a window and the next one, in the old and the new."""

    old: int
    new: int


def recut(matching: Matching, old: Thing, new: Thing, sides: tuple[Side, Side], tails: Tails) -> None:
    """Cut the cells in doubt of a table that stayed again: old and new row by row."""
    for row in new.lists["indikator"]:
        before = matching.in_old(row)
        if before is None or before.block is not old or _as_printed(before) == _as_printed(row):
            continue
        if not (_in_doubt(before, sides[0]) or _in_doubt(row, sides[1])):
            continue
        _carry(matching, (Window.of(before, sides[0].said), Window.of(row, sides[1].said)), sides)
        _part(tails, (Window.of(before, sides[0].said), Window.of(row, sides[1].said)), sides)


def _as_printed(row: Thing) -> list[tuple[str, str]]:
    sasaran = row.sasaran.said.printed if row.sasaran is not None else ""
    return [("", sasaran), *sorted((name, said.own) for name, said in row.fields.items())]


def _in_doubt(row: Thing, side: Side) -> bool:
    names = {row.id, row.sasaran.id if row.sasaran is not None else row.id}
    empty = side.unseen and not all(said.printed for said in row.fields.values())
    return empty or any(name in names for name, _ in side.doubted)


def _carry(matching: Matching, windows: tuple[Window, Window], sides: tuple[Side, Side]) -> None:
    """Moves seams in doubt to where the other print has them; none where one would pass over a word that both print in
    another order, since that word went to another cell."""
    ours, theirs = windows
    later = aligned(ours.keys, theirs.keys)
    earlier = {new: old for old, new in later.items()}
    crossed = _unmatched(ours, later) & _unmatched(theirs, earlier)
    moves: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for seam in _seams(matching, ours, theirs):
        wrong = _wrong(windows, seam, sides)
        if wrong is None:
            continue
        window, here = windows[wrong], windows[wrong].end(seam[wrong])
        to = moves[wrong][seam[wrong]] = _place(windows, seam, wrong, (earlier, later)[wrong])
        if not crossed.isdisjoint(window.keys[min(here, to) : max(here, to)]):
            return
    for side, window, own in zip(sides, windows, moves, strict=True):
        for at in window.move(own):
            side.put(window, at)


def _unmatched(window: Window, there: dict[int, int]) -> set[str]:
    """The words that the other print does not have there."""
    return {word for at, word in enumerate(window.keys) if at not in there}


def _place(windows: tuple[Window, Window], seam: SharedSeam, wrong: int, there: dict[int, int]) -> int:
    """Where a seam of the print that is wrong belongs, as near as can be to where it stands: between the words that the
    other one has before it and behind it (`there`: which of its words is which). What only this print has there may
    belong to either cell, but not to one that leaves the other empty where none is in the other print; and what stands
    in place of other words belongs to their cell."""
    right, known, here = windows[1 - wrong], windows[1 - wrong].end(seam[1 - wrong]), windows[wrong].end(seam[wrong])
    low, high = _room(there, known, len(windows[wrong].keys))
    blank = [[not window.text(at + k) for k in (0, 1)] for window, at in zip(windows, seam, strict=True)]
    if low <= here <= high:
        filled = not any(blank[1 - wrong]) and any(blank[wrong])
        return (low if blank[wrong][1] else high) if filled else here
    before, behind = _gap(there, known, len(right.keys))
    if before == known < behind:
        return low
    return high if before < known == behind else min(max(here, low), high)


def _seams(matching: Matching, ours: Window, theirs: Window) -> Iterator[SharedSeam]:
    """The seams at the row in the middle of both windows between the same two cells."""
    places = {cell: at for at, cell in enumerate(theirs.cells)}
    found = [places.get(_later(matching, ours, at)) for at in range(len(ours.cells))]
    for at, (here, then) in enumerate(pairwise(found)):
        if here is None or then != here + 1 or not (at in ours.middle or at + 1 in ours.middle):
            continue
        if not any(said.inherited for said in (*ours.said[at : at + 2], *theirs.said[here : here + 2])):
            yield SharedSeam(at, here)


def _later(matching: Matching, window: Window, at: int) -> CellName:
    """The name of the cell in the new decree that an old one is now."""
    after = matching.in_new(window.things[at])
    return (after.id if after is not None else "", window.cells[at][1])


def _room(there: dict[int, int], seam: int, count: int) -> tuple[int, int]:
    """Where a seam before word `seam` may be among the other print's words (`count`): behind the last of those that
    stand before it, before the first of those that stand behind it. `there`: which word is which."""
    before = max((other for word, other in there.items() if word < seam), default=-1)
    behind = min((other for word, other in there.items() if word >= seam), default=count)
    return before + 1, behind


def _gap(there: dict[int, int], seam: int, count: int) -> tuple[int, int]:
    """Where the words around a seam begin and end that the other print does not have."""
    before = max((word for word in there if word < seam), default=-1)
    return before + 1, min((word for word in there if word >= seam), default=count)


def _wrong(windows: tuple[Window, Window], seam: SharedSeam, sides: tuple[Side, Side]) -> int | None:
    """Which of two seams that contradict each other gives way: 0 for that of the old print. None where neither is in
    doubt, or nothing tells. A cell that one print leaves empty only because its neighbour took its words is read
    wrongly; else the one in doubt is, or the less sure one, or the one whose row is less sure."""
    doubts = [side.doubts(window, at) for side, window, at in zip(sides, windows, seam, strict=True)]
    if not any(doubts):
        return None
    said = [window.said[at : at + 2] for window, at in zip(windows, seam, strict=True)]
    empty = [any(not window.text(at + k) for k in (0, 1)) for window, at in zip(windows, seam, strict=True)]
    unsure = [-min(one.sure for one in own) for own in said]
    rows = [-sum(window.said[at].sure for at in window.middle) for window in windows]
    for signs in (empty, doubts, unsure, rows):
        if signs[0] != signs[1]:
            return int(signs[1] > signs[0])
    return None


def _part(tails: Tails, windows: tuple[Window, Window], sides: tuple[Side, Side]) -> None:
    """Parts a cell whose end is all that an empty neighbour would say, as other rows do."""
    cells = [
        (side, window, at)
        for side, window in zip(sides, windows, strict=True)
        for at in window.middle
        if at + 1 in window.middle and not window.text(at + 1) and not window.said[at + 1].inherited
    ]
    if not any(side.doubts(window, at) for side, window, at in cells):
        return
    for side, window, at in cells:
        size = tails.size(window.words_of(at), window.cells[at + 1][1])
        if size and window.move({at: window.end(at) - size}):
            side.put(window, at)
            side.put(window, at + 1)
