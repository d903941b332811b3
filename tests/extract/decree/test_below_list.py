"""What stands between a list of fungsi and a table without lines and heading: captions, group rows, anything else."""

from __future__ import annotations

import pytest
from cetak import Cetak

from extract.door import ExtractedDecree, decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.read.text import layout_of_lines

XS = (77, 260, 430, 520, 690)
HEADING = ("SASARAN KINERJA", "INDIKATOR KINERJA", "TARGET", "FORMULASI", "SUMBER DATA")
LISTS = [("penyusunan kebijakan", "fasilitasi inovasi"), ("pembinaan BUMD", "koordinasi pengelolaan SDA")]
ROWS = [
    [
        ("Meningkatnya daya saing inovasi", "Indeks inovasi daerah", "62,40", "Hasil penilaian", "Kemendagri"),
        ("Terwujudnya tertib arsip", "Persentase arsip tertata", "80 %", "Arsip tertata", "Register"),
    ],
    [
        ("Terkendalinya inflasi daerah", "Tingkat inflasi", "3 %", "Perubahan IHK", "BPS"),
        ("Meningkatnya kinerja BUMD", "BUMD berkinerja sehat", "3 BUMD", "Jumlah BUMD sehat", "LHP"),
    ],
]
GROUP = "TUJUAN 1 : Mewujudkan aparatur daerah yang profesional dan bersih"


def _decree(caption: str, group: str, labels: str = "ABC", signs: str = "12", end: str = ".") -> ExtractedDecree:
    """Two positions, the heading above the rows of the first one only."""
    doc = Cetak()
    for at, (items, rows) in enumerate(zip(LISTS, ROWS, strict=True)):
        doc.page()
        doc.text(300, 40, "INDIKATOR KINERJA INDIVIDU")
        heads = ["Nama Jabatan", "Tugas Pokok", "Fungsi"]
        for k, (label, value) in enumerate(zip(heads, ["KEPALA BIDANG RISET", "Membantu Bupati", ""], strict=True)):
            doc.text(71, 80 + 13 * k, f"{labels[k]}. {label}" if labels else label)
            doc.text(170, 80 + 13 * k, f": {value}")
        for k, item in enumerate(items):
            doc.text(183, 106 + 13 * k, f"{signs[k]}) {item}{end if k else ';'}")
        doc.text(71, 132, caption)
        y = 154
        for cells in [*([HEADING] if not at else []), (group,), *rows]:
            for x, cell in zip(XS, cells, strict=False):
                doc.text(x, y, cell)
            y += 21 if any(cells) else 0
    return decree_of(layout_of_pdf(doc.save(), PdfOptions()))


def _fungsi(decree: ExtractedDecree) -> list[tuple[str, ...]]:
    return [tuple(item.text.as_printed.rstrip(";.") for item in block.fungsi) for block in decree.decree.blocks]


@pytest.mark.parametrize(
    ("caption", "group", "labels", "signs", "end"),
    [
        ("Indikator Kinerja :", GROUP, "ABC", "12", "."),
        ("Daftar Indikator :", GROUP, "", "12", ""),
        ("D. Indikator Kinerja :", "Sasaran Strategis 1: Mewujudkan aparatur yang profesional", "ABC", "ab", "."),
        ("", "MISI KE-1 Mewujudkan aparatur daerah yang profesional dan bersih", "123", "ab", "."),
        ("4. Indikator Kinerja :", "", "123", "12", ""),
        ("Dengan rincian sebagai berikut :", GROUP, "ABC", "12", "."),
    ],
)
def test_a_caption_ends_the_list_and_a_group_row_is_the_table_s(
    caption: str, group: str, labels: str, signs: str, end: str
) -> None:
    decree = _decree(caption, group, labels, signs, end)
    assert _fungsi(decree) == LISTS
    assert [[row.group for row in block.rows] for block in decree.decree.blocks] == [[group or None] * 2] * 2
    assert not decree.findings


@pytest.mark.parametrize("caption", ["Indikator Kinerja :", ""])
def test_what_nobody_knows_where_labels_stand_is_no_fungsi_and_told(caption: str) -> None:
    decree = _decree(caption, "Bidang Sumber Daya Alam dan Perekonomian Daerah")
    assert _fungsi(decree) == LISTS
    assert "teks-tak-terbaca" in [finding.code for finding in decree.findings]


def test_a_long_caption_that_counts_its_table_is_none_of_its_rows() -> None:
    caption = "Tabel 1. Indikator Kinerja Kepala Bidang dan seluruh pejabat di bawahnya"
    decree = _decree(caption, "")
    assert _fungsi(decree) == LISTS
    assert [len(block.rows) for block in decree.decree.blocks] == [2, 2]


_TEXT_HEAD = """\
Nama Jabatan                       :                          KEPALA BIDANG RISET
Tugas Pokok                        :                          Membantu Bupati di bidang riset
Fungsi                             :                          a. penyusunan kebijakan
                                                              b. fasilitasi inovasi{end}
"""
_TEXT_ROWS = """\
 SASARAN KINERJA              INDIKATOR KINERJA           TARGET       FORMULASI          SUMBER DATA
 Meningkatnya daya saing      Indeks inovasi daerah       62,40        Hasil penilaian    Kemendagri
 inovasi
 Terwujudnya tertib arsip     Persentase arsip tertata    80 %         Arsip tertata      Register
 Terkendalinya inflasi        Tingkat inflasi             3 %          Perubahan IHK      BPS
"""


@pytest.mark.parametrize(
    ("below", "end"),
    [
        (" PILAR KE 1 - Mewujudkan aparatur daerah yang profesional\n\n", ""),
        (" Meningkatnya layanan         Indeks layanan              75           Hasil survei       Kemenpan\n\f", "."),
        ("  NO.\n ITEM\n   1.\n\n", ""),
        (" Bidang Sumber Daya Alam\n\n", "."),
    ],
)
def test_in_a_text_what_stands_where_labels_do_below_white_is_no_item(below: str, end: str) -> None:
    """`b. fasilitasi inovasi` took the group row, the row that a page ends with, or a torn heading with it."""
    (block,) = decree_of(layout_of_lines(_TEXT_HEAD.format(end=end) + "\n" + below + _TEXT_ROWS)).decree.blocks
    assert [item.text.as_printed for item in block.fungsi] == ["penyusunan kebijakan", f"fasilitasi inovasi{end}"]


def test_in_a_text_an_item_goes_on_at_the_margin_right_below_and_within_its_column_below_white() -> None:
    items = "b. fasilitasi inovasi\n\n" + " " * 65 + "di daerah tertinggal.\n"
    text = _TEXT_HEAD.format(end="").replace("b. fasilitasi inovasi\n", items) + "\n" + _TEXT_ROWS
    (block,) = decree_of(layout_of_lines(text)).decree.blocks
    assert block.fungsi[-1].text.as_printed == "fasilitasi inovasi di daerah tertinggal."


def test_a_value_goes_on_below_white_where_lines_have_lost_their_place() -> None:
    """Of what an extractor prints without places all lines but the label's own begin at the margin."""
    rest = "meliputi pengelolaan perpustakaan"
    lines = [
        "INDIKATOR KINERJA INDIVIDU",
        "Jabatan : Pustakawan",
        "Rumusan Tugas : Melaksanakan kegiatan yang",
        "",
        rest,
    ]
    lines += ["Fungsi : 1. Melakukan seleksi bahan pustaka;", "2. Menyusun laporan.", "NO SASARAN INDIKATOR TARGET"]
    lines += ["1 Meningkatnya layanan Jumlah layanan 12 dokumen", "2 Terwujudnya arsip Persentase arsip 80 %"]
    (block,) = decree_of(layout_of_lines("\n".join(lines))).decree.blocks
    assert block.tugas and block.tugas.as_printed == f"Melaksanakan kegiatan yang {rest}"
