"""What speaks for a cell that goes on behind a page break: does its text go on there?"""

from __future__ import annotations

from itertools import product

from extract.table.linear.evidence import UNFINISHED
from extract.table.linear.facts import NEAR, TableFacts
from extract.table.linear.runs import RowSoFar
from extract.table.linear.wrap import FITS, Widths

#: A cell that ends so many lines or more above the page's bottom is not cut by the page.
_SHORT = 2
#: Facts about a continuation: an index into wrap.FITS, whether the words around the break stand side by side elsewhere
#: in the table and in the document, whether it begins with words that stand before the break, whether with or behind a
#: word that leaves a sentence unfinished; and by how many lines (up to 2) the cell ended above the page's bottom.
Joint = tuple[int, bool, bool, bool, bool, int]
#: The facts of one continuation for each height above the page's bottom (0 .. 2).
Heights = tuple[Joint | None, ...]
_EITHER = (False, True)
_FACTS = tuple(product(range(len(FITS)), _EITHER, _EITHER, _EITHER, _EITHER))
#: All that there are: a cell without words; a word that the page parted, by FITS; and every other.
JOINTS: tuple[Heights, ...] = (
    (None,) * (_SHORT + 1),
    *(((fit, True, True, False, False, 0),) * (_SHORT + 1) for fit in range(len(FITS))),
    *(tuple((*facts, short) for short in range(_SHORT + 1)) for facts in _FACTS),
)
_NOTHING, _PARTED = 0, 1
_PLACES = {facts: place for place, facts in enumerate(_FACTS, _PARTED + len(FITS))}


def joint_names(joint: Joint | None) -> list[str]:
    """The names of what speaks for a continuation."""
    if joint is None:
        return []
    fit, own, elsewhere, again, unfinished, short = joint
    out = [f"sambung{FITS[fit]}", f"sambungpasangan={int(own)}{int(elsewhere)}", f"sambungdasar={short}"]
    return out + ["sambungulang"] * again + ["sambungkata"] * unfinished


class PageJoints:
    """The continuations of one table's cells."""

    def __init__(self, facts: TableFacts, widths: Widths) -> None:
        self.facts, self.widths = facts, widths
        #: by gap: what stands before this word says nothing of how a cell goes on that ends here
        self.near = [min(start, end - NEAR) for end, start in enumerate(widths.line_start)]

    def names(self, row: RowSoFar, start: int, column: int) -> list[str]:
        """What speaks for continuing column `column` at this start; empty if it has no words yet."""
        return joint_names(JOINTS[self.at(*row.last[column], start, column)][self.short(row, column)])

    def at(self, begin: int, end: int, start: int, column: int) -> int:
        """What there is to say of continuing a cell whose last words are begin..end: a place in JOINTS."""
        if end <= begin:
            return _NOTHING
        facts = self.facts
        fit = self.widths.name(max(begin, self.widths.line_start[end]), end, column, following=start)
        first, second = pair = facts.bare[end - 1], facts.bare[start]
        if facts.parted(end, start):
            return _PARTED + fit
        again = self._again(max(begin, end - NEAR), end, start)
        unfinished = first in UNFINISHED or second in UNFINISHED
        own, elsewhere = pair in facts.own_pairs, pair in facts.context.pairs
        return _PLACES[fit, own, elsewhere, again, unfinished]

    def short(self, row: RowSoFar, column: int) -> int:
        """How many lines (up to 2) a cell ended above the page's bottom: its row's last one, or for a merged sasaran
        that of all rows beside it."""
        begin, end = row.last[column]
        if end <= begin:
            return 0
        lines = row.above + row.beside if column == self.facts.sasaran else row.height
        lines -= self.facts.lines_of(begin, end)
        return 0 if lines < 0 else lines if lines < _SHORT else _SHORT

    def _again(self, begin: int, end: int, start: int) -> bool:
        """Whether two words that begin a continuation stand just before its break already."""
        bare = self.facts.bare
        near, ahead = bare[begin:end], bare[start : start + 2]
        # a look at one word first: few come again
        return ahead[0] in near and any(bare[k : k + 2] == ahead for k in range(begin, end - 1))
