"""Whatever is printed in whatever table: nothing raises, no character is lost, each lands in its own cell."""

from __future__ import annotations

from cetak import Cetak, Tabel
from flows import flow_of_pdf
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extract.door import extract
from extract.errors import UnusableSource
from extract.table.drawn.conserve import lost_characters
from schemas.source import Source

HEAD = ["NO", "SASARAN", "INDIKATOR", "TARGET", "RUMUS"]
SOURCE = Source(file="uji.pdf", slug="uji", sha256="0" * 64, media_type="application/pdf")
WORDS = st.lists(
    st.text(st.sampled_from("abcdeghiklmnoprstuyABDIJKMPST0123456789.,/%-()"), min_size=1, max_size=9), max_size=14
)
CELL = WORDS.map(" ".join)
#: Rows of which one (`I`, `0 0`, `8tp 0 0 ...`) has cells as short as those of a heading; at 202 it begins a page.
SHORT_WORDS = [
    ["0..0 Pamh0 i676)M uKs0g999A iB", "e I/", ".9A1-hy h3ur(PdJ7 e", "", "rb5iJ 1m t//( rc.-s3d-P"],
    ["", "Jask PB6)7sotk r A%", "I/A%u5A)J 9BT4ck39a a/k25ndBa l 073y3%/ci", "P0 86 0/0 3T80 spasi 0 0 0 0 0 0 0", ""],
    ["I", "0 0", "8tp 0 0 %0PP J9Icb) 0 0", "", "IIIS"],
    ["", "", "e32ySgS4u glk7,Mb0D 0 0 0 0 0 0 0", "", ""],
]


@given(
    st.lists(st.lists(CELL, min_size=5, max_size=5), min_size=1, max_size=9),
    st.lists(st.integers(50, 200), min_size=5, max_size=5),
    st.booleans(),
    st.integers(180, 300),
)
@example(SHORT_WORDS, [88, 50, 72, 138, 88], False, 300)
@example(SHORT_WORDS, [88, 50, 72, 138, 88], False, 202)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_character_lands_in_one_cell(rows: list[list[str]], widths: list[int], repeat: bool, foot: int) -> None:
    doc = Cetak()
    doc.page(1000, 320)
    Tabel(doc, [float(width) for width in widths], HEAD, top=40, foot=foot, repeat=repeat).build(rows)
    (table,) = flow_of_pdf(doc.save()).tables
    assert lost_characters(table) == []
    read_back = "".join(
        sorted(c for row in table.rows for cell in row.all_cells for c in cell.text.as_printed if c != " ")
    )
    printed = "".join(sorted(c for row in rows for cell in row for c in cell if c != " "))
    # rows that look like the row of column numbers are taken for it
    assert read_back == printed or len(table.rows) < len(rows)


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_refused_with_a_cause(junk: bytes) -> None:
    try:
        extract(SOURCE, b"%PDF-1.5\n" + junk)
    except UnusableSource as error:
        assert error.cause and error.remedy
