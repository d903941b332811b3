"""Headings told from rows, and labels of a block's head by what stands beside and below them."""

from __future__ import annotations

import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines
from extract.table.meaning.evidence import SeenColumn
from extract.table.meaning.fields import FIELDS, names_office, own_titles
from extract.table.meaning.head import heading_odds
from extract.table.meaning.head_labels import HeadLabels

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


HEAD = (
    "{label} : {holder}",
    "Wilayah Kerja : {unit}",
    "Mandat : Melaksanakan urusan mutasi pegawai sesuai peraturan",
    "yang berlaku",
    "Butir Kerja :",
    "a. Penyiapan bahan mutasi;",
    "b. Penyusunan laporan;",
)


def parts(*heads: list[str]) -> dict[str, str]:
    return {key: found.part for key, found in HeadLabels(heads).parts.items()}


def head(holder: str, unit: str = "Bidang Mutasi dan Promosi", label: str = "Nomenklatur") -> list[str]:
    return [line.format(holder=holder, unit=unit, label=label) for line in HEAD]


WANTED = {"nomenklatur": "pemangku", "wilayahkerja": "identitas", "mandat": "tugas", "butirkerja": "fungsi"}


def test_the_fields_of_a_head() -> None:
    assert parts(head("Pengelola Data")) == WANTED
    assert parts(["Nomor : 800/12/2022", "Tanggal : 3 Januari 2023", "Jabatan : Kepala Bidang Mutasi"]) == {
        "nomor": "lain", "tanggal": "lain", "jabatan": "pemangku",
    }  # fmt: skip


def test_a_label_means_the_same_in_all_heads() -> None:
    # `BADAN KETAHANAN PANGAN` holds a head, though a unit: the label's other prints tell
    heads = [head("BADAN KETAHANAN PANGAN"), head("Kepala Bidang Data"), head("KEPALA SEKSI ARSIP", "Sekretariat")]
    assert parts(*heads) == WANTED


def test_a_unit_holds_a_head_where_nobody_else_does() -> None:
    assert parts(["Unit Kerja : Dinas Kesehatan", "Tugas : Melaksanakan urusan kesehatan"])["unitkerja"] == "pemangku"
    assert (
        parts([*head("Kepala Seksi Data", label="Jabatan")[:1], "Unit Kerja : Sekretariat"])["unitkerja"] == "identitas"
    )


def test_titles_that_differ_name_the_holders() -> None:
    titles = [
        ["INDIKATOR KINERJA", name, "KABUPATEN A"] for name in ("DINAS B", "DINAS C", "DINAS D", "DINAS B", "DINAS E")
    ]
    assert own_titles(titles) == [[name] for _, name, _ in titles]
    assert own_titles([["INDIKATOR KINERJA", "KEPALA BIDANG MUTASI", "KABUPATEN A"]]) == [["KEPALA BIDANG MUTASI"]]


def test_a_label_has_the_form_of_one() -> None:
    above = [
        "berlaku sesuai ketentuan: Kepala Bidang",
        "Tanggal : 3 Januari 2023",
        "2. Nomenklatur     :   Kepala Seksi Data",
    ]
    labels = HeadLabels([above])
    assert labels.formed(above[0]) is None
    assert labels.formed(above[1]) is None
    found = labels.formed(above[2])
    assert found is not None
    assert (found.part, found.printed, found.rest) == ("pemangku", "Nomenklatur", "Kepala Seksi Data")


def test_offices_and_units() -> None:
    assert names_office("KEPALA SUB BAGIAN UMUM") and names_office("Pengelola Data")
    assert not names_office("DINAS PENDIDIKAN") and not names_office("KABUPATEN MUARA RAYA")
    assert FIELDS[-1] == "lain"


def test_a_label_without_a_capital_is_one_where_the_heads_print_it_again() -> None:
    heads = [
        [f"Nm. Jabatan : Kepala Seksi {name}", f"tugas (Perbup) : Melaksanakan urusan {name} yang", "meliputi : bahan"]
        for name in ("Mutasi", "Data", "Arsip")
    ]
    heads[0][2] = "antara lain : bahan"
    labels = HeadLabels(heads)
    assert [found.part for text in heads[0] if (found := labels.formed(text))] == ["pemangku", "tugas"]
    alone = HeadLabels([heads[0], *([line for line in texts if not line.startswith("tugas")] for texts in heads[1:])])
    assert alone.formed(heads[0][1]) is None


def test_the_money_below_a_table_is_no_list_of_duties():
    """`Anggaran :` / `1. Program Dukungan Manajemen  Rp. 6.712.455.000,-`, as a court prints it below its table."""
    above = ["Anggaran :", "1. Program Dukungan Manajemen Rp. 6.712.455.000,-"]
    assert HeadLabels([above]).formed(above[0]) is None
    assert HeadLabels([["Jumlah anggaran kegiatan:", *above[1:]]]).formed("Jumlah anggaran kegiatan:") is None
    assert HeadLabels([["Rincian :", *above[1:]]]).formed("Rincian :") is not None


def test_a_number_of_thousands_of_digits_ends_nothing():
    """Python makes no number of so many."""
    texts = ["Jabatan : Kepala Seksi", "NO SASARAN INDIKATOR VOLUME", f"1 Tertibnya arsip Jumlah arsip {'9' * 5000}"]
    assert decree_of(layout_of_lines("\n".join([*texts, "2 Tertibnya data Jumlah data 12"])))


def test_a_label_with_the_word_for_a_tugas_opens_it_where_no_other_does() -> None:
    said = ("Penyiapan bahan", "Asuhan keperawatan", "Menyuluh")
    holders = ("Kepala Bidang Mutasi", "Perawat Terampil", "Penyuluh Pertanian")
    listed = ["FUNGSI : 1. pendataan organisasi", "2. deteksi dini gangguan"]
    heads = [
        [f"Nama Jab. : {holder}", "UNIT KERJA : Bidang Mutasi", *listed, f"Tugas Utama : {text}", "Tabel Kinerja :"]
        for holder, text in zip(holders, said, strict=True)
    ]
    assert parts(*heads)["tugasutama"] == "tugas"
    assert parts(*([line.replace("Tugas Utama", "Wilayah") for line in own] for own in heads))["wilayah"] != "tugas"
