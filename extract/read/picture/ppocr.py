"""PP-OCRv6 by onnxruntime: the models come with the package rapidocr, so nothing is loaded from anywhere.

Only letters that Indonesian decrees print are read, of the 18,708 that the model knows: a faint `一` is a dash.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, distribution
from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from extract.install import no_ocr
from extract.read.picture.bends import Lean
from extract.read.picture.recogniser import Letter, Reading, TextBox

_PACKAGE, _DETECTOR, _READER = "rapidocr", "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
#: Lines are looked for at this resolution: type of 8 points is 9 pixels high there. The network takes multiples of 32.
_FINDING_DPI, _STEP = 85.0, 32
#: A pixel is text from this probability on, a line where the mean of its pixels is at least so much; the network marks
#: the core of a line only: by this share of area over edge it grows again.
_TEXT, _LINE, _GROWN = 0.3, 0.5, 1.6
#: How a line leans is told of pieces this long (pixels at that resolution).
_PIECE = 80
#: Lines are read at this height, in steps of so many pixels a letter at most.
_HEIGHT, _COLUMN = 48, 8
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
        height, width = grey.shape
        scale = min(1.0, _FINDING_DPI / dpi)
        tall, wide = (max(_STEP, round(side * scale / _STEP) * _STEP) for side in (height, width))
        small = cv2.resize(grey, (wide, tall), interpolation=cv2.INTER_AREA)
        seen = self._detector.run(None, {"x": np.repeat(_signal(small)[None, None], 3, axis=1)})[0][0, 0]
        return [_scaled(box, width / wide, height / tall) for box in _cores(seen)]

    def readings(self, lines: Sequence[Any]) -> list[Reading]:
        # one by one: side by side they are padded to one width, which takes longer and twice the memory
        return [self._read(line) for line in lines]

    def _read(self, line: Any) -> Reading:
        width = _width(line)
        wide = -(-max(_HEIGHT, width) // _COLUMN) * _COLUMN
        picture = np.zeros((1, 3, _HEIGHT, wide), np.float32)
        way = cv2.INTER_AREA if line.shape[0] > _HEIGHT else cv2.INTER_CUBIC
        picture[0, :, :, :width] = _signal(cv2.resize(line, (width, _HEIGHT), interpolation=way))
        return self._decoded(self._reader.run(None, {"x": picture})[0][0][:, self._allowed], width)

    def _decoded(self, columns: Any, width: int) -> Reading:
        """The best sign of each column; one sign over several columns is one letter, a blank of the network parts two
        alike."""
        best, sure = columns.argmax(axis=1), columns.max(axis=1)
        letters: list[Letter] = []
        last = 0
        for column, sign in enumerate(best):
            if sign and sign != last:
                at = min(1.0, (column + 0.5) * _COLUMN / width)
                letters.append(Letter(self._signs[sign], float(sure[column]), at))
            elif sign:
                letters[-1] = letters[-1]._replace(sure=max(letters[-1].sure, float(sure[column])))
            last = sign
        return tuple(letters)

    @cached_property
    def _detector(self) -> Any:
        return _session(Path(str(self._package.locate_file(f"{_PACKAGE}/models/{_DETECTOR}"))))

    @cached_property
    def _reader(self) -> Any:
        return _session(Path(str(self._package.locate_file(f"{_PACKAGE}/models/{_READER}"))))

    @cached_property
    def _known(self) -> list[str]:
        """What each output of the network means: nothing, the letters that its file names, a blank."""
        named = self._reader.get_modelmeta().custom_metadata_map["character"].splitlines()
        return ["", *named, " "]

    @cached_property
    def _allowed(self) -> Any:
        return np.array([i for i, sign in enumerate(self._known) if _is_printed(sign)])

    @cached_property
    def _signs(self) -> list[str]:
        return [self._known[i] for i in self._allowed]


def _is_printed(sign: str) -> bool:
    return len(sign) < 2 and (sign == "" or " " <= sign <= "~" or sign in _SIGNS)


def _session(model: Path) -> Any:
    """One thread: sums in another order have other last digits, and pages are read side by side anyway."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def _signal(grey: Any) -> Any:
    return grey.astype(np.float32) / np.float32(127.5) - np.float32(1)


def _width(line: Any) -> int:
    """How wide a picture of a line is at the height that lines are read at."""
    height, width = line.shape
    return max(_COLUMN, round(int(width) * _HEIGHT / int(height)))


def _cores(seen: Any) -> Iterator[TextBox]:
    """The lines in a map of probabilities of text, grown to their full size."""
    mask = (seen > _TEXT).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
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


def _scaled(found: TextBox, across: float, down: float) -> TextBox:
    x0, top, x1, bottom = found.box
    leans = [Lean(x * across, y * down, slope * down / across, length * across) for x, y, slope, length in found.leans]
    return TextBox((x0 * across, top * down, x1 * across, bottom * down), tuple(leans))
