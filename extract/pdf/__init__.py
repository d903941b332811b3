"""PDF -> ExtractedDecree: words and ruling lines, grids, tables over page breaks, and the heads around them."""

from __future__ import annotations

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from extract.errors import UnusableSource
from extract.pdf.content import PdfContent, content_of, read_page
from extract.pdf.decree import decree_of
from extract.pdf.ink_pdfium import page_ink
from schemas.decree import ExtractedDecree
from schemas.source import Source


def read(source: Source, data: bytes) -> ExtractedDecree:
    """The decree in a PDF."""
    return decree_of(source, content(data))


def content(data: bytes) -> PdfContent:
    document = pdfium.PdfDocument(data)
    return content_of([read_page(page_ink(document, i)) for i in range(len(document))])


__all__ = ["UnusableSource", "content", "read"]
