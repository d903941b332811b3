"""One indicator table with its holder: ids for everything in it, merged cells filled down, the target of each row."""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.ditto import is_ditto
from bahasa.roles import INDIKATOR, SASARAN, TARGET
from katalog.assemble.entries import entries
from katalog.assemble.identity import Ids, block_path, short_slug
from katalog.assemble.program import program_rows_of
from katalog.assemble.targets import TargetColumns
from katalog.text import value_of
from normalize.fill import fill_down
from schemas.base import ROLES
from schemas.catalogue import IndicatorBlock, IndicatorRow, Unit
from schemas.decree import Block, Cell, Row, Target


def assemble_block(block: Block, unit: Unit, ids: Ids, year: int | None = None) -> IndicatorBlock:
    """The block in its unit; `year` is the one that the document is about. Ids are taken in printed order, so that
    equal texts are numbered as they stand."""
    path = ids.take(block_path(block.kind, unit, value_of(block.jabatan)))
    return IndicatorBlock(
        id=path,
        kind=block.kind,
        order=block.order,
        label=block.label,
        jabatan=block.jabatan,
        unit=unit,
        judul=block.judul,
        tujuan=entries(f"{path}/tujuan", block.tujuan, ids),
        tugas=block.tugas,
        fungsi=entries(f"{path}/fungsi", block.fungsi, ids),
        headings=block.headings,
        rows=_rows(path, fill_down(block.rows), ids, TargetColumns.of(block.headings, block.rows, year)),
        others=block.others,
        program=program_rows_of(block.others),
    )


def _rows(path: str, rows: Sequence[Row], ids: Ids, columns: TargetColumns) -> tuple[IndicatorRow, ...]:
    sasaran_id: str | None = None
    made = []
    # an indikator over two rows (a target for each half of the year) names both
    named = fill_down(rows, (INDIKATOR,))
    for number, (row, whole) in enumerate(zip(rows, named, strict=True), start=1):
        targets = columns.targets_of(row)
        chosen = next((one for one in targets if one.chosen), None)
        printed = {**row.cells, TARGET: chosen.cell} if chosen else row.cells
        cells = {role: printed[role] for role in ROLES if role in printed}
        sasaran_id = _sasaran_id(path, cells.get(SASARAN), sasaran_id, ids)
        indikator = whole.cells[INDIKATOR].text if INDIKATOR in whole.cells else None
        made.append(
            IndicatorRow(
                id=ids.take(f"{path}/indikator/{short_slug(value_of(indikator))}"),
                row=number,
                sasaran_id=sasaran_id,
                cells=cells,
                others=row.others,
                target=chosen.target if chosen else Target(kind="several") if targets else row.target,
                targets=targets,
                group=row.group,
                page=row.page,
                stacked=row.stacked,
            )
        )
    return tuple(made)


def _sasaran_id(path: str, cell: Cell | None, current: str | None, ids: Ids) -> str | None:
    """A printed sasaran begins a new one; a covered cell belongs to the one above; an empty one to none."""
    if cell is None or (cell.span == "empty" and not value_of(cell.text)):
        return None
    if cell.span == "covered" or (current is not None and is_ditto(cell.text.as_printed)):
        return current
    return ids.take(f"{path}/sasaran/{short_slug(value_of(cell.text))}")
