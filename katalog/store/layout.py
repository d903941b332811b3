"""A Layout as plain data: what `katalog extract --layout` writes.

    source, pages, flow, overlays, findings

An item of `flow` is a line (`text`, its `number`, `page` where pages are marked, `words` where they have a place) or a
grid: the edges of its columns (`xs`) and bands (`ys`), its cells (`columns` and `bands` that they span, first and last,
`bbox`, whether a line is drawn above and below, their `lines` for whoever reads the file), and `owner`, for each band
and column the position of the cell that covers it. Coordinates are those of the page turned upright.
"""

from __future__ import annotations

from typing import Any

from extract.read.pdf.words import lines_of
from schemas.layout import DrawnCell, Grid, Layout, Line, Word
from schemas.source import Source

LAYOUT_VERSION = "1.0"
_PAGE = ("number", "width", "height", "turn", "recognised", "pitch", "back")


def layout_data(layout: Layout, source: Source) -> dict[str, Any]:
    """The layout of a source, ready to be written as JSON."""
    return {
        "layout_version": LAYOUT_VERSION,
        "source": source.model_copy(update={"pages": layout.page_count}),
        "pages": [{name: getattr(page, name) for name in _PAGE} for page in layout.pages],
        "flow": [_line(item) if isinstance(item, Line) else _grid(item) for item in layout.flow],
        "overlays": [{"text": o.text, "page": o.page.number, "bbox": o.box, "why": o.why} for o in layout.overlays],
        "findings": layout.findings,
    }


def _line(line: Line) -> dict[str, Any]:
    placed = {"page": line.page} if line.page is not None else {}
    words = {"words": [_word(word) for word in line.words]} if line.words else {}
    return {"kind": "line", "number": line.number, **placed, "text": line.text, **words}


def _word(word: Word) -> dict[str, Any]:
    """`end` is the right end of its first character."""
    return {
        "text": word.text,
        "bbox": [word.x0, word.top, word.x1, word.bottom],
        "base": word.base,
        "size": word.size,
        "blank": word.blank,
        "order": word.order,
        "end": word.ends[0],
        "sure": word.sure,
        **({"formula": True} if word.formula else {}),
    }


def _grid(grid: Grid) -> dict[str, Any]:
    at = {id(cell): position for position, cell in enumerate(grid.cells)}
    return {
        "kind": "grid",
        "page": grid.page,
        "ruled": grid.ruled,
        "xs": grid.xs,
        "ys": grid.ys,
        "cells": [_cell(cell) for cell in grid.cells],
        "owner": [[at[id(cell)] for cell in band] for band in grid.owner],
    }


def _cell(cell: DrawnCell) -> dict[str, Any]:
    return {
        "columns": [cell.c0, cell.c1],
        "bands": [cell.r0, cell.r1],
        "bbox": cell.box,
        "drawn": {"top": cell.top_drawn, "bottom": cell.bottom_drawn},
        "sure": cell.sure,
        "why": cell.why,
        "lines": [line.text for line in lines_of(cell.words)],
        "words": [_word(word) for word in cell.words],
    }
