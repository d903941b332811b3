"""Linear text of a table -> rows: reads the words with the model and puts the pieces together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bahasa.roles import about_role
from extract.table.cells import Draft, Part, rows_of
from extract.table.linear.broken import mend, one_word
from extract.table.linear.explain import reason
from extract.table.linear.model import Model
from extract.table.linear.path import CONT, ROW, Piece
from extract.table.linear.read import best_reading
from extract.table.linear.soft import Reading
from extract.table.linear.tokens import Tokens
from extract.table.told import Told, Words
from schemas.decree import Heading, Row


def read_rows(model: Model, tokens: Tokens, headings: Sequence[Heading], told: Told) -> tuple[Row, ...]:
    """The rows of a table in linear text (at least one word)."""
    roles = [about_role(heading.role).learned for heading in headings]
    tokens = mend(tokens, told.words)
    reading = best_reading(model, tokens, roles, told)
    gaps = reading.gaps
    ranks = _ranks(tokens)
    drafts: list[dict[int, Draft]] = []
    previous = -1
    for k, piece in enumerate(reading.path):
        if piece.kind == ROW or not drafts:
            drafts.append({})
        why = reason(model, gaps[piece.start], piece, previous, roles)
        cell = _cell(drafts, piece)
        parts = _parts(tokens, piece, ranks)
        if piece.kind == CONT and cell.parts:
            parts[0] = _joined(cell.parts[-1], parts[0], told.words)
        cell.add(parts, _confidence(model, reading, k), why)
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


def _joined(before: Part, part: Part, words: Words) -> Part:
    """The part behind a page break: glued to the one before it, if the break parted a word as well."""
    sure = one_word((before.text.split()[-1], part.text.split()[0]), words)
    return replace(part, glued=sure) if sure else part


def _ranks(tokens: Tokens) -> dict[int, int]:
    lines = (fragment.line for i in range(len(tokens)) for fragment in tokens.fragments(i))
    return {line: rank for rank, line in enumerate(dict.fromkeys(lines))}


def _parts(tokens: Tokens, piece: Piece, ranks: dict[int, int]) -> list[Part]:
    parts: list[Part] = []
    for i in range(piece.start, piece.end):
        for k, fragment in enumerate(tokens.fragments(i)):
            line = tokens.lines[fragment.line]
            if parts and parts[-1].line is line:
                parts[-1] = replace(parts[-1], text=f"{parts[-1].text} {fragment.text}")
            else:
                parts.append(Part(fragment.text, line, ranks[fragment.line], fragment.sure if k else None))
    return parts
