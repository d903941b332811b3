"""Heads inside a table's own lines: two tables drawn as one, with the next holder in a band between them.

Input: the parts of a grid. Output: the same, such bands apart from them. A band is one if it is a single cell over all
columns that begins with a label of a block's head (`Jabatan : Arsiparis Terampil`), or such a label with its value
beside it, be it behind its number (`Jabatan | : | Arsiparis Terampil`, `2. | Jabatan | : Arsiparis Terampil`); if it is
a title right above such a label; or if it stands right above the next printed heading and is a title or names an office
(`INDIKATOR KINERJA INDIVIDU` / `KEPALA SEKSI MUTASI`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from bahasa.labels import starts_with_label, word_part
from bahasa.parts import PartName, filled_parts, head_labels, parts_in, parts_where
from bahasa.target import parse_target
from extract.read.pdf.grid import text_in
from extract.read.pdf.words import cell_lines
from extract.read.row_numbers import ROW_NUMBER_ALONE
from extract.table.drawn.feet import foot_label
from extract.table.drawn.heads import Pair, begun_in, pairs_in
from extract.table.drawn.sheet import Rest, TablePart
from extract.table.drawn.sums import adds_up
from extract.table.meaning.fields import FORM, names_office
from schemas.layout import DrawnCell

_COLONS = (":", "：")
_ENDS = " :："
#: A label that nobody knows is at most this long.
_LABEL = 40


def heads_apart(pieces: Sequence[TablePart], feet: frozenset[str] = frozenset()) -> Iterator[TablePart | Rest]:
    """The parts of a grid, and between them the bands of heads, top to bottom. `feet` are the labels of bands that name
    who holds the rows above them."""
    for piece, below in zip_longest(pieces, pieces[1:]):
        stop = piece.stop if below is None or below.heading is None else _begin_of_title(piece, feet)
        if stop > piece.first:
            yield from _without_heads(replace(piece, stop=stop), feet)
        if stop < piece.stop:
            yield piece.grid, stop, piece.stop


def _without_heads(piece: TablePart, feet: frozenset[str]) -> Iterator[TablePart | Rest]:
    heading, first = piece.heading, piece.first
    at = heading.body if heading is not None else first
    columns = heading.columns if heading is not None else ()
    while at < piece.stop:
        if foot_label(piece.grid, at) in feet:
            at += 1
            continue
        stop = at + 1 if adds_up(piece.grid, at, columns) else _end_of_head(piece, at)
        if stop > at:
            # a heading right above a band is that of the rows below it, and the band is their head
            below = heading is not None and at == heading.body
            if at > first and not below:
                yield replace(piece, first=first, stop=at, heading=heading)
            yield piece.grid, at, stop
            first = stop
            heading = replace(heading, body=stop) if heading is not None and below else None
        at = max(stop, at + 1)
    if first < piece.stop:
        yield replace(piece, first=first, heading=heading)


def _begin_of_title(piece: TablePart, feet: frozenset[str]) -> int:
    """The first of the last bands of a part above a heading that are a title with its holder; behind them all where
    they are none (`MISI 2`)."""
    least = piece.heading.body if piece.heading is not None else piece.first
    first = piece.stop
    while first > least and (_sole(piece, first - 1) is not None or _pairs(piece, first - 1)):
        if foot_label(piece.grid, first - 1) in feet:
            break
        first -= 1
    told = next((at for at in range(first, piece.stop) if _tells_head(piece, at)), piece.stop)
    while first < told < piece.stop and _is_labelled(piece, told - 1):
        told -= 1
    return told


def _is_labelled(piece: TablePart, band: int) -> bool:
    """Is a band above a label of a head one that nobody knows, with its value (`Jabatan/Eselon : Kepala Puskesmas`)?"""
    cell = _sole(piece, band)
    match = FORM.match(cell_lines(cell)[0].text) if cell is not None else None
    return bool(match and match["nilai"]) or (cell is None and bool(_pairs(piece, band)))


def _tells_head(piece: TablePart, band: int) -> bool:
    """Does a band name a holder, or is it a label of a head (`Nama`, `Tugas`), whose holder may stand below it, or in
    the title above?"""
    return _tells_holder(piece, band) or _opens(piece, band, head_labels())


def _tells_holder(piece: TablePart, band: int) -> bool:
    """Is a band a title, names it an office, or does the value of its label (`Pejabat | Kepala Bagian Umum`)?"""
    cell = _sole(piece, band)
    if cell is not None:
        return _is_title(cell)
    return any(names_office(pair.text) for pair in _pairs(piece, band))


def _pairs(piece: TablePart, band: int) -> list[Pair]:
    """The labels with their values that a band is; none where it is anything else: beside a cell that goes on from
    above, or with an amount (`Jumlah hidran | 47 titik | Hasil pengecekan | Bersama PDAM`), it is a row."""
    if any(cell.r0 < band for cell in piece.grid.owner[band] if cell.c0 > 0):
        return []
    pairs = pairs_in(begun_in(piece.grid, band)) or []
    return [] if any(parse_target(pair.text).unit is not None for pair in pairs) else pairs


def _is_title(cell: DrawnCell) -> bool:
    return any(starts_with_label(line.text, "judul") or names_office(line.text) for line in cell_lines(cell))


def _end_of_head(piece: TablePart, at: int) -> int:
    """Behind the last band of the head that begins with band `at`; `at` itself where none does."""
    begin = at
    while begin < piece.stop and (cell := _sole(piece, begin)) is not None and _is_title(cell):
        begin += 1
    if begin == piece.stop or not _opens(piece, begin, parts_in("head")):
        return at
    begins = _opens(piece, begin, parts_where(lambda part: part.begins))
    stop = begin + 1
    while stop < piece.stop and (_opens(piece, stop, parts_in("head")) or _is_cut_alike(piece, stop, begin)):
        stop += 1
    # a title above a label (`Tugas : ...`) is a head where the page ends, its table on the next one
    return stop if begins or (begin > at and stop == piece.stop) else at


def _is_cut_alike(piece: TablePart, band: int, label: int) -> bool:
    """Is a band cut as that of a label is, and not as the rows are: a label that nobody knows (`Jabatan | Bidan` over
    `Bidang/Seksi | Seksi Layanan` in a table of six columns)?"""
    own, known = ([(cell.c0, cell.c1) for cell in dict.fromkeys(piece.grid.owner[at])] for at in (band, label))
    tells = pairs_in(begun_in(piece.grid, band)) is not None
    return tells and own == known and any(c1 > c0 for c0, c1 in own)


def _opens(piece: TablePart, band: int, parts: Sequence[PartName]) -> bool:
    """Is a band a label of these parts with its value, in one cell or side by side? With a colon in a cell between them
    it is one whatever it says."""
    cell = _sole(piece, band)
    if cell is not None:
        first = cell_lines(cell)[0].text
        return ":" in first and _is_label(first.partition(":")[0], parts)
    cells = _behind_number(list(dict.fromkeys(piece.grid.owner[band])))
    if any(cell.r0 != band or cell.r1 != band for cell in cells) or not cells[0].words:
        return False
    label, *value = [text_in(cell).strip() for cell in cells]
    if len(value) == 2 and value[0] in _COLONS:
        return True
    beside = len(value) == 1 or (len(value) == 2 and not value[0])
    return beside and _is_label(label.rstrip(_ENDS), parts)


def _is_label(name: str, parts: Sequence[PartName]) -> bool:
    """Is it a label of these parts, be it by its one word (`Rumusan Tugas`)?"""
    worded = word_part(name, *filled_parts()) if len(name) <= _LABEL else None
    return starts_with_label(f"{name} :", *parts) or worded in parts


def _behind_number(cells: list[DrawnCell]) -> list[DrawnCell]:
    """The cells of a band without that of the head's number (`2. | Jabatan | : Arsiparis`), be it blank or merged over
    the labels below the first one."""
    first = text_in(cells[0]).strip()
    return cells[1:] if len(cells) > 2 and (not first or ROW_NUMBER_ALONE.match(first)) else cells


def _sole(piece: TablePart, band: int) -> DrawnCell | None:
    """The only cell of a band, over all columns, where it begins there and prints something."""
    cells = dict.fromkeys(piece.grid.owner[band])
    cell = next(iter(cells))
    return cell if len(cells) == 1 and cell.r0 == band and cell.words else None
