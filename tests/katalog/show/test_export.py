"""Tables of the data contract, in every format."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from typing import Any

import pandas as pd
import pytest
from labelled import SOURCE, block, row, text

from katalog.assemble.catalogue import assemble
from katalog.front import frames
from katalog.show.export import EXPORT_FORMATS, TABLES, write_tables
from katalog.show.export.csv import table_csv
from katalog.show.export.parquet import parquet_bytes
from katalog.show.export.sqlite import database
from katalog.show.export.xlsx import tables_workbook
from normalize.decree import normalize
from schemas.base import Place
from schemas.catalogue import Catalogue
from schemas.decree import Cell, Decree, ExtractedDecree, NormalizedDecree, Row, Target, Text

FORMATS = {one.name: one for one in EXPORT_FORMATS}

#: The contract, spelled out a second time on purpose: a column renamed or moved fails here.
COLUMNS = {
    "keputusan": (
        "jenis nomor tahun tentang instansi periode_awal periode_akhir tempat tanggal penandatangan source sha256 "
        "pages content_hash"
    ),
    "indikator": (
        "kind jabatan_order jabatan_id jabatan unit row indikator_id no sasaran indikator target target_kind "
        "target_value target_unit target_grade rumus sumber_data satuan penanggung_jawab page no_as_printed "
        "sasaran_as_printed indikator_as_printed target_as_printed rumus_as_printed sumber_data_as_printed "
        "satuan_as_printed penanggung_jawab_as_printed others"
    ),
    "target": (
        "kind jabatan_order row indikator_id position heading year period period_number aspect version target "
        "target_kind target_value target_unit target_grade upper date target_as_printed"
    ),
    "jabatan": "kind jabatan_order jabatan_id jabatan jabatan_as_printed unit tugas tugas_as_printed page",
    "fungsi": "kind jabatan_order jabatan_id no fungsi fungsi_as_printed page",
    "temuan": "code severity jabatan_order field message as_printed page kind lines values path answered",
    "edits": "rule before after evidence certainty place position",
    "koreksi": "position decision status place before after reason nearest nearest_place carried",
    "unit": "unit_id unit as_printed count position",
    "sumber_data": ("kind jabatan_order jabatan_id row indikator_id unit_id unit sumber_data sumber_data_as_printed"),
    "program": (
        "kind jabatan_order jabatan_id row no program anggaran keterangan no_as_printed program_as_printed "
        "anggaran_as_printed keterangan_as_printed page others"
    ),
    "others": "kind jabatan_order jabatan_id row heading text as_printed page",
    "berkas": "media_type schema_version",
    "pembukaan": "part position entry_id parent_id no text as_printed page path",
    "peraturan": "part entry_id jenis nomor tahun tentang path akn",
    "penetapan": ("position lampiran_id label tempat tanggal penandatangan_jabatan penandatangan pangkat nip"),
    "pemangku": "kind jabatan_order jabatan_id label unit_id unit unit_basis evidence agreeing naming",
    "kolom": (
        "kind jabatan_order jabatan_id part position heading role role_confidence year period period_number aspect "
        "version page"
    ),
    "baris": "kind jabatan_order row indikator_id sasaran_id group stacked note",
    "bacaan_target": "kind jabatan_order row indikator_id position chosen candidates note",
    "tabel": "kind jabatan_order page path",
    "sel": "table_path row column row_span column_span text as_printed page path",
    "proposals": "rule before after evidence certainty place position",
    "riwayat": "part position value",
    "teks": (
        "path part kind jabatan_order jabatan_id indikator_id role entry_id no text as_printed span formula basis note "
        "character_confidence border_confidence reasons"
    ),
    "tempat": "path position page line_first line_last x0 top x1 bottom",
}

Table = tuple[str, pd.DataFrame]


def read(table: Table) -> list[dict[str, str]]:
    """A CSV as its users read it."""
    return list(csv.DictReader(io.StringIO(table_csv(*table).decode("utf-8"), newline="")))


def named(catalogue: Catalogue) -> dict[str, Table]:
    """The tables by their name."""
    return {name: (name, frame) for name, frame in frames(catalogue).items()}


def test_columns(catalogue: Catalogue) -> None:
    assert {name: " ".join(frame.columns) for name, frame in frames(catalogue).items()} == {
        name: f"keputusan {columns}" for name, columns in COLUMNS.items()
    }


def test_each_table_can_be_asked_for(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    tables = frames(hostile())
    assert list(TABLES) == list(tables)
    for name, frame in tables.items():
        write_tables(tables, FORMATS["csv"], "-", name)
        assert capsysbinary.readouterr().out == table_csv(name, frame)


def test_every_labelled_row_is_exported_as_printed(catalogue: Catalogue, gold: dict[str, Any]) -> None:
    rows = read(named(catalogue)["indikator"])
    for number in range(1, 24):
        mine = [one for one in rows if one["kind"] == "IKI" and one["jabatan_order"] == str(number)]
        want = gold[f"j{number:02d}"]["rows"]
        assert [one["row"] for one in mine] == [str(n) for n in range(1, len(want) + 1)]
        for one, labelled in zip(mine, want, strict=True):
            assert {key: one[f"{key}_as_printed"] or None for key in labelled} == labelled


def test_normalized_columns_are_filled_down_and_printed_ones_are_not(catalogue: Catalogue) -> None:
    first, second = read(named(catalogue)["indikator"])[:2]
    assert second["sasaran"] == first["sasaran"] == "Meningkatnya Akuntabilitas Kinerja Perangkat Daerah"
    assert (second["sasaran_as_printed"], second["no"], second["sumber_data_as_printed"][:5]) == ("", "", "Hasil")


def test_orders_are_per_kind_and_jabatan_come_first(catalogue: Catalogue) -> None:
    tables = named(catalogue)
    jabatan = read(tables["jabatan"])
    assert [(one["kind"], one["jabatan_order"]) for one in jabatan[:2]] == [("IKI", "1"), ("IKI", "2")]
    assert [(one["kind"], one["jabatan_order"]) for one in jabatan[-2:]] == [("IKI", "23"), ("IKU", "1")]
    assert jabatan[0]["unit"] == "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA KABUPATEN PASER"
    # rows and fungsi stand in the order of the decree
    assert [one["kind"] for one in read(tables["indikator"])][:7] == ["IKU"] * 6 + ["IKI"]
    assert read(tables["fungsi"])[0]["kind"] == "IKU"


def hostile() -> Catalogue:
    """A decree whose cells a spreadsheet or a parser could misread."""
    cells = {
        "indikator": Cell(text=text('=HYPERLINK("http://x";"klik")')),
        "sasaran": Cell(text=text('ia berkata "ya", lalu\nbaris baru')),
        "target": Cell(text=text("-")),
        "rumus": Cell(text=text("@SUM(A1)")),
    }
    made = Row.model_validate(
        {
            "cells": cells,
            "others": {"KET.": Cell(text=text("+1"))},
            "target": Target(kind="count", value="2.5", unit="hari"),
            "page": 3,
        }
    )
    return assemble(NormalizedDecree(source=SOURCE, decree=Decree(blocks=(block("IKI", 1, "Analis", rows=(made,)),))))


def test_csv_is_verbatim() -> None:
    (line,) = read(named(hostile())["indikator"])
    assert line["indikator_as_printed"] == '=HYPERLINK("http://x";"klik")'
    assert line["sasaran_as_printed"] == 'ia berkata "ya", lalu\nbaris baru'
    assert json.loads(line["others"]) == {"KET.": "+1"}
    assert (line["target_kind"], line["target_value"], line["target_unit"]) == ("count", "2.5", "hari")
    assert (line["page"], line["satuan"], line["satuan_as_printed"]) == ("3", "", "")


def test_programs_with_their_money_and_no_sums() -> None:
    headings = ["", "Program", "Anggaran (Rp)", "Sumber Dana", "Lokasi"]
    printed = [
        ["1.", "Program Rehabilitasi", "1.250.000", "APBD", "Paser"],
        ["2.", "Program Penunjang", "9 ribuan", "", ""],
        ["", "JUMLAH", "1.250.000", "", ""],
    ]
    others = tuple({h: Cell(text=text(cell)) for h, cell in zip(headings, cells, strict=True)} for cells in printed)
    made = assemble(NormalizedDecree(source=SOURCE, decree=Decree(blocks=(block("PK", 1, "Camat", others=others),))))
    first, second = read(named(made)["program"])
    assert (first["row"], first["no"], first["program"], first["anggaran"]) == ("1", "1.", printed[0][1], "1250000")
    assert (first["keterangan"], json.loads(first["others"])) == ("APBD", {"Lokasi": "Paser"})
    assert (second["anggaran"], second["anggaran_as_printed"]) == ("", "9 ribuan")
    (found,) = (one for one in made.findings if one.code == "anggaran-tak-terbaca")
    assert (found.kind, found.order, found.field, found.as_printed) == ("PK", 1, "others/2", "9 ribuan")
    # as printed, sums and all, they are in another table
    assert len(read(named(made)["others"])) == 15


def test_row_without_a_typed_target_is_missing_and_others_is_json(catalogue: Catalogue) -> None:
    first = read(named(catalogue)["indikator"])[0]
    assert (first["target_kind"], first["target_value"]) == ("missing", "")
    assert json.loads(first["others"]) == {}


def test_xlsx_holds_no_formula() -> None:
    tables = frames(hostile())
    data = tables_workbook(tables)
    assert data == tables_workbook(tables)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        strings = archive.read("xl/sharedStrings.xml").decode("utf-8")
    assert len(sheets) == len(tables) + len(("Ringkasan", "Bacaan", "Keterangan"))
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)
    assert "=HYPERLINK(" in strings


def test_sqlite_is_typed() -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database(frames(hostile())))
    query = "SELECT target_value, page, indikator, no_as_printed FROM indikator WHERE target_value > 2"
    assert connection.execute(query).fetchall() == [(2.5, 3, '=HYPERLINK("http://x";"klik")', "")]


def test_parquet_is_typed() -> None:
    arrow = pytest.importorskip("pyarrow.parquet")
    frame = frames(hostile())["indikator"]
    read_back = arrow.read_table(io.BytesIO(parquet_bytes("indikator", frame)))
    assert read_back.column_names == list(frame.columns)
    (line,) = read_back.to_pylist()
    assert (line["target_value"], line["page"], line["target"]) == (2.5, 3, "-")


def test_programs_of_a_perjanjian_kinerja() -> None:
    def cell(printed: str) -> Cell:
        return Cell(text=Text(as_printed=printed, places=(Place(page=2),)))

    rows = (row({"indikator": "A"}),)
    programs = ({"Program": cell("Program  penunjang"), "Anggaran (Rp)": cell("850.000.000")},)
    made = block("PK", 1, "Kepala Dinas", rows=rows).model_copy(update={"others": programs})
    decree = ExtractedDecree(source=SOURCE, decree=Decree(blocks=(made,)))
    first, second = read(named(assemble(normalize(decree)))["others"])
    assert (first["kind"], first["row"], first["heading"], first["page"]) == ("PK", "1", "Program", "2")
    assert (first["text"], first["as_printed"]) == ("Program penunjang", "Program  penunjang")
    assert (second["heading"], second["text"]) == ("Anggaran (Rp)", "850.000.000")


def test_a_table_without_rows_keeps_its_header() -> None:
    empty = assemble(NormalizedDecree(source=SOURCE, decree=Decree()))
    tables = frames(empty)
    assert (
        table_csv("indikator", tables["indikator"]).decode().strip().split(",")
        == f"keputusan {COLUMNS['indikator']}".split()
    )
    assert tables_workbook(tables) and database(tables)


def test_missing_values_are_empty_cells() -> None:
    rows = (row({"indikator": "A"}),)
    made = assemble(NormalizedDecree(source=SOURCE, decree=Decree(blocks=(block("IKI", 1, "X", rows=rows),))))
    (line,) = read(named(made)["jabatan"])
    assert (line["tugas"], line["tugas_as_printed"], line["page"]) == ("", "", "")
