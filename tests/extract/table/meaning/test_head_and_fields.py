"""Headings told from rows, and labels of a block's head by what stands beside and below them."""

from __future__ import annotations

import pytest

from extract.table.meaning.evidence import SeenColumn
from extract.table.meaning.fields import FIELDS, SeenField, field_of, formed_label, names_office
from extract.table.meaning.head import heading_odds

BODY = (
    ("1", "Meningkatnya mutu", "Jumlah dokumen mutu", "12 dokumen"),
    ("2", "Terwujudnya tertib", "Persentase arsip yang tertata", "80 %"),
)


def under(heading: tuple[str, ...], rows: tuple[tuple[str, ...], ...] = BODY) -> list[SeenColumn]:
    return [
        SeenColumn((text,) if text else (), cells) for text, cells in zip(heading, zip(*rows, strict=True), strict=True)
    ]


@pytest.mark.parametrize(
    "heading",
    [
        ("NO", "SASARAN", "INDIKATOR", "TARGET"),
        ("No. Urut", "Kinerja yang Diharapkan", "Tolok Ukur", "Rencana Capaian"),
        ("URUT", "OUTCOME", "ALAT UKUR", "BESARAN"),
    ],
)
def test_headings(heading: tuple[str, ...]) -> None:
    assert heading_odds(under(heading)) > 0


@pytest.mark.parametrize("band", [BODY[0], ("(1)", "(2)", "(3)", "(4)"), ("MISI 1 : Mewujudkan aparatur", "", "", "")])
def test_what_is_no_heading(band: tuple[str, ...]) -> None:
    assert heading_odds(under(band)) < 0


@pytest.mark.parametrize(
    ("label", "value", "below", "part"),
    [
        ("Jabatan", "Kepala Bidang Mutasi", (), "pemangku"),
        ("Nomenklatur", "Pengelola Data", ("Mandat : Melaksanakan pengelolaan data",), "pemangku"),
        ("Wilayah Kerja", "Bidang Mutasi dan Promosi", ("Mandat : Melaksanakan urusan",), "identitas"),
        ("Mandat", "Melaksanakan urusan mutasi pegawai sesuai peraturan", ("yang berlaku",), "tugas"),
        ("Butir Kerja", "", ("a. Penyiapan bahan mutasi;", "b. Penyusunan laporan;"), "fungsi"),
        ("Nomor", "800/12/2022", (), "lain"),
    ],
)
def test_fields(label: str, value: str, below: tuple[str, ...], part: str) -> None:
    found, sure = field_of(SeenField(label, value, below))
    assert (found, sure > 0.5) == (part, True)


def test_a_label_has_the_form_of_one() -> None:
    assert formed_label(["berlaku sesuai ketentuan: Kepala Bidang"], 0) is None
    assert formed_label(["Tanggal : 3 Januari 2023"], 0) is None
    found = formed_label(["2. Nomenklatur     :   Kepala Seksi Data"], 0)
    assert found is not None
    assert (found.part, found.printed, found.rest) == ("pemangku", "Nomenklatur", "Kepala Seksi Data")


def test_offices_and_units() -> None:
    assert names_office("KEPALA SUB BAGIAN UMUM") and names_office("Pengelola Data")
    assert not names_office("DINAS PENDIDIKAN") and not names_office("KABUPATEN MUARA RAYA")
    assert FIELDS[-1] == "lain"
