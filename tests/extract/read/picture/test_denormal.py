"""Weights that are as good as nothing are zeros, and a network says the same without them."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.denormal import without_denormals
from extract.read.picture.network import PictureNetwork
from extract.read.picture.ppocr import _DETECTOR


def test_the_smallest_floats_alone_are_zeros() -> None:
    weights = np.array([[1e-39, -1e-40, 1.2e-38], [-0.5, 0.0, -0.0]], np.float32)
    network = PictureNetwork(b"")
    network.floats = {"some": weights, "others": weights[1:]}
    without_denormals(network)
    assert network.floats["some"].tolist() == [[0.0, 0.0, weights[0, 2]], weights[1].tolist()]
    assert network.floats["others"].base is weights


def test_the_search_for_lines_says_the_same() -> None:
    import onnxruntime

    try:
        model = Path(str(distribution("rapidocr").locate_file(f"rapidocr/models/{_DETECTOR}"))).read_bytes()
    except PackageNotFoundError:
        pytest.skip("rapidocr is missing")
    network = PictureNetwork(model)
    without_denormals(network)
    tiny = np.finfo(np.float32).tiny
    assert not any(((np.abs(one) > 0) & (np.abs(one) < tiny)).any() for one in network.floats.values())
    small = network.written()
    assert any(((np.abs(one) > 0) & (np.abs(one) < tiny)).any() for one in PictureNetwork(model).floats.values())
    picture = np.random.default_rng(5).uniform(-1, 1, (1, 3, 64, 96)).astype(np.float32)
    said = [onnxruntime.InferenceSession(one).run(None, {"x": picture})[0] for one in (model, small)]
    assert np.array_equal(*said)
