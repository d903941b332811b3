"""What a page shows beside its own content, and what it does not show of it: form fields, notes, layers."""

from __future__ import annotations

import io
from collections.abc import Collection
from functools import cached_property
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

#: Kinds of annotation that print text or strike it out; others (links, notes that open) print nothing.
_PRINTED = frozenset({
    raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_INK,
    raw.FPDF_ANNOT_STAMP,
})  # fmt: skip
#: More annotations than this on a page are not looked at.
_MANY = 2_000


class Layers:
    """The names of the layers that a file switches off; the file is looked into when somebody asks."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __call__(self) -> Collection[str]:
        return self._off

    @cached_property
    def _off(self) -> frozenset[str]:
        import pikepdf

        try:
            with pikepdf.open(io.BytesIO(self._data), suppress_warnings=True) as pdf:
                return frozenset(_switched_off(pdf.Root))
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError, KeyError):
            return frozenset()


def _switched_off(root: Any) -> list[str]:
    layers = root.get("/OCProperties")
    if layers is None:
        return []
    shown = layers.get("/D", {})
    off = list(shown.get("/OFF", []))
    if str(shown.get("/BaseState", "/ON")) == "/OFF":
        on = {layer.objgen for layer in shown.get("/ON", [])}
        off += [layer for layer in layers.get("/OCGs", []) if layer.objgen not in on]
    return [str(layer.get("/Name", "")) for layer in off]


def with_fields(document: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    """Page `index` (0-based), what its form fields and notes print among its content. Raises PdfiumError for a page
    that can't be loaded."""
    page = document[index]
    if not _prints(page):
        return page
    if document.formenv is None:
        page.close()
        document.init_forms()
        page = document[index]
    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    page.close()
    return document[index]


def _prints(page: pdfium.PdfPage) -> bool:
    """Has the page an annotation that prints text?"""
    for i in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MANY)):
        note = raw.FPDFPage_GetAnnot(page.raw, i)
        kind = raw.FPDFAnnot_GetSubtype(note) if note else -1
        if note:
            raw.FPDFPage_CloseAnnot(note)
        if kind in _PRINTED:
            return True
    return False
