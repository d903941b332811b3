"""PDF -> ExtractedDecree: words and ruling lines, grids, tables over page breaks, and the heads around them.

Readers are imported where they are used: whoever only wants the options does not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.errors import UnusableSource
from extract.read.pdf.options import PdfOptions

if TYPE_CHECKING:
    from extract.table.drawn.content import PdfContent
    from schemas.decree import ExtractedDecree
    from schemas.source import Source


def read_pdf(source: Source, data: bytes, options: PdfOptions | None = None) -> ExtractedDecree:
    """The decree in a PDF; raises UnusableSource for one that can't be read or holds no indicator table."""
    from extract.door_pdf import decree_of
    from extract.read.pdf.reading import collector_resting
    from extract.read.pdf.scans import all_pages
    from extract.table.drawn.content import content_of

    options = options or PdfOptions()
    pages, findings = all_pages(data, options)
    with collector_resting():
        return decree_of(source, content_of(pages, keep=False), findings)


def pdf_content(data: bytes, options: PdfOptions | None = None) -> PdfContent:
    """The lines and tables of a PDF, before anything is read as a decree."""
    from extract.read.pdf.scans import all_pages
    from extract.table.drawn.content import content_of

    options = options or PdfOptions()
    return content_of(all_pages(data, options)[0])


__all__ = ["PdfOptions", "UnusableSource", "pdf_content", "read_pdf"]
