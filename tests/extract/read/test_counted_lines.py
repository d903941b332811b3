"""Numbers before each line of a text are kept aside; numbers of rows are the rows'."""

from __future__ import annotations

import pytest

from extract.read.counted_lines import without_counts
from extract.read.text import layout_of_text

LINES = [
    "INDIKATOR KINERJA",
    "",
    "Jabatan : Sekretaris",
    "",
    "NO   INDIKATOR    TARGET",
    "1    Jumlah surat 12 surat",
    "",
    "2    Rapat        4 kali",
]


@pytest.mark.parametrize("form", ["{n:6}\t{text}", "{n}:{text}", "{n:>4}  {text}", "{n:03d} {text}", "{n:3}| {text}"])
@pytest.mark.parametrize("first", [1, 97])
def test_numbers_of_all_lines_are_kept_aside(form: str, first: int) -> None:
    text = "\n".join(form.format(n=n, text=line) for n, line in enumerate(LINES, first)) + "\n"
    layout = layout_of_text(text.encode())
    assert [line.text.strip() for line in layout.lines] == [*LINES, ""]
    assert [one.text.split()[0] for one in layout.overlays] == [str(first)]


@pytest.mark.parametrize(
    "lines",
    [
        [f"{n}\tJumlah surat\t12 surat" for n in range(1, 12)],  # a table without a heading
        [f"{n}. Penyusunan rencana;" for n in range(1, 12)],
        ["INDIKATOR", *(f"{n}\t" for n in range(1, 12))],  # rows that nobody filled in
        [f"{n}\t" for n in (1, 2, 3, 5, 6, 7, 8, 9, 10)],
        ["1\ta", "2\t", "3\t"],
    ],
)
def test_other_numbers_stay(lines: list[str]) -> None:
    assert without_counts(lines) == (lines, "")
