"""The lines of a cell -> how sure its words are, and what speaks against them.

A cell is unsure where another reading of its lines costs nearly as much: a word could as well stand in the next column,
the row could as well begin at another line, the column have other words on the whole page. It is unsure too where its
words stand far apart in one line, as those of two columns do that are read as one.

Measured on 7,448 cells of 54 random layouts, half of them with headings in no list: of 54 cells with words placed by a
small margin 19 % were right, of 190 with white between their words 74 %, of 574 in rows begun by a small margin 80 %,
of the other 6,630 94 %. Of 147 more in columns that could as well have other words (96 other layouts) 84 % were.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.table.inked.placed import PlacedLine

#: Small margins: of the columns of words, of a row that begins within the cell, of the rows of all its cells.
_WORDS, _WITHIN, _ROW = 1.2, 2.0, 0.3
#: So many blanks part what no justified line parts.
_APART = 3
_MOVED = (0.19, "kata di tepinya mungkin milik kolom di sebelahnya")
_WHITE = (0.74, "kata-katanya berjauhan, seperti pada dua kolom")
_OTHER = (0.84, "halaman ini tidak mencetak semua kolom; isinya mungkin milik kolom lain")
_CUT = (0.80, "baris mungkin dimulai pada garis teks yang lain")
#: Of a text that spans several rows.
UNSURE_SPAN = (0.8, "sel gabungan ini mungkin milik baris lain")
_SURE = (1.0, "")


def sure_of(
    lines: Sequence[PlacedLine], column: int, margins: Sequence[float], unsure: bool = False
) -> tuple[float, str]:
    """How often a cell like this has the right words (0 to 1), and what speaks against it (empty where nothing does).
    `margins` are those of the rows (`Cuts.margins`) at the cell's lines and at the line behind the last one; `unsure`:
    the column could as well have other words on this page."""
    own = [i for i, line in enumerate(lines) if line.cells[column]]
    if min(line.margins[column] for line in lines) <= _WORDS:
        return _MOVED
    if unsure:
        return _OTHER
    if any(b.left - a.right >= _APART for line in lines for a, b in pairwise(line.cells[column])):
        return _WHITE
    within = margins[own[0] + 1 : own[-1] + 1] if own else ()
    around = (*margins[:1], *margins[len(lines) :])
    return _CUT if min(within, default=_WITHIN + 1) <= _WITHIN or min(around, default=_ROW + 1) <= _ROW else _SURE
