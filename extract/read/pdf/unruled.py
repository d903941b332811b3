"""Tables without upright lines: columns from the white between them, rows from lines across or from their numbers.

Only where a heading stands in the lines outside all grids and the vocabulary knows nearly all of it, so that no running
text is taken for a table. What goes on below it must leave white between each two columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bahasa.headings import is_known_heading, role_of_heading
from bahasa.roles import INDIKATOR, NO
from extract.read.pdf.grid import Stroke, drawn_on, fill, grid_from
from extract.read.pdf.words import TextLine, lines_of, parts_apart
from schemas.layout import Grid, Word

_LEVELS = 4
#: The rows go on while lines follow each other within this many type sizes.
_NEXT = 3.2
_NUMBER = re.compile(r"\(?\d{1,3}[.)]?$")
_EDGE = 3.0


def unruled_grids(page: int, runs: Sequence[Word], across: Sequence[Stroke]) -> tuple[list[Grid], list[Word]]:
    """Grids of a page's tables without upright lines, filled, and the runs that are left outside."""
    lines = lines_of(runs)
    best: tuple[int, int, int] | None = None
    for at in range(len(lines)):
        if len(parts_apart(lines[at])) < 2:
            continue
        for count in range(1, min(_LEVELS, len(lines) - at) + 1):
            worth = _worth([_name(head) for head in _heads(lines[at : at + count])])
            if worth > 0 and (best is None or worth > best[0]):
                best = (worth, at, count)
    grid = _grid(page, lines, best[1], best[2], across) if best else None
    return ([grid], fill([grid], list(runs))) if grid is not None else ([], list(runs))


def _heads(lines: Sequence[TextLine]) -> list[list[Word]]:
    return _columns([run for line in lines for run in line.words])


def _name(head: Sequence[Word]) -> str:
    return " ".join(line.text for line in lines_of(head))


def _grid(page: int, lines: Sequence[TextLine], at: int, count: int, across: Sequence[Stroke]) -> Grid | None:
    heads = _heads(lines[at : at + count])
    body = _body(lines, at + count)
    xs = _edges(heads, [run for line in (*lines[at : at + count], *body) for run in line.words])
    if xs is None or not body:
        return None
    ys = _rows(lines[at], body, xs, across, [_name(head) for head in heads])
    upright = [[True] * (len(ys) - 1) for _ in xs]
    return replace(grid_from(page, xs, ys, upright, _level(xs, ys, across)), ruled=False)


def _worth(texts: Sequence[str]) -> int:
    """How well these spell the heading of an indicator table; 0 if they don't: three or more are known as wholes, at
    most one isn't, and one is of indicators."""
    known = sum(map(is_known_heading, texts))
    if known < 3 or len(texts) - known > 1 or INDIKATOR not in map(role_of_heading, texts):
        return 0
    return known - 2 * (len(texts) - known)


def _columns(runs: Sequence[Word]) -> list[list[Word]]:
    """Runs that stand above each other."""
    columns: list[list[Word]] = []
    right = -1e9
    for run in sorted(runs, key=lambda run: run.x0):
        if run.x0 - right > 0.7 * run.size:
            columns.append([])
        columns[-1].append(run)
        right = max(right, run.x1)
    return columns


def _body(lines: Sequence[TextLine], start: int) -> list[TextLine]:
    body: list[TextLine] = []
    for line in lines[start:]:
        last = body[-1] if body else lines[start - 1]
        if line.base - last.base > _NEXT * line.size:
            break
        body.append(line)
    return body


def _edges(heads: Sequence[Sequence[Word]], runs: Sequence[Word]) -> list[float] | None:
    """The columns' edges: in the widest white between the middles of two headings; None where there is none."""
    spans = sorted((run.x0, run.x1) for run in runs)
    white: list[tuple[float, float]] = []
    right = spans[0][1]
    for x0, x1 in spans:
        if x0 > right:
            white.append((right, x0))
        right = max(right, x1)
    middles = [(min(run.x0 for run in head) + max(run.x1 for run in head)) / 2 for head in heads]
    edges = [spans[0][0] - _EDGE]
    for a, b in pairwise(middles):
        gaps = [gap for gap in white if gap[0] < b and gap[1] > a and gap[1] - gap[0] > 1.0]
        if not gaps:
            return None
        lo, hi = max(gaps, key=lambda gap: gap[1] - gap[0])
        edges.append((lo + hi) / 2)
    return [*edges, right + _EDGE] if edges == sorted(edges) else None


def _rows(
    head: TextLine, body: Sequence[TextLine], xs: list[float], across: Sequence[Stroke], texts: Sequence[str]
) -> list[float]:
    """The rows' edges: lines drawn across, else the top of each line with a number in the column of numbers."""
    top, bottom = head.top - _EDGE, body[-1].bottom + _EDGE
    first = min(line.top for line in body)
    lines = sorted({s.at for s in across if top < s.at < bottom - 2 and s.lo < xs[-1] and s.hi > xs[0]})
    inner = [at for at in lines if at > head.base]
    if len(inner) < 2:
        column = next((i for i, text in enumerate(texts) if role_of_heading(text) == NO), None)
        inner = [first - 1.0]
        for line in body:
            begin = [run for run in line.words if column is not None and xs[column] < run.x0 < xs[column + 1]]
            if begin and _NUMBER.match(begin[0].text) and line.top - 1.0 > inner[-1] + 2:
                inner.append(line.top - 1.0)
    return [top, *(at for at in inner if top + 3 < at < bottom - 3), bottom]


def _level(xs: list[float], ys: list[float], across: Sequence[Stroke]) -> list[list[bool]]:
    """Where a line is drawn across, or all along where none is drawn at that height."""
    table = drawn_on(list(across), ys, xs)
    return [row if any(row) else [True] * len(row) for row in table]
