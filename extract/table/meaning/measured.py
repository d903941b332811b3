"""The column that holds the targets of a table in which no heading says so (`VOLUME` over `12 dokumen`, `85 %`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from bahasa.headings import role_of_heading
from bahasa.roles import INDIKATOR, OTHERS, SATUAN, TARGET
from bahasa.target_scope import holds_targets, scopes_of
from extract.table.meaning.evidence import SeenColumn, is_whole_target
from schemas.base import Role

#: `85`, `82,5`, `1.250`; a year; an amount of money, of which a budget has nothing else.
_NUMBER, _YEAR = re.compile(r"\d[\d.]*(?:,\d+)?$"), re.compile(r"(?:19|20)\d\d$")
_DIGITS = 4  # no table has more rows; Python makes no number of thousands of digits
_MONEY = re.compile(r"rp|\d{1,3}(?:\.\d{3}){2}", re.IGNORECASE)
#: Beside units of their own so large a share of the cells are targets, and so large a share of the rows prints one: a
#: grade in words (`Sangat Inovatif (60,01 ke atas)`) is none by itself, two rows may share one.
_MOST, _FILLED = 0.75, 0.75


def column_of_targets(columns: Sequence[SeenColumn], roles: Sequence[Role]) -> int | None:
    """The only column without a role whose cells are all targets, in a table of indikator without a target; where the
    table has a column of units, most of them. In one with targets by aspects the one beside these, below the heading
    that they share.

    >>> names = (("INDIKATOR", ("Nilai arsip", "Jumlah surat")), ("VOLUME", ("85", "12 surat")))
    >>> column_of_targets([SeenColumn((name,), cells) for name, cells in names], ["indikator", "others"])
    1
    """
    if INDIKATOR not in roles:
        return None
    if TARGET in roles:
        return _beside_aspects(columns, roles)
    rows = _rows(columns)
    most = _MOST if SATUAN in roles else 1.0
    found = [at for at, role in enumerate(roles) if role == OTHERS and _has_targets(columns[at], rows, most)]
    return found[0] if len(found) == 1 else None


def _beside_aspects(columns: Sequence[SeenColumn], roles: Sequence[Role]) -> int | None:
    """The only column without a role below the heading that two targets by aspects share, if most of its cells say how
    much (`Banyak` beside `Kualitas` and `Waktu`, all below `Aspek Penilaian`)."""
    over = [column.headings[0] if len(column.headings) > 1 else "" for column in columns]
    scopes = scopes_of([column.headings for column in columns])
    aspects = Counter(
        name for name, role, scope in zip(over, roles, scopes, strict=True) if role == TARGET and scope.aspect
    )
    found = [at for at, role in enumerate(roles) if role == OTHERS and over[at] and aspects[over[at]] > 1]
    if len(found) != 1 or role_of_heading(columns[found[0]].headings[-1]) is not None:
        return None
    printed = list(filter(None, columns[found[0]].cells))
    amounts = sum(_says_how_much(cell) for cell in printed)
    return found[0] if 2 * amounts > len(printed) and not _tells_otherwise(printed, _MOST) else None


def _says_how_much(cell: str) -> bool:
    """Is a cell an amount of something (`214 keluarga`, `63,41%`)? A bare number may be a weight, one behind a word
    (`Perbup 12`, `lihat lampiran 1`) names something."""
    return any(map(str.isdecimal, cell)) and is_whole_target(cell.strip())


def _rows(columns: Sequence[SeenColumn]) -> list[int]:
    """The rows that print something in more columns than one: a band across a table (`A. KEPALA PUSKESMAS`) stands in
    its first column."""
    heights = {len(column.cells) for column in columns}
    filled = range(max(heights, default=0))
    if len(heights) > 1:
        return list(filled)
    return [row for row in filled if sum(bool(column.cells[row].strip()) for column in columns) > 1]


def _has_targets(column: SeenColumn, rows: Sequence[int], most: float) -> bool:
    """Are all cells of a column in these rows targets, or so many (`most`) of those that are printed, and does its
    heading not say that they are something else (`REALISASI 2022`, `BOBOT`)?"""
    cells = [column.cells[row].strip() for row in rows if row < len(column.cells)]
    printed = cells if most == 1 else [cell for cell in cells if cell]
    targets = sum(bool(is_whole_target(cell) or _NUMBER.match(cell)) for cell in printed)
    if not printed or len(printed) < _FILLED * len(cells) or targets < most * len(printed):
        return False
    if _tells_otherwise(printed, most) or _counts(printed) or not holds_targets(column.headings):
        return False
    name = " ".join(column.headings)
    return bool(name.strip()) and all(role_of_heading(part) is None for part in (name, *name.split()))


def _tells_otherwise(cells: Sequence[str], most: float) -> bool:
    """Are so many of the cells years (`2020`, `2021`, `belum ada`), or amounts of money, as a budget has them?"""
    return any(sum(bool(form.match(cell)) for cell in cells) >= most * len(cells) for form in (_YEAR, _MONEY))


def _counts(cells: Sequence[str]) -> bool:
    """Do they count rows?"""
    if not all(cell.isdecimal() and len(cell) <= _DIGITS for cell in cells):
        return False
    numbers = [int(cell) for cell in cells]
    return numbers[0] == 1 and all(b - a in (0, 1) for a, b in pairwise(numbers))
