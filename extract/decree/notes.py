"""Lines below a table -> whether they are notes to it, and no cells.

Input: the non-blank lines of a source, the one where a note may start, and the heading of the table above. Output: yes
or no. Guarantee: no note starts where a later line may belong to a row; `Keterangan : A = jumlah ...` inside a formula
stays in its cell.

A note stands apart (a blank line above), has the sign of one or is printed below another table as well, stands at the
left margin of the table, whatever its columns, and nothing but notes and items of a list follow it until another part
of the decree starts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bahasa.labels import starts_with_label
from extract.read.row_numbers import ROW_NUMBER_FIRST
from extract.table.flow import FlowRow
from extract.table.heading import TableHeading

#: Notes take at most so many lines; below more of them a table is looked for no further up than the longest table.
_REACH = 12
_TABLE_REACH = 400
#: The margin of a note is that of the table, give or take so many characters.
_MARGIN = 4
# another paragraph of a note opens with a sign: `*) ...`, `- ...`, `a. ...`, `2. ...`
_SIGN = re.compile(r"\s*(?:[*•\-–]|\(?[a-z][.)]\s|\(?\d{1,2}[.)]\s)")
# `Keterangan : *) Target ...`: with the sign a note needs no blank line above
_STARRED = re.compile(r"\s*(?:[^\W\d]+\.?\s*[:：]\s*)?\*+\)\s*[A-Z]")
_RECIPIENT = re.compile(r"\b(?i:yth|disampaikan)\b")


#: The heading of a table that starts at a line, if one does.
Tables = Callable[[int], TableHeading | None]


def stands_apart(rows: Sequence[FlowRow], at: int) -> bool:
    """Whether a blank line stands above this one."""
    return at > 0 and rows[at].number - rows[at - 1].number > 1


def _heading_above(table: Tables, at: int) -> TableHeading | None:
    above = range(at - 1, max(-1, at - _TABLE_REACH), -1)
    return next((found for row in above if (found := table(row))), None)


def is_note(rows: Sequence[FlowRow], at: int, table: Tables, opens: Callable[[int], bool]) -> bool:
    """Whether the label of a note at this line ends the table. `opens` says whether another part starts at a line."""
    apart = stands_apart(rows, at) or _STARRED.match(rows[at].text) or _printed_again(rows, at)
    heading = _heading_above(table, at) if apart else None
    if heading is None or not _at_margin(rows[at], heading):
        return False
    if any(_labelled(row.text) for row in rows[heading.end : at]):
        # cells of this table print such labels
        return False
    return _ends(rows, at, heading, table, opens)


def _ends(rows: Sequence[FlowRow], at: int, heading: TableHeading, table: Tables, opens: Callable[[int], bool]) -> bool:
    """Whether nothing but the note stands between this line and the next part, another table, or the end."""
    listed = 0
    for below in range(at + 1, min(at + 1 + _REACH, len(rows))):
        if found := table(below):
            return found.key != heading.key
        if opens(below):
            return True
        text = rows[below].text
        number = ROW_NUMBER_FIRST.match(text)
        listed += number is not None
        if number and int(number[1]) != listed:
            # `4 Terlaksananya ...`: the next row
            return False
        if stands_apart(rows, below) and not (_SIGN.match(text) or _labelled(text)):
            return False
    return at + 1 + _REACH >= len(rows)


def counts_on_below(rows: Sequence[FlowRow], at: int) -> bool:
    """Whether the first number that opens a line below counts on from the last one above: a label between two rows
    (`1 ... Uraian` / `Tugas : bulanan` / `2 ...`) stands in a cell."""
    above, below = (
        next((int(match[1]) for row in side if (match := ROW_NUMBER_FIRST.match(rows[row].text))), 0)
        for side in (range(at - 1, max(-1, at - _REACH), -1), range(at + 1, min(at + _REACH, len(rows))))
    )
    return 0 < above == below - 1


def is_list_of_copies(rows: Sequence[FlowRow], at: int) -> bool:
    """Whether the label of a list of copies at this line ends the table: it stands apart, and says so or a list
    follows."""
    below = rows[at + 1].text if at + 1 < len(rows) else ""
    return stands_apart(rows, at) and bool(_RECIPIENT.search(rows[at].text) or _SIGN.match(below))


def _printed_again(rows: Sequence[FlowRow], at: int) -> bool:
    """Whether a line near says the same: where a text has no blank lines, the note below each table of a document."""
    near = (row for row in range(max(0, at - _TABLE_REACH), min(at + _TABLE_REACH, len(rows))) if row != at)
    return any(rows[row].text == rows[at].text for row in near)


def _at_margin(row: FlowRow, heading: TableHeading) -> bool:
    return _indent(row.text) <= min((_indent(piece.text) for piece in heading.pieces), default=0) + _MARGIN


def _indent(text: str) -> int:
    text = text.expandtabs()
    return len(text) - len(text.lstrip())


def _labelled(text: str) -> bool:
    return starts_with_label(text, "catatan")
