"""A page of text for a person who wants to see why."""

from __future__ import annotations

import re
from html import unescape

import pytest

from extract.errors import UnusableSource
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
