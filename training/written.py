"""Tables of indicators of many kinds of offices, written for training (rows/*.toml): what random phrases lack, the ways
in which offices speak of what they do and count it.

Each table is a list of rows; a row's cells are sasaran (empty where it is merged with the one above), indikator,
target, rumus, sumber data and who answers for it. No office printed them.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from extract.table.linear.evidence import Pairs
from extract.table.linear.words import bare_word

_ROWS = Path(__file__).resolve().parent / "rows"
#: So many tables print what is no matter of one office.
_SEVERAL = 3
#: Not a cell: the number of the table that a row is of.
OF_TABLE = "tabel"
CELLS = ("sasaran", "indikator", "target", "rumus", "sumber_data", "penanggung_jawab")


@cache
def written_tables() -> tuple[tuple[dict[str, str], ...], ...]:
    """All tables, their rows as cells by role; rows are numbered where a sasaran begins."""
    tables = [
        table["baris"]
        for path in sorted(_ROWS.glob("*.toml"))
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["tabel"]
    ]
    return tuple(_numbered(rows, str(table)) for table, rows in enumerate(tables))


def _numbered(rows: list[list[str]], table: str) -> tuple[dict[str, str], ...]:
    found: list[dict[str, str]] = []
    number = 0
    for cells in rows:
        row = dict(zip(CELLS, cells, strict=True))
        number += bool(row["sasaran"]) or not found
        found.append({"no": str(number) if row["sasaran"] or not found else "", **row, OF_TABLE: table})
    return tuple(found)


@cache
def _pairs() -> Counter[tuple[str, str]]:
    """In how many tables cells print two words (bare) side by side."""
    return Counter(pair for rows in written_tables() for pair in _side_by_side(rows))


def _side_by_side(rows: Iterable[Mapping[str, str | None]]) -> set[tuple[str, str]]:
    cells = ([bare_word(word) for word in (cell or "").split()] for row in rows for cell in row.values())
    return {pair for words in cells for pair in pairwise(words) if all(pair)}


@cache
def written_pairs() -> Pairs:
    """Words that cells of several tables print side by side: those of one office alone tell nothing elsewhere."""
    return frozenset(pair for pair, count in _pairs().items() if count >= _SEVERAL)


def pairs_elsewhere(rows: Iterable[Mapping[str, str | None]]) -> Pairs:
    """Those of `written_pairs` that are so without these rows, which may be of one of the tables."""
    return written_pairs() - {pair for pair in _side_by_side(rows) if _pairs()[pair] == _SEVERAL}


@cache
def written_words(tables: int = 24) -> frozenset[str]:
    """Words (bare) that so many of the tables hold: those of one office alone tell nothing elsewhere."""
    count = Counter(
        word
        for rows in written_tables()
        for word in {bare_word(word) for row in rows for role in CELLS for word in row[role].split()}
    )
    return frozenset(word for word, number in count.items() if word and number >= tables)
