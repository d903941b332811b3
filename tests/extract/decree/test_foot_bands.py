"""Lines at the foot of tables without upright lines that name who holds the rows above them."""

from __future__ import annotations

import pytest
from cetak import Cetak

from extract.door import Read, decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf

_XS = (60, 90, 300, 540)
_HEADS = ("No", "Sasaran", "Indikator Kinerja", "Target")
_ROWS = (("1", "Tertibnya urusan", "Jumlah urusan", "4 dokumen"), ("2", "Tertatanya arsip", "Jumlah arsip", "9 berkas"))


def read(holders: tuple[str, ...], label: str, ruled: bool, above: bool = False) -> Read:
    """Tables below each other; lines are drawn above and below their headings, and below their last line."""
    doc = Cetak()
    doc.page(width=842)
    doc.text(60, 40, "INDIKATOR KINERJA INDIVIDU")
    doc.text(60, 52, "SEKRETARIAT KABUPATEN SINAR LEMBAH")
    top = 80.0
    for holder in holders:
        lines = [_HEADS, *_ROWS]
        named = (f"{label} : {holder}",)
        lines = [named, *lines] if above else [*lines, named]
        at = lines.index(_HEADS)
        for n, line in enumerate(lines):
            for x, text in zip(_XS, line, strict=False):
                doc.text(x, top + 12 * n + 9, text)
        for n in (at, at + 1, len(lines)) if ruled else ():
            doc.line(56, top + 12 * n + 0.5, 640, top + 12 * n + 0.5)
        top += 12 * len(lines) + 34
    return decree_of(layout_of_pdf(doc.save(), PdfOptions()))


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("label", ["Pemilik IKI", "Pemangku", "Nama Jabatan"])
def test_the_last_line_names_the_holder_of_the_rows_above_it(label: str, ruled: bool) -> None:
    holders = ("Kepala Subbagian Keuangan", "Kepala Subbagian Umum", "Bendahara")
    found = read(holders, label, ruled)
    assert [(one.label, one.jabatan.as_printed) for one in found.decree.blocks] == [(label, one) for one in holders]
    rows = [[row.cells["indikator"].text.as_printed for row in one.rows] for one in found.decree.blocks]
    assert rows == [["Jumlah urusan", "Jumlah arsip"]] * 3
    assert not found.decree.unparsed


def test_a_line_above_each_table_names_the_holder_of_the_rows_below_it() -> None:
    holders = ("Kepala Subbagian Keuangan", "Bendahara")
    found = read(holders, "Nama Jabatan", ruled=True, above=True)
    assert [one.jabatan.as_printed for one in found.decree.blocks] == [*holders]
    assert [len(one.rows) for one in found.decree.blocks] == [2, 2]
