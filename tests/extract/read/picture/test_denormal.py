"""Weights that are as good as nothing are zeros, and a network says the same without them."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.denormal import without_denormals
from extract.read.picture.messages import BYTES, VARINT, MessageField, field_value, fields_of, varint, written_out
from extract.read.picture.ppocr import _DETECTOR

#: Fields of a model: its graph, its weights; of weights their kind and their numbers.
GRAPH, WEIGHTS, KIND, NUMBERS = 7, 5, 2, 9


def model(kind: int, numbers: Any) -> bytes:
    weights = written_out(MessageField(KIND, VARINT, varint(kind))) + written_out(
        MessageField(NUMBERS, BYTES, numbers.tobytes())
    )
    return written_out(MessageField(GRAPH, BYTES, written_out(MessageField(WEIGHTS, BYTES, weights))))


def numbers_of(network: bytes) -> list[bytes]:
    graph = next(field.content for field in fields_of(network) if field.number == GRAPH)
    weights = [list(fields_of(field.content)) for field in fields_of(graph) if field.number == WEIGHTS]
    floats = [one for one in weights if [field_value(field.content) for field in one if field.number == KIND] == [1]]
    return [field.content for one in floats for field in one if field.number == NUMBERS]


def test_the_smallest_floats_alone_are_zeros() -> None:
    weights = np.array([1e-39, -1e-40, 1.2e-38, -0.5, 0.0], np.float32)
    (got,) = numbers_of(without_denormals(model(1, weights)))
    assert np.frombuffer(got, np.float32).tolist() == [0.0, 0.0, *weights[2:].tolist()]


def test_numbers_of_another_kind_stay() -> None:
    whole = model(7, np.array([1, 2], np.int64))
    assert without_denormals(whole) == whole


def test_the_search_for_lines_says_the_same() -> None:
    import onnxruntime

    try:
        network = Path(str(distribution("rapidocr").locate_file(f"rapidocr/models/{_DETECTOR}"))).read_bytes()
    except PackageNotFoundError:
        pytest.skip("rapidocr is missing")
    small = without_denormals(network)
    assert small != network
    tiny = np.finfo(np.float32).tiny
    for numbers in numbers_of(small):
        weights = np.abs(np.frombuffer(numbers, np.float32))
        assert not ((weights > 0) & (weights < tiny)).any()
    picture = np.random.default_rng(5).uniform(-1, 1, (1, 3, 64, 96)).astype(np.float32)
    said = [onnxruntime.InferenceSession(one).run(None, {"x": picture})[0] for one in (network, small)]
    assert np.array_equal(*said)
