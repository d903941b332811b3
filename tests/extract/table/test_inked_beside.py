"""Column-aligned text: words at the edge of a column, and texts right beside a table that are in none."""

from __future__ import annotations

import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines
from extract.table.inked.areas import Area
from extract.table.inked.cuts import Body, begin_cost
from extract.table.inked.ink import inked_pages
from extract.table.inked.left_beside import OpenEnds, open_ends
from extract.table.inked.refilled import refilled
from extract.table.inked.told_by_lines import target_columns
from extract.table.linear.tokens import width

_HEAD = """\
Nama Jabatan : Kepala Bidang Pemerintahan
Tugas : Melaksanakan pelayanan
Fungsi :
  a. pelaporan;
  b. penataan.

"""
_TABLE = """\
 NO   SASARAN KINERJA      INDIKATOR            FORMULA              TARGET
  1   Tertibnya arsip      Persentase arsip     Arsip yang ditata    80 %
                           yang ditata          dibagi seluruh
  2   Terlayaninya surat   Lama surat dibalas   Jumlah hari sejak    3 hari
                           menurut catatan      diterima
"""


def _ends(text: str) -> list[OpenEnds]:
    """What stands beside the table of `_TABLE` in a text."""
    pages = inked_pages(layout_of_lines(text).lines)
    own = {text.strip() for text in _TABLE.splitlines()}
    lines = tuple(line for page in pages for line in page if line.line.text.strip() in own)
    return open_ends([Area(lines, (4, 25, 46, 67))], pages)


@pytest.mark.parametrize(
    ("below", "open_below"),
    [
        ("             seluruhnya            dan dibalas      (Baik)\n", True),
        ("\f      bulan lalu           yang ditata\n", True),
        ("\f   sampai       dengan       selesai\n", True),
        ("\n   Dokumen ini merupakan bagian yang tidak terpisahkan\n", False),
        ("\fNama Jabatan : Kepala Seksi Data\nTugas : melayani\n", False),
        ("\fINDIKATOR KINERJA INDIVIDU\n", False),
        ("Keterangan :\n", False),
        ("", False),
    ],
)
def test_a_text_right_below_a_table_may_be_the_rest_of_its_last_row(below: str, open_below: bool) -> None:
    assert _ends(_HEAD + _TABLE + below) == [OpenEnds(False, open_below)]


@pytest.mark.parametrize(
    ("below", "sure"),
    [
        ("        menurut buku agenda yang ada      dan dibalas selalu (Baik)\n", False),
        ("\f   sampai       dengan       selesai\n", False),
        ("", True),
    ],
)
def test_the_last_row_is_unsure_then_and_no_other(below: str, sure: bool) -> None:
    text = _HEAD + _TABLE.replace("SASARAN KINERJA ", "HASIL DIHARAPKAN") + below
    (block,) = decree_of(layout_of_lines(text)).decree.blocks
    found = [{cell.text.border_confidence == 1.0 for cell in row.cells.values()} for row in block.rows]
    assert found == [{True}, {sure}]


def test_units_below_their_numbers_leave_a_column_one_of_targets() -> None:
    """`48` / `laporan`, `100%`, `<=3%`, `H+7`: no other text stands below the first target."""
    text = "1  Laporan bulanan      48\n                        laporan\n   Pegawai dengan SKP   100%\n"
    text += "2  Sisa dana BOK        ≤3%\n   Risalah rapat        H+7\n3  Status akreditasi    Utama\n"
    (page,) = inked_pages(layout_of_lines(text).lines)
    body = Body.of(Area(tuple(page), (2, 23)))
    assert target_columns([(body.lines, body.across)]) == {2}


@pytest.mark.parametrize(
    ("above", "text", "cost"),
    [
        ("SP2TP", "e-Kinerja", 0.0),
        ("SP2TP", "eKinerja", 0.0),
        ("SP2TP", "kinerja", 1.5),
        ("1.420.500.000,-", "Maju = 10 desa", -0.5),
        ("data pra-", "Bencana", 0.5),
    ],
)
def test_what_begins_a_cell(above: str, text: str, cost: float) -> None:
    assert begin_cost(above, text) == cost


_JUSTIFIED = """\
 Meningkatnya               tertib Desa yang menetapkan APBDes  14 desa
 administrasi   pemerintahan desa  tepat waktu
"""
_PLAIN = """\
 Meningkatnya pelayanan            Desa yang melaporkan aset    14 desa
 administrasi                      tepat waktu
"""


@pytest.mark.parametrize(
    ("text", "gutters", "wanted"),
    [
        (_JUSTIFIED, (27, 62), ("Meningkatnya tertib", "Desa yang menetapkan APBDes")),
        (_PLAIN, (33, 61), ("Meningkatnya pelayanan", "Desa yang melaporkan aset")),
        (_JUSTIFIED.replace("tertib", "per"), (27, 62), ("Meningkatnya per", "Desa yang menetapkan APBDes")),
        (
            _JUSTIFIED.replace("tertib Desa", "sesuai DPA"),
            (27, 62),
            ("Meningkatnya", "sesuai DPA yang menetapkan APBDes"),
        ),
        (_JUSTIFIED.replace("tertib Desa", "14 Desa"), (27, 62), ("Meningkatnya", "14 Desa yang menetapkan APBDes")),
    ],
)
def test_words_stand_where_lines_end_as_print_ends_them(
    text: str, gutters: tuple[int, ...], wanted: tuple[str, str]
) -> None:
    (page,) = inked_pages(layout_of_lines(text).lines)
    body = Body.of(Area(tuple(page), gutters))
    rooms = [width("administrasi pemerintahan desa"), width("Desa yang menetapkan APBDes"), 0]
    line = refilled(body.lines, [(0, 2)], rooms, ())[0]
    assert (line.text(0), line.text(1)) == wanted
    # what was moved is pointed at
    assert (line.margins[0] <= 1.5) == (line.cells != body.lines[0].cells)
