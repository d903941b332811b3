"""What a decree, a holder and a row should have and don't."""

from __future__ import annotations

from collections.abc import Iterator

from bahasa.block_kinds import about_kind
from bahasa.headings import role_of_heading
from bahasa.roles import INDIKATOR, TARGET, about_role, roles_where
from bahasa.temuan import About, finding
from katalog.assemble.findings.place import about_block, quoted
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
    if not decree.nomor:
        yield finding("tanpa-nomor", About(field="nomor"))
    if not decree.ditetapkan.tanggal:
        yield finding("tanpa-tanggal", About(field="tanggal"))
    if not decree.tentang:
        yield finding("tanpa-judul", About(field="judul"))


def _holder(block: IndicatorBlock) -> Iterator[Finding]:
    # an IKU may stand alone; a jabatan has tugas and fungsi by its nature
    if not about_kind(block.kind).duties:
        return
    if not value_of(block.tugas):
        yield finding("tanpa-tugas", about_block(block, "tugas"))
    if not block.fungsi:
        yield finding("tanpa-fungsi", about_block(block, "fungsi"))


def _severity(role: Role, block: IndicatorBlock) -> Severity:
    """How much it matters that a table lacks a column: many print none of targets, but where another column is called
    so (`Kpi Target (%)`), or in a scan the border of a cell is in doubt in most rows, it may have been read as part of
    that one."""
    if role == INDIKATOR:
        return "error"
    if any(heading.role != role == role_of_heading(heading.text.as_printed) for heading in block.headings):
        return "warning"
    texts = [[cell.text for cell in row.cells.values()] for row in block.rows]
    torn = sum(any(one.border_confidence < 1 and one.character_confidence < 1 for one in row) for row in texts)
    return "warning" if 2 * torn > len(block.rows) else "info"


def _table(block: IndicatorBlock) -> Iterator[Finding]:
    if not block.rows:
        yield finding("tanpa-tabel", about_block(block, "rows"))
        return
    columns = {heading.role for heading in block.headings} | {role for row in block.rows for role in row.cells}
    for role in NEEDED:
        if role not in columns:
            about = about_block(block, "headings")
            yield finding("kolom-hilang", about, _severity(role, block), kolom=about_role(role).called)
    if any(row.target is not None and row.target.kind == "several" for row in block.rows):
        named = [heading.text for heading in block.headings if heading.role == TARGET]
        yield finding(
            "target-beberapa", about_block(block, "rows"), judul=", ".join(quoted(text, 40) for text in named)
        )
    for row in block.rows:
        yield from _row(block, row, columns)


def _row(block: IndicatorBlock, row: IndicatorRow, columns: set[Role]) -> Iterator[Finding]:
    if INDIKATOR in columns and _is_empty(row.cells.get(INDIKATOR)):
        yield finding("indikator-kosong", about_block(block, f"rows/{row.row}/indikator"))
    for role in EXPECTED:
        if role in columns and _is_empty(row.cells.get(role)):
            about = about_block(block, f"rows/{row.row}/{role}")
            yield finding("sel-kosong", about, kolom=about_role(role).id)


def _is_empty(cell: Cell | None) -> bool:
    return cell is None or (cell.span != "covered" and not value_of(cell.text))
