"""Areas with the gutters of the whole text -> areas with the lines above and below that stand in these columns.

Input: the pages of a text, and the areas on them. Output: the same areas, larger where lines beside them stand in their
columns. Where a table ends was decided before its columns were known: a line whose columns are one blank apart (`Jawa
Barat jawa barat`) seemed to stand across a gutter.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.table.inked.areas import Area, ends_in, is_label
from extract.table.inked.ink import FAR, Ink, InkLine

#: How far a word may reach over a gutter, how many blank lines may stand between, and how much wider than its text a
#: column is in which texts are set in the middle, so that they begin anywhere.
_REACH, _BLANK, _NARROW = 1, 1, 12
#: A text with white before it begins so far from where others of its column do (`200 dokumen` below `2 dokumen`).
_NEAR = (0, -1, 1)


def grown(areas: Sequence[Area], pages: Sequence[Sequence[InkLine]]) -> list[Area]:
    """The areas with the lines that belong to them."""
    taken = {line.number for area in areas for line in area.lines}
    by_page = {page[0].line.page: page for page in pages if page}
    last_of = {page[0].number: before for before, page in pairwise(pages)}
    found: list[Area] = []
    for area in areas:
        page = by_page[area.lines[0].line.page]
        left = min(line.ink[0].left for line in page)
        begins = _begins(area)
        first = next(k for k, line in enumerate(page) if line.number == area.lines[0].number)
        last = next(k for k, line in enumerate(page) if line.number == area.lines[-1].number)
        below: list[InkLine] = []
        for line in page[last + 1 :]:
            above = below[-1] if below else page[last]
            if line.at - above.at > _BLANK + 1 or not _belongs(line, area, begins, left, taken):
                break
            below.append(line)
        top = page[:first]
        if not _goes_on(last_of.get(page[0].number), found) or not all(
            _belongs(line, area, begins, left, taken) for line in top
        ):
            top = ()
        taken |= {line.number for line in (*top, *below)}
        found.append(replace(area, lines=(*top, *area.lines, *below)))
    return found


def _goes_on(before: Sequence[InkLine] | None, found: Sequence[Area]) -> bool:
    """May a page begin with the rest of a table of the page before it? Not where that one ends in other text."""
    own = [area for area in found if before and area.page == (before[0].line.page or 1)]
    return not before or not own or ends_in(before, own)


def _belongs(line: InkLine, area: Area, begins: Collection[tuple[int, int]], left: int, taken: Collection[int]) -> bool:
    """Is a line none of another area and no label, and stands in the columns of this one?"""
    return line.number not in taken and not is_label(line, left) and _stands_in(line, area.gutters, begins)


def _in_columns(line: InkLine, gutters: Sequence[int]) -> dict[int, list[Ink]]:
    """A line's words by the column of their middle."""
    found: dict[int, list[Ink]] = {}
    for ink in line.ink:
        found.setdefault(sum(gutter < ink.middle for gutter in gutters), []).append(ink)
    return found


def _begins(area: Area) -> frozenset[tuple[int, int]]:
    """The columns and positions at which texts begin."""
    return frozenset(
        (column, words[0].left) for line in area.lines for column, words in _in_columns(line, area.gutters).items()
    )


def _stands_in(line: InkLine, gutters: Sequence[int], begins: Collection[tuple[int, int]]) -> bool:
    """Does each word stand in one column, and each text begin where others of its column do?"""
    edges = [-1, *gutters, FAR]
    first = [part[0] for part in line.parts]
    for column, words in _in_columns(line, gutters).items():
        low, high = edges[column], edges[column + 1]
        if words[0].left < low + 1 - _REACH or words[-1].right > high + 1 + _REACH:
            return False
        narrow = 0 < high - low <= _NARROW and column > 0
        near = _NEAR if words[0] in first else (0,)
        if not narrow and not any((column, words[0].left + off) in begins for off in near):
            return False
    return True
