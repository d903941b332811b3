"""Titles that name no kind, and words of them that say one; titles that run through all pages."""

from __future__ import annotations

import pytest
from cetak import Cetak, Tabel

from extract.door import decree_of
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.scans import layout_of_pdf
from extract.read.text import layout_of_lines

_BLOCK = """\
{title}
{below}
Nomenklatur : {holder}
Ringkasan Mandat : Melaksanakan urusan pemerintahan di wilayahnya.
NO SASARAN {heading} TARGET RUMUS
1 Warga terlayani Nilai survei kepuasan 85 % Jumlah warga yang puas dibagi warga
2 Arsip tertib Persentase arsip tertib 90 % Arsip tertib dibagi seluruh arsip
"""
_HOLDERS = ("Kepala Seksi Pemerintahan", "Kepala Seksi Pelayanan", "Sekretaris Kecamatan")


def _kinds(title: str, below: str = "TAHUN 2024", heading: str = "INDIKATOR") -> set[str | None]:
    text = "".join(_BLOCK.format(title=title, below=below, holder=holder, heading=heading) for holder in _HOLDERS)
    return {block.kind for block in decree_of(layout_of_lines(text)).decree.blocks}


@pytest.mark.parametrize(
    "title",
    [
        "LEMBAR UKURAN KINERJA INDIVIDU",
        "CASCADING KINERJA INDIVIDU",
        "KAMUS INDIKATOR KINERJA PEGAWAI",
        "FORMULIR RENCANA KINERJA PERORANGAN",
        "PENJABARAN KINERJA PER JABATAN",
    ],
)
def test_words_of_a_title_say_a_kind_that_it_does_not_name(title: str) -> None:
    assert _kinds(title) == {"IKI"}


@pytest.mark.parametrize(
    "title", ["KARTU KINERJA PEGAWAI", "INDIKATOR KINERJA APARATUR SIPIL NEGARA", "MATRIKS PERAN HASIL"]
)
def test_above_duties_the_words_of_a_title_go_before_a_heading(title: str) -> None:
    """The heading names the kind of another table, which offices copy."""
    assert _kinds(title, heading="INDIKATOR KINERJA UTAMA") == {"IKI"}
    assert _kinds("LEMBAR UKURAN KINERJA", heading="INDIKATOR KINERJA UTAMA") == {"IKU"}


def test_above_duties_a_title_that_is_no_label_goes_before_a_heading() -> None:
    """`LAMPIRAN ... TENTANG INDIKATOR KINERJA INDIVIDU` over a column `INDIKATOR KINERJA UTAMA`; said once, it holds
    for the blocks after it as well."""
    title = "LAMPIRAN PERATURAN BUPATI TENTANG INDIKATOR KINERJA INDIVIDU"
    assert _kinds(title, heading="INDIKATOR KINERJA UTAMA") == {"IKI"}
    once = "".join(
        _BLOCK.format(title="" if k else title, below="", holder=holder, heading="INDIKATOR KINERJA UTAMA")
        for k, holder in enumerate(_HOLDERS)
    )
    assert [block.kind for block in decree_of(layout_of_lines(once)).decree.blocks] == ["IKI"] * 3
    assert _kinds("PENETAPAN KINERJA", heading="INDIKATOR KINERJA UTAMA") == {"PK"}


def test_what_a_title_names_goes_before_its_words() -> None:
    assert _kinds("INDIKATOR KINERJA UTAMA", "LEMBAR UKURAN KINERJA INDIVIDU") == {"IKU"}


@pytest.mark.parametrize("title", ["BIDANG PENILAIAN KINERJA PEGAWAI", "LEMBAR UKURAN KINERJA"])
def test_the_name_of_an_office_and_other_words_say_none(title: str) -> None:
    assert _kinds(title) == {None}


def test_an_office_is_the_first_line_of_a_title_below_what_stands_on_every_page() -> None:
    """The label of a unit had named the holder, and the kind with it."""
    doc = Cetak()
    holders = ["LURAH KARANG PANJANG", "BENDAHARA PENGELUARAN", "KEPALA BAGIAN HUKUM", "PERAWAT AHLI MUDA"]
    for number, holder in enumerate(holders, 1):
        doc.page()
        for k, line in enumerate(["CASCADING KINERJA INDIVIDU", holder, "DINAS PENDIDIKAN", "KABUPATEN SUKAMAJU"]):
            doc.text(421 - 2.7 * len(line), 40 + 12 * k, line)
        doc.text(40, 100, "Satuan Kerja : Bidang Mutasi dan Promosi")
        doc.text(40, 112, "Ringkasan Mandat : Melaksanakan urusan pemerintahan di wilayahnya.")
        rows = [["1", "Warga terlayani", "Nilai survei kepuasan", "82"], ["2", "Tertibnya arsip", "Jumlah arsip", "3"]]
        Tabel(doc, [40, 210, 210, 80], ["NO", "SASARAN", "INDIKATOR", "TARGET"], top=130).build(rows)
        doc.text(780, 560, str(number))
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [block.jabatan.as_printed for block in blocks if block.jabatan] == holders
    assert {block.kind for block in blocks} == {"IKI"}


@pytest.mark.parametrize("heading", ["INDIKATOR KINERJA INDIVIDU", "Indikator Kinerja Individu (IKI)", "INDIKATOR"])
@pytest.mark.parametrize("title", ["LEMBAR INDIKATOR KINERJA UTAMA (I K U)", "MANUAL INDIKATOR KINERJA UTAMA (IKU)"])
def test_a_title_at_the_head_of_all_pages_goes_before_a_heading(title: str, heading: str) -> None:
    """Each page begins a block below the same title: it is what pages print again and again."""
    doc = Cetak(size=8.0)
    for number, holder in enumerate(_HOLDERS, start=1):
        doc.page()
        for base, text in ((60, title), (72, "TAHUN ANGGARAN 2022")):
            doc.text(320, base, text, size=11.0)
        doc.text(60, 96, f"Nama Jabatan : {holder}")
        doc.text(60, 108, "Tugas : Melaksanakan urusan pemerintahan di wilayahnya.")
        rows = [["1", "Warga terlayani", "Nilai survei kepuasan", "85 %"], ["2", "Arsip tertib", "Arsip rapi", "90 %"]]
        Tabel(doc, [40, 210, 210, 80], ["NO", "SASARAN", heading, "TARGET"], top=130).build(rows)
        doc.text(780, 560, str(number))
    blocks = decree_of(layout_of_pdf(doc.save(), PdfOptions())).decree.blocks
    assert [block.kind for block in blocks] == ["IKU"] * len(_HOLDERS)


@pytest.mark.parametrize(("title", "kind"), [("PENETAPAN I.K.U.", "IKU"), ("DAFTAR I.K.I", "IKI")])
def test_the_short_name_of_a_kind_with_points_says_it(title: str, kind: str) -> None:
    assert _kinds(title) == {kind}
