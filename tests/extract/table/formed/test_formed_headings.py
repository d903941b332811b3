"""Headings of linear text in words that no vocabulary knows: found by form, read by what stands below."""

from __future__ import annotations

import pytest

from bahasa.temuan import threshold
from extract.door import decree_of
from extract.errors import UnusableSource
from extract.read.text import layout_of_lines
from extract.table.formed import find
from extract.table.formed.columns import columns_of
from extract.table.formed.evidence import counts_columns, seen_words
from extract.table.formed.tags import NUMBER, OVER, Tag, forbidden, tags
from schemas.decree import Block

_HEAD = """\
{label} : {holder}
Mandat : Melaksanakan urusan kepegawaian di lingkungan dinas.
"""
_HEADING = """\
Butir
Hasil yang Dituju
Pengukur Hasil
Besaran
Cara Menghitung Asal Angka
"""
_ROWS = """\
1 Meningkatnya disiplin
pegawai
Persentase pegawai yang
hadir tepat waktu
90 % Jumlah pegawai yang hadir tepat waktu
dibagi jumlah pegawai x 100%
Sub Bagian Umum
2 Tersedianya data
pegawai
Jumlah data pegawai yang
tersusun
12 dokumen Jumlah data pegawai
Sub Bagian Umum
3 Terlaksananya penilaian
kinerja
Jumlah laporan penilaian
kinerja
4 laporan Jumlah laporan penilaian kinerja
Bidang Mutasi
"""
_HOLDERS = ("Kepala Bidang Mutasi", "Kepala Seksi Data", "Pengelola Kepegawaian")


def _blocks(text: str) -> list[Block]:
    return list(decree_of(layout_of_lines(text)).decree.blocks)


def _document(*headed: bool) -> str:
    heads = (_HEAD.format(label="Pengampu Jabatan", holder=holder) for holder in _HOLDERS)
    return "".join(head + _HEADING * on + _ROWS for head, on in zip(heads, headed, strict=False))


def _cells(block: Block, role: str) -> list[str]:
    return [row.cells[role].text.as_printed for row in block.rows]  # type: ignore[index]


def test_a_table_under_headings_that_nobody_knows() -> None:
    (block,) = _blocks(_document(True))
    assert [heading.role for heading in block.headings] == [
        "no", "sasaran", "indikator", "target", "rumus", "sumber_data",
    ]  # fmt: skip
    names = [heading.text.as_printed for heading in block.headings]
    assert names[:4] == ["Butir", "Hasil yang Dituju", "Pengukur Hasil", "Besaran"]
    assert _cells(block, "target") == ["90 %", "12 dokumen", "4 laporan"]
    assert _cells(block, "indikator")[0] == "Persentase pegawai yang hadir tepat waktu"


@pytest.mark.parametrize(
    "group", ["URUSAN A: BIDANG KEPEGAWAIAN", "1. ARAH: Mewujudkan aparatur yang baik", "A. BIDANG KEPEGAWAIAN"]
)
def test_a_group_row_below_a_heading_is_no_label_and_no_column(group: str) -> None:
    (block,) = _blocks(_HEAD.format(label="Pengampu", holder=_HOLDERS[0]) + _HEADING + group + "\n" + _ROWS)
    assert len(block.headings) == 6
    assert [row.group for row in block.rows] == [group] * 3
    assert _cells(block, "target") == ["90 %", "12 dokumen", "4 laporan"]


def test_a_tujuan_stands_in_for_the_sasaran_where_there_is_none() -> None:
    """It had been a column without a role, and nothing said that the sasaran was missing."""
    text = """\
INDIKATOR KINERJA INDIVIDU
Jabatan : Kepala Sekolah
NO TUJUAN STRATEGIS INDIKATOR KINERJA JABATAN TARGET
1 Murid cakap literasi Persentase murid cakap literasi 85 %
2 Guru terus belajar Persentase guru bersertifikat 90 %
3 Sekolah aman Jumlah kasus perundungan 0 kasus
"""
    (block,) = _blocks(text)
    assert [(one.role, one.role_confidence < threshold("kolom-ragu")) for one in block.headings][1] == ("sasaran", True)
    assert _cells(block, "sasaran") == ["Murid cakap literasi", "Guru terus belajar", "Sekolah aman"]


def test_a_heading_that_begins_as_a_known_one_goes_on() -> None:
    heading = "No\nSasaran\nIndikator Kinerja\nBersama\nBesaran yang Dituju\nCara Menghitung Sumber Data\n"
    (block,) = _blocks(_HEAD.format(label="Jabatan", holder=_HOLDERS[0]) + heading + _ROWS)
    assert [one.text.as_printed for one in block.headings][2:4] == ["Indikator Kinerja Bersama", "Besaran yang Dituju"]
    assert _cells(block, "target") == ["90 %", "12 dokumen", "4 laporan"]


def test_column_numbers_that_a_narrow_column_broke_count_on() -> None:
    heading = "Sasaran\nIndikator\nTarget\nTahun\n2023\nTarget\nTriwulan\nI II III IV\n(1) (2) (3\n)\n(4) (5) (6) (7)\n"
    rows = "Meningkatnya disiplin\npegawai\nPersentase pegawai yang\nhadir tepat waktu\n90 % 20 40 60 90\n"
    rows += "Tersedianya data\npegawai\nJumlah data pegawai yang\ntersusun\n12 3 6 9 12\n"
    (block,) = _blocks(_HEAD.format(label="Jabatan", holder=_HOLDERS[0]) + heading + rows)
    assert len(block.headings) == 7
    assert [len(row.targets) for row in block.rows] == [5, 5]


def test_each_print_of_a_heading_opens_the_table_of_its_block() -> None:
    blocks = _blocks(_document(True, True, True))
    assert [block.jabatan.as_printed for block in blocks] == list(_HOLDERS)
    assert [len(block.rows) for block in blocks] == [3, 3, 3]


def test_tables_below_the_first_may_print_no_heading_and_are_less_sure() -> None:
    first, second = _blocks(_document(True, False))
    assert second.jabatan.as_printed == _HOLDERS[1] and len(second.rows) == 3
    assert _cells(second, "target") == _cells(first, "target")
    assert all(heading.role_confidence < 0.95 for heading in second.headings)


_KNOWN = """\
No
Sasaran
Indikator Kinerja
Target
Formulasi Penghitungan Sumber Data
"""


@pytest.mark.parametrize("again", ["", _KNOWN])
def test_a_known_heading_may_be_printed_above_the_first_table_only(again: str) -> None:
    heads = [_HEAD.format(label="Nama Jabatan", holder=holder).replace("Mandat", "Tugas") for holder in _HOLDERS]
    blocks = _blocks(heads[0] + _KNOWN + _ROWS + heads[1] + again + _ROWS + heads[2] + again + _ROWS)
    assert [[heading.role for heading in block.headings] for block in blocks] == [
        ["no", "sasaran", "indikator", "target", "rumus", "sumber_data"]
    ] * 3
    assert [_cells(block, "target") for block in blocks] == [["90 %", "12 dokumen", "4 laporan"]] * 3
    assert all(heading.role_confidence < 0.95 for heading in blocks[1].headings) is not bool(again)


@pytest.mark.parametrize("caption", ["Ukuran Kinerja :\n", ""])
def test_rows_without_numbers_may_have_no_heading_of_their_own(caption: str) -> None:
    """Below what stands above the first heading, or where the last sentence of the head ends."""
    heads = [_HEAD.format(label="Nama Jabatan", holder=holder).replace("Mandat", "Tugas") for holder in _HOLDERS]
    heading = caption + _KNOWN.removeprefix("No\n")
    first, second = _blocks(heads[0] + heading + _rows_without_numbers() + heads[1] + caption + _rows_without_numbers())
    assert _cells(second, "sasaran") == _cells(first, "sasaran") and len(second.rows) > 1
    assert [block.tugas.as_printed[-6:] for block in (first, second) if block.tugas] == ["dinas."] * 2


def test_a_label_of_the_decree_does_not_begin_its_blocks() -> None:
    assert [len(block.rows) for block in _blocks("Nomor : 800/12/2022\n" + _document(True, False, False))] == [3, 3, 3]


def _rows_without_numbers() -> str:
    return "".join(line.lstrip("123 ") if line[:2] in {"1 ", "2 ", "3 "} else line for line in _ROWS.splitlines(True))


def test_titles_of_the_next_block_are_no_cells() -> None:
    head = "DAFTAR UKURAN PEGAWAI\n" + _HEAD.format(label="Pengampu Jabatan", holder=_HOLDERS[1])
    blocks = _blocks(_document(True) + head + _HEADING + _ROWS)
    assert [_cells(block, "sumber_data")[-1] for block in blocks] == ["Bidang Mutasi", "Bidang Mutasi"]


def test_a_group_row_is_no_cell() -> None:
    rows = _ROWS.replace("2 Tersedianya", "TUJUAN 2 : Mewujudkan aparatur yang tertib\n2 Tersedianya")
    (block,) = _blocks(_HEAD.format(label="Pengampu Jabatan", holder=_HOLDERS[0]) + _HEADING + rows)
    assert [row.group for row in block.rows] == [None, *["TUJUAN 2 : Mewujudkan aparatur yang tertib"] * 2]
    assert _cells(block, "sumber_data") == ["Sub Bagian Umum", "Sub Bagian Umum", "Bidang Mutasi"]


@pytest.mark.parametrize("name", ["Tujuan {}. Mewujudkan aparatur yang tertib", "{}. Mewujudkan aparatur yang tertib"])
def test_a_name_that_counts_from_the_top_of_the_table_on_is_one_of_groups(name: str) -> None:
    groups = [name.format(n) for n in (1, 2)]
    rows = groups[0] + "\n" + _ROWS.replace("2 Tersedianya", groups[1] + "\n2 Tersedianya")
    (block,) = _blocks(_HEAD.format(label="Pengampu Jabatan", holder=_HOLDERS[0]) + _HEADING + rows)
    assert [row.group for row in block.rows] == [groups[0], groups[1], groups[1]]
    assert _cells(block, "no") == ["1", "2", "3"]
    assert [heading.text.as_printed for heading in block.headings][-2:] == ["Cara Menghitung", "Asal Angka"]


def test_names_in_capitals_among_cells_are_no_heading() -> None:
    rows = _ROWS.replace("Bidang Mutasi", "Terminal Penumpang\nKota Sukamaju\nJawa Barat")
    (block,) = _blocks(_HEAD.format(label="Pengampu Jabatan", holder=_HOLDERS[0]) + _HEADING + rows)
    assert len(block.rows) == 3


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("(1) (2) (3)", True),
        ("1 2 3 4", True),
        ("a b c", True),
        ("1 2", False),
        ("1 3 4", False),
        ("1 Jumlah 2", False),
    ],
)
def test_column_numbers(line: str, counts: bool) -> None:
    assert counts_columns(line) is counts


def test_what_stands_over_columns_gives_its_place_to_them() -> None:
    path = [
        Tag(1, "indikator"), Tag(1, OVER), Tag(1, "rumus"), Tag(2, "target"), Tag(2, "target"), Tag(2, "target", False),
    ]  # fmt: skip
    columns = columns_of(path) or []
    assert [column.role for column in columns] == ["indikator", "target", "target", "rumus"]
    assert columns[2].words == ((1,), (4, 5))


@pytest.mark.parametrize(
    "path",
    [
        [Tag(1, "indikator"), Tag(1, "target")],
        [Tag(1, "rumus"), Tag(1, "target"), Tag(1, "satuan")],
        [Tag(1, "indikator"), Tag(1, "rumus"), Tag(1, "rumus")],
        [Tag(1, "indikator"), Tag(1, "rumus"), Tag(1, OVER)],
        [Tag(1, "indikator"), Tag(1, "no"), Tag(1, "target")],
        [Tag(1, "indikator"), Tag(1, "rumus"), Tag(1, "target"), *[Tag(0, NUMBER)] * 4],
    ],
)
def test_what_is_no_table(path: list[Tag]) -> None:
    assert columns_of(path) is None


def test_a_heading_begins_and_ends_with_a_line() -> None:
    text, number, first = (tags().index(tag) for tag in (Tag(0, "-"), Tag(0, NUMBER), Tag(1, "no")))
    assert forbidden(False)[text, first] and not forbidden(True)[text, first]
    assert forbidden(False)[first, text] and forbidden(True)[text, number]


def test_words_know_their_lines() -> None:
    words = seen_words(["No. Hasil", "Besaran"])
    assert [(word.text, word.line, word.start, word.first, word.last) for word in words] == [
        ("No.", 0, 0, True, False), ("Hasil", 0, 4, False, True), ("Besaran", 1, 0, True, True),
    ]  # fmt: skip


def test_lines_that_all_tables_print_above_their_first_row_are_a_heading_whatever_their_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(find, "heading_spans", lambda text: [])
    blocks = _blocks(_document(True, True, True))
    assert [len(block.rows) for block in blocks] == [3, 3, 3]
    assert _cells(blocks[1], "target") == ["90 %", "12 dokumen", "4 laporan"]
    with pytest.raises(UnusableSource):
        decree_of(layout_of_lines(_document(True, True)))


_PROGRAMMES = """\
1 Meningkatnya disiplin
pegawai
Program Kepegawaian
Daerah
Persentase pegawai yang
hadir tepat waktu
90 % Jumlah pegawai yang hadir tepat waktu
dibagi jumlah pegawai x 100%
2 Tersedianya data
pegawai
Program Pelayanan
Administrasi
Jumlah data pegawai yang
tersusun
12 dokumen Jumlah data pegawai
3 Terlaksananya penilaian
kinerja
Program Kepegawaian
Daerah
Jumlah laporan penilaian
kinerja
4 laporan Jumlah laporan penilaian kinerja
"""


def test_words_that_head_one_column_or_two_are_cut_as_the_rows_say() -> None:
    heading = "NO.\nSASARAN PROGRAM\nINDIKATOR\nTARGET FORMULA\n"
    (block,) = _blocks(_HEAD.format(label="Jabatan", holder=_HOLDERS[0]) + heading + _PROGRAMMES)
    assert [one.text.as_printed for one in block.headings][1:3] == ["SASARAN", "PROGRAM"]
    assert _cells(block, "indikator")[0] == "Persentase pegawai yang hadir tepat waktu"
    (block,) = _blocks(_HEAD.format(label="Jabatan", holder=_HOLDERS[0]) + heading + _without_programmes())
    assert [one.text.as_printed for one in block.headings][1:3] == ["SASARAN PROGRAM", "INDIKATOR"]


def _without_programmes() -> str:
    lines = _PROGRAMMES.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(("Program", "Daerah", "Administrasi")))


def test_rows_that_are_numbered_have_a_column_for_their_numbers() -> None:
    heading = "No\nSasaran Bersama /\nSasaran\nIndikator Kinerja\nTarget\nFormulasi Penghitungan Sumber Data\n"
    (block,) = _blocks(_HEAD.format(label="Jabatan", holder=_HOLDERS[0]).replace("Mandat", "Tugas") + heading + _ROWS)
    assert [one.role for one in block.headings][:2] == ["no", "sasaran"]
    assert block.tugas is not None and block.tugas.as_printed.endswith("lingkungan dinas.")


@pytest.mark.parametrize("group", ["MISI KE-{} : Mewujudkan aparatur", "MISI KE-{} - Meningkatkan mutu layanan publik"])
def test_tables_without_a_heading_of_their_own_may_begin_with_a_group_row(group: str) -> None:
    """The head ends with the last item of a list, and no number is in the first line of a table."""
    head = "Nama Jabatan : {}\nFungsi : (1) penyusunan rencana kerja\n(2) pelaksanaan pelaporan\n"
    rows = [group.format(number + 1) + "\n" + part for number, part in enumerate((_ROWS, _ROWS))]
    text = head.format(_HOLDERS[0]) + _KNOWN + rows[0] + head.format(_HOLDERS[1]) + rows[1]
    first, second = _blocks(text)
    assert second.jabatan.as_printed == _HOLDERS[1]
    assert [len(block.fungsi) for block in (first, second)] == [2, 2]
    assert _cells(second, "target") == _cells(first, "target") == ["90 %", "12 dokumen", "4 laporan"]
