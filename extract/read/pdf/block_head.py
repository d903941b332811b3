"""Bands of lines that are no rows of a table without upright lines: group rows, titles, labels with their values.

Input: bands, and the gutters of the table above. What goes on over a gutter is no text of a cell. One such band may be
a group row (`TUJUAN 1 : Mewujudkan ...`, from the table's left edge on); a title that is set in from it, labels below
it, or the table's own heading again, are the head of the next block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.read.pdf.banded import WIDE, LineBand
from extract.read.pdf.strips import LEAST, Strip, parted_words
from schemas.layout import Word

#: What stands in so many columns is a row, be there a colon in one of its cells.
_ROW = 4
_POINT = re.compile(r"(?:\d{1,2}|[A-Za-z])[.)]")
#: White that parts the colon from its label (in type sizes).
_BLANK = 0.3


def begins_block(table: LineBand, bands: Sequence[LineBand], gutters: Sequence[Strip]) -> bool:
    """Do bands that follow each other below the rows of a table (`table` is its first band) begin another block? The
    last one is looked at for the first time."""
    *above, last = bands
    if _is_head(last) and any(goes_over(last, gutters)):
        return True
    over = [band for band in above if any(goes_over(band, gutters))]
    if over and _words(last) == _words(table):
        return True
    titled = any(_set_in(band, gutters) for band in over)
    return not _is_wide(last, gutters) and has_labels(last) and (titled or any(map(has_labels, over)))


def _set_in(band: LineBand, gutters: Sequence[Strip]) -> bool:
    """Does a band begin behind the first column?"""
    return bool(gutters) and min(line.x0 for line in band.lines) > gutters[0].hi - 1


def starts_group(band: LineBand, row: LineBand) -> bool:
    """Has a band one line alone, from the left edge of the row below it on?"""
    line = band.lines[0]
    return len(band.lines) == 1 and band.columns == 1 and line.x0 < row.lines[0].x0 + line.size


def _words(band: LineBand) -> list[str]:
    return sorted(word.text for line in band.lines for word in line.words)


def goes_over(band: LineBand, gutters: Sequence[Strip]) -> Iterator[bool]:
    """Whether the parts of a band's lines go on over a gutter."""
    for line in band.lines:
        for part in parted_words(line):
            yield any(part[0].x0 < gutter.middle < part[-1].x1 for gutter in gutters)


def is_row(band: LineBand, gutters: Sequence[Strip]) -> bool:
    """Has a band text in several columns, and is it no label with its value? A row may have a colon in a cell (`Jumlah
    Produksi Padi :`)."""
    return _is_wide(band, gutters) or (filled(band, gutters) > 1 and not has_labels(band))


def _is_wide(band: LineBand, gutters: Sequence[Strip]) -> bool:
    """Has a band text in so many columns, white between them, that it is a row?"""
    return filled(band, gutters, WIDE) >= _ROW


def filled(band: LineBand, gutters: Sequence[Strip], least: float = LEAST) -> int:
    """How many columns have text of their own in a band: what goes on over a gutter counts for one, and so do lines of
    one part each of which one does (a title, centred). White from `least` type sizes on parts a line."""
    edges = [g.middle for g in gutters]
    parts = [part for line in band.lines for part in parted_words(line, least)]
    if len(parts) == len(band.lines) and any(goes_over(band, gutters)):
        return 1
    return len({sum(edge < part[0].x0 + 1 for edge in edges) for part in parts})


def has_labels(band: LineBand) -> bool:
    """`Jabatan   :   Kepala Bidang`: labels and their values, no row. Lines of one part (a title) tell nothing, nor
    does a colon inside the cells of a row (`Jumlah Produksi Padi :`)."""
    least = _white(band)
    parted = [parts for line in band.lines if len(parts := parted_words(line, least)) > 1]
    told = [_label_and_value(parts) and not (least == WIDE and _heads_columns(parts)) for parts in parted]
    return any(told) and (sum(told) * 2 >= len(parted) or told[0])


def _heads_columns(parts: Sequence[Sequence[Word]]) -> bool:
    """`Nomor :   Sasaran   Indikator   Target`: a colon behind the first of so many headings is no label's."""
    marked = any(run.text.startswith((":", "：")) for part in parts[1:] for run in part)
    return len(parts) >= _ROW and not marked and _POINT.fullmatch(parts[0][0].text) is None


def _is_head(band: LineBand) -> bool:
    """Labels one below the other, with values that go on as they like: the head of the next block, no group row
    (`TUJUAN 1 : Mewujudkan ...`)."""
    least = _white(band)
    return sum(_label_and_value(parted_words(line, least)) for line in band.lines) > 1


def _white(band: LineBand) -> float:
    """White that parts a colon from its label; inside the cells of a row (`Jumlah Produksi Padi : dibagi ...`) less."""
    return WIDE if band.columns >= _ROW else _BLANK


def _label_and_value(parts: Sequence[Sequence[Word]]) -> bool:
    texts = ["".join(run.text for run in part) for part in parts]
    if len(texts) > 2 and _POINT.fullmatch(texts[0]):
        # `1.  NAMA JABATAN :  KEPALA BIDANG`
        texts, parts = texts[1:], parts[1:]
    return _ends_label(parts) or any(text.startswith((":", "：")) for text in texts[1:])


def _ends_label(parts: Sequence[Sequence[Word]]) -> bool:
    """Does the first part of a line, or what stands right behind it (`NAMA JABATAN:   KEPALA BIDANG`, in a face whose
    blanks are as wide as the white before a colon), end with a colon?"""
    right = parts[0][-1].x1
    for part in parts[:-1]:
        if part[0].x0 - right > WIDE * part[0].size:
            return False
        if part[-1].text.endswith((":", "：")):
            return True
        right = part[-1].x1
    return False
