"""Articles that say tugas and fungsi of an office, above its table."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from cetak import Cetak, Tabel

from extract.decree.article import article_at
from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.read.piece import Piece
from extract.read.text import layout_of_lines
from schemas.decree import Block
from schemas.layout import Line

HEADS = ["No.", "Sasaran Kinerja", "Indikator Kinerja Individu", "Target"]
SECRETARY = [
    "A. SEKRETARIS",
    "(1) Sekretaris mempunyai tugas melaksanakan urusan umum serta memberikan pelayanan",
    "administrasi kepada seluruh unit kerja.",
    "(2) Untuk melaksanakan tugas sebagaimana dimaksud pada ayat (1), Sekretaris",
    "menyelenggarakan fungsi:",
    "a. pengelolaan administrasi keuangan;",
    "b. pelaksanaan urusan rumah tangga.",
]
HEAD = [
    "B. KEPALA BIDANG PENGELOLAAN SAMPAH",
    "(1) Kepala Bidang Pengelolaan Sampah mempunyai tugas pokok merumuskan kebijakan.",
    "(2) Dalam melaksanakan tugas, Kepala Bidang Pengelolaan Sampah mempunyai fungsi sebagai berikut :",
    "a. penyusunan kebijakan;",
    "b. pembinaan bank sampah.",
]


def read(*heads: Sequence[str]) -> list[Block]:
    doc = Cetak()
    doc.page()
    doc.text(200, 30, "INDIKATOR KINERJA INDIVIDU")
    y = 50.0
    for lines in heads:
        for line in lines:
            doc.text(60, y, line)
            y += 13
        row = ["1", "Meningkatnya mutu", "Nilai SAKIP", "72"]
        y = Tabel(doc, [30, 250, 250, 100], HEADS, top=y + 4).build([row]) or y + 50
        y += 20
    return list(decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks)


def test_articles_are_the_head_of_the_table_below_them() -> None:
    first, second = read(SECRETARY, HEAD)
    assert (first.jabatan.as_printed, second.jabatan.as_printed) == ("SEKRETARIS", "KEPALA BIDANG PENGELOLAAN SAMPAH")
    assert first.tugas is not None and second.tugas is not None
    assert first.tugas.as_printed == (
        "melaksanakan urusan umum serta memberikan pelayanan administrasi kepada seluruh unit kerja."
    )
    assert second.tugas.as_printed == "merumuskan kebijakan."
    assert [[item.text.as_printed for item in block.fungsi] for block in (first, second)] == [
        ["pengelolaan administrasi keuangan;", "pelaksanaan urusan rumah tangga."],
        ["penyusunan kebijakan;", "pembinaan bank sampah."],
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Daerah mempunyai tugas pembantuan."],  # no office
        ["A. SEKRETARIS", "Melaksanakan urusan umum"],  # no article below
        ["(2) Sekretaris menyelenggarakan fungsi koordinasi dengan dinas lain."],  # no list
        ["1. Bupati adalah kepala daerah.", "2. Sekretaris mempunyai tugas melaksanakan urusan umum."],
    ],
)
def test_what_is_no_article(lines: Sequence[str]) -> None:
    rows = [Piece(text, Line(text, n), n) for n, text in enumerate(lines, 1)]
    assert article_at(rows, 0) is None


@pytest.mark.parametrize("label", ["A. Tugas", "1. Tugas Pokok", "Tugas"])
def test_a_sentence_below_the_label_of_tugas_is_all_of_its_text(label: str) -> None:
    sentence = "Sekretaris mempunyai tugas pokok melaksanakan urusan umum."
    (block,) = read(["Jabatan : Sekretaris Dinas Sosial", label, sentence, "2. Fungsi", "a. pengelolaan keuangan."])
    assert block.jabatan.as_printed == "Sekretaris Dinas Sosial"
    assert block.tugas is not None and block.tugas.as_printed == sentence


@pytest.mark.parametrize("caption", ["3. Indikator Kinerja", "C. Sasaran dan Target"])
def test_the_last_point_of_a_head_is_no_item_of_its_list(caption: str) -> None:
    (block,) = read(["Jabatan : Sekretaris", "Fungsi :", "a. penyusunan rencana;", "b. pengelolaan keuangan.", caption])
    assert [item.text.as_printed for item in block.fungsi] == ["penyusunan rencana;", "pengelolaan keuangan."]


@pytest.mark.parametrize("point", ["III. INDIKATOR KINERJA", "C. Indikator dan Target"])
def test_a_point_in_the_way_of_the_labels_is_no_text_above_it(point: str) -> None:
    number = point[0]
    labels = {"I": ("I. JABATAN", "II. TUGAS"), "C": ("A. Jabatan", "B. Tugas")}[number]
    (block,) = read([f"{labels[0]} : Sekretaris", f"{labels[1]} : mengelola urusan umum dinas", point])
    assert block.tugas is not None and block.tugas.as_printed == "mengelola urusan umum dinas"


def test_the_last_item_of_a_list_with_capitals_is_no_point_of_the_head() -> None:
    items = ["A. Penyusunan rencana;", "B. Pengelolaan arsip;", "C. Pelaporan"]
    (block,) = read(["Jabatan : Sekretaris", "Fungsi :", *items])
    assert [item.no for item in block.fungsi] == ["A", "B", "C"]


@pytest.mark.parametrize("label", ["Fungsi", "1. Fungsi"])
@pytest.mark.parametrize(("first", "last"), [("1", "2"), ("A", "B"), ("I", "II")])
def test_an_item_below_one_behind_the_label_is_no_point_of_the_head(label: str, first: str, last: str) -> None:
    (block,) = read(["Jabatan : Sekretaris", f"{label} : {first}. Penyusunan Rencana", f"{last}. Pelaporan Kinerja"])
    assert [item.no for item in block.fungsi] == [first, last]


def test_an_item_far_below_the_one_before_is_no_point_of_the_head() -> None:
    long = ["2. Pengelolaan arsip", *["yang disimpan oleh bidang"] * 13]
    (block,) = read(["Jabatan : Sekretaris", "Fungsi :", "1. Penyusunan", *long, "3. Pelaporan Kinerja"])
    assert [item.no for item in block.fungsi] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("last", "count"),
    [
        # the `;` of the last item was misread; on two lines as well
        (["c. pengelolaan barang milik daerah sesuai ketentuan:"], 3),
        (["c. pengelolaan barang milik daerah yang dipakai oleh", "bidang sesuai ketentuan:"], 3),
        # what announces a table is no item
        (["c. indikator kinerja bidang ini adalah sebagai berikut:"], 2),
        (["Indikator kinerja bidang ini untuk tahun berjalan:"], 2),
        (["c. Indikator Kinerja Utama:"], 2),
        (["c. melapor kepada mandor", "Tabel Indikator Kinerja Individu :"], 3),
        (["e. indikator kinerja untuk jabatan tersebut pada tahun berjalan:"], 2),
    ],
)
def test_the_last_item_of_a_list_above_a_table_may_end_as_a_caption(last: list[str], count: int) -> None:
    (block,) = read(["Jabatan : Sekretaris", "Fungsi :", "a. penyusunan rencana;", "b. pengelolaan keuangan;", *last])
    assert len(block.fungsi) == count
    assert count < 3 or block.fungsi[2].text.as_printed.endswith(("sesuai ketentuan:", "mandor"))


def test_a_colon_that_a_scan_shows_as_a_semicolon() -> None:
    (block,) = read(["Jabatan ; Sekretaris", "Tugas ; Mengelola surat", "Fungsi :", "a. penyusunan rencana;"])
    assert block.tugas is not None
    assert (block.jabatan.as_printed, block.tugas.as_printed) == ("Sekretaris", "Mengelola surat")


def test_labels_above_the_words_before_a_list_of_fungsi_are_labels() -> None:
    lines = [
        "INDIKATOR KINERJA INDIVIDU",
        "Jabatan : KEPALA BIDANG MUTASI",
        "Tugas : Membantu Kepala Badan dalam mutasi",
    ]
    lines += ["MENYELENGGARAKAN FUNGSI :", "i.  Menyusun rencana kerja", "ii. Melaporkan hasil"]
    lines += ["NO SASARAN INDIKATOR KINERJA TARGET", "1 Meningkatnya mutu Nilai SAKIP BB"]
    rows = [Piece(text, Line(text, number), number) for number, text in enumerate(lines)]
    assert article_at(rows, 1) is None
    found = article_at(rows, 3)
    assert found is not None and found.labels[0].part == "fungsi"


def test_a_name_that_goes_on_above_a_label_is_no_sentence_about_fungsi() -> None:
    """The line that begins with the capital of `Menyelenggarakan Fungsi :` is a label, whatever stands above it."""
    lines = ["INDIKATOR KINERJA INDIVIDU", "Jabatan : Koordinator Kelompok Substansi", "Pengujian Obat dan Makanan"]
    lines += ["Menyelenggarakan Fungsi : - pengujian rutin;", "- pemeliharaan mutu."]
    (block,) = read(lines)
    assert block.jabatan.as_printed == "Koordinator Kelompok Substansi Pengujian Obat dan Makanan"
    assert [item.text.as_printed for item in block.fungsi] == ["pengujian rutin;", "pemeliharaan mutu."]


def test_below_a_label_alone_the_sentence_is_the_tugas() -> None:
    sentence = "Kepala Bagian Umum mempunyai tugas melaksanakan urusan rumah tangga."
    heads = [
        [
            number + name,
            label + "Tugas",
            sentence.replace("Bagian Umum", name[7:].title()),
            "Fungsi",
            "a. penyusunan rencana;",
        ]
        for number, label, name in (("I. ", "", "KEPALA BAGIAN UMUM"), ("II. ", "1. ", "KEPALA BAGIAN KEUANGAN"))
    ]
    blocks = read(*[[*head, "b. pengelolaan gedung.", "Indikator Kinerja"] for head in heads])
    assert [block.jabatan.as_printed for block in blocks] == ["KEPALA BAGIAN UMUM", "KEPALA BAGIAN KEUANGAN"]
    assert [block.tugas.as_printed for block in blocks if block.tugas] == [head[2] for head in heads]
    for block in blocks:
        # what the table is called right above it is no fungsi
        assert [one.text.as_printed for one in block.fungsi] == ["penyusunan rencana;", "pengelolaan gedung."]


@pytest.mark.parametrize(
    ("title", "holder"),
    [("SEKRETARIS DINAS", "SEKRETARIS DINAS"), ("SEKRETARIS", "SEKRETARIS"), ("KEPALA DINAS PENDIDIKAN", "")],
)
def test_a_title_names_the_holder_that_the_sentence_below_it_names_again(title: str, holder: str) -> None:
    sentence = "Sekretaris Dinas mempunyai tugas membantu Kepala Dinas mengelola administrasi."
    table = "NO SASARAN INDIKATOR KINERJA TARGET\n1 Tersedianya data Jumlah data pegawai 12 dokumen\n"
    text = f"{title}\n{sentence}\nINDIKATOR KINERJA INDIVIDU\n{table}"
    (block,) = decree_of(layout_of_lines(text)).decree.blocks
    assert block.jabatan.as_printed == holder


def test_dots_may_lead_from_a_label_to_its_colon() -> None:
    (block,) = read(
        [
            "Jabatan ............ : Sekretaris",
            "Ringkasan Kerja .... : mengelola urusan umum dinas",
            "Fungsi ……… :",
            "a. penyusunan rencana;",
        ]
    )
    assert block.tugas is not None
    assert (block.jabatan.as_printed, block.tugas.as_printed) == ("Sekretaris", "mengelola urusan umum dinas")
    assert [item.text.as_printed for item in block.fungsi] == ["penyusunan rencana;"]


def test_a_holder_in_brackets_below_the_title() -> None:
    (block,) = read(["(KEPALA BIDANG ARSIP)", "Unit Kerja : Dinas Perpustakaan", "Tugas : mengelola arsip daerah"])
    assert block.jabatan.as_printed == "KEPALA BIDANG ARSIP"


def test_a_label_alone_over_items_without_numbers() -> None:
    lines = ["Tugas : mengelola urusan umum", "FUNGSI JABATAN", "penyusunan rencana;", "pelaporan."]
    (block,) = read(["Jabatan : Sekretaris", *lines])
    assert block.tugas is not None and block.tugas.as_printed == "mengelola urusan umum"
    assert [item.text.as_printed for item in block.fungsi] == ["penyusunan rencana;", "pelaporan."]


def test_capitals_between_two_items_of_a_list_are_no_label() -> None:
    items = ["a. PENYUSUNAN RENCANA;", "b. PELAKSANAAN TUGAS DAN", "PEMBINAAN FUNGSI", "c. PELAPORAN."]
    (block,) = read(["Jabatan : Sekretaris", "FUNGSI :", *items])
    assert [item.text.as_printed for item in block.fungsi][1] == "PELAKSANAAN TUGAS DAN PEMBINAAN FUNGSI"


@pytest.mark.parametrize("label", ["URAIAN SINGKAT TUGAS", "TUGAS UTAMA"])
def test_a_label_in_capitals_with_a_known_word_stands_alone(label: str) -> None:
    lines = ["Jabatan : Sekretaris", label, "mengelola urusan umum dinas", "RINCIAN FUNGSI", "- penyusunan rencana;"]
    (block,) = read(lines)
    assert block.tugas is not None
    assert (block.jabatan.as_printed, block.tugas.as_printed) == ("Sekretaris", "mengelola urusan umum dinas")
    assert [item.text.as_printed for item in block.fungsi] == ["penyusunan rencana;"]


def test_a_name_that_ends_with_a_preposition_goes_on_below() -> None:
    (block,) = read(["SEKRETARIS PADA", "DINAS SOSIAL", "Tugas : mengelola urusan umum dinas"])
    assert block.jabatan.as_printed == "SEKRETARIS PADA DINAS SOSIAL"


@pytest.mark.parametrize("label", ["Jabatan [Eselon/JF]", "Nama Jabatan (Pemangku)"])
def test_a_label_with_brackets(label: str) -> None:
    (block,) = read([f"{label} : Sekretaris Dinas Sosial", "Bunyi Tugas [Pokok] : mengelola urusan umum dinas"])
    assert block.tugas is not None
    assert (block.jabatan.as_printed, block.tugas.as_printed) == (
        "Sekretaris Dinas Sosial",
        "mengelola urusan umum dinas",
    )
