"""The words of a row and of those beside it."""

from __future__ import annotations

from things import decree_of, holder, indikator

from katalog.compare.diff.words_near import Window


def test_what_stands_beside_a_cell_is_of_the_same_row() -> None:
    rows = [indikator("Jumlah surat", target="12"), indikator("Jumlah arsip", target="4"), indikator("Jumlah cuti")]
    table = holder("Pengelola", rows)
    table.add("kolom", [])
    assert decree_of(table).lists["jabatan"] == [table]
    window = Window.of(rows[1], lambda thing, name, read: read)
    targets = [at for at, (_, name) in enumerate(window.cells) if name == "target"]
    assert [window.beside(at, "indikator") for at in targets] == ["Jumlah surat", "Jumlah arsip"]
    assert [window.beside(at, "rumus") for at in targets] == ["", ""]
