"""The recogniser's network for lines of any height says of those of its own what it said before."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("cv2")

import cv2
import numpy as np

from extract.read.picture.any_height import for_any_height
from extract.read.picture.network import PictureNetwork
from extract.read.picture.ppocr import _READER, PpOcr, _session


def _model() -> bytes:
    try:
        return Path(str(distribution("rapidocr").locate_file(f"rapidocr/models/{_READER}"))).read_bytes()
    except PackageNotFoundError:
        pytest.skip("rapidocr is missing")


def test_lines_of_its_own_height_say_the_same() -> None:
    model = _model()
    picture = np.random.default_rng(3).normal(0, 1, (1, 3, 48, 96)).astype(np.float32)
    network = PictureNetwork(model)
    for_any_height(network)
    before, after = (_session(one).run(None, {"x": picture})[0] for one in (model, network.written()))
    assert np.allclose(before, after, atol=1e-5)


def test_a_low_picture_is_read() -> None:
    _model()
    line = np.full((48, 480), 255, np.uint8)
    cv2.putText(line, "Jumlah 125", (20, 34), cv2.FONT_HERSHEY_DUPLEX, 1.1, 0, 2, cv2.LINE_AA)
    for high in (1.0, 2 / 3):
        (reading,) = PpOcr().readings([line], high=high)
        assert "".join(letter.sign for letter in reading) == "Jumlah 125"


def test_a_file_that_is_no_such_network() -> None:
    with pytest.raises(ValueError, match="no mean of rows"):
        for_any_height(PictureNetwork(b""))
