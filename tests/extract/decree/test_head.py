"""Kind and holder of a block: from its own head, from what the pages say elsewhere, or from nowhere."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak, Tabel

from extract.decree.announced import office_above
from extract.decree.persons import office_of_holder
from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.read.piece import Piece
from extract.read.text import layout_of_lines
from schemas.decree import Block, KeptCell, KeptTable, Text
from schemas.layout import Line

HEADS = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
ROW = ["1", "Meningkatnya mutu", "Nilai SAKIP", "BB"]
AGENCY = "DINAS PERHUBUNGAN KABUPATEN PASER"


def read(
    *pages: Sequence[str], tables: Sequence[int] = (-1,), foot: str = "", heads: Sequence[str] = HEADS
) -> tuple[list[Block], list[tuple[str, int | None]]]:
    """The blocks of a document of such lines, a table below those of some pages; and the findings of their heads."""
    doc = Cetak()
    for number, lines in enumerate(pages):
        doc.page()
        for n, line in enumerate(lines):
            doc.text(60, 60 + 16 * n, line)
        if number - len(pages) in tables:
            Tabel(doc, [30, 250, 250, 100], heads, top=150).build([ROW])
        if foot:
            doc.text(60, 580, foot, size=7)
    found = decree_of(layout_of_pdf(doc.save(), PdfOptions()))
    said = [(one.code, one.order) for one in found.findings if one.code.startswith(("kepala-", "jenis-"))]
    return list(found.decree.blocks), said


COVER = ["INDIKATOR KINERJA UTAMA", "2014 - 2019 (PERUBAHAN)", "DINAS PERHUBUNGAN", "PROVINSI JAWA TIMUR"]


def test_a_cover_names_kind_and_agency() -> None:
    (block,), findings = read(COVER, ["Tujuan daerah :"], [])
    assert (block.kind, block.jabatan.as_printed) == ("IKU", "DINAS PERHUBUNGAN PROVINSI JAWA TIMUR")
    assert {place.page for place in block.jabatan.places} == {1}
    assert findings == [("kepala-tersirat", 1)]


def test_an_agency_at_the_foot_of_the_pages_holds_tables_without_holder() -> None:
    title = ["LAMPIRAN", "INDIKATOR KINERJA UTAMA"]
    blocks, findings = read(title, ["Target Jangka Menengah"], ["Rencana"], tables=(-1, -2, -3), foot=AGENCY)
    assert [(block.kind, block.jabatan.as_printed) for block in blocks] == [("IKU", AGENCY)] * 3
    assert findings == [("kepala-tersirat", n) for n in (1, 2, 3)]


LEAD = ["Berdasarkan Rencana Strategis Dinas Perhubungan Tahun 2025-2029, Indikator", "Kinerja adalah sebagai berikut:"]


def test_the_title_over_the_sentence_that_leads_to_a_table_is_its_title() -> None:
    title = ["INDIKATOR KINERJA UTAMA DAN TARGET KINERJA", AGENCY, "TAHUN 2025"]
    (block,), findings = read([*title, *LEAD])
    assert ([text.as_printed for text in block.judul], block.jabatan.as_printed) == (title, AGENCY)
    assert findings == [("kepala-tersirat", 1)]
    (block,), _ = read([*title, "Target ditetapkan oleh kepala dinas."])
    assert block.judul == ()  # no sentence that leads to the table
    (block,), _ = read(title, LEAD)
    assert block.judul == ()  # a cover's


def test_nothing_told_is_nothing_guessed() -> None:
    (block,), findings = read(["Target Kinerja"])
    assert (block.kind, block.order, block.jabatan.as_printed) == (None, 1, "")
    assert findings == [("kepala-tanpa-jenis", 1), ("kepala-tanpa-pemangku", 1)]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["BAB II PERJANJIAN KINERJA", "Perjanjian ini dibuat setiap tahun."], "PK"),
        (["B. Indikator Kinerja Utama"], "IKU"),
        (["LAMPIRAN IKU TAHUN 2020"], "IKU"),
        # a sentence says nothing of the table, nor does a table of contents
        (["Capaian diukur dengan indikator kinerja utama yang ditetapkan."], None),
        (["Indikator Kinerja Utama ........................ 12"], None),
        # two kinds in one title
        (["INDIKATOR KINERJA UTAMA DAN INDIKATOR KINERJA INDIVIDU"], None),
    ],
)
def test_the_kind_that_a_title_of_the_pages_above_says(lines: list[str], kind: str | None) -> None:
    # the table stands too far below to be this title's own
    (block,), _ = read(lines, *[["Uraian berikut menjelaskan capaian dan rencana setiap tahun anggaran."] * 4] * 4, [])
    assert block.kind == kind


LETTER = ["SURAT PERNYATAAN", "Kami yang bertanda tangan di bawah ini :", "Jabatan : Kepala Dinas Perhubungan"]
DUTIES = ["Jabatan : Kepala Bidang Mutasi", "Tugas : Melaksanakan urusan mutasi pegawai"]


@pytest.mark.parametrize(
    ("above", "title", "kind", "disputed"),
    [
        # one title, or several of one kind
        ([], ["PERJANJIAN KINERJA INDIVIDU"], "PK", False),
        ([], ["PERJANJIAN KINERJA", "LAMPIRAN PERJANJIAN KINERJA"], "PK", False),
        ([], ["INDIKATOR KINERJA UTAMA", "DINAS PK KABUPATEN PASER"], "IKU", False),
        # tugas and fungsi are those of a jabatan
        ([], ["PERJANJIAN KINERJA", "INDIKATOR KINERJA INDIVIDU", *DUTIES], "IKI", True),
        # a letter between two parties, whatever the title's own words are
        (LETTER, ["PERJANJIAN KINERJA INDIVIDU", "INDIKATOR KINERJA INDIVIDU"], "PK", True),
        (
            ["BAB II INDIKATOR KINERJA UTAMA", "Indikator ini ditetapkan setiap tahun."],
            ["PERJANJIAN KINERJA", "INDIKATOR KINERJA UTAMA"],
            "IKU",
            True,
        ),
        # each of its lines says INDIVIDU
        ([], ["PERJANJIAN KINERJA INDIVIDU", "INDIKATOR KINERJA INDIVIDU"], "IKI", True),
        ([], ["PERJANJIAN KINERJA", "INDIKATOR KINERJA INDIVIDU"], None, True),
        ([], ["PERJANJIAN KINERJA", "INDIKATOR KINERJA UTAMA"], None, True),
        ([], ["INDIKATOR KINERJA UTAMA DAN PERJANJIAN KINERJA"], None, True),
        # one by its short name
        ([], ["LAMPIRAN PERJANJIAN KINERJA DAN IKI"], None, True),
        ([], ["LAMPIRAN PERJANJIAN KINERJA / IKI", *DUTIES], "IKI", True),
        # what else is said disagrees
        (LETTER, ["PERJANJIAN KINERJA", "INDIKATOR KINERJA INDIVIDU", *DUTIES], None, True),
    ],
)
def test_titles_that_say_two_kinds_are_decided_by_all_else(
    above: list[str], title: list[str], kind: str | None, disputed: bool
) -> None:
    (block,), findings = read(above, title) if above else read(title)
    assert block.kind == kind
    assert disputed == any(code == "jenis-bertentangan" for code, _ in findings)


@pytest.mark.parametrize(
    ("foot", "kind"),
    [
        ("DINAS PERHUBUNGAN - INDIKATOR KINERJA INDIVIDU", "IKI"),
        # the title's own line again
        ("DINAS PERHUBUNGAN - PERJANJIAN KINERJA TAHUN 2022", None),
    ],
)
def test_a_line_of_the_title_on_every_page_decides_nothing(foot: str, kind: str | None) -> None:
    title = ["PERJANJIAN KINERJA TAHUN 2022", "LAMPIRAN INDIKATOR KINERJA INDIVIDU"]
    blocks, findings = read(title, [], [], tables=(-1, -2, -3), foot=foot)
    assert {block.kind for block in blocks} == {kind}
    assert ("jenis-bertentangan", 1) in findings


def test_the_letter_says_more_than_a_heading() -> None:
    (block,), findings = read(LETTER, [], heads=["NO", "SASARAN", "INDIKATOR KINERJA UTAMA", "TARGET"])
    assert (block.kind, block.jabatan.as_printed, findings) == ("PK", "Kepala Dinas Perhubungan", [])


@pytest.mark.parametrize(
    ("title", "holder", "sure"),
    [
        (["KEPALA BIDANG KEBUDAYAAN", "TAHUN 2016"], "KEPALA BIDANG KEBUDAYAAN", True),
        (["KEPALA BIDANG PARIWISATA DAN", "KEBUDAYAAN"], "KEPALA BIDANG PARIWISATA DAN KEBUDAYAAN", True),
        (["DINAS KESEHATAN TAHUN 2022"], "DINAS KESEHATAN", True),
        (["DINAS KESEHATAN", "KABUPATEN PASER"], "DINAS KESEHATAN KABUPATEN PASER", True),
        (["KEPALA DINAS KESEHATAN", "KABUPATEN PASER"], "KEPALA DINAS KESEHATAN", True),
        (["BADAN PENGELOLAAN", "KEUANGAN DAN ASET DAERAH"], "BADAN PENGELOLAAN KEUANGAN DAN ASET DAERAH", False),
        (["TARGET DAN REALISASI"], "TARGET DAN REALISASI", False),
        (["TARGET DAN REALISASI", "KOTA SAMARINDA"], "TARGET DAN REALISASI", False),
        (
            ["DINAS PARIWISATA KABUPATEN PASER", "PERIODE RENSTRA TAHUN 2022-2026"],
            "DINAS PARIWISATA KABUPATEN PASER",
            True,
        ),
        (["BADAN KETAHANAN PANGAN", "PEMERINTAH KABUPATEN PASER"], "BADAN KETAHANAN PANGAN", True),
    ],
)
def test_a_holder_in_the_title(title: list[str], holder: str, sure: bool) -> None:
    (block,), findings = read(["INDIKATOR KINERJA UTAMA", *title])
    assert block.jabatan.as_printed == holder
    assert findings == ([] if sure else [("kepala-tersirat", 1)])


@pytest.mark.parametrize(
    ("title", "holder"),
    [
        (
            ["INDIKATOR KINERJA UTAMA (IKU) INSPEKTORAT DAERAH", "KABUPATEN PASER TAHUN 2021 - 2026"],
            "INSPEKTORAT DAERAH KABUPATEN PASER",
        ),
        (["INDIKATOR KINERJA UTAMA PEMERINTAH KOTA SEMERU TAHUN 2021-2026"], "PEMERINTAH KOTA SEMERU"),
        (["PENETAPAN INDIKATOR KINERJA INDIVIDU KEPALA BIDANG MUTASI", "DINAS X"], "KEPALA BIDANG MUTASI"),
        (["INDIKATOR KINERJA UTAMA PADA DINAS PERIKANAN DAN", "KELAUTAN"], "DINAS PERIKANAN DAN KELAUTAN"),
        (["INDIKATOR KINERJA UTAMA DINAS", "DINAS KESEHATAN"], "DINAS KESEHATAN"),
        # whom the kind is about in general
        (["INDIKATOR KINERJA INDIVIDU PEGAWAI", "KEPALA BIDANG MUTASI"], "KEPALA BIDANG MUTASI"),
    ],
)
def test_a_title_names_its_holder_behind_its_kind(title: list[str], holder: str) -> None:
    (block,), findings = read(title)
    assert (block.jabatan.as_printed, findings) == (holder, [])


@pytest.mark.parametrize("first", ["I. DINAS PERTANIAN", "RENCANA AKSI", "A. IKU"])
def test_the_heading_right_above_a_table_names_its_holder(first: str) -> None:
    above = [first] if first.endswith("PERTANIAN") else [first, "DINAS PERTANIAN"]
    (block,), findings = read(["LAMPIRAN II", "Penjelasan umum atas lampiran ini."], above)
    assert block.jabatan.as_printed == "DINAS PERTANIAN"
    assert [code for code, _ in findings if code != "kepala-tanpa-jenis"] == []


def test_the_place_below_the_heading_right_above_a_table_is_of_its_holder() -> None:
    above = ["I. DINAS PERTANIAN", "KABUPATEN PASER"]
    (block,), _ = read(["LAMPIRAN II", "Penjelasan umum atas lampiran ini."], above)
    assert block.jabatan.as_printed == "DINAS PERTANIAN KABUPATEN PASER"


def test_a_cover_is_no_head_of_the_decree_below_it() -> None:
    decree = [
        "KEPUTUSAN BUPATI PASER",
        "NOMOR 44 TAHUN 2022",
        "TENTANG",
        "INDIKATOR KINERJA UTAMA",
        "Menimbang : a. bahwa",
    ]
    (block,), findings = read(["INDIKATOR KINERJA UTAMA", "DINAS PARIWISATA"], decree, ["LAMPIRAN KEPUTUSAN BUPATI"])
    assert (block.kind, block.jabatan.as_printed, block.fungsi) == ("IKU", "DINAS PARIWISATA", ())
    assert findings == [("kepala-tersirat", 1)]


@pytest.mark.parametrize(
    ("head", "doubted"),
    [
        (["Nama Jabatan : Kepala Bidang Mutasi", "Ikhtisar Jabatan : Melaksanakan urusan mutasi pegawai"], []),
        # words that nobody knows, above a unit that may hold the table or not
        (["Xarbo : Sekretariat", "Tugas : Melaksanakan urusan kepegawaian"], [("jabatan", "Sekretariat")]),
        (["Jabatan : Kepala Seksi Data", "Pangkalan : Seksi"], [("judul", "Seksi")]),
        (["Unit Kerja : Bidang Mutasi", "Blorp : Melaksanakan"], [("tugas", "Melaksanakan")]),
    ],
)
def test_a_label_that_may_mean_another_part_is_a_doubt(head: list[str], doubted: list[tuple[str, str]]) -> None:
    doc = Cetak()
    doc.page()
    for n, line in enumerate(["INDIKATOR KINERJA INDIVIDU", *head]):
        doc.text(60, 60 + 16 * n, line)
    Tabel(doc, [30, 250, 250, 100], HEADS, top=150).build([ROW])
    found = [one for one in decree_of(layout_of_pdf(doc.save(), PdfOptions())).findings if one.code == "label-ragu"]
    assert [(one.field, one.as_printed) for one in found] == doubted
    assert all((one.kind, one.order) == ("IKI", 1) and one.places for one in found)


@pytest.mark.parametrize(
    ("own", "below"),
    [
        ("Nomor : 800/12", []),
        ("Nomor : 800/12", ["Tugas : Melaksanakan urusan data"]),
        ("Ruang Lingkup : Pengelolaan data kepegawaian", []),  # words that might open a field
    ],
)
def test_a_line_with_a_label_of_its_own_is_no_part_of_the_holders_name(own: str, below: list[str]) -> None:
    doc = Cetak()
    doc.page()
    head = ["INDIKATOR KINERJA INDIVIDU", "Jabatan : Kepala Seksi Data dan", "Informasi", own, *below]
    for n, line in enumerate(head):
        doc.text(60, 60 + 16 * n, line)
    Tabel(doc, [30, 250, 250, 100], HEADS, top=150).build([ROW])
    found = decree_of(layout_of_pdf(doc.save(), PdfOptions()))
    (block,) = found.decree.blocks
    assert block.jabatan.as_printed == "Kepala Seksi Data dan Informasi" and (block.tugas is not None) == bool(below)
    assert [(one.code, one.as_printed) for one in found.findings] == [("teks-tak-terbaca", own)]


def of_text(lines: str) -> list[Block]:
    return list(decree_of(layout_of_lines(lines)).decree.blocks)


def test_the_next_agency_of_a_text_below_a_heading_printed_again() -> None:
    head = "NO    SASARAN                INDIKATOR KINERJA      TARGET"
    rows = ["1     Meningkatnya mutu      Nilai SAKIP            BB"]
    rows += ["2     Meningkatnya tertib    Jumlah arsip           5 berkas"]
    table = [head, *rows]
    blocks = of_text("\n".join(["LAMPIRAN IKU", "I. DINAS PERTANIAN", *table, "II. DINAS SOSIAL", *table, ""]))
    assert [(one.jabatan.as_printed, len(one.rows)) for one in blocks] == [("DINAS PERTANIAN", 2), ("DINAS SOSIAL", 2)]
    # a page break repeats the heading and counts on
    whole = [head, rows[0], head, rows[1]]
    (block,) = of_text("\n".join(["LAMPIRAN IKU", "I. DINAS PERTANIAN", *whole, ""]))
    assert len(block.rows) == 2


def test_programs_in_a_text_are_no_rows_of_the_table_above() -> None:
    table = [
        "NO    SASARAN                INDIKATOR KINERJA      TARGET",
        "1     Meningkatnya mutu      Nilai SAKIP            BB",
        "Tabel 2 Anggaran",
        "NO    PROGRAM                PAGU (RP)              SUMBER DANA",
        "1     Program Penunjang      1.250.000.000          APBD",
    ]
    (block,) = of_text("\n".join(["PERJANJIAN KINERJA", "KEPALA DINAS SOSIAL", *table, ""]))
    assert len(block.rows) == 1 and block.rows[0].cells["target"].text.as_printed == "BB"


def test_a_name_in_a_letter_is_no_list() -> None:
    letter = ["PERJANJIAN KINERJA TAHUN 2022", "Kami yang bertanda tangan di bawah ini :"]
    letter += ["Nama    : H. Surya Atmaja, S.E.", "Jabatan : Kepala Dinas Sosial", "Selanjutnya disebut pihak pertama"]
    (block,), _ = read(letter, [])
    assert (block.jabatan.as_printed, block.tugas, block.fungsi) == ("Kepala Dinas Sosial", None, ())


@pytest.mark.parametrize("before", ["LAMPIRAN", "PERNYATAAN REVIEW", "RENCANA AKSI"])
def test_words_before_those_of_a_title(before: str) -> None:
    (block,), findings = read([f"{before} PERJANJIAN KINERJA", "KEPALA DINAS SOSIAL"])
    assert (block.kind, block.jabatan.as_printed, len(block.judul), findings) == ("PK", "KEPALA DINAS SOSIAL", 2, [])


def test_the_agency_whose_head_signs_holds_a_table_of_nobody_else() -> None:
    doc = Cetak()
    doc.page()
    doc.text(60, 60, "INDIKATOR KINERJA UTAMA")
    Tabel(doc, [30, 250, 250, 100], HEADS, top=150).build([ROW])
    signature = ["Paser, 1 Maret 2024", "KEPALA DINAS PARIWISATA DAN", "OLAHRAGA", "KABUPATEN PASER,", "ANDI"]
    signature += ["NIP. 19650808 199203 1 019"]
    for n, line in enumerate(signature):
        doc.text(400, 260 + 16 * n, line)
    found = decree_of(layout_of_pdf(doc.save(), PdfOptions()))
    (block,) = found.decree.blocks
    assert block.jabatan.as_printed == "DINAS PARIWISATA DAN OLAHRAGA KABUPATEN PASER"
    assert [one.code for one in found.findings] == ["kepala-tersirat"]
    (lampiran,) = found.decree.lampiran
    assert lampiran.penetapan is not None and lampiran.penetapan.penandatangan.nama is not None


def test_the_tugas_below_the_last_table_stands_there_as_below_the_others() -> None:
    """With a label that no vocabulary knows, above the signature."""
    doc = Cetak()
    doc.page()
    for n, unit in enumerate(("Mutasi", "Arsip", "Data")):
        top = 40 + 130 * n
        doc.text(60, top, "INDIKATOR KINERJA INDIVIDU")
        doc.text(60, top + 14, f"Pejabat :  Kepala Bidang {unit}")
        Tabel(doc, [30, 250, 250, 100], HEADS, top=top + 24).build([ROW])
        doc.text(60, top + 76, "Garis Kerja :  Melaksanakan urusan pemerintahan di bidang")
        doc.text(60, top + 88, f"{unit.lower()} daerah.")
    for n, line in enumerate(("Ditetapkan di Sukamaju", "pada tanggal 4 Januari 2022", "KEPALA BADAN,", "NIP. 1968")):
        doc.text(500, 450 + 12 * n, line)
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    duties = [block.tugas.as_printed if block.tugas else "" for block in blocks]
    assert duties == [
        f"Melaksanakan urusan pemerintahan di bidang {unit} daerah." for unit in ("mutasi", "arsip", "data")
    ]


def test_what_heads_a_column_of_the_table_is_no_field_of_the_head() -> None:
    head = ["INDIKATOR KINERJA UTAMA", "Pejabat :  Kepala Bidang Mutasi", "Garis Kerja :  Melaksanakan urusan mutasi."]
    listed = ["Sasaran     : 1. Meningkatnya pelayanan", "2. Meningkatnya sarana"]
    (block,), _ = read([*head, *listed])
    assert (block.jabatan.as_printed, block.fungsi) == ("Kepala Bidang Mutasi", ())


def test_a_name_above_a_jabatan_is_no_wrapped_label() -> None:
    (block,), _ = read(["INDIKATOR KINERJA INDIVIDU", "Nama : SITI AMINAH", "Jabatan : Kepala Seksi Mutasi"])
    assert block.jabatan.as_printed == "Kepala Seksi Mutasi"


def test_the_last_word_of_a_tugas_is_no_rest_of_its_label() -> None:
    lines = ["INDIKATOR KINERJA INDIVIDU", "Jabatan : Analis", "Tugas   : Menyusun analisis", "          jabatan"]
    (block,), _ = read(lines)
    assert block.tugas is not None and block.tugas.as_printed == "Menyusun analisis jabatan"


@pytest.mark.parametrize(
    ("tugas", "wrapped"),
    [
        ("menyelenggarakan urusan perikanan dan budidayanya", True),
        ("menyelenggarakan urusan perikanan tangkap dan budidaya ikan", False),
        ("menyelenggarakan urusan", False),
    ],
)
def test_an_office_in_a_title_goes_on_where_its_next_word_had_no_room(tugas: str, wrapped: bool) -> None:
    upper, lower = "KEPALA BADAN PENGEMBANGAN DAN PEMBINAAN SUMBER", "DAYA"
    (block,), _ = read(["INDIKATOR KINERJA UTAMA", upper, lower, f"Tugas : {tugas}"])
    assert block.jabatan.as_printed == (f"{upper} {lower}" if wrapped else upper)


def test_the_last_point_of_a_head_is_no_fungsi() -> None:
    lines = ["INDIKATOR KINERJA UTAMA", "1. Nama Organisasi : Dinas Sosial", "2. Tugas : mengurus urusan sosial"]
    lines += ["3. Fungsi :", "a. perumusan kebijakan sosial;", "4. Indikator Kinerja Utama"]
    (block,), _ = read(lines)
    assert [item.text.as_printed for item in block.fungsi] == ["perumusan kebijakan sosial;"]


PERSONS = [
    ["1", "NAMA", "MEGA LESTARI, S.Kom", "1", "NAMA", "ANDI RAHMAN, S.T."],
    ["2", "NIP", "199003052015032003", "2", "NIP", "197812012005011002"],
    ["3", "JABATAN", "Pranata Komputer Ahli Muda", "3", "JABATAN", "Kepala Bidang Informatika"],
    ["4", "UNIT KERJA", "Dinas Komunikasi", "4", "UNIT KERJA", "Dinas Komunikasi"],
]


@pytest.mark.parametrize(
    ("left", "right", "holder"),
    [
        ("PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA", "Pranata Komputer Ahli Muda"),
        ("PEJABAT PENILAI", "PEGAWAI NEGERI SIPIL YANG DINILAI", "Kepala Bidang Informatika"),
        ("PEGAWAI", "ATASAN LANGSUNG", ""),
    ],
)
@pytest.mark.parametrize("merged", [(2, 5), ()])
def test_who_is_rated_holds_the_table_below_two_persons(
    left: str, right: str, holder: str, merged: tuple[int, ...]
) -> None:
    doc = Cetak()
    doc.page()
    doc.text(200, 40, "SASARAN KINERJA PEGAWAI")
    edges = [30.0, 60.0, 190.0, 350.0, 380.0, 520.0, 690.0]
    # each person's name stands over two columns, or over the first of them beside a blank cell
    doc.cells(edges, [["NO", left, "", "NO", right, ""], *PERSONS], 60, merged=merged)
    heads = [
        "NO",
        "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
        "RENCANA HASIL KERJA",
        "INDIKATOR KINERJA INDIVIDU",
    ]
    rows = [
        ["1", "Meningkatnya layanan", "Tersedianya aplikasi", "Jumlah aplikasi yang dibangun", "2 aplikasi"],
        ["2", "Meningkatnya keamanan", "Terlaksananya pemantauan", "Jumlah laporan pemantauan", "12 laporan"],
    ]
    Tabel(doc, [30, 170, 170, 190, 90], [*heads, "TARGET"], top=200).build(rows)
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert block.jabatan.as_printed == holder
    assert [
        [row.cells[role].text.as_printed for role in ("no", "sasaran", "indikator", "target")] for row in block.rows
    ] == [[row[0], *row[2:]] for row in rows]


@pytest.mark.parametrize(
    ("rated", "holder"),
    [("II. PEGAWAI YANG DINILAI", "Pengelola Data Kependudukan"), ("II. PEGAWAI", "")],
)
def test_who_is_rated_holds_the_table_whatever_his_office_is_called(rated: str, holder: str) -> None:
    """Below a title that names a unit, beside a superior whose office is known as one."""
    doc = Cetak()
    doc.page()
    doc.text(200, 40, "SASARAN KINERJA PEGAWAI")
    doc.text(200, 52, "KELURAHAN BATUA")
    persons = [["1", "Jabatan", "Lurah Batua", "1", "Jabatan", "Pengelola Data Kependudukan"]]
    persons += [["2", "Unit Kerja", "Kelurahan Batua", "2", "Unit Kerja", "Kelurahan Batua"]]
    edges = [30.0, 60.0, 190.0, 350.0, 380.0, 520.0, 690.0]
    doc.cells(edges, [["NO", "I. PEJABAT PENILAI", "", "NO", rated, ""], *persons], 60, merged=(2, 5))
    rows = [
        ["1", "Tertibnya data", "Jumlah laporan", "12 laporan"],
        ["2", "Tertibnya arsip", "Jumlah arsip", "20 arsip"],
    ]
    Tabel(doc, [30, 170, 190, 90], ["NO", "SASARAN", "INDIKATOR", "TARGET"], top=160).build(rows)
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert block.jabatan.as_printed == holder


@pytest.mark.parametrize("value", ["-", "................"])
def test_a_form_that_nobody_filled_in_names_nobody(value: str) -> None:
    cells = [(1, 1, "Jabatan"), (1, 2, value), (1, 3, "Jabatan"), (1, 4, "Lurah Batua")]
    heads = tuple(Text(as_printed=name) for name in ("PEGAWAI YANG DINILAI", "", "PEJABAT PENILAI", ""))
    kept = tuple(KeptCell(row=r, column=c, text=Text(as_printed=printed)) for r, c, printed in cells)
    assert office_of_holder([KeptTable(headings=heads, cells=kept)]) is None


def test_a_year_below_an_office_is_of_its_heading() -> None:
    lines = ["RENCANA KERJA", "KEPALA SUB BAGIAN UMUM", "TAHUN 2024"]
    pieces = [Piece(text, Line(text, at, 1), at) for at, text in enumerate(lines)]
    assert [piece.text for piece in office_above(pieces)] == ["KEPALA SUB BAGIAN UMUM"]
    assert not office_above([*pieces, Piece("Uraian", Line("URAIAN LAIN", 3, 1), 3)])


NUMBERED = [
    ["1. KEPALA BADAN KEPEGAWAIAN", "2. SEKRETARIS BADAN", "3. KEPALA SUB BAGIAN UMUM DAN", "KEPEGAWAIAN"],
    ["I. KEPALA BADAN KEPEGAWAIAN", "II. SEKRETARIS BADAN", "III. KEPALA SUB BAGIAN UMUM DAN", "KEPEGAWAIAN"],
]


@pytest.mark.parametrize("headings", NUMBERED)
@pytest.mark.parametrize("label", [[], ["A. Tugas"]])
def test_a_numbered_heading_names_the_holder(headings: list[str], label: list[str]) -> None:
    below = ["Tugas : Melaksanakan penyiapan bahan", "Fungsi : a. penyusunan rencana;"]
    if label:
        below = ["Kepala mempunyai tugas melaksanakan penyiapan bahan.", "Fungsi : a. penyusunan rencana;"]
    title = ["INDIKATOR KINERJA INDIVIDU", "BADAN KEPEGAWAIAN KABUPATEN PASER", headings[0]]
    blocks, findings = read(
        [*title, *label, *below],
        [headings[1], *label, *below],
        [*headings[2:], *label, *below],
        tables=(-1, -2, -3),
    )
    assert [block.jabatan.as_printed for block in blocks] == [
        "KEPALA BADAN KEPEGAWAIAN",
        "SEKRETARIS BADAN",
        "KEPALA SUB BAGIAN UMUM DAN KEPEGAWAIAN",
    ]
    assert all(block.tugas and block.fungsi for block in blocks)
    assert findings == []


def test_a_title_names_the_holder_above_its_agency() -> None:
    office = "KEPALA BIDANG PENGELOLAAN SAMPAH"
    title = ["RENCANA AKSI ATAS PERJANJIAN KINERJA TAHUN 2025", office, "DINAS LINGKUNGAN HIDUP KABUPATEN PASER"]
    (block,), _ = read(title)
    assert block.jabatan.as_printed == office


def test_an_office_that_signs_above_a_table_is_no_holder() -> None:
    first = ["INDIKATOR KINERJA UTAMA", AGENCY]
    blocks, _ = read(first, ["KEPALA DINAS,", AGENCY], tables=(-1, -2))
    assert [block.jabatan.as_printed for block in blocks] == [AGENCY, AGENCY]


@pytest.mark.parametrize("rule", ["_" * 70, "= " * 30, "-" * 40])
def test_a_rule_that_is_typed_below_the_last_fungsi_is_no_part_of_it(rule: str) -> None:
    head = ["Jabatan : KEPALA BAGIAN UMUM", "Fungsi : - penyiapan rapat", "- pengelolaan kendaraan dinas"]
    (block,), _ = read(["INDIKATOR KINERJA INDIVIDU", *head, rule])
    assert [item.text.as_printed for item in block.fungsi] == ["penyiapan rapat", "pengelolaan kendaraan dinas"]


@pytest.mark.parametrize("below", [[], ["PEMERINTAH KABUPATEN PASER"]])
def test_a_title_that_names_the_next_office_is_no_caption(below: list[str]) -> None:
    """Tugas printed below each table: what names another holder above the next table begins a block."""
    offices = ["KEPALA DINAS PEMUDA", "KEPALA SEKSI KEPURBAKALAAN"]
    titles = [["INDIKATOR KINERJA UTAMA", office, *below] for office in offices]
    doc = Cetak()
    for title in titles:
        doc.page()
        for n, line in enumerate(title):
            doc.text(60, 60 + 16 * n, line)
        Tabel(doc, [30, 250, 250, 100], HEADS, top=150).build([ROW])
        doc.text(60, 260, "Ringkasan Tugas : Membantu kepala dinas menyelenggarakan urusan.")
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [block.jabatan.as_printed for block in blocks] == offices
    assert all(block.tugas for block in blocks)


@pytest.mark.parametrize(("heading", "said"), [("II. AUDITOR AHLI MUDA", 0), ("II. JABATAN FUNGSIONAL", 1)])
def test_a_heading_that_says_the_holder_again_is_no_unread_text(heading: str, said: int) -> None:
    doc = Cetak()
    for title, holder in (("INDIKATOR KINERJA INDIVIDU", "Auditor Ahli Pertama"), (heading, "Auditor Ahli Muda")):
        doc.page()
        doc.text(60, 60, title)
        doc.text(60, 80, f"Nama Jabatan : {holder}")
        Tabel(doc, [30, 250, 250, 100], ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"], top=110).build(
            [["1", "Meningkatnya mutu", "Nilai SAKIP", "BB"]]
        )
    found = decree_of(layout_of_pdf(doc.save(), PdfOptions()))
    assert len([one for one in found.findings if one.code == "teks-tak-terbaca"]) == said
    assert heading in " ".join(text.as_printed for text in found.decree.unparsed)


def test_tugas_below_each_table_under_a_caption_that_names_its_agency() -> None:
    doc = Cetak()
    doc.page()
    doc.text(60, 30, "INDIKATOR KINERJA UTAMA PERANGKAT DAERAH")
    for top, name in ((50, "Kesehatan"), (200, "Sosial")):
        doc.text(60, top, f"Tabel {1 + (top > 50)}. Indikator Kinerja Utama Dinas {name}")
        Tabel(doc, [30, 250, 250, 100], ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"], top=top + 10).build(
            [["1", "Meningkatnya mutu", "Nilai SAKIP", "BB"]]
        )
        doc.text(60, top + 90, f"Tugas : Membantu Bupati melaksanakan urusan {name}.")
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [(block.jabatan.as_printed, block.tugas and block.tugas.as_printed) for block in blocks] == [
        (f"Dinas {name}", f"Membantu Bupati melaksanakan urusan {name}.") for name in ("Kesehatan", "Sosial")
    ]


def test_a_numbered_heading_that_names_an_agency_above_tugas() -> None:
    doc = Cetak()
    doc.page()
    doc.text(60, 30, "INDIKATOR KINERJA UTAMA")
    for top, name in ((50, "1. Dinas Kesehatan"), (200, "2. Dinas Sosial")):
        doc.text(60, top, name)
        doc.text(60, top + 14, "Tugas : Membantu Bupati.")
        Tabel(doc, [30, 250, 250, 100], ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"], top=top + 24).build(
            [["1", "Meningkatnya mutu", "Nilai SAKIP", "BB"]]
        )
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [block.jabatan.as_printed for block in blocks] == ["Dinas Kesehatan", "Dinas Sosial"]


@pytest.mark.parametrize(
    ("lower", "holder", "sure"),
    [
        ("BANJAR MUTIARA", "{upper} BANJAR MUTIARA", True),
        ("KOTA BANJAR", "{upper}", False),
        ("TAHUN 2022", "{upper}", True),
    ],
)
def test_an_office_in_a_title_as_wide_as_the_table_goes_on_or_is_in_doubt(lower: str, holder: str, sure: bool) -> None:
    """The table is 630 points wide, the upper line 610."""
    upper = "KEPALA SEKSI " + "PENYELENGGARAAN UMRAH " * 4 + "KANTOR AGAMA"
    (block,), findings = read(["INDIKATOR KINERJA UTAMA", upper, lower, "Tugas : menyelenggarakan urusan"])
    assert block.jabatan.as_printed == holder.format(upper=upper)
    assert [code for code, _ in findings] == ([] if sure else ["kepala-tersirat"])


def test_a_title_not_in_capitals_stands_above_a_holder_on_two_lines() -> None:
    heads = [
        ["KEPALA SUBBAGIAN TEKNIS DAN", "HUBUNGAN MASYARAKAT"],
        ["KEPALA SEKSI PENGADAAN DAN", "PENYIMPANAN BARANG"],
    ]
    tugas = "Tugas Pokok Jabatan : Melaksanakan urusan"
    pages = [["Lembar Indikator Kinerja Individu", *holder, f"{tugas} {n}"] for n, holder in enumerate(heads)]
    blocks, _ = read(*pages, tables=(-1, -2))
    assert [block.jabatan.as_printed for block in blocks] == list(map(" ".join, heads))
    assert [block.judul[0].as_printed for block in blocks] == ["Lembar Indikator Kinerja Individu"] * 2


@pytest.mark.parametrize(
    ("label", "kind"), [("Jabatan yang Dipangku", "IKI"), ("Satuan Organisasi", "IKU"), ("Jabatan / Unit Kerja", None)]
)
def test_a_label_that_no_vocabulary_knows_says_the_kind_by_words_of_those_that_it_does(
    label: str, kind: str | None
) -> None:
    lines = ["HASIL KERJA", f"{label} : Kepala Bidang Mutasi", "Intisari Tugas : Melaksanakan urusan mutasi pegawai"]
    (block,), _ = read(lines)
    assert (block.kind, block.jabatan.as_printed) == (kind, "Kepala Bidang Mutasi")


def test_a_line_that_most_titles_print_is_no_rest_of_a_name_that_fills_its_line() -> None:
    wide = "KEPALA KANTOR KESYAHBANDARAN DAN OTORITAS PELABUHAN KELAS TIGA MUARA KELAPA DAN PULAU-PULAU SERIBU"
    pages = [
        ["INDIKATOR KINERJA INDIVIDU", holder, "DI LINGKUNGAN PEMERINTAH KABUPATEN PASER"]
        for holder in (wide, "KEPALA BIDANG MUTASI", "ANALIS JABATAN")
    ]
    blocks, findings = read(*pages, tables=(-1, -2, -3))
    assert [block.jabatan.as_printed for block in blocks] == [wide, "KEPALA BIDANG MUTASI", "ANALIS JABATAN"]
    assert not findings


@pytest.mark.parametrize(
    ("heads", "kind"), [(["NO", "SASARAN INDIVIDU", "INDIKATOR INDIVIDU", "TARGET"], "IKI"), (HEADS, "PK")]
)
def test_headings_and_the_label_of_the_holder_may_speak_against_a_caption_below_tugas(
    heads: Sequence[str], kind: str
) -> None:
    """No letter's party prints its tugas; what only the label says against it raises a doubt."""
    lines = ["CASCADING HASIL KERJA", "Jabatan Struktural : Kepala Bidang Mutasi"]
    lines += ["Intisari Tugas : Melaksanakan urusan mutasi pegawai", "Lampiran Perjanjian Kinerja :"]
    (block,), findings = read(lines, heads=heads)
    assert block.kind == kind
    assert findings == [("jenis-bertentangan", 1)]


@pytest.mark.parametrize("number", ["A.", "1.", "b.", "(2)"])
def test_tugas_alone_below_a_numbered_office(number: str) -> None:
    """The second block has no title: its office is the heading above it."""
    pages = [["INDIKATOR KINERJA INDIVIDU", "Jabatan : Sekretaris Desa"]]
    pages += [[f"{number} Kepala Urusan Keuangan", "Tugas", "Membantu Sekretaris Desa.", "Fungsi", "1) pelaporan."]]
    (_, block), _ = read(*pages, tables=(-2, -1))
    assert block.jabatan.as_printed == "Kepala Urusan Keuangan"
    assert block.tugas is not None and block.tugas.as_printed == "Membantu Sekretaris Desa."
    assert [item.text.as_printed for item in block.fungsi] == ["pelaporan."]


@pytest.mark.parametrize("company", ["PERUMDA AIR MINUM TIRTA KANDILO", "PDAM TIRTA KANDILO"])
def test_a_company_is_no_office(company: str) -> None:
    title = ["LAMPIRAN PERJANJIAN KINERJA TAHUN 2025", "INDIKATOR DAN TARGET KINERJA"]
    for lines in ([*title, "DIREKTUR TEKNIK", company], [*title, company, "DIREKTUR TEKNIK"]):
        (block,), _ = read(lines)
        assert block.jabatan.as_printed == "DIREKTUR TEKNIK"
