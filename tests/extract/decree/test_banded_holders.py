"""Bands of a table that name its holders give each holder a block of its own."""

from __future__ import annotations

from itertools import count

import pytest
from docx import Document
from word_files import SOURCE, saved

from extract.door import extract
from schemas.decree import Block

_HEADS = ("No", "Sasaran", "Indikator Kinerja", "Target")


def blocks_of(bands: list[str], title: str = "INDIKATOR KINERJA INDIVIDU", anew: bool = True) -> tuple[Block, ...]:
    document = Document()
    document.add_paragraph(title)
    table = document.add_table(1, len(_HEADS))
    for cell, text in zip(table.rows[0].cells, _HEADS, strict=True):
        cell.text = text
    numbers = count(1)
    for band in bands:
        cells = table.add_row().cells
        cells[0].merge(cells[-1]).text = band
        for n in (1, 2):
            row = (str(n if anew else next(numbers)), f"Tertibnya urusan {n}", f"Jumlah urusan {n}", "4 dokumen")
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    return extract(SOURCE, saved(document)).decree.blocks


@pytest.mark.parametrize(
    ("bands", "holders"),
    [
        (["a. LURAH", "b. SEKRETARIS", "c. PENGELOLA DATA"], ["LURAH", "SEKRETARIS", "PENGELOLA DATA"]),
        (["II. Kepala Seksi Umum", "III. Bendahara"], ["Kepala Seksi Umum", "Bendahara"]),
        (["1) Nama Jabatan : Kepala UPTD", "2) Nama Jabatan : Bendahara"], ["Kepala UPTD", "Bendahara"]),
        (["I Kepala Seksi Umum", "II Bendahara"], ["Kepala Seksi Umum", "Bendahara"]),
        # one that no vocabulary knows, among others that it does
        (["KEPALA BAGIAN UMUM", "PENELAAH TEKNIS KEBIJAKAN", "SEKRETARIS"],) * 2,
        # the next page prints it again
        (["SEKRETARIS", "BENDAHARA", "Bendahara"], ["SEKRETARIS", "BENDAHARA"]),
    ],
)
def test_each_band_with_an_office_is_a_block(bands: list[str], holders: list[str]) -> None:
    blocks = blocks_of(bands)
    assert [(one.kind, one.order) for one in blocks] == [("IKI", n + 1) for n in range(len(holders))]
    assert [one.jabatan.as_printed for one in blocks] == holders
    assert all(block.jabatan.places and block.headings for block in blocks)
    assert sum(len(block.rows) for block in blocks) == 2 * len(bands)
    assert {row.group for block in blocks for row in block.rows} == {None}


def test_units_are_holders_of_a_table_without_another_one_or_that_counts_anew() -> None:
    units = ["DINAS KESEHATAN", "KECAMATAN TANAH MERAH"]
    title = "INDIKATOR KINERJA UTAMA PERANGKAT DAERAH"
    assert [one.jabatan.as_printed for one in blocks_of(units, title, anew=False)] == units
    title = "INDIKATOR KINERJA UTAMA DINAS KESEHATAN"
    assert [one.jabatan.as_printed for one in blocks_of(["SEKRETARIAT", "BIDANG MUTU"], title)] == [
        "SEKRETARIAT",
        "BIDANG MUTU",
    ]
    (one,) = blocks_of(["SEKRETARIAT", "BIDANG MUTU"], title, anew=False)
    assert one.jabatan.as_printed == "DINAS KESEHATAN" and {row.group for row in one.rows} == {
        "SEKRETARIAT",
        "BIDANG MUTU",
    }


@pytest.mark.parametrize("bands", [["MISI PERTAMA", "MISI KEDUA"], ["BIDANG A : KEPEGAWAIAN", "BIDANG B : UMUM"]])
def test_other_bands_are_groups_of_rows(bands: list[str]) -> None:
    (block,) = blocks_of(bands, "INDIKATOR KINERJA UTAMA DINAS KESEHATAN")
    assert [row.group for row in block.rows] == [bands[0]] * 2 + [bands[1]] * 2
    assert all(row.group_places for row in block.rows)
