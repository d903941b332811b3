"""A page is read by one thread of OpenCV; who calls the program as a library keeps his own number of them."""

import pytest

pytest.importorskip("cv2")

import cv2

from extract.read.pdf import ocr
from extract.read.pdf.options import PdfOptions
from extract.read.picture.ppocr import PpOcr


def test_one_thread_reads_a_page_and_the_others_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    reader = PpOcr.__new__(PpOcr)
    monkeypatch.setattr(ocr, "_one", lambda task: (task[0], seen.append(cv2.getNumThreads())))
    before = cv2.getNumThreads()
    cv2.setNumThreads(2)
    try:
        assert [number for number, _ in ocr._read(b"", reader, [(1, "key")], PdfOptions(jobs=1))] == [1]
        assert (seen, cv2.getNumThreads()) == ([1], 2)
    finally:
        cv2.setNumThreads(before)
