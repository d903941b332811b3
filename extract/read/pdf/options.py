"""How a PDF is read, and the limits within which it is: each is an option with its default and its reason."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal

from extract.errors import UnusableSource

ReaderName = Literal["pdfium", "pdfplumber", "camelot", "both"]
OcrMode = Literal["auto", "always", "never"]


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """`reader`: who reads characters and lines. `pdfium` (default) is ten times as fast as `pdfplumber` and as exact
    on all files that were tried; `camelot` takes its grids in place of ours; `both` reads as `pdfium` does and asks the
    other two as witnesses: pdfplumber for the letters of all cells and lines, camelot for the cells of ruled tables;
    what they read otherwise is flagged.

    `ocr`: `auto` reads a page by OCR where it has no usable text, `always` each page, `never` none.
    `jobs`: processes that read pages; 0 takes one for a text layer, which is soon read, and all cores for OCR.

    Limits: `max_bytes` of the file; `max_pages` (a decree has some hundred); `max_content`, bytes of drawing
    instructions that one page unfolds to (a dense table has 0.1 MB; a bomb unfolds to gigabytes); `max_chars` on a page
    (a sheet of A3 in tiny print has 20,000); `max_side` of a page in points (14,400 is the format's own limit);
    `seconds`, time for reading, beyond which the source is given up; `memory`, bytes of all processes together: OCR
    takes only as many as fit, and the command line stops what needs more.
    """

    reader: ReaderName = "pdfium"
    ocr: OcrMode = "auto"
    jobs: int = 0
    max_bytes: int = 512 * 1024 * 1024
    max_pages: int = 5_000
    max_content: int = 16 * 1024 * 1024
    max_chars: int = 100_000
    max_side: float = 14_400.0
    seconds: float = 900.0
    memory: int = 2 * 1024 * 1024 * 1024


def require(package: str, purpose: str) -> None:
    """Raises UnusableSource where a package that only some commands need is not installed."""
    if find_spec(package) is None:
        from extract.install import ALWAYS, install

        raise UnusableSource(
            f"{purpose} memerlukan paket {package}, yang tidak terpasang.",
            f"Pasang dengan: {install(ALWAYS)}",
        )
