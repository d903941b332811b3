"""Rows, columns and headings as other agencies print them, to learn what reads tables in linear text.

Beside what training/tabular.py draws: few sources that row after row repeats, an indikator that is numbered in its cell
or said again by its formula, names of programmes in capitals, a column that is mostly blank, headings that go on behind
their first words. They change how cells follow each other, not what a column means, so the roles are learned without.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from extract.table.meaning.evidence import SeenColumn
from training.tabular import Cells, TruthfulColumn, heading_elsewhere, plain_rows, random_columns, terms

#: How an indikator may be numbered in its cell.
_MARKS = ("{a}. ", "{n}. ", "1.{n} ", "1.1.{n} ", "- ", "{n}) ")
#: Shares of the cells of a column without a role that may be blank.
_BLANKS = (0.0, 0.0, 0.3, 0.6, 0.85)


def rows_elsewhere(rng: random.Random, gold: Sequence[Mapping[str, str | None]]) -> list[Cells]:
    """Rows with the six usual cells, as another agency may print them."""
    rows = plain_rows(rng, gold)
    if rng.random() < 0.4:
        rows = _few_sources(rows, rng)
    if rng.random() < 0.15:
        rows = [_mirrored(row) for row in rows]
    if rng.random() < 0.12:
        rows = _numbered(rows, rng.choice(_MARKS))
    if rng.random() < 0.06:
        rows = [{key: text.title() if len(text.split()) > 2 else text for key, text in row.items()} for row in rows]
    return rows


def _few_sources(rows: Sequence[Cells], rng: random.Random) -> list[Cells]:
    printed = sorted({row["sumber_data"] for row in rows if row["sumber_data"]}) or [""]
    kept = rng.sample(printed, min(len(printed), rng.randint(1, 4)))
    return [{**row, "sumber_data": rng.choice(kept) if row["sumber_data"] else ""} for row in rows]


def _mirrored(row: Cells) -> Cells:
    """A formula that says its indikator again."""
    said = f"Jumlah {row['indikator'].lower()} dibagi jumlah seluruhnya x 100%"
    return {**row, "rumus": said if row["indikator"] and row["rumus"] else row["rumus"]}


def _numbered(rows: Sequence[Cells], mark: str) -> list[Cells]:
    found, n = [], 0
    for row in rows:
        n += bool(row["indikator"])
        own = mark.format(n=n, a=chr(96 + min(n, 26))) if row["indikator"] else ""
        found.append({**row, "indikator": own + row["indikator"]})
    return found


def columns_elsewhere(rng: random.Random, rows: Sequence[Cells]) -> list[TruthfulColumn]:
    """These rows under the columns of a random agency, left to right, with plain headings."""
    found = []
    for column in random_columns(rng, rows):
        seen = column.seen
        if column.role == "others":
            blank = rng.choice(_BLANKS)
            seen = SeenColumn(seen.headings, tuple(cell if rng.random() >= blank else "" for cell in seen.cells))
        found.append(TruthfulColumn(seen, column.role))
    return found


def other_headings(rng: random.Random, columns: Sequence[TruthfulColumn], noise: float = 0.5) -> list[TruthfulColumn]:
    """The same columns under headings as another agency may print them, misspelled or in words that nobody knows."""
    strange = rng.random() * 0.7 if rng.random() < 0.35 else 0.0

    def printed(text: str) -> str:
        return heading_elsewhere(_longer(text, rng), rng, noise, strange)

    over: dict[str, str] = {}
    found: list[TruthfulColumn] = []
    for column in columns:
        *above, name = column.seen.headings
        for text in above:
            if text not in over:
                over[text] = printed(text)
        seen = SeenColumn((*(over[text] for text in above), printed(name)), column.seen.cells)
        found.append(TruthfulColumn(seen, column.role))
    return found


def _longer(name: str, rng: random.Random) -> str:
    """A heading whose first words are kept and go on as those of other ones do (`RUMUS` + `YANG DIGUNAKAN`)."""
    words = name.split()
    if rng.random() > 0.3 or not words or len(words[0]) < 5:
        return name
    tail: str = rng.choice(terms()["sambungan"]["kata"])
    tail = tail.upper() if name.isupper() else tail if rng.random() < 0.5 else tail.title()
    return " ".join([*words[: rng.randint(1, 2)], tail])
