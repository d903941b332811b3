"""Pages of a PDF without a usable text layer: each as a picture, and what is read on it.

Output: pages as a digital PDF gives them, each word with its confidence. Raises UnusableSource where OCR is not
installed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from extract.read.pdf.ink import PageInk
from extract.read.pdf.options import PdfOptions
from extract.read.picture.page import PictureRead, picture_read
from extract.read.picture.ppocr import PpOcr
from extract.read.picture.recogniser import LetterReader
from schemas.layout import Word

#: Pictures are read at the resolution that they were scanned at, within these bounds (dots per inch): type of 8 points
#: must be 12 pixels high to be read, and more than 24 tell nothing new.
_LEAST_DPI, _MOST_DPI = 150.0, 220.0
#: Longer sides of a page (points) that is paper: of A5 to A3. Whatever else a page says of its size, it is A4.
_PAPER, _A4 = (560.0, 1250.0), 842.0

#: Ink without characters, the words, and what takes a point of them to the page as displayed.
OcrPage = tuple[PageInk, list[Word], tuple[float, ...]]


def ocr_pages(data: bytes, numbers: Sequence[int], options: PdfOptions) -> dict[int, OcrPage]:
    """What OCR reads on these pages (1-based). A page that it fails on is left out."""
    recogniser = PpOcr()
    return dict(_all(data, numbers, recogniser))


def _all(data: bytes, numbers: Sequence[int], recogniser: LetterReader) -> Iterator[tuple[int, OcrPage]]:
    document = pdfium.PdfDocument(data)
    try:
        for number in numbers:
            grey, dpi, zoom = _picture(document, number - 1)
            yield number, _page(number, picture_read(grey, dpi, recogniser), zoom)
    finally:
        document.close()


def _picture(document: Any, index: int) -> tuple[Any, float, float]:
    """A page as rows of grey pixels, how many are an inch of its paper, and how many points of it a point of paper."""
    page = document[index]
    try:
        longer = max(page.get_size())
        zoom = 1.0 if _PAPER[0] <= longer <= _PAPER[1] else longer / _A4
        dpi = min(_MOST_DPI, max(_LEAST_DPI, _scanned_at(page) * zoom))
        picture = page.render(scale=dpi / 72 / zoom, grayscale=True).to_numpy()
        return picture.reshape(picture.shape[:2]).copy(), dpi, zoom
    finally:
        page.close()


def _scanned_at(page: Any) -> float:
    """The resolution of a page's largest picture, in pixels an inch; 0 where it has none."""
    best = (0.0, 0.0)
    for image in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        wide, high = image.get_px_size()
        inches = max(right - left, top - bottom) / 72
        best = max(best, ((right - left) * (top - bottom), max(wide, high) / inches if inches > 0 else 0.0))
    return best[1]


def _page(number: int, read: PictureRead, zoom: float) -> OcrPage:
    ink = PageInk(number, read.width, read.height)
    ink.rulings = list(read.rulings)
    (a, b, c, d, e, f, g, h, i) = read.back
    return ink, list(read.words), (a * zoom, b * zoom, c * zoom, d * zoom, e * zoom, f * zoom, g, h, i)
