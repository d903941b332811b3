"""Rows of the tables of whatever is no indicator: programs with their money, columns, tables kept as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from bahasa.roles import OTHERS
from katalog.show.tables.indicators import as_json, holder
from katalog.show.tables.registry import TableRow
from katalog.text import page_of, value_of
from schemas.base import ProgramRole
from schemas.catalogue import Catalogue, IndicatorBlock, ProgramRow
from schemas.decree import KeptCell, KeptTable, Text

_PROGRAM = get_args(ProgramRole)


def money_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`program`: a row for each program of a second table; the sums of the table are in `others`."""
    return (_program(block, row) for block in catalogue.blocks for row in block.program)


def _program(block: IndicatorBlock, row: ProgramRow) -> TableRow:
    cells = block.others[row.row - 1]
    texts = {role: cells[heading].text for role, heading in row.columns.items()}
    rest = {heading: cell.text.as_printed for heading, cell in cells.items() if heading not in row.columns.values()}
    return {
        **holder(block),
        "row": row.row,
        **{role: value_of(texts[role]) if role in texts else None for role in _PROGRAM},
        "anggaran": row.anggaran,
        **{f"{role}_as_printed": texts[role].as_printed if role in texts else "" for role in _PROGRAM},
        "page": page_of(texts["program"]),
        OTHERS: as_json(rest),
    }


def second_table_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`others`: a row for each cell of a second table (programs with their money), since its headings are of any
    kind."""
    for block in catalogue.blocks:
        for number, cells in enumerate(block.others, 1):
            for heading, cell in cells.items():
                yield {**holder(block), "row": number, "heading": heading, **_printed(cell.text)}


def column_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`kolom`: the columns of a block's table of indicators (`headings`), then those of its second table (`program`)
    that have a role."""
    for block in catalogue.blocks:
        for position, heading in enumerate(block.headings, 1):
            yield {
                **holder(block),
                "part": "headings",
                "position": position,
                "heading": heading.text.as_printed,
                "role": heading.role,
                "role_confidence": heading.role_confidence,
                **(heading.scope.model_dump() if heading.scope else {}),
                "page": page_of(heading.text),
            }
        named = dict.fromkeys((heading, role) for row in block.program for role, heading in row.columns.items())
        for position, (printed, role) in enumerate(named, 1):
            yield {**holder(block), "part": "program", "position": position, "heading": printed, "role": role}


def kept_table_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`tabel`: the tables that are kept as they stand."""
    for at, table in enumerate(catalogue.tables):
        yield {"kind": table.kind, "jabatan_order": table.order, "page": table.page, "path": f"/tables/{at}"}


def kept_cell_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`sel`: their headings, as row 0, and their cells."""
    for at, table in enumerate(catalogue.tables):
        yield from _kept(table, f"/tables/{at}")


def _kept(table: KeptTable, path: str) -> Iterator[TableRow]:
    for at, heading in enumerate(table.headings):
        cell = KeptCell(row=1, column=at + 1, text=heading)
        yield {**_kept_cell(cell, path), "row": 0, "path": f"{path}/headings/{at}"}
    for at, cell in enumerate(table.cells):
        yield {**_kept_cell(cell, path), "path": f"{path}/cells/{at}/text"}


def _kept_cell(cell: KeptCell, table: str) -> TableRow:
    return {
        "table_path": table,
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.rows,
        "column_span": cell.columns,
        **_printed(cell.text),
    }


def _printed(text: Text) -> TableRow:
    return {"text": value_of(text), "as_printed": text.as_printed, "page": page_of(text)}
