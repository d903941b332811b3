"""Labels of a head in two columns, over their values, or parted from them by white alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak, Tabel

from extract.decree.label_columns import labels_in_turn
from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.read.piece import Piece
from extract.read.text import layout_of_lines
from schemas.decree import Block

OFFICE, TUGAS = "Kepala Seksi Mutasi", "Mengelola mutasi"


def in_turn(text: str) -> list[str]:
    rows = [Piece(line.text, line, rank) for rank, line in enumerate(layout_of_lines(text).lines)]
    found, positions = labels_in_turn(rows, range(len(rows)))
    assert [row.rank for row in found if isinstance(row, Piece)] == list(range(len(found)))
    assert len(positions) == len(found)
    return [row.text for row in found if isinstance(row, Piece)]


def block(lines: Sequence[Sequence[tuple[float, str]]], title: str = "INDIKATOR KINERJA INDIVIDU") -> Block:
    """The block of a page with a title and such lines (left edge and text of each part) above its table."""
    doc = Cetak()
    doc.page()
    doc.text(60, 40, title)
    for number, parts in enumerate(lines):
        for x, text in parts:
            doc.text(x, 60 + 14 * number, text)
    heads = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
    Tabel(doc, [30, 250, 250, 100], heads, top=200).build([["1", "Meningkatnya mutu", "Nilai SAKIP", "BB"]])
    (found,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    return found


def held(found: Block) -> tuple[str, str, list[str]]:
    tugas = found.tugas.as_printed if found.tugas else ""
    return found.jabatan.as_printed, tugas, [item.text.as_printed for item in found.fungsi]


def test_two_labels_on_a_line_are_read_column_by_column() -> None:
    """A value that was wrapped (`Kepala Badan` / `Kepegawaian`) stays in its column, also a label."""
    text = (
        f"Jabatan      : {OFFICE}          Atasan       : Kepala Badan\n"
        "                                             Langsung       Kepegawaian\n"
        "Unit Kerja   : Bidang Mutasi                 Tahun        : 2025\n"
        "Tugas        : Mengelola mutasi pegawai dan menyusun laporannya"
    )
    assert in_turn(text) == [
        f"Jabatan      : {OFFICE}",
        "Unit Kerja   : Bidang Mutasi",
        "Atasan       : Kepala Badan",
        "Langsung       Kepegawaian",
        "Tahun        : 2025",
        "Tugas        : Mengelola mutasi pegawai dan menyusun laporannya",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Pukul : 09.00          Tempat : Aula",  # no label of a head
        "Jabatan : Kepala Seksi Mutasi : Bidang",  # nothing stands apart
        "Tugas        Mengelola mutasi",  # one label alone
    ],
)
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert in_turn(line) == [line]


def test_three_labels_on_a_line() -> None:
    assert in_turn("Jabatan : Camat     Unit Kerja : Kecamatan     Tugas : Memimpin") == [
        "Jabatan : Camat",
        "Unit Kerja : Kecamatan",
        "Tugas : Memimpin",
    ]


def test_the_holder_beside_another_office() -> None:
    lines = [
        [(60, "Jabatan"), (140, f": {OFFICE}"), (440, "Jabatan Atasan"), (560, ": Kepala Badan")],
        [(60, "Unit Kerja"), (140, ": Bidang Mutasi"), (440, "Tahun"), (560, ": 2025")],
    ]
    assert held(block(lines)) == (OFFICE, "", [])


def test_labels_side_by_side_over_their_values() -> None:
    """The first line of the tugas fills its column, the last one stands alone."""
    lines = [
        [(60, "Tugas"), (300, "Fungsi")],
        [(60, "Mengelola mutasi pegawai, pensiun dan ban"), (300, "a. penyusunan rencana;")],
        [(60, "tuan bagi pegawai di lingkungan kota"), (300, "b. pelaporan.")],
        [(60, "serta menyusun laporannya.")],
    ]
    found = held(block([[(60, f"Jabatan : {OFFICE}")], [], *lines]))
    assert found[0] == OFFICE
    assert found[1].endswith("serta menyusun laporannya.")
    assert found[2] == ["penyusunan rencana;", "pelaporan."]


@pytest.mark.parametrize("numbers", [False, True])
def test_white_alone_parts_labels_from_their_values(numbers: bool) -> None:
    labels = [("Jabatan", OFFICE), ("Bagian/Seksi", "Seksi Mutasi"), ("Tugas", TUGAS), ("Fungsi", "a. pelaporan;")]
    lines = [
        [*([(60, f"{number}.")] if numbers else []), (80, label), (200, value)]
        for number, (label, value) in enumerate(labels, 1)
    ]
    assert held(block([*lines, [(200, "b. pembinaan.")]])) == (OFFICE, TUGAS, ["pelaporan;", "pembinaan."])


def test_white_behind_one_label_tells_nothing() -> None:
    text = "Tugas             Mengelola mutasi\nUraian lain       Kepala Bidang"
    assert in_turn(text) == text.split("\n")


def test_a_third_line_of_a_left_value_with_nothing_beside_it() -> None:
    lines = [
        "Jabatan    : Kepala Bidang      Pangkat    : Pembina",
        "             Mutasi dan         Golongan   : IV/a",
        "             Promosi",
        "Tugas      : Mengelola mutasi",
    ]
    found = [" ".join(line.split()) for line in in_turn("\n".join(lines))]
    assert found[:3] == ["Jabatan : Kepala Bidang", "Mutasi dan", "Promosi"]
    read = block(
        [
            [(60, "Jabatan : Kepala Bidang"), (300, "Pangkat : Pembina")],
            [(114, "Mutasi dan"), (300, "Golongan : IV/a")],
            [(114, "Promosi")],
            [(60, "Tugas : Mengelola mutasi")],
        ]
    )
    assert read.jabatan.as_printed == "Kepala Bidang Mutasi dan Promosi"


def test_a_right_label_that_nobody_knows_ends_the_left_column() -> None:
    read = block(
        [
            [(60, "Jabatan : Camat"), (300, "Pimpinan : Bupati")],
            [(60, "Tugas : Memimpin kecamatan"), (300, "Tempat : Kecamatan")],
            [(60, "Fungsi : a. pembinaan")],
        ]
    )
    assert read.jabatan.as_printed == "Camat"
    assert read.tugas is not None and read.tugas.as_printed == "Memimpin kecamatan"
    assert [item.text.as_printed for item in read.fungsi] == ["pembinaan"]
