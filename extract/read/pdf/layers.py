"""What a page shows beside its own content: form fields and notes."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from ctypes import byref, c_uint, c_ushort
from typing import Any, NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.read.pdf.objects_pdfium import PageBox

#: Kinds of annotation that print text or strike it out; others (links, notes that open) print nothing.
_PRINTED = frozenset({
    raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_INK,
    raw.FPDF_ANNOT_STAMP,
})  # fmt: skip
#: More annotations than this on a page are not looked at.
_MANY = 2_000
#: Hidden ones, and those that are not shown on a screen.
_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
#: A line through words is so thick (points); a note says at most so much (bytes), in type of so many points.
_THIN, _LONGEST, _USUAL = 0.5, 20_000, 10.0
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s+Tf")


def with_fields(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    """Page `index` (0-based), what its form fields and notes print among its content. Raises PdfiumError for a page
    that can't be loaded."""
    page = document[index]
    notes = list(_notes(page))
    if not any(note.kind in _PRINTED or note.filled for note in notes):
        return page
    if document.formenv is None:
        page.close()
        document.init_forms()
        page = document[index]
    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    page.close()
    page = document[index]
    drawn = [note for note in notes if note.bare and note.kind in _DRAWN_BY_READERS]
    for note in drawn:
        _DRAWN_BY_READERS[note.kind](document, page, note)
    if drawn:
        # the notes are gone: a page that is cut or set upright is loaded once more
        raw.FPDFPage_GenerateContent(page.raw)
    return page


class PageNote(NamedTuple):
    """An annotation: its kind, whether it brings no appearance of its own and every reader draws it, whether it is a
    box with an inside, and the colour of that (red, green, blue), its box, the lines through the middle of the texts
    that it marks, from left to right (points, from the page's foot), what it says, and how it sets that."""

    kind: int
    bare: bool
    filled: bool
    inside: tuple[int, ...]
    box: PageBox
    marked: tuple[tuple[float, float, float, float], ...]
    text: str
    setting: str


def _notes(page: pdfium.PdfPage) -> Iterator[PageNote]:
    for i in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MANY)):
        note = raw.FPDFPage_GetAnnot(page.raw, i)
        if note:
            yield _note(note)
            raw.FPDFPage_CloseAnnot(note)


def _note(note: Any) -> PageNote:
    kind, rect, quad = raw.FPDFAnnot_GetSubtype(note), raw.FS_RECTF(), raw.FS_QUADPOINTSF()
    raw.FPDFAnnot_GetRect(note, byref(rect))
    bare = not raw.FPDFAnnot_HasKey(note, b"AP") and not raw.FPDFAnnot_GetFlags(note) & _UNSEEN
    marked = []
    for k in range(raw.FPDFAnnot_CountAttachmentPoints(note) if bare and kind in _DRAWN_BY_READERS else 0):
        if raw.FPDFAnnot_GetAttachmentPoints(note, k, byref(quad)):
            # programs write the corners in any order
            corners = sorted(((quad.x1, quad.y1), (quad.x2, quad.y2), (quad.x3, quad.y3), (quad.x4, quad.y4)))
            marked.append((*_between(*corners[:2]), *_between(*corners[2:])))
    box = (rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top))
    filled = kind == raw.FPDF_ANNOT_SQUARE and bool(raw.FPDFAnnot_HasKey(note, b"IC"))
    text, setting = (_said(note, key) for key in (b"Contents", b"DA")) if bare else ("", "")
    return PageNote(kind, bare, filled, _inside(note) if filled and bare else (), box, tuple(marked), text, setting)


def _between(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def _inside(note: Any) -> tuple[int, ...]:
    tones = [c_uint() for _ in range(4)]
    told = raw.FPDFAnnot_GetColor(note, raw.FPDFANNOT_COLORTYPE_InteriorColor, *map(byref, tones))
    return tuple(tone.value for tone in tones[:3]) if told else ()


def _said(note: Any, key: bytes) -> str:
    length = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = (c_ushort * (length // 2))()
    raw.FPDFAnnot_GetStringValue(note, key, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")


def _strike(document: pdfium.PdfDocument, page: pdfium.PdfPage, note: PageNote) -> None:
    """A line through the middle of each text that is struck out, leaning as that does."""
    for x0, y0, x1, y1 in note.marked:
        line = raw.FPDFPageObj_CreateNewPath(x0, y0 - _THIN / 2)
        for x, y in ((x1, y1 - _THIN / 2), (x1, y1 + _THIN / 2), (x0, y0 + _THIN / 2)):
            raw.FPDFPath_LineTo(line, x, y)
        raw.FPDFPath_Close(line)
        raw.FPDFPath_SetDrawMode(line, raw.FPDF_FILLMODE_WINDING, 0)
        raw.FPDFPage_InsertObject(page.raw, line)


def _fill(document: pdfium.PdfDocument, page: pdfium.PdfPage, note: PageNote) -> None:
    """The inside of a box."""
    if note.inside:
        x0, low, x1, high = note.box
        box = raw.FPDFPageObj_CreateNewRect(x0, low, x1 - x0, high - low)
        raw.FPDFPageObj_SetFillColor(box, *note.inside, 255)
        raw.FPDFPath_SetDrawMode(box, raw.FPDF_FILLMODE_WINDING, 0)
        raw.FPDFPage_InsertObject(page.raw, box)


def _typed(document: pdfium.PdfDocument, page: pdfium.PdfPage, note: PageNote) -> None:
    """The lines of a note that is typed on the page, from its top down."""
    size = float(found[1]) if (found := _SIZE.search(note.setting)) and 3 < float(found[1]) < 100 else _USUAL
    left, _, _, top = note.box
    for k, line in enumerate(filter(str.strip, note.text.splitlines())):
        thing = raw.FPDFPageObj_NewTextObj(document.raw, b"Helvetica", size)
        wide = ctypes.create_string_buffer(f"{line}\0".encode("utf-16-le"))
        raw.FPDFText_SetText(thing, ctypes.cast(wide, raw.FPDF_WIDESTRING))
        raw.FPDFPageObj_Transform(thing, 1, 0, 0, 1, left + 2, top - 1.2 * size * (k + 1))
        raw.FPDFPage_InsertObject(page.raw, thing)


#: What every reader draws for an annotation without an appearance of its own.
_DRAWN_BY_READERS: dict[int, Callable[[pdfium.PdfDocument, pdfium.PdfPage, PageNote], None]] = {
    raw.FPDF_ANNOT_STRIKEOUT: _strike,
    raw.FPDF_ANNOT_FREETEXT: _typed,
    raw.FPDF_ANNOT_SQUARE: _fill,
}
