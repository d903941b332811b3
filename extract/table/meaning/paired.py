"""What the cells of columns beside each other leave no doubt of, whatever their headings say.

Of two columns under one upper heading (`TARGET` over `Sat.` and `Volume`) one is the unit of the other: numbers in the
one, words or `%` and never a number in the other. A column that says of the whole what several under one upper heading
say of its parts (`85 %`, `WTP` beside the quarters' `25`, `50`, `75`, `85`; `-`, `-`, `-`, `WTP`) is of their kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from bahasa.target_scope import scopes_of
from extract.table.meaning.evidence import SeenColumn
from schemas.decree import TargetScope

#: In so many rows at least both are printed, and of their cells this share are numbers, or words.
_ROWS, _MOST = 3, 0.6
_NUMBER = re.compile(r"[<>≤≥±]?\s*\d[\d.,]*$")
#: So many columns are parts of another one: semesters are two. So many different cells must show it, and this share of
#: the rows.
_PARTS, _SEEN, _NEARLY_ALL = 2, 3, 0.8
_AMOUNT = re.compile(r"(\d+(?:\.\d{3})*)(?:,(\d+))?(?![\d.,])")
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


def wholes_of_parts(columns: Sequence[SeenColumn]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The places of columns that say of the whole what others say of its parts, with the places of these.

    >>> cells = [("85 %", "12 data", "B"), ("40", "3", "-"), ("85", "9", "B")]
    >>> names = [("Capaian",), ("Bertahap", "I"), ("Bertahap", "II")]
    >>> list(wholes_of_parts([SeenColumn(*one) for one in zip(names, cells)]))
    [(0, (1, 2))]
    """
    for upper in dict.fromkeys(column.headings[:-1] for column in columns if len(column.headings) > 1):
        parts = tuple(i for i, column in enumerate(columns) if column.headings[:-1] == upper)
        for i, column in enumerate(columns):
            if len(parts) >= _PARTS and i not in parts and _is_made_of(column, [columns[at] for at in parts]):
                yield i, parts


def _is_made_of(column: SeenColumn, parts: Sequence[SeenColumn]) -> bool:
    rows = zip(column.cells, *(part.cells for part in parts), strict=True)
    printed = [row for row in rows if row[0].strip() and any(map(str.strip, row[1:]))]
    told = [row[0] for row in printed if _is_whole(row[0], row[1:])]
    # `100 %` in every row is nobody's part
    return len(set(told)) >= _SEEN and len(told) >= _NEARLY_ALL * len(printed)


def _is_whole(whole: str, parts: Sequence[str]) -> bool:
    """Are these the parts of it: the last one is as much, or all together are?"""
    own, amounts = _amount(whole), [amount for part in parts if (amount := _amount(part)) is not None]
    last = next((part for part in reversed(parts) if part.strip()), "")
    return whole.split() == last.split() if own is None else bool(amounts) and own in (amounts[-1], sum(amounts))


def _amount(cell: str) -> Decimal | None:
    """The number that a cell begins with; narrow columns break it (`12.3` / `17.0` / `66`)."""
    found = _AMOUNT.match("".join(cell.split()))
    return Decimal(f"{found[1].replace('.', '')}.{found[2] or 0}") if found else None


def _are(rows: Sequence[tuple[str, str]], k: int, form: re.Pattern[str]) -> bool:
    """Have most cells of a column this form?"""
    # a narrow column breaks numbers too (`90,` / `5`)
    return sum(bool(form.match("".join(row[k].split()))) for row in rows) >= _MOST * len(rows)
