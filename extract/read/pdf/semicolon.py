"""A comma that OCR read where a semicolon is printed.

tesseract drops the upper dot of a semicolon in small print; decrees end the entries of their lists with one. Whether
the dot is there is looked up in the picture: two spots of ink, one above the other, where the word ends.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

#: A word of an hOCR file that ends in a comma: its box, and the comma.
_COMMA = re.compile(
    r"(class='ocrx_word'[^>]*?bbox (\d+) (\d+) (\d+) (\d+)[^>]*>(?:<\w+>)*[^<]*),(?=(?:</\w+>)*</span>)"
)
#: Darker pixels than this (of 255) are ink; a scan's small dots are grey.
_INK = 160
#: Both spots are at most this wide, and stand within this share of the line's height above each other.
_NARROW, _BESIDE = 0.32, 0.14


def with_semicolons(hocr: Path, image: Path) -> None:
    """Rewrites the words of `hocr` that end in a comma, read from `image`, where the picture shows a semicolon."""
    text = hocr.read_text(encoding="utf-8")
    if not _COMMA.search(text):
        return
    with Image.open(image) as picture:
        dark = np.asarray(picture.convert("L")) < _INK

    def put(match: re.Match[str]) -> str:
        box = tuple(int(value) for value in match.groups()[1:])
        return match[1] + (";" if dotted(dark, box) else ",")

    hocr.write_text(_COMMA.sub(put, text), encoding="utf-8")


def dotted(dark: Any, box: tuple[int, ...]) -> bool:
    """Does a word with this box (left, top, right, bottom; pixels) end in two spots above each other?"""
    x0, top, x1, bottom = box
    height = bottom - top
    left = max(x0, x1 - height)
    count, _, stats, middles = cv2.connectedComponentsWithStats(dark[top:bottom, left : x1 + 2].astype(np.uint8))
    spots = [
        (middles[i][1], middles[i][0])
        for i in range(1, count)
        if stats[i, cv2.CC_STAT_WIDTH] <= _NARROW * height and stats[i, cv2.CC_STAT_HEIGHT] <= 0.6 * height
    ]
    if len(spots) < 2:
        return False
    low_y, low_x = max(spots)
    return any(low_y - y >= 0.2 * height and abs(x - low_x) <= _BESIDE * height for y, x in spots)
