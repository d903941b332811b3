"""Layouts of other agencies, typeset by tests/support/cetak.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from cetak import UP, Cetak, Tabel
from flows import flow_of_pdf

from extract.door import extract
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.reading import pages_read
from extract.table.drawn.conserve import lost_characters
from extract.table.flow import Flow
from schemas.decree import ExtractedDecree
from schemas.source import Source

HEAD = ["No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Formulasi", "Sumber Data"]
WIDTHS = [30.0, 140.0, 180.0, 80.0, 220.0, 110.0]
SOURCE = Source(file="uji.pdf", slug="uji", sha256="0" * 64, media_type="application/pdf")


def row(no: str, n: int, sasaran: str = "Meningkatnya kualitas layanan") -> list[str]:
    return [no, sasaran, f"Persentase layanan ke {n} yang selesai", f"{n}0 %", f"Layanan selesai dibagi {n}", "Bidang"]


def printed(found: Flow) -> list[list[str]]:
    assert [lost_characters(table) for table in found.tables] == [[]] * len(found.tables)
    return [[cell.text.as_printed for cell in item.all_cells] for table in found.tables for item in table.rows]


def start(lines: tuple[str, ...] = ("INDIKATOR KINERJA UTAMA", "Jabatan : Kepala Dinas")) -> Cetak:
    doc = Cetak()
    doc.page()
    for i, line in enumerate(lines):
        doc.text(40, 40 + 14 * i, line)
    return doc


def extracted(doc: Cetak) -> ExtractedDecree:
    return extract(SOURCE, doc.save())


def test_a_plain_table() -> None:
    doc = start()
    Tabel(doc, WIDTHS, HEAD, top=90).build([row("1", 1), row("2", 2)])
    assert printed(flow_of_pdf(doc.save())) == [row("1", 1), row("2", 2)]


def test_shaded_heading() -> None:
    # grey boxes behind the heading have edges too, but they rule nothing
    doc = start()
    Tabel(doc, WIDTHS, HEAD, top=90, shaded=True).build([row("1", 1)])
    assert printed(flow_of_pdf(doc.save())) == [row("1", 1)]


@pytest.mark.parametrize("marks", [["1", "2", "3", "4", "5", "6"], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]])
def test_a_row_of_column_numbers_is_no_row(marks: list[str]) -> None:
    doc = start()
    Tabel(doc, WIDTHS, HEAD, top=90).build([marks, row("1", 1)])
    assert printed(flow_of_pdf(doc.save())) == [row("1", 1)]


def test_another_heading_in_the_same_columns_begins_a_table() -> None:
    doc = start()
    other = ["No", "Tujuan", "Indikator Tujuan", "Satuan", "Cara Menghitung", "Penanggung Jawab"]
    rows = [row("1", 1), row("2", 2), other, row("1", 3), row("2", 4)]
    Tabel(doc, WIDTHS, HEAD, top=90).build(rows)
    assert [len(table.rows) for table in flow_of_pdf(doc.save()).tables] == [2, 2]


@pytest.mark.parametrize("repeat", [True, False])
@pytest.mark.parametrize("closed", [True, False])
def test_rows_over_many_pages(repeat: bool, closed: bool) -> None:
    # 40 rows of which page breaks cut some; with and without a repeated heading, with and without lines at the break
    doc = start()
    rows = [row(str(n), n) for n in range(1, 41)]
    Tabel(doc, WIDTHS, HEAD, top=90, repeat=repeat, closed=closed, foot=531).build(rows)
    assert len(doc.pages) > 2
    assert printed(flow_of_pdf(doc.save())) == rows


def test_the_same_words_as_target_below_a_page_break_are_the_next_rows_own() -> None:
    doc = start()
    rows = [[*row(str(n), n)[:3], "tepat waktu", *row(str(n), n)[4:]] for n in range(1, 41)]
    Tabel(doc, WIDTHS, HEAD, top=90, foot=531).build(rows)
    assert len(doc.pages) > 2
    assert printed(flow_of_pdf(doc.save())) == rows


@pytest.mark.parametrize("foot", [360.0, 385.0, 410.0, 431.0])
def test_the_same_unit_below_a_page_break_is_the_next_rows_own(foot: float) -> None:
    doc = start()
    units = ["laporan", UP] * 20
    rows = [[*row(str(n), n)[:3], str(n), f"Layanan {n}", unit] for n, unit in enumerate(units, start=1)]
    Tabel(doc, WIDTHS, [*HEAD[:5], "Satuan"], top=90, foot=foot).build(rows)
    assert len(doc.pages) > 2
    (table,) = flow_of_pdf(doc.save()).tables
    assert {one.cells["satuan"].text.as_printed for one in table.rows} == {"laporan", ""}


def _target_spans(foot: float, marks: list[str]) -> list[str]:
    """How the cells of targets stand in a table over pages that prints these."""
    doc = start()
    rows = [[*row(str(n), n)[:3], mark, *row(str(n), n)[4:]] for n, mark in enumerate(marks, start=1)]
    Tabel(doc, WIDTHS, HEAD, top=90, foot=foot).build(rows)
    assert len(doc.pages) > 1
    (table,) = flow_of_pdf(doc.save()).tables
    return [one.cells["target"].span for one in table.rows]


@pytest.mark.parametrize("foot", [320.0, 340.0, 372.0, 398.0])
def test_a_blank_target_at_a_page_break_is_not_merged_with_the_one_above(foot: float) -> None:
    for at in range(8, 16):
        marks = ["5 %" if n != at else "" for n in range(24)]
        assert _target_spans(foot, marks) == ["empty" if n == at else "own" for n in range(24)]


@pytest.mark.parametrize("foot", [360.0, 385.0, 410.0])
def test_a_merged_target_goes_over_a_page_break(foot: float) -> None:
    marks = ["5 %", *[UP] * 3] * 6
    assert _target_spans(foot, marks) == ["own", *["covered"] * 3] * 6


@pytest.mark.parametrize("foot", [500.0, 511.0, 522.0, 533.0, 544.0])
def test_merged_sasaran_over_a_page_break(foot: float) -> None:
    # wherever the break falls, a blank merged cell stays covered and gets no text of another
    doc = start()
    rows = [
        row(str(n // 3 + 1) if n % 3 == 0 else UP, n, "Terwujudnya tata kelola" if n % 3 == 0 else UP)
        for n in range(30)
    ]
    Tabel(doc, WIDTHS, HEAD, top=90, foot=foot).build(rows)
    table = flow_of_pdf(doc.save()).tables[0]
    assert [item.cells["sasaran"].text.as_printed for item in table.rows] == [r[1].replace(UP, "") for r in rows]
    assert [item.cells["sasaran"].span for item in table.rows] == ["covered" if r[1] == UP else "own" for r in rows]
    assert [item.cells["no"].span for item in table.rows] == ["covered" if r[0] == UP else "own" for r in rows]


def test_a_column_too_narrow_for_its_words() -> None:
    # `dokum` / `en`: no blank where the column broke the word, one where the line ended with a word
    doc = start()
    widths = [30.0, 140.0, 180.0, 8 + 5 * 5.4 + 0.5, 220.0, 110.0]
    rows = [["1", "Tersedianya dokumen", "Jumlah dokumen yang tersusun", "12 dokumen", "Dokumen", "Bagian Umum"]]
    Tabel(doc, widths, HEAD, top=90).build(rows)
    assert printed(flow_of_pdf(doc.save())) == rows


def test_two_levels_of_headings_and_group_rows() -> None:
    doc = start()
    edges = [40.0, 70.0, 230.0, 430.0, 490.0, 550.0, 700.0]
    top, middle, under = 90.0, 106.0, 122.0
    for x in edges:
        doc.line(x, middle if x == 490.0 else top, x, under)
    doc.line(40, top, 700, top)
    doc.line(430, middle, 550, middle)
    doc.line(40, under, 700, under)
    for x, y, text in (
        (44, 110, "NO"), (74, 110, "SASARAN"), (234, 110, "INDIKATOR"), (460, 101, "TARGET"), (440, 117, "2022"),
        (500, 117, "2023"), (554, 110, "PENANGGUNG JAWAB"),
    ):  # fmt: skip
        doc.text(x, y, text)
    for i, texts in enumerate((["MISI PERTAMA : Tata kelola"], ["1", "Kelola", "Indeks", "70", "71", "Sekretaris"])):
        base = under + 16 * (i + 1)
        doc.line(40, base, 700, base)
        for x in (40.0, 700.0) if len(texts) == 1 else edges:
            doc.line(x, base - 16, x, base)
        for x, text in zip(edges, texts, strict=False):
            doc.text(x + 4, base - 5, text)
    read = extracted(doc)
    assert [found.code for found in read.findings if found.severity == "error"] == []
    block = read.decree.blocks[0]
    assert [(h.role, h.text.as_printed) for h in block.headings] == [
        ("no", "NO"), ("sasaran", "SASARAN"), ("indikator", "INDIKATOR"), ("target", "TARGET 2022"),
        ("target", "TARGET 2023"), ("penanggung_jawab", "PENANGGUNG JAWAB"),
    ]  # fmt: skip
    assert [h.scope.year for h in block.headings if h.scope] == [2022, 2023]
    (only,) = block.rows
    assert only.group == "MISI PERTAMA : Tata kelola"
    assert [one.cell.text.as_printed for one in only.targets] == ["70", "71"]
    assert (only.others, "target" in only.cells) == ({}, False)


def test_several_units_in_one_file() -> None:
    doc = Cetak()
    for name in ("Kepala Bidang Anggaran", "Kepala Bidang Aset"):
        doc.page()
        doc.text(40, 40, "INDIKATOR KINERJA INDIVIDU")
        doc.text(40, 54, f"Jabatan : {name}")
        doc.text(40, 68, "Tugas : melaksanakan urusan")
        Tabel(doc, WIDTHS, HEAD, top=90).build([row("1", 1)])
    blocks = extracted(doc).decree.blocks
    assert [block.jabatan.as_printed for block in blocks] == ["Kepala Bidang Anggaran", "Kepala Bidang Aset"]
    assert [len(block.rows) for block in blocks] == [1, 1]


def test_a_holder_drawn_as_a_table() -> None:
    # the label stands beside the middle of its value
    doc = Cetak()
    doc.page()
    doc.text(300, 40, "INDIKATOR KINERJA UTAMA")
    top = 50.0
    for label, value in (("Nama Organisasi", ["Dinas Sosial"]), ("Tugas", ["melaksanakan urusan", "bidang sosial"])):
        deep = 12.0 * len(value) + 4
        for x in (40.0, 150.0, 165.0, 700.0):
            doc.line(x, top, x, top + deep)
        doc.line(40, top, 700, top)
        doc.line(40, top + deep, 700, top + deep)
        doc.text(44, top + deep / 2 + 3, label)
        doc.text(154, top + deep / 2 + 3, ":")
        for i, line in enumerate(value):
            doc.text(169, top + 12 * (i + 1) - 2, line)
        top += deep
    Tabel(doc, WIDTHS, HEAD, top=120).build([row("1", 1)])
    block = extracted(doc).decree.blocks[0]
    assert block.jabatan.as_printed == "Dinas Sosial"
    assert block.tugas is not None and block.tugas.as_printed == "melaksanakan urusan bidang sosial"


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_pages_shown_turned(rotate: int) -> None:
    # text that runs sideways as displayed is read upright; its places are those of the page as displayed
    doc = start()
    Tabel(doc, WIDTHS, HEAD, top=90).build([row("1", 1)])
    doc.pages[0].rotate = rotate
    found = flow_of_pdf(doc.save())
    assert printed(found) == [row("1", 1)]
    width, height = (595.0, 842.0) if rotate % 180 else (842.0, 595.0)
    box = found.tables[0].rows[0].cells["no"].text.places[0].bbox
    assert box is not None and 0 <= box[0] < box[2] <= width and 0 <= box[1] < box[3] <= height


def test_bold_by_printing_twice_counts_once() -> None:
    doc = start()
    table = Tabel(doc, WIDTHS, HEAD, top=90)
    table.build([row("1", 1)])
    page = doc.pages[0]
    for code in [line for line in page.code if line.startswith("BT")]:
        x, rest = code.split(" 1 0 0 1 ")[1].split(" ", 1)
        page.code.append(code.replace(f" 1 0 0 1 {x} {rest}", f" 1 0 0 1 {float(x) + 0.3:.2f} {rest}"))
    assert printed(flow_of_pdf(doc.save())) == [row("1", 1)]


def test_watermark_and_stamp_are_kept_apart() -> None:
    doc = start()
    Tabel(doc, WIDTHS, HEAD, top=90).build([row("1", 1), row("2", 2)])
    doc.text(0, 0, "KONSEP", 60, "0.7 0.7 -0.7 0.7 200 350")
    doc.text(300, 130, "SALINAN", 40)
    result = extracted(doc)
    assert printed(flow_of_pdf(doc.save())) == [row("1", 1), row("2", 2)]
    assert sorted(text.as_printed for text in result.decree.unparsed) == ["KONSEP", "SALINAN"]
    assert {finding.code for finding in result.findings} == {"tulisan-menimpa"}


@pytest.mark.parametrize(("base", "apart"), [(130.0, 2), (230.0, 1)])
def test_a_stamp_on_every_page_is_one_where_it_stands_alone(base: float, apart: int) -> None:
    doc = start()
    Tabel(doc, WIDTHS, HEAD, top=90).build([row(str(number), number) for number in range(1, 12)])
    doc.text(300, 130, "SALINAN", 40)
    doc.page()
    doc.text(40, 60, "Uraian Tugas : Melaksanakan mutasi")
    # at another place it is a title
    doc.text(300, base, "SALINAN", 40)
    pages, _ = pages_read(doc.save(), PdfOptions())
    assert sum(text == "SALINAN" for page in pages for text, _, _ in page.overlays) == apart


def test_lost_blanks_come_back_from_the_gaps() -> None:
    # a producer that sets each word on its own and writes no blank
    doc = start()
    Tabel(doc, WIDTHS, HEAD, top=90).build([row("1", 1)])
    page = doc.pages[0]
    code: list[str] = []
    for line in page.code:
        if not line.startswith("BT") or " Tj" not in line:
            code.append(line)
            continue
        before, text = line.split(" Tm (")
        x, y = map(float, before.split()[-2:])
        for word in text.removesuffix(") Tj ET").split(" "):
            code.append(f"BT /F1 9 Tf 1 0 0 1 {x:.2f} {y:.2f} Tm ({word}) Tj ET")
            x += (len(word) + 1) * 5.4
    page.code[:] = code
    assert printed(flow_of_pdf(doc.save())) == [row("1", 1)]


def test_page_numbers_between_the_pieces_part_no_table() -> None:
    doc = start()
    rows = [row(str(n), n) for n in range(1, 41)]
    Tabel(doc, WIDTHS, HEAD, top=90, foot=520).build(rows)
    for number, page in enumerate(doc.pages, 1):
        page.code.append(f"BT /F1 9 Tf 1 0 0 1 400 20 Tm (- {number} -) Tj ET")
    assert printed(flow_of_pdf(doc.save())) == rows


def test_no_lines_between_the_rows() -> None:
    # only the numbers tell where a row starts
    doc = start()
    table = Tabel(doc, WIDTHS, HEAD, top=90)
    rows = [row(str(n), n) for n in range(1, 6)]
    table.heading()
    top, table._close = table.y, lambda: None
    drawn = doc.line

    def upright_only(x0: float, y0: float, x1: float, y1: float) -> None:
        if x0 == x1:
            drawn(x0, y0, x1, y1)

    doc.line = upright_only  # type: ignore[method-assign]
    for item in rows:
        table.row(item)
    drawn(table.edges[0], table.y, table.edges[-1], table.y)
    drawn(table.edges[0], top, table.edges[-1], top)
    assert printed(flow_of_pdf(doc.save())) == rows


def test_a_number_broken_by_a_narrow_column_starts_no_row() -> None:
    # `1` / `2` below each other is twelve
    doc = start()
    rows = [["12", "Tersedianya dokumen bahan", "Jumlah dokumen bahan mutasi pegawai", "1 dokumen", "Draft", "Umum"]]
    Tabel(doc, [8 + 5.5, 90.0, 90.0, 80.0, 220.0, 110.0], ["N", *HEAD[1:]], top=90).build(rows)
    assert [item.cells["indikator"].text.as_printed for item in flow_of_pdf(doc.save()).tables[0].rows] == [rows[0][2]]


@pytest.mark.parametrize("ruled", [True, False])
def test_programs_below_the_indicators_are_kept_with_the_block(ruled: bool) -> None:
    doc = start(("PERJANJIAN KINERJA TAHUN 2023", "Jabatan : Kepala Dinas"))
    Tabel(doc, WIDTHS, HEAD, top=90).build([row("1", 1)])
    programs = [["1", "Program Rehabilitasi Sosial", "1.250.000.000"], ["2", "Program Penunjang", "850.000.000"]]
    if ruled:
        Tabel(doc, [40.0, 260.0, 160.0], ["No", "Program", "Anggaran (Rp)"], top=250).build(programs)
    else:
        for i, texts in enumerate([["No", "Program", "Anggaran (Rp)"], *programs]):
            for x, text in zip((40, 100, 360), texts, strict=True):
                doc.text(x, 250 + 12 * i, text)
    result = extracted(doc)
    (block,) = result.decree.blocks
    assert block.kind == "PK" and len(block.rows) == 1
    assert [[cell.text.as_printed for cell in item.values()] for item in block.others] == programs
    assert [*block.others[0]] == ["No", "Program", "Anggaran (Rp)"]
    assert result.findings == ()


def test_who_signs_below_a_list_of_programs_is_no_row_and_an_amount_without_room_is_apart() -> None:
    doc = start(("PERJANJIAN KINERJA TAHUN 2023", "Jabatan : Kepala Bagian Persidangan"))
    Tabel(doc, WIDTHS, HEAD, top=90).build([row("1", 1)])
    long = "2. Kegiatan Pembentukan Peraturan Daerah dan Peraturan DPRD Rp 3.115.250.000"
    for x, y, text in (
        (120, 250, "Program/Kegiatan"), (380, 250, "Anggaran"), (60, 262, "1. Administrasi Umum"),
        (380, 262, "Rp 1.220.500.000"), (60, 274, long), (60, 292, "PIHAK KEDUA,"), (380, 292, "Bandung, 3 Mei 2023"),
    ):  # fmt: skip
        doc.text(x, y, text)
    (block,) = extracted(doc).decree.blocks
    assert [[cell.text.as_printed for cell in item.values()] for item in block.others] == [
        ["1. Administrasi Umum", "Rp 1.220.500.000"],
        ["2. Kegiatan Pembentukan Peraturan Daerah dan Peraturan DPRD", "Rp 3.115.250.000"],
    ]


def test_a_row_of_amounts_heads_no_table() -> None:
    doc = start(("PERJANJIAN KINERJA TAHUN 2023", "KEPALA DINAS SOSIAL"))
    heads = ["Program/Kegiatan", "Anggaran Semula", "Anggaran Menjadi", "Sumber Dana"]
    programs = [["Program Pemberdayaan", "750.000.000", "512.345.678", "DAU"]]
    programs += [["Pembinaan Usaha", "350.000.000", "212.345.678", "DAU"]]
    Tabel(doc, WIDTHS, HEAD, top=90).build([row("1", 1)])
    Tabel(doc, [240.0, 120.0, 120.0, 100.0], heads, top=250).build(programs)
    (block,) = extracted(doc).decree.blocks
    assert [[cell.text.as_printed for cell in item.values()] for item in block.others] == programs


def test_two_targets_of_one_indicator_are_two_rows() -> None:
    doc = start()
    heads = ["SASARAN", "INDIKATOR SASARAN", "PROGRAM", "TARGET"]
    rows = [["Meningkatnya layanan", "Indeks kepuasan", "Program Pemerintahan", "90 %"]]
    rows += [[UP, UP, "Program Pemberdayaan", "25 %"]]
    Tabel(doc, [200.0, 200.0, 200.0, 100.0], heads, top=90).build(rows)
    (table,) = flow_of_pdf(doc.save()).tables
    assert [item.cells["target"].text.as_printed for item in table.rows] == ["90 %", "25 %"]
    assert [item.cells["indikator"].span for item in table.rows] == ["own", "covered"]


def test_two_texts_for_the_target_of_one_row_part_nothing_else() -> None:
    doc = start()
    heads = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
    rows = [["1", "Meningkatnya layanan", "Perayaan Sumpah Pemuda", "Melaksanakan upacara"]]
    rows += [[UP, UP, UP, "Melaksanakan diskusi"]]
    Tabel(doc, [40.0, 200.0, 200.0, 200.0], heads, top=90).build(rows)
    (table,) = flow_of_pdf(doc.save()).tables
    assert [item.cells["target"].text.as_printed for item in table.rows] == [
        "Melaksanakan upacara Melaksanakan diskusi"
    ]


def test_numbers_of_columns_say_nothing_of_what_the_columns_mean() -> None:
    heads = ["No", "Tujuan", "Sasaran", "Indikator Kinerja", "Target 2016"]
    rows = [["1", "Meningkatnya tata kelola oleh Pemerintah", "Meningkatnya mutu layanan", "Hasil penilaian", "90 %"]]
    rows += [["", UP, "Meningkatnya mutu administrasi", "Persentase penurunan temuan", "10 %"]]
    rows += [["2", "Meningkatnya pengelolaan keuangan daerah", "Meningkatnya opini", "Opini BPK", "WTP"]]
    told = []
    for numbers in ([], [["(1)", "(2)", "(3)", "(4)", "(5)"]]):
        doc = start()
        Tabel(doc, [40.0, 200.0, 200.0, 200.0, 100.0], heads, top=90).build([*numbers, *rows])
        (table,) = flow_of_pdf(doc.save()).tables
        told.append([(heading.role, heading.role_confidence) for heading in table.headings])
    assert told[0] == told[1] and [role for role, _ in told[0]][2:] == ["sasaran", "indikator", "target"]


def test_justified_text_is_read_line_by_line() -> None:
    doc = start(("INDIKATOR KINERJA UTAMA", "Nama Bidang : Bidang Konsumsi", "Fungsi :"))
    items = [
        ("a.", "penyelenggaraan", "pengkajian", "kebijakan", "teknis"),
        ("", "konsumsi pangan;"),
        ("b.", "penyelenggaraan", "fasilitasi", "peningkatan", "mutu"),
        ("", "keamanan pangan;"),
    ]
    for i, words in enumerate(items):
        for x, word in zip((60, 90, 250, 400, 560), words, strict=False):
            doc.text(x, 90 + 14 * i, word)
    Tabel(doc, WIDTHS, HEAD, top=200).build([row("1", 1)])
    (block,) = extracted(doc).decree.blocks
    assert [item.text.as_printed for item in block.fungsi] == [
        " ".join((*items[0][1:], items[1][1])),
        " ".join((*items[2][1:], items[3][1])),
    ]


@pytest.mark.parametrize("repeat", [True, False])
def test_programs_over_two_pages_are_one_table(repeat: bool) -> None:
    doc = start(("PERJANJIAN KINERJA TAHUN 2023", "Jabatan : Kepala Dinas"))
    Tabel(doc, WIDTHS, HEAD, top=90).build([row("1", 1)])
    name = "Program Pengelolaan Sumber Daya Air Wilayah Sungai dan Pantai"
    programs = [[str(n), f"{name} {n}", f"{n}.250.000.000", "APBD"] for n in range(1, 15)]
    heads = ["No", "Program / Kegiatan", "Pagu Anggaran", "Sumber Dana"]
    Tabel(doc, [40.0, 200.0, 120.0, 100.0], heads, top=250, repeat=repeat).build(programs)
    result = extracted(doc)
    (block,) = result.decree.blocks
    assert [[cell.text.as_printed for cell in item.values()] for item in block.others] == programs
    assert {place.page for item in block.others for place in item["No"].text.places} == {1, 2}
    assert not result.decree.tables and result.findings == ()


@pytest.mark.parametrize("office", ["KEPALA DINAS KESEHATAN,", "Kepala Dinas Kesehatan"])
def test_a_signature_without_place_and_date(office: str) -> None:
    doc = start()
    Tabel(doc, WIDTHS, HEAD, top=90).build([row("1", 1)])
    for i, text in enumerate([office, "SUWITO, S.Sos", "Pembina Tingkat I", "NIP. 19650808 199203", "1 019"]):
        doc.text(500, 300 + 14 * i, text)
    result = extracted(doc)
    (lampiran,) = result.decree.lampiran
    assert lampiran.penetapan is not None and lampiran.penetapan.tempat is None
    signed = lampiran.penetapan.penandatangan
    texts = [text.as_printed if text else "" for text in (signed.jabatan, signed.nama, signed.pangkat, signed.nip)]
    assert texts == [office, "SUWITO, S.Sos", "Pembina Tingkat I", "19650808 199203 1 019"]
    assert result.findings == ()


def test_a_table_inside_a_report() -> None:
    # the prose around it is no decree that was not understood
    doc = Cetak()
    for n in range(3):
        doc.page(595, 842)
        for i in range(40):
            doc.text(40, 60 + 14 * i, f"Laporan kinerja halaman {n} baris {i} disusun sebagai pertanggungjawaban")
    doc.page()
    doc.text(40, 40, "INDIKATOR KINERJA UTAMA")
    doc.text(40, 54, "DINAS PERTANIAN KABUPATEN CONTOH")
    Tabel(doc, WIDTHS, HEAD, top=90).build([row("1", 1)])
    result = extracted(doc)
    (block,) = result.decree.blocks
    assert block.jabatan.as_printed == "DINAS PERTANIAN KABUPATEN CONTOH"
    assert len(block.rows) == 1
    assert result.findings == ()
    assert "baris 39" in result.decree.unparsed[0].as_printed


def _dots(doc: Cetak, x0: float, y0: float, x1: float, y1: float) -> None:
    count = int((abs(x1 - x0) + abs(y1 - y0)) / 4)
    for k in range(count):
        a, b = k / count, (k + 0.5) / count
        Cetak.line(doc, x0 + (x1 - x0) * a, y0 + (y1 - y0) * a, x0 + (x1 - x0) * b, y0 + (y1 - y0) * b)


def _double(doc: Cetak, x0: float, y0: float, x1: float, y1: float) -> None:
    dx, dy = (1.5, 0.0) if x0 == x1 else (0.0, 1.5)
    Cetak.line(doc, x0, y0, x1, y1)
    Cetak.line(doc, x0 + dx, y0 + dy, x1 + dx, y1 + dy)


def _open_sides(doc: Cetak, x0: float, y0: float, x1: float, y1: float) -> None:
    if x0 != x1 or 41 < x0 < 799:
        Cetak.line(doc, x0, y0, x1, y1)


def _across(doc: Cetak, x0: float, y0: float, x1: float, y1: float) -> None:
    if x0 != x1:
        Cetak.line(doc, x0, y0, x1, y1)


@pytest.mark.parametrize("style", [_dots, _double, _open_sides, _across, lambda *_: None], ids=lambda f: f.__name__)
def test_ways_to_draw_a_table(style: Callable[..., None]) -> None:
    # dotted, double, open at the sides, without upright lines, without any line
    doc = start()
    doc.line = lambda *box: style(doc, *box)  # type: ignore[method-assign]
    rows = [row(str(n), n) for n in range(1, 7)]
    Tabel(doc, WIDTHS, HEAD, top=110).build(rows)
    assert printed(flow_of_pdf(doc.save())) == rows
