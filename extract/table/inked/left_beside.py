"""Areas, and the pages of a text -> the areas beside whose first or last row a text stands that is in no table.

A line right below the last one of a table, or at the top of the page behind it, that is no label and no title may be
the rest of its last row (`seluruh   unit      SKM      (Baik)`, set on another grid than the rows above); one right
above the first row of a table without a heading may be the beginning of that.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from bahasa.date import place_with_date, read_date, read_month
from bahasa.labels import starts_with_label
from bahasa.names import begins_office
from bahasa.units import permanent
from extract.table.inked.area_top import stands_within
from extract.table.inked.areas import Area
from extract.table.inked.ink import InkLine
from extract.table.inked.line_forms import is_group, is_item, is_label

#: The rest of a row at the top of a page has so many lines at most; a signature has so many, down to its NIP.
_REST, _SIGNATURE = 6, 14
#: Marks of a note below a table (`* target dapat berubah`), and how far right of the table's edge it may begin.
_NOTES, _EDGE = ("*", "**", "*)", "**)"), 4


class OpenEnds(NamedTuple):
    """Whether a text that is in no table stands right above a table, and right below it."""

    above: bool
    below: bool


def open_ends(areas: Sequence[Area], pages: Sequence[Sequence[InkLine]]) -> list[OpenEnds]:
    """What stands beside each area."""
    taken = {line.number for area in areas for line in area.lines}
    beside: dict[int, tuple[InkLine | None, Sequence[InkLine]]] = {}
    for page in pages:
        for k, line in enumerate(page):
            beside[line.number] = page[k - 1] if k else None, page[k + 1 : k + 1 + _SIGNATURE]
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
                (bool(below) and below[0].at - last.at == 1 and _may_be_rest(below, left, area.gutters, taken))
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


def _may_be_rest(below: Sequence[InkLine], left: int, gutters: Sequence[int], taken: Collection[int]) -> bool:
    """May the first of the lines below a table be of its last row, and begins no closing and no note?"""
    return _may_go_on(below[0], left, taken) and not _closes(below, left, gutters)


def _closes(lines: Sequence[InkLine], left: int, gutters: Sequence[int]) -> bool:
    """Begins the closing of a text with the first of these lines, or is it a note to the table: a place and a date,
    `Ditetapkan di`, an office that signs (`Plt. Bupati Contoh`), a mark of notes at the table's edge?"""
    line = lines[0]
    texts = [" ".join(line.line.text.split()), *line.texts]
    if any(starts_with_label(text, "ditetapkan") or _is_dated(text) for text in texts):
        return True
    if line.ink[0].text in _NOTES and line.ink[0].left <= left + _EDGE:
        return len(line.parts) == 1
    if not all(begins_office(permanent(text)) for text in line.texts):
        return False
    # in one column it may be whose data the last row has (`Kepala Bidang Umum`)
    return not stands_within(line, gutters) or any(starts_with_label(one, "nip") for row in lines for one in row.texts)


def _is_dated(text: str) -> bool:
    """Is a text a place and a date, the day of which may be left open (`Bandung,      Januari 2025`)?"""
    placed = place_with_date(text)
    return placed is not None and (read_date(placed[1]) or read_month(placed[1])) is not None


def _begins_with_rest(page: Sequence[InkLine], left: int, taken: Collection[int]) -> bool:
    """Does a page begin with what goes on: a line with a small letter, or in columns?"""
    first = page[0]
    return _may_go_on(first, left, taken) and (first.ink[0].text[0].islower() or len(first.parts) > 2)
