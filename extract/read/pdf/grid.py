"""Ruling lines to grids of cells.

The lines of one table touch each other. Their coordinates cut its area into elementary cells; two neighbours with no
line drawn between them are one cell, so merged cells need no rule of their own, and a border that is missing or drawn
in pieces does no harm.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.read.pdf.ink import PageInk, Ruling
from extract.read.pdf.words import cell_lines, split_run
from schemas.layout import DrawnCell, Grid, Word

#: A dot of a dotted line is as wide as high, but for so much (points).
_SQUARE = 0.1
#: Lines nearer than this (points) are one line: double rules, borders drawn per cell.
SNAP = 2.5
#: A column narrower than this (points) and without a heading comes of lines that do not quite meet.
SLIVER = 8.0
#: Edges nearer than this (points) are one: the two lines of a double border hold no text between them.
TOGETHER = 5.0
#: A gap in a line up to this (points) is bridged: dashes, corners drawn apart.
BRIDGE = 4.0
#: How far a line may end from the one that it meets (points).
REACH = 3.0
#: Of more lines than these one alone that goes on beyond a table does not open it.
_ALONE = 3
#: Where a word has the ends of its characters.
_ENDS = Word._fields.index("ends")
#: Lines of one direction looked at on a page.
MAX_LINES = 3000


@dataclass(slots=True)
class Stroke:
    """A joined line: `at` its place across, `lo`..`hi` its extent along."""

    at: float
    lo: float
    hi: float


#: Lines across that run out beyond a table's last upright line do so by less than this (points); a column is wider.
_STUB = 16.0


def text_in(region: DrawnCell) -> str:
    """The text of a cell, lines joined with a blank."""
    words = region.words
    texts = [word.text for word in words] if len(words) < 2 else [line.text for line in cell_lines(region)]
    return " ".join(" ".join(texts).split())


def cut_bands(grid: Grid, first: int, stop: int) -> Grid:
    """The bands `first`..`stop` - 1 of a grid as a grid of their own."""
    kept = {
        cell: replace(cell, r0=max(cell.r0, first) - first, r1=min(cell.r1, stop - 1) - first)
        for cell in grid.cells
        if cell.r0 < stop and cell.r1 >= first
    }
    owner = [[kept[cell] for cell in band] for band in grid.owner[first:stop]]
    return replace(grid, ys=grid.ys[first : stop + 1], owner=owner, cells=list(kept.values()))


def grids_of(ink: PageInk) -> list[Grid]:
    """The ruled areas of a page, top to bottom; cells still without text."""
    across, down = strokes_of(ink.rulings)
    grids = [_grid(ink.number, hs, vs) for hs, vs in _components(across, down)]
    return sorted((g for g in grids if g is not None), key=lambda g: (g.ys[0], g.xs[0]))


def strokes_of(rulings: Sequence[Ruling]) -> tuple[list[Stroke], list[Stroke]]:
    """Horizontal and vertical lines, pieces of one line joined."""
    across = [Stroke((r.top + r.bottom) / 2, r.x0, r.x1) for r in rulings if r.x1 - r.x0 >= r.bottom - r.top - _SQUARE]
    down = [Stroke((r.x0 + r.x1) / 2, r.top, r.bottom) for r in rulings if r.bottom - r.top >= r.x1 - r.x0 - _SQUARE]
    return _joined(across[: MAX_LINES * 4]), _joined(down[: MAX_LINES * 4])


def _joined(strokes: list[Stroke]) -> list[Stroke]:
    result: list[Stroke] = []
    for at, group in _clusters(strokes):
        group.sort(key=lambda s: s.lo)
        now = Stroke(at, group[0].lo, group[0].hi)
        for stroke in group[1:]:
            if stroke.lo - now.hi > BRIDGE:
                result.append(now)
                now = Stroke(at, stroke.lo, stroke.hi)
            now.hi = max(now.hi, stroke.hi)
        result.append(now)
    return [s for s in result if s.hi - s.lo > 5.0][:MAX_LINES]


def _clusters(strokes: list[Stroke]) -> list[tuple[float, list[Stroke]]]:
    """Strokes whose place across differs by at most SNAP, with the place that most of their length has."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda s: s.at):
        if not groups or stroke.at - groups[-1][0].at > SNAP:
            groups.append([])
        groups[-1].append(stroke)
    placed = []
    for group in groups:
        weight = sum(s.hi - s.lo + 0.01 for s in group)
        placed.append((sum(s.at * (s.hi - s.lo + 0.01) for s in group) / weight, group))
    return placed


def _components(across: list[Stroke], down: list[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Lines that touch, directly or through others: one group a table."""
    parent = list(range(len(across) + len(down)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(across):
        for j, v in enumerate(down, len(across)):
            if (
                h.lo - REACH <= v.at <= h.hi + REACH
                and v.lo - REACH <= h.at <= v.hi + REACH
                and (a := find(i)) != (b := find(j))
            ):
                parent[max(a, b)] = min(a, b)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for i, stroke in enumerate(across + down):
        groups.setdefault(find(i), ([], []))[0 if i < len(across) else 1].append(stroke)
    return [g for g in groups.values() if g[0] and g[1]]


def _edges(crossing: list[Stroke], along: list[Stroke]) -> list[float]:
    """Places of the lines `crossing` an axis, and the ends of the lines along it that go on beyond them: a table that
    is open at a side (no line at the page's foot) is closed there. One line of many that goes on is none of its own."""
    places = sorted(s.at for s in crossing)
    edges = places[:1]
    for place in places[1:]:
        if place - edges[-1] > TOGETHER:
            edges.append(place)
    least = 1 if len(along) > _ALONE else 0
    low, high = sorted(s.lo for s in along)[least], sorted(s.hi for s in along)[-1 - least]
    if edges[0] - low > 6.0:
        edges.insert(0, low)
    if high - edges[-1] > 6.0:
        edges.append(high)
    return edges


def drawn_on(strokes: list[Stroke], edges: list[float], steps: list[float]) -> list[list[bool]]:
    """For each edge and each step along it: is a line drawn there?"""
    return [[share >= 0.5 for share in row] for row in covered_on(strokes, edges, steps)]


def covered_on(strokes: list[Stroke], edges: list[float], steps: list[float]) -> list[list[float]]:
    """For each edge and each step along it: on what share of it is a line drawn?"""
    table = []
    for edge in edges:
        here = [s for s in strokes if abs(s.at - edge) <= SNAP]
        row = []
        for lo, hi in pairwise(steps):
            covered = sum(max(0.0, min(s.hi, hi) - max(s.lo, lo)) for s in here)
            row.append(covered / (hi - lo))
        table.append(row)
    return table


def _grid(page: int, across: list[Stroke], down: list[Stroke]) -> Grid | None:
    xs, ys = _edges(down, across), _edges(across, down)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > 60_000:
        return None
    return grid_from(page, xs, ys, drawn_on(down, xs, ys), drawn_on(across, ys, xs))


def grid_from(page: int, xs: list[float], ys: list[float], upright: list[list[bool]], level: list[list[bool]]) -> Grid:
    """A grid by its edges and the lines drawn on them: `upright[c][r]` on edge `xs[c]` beside band `r`, `level[r][c]`
    on edge `ys[r]` above column `c`."""
    columns, bands = len(xs) - 1, len(ys) - 1
    parent = list(range(columns * bands))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for r in range(bands):
        for c in range(columns):
            here = find(r * columns + c)
            if c + 1 < columns and not upright[c + 1][r]:
                other = find(r * columns + c + 1)
                parent[max(here, other)] = min(here, other)
                here = min(here, other)
            if r + 1 < bands and not level[r + 1][c]:
                other = find((r + 1) * columns + c)
                parent[max(here, other)] = min(here, other)
    members: dict[int, list[int]] = {}
    for i in range(columns * bands):
        members.setdefault(find(i), []).append(i)
    owner: list[list[DrawnCell]] = [[None] * columns for _ in range(bands)]  # type: ignore[list-item]
    regions = []
    for cells in members.values():
        region = _region(cells, columns, xs, ys, level)
        regions.append(region)
        for i in cells:
            owner[i // columns][i % columns] = region
    return Grid(page, tuple(xs), tuple(ys), owner, regions)


def _region(cells: list[int], columns: int, xs: list[float], ys: list[float], level: list[list[bool]]) -> DrawnCell:
    rows, cols = [i // columns for i in cells], [i % columns for i in cells]
    c0, c1, r0, r1 = min(cols), max(cols), min(rows), max(rows)
    above = any(level[r0][i % columns] for i in cells if i // columns == r0)
    below = any(level[r1 + 1][i % columns] for i in cells if i // columns == r1)
    return DrawnCell(c0, c1, r0, r1, xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1], above, below)


def without_stubs(grid: Grid, down: Sequence[Stroke]) -> Grid:
    """The grid without what is no column at its sides: narrow, without print, and open, since its lines across run out
    beyond the last of those drawn `down`."""
    first = int(_is_stub(grid, 0, grid.xs[0], down))
    last = len(grid.xs) - 2 - int(_is_stub(grid, len(grid.xs) - 2, grid.xs[-1], down))
    if first > last or (first, last) == (0, len(grid.xs) - 2):
        return grid
    kept = {id(c): replace(c, c0=max(c.c0 - first, 0), c1=min(c.c1, last) - first) for c in grid.cells if c.c1 >= first}
    owner = [[kept[id(cell)] for cell in band[first : last + 1]] for band in grid.owner]
    cells = [cell for cell in kept.values() if cell.c0 <= last - first]
    return replace(grid, xs=grid.xs[first : last + 2], owner=owner, cells=cells)


def _is_stub(grid: Grid, column: int, outer: float, down: Sequence[Stroke]) -> bool:
    narrow = grid.xs[column + 1] - grid.xs[column] < _STUB
    blank = all(not band[column].words and band[column].c0 == band[column].c1 for band in grid.owner)
    top, bottom = grid.ys[0], grid.ys[-1]
    return narrow and blank and not any(abs(s.at - outer) <= SNAP and s.lo < bottom and s.hi > top for s in down)


def fill(grids: list[Grid], runs: list[Word]) -> list[Word]:
    """Puts each run into the cell that it is printed in and returns those outside all grids.

    A run that a column's line crosses belongs to the side where more of it stands (a list's dash printed on the
    border), unless the line falls into a gap between its characters: then it is two.
    """
    outside = []
    for run in runs:
        y = run.base - 0.25 * run.size
        middle = (run.x0 + run.x1) / 2
        grid = next((g for g in grids if g.ys[0] <= y <= g.ys[-1] and g.xs[0] - 1 <= middle <= g.xs[-1] + 1), None)
        if grid is None:
            outside.append(_placed(run))
            continue
        for part in _parts(run, grid, y):
            cell_at(grid, (part.x0 + part.x1) / 2, y).words.append(_placed(part))
    return outside


def _placed(word: Word) -> Word:
    """From here on only the first character's end is asked for; the others would fill the memory."""
    ends = word.ends
    return tuple.__new__(Word, (*word[:_ENDS], ends[:1], *word[_ENDS + 1 :])) if len(ends) > 1 else word


def cell_at(grid: Grid, x: float, y: float) -> DrawnCell:
    """The cell at a place on the page, the nearest one for a place beside the grid."""
    c = bisect_right(grid.xs, x, 1, len(grid.xs) - 1) - 1
    r = bisect_right(grid.ys, y, 1, len(grid.ys) - 1) - 1
    return grid.owner[r][c]


def _parts(run: Word, grid: Grid, y: float) -> list[Word]:
    left, right = cell_at(grid, run.x0 + 0.5, y), cell_at(grid, run.x1 - 0.5, y)
    if left is right or len(run.ends) < 4:
        return [run]
    for x in grid.xs[1:-1]:
        bordered = run.x0 + 1 < x < run.x1 - 1 and cell_at(grid, x - 0.1, y) is not cell_at(grid, x + 0.1, y)
        if bordered and _gap_at(run, x):
            return [part for piece in split_run(run, x) for part in _parts(piece, grid, y)]
    return [run]


def _gap_at(run: Word, x: float) -> bool:
    """Does `x` fall between two characters of which both sides have at least two?"""
    return any(abs(end - x) <= 0.06 * run.size for end in run.ends[1:-2])
