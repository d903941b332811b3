"""Cells of a text set in fixed width that touch the next column."""

from __future__ import annotations

from typing import SupportsIndex

import pytest

from extract.read.touching import touching_apart

WIDTHS = (4, 22, 11, 20)
ROWS = [
    ("NO", "INDIKATOR", "TARGET", "FORMULA"),
    ("1", "Jumlah induk ikan", "200 ekor", "Induk yang layak"),
    ("2", "Jumlah benih", "15 paket", "Berita acara"),
    ("3", "Jumlah pembenih", "40 orang", "Daftar hadir"),
]


def typed(*row: str) -> list[str]:
    """The table with one more row."""
    return ["".join(map(str.ljust, one, WIDTHS)).rstrip() for one in (*ROWS, row)]


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        (("4", "Jumlah anak-anakan RTx", "80 ekor", "Laporan"), ["Jumlah anak-anakan RTx", "80 ekor", "Laporan"]),
        (("4", "Jumlah anakan", "4 paket dua", "Laporan"), ["Jumlah anakan", "4 paket dua", "Laporan"]),
        (("4", "Persen anakan (per RT)", "80 %", "Laporan"), ["Persen anakan (per RT)", "80 %", "Laporan"]),
    ],
)  # fmt: skip
def test_a_cell_that_fills_its_column_is_parted_from_the_next(row: tuple[str, ...], parts: list[str]) -> None:
    lines = touching_apart(typed(*row))
    assert [part.strip() for part in lines[-1].split("  ") if part.strip()] == ["4", *parts]
    # and the columns still stand below each other
    assert len({line.index(one[-1]) for line, one in zip(lines, [*ROWS, row], strict=True)}) == 1


@pytest.mark.parametrize(
    "row",
    [
        ("4", "Jumlah anakan", "80 ekor", "Laporan"),
        ("4", "Jumlah anakan       Rp", "80.000", "Laporan"),  # an amount that begins before the numbers below it
        ("4", "Jumlah anakan ikan dar", "at", "Laporan"),  # a word that only runs over the edge
    ],
)
def test_other_lines_stay_as_they_are(row: tuple[str, ...]) -> None:
    assert touching_apart(typed(*row)) == typed(*row)


def test_the_lines_that_the_last_row_goes_on_with_stay_below_it() -> None:
    """`4 paket` / `benih` and `Laporan` / `dinas`: all columns behind the parted one are moved in its rows."""
    rows = [*ROWS, ("4", "Jumlah anak-anakan RTx", "80 ekor", "Laporan"), ("5", "Jumlah jaring", "40 unit", "Berita")]
    rest = [("", "tancap", "baru", "acara"), ("", "", "", "serah")]
    lines = ["".join(map(str.ljust, one, WIDTHS)).rstrip() for one in (*rows, *rest)]
    moved = touching_apart([*lines, "", "Catatan: isi kaki halaman  disusun kemudian"])
    assert [line.index(word) for line, word in zip(moved[4:8], ("Lap", "Ber", "aca", "ser"), strict=True)] == [39] * 4
    assert moved[8:] == ["", "Catatan: isi kaki halaman  disusun kemudian"]


def test_too_few_lines_tell_no_column() -> None:
    lines = [ROWS[0], ROWS[1], ("4", "Jumlah anak-anakan RTx", "80 ekor", "Laporan")]
    texts = ["".join(map(str.ljust, one, WIDTHS)).rstrip() for one in lines]
    assert touching_apart(texts) == texts


def test_lines_are_looked_at_once() -> None:
    """Four times the lines take four times as long, and not sixteen (one page of text may have a hundred thousand)."""

    class Counted(list[str]):
        asked = 0

        def __getitem__(self, at: SupportsIndex) -> str:  # type: ignore[override]
            Counted.asked += 1
            return super().__getitem__(at)

    lines = Counted(["aa bbB", "aa"] * 250 + ["aa   B"] * 3)
    assert touching_apart(lines)[0] == "aa bb  B"
    assert Counted.asked < 10 * len(lines)
