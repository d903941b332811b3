"""A form as a workbook: its rows, and a sheet that explains the columns and says where the form is from."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import xlsxwriter

from katalog.show.book.sheet_rows import SheetRow, page_number, said
from katalog.show.page_links import PageLinks
from katalog.show.printed_sheet import Paper, PrintedSheet, SheetColumn, SheetValue, sheet_styles
from katalog.show.workbook import workbook_bytes

#: Values that are shown in the middle of their cells.
_CENTRED = frozenset({"kind", "row", "tahun", "nilai", "triwulan_1", "triwulan_2", "triwulan_3", "triwulan_4"})


_EXPLAINED = (SheetColumn("Kolom", 40), SheetColumn("Artinya", 100))


@cache
def application_forms() -> Mapping[str, Any]:
    """The forms of forms.toml by name."""
    return tomllib.loads(files("katalog.show.forms").joinpath("forms.toml").read_text(encoding="utf-8"))


def form_workbook(name: str, rows: Iterable[SheetRow], links: PageLinks | None, paper: Paper) -> bytes:
    """The workbook's bytes."""
    form, held = application_forms()[name], list(rows)

    def fill(book: xlsxwriter.Workbook) -> None:
        styles = sheet_styles(book)
        columns = [SheetColumn(one["judul"], one["lebar"], _folded(one["nilai"], held)) for one in form["kolom"]]
        sheet = PrintedSheet(book, styles, name, columns, paper)
        explained = PrintedSheet(book, styles, "Keterangan", _EXPLAINED, paper)
        sheet.head()
        for row in held:
            _row(sheet, form["kolom"], row, links or PageLinks())
        sheet.filters()
        _explained(explained, form)
        for one in (sheet, explained):
            one.footer(form["judul"])

    return workbook_bytes(fill, title=form["judul"])


def _folded(value: str, rows: Iterable[SheetRow]) -> bool:
    """Ids are for programs; a column of which no row has anything is there, but takes no paper. One without a value is
    for who fills the form in."""
    return value == "indikator_id" or (bool(value) and not any(said(row, value) for row in rows))


def _row(sheet: PrintedSheet, columns: Iterable[Mapping[str, Any]], row: SheetRow, links: PageLinks) -> None:
    values: list[SheetValue] = []
    styles: list[str] = []
    for column in columns:
        name = column["nilai"]
        values.append(links.to(said(row, "sha256"), page_number(row)) if name == "page" else row.get(name))
        unsure = name == "catatan" and said(row, name)
        styles.append("doubt" if unsure else "number" if name in _CENTRED else "cell")
    sheet.row(values, styles)


def _explained(sheet: PrintedSheet, form: Mapping[str, Any]) -> None:
    sheet.wide(form["judul"], "title")
    for note in form["catatan"]:
        sheet.wide(note)
    sheet.head()
    for column in form["kolom"]:
        sheet.row((column["judul"], column["arti"]))
    sheet.blank()
    sheet.wide("Sumber susunan", "section")
    for source in form["sumber"]:
        sheet.wide(source, "cell")
