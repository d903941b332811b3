"""Labels of a head that count and have no colons (`1. JABATAN` / `Kepala Bidang` / `2. TUGAS`)."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.read.text import layout_of_lines
from schemas.decree import Block

HEAD = [
    "1. JABATAN",
    "   Kepala Bidang Persampahan",
    "2. TUGAS",
    "   Membantu Kepala Dinas dalam mengelola sampah.",
    "3. FUNGSI",
    "   1) perumusan kebijakan teknis;",
    "   2) pengawasan tempat pemrosesan akhir",
    "4. TABEL IKU",
]


def _block(head: list[str]) -> Block:
    doc = Cetak()
    doc.page()
    doc.text(300, 40, "INDIKATOR KINERJA UTAMA")
    for number, line in enumerate(head):
        doc.text(40, 60 + 14 * number, line)
    table = Tabel(doc, [40, 210, 210, 80], ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"], top=200)
    table.build([["1", "Berkurangnya sampah", "Jumlah bank sampah", "38 unit"]])
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    return block


def test_labels_that_count_have_their_values_below() -> None:
    block = _block(HEAD)
    assert block.tugas is not None
    assert block.jabatan.as_printed == "Kepala Bidang Persampahan"
    assert block.tugas.as_printed == "Membantu Kepala Dinas dalam mengelola sampah."
    # the last point heads the table
    assert [item.text.as_printed for item in block.fungsi] == [line[6:] for line in HEAD[5:7]]


@pytest.mark.parametrize("line", ["7. TUGAS", "TUGAS"])
def test_labels_that_do_not_count_are_none(line: str) -> None:
    block = _block([HEAD[0], "   Persampahan", line, *HEAD[3:]])
    assert (block.label, block.jabatan.as_printed) == ("", "Persampahan")
    assert "1. JABATAN" in [title.as_printed for title in block.judul]


def test_a_label_alone_is_borne_out_by_what_stands_below_it() -> None:
    block = _block([HEAD[0], HEAD[1], "TUGAS", *HEAD[3:]])
    assert block.tugas is not None
    assert (block.jabatan.as_printed, block.tugas.as_printed) == ("Kepala Bidang Persampahan", HEAD[3].strip())


def test_an_item_that_counts_as_the_head_does_stays_one() -> None:
    items = ["   1. perumusan kebijakan teknis;", "   2. pengawasan", "   3. pembinaan", "4. evaluasi program"]
    block = _block([*HEAD[:5], *items])
    assert [item.no for item in block.fungsi] == ["1", "2", "3", "4"]


_NUMBERED = """INDIKATOR KINERJA INDIVIDU
1   Jabatan : Kepala Bidang Mutasi
2   Tugas : Melaksanakan urusan mutasi pegawai
3   Fungsi : a. penyusunan rencana;
    b. pelaporan.
"""
_LISTED = """INDIKATOR KINERJA INDIVIDU
Jabatan : Kepala Bidang Mutasi
Tugas : Melaksanakan urusan mutasi pegawai
Fungsi :
1   Penyusunan Rencana : program dan kegiatan;
2   Unit Kerja : pembinaan seluruh unit;
3   Pelaporan Kegiatan : bulanan dan tahunan.
"""
_TABLE = """
No   Sasaran                     Indikator Kinerja                  Target
1    Tertibnya arsip             Persentase arsip tertib            90%
2    Tersedianya data            Jumlah data                        12 laporan
"""


@pytest.mark.parametrize(
    ("head", "fungsi"),
    [
        (_NUMBERED, ["penyusunan rencana;", "pelaporan."]),
        (_LISTED, [line[4:] for line in _LISTED.splitlines()[4:]]),
    ],
)
def test_a_number_without_a_point_counts_labels_or_items(head: str, fungsi: list[str]) -> None:
    (block,) = decree_of(layout_of_lines(head + _TABLE)).decree.blocks
    assert block.jabatan.as_printed == "Kepala Bidang Mutasi"
    assert [item.text.as_printed for item in block.fungsi] == fungsi


def test_a_row_that_begins_like_a_label_is_one() -> None:
    """In one column, its number before three blanks: it opens no head."""
    rows = ["NO SASARAN INDIKATOR KINERJA TARGET", "1   Tertibnya arsip Persentase arsip tertib 90%"]
    rows += ["2   Unit Kerja : tertib Persentase unit kerja tertib 80%", "3   Tersedianya data Jumlah data 4 laporan"]
    heads = [f"MATRIKS CAPAIAN\nJabatan : {office}\n" for office in ("Kepala Bidang Mutasi", "Arsiparis", "Sekretaris")]
    blocks = decree_of(layout_of_lines("".join(head + "\n".join([*rows, ""]) for head in heads))).decree.blocks
    assert [len(block.rows) for block in blocks] == [3, 3, 3]


LETTERED = ["a. Tugas", "   Membantu Kepala Dinas dalam mengelola sampah.", "b. Fungsi"]


@pytest.mark.parametrize("items", [["1) perumusan kebijakan teknis;", "2) pengawasan pembuangan."], ["- pengawasan;"]])
@pytest.mark.parametrize("point", ["c. Indikator Kinerja", "c. Sasaran dan Indikator"])
def test_a_lettered_point_below_lettered_labels_is_no_item(items: list[str], point: str) -> None:
    above = ["a. bahwa perlu ditetapkan;", "b. bahwa menetapkan keputusan;", "Jabatan : Kepala Bidang Persampahan"]
    block = _block([*above, *LETTERED, *items, point])
    assert [f"{item.no}" for item in block.fungsi] == [str(n) if "1)" in items[0] else "None" for n in range(1, 3)][
        : len(items)
    ]
    assert not any("Indikator" in item.text.as_printed for item in block.fungsi)


def test_a_lettered_point_counts_on_the_items_of_a_lettered_list() -> None:
    head = ["Jabatan : Kepala Bidang Persampahan", "Fungsi :", "a. perumusan kebijakan", "b. pengawasan pembuangan"]
    block = _block([*head, "c. Pelaporan Kinerja"])
    assert [item.text.as_printed for item in block.fungsi][-1] == "Pelaporan Kinerja"
