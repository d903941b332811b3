"""A page of text for a person who wants to see why."""

from __future__ import annotations

import re
from html import unescape

import pytest
from word_files import blank_document, saved, table

from extract.errors import UnusableSource
from extract.read.docx.reading import layout_of_docx
from extract.read.text import layout_of_lines, layout_of_text
from katalog.show.text_page import seen_lines, text_page

TABLE = (
    "INDIKATOR KINERJA INDIVIDU",
    "Jabatan : Kepala Sub Bagian Umum",
    "Tugas : Menyusun rencana",
    "NO   SASARAN               INDIKATOR KINERJA     TARGET",
    "1    Tersusunnya           Jumlah dokumen        2 Dokumen",
    "     rencana kerja         rencana <kerja>",
    "2    Terlaksananya surat   Jumlah surat masuk    12 Surat",
)
DATA = "\n".join(TABLE).encode()


def spans(row: int) -> dict[str, str]:
    """Text by kind of a line of the table."""
    seen = seen_lines(layout_of_lines(DATA.decode()))[row]
    return {span.kind: seen.line.text[span.start : span.stop].strip() for span in seen.spans}


def test_each_cell_stands_where_it_is_printed() -> None:
    assert spans(4) == {"no": "1", "sasaran": "Tersusunnya", "indikator": "Jumlah dokumen", "target": "2 Dokumen"}
    assert spans(5) == {"sasaran": "rencana kerja", "indikator": "rencana <kerja>"}


def test_parts_and_rows_are_named_beside_the_lines_and_reasons_with_the_cells() -> None:
    seen = seen_lines(layout_of_lines(DATA.decode()))
    assert [line.notes for line in seen] == [
        ["judul"], ["pemangku"], ["tugas"], [], ["tabel", "baris 1"], [], ["baris 2"],
    ]  # fmt: skip
    (target,) = (span for span in seen[6].spans if span.kind == "target")
    assert target.why.startswith("tabel 1, baris 2, TARGET (target), batas ")


def test_the_page_prints_every_line_and_escapes_it() -> None:
    page = text_page(layout_of_text(DATA), 1).decode()
    assert "rencana &lt;kerja&gt;" in page and "<kerja>" not in page
    texts = re.findall(r'<span class="text">(.*?)</span></div>', page)
    assert tuple(unescape(re.sub(r"<[^>]+>", "", text)) for text in texts) == TABLE


def test_one_page_of_several() -> None:
    data = DATA + b"\f" + b"lembar kedua"
    assert b"lembar kedua" in text_page(layout_of_text(data), 2) and b"lembar kedua" not in text_page(
        layout_of_text(data), 1
    )
    with pytest.raises(UnusableSource, match="Halaman 3 tidak ada; sumber ini mempunyai 2 halaman"):
        text_page(layout_of_text(data), 3)


def test_a_word_file_shows_its_rows_with_the_numbers_that_places_have() -> None:
    document = blank_document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    document.add_paragraph("Jabatan : Sekretaris")
    table(
        document,
        [
            ("NO", "KODE", "SASARAN", "INDIKATOR KINERJA", "TARGET"),
            ("1", "A.1", "Tertibnya surat", "Jumlah surat", "2 Surat"),
            ("2", "A.2", "Tertibnya arsip", "Jumlah arsip", "3 Arsip"),
        ],
    )
    seen = seen_lines(layout_of_docx(saved(document)))
    assert [(line.number, line.notes) for line in seen] == [
        (1, ["judul"]), (2, ["pemangku"]), (3, ["tabel 1"]), (4, ["baris 1"]), (5, ["baris 2"]),
    ]  # fmt: skip
    assert seen[3].line.text == "1 │ A.1 │ Tertibnya surat │ Jumlah surat │ 2 Surat"
    assert [span.kind for span in seen[3].spans] == ["no", "others", "sasaran", "indikator", "target"]
    assert seen[3].spans[1].why.startswith("tabel 1, baris 1, KODE (others)")


def test_a_word_file_shows_a_table_that_is_none_of_indicators() -> None:
    document = blank_document()
    document.add_paragraph("Jabatan : Sekretaris")
    table(document, [("NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"), ("1", "Tertib", "Jumlah surat", "2 Surat")])
    document.add_paragraph("Inventaris")
    heads = ("NO", "NAMA BARANG", "TAHUN BELI", "KONDISI", "RUANG", "HARGA")
    table(document, [heads, ("1", "Lemari arsip", "2014", "Baik", "R.2", "1.250.000")])
    seen = seen_lines(layout_of_docx(saved(document)))
    assert [line.notes for line in seen[-2:]] == [["tabel lain 1"], ["baris 1"]]
    assert seen[-1].line.text == "1 │ Lemari arsip │ 2014 │ Baik │ R.2 │ 1.250.000"
    assert seen[-1].spans[2].why.startswith("tabel lain 1, baris 1, kolom 3")
