"""Titles that name no kind, and words of them that say one."""

from __future__ import annotations

import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines

_BLOCK = """\
{title}
{below}
Nomenklatur : {holder}
Ringkasan Mandat : Melaksanakan urusan pemerintahan di wilayahnya.
NO SASARAN INDIKATOR TARGET RUMUS
1 Warga terlayani Nilai survei kepuasan 85 % Jumlah warga yang puas dibagi warga
2 Arsip tertib Persentase arsip tertib 90 % Arsip tertib dibagi seluruh arsip
"""
_HOLDERS = ("Kepala Seksi Pemerintahan", "Kepala Seksi Pelayanan", "Sekretaris Kecamatan")


def _kinds(title: str, below: str = "TAHUN 2024") -> set[str | None]:
    text = "".join(_BLOCK.format(title=title, below=below, holder=holder) for holder in _HOLDERS)
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


def test_what_a_title_names_goes_before_its_words() -> None:
    assert _kinds("INDIKATOR KINERJA UTAMA", "LEMBAR UKURAN KINERJA INDIVIDU") == {"IKU"}


@pytest.mark.parametrize("title", ["BIDANG PENILAIAN KINERJA PEGAWAI", "LEMBAR UKURAN KINERJA"])
def test_the_name_of_an_office_and_other_words_say_none(title: str) -> None:
    assert _kinds(title) == {None}
