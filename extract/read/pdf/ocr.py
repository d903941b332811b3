"""Pages without a usable text layer: OCRmyPDF with tesseract (Indonesian) to words, confidences and ruling lines.

Output: pages as a digital PDF gives them, each word with its confidence; places are those of the straightened page,
which differs from the page as displayed by its skew only. Raises UnusableSource where OCR is not installed.
"""

from __future__ import annotations

import json
import logging
import os
import re
import tempfile
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

from extract.errors import UnusableSource
from extract.install import install_ocr
from extract.read.pdf.ink import PageInk, Ruling
from extract.read.pdf.options import PdfOptions
from schemas.layout import Word

#: English as well: the Indonesian model reads `100%` as `10046`.
LANGUAGES = ("ind", "eng")
#: Pages are read at this resolution (dots per inch), whatever they were scanned at.
_DPI = 300
#: Seconds that one page may take.
_PAGE_SECONDS = 120.0
_BOX = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_SIZE = re.compile(r"x_size ([\d.]+)")
_SURE = re.compile(r"x_wconf (\d+)")


def ocr_pages(data: bytes, numbers: Sequence[int], options: PdfOptions) -> dict[int, tuple[PageInk, list[Word]]]:
    """Ink (ruling lines, no characters) and words of these pages (1-based). A page that OCR fails on is left out."""
    with tempfile.TemporaryDirectory(prefix="katalog-ocr-") as folder:
        _run(data, numbers, Path(folder), options)
        return {number: page for number in numbers if (page := _page(Path(folder), number)) is not None}


def ocr_remedy() -> str:
    """How OCR is installed here."""
    return f"Pasang OCR ({install_ocr()}), lalu ulangi."


def _run(data: bytes, numbers: Sequence[int], folder: Path, options: PdfOptions) -> None:
    try:
        import cv2  # noqa: F401
        import ocrmypdf
    except ImportError:
        raise UnusableSource("Ada halaman hasil pindai, dan OCR tidak terpasang.", ocr_remedy()) from None
    source, result = folder / "masuk.pdf", folder / "keluar.pdf"
    source.write_bytes(data)
    logging.getLogger("ocrmypdf").setLevel(logging.CRITICAL)
    os.environ["KATALOG_OCR_FOLDER"] = str(folder)
    try:
        ocrmypdf.ocr(
            source,
            result,
            language=list(LANGUAGES),
            plugins=[Path(__file__).with_name("ocr_plugin.py")],
            pages=",".join(map(str, numbers)),
            force_ocr=True,
            deskew=True,
            rotate_pages=True,
            oversample=_DPI,
            output_type="pdf",
            optimize=0,
            rasterizer="pypdfium",
            tesseract_timeout=_PAGE_SECONDS,
            progress_bar=False,
            use_threads=True,
            jobs=max(1, options.jobs, min(2, os.cpu_count() or 1)),
        )
    except (ocrmypdf.exceptions.MissingDependencyError, ocrmypdf.exceptions.BadArgsError) as error:
        raise UnusableSource(f"Ada halaman hasil pindai, dan OCR tidak lengkap ({error}).", ocr_remedy()) from None
    except ocrmypdf.exceptions.ExitCodeException as error:
        raise UnusableSource(
            f"OCR gagal atas PDF ini ({type(error).__name__}).", "Pindai ulang, atau mintalah berkas digitalnya."
        ) from None
    finally:
        os.environ.pop("KATALOG_OCR_FOLDER", None)


def _page(folder: Path, number: int) -> tuple[PageInk, list[Word]] | None:
    lines, words = folder / f"{number}.json", folder / f"{number}.hocr"
    parts = [part for part in (words, folder / f"{number}.sel.hocr", folder / f"{number}.sisa.hocr") if part.exists()]
    if not lines.exists() or not parts:
        return None
    found = json.loads(lines.read_text(encoding="utf-8"))
    width, height = found["size"]
    ink = PageInk(number, width, height)
    ink.rulings = [Ruling(*box) for box in found["rulings"]]
    reader = _Hocr(72.0 / found["dpi"])
    for part in parts:
        reader.feed(part.read_text(encoding="utf-8"))
    return ink, reader.words


class _Hocr(HTMLParser):
    """Words of an hOCR file as runs. `scale` is points a pixel."""

    def __init__(self, scale: float) -> None:
        super().__init__()
        self.scale = scale
        self.words: list[Word] = []
        self.line: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 10.0)
        self.title = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        kind, title = values.get("class") or "", values.get("title") or ""
        if kind in ("ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"):
            self.line = _line(title)
        self.title = title if kind == "ocrx_word" else self.title if tag in ("strong", "em") else ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self.title = ""

    def handle_data(self, data: str) -> None:
        text = "".join(data.split())
        box, sure = _BOX.search(self.title), _SURE.search(self.title)
        if not text or not box:
            return
        x0, top, x1, bottom = (float(value) * self.scale for value in box.groups())
        left, low, slope, size = self.line
        base = (low + slope * ((x0 + x1) / 2 / self.scale - left)) * self.scale
        if not top - size * self.scale <= base <= bottom + size * self.scale:
            base = bottom
        step = (x1 - x0) / len(text)
        ends = tuple(x0 + step * (i + 1) for i in range(len(text)))
        certainty = float(sure[1]) / 100 if sure else 0.0
        self.words.append(
            Word(text, x0, top, x1, bottom, base, size * self.scale, True, len(self.words), ends, certainty)
        )


def _line(title: str) -> tuple[float, float, float, float]:
    """Left end, base line there, its slope, and the type size of a line, in pixels."""
    box, base, size = _BOX.search(title), _BASE.search(title), _SIZE.search(title)
    if not box:
        return 0.0, 0.0, 0.0, 10.0
    slope, offset = (float(base[1]), float(base[2])) if base else (0.0, 0.0)
    return float(box[1]), float(box[4]) + offset, slope, (float(size[1]) if size else 10.0) * 0.8
