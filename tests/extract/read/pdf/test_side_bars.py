"""A bar with the head of a table beside it: read for itself, before the table."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel
from kasus import PITCH, Lembar, Rows

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from katalog.show.page import Canvas, page_image
from schemas.decree import Block
from schemas.layout import Grid, Line

ROWS: Rows = [
    ["1", "Tertib arsip", "Jumlah arsip", "5 data", "Seksi Arsip"],
    ["2", "", "Jumlah daftar", "7 daftar", "Seksi Arsip"],
    ["3", "Tertib surat", "Jumlah surat", "9 surat", "Tata Usaha"],
]
HEADS = ["No", "Sasaran", "Indikator", "Target", "Sumber Data"]
COLUMNS = (0.0, 30.0, 130.0, 230.0, 320.0, 420.0)
BAR = [
    "Kepala Seksi Arsip",
    "",
    "Tugas",
    "Melaksanakan urusan",
    "kearsipan daerah.",
    "Fungsi",
    "1. penyusunan rencana;",
    "2. penataan arsip; dan",
    "3. pelaporan kegiatan.",
]


def _table(page: Lembar, left: float, top: float, rows: Rows = ROWS) -> None:
    """Lines across alone, the first one below the heading."""
    for k, row in enumerate([HEADS, *rows]):
        for x, text in zip(COLUMNS, row, strict=False):
            page.text(left + x + 4, top + PITCH * k + 15, text)
        page.line(left, top + PITCH * (k + 1), left + COLUMNS[-1], top + PITCH * (k + 1))


def _bar(page: Lembar, left: float, top: float, holder: str = BAR[0]) -> None:
    for k, text in enumerate([holder, *BAR[1:]]):
        if text:
            page.text(left, top + 13.0 * k, text)


def _grounded(bar: float, ground: tuple[float, float], table: float) -> Lembar:
    page = Lembar()
    page.box(ground[0], 0.0, ground[1], 595.0)
    page.text(table, 40.0, "Indikator Kinerja Individu Tahun 2025")
    _bar(page, bar, 44.0)
    _table(page, table, 70.0)
    return page


def _beside(bar: float, table: float, holders: tuple[str, ...]) -> Lembar:
    """Blocks without a ground, each beside its table."""
    page = Lembar()
    page.text(260.0, 40.0, "INDIKATOR KINERJA INDIVIDU TAHUN 2025 DI LINGKUNGAN DINAS KEARSIPAN")
    for k, holder in enumerate(holders):
        page.line(table, 80.0 + 220 * k, table + COLUMNS[-1], 80.0 + 220 * k)
        _bar(page, bar, 90.0 + 220 * k, holder)
        _table(page, table, 80.0 + 220 * k)
    return page


def _read(page: Lembar) -> list[Block]:
    return list(decree_of(layout_of_pdf(page.save(), PdfOptions())).decree.blocks)


def _cells(block: Block) -> Rows:
    keys = ("no", "sasaran", "indikator", "target", "sumber_data")
    return [[row.cells[key].text.as_printed if key in row.cells else "" for key in keys] for row in block.rows]


@pytest.mark.parametrize(
    "page",
    [
        _grounded(20.0, (0.0, 190.0), 220.0),
        _grounded(640.0, (620.0, 842.0), 40.0),
        _beside(40.0, 260.0, ("Kepala Seksi Arsip",)),
        _beside(560.0, 40.0, ("Kepala Seksi Arsip",)),
    ],
    ids=["ground left", "ground right", "left", "right"],
)
def test_the_head_in_a_bar_is_that_of_the_table_beside_it(page: Lembar) -> None:
    """Lines of both stand at the same heights: they were rows of one table."""
    (block,) = _read(page)
    assert _cells(block) == ROWS
    assert block.jabatan.as_printed == "Kepala Seksi Arsip"
    assert block.tugas is not None and block.tugas.as_printed == "Melaksanakan urusan kearsipan daerah."
    assert [item.text.as_printed for item in block.fungsi] == [text[3:] for text in BAR[6:]]


def test_each_bar_of_a_page_stands_above_its_own_table() -> None:
    flow = layout_of_pdf(_beside(40.0, 260.0, ("Kepala Seksi Arsip", "Kepala Seksi Surat")).save(), PdfOptions()).flow
    kinds = ["table" if isinstance(item, Grid) else item.text for item in flow]
    tables = [at for at, kind in enumerate(kinds) if kind == "table"]
    assert len(tables) == 2 and tables[1] == len(kinds) - 1
    assert tables[0] < kinds.index("Kepala Seksi Surat") < tables[1]


def test_things_are_shown_where_they_are_printed() -> None:
    """Titles above a table at the right are read before the bar, the table behind it: each has its place."""
    layout = layout_of_pdf(_grounded(640.0, (620.0, 842.0), 40.0).save(), PdfOptions())
    page = layout.pages[0]
    lines = [item for item in layout.flow if isinstance(item, Line)]
    places = [(line.words[0].text, page.shown(line.words[0][1:5])) for line in lines]
    assert [(text, round(box[0])) for text, box in places[:2]] == [("Indikator", 40), ("Kepala", 640)]
    (table,) = (item for item in layout.flow if isinstance(item, Grid))
    box = page.shown((table.xs[0], table.ys[0], table.xs[-1], table.ys[-1]))
    assert 60 < box[1] < 90 and box[3] < 200


def test_a_cell_that_is_merged_over_rows_is_no_bar() -> None:
    """Lines above and below it go on as far as those of the rows beside it."""
    page = Lembar()
    _bar(page, 44.0, 90.0)
    for y in (72.0, 216.0):
        page.line(40.0, y, 260.0 + COLUMNS[-1], y)
    for k in range(1, 6):
        page.line(260.0, 72.0 + 24 * k, 260.0 + COLUMNS[-1], 72.0 + 24 * k)
    for k, row in enumerate([HEADS, *ROWS]):
        for x, text in zip(COLUMNS, row, strict=False):
            page.text(264.0 + x, 72.0 + PITCH * k + 15, text)
    assert layout_of_pdf(page.save(), PdfOptions()).pages[0].fold is None


_HEAD = (
    ("Jabatan", "Kepala Bidang Arsip"),
    ("Unit Kerja", "Dinas Arsip"),
    ("Ikhtisar Jabatan", "Melaksanakan urusan kearsipan daerah."),
)


@pytest.mark.parametrize("right", [False, True])
def test_words_in_a_box_beside_the_head_are_none_of_it(right: bool) -> None:
    """`PAS` / `FOTO` stands at the heights of the labels, an upright line between."""
    doc = Cetak()
    doc.page()
    doc.text(300, 40, "INDIKATOR KINERJA INDIVIDU")
    left, line, photo = (60, 480, 510) if right else (150, 120, 70)
    for base, (label, value) in zip((80, 92, 104), _HEAD, strict=True):
        doc.text(left, base, label)
        doc.text(left + 110, base, value)
    doc.line(line, 66, line, 118)
    doc.text(photo, 92, "PAS")
    doc.text(photo, 104, "FOTO")
    rows = [["1", "Tertib arsip", "Persentase arsip tertib", "90 %"], ["2", "Warga puas", "Nilai survei", "85"]]
    Tabel(doc, [40, 210, 210, 80], ["NO", "SASARAN", "INDIKATOR", "TARGET"], top=140).build(rows)
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert block.jabatan is not None and block.jabatan.as_printed == "Kepala Bidang Arsip"
    assert block.tugas is not None and block.tugas.as_printed == "Melaksanakan urusan kearsipan daerah."
    assert [row.cells["target"].text.as_printed for row in block.rows] == ["90 %", "85"]


def test_the_inspected_page_names_the_columns_beside_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the table stands, in the order of reading, the end of the bar, at the foot of the page."""
    noted: dict[str, float] = {}

    def note(canvas: Canvas, x: float, y: float, text: str, colour: object) -> None:
        noted[text] = canvas.page.shown((x, y, x, y))[1]

    monkeypatch.setattr(Canvas, "note", note)
    page_image(_grounded(20.0, (0.0, 200.0), 230.0).save(), 1, PdfOptions())
    assert 40.0 < noted["indikator"] < noted["baris 3"] + 60.0
