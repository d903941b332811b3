"""A plugin of OCRmyPDF: takes the ruling lines off a page before its text is read, and hands out what was found.

OCRmyPDF turns, straightens and rasterizes the pages and runs tesseract; it would give back only a PDF with invisible
text. We want what it knows on the way: the ruling lines of the straightened page, and each word with its confidence.
Both are left in the folder that the environment names, one file a page.
"""

from __future__ import annotations

import copy
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

from extract.read.pdf.grid import grids_of
from extract.read.pdf.ink import PageInk, Ruling
from extract.read.pdf.semicolon import with_semicolons
from schemas.layout import Box

FOLDER = "KATALOG_OCR_FOLDER"
#: tesseract's page segmentation modes: a block of lines; words wherever they stand.
LINES, SPARSE = 6, 11
#: Fewer dark pixels than this are specks, no text.
DARK, _SPECKS = 140, 150
#: Pixels at a cell's edge that may be rests of its border.
_INSET = 6
_WORD = re.compile(r"class='ocrx_word'[^>]*?bbox (\d+) (\d+) (\d+) (\d+)")
#: Shorter straight strokes (inches) may belong to letters: capitals of 18 points are 0.18 inches high.
_SHORTEST = 0.2
#: A line may be this thick (inches), and lean by this share of its length.
_THICKEST = 0.03
_LEAN = 0.004
#: Gaps up to this (inches) are a scan's noise; a line is inked on at least this share.
_GAP = 0.008
_INKED = 0.93


class Engine(TesseractOcrEngine):
    """tesseract, whose words with places and confidence are kept.

    A page with a table is read in two parts, since one way does not suit both: running text line by line (only so a
    colon beside a wide gap is seen), the cells of a table wherever words stand (the cells of a row are no line).
    """

    @staticmethod
    def generate_hocr(input_file: Path, output_hocr: Path, output_text: Path, options: Any) -> None:
        folder, number = os.environ.get(FOLDER), re.search(r"\d+", Path(input_file).name)
        page = Path(folder or ".") / str(int(number[0]) if number else 0)
        tables, cells = _tables(page.with_suffix(".json"))
        for image, mode in _parts(input_file, tables):
            _read(image, output_hocr, output_text, options, mode)
            if mode == SPARSE:
                shutil.copyfile(output_hocr, page.with_suffix(".sel.hocr"))
                if rest := _missed(image, output_hocr, cells):
                    _read(rest, output_hocr, output_text, options, LINES)
                    shutil.copyfile(output_hocr, page.with_suffix(".sisa.hocr"))
        if folder and mode == LINES:
            shutil.copyfile(output_hocr, page.with_suffix(".hocr"))

    @staticmethod
    def get_deskew(input_file: Path, options: Any) -> float:
        with Image.open(input_file) as image:
            return leaning(np.asarray(image.convert("L")))


def _read(image: Path, hocr: Path, text: Path, options: Any, mode: int) -> None:
    """One run of tesseract with its page segmentation mode."""
    own = copy.deepcopy(options)
    own.tesseract.pagesegmode = mode
    TesseractOcrEngine.generate_hocr(image, hocr, text, own)  # type: ignore[no-untyped-call]
    with_semicolons(hocr, image)


def _tables(rulings: Path) -> tuple[list[Box], list[Box]]:
    """The ruled areas with several columns, and their cells, in pixels."""
    if not rulings.exists():
        return [], []
    found = json.loads(rulings.read_text(encoding="utf-8"))
    ink = PageInk(1, *found["size"])
    ink.rulings = [Ruling(*box) for box in found["rulings"]]
    scale = found["dpi"] / 72
    grids = [grid for grid in grids_of(ink) if len(grid.xs) > 2]
    return [_scaled(grid.box, scale) for grid in grids], [_scaled(cell.box, scale) for g in grids for cell in g.cells]


def _scaled(box: Box, scale: float) -> Box:
    return box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale


def _missed(image: Path, hocr: Path, cells: list[Box]) -> Path | None:
    """The page with only those cells in which something is printed and nothing was read: a lone number is easily
    overlooked among so much else."""
    words = [tuple(map(float, box)) for box in _WORD.findall(hocr.read_text(encoding="utf-8"))]
    middles = [((x0 + x1) / 2, (top + bottom) / 2) for x0, top, x1, bottom in words]
    with Image.open(image) as whole:
        dpi = whole.info.get("dpi", (300, 300))
        page = whole.convert("L")
    only = Image.new("L", page.size, 255)
    found = False
    for x0, top, x1, bottom in cells:
        box = (int(x0) + _INSET, int(top) + _INSET, int(x1) - _INSET, int(bottom) - _INSET)
        if box[2] <= box[0] or box[3] <= box[1] or any(x0 < x < x1 and top < y < bottom for x, y in middles):
            continue
        part = page.crop(box)
        if (np.asarray(part) < DARK).sum() >= _SPECKS // 4:
            only.paste(part, box[:2])
            found = True
    path = Path(f"{image}.sisa.png")
    only.save(path, dpi=dpi)
    return path if found else None


def _parts(image: Path, tables: list[Box]) -> list[tuple[Path, int]]:
    """The page with its tables only, and without them, each with the way to read it; a part without ink is left out."""
    if not tables:
        return [(image, LINES)]
    with Image.open(image) as whole:
        dpi = whole.info.get("dpi", (300, 300))
        rest = whole.convert("L")
    only = Image.new("L", rest.size, 255)
    for table in tables:
        box = (int(table[0]), int(table[1]), int(table[2]) + 1, int(table[3]) + 1)
        only.paste(rest.crop(box), box[:2])
        rest.paste(255, box)
    parts = []
    for part, name, mode in ((only, "dalam", SPARSE), (rest, "luar", LINES)):
        if (np.asarray(part) < DARK).sum() >= _SPECKS:
            path = Path(f"{image}.{name}.png")
            part.save(path, dpi=dpi)
            parts.append((path, mode))
    return parts or [(image, LINES)]


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
    dark, ink = cv2.threshold(cv2.GaussianBlur(grey, (3, 3), 0), 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    boxes = []
    # paper is made white: on a page with little print its grain is read as letters
    clean = np.where(grey > (dark + 255) / 2, np.uint8(255), grey)
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
