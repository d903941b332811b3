"""Pages of a PDF without a usable text layer: each as a picture, and what is read on it.

Output: pages as a digital PDF gives them, each word with its confidence. Raises UnusableSource where OCR is not
installed.
"""

from __future__ import annotations

import hashlib
import io
import logging
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import Any

import cv2
import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]

from extract.read.pdf.ink import PageInk
from extract.read.pdf.options import PdfOptions
from extract.read.picture.cache import READING, keep_page, kept_page, page_key
from extract.read.picture.foreign import uncoloured, without_strokes
from extract.read.picture.heap import keep_heap
from extract.read.picture.page import PictureRead, picture_read
from extract.read.picture.ppocr import PpOcr
from extract.read.picture.repeated import with_repeated
from schemas.layout import Word

_LOG = logging.getLogger("katalog")
#: Pictures are read at the resolution that they were scanned at, within these bounds (dots per inch): type of 8 points
#: must be 12 pixels high to be read, and more than 24 tell nothing new.
_LEAST_DPI, _MOST_DPI = 150.0, 220.0
#: Memory of the program itself, and of each process that reads pages (bytes; 0.9 to 1.04 GiB with two were seen).
_BASE, _READER = 250 * 1024 * 1024, 480 * 1024 * 1024
#: Longer sides of a page (points) that is paper: of A5 to A3. Whatever else a page says of its size, it is A4.
_PAPER, _A4 = (560.0, 1250.0), 842.0

#: Ink without characters, the words, and what takes a point of them to the page as displayed.
OcrPage = tuple[PageInk, list[Word], tuple[float, ...]]


def ocr_pages(data: bytes, numbers: Sequence[int], options: PdfOptions) -> dict[int, OcrPage]:
    """What OCR reads on these pages (1-based), or has read before (`extract/read/picture/cache.py`). A page that it
    fails on is left out."""
    reader = PpOcr()
    keys = _keys(data, numbers, reader.name)
    found = {number: kept for number in numbers if (kept := kept_page(keys[number])) is not None}
    waiting = [number for number in numbers if number not in found]
    started = time.monotonic()
    for done, (number, read) in enumerate(_read(data, reader, [(one, keys[one]) for one in waiting], options), 1):
        if read is not None:
            found[number] = read
        left = (time.monotonic() - started) / done * (len(waiting) - done)
        step = f"{done} dari {len(waiting)} halaman, kira-kira {left:.0f} detik lagi"
        _LOG.info("OCR: halaman %d terbaca (%s)", number, step, extra={"step": step})
    sizes = _sizes(data)
    known = sorted(found)
    words = with_repeated([found[number].words for number in known])
    return {
        number: _page(number, replace(found[number], words=tuple(mine)), _zoom(sizes[number - 1]))
        for number, mine in zip(known, words, strict=True)
    }


def _keys(data: bytes, numbers: Sequence[int], reader: str) -> dict[int, str]:
    """What the pages are known by; of a file that can't be taken apart the file itself is a part of it."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            return {number: page_key(pdf.pages[number - 1], reader) for number in numbers}
    except (pikepdf.PdfError, ValueError, RuntimeError, LookupError, TypeError):
        whole = hashlib.sha256(data).hexdigest()
        return {
            number: hashlib.sha256(f"{READING}\n{reader}\n{whole}\n{number}".encode()).hexdigest() for number in numbers
        }


def _read(
    data: bytes, reader: PpOcr, tasks: Sequence[tuple[int, str]], options: PdfOptions
) -> Iterator[tuple[int, PictureRead | None]]:
    """Pages, by their numbers and what they are known by, in order, each kept as soon as it is read: who stops the
    program loses none."""
    fitting = max(1, (options.memory - _BASE) // _READER)
    jobs = min(options.jobs or os.cpu_count() or 1, len(tasks), fitting)
    threads = cv2.getNumThreads()
    try:
        # before processes are forked: threads that OpenCV has here are none there, and would be waited for without end
        cv2.setNumThreads(1)
        if jobs < 2:
            _open(data, reader)
            yield from map(_one, tasks)
            return
        reader.prepare()
        with ProcessPoolExecutor(jobs, initializer=_open, initargs=(data, reader)) as pool:
            yield from pool.map(_one, tasks)
    finally:
        cv2.setNumThreads(threads)


_shared: list[Any] = []


def _open(data: bytes, reader: PpOcr) -> None:
    # two threads of OpenCV on one page wait for each other: a ninth of the processor's time
    cv2.setNumThreads(1)
    keep_heap()
    _shared[:] = [data, reader]


def _one(task: tuple[int, str]) -> tuple[int, PictureRead | None]:
    """A page, None where it can't be read. Whatever a hostile picture does to the libraries, the other pages go on."""
    number, key = task
    data, reader = _shared
    try:
        document = pdfium.PdfDocument(data)
        try:
            read = picture_read(*_picture(document, number - 1), reader)
        finally:
            document.close()
    except Exception:
        _LOG.exception("OCR: halaman %d", number)
        return number, None
    keep_page(key, read)
    return number, read


def _sizes(data: bytes) -> list[tuple[float, float]]:
    document = pdfium.PdfDocument(data)
    try:
        return [document.get_page_size(i) for i in range(len(document))]
    finally:
        document.close()


def _zoom(size: tuple[float, float]) -> float:
    """How many points of a page are a point of its paper."""
    longer = max(size)
    return 1.0 if _PAPER[0] <= longer <= _PAPER[1] else longer / _A4


def _picture(document: Any, index: int) -> tuple[Any, float]:
    """A page as rows of grey pixels, and how many are an inch of its paper."""
    page = document[index]
    try:
        zoom = _zoom(page.get_size())
        dpi = min(_MOST_DPI, max(_LEAST_DPI, _scanned_at(page) * zoom))
        colours = page.render(scale=dpi / 72 / zoom, rev_byteorder=True).to_numpy()[..., :3]
        if (plain := uncoloured(colours)) is not None:
            return plain, dpi
        grey = page.render(scale=dpi / 72 / zoom, grayscale=True).to_numpy()
        return without_strokes(grey.reshape(grey.shape[:2]).copy(), colours, dpi), dpi
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
    ink.shapes = list(read.unread)
    (a, b, c, d, e, f, g, h, i) = read.back
    return ink, list(read.words), (a * zoom, b * zoom, c * zoom, d * zoom, e * zoom, f * zoom, g, h, i)
