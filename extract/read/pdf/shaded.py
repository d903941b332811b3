"""Cells that are told by their shade alone: a heading in white on blue over the drawn columns of its rows, as browsers
print a table whose rows alone have borders.

Input: the filled boxes of a page and the lines drawn down. Output: the edges of those that are cells, as rules: boxes
of one colour side by side, whose inner edges upright lines go on from. The box around a title, or shading that no line
goes on from, rules nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.read.pdf.grid import REACH, SNAP, Stroke, strokes_of
from extract.read.pdf.ink import Fill, PageInk, Ruling
from schemas.layout import Box

#: So many boxes side by side are cells; of more on one page none are looked at: a drawing.
_CELLS, _MANY = 3, 2000


def with_shaded_cells(ink: PageInk) -> PageInk:
    """The ink with the edges of its shaded cells among its rules."""
    if not _CELLS <= len(ink.fills) <= _MANY:
        return ink
    found = list(_rules(ink.fills, strokes_of(ink.rulings)[1]))
    return replace(ink, rulings=[*ink.rulings, *found]) if found else ink


def shaded_rows(fills: Sequence[Fill]) -> list[tuple[float, float, int]]:
    """Rows of boxes of one colour side by side: from where to where (y) they reach, and their colour."""
    if len(fills) > _MANY:
        return []
    rows: dict[tuple[float, float, int], set[float]] = {}
    for (x0, top, _, bottom), colour in fills:
        row = next((key for key in rows if key[2] == colour and abs(key[0] - top) + abs(key[1] - bottom) <= SNAP), None)
        rows.setdefault(row or (top, bottom, colour), set()).add(round(x0))
    return [row for row, lefts in rows.items() if len(lefts) >= _CELLS]


def _rules(fills: Sequence[Fill], down: Sequence[Stroke]) -> Iterator[Ruling]:
    for boxes in _touching(fills):
        if len(boxes) < _CELLS or _drawn(boxes, down):
            continue
        if _goes_on(boxes, down, 3) or _goes_on(boxes, down, 1):
            for x0, top, x1, bottom in boxes:
                yield Ruling(x0, top, x1, top)
                yield Ruling(x0, bottom, x1, bottom)
                yield Ruling(x0, top, x0, bottom)
                yield Ruling(x1, top, x1, bottom)


def _touching(fills: Sequence[Fill]) -> list[list[Box]]:
    """Boxes of one colour that touch with whole sides, directly or through others."""
    groups: list[tuple[int, list[Box]]] = []
    for box, colour in fills:
        near = [group for group in groups if group[0] == colour and any(_are_beside(box, one) for one in group[1])]
        groups = [group for group in groups if not any(group is one for one in near)]
        groups.append((colour, [box, *(one for group in near for one in group[1])]))
    return [boxes for _, boxes in groups]


def _are_beside(a: Box, b: Box) -> bool:
    """Do two boxes share a side: side by side, or one over the other?"""
    level = min(a[3], b[3]) - max(a[1], b[1])
    upright = min(a[2], b[2]) - max(a[0], b[0])
    return (-REACH <= upright <= REACH < level) or (-REACH <= level <= REACH < upright)


def _drawn(boxes: Sequence[Box], down: Sequence[Stroke]) -> bool:
    """Does an upright line run beside or through one of the boxes? Then its cells are drawn, and shaded besides."""
    return any(
        x0 - REACH <= line.at <= x1 + REACH and line.lo < (top + bottom) / 2 < line.hi
        for x0, top, x1, bottom in boxes
        for line in down
    )


def _goes_on(boxes: Sequence[Box], down: Sequence[Stroke], side: int) -> bool:
    """Do upright lines go on from each inner edge of the boxes at the lower (`side` 3) or upper edge (1) of all?"""
    end = max(box[3] for box in boxes) if side == 3 else min(box[1] for box in boxes)
    last = sorted(box for box in boxes if abs(box[side] - end) <= SNAP)
    edges = [(a[2] + b[0]) / 2 for a, b in pairwise(last)]
    return len(last) >= _CELLS and all(
        any(abs(line.at - x) <= SNAP and line.lo - REACH <= end <= line.hi + REACH for line in down) for x in edges
    )
