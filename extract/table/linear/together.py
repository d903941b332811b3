"""What the tables of a document that stand under one heading tell of each other.

Their columns are as wide in all of them, cells stand in their rows alike, sources come again. Each table is read for
itself first; what these readings show together is known when they are read again. A table of two rows hardly shows how
wide its columns are: its neighbours do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from extract.table.aligned.pages import is_aligned
from extract.table.context import SeenLayout
from extract.table.linear.evidence import Phrases, text_attributes
from extract.table.linear.facts import UNKNOWN
from extract.table.linear.groups import group_lines
from extract.table.linear.mend import mend
from extract.table.linear.model import model_of
from extract.table.linear.read import look, seen_layout
from extract.table.linear.rules import TableRules
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
    model, roles, context = model_of(regions[0].roles, regions[0].by_form), regions[0].learned, regions[0].context
    unknown = [0] * len(roles)
    rules = [
        TableRules.of(words, roles, Phrases.of(context.units), unknown, context)
        for words in map(words_read, regions)
        if len(words)
    ]
    plain = [text_attributes(one.facts.tokens, one.facts.targets.at) for one in rules]
    layout = SeenLayout(tuple(unknown), UNKNOWN, ())
    for _ in range(_ROUNDS if rules else 0):
        read = [(one, look(model, one, gaps).path) for one, gaps in zip(rules, plain, strict=True)]
        layout = seen_layout(read, context.units)
        rules = [one.laid_out(layout) for one in rules]
    return layout


def words_read(region: TableRegion) -> TableWords:
    """The words of a table as they are read: without its group rows, broken ones whole."""
    lines = lines_without(region.lines, group_lines(region.lines, region.learned))
    return mend(tokenize(lines, region.seams), region.context.words)
