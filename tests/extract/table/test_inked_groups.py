"""Group rows, broken labels and headings with column numbers among their words in column-aligned text."""

from __future__ import annotations

import pytest

from extract.door import decree_of
from extract.read.column_numbers import without_column_numbers
from extract.read.text import layout_of_lines
from extract.table.drawn.heading import DrawnColumn, HeadingBand
from extract.table.drawn.printed_again import is_printed_again
from extract.table.inked.areas import Area
from extract.table.inked.grown import grown
from extract.table.inked.ink import inked_pages
from extract.table.inked.line_forms import is_label
from schemas.decree import Block

_HEAD = """\
NAMA PEMANGKU DALAM    :   Kepala Bidang Mutasi dan
ORGANISASI                 Promosi
Uraian Fungsi :
  a. Penyusunan rencana kerja;
  b. Penyiapan laporan.
"""
_HEADING = """\
 NO   HASIL YANG          PENGUKUR             BESARAN      PENYEDIA
      DIHARAPKAN          CAPAIAN              SASARAN      INFORMASI
"""
_ROW = """\
 {n}    {first:<19} Jumlah data pegawai  {n} dokumen    Sub Bagian Umum
      data pegawai        yang terkelola                    dan Kepegawaian
"""
_GROUPS = "PILAR {n} : Mewujudkan aparatur yang profesional\n"


def _blocks(text: str) -> list[Block]:
    return list(decree_of(layout_of_lines(text)).decree.blocks)


def _rows(*numbers: int) -> str:
    words = ("Terkelolanya", "Tersedianya", "Tersusunnya", "Terlaksananya")
    return "".join(_ROW.format(n=n, first=words[n % 4]) for n in numbers)


def test_a_group_row_above_the_first_row_of_a_table_without_a_heading_is_known_by_the_others() -> None:
    first = _HEAD + _HEADING + _GROUPS.format(n=1) + _rows(1, 2) + _GROUPS.format(n=2) + _rows(3)
    second = _HEAD.replace("Mutasi", "Data") + _GROUPS.format(n=1) + _rows(1, 2)
    one, two = _blocks(first + "\n" + second)
    assert [row.group for row in one.rows] == [_GROUPS.format(n=n).strip() for n in (1, 1, 2)]
    assert [row.group for row in two.rows] == [_GROUPS.format(n=1).strip()] * 2
    assert [item.text.as_printed for item in two.fungsi] == ["Penyusunan rencana kerja;", "Penyiapan laporan."]


def test_a_group_row_at_the_foot_of_a_page_is_that_of_the_rows_on_the_next_one() -> None:
    text = _HEAD + _HEADING + "A. BIDANG MUTASI DAN PROMOSI\n" + _rows(1, 2) + "B. BIDANG DATA DAN INFORMASI\n"
    (block,) = _blocks(f"{text}\f{_HEADING}{_rows(3, 4)}C. BIDANG KEUANGAN\n{_rows(5)}")
    assert [(row.cells["no"].text.as_printed, row.group) for row in block.rows] == [
        ("1", "A. BIDANG MUTASI DAN PROMOSI"),
        ("2", "A. BIDANG MUTASI DAN PROMOSI"),
        ("3", "B. BIDANG DATA DAN INFORMASI"),
        ("4", "B. BIDANG DATA DAN INFORMASI"),
        ("5", "C. BIDANG KEUANGAN"),
    ]


def test_a_label_that_is_broken_beside_its_value_is_whole() -> None:
    (block,) = _blocks(_HEAD + _HEADING + _rows(1, 2))
    assert block.jabatan.as_printed == "Kepala Bidang Mutasi dan Promosi"


def test_the_rest_of_a_label_beside_a_value_of_one_line_is_known_by_the_others() -> None:
    alone = _HEAD.replace("Kepala Bidang Mutasi dan", "Pengelola Data").replace(
        "ORGANISASI                 Promosi", "ORGANISASI"
    )
    one, two = _blocks(_HEAD + _HEADING + _rows(1, 2) + "\n" + alone + _rows(1, 2))
    assert (one.jabatan.as_printed, two.jabatan.as_printed) == ("Kepala Bidang Mutasi dan Promosi", "Pengelola Data")


def test_a_line_below_a_label_that_none_breaks_elsewhere_stays() -> None:
    (block,) = _blocks("Jabatan   :   Pengelola Data\nKepegawaian\nTugas : Melakukan\n" + _HEADING + _rows(1, 2))
    assert block.jabatan.as_printed == "Pengelola Data Kepegawaian"


def test_column_numbers_are_taken_out_of_a_heading_where_each_column_has_its_own() -> None:
    assert without_column_numbers([("No", "a"), ("Sasaran b", "Program"), ("Target (c)",)]) == [
        ("No",),
        ("Sasaran", "Program"),
        ("Target",),
    ]
    names = [("No",), ("Target 2",), ("Sumber",)]
    assert without_column_numbers(names) == names


def _band(*texts: str) -> HeadingBand:
    columns = [DrawnColumn(text, "others", 60.0 * k, 60.0 * k + 60) for k, text in enumerate(texts)]
    return HeadingBand(0, 0, 1, columns)


def test_a_heading_of_which_half_says_the_same_and_nothing_says_else_is_printed_again() -> None:
    first = _band("NO", "HASIL YANG DIHARAPKAN", "TARGET 2021", "TARGET 2022")
    assert is_printed_again(_band("NO", "HASIL YANG", "TARGET 2021", "2022"), first)
    assert not is_printed_again(_band("NO", "HASIL YANG", "2021", "2022"), first)
    assert not is_printed_again(_band("NO", "PENGUKUR", "TARGET 2021", "TARGET 2022"), first)


def test_the_rest_of_a_label_may_take_several_lines() -> None:
    head = """\
NAMA JABATAN STRUKTURAL    :   Kepala Bidang
ATAU                           Mutasi dan
FUNGSIONAL                     Promosi
"""
    (block,) = _blocks(head + _HEAD[_HEAD.index("Uraian") :] + _HEADING + _rows(1, 2))
    assert block.jabatan.as_printed == "Kepala Bidang Mutasi dan Promosi"


@pytest.mark.parametrize(
    "form", ["MISI {} - Mewujudkan aparatur yang baik", "Perspektif {} (Meningkatkan mutu layanan)"]
)
def test_group_rows_may_count_with_a_dash_or_before_brackets(form: str) -> None:
    groups = [form.format(n) for n in ("I", "II")]
    first = _HEAD + _HEADING + f"{groups[0]}\n" + _rows(1, 2) + f"{groups[1]}\n" + _rows(3)
    _, two = _blocks(first + "\n" + _HEAD.replace("Mutasi", "Data") + f"{groups[0]}\n" + _rows(1, 2))
    assert [row.group for row in two.rows] == [groups[0]] * 2
    assert [item.text.as_printed for item in two.fungsi] == ["Penyusunan rencana kerja;", "Penyiapan laporan."]


_TABLE = """\
                                TARGET
 NO   SASARAN      PENGUKUR     RENCANA      INFORMASI
 1    Mutu         Jumlah       12 buah      Bidang
 2    Nilai        Indeks       13 buah      Bidang
"""


@pytest.mark.parametrize(("white", "more"), [("\n", 1), ("\n\n\n", 0)])
def test_the_line_over_a_heading_that_other_tables_have_there_is_no_end_of_the_list_above(
    white: str, more: int
) -> None:
    third = _TABLE.replace("\n", white, 1)
    (page,) = inked_pages(layout_of_lines("Jabatan : Analis\n".join((_TABLE, _TABLE, third))).lines)
    areas = [Area(tuple(page[first:stop]), (4, 17, 29, 42)) for first, stop in ((0, 4), (5, 9), (11, 14))]
    assert [len(area.lines) for area in grown(areas, [page])] == [4, 4, 3 + more]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        (" NO:        INDIVIDU YANG", False),
        ("Nomor :     800/12/2022", True),
        ("NOMOR:      800/12/2022", True),
        ("Jabatan:    Kepala Bidang", True),
    ],
)
def test_the_numbers_column_of_a_heading_with_a_colon_is_no_label(line: str, label: bool) -> None:
    (page,) = inked_pages(layout_of_lines(line).lines)
    assert is_label(page[0], 0) is label


_STAMPED = """\
 NO   SASARAN KINERJA      INDIKATOR            FORMULA               TARGET

  1   Tertibnya arsip      Persentase arsip     Arsip yang ditata     80 %
                           yang ditata          dibagi seluruh

  2   Terlayaninya surat   Lama surat dibalas   Jumlah hari sejak     3 hari
                           menurut catatan      diterima{stamp}
                           Tata Usaha           sampai dibalas

  3   Tersedianya data     Data yang diisi      Data terisi           12 data
                           tiap bulan           dibagi wajib

  4   Terlaksananya apel   Kehadiran apel       Pegawai hadir         95 %
                           pagi                 dibagi semua
"""


def test_white_that_a_stamp_left_within_a_row_parts_it_not() -> None:
    """`Persentase ... Perjanjian` / stamp / `Bersama (PB)`: the white above a stamp is none of the rows'."""
    stamp = "\n" * 5 + " " * 20 + "SALINAN"
    head = "Nama Jabatan : Kepala Seksi {}\nTugas : Melaksanakan pelayanan\nFungsi :\n  a. pelaporan;\n  b. penataan.\n"
    text = "\f".join(head.format(name) + _STAMPED.format(stamp=stamp) for name in ("Arsip", "Surat", "Data"))
    for block in _blocks(text):
        assert [row.cells["no"].text.as_printed for row in block.rows] == ["1", "2", "3", "4"]
        assert block.rows[1].cells["indikator"].text.as_printed == "Lama surat dibalas menurut catatan Tata Usaha"


def test_a_group_in_capitals_may_be_counted_as_rows_are() -> None:
    """`2. BIDANG KEPEGAWAIAN`, from the edge of the numbers to behind the sasaran."""
    groups = "1. BIDANG MUTASI DAN PROMOSI PEGAWAI\n", "2. BIDANG DATA DAN INFORMASI PEGAWAI\n"
    (block,) = _blocks(_HEAD + _HEADING + groups[0] + _rows(1, 2) + groups[1] + _rows(3))
    assert [row.group for row in block.rows] == [groups[0].strip()] * 2 + [groups[1].strip()]
