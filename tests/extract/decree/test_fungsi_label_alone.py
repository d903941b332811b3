"""`2. Fungsi` alone on its line above the sentence that says what the functions are."""

from __future__ import annotations

import pytest

from extract.door import decree_of
from extract.read.text import layout_of_lines

_TEXT = """\
A. Kepala Bidang Arsip
1. Tugas
Kepala Bidang Arsip mempunyai tugas melaksanakan urusan kearsipan di lingkungan
Dinas.
{label}
Dalam melaksanakan tugas sebagaimana dimaksud pada angka 1 (satu),
menyelenggarakan fungsi :
(1) penyusunan rencana arsip; dan
(2) pelaporan kegiatan arsip.
NO SASARAN INDIKATOR KINERJA TARGET SUMBER DATA
1 Meningkatnya tertib arsip
Persentase unit yang
tertib
90 %
Seksi Arsip
"""


@pytest.mark.parametrize("label", ["2. Fungsi", "Fungsi", "b. Uraian Fungsi"])
def test_a_label_above_the_sentence_is_no_end_of_the_tugas(label: str) -> None:
    (block,) = decree_of(layout_of_lines(_TEXT.format(label=label))).decree.blocks
    assert block.tugas is not None and block.tugas.as_printed.endswith("di lingkungan Dinas.")
    assert [(item.no, item.text.as_printed) for item in block.fungsi] == [
        ("1", "penyusunan rencana arsip; dan"),
        ("2", "pelaporan kegiatan arsip."),
    ]


@pytest.mark.parametrize("word", ["OPD", "Perangkat Daerah", "Unit Kerja"])
def test_the_last_word_of_an_item_is_no_label_above_the_next_item(word: str) -> None:
    wrapped = f"(1) pembinaan arsip pada\n{word}"
    text = _TEXT.format(label="2. Fungsi").replace("(1) penyusunan rencana arsip; dan", wrapped)
    (block,) = decree_of(layout_of_lines(text)).decree.blocks
    assert [(item.no, item.text.as_printed) for item in block.fungsi] == [
        ("1", f"pembinaan arsip pada {word}"),
        ("2", "pelaporan kegiatan arsip."),
    ]
