"""Captions that stand below their tables."""

from __future__ import annotations

import pytest
from ketikan import Ketikan

from extract.door import decree_of
from extract.read.docx.reading import layout_of_docx

HOLDERS = ("Sekretaris Desa", "Kepala Urusan Keuangan", "Kepala Seksi Pelayanan")
SIGNED = ("KEPALA DESA KARANGANYAR,", "SUGIMAN")


def holders(caption: str, below: bool, signed: bool = True) -> list[str]:
    page = Ketikan()
    page.lines("LAMPIRAN KEPUTUSAN KEPALA DESA KARANGANYAR NOMOR 12 TAHUN 2024")
    for n, holder in enumerate(HOLDERS, 1):
        if not below:
            page.lines(caption.format(n=n, holder=holder))
        heads = ["No", "Sasaran", "Indikator Kinerja", "Target", "Sumber Data"]
        page.grid([heads, ["1", f"Tertibnya urusan {n}", f"Jumlah laporan {n}", f"{n} laporan", "Register"]])
        if below:
            page.lines(caption.format(n=n, holder=holder))
    for line in SIGNED if signed else ():
        page.lines(line)
    blocks = decree_of(layout_of_docx(page.save())).decree.blocks
    assert [[row.cells["indikator"].text.as_printed for row in block.rows] for block in blocks] == [
        [f"Jumlah laporan {n}"] for n in (1, 2, 3)
    ]
    return [block.jabatan.as_printed for block in blocks]


@pytest.mark.parametrize("below", [True, False])
@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.parametrize(
    "caption",
    [
        "Tabel {n}. Indikator Kinerja Individu {holder}",
        "Tabel {n} : Indikator Kinerja Individu {holder}",
        "Tabel 4.{n} {holder}",
    ],
)
def test_a_caption_is_that_of_the_table_which_it_stands_at(caption: str, signed: bool, below: bool) -> None:
    assert holders(caption, below, signed) == list(HOLDERS)


def test_captions_above_stay_above_where_the_first_ends_a_title_and_the_last_is_another_tables() -> None:
    page = Ketikan()
    page.lines("INDIKATOR KINERJA INDIVIDU")
    for n, holder in enumerate(HOLDERS, 1):
        page.lines(f"Tabel {n}. Indikator Kinerja Individu {holder}")
        heads = ["No", "Sasaran", "Indikator Kinerja", "Target", "Sumber Data"]
        page.grid([heads, ["1", f"Tertibnya urusan {n}", f"Jumlah laporan {n}", f"{n} laporan", "Register"]])
    page.lines("Tabel 4. Daftar ruang")
    page.grid([["No", "Nama Ruang", "Luas"], ["1", "Ruang arsip", "10"]])
    blocks = decree_of(layout_of_docx(page.save())).decree.blocks
    assert [block.jabatan.as_printed for block in blocks] == list(HOLDERS)


def test_captions_above_are_none_of_the_table_before_where_the_first_has_none() -> None:
    """A caption of another table behind the last one had moved all holders by one."""
    page = Ketikan()
    page.lines("INDIKATOR KINERJA UTAMA")
    for n, holder in enumerate(HOLDERS):
        if n:
            page.lines(f"Tabel {n}. Indikator Kinerja Individu {holder}")
        heads = ["No", "Sasaran", "Indikator Kinerja", "Target", "Sumber Data"]
        page.grid([heads, ["1", f"Tertibnya urusan {n}", f"Jumlah laporan {n}", f"{n} laporan", "Register"]])
    page.lines("Tabel 3. Program dan Anggaran")
    page.grid([["No", "Program", "Anggaran"], ["1", "Arsip", "Rp100.000.000"]])
    blocks = decree_of(layout_of_docx(page.save())).decree.blocks
    assert [block.jabatan.as_printed for block in blocks] == ["", *HOLDERS[1:]]
