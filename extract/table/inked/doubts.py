"""The lines of a cell -> how sure its words are, and what speaks against them.

A cell is unsure where another reading of its lines costs nearly as much: a word could as well stand in the next column,
the row could as well begin at another line, the column have other words on the whole page. It is unsure too where its
words stand far apart in one line, as those of two columns do that are read as one.

Measured on 12,639 cells of 76 random layouts, half of them with headings in no list: of 244 cells with words placed by
a small margin 47 % were right, of 109 in columns that could as well have other words 50 %, of 233 with much white
between their words 82 %, of 745 in rows begun by a small margin 83 %, of the other 11,308 98 %. With the limits of
before (1.2, 3 blanks, 2.0 and 0.3) 881 right ones and 325 of 571 wrong ones were pointed at, with these 979 and 352.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from statistics import median_low

from extract.table.inked.ink import Ink
from extract.table.inked.placed import PlacedLine

#: Small margins: of the columns of words, of a row that begins within the cell, of the rows of all its cells.
_WORDS, UNSURE_ROW = 2.0, 1.2
#: The lines of a cell begin, end and have their middles at most so far apart where they are set in one column.
_ALIGNED = 3.0
#: So many blanks part what hardly a justified line parts.
_APART = 6
_MOVED = (0.47, "kata di tepinya mungkin milik kolom di sebelahnya")
_WHITE = (0.82, "kata-katanya berjauhan, seperti pada dua kolom")
_ASTRAY = (0.10, "baris-baris teksnya tidak segaris, seperti pada dua kolom")
_OTHER = (0.50, "halaman ini tidak mencetak semua kolom; isinya mungkin milik kolom lain")
_CUT = (0.83, "baris mungkin dimulai pada garis teks yang lain")
#: Of a text that spans several rows.
UNSURE_SPAN = (0.65, "sel gabungan ini mungkin milik baris lain")
_SURE = (1.0, "")


def sure_of(
    lines: Sequence[PlacedLine],
    column: int,
    margins: Sequence[float],
    unsure: bool = False,
    small: Collection[int] = (),
) -> tuple[float, str]:
    """How often a cell like this has the right words (0 to 1), and what speaks against it (empty where nothing does).
    `margins` are those of the rows (`Cuts.margins`) at the cell's lines and at the line behind the last one; `unsure`:
    the column could as well have other words on this page; texts of some columns begin with a `small` letter."""
    own = [i for i, line in enumerate(lines) if line.cells[column]]
    if column in _columns_astray(lines):
        return _ASTRAY
    moved = _is_stray(lines, column, small) or (
        column + 1 < len(lines[0].cells) and _is_stray(lines, column + 1, small)
    )
    if moved or min(line.margins[column] for line in lines) <= _WORDS:
        return _MOVED
    if unsure:
        return _OTHER
    if any(b.left - a.right >= _APART for line in lines for a, b in pairwise(line.cells[column])):
        return _WHITE
    within = margins[own[0] + 1 : own[-1] + 1] if own else ()
    return _CUT if min((*within, *margins[:1], *margins[len(lines) :]), default=UNSURE_ROW + 1) <= UNSURE_ROW else _SURE


def _is_stray(lines: Sequence[PlacedLine], column: int, small: Collection[int]) -> bool:
    """Is the one word of a cell likelier the last one of a line beside it, with a small letter where cells of its
    column have none, and the text beside it goes on below (`Meningkatnya    kualitas   tata` / `Kelola manajemen`)?"""
    own = [i for i, line in enumerate(lines) if line.cells[column]]
    if len(own) != 1 or not column or column in small:
        return False
    (at,) = own
    beside = lines[at].cells[column - 1]
    alone = len(lines[at].cells[column]) == 1 and lines[at].text(column)[0].islower()
    return alone and bool(beside) and any(line.cells[column - 1] for line in lines[at + 1 :])


def _columns_astray(lines: Sequence[PlacedLine]) -> set[int]:
    """The columns of a row in which a text has a line set apart from its others (`Sub Bagian` / `1 dokumen` to the left
    of it), and those on whose side it stands: it may be theirs."""
    found: set[int] = set()
    for k in range(len(lines[0].cells)):
        own = [line.cells[k] for line in lines if line.cells[k]]
        lefts = [ink[0].left for ink in own]
        if _apart(own):
            usual = median_low(lefts)
            sides = {-1 if left < usual else 1 for left in lefts if abs(left - usual) > _ALIGNED}
            found |= {k, *(k + side for side in sides)}
    return found


def _apart(own: Sequence[Sequence[Ink]]) -> bool:
    """Do lines of a text begin, end and have their middles in different places?"""
    places = [(ink[0].left, ink[-1].right, (ink[0].left + ink[-1].right) / 2) for ink in own]
    return len(own) > 1 and all(max(one) - min(one) > _ALIGNED for one in zip(*places, strict=True))
