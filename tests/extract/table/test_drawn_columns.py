"""Tables without upright lines over blocks and pages: where they end, and the columns that their heading tells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak
from flows import flow_of_pdf

from extract.table.sheet import DrawnTable
from schemas.decree import Row
from schemas.layout import Line

LEFT = (40.0, 80.0, 240.0, 420.0, 520.0)
HEAD = ("NO", "SASARAN KINERJA", "INDIKATOR KINERJA", "TARGET", "SUMBER DATA")
ROWS = (
    ("1", "Meningkatnya mutu layanan", "Jumlah dokumen mutu", "12 dokumen", "Bidang Mutasi"),
    ("2", "Terwujudnya tertib arsip", "Persentase arsip tertata", "80 %", "Seksi Arsip"),
    ("3", "Tersedianya data pegawai", "Jumlah data pegawai", "31 data", "Bidang Data"),
)


def put(doc: Cetak, base: float, texts: Sequence[str], left: Sequence[float] = LEFT) -> None:
    for x, text in zip(left, texts, strict=True):
        if text:
            doc.text(x, base, text)


def table(doc: Cetak, top: float, rows: Sequence[Sequence[str]] = ROWS, heading: bool = True) -> float:
    """Draws a table; returns the base line below its last row."""
    for texts in [*([HEAD] if heading else []), *rows]:
        put(doc, top, texts)
        top += 24
    return top


def box(doc: Cetak, top: float, bottom: float) -> None:
    for x0, y0, x1, y1 in (
        (36, top, 780, top),
        (36, bottom, 780, bottom),
        (36, top, 36, bottom),
        (780, top, 780, bottom),
    ):
        doc.line(x0, y0, x1, y1)


def head(doc: Cetak, base: float, holder: str) -> float:
    """Draws the tugas of the block above and the head of one; returns the base line below it."""
    duties = "Membantu kepala dinas menyelenggarakan urusan pemerintahan di bidang yang menjadi tanggung"
    doc.text(40, base - 16, f"Uraian Singkat Tugas : {duties} jawabnya.")
    doc.text(300, base, "FORMULIR INDIKATOR KINERJA INDIVIDU")
    doc.text(380, base + 14, "TAHUN 2022")
    doc.text(40, base + 34, f"Nama Jabatan Pelaksana :  {holder} pada Sekretariat Daerah Kabupaten Sukamaju")
    return base + 58


def cells(row: Row) -> list[str]:
    return [cell.text.as_printed for cell in row.cells.values()]


def tables(doc: Cetak) -> list[DrawnTable]:
    return [item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable)]


@pytest.mark.parametrize("boxed", [True, False])
def test_the_head_of_the_next_block_ends_a_table(boxed: bool) -> None:
    doc = Cetak()
    doc.page()
    base = head(doc, 40, "Kepala Bidang")
    for holder in ("Kepala Seksi", ""):
        bottom = table(doc, base)
        if boxed:
            box(doc, base - 14, bottom - 12)
        base = head(doc, bottom + 16, holder) if holder else base
    first, second = tables(doc)
    assert [cells(row) for row in (*first.rows, *second.rows)] == [list(row) for row in ROWS] * 2


@pytest.mark.parametrize("rows", [1, 2])
@pytest.mark.parametrize("boxed", [True, False])
def test_a_table_cut_in_two_is_one(rows: int, boxed: bool) -> None:
    doc = Cetak()
    doc.page()
    middle = table(doc, 90)
    left = (("4", "Meningkatnya mutu layanan arsip", "Nilai mutu", "1 map", "Arsip"), ("5", *ROWS[1][1:]))
    bottom = table(doc, middle + 40, left[:rows], heading=False)
    if boxed:
        box(doc, 76, middle - 12)
        box(doc, middle + 26, bottom - 12)
    (whole,) = tables(doc)
    assert [row.cells["no"].text.as_printed for row in whole.rows] == ["1", "2", "3", "4", "5"][: 3 + rows]


@pytest.mark.parametrize("group", ["BIDANG A : KEPEGAWAIAN", "BIDANG A : BIDANG PENGEMBANGAN APARATUR SIPIL NEGARA"])
def test_a_text_over_columns_heads_a_group_on_every_page(group: str) -> None:
    doc = Cetak()
    doc.page()
    table(doc, 90, ROWS[:2])
    doc.page()
    doc.text(40, 60, group)
    table(doc, 84, ROWS[2:], heading=False)
    (whole,) = tables(doc)
    assert [row.group for row in whole.rows] == [None, None, group]


def test_a_table_has_the_columns_that_its_heading_has_on_other_pages() -> None:
    doc = Cetak()
    for n in range(3):
        doc.page()
        base = head(doc, 40, f"Kepala Bidang {n}")
        # on the last page the indikator almost touches the target
        long = "Jumlah dokumen mutu layanan yang terbit teratur"
        table(doc, base, [(*row[:2], long if n == 2 else row[2], *row[3:]) for row in ROWS])
    assert [len(one.headings) for one in tables(doc)] == [5, 5, 5]


def test_a_heading_that_the_page_cuts_is_known_from_another_page() -> None:
    doc = Cetak()
    doc.page()
    upper = ("NO", "HARAPAN", "UKURAN", "RENCANA", "ASAL")
    lower = ("URUT", "KERJA", "HASIL", "CAPAIAN", "DATA")
    put(doc, 90, upper)
    put(doc, 101, lower)
    table(doc, 125, ROWS, heading=False)
    doc.page()
    head(doc, 480, "Kepala Seksi")
    put(doc, 560, upper)
    doc.page()
    put(doc, 40, lower)
    table(doc, 64, ROWS, heading=False)
    first, second = tables(doc)
    assert [heading.text.as_printed for heading in second.headings] == [
        heading.text.as_printed for heading in first.headings
    ]
    assert [cells(row) for row in second.rows] == [list(row) for row in ROWS]


def test_the_numbers_of_columns_above_the_rows_of_the_next_page_are_no_row() -> None:
    doc = Cetak()
    doc.page()
    put(doc, 560, HEAD)
    doc.page()
    put(doc, 40, ("(1)", "(2)", "(3)", "(4)", "(5)"))
    table(doc, 64, ROWS, heading=False)
    (whole,) = tables(doc)
    assert [cells(row) for row in whole.rows] == [list(row) for row in ROWS]


def test_a_row_alone_below_the_head_of_its_block_is_a_table() -> None:
    doc = Cetak()
    doc.page()
    base = head(doc, 40, "Kepala Bidang")
    base = head(doc, table(doc, base) + 16, "Kepala Seksi")
    table(doc, base, [("1", "Terwujudnya tertib arsip daerah", "Nilai", "1 map", "Bidang Arsip")], heading=False)
    flow = flow_of_pdf(doc.save()).items
    assert [len(item.rows) for item in flow if isinstance(item, DrawnTable)] == [3, 1]
    assert not [item for item in flow if isinstance(item, Line) and "Terwujudnya" in item.text]


def test_a_number_that_column_and_page_break_tear_is_one() -> None:
    """`10.`, then `1` at the foot of the page and `1.` on the next one, every border drawn."""
    edges = (36, 76, 236, 416, 516, 640)
    pages = (
        [HEAD, ("10.", *ROWS[0][1:]), ("1", "Terwujudnya tertib", "Persentase arsip", "80 %", "Seksi")],
        [("1.", "arsip daerah", "tertata", "", ""), ("12.", *ROWS[2][1:])],
    )
    doc = Cetak()
    for rows in pages:
        doc.page()
        top = 60 if rows[0] != HEAD else 530
        for n, texts in enumerate(rows):
            put(doc, top + 14 + 20 * n, texts)
        for n in range(len(rows) + 1):
            doc.line(edges[0], top + 20 * n, edges[-1], top + 20 * n)
        for x in edges:
            doc.line(x, top, x, top + 20 * len(rows))
    (whole,) = tables(doc)
    read = [cells(row)[:3] for row in whole.rows]
    assert [one[0].replace(" ", "") for one in read] == ["10.", "11.", "12."]
    assert read[1][1:] == ["Terwujudnya tertib arsip daerah", "Persentase arsip tertata"]


def test_the_numbers_of_columns_tell_how_many_there_are() -> None:
    """A heading of two lines in the middle of its column stands beside the cells: the first line over them as well."""
    doc = Cetak()
    doc.page()
    put(doc, 90, ("NO", "SASARAN", "INDIKATOR", "YANG", "DITETAPKAN", "SUMBER"), (40, 120, 300, 425, 500, 640))
    put(doc, 120, ("1", "2", "3", "4", "5"), (44, 150, 320, 510, 650))
    for n, (number, aim, measure, target, source) in enumerate(ROWS):
        put(doc, 144 + 24 * n, (number, aim, measure, target, source), (40, 80, 240, 420, 600))
    (whole,) = tables(doc)
    assert len(whole.headings) == 5
    assert [cells(row) for row in whole.rows] == [list(row) for row in ROWS]


def test_one_row_below_a_heading_has_the_columns_of_many() -> None:
    doc = Cetak()
    doc.page()
    base = table(doc, head(doc, 40, "Kepala Bidang"), [*ROWS, ("4", "Ada", "Nilai", "1 map", "Arsip")])
    base = head(doc, base + 16, "Kepala Seksi")
    table(doc, base, [("1", "Ada", "Nilai map yang terbit", "1", "Arsip")])
    first, second = tables(doc)
    assert [round(one.sheet.columns[3].x0) for one in (first, second)] == [395, 395]
    assert cells(second.rows[0]) == ["1", "Ada", "Nilai map yang terbit", "1", "Arsip"]
