"""Forms of other applications: a row a year, satuan apart, and nothing that the decree does not print."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from labelled import SOURCE, block, text
from openpyxl import load_workbook
from several_targets import built

from katalog.assemble.catalogue import assemble
from katalog.front import frames
from katalog.show.book.sheet_rows import decree_name
from katalog.show.export.esakip import esakip_workbook
from katalog.show.export.jdih import jdih_metadata
from katalog.show.export.skp import skp_workbook
from katalog.show.forms.form_book import application_forms
from katalog.show.forms.values import aspect_rows, year_rows
from normalize.decree import normalize
from schemas.catalogue import Catalogue
from schemas.decree import Cell, Decree, ExtractedDecree, Row

NAMES = tuple(name for name, form in application_forms().items() if "kolom" in form)


def rows_of(data: bytes) -> list[dict[str, Any]]:
    """The rows of a form's first sheet by their headings."""
    head, *rows = ([cell.value for cell in row] for row in load_workbook(io.BytesIO(data)).worksheets[0].iter_rows())
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_a_row_a_year_with_its_target_and_satuan_apart() -> None:
    tables = frames(built(["TARGET 2022", "TARGET 2023"], ["3 dokumen", "4 dokumen"]))
    rows = rows_of(esakip_workbook(tables))
    assert [(row["Tahun"], row["Target"], row["Satuan"]) for row in rows] == [
        (2022, 3, "dokumen"),
        (2023, 4, "dokumen"),
    ]
    assert {row["Indikator"] for row in rows} == {"Jumlah laporan 1"}


def test_quarters_stand_beside_their_year() -> None:
    headings = ["TARGET 2022", "TARGET 2022 TW I", "TARGET 2022 TW II", "TARGET 2022 TW III", "TARGET 2022 TW IV"]
    (row,) = rows_of(esakip_workbook(frames(built(headings, ["40 %", "10 %", "20 %", "30 %", "40 %"]))))
    assert (row["Tahun"], row["Target"], row["Satuan"]) == (2022, 40, "%")
    assert [row[f"TW {part}"] for part in ("I", "II", "III", "IV")] == [10, 20, 30, 40]


@pytest.mark.parametrize(
    ("headings", "quarter"),
    [
        (["TARGET 2022 TW I KUANTITAS", "TARGET 2022 TW I KUALITAS"], 10),
        (["TARGET 2022 TW I SESUDAH", "TARGET 2022 TW I SEBELUM"], 10),
        (["TARGET 2022 TW I KUALITAS", "TARGET 2022 TW I WAKTU"], None),
    ],
)
def test_a_quarter_is_of_the_quantity_and_of_what_holds_now(headings: list[str], quarter: int | None) -> None:
    (row,) = year_rows(frames(built(headings, ["10 laporan", "90 %"])))
    assert row.get("triwulan_1") == quarter
    assert ("Beberapa target triwulan 1" in str(row["catatan"])) == (quarter is None)


def test_a_year_that_is_not_printed_is_not_made_up() -> None:
    (row,) = rows_of(esakip_workbook(frames(built(["TARGET"], ["12 dokumen"]))))
    assert row["Tahun"] is None and "Tahun target tidak tercetak" in row["Catatan"]


def test_a_row_without_a_target_is_not_said_to_have_several() -> None:
    missing, several = built([], []), built(["TARGET TW I", "TARGET TW II"], ["10 %", "20 %"])
    said = [row["catatan"] for one in (missing, several) for row in year_rows(frames(one))]
    assert "Target tidak tercetak" in said[0] and "Tidak ada satu target" not in said[0]
    assert "Tidak ada satu target untuk setahun" in said[1] and "Target tidak tercetak" not in said[1]


def test_after_a_revision_counts_what_holds_then() -> None:
    tables = frames(built(["TARGET 2022 SEBELUM", "TARGET 2022 SESUDAH"], ["3 dokumen", "5 dokumen"]))
    assert [(row["tahun"], row["nilai"]) for row in year_rows(tables)] == [(2022, 5)]


def test_aspects_are_rows_of_the_skp() -> None:
    tables = frames(built(["TARGET KUANTITAS", "TARGET KUALITAS"], ["12 dokumen", "100 %"]))
    rows = rows_of(skp_workbook(tables))
    assert [(row["Aspek"], row["Target"], row["Satuan"]) for row in rows] == [
        ("kuantitas", 12, "dokumen"), ("kualitas", 100, "%"),
    ]  # fmt: skip
    assert {row["Rencana Hasil Kerja Pimpinan yang Diintervensi"] for row in rows} == {None}


def polar(rumus: str, others: dict[str, str]) -> Catalogue:
    said = {"indikator": "Angka kematian", "rumus": rumus, "target": "2 kasus"}
    cells = {role: Cell(text=text(printed)) for role, printed in said.items()}
    apart = {heading: Cell(text=text(cell)) for heading, cell in others.items()}
    made = Row.model_validate({"cells": cells, "others": apart})
    decree = Decree(blocks=(block("IKI", 1, "Analis", rows=(made,)),))
    return assemble(normalize(ExtractedDecree(source=SOURCE, decree=decree)))


@pytest.mark.parametrize(
    ("rumus", "others", "polarity"),
    [
        ("jumlah kematian", {}, None),
        ("jumlah kematian", {"POLARITAS": "Minimize"}, "Minimize"),
        ("jumlah kematian", {"Polarisasi": "Negatif"}, "Minimize"),
        ("jumlah kematian (semakin rendah semakin baik)", {}, "Minimize"),
        ("semakin tinggi semakin baik; semakin rendah semakin baik", {}, None),
    ],
)
def test_polaritas_only_where_the_text_says_it(rumus: str, others: dict[str, str], polarity: str | None) -> None:
    (row,) = year_rows(frames(polar(rumus, others)))
    assert row["polaritas"] == polarity


@pytest.mark.parametrize("name", NAMES)
def test_every_column_of_a_form_has_a_value_that_is_there_and_is_explained(name: str, catalogue: Catalogue) -> None:
    tables = frames(catalogue)
    rows = list({"esakip": year_rows, "skp": aspect_rows}[name](tables))
    known = {value for row in rows for value in row} | {f"triwulan_{number}" for number in range(1, 5)}
    columns = application_forms()[name]["kolom"]
    assert {column["nilai"] for column in columns} - {""} <= known
    assert all(column["judul"] and column["arti"] and column["lebar"] > 0 for column in columns)
    assert application_forms()[name]["sumber"] and application_forms()[name]["catatan"]


def test_every_indicator_of_the_decree_is_in_the_forms(catalogue: Catalogue) -> None:
    tables = frames(catalogue)
    indicators = tables["indikator"]
    assert {row["indikator_id"] for row in year_rows(tables)} == set(indicators["indikator_id"])
    of_jabatan = indicators[indicators["kind"] != "IKU"]
    assert {row["indikator_id"] for row in aspect_rows(tables)} == set(of_jabatan["indikator_id"])


@pytest.mark.parametrize("tahun", [None, 2021])
def test_a_number_that_ends_in_its_year_names_the_decree_alone(tahun: int | None) -> None:
    tables = frames(built(["TARGET"], ["12 dokumen"]))
    printed = {"jenis": "Keputusan Kepala Dinas", "nomor": "08/SK/I/2021", "tahun": tahun, "tentang": "Indikator"}
    tables["keputusan"] = tables["keputusan"].assign(**printed)
    (told,) = json.loads(jdih_metadata(tables))
    assert told["judul"] == "Keputusan Kepala Dinas Nomor 08/SK/I/2021 tentang Indikator"
    assert decree_name({**printed, "nomor": "12021", "tahun": 2021}).startswith(
        "Keputusan Kepala Dinas Nomor 12021 Tahun 2021"
    )


def test_metadata_for_jdih_say_what_the_decree_prints(catalogue: Catalogue) -> None:
    (told,) = json.loads(jdih_metadata(frames(catalogue)))
    decree = catalogue.decree
    assert (told["noPeraturan"] or None, told["jenis"] or None) == (decree.nomor, decree.jenis)
    assert (told["status"], told["sumber"], told["bahasa"]) == ("", "", "Indonesia")
    assert "INDIKATOR KINERJA INDIVIDU" in told["subjek"]
