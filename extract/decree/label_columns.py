"""Labels of a head in two columns -> the left ones with their values, then the right ones.

Input: the rows of the flow. Output: the same, lines that print two labels with their values (`Jabatan : Camat
Atasan : Bupati`) as two pieces, all of the left column before those of the right one. Guarantee: every character of
every line is in one piece.

A reader of lines takes what stands beside a value for its end. A line that has no label of its own (`Atasan` /
`Langsung`, a name that was wrapped) belongs to the column that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bahasa.labels import LABEL_BORDER, is_whole_label, starts_with_label
from bahasa.parts import head_labels
from extract.decree.label_gaps import gaps_bordered
from extract.decree.label_lines import labels_joined
from extract.decree.label_places import end, is_placed, near, place, type_size
from extract.decree.title import title_like
from extract.read.piece import Piece
from extract.table.flow import FlowRow
from extract.table.meaning.fields import names_office

_LABEL = r"(?:(?:\d{1,2}|[A-Za-z])[.)]\s*)?[A-Z][^\W\d_]*(?:(?: |\.? ?[/.&()-] ?)[^\W\d_]+){0,5}[.)]?"
#: `Jabatan   : Camat        Jabatan Atasan  : Bupati`
_TWO = re.compile(rf"\s*(?P<satu>{_LABEL})\s*[:：].*?(?:\s{{3,}}|\t)(?P<dua>{_LABEL})\s*[:：]")
_LABELLED = re.compile(rf"\s*{_LABEL}\s*[:：]")
#: So many columns of labels at most.
_COLUMNS = 3
#: What stands apart on a line.
_PART = re.compile(r"\S+(?: {1,2}\S+)*")
#: Right labels begin at one place, so many type sizes (of a text: characters) aside at most.
_ASIDE = 1.5
#: What begins a column stands at its place, so many type sizes aside at most, with so much white before it at least.
_AT, _WHITE = 0.3, 0.45


class _Columns(NamedTuple):
    """Lines below each other, the first and the one behind the last, and where their right column begins."""

    start: int
    stop: int
    right: float


def labels_in_turn(rows: Sequence[FlowRow], positions: Sequence[int]) -> tuple[list[FlowRow], list[int]]:
    """The rows and their positions in the flow, such lines in the order of their columns."""
    rows, positions = labels_joined(rows, positions)
    rows = gaps_bordered(rows)
    for _ in range(_COLUMNS - 1):
        count = len(rows)
        rows, positions = _two_apart(rows, positions)
        if len(rows) == count:
            break
    return list(rows), list(positions)


def _two_apart(rows: Sequence[FlowRow], positions: Sequence[int]) -> tuple[list[FlowRow], list[int]]:
    """The same of the first two columns of each head."""
    order: list[tuple[FlowRow, int]] = []
    at = 0
    for found in _runs(rows):
        order += zip(rows[at : found.start], positions[at : found.start], strict=True)
        halves = [(half, positions[k]) for k in range(found.start, found.stop) for half in _halves(rows[k], found)]
        order += [(half, position) for side in (0, 1) for (own, half), position in halves if own == side]
        at = found.stop
    order += zip(rows[at:], positions[at:], strict=True)
    ranked = [replace(row, rank=rank) if isinstance(row, Piece) else row for rank, (row, _) in enumerate(order)]
    return ranked, [position for _, position in order]


def _runs(rows: Sequence[FlowRow]) -> Iterator[_Columns]:
    """Where labels of a head stand in two columns, one that is known among them."""
    at = 0
    while at < len(rows):
        found = _run(rows, at)
        known = found is not None and any(
            starts_with_label(half.text, *head_labels())
            for row in rows[found.start : found.stop]
            for _, half in _halves(row, found)
        )
        if found is not None and known:
            yield found
        at = found.stop if found is not None else at + 1


def _run(rows: Sequence[FlowRow], start: int) -> _Columns | None:
    right = _right_label(rows[start])
    if right is None:
        return None
    stop, alone = start + 1, _TWO.match(rows[start].text) is None
    while stop < len(rows) and _goes_on(rows, stop, right, alone):
        stop += 1
    found = _Columns(start, stop, right)
    return None if alone and _lists_holders(rows, found) else found


def _lists_holders(rows: Sequence[FlowRow], found: _Columns) -> bool:
    """Are there several offices below a label alone on its line: a list of holders, and no value of one?"""
    halves = [half for k in range(found.start + 1, found.stop) for half in _halves(rows[k], found)]
    return max(sum(names_office(half.text) for own, half in halves if own == side) for side in (0, 1)) > 1


def _right_label(row: FlowRow) -> float | None:
    """Where the second label of a line begins; None where it prints no two, with their values or alone (`Tugas
    Fungsi` over what these are)."""
    if not isinstance(row, Piece):
        return None
    text = row.text
    if text.count(":") + text.count("：") > 1 and (match := _TWO.match(text)):
        return place(row, match.start("dua"))
    # nothing stands apart on most lines
    parts = list(_PART.finditer(text)) if "   " in text or not text.isprintable() else []
    alone = len(parts) == 2 and all(is_whole_label(part.group(), *head_labels()) for part in parts)
    return place(row, parts[1].start()) if alone else None


def _goes_on(rows: Sequence[FlowRow], at: int, right: float, alone: bool) -> bool:
    """Is a line another one of two labels, or does it stand below either column, or both, near the line above? `alone`:
    the labels stand over their values."""
    above, row = rows[at - 1], rows[at]
    if not isinstance(above, Piece) or not isinstance(row, Piece) or not near(above, row):
        return False
    second = _right_label(row)
    if second is not None:
        return abs(second - right) <= _ASIDE * type_size(row)
    begins = [place(row, part.start()) for part in _PART.finditer(row.text)]
    if any(begin >= right - _ASIDE * type_size(row) for begin in begins) or _cut_near(row, right) is not None:
        return True
    if alone:
        # `TUGAS      FUNGSI`: the rest of the longer text
        return abs(begins[0] - place(above, 0)) <= type_size(row) and end(row) < right and not title_like(row.text)
    if _LABELLED.match(row.text) or end(row) >= right:
        return False
    # below the left column, and no label of its own: the end of a value, right below its label or its second line
    if _right_label(above) is not None:
        return begins[0] > place(above, 0) + type_size(row)
    first = len(above.text) - len(above.text.lstrip())
    beside = (_cut(above, right) or 0) > first
    return beside and abs(begins[0] - place(above, first)) <= _AT * type_size(row)


def _halves(row: FlowRow, columns: _Columns) -> list[tuple[int, FlowRow]]:
    """The parts of a line with the column (0 or 1) that each stands in."""
    cut = _cut(row, columns.right) if isinstance(row, Piece) else None
    if not isinstance(row, Piece) or cut is None:
        return [(0, row)]
    parts = [(0, row.cut(0, cut)), (1, _bordered(row.cut(cut)))]
    return [(side, part) for side, part in parts if part.text]


def _bordered(half: Piece) -> Piece:
    """The right half of a line of a page, the border in the place of the colon behind a label that nobody knows
    (`Pimpinan : Bupati`): what stands at it is no more of the left column."""
    label = _LABELLED.match(half.text)
    if label is None or not is_placed(half) or starts_with_label(half.text, *head_labels()):
        return half
    return replace(half, text=f"{half.text[: label.end() - 1]}{LABEL_BORDER}{half.text[label.end() :]}")


def _cut(row: Piece, right: float) -> int | None:
    """Where in a line's text the right column begins; None where nothing of it stands there. A left text that fills its
    column stands near the right one, which begins there all the same."""
    reach = _ASIDE * type_size(row)
    begins = (part.start() for part in _PART.finditer(row.text))
    apart = next((begin for begin in begins if place(row, begin) >= right - reach), None)
    return apart if apart is not None else _cut_near(row, right)


def _cut_near(row: Piece, right: float) -> int | None:
    """Where a word begins right at a column (points), with more white before it than a blank."""
    words = row.words() if is_placed(row) else ()
    for above, word in pairwise(words):
        white = word.x0 - above.x1
        if abs(word.x0 - right) <= _AT * word.size and white >= _WHITE * word.size:
            return row.text.index(word.text, row.text.index(above.text) + len(above.text))
    return None
