"""Sheets of one indicator each that are printed without lines -> grids, as the drawn ones are.

`1. Sasaran : Meningkatnya pelayanan` / `2. Nama Indikator : Persentase sampel` / `3. Cara Penghitungan : ...`: lines
`label : value` below each other, the value going on below itself. Only what is a sheet of indicators becomes a grid
(extract/table/drawn/upright.py); any other head stays lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.table.drawn.upright import upright
from schemas.layout import DrawnCell, Grid, Layout, Line, Word

#: Lines of a sheet follow each other within so many type sizes.
_NEAR = 3.0
# `3. Cara Penghitungan : ...`, `Target Tahun 2024 : 95`
_LABEL = re.compile(
    r"\s*(?:\(?(?:\d{1,2}|[A-Za-z])[.)]\s*)?[A-Z]\w*(?:[ /.&()-]{1,3}\w+){0,6}[.)]?\s*[:：]\s*(?P<nilai>.*)$"
)

#: The first line of a sheet and the one behind its last, by their positions in the flow.
Run = tuple[int, int]


def with_label_sheets(layout: Layout) -> Layout:
    """The layout with its sheets of indicators as grids, each where its first line stands."""
    found = [(run, grid) for run in _runs(layout.flow) if (grid := _grid(layout.flow, run)) is not None]
    turned = upright([grid for _, grid in found])
    sheets = {run: grid for (run, _), grid in zip(found, turned, strict=True) if grid.upright}
    if not sheets:
        return layout
    taken = {at: run for run in sheets for at in range(*run)}
    flow: list[Line | Grid] = []
    for at, item in enumerate(layout.flow):
        if at not in taken:
            flow.append(item)
        elif at == taken[at][0]:
            flow.append(sheets[taken[at]])
    return replace(layout, flow=tuple(flow))


def _runs(flow: Sequence[Line | Grid]) -> Iterator[Run]:
    """Lines below each other of which the first begins with a label, where they end surely."""
    start: int | None = None
    for at, item in enumerate(flow):
        labelled = isinstance(item, Line) and item.words and _LABEL.match(item.text) is not None
        if start is not None and not (labelled or _goes_on(flow, start, at)):
            if not _near(flow, at):
                yield start, at
            start = None
        if start is None and labelled:
            start = at
    if start is not None:
        yield start, len(flow)


def _goes_on(flow: Sequence[Line | Grid], start: int, at: int) -> bool:
    """Does a line stand below a value: near the line above, and set in from the labels?"""
    first, line = flow[start], flow[at]
    if not isinstance(first, Line) or not isinstance(line, Line) or not _near(flow, at):
        return False
    return line.words[0].x0 > first.words[0].x0 + line.size


def _near(flow: Sequence[Line | Grid], at: int) -> bool:
    """Does a line stand right below the one above it? Where one without a label does, a sheet is not sure."""
    above, line = flow[at - 1], flow[at]
    if not isinstance(above, Line) or not isinstance(line, Line) or not line.words or line.page != above.page:
        return False
    return 0 < line.base - above.base < _NEAR * line.size


def _grid(flow: Sequence[Line | Grid], run: Run) -> Grid | None:
    """The lines of a run as a grid of labels and values, band by band; None where a word belongs to both, or where it
    stands on no page of its own."""
    lines = [item for item in flow[slice(*run)] if isinstance(item, Line)]
    page = lines[0].sheet
    if page is None or page.pitch or any(line.page != lines[0].page for line in lines):
        return None
    rows: list[tuple[list[Word], list[Word]]] = []
    for line in lines:
        match = _LABEL.match(line.text)
        begin = match.start("nilai") if match else 0
        label, value = line.words_in(0, begin), line.words_in(begin, len(line.text))
        if len(label) + len(value) != len(line.words):
            return None
        if match:
            rows.append((label, value))
        else:
            rows[-1][1].extend(value)
    return _banded(page.number, rows)


def _banded(page: int, rows: Sequence[tuple[list[Word], list[Word]]]) -> Grid | None:
    words = [word for row in rows for part in row for word in part]
    values = [word.x0 for _, value in rows for word in value]
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    if not values:
        return None
    xs = (left, min(values), right)
    tops = [min(word.top for part in row for word in part) for row in rows]
    ys = (*tops, max(word.bottom for word in words))
    owner = [
        [DrawnCell(c, c, r, r, xs[c], ys[r], xs[c + 1], ys[r + 1], words=list(part)) for c, part in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    return Grid(page, xs, ys, owner, [cell for band in owner for cell in band], ruled=False)
