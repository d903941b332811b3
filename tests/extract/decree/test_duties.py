"""What holders do in a table of its own, their indicators in others."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel
from ketikan import Ketikan

from extract.door import decree_of
from extract.read.docx.reading import layout_of_docx
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from schemas.base import Finding
from schemas.decree import Decree

HOLDERS = ("Kepala Bidang Mutasi", "Kepala Bidang Diklat", "Kepala Subbagian Keuangan")
TUGAS = ("melaksanakan mutasi pegawai", "menyelenggarakan diklat", "mengelola keuangan badan")
FUNGSI = (
    ("penyusunan rencana mutasi", "pelaksanaan kenaikan pangkat"),
    ("penyusunan rencana diklat", "pelaksanaan diklat", "evaluasi diklat"),
    ("penatausahaan keuangan", "pelaporan keuangan"),
)
LABELS = (
    ("Jabatan", "Tugas", "Fungsi"),
    ("NAMA JABATAN", "URAIAN TUGAS", "FUNGSI"),
    ("Nomenklatur Jabatan", "Tugas Pokok", "Uraian Fungsi"),
)


def duties(page: Ketikan, labels: tuple[str, ...], each: bool) -> None:
    page.lines("URAIAN TUGAS DAN FUNGSI JABATAN", bold=True, centred=True)
    table = page.grid([["No", *labels]])
    for n, (holder, tugas, fungsi) in enumerate(zip(HOLDERS, TUGAS, FUNGSI, strict=True), 1):
        items = [f"{'abc'[k]}. {text};" for k, text in enumerate(fungsi)]
        if not each:
            page.row(table, [str(n), holder, tugas, " ".join(items)])
            continue
        for k, item in enumerate(items):
            page.row(table, ["" if k else str(n), "" if k else holder, "" if k else tugas, item])


def indicators(page: Ketikan, columned: bool) -> None:
    rows = [[f"Tertibnya urusan {n}", f"Jumlah laporan {n}", f"{n} laporan", "Register"] for n in range(1, 4)]
    heads = ["Sasaran", "Indikator Kinerja", "Target", "Sumber Data"]
    page.lines("INDIKATOR KINERJA INDIVIDU", bold=True, centred=True)
    if columned:
        page.grid([["No", "Jabatan", *heads], *([str(n + 1), HOLDERS[n], *row] for n, row in enumerate(rows))])
        return
    for n, row in enumerate(rows):
        page.lines(f"Jabatan : {HOLDERS[n]}")
        page.grid([["No", *heads], ["1", *row]])


def read(page: Ketikan) -> tuple[Decree, tuple[Finding, ...]]:
    found = decree_of(layout_of_docx(page.save()))
    return found.decree, found.findings


@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("each", [False, True])
@pytest.mark.parametrize("columned", [False, True])
def test_a_table_of_duties_heads_the_blocks_of_its_holders(labels: tuple[str, ...], each: bool, columned: bool) -> None:
    page = Ketikan()
    duties(page, labels, each)
    page.lines("")
    indicators(page, columned)
    decree, _ = read(page)
    said = [
        (
            block.jabatan.as_printed,
            block.tugas and block.tugas.as_printed,
            tuple(item.text.as_printed.rstrip(";") for item in block.fungsi),
            [row.cells["indikator"].text.as_printed for row in block.rows],
        )
        for block in decree.blocks
    ]
    assert said == [
        (holder, TUGAS[n], FUNGSI[n], [f"Jumlah laporan {n + 1}"]) for n, holder in enumerate(HOLDERS)
    ]  # fmt: skip
    assert len(decree.tables) == 1


@pytest.mark.parametrize("holder", ["Jabatan", "Nomenklatur Jabatan", "Pemangku Jabatan :"])
def test_duties_beside_their_holders_are_no_indicators(holder: str) -> None:
    page = Ketikan()
    page.lines("URAIAN TUGAS JABATAN", bold=True, centred=True)
    page.grid([[holder, "Tugas", "Satuan"], *([name, TUGAS[n], "Laporan"] for n, name in enumerate(HOLDERS))])
    page.lines("")
    indicators(page, columned=False)
    decree, _ = read(page)
    assert [len(block.rows) for block in decree.blocks] == [1, 1, 1]
    assert [block.tugas and block.tugas.as_printed for block in decree.blocks] == [*TUGAS]


def test_a_head_of_its_own_goes_before_the_table() -> None:
    page = Ketikan()
    duties(page, LABELS[0], False)
    page.lines("INDIKATOR KINERJA INDIVIDU")
    page.lines(f"Jabatan : {HOLDERS[0]}")
    page.lines("Tugas : mengurus mutasi")
    page.grid([["No", "Sasaran", "Indikator Kinerja", "Target"], ["1", "Tertib", "Jumlah SK", "12 SK"]])
    (block,) = read(page)[0].blocks
    assert block.tugas is not None
    assert (block.tugas.as_printed, block.fungsi) == ("mengurus mutasi", ())


TWO = (("Jabatan", "Tugas"), ("NAMA JABATAN", "URAIAN TUGAS"), ("Pejabat", "Rincian Tugas"))


def _said(decree: Decree) -> list[tuple[str, str | None, int]]:
    return [(b.jabatan.as_printed, b.tugas and b.tugas.as_printed, len(b.rows)) for b in decree.blocks]


@pytest.mark.parametrize("labels", TWO)
@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("drawn", [False, True])
def test_two_columns_over_several_offices_are_a_table_of_duties(
    labels: tuple[str, ...], numbered: bool, drawn: bool
) -> None:
    page = Ketikan()
    page.lines("URAIAN TUGAS JABATAN", bold=True, centred=True)
    rows = [labels, *zip(HOLDERS, TUGAS, strict=True)]
    page.grid([[*(["No" if not n else str(n)] if numbered else []), *row] for n, row in enumerate(rows)], drawn=drawn)
    page.lines("")
    indicators(page, columned=False)
    decree, findings = read(page)
    assert _said(decree) == [(holder, tugas, 1) for holder, tugas in zip(HOLDERS, TUGAS, strict=True)]
    assert len(decree.tables) == 1
    assert "tabel-lain" in {one.code for one in findings}


def _page_of_duties(labels: tuple[str, str], ruled: bool) -> Decree:
    doc = Cetak()
    doc.page()
    doc.text(300, 40, "URAIAN TUGAS JABATAN")
    rows = [[holder, tugas] for holder, tugas in zip(HOLDERS, TUGAS, strict=True)]
    if ruled:
        Tabel(doc, [200.0, 240.0], list(labels), left=40, top=60).build(rows)
    for at, row in enumerate([] if ruled else [labels, *rows]):
        for x, text in zip((40, 260), row, strict=True):
            doc.text(x, 70 + 15 * at, text)
    doc.text(300, 180, "INDIKATOR KINERJA INDIVIDU")
    heads = ["No", "Sasaran", "Indikator Kinerja", "Target"]
    for n, holder in enumerate(HOLDERS):
        doc.text(40, 200 + 110 * n, f"Jabatan : {holder}")
        own = ["1", f"Tertibnya urusan {n}", f"Jumlah laporan {n}", f"{n} laporan"]
        Tabel(doc, [40.0, 200.0, 200.0, 120.0], heads, left=40, top=210 + 110 * n).build([own])
    return decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree


@pytest.mark.parametrize("labels", TWO)
def test_two_ruled_columns_of_a_page_are_one_too(labels: tuple[str, str]) -> None:
    decree = _page_of_duties(labels, ruled=True)
    assert _said(decree) == [(holder, tugas, 1) for holder, tugas in zip(HOLDERS, TUGAS, strict=True)]


@pytest.mark.parametrize("labels", TWO)
def test_offices_below_each_other_without_lines_are_no_one_holder(labels: tuple[str, str]) -> None:
    """What they do stays where it is printed, and no block has all of it."""
    assert _said(_page_of_duties(labels, ruled=False)) == [(holder, None, 1) for holder in HOLDERS]
