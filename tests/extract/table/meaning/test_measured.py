"""The column of targets of a table in which no heading says that it is one."""

from __future__ import annotations

import pytest

from extract.table.meaning.evidence import SeenColumn
from extract.table.meaning.measured import column_of_targets
from extract.table.meaning.roles import decide
from schemas.base import Role

SASARAN = ("Meningkatnya kualitas arsip", "Tersedianya dokumen rencana", "Terwujudnya tertib surat")
INDIKATOR = ("Persentase arsip tertib", "Jumlah dokumen rencana", "Persentase surat terkirim")


def _decided(heading: str, cells: tuple[str, ...]) -> tuple[str, float]:
    texts = (("NO", ("1", "2", "3")), ("SASARAN", SASARAN), ("INDIKATOR", INDIKATOR), (heading, cells))
    return decide([SeenColumn((name,), column) for name, column in texts])[3]


@pytest.mark.parametrize("heading", ["VOLUME", "JUMLAH"])
@pytest.mark.parametrize("cells", [("85", "12", "100"), ("85 %", "12 dokumen", "100 %")])
def test_the_only_column_of_targets_is_the_target_in_doubt(heading: str, cells: tuple[str, ...]) -> None:
    role, sure = _decided(heading, cells)
    assert role == "target" and sure < 0.95


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("REALISASI 2022", ("85", "12", "100")),
        ("BOBOT", ("30", "30", "40")),
        ("JUMLAH", ("85", "", "selesai")),
        ("VOLUME", ("1", "2", "3")),
    ],
)
def test_what_says_something_else_is_none(heading: str, cells: tuple[str, ...]) -> None:
    assert _decided(heading, cells)[0] != "target"


def test_amounts_of_money_alone_and_several_such_columns_are_none() -> None:
    budget = ("PAGU", ("Rp 1.250.000", "Rp 3.400.000", "Rp 900.000.000"))
    volume, share = ("VOLUME", ("85", "12", "100")), ("JUMLAH", ("85 %", "12 dokumen", "100 %"))
    for beside, wanted in (((budget,), None), ((volume, share), None), ((budget, volume), 2)):
        columns = [SeenColumn((name,), cells) for name, cells in (("INDIKATOR", INDIKATOR), *beside)]
        assert column_of_targets(columns, ["indikator", *("others" for _ in beside)]) == wanted


def test_a_number_of_thousands_of_digits_counts_nothing() -> None:
    columns = [SeenColumn(("INDIKATOR",), ("Nilai arsip",)), SeenColumn(("VOLUME",), ("9" * 5_000,))]
    assert column_of_targets(columns, ["indikator", "others"]) == 1


def test_bands_across_a_table_leave_its_targets_blank() -> None:
    """`A. KEPALA PUSKESMAS` stands in the first column; a blank cell in a row is another matter."""
    bands = ("A. KEPALA PUSKESMAS", "Nilai arsip", "Jumlah surat", "B. BIDAN", "Kunjungan")
    volume = SeenColumn(("Volume",), ("", "85", "12", "", "30"))
    units = SeenColumn(("Satuan",), ("", "nilai", "surat", "", "kali"))
    roles: list[Role] = ["indikator", "others", "satuan"]
    assert column_of_targets([SeenColumn(("Indikator",), bands), volume, units], roles) == 1
    rows = ("Cakupan", "Nilai arsip", "Jumlah surat", "Angka", "Kunjungan")
    filled = SeenColumn(("Satuan",), ("%", "nilai", "surat", "%", "kali"))
    assert column_of_targets([SeenColumn(("Indikator",), rows), volume, filled], roles) is None


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (("55", "2", "Sangat Inovatif (60,01 ke atas)", ">= 105"), 1),
        (("55", "", "4,5", "1.500"), 1),
        (("55", "baik", "Sangat Inovatif (60,01 ke atas)", ">= 105"), None),
        (("55", "", "", "1.500"), None),
        (("2021", "2023", "2022", "belum ada"), None),
        (("Rp 1.250.000", "Rp 3.400.000", "Rp 900.000.000", "nihil"), None),
    ],
)
def test_beside_units_most_cells_are_enough(cells: tuple[str, ...], wanted: int | None) -> None:
    """A table with a column of units has targets: a grade in words among the numbers is one of them."""
    rows = SeenColumn(("Indikator",), ("Cakupan", "Artikel", "Skor inovasi daerah", "Nilai tukar nelayan"))
    columns = [rows, SeenColumn(("Banyaknya",), cells), SeenColumn(("Satuan",), ("%", "artikel", "skor", "indeks"))]
    assert column_of_targets(columns, ["indikator", "others", "satuan"]) == wanted
    assert column_of_targets(columns, ["indikator", "others", "others"]) is None


@pytest.mark.parametrize(
    ("last", "cells", "wanted"),
    [
        ("Takaran", ("63,41%", "214 keluarga", "≤ 7"), 3),
        ("Takaran", ("baik", "214 keluarga", "sedang"), None),
        ("Takaran", ("Rp 1.500.000", "Rp 2.250.000", "Rp 900.000"), None),
        ("Nilai", ("12,5", "3,25", "1,75"), None),
        ("Rujukan", ("Perda 7", "Perda 9", "tetap"), None),
        ("Uraian", ("lihat halaman 3", "lihat halaman 4", "lihat halaman 9"), None),
        ("Realisasi", ("63,41%", "214 keluarga", "≤ 7"), None),
    ],
)
def test_what_stands_beside_targets_by_aspects_is_one(last: str, cells: tuple[str, ...], wanted: int | None) -> None:
    over = "Aspek Penilaian"
    texts = [(("SASARAN",), SASARAN), (("INDIKATOR",), INDIKATOR), (("NO",), ("1", "2", "3")), ((over, last), cells)]
    texts += [((over, "Kualitas"), ("100", "100", "90")), ((over, "Waktu"), ("12 bulan", "6 bulan", "1 bulan"))]
    roles: list[Role] = ["sasaran", "indikator", "no", "others", "target", "target"]
    assert column_of_targets([SeenColumn(*one) for one in texts], roles) == wanted


@pytest.mark.parametrize(("heading", "wanted"), [("Tahun Lalu", None), ("Tahun Sebelumnya", None), ("Banyaknya", 1)])
def test_what_a_heading_calls_the_past_is_no_target(heading: str, wanted: int | None) -> None:
    rows = SeenColumn(("Indikator",), ("Cakupan", "Artikel", "Skor inovasi", "Nilai tukar"))
    units = SeenColumn(("Satuan",), ("%", "artikel", "skor", "indeks"))
    columns = [rows, SeenColumn((heading,), ("55", "1.500", "60", "baik")), units]
    assert column_of_targets(columns, ["indikator", "others", "satuan"]) == wanted
