"""Words in capitals whose letters stand apart are closed; single letters of other things are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from extract.read.letters_apart import with_words_closed
from katalog.front import build

HEAD = [
    "I N D I K A T O R   K I N E R J A   I N D I V I D U",
    "",
    "J A B A T A N  : Pamong Budaya",
    "T U G A S      : Mengkaji koleksi",
]
FUNGSI = ["F U N G S I    :", "  1. Perawatan koleksi;", "  2. Penerbitan kajian.", ""]
TABLE = [
    "N O    S A S A R A N               I N D I K A T O R             T A R G E T     S U M B E R   D A T A",
    "1      Terawatnya koleksi museum   Jumlah koleksi dirawat        450 koleksi     Kartu konservasi",
    "2      Meningkatnya minat          Jumlah pengunjung museum      62.000 orang    Rekap karcis",
    "3      Tersebarnya hasil kajian    Jumlah kajian yang terbit     3 judul         Seksi Pengkajian",
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("J A B A T A N  : Kepala Seksi A", "JABATAN        : Kepala Seksi A"),
        ("N O    S U M B E R   D A T A", "NO     SUMBER DATA"),
        ("N O    S U M B E R  D A T A     R U M U S", "NO     SUMBER DATA              RUMUS"),
        ("M E M U T U S K A N :", "MEMUTUSKAN          :"),
    ],
)
def test_words_are_closed_in_their_place(line: str, closed: str) -> None:
    assert with_words_closed(line) == closed


@pytest.mark.parametrize(
    "line",
    [
        "A B C D",
        "skor = A B C",
        "1  A T  B C",
        "k e r j a",
        "Kelas A B C D",
        "P Q R S T U V W",
        "N O",
        "",
        "X I I  I P A",
    ],
)
def test_other_letters_stay(line: str) -> None:
    assert with_words_closed(line) == line


def test_a_text_that_is_set_so_is_read(tmp_path: Path) -> None:
    source = tmp_path / "sk.txt"
    source.write_text("\n".join([*HEAD, *FUNGSI, *TABLE, ""]), encoding="utf-8")
    (block,) = build(source).blocks
    assert (block.kind, block.jabatan.as_printed, len(block.fungsi), len(block.rows)) == ("IKI", "Pamong Budaya", 2, 3)
    assert [row.targets[0].cell.text.as_printed for row in block.rows] == ["450 koleksi", "62.000 orang", "3 judul"]


def test_a_word_document_too(tmp_path: Path) -> None:
    document = Document()
    for line in (*HEAD, *FUNGSI):
        document.add_paragraph(line)
    cells = [
        ["N O", "I N D I K A T O R", "T A R G E T"],
        ["1", "Jumlah kajian", "3 judul"],
        ["2", "Jumlah rapat", "5 kali"],
    ]
    table = document.add_table(3, 3, style="Table Grid")
    for i, row in enumerate(cells):
        for j, text in enumerate(row):
            table.cell(i, j).text = text
    document.save(str(tmp_path / "sk.docx"))
    (block,) = build(tmp_path / "sk.docx").blocks
    assert (block.kind, block.jabatan.as_printed, len(block.rows)) == ("IKI", "Pamong Budaya", 2)
