"""Rows read under a heading -> how well they bear that heading out.

The words of a text below a heading are read into cells as if its columns were these (extract/table/linear). Under the
right columns the cells are what their columns are about; under others numbers stand among sentences.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bahasa.abbreviations import spelled_out
from bahasa.roles import OTHERS
from extract.table.context import DocumentContext
from extract.table.linear.evidence import Phrases, text_attributes
from extract.table.linear.facts import number_in
from extract.table.linear.model import agency_model
from extract.table.linear.read import look, seen_layout
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import CONT, ROW, WordRun
from extract.table.linear.soft import TableReading
from extract.table.linear.tokens import TableWords
from extract.table.meaning.evidence import SeenColumn, evidence_of
from extract.table.meaning.roles import role_model

#: The least share of a role that is reckoned with.
_LEAST = 1e-4
#: A word has so many letters, and opens so many lines, where it tells the beginning of cells.
_LONG, _OFTEN = 5, 2
#: A column of which fewer cells are filled is a blank one.
_SELDOM = 0.3
#: Of fewer cells it says little that some are alike.
_CELLS = 5


@dataclass(frozen=True, slots=True)
class BodyFit:
    """How well rows fit columns: the model's sum for a word, at first sight and with the widths and phrases that the
    first reading shows; the mean logarithm of the share that each column's role has by its cells and heading; the share
    of cells that are filled; the columns that are blank, by how much; the share of the heading's words that begin cells
    (`Program ...` below `Program`) which stand inside them (`inner`); how many columns without a role hold few texts
    again and again (`closed`: `Baru` / `Lanjutan` / `Baru`), each by its share of them; the columns' `widths` as the
    first reading shows them (thousandths of the font size, 0 where not known)."""

    reading: float
    again: float
    roles: float
    filled: float
    blank: float
    inner: float
    closed: float
    widths: tuple[int, ...]


#: A body under columns of some roles: its rules, what its gaps say, and what a first look at it finds.
_FirstReading = tuple[TableRules, list[list[str]], TableReading]
#: Those of some bodies, by the place of the body, how many of its words were read, and the roles.
FirstReadings = dict[tuple[int | str, ...], _FirstReading]


class ReadRows(NamedTuple):
    """Bodies as they are read under columns of some roles: the sums of the first and of the second reading, for a word;
    the texts of the rows' cells, column by column; the columns' widths; the words that open lines (small letters)."""

    reading: float
    again: float
    cells: list[list[str]]
    widths: tuple[int, ...]
    openers: frozenset[str]


def fit_of(bodies: Sequence[TableWords], roles: Sequence[str], headings: Sequence[Sequence[str]]) -> BodyFit:
    """Reads bodies (of at least one word) under columns and says how well they fit."""
    return fit_of_rows(rows_read(bodies, roles), roles, headings)


def fit_of_rows(rows: ReadRows, roles: Sequence[str], headings: Sequence[Sequence[str]]) -> BodyFit:
    """How well rows that were read under columns fit their headings."""
    logs = [math.log(max(share, _LEAST)) for share in _shares(roles, headings, rows.cells)]
    filled = [sum(map(bool, column)) / max(1, len(column)) for column in rows.cells]
    blank = sum(
        max(0.0, _SELDOM - share) / _SELDOM for role, share in zip(roles, filled, strict=True) if role != OTHERS
    )
    words = (spelled_out(word) for levels in headings for level in levels for word in level.split())
    inner = _inner(rows, {word.casefold() for word in words})
    share = sum(filled) / len(filled)
    closed = sum(_closed(cells) for role, cells in zip(roles, rows.cells, strict=True) if role == OTHERS)
    return BodyFit(rows.reading, rows.again, sum(logs) / len(logs), share, blank, inner, closed, rows.widths)


def _closed(cells: Sequence[str]) -> float:
    """The share of a column's cells whose text stands in another one too; none tell of few cells."""
    texts = Counter(cell.casefold() for cell in cells if cell)
    return sum(count for count in texts.values() if count > 1) / texts.total() if texts.total() >= _CELLS else 0.0


def rows_read(
    bodies: Sequence[TableWords], roles: Sequence[str], again: bool = True, kept: FirstReadings | None = None
) -> ReadRows:
    """The rows of bodies (of at least one word), read under columns of these roles: `again` with what a first reading
    shows, or once. First readings of the bodies and of their beginnings are made once and `kept`."""
    model = agency_model()
    kept = {} if kept is None else kept
    for at, body in enumerate(bodies):
        if (at, len(body), *roles) not in kept:
            kept[at, len(body), *roles] = _first_reading(body, roles)
    rules, plain, first = zip(*(kept[at, len(body), *roles] for at, body in enumerate(bodies)), strict=True)
    seen = seen_layout([(one, reading.path) for one, reading in zip(rules, first, strict=True)], ())
    # a wrong heading would find its own manners in rows that it cut
    seen = seen._replace(blanks=(), begins=())
    second = [
        look(model, one.laid_out(seen), gaps, reading.path, told=False) if again else reading
        for one, gaps, reading in zip(rules, plain, first, strict=True)
    ]
    rows = [row for body, one in zip(bodies, second, strict=True) for row in _rows(body, one.path, len(roles))]
    cells = [[row[k] for row in rows] for k in range(len(roles))]
    words = sum(map(len, bodies))
    reading, read_again = (sum(one.score for one in readings) / words for readings in (first, second))
    return ReadRows(reading, read_again, cells, seen.widths, line_openers(bodies))


def _first_reading(body: TableWords, roles: Sequence[str]) -> _FirstReading:
    rules = TableRules.of(body, roles, Phrases.of(()), [0] * len(roles), DocumentContext())
    plain = text_attributes(rules.facts.tokens, rules.facts.targets.at)
    return rules, plain, look(agency_model(), rules, plain)


def line_openers(bodies: Sequence[TableWords]) -> frozenset[str]:
    """The long words with a capital that mostly open lines: beginnings of cells."""
    every: Counter[str] = Counter()
    first: Counter[str] = Counter()
    for body in bodies:
        long = [k for k, word in enumerate(body.words) if len(word) >= _LONG and word[0].isupper()]
        every.update(body.words[k].casefold() for k in long)
        first.update(body.words[k].casefold() for k in long if body.first[k])
    return frozenset(word for word, count in first.items() if count >= _OFTEN and 2 * count > every[word])


def _inner(rows: ReadRows, heading: Collection[str]) -> float:
    """Where cells begin with the word that heads them, the share of such words that stand inside cells."""
    told = rows.openers & set(heading)
    if not told:
        return 0.0
    places = [
        at
        for column in rows.cells
        for cell in column
        for at, word in enumerate(cell.split())
        if word[0].isupper() and word.casefold() in told
    ]
    return sum(map(bool, places)) / max(1, len(places))


def counts_rows(body: TableWords) -> bool:
    """Whether rows (at least one word) begin at their numbers: the first word is one, and one that opens a line below
    counts on.

    >>> from extract.table.linear.tokens import tokenize
    >>> from schemas.layout import Line
    >>> texts = ["4. Tersusunnya", "renstra", "5. Terkirimnya", "3 surat", "6.", "Jumlah"]
    >>> counts_rows(tokenize([Line(text, k) for k, text in enumerate(texts, 1)]))
    True
    """
    number = number_in(body.words[0])
    opens = {number_in(word) for word, first in zip(body.words, body.first, strict=True) if first}
    return number is not None and number + 1 in opens


def _rows(body: TableWords, path: Sequence[WordRun], columns: int) -> list[list[str]]:
    """The texts of the cells, row by row."""
    rows: list[list[str]] = []
    for run in path:
        if run.kind == ROW or not rows:
            rows.append([""] * columns)
        at = next((k for k in range(len(rows) - 1, -1, -1) if rows[k][run.column]), -1) if run.kind == CONT else -1
        text = " ".join(body.words[run.start : run.end])
        rows[at][run.column] = f"{rows[at][run.column]} {text}".strip()
    return rows


def _shares(roles: Sequence[str], headings: Sequence[Sequence[str]], cells: Sequence[Sequence[str]]) -> list[float]:
    model = role_model()
    seen = [SeenColumn(tuple(heading), tuple(column)) for heading, column in zip(headings, cells, strict=True)]
    found: list[float] = []
    for role, names in zip(roles, evidence_of(seen), strict=True):
        scores = model.scores(names)
        top = max(scores)
        weights = [math.exp(score - top) for score in scores]
        found.append(weights[model.roles.index(role)] / sum(weights))
    return found
