"""The parts of a mask, numbered as OpenCV numbers them by itself."""

import pytest

pytest.importorskip("cv2")

import cv2
import numpy as np

from extract.read.picture.touching import mask_of, touching_parts


def test_parts_are_those_that_opencv_finds_by_itself() -> None:
    mask = (np.random.default_rng(2).random((211, 307)) > 0.7).astype(np.uint8) * 255
    count, labels, stats, middles = touching_parts(mask)
    wanted = cv2.connectedComponentsWithStats(mask, connectivity=8)
    assert count == wanted[0] > 100
    assert all(np.array_equal(a, b) for a, b in zip((labels, stats, middles), wanted[1:], strict=True))


def test_a_mask_of_some_parts() -> None:
    mask = np.zeros((5, 9), np.uint8)
    mask[1, 1:3] = mask[3, 5:8] = 255
    _, labels, _, _ = touching_parts(mask)
    kept = mask_of(np.array([False, False, True]), labels)
    assert kept.dtype == np.uint8
    assert (kept > 0).sum() == 3
    assert kept[3, 5:8].tolist() == [255, 255, 255]
