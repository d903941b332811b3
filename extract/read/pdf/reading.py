"""The bytes of a PDF to its pages, whatever the file is like.

Output: each page's grids, lines and overlays, and findings about pages that could not be read. Guarantees: bounded by
the limits of PdfOptions; nothing raises but UnusableSource.
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from bahasa.temuan import About, finding
from extract.errors import UnusableSource
from extract.read.collector import collector_resting
from extract.read.pdf.blank import damaged
from extract.read.pdf.font_maps import with_whole_maps
from extract.read.pdf.guard import check_size, check_streams, decrypted, truncated
from extract.read.pdf.ink import PageInk
from extract.read.pdf.ink_pdfium import page_ink
from extract.read.pdf.layer import earlier_ocr, unusable
from extract.read.pdf.layer_states import Layers, with_named_layers
from extract.read.pdf.options import PdfOptions, require
from extract.read.pdf.page import PageRead, read_page
from extract.read.pdf.stamped import stamped_again
from schemas.base import Finding, Place
from schemas.layout import Grid, Word

_EMBEDDED = re.compile(rb"/EmbeddedFile\b")
#: Pages read at a time by one process.
_BATCH = 16


def pages_read(data: bytes, options: PdfOptions) -> tuple[list[PageRead], list[Finding]]:
    """The pages of a PDF."""
    if options.reader in ("pdfplumber", "both"):
        require("pdfplumber", f"Pembaca `{options.reader}`")
    if options.reader in ("camelot", "both"):
        require("camelot", f"Pembaca `{options.reader}`")
    check_size(data, options)
    data = decrypted(data)
    check_streams(data, options)
    data, findings = openable(with_named_layers(with_whole_maps(data)))
    count = _page_count(data, options)
    with collector_resting():
        pages, broken = _all(data, count, options)
    pages = stamped_again(pages)
    if len(broken) == count:
        raise UnusableSource("Tidak satu pun halaman PDF ini dapat dibaca.", "Mintalah berkas baru; ini rusak.")
    findings += [finding("berkas-tersemat")] if _EMBEDDED.search(data) else []
    findings += _broken(sorted([*broken, *damaged(data, [page.page.number for page in pages if page.blank])]))
    if options.reader == "both":
        findings += _witnessed(data, pages)
    return pages, findings


def _witnessed(data: bytes, pages: Sequence[PageRead]) -> list[Finding]:
    """What pdfplumber and camelot read otherwise."""
    from extract.read.pdf.camelot_grid import witness
    from extract.read.pdf.other_letters import other_letters

    return [*other_letters(data, pages), *witness(data, pages)]


def _all(data: bytes, count: int, options: PdfOptions) -> tuple[list[PageRead], list[int]]:
    """The pages that can be read, and the numbers of the others; raises UnusableSource when the time is up."""
    pages: list[PageRead] = []
    broken: list[int] = []
    deadline = time.monotonic() + options.seconds
    for page in _pages(data, count, options):
        if time.monotonic() > deadline:
            raise UnusableSource(
                f"Membaca PDF ini melebihi batas waktu {options.seconds:.0f} detik (baru {len(pages)} dari {count} "
                "halaman).",
                "Pecah berkas per lampiran, atau naikkan batasnya dengan --max-seconds.",
            )
        if isinstance(page, int):
            broken.append(page)
        else:
            pages.append(page)
    return pages, broken


def openable(data: bytes) -> tuple[bytes, list[Finding]]:
    """The bytes, mended where the reader refuses them as they are, and what is to be said of that. UnusableSource where
    nothing can be made of them."""
    findings = [_cut()] if truncated(data) else []
    try:
        pdfium.PdfDocument(data).close()
        return data, findings
    except pdfium.PdfiumError:
        pass
    return _mended(data), findings or [_cut()]


def _mended(data: bytes) -> bytes:
    """The file rebuilt from the objects that are left in it."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            out = io.BytesIO()
            pdf.save(out)
            pdfium.PdfDocument(out.getvalue()).close()
            return out.getvalue()
    except (pikepdf.PdfError, pdfium.PdfiumError, ValueError, RuntimeError):
        raise UnusableSource(
            "PDF ini rusak atau terpotong sehingga tidak dapat dibuka.",
            "Unduh atau salin ulang berkasnya; bila tetap rusak, mintalah berkas baru.",
        ) from None


def _cut() -> Finding:
    return finding("pdf-rusak")


def _broken(pages: Sequence[int]) -> list[Finding]:
    if not pages:
        return []
    shown = ", ".join(map(str, pages[:20])) + (", …" if len(pages) > 20 else "")
    places = tuple(Place(page=page) for page in pages[:20])
    return [finding("halaman-rusak", About(places=places), halaman=shown)]


def _page_count(data: bytes, options: PdfOptions) -> int:
    document = pdfium.PdfDocument(data)
    try:
        count = len(document)
    finally:
        document.close()
    if count == 0:
        raise UnusableSource("PDF ini tidak mempunyai halaman.", "Periksa apakah berkas tersalin dengan utuh.")
    if count > options.max_pages:
        raise UnusableSource(
            f"PDF ini mempunyai {count} halaman, melebihi batas {options.max_pages}.",
            "Ambil bagian yang memuat lampiran indikator, atau naikkan batasnya dengan --max-pages.",
        )
    return count


def _pages(data: bytes, count: int, options: PdfOptions) -> Iterator[PageRead | int]:
    """All pages in order; the number of one that can't be read."""
    batches = [range(start, min(start + _BATCH, count)) for start in range(0, count, _BATCH)]
    if options.jobs > 1 and len(batches) > 1 and options.reader != "camelot":
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(min(options.jobs, len(batches)), initializer=_open, initargs=(data, options)) as pool:
            for pages in pool.map(_batch, batches, [options] * len(batches)):
                yield from pages
        return
    document = _document(data, options)
    layers = Layers(data)
    grids = _grids_of_camelot(data, document, count) if options.reader == "camelot" else None
    try:
        for index in range(count):
            yield _page(document, index, options, layers, grids)
    finally:
        document.close()


def _grids_of_camelot(data: bytes, document: Any, count: int) -> Callable[[int], list[Grid]]:
    """camelot's grids by page number."""
    from extract.read.pdf.camelot_grid import Witness

    return Witness(data, {i + 1: document.get_page_size(i)[1] for i in range(count)}).grids


def _document(data: bytes, options: PdfOptions) -> Any:
    if options.reader == "pdfplumber":
        from extract.read.pdf.ink_plumber import Plumber

        return Plumber(data)
    return pdfium.PdfDocument(data)


_shared: list[Any] = []


def _open(data: bytes, options: PdfOptions) -> None:
    _shared[:] = [_document(data, options), Layers(data)]


def _batch(indices: range, options: PdfOptions) -> list[PageRead | int]:
    document, layers = _shared
    return [_page(document, index, options, layers) for index in indices]


def _page(
    document: Any,
    index: int,
    options: PdfOptions,
    layers: Layers,
    grids: Callable[[int], list[Grid]] | None = None,
) -> PageRead | int:
    """One page of an open document, or its number where it can't be read."""
    try:
        if isinstance(document, pdfium.PdfDocument):
            ink = page_ink(document, index, options.max_chars, options.max_side, layers)
        else:
            ink = document.page_ink(index)
    except (pdfium.PdfiumError, ArithmeticError, LookupError, ValueError, TypeError):
        return index + 1
    why = unusable(ink)
    named = partial(_named, document, index) if not why and options.ocr != "never" else None
    page = read_page(ink, grids(index + 1) if grids is not None and not ink.turn else None, named)
    return page._replace(unusable=why, recognised=earlier_ocr(ink))


def _named(document: Any, index: int, ink: PageInk, words: list[Word]) -> list[Word]:
    """The words, with the signs that the page shows in place of those that its fonts don't name."""
    from extract.read.pdf.glyphs import named_words

    return named_words(document, index, ink, words) if isinstance(document, pdfium.PdfDocument) else words
