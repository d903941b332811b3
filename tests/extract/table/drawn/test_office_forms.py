"""Tables as offices draw them: heads within the lines of a table, sums, levels of one width, groups in the middle."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.decree import Block, Decree

STEP = 60.0
#: The edges of columns NO, SASARAN, INDIKATOR, TARGET, in steps.
EDGES = (0, 1, 5, 9, 11)
HEAD = ("NO", "SASARAN", "INDIKATOR KINERJA", "TARGET")
ROWS = [
    ("1", "Meningkatnya mutu layanan", "Jumlah dokumen mutu layanan", "12 dokumen"),
    ("2", "Terwujudnya tertib arsip", "Persentase arsip yang tertata", "80 %"),
]


def band(doc: Cetak, top: float, texts: Sequence[str], edges: Sequence[float] = EDGES, deep: float = 24) -> float:
    """A band of cells; gives its lower edge."""
    for left, right, text in zip(edges, edges[1:], texts, strict=False):
        a, b = 20 + left * STEP, 20 + right * STEP
        for line in (
            (a, top, b, top),
            (a, top + deep, b, top + deep),
            (a, top, a, top + deep),
            (b, top, b, top + deep),
        ):
            doc.line(*line)
        doc.text(a + 3, top + 15, text)
    return top + deep


def read(doc: Cetak) -> Decree:
    return decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree


def indicators(block: Block) -> list[str]:
    return [row.cells["indikator"].text.as_printed for row in block.rows]


def begun(title: str = "INDIKATOR KINERJA INDIVIDU") -> Cetak:
    doc = Cetak(7)
    doc.page()
    doc.text(200, 30, title)
    return doc


@pytest.mark.parametrize("number", [True, False])
def test_the_head_of_each_holder_stands_in_the_lines_of_its_table(number: bool) -> None:
    doc, top = begun(), 50.0
    labels = (0, 1, 5, 11) if number else (0, 5, 11)
    for at, holder in enumerate(["Sekretaris Camat", "Kepala Seksi Pemerintahan", "Pengelola Keuangan"], 1):
        top = band(doc, top, ["INDIKATOR KINERJA INDIVIDU"], (0, 11))
        for label, value in (("Jabatan", holder), ("Tugas", "Melaksanakan urusan umum")):
            texts = [f"{at}." if label == "Jabatan" else "", label, f": {value}"]
            top = band(doc, top, texts if number else texts[1:], labels)
        top = band(doc, top, HEAD)
        for row in ROWS:
            top = band(doc, top, row)
        top += 10
    blocks = read(doc).blocks
    assert [block.jabatan.as_printed for block in blocks] == [
        "Sekretaris Camat",
        "Kepala Seksi Pemerintahan",
        "Pengelola Keuangan",
    ]
    assert all(block.tugas and block.tugas.as_printed == "Melaksanakan urusan umum" for block in blocks)
    assert [indicators(block) for block in blocks] == [[row[2] for row in ROWS]] * 3


@pytest.mark.parametrize("labels", [("TUGAS", "FUNGSI"), ("JABATAN", "URAIAN TUGAS", "FUNGSI")])
def test_labels_side_by_side_are_read_column_by_column(labels: tuple[str, ...]) -> None:
    doc, top = begun(), 50.0
    values = {"JABATAN": "Arsiparis Terampil", "FUNGSI": "a. penataan arsip."}
    for _ in range(2):
        doc.text(20, top + 10, "Jabatan : Arsiparis Terampil" if len(labels) == 2 else "")
        edges = [11 * k / len(labels) for k in range(len(labels) + 1)]
        top = band(doc, top + 16, labels, edges)
        top = band(doc, top, [values.get(label, "Melaksanakan penataan arsip") for label in labels], edges)
        top = band(doc, top + 14, HEAD)
        for row in ROWS:
            top = band(doc, top, row)
        top += 10
    blocks = read(doc).blocks
    assert [indicators(block) for block in blocks] == [[row[2] for row in ROWS]] * 2
    for block in blocks:
        assert block.jabatan.as_printed == "Arsiparis Terampil"
        assert block.tugas is not None and block.tugas.as_printed == "Melaksanakan penataan arsip"
        assert [one.text.as_printed for one in block.fungsi] == ["penataan arsip."]


def test_rows_that_add_up_others_are_no_rows() -> None:
    doc, top = begun("KONTRAK KINERJA TAHUN 2024"), 60.0
    doc.text(20, 50, "Jabatan : Direktur Teknik")
    edges = (0, 1, 5, 8, 9.5, 11)
    top = band(doc, top, ["Kode", "Sasaran", "Indikator Kinerja", "Bobot (%)", "Target"], edges)
    for letter, name in (("F", "PERSPEKTIF KEUANGAN"), ("C", "PERSPEKTIF PELANGGAN")):
        top = band(doc, top, [name], (0, 11))
        for row in ROWS:
            top = band(doc, top, [letter + row[0], row[1], row[2], "25", row[3]], edges)
        top = band(doc, top, ["Sub total", "50", ""], (0, 8, 9.5, 11))
    band(doc, top, ["TOTAL BOBOT", "100", ""], (0, 8, 9.5, 11))
    decree = read(doc)
    (block,) = decree.blocks
    assert (block.kind, block.jabatan.as_printed) == ("PK", "Direktur Teknik")
    assert indicators(block) == [row[2] for row in ROWS] * 2
    assert [row.cells["no"].text.as_printed for row in block.rows] == ["F1", "F2", "C1", "C2"]
    assert [row.group for row in block.rows] == ["PERSPEKTIF KEUANGAN"] * 2 + ["PERSPEKTIF PELANGGAN"] * 2
    assert "TOTAL BOBOT 100" in " ".join(" ".join(text.as_printed.split()) for text in decree.unparsed)


@pytest.mark.parametrize("key", ["Key Performance Indicator (KPI)", "Indikator Kinerja"])
@pytest.mark.parametrize("sum_of", ["Jumlah Bobot", "TOTAL"])
def test_a_sum_of_weights_in_the_first_column_alone_is_no_row(key: str, sum_of: str) -> None:
    doc, top = begun("KONTRAK KINERJA TAHUN 2024"), 60.0
    doc.text(20, 50, "Jabatan : Direktur Teknik")
    edges = (0, 3.5, 7, 8, 9.5, 11)
    top = band(doc, top, ["Sasaran Strategis", key, "Bobot (%)", "Target", "PIC"], edges)
    for row in ROWS:
        top = band(doc, top, [row[1], row[2], "50", row[3], "Bagian Umum"], edges)
    band(doc, top, [sum_of, "", "100", "", ""], edges)
    decree = read(doc)
    (block,) = decree.blocks
    assert indicators(block) == [row[2] for row in ROWS]
    assert f"{sum_of} 100" in " ".join(" ".join(text.as_printed.split()) for text in decree.unparsed)


def test_an_indicator_without_a_target_is_no_sum() -> None:
    doc, top = begun("KONTRAK KINERJA TAHUN 2024"), 60.0
    doc.text(20, 50, "Jabatan : Direktur Teknik")
    edges = (0, 5, 7, 9, 11)
    top = band(doc, top, ["Indikator Kinerja", "Bobot (%)", "Target", "Sumber Data"], edges)
    top = band(doc, top, [ROWS[1][2], "50", "80 %", "Register"], edges)
    band(doc, top, ["Jumlah dokumen", "50", "", ""], edges)
    (block,) = read(doc).blocks
    assert indicators(block) == [ROWS[1][2], "Jumlah dokumen"]


def test_an_indicator_that_begins_like_a_sum_is_a_row() -> None:
    """The lines of the heads part the column of indicators into several of the grid."""
    doc, top = begun(), 50.0
    rows = [("Jumlah dokumen terbit", "30"), ("Rata-rata nilai ujian", "80 %"), ("Total produksi padi", "90")]
    for holder in ("Sekretaris Camat", "Pengelola Keuangan"):
        for pair in (("Jabatan", f": {holder}"), ("Tugas", ": Melaksanakan urusan umum")):
            top = band(doc, top, pair, (0, 2, 11))
        for texts in ((*HEAD[2:], "SUMBER DATA"), *((*row, "") for row in rows)):
            top = band(doc, top, texts, (0, 6, 8, 11))
        top += 10
    assert [indicators(block) for block in read(doc).blocks] == [[row[0] for row in rows]] * 2


def test_a_group_row_may_stand_behind_its_number_and_so_may_a_sum() -> None:
    doc, top = begun(), 60.0
    doc.text(20, 50, "Jabatan : Direktur Teknik")
    top = band(doc, top, HEAD)
    for number, name in (("I", "KEUANGAN"), ("II", "PELANGGAN")):
        top = band(doc, top, [number, name], (0, 1, 11))
        for row in ROWS:
            top = band(doc, top, row)
    band(doc, top, ["", "Jumlah", "100%"], (0, 1, 9, 11))
    decree = read(doc)
    (block,) = decree.blocks
    assert indicators(block) == [row[2] for row in ROWS] * 2
    assert [row.group for row in block.rows] == ["I KEUANGAN"] * 2 + ["II PELANGGAN"] * 2
    assert any("Jumlah" in text.as_printed for text in decree.unparsed)


@pytest.mark.parametrize(
    ("mark", "name", "group"),
    [
        ("3", "PERSPEKTIF KEUANGAN", "3 PERSPEKTIF KEUANGAN"),
        ("B", "Urusan umum", "B Urusan umum"),
        # a row without an indicator, the sasaran of the rows below it
        ("3", "Birokrasi yang bersih dan melayani", None),
        ("3", "NIHIL", None),
    ],
)
def test_a_number_of_digits_and_a_text_over_all_columns_are_a_row(mark: str, name: str, group: str | None) -> None:
    doc, top = begun(), 60.0
    doc.text(20, 50, "Jabatan : Direktur Teknik")
    for row in (HEAD, *ROWS):
        top = band(doc, top, row)
    top = band(doc, top, [mark, name], (0, 1, 11))
    band(doc, top, ["", "", "Indeks kepuasan", "80"])
    (block,) = read(doc).blocks
    assert block.rows[-1].group == group
    assert len(block.rows) == (4 if group is None else 3)


def test_levels_of_one_width_are_those_of_the_cells_beside_them() -> None:
    doc, top, deep = begun("INDIKATOR KINERJA UTAMA"), 60.0, 24.0
    for left, right, text in ((0, 1, "NO"), (1, 4, "SASARAN"), (4, 7, "INDIKATOR")):
        band(doc, top, [text], (left, right), 3 * deep)
    for at, texts in enumerate([("REALISASI", "TARGET KINERJA"), ("TAHUN", "PADA TAHUN")]):
        band(doc, top + at * deep, texts, (7, 8.5, 11))
    top = band(doc, top + 2 * deep, ["2024", "2025", "2026"], (7, 8.5, 9.7, 11))
    for row in ROWS:
        top = band(doc, top, [*row[:3], "7,8", "7,2", "6,6"], (0, 1, 4, 7, 8.5, 9.7, 11))
    (block,) = read(doc).blocks
    assert indicators(block) == [row[2] for row in ROWS]
    assert [one.cell.text.as_printed for one in block.rows[0].targets] == ["7,2", "6,6"]
    assert block.headings[3].text.as_printed == "REALISASI TAHUN 2024"


def test_a_row_whose_first_cells_are_merged_with_the_heading_is_none_of_its_levels() -> None:
    doc, top, deep = begun("INDIKATOR KINERJA UTAMA"), 60.0, 24.0
    for left, right, text in ((0, 1, "NO"), (1, 4, "SASARAN")):
        band(doc, top, [text], (left, right), 2 * deep)
    band(doc, top, ["INDIKATOR KINERJA", "TARGET"], (4, 8, 11))
    top = band(doc, top + deep, ["Jumlah dokumen", "12"], (4, 8, 11))
    for row in ROWS:
        top = band(doc, top, row[:4], (0, 1, 4, 8, 11))
    (block,) = read(doc).blocks
    assert indicators(block) == ["Jumlah dokumen", *(row[2] for row in ROWS)]


@pytest.mark.parametrize("long", ["DINAS PERUMAHAN RAKYAT DAN KAWASAN PERMUKIMAN", "DINAS PERKEBUNAN"])
def test_a_short_group_row_in_the_middle_is_one(long: str) -> None:
    doc, top = begun("INDIKATOR KINERJA UTAMA PERANGKAT DAERAH"), 60.0
    lefts, middle = (30.0, 80.0, 300.0, 560.0), 360.0
    doc.line(20, top, 700, top)
    for name in ("", long, "DINAS SOSIAL"):
        for row in [HEAD] if not name else ROWS:
            if row is ROWS[0]:
                doc.text(middle - len(name) * 2.1, top + 14, name)
                doc.line(20, top + 20, 700, top + 20)
                top += 20
            for left, text in zip(lefts, row, strict=True):
                doc.text(left, top + 14, text)
            doc.line(20, top + 20, 700, top + 20)
            top += 20
    blocks = read(doc).blocks
    assert [block.jabatan.as_printed for block in blocks] == [long, "DINAS SOSIAL"]
    assert [indicators(block) for block in blocks] == [[row[2] for row in ROWS]] * 2


def test_items_that_are_set_in_are_no_group_rows() -> None:
    doc, top = begun(), 60.0
    doc.text(20, 50, "Jabatan : Direktur Teknik")
    lefts = (30.0, 80.0, 300.0, 560.0)
    items = [("", "", text, "") for text in ("a. jumlah layanan", "b. jumlah arsipan")]
    for row in (HEAD, *ROWS, *items, ("3", *ROWS[0][1:])):
        for left, text in zip(lefts, row, strict=True):
            doc.text(left + 20 * (row in items), top + 14, text)
        doc.line(20, top + 20, 700, top + 20)
        top += 20
    (block,) = read(doc).blocks
    assert [row.group for row in block.rows] == [None] * 5
