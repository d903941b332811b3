"""Lighter networks say the same in fewer steps, and what has no such steps stays as it is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("cv2")

import numpy as np

from extract.read.picture.any_height import for_any_height
from extract.read.picture.denormal import without_denormals
from extract.read.picture.lighter import lighten
from extract.read.picture.network import NetworkStep, PictureNetwork, step_numbers, step_setting, with_setting
from extract.read.picture.ppocr import _DETECTOR, _READER, _session


def _network(name: str) -> PictureNetwork:
    try:
        network = PictureNetwork(
            Path(str(distribution("rapidocr").locate_file(f"rapidocr/models/{name}"))).read_bytes()
        )
    except PackageNotFoundError:
        pytest.skip("rapidocr is missing")
    if name == _READER:
        for_any_height(network)
    without_denormals(network)
    return network


def _said(network: PictureNetwork, picture: Any) -> Any:
    return _session(network.written()).run(None, {"x": picture})[0]


@pytest.mark.parametrize(("name", "height"), [(_READER, 48), (_READER, 32), (_DETECTOR, 96)])
def test_it_says_the_same_of_what_is_grey(name: str, height: int) -> None:
    grey = np.random.default_rng(7).uniform(-1, 1, (1, 1, height, 160)).astype(np.float32)
    network = _network(name)
    before = _said(network, np.repeat(grey, 3, axis=1))
    lighten(network)
    after = _said(network, grey)
    assert after.shape == before.shape
    assert np.abs(after - before).max() < 2e-4
    assert ((after > 0.3) == (before > 0.3)).all()


def test_the_last_convolution_of_a_line_has_the_mean() -> None:
    network = _network(_READER)
    lighten(network)
    means = [step for step in network.steps if step.kind == "AveragePool"]
    assert sorted(taker.kind for step in means for taker in network.takers(step.gives[0])) == ["Add", "Conv"]


def test_the_search_for_lines_enlarges_at_last_and_joins_nothing_at_first() -> None:
    network = _network(_DETECTOR)
    lighten(network)
    assert [step.kind for step in network.steps if network.given()[0] in step.gives] == ["DepthToSpace"]
    first = next(step for step in network.steps if step.kind == "Concat")
    assert len(first.takes) == 4
    assert network.floats[network.steps[0].takes[1]].shape[:2] == (32, 1)


def test_what_has_no_such_steps_stays() -> None:
    network = _network(_READER)
    mean = next(step for step in network.steps if step.kind == "AveragePool")
    # with a frame of nothing around, the mean of what a convolution gives is none of its mean
    mean.rest = with_setting(mean, "count_include_pad", 1)
    mean.rest = mean.rest.replace(step_setting("pads", (0, 0, 0, 0)), step_setting("pads", (0, 1, 0, 1)))
    assert step_numbers(mean, "pads") == [0, 1, 0, 1]
    lighten(network)
    assert [step.gives for step in network.steps if step.kind == "AveragePool"] == [mean.gives]


def test_a_network_that_begins_otherwise() -> None:
    with pytest.raises(ValueError, match="no convolution"):
        lighten(PictureNetwork(b""))
    network = PictureNetwork(b"")
    network.steps.append(NetworkStep("Relu", ["x"], ["y"]))
    with pytest.raises(ValueError, match="no convolution"):
        lighten(network)
