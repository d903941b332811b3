"""Labelled tables: the decree's own text with the gold rows of its tables, and texts of the same rows set anew."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from bahasa.roles import SUMBER_DATA
from extract.door import parts_of
from extract.read.text import layout_of_text
from extract.table.context import DocumentContext
from extract.table.flow import flow_of
from extract.table.linear.evidence import NOTHING, Elsewhere
from extract.table.linear.tokens import tokenize
from extract.table.linear.words import bare_word
from extract.table.region import TableRegion
from training.align import align
from training.augment import Cells, vary
from training.elsewhere import columns_elsewhere, rows_elsewhere
from training.habits import habits_elsewhere
from training.learn import Example
from training.styles import random_style, style_elsewhere
from training.typeset import typeset
from training.written import pairs_elsewhere

ROOT = Path(__file__).resolve().parent.parent
DECREE = ROOT / "corpus" / "paser-bkpsdm-iki-2022" / "paser-bkpsdm-iki-2022.txt"
GOLD = ROOT / "tests" / "gold"
#: Sections of the decree in their order; gold is there for the first half.
TABLES = ("p01_iku", *(f"j{k:02d}" for k in range(1, 24)))
_FEWEST, _MOST = 3, 9

Units = tuple[tuple[str, ...], ...]


def gold_rows(name: str) -> list[Cells]:
    """The gold rows of a table."""
    rows: list[Cells] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))["rows"]
    return rows


def regions_of(data: bytes) -> list[TableRegion]:
    """The tables of a text source."""
    return parts_of(flow_of(layout_of_text(data))).regions


def examples_of(data: bytes, names: Sequence[str] = TABLES) -> dict[str, Example]:
    """The tables of a text source as examples, by the names of their gold files."""
    return {name: example(name, region, gold_rows(name)) for name, region in zip(names, regions_of(data), strict=False)}


def example(name: str, region: TableRegion, rows: Sequence[Cells]) -> Example:
    """A table with its labels. Raises training.align.CannotAlign where the rows are not the table's."""
    tokens = tokenize(region.lines, region.seams)
    roles = tuple(heading.role for heading in region.headings)
    # labels are of words as printed: broken ones stay apart here, so the words of the document tell nothing
    context = DocumentContext(region.context.units, region.context.pairs)
    return Example(name, tokens, roles, tuple(align(tokens.words, rows, roles)), context)


def set_anew(name: str, names: Sequence[str], like: Example, rng: random.Random, others: float = 0.0) -> Example:
    """Some rows of a table in a new layout: with the decree's columns, or (a share of `others`) with those of another
    agency."""
    foreign = others and rng.random() < others
    rows = rows_elsewhere(rng, gold_rows(name)) if foreign else []
    varied, columns = _of_another_agency(rows, rng) if foreign else _as_the_decree(name, names, rng)
    style = style_elsewhere(rng) if foreign else random_style(rng)
    lines, seams, labels = typeset(varied, columns, style, rng)
    units, pairs = like.context.units, like.context.pairs
    known = (*units, *_sources_of(varied)) if rng.random() < 0.5 else units if rng.random() < 0.6 else ()
    pairs = pairs if rng.random() < 0.8 else frozenset()
    context = DocumentContext(known, pairs)
    elsewhere = Elsewhere(pairs_elsewhere(varied), habits_elsewhere(rows)) if others else NOTHING
    return Example(f"{name}+", tokenize(lines, seams), tuple(columns), tuple(labels), context, elsewhere)


def _of_another_agency(rows: Sequence[dict[str, str]], rng: random.Random) -> tuple[list[Cells], tuple[str, ...]]:
    """Rows under the columns of another agency, which may have several targets and columns without a role."""
    count = rng.randint(_FEWEST, _MOST)
    start = rng.randint(0, max(0, len(rows) - count))
    made = columns_elsewhere(rng, rows[start : start + count])
    names = [column.role for column in made]
    columns = tuple(f"{role}#{k}" if role in names[:k] else role for k, role in enumerate(names))
    cells = zip(*(column.seen.cells for column in made), strict=True)
    return [{key: text or None for key, text in zip(columns, row, strict=True)} for row in cells], columns


def _as_the_decree(name: str, names: Sequence[str], rng: random.Random) -> tuple[list[Cells], tuple[str, ...]]:
    """Rows of a table, now and then with rows of another one and other targets and columns."""
    rows = gold_rows(name)
    if rng.random() < 0.3:
        rows = rows + gold_rows(rng.choice(list(names)))
    if len(rows) > _FEWEST + 1:
        count = rng.randint(_FEWEST, min(len(rows), _MOST))
        start = rng.randint(0, len(rows) - count)
        rows = rows[start : start + count]
    return vary(rows, rng) if rng.random() < 0.6 else (rows, vary([], random.Random(0), orders=False)[1])


def _sources_of(rows: Sequence[Cells]) -> Units:
    """The rows' sources, as units that the document names."""
    texts = dict.fromkeys(row.get(SUMBER_DATA) or "" for row in rows)
    return tuple(tuple(bare_word(word) for word in text.split()) for text in texts if 0 < len(text.split()) < 9)


def lessons(
    examples: Sequence[Example], names: Sequence[str], passes: int, copies: int, seed: int, others: float = 0.0
) -> Iterator[list[Example]]:
    """Passes of examples in random order: each table as printed, and `copies` layouts of its rows, a share of `others`
    under the columns of other agencies."""
    rng = random.Random(seed)
    for _ in range(passes):
        batch = list(examples)
        batch += [set_anew(name, names, examples[0], rng, others) for name in names for _ in range(copies)]
        rng.shuffle(batch)
        yield batch
