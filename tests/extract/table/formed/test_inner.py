"""Words that head a column and begin its cells, and what never counts columns."""

from __future__ import annotations

import pytest

from extract.table.formed.bodies import fit_of, line_openers
from extract.table.formed.spans import WeighedWords, readings_of
from extract.table.linear.tokens import TableWords, tokenize
from schemas.layout import Line

_ROWS = """\
1 Meningkatnya disiplin
pegawai
Program Kepegawaian
Daerah
Persentase pegawai yang
hadir tepat waktu
90 % Jumlah Program dan pegawai
2 Tersedianya data
pegawai
Program Pelayanan
Administrasi
Jumlah data pegawai yang
tersusun
12 dokumen Jumlah data pegawai
3 Terlaksananya penilaian
kinerja
Program Kepegawaian
Daerah
Jumlah laporan penilaian
kinerja
4 laporan Jumlah laporan
"""


def _body() -> TableWords:
    return tokenize([Line(text, number) for number, text in enumerate(_ROWS.splitlines(), 1)])


def test_words_that_mostly_open_lines() -> None:
    assert "program" in line_openers([_body()])
    assert "jumlah" not in line_openers([_body()])


@pytest.mark.parametrize(("word", "told"), [("Program", True), ("Prog.", True), ("Urusan", False)])
def test_a_heading_whose_word_begins_cells_is_told_by_where_it_stands_in_them(word: str, told: bool) -> None:
    one = fit_of([_body()], ["no", "sasaran", "indikator", "target", "rumus"],
                 [["No"], [f"Hasil {word}"], ["Indikator"], ["Target"], ["Rumus"]])  # fmt: skip
    two = fit_of([_body()], ["no", "sasaran", "others", "indikator", "target", "rumus"],
                 [["No"], ["Hasil"], [word], ["Indikator"], ["Target"], ["Rumus"]])  # fmt: skip
    assert (one.inner > two.inner) is told


def test_the_name_of_a_group_counts_no_columns() -> None:
    """`(7)` / `<BIDANG KEPEGAWAIAN>` had been read as nine columns."""
    lines = ["No Sasaran Indikator Rumus Sumber Angka Target Satuan yg Digunakan", "(1) (2) (3) (4) (5) (6) (7)"]
    text = WeighedWords.of([*lines, "<BIDANG KEPEGAWAIAN>", "1 Meningkatnya disiplin Persentase hadir"])
    readings = readings_of(text, [(0, 17)])
    assert readings and {len(one.columns) for one in readings if one.end > one.body} == {7}
