"""Two columns under one upper heading (`TARGET` over `Sat.` and `Volume`) -> which of them is the unit of the other.

What the lower headings say is often an abbreviation that no vocabulary has; what stands in the cells leaves no doubt:
numbers in the one, words or `%` and never a number in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bahasa.target_scope import scopes_of
from extract.table.meaning.evidence import SeenColumn
from schemas.decree import TargetScope

#: In so many rows at least both are printed, and of their cells this share are numbers, or words.
_ROWS, _MOST = 3, 0.6
_NUMBER = re.compile(r"[<>≤≥±]?\s*\d[\d.,]*$")
_WORDS = re.compile(r"(?:[^\W\d]|%)\D*")


def units_beside_numbers(columns: Sequence[SeenColumn]) -> Iterator[int]:
    """The places of columns that hold the unit of the numbers beside them.

    >>> target = [("Target", "Sat."), ("Target", "Volume")]
    >>> cells = [("dokumen", "%", "kali"), ("12", "90,5", "4")]
    >>> list(units_beside_numbers([SeenColumn(*one) for one in zip(target, cells)]))
    [0]
    """
    for i, (left, right) in enumerate(pairwise(columns)):
        upper = left.headings[:-1]
        if not upper or sum(column.headings[:-1] == upper for column in columns) != 2 or right.headings[:-1] != upper:
            continue
        rows = [pair for pair in zip(left.cells, right.cells, strict=True) if all(pair)]
        for k, unit in enumerate((left, right)):
            named = scopes_of([unit.headings])[0] != TargetScope()
            if not named and len(rows) >= _ROWS and _are(rows, k, _WORDS) and _are(rows, 1 - k, _NUMBER):
                yield i + k


def _are(rows: Sequence[tuple[str, str]], k: int, form: re.Pattern[str]) -> bool:
    """Have most cells of a column this form?"""
    # a narrow column breaks numbers too (`90,` / `5`)
    return sum(bool(form.match("".join(row[k].split()))) for row in rows) >= _MOST * len(rows)
