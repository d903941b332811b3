"""Labels of a head side by side, each over its own value: `TUGAS | FUNGSI` over what these are, `JABATAN | UNIT KERJA`.

Input: a grid. Output: where such labels stand, and their lines, column by column. Below a holder's label there is one
band of values: several below each other are a list of holders. Tugas and fungsi alone may go on over several bands,
one for each item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bahasa.labels import says_holder, starts_with_label, word_part
from bahasa.parts import PartName, filled_parts, head_labels
from extract.read.pdf.grid import text_in
from extract.read.pdf.words import cell_lines
from extract.table.drawn.heads import begun_in
from extract.table.meaning.fields import names_office
from extract.table.meaning.head_labels import heads_column
from schemas.layout import DrawnCell, Grid, Word

_ENDS = " :："
#: A label is at most this long.
_LABEL = 40
#: So many offices below each other are a list of them.
_OFFICES = 2
_NUMBERED = re.compile(r"No\.?|Nomor", re.I)


def labels_across(grid: Grid, band: int, stop: int | None = None) -> bool:
    """Is a band one of labels, tugas or fungsi among them, each over its value? Below these nothing is printed, or what
    goes over all columns or stands in others (the heading of a table)."""
    stop = stop or len(grid.owner)
    return _look_like_labels(grid, band, stop) and _told_from(grid, band, stop)[band]


def lists_holders(grid: Grid, band: int) -> bool:
    """Is a band the heading of a list of holders and what each does (`Nama Jabatan | Uraian Tugas` over two offices or
    more), be it behind a number? Two such columns are a table too, and no labels over one value each."""
    cells = [cell for cell in begun_in(grid, band) if cell.words]
    if len(cells) < 2 or len(cells) > 2 + (_NUMBERED.fullmatch(text_in(cells[0])) is not None):
        return False
    named = [cell for cell in cells[-2:] if not _duty(cell)]
    if len(named) != 1 or any(cell.r1 > band for cell in cells) or _heads_table(named):
        return False
    below = dict.fromkeys(grid.owner[at][named[0].c0] for at in range(band + 1, len(grid.owner)))
    offices = [names_office(text_in(cell)) for cell in below if cell.words]
    return len(offices) >= _OFFICES and (all(offices) or (any(offices) and _of_holder(named[0])))


def _told_from(grid: Grid, first: int, stop: int) -> Mapping[int, bool]:
    """Of each band from the first one on, whether it has such labels; from the last one up, for where labels end hangs
    on those below them."""
    told = _told(grid, stop)
    for band in range(stop - 1 - len(told), first - 1, -1):
        told[band] = _look_like_labels(grid, band, stop) and _end_well(grid, band, stop, told)
    return told


@lru_cache(maxsize=8)
def _told(grid: Grid, stop: int) -> dict[int, bool]:
    """What is told of the bands of a grid so far, from the last one up."""
    return {}


def _look_like_labels(grid: Grid, band: int, stop: int) -> bool:
    if band + 1 >= stop:
        return False
    labels, values = (begun_in(grid, at) for at in (band, band + 1))
    if len(labels) < 2 or _columns(labels) != _columns(values) or not _whole(labels, grid.owner[band]):
        return False
    return _says_duties(labels) or _names_holder(labels, values)


def _end_well(grid: Grid, band: int, stop: int, told: Mapping[int, bool]) -> bool:
    values = begun_in(grid, band + 1)
    end = _end_of_values(grid, band, stop, told)
    following = begun_in(grid, end) if end < stop else []
    ends = _columns(following) != _columns(values) or _heads_table(following) or told.get(end, False)
    return ends and (end > band + 2 or all(cell.r1 == values[0].r1 for cell in values))


def _says_duties(labels: list[DrawnCell]) -> bool:
    """Are these labels of a head, tugas or fungsi among them, be it by a word (`Penyelenggaraan Fungsi`)?"""
    known = all(_is_label(one, *head_labels()) or _of_holder(one) or _duty(one) for one in labels)
    return known and any(map(_duty, labels))


def _duty(cell: DrawnCell) -> bool:
    """Is it a label of tugas or of fungsi, known or by its one word?"""
    name = text_in(cell).rstrip(_ENDS)
    by_word = name[:1].isupper() and len(name) <= _LABEL and word_part(name, *filled_parts()) is not None
    return by_word or _is_label(cell, *filled_parts())


def _names_holder(labels: list[DrawnCell], values: list[DrawnCell]) -> bool:
    """Is one of these labels a holder's, with an office below it, and none of them the heading of a column (`JABATAN |
    UNIT KERJA` over `Kepala Bidang Kearsipan | Bidang Kearsipan`)?"""
    texts = [text_in(cell) for cell in labels]
    if _heads_table(labels) or not all(text[:1].isupper() and len(text) <= _LABEL for text in texts):
        return False
    named = zip(labels, values, strict=True)
    return any(_of_holder(label) and names_office(text_in(value)) and not _of_holder(value) for label, value in named)


def _of_holder(label: DrawnCell) -> bool:
    return _is_label(label, "pemangku") or says_holder(text_in(label).rstrip(_ENDS))


def values_end(grid: Grid, band: int, stop: int | None = None) -> int:
    """Behind the last band of the values of such labels."""
    stop = stop or len(grid.owner)
    return _end_of_values(grid, band, stop, _told_from(grid, band + 1, stop))


def _end_of_values(grid: Grid, band: int, stop: int, told: Mapping[int, bool]) -> int:
    labels, values = (begun_in(grid, at) for at in (band, band + 1))
    if not all(map(_duty, labels)):
        return values[0].r1 + 1
    known = set(_columns(values))
    at = band + 2
    while (
        at < stop
        and not told.get(at, False)
        and set(_columns(begun_in(grid, at))) <= known
        and not _heads_table(begun_in(grid, at))
    ):
        at += 1
    return at


def lines_below_labels(grid: Grid, band: int, stop: int | None = None) -> Iterator[tuple[str, list[Word]]]:
    """The lines of such labels and their values."""
    bands = range(band + 1, values_end(grid, band, stop))
    for label in begun_in(grid, band):
        yield f"{text_in(label).rstrip(_ENDS)} :", list(label.words)
        values = [cell for at in bands for cell in begun_in(grid, at) if cell.c0 == label.c0]
        for value in values:
            yield from ((line.text, line.words) for line in cell_lines(value, wide=True))


def _heads_table(cells: list[DrawnCell]) -> bool:
    """Are these the headings of a table, and no values?"""
    return any(heads_column(text_in(cell)) for cell in cells)


def _columns(cells: list[DrawnCell]) -> list[tuple[int, int]]:
    return [(cell.c0, cell.c1) for cell in cells]


def _whole(cells: list[DrawnCell], band: list[DrawnCell]) -> bool:
    return len(set(band)) == len(cells) and all(cell.r0 == cell.r1 for cell in cells)


def _is_label(cell: DrawnCell, *parts: PartName) -> bool:
    return starts_with_label(f"{text_in(cell).rstrip(_ENDS)} :", *parts)
