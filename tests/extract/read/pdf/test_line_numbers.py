"""The numbers of a draft's lines, in the left margin."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel

from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.layout import Layout

HEAD = ["NO", "SASARAN", "INDIKATOR", "TARGET"]


def read(doc: Cetak) -> Layout:
    return layout_of_pdf(doc.save(), PdfOptions())


def draft(first: int = 1, step: int = 1, pitch: float = 14.0, count: int = 30, left: float = 14.0) -> Layout:
    doc = Cetak()
    doc.page()
    for k in range(count):
        number = str(first + k * step)
        doc.text(left + 6 * (3 - len(number)), 30 + k * pitch * step, number, size=7)
    doc.text(300, 30, "INDIKATOR KINERJA INDIVIDU")
    doc.text(60, 58, "Jabatan : Pengelola Data")
    made = Tabel(doc, [30, 200, 200, 60], HEAD, left=60, top=90)
    made.build([[str(n), f"Mutu data {n}", f"Jumlah data yang rapi {n}", f"{n} data"] for n in range(1, 5)])
    return read(doc)


@pytest.mark.parametrize("layout", [draft(), draft(38), draft(5, 5, count=8), draft(pitch=11.0, count=45)])
def test_they_are_kept_aside(layout: Layout) -> None:
    assert [line.text for line in layout.lines] == ["INDIKATOR KINERJA INDIVIDU", "Jabatan : Pengelola Data"]
    (aside,) = layout.overlays
    first, second, *_ = map(int, aside.text.split())
    assert second - first in (1, 5)


def test_not_the_numbers_of_rows_that_begin_a_page() -> None:
    doc = Cetak()
    doc.page()
    for n in range(1, 21):
        doc.text(40, 30 + 18 * n, str(n))
        doc.text(80, 30 + 18 * n, f"Mutu data {n}")
        doc.text(300, 30 + 18 * n, f"Jumlah data yang rapi {n}")
        doc.text(560, 30 + 18 * n, f"{n} data")
    assert not read(doc).overlays


def test_not_numbers_that_begin_below_the_title() -> None:
    doc = Cetak()
    doc.page()
    doc.text(300, 30, "INDIKATOR KINERJA INDIVIDU")
    for n in range(1, 13):
        doc.text(40, 80 + 24 * n, str(n))
        doc.text(80, 74 + 24 * n, f"Mutu data {n}")
        doc.text(80, 86 + 24 * n, "yang rapi")
    assert not read(doc).overlays


@pytest.mark.parametrize("blank", [(11, 12), (4, 12), (3, 7)])
def test_not_the_numbers_of_rows_that_nobody_filled_in(blank: tuple[int, int]) -> None:
    doc = Cetak()
    doc.page()
    for n in range(1, 13):
        doc.text(20, 22 + 18 * n, str(n))
        if n not in blank:
            doc.text(60, 22 + 18 * n, f"Jumlah laporan {n}")
    assert not read(doc).overlays


def test_not_where_some_rows_begin_further_right() -> None:
    doc = Cetak()
    doc.page()
    for n in range(1, 11):
        doc.text(20, 22 + 18 * n, str(n))
        doc.text(60 if n % 3 == 1 else 260, 22 + 18 * n, f"Jumlah laporan {n}")
    for n in (11, 12):
        doc.text(20, 22 + 18 * n, str(n))
    assert not read(doc).overlays
