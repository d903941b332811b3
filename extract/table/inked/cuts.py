"""Lines placed in columns -> where rows begin.

Input: the lines of a table's body on one page, word by column. Output: for each line the cost of the best reading of
the lines from it to the end, and the lines that begin rows there. Decided over all lines together, at least cost. What
speaks for a row: its cells begin beside each other (or have their middles beside each other, where the print centres
them), each goes on without a hole, begins as cells begin and not in the middle of a sentence, and one number counts on
in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bahasa.function_words import any_function_word
from bahasa.target_words import begins_target
from extract.table.inked.areas import Area
from extract.table.inked.placed import PlacedLine, goes_across, placed_lines
from extract.table.inked.told_by_lines import counting_lines, pitch_of, roomy_lines, whole_cells
from extract.table.meaning.evidence import opens_cell

#: No row has more lines on one page.
_TALLEST = 75
#: Costs of a row: itself, a column that it lacks, a line by which a cell begins late or stands off the middle (up to
#: so many), a line that a cell leaves out, a number too many, the number that it lacks, white between its lines.
_ROW, _LACKS, _LATE, _LATEST, _HOLE, _SECOND, _UNCOUNTED, _WHITE = 1.5, 0.5, 1.1, 3, 1.0, 5.0, 1.5, 2.5
#: A line of a cell whose first word had room on the line before.
_ROOM = 1.5
#: A second whole target in one cell, and the share of rows that have a number where all have one.
_SECOND_TARGET, _COUNTED_ROWS = 3.0, 0.7
#: A cell of one line set in the middle stands beside no line of one of two, nor one of two beside those of three.
_UNEVEN = 0.8
#: A cell that is set in the middle may leave out lines: those of its neighbours stand between its own.
_BETWEEN = 0.3
#: Beginnings of cells: with a small letter, behind a text that can't end so, with a capital, as an outcome or a
#: measure does (`Meningkatnya`, `Jumlah`).
SMALL, OPEN, _CAPITAL, _OPENS = 1.5, 1.0, -0.5, -0.5
#: So many texts tell that those of a column are words with a small letter, and so large a share of them.
_SEEN, _MOSTLY = 4, 0.5
#: A line of so many parts shows columns.
_SHOWS = 3
#: `a. kursi roda`, `e-Kinerja`
_NO_SMALL = re.compile(r"\w{1,3}[.)]|[a-z]{1,2}-?[A-Z]")
#: `Rp 1.420.500.000,-` is closed
ENDS_OPEN = re.compile(rf"(?:[,(/&+=]|(?<!,)-| x|\b(?:{any_function_word('terbuka')}))$")


@dataclass(slots=True)
class Cuts:
    """The best reading from each line on: what it costs, and where the row that begins there ends; `spans[i][j]` is
    what a row of the lines `i` to `j` (exclusive) costs."""

    cost: list[float]
    stop: list[int]
    spans: list[dict[int, float]]

    def rows(self, start: int) -> list[tuple[int, int]]:
        """The rows from a line on: first line, and the line behind the last one."""
        found: list[tuple[int, int]] = []
        while start < len(self.stop):
            found.append((start, self.stop[start]))
            start = self.stop[start]
        return found

    def margins(self, start: int) -> list[float]:
        """For each line behind `start` how much more the best rows cost that begin one there, where the best don't, or
        that begin none, where they do; infinite for lines before and where there is no other way."""
        size = len(self.stop)
        upto = [float("inf")] * start + [0.0] + [float("inf")] * (size - start)
        apart = [float("inf")] * (size + 1)
        for i in range(start, size):
            for j, cost in self.spans[i].items():
                upto[j] = min(upto[j], upto[i] + cost)
                whole = upto[i] + cost + self.cost[j]
                for inner in range(i + 1, j):
                    apart[inner] = min(apart[inner], whole)
        begins = {first for first, _ in self.rows(start)}
        return [
            (apart[i] if i in begins else upto[i] + self.cost[i]) - self.cost[start] if i > start else float("inf")
            for i in range(size)
        ]


@dataclass(slots=True)
class Body:
    """The lines of a table on one page, as evidence: `begins[i][k]` is what a cell costs that begins in line `i` of
    column `k`, `counts` the lines that have the next number (`all_counted`: each row seems to have one), `targets` the
    lines and columns of texts that are cells of their own, `shares` how much of each column is filled, `across` the
    lines that stand across the columns, `pitch` how far the lines of a cell stand apart, `roomy` the lines and
    columns whose first word had room on the line above of its column, `small` the columns whose texts begin with a
    small letter."""

    lines: Sequence[PlacedLine]
    across: frozenset[int]
    begins: list[dict[int, float]] = field(default_factory=list)
    counts: frozenset[int] = frozenset()
    targets: frozenset[tuple[int, int]] = frozenset()
    all_counted: bool = False
    shares: tuple[float, ...] = ()
    pitch: int = 1
    roomy: frozenset[tuple[int, int]] = frozenset()
    small: frozenset[int] = frozenset()

    @classmethod
    def of(
        cls,
        area: Area,
        widths: Sequence[int] = (),
        rooms: Sequence[int] = (),
        small: Collection[int] = (),
        targets: Collection[int] = (),
    ) -> Body:
        """The lines of an area in its columns, which are so wide (`column_widths`) and have room for so much
        (`column_rooms`); texts of some columns begin with a `small` letter (`small_columns`), some hold `targets`
        (`target_columns`)."""
        lines = placed_lines(area.lines, area.gutters, area.named, widths, area.drifted)
        across = frozenset(k for k, line in enumerate(area.lines) if _is_across(area, k))
        counts = counting_lines(lines)
        whole = whole_cells(lines, across, targets)
        body = cls(lines, across, counts=counts, targets=whole, pitch=pitch_of(lines))
        last: dict[int, str] = {}
        for line in lines:
            texts = {k: line.text(k) for k in line.filled}
            body.begins.append(_begins(texts, last, small, {k for _, k in whole}))
            last |= texts
        filled = [sum(bool(line.cells[k]) for line in lines) for k in range(len(lines[0].cells))]
        body.shares = tuple(min(1.0, 2 * count / max(filled)) for count in filled)
        full = [i for i in range(len(lines)) if body.is_full(i)]
        body.small = frozenset(small)
        body.roomy = roomy_lines(lines, rooms)
        body.all_counted = len(counts) >= _COUNTED_ROWS * len(full)
        return body

    def is_full(self, i: int) -> bool:
        """Do most columns begin in a line?"""
        begins = [cost for k, cost in self.begins[i].items() if k]
        return len(begins) * 2 > len(self.lines[i].cells) and max(begins) <= 0

    def may_begin(self, i: int) -> bool:
        """May a row begin in a line? Not where all of it goes on with what stands above."""
        begins = self.begins[i].values()
        return i == 0 or i in self.across or i - 1 in self.across or min(begins, default=0.0) < SMALL

    def white(self, i: int) -> int:
        """How many more lines are blank above a line than between the lines of a cell."""
        return max(0, self.lines[i].at - self.lines[i - 1].at - self.pitch) if i else 0


def _is_across(area: Area, k: int) -> bool:
    """Does a line stand across the columns? Not the part of a heading over several of them that stands above all others
    (`Target Satu Tahun Penuh`): it begins behind the first column."""
    line = area.lines[k]
    if line.number in area.groups or not goes_across(line, area.gutters):
        return line.number in area.groups
    above = all(len(other.parts) < _SHOWS for other in area.lines[:k])
    return not above or line.ink[0].left <= area.gutters[0]


def small_columns(bodies: Sequence[Body]) -> frozenset[int]:
    """The columns whose texts are words with a small letter (units: `dokumen`) where nothing stands above them, or
    beside the number of a row."""
    count = len(bodies[0].lines[0].cells) if bodies else 0
    firsts: list[list[str]] = [[] for _ in range(count)]
    for body in bodies:
        for i, (above, line) in enumerate(pairwise(body.lines), 1):
            for k in line.filled:
                if (not above.cells[k] or i in body.counts) and any(map(str.isalpha, line.text(k))):
                    firsts[k].append(line.text(k))
    return frozenset(
        k
        for k, texts in enumerate(firsts)
        if len(texts) >= _SEEN and sum(text[0].islower() and " " not in text for text in texts) >= _MOSTLY * len(texts)
    )


def _begins(
    texts: Mapping[int, str], above: Mapping[int, str], small: Collection[int], targets: Collection[int]
) -> dict[int, float]:
    """What each text of a line costs as the beginning of a cell. Words before a number (`maksimal 3`) begin `targets`;
    what is printed for each year (`antara 94 -`, four times) says it once."""
    costs: dict[int, float] = {}
    said: set[str] = set()
    for k, text in texts.items():
        cost = begin_cost(above.get(k, ""), text, k in small or (k in targets and begins_target(text)))
        costs[k] = min(cost, 0.0) if text in said else cost
        said.add(text)
    return costs


def begin_cost(above: str, text: str, small: bool = False) -> float:
    """What it costs that a text begins a cell below another one, in a column whose texts may begin with a `small`
    letter."""
    cost = OPEN if ENDS_OPEN.search(above) else 0.0
    first = next((letter for letter in text if letter.isalnum()), "")
    if first.islower() and not small and not _NO_SMALL.match(text):
        return cost + SMALL
    return cost + (_CAPITAL if first.isupper() else 0.0) + (_OPENS if opens_cell(text) else 0.0)


def cuts_of(body: Body, middle: bool, foot: bool = False) -> Cuts:
    """The best rows from each line on. `middle`: cells are centred in their rows from top to bottom; `foot`: they stand
    at the foot of these, as a spreadsheet sets them."""
    size = len(body.lines)
    cuts = Cuts([0.0] * (size + 1), [size] * size, [{} for _ in range(size)])
    for i in range(size - 1, -1, -1):
        cuts.cost[i] = float("inf")
        row = _RowSoFar(body, i, middle, foot)
        for j in range(i, min(size, i + _TALLEST)):
            if j > i and (j in body.across or i in body.across):
                break
            row.add(j)
            if j + 1 < size and not middle and not body.may_begin(j + 1):
                continue
            cuts.spans[i][j + 1] = row.cost()
            cost = cuts.spans[i][j + 1] + cuts.cost[j + 1]
            if cost < cuts.cost[i]:
                cuts.cost[i], cuts.stop[i] = cost, j + 1
    return cuts


class _RowSoFar:
    """A row that grows line by line, and what it costs."""

    def __init__(self, body: Body, start: int, middle: bool, foot: bool) -> None:
        self._body, self._start, self._middle, self._foot = body, start, middle, foot
        self._first: dict[int, int] = {}
        self._last: dict[int, int] = {}
        self._own: dict[int, list[int]] = {}
        self._targets: set[int] = set()
        self._steady = 0.0
        self._numbers = 0
        self._stop = start

    def add(self, i: int) -> None:
        """The next line."""
        self._stop = i
        self._numbers += i in self._body.counts
        if i > self._start:
            self._steady += _WHITE * min(self._body.white(i), 2)
        for k, cost in self._body.begins[i].items():
            if (i, k) in self._body.targets:
                self._steady += _SECOND_TARGET if k in self._targets else 0.0
                self._targets.add(k)
            if k in self._first:
                self._steady += _ROOM if (i, k) in self._body.roomy else 0.0
                hole = i - self._last[k] - 1
                if hole:
                    self._steady += _BETWEEN * hole if self._middle and hole == 1 else _HOLE * min(hole, 3)
            else:
                self._first[k] = i
                self._steady += cost if self._start else min(cost, 0.0)
            self._last[k] = i
            self._own.setdefault(k, []).append(i)

    def cost(self) -> float:
        """What the row costs with the lines so far."""
        if self._start in self._body.across:
            return 0.0
        lacks = sum(share for k, share in enumerate(self._body.shares) if k not in self._first)
        cost = self._steady + _ROW + _LACKS * lacks
        cost += _SECOND * max(0, self._numbers - 1)
        if self._body.all_counted and not self._numbers and self._start:
            cost += _UNCOUNTED
        return cost + (self._off_middle() if self._middle and not self._is_cut() else self._late())

    def _is_cut(self) -> bool:
        """May the page cut the row? All of its cells begin with it then, also where print sets them in the middle."""
        at_edge = self._start == 0 or self._stop + 1 == len(self._body.lines)
        return at_edge and all(first == self._start for first in self._first.values())

    def _late(self) -> float:
        if self._foot:
            return sum(_LATE * min(self._stop - last, _LATEST) for last in self._last.values())
        return sum(_LATE * min(first - self._start, _LATEST) for first in self._first.values())

    def _off_middle(self) -> float:
        lines = self._body.lines
        centre = (lines[self._start].at + lines[self._stop].at) / 2
        off = 0.0
        for k, first in self._first.items():
            own = (lines[first].at + lines[self._last[k]].at) / 2
            off += _LATE * min(max(0.0, abs(own - centre) - 0.6), _LATEST)
        return off + _UNEVEN * self._uneven()

    def _uneven(self) -> int:
        """How many cells stand beside lines of others that they can't: with an even number of lines beside an odd one,
        or the other way round."""
        kinds = [[own for own in self._own.values() if len(own) % 2 == odd] for odd in (0, 1)]
        lines = [{i for own in kind for i in own} for kind in kinds]
        return min(
            sum(not other.isdisjoint(own) for own in kind) for kind, other in zip(kinds, lines[::-1], strict=True)
        )
