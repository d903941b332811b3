"""Areas, and the pages of a text -> the areas beside whose first or last row a text stands that is in no table.

A line right below the last one of a table, or at the top of the page behind it, that is no label and no title may be
the rest of its last row (`seluruh   unit      SKM      (Baik)`, set on another grid than the rows above); one right
above the first row of a table without a heading may be the beginning of that.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.table.inked.areas import Area
from extract.table.inked.ink import InkLine
from extract.table.inked.line_forms import is_group, is_item, is_label

#: The rest of a row at the top of a page has so many lines at most.
_REST = 6


class OpenEnds(NamedTuple):
    """Whether a text that is in no table stands right above a table, and right below it."""

    above: bool
    below: bool


def open_ends(areas: Sequence[Area], pages: Sequence[Sequence[InkLine]]) -> list[OpenEnds]:
    """What stands beside each area."""
    taken = {line.number for area in areas for line in area.lines}
    beside: dict[int, tuple[InkLine | None, InkLine | None]] = {}
    for page in pages:
        for above, line, below in zip([None, *page[:-1]], page, [*page[1:], None], strict=True):
            beside[line.number] = above, below
    next_page = {before[-1].number: page for before, page in pairwise(pages)}
    found: list[OpenEnds] = []
    for area in areas:
        first, last = area.lines[0], area.lines[-1]
        above, below = beside[first.number][0], beside[last.number][1]
        left = min(line.ink[0].left for line in area.lines)
        over = next_page.get(last.number)
        found.append(
            OpenEnds(
                above is not None and first.at - above.at == 1 and _may_go_on(above, left, taken),
                (below is not None and below.at - last.at == 1 and _may_go_on(below, left, taken))
                or (over is not None and _begins_with_rest(over, left, taken)),
            )
        )
    for at, (area, rest) in enumerate(pairwise(areas)):
        over = next_page.get(area.lines[-1].number)
        goes_on = over is not None and over[0].number == rest.lines[0].number and len(rest.lines) <= _REST
        if goes_on and found[at + 1].below:
            found[at] = found[at]._replace(below=True)
    return found


def _may_go_on(line: InkLine, left: int, taken: Collection[int]) -> bool:
    """May a line be of a row: is it in no table, no label, no item, no group row and no title in capitals?"""
    title = len(line.parts) == 1 and line.line.text.isupper()
    return line.number not in taken and not (title or is_label(line, left) or is_group(line) or is_item(line))


def _begins_with_rest(page: Sequence[InkLine], left: int, taken: Collection[int]) -> bool:
    """Does a page begin with what goes on: a line with a small letter, or in columns?"""
    first = page[0]
    return _may_go_on(first, left, taken) and (first.ink[0].text[0].islower() or len(first.parts) > 2)
