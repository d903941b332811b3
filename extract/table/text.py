"""The body of an indicator table as text -> its rows.

Input: a TableRegion (lines, headings in printed order, page seams). Output: rows with their cells, verbatim, with
places, the confidence of each cell's borders and the reasons for its beginning. Guarantees: every printed word is in
exactly one cell or in `unparsed`; any text gives a result; the same lines give the same result on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.read.piece import Piece, text_of, unread
from extract.table.cells import TextCell, printed_rows
from extract.table.region import TableRegion
from schemas.base import Finding
from schemas.decree import Row, Text
from schemas.layout import Line


class SegmentedTable(NamedTuple):
    """Rows as printed; texts that stand in the table's place and belong to no cell; findings (kind and order unset).
    `cells` has what the rows are made of: for each its cells by column, with the parts of lines that they take."""

    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()
    unparsed: tuple[Text, ...] = ()
    cells: tuple[dict[int, TextCell], ...] = ()


def table_in_text(region: TableRegion) -> SegmentedTable:
    """The rows of a table's body."""
    from extract.table.aligned.pages import is_aligned
    from extract.table.tabbed import tabbed_cells

    if not any(line.text.strip() for line in region.lines):
        return SegmentedTable()
    if not region.headings:
        return SegmentedTable(unparsed=(_text(region.lines, "tabel tanpa kepala kolom"),))
    if len(region.headings) > 1 and (rows := tabbed_cells(region)) is not None:
        return _grouped(region, (), rows)
    return _aligned(region) if is_aligned(region.lines) else _linear(region)


def _linear(region: TableRegion) -> SegmentedTable:
    """A table whose columns are gone."""
    from extract.table.linear.groups import group_lines
    from extract.table.linear.model import model_of
    from extract.table.linear.rows import linear_cells
    from extract.table.linear.tokens import tokenize

    runs = group_lines(region.lines, region.learned)
    tokens = tokenize(lines_without(region.lines, runs), region.seams)
    model = model_of(region.roles, region.by_form, region.context.words.all)
    layout = region.context.layouts.get(region.names)
    # what tables of known headings that stand together show is not looked at: none of them counts as alone
    alone = region.by_form and layout is None
    cells = linear_cells(model, tokens, region.learned, region.context, layout, alone) if len(tokens) else []
    return _grouped(region, runs, cells)


def lines_without(lines: Sequence[Line], runs: Sequence[Sequence[int]]) -> list[Line]:
    """The lines of a table with those of some runs blank."""
    across = {index for run in runs for index in run}
    return [replace(line, text="") if k in across else line for k, line in enumerate(lines)]


def _aligned(region: TableRegion) -> SegmentedTable:
    """A table in columns; lines across them are group rows, or below the last row texts that belong to no cell."""
    from extract.table.aligned.apart import lines_across
    from extract.table.aligned.rows import aligned_cells
    from extract.table.aligned.streams import AlignedTable
    from extract.table.linear.model import table_model

    roles = region.learned
    runs = lines_across(region.lines, region.seams, roles)
    lines = lines_without(region.lines, runs)
    table = AlignedTable(table_model(), lines, region.seams, roles, region.context)
    cells = aligned_cells(table) if any(line.text.strip() for line in lines) else []
    return _grouped(region, runs, cells)


def _grouped(
    region: TableRegion, runs: Sequence[Sequence[int]], cells: Sequence[dict[int, TextCell]]
) -> SegmentedTable:
    """Rows with the lines across the columns that stand above them; below the last row these belong to no cell."""
    texts = [_text([region.lines[k] for k in run], "melintang di atas semua kolom tabel") for run in runs]
    tops = [region.lines[run[0]].number for run in runs]
    placed: list[Row] = []
    groups: set[int] = set()
    for row, printed in zip(printed_rows(cells, region.headings), cells, strict=True):
        above = [k for k, top in enumerate(tops) if top < _top(printed)]
        placed.append(_below(row, texts[above[-1]]) if above else row)
        groups.update(above[-1:])
    apart = tuple(text for k, text in enumerate(texts) if k not in groups)
    return SegmentedTable(tuple(placed), tuple(map(unread, apart)), apart, tuple(cells))


def _below(row: Row, group: Text) -> Row:
    return row.model_copy(update={"group": group.as_printed, "group_places": group.places})


def _top(cells: Mapping[int, TextCell]) -> int:
    """The number of a row's first line, a continued cell's lines apart."""
    return min((cell.parts[0].line.number for cell in cells.values() if cell.parts), default=0)


def _text(lines: Sequence[Line], reason: str) -> Text:
    printed = [line for line in lines if line.text.strip()]
    return text_of([Piece(line.text, line, rank) for rank, line in enumerate(printed)], (reason,))


__all__ = ["SegmentedTable", "table_in_text"]
