"""Tables that are none of indicators are kept as they stand, and run into nothing."""

from __future__ import annotations

from cetak import UP, Cetak, Tabel
from flows import flow_of_pdf

from extract.door import extract
from katalog.assemble.catalogue import assemble
from normalize.decree import normalize
from schemas.decree import ExtractedDecree, KeptTable
from schemas.source import Source

HEAD = ["No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Sumber Data"]
WIDTHS = [30.0, 180.0, 220.0, 90.0, 140.0]
ROW = ["1", "Meningkatnya kualitas layanan", "Persentase layanan yang selesai", "90 %", "Bidang Pelayanan"]
SOURCE = Source(file="uji.pdf", slug="uji", sha256="0" * 64, media_type="application/pdf")

STOCK = ["No", "Nama Barang", "Tahun Beli", "Kondisi", "Ruang", "Harga"]
STOCK_WIDTHS = [30.0, 240.0, 100.0, 100.0, 100.0, 100.0]
THINGS = ["1", "Lemari arsip dua pintu", "2014", "Baik", "R.2", "1.250.000"]


def start() -> Cetak:
    doc = Cetak()
    doc.page()
    for i, line in enumerate(("INDIKATOR KINERJA UTAMA", "Jabatan : Kepala Dinas")):
        doc.text(40, 40 + 14 * i, line)
    return doc


def extracted(doc: Cetak) -> ExtractedDecree:
    return extract(SOURCE, doc.save())


def rows(table: KeptTable) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for cell in table.cells:
        found.setdefault(cell.row, []).append(cell.text.as_printed)
    return list(found.values())


def test_a_list_of_things_is_kept_below_its_block() -> None:
    doc = start()
    Tabel(doc, WIDTHS, HEAD, top=90).build([ROW])
    Tabel(doc, STOCK_WIDTHS, STOCK, top=250).build([THINGS])
    result = extracted(doc)
    (table,) = result.decree.tables
    assert [heading.as_printed for heading in table.headings] == STOCK
    assert rows(table) == [THINGS]
    assert (table.kind, table.order, table.page) == ("IKU", 1, 1)
    assert [(cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells] == [
        (1, column, 1, 1) for column in range(1, 7)
    ]
    assert all(cell.text.places for cell in table.cells)
    (block,) = result.decree.blocks
    assert len(block.rows) == 1 and not block.others and not result.decree.unparsed
    (found,) = result.findings
    assert (found.code, found.severity, found.field) == ("tabel-lain", "info", "tables/1")
    assert found.places == table.places and found.as_printed.startswith("No | Nama Barang")


def test_before_the_first_block_it_stands_under_none() -> None:
    doc = Cetak()
    doc.page()
    Tabel(doc, STOCK_WIDTHS, STOCK, top=40).build([THINGS])
    doc.page()
    doc.text(40, 40, "INDIKATOR KINERJA UTAMA")
    doc.text(40, 54, "Jabatan : Kepala Dinas")
    Tabel(doc, WIDTHS, HEAD, top=90).build([ROW])
    (table,) = extracted(doc).decree.tables
    assert (table.kind, table.order, table.page) == (None, None, 1)


def test_spans_and_pages() -> None:
    doc = start()
    Tabel(doc, WIDTHS, HEAD, top=90).build([ROW])
    merged = [UP, "Meja kerja kayu", "2012", "Baik", "R.2", "750.000"]
    many = [[str(n), f"Kursi lipat ke {n}", "2015", "Baik", "R.4", "90.000"] for n in range(2, 30)]
    Tabel(doc, STOCK_WIDTHS, STOCK, top=250).build([THINGS, merged, *many])
    (table,) = extracted(doc).decree.tables
    assert [place.page for place in table.places] == [1, 2]
    assert table.cells[0].text.as_printed == "1" and table.cells[0].rows == 2
    # the heading that the second page prints again is no row
    assert rows(table) == [THINGS, merged[1:], *many]


def test_it_ends_the_fungsi_above_it() -> None:
    doc = start()
    doc.text(40, 82, "Fungsi : a. pelayanan umum;")
    Tabel(doc, STOCK_WIDTHS, STOCK, top=100).build([THINGS])
    doc.text(40, 180, "b. bukan fungsi;")
    Tabel(doc, WIDTHS, HEAD, top=250).build([ROW])
    result = extracted(doc)
    (block,) = result.decree.blocks
    assert [item.text.as_printed for item in block.fungsi] == ["pelayanan umum;"]
    assert len(block.rows) == 1
    assert [(table.kind, table.order) for table in result.decree.tables] == [("IKU", 1)]


def test_letting_words_go_changes_nothing() -> None:
    doc = start()
    Tabel(doc, WIDTHS, HEAD, top=90).build([ROW])
    Tabel(doc, STOCK_WIDTHS, STOCK, top=250).build([THINGS])
    kept, thrown = flow_of_pdf(doc.save()), extracted(doc).decree.tables
    assert [item.table.cells for item in kept.items if hasattr(item, "table")] == [table.cells for table in thrown]


def test_the_catalogue_has_its_values() -> None:
    doc = start()
    Tabel(doc, WIDTHS, HEAD, top=90).build([ROW])
    Tabel(doc, STOCK_WIDTHS, STOCK, top=250).build([THINGS])
    catalogue = assemble(normalize(extracted(doc)))
    (table,) = catalogue.tables
    assert [cell.text.value for cell in table.cells] == THINGS
    assert [found.code for found in catalogue.findings if found.field == "tables/1"] == ["tabel-lain"]
