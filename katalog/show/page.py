"""A page with what was seen on it: words, cells, the role of each column, rows, and the decisions at page breaks.

For a person who wants to know why a cell reads as it does. Drawn on pdfplumber's image of the page.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.errors import UnusableSource
from extract.read.pdf.options import PdfOptions, require
from extract.read.pdf.scans import layout_of_pdf
from extract.table.drawn.seam import Seam
from extract.table.drawn.sheet import TablePart
from extract.table.flow import flow_of
from extract.table.sheet import DrawnTable
from schemas.layout import Box, Grid, Layout, Line, Page

Colour = tuple[int, int, int, int]

_WORD: Colour = (120, 120, 120, 160)
_CELL: Colour = (30, 90, 200, 255)
_HEAD: Colour = (30, 90, 200, 40)
_OTHER: Colour = (230, 140, 0, 255)
_OVERLAY: Colour = (200, 0, 200, 255)
_JOINED: Colour = (0, 140, 60, 255)
_PARTED: Colour = (200, 30, 30, 255)
_PAPER: Colour = (255, 255, 255, 215)
_CLEAR: Colour = (0, 0, 0, 0)
#: Height of a line of notes, in points.
_NOTE = 9.0
#: What the letters above the columns at a page break mean.
ACTIONS = {"lanjut": "sel berlanjut", "baru": "sel baru", "bentang": "sel gabungan terbawa", "kosong": "kosong"}


@dataclass(slots=True)
class Canvas:
    """pdfplumber's page image; boxes in points, origin at the top left of the page turned upright."""

    image: Any
    page: Page
    font: Any
    words: list[Box] = field(default_factory=list)

    def height(self, heights: Sequence[float], left: float, right: float) -> float:
        """The first of these tops at which a line of notes hides no word; the first of all where each does."""

        def free(top: float) -> bool:
            return not any(x0 < right and x1 > left and y0 < top + _NOTE and y1 > top for x0, y0, x1, y1 in self.words)

        return next(filter(free, heights), heights[0])

    def rect(self, box: Box, stroke: Colour, fill: Colour = _CLEAR, width: int = 1) -> None:
        self.image.draw_rect(self.page.shown(box), fill=fill, stroke=stroke, stroke_width=width)

    def note(self, x: float, y: float, text: str, colour: Colour) -> None:
        """Text on a light ground, at a point of the upright page."""
        x0, y0, _, _ = self.page.shown((x, y, x, y))
        at = self.image._reproject((x0, y0))
        draw = self.image.draw
        draw.rectangle(draw.textbbox(at, text, font=self.font), fill=_PAPER)
        draw.text(at, text, fill=colour, font=self.font)


def page_image(data: bytes, number: int, options: PdfOptions, resolution: int = 130) -> bytes:
    """Page `number` (1-based) of a PDF as PNG. Raises UnusableSource for a file that can't be read or a page that isn't
    there.

    The whole file is read, since a page break is decided from both of its pages.
    """
    require("pdfplumber", "Gambar halaman")
    layout = layout_of_pdf(data, options)
    page = next((page for page in layout.pages if page.number == number), None)
    if page is None:
        raise UnusableSource(
            f"Halaman {number} tidak ada; PDF ini mempunyai {len(layout.pages)} halaman.", "Pilih halaman lain."
        )
    canvas = _canvas(data, page, resolution)
    _seen(canvas, layout)
    for table in flow_of(layout).tables:
        for part in table.sheet.pieces:
            if part.page == number:
                _piece(canvas, table, part)
    out = io.BytesIO()
    canvas.image.annotated.convert("RGB").save(out, format="PNG")
    return out.getvalue()


def _canvas(data: bytes, page: Page, resolution: int) -> Canvas:
    import pdfplumber
    from PIL import ImageFont

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        image = pdf.pages[page.number - 1].to_image(resolution=resolution)
    return Canvas(image, page, ImageFont.load_default(size=max(10, resolution // 11)))


def _seen(canvas: Canvas, layout: Layout) -> None:
    """The words and cells of the page, and what lies over them."""
    number = canvas.page.number
    for item in layout.flow:
        if item.page != number:
            continue
        cells = item.cells if isinstance(item, Grid) else ()
        for cell in cells:
            canvas.rect(cell.box, _OTHER)
        for word in (*(item.words if isinstance(item, Line) else ()), *(w for cell in cells for w in cell.words)):
            canvas.words.append((word.x0, word.top, word.x1, word.bottom))
            canvas.rect(canvas.words[-1], _WORD)
    for overlay in layout.overlays:
        if overlay.page.number == number:
            canvas.rect(overlay.box, _OVERLAY, width=2)
            canvas.note(overlay.box[0], overlay.box[1], f"di atas teks: {overlay.text[:40]}", _OVERLAY)


def _piece(canvas: Canvas, table: DrawnTable, piece: TablePart) -> None:
    """Cells, roles and rows of a table's part on this page, and the page break above it."""
    columns = piece.heading.columns if piece.heading is not None else table.made.columns
    if piece.grid.upright:
        _card(canvas, [column.role for column in columns], piece)
        return
    for band in range(piece.first, piece.stop):
        for region in piece.grid.owner[band]:
            if region.r0 == band:
                canvas.rect(region.box, _CELL, width=2)
    bottom = piece.grid.ys[piece.heading.body] if piece.heading is not None else piece.top
    last = piece.grid.ys[piece.stop]
    # on the same part of a folded page: above a table beside a bar stands the end of the bar
    beside = [
        y for y in (piece.top - _NOTE, last + 2, bottom - _NOTE) if canvas.page.part(y) == canvas.page.part(last - 1)
    ]
    roles = canvas.height(beside or [piece.top], piece.grid.xs[0], piece.grid.xs[-1])
    for column in columns:
        if piece.heading is not None:
            canvas.rect((column.x0, piece.top, column.x1, bottom), _CELL, _HEAD)
        canvas.note(column.x0 + 2, roles, column.role, _CELL)
    for i, row in enumerate(piece.rows, 1):
        kind = "kelompok" if row.group is not None else "kosong" if row.blank else f"baris {i}"
        canvas.note(piece.grid.xs[0] - 34, row.top + 1, kind, _CELL)
    for seam in table.seams:
        if seam.page == piece.page and piece.rows:
            _seam(canvas, piece, seam)


def _card(canvas: Canvas, roles: Sequence[str], piece: TablePart) -> None:
    """The labels and values of a card, each where it is printed, with the role behind the value: its columns stand
    nowhere on the page."""
    labels, values = piece.grid.owner[piece.first], piece.grid.owner[piece.stop - 1]
    for role, label, value in zip(roles, labels, values, strict=True):
        if label.words:
            canvas.rect(label.box, _CELL, _HEAD, width=2)
        if value.words:
            canvas.rect(value.box, _CELL, width=2)
            canvas.note(value.box[2] + 3, value.box[1], role, _CELL)


def _seam(canvas: Canvas, piece: TablePart, seam: Seam) -> None:
    """The decision at the page break: over the first row, per column; the evidence above the table."""
    colour = _JOINED if seam.joined else _PARTED
    top = piece.rows[0].top
    canvas.rect((piece.grid.xs[0], top - 1, piece.grid.xs[-1], top + 1), colour, colour, width=2)
    said = "baris berlanjut dari halaman sebelumnya" if seam.joined else "baris baru"
    canvas.note(piece.grid.xs[0], piece.top - 34, f"{said} (bobot {seam.score:+.1f})", colour)
    canvas.note(piece.grid.xs[0], piece.top - 23, "; ".join(seam.reasons)[:180], colour)
    columns = piece.heading.columns if piece.heading is not None else None
    edges = [c.x0 for c in columns] if columns else list(piece.grid.xs[: len(seam.actions)])
    for x, action in zip(edges, seam.actions, strict=False):
        canvas.note(x + 2, top + 2, ACTIONS[action], colour)
