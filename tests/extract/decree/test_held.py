"""A column that names the holder of each row gives each holder a block of its own."""

from __future__ import annotations

import pytest
from cetak import UP, Cetak, Tabel

from extract.decree.held import at_holder, by_holder
from extract.door import Read, decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.base import Finding
from schemas.decree import Block

HEADS = ["NO", "PERANGKAT DAERAH", "SASARAN", "INDIKATOR KINERJA UTAMA", "SUMBER DATA"]
ROWS = [
    ["1", "Dinas Kesehatan", "Meningkatnya kesehatan", "Angka harapan hidup", "BPS"],
    ["", UP, UP, "Prevalensi stunting", "Bidang Kesmas"],
    ["2", "Dinas Pendidikan", UP, "Angka melek huruf", "BPS"],
    ["3", "Kecamatan Tanah Merah", "Meningkatnya pelayanan", "Indeks kepuasan masyarakat", "Survei"],
]


def read(heads: list[str] = HEADS, rows: list[list[str]] = ROWS, officer: str = "") -> Read:
    doc = Cetak()
    doc.page()
    doc.text(60, 60, "INDIKATOR KINERJA INDIVIDU" if officer else "INDIKATOR KINERJA UTAMA PERANGKAT DAERAH")
    doc.text(60, 80, officer)
    Tabel(doc, [40, 150, 200, 200, 120], heads, top=110).build(rows)
    return decree_of(layout_of_pdf(doc.save(), PdfOptions()))


def indicators(block: Block) -> list[str]:
    return [row.cells["indikator"].text.as_printed for row in block.rows]


def test_each_holder_is_a_block() -> None:
    found = read()
    blocks = found.decree.blocks
    assert [(one.kind, one.order, one.label, one.jabatan.as_printed) for one in blocks] == [
        ("IKU", 1, "PERANGKAT DAERAH", "Dinas Kesehatan"),
        ("IKU", 2, "PERANGKAT DAERAH", "Dinas Pendidikan"),
        ("IKU", 3, "PERANGKAT DAERAH", "Kecamatan Tanah Merah"),
    ]
    assert [indicators(one) for one in blocks] == [[ROWS[0][3], ROWS[1][3]], [ROWS[2][3]], [ROWS[3][3]]]
    # a sasaran that two offices share is each one's
    assert blocks[1].rows[0].cells["sasaran"].text.as_printed == "Meningkatnya kesehatan"
    assert [heading.text.as_printed for heading in blocks[2].headings] == [h for h in HEADS if h != HEADS[1]]
    assert all(block.jabatan.places for block in blocks) and found.findings == ()


def test_a_merged_target_that_two_holders_share_is_each_ones() -> None:
    heads = ["NO", "PERANGKAT DAERAH", "INDIKATOR KINERJA UTAMA", "TARGET 2021", "TARGET 2022"]
    rows = [["1", "Dinas Kesehatan", "Angka harapan hidup", "70 %", "71 %"]]
    rows.append(["2", "Dinas Pendidikan", "Angka melek huruf", "80 %", UP])
    blocks = read(heads, rows).decree.blocks
    assert [[one.cell.text.as_printed for one in block.rows[0].targets] for block in blocks] == [
        ["70 %", "71 %"],
        ["80 %", "71 %"],
    ]


def test_a_column_of_tugas_is_each_holders_own() -> None:
    heads = ["NO", "NAMA JABATAN", "URAIAN TUGAS", "INDIKATOR KINERJA INDIVIDU", "TARGET"]
    rows = [
        ["1", "Sekretaris", "Mengoordinasikan urusan umum", "Nilai SAKIP", "B"],
        ["", UP, UP, "Persentase realisasi", "96 %"],
        ["2", "Kepala Bidang Arsip", "Merumuskan kebijakan arsip", "Jumlah arsip", "900 berkas"],
    ]
    blocks = read(heads, rows).decree.blocks
    assert [(one.jabatan.as_printed, one.tugas and one.tugas.as_printed) for one in blocks] == [
        ("Sekretaris", "Mengoordinasikan urusan umum"),
        ("Kepala Bidang Arsip", "Merumuskan kebijakan arsip"),
    ]
    assert [len(one.rows) for one in blocks] == [2, 1] and all(one.tugas and one.tugas.places for one in blocks)
    assert all(not row.others and len(one.headings) == 3 for one in blocks for row in one.rows)
    # a tugas for each indicator is a column of the table
    rows[1][2] = "Menyusun laporan keuangan"
    first, _ = read(heads, rows).decree.blocks
    assert first.tugas is None and len(first.headings) == 4


def test_a_name_printed_again_is_the_same_holder() -> None:
    rows = [ROWS[0], ["2", "Dinas Kesehatan", "Menurunnya kematian", "Angka kematian ibu", "BPS"], ROWS[3]]
    first, second = read(rows=rows).decree.blocks
    assert (len(first.rows), len(second.rows)) == (2, 1) and len(first.jabatan.places) == 2


@pytest.mark.parametrize(
    "heads",
    [
        # who answers for an indicator is no holder
        ["NO", "SASARAN", "INDIKATOR KINERJA UTAMA", "SUMBER DATA", "PERANGKAT DAERAH"],
        ["NO", "TUJUAN", "SASARAN", "INDIKATOR KINERJA UTAMA", "SUMBER DATA"],
    ],
)
def test_other_columns_name_no_holders(heads: list[str]) -> None:
    order = [HEADS.index(head) if head in HEADS else 1 for head in heads]
    rows = [[row[at] for at in order] for row in ROWS]
    (block,) = read(heads, rows).decree.blocks
    assert len(block.rows) == len(ROWS)


def test_a_finding_about_a_row_goes_with_it() -> None:
    blocks = read().decree.blocks
    whole = Finding(code="x", severity="info", message="", kind="IKU", order=1, field="rows/3/target")
    assert [(f.order, f.field) for f in [at_holder(whole, blocks)]] == [(2, "rows/1/target")]
    assert at_holder(whole.model_copy(update={"field": "headings"}), blocks).order == 1


def test_a_block_without_such_a_column_is_itself() -> None:
    (block,) = read(["NO", "TUJUAN", *HEADS[2:]]).decree.blocks
    assert by_holder(block) == [block]


@pytest.mark.parametrize("heading", ["JABATAN / UNIT KERJA", "KEDUDUKAN"])
def test_a_column_of_offices_names_holders_whatever_it_is_called(heading: str) -> None:
    offices = ["Kepala Seksi Angkutan", "", "Pengelola Data", "Sekretaris Dinas"]
    rows = [[row[0], office or UP, *row[2:]] for row, office in zip(ROWS, offices, strict=True)]
    blocks = read([HEADS[0], heading, *HEADS[2:]], rows).decree.blocks
    assert [one.jabatan.as_printed for one in blocks] == [office for office in offices if office]
    assert [len(one.rows) for one in blocks] == [2, 1, 1]


def test_offices_below_an_officers_title_are_no_holders() -> None:
    rows = [[row[0], f"Kepala Seksi {at}", *row[2:]] for at, row in zip("ABCD", ROWS, strict=True)]
    (block,) = read([HEADS[0], "KEDUDUKAN", *HEADS[2:]], rows, "KEPALA BIDANG MUTASI").decree.blocks
    assert (block.jabatan.as_printed, len(block.rows)) == ("KEPALA BIDANG MUTASI", 4)


@pytest.mark.parametrize("heading", ["PEJABAT", "PEMANGKU", "PEMILIK KINERJA"])
def test_offices_left_of_the_sasaran_hold_the_rows_and_those_right_of_it_answer_for_them(heading: str) -> None:
    heads = [heading, "NO", "SASARAN", "INDIKATOR KINERJA", "TARGET", "PIC"]
    offices = ["Kepala Bidang Pelatihan", UP, "Kepala Bagian Umum", UP]
    rows = [
        [office, str(at % 2 + 1), row[2] if row[2] != UP else "Tertatanya arsip", row[3], "90 %", "Arsiparis"]
        for at, (office, row) in enumerate(zip(offices, ROWS, strict=True))
    ]
    doc = Cetak()
    doc.page()
    doc.text(60, 60, "INDIKATOR KINERJA INDIVIDU")
    Tabel(doc, [120, 40, 160, 180, 80, 120], heads, top=110).build(rows)
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [(one.label, one.jabatan.as_printed) for one in blocks] == [
        (heading, "Kepala Bidang Pelatihan"),
        (heading, "Kepala Bagian Umum"),
    ]
    assert {row.cells["penanggung_jawab"].text.as_printed for one in blocks for row in one.rows} == {"Arsiparis"}
