"""A Layout as plain data, and back: what `katalog extract --layout` writes.

    source, pages, flow, overlays, findings

An item of `flow` is a line (`text`, its `number`, `page` where pages are marked, `words` where they have a place) or a
grid: the edges of its columns (`xs`) and bands (`ys`), its cells (`columns` and `bands` that they span, first and last,
`bbox`, whether a line is drawn above and below, their `lines` for whoever reads the file), and `owner`, for each band
and column the position of the cell that covers it. Coordinates are those of the page turned upright.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from extract.read.pdf.words import lines_of
from schemas.base import Finding
from schemas.layout import DrawnCell, Grid, Layout, Line, Overlay, Page, Word
from schemas.source import Source

LAYOUT_VERSION = "1.0"
_PAGE = ("number", "width", "height", "turn", "recognised", "pitch", "back")

Data = Mapping[str, Any]


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


def layout_from(data: Data) -> Layout:
    """The layout in such data; LookupError or ValueError for data of another form."""
    pages = [Page(**{**page, "back": tuple(page["back"])}) for page in data["pages"]]
    by_number = {page.number: page for page in pages}
    return Layout(
        flow=tuple([_line_from(i, by_number) if i["kind"] == "line" else _grid_from(i) for i in data["flow"]]),
        pages=tuple(pages),
        overlays=tuple(
            [Overlay(o["text"], by_number[o["page"]], _box(o["bbox"]), o.get("why", "")) for o in data["overlays"]]
        ),
        findings=tuple([Finding.model_validate(finding) for finding in data["findings"]]),
    )


def _overlay_from(item: Data, pages: Mapping[int, Page]) -> Overlay:
    return Overlay(item["text"], pages[item["page"]], _box(item["bbox"]), item.get("why", ""))


def _line_from(item: Data, pages: Mapping[int, Page]) -> Line:
    words = tuple([_word_from(word) for word in item.get("words", ())])
    page = item.get("page")
    return Line(item["text"], item["number"], page, words, pages[page] if words and page is not None else None)


def _word_from(word: Data) -> Word:
    x0, top, x1, bottom = _box(word["bbox"])
    base, size, blank, order = word["base"], word["size"], word["blank"], word["order"]
    return Word(
        word["text"],
        x0,
        top,
        x1,
        bottom,
        base,
        size,
        blank,
        order,
        (word["end"],),
        word["sure"],
        word.get("formula", False),
    )


def _grid_from(item: Data) -> Grid:
    cells = [_cell_from(cell) for cell in item["cells"]]
    owner = [[cells[position] for position in band] for band in item["owner"]]
    return Grid(item["page"], tuple(item["xs"]), tuple(item["ys"]), owner, cells, item["ruled"])


def _cell_from(cell: Data) -> DrawnCell:
    (c0, c1), (r0, r1), drawn = cell["columns"], cell["bands"], cell["drawn"]
    words = [_word_from(word) for word in cell["words"]]
    return DrawnCell(c0, c1, r0, r1, *_box(cell["bbox"]), drawn["top"], drawn["bottom"], words, *_doubt(cell))


def _doubt(cell: Data) -> tuple[float, str]:
    return cell.get("sure", 1.0), cell.get("why", "")


def _box(values: Sequence[float]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = values
    return x0, top, x1, bottom
