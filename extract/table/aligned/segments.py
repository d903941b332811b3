"""Column-aligned text -> segments: runs of words that stand apart by two blanks or more.

Input: lines of text. Output: segments with their character positions (0 is the line's first, tabs expanded), and the
columns in which they stand below each other. Guarantee: every word is in exactly one segment; segments that touch the
same position are in the same column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_TAB = 8


class Segment(NamedTuple):
    """A run of words without a wide gap: character positions from `left` to `right` (exclusive), index of its line."""

    left: int
    right: int
    text: str
    line: int

    def over(self, x: int) -> bool:
        """Whether it stands at position x."""
        return self.left <= x < self.right

    def blank_at(self, x: int) -> bool:
        """Whether one of its blanks is at position x."""
        return self.over(x) and self.text[x - self.left] == " "

    def sides(self, x: int) -> tuple[str, str]:
        """Its text before and behind position x."""
        return self.text[: max(0, x - self.left)], self.text[max(0, x + 1 - self.left) :]


def segments_of(texts: Iterable[str]) -> list[Segment]:
    """All segments of these lines, line by line."""
    return [
        Segment(match.start(), match.end(), match[0], index)
        for index, text in enumerate(texts)
        for match in _SEGMENT.finditer(text.expandtabs(_TAB))
    ]


def columns_apart(segments: Iterable[Segment]) -> list[list[Segment]]:
    """The columns, from left to right, parted at the positions that no segment touches."""
    columns: list[list[Segment]] = []
    right = -1
    for segment in sorted(segments, key=lambda s: (s.left, s.line)):
        if not columns or segment.left > right:
            columns.append([])
        columns[-1].append(segment)
        right = max(right, segment.right)
    return columns


def single_blanks(column: Sequence[Segment]) -> list[int]:
    """The positions inside a column where all segments that stand there have a blank: one blank may be a gutter."""
    spots = range(min(s.left for s in column) + 1, max(s.right for s in column))
    over = ((x, [s for s in column if s.over(x)]) for x in spots)
    return [x for x, found in over if found and all(s.blank_at(x) for s in found)]


def cut_at(segments: Sequence[Segment], x: int) -> tuple[list[Segment], list[Segment]]:
    """The segments before and behind position x, which has a blank where a segment stands over it."""
    before: list[Segment] = []
    behind: list[Segment] = []
    for s in segments:
        left, right = s.sides(x)
        before += [Segment(s.left, s.left + len(left), left, s.line)] if left else []
        behind += [Segment(s.right - len(right), s.right, right, s.line)] if right else []
    return before, behind
