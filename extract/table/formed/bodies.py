"""Rows read under a heading -> how well they bear that heading out.

The words of a text below a heading are read into cells as if its columns were these (extract/table/linear). Under the
right columns the cells are what their columns are about; under others numbers stand among sentences.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from extract.table.context import DocumentContext
from extract.table.linear.evidence import Phrases, text_attributes
from extract.table.linear.model import Model, agency_model
from extract.table.linear.read import look
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import CONT, ROW
from extract.table.linear.tokens import TableWords
from extract.table.meaning.evidence import SeenColumn, evidence_of
from extract.table.meaning.roles import role_model

#: The least share of a role that is reckoned with.
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class BodyFit:
    """How well rows fit columns: the model's sum for a word; the mean and the least logarithm of the share that each
    column's role has by its cells and heading; the share of cells that are filled."""

    reading: float
    roles: float
    worst: float
    filled: float


def fit_of(bodies: Sequence[TableWords], roles: Sequence[str], headings: Sequence[Sequence[str]]) -> BodyFit:
    """Reads bodies under columns and says how well they fit."""
    model = agency_model()
    cells: list[list[str]] = [[] for _ in roles]
    total, words = 0.0, 0
    for body in bodies:
        score, rows = _read(model, body, roles)
        total, words = total + score, words + len(body)
        for row in rows:
            for k, text in enumerate(row):
                cells[k].append(text)
    shares = _shares(roles, headings, cells)
    count = max(1, len(cells[0]))
    filled = sum(bool(text) for column in cells for text in column) / (count * len(roles))
    logs = [math.log(max(share, _LEAST)) for share in shares]
    return BodyFit(total / max(1, words), sum(logs) / len(logs), min(logs), filled)


def _read(model: Model, body: TableWords, roles: Sequence[str]) -> tuple[float, list[list[str]]]:
    """The sum of the best reading, and its rows."""
    rules = TableRules.of(body, roles, Phrases.of(()), [0] * len(roles), DocumentContext())
    reading = look(model, rules, text_attributes(body, rules.facts.targets.at))
    rows: list[list[str]] = []
    for run in reading.path:
        if run.kind == ROW or not rows:
            rows.append([""] * len(roles))
        at = next((k for k in range(len(rows) - 1, -1, -1) if rows[k][run.column]), -1) if run.kind == CONT else -1
        text = " ".join(body.words[run.start : run.end])
        rows[at][run.column] = f"{rows[at][run.column]} {text}".strip()
    return reading.score, rows


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
