"""Column-aligned text: words at the edge of a column, and texts right beside a table that are in none."""

from __future__ import annotations

import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines
from extract.table.inked.alike import alike
from extract.table.inked.area_top import inner_gutters
from extract.table.inked.areas import Area, areas_of_pages
from extract.table.inked.cuts import Body, begin_cost
from extract.table.inked.ink import inked_pages
from extract.table.inked.left_beside import OpenEnds, open_ends
from extract.table.inked.line_forms import value_lines
from extract.table.inked.told_by_lines import target_columns

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
        ("                                             Soreang, 14 Maret 2024\n", False),
        ("                                             Soreang,        Maret 2024\n", False),
        ("                                             Dikeluarkan di Soreang\n", False),
        ("                                                        Pj. Camat Soreang\n", False),
        ("                                                        Sekretaris Kecamatan,\n", False),
        ("                    Sekretaris,              Camat Soreang,\n", False),
        ("** besaran menurut hasil survei\n", False),
        ("                      Camat\n\n\n  Sri Wahyuni\n  NIP. 19700101 199503 2 001\n", False),
        ("                      Camat\n", True),
        ("                                             Buku agenda, 2024\n", True),
        ("                       * yang dibalas\n", True),
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


_WRAPPED = """\
1. Jabatan               :          Kepala Dinas Pertanian
2. Tugas Pokok (Perbup   :          Membantu Bupati
{rest}                               melaksanakan urusan
                                    pertanian
"""


@pytest.mark.parametrize(("rest", "lines"), [("SOTK)", 2), ("     ", 2), ("SOTK)   dan         ", 0)])
def test_a_value_goes_on_beside_the_rest_of_its_label(rest: str, lines: int) -> None:
    text = (
        _WRAPPED.format(rest=rest) if len(rest) < 6 else _WRAPPED.replace("{rest}                               ", rest)
    )
    (page,) = inked_pages(layout_of_lines(text).lines)
    assert value_lines(page[1], page[2:]) == lines


_PAGED = """\
 NO   HASIL DIHARAPKAN     PENGUKUR CAPAIAN     CARA HITUNG          BESARAN
"""
_PAGED_ROWS = """\
  1   Tertibnya arsip      Persentase arsip     Arsip yang ditata    80 %
                           yang ditata          dibagi seluruh
  2   Terlayaninya surat   Lama surat dibalas   Jumlah hari sejak    3 hari
                           menurut catatan      diterima
  3   Tersedianya data     Data yang diisi      Data terisi          12 data
"""


@pytest.mark.parametrize(
    ("foot", "top"),
    [
        (_PAGED, ""),
        (_PAGED + "  1   Tertibnya surat      Persentase surat     Surat yang ditata    75 %\n", ""),
        (
            "  1   Tertibnya surat      Persentase surat     Surat yang ditata    75 %\n",
            "                           yang ditata\n",
        ),
    ],
)
def test_what_a_page_ends_with_in_columns_is_of_the_table_that_goes_on(foot: str, top: str) -> None:
    """The upper line of a heading, or the first row of a table without one, alone at the foot of a page."""
    first = _HEAD + _PAGED + _PAGED_ROWS
    pages = inked_pages(layout_of_lines(f"{first}\f{_HEAD}{foot}\f{top}{_PAGED_ROWS}").lines)
    assert [len(area.lines) for area in areas_of_pages(pages, ())] == [6, foot.count("\n"), 5 + bool(top)]


def test_a_foot_below_which_no_table_goes_on_is_left_alone() -> None:
    signed = "          Mengetahui        Sekretaris        Camat\n"
    whole = _HEAD + _PAGED + _PAGED_ROWS
    pages = inked_pages(layout_of_lines(f"{whole}\f{signed}\f{whole}").lines)
    assert [len(area.lines) for area in areas_of_pages(pages, ())] == [6, 6]


def test_a_page_that_hides_the_last_column_has_the_columns_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page without heading prints hardly a note: its own columns are those of the others, one less."""
    row = "  {n}   Tertibnya {n}    Persentase arsip     Arsip yang ditata    Buku induk    8{n}    {unit:<9}{note}\n"
    head = " NO   HASIL          PENGUKUR CAPAIAN     CARA HITUNG          PENYEDIA      NILAI SATUAN   CATATAN\n"
    full = "".join(row.format(n=n, unit="berkas", note="tiap bulan") for n in range(1, 7))
    noted = {2: ("", "tiap"), 3: ("berkas", "")}
    blank = "".join(
        row.format(n=n, unit=unit, note=note) for n in range(1, 7) for unit, note in [noted.get(n, ("surat", ""))]
    )
    own = [inked_pages(layout_of_lines(text).lines)[0] for text in (head + full, head + full, blank)]
    areas = [Area(tuple(lines), tuple(inner_gutters(lines))) for lines in own]
    assert [len(area.gutters) for area in areas] == [7, 7, 6]
    monkeypatch.setattr("extract.table.inked.alike._OWN", 0.1)
    assert len({len(area.gutters) for area in alike(areas)}) == 1


def test_a_column_in_which_heads_name_two_is_unsure() -> None:
    """`CARA HITUNG      PENYEDIA DATA` over texts that no page shows apart."""
    head = " NO   HASIL DIHARAPKAN     CARA HITUNG          PENYEDIA DATA      NILAI\n"
    texts = [
        "Arsip yang ditata, dibagi Sub Bagian",
        "seluruh arsip yang ada Register arsip",
        "Surat tertata dalam Buku agenda",
    ]
    pages = [
        head + "".join(f"  {n}   {what} {n:02}    {text:<40} 8{n}\n" for n, text in enumerate(texts * 2, 1))
        for what in ("Tertibnya arsip", "Rapinya suratan")
    ]
    areas = [Area(tuple(page), (4, 25, 65)) for page in inked_pages(layout_of_lines("\f".join(pages)).lines)]
    assert {area.unsure for area in alike(areas)} == {frozenset({2})}


@pytest.mark.parametrize(("last", "sure"), [("Logger      ", False), ("dan rekening", True)])
def test_a_row_in_which_several_texts_begin_anew_on_one_line_is_unsure(last: str, sure: bool) -> None:
    """`Kontinuitas pengaliran   18 jam/hari   Logger`: all begin as cells do, the number of the row stands above."""
    head = " NO   HASIL DIHARAPKAN       PENGUKUR CAPAIAN         PENYEDIA DATA       BESARAN\n"
    rows = [
        f"  1   Naiknya akses air      Sambungan rumah (SR)     Seksi Distribusi    420 SR\n"
        f"                             Kontinuitas pengaliran   {last}        turun ke 24%\n",
        *(
            f"  {n}   Terjaminnya mutu {n}     Sampel yang diperiksa    Labkesda            {n}2 unit\n"
            for n in range(2, 7)
        ),
    ]
    (block,) = decree_of(layout_of_lines(_HEAD + head + "".join(rows))).decree.blocks
    assert len(block.rows) == 6
    found = [[cell.text.border_confidence == 1.0 for cell in row.cells.values()] for row in block.rows]
    assert found == [[True, True, sure, sure, sure], *[[True] * 5] * 5]


@pytest.mark.parametrize("lowest", [13, 19, 24])
def test_a_title_over_the_white_of_columns_names_none(lowest: int) -> None:
    """`KANTOR CAMAT ...` above white stands over the gutter behind the first texts: no column names two by it."""
    title = f"{'INDIKATOR KINERJA UTAMA':>57}\n{'KANTOR CAMAT SOREANG RAYA':>55}\n{'TAHUN 2025':>49}\n\n"
    widths = (5, 29, 34, lowest, 0)
    rows = [("NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET", "SUMBER DATA")]
    rows += [
        (str(n), f"Meningkatnya {what} kantor", f"Persentase {what} yang tertata", f"8{n} %", f"Bidang {what}")
        for n, what in enumerate(("surat", "arsip", "aset"), 1)
    ]
    table = "".join("".join(f"{cell:<{at}}" for cell, at in zip(row, widths, strict=True)) + "\n" for row in rows)
    (page,) = inked_pages(layout_of_lines(title + table).lines)
    (area,) = alike([Area(tuple(page), (4, 33, 67, 67 + lowest))])
    assert len(area.gutters) == 4
    assert not area.unsure
