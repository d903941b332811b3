"""The rows of a second table of a block -> programs with their money."""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.program import is_program, is_sum, program_columns, rupiah
from extract.read.row_numbers import ROW_NUMBER_ALONE
from katalog.text import value_of
from schemas.base import ProgramRole
from schemas.catalogue import ProgramRow
from schemas.decree import Cell


def program_rows_of(others: Sequence[dict[str, Cell]]) -> tuple[ProgramRow, ...]:
    """The rows that print a program, each with the roles of its table's columns and its amount."""
    rows = (_program_row(number, cells) for number, cells in enumerate(others, start=1))
    return tuple(row for row in rows if row is not None)


def _program_row(number: int, cells: dict[str, Cell]) -> ProgramRow | None:
    headings = list(cells)
    if not is_program(headings):
        return None
    columns: dict[ProgramRole, str] = {role: headings[at] for role, at in program_columns(headings).items()}
    if any(is_sum(value_of(cell.text)) for cell in cells.values()):
        return None
    if _counts(cells.get("")):
        columns.setdefault("no", "")
    heading = columns["anggaran"]
    return ProgramRow(row=number, columns=columns, anggaran=rupiah(value_of(cells[heading].text), heading))


def _counts(cell: Cell | None) -> bool:
    """Is it a row's number, below no heading?"""
    return cell is not None and ROW_NUMBER_ALONE.match(value_of(cell.text)) is not None
