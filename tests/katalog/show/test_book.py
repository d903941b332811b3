"""The workbook for people: what is read and printed, and the tables for programs beside it."""

from __future__ import annotations

import io
import logging
from typing import Any

import pandas as pd
import pytest
from labelled import SOURCE, block, row, text
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from katalog.assemble.catalogue import assemble
from katalog.errors import KatalogError
from katalog.front import frames
from katalog.show.book import data_sheets
from katalog.show.export.xlsx import tables_workbook
from katalog.show.page_links import PageLinks
from katalog.show.tables.registry import export_tables
from normalize.decree import normalize
from schemas.catalogue import Catalogue
from schemas.decree import Cell, Decree, ExtractedDecree, PrintedTarget, Row


@pytest.fixture(scope="module")
def book(catalogue: Catalogue) -> Workbook:
    return load_workbook(io.BytesIO(tables_workbook(frames(catalogue), paper="f4")))


def cells(sheet: Worksheet) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_sheets_for_people_are_shown_and_those_of_programs_are_there(book: Workbook, catalogue: Catalogue) -> None:
    shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    filled = {name for name, frame in frames(catalogue).items() if len(frame)}
    people = [table.name for table in export_tables().values() if table.people and table.name in filled]
    assert shown == ["Ringkasan", "Bacaan", *people, "Keterangan"]
    assert {sheet.title for sheet in book.worksheets} == {"Ringkasan", "Bacaan", "Keterangan", *export_tables()}


def test_every_sheet_is_printed_landscape_with_headings_and_numbers(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 14)
        assert sheet.oddFooter.right.text.endswith("&P dari &N")
        if sheet.title != "Ringkasan":
            assert sheet.print_title_rows and sheet.freeze_panes
        if sheet.title not in ("Ringkasan", "Bacaan"):
            assert sheet.auto_filter.ref


def test_every_column_of_every_sheet_is_explained(book: Workbook) -> None:
    explained = {tuple(row[:2]) for row in cells(book["Keterangan"])}
    for name in export_tables():
        assert {(name, cell.value) for cell in book[name][1]} <= explained


def test_programs_read_the_tables_as_before(catalogue: Catalogue) -> None:
    data = tables_workbook(frames(catalogue))
    read = pd.read_excel(io.BytesIO(data), sheet_name="indikator", dtype=str, keep_default_na=False)
    frame = frames(catalogue)["indikator"]
    assert list(read.columns) == list(frame.columns)
    assert read["indikator_as_printed"].tolist() == frame["indikator_as_printed"].tolist()


def test_the_reading_has_every_indicator_under_its_holder(book: Workbook, catalogue: Catalogue) -> None:
    rows = cells(book["Bacaan"])
    said = {value for row in rows for value in row}
    for one in catalogue.blocks:
        assert any(str(row[0]).startswith(f"{one.kind} {one.order}. ") for row in rows)
        assert {one.rows[at].cells["indikator"].text.value for at in range(len(one.rows))} <= said


def doubtful() -> Catalogue:
    """A row with two targets of years of which none is the document's, and one without a sumber data."""
    targets = tuple(PrintedTarget(cell=Cell(text=text(f"{value} dokumen"))) for value in ("3", "4"))
    cells = {"indikator": Cell(text=text("Jumlah dokumen")), "sasaran": Cell(text=text("Tertib"))}
    several = Row(cells=cells, targets=targets, page=2)
    plain = row({"indikator": "B" * 33000, "target": "12 dokumen", "sumber_data": "-"})
    decree = Decree(blocks=(block("IKI", 1, "Analis", rows=(several, plain)),))
    return assemble(normalize(ExtractedDecree(source=SOURCE, decree=decree)))


def test_what_is_to_be_checked_stands_beside_its_row(book: Workbook, catalogue: Catalogue) -> None:
    found = [one for one in catalogue.findings if one.severity != "info"]
    wanted = {one.message for one in found if one.field.startswith("rows/")}
    sheet = book["Bacaan"]
    head = [cell.value for cell in sheet[1]]
    told = "\n".join(str(row[head.index("Periksa")]) for row in cells(sheet)[1:] if row[head.index("Periksa")])
    assert wanted and all(message in told for message in wanted)


def test_what_is_to_be_checked_of_a_holder_stands_below_its_name() -> None:
    made = doubtful()
    beside = [one.message for one in made.findings if one.kind and one.severity != "info" and "rows" not in one.field]
    sheet = load_workbook(io.BytesIO(tables_workbook(frames(made))))["Bacaan"]
    assert beside and {f"Periksa: {message}" for message in beside} <= {row[0] for row in cells(sheet)}


def test_several_targets_of_a_row_are_all_read() -> None:
    sheet = load_workbook(io.BytesIO(tables_workbook(frames(doubtful()))))["Bacaan"]
    assert ": 3 dokumen\n: 4 dokumen" in {cell.value for row in sheet.iter_rows() for cell in row}


def test_a_text_beyond_the_limit_is_cut_and_said(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "katalog"):
        made = load_workbook(io.BytesIO(tables_workbook(frames(doubtful()))))
    values = [cell.value for cell in made["indikator"]["K"]]
    assert any(str(value).endswith("sel memuat paling banyak 32767]") for value in values)
    assert "indikator, baris 3, indikator: teks 33000 huruf" in caplog.text


def test_more_rows_than_a_sheet_has_are_refused(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_sheets, "ROWS", 5)
    with pytest.raises(KatalogError, match="selembar Excel memuat paling banyak 4"):
        tables_workbook(frames(catalogue))


def test_pages_of_the_reading_are_links_where_the_pdf_is_known() -> None:
    links = PageLinks({SOURCE.sha256: "sk.pdf"})
    sheet = load_workbook(io.BytesIO(tables_workbook(frames(doubtful()), links)))["Bacaan"]
    found = {(cell.hyperlink.target, cell.hyperlink.location) for row in sheet for cell in row if cell.hyperlink}
    assert found == {("sk.pdf", "page=2")}
