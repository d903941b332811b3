"""Reads the ink of a page with pdfplumber: a second reading of the same characters and lines, by other code."""

from __future__ import annotations

import io
from typing import Any

from bahasa.fold import seen_letters
from extract.read.pdf.ink import Char, PageInk, Ruling
from extract.read.pdf.paths_pdfium import THIN

_ASCENT, _DESCENT = 0.75, 0.22


class Plumber:
    """An open document; `page_ink` closes each page after reading, so that memory stays flat."""

    def __init__(self, data: bytes) -> None:
        import pdfplumber

        self.pdf = pdfplumber.open(io.BytesIO(data), unicode_norm=None)

    def __len__(self) -> int:
        return len(self.pdf.pages)

    def close(self) -> None:
        self.pdf.close()

    def page_ink(self, index: int) -> PageInk:
        """Page `index` (0-based), upright characters and ruling lines; sideways text is kept as slanted."""
        page = self.pdf.pages[index]
        ink = PageInk(index + 1, float(page.width), float(page.height))
        for char in page.chars:
            _place(ink, char)
        for item in (*page.lines, *page.rects, *page.curves):
            _rule(ink, item)
        for picture in page.images:
            area = (picture["x1"] - picture["x0"]) * (picture["bottom"] - picture["top"])
            ink.covered = max(ink.covered, area / max(1.0, ink.width * ink.height))
        page.close()
        return ink


def _place(ink: PageInk, char: dict[str, Any]) -> None:
    text = char["text"]
    x0, top, x1, bottom, size = char["x0"], char["top"], char["x1"], char["bottom"], char["size"]
    if text.startswith("(cid:"):
        text = "\ufffd"
        ink.unmapped += 1
    if not char["upright"]:
        ink.slanted.append((Char(text, x0, top, x1, bottom, bottom, size), -1))
        return
    # the text matrix ends in the point where the character's base line starts, y up
    base = ink.height - char["matrix"][5] if char.get("matrix") else bottom - _DESCENT * size
    if not 0 <= base <= ink.height + size:
        base = bottom - _DESCENT * size
    for part in text:
        mark = " " if part.isspace() else "-" if part == "\xad" else seen_letters(part)
        if not mark:
            continue
        ink.chars.append(Char(mark, x0, base - _ASCENT * size, x1, base + _DESCENT * size, base, size))


def _rule(ink: PageInk, item: dict[str, Any]) -> None:
    x0, top, x1, bottom = item["x0"], item["top"], item["x1"], item["bottom"]
    if min(x1 - x0, bottom - top) <= THIN:
        ink.rulings.append(Ruling(x0, top, x1, bottom))
    elif item.get("stroke") and item["object_type"] == "rect":
        for side in ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)):
            ink.rulings.append(Ruling(*side))
