"""Tables without upright lines: their columns are the white between words, their rows the white between lines."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak
from flows import flow_of_pdf

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.table.sheet import DrawnTable

LEFT = (40.0, 80.0, 260.0, 480.0, 600.0)
HEAD = ("URUT", "OUTCOME YANG DICAPAI", "ALAT UKUR", "RENCANA CAPAIAN", "ASAL DATA")
ROWS = (
    (
        "1",
        ("Meningkatnya mutu layanan", "kepegawaian"),
        ("Jumlah dokumen mutu", "layanan"),
        "12 dokumen",
        "Bidang Mutasi",
    ),
    ("2", ("Terwujudnya tertib arsip",), ("Persentase arsip tertata",), "80 %", "Seksi Arsip"),
    ("3", ("Tersedianya data pegawai",), ("Jumlah data pegawai yang", "tersedia"), "31 data", "Bidang Data"),
)


def printed(doc: Cetak) -> list[list[str]]:
    (table,) = (item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable))
    return [[cell.text.as_printed for cell in row.cells.values()] for row in table.rows]


def draw(doc: Cetak, top: float, rule: bool = False, heading: bool = True) -> float:
    base = top
    if heading:
        for x, text in zip(LEFT, HEAD, strict=True):
            doc.text(x, base, text)
        base += 24
    for number, sasaran, indikator, target, source in ROWS:
        if rule:
            doc.line(36, base - 14, 780, base - 14)
        for x, lines in zip(LEFT, ((number,), sasaran, indikator, (target,), (source,)), strict=True):
            for i, line in enumerate(lines):
                doc.text(x, base + 11 * i, line)
        base += 24 + 11 * (max(len(sasaran), len(indikator)) - 1)
    if rule:
        doc.line(36, base - 14, 780, base - 14)
    return base


def wanted() -> list[list[str]]:
    return [[n, " ".join(s), " ".join(i), t, d] for n, s, i, t, d in ROWS]


def test_rows_that_stand_apart_by_more_and_by_less_than_what_parts_rows() -> None:
    # lines of a cell 1.15 type sizes apart, rows by 1.5 and 1.6: by more than 1.56 rows part by themselves
    doc = start()
    base = 100.0
    for x, text in zip(LEFT, HEAD, strict=True):
        doc.text(x, base, text)
    base += 24
    for k in range(8):
        two = k % 4 != 2
        number, sasaran = ("", "") if k % 2 else (str(k // 2 + 1), f"Meningkatnya mutu {k}")
        for x, text in zip(LEFT, (number, sasaran, f"Jumlah dokumen {k}", f"{k} dokumen", "Bidang"), strict=True):
            if text:
                doc.text(x, base, text)
        if two:
            base += 1.15 * doc.size
            doc.text(LEFT[2], base, "yang disusun")
        base += (1.5, 1.6)[k % 2] * doc.size
    (table,) = (item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable))
    assert len(table.parts[0].grid.owner) == 9 and len(table.rows) == 8


def start() -> Cetak:
    doc = Cetak()
    doc.page()
    doc.text(300, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, "Jabatan : Kepala Bidang Mutasi")
    return doc


def test_no_line_at_all() -> None:
    doc = start()
    draw(doc, 90)
    assert printed(doc) == wanted()


def test_lines_across_only() -> None:
    doc = start()
    draw(doc, 90, rule=True)
    assert printed(doc) == wanted()


def test_a_group_row_above_the_first_row_of_a_table_without_heading_is_no_line_of_the_head() -> None:
    doc = start()
    draw(doc, 90, rule=True)
    doc.page()
    doc.text(40, 60, "Jabatan : Kepala Bidang Arsip")
    doc.line(36, 76, 780, 76)
    doc.text(40, 87, "1. Mewujudkan aparatur yang profesional dan berdaya guna")
    draw(doc, 108, rule=True, heading=False)
    flow = flow_of_pdf(doc.save())
    first, second = (item for item in flow.items if isinstance(item, DrawnTable))
    assert [len(table.rows) for table in (first, second)] == [3, 3]
    assert {row.group for row in second.rows} == {"1. Mewujudkan aparatur yang profesional dan berdaya guna"}


def test_a_box_only() -> None:
    doc = start()
    bottom = draw(doc, 90)
    for x0, y0, x1, y1 in ((36, 76, 780, 76), (36, bottom, 780, bottom), (36, 76, 36, bottom), (780, 76, 780, bottom)):
        doc.line(x0, y0, x1, y1)
    assert printed(doc) == wanted()


def test_it_goes_on_on_the_next_page() -> None:
    doc = start()
    draw(doc, 90)
    doc.page()
    draw(doc, 60, heading=False)
    rows = printed(doc)
    assert len(rows) == 6 and rows[3:] == wanted()


def test_running_text_is_no_table() -> None:
    doc = start()
    for i in range(12):
        doc.text(40, 90 + 14 * i, "Dalam rangka mewujudkan pemerintahan yang efektif maka kami menyatakan sanggup")
    assert not [item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable)]


def test_labels_and_values_are_no_table() -> None:
    doc = start()
    for i, (label, value) in enumerate(
        (("Unit Kerja", "Bidang Mutasi"), ("Tugas", "Melaksanakan"), ("Pangkat", "Pembina"))
    ):
        for x, text in ((40.0, label), (160.0, ":"), (180.0, value)):
            doc.text(x, 90 + 24 * i, text)
    assert not [item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable)]


def headings(doc: Cetak) -> list[str]:
    (table,) = (item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable))
    return [heading.text.as_printed for heading in table.headings]


def test_the_upper_level_of_a_heading_spans_what_stands_below_it_at_one_height() -> None:
    doc = start()
    left = (40.0, 80.0, 240.0, 420.0, 490.0, 560.0, 640.0)
    for x, base, text in (
        (476, 90, "TAHAPAN"),
        (480, 101, "TARGET"),
        (40, 104, "NO"),
        (80, 104, "SASARAN"),
        (240, 104, "INDIKATOR"),
        (640, 104, "SUMBER DATA"),
        (420, 118, "2021"),
        (490, 118, "2022"),
        (560, 118, "2023"),
    ):
        doc.text(x, base, text)
    for n in range(3):
        cells = (str(n + 1), f"Meningkatnya mutu {n}", f"Jumlah dokumen mutu {n}", "12", "13", "14", "Bidang Mutasi")
        for x, text in zip(left, cells, strict=True):
            doc.text(x, 142 + 24 * n, text)
    wanted = [f"TAHAPAN TARGET {year}" for year in (2021, 2022, 2023)]
    assert headings(doc) == ["NO", "SASARAN", "INDIKATOR", *wanted, "SUMBER DATA"]


def test_a_watermark_over_a_table_without_lines() -> None:
    doc = start()
    draw(doc, 90)
    doc.text(200, 150, "SALINAN", 60)
    assert printed(doc) == wanted()


def test_headings_that_nearly_touch_are_no_upper_level() -> None:
    doc = start()
    put = [(40, 90, "NOMO"), (66, 90, "SASARAN"), (200, 90, "INDIKATOR"), (380, 90, "TARGET"), (500, 90, "SUMBER")]
    put += [(49, 102, "R"), (63, 102, "KEGIATAN")]
    for x, base, text in put:
        doc.text(x, base, text)
    for n in range(3):
        cells = (str(n + 1), f"Meningkatnya mutu {n}", f"Jumlah dokumen {n}", "12", "Bidang Mutasi")
        for x, text in zip((40.0, 66.0, 200.0, 380.0, 500.0), cells, strict=True):
            doc.text(x, 126 + 24 * n, text)
    assert headings(doc) == ["NOMO R", "SASARAN KEGIATAN", "INDIKATOR", "TARGET", "SUMBER"]


def test_a_watermark_beside_several_lines_is_no_part_of_them() -> None:
    """It stands in the white between labels and values, over no print."""
    doc = Cetak()
    doc.page()
    doc.text(40, 60, "Fungsi")
    listed = [f"{n}. Penyiapan bahan urusan {n}" for n in range(1, 8)]
    for n, text in enumerate(listed):
        doc.text(500, 120 + 12 * n, text)
    doc.text(250, 180, "DRAF", 72)
    assert [item.text for item in flow_of_pdf(doc.save()).items] == ["Fungsi", *listed]


def test_a_target_of_one_line_beside_a_long_formula_is_a_column() -> None:
    doc = start()
    left = (40.0, 80.0, 220.0, 360.0, 450.0)
    heading = ("NO", "INDIKATOR", "RUMUS", "TARGET", "SUMBER DATA")
    for x, text in zip(left, heading, strict=True):
        doc.text(x, 90, text)
    rows = [("1", "5 objek"), ("2", "70 orang"), ("3", "30 masjid"), ("4", "6 kali")]
    for n, (number, target) in enumerate(rows):
        base = 114 + 100 * n
        for x, text in zip(left, (number, "Meningkatnya mutu", "Jumlah dokumen", target, "Bidang Mutasi"), strict=True):
            doc.text(x, base, text)
        for line in range(1, 8):
            doc.text(220, base + 11 * line, "dibagi jumlah semua")
    (table,) = (item for item in flow_of_pdf(doc.save()).items if not hasattr(item, "base"))
    assert [row.cells["target"].text.as_printed for row in table.rows] == [target for _, target in rows]


#: Texts of a heading of two levels, line by line from its first base line on.
LEVELS = (
    (0, ((455, "RENCANA CAPAIAN"),)),
    (5, ((40, "URUT"), (80, "OUTCOME YANG"), (240, "ALAT UKUR"), (640, "PENANGGUNG"))),
    (16, ((80, "DICAPAI"), (640, "JAWAB"))),
    (22, ((420, "2021"), (490, "2022"), (560, "2023"))),
    (27, ((640, "KEGIATAN"),)),
)


def boxed(doc: Cetak, gap: float, numbers: Sequence[int]) -> None:
    """A heading of two levels and, so far (points) below it, rows, in a box from 90 points on."""
    for down, parts in LEVELS:
        for x, text in parts:
            doc.text(x, 104 + down, text)
    for at, n in enumerate(numbers):
        base = 131 + gap + 40 * at
        for x, text in (
            (40, str(n)),
            (80, f"Meningkatnya mutu {n}"),
            (240, f"Jumlah data {n}"),
            (640, "Bidang Mutasi"),
        ):
            doc.text(x, base, text)
        for x, text in ((80, "layanan"), (240, "yang tersedia"), (640, "dan Promosi")):
            doc.text(x, base + 11, text)
        for year in range(3):
            doc.text(420 + 70 * year, base, f"{n + year} data")
    bottom = 131 + gap + 40 * len(numbers)
    for x0, y0, x1, y1 in ((36, 90, 780, 90), (36, bottom, 780, bottom), (36, 90, 36, bottom), (780, 90, 780, bottom)):
        doc.line(x0, y0, x1, y1)


@pytest.mark.parametrize("numbers", [(3, 4), (3,)])
def test_a_heading_printed_again_ends_where_it_ended_before_however_near_the_row(numbers: tuple[int, ...]) -> None:
    doc = start()
    boxed(doc, 24, (1, 2))
    doc.page()
    boxed(doc, 12, numbers)
    (table,) = (item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable))
    years = [f"RENCANA CAPAIAN {year}" for year in (2021, 2022, 2023)]
    assert headings(doc) == ["URUT", "OUTCOME YANG DICAPAI", "ALAT UKUR", *years, "PENANGGUNG JAWAB KEGIATAN"]
    assert [[target.cell.text.as_printed for target in row.targets] for row in table.rows] == [
        [f"{n + year} data" for year in range(3)] for n in (1, 2, *numbers)
    ]
    assert printed(doc) == [
        [str(n), f"Meningkatnya mutu {n} layanan", f"Jumlah data {n} yang tersedia", "Bidang Mutasi dan Promosi"]
        for n in (1, 2, *numbers)
    ]


def test_a_heading_with_further_words_below_those_of_another_one_is_whole() -> None:
    doc = start()
    more = ("", "STRATEGIS", "KINERJA UTAMA", "TAHUN 2024", "YANG DIPAKAI")
    for second in (False, True):
        if second:
            doc.page()
            doc.text(300, 40, "INDIKATOR KINERJA INDIVIDU")
            doc.text(40, 60, "Jabatan : Kepala Bidang Arsip")
        for x, text, rest in zip(LEFT, ("NO", "SASARAN", "INDIKATOR", "TARGET", "SUMBER DATA"), more, strict=True):
            doc.text(x, 90, text)
            doc.text(x, 101, rest if second else "")
        draw(doc, 125, heading=False)
    tables = [item for item in flow_of_pdf(doc.save()).items if isinstance(item, DrawnTable)]
    assert [len(table.rows) for table in tables] == [3, 3]
    whole = ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA UTAMA", "TARGET TAHUN 2024", "SUMBER DATA YANG DIPAKAI"]
    assert [heading.text.as_printed for heading in tables[1].headings] == whole


#: A Perjanjian Kinerja set by a word processor without lines: its rows stand as close as the lines of a cell.
TIGHT = (
    ("No", ("Sasaran Kegiatan",), ("Indikator Kinerja",), "Target"),
    ("1.", ("Tersusunnya dokumen", "perencanaan"), ("Jumlah dokumen Renja,", "RKA dan DPA"), "6 dokumen"),
    ("2.", ("Terlaksananya penatausahaan", "keuangan"), ("Jumlah laporan keuangan",), "12 laporan"),
)
PROGRAM = (
    ("No", ("Kegiatan",), "Anggaran", "Ket"),
    ("1.", ("Perencanaan, Penganggaran, dan Evaluasi Kinerja", "Perangkat Daerah"), "Rp. 87.500.000,-", "APBD"),
    ("2.", ("Administrasi Keuangan Perangkat Daerah",), "Rp. 410.220.300,-", "APBD"),
)


def close(doc: Cetak, top: float, lefts: Sequence[float], rows: Sequence[Sequence[str | tuple[str, ...]]]) -> float:
    base = top
    for row in rows:
        cells = [(cell,) if isinstance(cell, str) else cell for cell in row]
        for x, lines in zip(lefts, cells, strict=True):
            for i, line in enumerate(lines):
                doc.text(x, base + 11 * i, line)
        base += 11 * max(map(len, cells))
    return base


def agreement() -> Cetak:
    doc = Cetak()
    doc.page()
    doc.text(40, 40, "PERJANJIAN KINERJA TAHUN 2021")
    doc.text(40, 54, "KEPALA SUB BAGIAN PERENCANAAN")
    return doc


def test_numbers_begin_rows_that_nothing_sets_apart() -> None:
    doc = agreement()
    close(doc, 90, (40, 70, 260, 460), TIGHT)
    first = ["1.", "Tersusunnya dokumen perencanaan", "Jumlah dokumen Renja, RKA dan DPA", "6 dokumen"]
    second = ["2.", "Terlaksananya penatausahaan keuangan", "Jumlah laporan keuangan", "12 laporan"]
    assert printed(doc) == [first, second]


def test_a_table_of_programs_right_below_has_columns_of_its_own_and_ends_above_who_signs() -> None:
    doc = agreement()
    base = close(doc, 90, (40, 70, 260, 460), TIGHT)
    base = close(doc, base + 8, (40, 62, 330, 450), PROGRAM)
    doc.text(110, base + 16, "Sekretaris,")
    doc.text(300, base + 16, "Seberang, 11 Januari 2021")
    doc.text(90, base + 60, "DEDI KURNIAWAN")
    doc.text(320, base + 60, "TIARA ANGGRAINI")
    (table,) = flow_of_pdf(doc.save()).tables
    assert len(table.rows) == 2
    assert [[cell.text.as_printed for cell in row.values()] for row in table.others] == [
        ["1.", "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah", "Rp. 87.500.000,-", "APBD"],
        ["2.", "Administrasi Keuangan Perangkat Daerah", "Rp. 410.220.300,-", "APBD"],
    ]


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("marks", ["abcde", "12345"])
def test_a_row_of_column_marks_is_neither_a_heading_nor_a_numbered_row(marks: str, numbered: bool) -> None:
    """`a b c d e` above row 1 begins no other table; below `1 2 3 4` a row without a number is one of the table."""
    doc = start()
    first = 0 if numbered else 1
    for at in range(first, len(LEFT)):
        doc.text(LEFT[at], 90, HEAD[at])
        doc.text(LEFT[at], 106, marks[at - first])
    base = 124
    for row in ROWS:
        cells = [(cell,) if isinstance(cell, str) else cell for cell in row]
        for x, lines in list(zip(LEFT, cells, strict=True))[first:]:
            for i, line in enumerate(lines):
                doc.text(x, base + 11 * i, line)
        base += 24 + 11 * (max(map(len, cells)) - 1)
    assert printed(doc) == [row[first:] for row in wanted()]


@pytest.mark.parametrize("items", [2, 4])
@pytest.mark.parametrize("marks", ["1234", "abcd"])
def test_a_list_right_above_the_heading_is_no_part_of_it(items: int, marks: str) -> None:
    """Lines of fungsi and of cells as far apart as the heading is from them; its first column begins a line higher."""
    doc = start()
    for k, no in enumerate(marks[:items]):
        doc.text(52, 100 + 16 * k, f"{no}.")
        doc.text(70, 100 + 16 * k, ("menyusun data penerima", "membina posyandu")[k % 2])
    top = 100 + 16 * items + 10
    doc.text(40, top - 7, "NO")
    for x, text in zip(LEFT[1:], HEAD[1:], strict=True):
        doc.text(x, top, text)
    doc.text(40, top + 7, "URUT")
    base = top + 34
    for number, sasaran, indikator, target, source in ROWS:
        for x, lines in zip(LEFT, ((number,), sasaran, indikator, (target,), (source,)), strict=True):
            for i, line in enumerate(lines):
                doc.text(x, base + 16 * i, line)
        base += 30 + 16 * (len(indikator) - 1)
    flow = flow_of_pdf(doc.save())
    lines = [item.text for item in flow.items if not isinstance(item, DrawnTable)]
    assert [line[:2] for line in lines if line[1:2] == "."] == [f"{no}." for no in marks[:items]]
    (table,) = (item for item in flow.items if isinstance(item, DrawnTable))
    assert [[cell.text.as_printed for cell in row.cells.values()] for row in table.rows] == wanted()


def test_numbered_sentences_are_no_rows() -> None:
    doc = agreement()
    for i, text in enumerate(["1. Perencanaan dan penganggaran", "2. Administrasi keuangan", "3. Pelaporan kinerja"]):
        doc.text(40, 90 + 11 * i, text)
    assert flow_of_pdf(doc.save()).tables == ()


FLUSH = (
    ("1", "Tertib arsip", "85", "persen"),
    ("2", "Daftar arsip", "1.250", "dokumen"),
    ("3", "Susut", "2", "laporan"),
)


@pytest.mark.parametrize("headed", [True, False])
def test_numbers_set_to_the_right_end_where_units_set_to_the_left_begin(headed: bool) -> None:
    """Without white between them: two columns below two headings, one below one."""
    doc = start()
    for x, text in zip((40, 80, 300, 460), ("NO", "SASARAN KINERJA", "INDIKATOR", "TARGET"), strict=True):
        doc.text(x, 90, text)
    if headed:
        doc.text(542, 90, "SATUAN")
    for i, (no, sasaran, number, unit) in enumerate(FLUSH):
        for x, text in zip((40, 80, 300), (no, sasaran, f"Jumlah {unit}"), strict=True):
            doc.text(x, 114 + 24 * i, text)
        doc.text(540 - 5.4 * len(number), 114 + 24 * i, number)
        doc.text(542, 114 + 24 * i, unit)
    apart = [[number, unit] if headed else [f"{number} {unit}"] for *_, number, unit in FLUSH]
    assert [row[3:] for row in printed(doc)] == apart


def test_two_who_sign_below_rows_without_numbers_are_no_row() -> None:
    """`Mengetahui, Kepala Dinas` beside place and date, set in the middle of each half of the page."""
    doc = start()
    bottom = draw(doc, 90, heading=True)
    for x, lines in zip(LEFT[1:], (("",), ("Jumlah arsip", "tertata"), ("14 arsip",), ("Seksi Arsip",)), strict=True):
        for i, line in enumerate(lines):
            doc.text(x, bottom + 11 * i, line)
    for x, text in ((150, "Mengetahui,"), (430, "Tana Paser, 5 Januari 2023")):
        doc.text(x, bottom + 36, text)
    for x, text in ((138, "Kepala Dinas Kearsipan"), (460, "Kepala Bidang Mutasi")):
        doc.text(x, bottom + 47, text)
    rows = printed(doc)
    assert len(rows) == 4 and rows[-1][-1] == "Seksi Arsip"


@pytest.mark.parametrize(("number", "rows"), [("3", 4), ("7", 3)])
def test_a_row_alone_below_a_table_cut_in_two_counts_on_from_its_last_number(number: str, rows: int) -> None:
    """The second part has one row; the last one of the first shares its number with the row above it."""
    doc = start()
    first = [("1", "Tertib arsip"), ("2", "Tertib barang"), ("", "Tertib barang"), (number, "Tertib data")]
    top = 90.0
    for at, row in enumerate(
        [HEAD, *((n, text, f"Jumlah {at}", f"{at} unit", "Bidang") for at, (n, text) in enumerate(first))]
    ):
        top += 40 if at == 4 else 24
        for x, text in zip(LEFT, row, strict=True):
            doc.text(x, top, text)
        for y in (top - 14, top + 8) if at in (3, 4) else (top - 14,):
            doc.line(36, y, 780, y)
    assert len(printed(doc)) == rows


def test_a_group_row_at_the_foot_of_a_page_is_no_label_of_a_head() -> None:
    """Its rows stand on the next page; `Agenda Prioritas A` stands inside the table."""
    doc = start()
    lefts = (40, 80, 260, 480)
    rows = [("1", "Tertib arsip", "Jumlah arsip", "12 berkas"), ("2", "Tertib barang", "Jumlah barang", "6 unit")]
    rows += [("3", "Tertib data", "Jumlah data", "3 data"), ("4", "Tertib buku", "Jumlah buku", "4 buku")]
    heading = ("NO", "SASARAN", "INDIKATOR", "TARGET")
    for page, own in enumerate((rows[:2], rows[2:])):
        top = 90.0
        if page:
            doc.page()
        for row in (heading, *own):
            for x, text in zip(lefts, row, strict=True):
                doc.text(x, top, text)
            top += 24
            if row is heading and not page:
                doc.text(40, top, "Agenda Prioritas A : Mewujudkan aparatur yang profesional di semua bidang")
                top += 24
        if not page:
            doc.text(40, top, "Agenda Prioritas B : Mewujudkan tata kelola pemerintahan yang bersih")
    assert printed(doc) == [list(row) for row in rows]


@pytest.mark.parametrize("below_heading", [12, 14, 18])
def test_rows_no_farther_apart_than_lines_begin_as_sasaran_do(below_heading: float) -> None:
    doc = Cetak()
    doc.page()
    doc.text(250, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, "Jabatan : Kepala Bidang Mutasi")
    rows = [
        ["Meningkatnya mutu layanan publik", "Indeks kepuasan masyarakat", "85 %"],
        ["Terwujudnya tertib arsip daerah", "Persentase arsip yang tertata", "80 %"],
        ["Optimalnya pengelolaan aset", "Jumlah aset yang bersertifikat", "12 bidang"],
    ]
    heads = ["SASARAN", "INDIKATOR KINERJA", "TARGET"]
    for at, row in enumerate([heads, *rows]):
        for x, text in zip((40, 275, 510), row, strict=True):
            doc.text(x, 90 + (below_heading + 12 * (at - 1) if at else 0), text)
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    roles = ("sasaran", "indikator", "target")
    assert [[row.cells[role].text.as_printed for role in roles] for row in block.rows] == rows


@pytest.mark.parametrize(
    "wrapped",
    [
        (["Meningkatnya mutu layanan dan", "Jumlah SK mutasi yang", "12 SK"], ["Terwujudnya tertib", "Diterbitkan"]),
        (["Meningkatnya mutu layanan,", "Jumlah SK yang terbit", "12 SK"], ["Terwujudnya tertib", "tepat waktu"]),
    ],
)
def test_a_line_that_goes_on_with_a_cell_begins_no_row(wrapped: tuple[list[str], list[str]]) -> None:
    """Behind `dan`, or with small letters below a capital, be its first words those of a sasaran."""
    doc = Cetak()
    doc.page()
    doc.text(250, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 60, "Jabatan : Kepala Bidang Mutasi")
    heads = ["SASARAN", "INDIKATOR KINERJA", "TARGET"]
    last = ["Optimalnya pengelolaan aset", "Jumlah aset yang bersertifikat", "12 bidang"]
    above, below = wrapped
    rows = [heads, above, [*below, "per tahun"], last]
    for at, row in enumerate(rows):
        for x, text in zip((40, 275, 510), row, strict=True):
            doc.text(x, (90, 108, 120, 141)[at], text)
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    sasaran = [row.cells["sasaran"].text.as_printed for row in block.rows]
    assert sasaran == [f"{above[0]} {below[0]}", last[0]]
