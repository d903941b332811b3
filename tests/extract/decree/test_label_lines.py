"""Labels of heads in texts that stand on several lines above their values (`extract.decree.label_lines`)."""

import pytest

from extract.decree.label_lines import labels_joined
from extract.decree.sections import sections_of
from extract.read.piece import Piece
from schemas.layout import Line

Head = tuple[str, ...]
TABLE = ["No. Sasaran Indikator Kinerja Target", "1. Tertibnya arsip Jumlah arsip 12 dokumen"]


def rows_of(*texts: str) -> list[Piece]:
    return [Piece(text, Line(text, number), number - 1) for number, text in enumerate(texts, 1)]


def joined(*texts: str) -> list[str]:
    rows = rows_of(*texts)
    found, positions = labels_joined(rows, range(len(rows)))
    assert "".join(row.text for row in found).replace(" ", "") == "".join(texts).replace(" ", "")
    assert positions == sorted(set(positions)) and len(positions) == len(found)
    return [row.text for row in found if " : " in row.text]


@pytest.mark.parametrize(
    "label",
    [
        ("1. Jabatan", "Struktural/Pelaksana"),
        ("3. Uraian Pokok (Perbup", "SOTK)"),
        ("Fungsi yang", "Diselenggarakan"),
        ("b. Ringkasan", "Tugas yang", "Diemban"),
        ("Nomenklatur",),  # no label that the vocabulary knows
    ],
)
def test_lines_that_heads_print_again_above_other_values_are_a_label(label: Head) -> None:
    told = joined("dan arsip", *label, ": Kepala Seksi", "Umum", *TABLE, "12 bulan", *label, ": Sekretaris", "Camat")
    assert told == [f"{' '.join(label)} : Kepala Seksi", f"{' '.join(label)} : Sekretaris"]


@pytest.mark.parametrize(
    "texts",
    [
        ("1. Jabatan", "Pelaksana", ": Kepala Seksi"),  # printed once
        ("Realisasi", "belanja", ": pagu", "Realisasi", "belanja", ": pagu"),  # cells: the value is the same
        ("Jabatan", ": Camat", "Jabatan", ": Lurah"),  # a label that is known alone
        ("Nama", "Golongan", ": Siti", ": III/a", "Nama", "Golongan", ": Budi", ": III/b"),  # two labels
        ("capaian 2021", ": 2022", "capaian 2021", ": 2023"),
        ("berikut.", ": satu", "berikut.", ": dua"),
    ],
)
def test_other_lines_above_a_colon_are_none(texts: Head) -> None:
    assert joined(*texts) == []


def test_a_title_above_the_first_label_is_no_part_of_it() -> None:
    label = ("RENCANA AKSI", "Jabatan", "Pelaksana")
    assert joined(*label, ": Kepala Seksi", *label, ": Sekretaris") == [
        "Jabatan Pelaksana : Kepala Seksi", "Jabatan Pelaksana : Sekretaris"
    ]  # fmt: skip


def test_the_end_of_the_value_above_is_no_part_of_a_known_label() -> None:
    texts = [
        line
        for office, duty in (("Kepala Seksi Data", "Menyusun data"), ("Kepala Seksi Arsip", "Mengelola arsip"))
        for line in ("Jabatan", f": {office}", "Kabupaten Bima", "Tugas", f": {duty}")
    ]
    assert joined(*texts) == []


def test_the_label_opens_its_part_and_ends_the_list_above_it() -> None:
    blocks = [
        ("Kepala Seksi Arsip", "Mengelola arsip kecamatan"),
        ("Sekretaris Camat", "Membantu Camat mengelola kepegawaian"),
    ]
    texts = [
        line
        for office, duty in blocks
        for line in (
            "1. Jabatan", "Struktural/Pelaksana", f": {office}", "2. Fungsi : a. penyusunan data;", "b. pelaporan.",
            "3. Tugas Pokok (Perbup", "SOTK)", f": {duty}", *TABLE,
        )
    ]  # fmt: skip
    sections = sections_of([Line(text, number) for number, text in enumerate(texts, 1)]).sections
    said = [(one.part, " ".join(piece.text for piece in one.pieces)) for one in sections if one.part != "tabel"]
    assert said == [
        part
        for office, duty in blocks
        for part in (("pemangku", office), ("fungsi", "a. penyusunan data; b. pelaporan."), ("tugas", duty))
    ]
