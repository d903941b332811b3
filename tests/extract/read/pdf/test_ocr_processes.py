"""Pages are read side by side by processes, whatever threads the caller has."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytest.importorskip("rapidocr")

_CALLER = """
import cv2, numpy as np
from extract.read.pdf import ocr
from extract.read.pdf.options import PdfOptions
from extract.read.picture.ppocr import PpOcr

def one(task):
    return task[0], {"_finding", "_reading"} <= ocr._shared[1].__dict__.keys()

cv2.setNumThreads(4)
for _ in range(3):
    cv2.GaussianBlur(np.ones((2000, 2000), np.float32), (0, 0), 2)
ocr._one = one
read = list(ocr._read(b"", PpOcr(), [(1, "a"), (2, "b"), (3, "c")], PdfOptions(jobs=2)))
print([number for number, _ in read], cv2.getNumThreads(), all(made for _, made in read))
"""


def test_a_caller_with_threads_of_opencv_does_not_wait_for_ever() -> None:
    """A process that is forked has none of them, and waited for them as it asked for one thread alone."""
    done = subprocess.run([sys.executable, "-c", _CALLER], capture_output=True, text=True, timeout=60, check=True)
    # and none of them makes the models anew
    assert done.stdout.split() == ["[1,", "2,", "3]", "4", "True"]
