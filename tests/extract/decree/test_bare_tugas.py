"""A tugas without a label: the text right below the office that a heading names."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel, wrap
from ketikan import Ketikan

from extract.door import decree_of
from extract.read.docx.reading import layout_of_docx
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.decree import Block

HOLDERS = ("INSPEKTUR DAERAH", "SEKRETARIS", "KEPALA BIDANG MUTASI")
TUGAS = (
    "Membantu Gubernur membina dan mengawasi pelaksanaan urusan pemerintahan yang menjadi kewenangan Daerah dan Tugas"
    " Pembantuan oleh Perangkat Daerah.",
    "Menyiapkan bahan koordinasi dan memberikan pelayanan administratif.",
    "Melaksanakan urusan mutasi pegawai.",
)
HEAD = ["No", "Indikator Kinerja", "Target"]
TITLES = (["INDIKATOR KINERJA UTAMA", "INSPEKTORAT DAERAH PROVINSI JAMBI"], ["INDIKATOR KINERJA INDIVIDU"])
MARKS = (("I. ", "II. ", "III. "), ("A. ", "B. ", "C. "), ("", "", ""))


def said(blocks: tuple[Block, ...]) -> list[tuple[str, str | None, int, int]]:
    return [(b.jabatan.as_printed, b.tugas and b.tugas.as_printed, len(b.fungsi), len(b.rows)) for b in blocks]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("fungsi", [True, False])
def test_the_text_below_an_office_is_its_tugas(title: list[str], marks: tuple[str, ...], fungsi: bool) -> None:
    page = Ketikan()
    for line in title:
        page.lines(line, bold=True, centred=True)
    for n, (mark, holder, tugas) in enumerate(zip(marks, HOLDERS, TUGAS, strict=True)):
        page.lines(f"{mark}{holder}", bold=True)
        page.lines(tugas)
        for line in ("Fungsi :", "a. perumusan kebijakan;", "b. pelaporan.") if fungsi else ():
            page.lines(line)
        page.grid([HEAD, ["1", f"Persentase tindak lanjut {n}", "80 %"]])
        page.lines("")
    blocks = decree_of(layout_of_docx(page.save())).decree.blocks
    assert said(blocks) == [(holder, tugas, 2 * fungsi, 1) for holder, tugas in zip(HOLDERS, TUGAS, strict=True)]


def test_it_is_wrapped_on_a_page() -> None:
    doc = Cetak()
    doc.page(height=842)
    doc.text(200, 40, TITLES[1][0])
    top = 70.0
    for mark, holder, tugas in zip(MARKS[0], HOLDERS, TUGAS, strict=True):
        for line in [f"{mark}{holder}", *wrap(tugas, 435, doc.size)]:
            doc.text(40, top, line)
            top += 11
        table = Tabel(doc, [40.0, 260.0, 120.0], HEAD, top=top + 8)
        table.build([["1", "Persentase tindak lanjut", "80 %"]])
        top = table.y + 30
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert said(blocks) == [(holder, tugas, 0, 1) for holder, tugas in zip(HOLDERS, TUGAS, strict=True)]


def test_a_sentence_that_announces_the_table_is_none() -> None:
    page = Ketikan()
    page.lines(TITLES[1][0], bold=True, centred=True)
    page.lines(f"I. {HOLDERS[0]}", bold=True)
    page.lines("Melaksanakan tugas dengan indikator sebagai berikut:")
    page.grid([HEAD, ["1", "Persentase tindak lanjut", "80 %"]])
    assert said(decree_of(layout_of_docx(page.save())).decree.blocks) == [(HOLDERS[0], None, 0, 1)]
