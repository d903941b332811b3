"""Linear text of a table -> rows: reads the words with the model and puts the pieces together."""

from __future__ import annotations

from collections.abc import Sequence

from extract.table.cells import Draft, Part, rows_of
from extract.table.explain import reason
from extract.table.model import Model
from extract.table.path import CONT, ROW, Piece
from extract.table.read import Pairs, read
from extract.table.soft import Reading
from extract.table.tokens import Tokens
from schemas.decree import Heading, Row


def read_rows(
    model: Model, tokens: Tokens, headings: Sequence[Heading], units: Sequence[Sequence[str]], pairs: Pairs
) -> tuple[Row, ...]:
    """The rows of a table in linear text (at least one word)."""
    roles = [heading.role for heading in headings]
    reading = read(model, tokens, roles, units, pairs)
    gaps = reading.gaps
    ranks = _ranks(tokens)
    drafts: list[dict[int, Draft]] = []
    previous = -1
    for k, piece in enumerate(reading.path):
        if piece.kind == ROW or not drafts:
            drafts.append({})
        why = reason(model, gaps[piece.start], piece, previous, roles)
        cell = _cell(drafts, piece)
        cell.add(_parts(tokens, piece, ranks), _confidence(model, reading, k), why)
        previous = piece.column
    return rows_of(drafts, headings)


def _cell(drafts: list[dict[int, Draft]], piece: Piece) -> Draft:
    """The cell that a piece belongs to: a continued one is the row's own, or the last one above."""
    if piece.kind == CONT and piece.column not in drafts[-1]:
        for draft in reversed(drafts):
            if piece.column in draft:
                return draft[piece.column]
    return drafts[-1].setdefault(piece.column, Draft())


def _confidence(model: Model, reading: Reading, k: int) -> float:
    """A piece is as sure as its beginning and its end (the next piece's beginning)."""
    return model.confidence(min(reading.margins[k : k + 2]))


def _ranks(tokens: Tokens) -> dict[int, int]:
    return {line: rank for rank, line in enumerate(dict.fromkeys(tokens.line))}


def _parts(tokens: Tokens, piece: Piece, ranks: dict[int, int]) -> list[Part]:
    parts: list[Part] = []
    start = piece.start
    while start < piece.end:
        end = start + 1
        while end < piece.end and tokens.line[end] == tokens.line[start]:
            end += 1
        line = tokens.line[start]
        parts.append(Part(" ".join(tokens.words[start:end]), tokens.lines[line], ranks[line]))
        start = end
    return parts
