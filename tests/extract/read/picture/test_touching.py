"""The parts of a mask, numbered as OpenCV numbers them by itself."""

import pytest

pytest.importorskip("cv2")

import cv2
import numpy as np

from extract.read.picture.touching import mask_of, part_stats, sized_mask, sized_parts, touching_parts


def test_parts_are_those_that_opencv_finds_by_itself() -> None:
    mask = (np.random.default_rng(2).random((211, 307)) > 0.7).astype(np.uint8) * 255
    count, labels, stats, middles = touching_parts(mask)
    wanted = cv2.connectedComponentsWithStats(mask, connectivity=8)
    assert count == wanted[0] > 100
    assert all(np.array_equal(a, b) for a, b in zip((labels, stats, middles), wanted[1:], strict=True))


def test_a_mask_of_some_parts() -> None:
    mask = np.zeros((5, 9), np.uint8)
    mask[1, 1:3] = mask[3, 5:8] = 255
    _, labels, stats, _ = touching_parts(mask)
    kept = mask_of(np.array([False, False, True]), labels, stats)
    assert kept.dtype == np.uint8
    assert (kept > 0).sum() == 3
    assert kept[3, 5:8].tolist() == [255, 255, 255]


def test_parts_in_a_corner_are_numbered_as_in_the_whole() -> None:
    corner = (np.random.default_rng(3).random((40, 50)) > 0.6).astype(np.uint8) * 255
    mask = np.zeros((211, 307), np.uint8)
    mask[91:131, 201:251] = corner
    count, labels, stats, middles = touching_parts(mask)
    wanted = cv2.connectedComponentsWithStats(mask, connectivity=8)
    assert count == wanted[0] > 20
    assert labels.dtype == wanted[1].dtype
    assert np.array_equal(labels, wanted[1])
    assert np.array_equal(stats[1:], wanted[2][1:])
    assert np.allclose(middles[1:], wanted[3][1:])


@pytest.mark.parametrize("share", [0.999, 0.8])
@pytest.mark.parametrize("corner", [(0, 0), (91, 201)])
def test_boxes_alone_are_those_of_the_parts(share: float, corner: tuple[int, int]) -> None:
    mask = np.zeros((411, 507), np.uint8)
    mask[corner[0] : corner[0] + 280, corner[1] : corner[1] + 301] = (
        np.random.default_rng(5).random((280, 301)) > share
    ) * np.uint8(255)
    assert len(part_stats(mask)) > 20
    assert np.array_equal(part_stats(mask), touching_parts(mask)[2][1:])
    assert part_stats(np.zeros((5, 9), np.uint8)).shape == (0, 5)


def test_nothing_has_no_parts() -> None:
    count, labels, stats, middles = touching_parts(np.zeros((5, 9), np.uint8))
    assert (count, labels.any(), stats.shape, middles.shape) == (1, False, (1, 5), (1, 2))


def test_parts_painted_one_by_one_are_those_looked_up() -> None:
    mask = (np.random.default_rng(4).random((60, 70)) > 0.8).astype(np.uint8)
    count, labels, stats, _ = touching_parts(mask)
    for kept in (np.arange(count) % 2 == 1, np.arange(count) == 7, np.zeros(count, bool)):
        assert np.array_equal(mask_of(kept, labels, stats) > 0, kept[labels])


def _strokes(seed: int) -> np.ndarray:
    """Lines, rings and dots, some in the holes of others."""
    lot, mask = np.random.default_rng(seed), np.zeros((311, 407), np.uint8)
    for x, y, size in lot.integers((10, 10, 1), (390, 290, 25), (9, 3)).tolist():
        cv2.circle(mask, (x, y), size, 255, 1)
        cv2.line(mask, (x, y), (x + 9 * size, y + size % 3), 255, 1 + size % 2)
    cv2.circle(mask, (200, 150), 40, 255, 1)
    mask[150, 200:204] = 255
    return mask


@pytest.mark.parametrize("seed", range(8))
def test_few_lines_are_numbered_as_all_parts_are(seed: int) -> None:
    mask = _strokes(seed)
    count, labels, stats, middles = touching_parts(mask)
    wanted = cv2.connectedComponentsWithStats(mask, connectivity=8)
    assert count == wanted[0] > 3
    assert np.array_equal(labels, wanted[1])
    assert np.array_equal(stats[1:], wanted[2][1:])
    assert np.allclose(middles[1:], wanted[3][1:])


@pytest.mark.parametrize("mask", [_strokes(3), (np.random.default_rng(5).random((400, 400)) > 0.9).astype(np.uint8)])
def test_parts_of_a_size(mask: np.ndarray) -> None:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    parts = sized_parts(mask, lambda wide, high: high <= wide)
    wanted = [n for n in range(1, len(stats)) if stats[n, cv2.CC_STAT_HEIGHT] <= stats[n, cv2.CC_STAT_WIDTH]]
    assert [box for box, _ in parts] == [tuple(stats[n, :4].tolist()) for n in wanted]
    for n, ((x, y, width, height), own) in zip(wanted, parts, strict=True):
        assert np.array_equal(own, labels[y : y + height, x : x + width] == n)
    # holes stay holes, and what stands in them is told by its own size
    assert np.array_equal(sized_mask(mask, lambda wide, high: high <= wide) > 0, np.isin(labels, wanted))
