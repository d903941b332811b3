"""What the tables of a document that stand under one heading tell of each other.

Their columns are as wide in all of them, cells stand in their rows alike, sources come again. Each table is read for
itself first; what these readings show together is known when they are read again. A table of two rows hardly shows how
wide its columns are: its neighbours do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extract.table.aligned.pages import is_aligned
from extract.table.context import SeenLayout
from extract.table.linear.counted import counted_rows, mostly_numbered, nearly_as_good
from extract.table.linear.evidence import Phrases, text_attributes
from extract.table.linear.facts import UNKNOWN
from extract.table.linear.groups import group_lines
from extract.table.linear.mend import words_whole
from extract.table.linear.model import Model, model_of
from extract.table.linear.read import look, seen_layout
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import ROW
from extract.table.linear.soft import TableReading
from extract.table.linear.tokens import TableWords, tokenize
from extract.table.region import TableRegion
from extract.table.text import lines_without

#: The tables are read so many times before their layout is taken for known.
_ROUNDS = 2


def layouts_of(regions: Sequence[TableRegion]) -> dict[tuple[str, ...], SeenLayout]:
    """The layout of the tables of each heading that several tables have, by the heading as printed."""
    alike: dict[tuple[str, ...], list[TableRegion]] = defaultdict(list)
    for region in regions:
        if region.headings and not is_aligned(region.lines):
            alike[region.names].append(region)
    return {names: _layout(tables) for names, tables in alike.items() if len(tables) > 1}


def _layout(regions: Sequence[TableRegion]) -> SeenLayout:
    first, context = regions[0], regions[0].context
    model, roles = model_of(first.roles, first.by_form, context.words.all), first.learned
    unknown = [0] * len(roles)
    rules = [
        TableRules.of(words, roles, Phrases.of(context.units), unknown, context)
        for words in map(words_read, regions)
        if len(words)
    ]
    tables = [_Table(one, text_attributes(one.facts.tokens, one.facts.targets.at)) for one in rules]
    layout = SeenLayout(tuple(unknown), UNKNOWN, ())
    for _ in range(_ROUNDS if tables else 0):
        free = [look(model, table.rules, table.plain) for table in tables]
        counted = _counted(model, tables, free)
        paths = [(table.rules, read.path) for table, read in zip(tables, counted or free, strict=True)]
        layout = seen_layout(paths, context.units)._replace(counted=bool(counted))
        tables = [_Table(table.rules.laid_out(layout), table.plain) for table in tables]
    return layout


@dataclass(frozen=True, slots=True)
class _Table:
    """A table as it is read: its rules, and the attributes of its gaps."""

    rules: TableRules
    plain: Sequence[Sequence[str]]


def _counted(model: Model, tables: Sequence[_Table], free: Sequence[TableReading]) -> list[TableReading]:
    """The readings of tables whose rows all begin at their numbers; empty where they are read far better with rows that
    begin elsewhere, or none shows a number. A table that begins with no number is read as it was."""
    if not mostly_numbered([(table.rules.facts, reading.path) for table, reading in zip(tables, free, strict=True)]):
        return []
    found, sums, numbered = list[TableReading](), list[tuple[float, float]](), False
    for table, reading in zip(tables, free, strict=True):
        rows = counted_rows(table.rules.facts, reading.path)
        numbered |= rows is not None
        if rows is None or rows == {run.start for run in reading.path if run.kind == ROW}:
            found.append(reading)
        else:
            found.append(look(model, table.rules, table.plain, rows=rows))
        sums.append((reading.score, found[-1].score))
    return found if numbered and nearly_as_good(sums) else []


def words_read(region: TableRegion) -> TableWords:
    """The words of a table as they are read: without its group rows, broken ones whole."""
    lines = lines_without(region.lines, group_lines(region.lines, region.learned))
    return words_whole(tokenize(lines, region.seams), region.learned, region.context.words)
