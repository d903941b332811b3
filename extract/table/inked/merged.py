"""Rows of a table whose cells are set in the middle -> the rows that each text of a column spans.

A merged cell that is centred from top to bottom prints its text beside a row in its middle, not beside the first one
that it spans (`Sub Bagian Umum` beside the third of five rows). Decided column by column over all rows between two
groups, at least cost: a text stands in the middle of the rows that it spans, has no hole, and begins as cells begin; a
row without a text is a blank cell of its own, or spanned. How much more the best reading costs that spans other rows is
how sure the span is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.table.inked.placed import PlacedLine

#: Costs: a line by which a text stands off the middle of its rows (so many are free, so many count at most), a line
#: that it leaves out, a row that it spans beyond the first one, a blank cell.
_OFF, _FREE, _MOST, _HOLE, _SPANNED, _BLANK = 1.1, 0.3, 4.0, 1.0, 0.3, 0.5
#: A row whose text seems to begin a cell of its own is joined with the one above.
_JOINED, _BEGINS = 2.5, 1.5
#: A text that a row's beginning parts has its lines so near each other (lines), its parts so far off the middles of
#: their rows together (more where the second begins as cells may), and goes on with no opener of cells.
_STEP, _MEET, _OPENS = 2, 1.0, -1.0
#: Lines of neighbours stand between the lines of a text that is set half a line lower.
_BETWEEN = 0.3
_INF = float("inf")
#: A text that spans rows could as well span others where that costs so little more, and one of one row several.
UNSURE_MARGIN = 0.8


@dataclass(frozen=True, slots=True)
class MergedText:
    """A text of a column that spans the rows `first` to `last`, or may (one row), and how much more it costs that it
    spans others."""

    column: int
    first: int
    last: int
    margin: float


def merged_texts(
    lines: Sequence[PlacedLine],
    rows: Sequence[tuple[int, int]],
    begins: Sequence[Mapping[int, float]],
    columns: Iterable[int],
    single: Collection[tuple[int, int]] = (),
) -> list[MergedText]:
    """The texts of these columns that span more than one row, or may (`UNSURE_MARGIN`). `rows` follow each other (first
    line, and the line behind the last one); `begins` has for each line what a cell costs that begins there, by column.
    No cell has two of the lines that are cells of their own in a column (`single`: line and column)."""
    edges = [lines[first].at - 0.5 for first, _ in rows[:1]]
    edges += [(lines[above - 1].at + lines[below].at) / 2 for (_, above), (below, _) in pairwise(rows)]
    edges += [lines[stop - 1].at + 0.5 for _, stop in rows[-1:]]
    found: list[MergedText] = []
    for column in columns:
        texts = [[i for i in range(first, stop) if lines[i].cells[column]] for first, stop in rows]
        alone = frozenset(line for line, own in single if own == column)
        spans = _Spans(lines, edges, texts, [begin.get(column, 0.0) for begin in begins], alone)
        if not all(texts):
            best = spans.best()
            found += [MergedText(column, *one) for one in best if one[0] < one[1] or one[2] <= UNSURE_MARGIN]
        else:
            found += [MergedText(column, row - 1, row, spans.margin(row)) for row in spans.cut()]
    return found


@dataclass(slots=True)
class _Spans:
    """A column: the lines, the edges of its rows, the lines of each row that have text, and what each costs as a
    beginning."""

    lines: Sequence[PlacedLine]
    edges: Sequence[float]
    texts: Sequence[Sequence[int]]
    begins: Sequence[float]
    alone: frozenset[int]

    def best(self) -> Iterator[tuple[int, int, float]]:
        """The cells of the best reading: first and last row, and by how much it is better than one without the cell."""
        size = len(self.texts)
        costs = {(a, b): self._cost(a, b) for a in range(size) for b in range(a, size)}
        ahead, before = [0.0] + [_INF] * size, [0] * (size + 1)
        for (a, b), cost in sorted(costs.items(), key=lambda one: one[0][1]):
            if ahead[a] + cost < ahead[b + 1]:
                ahead[b + 1], before[b + 1] = ahead[a] + cost, a
        behind = [_INF] * size + [0.0]
        for (a, b), cost in sorted(costs.items(), key=lambda one: -one[0][0]):
            behind[a] = min(behind[a], cost + behind[b + 1])
        stop = size
        while stop:
            cell = before[stop], stop - 1
            row = next((row for row in range(cell[0], stop) if self.texts[row]), cell[0])
            others = (
                ahead[a] + cost + behind[b + 1] for (a, b), cost in costs.items() if a <= row <= b and (a, b) != cell
            )
            yield *cell, min(others, default=_INF) - ahead[size]
            stop = cell[0]

    def cut(self) -> list[int]:
        """The rows that begin within a text, where each row has some: it goes on with the line above as no cell begins,
        and neither part of it stands in the middle of its row (`12` at the foot of one, `dokumen` at the head of the
        next)."""
        found: list[int] = []
        for row in range(1, len(self.texts)):
            below, above = self.texts[row][0], self.texts[row - 1][-1]
            begins = self.begins[below]
            near = self.lines[below].at - self.lines[above].at <= _STEP and begins > _OPENS
            offs = self._off(row - 1), -self._off(row)
            apart = min(offs) > _FREE and sum(offs) >= (_MEET if begins >= _BEGINS else _MEET + 0.5)
            # `cepat, mudah,` fills its row; `transparan` at the head of the next begins no cell
            apart |= begins >= _BEGINS and min(offs) >= -_FREE and sum(offs) >= _MEET
            if near and apart and row - 1 not in found:
                found.append(row)
        return found

    def margin(self, row: int) -> float:
        """How much more it costs that a text is parted before a row."""
        return self._cost(row - 1, row - 1) + self._cost(row, row) - self._cost(row - 1, row)

    def _off(self, row: int) -> float:
        """How far the text of a row stands below its middle."""
        own = self.texts[row]
        return (self.lines[own[0]].at + self.lines[own[-1]].at - self.edges[row] - self.edges[row + 1]) / 2

    def _cost(self, first: int, last: int) -> float:
        filled = [row for row in self.texts[first : last + 1] if row]
        own = [i for row in filled for i in row]
        if not own:
            return _BLANK if first == last else _INF
        if first < last and sum(i in self.alone for i in own) > 1:
            return _INF
        joined = sum(self.begins[row[0]] < _BEGINS for row in filled[1:])
        places = [self.lines[i].at for i in own]
        off = abs(places[0] + places[-1] - self.edges[first] - self.edges[last + 1]) / 2
        holes = sum(_BETWEEN if b - a == 2 else _HOLE * min(b - a - 1, 3) for a, b in pairwise(own))
        cost = _OFF * min(max(0.0, off - _FREE), _MOST) + holes + _SPANNED * (last - first)
        return cost + self.begins[own[0]] + _JOINED * joined
