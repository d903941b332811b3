"""PDF -> ExtractedDecree: words and ruling lines, grids, tables over page breaks, and the heads around them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.errors import UnusableSource
from extract.pdf.content import PageRead, PdfContent, content_of
from extract.pdf.decree import decree_of
from extract.pdf.options import PdfOptions
from extract.pdf.reading import pages_read
from schemas.base import Finding, Place
from schemas.decree import ExtractedDecree
from schemas.source import Source


def read(source: Source, data: bytes, options: PdfOptions | None = None) -> ExtractedDecree:
    """The decree in a PDF; raises UnusableSource for one that can't be read or holds no indicator table."""
    options = options or PdfOptions()
    pages, findings = pages_read(data, options)
    illegible = [page for page in pages if not page.legible]
    if illegible and len(illegible) == sum(bool(page.outside or page.grids or not page.legible) for page in pages):
        raise UnusableSource(
            f"{len(illegible)} halaman PDF ini tidak mempunyai lapisan teks yang dapat dibaca (hasil pindai, atau "
            "hurufnya tanpa kode).",
            "Jalankan OCR: pasang dengan `make setup-ocr`, lalu ulangi.",
        )
    return decree_of(source, content_of(pages), [*findings, *_illegible(illegible)])


def content(data: bytes, options: PdfOptions | None = None) -> PdfContent:
    """The lines and tables of a PDF, before anything is read as a decree."""
    pages, _ = pages_read(data, options or PdfOptions())
    return content_of(pages)


def _illegible(pages: Sequence[PageRead]) -> list[Finding]:
    return [
        Finding(
            code="HALAMAN_TANPA_TEKS",
            severity="error",
            message=f"Halaman {page.number} tidak mempunyai lapisan teks yang dapat dibaca; jalankan OCR.",
            places=(Place(page=page.number),),
        )
        for page in pages
    ]


__all__ = ["PdfContent", "PdfOptions", "UnusableSource", "content", "read"]
