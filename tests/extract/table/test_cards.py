"""Cards of one indicator each, label beside value."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak
from docx import Document
from kartu_acak import kartu
from ketikan import Ketikan
from word_files import saved, table

from extract.door import decree_of
from extract.read.docx.reading import layout_of_docx
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.table.cards import families
from extract.table.meaning.roles import Decided
from schemas.base import Finding
from schemas.decree import Block

LABELS = ["Sasaran Strategis", "Indikator Kinerja", "Definisi Operasional", "Formula Perhitungan", "Satuan"]
LABELS += ["Target Tahun 2023", "Sumber Data", "Penanggung Jawab"]
SHEETS = [
    ["Meningkatnya derajat kesehatan", "Angka Kematian Ibu", "Kematian ibu selama hamil dan nifas",
     "Jumlah kematian ibu dibagi kelahiran hidup", "Kasus", "78", "Profil Kesehatan", "Bidang Kesehatan Masyarakat"],
    ["Meningkatnya derajat kesehatan", "Prevalensi stunting balita", "Balita pendek menurut umur",
     "Balita stunting dibagi balita yang diukur", "Persen", "14", "e-PPGBM", "Bidang Kesehatan Masyarakat"],
    ["Meningkatnya mutu pelayanan", "Persentase puskesmas paripurna", "Puskesmas dengan akreditasi paripurna",
     "Puskesmas paripurna dibagi puskesmas", "Persen", "65", "Laporan bidang", "Bidang Pelayanan Kesehatan"],
]  # fmt: skip
#: What stands below a head that is no sheet.
TABLE = [["NO", "SASARAN", "INDIKATOR", "TARGET"], ["1", "Tertib mutasi", "Jumlah SK", "12 SK"]]
ROLES = ["sasaran", "indikator", "rumus", "satuan", "target", "sumber_data", "penanggung_jawab"]


def sheet(doc: Cetak, rows: Sequence[Sequence[str]], xs: Sequence[float]) -> None:
    doc.page()
    doc.text(200, 40, "MANUAL INDIKATOR KINERJA UTAMA")
    doc.text(220, 54, "DINAS KESEHATAN KABUPATEN PASER")
    doc.cells(xs, rows, 80)


def read(doc: Cetak) -> tuple[list[Block], tuple[Finding, ...]]:
    found = decree_of(layout_of_pdf(doc.save(), PdfOptions()))
    return list(found.decree.blocks), found.findings


def values_of(block: Block) -> list[list[str]]:
    return [[row.cells[role].text.as_printed for role in ROLES] for row in block.rows]  # type: ignore[index]


@pytest.mark.parametrize("numbered", [True, False])
def test_sheets_of_one_list_are_its_rows(numbered: bool) -> None:
    doc = Cetak()
    for values in SHEETS:
        rows = [[label, ":", value] for label, value in zip(LABELS, values, strict=True)]
        if numbered:
            sheet(doc, [[str(n), *row] for n, row in enumerate(rows, 1)], [40, 70, 220, 240, 700])
        else:
            sheet(doc, rows, [40, 220, 240, 700])
    (block,), findings = read(doc)
    assert (block.kind, block.jabatan.as_printed) == ("IKU", "DINAS KESEHATAN KABUPATEN PASER")
    assert (
        [[row.cells[role].text.as_printed for role in ROLES] for row in block.rows]
        == [  # type: ignore[index]
            [values[0], values[1], *values[3:]] for values in SHEETS
        ]
    )
    assert [[cell.text.as_printed for cell in row.others.values()] for row in block.rows] == [[v[2]] for v in SHEETS]
    assert [row.page for row in block.rows] == [1, 2, 3]
    assert "karakter-hilang" not in {found.code for found in findings}


def test_an_abbreviation_in_a_label_is_no_number() -> None:
    doc = Cetak()
    labels = [*LABELS[:2], "Def. Operasional", *LABELS[3:]]
    for values in SHEETS:
        sheet(doc, list(zip(labels, values, strict=True)), [40, 240, 700])
    (block,), _ = read(doc)
    assert [list(row.others) for row in block.rows] == [["Def. Operasional"]] * 3


def test_sheets_below_their_numbers_alone_go_on_with_the_list() -> None:
    doc = Cetak()
    doc.page(height=1000)
    doc.text(200, 40, "MANUAL INDIKATOR KINERJA UTAMA")
    doc.text(220, 54, "DINAS KESEHATAN KABUPATEN PASER")
    for at, values in enumerate(SHEETS):
        doc.text(40, 90 + 200 * at, f"IKU {at + 1}")
        doc.cells([40, 220, 700], list(zip(LABELS, values, strict=True)), 100 + 200 * at)
    (block,), _ = read(doc)
    assert block.jabatan.as_printed == "DINAS KESEHATAN KABUPATEN PASER"
    assert [row.cells["indikator"].text.as_printed for row in block.rows] == [values[1] for values in SHEETS]


def test_a_sheet_below_no_number_of_its_own_goes_on_with_nothing() -> None:
    """Whose it is nobody says: no rows of the holder above."""
    doc = Cetak()
    doc.page(height=1000)
    doc.text(200, 40, "MANUAL INDIKATOR KINERJA UTAMA")
    doc.text(220, 54, "DINAS KESEHATAN KABUPATEN PASER")
    for at, values in enumerate(SHEETS[:2]):
        doc.text(40, 90 + 200 * at, "IKU")
        doc.cells([40, 220, 700], list(zip(LABELS, values, strict=True)), 100 + 200 * at)
    (first, second), findings = read(doc)
    assert [len(first.rows), len(second.rows), second.jabatan.as_printed] == [1, 1, ""]
    assert "kepala-tanpa-pemangku" in {found.code for found in findings}


def test_the_place_of_a_value_is_where_it_is_printed() -> None:
    doc = Cetak()
    sheet(doc, [[label, ":", value] for label, value in zip(LABELS, SHEETS[0], strict=True)], [40, 220, 240, 700])
    (block,), _ = read(doc)
    (place,) = block.rows[0].cells["target"].text.places
    assert place.bbox is not None
    assert place.bbox[0] == pytest.approx(244, abs=2)
    assert 80 + 20 * 5 < place.bbox[1] < place.bbox[3] < 80 + 20 * 6


def test_a_head_drawn_as_a_table_is_no_sheet() -> None:
    doc = Cetak()
    head = [["Nama Jabatan", ":", "Kepala Bidang Mutasi"], ["Unit Kerja", ":", "Bidang Mutasi"]]
    head += [["Ikhtisar Jabatan", ":", "Melaksanakan urusan mutasi pegawai"], ["Fungsi", ":", "Penyusunan rencana"]]
    sheet(doc, head, [40, 220, 240, 700])
    doc.cells([40, 80, 300, 600, 700], TABLE, 200)
    (block,), _ = read(doc)
    assert block.jabatan.as_printed == "Kepala Bidang Mutasi"
    assert [row.cells["indikator"].text.as_printed for row in block.rows] == ["Jumlah SK"]


def test_a_head_with_the_caption_of_its_table_is_no_sheet() -> None:
    doc = Cetak()
    doc.page()
    doc.text(200, 40, "INDIKATOR KINERJA INDIVIDU")
    labels = [("Jabatan", "Kepala Bidang Mutasi"), ("Unit Kerja", "Bidang Mutasi"), ("Sasaran", "Tertib mutasi")]
    labels += [("Sumber Data", "Bidang Mutasi"), ("Formula", "Jumlah SK"), ("Indikator Kinerja Individu", "")]
    for n, (label, value) in enumerate(labels):
        doc.text(60, 80 + 14 * n, label)
        doc.text(220, 80 + 14 * n, f": {value}")
    doc.cells([40, 80, 300, 600, 700], TABLE, 200)
    (block,), _ = read(doc)
    assert [row.cells["indikator"].text.as_printed for row in block.rows] == ["Jumlah SK"]


def test_sheets_without_lines_are_read_as_drawn_ones_are() -> None:
    doc = Cetak()
    for values in SHEETS:
        doc.page()
        doc.text(200, 40, "KAMUS INDIKATOR KINERJA UTAMA")
        doc.text(220, 54, "UPTD BALAI PENGUJIAN")
        y = 90.0
        for n, (label, value) in enumerate(zip(LABELS, values, strict=True), 1):
            first, _, rest = value.partition(" ") if n == 4 else (value, "", "")
            doc.text(60, y, f"{n}. {label}")
            doc.text(220, y, f": {first}")
            if rest:
                y += 14
                doc.text(227, y, rest)
            y += 16
    (block,), findings = read(doc)
    assert (block.kind, block.jabatan.as_printed) == ("IKU", "UPTD BALAI PENGUJIAN")
    assert (
        [[row.cells[role].text.as_printed for role in ROLES] for row in block.rows]
        == [  # type: ignore[index]
            [values[0], values[1], *values[3:]] for values in SHEETS
        ]
    )
    assert "karakter-hilang" not in {found.code for found in findings}


def test_what_a_page_cuts_off_a_card_goes_on_with_its_row() -> None:
    doc = Cetak()
    rows = [list(zip(LABELS, values, strict=True)) for values in SHEETS]
    doc.page(height=400)
    doc.text(200, 40, "MANUAL INDIKATOR KINERJA UTAMA")
    doc.text(220, 54, "DINAS KESEHATAN KABUPATEN PASER")
    doc.cells([40, 220, 700], rows[0], 80)
    doc.text(40, 276, "IKU-2")
    doc.cells([40, 220, 700], rows[1][:5], 280)
    doc.page(height=400)
    doc.cells([40, 220, 700], rows[1][5:], 40)
    doc.text(40, 116, "IKU-3")
    doc.cells([40, 220, 700], rows[2], 120)
    (block,), findings = read(doc)
    assert values_of(block) == [[values[0], values[1], *values[3:]] for values in SHEETS]
    cut = block.rows[1].cells["sumber_data"].text
    assert [place.page for place in cut.places] == [2]
    assert not {"karakter-hilang", "teks-tak-terbaca"} & {found.code for found in findings}


def test_a_card_may_leave_a_label_out() -> None:
    doc = Cetak()
    doc.page(height=900)
    doc.text(200, 40, "MANUAL INDIKATOR KINERJA UTAMA")
    doc.text(220, 54, "DINAS KESEHATAN KABUPATEN PASER")
    for at, values in enumerate(SHEETS):
        own = [pair for n, pair in enumerate(zip(LABELS, values, strict=True)) if (at, n) not in ((0, 7), (1, 2))]
        doc.cells([40, 220, 700], own, 80 + 200 * at)
    (block,), _ = read(doc)
    said = values_of(block)
    assert [row[:6] for row in said] == [[values[0], values[1], *values[3:7]] for values in SHEETS]
    assert [row[6] for row in said] == ["", SHEETS[1][7], SHEETS[2][7]]
    assert [[cell.text.as_printed for cell in row.others.values()] for row in block.rows] == [
        [SHEETS[0][2]], [""], [SHEETS[2][2]]
    ]  # fmt: skip


def test_cards_of_one_drawing_come_apart_where_their_first_label_comes_again() -> None:
    doc = Cetak()
    doc.page(height=900)
    doc.text(200, 40, "MANUAL INDIKATOR KINERJA UTAMA")
    doc.text(220, 54, "DINAS KESEHATAN KABUPATEN PASER")
    doc.cells([40, 220, 700], [pair for values in SHEETS for pair in zip(LABELS, values, strict=True)], 80)
    (block,), _ = read(doc)
    assert values_of(block) == [[values[0], values[1], *values[3:]] for values in SHEETS]


def test_the_caption_of_a_card_is_no_fungsi() -> None:
    doc = Cetak()
    doc.page(height=900)
    head = ["INDIKATOR KINERJA INDIVIDU", "Jabatan : Kepala Bidang Mutasi", "Tugas : Melaksanakan urusan mutasi"]
    head += ["Fungsi :", "1. penyusunan rencana mutasi;", "2. pelaporan mutasi."]
    for n, line in enumerate(head):
        doc.text(40, 40 + 13 * n, line)
    for at, values in enumerate(SHEETS):
        doc.text(40, 120 + 200 * at, f"Kartu {at + 1}")
        doc.cells([40, 220, 700], list(zip(LABELS, values, strict=True)), 124 + 200 * at)
    (block,), findings = read(doc)
    assert [item.text.as_printed for item in block.fungsi] == ["penyusunan rencana mutasi;", "pelaporan mutasi."]
    assert len(block.rows) == len(SHEETS)
    assert "teks-tak-terbaca" not in {found.code for found in findings}


def test_cards_of_two_holders_are_two_blocks() -> None:
    doc = Cetak()
    doc.page(height=1100)
    doc.text(200, 20, "KAMUS INDIKATOR KINERJA INDIVIDU")
    y = 40.0
    for holder, sheets in (("A. KEPALA BIDANG MUTASI", SHEETS[:2]), ("B. KEPALA BIDANG DIKLAT", SHEETS[2:])):
        doc.text(40, y, holder)
        doc.text(40, y + 14, "Tugas : Melaksanakan urusan pegawai")
        for values in sheets:
            doc.cells([40, 220, 700], list(zip(LABELS, values, strict=True)), y + 24)
            y += 190
        y += 40
    blocks, _ = read(doc)
    assert [block.jabatan.as_printed for block in blocks] == ["KEPALA BIDANG MUTASI", "KEPALA BIDANG DIKLAT"]
    assert [len(block.rows) for block in blocks] == [2, 1]


def test_one_line_between_labels_and_values_draws_a_card() -> None:
    doc = Cetak()
    for values in SHEETS:
        doc.page()
        doc.text(200, 40, "MANUAL INDIKATOR KINERJA UTAMA")
        doc.text(220, 54, "DINAS KESEHATAN KABUPATEN PASER")
        for n, (label, value) in enumerate(zip(LABELS, values, strict=True)):
            doc.text(44, 94 + 14 * n, label)
            doc.text(224, 94 + 14 * n, value)
        for y in (80, 94 + 14 * len(LABELS)):
            doc.line(40, y, 700, y)
        for x in (40, 220, 700):
            doc.line(x, 80, x, 94 + 14 * len(LABELS))
    (block,), _ = read(doc)
    assert values_of(block) == [[values[0], values[1], *values[3:]] for values in SHEETS]


@pytest.mark.parametrize("seed", range(700, 716))
def test_cards_at_random(seed: int) -> None:
    drawn = kartu(seed)
    found = decree_of(layout_of_docx(drawn.data))
    said = [
        (block.kind, block.jabatan.as_printed, block.tugas and block.tugas.as_printed,
         tuple(item.text.as_printed.rstrip(";") for item in block.fungsi), block.rows)
        for block in found.decree.blocks
    ]  # fmt: skip
    assert [one[:4] for one in said] == [(one.kind, one.jabatan, one.tugas, one.fungsi) for one in drawn.blocks]
    for gold, (*_, rows) in zip(drawn.blocks, said, strict=True):
        named = [{role: text for role, text in row.items() if role in ROLES} for row in gold.rows]
        others = [
            {drawn.rupa.labels[role]: text for role, text in row.items() if role not in ROLES} for row in gold.rows
        ]
        assert [
            {role: c.text.as_printed for role, c in row.cells.items() if c.text.as_printed} for row in rows
        ] == named
        assert [{n: c.text.as_printed for n, c in row.others.items() if c.text.as_printed} for row in rows] == others
    assert "karakter-hilang" not in {one.code for one in found.findings}


def test_a_long_list_of_terms_is_no_card() -> None:
    """Its terms are many, though some are called as columns are; and it takes no time to say so."""
    terms = [[f"Istilah {sign}{other}", "hal yang dijelaskan di sini"] for sign in "ABCDEFGHIJ" for other in "KLMNOP"]
    terms[5:5] = [[name, "yang diharapkan"] for name in ("Sasaran", "Indikator Kinerja", "Target", "Satuan")]
    document = Document()
    for text in ("INDIKATOR KINERJA UTAMA", "DINAS KESEHATAN KABUPATEN PASER"):
        document.add_paragraph(text)
    table(document, TABLE)
    document.add_paragraph("Daftar istilah")
    table(document, terms)
    (block,) = decree_of(layout_of_docx(saved(document))).decree.blocks
    assert [row.cells["indikator"].text.as_printed for row in block.rows] == ["Jumlah SK"]


def test_a_table_of_two_columns_is_no_card() -> None:
    """Not even where its indikator are called as columns are."""
    names = ["Persentase target kinerja", "Jumlah sumber data", "Formula perhitungan tersusun", "Jumlah satuan kerja"]
    document = Document()
    for text in ("INDIKATOR KINERJA UTAMA", "DINAS KESEHATAN KABUPATEN PASER"):
        document.add_paragraph(text)
    table(document, [["INDIKATOR KINERJA", "TARGET"], *([name, f"{n} unit"] for n, name in enumerate(names, 2))])
    table(document, TABLE)
    blocks = decree_of(layout_of_docx(saved(document))).decree.blocks
    assert "TARGET" not in [row.cells["indikator"].text.as_printed for block in blocks for row in block.rows]


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("numbered", [False, True])
def test_a_label_over_the_targets_of_quarters_is_a_target_for_each(numbered: bool, beside: bool) -> None:
    """Below each other (`TW I | 10`) or side by side over their values, below the year's."""
    page = Ketikan()
    page.lines("MANUAL INDIKATOR KINERJA UTAMA", centred=True)
    page.lines("DINAS KESEHATAN KABUPATEN PASER", centred=True)
    quarters = [["-", "-", "70", "78"], ["2", "5", "", "14"], ["15", "30", "50", "65"]]
    for values, parts in zip(SHEETS, quarters, strict=True):
        entries = [*zip(LABELS, values, strict=True)]
        made = page.grid([], columns=numbered + (3 if beside else 5))
        for n, (label, value) in enumerate([*entries[:6], ("Target Periodik", ""), *entries[6:]], 1):
            own = [str(n), label] if numbered else [label]
            names = [f"TW {one}" for one in ("I", "II", "III", "IV")]
            if value:
                page.row(made, [*own, value])
                continue
            blank = [""] * len(own)
            bands = [[*own, names[0], parts[0]], *([*blank, *one] for one in zip(names[1:], parts[1:], strict=True))]
            rows = [page.row(made, one) for one in (bands if beside else [[*own, *names], [*blank, *parts]])]
            for at, text in enumerate(own):
                page.fill(rows[0].cells[at].merge(rows[-1].cells[at]), text)
        page.lines("")
    (block,) = decree_of(layout_of_docx(page.save())).decree.blocks
    printed = [[one.cell.text.as_printed for one in row.targets] for row in block.rows]
    assert printed == [[values[5], *parts] for values, parts in zip(SHEETS, quarters, strict=True)]
    scopes = [one.scope for one in block.headings if one.scope is not None]
    assert [(one.period, one.period_number) for one in scopes[1:]] == [("triwulan", n) for n in range(1, 5)]
    assert [row.cells["sumber_data"].text.as_printed for row in block.rows] == [values[6] for values in SHEETS]


def test_heads_of_holders_are_no_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first label of most names an office, however much their values look like those of indicators."""
    roles = ("sasaran", "penanggung_jawab", "indikator", "rumus")
    monkeypatch.setattr(families, "decide", lambda _: [Decided(role, 0.9) for role in roles])
    labels = ("1. Nama Jab.", "2. Unit Kerja/Bidang", "3. Uraian Tgs.", "4. Melaksanakan Fungsi")
    holders = [
        ("Kepala Dinas Perumahan Rakyat", "Sekretariat", "Melaksanakan urusan pemerintahan di bidang perumahan rakyat",
         "i. perumusan kebijakan; ii. pelaksanaan kebijakan; iii. evaluasi dan pelaporan."),
        ("Penera Ahli Pertama", "Bidang Metrologi", "Melaksanakan tera, tera ulang dan pengujian alat ukur",
         "i. melakukan pemeriksaan dan pengujian; ii. membuat laporan."),
        ("Penata Laporan Keuangan", "Bidang Mutasi", "Melaksanakan pembinaan hubungan industrial",
         "i. melakukan mediasi; ii. membuat anjuran tertulis."),
    ]  # fmt: skip
    page = Ketikan()
    for values in holders:
        page.lines("RENCANA AKSI PENCAPAIAN KINERJA INDIVIDU", centred=True)
        page.grid([[label, ":", value] for label, value in zip(labels, values, strict=True)])
        page.lines("")
        page.grid(TABLE)
    blocks = decree_of(layout_of_docx(page.save())).decree.blocks
    printed = [[row.cells["indikator"].text.as_printed for row in block.rows] for block in blocks]
    assert printed == [["Jumlah SK"]] * 3
    assert [block.jabatan.as_printed for block in blocks] == [values[0] for values in holders]
