"""A plugin of OCRmyPDF: takes the ruling lines off a page before its text is read, and hands out what was found.

OCRmyPDF turns, straightens and rasterizes the pages and runs tesseract; it would give back only a PDF with invisible
text. We want what it knows on the way: the ruling lines of the straightened page, and each word with its confidence.
Both are left in the folder that the environment names, one file a page.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from ocrmypdf import hookimpl
from ocrmypdf.builtin_plugins.tesseract_ocr import TesseractOcrEngine
from PIL import Image

FOLDER = "KATALOG_OCR_FOLDER"
#: Shorter straight strokes (inches) may belong to letters: capitals of 18 points are 0.18 inches high.
_SHORTEST = 0.2
#: A line may be this thick (inches), and lean by this share of its length.
_THICKEST = 0.03
_LEAN = 0.004
#: Gaps up to this (inches) are a scan's noise; a line is inked on at least this share.
_GAP = 0.008
_INKED = 0.93


class Engine(TesseractOcrEngine):
    """tesseract, whose words with places and confidence are kept."""

    @staticmethod
    def generate_hocr(input_file: Path, output_hocr: Path, output_text: Path, options: Any) -> None:
        TesseractOcrEngine.generate_hocr(input_file, output_hocr, output_text, options)  # type: ignore[no-untyped-call]
        number = re.search(r"\d+", Path(input_file).name)
        if number and (folder := os.environ.get(FOLDER)):
            shutil.copyfile(output_hocr, Path(folder) / f"{int(number[0])}.hocr")

    @staticmethod
    def get_deskew(input_file: Path, options: Any) -> float:
        with Image.open(input_file) as image:
            return leaning(np.asarray(image.convert("L")))


def leaning(grey: Any) -> float:
    """Degrees (clockwise positive) that a page leans. The lines of a table tell it best; a page without any is turned
    until its lines of text stand out most from the gaps between them."""
    ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    length = grey.shape[1] // 40
    mask = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    angles = []
    for part in np.argsort(-stats[1:count, cv2.CC_STAT_WIDTH])[:12] + 1:
        x, y, width, height = stats[part][:4]
        if width < grey.shape[1] // 8 or height > width * 0.2:
            continue
        rows, columns = np.nonzero(labels[y : y + height, x : x + width] == part)
        angles.append(float(np.degrees(np.arctan(np.polyfit(columns, rows, 1)[0]))))
    return float(np.median(angles)) if angles else _by_text(ink)


def _by_text(ink: Any) -> float:
    small = cv2.resize(ink, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    height, width = small.shape
    best = (0.0, 0.0)
    for angle in np.arange(-3.0, 3.01, 0.1):
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(angle), 1.0)
        rows = cv2.warpAffine(small, turn, (width, height)).sum(axis=1, dtype=np.float64)
        best = max(best, (float(np.var(np.diff(rows))), round(float(angle), 2)))
    return best[1]


@hookimpl
def get_ocr_engine(options: Any) -> Engine:
    return Engine()


@hookimpl
def filter_ocr_image(page: Any, image: Image.Image) -> Image.Image:
    """The page without its ruling lines; these are written down (points, origin at the top left)."""
    dpi = float(image.info.get("dpi", (300, 300))[0])
    grey = np.asarray(image.convert("L"))
    ink = cv2.threshold(cv2.GaussianBlur(grey, (3, 3), 0), 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    boxes = []
    clean = np.array(grey)
    for across in (True, False):
        mask = ruled(ink, dpi, across)
        boxes += [[round(v * 72 / dpi, 2) for v in box] for box in boxes_of(mask)]
        clean[cv2.dilate(mask, np.ones((5, 5), np.uint8)) > 0] = 255
    if folder := os.environ.get(FOLDER):
        size = [grey.shape[1] * 72 / dpi, grey.shape[0] * 72 / dpi]
        text = json.dumps({"size": size, "dpi": dpi, "rulings": boxes, "ink": float((ink > 0).mean())})
        (Path(folder) / f"{page.pageno + 1}.json").write_text(text, encoding="utf-8")
    result = Image.fromarray(clean)
    result.info["dpi"] = image.info.get("dpi", (300, 300))
    return result


def ruled(ink: Any, dpi: float, across: bool) -> Any:
    """The pixels of straight lines in one direction: long, thin, and inked all along (the feet of letters in a line of
    text touch, but leave gaps)."""
    length, gap = max(9, round(_SHORTEST * dpi)), max(3, round(_GAP * dpi) | 1)
    bridge = np.ones((1, gap) if across else (gap, 1), np.uint8)
    keep = np.ones((1, length) if across else (length, 1), np.uint8)
    mask = cv2.morphologyEx(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, bridge), cv2.MORPH_OPEN, keep)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    inked = np.bincount(labels[ink > 0], minlength=count)
    thick = stats[:, cv2.CC_STAT_HEIGHT if across else cv2.CC_STAT_WIDTH]
    long = stats[:, cv2.CC_STAT_WIDTH if across else cv2.CC_STAT_HEIGHT]
    area = stats[:, cv2.CC_STAT_AREA]
    lean = _LEAN * long + _THICKEST * dpi
    good = (inked >= _INKED * area) & (thick <= lean) & (area <= _THICKEST * dpi * long) & (long >= 4 * thick)
    good[0] = False
    return np.where(good[labels], np.uint8(255), np.uint8(0))


def boxes_of(mask: Any) -> list[tuple[float, float, float, float]]:
    """The boxes around the connected parts of a mask, in pixels."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found = []
    for x, y, width, height, _ in stats[1:count]:
        found.append((float(x), float(y), float(x + width), float(y + height)))
    return found
