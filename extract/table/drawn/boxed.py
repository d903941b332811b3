"""A ruled area that is no table of indicators (a holder drawn as a table, a box around a title) to lines.

Where a line is drawn between a label and its value, no colon need be printed there: the border stands in the line's
text as LABEL_BORDER. Labels side by side, each over its own value (`TUGAS | FUNGSI`), are read column by column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bahasa.entry_mark import BULLETS, NUMBER
from bahasa.labels import LABEL_BORDER, starts_with_label
from extract.read.pdf.grid import text_in
from extract.read.pdf.words import TextLine, cell_lines, lines_of
from extract.table.drawn.heads import Pair, begun_in, captions, is_number, pairs_in
from extract.table.drawn.labels_across import labels_across, lines_below_labels, values_end
from extract.table.meaning.fields import names_office, says_tugas
from schemas.layout import DrawnCell, Grid, Line, Page, Word

#: A cell that labels the one beside it is at most this long.
_LABEL = 40
_COLONS = (":", "：")
_COLON = re.compile(r"([:：])\s*")


def boxed_lines(grid: Grid, first: int, stop: int, page: Page) -> Iterator[Line]:
    """The lines of bands `first`..`stop` - 1, row by row: the first lines of all cells side by side, then the rest of
    each cell. A label that is wrapped or stands lower than its value (`Fungsi` beside the middle of a list) so comes
    first again."""
    for text, words in _printed(grid, first, stop):
        yield Line(text, 0, page.number, tuple(words), page)


def boxed_texts(grid: Grid, first: int, stop: int) -> list[str]:
    """The texts of these lines."""
    return [text for text, _ in _printed(grid, first, stop)]


def _printed(grid: Grid, first: int, stop: int) -> Iterator[tuple[str, list[Word]]]:
    if not grid.ruled:
        # white seemed to part columns, as in justified text: its lines are those of the page
        words = [word for cell in grid.cells if first <= cell.r0 < stop for word in cell.words]
        yield from ((line.text, line.words) for line in lines_of(words, wide=True))
        return
    form = False
    done = first
    for band in range(first, stop):
        if band < done:
            continue
        if labels_across(grid, band, stop):
            yield from lines_below_labels(grid, band, stop)
            done = values_end(grid, band, stop)
            continue
        begun = begun_in(grid, band)
        if heads := captions(grid, band) if band + 1 < stop else []:
            done = _end_of_sides(grid, band, stop, heads)
            yield from _below_captions(grid, range(band + 1, done), heads)
            continue
        pairs = pairs_in(begun) or ()
        if len(pairs) > 1:
            yield from (line for pair in pairs for line in _beside(pair))
            continue
        cells = [cell for cell in begun if cell.words]
        if _stands_over_value(grid, band, stop):
            text = text_in(cells[0])
            # the line below it bounds the label: its value has a cell of its own
            yield f"{text}{LABEL_BORDER}", cells[0].words
            continue
        # a blank cell before it is that of the label above: `| 2. | Mengelola promosi` below `Tugas | 1. | ...`
        yield from _side_by_side(cells, form and cells[-1:] != begun[-1:] and _is_label_alone(cells))
        form = form or _label_and_value(cells)


def _stands_over_value(grid: Grid, band: int, stop: int) -> bool:
    """Is a cell over all columns a label in capitals, its value in the cell below it (`TUGAS UTAMA` over `mengelola
    ...`)?"""
    cells = [[cell for cell in begun_in(grid, at) if cell.words] for at in (band, band + 1) if at < stop]
    if len(cells) < 2 or any(len(one) != 1 or one[0].c1 + 1 - one[0].c0 < len(grid.owner[0]) for one in cells):
        return False
    label, value = (text_in(one[0]) for one in cells)
    if names_office(label) or says_tugas(label):
        # `KEPALA BIDANG MUTASI` over `Badan Kepegawaian`, `MENGELOLA MUTASI` below `TUGAS`: a value itself
        return False
    return len(label) <= _LABEL and label.isupper() and ":" not in label and not value.isupper() and ":" not in value


def _end_of_sides(grid: Grid, band: int, stop: int, heads: Sequence[DrawnCell]) -> int:
    """Behind the last band before `stop` that has a label with its value below each caption."""
    at = band + 1
    while at < stop and len(pairs_in(begun_in(grid, at)) or ()) == len(heads):
        at += 1
    return at


def _below_captions(grid: Grid, below: Sequence[int], heads: Sequence[DrawnCell]) -> Iterator[tuple[str, list[Word]]]:
    """The lines of captions side by side, each with the labels and values in the bands `below` it."""
    bands = [pairs_in(begun_in(grid, at)) or [] for at in below]
    for at, head in enumerate(heads):
        *above, last = cell_lines(head, wide=True)
        yield from ((line.text, line.words) for line in above)
        # the border shows that it is no more of the value before it
        yield f"{last.text}{LABEL_BORDER}", last.words
        yield from (line for pairs in bands for line in _beside(pairs[at]))


def _beside(pair: Pair) -> Iterator[tuple[str, list[Word]]]:
    """The lines of one of several labels in a band, the border behind it in the text of the first."""
    value = cell_lines(pair.value, wide=True) if pair.value is not None else []
    if pair.label is None:
        # the border shows that the label is one, whatever it says
        first = [(_COLON.sub(rf"\1{LABEL_BORDER}", value[0].text, count=1), value[0].words)]
        yield from [*first, *((line.text, line.words) for line in value[1:])]
        return
    text = f"{text_in(pair.label)}{LABEL_BORDER}{value[0].text if value else ''}"
    yield text, [*pair.label.words, *(value[0].words if value else ())]
    yield from ((line.text, line.words) for line in value[1:])


def _is_label_alone(cells: Sequence[DrawnCell]) -> bool:
    """Is a band, behind its number, a label beside a blank cell (a table of its own stands in it)?"""
    texts = [text_in(cell) for cell in cells]
    own = texts[1:] if len(texts) > 1 and is_number(texts[0]) else texts
    return len(own) == 1 and len(own[0]) <= _LABEL and not own[0].endswith(_COLONS)


def _side_by_side(cells: Sequence[DrawnCell], alone: bool = False) -> list[tuple[str, list[Word]]]:
    if len(cells) > 1 and starts_with_label(text_in(cells[1]), "judul"):
        # `LOGO | MATRIKS INDIKATOR KINERJA INDIVIDU`: a title is the value of no label
        return [(line.text, line.words) for cell in cells for line in cell_lines(cell, wide=True)]
    heads: list[Word] = []
    text = ""
    tails: list[TextLine] = []
    labelled = _label_and_value(cells)
    value = len(cells) - (2 if _has_mark([text_in(cell) for cell in cells]) else 1)
    for i, cell in enumerate(cells):
        lines = cell_lines(cell, wide=True)
        label = (alone or i + 1 < len(cells)) and len(text_in(cell)) <= _LABEL
        taken = lines if label else lines[:1]
        heads += [word for line in taken for word in line.words]
        border = LABEL_BORDER if labelled and i == value else " " if i > value else "   "
        text += (border if text else "") + " ".join(line.text for line in taken)
        tails += lines[len(taken) :]
    # nothing stands behind the line that bounds a label alone
    first = [(f"{text} :" if alone else text, heads)] if heads else []
    return first + [(line.text, line.words) for line in tails]


def _has_mark(texts: Sequence[str]) -> bool:
    """Does a band end with an item whose number has a cell of its own (`Fungsi | a. | penyusunan rencana;`)?"""
    return len(texts) > 1 and bool(NUMBER.fullmatch(texts[-2]) or texts[-2] in {*BULLETS})


def _label_and_value(cells: Sequence[DrawnCell]) -> bool:
    """Is a band a label and its value, be it behind its number, with no colon between them?"""
    *before, value = [text_in(cell) for cell in cells] or [""]
    if _has_mark([*before, value]):
        *before, value = before
    if len(before) == 2 and is_number(before[0]):
        before = before[1:]
    return (
        len(before) == 1
        and len(before[0]) <= _LABEL
        and not is_number(before[0])
        and not before[0].endswith(_COLONS)
        and not value.startswith(_COLONS)
    )
