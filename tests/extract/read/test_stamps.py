"""Stamps in a text: lines of their own far below the line above, once on most pages."""

from __future__ import annotations

from extract.door import decree_of
from extract.read.text import layout_of_lines

_PAGE = """\
Fungsi :
   a. Penyusunan rencana kerja



          {stamp}
      dan anggaran;
   b. Penyiapan laporan {number}.
"""


def _text(stamp: str, pages: int = 2) -> str:
    return "\f".join(_PAGE.format(stamp=stamp, number=number) for number in range(pages))


def test_a_stamp_on_each_page_is_kept_aside_with_its_line() -> None:
    layout = layout_of_lines(_text("SALINAN"))
    assert [overlay.text for overlay in layout.overlays] == ["SALINAN", "SALINAN"]
    places = [overlay.page.place_of(overlay.box) for overlay in layout.overlays]
    assert [(place.page, place.lines) for place in places] == [(1, (6, 6)), (2, (14, 14))]


def test_the_white_above_a_stamp_is_gone_and_lines_keep_their_numbers() -> None:
    lines = layout_of_lines(_text("DRAF")).lines
    first = [(line.number, line.text.strip()) for line in lines if line.page == 1 and line.text.strip()]
    assert first[1:3] == [(2, "a. Penyusunan rencana kerja"), (7, "dan anggaran;")]
    assert [line.number for line in lines][:4] == [1, 2, 7, 8]


def test_a_title_or_a_word_in_small_letters_is_no_stamp() -> None:
    for words in ("PERJANJIAN KINERJA", "salinan", "BADAN KEPEGAWAIAN DAERAH", "2022"):
        assert layout_of_lines(_text(words)).overlays == ()


def test_a_line_that_stands_on_one_page_alone_is_no_stamp() -> None:
    assert layout_of_lines(_text("SALINAN", pages=1)).overlays == ()
    assert layout_of_lines(_text("SALINAN", pages=1) + "\fa\fb\fc").overlays == ()


_DECREE = """\
INDIKATOR KINERJA INDIVIDU
Jabatan : Pengelola Data
Fungsi :
   a. Penyusunan rencana



       SALINAN
      kerja;
   b. Penyiapan laporan.
 NO    SASARAN                INDIKATOR KINERJA      TARGET         SUMBER DATA
 1     Terkelolanya           Jumlah data pegawai    12 dokumen     Sub Bagian Umum
       data pegawai           yang terkelola                        dan Kepegawaian



       SALINAN
 2     Tersedianya            Jumlah daftar hadir    4 dokumen      Sub Bagian Umum
       daftar hadir           yang tersusun                         dan Kepegawaian
"""


def test_a_stamp_is_no_part_of_a_list_or_a_cell() -> None:
    pages = _DECREE.split(" NO ")
    read = decree_of(layout_of_lines(f"{pages[0]}\f NO {pages[1]}"))
    (block,) = read.decree.blocks
    assert [item.text.as_printed for item in block.fungsi] == ["Penyusunan rencana kerja;", "Penyiapan laporan."]
    assert [row.cells["sasaran"].text.as_printed for row in block.rows] == [
        "Terkelolanya data pegawai",
        "Tersedianya daftar hadir",
    ]
    assert [text.as_printed for text in read.decree.unparsed] == ["SALINAN", "SALINAN"]
    assert [finding.code for finding in read.findings].count("tulisan-menimpa") == 2
