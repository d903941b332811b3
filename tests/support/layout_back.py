"""The Layout in what `katalog extract --layout` writes: proof that the file leaves nothing out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from schemas.base import Finding
from schemas.layout import DrawnCell, Grid, Layout, Line, Overlay, Page, Word

Data = Mapping[str, Any]


def layout_from(data: Data) -> Layout:
    """The layout in such data."""
    pages = [Page(**{**page, "back": tuple(page["back"])}) for page in data["pages"]]
    by_number = {page.number: page for page in pages}
    return Layout(
        flow=tuple([_line_from(i, by_number) if i["kind"] == "line" else _grid_from(i) for i in data["flow"]]),
        pages=tuple(pages),
        overlays=tuple([_overlay_from(item, by_number) for item in data["overlays"]]),
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
