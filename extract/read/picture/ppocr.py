"""PP-OCRv6 by onnxruntime: the models come with the package rapidocr, so nothing is loaded from anywhere.

Only letters that Indonesian decrees print are read, of the 18,708 that the model knows: a faint `一` is a dash.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, distribution
from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from extract.install import no_ocr
from extract.read.picture.alphabet import alphabet_of, cut_to
from extract.read.picture.any_height import for_any_height
from extract.read.picture.bends import Lean
from extract.read.picture.denormal import without_denormals
from extract.read.picture.lighter import lighten
from extract.read.picture.network import PictureNetwork
from extract.read.picture.recogniser import Letter, Reading, TextBox
from extract.read.picture.touching import touching_parts

_PACKAGE, _DETECTOR, _READER = "rapidocr", "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
#: Lines are looked for at this resolution: type of 8 points is 9 pixels high there. The network takes multiples of 32.
_FINDING_DPI, _STEP = 85.0, 32
#: Only the part of a page that has ink is looked at: darker than this at this resolution, and so much (inches) around.
_PAPER, _COARSE_DPI, _AROUND = 200, 50, 0.15
#: A pixel is text from this probability on, a line where the mean of its pixels is at least so much; the network marks
#: the core of a line only: by this share of area over edge it grows again.
_TEXT, _LINE, _GROWN = 0.3, 0.5, 1.6
#: How a line leans is told of pieces this long (pixels at that resolution).
_PIECE = 80
#: Lines are read at this height, or at other multiples of the third, in steps of so many pixels a letter at most.
_HEIGHT, _COLUMN, _ROWS = 48, 8, 16
#: Signs beside those of ASCII. Of letters with accents Indonesian has é alone, in few words; í is a bad picture of i.
_SIGNS = "–—‘’“”•…≤≥×÷√∑−→‰½¼¾²³°±·é§"


class PpOcr:
    """The recogniser (extract/read/picture/recogniser.py). Raises UnusableSource where its models are not installed."""

    def __init__(self) -> None:
        try:
            self._package = distribution(_PACKAGE)
        except PackageNotFoundError:
            raise no_ocr() from None
        self.name = f"{_READER.removesuffix('.onnx')} ({_PACKAGE} {self._package.version})"

    def boxes(self, grey: Any, dpi: float) -> list[TextBox]:
        left, top, right, bottom = _inked(grey, dpi)
        grey = grey[top:bottom, left:right]
        height, width = grey.shape
        if not grey.size:
            return []
        scale = min(1.0, _FINDING_DPI / dpi)
        tall, wide = (max(1, round(side * scale)) for side in (height, width))
        small = cv2.resize(grey, (wide, tall), interpolation=cv2.INTER_AREA)
        # white up to what the network takes, so that letters keep their size
        small = np.pad(small, ((0, -tall % _STEP), (0, -wide % _STEP)), constant_values=255)
        seen = self._detector.run(None, {"x": _signal(small)[None, None]})[0][0, 0]
        return [_scaled(box, width / wide, height / tall, left, top) for box in _cores(seen)]

    def readings(self, lines: Sequence[Any], wide: float = 1.0, high: float = 1.0) -> list[Reading]:
        # one by one: side by side they are padded to one width, which takes longer and twice the memory
        height = max(2, round(_HEIGHT * high / _ROWS)) * _ROWS
        return [self._read(line, wide, height) for line in lines]

    def _read(self, line: Any, letters: float, height: int) -> Reading:
        width = _width(line, letters)
        wide = -(-max(_HEIGHT, width) // _COLUMN) * _COLUMN
        picture = np.zeros((1, 1, height, wide), np.float32)
        way = cv2.INTER_AREA if line.shape[0] > height else cv2.INTER_CUBIC
        picture[0, 0, :, :width] = _signal(cv2.resize(line, (width, height), interpolation=way))
        return self._decoded(self._reader.run(None, {"x": picture})[0][0], width)

    def _decoded(self, columns: Any, width: int) -> Reading:
        """The best sign of each column; one sign over several columns is one letter, a blank of the network parts two
        alike."""
        best = columns.argmax(axis=1)
        starts = np.flatnonzero((best > 0) & np.append(True, best[1:] != best[:-1])).tolist()
        if not starts:
            return ()
        signs = best[starts]
        # all letters at once: one by one they take a fiftieth of a page's time
        first = np.array([0, *starts[1:]])
        part = np.repeat(np.arange(len(first)), np.diff(np.append(first, len(best))))
        rows, neighbours = np.arange(len(best)), np.pad(signs, 1, mode="edge")
        rivals = columns.copy()
        rivals[:, 0] = 0
        for way in range(3):
            rivals[rows, neighbours[part + way]] = 0
        own, others, likeliest = columns[rows, signs[part]], rivals.sum(axis=1), rivals.argmax(axis=1)
        sure, surest = _most(own, first, part)
        other, column = _most(others, first, part)
        rival = likeliest[column]
        behind = (column > surest) & (own[column] < rivals[column, rival])
        at = np.minimum(1.0, (np.array(starts) + 0.5) * _COLUMN / width)
        told = zip(*(one.tolist() for one in (signs, sure, at, other, rival, behind)), strict=True)
        return tuple(
            Letter(self._signs[sign], sure, at, other, self._signs[rival] if other else "", behind)
            for sign, sure, at, other, rival, behind in told
        )

    def prepare(self) -> None:
        """Makes its models, before processes are forked that set them up: else each makes them."""
        _ = self._finding, self._reading

    @cached_property
    def _detector(self) -> Any:
        return _session(self._finding)

    @cached_property
    def _reader(self) -> Any:
        return _session(self._reading[0])

    @cached_property
    def _signs(self) -> list[str]:
        return self._reading[1]

    @cached_property
    def _finding(self) -> bytes:
        network = self._network(_DETECTOR)
        lighten(network)
        without_denormals(network)
        return network.written()

    @cached_property
    def _reading(self) -> tuple[bytes, list[str]]:
        """The model that reads lines, and the signs that it knows."""
        network = self._network(_READER)
        known = alphabet_of(network)
        kept = [i for i, sign in enumerate(known) if _is_printed(sign)]
        cut_to(network, kept, len(known))
        for_any_height(network)
        lighten(network)
        without_denormals(network)
        return network.written(), [known[i] for i in kept]

    def _network(self, name: str) -> PictureNetwork:
        return PictureNetwork(Path(str(self._package.locate_file(f"{_PACKAGE}/models/{name}"))).read_bytes())


def _is_printed(sign: str) -> bool:
    return len(sign) < 2 and (sign == "" or " " <= sign <= "~" or sign in _SIGNS)


def _session(model: bytes) -> Any:
    """One thread: sums in another order have other last digits, and pages are read side by side anyway."""
    # since 1.29 onnxruntime sends its maker what it runs, and keeps a number of the machine, unless this is said first
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _signal(grey: Any) -> Any:
    return grey.astype(np.float32) / np.float32(127.5) - np.float32(1)


def _most(values: Any, first: Any, part: Any) -> tuple[Any, Any]:
    """The most of each part of a row of values, and where it is first; `first`: where parts begin, `part`: which one
    each value is in."""
    most = np.maximum.reduceat(values, first)
    places = np.flatnonzero(values == most[part])
    return most, places[np.searchsorted(part[places], np.arange(len(first)))]


def _width(line: Any, letters: float) -> int:
    """How wide a picture of a line is at the height that lines are read at, its letters so many times as wide as they
    are."""
    height, width = line.shape
    return max(_COLUMN, round(int(width) * _HEIGHT / int(height) * letters))


def _cores(seen: Any) -> Iterator[TextBox]:
    """The lines in a map of probabilities of text, grown to their full size."""
    mask = (seen > _TEXT).astype(np.uint8)
    count, labels, stats, _ = touching_parts(mask)
    for part in range(1, count):
        x, y, width, height = (int(value) for value in stats[part][:4])
        if min(width, height) < 3:
            continue
        here = labels[y : y + height, x : x + width] == part
        if seen[y : y + height, x : x + width][here].mean() >= _LINE:
            area = float(here.sum())
            grown = _GROWN * area / (2 * (width + area / width))
            yield TextBox((x - grown, y - grown, x + width + grown, y + height + grown), tuple(_leans(here, x, y)))


def _leans(here: Any, x: int, y: int) -> Iterator[Lean]:
    """How the pieces of a line lean, of its pixels as a mask."""
    width = here.shape[1]
    pieces = width // _PIECE
    for start, stop in pairwise(round(width * i / pieces) for i in range(pieces + 1)) if pieces else ():
        rows, columns = np.nonzero(here[:, start:stop])
        if np.ptp(rows) * 3 < stop - start:
            slope, at = np.polyfit(columns, rows, 1)
            middle = (stop - start) / 2
            yield Lean(x + start + middle, y + at + slope * middle, float(slope), float(stop - start))


def _scaled(found: TextBox, across: float, down: float, left: float, upper: float) -> TextBox:
    x0, top, x1, bottom = found.box
    leans = [
        Lean(left + x * across, upper + y * down, slope * down / across, length * across)
        for x, y, slope, length in found.leans
    ]
    return TextBox((left + x0 * across, upper + top * down, left + x1 * across, upper + bottom * down), tuple(leans))


def _inked(grey: Any, dpi: float) -> tuple[int, int, int, int]:
    """The box around all that is darker than paper, with white around it; specks don't count. All nought where nothing
    is."""
    step = max(1, round(dpi / _COARSE_DPI))
    small = cv2.resize(
        grey, (max(1, grey.shape[1] // step), max(1, grey.shape[0] // step)), interpolation=cv2.INTER_AREA
    )
    dark = small < _PAPER
    columns, rows = np.flatnonzero(dark.any(axis=0)), np.flatnonzero(dark.any(axis=1))
    if not len(columns):
        return 0, 0, 0, 0
    around = round(_AROUND * dpi)
    return (
        max(0, int(columns[0]) * step - around), max(0, int(rows[0]) * step - around),
        (int(columns[-1]) + 1) * step + around, (int(rows[-1]) + 1) * step + around,
    )  # fmt: skip
