"""Reads a table's words into cells: a first reading tells the columns' widths and the sumber data's phrases, a second
reading uses them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from bahasa.roles import about_role
from extract.table.context import DocumentContext, SeenLayout
from extract.table.linear.blank import without_blank
from extract.table.linear.capitals import weights_of_capitals
from extract.table.linear.counted import counted_rows, hardly_worse
from extract.table.linear.decode import Search
from extract.table.linear.evidence import Phrases, text_attributes, with_phrases
from extract.table.linear.facts import MIDDLE, MIXED, TOP, UNKNOWN, TableFacts
from extract.table.linear.kept import Floats
from extract.table.linear.manners import costs_of_blanks, weights_of_beginnings
from extract.table.linear.model import Model
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import CONT, ROW, SAME, WordRun
from extract.table.linear.soft import TableReading
from extract.table.linear.tokens import TableWords
from extract.table.linear.words import bare_word
from extract.table.linear.wrap import measure

#: A reading whose widths and phrases lead to another reading is read again, so many times at most.
_ROUNDS = 3
#: So many pairs of cells tell how cells stand, if one kind is so many times the other.
_FEW, _CLEARLY = 3, 3


def best_reading(
    model: Model,
    tokens: TableWords,
    roles: Sequence[str],
    context: DocumentContext,
    layout: SeenLayout | None = None,
    alone: bool = False,
) -> TableReading:
    """The best reading of a table (of at least one word) under a model. What a reading shows of the columns' widths, of
    phrases and how cells stand goes into the next one, until nothing changes; a `layout` that several tables show is
    known from the beginning. Where its rows are counted, they begin at their numbers: by the layout, or by what the
    table itself shows where it is `alone` under its heading."""
    rules = TableRules.of(tokens, roles, Phrases.of(context.units), [0] * len(roles), context)
    plain = text_attributes(tokens, rules.facts.targets.at)
    if layout is not None:
        rules = rules.laid_out(layout)
    reading = look(model, rules, plain)
    known = layout is not None and layout.counted
    rows = counted_rows(rules.facts, reading.path) if known else None
    for _ in range(_ROUNDS):
        rules = rules.laid_out(layout or seen_layout([(rules, reading.path)], context.units))
        before, reading = reading, look(model, rules, plain, reading.path, rows)
        if reading.path == before.path:
            break
    if alone and (counted := _counted_reading(model, rules, plain, reading)) is not reading:
        rows, reading = counted_rows(rules.facts, reading.path), counted

    def again(costs: Mapping[int, float]) -> TableReading:
        return look(model, rules, plain, reading.path, rows, costs=costs)

    return without_blank(rules.facts.words, rules.facts.roles, reading, again)


def _counted_reading(
    model: Model, rules: TableRules, plain: Sequence[Sequence[str]], free: TableReading
) -> TableReading:
    """The reading of a table that stands alone: with rows that begin at their numbers only, where hardly anything is
    lost by it."""
    rows = counted_rows(rules.facts, free.path)
    if rows is None or len(rows) < _FEW or rows == {run.start for run in free.path if run.kind == ROW}:
        return free
    counted = look(model, rules, plain, free.path, rows)
    return counted if hardly_worse(free.score, counted.score) else free


def look(
    model: Model,
    rules: TableRules,
    plain: Sequence[Sequence[str]],
    path: Sequence[WordRun] = (),
    rows: frozenset[int] | None = None,
    *,
    told: bool = True,
    costs: Mapping[int, float] | None = None,
) -> TableReading:
    """One reading, with the phrases and column widths that the rules know so far and the other attributes of the gaps
    (`plain`). After a first reading (`path`), only its boundaries and likely ones are looked at, and it is `told` how
    sure each cell is, unless nobody asks. Where `rows` are given, rows begin at these words only, if a reading can be
    had so. Each cell of some columns may have a cost of its own (`costs`)."""
    penalty = _costly(len(rules.facts.words) + 1, len(rules.facts.roles), costs) if costs else None
    keep, margins = frozenset(run.start for run in path), told and bool(path)
    gaps = with_phrases(plain, rules.facts.bare, rules.phrases, model.elsewhere)
    try:
        reading = Search(model, rules, gaps, penalty, margins, keep=keep, strict=bool(path), rows=rows).run()
    except LookupError:
        # where likely gaps are too far apart for any cell, all of them are looked at
        every = frozenset(range(len(rules.facts.words)))
        reading = Search(model, rules, gaps, penalty, margins, keep=every).run()
    reading.gaps, reading.hints = gaps, model.hints(rules.facts)
    return reading


def _costly(gaps: int, columns: int, costs: Mapping[int, float]) -> Floats:
    """What the beginnings of cells cost (gaps x columns)."""
    penalty = np.zeros((gaps, columns))
    for column, cost in costs.items():
        penalty[:, column] = cost
    return penalty


def seen_layout(tables: Sequence[tuple[TableRules, Sequence[WordRun]]], units: Sequence[Sequence[str]]) -> SeenLayout:
    """What readings of tables with the same columns show together; `units` are names known before."""
    roles = tables[0][0].facts.roles
    spans = [(rules.widths, [(run.start, run.end, run.column) for run in path]) for rules, path in tables]
    texts = [text for rules, path in tables for text in _named(rules.facts.tokens, roles, path)]
    gaps = sum((_gaps_beside(rules.facts, path) for rules, path in tables), Counter[str]())
    read = [(rules.facts.words, path) for rules, path in tables]
    widths, phrases = measure(spans, len(roles)), tuple(_often(texts, units))
    full, rooms = tuple(one.full for one in widths), tuple(one.room for one in widths)
    return SeenLayout(
        full,
        _standing(gaps),
        phrases,
        rooms=rooms,
        capitals=tuple(weights_of_capitals(read, roles)),
        blanks=tuple(costs_of_blanks(read, roles)),
        begins=tuple(weights_of_beginnings(read, roles)),
    )


def _gaps_beside(facts: TableFacts, path: Sequence[WordRun]) -> Counter[str]:
    """What stands before cells of several lines beside cells of one."""
    gaps: Counter[str] = Counter()
    for before, run in pairwise(path):
        single = before.end < facts.several[before.start] and before.kind in (SAME, ROW)
        if run.kind == SAME and single and run.end >= facts.several[run.start]:
            gaps[facts.layout[run.start][0]] += 1
    return gaps


def _standing(gaps: Counter[str]) -> str:
    """How the cells of a row stand: beside a cell of one line one of several begins on the same line where all stand at
    the top, on its own where they stand in the middle."""
    shared, apart = gaps["lanjut"], gaps["ganti"]
    if shared + apart < _FEW:
        return UNKNOWN
    return TOP if shared > _CLEARLY * apart else MIDDLE if apart > _CLEARLY * shared else MIXED


def _named(tokens: TableWords, roles: Sequence[str], path: Sequence[WordRun]) -> list[tuple[str, ...]]:
    """What a reading found in the columns of sumber data."""
    wanted = {k for k, role in enumerate(roles) if about_role(role).grammar in ("phrase", "recurring")}
    texts: list[tuple[str, ...]] = []
    for run in path:
        if run.column in wanted and run.kind != CONT:
            texts.append(tuple(bare_word(w) for w in tokens.words[run.start : run.end]))
    return texts


def _often(texts: Sequence[tuple[str, ...]], units: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The phrases that come at least twice, and the units known before."""
    often = [text for text, count in sorted(Counter(texts).items()) if count > 1]
    return [*often, *(tuple(bare_word(w) for w in unit) for unit in units)]
