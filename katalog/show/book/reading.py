"""The sheet `Bacaan`: every decree as a person reads it, holder after holder, in normalized values, with what to check
beside each row."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bahasa.roles import column_roles
from katalog.show.book.checks import ChecksOf
from katalog.show.book.sheet_rows import Plain, SheetRow, decree_name, grouped, page_number, said, sheet_rows
from katalog.show.page_links import PageLinks
from katalog.show.printed_sheet import PrintedSheet, SheetColumn, SheetValue
from schemas.base import ROLES, Role

#: Widths of the columns by role.
_WIDTHS: dict[Role, float] = {
    "no": 5, "sasaran": 29, "indikator": 33, "target": 15, "rumus": 35, "sumber_data": 21, "satuan": 11,
    "penanggung_jawab": 17,
}  # fmt: skip
_SEVERAL, _MERGED = "several", ("no", "sasaran")
#: keputusan, kind, jabatan_order.
HolderKey = tuple[Plain, ...]


def reading_columns(tables: Mapping[str, pd.DataFrame]) -> tuple[SheetColumn, ...]:
    """A column for each role that any row has a cell of, the page, and what to check."""
    labels = {role.name: role.id for role in column_roles().values()}
    columns = [SheetColumn(labels[role], _WIDTHS.get(role, 18)) for role in _roles(tables)]
    return (*columns, SheetColumn("Hlm.", 6, folded=not has_pages(tables)), SheetColumn("Periksa", 23))


def fill_reading(sheet: PrintedSheet, tables: Mapping[str, pd.DataFrame], links: PageLinks) -> None:
    """Write the sheet."""
    reading = _Reading(tables, links)
    sheet.head()
    for decree in sheet_rows(tables["keputusan"]):
        sheet.wide(decree_name(decree), "title")
        for holder, rows in reading.blocks.get((decree["keputusan"],), {}).items():
            reading.block(sheet, holder, rows)


def has_pages(tables: Mapping[str, pd.DataFrame]) -> bool:
    """Does any holder or row stand on a page?"""
    return bool(tables["jabatan"]["page"].notna().any() or tables["indikator"]["page"].notna().any())


def _roles(tables: Mapping[str, pd.DataFrame]) -> tuple[Role, ...]:
    frame = tables["indikator"]
    always = ("no", "sasaran", "indikator", "target")
    return tuple(role for role in ROLES if role in always or frame[role].fillna("").ne("").any())


class _Reading:
    """What the rows of the sheet are made of."""

    def __init__(self, tables: Mapping[str, pd.DataFrame], links: PageLinks) -> None:
        self.roles, self.links = _roles(tables), links
        self.checks = ChecksOf(tables["temuan"])
        self.sha256 = {row["keputusan"]: said(row, "sha256") for row in sheet_rows(tables["keputusan"])}
        key = ("keputusan", "kind", "jabatan_order")
        self.holders = {tuple(row[name] for name in key): row for row in sheet_rows(tables["jabatan"])}
        self.targets = grouped(sheet_rows(tables["target"]), "keputusan", "indikator_id")
        rows = grouped(sheet_rows(tables["indikator"]), *key)
        # a holder without a row stands where the others of its kind do
        self.blocks: dict[tuple[object, ...], dict[HolderKey, list[SheetRow]]] = {}
        for holder in (*rows, *(one for one in self.holders if one not in rows)):
            self.blocks.setdefault((holder[0],), {})[holder] = rows.get(holder, [])

    def block(self, sheet: PrintedSheet, holder: HolderKey, rows: list[SheetRow]) -> None:
        """A holder with its rows."""
        about = self.holders.get(holder, {})
        named = " ".join(str(part) for part in holder[1:] if part is not None)
        unit = f" — {said(about, 'unit')}" if said(about, "unit") not in ("", said(about, "jabatan")) else ""
        sheet.wide(f"{named}. {said(about, 'jabatan')}{unit}", "section")
        if said(about, "tugas"):
            sheet.wide(f"Tugas: {said(about, 'tugas')}", "cell")
        for message in self.checks.beside(holder):
            sheet.wide(f"Periksa: {message}", "doubt")
        above: SheetRow = {}
        for row in rows:
            self._row(sheet, holder, row, above)
            above = row

    def _row(self, sheet: PrintedSheet, holder: HolderKey, row: SheetRow, above: SheetRow) -> None:
        checks = self.checks.row(holder, row["row"])
        cells: list[SheetValue] = [self._cell(role, row, above) for role in self.roles]
        styles = ["doubt" if role in checks.roles else "cell" for role in self.roles]
        page = self.links.to(self.sha256.get(row["keputusan"], ""), page_number(row))
        sheet.row(
            [*cells, page, "\n".join(checks.messages)], [*styles, "number", "doubt" if checks.messages else "cell"]
        )

    def _cell(self, role: str, row: SheetRow, above: SheetRow) -> str:
        if role in _MERGED and above and all(said(row, name) == said(above, name) for name in (role, "sasaran")):
            return ""  # one cell over several rows, as decrees print it
        if row["target_kind"] == _SEVERAL and role == "target":
            several = self.targets.get((row["keputusan"], row["indikator_id"]), ())
            return "\n".join(f"{said(one, 'heading')}: {said(one, 'target')}" for one in several)
        return said(row, role)
