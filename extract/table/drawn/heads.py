"""Heads of blocks that are drawn as grids of their own: labels and their values, row by row.

Input: a grid. Output: for a band its labels, each with its value, left to right; and whether the whole grid is such a
head, which is no part of any table however alike its columns are. A band has one label with its value (`2. | Tugas | :
| Membantu ...`) or two (`Nama Jabatan | Direktur Utama | Perusahaan | Perumda Air Minum`), or cells that begin with
labels of their own (`Jabatan : Camat` | `Unit Kerja : Kecamatan`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from bahasa.headings import is_known_heading
from bahasa.labels import is_whole_label, starts_with_label
from bahasa.parts import filled_parts, head_labels
from bahasa.target import parse_target
from bahasa.units import begins_with, unit_nouns
from extract.read.pdf.grid import text_in
from extract.read.pdf.words import cell_lines
from extract.read.row_numbers import row_number
from extract.table.meaning.fields import FORM, names_office, says_tugas
from extract.table.meaning.head_labels import heads_column
from schemas.layout import DrawnCell, Grid

#: A cell that labels the one beside it is at most this long.
_LABEL = 40
#: So many unknown labels whose values are an amount with its unit are rows of a table (`Jumlah laporan | 12 laporan`).
_ROWS = 2
#: So many bands, within so many above and below a band between them, tell that it is a label of the same head.
_TELLING, _NEAR = 2, 6
_COLONS = (":", "：")
_ENDS = " :："
_POINT = re.compile(r"\s*(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]\s+(?=[A-Z])")


class Pair(NamedTuple):
    """A label and its value, each with what stands in it; of a cell that has both (`Jabatan : Camat`) the label is
    None."""

    label: DrawnCell | None
    value: DrawnCell | None

    @property
    def column(self) -> int:
        """The column in which its label begins."""
        cell = self.label or self.value
        return cell.c0 if cell is not None else 0

    @property
    def text(self) -> str:
        """The value's words."""
        text = text_in(self.value) if self.value is not None else ""
        return (text if self.label else text.partition(":")[2]).strip(_ENDS)

    @property
    def name(self) -> str:
        """The label's words, without the number before them (`a. Tugas`)."""
        cell = self.label or self.value
        text = _POINT.sub("", text_in(cell) if cell is not None else "", count=1)
        return text.rstrip(_ENDS) if self.label else text.partition(":")[0].strip()


def is_head(grid: Grid) -> bool:
    """Is a grid the head of a block and nothing else, or the parties of a letter: each band labels with their values,
    a holder's among them, or one of tugas or fungsi beside another?"""
    if not grid.ruled:
        return False
    known: list[Pair] = []
    unknown: list[Pair] = []
    for band in range(len(grid.owner)):
        begun = begun_in(grid, band)
        pairs = pairs_in(begun)
        if pairs is None and not (_is_line(begun) or captions(grid, band)):
            return False
        named = any(is_whole_label(pair.name, *head_labels()) for pair in pairs or ())
        (known if named else unknown).extend(pairs or ())
    if sum(parse_target(pair.text).unit is not None for pair in unknown) >= _ROWS:
        return False
    columns = {pair.column for pair in known}
    several = max((len(pairs_in(begun_in(grid, band)) or ()) for band in range(len(grid.owner))), default=0) > 1
    if any(pair.column not in columns for pair in unknown) or (several and not any(map(_is_borne_out, known))):
        return False
    held = any(is_whole_label(pair.name, "pemangku") for pair in known)
    return held or (len(known) > 1 and any(is_whole_label(pair.name, *filled_parts()) for pair in known))


def captions(grid: Grid, band: int) -> list[DrawnCell]:
    """The cells of a band that are captions, each over a label and its value in the band below (`PIHAK PERTAMA | PIHAK
    KEDUA` over `Nama : ... | Nama : ...`); none where it has others."""
    cells = [cell for cell in begun_in(grid, band) if cell.words]
    pairs = pairs_in(begun_in(grid, band + 1)) if band + 1 < len(grid.owner) else None
    if pairs is None or len(cells) < 2 or len(pairs) != len(cells) or _have_both(cells):
        return []
    over = all(cell.c0 <= pair.column <= cell.c1 for cell, pair in zip(cells, pairs, strict=True))
    return cells if over and not any(is_whole_label(text_in(cell), *head_labels()) for cell in cells) else []


def tells_head(grid: Grid, band: int) -> bool:
    """Is a band labels with their values whatever it looks like: a holder's with an office, a tugas with what somebody
    does? No heading is, nor is a band among several of these whose labels stand in the same columns (`Jabatan | Bidan`
    / `Bidang/Seksi | Seksi Layanan` / `Tugas | Melayani ...`)."""
    pairs = pairs_in(begun_in(grid, band))
    if pairs is None:
        return False
    return any(map(_is_borne_out, pairs)) or _among_labels(grid, band, _places(pairs))


def _places(pairs: Sequence[Pair]) -> list[tuple[int, int]]:
    """The columns of labels and values."""
    cells = [cell for pair in pairs for cell in (pair.label, pair.value) if cell is not None]
    return [(cell.c0, cell.c1) for cell in cells]


def _among_labels(grid: Grid, band: int, places: Sequence[tuple[int, int]]) -> bool:
    """Do so many bands that tell a head stand next to a band, with nothing but such bands between?"""

    def told(bands: Iterable[int]) -> int:
        alike = (pairs_in(begun_in(grid, at)) for at in bands)
        near = takewhile(lambda pairs: pairs is not None and _places(pairs) == places, alike)
        return sum(pairs is not None and any(map(_is_borne_out, pairs)) for pairs in near)

    above = range(band - 1, max(-1, band - 1 - _NEAR), -1)
    return told(above) + told(range(band + 1, min(len(grid.owner), band + 1 + _NEAR))) >= _TELLING


def begun_in(grid: Grid, band: int) -> list[DrawnCell]:
    """The cells that begin in a band, left to right."""
    return [cell for cell in dict.fromkeys(grid.owner[band]) if cell.r0 == band]


def pairs_in(begun: Sequence[DrawnCell]) -> list[Pair] | None:
    """The labels of a band with their values, left to right; None where it has anything else. A number before the
    first one, and blank cells behind the last, are none of them."""
    cells = list(begun)
    while cells and not cells[-1].words:
        cells.pop()
    if len(cells) > 1 and (not cells[0].words or is_number(text_in(cells[0]))):
        cells = cells[1:]
    if cells and _have_both(cells):
        return [Pair(None, cell) for cell in cells]
    pairs = list(_side_by_side(cells))
    return pairs if cells and all(map(_is_pair, pairs)) else None


def is_number(text: str) -> bool:
    """`2.`, `II`, `B.`: what counts the labels of a head."""
    bare = text.strip(" .)(")
    return row_number(text) is not None or (len(bare) == 1 and bare.isalpha() and bare.isupper())


def _side_by_side(cells: Sequence[DrawnCell]) -> Iterator[Pair]:
    at = 0
    while at < len(cells):
        label = cells[at]
        at += 1
        if at < len(cells) and text_in(cells[at]).strip() in _COLONS:
            at += 1
        yield Pair(label, cells[at] if at < len(cells) else None)
        at += 1


def _have_both(cells: Sequence[DrawnCell]) -> bool:
    """Has each cell a label with its value behind it or below it (`Jabatan : Camat`), one of them a head's, by its name
    or by the office that it says (`Nama Posisi : Camat`)?"""
    if not all(any(":" in word.text for word in cell.words) for cell in cells):
        return False
    lines = [cell_lines(cell) for cell in cells]
    firsts, several = [own[0].text for own in lines], [len(own) > 1 for own in lines]
    forms = [match for text in firsts if (match := FORM.match(text)) and ":" in text]
    valued = len(forms) == len(cells) and all(m["nilai"] or more for m, more in zip(forms, several, strict=True))
    known = any(starts_with_label(text, *head_labels()) for text in firsts)
    return valued and (known or any(names_office(form["nilai"] or "") for form in forms))


def _is_pair(pair: Pair) -> bool:
    """A short label with a value that is no label itself; a blank value follows a known label alone."""
    label, name, text = pair.label, pair.name, pair.text
    if label is None or not label.words or label.r1 > label.r0 or len(text_in(label)) > _LABEL:
        return False
    if not name or is_number(name) or not name[0].isupper():
        return False
    if not text:
        return is_whole_label(name, *head_labels()) or is_known_heading(name)
    return not is_whole_label(text, *head_labels()) and not heads_column(name) and not heads_column(text)


def _is_borne_out(pair: Pair) -> bool:
    """Is a label what it says, by its value: an office or a unit, or what somebody does?"""
    if is_whole_label(pair.name, "tugas"):
        return says_tugas(pair.text)
    named = names_office(pair.text) or begins_with(pair.text, unit_nouns(referred=False))
    return named and is_whole_label(pair.name, "pemangku", "identitas")


def _is_line(begun: Sequence[DrawnCell]) -> bool:
    """Is a band one text over its columns, no long one but a list's or a sentence's below its label, or what goes on in
    the last column (`selanjutnya disebut PIHAK PERTAMA` below the office)?"""
    printed = [cell for cell in begun if cell.words and not is_number(text_in(cell))]
    alone = len(printed) == 1 and (len(begun) <= 2 or printed[0].c1 > printed[0].c0)
    return not printed or alone or printed == [cell for cell in begun[-1:] if cell.words]
