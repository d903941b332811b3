"""Reads a table's words into cells: a first reading tells the columns' widths and the sumber data's phrases, a second
reading uses them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bahasa.roles import about_role
from extract.table.context import DocumentContext
from extract.table.linear.decode import Search
from extract.table.linear.evidence import Phrases, bare_word, text_attributes, with_phrases
from extract.table.linear.model import Model
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import CONT, WordRun
from extract.table.linear.soft import TableReading
from extract.table.linear.tokens import TableWords
from extract.table.linear.wrap import Widths, measure

#: A reading whose widths and phrases lead to another reading is read again, so many times at most.
_ROUNDS = 3


def best_reading(
    model: Model,
    tokens: TableWords,
    roles: Sequence[str],
    context: DocumentContext,
) -> TableReading:
    """The best reading of a table (of at least one word) under a model. What a reading shows of the columns' widths and
    of phrases goes into the next one, until nothing changes."""
    rules = TableRules.of(tokens, roles, Phrases.of(context.units), [0] * len(roles), context)
    plain = text_attributes(tokens, rules.facts.targets.at)
    reading = look(model, rules, plain)
    for _ in range(_ROUNDS):
        phrases = Phrases.of(phrases_of(tokens, roles, reading.path, context.units))
        rules = rules.knowing(phrases, widths_of(rules.widths, roles, reading.path))
        before, reading = reading, look(model, rules, plain, reading.path)
        if reading.path == before.path:
            break
    return reading


def look(model: Model, rules: TableRules, plain: Sequence[Sequence[str]], path: Sequence[WordRun] = ()) -> TableReading:
    """One reading, with the phrases and column widths that the rules know so far and the other attributes of the gaps
    (`plain`). After a first reading (`path`), only its boundaries and likely ones are looked at, and it is told how
    sure each cell is."""
    keep = frozenset(run.start for run in path)
    gaps = with_phrases(plain, rules.facts.bare, rules.phrases)
    try:
        reading = Search(model, rules, gaps, margins=bool(path), keep=keep, strict=bool(path)).run()
    except LookupError:
        # where likely gaps are too far apart for any cell, all of them are looked at
        every = frozenset(range(len(rules.facts.words)))
        reading = Search(model, rules, gaps, margins=bool(path), keep=every).run()
    reading.gaps = gaps
    return reading


def widths_of(widths: Widths, roles: Sequence[str], path: Sequence[WordRun]) -> list[int]:
    """The columns' widths as a reading shows them."""
    return measure(widths, ((run.start, run.end, run.column) for run in path), len(roles))


def phrases_of(
    tokens: TableWords, roles: Sequence[str], path: Sequence[WordRun], units: Sequence[Sequence[str]]
) -> list[tuple[str, ...]]:
    """The phrases that a reading found at least twice in the columns of sumber data, with the units known before."""
    wanted = {k for k, role in enumerate(roles) if about_role(role).grammar == "phrase"}
    texts: list[tuple[str, ...]] = []
    for run in path:
        if run.column in wanted and run.kind != CONT:
            texts.append(tuple(bare_word(w) for w in tokens.words[run.start : run.end]))
    often = [text for text, count in sorted(Counter(texts).items()) if count > 1]
    return [*often, *(tuple(bare_word(w) for w in unit) for unit in units)]
