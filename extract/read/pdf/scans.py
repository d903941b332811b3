"""Which pages need OCR, and what becomes of them.

A page is read by OCR where its text layer can't be used: none, a font without Unicode, or hidden text of an earlier OCR
that does not read like the language (layer.py). Good text of an earlier OCR is never simply believed: such a page is
read anew if OCR is there, else as it is. A page without any ink (the blank back of a sheet) is left as it is.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bahasa.temuan import About, finding
from extract.errors import UnusableSource
from extract.install import no_ocr
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.page import PageRead, layout_of_pages, scanned_page
from extract.read.pdf.reading import pages_read
from schemas.base import Finding, Place
from schemas.layout import Layout

if TYPE_CHECKING:
    from extract.read.pdf.ocr import OcrPage

_LOG = logging.getLogger("katalog")


def layout_of_pdf(data: bytes, options: PdfOptions) -> Layout:
    """The layout of a PDF, with findings about pages that could not be read; raises UnusableSource where none could."""
    return layout_of_pages(*all_pages(data, options))


def all_pages(data: bytes, options: PdfOptions) -> tuple[list[PageRead], list[Finding]]:
    """All pages, those without a usable text layer by OCR (`options.ocr`); findings about those that stay unread."""
    pages, findings = pages_read(data, options)
    wanted = [page.page.number for page in pages if options.ocr == "always" or page.unusable]
    if options.ocr == "never":
        return pages, [*findings, *_unread(pages, wanted, "OCR dimatikan")]
    better = [page.page.number for page in pages if page.recognised and page.page.number not in wanted]
    if not wanted and not better:
        return pages, findings
    for said in _decided(pages, wanted, better):
        _LOG.info("OCR: %s", said, extra={"step": "OCR"})
    try:
        found = _recognised(data, sorted([*wanted, *better]), options)
    except UnusableSource as error:
        if not wanted:
            return pages, findings
        if len(wanted) == len([page for page in pages if page.outside or page.grids or page.unusable]):
            raise
        return pages, [*findings, *_unread(pages, wanted, error.cause)]
    read = [scanned_page(*found[page.page.number]) if page.page.number in found else page for page in pages]
    return read, [*findings, *_unread(pages, [n for n in wanted if n not in found], "OCR gagal")]


def _decided(pages: Sequence[PageRead], wanted: Sequence[int], better: Sequence[int]) -> list[str]:
    """What is read by OCR and why, and what is not: reasons in the order of their first pages."""
    reasons: dict[str, list[str]] = {}
    for page in pages:
        number = page.page.number
        if number in wanted:
            why = f"dibaca dengan OCR: {page.unusable or 'diminta'}"
        elif number in better:
            why = "dibaca dengan OCR: teksnya hasil OCR lama, tersembunyi atau di balik gambar"
        else:
            why = "kosong" if page.blank else "teksnya sendiri dipakai"
        reasons.setdefault(why, []).append(str(number))
    return [f"halaman {', '.join(numbers)} {why}" for why, numbers in reasons.items()]


def _recognised(data: bytes, numbers: Sequence[int], options: PdfOptions) -> dict[int, OcrPage]:
    try:
        from extract.read.pdf.ocr import ocr_pages
    except ImportError:
        raise no_ocr() from None
    return ocr_pages(data, numbers, options)


def _unread(pages: Sequence[PageRead], numbers: Sequence[int], why: str) -> list[Finding]:
    if numbers and len(numbers) == len(pages):
        raise UnusableSource(
            f"{len(numbers)} halaman berkas ini tidak mempunyai lapisan teks yang dapat dibaca (hasil pindai, atau "
            f"hurufnya tanpa kode); {why}.",
            "Ulangi tanpa `--ocr never`; bila OCR gagal, pindailah halamannya lebih terang dan tegak.",
        )
    return [
        finding("halaman-tanpa-teks", About(places=(Place(page=number),)), halaman=number, sebab=why)
        for number in numbers
    ]
