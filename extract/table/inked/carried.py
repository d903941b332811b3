"""The rest of a row, or of a table's last columns, at the top of a page -> an area of its own.

Input: the areas of a text, and its pages. Output: the same areas, and those that a page begins with although too few of
its lines show three columns: the table of the page before reached that page's end, and each text stands in one of its
columns and begins where others of that column do.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from extract.table.inked.areas import Area
from extract.table.inked.ink import FAR, Ink, InkLine
from extract.table.inked.line_forms import is_label

#: How far a word may reach over a gutter, and from where its column's texts begin a text may begin: an extractor sets
#: each page on a grid of its own.
_REACH, _OFF = 1, 2
#: What a page prints at its foot has so many lines at most.
_FOOT = 3


def carried(areas: Sequence[Area], pages: Sequence[Sequence[InkLine]]) -> list[Area]:
    """The areas with those that a page begins with, in their order."""
    taken = {line.number for area in areas for line in area.lines}
    by_end = {area.lines[-1].number: area for area in areas}
    found = list(areas)
    for before, page in pairwise(pages):
        above = by_end.get(_last_above_foot(before).number)
        rest = _standing(page, above, taken) if above is not None else ()
        if above is not None and _is_rest(rest, page, above.gutters, taken):
            by_end[rest[-1].number] = area = replace(above, lines=rest, named={})
            found.append(area)
    return sorted(found, key=lambda area: area.lines[0].number)


def _last_above_foot(page: Sequence[InkLine]) -> InkLine:
    """The last line of a page above what it prints at its foot, set off by white: few lines of one part each, none of
    them a title (`Dokumen ini telah ditandatangani secara elektronik`)."""
    for deep in range(1, min(_FOOT, len(page) - 1) + 1):
        line = page[-deep]
        if len(line.parts) > 1 or line.line.text.isupper():
            break
        if line.at - page[-deep - 1].at > 1:
            return page[-deep - 1]
    return page[-1]


def _standing(page: Sequence[InkLine], above: Area, taken: Collection[int]) -> tuple[InkLine, ...]:
    """The first lines of a page, if no area has them, that stand in the columns of the area above."""
    left = min(line.ink[0].left for line in page)
    begins = _begins(above)
    free = takewhile(lambda line: line.number not in taken and not is_label(line, left), page)
    return tuple(takewhile(lambda line: _stands_in(line, above.gutters, begins), free))


def _is_rest(rest: Sequence[InkLine], page: Sequence[InkLine], gutters: Sequence[int], taken: Collection[int]) -> bool:
    """Do lines show two columns, or texts behind the first one that are set off from what stands below them, as a title
    is not (`INDIKATOR KINERJA UTAMA` / `DINAS PENDIDIKAN`)?"""
    if not rest or any(len(line.parts) > 1 for line in rest):
        return bool(rest)
    below = page[len(rest) : len(rest) + 1]
    apart = all(line.number in taken or line.at - rest[-1].at > 1 for line in below)
    inside = all(line.ink[0].left > gutters[0] for line in rest)
    return apart and inside and not all(line.line.text.isupper() for line in rest)


def _column(part: Sequence[Ink], gutters: Sequence[int]) -> int:
    return sum(gutter < (part[0].left + part[-1].right) / 2 for gutter in gutters)


def _begins(area: Area) -> frozenset[tuple[int, int]]:
    """The columns and positions at which texts begin."""
    return frozenset((_column(part, area.gutters), part[0].left) for line in area.lines for part in line.parts)


def _stands_in(line: InkLine, gutters: Sequence[int], begins: Collection[tuple[int, int]]) -> bool:
    edges = [-1, *gutters, FAR]
    seen: set[int] = set()
    for part in line.parts:
        column = _column(part, gutters)
        low, high = edges[column] - _REACH, edges[column + 1] + 1 + _REACH
        # justified type parts the words of a text (`Persentase    kesesuaian     jabatan`)
        near = column in seen or any((column, part[0].left + off) in begins for off in range(-_OFF, _OFF + 1))
        seen.add(column)
        if part[0].left < low or part[-1].right > high or not near:
            return False
    return True
