"""Lists of fungsi whose items hold lists of their own."""

from __future__ import annotations

import pytest
from cetak import Cetak

from extract.decree.listed import in_list
from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.read.piece import Piece
from extract.read.text import layout_of_lines
from schemas.layout import Line

_BLOCK = """\
INDIKATOR KINERJA INDIVIDU
{labels[0]} : Kepala Sekolah
{labels[1]} : Memimpin sekolah
{labels[2]} :
{fungsi}
NO SASARAN INDIKATOR TARGET RUMUS
1 Murid cakap Nilai literasi 85 % Jumlah murid cakap dibagi murid
2 Arsip tertib Persentase arsip tertib 90 % Arsip tertib dibagi seluruh arsip
"""
_LABELS = [
    ("Jabatan", "Tugas", "Fungsi"),
    ("1. Jabatan", "2. Tugas", "3. Fungsi"),
    ("Nama Jabatan", "Ikhtisar", "Fungsi Jabatan"),
]


def _fungsi(labels: tuple[str, str, str], lines: list[str]) -> list[str]:
    text = _BLOCK.format(labels=labels, fungsi="\n".join(lines))
    (block,) = decree_of(layout_of_lines(text)).decree.blocks
    assert block.tugas is not None and block.tugas.as_printed == "Memimpin sekolah" and len(block.rows) == 2
    return [item.text.as_printed for item in block.fungsi]


@pytest.mark.parametrize("labels", _LABELS)
@pytest.mark.parametrize("marks", [("1.", "2.", "3."), ("a.", "b.", "c."), ("1)", "2)", "3)")])
@pytest.mark.parametrize("inner", [("1.", "2.", "3."), ("a)", "b)", "c)")])
@pytest.mark.parametrize("name", ["Tugas manajerial", "Pelaksanaan tugas selaku Kuasa BUD", "Fungsi pelayanan"])
def test_the_list_of_an_item_is_its_text(
    labels: tuple[str, str, str], marks: tuple[str, str, str], inner: tuple[str, str, str], name: str
) -> None:
    """An item with a colon is no label of the head, and the numbers in it are none of the list around it."""
    own = [f"{name}: {inner[0]} merencanakan", f"program; {inner[1]} mengelola standar; {inner[2]} memimpin"]
    lines = [f"{marks[0]} {own[0]}", own[1], f"{marks[1]} Pengembangan usaha", f"{marks[2]} Supervisi guru"]
    one, *others = _fungsi(labels, lines)
    assert one == " ".join(own) and others == ["Pengembangan usaha", "Supervisi guru"]


def test_items_that_follow_each_other_on_a_line_are_items() -> None:
    lines = ["1. penyusunan rencana; 2. pembinaan desa;", "3. pelaporan; 4. pengawasan;", "5. evaluasi"]
    assert [text.rstrip(";") for text in _fungsi(_LABELS[0], lines)] == [
        "penyusunan rencana", "pembinaan desa", "pelaporan", "pengawasan", "evaluasi"
    ]  # fmt: skip


@pytest.mark.parametrize("deeper", [False, True])
def test_numbers_further_right_are_of_the_list_of_an_item(deeper: bool) -> None:
    """`c. cuti` counts on from `b.`, and so does `c. mengelola barang`, further left; alone it is the next item."""
    doc = Cetak()
    doc.page()
    x = 134.0 if deeper else 120.0
    lines = [
        (40.0, "Jabatan : Kepala Subbagian"), (40.0, "Tugas : Mengurus tata usaha"), (40.0, "Fungsi :"),
        (120.0, "a. menyusun RKA"), (120.0, "b. mengelola kepegawaian, antara lain: a. usul KGB; b. usul pangkat;"),
        (x, "c. cuti"),
    ]  # fmt: skip
    if deeper:
        lines += [(x, "d. presensi"), (120.0, "c. mengelola barang"), (120.0, "d. menyusun laporan")]
    doc.text(300, 30, "INDIKATOR KINERJA INDIVIDU")
    for k, (left, text) in enumerate(lines):
        doc.text(left, 60 + 14 * k, text)
    heads = ["No", "Sasaran", "Indikator", "Target"]
    doc.cells([40.0, 80.0, 300.0, 600.0, 700.0], [heads, ["1", "Tertib mutasi", "Jumlah SK", "12 SK"]], 200)
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [item.no for item in block.fungsi] == (["a", "b", "c", "d"] if deeper else ["a", "b", "c"])
    assert block.fungsi[1].text.as_printed.endswith("c. cuti d. presensi" if deeper else "usul pangkat;")


@pytest.mark.parametrize("signs", ["abde", "1245", "1345"])
def test_a_number_missed_and_the_rest_further_right_hides_no_item(signs: str) -> None:
    """No list of the item above has begun there: its numbers are those of the list, a gap is told."""
    doc = Cetak()
    doc.page()
    doc.text(300, 30, "INDIKATOR KINERJA INDIVIDU")
    items = ["menyusun rencana;", "membina pegawai;", "mengelola arsip;", "melaporkan hasil."]
    missed = next(k for k in range(4) if signs[k] not in ("abcd"[k], "1234"[k]))
    for k, text in enumerate(["Jabatan : Kepala Subbagian", "Tugas : Mengurus tata usaha", "Fungsi :"]):
        doc.text(40, 60 + 14 * k, text)
    for k, item in enumerate(items):
        doc.text(134 if k >= missed else 120, 102 + 14 * k, f"{signs[k]}. {item}")
    heads = ["No", "Sasaran", "Indikator", "Target"]
    doc.cells([40.0, 80.0, 300.0, 600.0, 700.0], [heads, ["1", "Tertib mutasi", "Jumlah SK", "12 SK"]], 200)
    (block,) = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [(item.no, item.text.as_printed) for item in block.fungsi] == list(zip(signs, items, strict=True))


def test_thousands_of_labels_with_numbers_are_looked_at_once() -> None:
    """What does not count on from the line above is no item of its list, whatever stands farther up."""
    lines = [f"{n % 99 + 1}. Tugas lain: memimpin {n};" for n in range(3000)]
    pieces = [Piece(text, Line(text, n), n) for n, text in enumerate(["Fungsi :", *lines], 1)]
    assert [in_list(pieces, at) for at in (1, 99, 100, 3000)] == [True, True, False, False]
