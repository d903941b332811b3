"""Linear text of a table -> rows: reads the words with the model and puts the runs together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from extract.table.broken import one_word
from extract.table.cells import LinePart, TextCell
from extract.table.context import DocumentContext, DocumentWords, SeenLayout
from extract.table.linear.explain import why_begins
from extract.table.linear.kinds import kind_of_cell
from extract.table.linear.mend import words_whole
from extract.table.linear.model import Model
from extract.table.linear.read import best_reading
from extract.table.linear.runs import CONT, ROW, WordRun
from extract.table.linear.soft import TableReading
from extract.table.linear.tokens import TableWords


def linear_cells(
    model: Model,
    tokens: TableWords,
    roles: Sequence[str],
    context: DocumentContext,
    layout: SeenLayout | None = None,
    alone: bool = False,
) -> list[dict[int, TextCell]]:
    """The rows of a table in linear text (at least one word): column -> cell. `roles` as the model knows them; `layout`
    is what the other tables under its heading tell; `alone`: there are none."""
    tokens = words_whole(tokens, roles, context.words)
    reading = best_reading(model, tokens, roles, context, layout, alone)
    gaps = reading.gaps
    ranks, spans = _ranks(tokens), _spans(tokens)
    drafts: list[dict[int, TextCell]] = []
    previous = -1
    for k, run in enumerate(reading.path):
        if run.kind == ROW or not drafts:
            drafts.append({})
        hints = None if reading.hints is None else reading.hints[run.start]
        why = why_begins(model, gaps[run.start], run, previous, roles, hints)
        cell = _cell(drafts, run)
        parts = _parts(tokens, run, ranks, spans)
        if run.kind == CONT and cell.parts:
            parts[0] = _joined(cell.parts[-1], parts[0], context.words)
        kind = kind_of_cell(roles[run.column], run, tokens.words)
        cell.add(parts, _confidence(model, reading, k, kind), why)
        previous = run.column
    return drafts


def _cell(drafts: list[dict[int, TextCell]], run: WordRun) -> TextCell:
    """The cell that a run belongs to: a continued one is the row's own, or the last one above."""
    if run.kind == CONT and run.column not in drafts[-1]:
        for draft in reversed(drafts):
            if run.column in draft:
                return draft[run.column]
    return drafts[-1].setdefault(run.column, TextCell())


def _confidence(model: Model, reading: TableReading, k: int, kind: str) -> float:
    """A run is as sure as its beginning and its end (the next run's beginning)."""
    return model.confidence(min(reading.margins[k : k + 2]), kind)


def _joined(before: LinePart, part: LinePart, words: DocumentWords) -> LinePart:
    """The part behind a page break: glued to the one before it, if the break parted a word as well."""
    sure = one_word((before.text.split()[-1], part.text.split()[0]), words)
    return part._replace(glued=sure) if sure else part


def _ranks(tokens: TableWords) -> dict[int, int]:
    lines = (fragment.line for i in range(len(tokens)) for fragment in tokens.fragments(i))
    return {line: rank for rank, line in enumerate(dict.fromkeys(lines))}


def _spans(tokens: TableWords) -> list[list[tuple[int, int]]]:
    """Where each part of each word begins and ends in its line: a line's words stand there in their order."""
    ends = dict.fromkeys(range(len(tokens.lines)), 0)
    spans: list[list[tuple[int, int]]] = []
    for i in range(len(tokens)):
        spans.append([])
        for fragment in tokens.fragments(i):
            start = tokens.lines[fragment.line].text.index(fragment.text, ends[fragment.line])
            ends[fragment.line] = start + len(fragment.text)
            spans[-1].append((start, ends[fragment.line]))
    return spans


def _parts(
    tokens: TableWords, run: WordRun, ranks: dict[int, int], spans: Sequence[Sequence[tuple[int, int]]]
) -> list[LinePart]:
    printed = [
        (fragment.line, fragment.text, fragment.sure if k else None, span)
        for i in range(run.start, run.end)
        for k, (fragment, span) in enumerate(zip(tokens.fragments(i), spans[i], strict=True))
    ]
    parts: list[LinePart] = []
    for line, group in groupby(printed, key=itemgetter(0)):
        own = list(group)
        text, (_, _, sure, (start, _)), end = " ".join([word for _, word, _, _ in own]), own[0], own[-1][3][1]
        parts.append(LinePart(text, tokens.lines[line], ranks[line], sure, (start, end)))
    return parts
