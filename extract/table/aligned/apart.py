"""Lines of column-aligned text that stand across its columns: group rows (`MISI PERTAMA`) and notes below a table.

Input: the lines of a table's body. Output: runs of lines that belong to no column. One of them would hide all columns
of its page, since no gutter is left that it does not cover. A line is taken for one only if it stands alone, at the
left edge or in capitals, and columns show without it that are hidden with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.table.aligned.gutters import columns_of_page
from extract.table.aligned.pages import pages_of
from extract.table.aligned.segments import Segment, segments_of
from schemas.layout import Line

#: At most so many lines of a page stand across its columns, and at most one in so many.
_MOST, _SHARE = 12, 3
#: A line at the left edge begins at most so many characters from it.
_EDGE = 2


def lines_across(lines: Sequence[Line], seams: frozenset[int], roles: Sequence[str]) -> list[list[int]]:
    """Runs of indices of lines that stand across the columns, in order."""
    segments = segments_of(line.text for line in lines)
    found: list[int] = []
    for page in pages_of(lines, seams):
        found += _of_page([s for s in segments if page[0] <= s.line <= page[-1]], roles)
    runs: list[list[int]] = []
    for index in found:
        if runs and not any(line.text.strip() for line in lines[runs[-1][-1] + 1 : index]):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _of_page(segments: Sequence[Segment], roles: Sequence[str]) -> list[int]:
    if not segments or len(columns_of_page(segments, roles)) >= len(roles):
        return []
    left = min(s.left for s in segments)
    by_line: dict[int, list[Segment]] = {}
    for segment in segments:
        by_line.setdefault(segment.line, []).append(segment)
    alone = [found[0] for found in by_line.values() if len(found) == 1]
    wide = [s for s in alone if (s.left - left <= _EDGE and s.text[:1].isalpha()) or s.text.isupper()]
    wide.sort(key=lambda s: (s.left - s.right, s.line))
    best, columns = 0, len(columns_of_page(segments, roles))
    for count in range(1, min(len(wide), _MOST, len(by_line) // _SHARE) + 1):
        gone = {s.line for s in wide[:count]}
        now = len(columns_of_page([s for s in segments if s.line not in gone], roles))
        if now > columns:
            best, columns = count, now
    return _with_tail(sorted(s.line for s in wide[:best]), sorted(by_line), by_line)


def _with_tail(across: list[int], lines: Sequence[int], by_line: dict[int, list[Segment]]) -> list[int]:
    """The lines, with those that go on with the last one: alone as well, down to the end of the page."""
    if not across:
        return []
    rest = [line for line in lines if line > across[-1]]
    return [*across, *rest] if rest and all(len(by_line[line]) == 1 for line in rest) else across
