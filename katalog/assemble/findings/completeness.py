"""What a decree, a holder and a row should have and don't."""

from __future__ import annotations

from collections.abc import Iterator

from bahasa.roles import INDIKATOR, about_role, roles_where
from katalog.assemble.findings.place import about_block, about_decree
from katalog.text import value_of
from schemas.base import Finding, Role, Severity
from schemas.catalogue import Catalogue, DecreeData, IndicatorBlock, IndicatorRow
from schemas.decree import Cell

#: Columns without which a table says little; a table of IKU may do without target.
NEEDED = roles_where(lambda role: role.needed == "column")
#: Cells that a row should have; a missing target is reported with the reading of targets.
EXPECTED = roles_where(lambda role: role.needed == "cell")


def check_completeness(catalogue: Catalogue) -> list[Finding]:
    """Findings about the decree, then about each holder and its table."""
    found = list(_decree(catalogue.decree))
    for block in catalogue.blocks:
        found += _holder(block)
        found += _table(block)
    return found


def _decree(decree: DecreeData) -> Iterator[Finding]:
    wanted = (
        ("tanpa-nomor", "nomor", decree.nomor),
        ("tanpa-tanggal", "tanggal", decree.ditetapkan.tanggal),
        ("tanpa-judul", "judul", decree.tentang),
    )
    for code, name, value in wanted:
        if not value:
            yield about_decree(code, "info", f"Keputusan ini tidak mencetak {name} yang dapat dibaca.", name)


def _holder(block: IndicatorBlock) -> Iterator[Finding]:
    # an IKU may stand alone; a jabatan has tugas and fungsi by its nature
    if block.kind != "IKI":
        return
    if not value_of(block.tugas):
        yield about_block(block, "tanpa-tugas", "warning", "Tugas tidak tercetak.", "tugas")
    if not block.fungsi:
        yield about_block(block, "tanpa-fungsi", "warning", "Fungsi tidak tercetak.", "fungsi")


def _table(block: IndicatorBlock) -> Iterator[Finding]:
    if not block.rows:
        message = "Tidak ada satu pun baris indikator yang dapat dibaca."
        yield about_block(block, "tanpa-tabel", "error", message, "rows")
        return
    columns = {heading.role for heading in block.headings} | {role for row in block.rows for role in row.cells}
    for role in NEEDED:
        if role not in columns:
            severity: Severity = "error" if role == INDIKATOR else "info"
            message = f"Tabel ini tidak memiliki kolom {about_role(role).called}."
            yield about_block(block, "kolom-hilang", severity, message, "headings")
    for row in block.rows:
        yield from _row(block, row, columns)


def _row(block: IndicatorBlock, row: IndicatorRow, columns: set[Role]) -> Iterator[Finding]:
    if INDIKATOR in columns and _is_empty(row.cells.get(INDIKATOR)):
        message = "Indikator tidak tercetak pada baris ini."
        yield about_block(block, "indikator-kosong", "warning", message, f"rows/{row.row}/indikator")
    for role in EXPECTED:
        if role in columns and _is_empty(row.cells.get(role)):
            message = f"{about_role(role).id} tidak tercetak pada baris ini."
            yield about_block(block, "sel-kosong", "info", message, f"rows/{row.row}/{role}")


def _is_empty(cell: Cell | None) -> bool:
    return cell is None or (cell.span != "covered" and not value_of(cell.text))
