"""The parts of a mask that touch each other, at corners too: labels, boxes and areas as OpenCV numbers them.

Asked some forty times a page. What OpenCV chooses by itself takes three times as long for the same answer: of A4 at
200 dpi 28 ms against 10. Most masks have a few lines or none: of those the edges are followed (1 ms), and only the
boxes around them are looked at; of others the part that has anything.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np

#: Parts are painted one by one where the boxes around them are less than this share of the picture together, and they
#: are fewer than this; otherwise all pixels are looked up.
_FEW, _MANY = 0.5, 1000
#: Edges are followed where less than this share of a mask is anything, in so few parts, their boxes together less than
#: this share of it.
_SPARSE, _LINES, _THIN = 0.04, 150, 0.3
#: Parts of a certain size are looked for one by one where there are fewer than this.
_PARTS = 5000


def touching_parts(mask: Any) -> tuple[int, Any, Any, Any]:
    """How many parts a mask has, a picture of their numbers, for each its left, top, width, height and area, and its
    middle. The first part, 0, is what is none; its box and middle tell nothing."""
    x, y, width, height = cv2.boundingRect(mask)
    labels = np.zeros(mask.shape, np.int32)
    if not width:
        return 1, labels, np.zeros((1, 5), np.int32), np.zeros((1, 2))
    # parts are numbered by squares of two pixels by two: from an even place on, in the same order
    right, bottom, x, y = x + width, y + height, x & ~1, y & ~1
    here = (slice(y, bottom), slice(x, right))
    if cv2.countNonZero(mask) < _SPARSE * width * height and (lines := _lines(mask[here])):
        return _numbered(lines, labels, (x, y))
    # the numbers are written into the part of the picture that they are of
    count, _, stats, middles = cv2.connectedComponentsWithStatsWithAlgorithm(
        mask[here], 8, cv2.CV_32S, cv2.CCL_BBDT, labels[here]
    )
    stats[:, :2] += (x, y)
    middles += (x, y)
    return count, labels, stats, middles


def part_stats(mask: Any) -> Any:
    """Left, top, width, height and area of each part, in the order of their numbers (`touching_parts`), without 0: a
    picture of the numbers is four times as large as the mask, and who asks for boxes needs none."""
    x, y, width, height = cv2.boundingRect(mask)
    here = mask[y & ~1 : y + height, x & ~1 : x + width]
    if not width:
        return np.zeros((0, 5), np.int32)
    if cv2.countNonZero(here) < _SPARSE * width * height and (lines := _lines(here)):
        stats = np.array([(*box, np.count_nonzero(own)) for box, own in lines], np.int32)
    else:
        stats = cv2.connectedComponentsWithStatsWithAlgorithm(here, 8, cv2.CV_32S, cv2.CCL_BBDT)[2][1:]
    return stats + np.array([x & ~1, y & ~1, 0, 0, 0], np.int32)


#: Left, top, width, height.
_Box = tuple[int, int, int, int]
#: A part's box, and its own pixels there.
Part = tuple[_Box, Any]
_Wanted = Callable[[Any, Any], Any]


def sized_parts(mask: Any, wanted: _Wanted) -> list[Part]:
    """The parts of a mask whose width and height are `wanted`, in the order of their numbers (`touching_parts`)."""
    edges, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if len(edges) < _PARTS:
        return _painted(mask, edges, tree, _sized(edges, tree, wanted))
    labels, stats = cv2.connectedComponentsWithStatsWithAlgorithm(mask, 8, cv2.CV_32S, cv2.CCL_BBDT)[1:3]
    kept = wanted(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    kept[0] = False
    parts: list[Part] = []
    for part in np.flatnonzero(kept).tolist():
        x, y, width, height = stats[part, :4].tolist()
        parts.append(((x, y, width, height), labels[y : y + height, x : x + width] == part))
    return parts


def sized_mask(mask: Any, wanted: _Wanted) -> Any:
    """A mask (255) of the parts of a mask whose width and height are `wanted`: edges are painted all at once."""
    edges, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    found = np.zeros(mask.shape, np.uint8)
    drawn = [edge for n in _sized(edges, tree, wanted) for edge in (edges[n], *_holes(edges, tree, n))]
    if drawn:
        cv2.drawContours(found, drawn, -1, 255, cv2.FILLED)
    return found


def _lines(mask: Any) -> list[Part]:
    """The parts of a mask of few thin ones, in the order of their first square; none where they are others."""
    edges, tree = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if len(edges) > _LINES:
        return []
    boxes = _sized(edges, tree, lambda wide, _: wide > 0)
    few = sum(width * height for _, _, width, height in boxes.values()) <= _THIN * mask.size
    return _painted(mask, edges, tree, boxes) if few else []


def _sized(edges: Any, tree: Any, wanted: _Wanted) -> dict[int, _Box]:
    """The boxes of the parts whose width and height are `wanted`, by the numbers of their outer edges."""
    numbers, boxes = _boxes(edges, tree)
    # all at once: most parts are letters, and not wanted
    kept = np.flatnonzero(wanted(boxes[:, 2], boxes[:, 3])).tolist()
    return {numbers[at]: tuple(boxes[at].tolist()) for at in kept}


def _boxes(edges: Any, tree: Any) -> tuple[list[int], Any]:
    """The numbers of the outer edges of parts, and their boxes."""
    outer = np.flatnonzero(tree[0][:, 3] < 0).tolist() if len(edges) else []
    if not outer:
        return [], np.zeros((0, 4), np.int32)
    # all at once: one by one the thousand letters of a page take as long as to find them
    points = np.concatenate([edges[n] for n in outer])[:, 0]
    starts = np.cumsum([0, *(len(edges[n]) for n in outer[:-1])])
    least, most = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
    return outer, np.concatenate([least, most - least + 1], axis=1)


def _painted(mask: Any, edges: Any, tree: Any, boxes: dict[int, _Box]) -> list[Part]:
    parts = [(box, _within(mask, edges, tree, n, box)) for n, box in boxes.items()]
    return sorted(parts, key=_first_square)


def _within(mask: Any, edges: Any, tree: Any, n: int, box: _Box) -> Any:
    """Which pixels of a box are of the part with the n-th edge: others may stand in the box, or in its holes."""
    x, y, width, height = box
    own = np.zeros((height, width), np.uint8)
    cv2.drawContours(own, [edges[n], *_holes(edges, tree, n)], -1, 1, cv2.FILLED, offset=(-x, -y))
    return (own > 0) & (mask[y : y + height, x : x + width] > 0)


def _holes(edges: Any, tree: Any, n: int) -> list[Any]:
    """The edges of the holes in the part with the n-th edge."""
    holes, hole = [], tree[0][n][2]
    while hole >= 0:
        holes.append(edges[hole])
        hole = tree[0][hole][0]
    return holes


def _first_square(part: Part) -> tuple[int, int]:
    (x, y, _, _), own = part
    return y // 2, (x + int(np.flatnonzero(own[: 2 - y % 2].any(axis=0))[0])) // 2


def _numbered(lines: list[Part], labels: Any, corner: tuple[int, int]) -> tuple[int, Any, Any, Any]:
    stats, middles = np.zeros((len(lines) + 1, 5), np.int32), np.zeros((len(lines) + 1, 2))
    for number, ((x, y, width, height), own) in enumerate(lines, 1):
        left, top = x + corner[0], y + corner[1]
        labels[top : top + height, left : left + width][own] = number
        rows, columns = np.nonzero(own)
        stats[number] = left, top, width, height, len(rows)
        middles[number] = left + columns.sum() / len(rows), top + rows.sum() / len(rows)
    stats[0, cv2.CC_STAT_AREA] = labels.size - stats[:, cv2.CC_STAT_AREA].sum()
    return len(lines) + 1, labels, stats, middles


def mask_of(kept: Any, labels: Any, stats: Any) -> Any:
    """A mask (255) of the parts that are `kept`, by their numbers."""
    parts = np.flatnonzero(kept)
    boxes = stats[parts, cv2.CC_STAT_WIDTH].astype(np.int64) * stats[parts, cv2.CC_STAT_HEIGHT]
    if len(parts) > _MANY or boxes.sum() > _FEW * labels.size:
        return np.where(kept, np.uint8(255), np.uint8(0))[labels]
    found = np.zeros(labels.shape, np.uint8)
    for part in parts.tolist():
        x, y, width, height = stats[part, :4].tolist()
        here = (slice(y, y + height), slice(x, x + width))
        found[here][labels[here] == part] = 255
    return found
