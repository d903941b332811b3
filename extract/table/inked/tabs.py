"""Tabs between cells -> columns: a table of Word or Excel that was copied into a text, or one that was drawn with bars.

Lines below each other with as many tabs each are the rows of one table: a tab ends a cell for certain, so that each
column is as wide as its longest cell. Tab stops eight characters apart would put a cell wherever the one before it
ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

#: A table has so many tabs in each line, and so many lines.
_TABS, _LINES = 3, 2
#: White between columns: more than what two sentences of one cell have between them.
_APART = 4
#: Elsewhere tabs stop so many characters apart.
_STOP = 8


def in_columns(texts: Sequence[str]) -> list[str]:
    """The lines with blanks for tabs.

    >>> in_columns(["No\\tA\\tB\\tC", "1\\tlama\\t\\t2 %", "2\\tx\\ty\\t"])
    ['No    A       B    C', '1     lama         2 %', '2     x       y    ']
    """
    if not any("\t" in text for text in texts):
        return list(texts)
    made = [text.expandtabs(_STOP) for text in texts]
    for run in _runs(texts):
        cells = [[cell.strip() for cell in texts[at].split("\t")] for at in run]
        widths = [max(map(len, column)) + _APART for column in zip(*cells, strict=True)]
        for at, row in zip(run, cells, strict=True):
            made[at] = "".join(cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=False)) + row[-1]
    return made


def _runs(texts: Sequence[str]) -> Iterator[list[int]]:
    """The indices of lines that are rows of one table; blank lines between them part none."""
    printed = [at for at, text in enumerate(texts) if text.strip()]
    for count, run in groupby(printed, key=lambda at: texts[at].count("\t")):
        found = list(run)
        if count >= _TABS and len(found) >= _LINES:
            yield found
