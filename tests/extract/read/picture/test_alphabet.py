"""The recogniser's network, cut to the letters that decrees print, says of them what the whole one says."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.alphabet import alphabet_of, cut_to
from extract.read.picture.network import PictureNetwork
from extract.read.picture.ppocr import _READER, PpOcr, _session


def _model() -> bytes:
    try:
        return Path(str(distribution("rapidocr").locate_file(f"rapidocr/models/{_READER}"))).read_bytes()
    except PackageNotFoundError:
        pytest.skip("rapidocr is missing")


def _said(model: bytes, picture: Any) -> Any:
    return _session(model).run(None, {"x": picture})[0][0]


def test_the_kept_letters_are_as_likely_to_each_other_as_before() -> None:
    model = _model()
    network = PictureNetwork(model)
    known = alphabet_of(network)
    kept = [known.index(sign) for sign in ("", "a", "%", "5", " ")]
    picture = np.random.default_rng(3).normal(0, 1, (1, 3, 48, 96)).astype(np.float32)
    whole = _said(model, picture)[:, kept]
    cut_to(network, kept, len(known))
    cut = _said(network.written(), picture)
    assert cut.shape == whole.shape
    assert np.allclose(cut, whole / whole.sum(axis=1, keepdims=True), atol=1e-4)


def test_a_file_that_is_no_such_network() -> None:
    with pytest.raises(ValueError, match="names no letters"):
        alphabet_of(PictureNetwork(b""))
    with pytest.raises(ValueError, match="0 arrays of weights"):
        cut_to(PictureNetwork(b""), [0], 5)


@pytest.mark.parametrize(
    ("columns", "text", "others"),
    [
        # a blank of the network between two alike; the second `a` may be a `b`
        ([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.7, 0.3]], "aa", [0.0, 0.3]),
        # behind the `a` a `b` was overlooked
        ([[0.0, 1.0, 0.0], [0.6, 0.0, 0.4]], "a", [0.4]),
        ([[1.0, 0.0, 0.0]], "", []),
    ],
)
def test_what_another_sign_has_for_it(columns: list[list[float]], text: str, others: list[float]) -> None:
    reader = PpOcr.__new__(PpOcr)
    reader.__dict__["_signs"] = ["", "a", "b"]
    read = reader._decoded(np.array(columns), 8 * len(columns))
    assert "".join(letter.sign for letter in read) == text
    assert [letter.other for letter in read] == pytest.approx(others)
