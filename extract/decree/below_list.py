"""Where the list of a head ends without a label: lines between it and its table.

    C. Fungsi          : 1) pembinaan BUMD dan BLUD;
                         2) koordinasi pengelolaan SDA.
    Indikator Kinerja :
    BIDANG PEREKONOMIAN

Input: the rows, a line without a label, and the open section. Output: the part that the line opens, None where it goes
on with the section. Labels and their values stand in two columns: what begins where the labels do, left of all items,
is none of these. A caption says so; any other line is left over, to be told of.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from bahasa.entry_mark import BULLET, NUMBER
from bahasa.parts import PartName, about_part
from extract.decree.caption import counts_table, is_bare_caption
from extract.decree.label_places import is_placed, place
from extract.decree.section import Section
from extract.read.piece import Piece
from extract.table.flow import FlowRow
from extract.table.heading import TableHeading
from extract.table.sheet import DrawnTable

#: A table as drawn begins at most so many lines below.
_REACH = 3
#: In a text a line begins where labels do within so many characters, and the items so many further right: an extractor
#: sets each line on a grid of its own.
_AT_LABEL, _INDENTED = 4, 10
_COLONS = (":", "：")


def part_below_list(
    rows: Sequence[FlowRow], at: int, row: Piece, section: Section, table: Callable[[int], TableHeading | None]
) -> PartName | None:
    """The part that a line in a block's head opens: what its table is called, or text that no field is for."""
    if is_bare_caption(rows, at, row.text, table, bool(section.office)):
        return "keterangan"
    if about_part(section.part).fills and _left_of_all(rows, row, section):
        return "lain"
    if not _above_table(rows, at):
        return None
    if section.part == "keterangan":
        # `Indikator Kinerja :` says all; what stands below it is no part of the caption
        return "lain" if section.pieces and section.pieces[-1].text.rstrip().endswith(_COLONS) else None
    if not about_part(section.part).fills or not _beside_labels(rows, row, section):
        return None
    if row.text.rstrip().endswith(_COLONS) or counts_table(row.text):
        return "keterangan"
    # `- pemeliharaan mutu.` below `Fungsi : - pengujian rutin;`
    return None if NUMBER.match(row.text) or BULLET.match(row.text) else "lain"


def _above_table(rows: Sequence[FlowRow], at: int) -> bool:
    below = rows[at + 1 : at + 1 + _REACH]
    lines = list(takewhile(lambda row: isinstance(row, Piece), below))
    return len(lines) < len(below) and isinstance(below[len(lines)], DrawnTable)


def _beside_labels(rows: Sequence[FlowRow], row: Piece, section: Section) -> bool:
    """Does a line begin where the section's label does, left of everything that the section has, the line above
    ended? What goes on in small letters is the rest of an item whose lines begin at the margin."""
    label = rows[section.start]
    words = row.words()
    if not section.printed or not isinstance(label, Piece) or not words or row.text[:1].islower():
        return False
    own = [piece.words()[0] for piece in section.pieces if piece.words()]
    if row.line.sheet is None or row.line.sheet.pitch or not own or not label.words():
        return False
    size = words[0].size
    at_label = abs(words[0].x0 - label.words()[0].x0) < size
    ended = row.text.rstrip().endswith(_COLONS) or section.pieces[-1].text.rstrip().endswith((".", ";"))
    return at_label and ended and words[0].x0 < min(word.x0 for word in own) - size


def _left_of_all(rows: Sequence[FlowRow], row: Piece, section: Section) -> bool:
    """In a text: does a line below white begin where the section's label does, far left of all that the section has?
    It is the first line of a table that shows no columns there (`TUJUAN KE 1 - Mewujudkan ...`; `1.   Meningkatnya
    cakupan   Cakupan K6`, the row that a page ends with), whatever table nobody saw stands below. A value on its
    label's line alone tells nothing: where lines lost their place, all of its further lines begin at the margin
    (`Tugas : Melaksanakan kegiatan yang` / a page's foot / `meliputi pengelolaan`)."""
    label = rows[section.start]
    if is_placed(row) or not isinstance(label, Piece) or row.text[:1].islower() or not _is_below_white(row, section):
        return False
    further = [_left(piece) for piece in section.pieces if piece.number != label.number]
    at_label = abs(_left(row) - _left(label)) <= _AT_LABEL
    return at_label and bool(further) and _left(row) < min(further) - _INDENTED


def _is_below_white(row: Piece, section: Section) -> bool:
    if not section.pieces:
        return False
    last = section.pieces[-1]
    if row.line.words and last.line.words and row.line.sheet is not None:
        return row.line.top - last.line.top > 1.5 * row.line.sheet.pitch
    return row.number - last.number > 1


def _left(row: Piece) -> float:
    """The column of a line's first character in a text."""
    return place(row, len(row.text) - len(row.text.lstrip()))
