"""A heading whose words nobody knows is known by being printed above several tables."""

from __future__ import annotations

from collections.abc import Sequence

from cetak import Cetak

from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.table.drawn.heading import heading_from
from extract.table.drawn.heading_search import HeadingSearch
from schemas.layout import Grid

XS = (40, 180, 330, 400, 480, 600)
# as its words go it might be a row
STRANGE = ("Mutu yang dituju", "Persentase mutu", "Besar 90 %", "Bidang Mutu", "Laporan mutu tersusun")
ROWS = (
    ("Jalan mantap", "Panjang jalan dirawat", "12 km", "Dinas PU", "Panjang yang dirawat"),
    ("Irigasi pulih", "Luas sawah terairi", "85 ha", "Bidang SDA", "Luas yang terairi"),
)
OTHERS = (
    ("Gedung andal", "Izin yang terbit", "210 izin", "SIMBG", "Izin yang terbit setahun"),
    ("Taman rapi", "Taman yang ditata", "4 taman", "Seksi Taman", "Taman selesai ditata"),
)


def _grids(*tables: Sequence[Sequence[str]]) -> list[Grid]:
    doc = Cetak()
    for table in tables:
        doc.page()
        doc.cells(XS, table, top=100)
    return [item for item in layout_of_pdf(doc.save(), PdfOptions()).flow if isinstance(item, Grid)]


def test_what_two_tables_print_at_their_top_is_their_heading() -> None:
    grids = _grids((STRANGE, *ROWS), (STRANGE, *OTHERS))
    assert [heading_from(grid) for grid in grids] == [None, None]
    search = HeadingSearch(grids)
    for grid in grids:
        heading = search.first(grid)
        assert heading is not None and (heading.first, heading.last, heading.body) == (0, 0, 1)
        assert [column.text for column in heading.columns] == list(STRANGE)


def test_what_one_table_prints_at_its_top_may_be_a_row() -> None:
    grids = _grids((STRANGE, *ROWS), (("Lain", *STRANGE[1:]), *OTHERS))
    search = HeadingSearch(grids)
    assert [search.first(grid) for grid in grids] == [None, None]


def test_a_top_without_rows_below_is_none() -> None:
    grids = _grids((STRANGE, ("Catatan", "", "", "", "")), (STRANGE, ("Sekian", "", "", "", "")))
    search = HeadingSearch(grids)
    assert [search.first(grid) for grid in grids] == [None, None]


def test_a_numbered_row_that_comes_again_is_no_heading() -> None:
    numbered = ("1", *STRANGE[1:])
    search = HeadingSearch(grids := _grids((numbered, *ROWS), (numbered, *OTHERS)))
    assert [search.first(grid) for grid in grids] == [None, None]
