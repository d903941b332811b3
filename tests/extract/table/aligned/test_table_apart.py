"""Lines across the columns of aligned text: group rows and notes (forms that IKU tables of agencies print)."""

from __future__ import annotations

import pytest

from extract.table.context import DocumentContext
from extract.table.region import TableRegion
from extract.table.text import SegmentedTable, table_in_text
from schemas.decree import Heading, Text
from schemas.layout import Line

ROLES = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")
HEADINGS = tuple(Heading(role=role, text=Text(as_printed=role.upper())) for role in ROLES)
FIRST = [
    "1    Tersusunnya         Jumlah dokumen rencana  2 dokumen   Jumlah dokumen rencana      Sub Bagian",
    "     dokumen             kerja yang disusun                  kerja yang disusun dalam    Perencanaan",
    "     perencanaan                                             satu tahun",
]
SECOND = [
    "2    Terlaksananya       Persentase usulan cuti  100 %       Jumlah usulan cuti yang     Sub Bagian",
    "     pelayanan           yang diselesaikan                   selesai dibagi jumlah       Kepegawaian",
    "     kepegawaian                                             usulan dikali 100%",
]
INDIKATOR = ["Jumlah dokumen rencana kerja yang disusun", "Persentase usulan cuti yang diselesaikan"]


def read(*texts: str) -> SegmentedTable:
    return table_in_text(TableRegion(tuple(Line(text, number) for number, text in enumerate(texts, 1)), HEADINGS))


def indikator(table: SegmentedTable) -> list[str]:
    return [row.cells["indikator"].text.as_printed for row in table.rows]


@pytest.mark.parametrize(
    "group",
    [
        "MISI PERTAMA",
        "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        "           MENINGKATKAN TATA KELOLA",
    ],
)
def test_a_group_row_heads_the_rows_below_it(group: str) -> None:
    table = read(*FIRST, group, *SECOND)
    assert indikator(table) == INDIKATOR
    assert [row.group for row in table.rows] == [None, group.strip()]
    assert not table.unparsed


@pytest.mark.parametrize(
    "note",
    [
        ["Catatan: target dapat disesuaikan dengan kemampuan keuangan daerah."],
        ["Keterangan : *) Target dapat disesuaikan dengan kemampuan keuangan", "             daerah."],
    ],
)
def test_a_note_below_the_last_row_is_no_cell(note: list[str]) -> None:
    table = read(*FIRST, *SECOND, "", *note)
    assert indikator(table) == INDIKATOR
    assert table.rows[-1].cells["sumber_data"].text.as_printed == "Sub Bagian Kepegawaian"
    assert [text.as_printed for text in table.unparsed] == [" ".join(" ".join(note).split())]
    assert [finding.code for finding in table.findings] == ["teks-tak-terbaca"]


def test_a_table_without_such_lines_keeps_all_of_its_lines() -> None:
    table = read(*FIRST, *SECOND)
    assert indikator(table) == INDIKATOR
    assert not table.unparsed and not table.findings


PAGE = """\
1   Terwujudnya arsip    Jumlah dokumen          12        Dokumen yang    Bidang Pengadaan dan
    yang rapi            pemeliharaan            dokumen   dipelihara      Pemberhentian
                         Jumlah laporan          12        Laporan         Bidang Pengadaan dan
"""


def read_rests(rests: str) -> dict[str, str]:
    """The row that the page cuts, read with this line on the next page."""
    lines = [Line(text, number, 1) for number, text in enumerate(PAGE.splitlines(), 1)]
    lines.append(Line(rests, 4, 2))
    context = DocumentContext([("Bidang", "Pengadaan", "dan", "Pemberhentian")])
    rows = table_in_text(TableRegion(tuple(lines), HEADINGS, context=context)).rows
    assert len(rows) == 2 and rows[0].cells["no"].text.as_printed == "1"
    return {role: cell.text.as_printed for role, cell in rows[1].cells.items() if cell.text.as_printed}


LAPORAN = {
    "indikator": "Jumlah laporan",
    "target": "12",
    "rumus": "Laporan",
    "sumber_data": "Bidang Pengadaan dan",
}


def test_a_page_with_the_rests_of_a_row_shows_only_some_columns() -> None:
    """The rests stand elsewhere on the next page: what they say tells whose they are (`12` / `dokumen`)."""
    assert read_rests("kepegawaian      dokumen    kepegawaian    Pemberhentian") == {
        "indikator": "Jumlah laporan kepegawaian",
        "target": "12 dokumen",
        "rumus": "Laporan kepegawaian",
        "sumber_data": "Bidang Pengadaan dan Pemberhentian",
    }


@pytest.mark.parametrize("rests", ["laporan", "laporan   Pemberhentian"])
def test_the_rest_of_a_target_is_told_by_the_grammar_of_targets(rests: str) -> None:
    """By its words alone `laporan` would go on with `Jumlah laporan`; `12` / `laporan` is a whole target."""
    found = read_rests(rests)
    assert (found["indikator"], found["target"]) == ("Jumlah laporan", "12 laporan")


def test_a_rest_that_is_no_number_is_not_one_of_the_number_column() -> None:
    """`ASN` is as short as a number; the columns in order would be no and indikator."""
    want = LAPORAN | {"indikator": "Jumlah laporan ASN", "sumber_data": "Bidang Pengadaan dan Mutasi"}
    assert read_rests("ASN    Mutasi") == want
