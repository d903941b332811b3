"""Formulas set as fractions are one word, the numerator before the denominator."""

from __future__ import annotations

from extract.read.pdf.fractions import with_fractions
from extract.read.pdf.grid import grids_of
from extract.read.pdf.ink import PageInk, Ruling
from extract.read.pdf.words import lines_of
from schemas.layout import Grid, Word


def _word(text: str, x0: float, x1: float, base: float, size: float = 10.0) -> Word:
    return Word(text, x0, base - 0.75 * size, x1, base + 0.22 * size, base, size, True, 0, (x1,))


def _line(x0: float, x1: float, y: float) -> Ruling:
    return Ruling(x0, y, x1, y + 0.5)


#: `f(x) =`, `Σ penguji` over `Σ dibutuhkan`, `x 100%`: the bar at 103, the line's base at 106.
FORMULA = [
    _word("f(x)=", 20, 45, 106),
    _word("Σ", 60, 65, 98),
    _word("penguji", 68, 100, 98),
    _word("Σ", 52, 57, 113),
    _word("dibutuhkan", 60, 110, 113),
    _word("x", 116, 121, 106),
    _word("100%", 125, 150, 106),
]
BAR = _line(51, 111, 103)


def _read(words: list[Word], rulings: list[Ruling], grids: list[Grid] | None = None) -> str:
    return " / ".join(line.text for line in lines_of(with_fractions(words, rulings, grids or [])))


def test_fraction_stands_on_its_line() -> None:
    """What follows the fraction stands behind both of its parts."""
    assert _read(FORMULA, []) == "Σ penguji / f(x)= x 100% / Σ dibutuhkan"
    assert _read(FORMULA, [BAR]) == "f(x)= Σ penguji Σ dibutuhkan x 100%"


def test_line_of_table_is_no_bar() -> None:
    """The same line where it ends at an upright one, or goes on."""
    assert "/" in _read(FORMULA, [BAR, Ruling(111, 60, 111.5, 160)])
    assert "/" in _read(FORMULA, [BAR, _line(111, 200, 103)])


def test_lines_of_a_numerator_and_the_factor_on_one_of_them() -> None:
    """`pasien yang sembuh` / `dan lengkap   x 100%` over `seluruh pasien`, all in one cell."""
    frame = [Ruling(0, 60, 200, 60.5), Ruling(0, 140, 200, 140.5), Ruling(0, 60, 0.5, 140), Ruling(200, 60, 200.5, 140)]
    words = [_word("pasien", 54, 80, 86), _word("sembuh", 83, 110, 86), _word("lengkap", 65, 99, 98)]
    words += [_word("x", 114, 119, 98), _word("100%", 123, 150, 98), _word("diobati", 52, 112, 113)]
    grids = grids_of(PageInk(1, 300, 200, [], frame))
    assert _read(words, [BAR], grids) == "pasien sembuh lengkap diobati x 100%"
    assert "/" in _read(words, [BAR])  # nothing says that they stand together


def test_the_factor_in_the_middle_of_a_numerator_of_three_lines_and_what_is_below() -> None:
    """It stands between the second and the third line, as a page of the web sets it."""
    frame = [Ruling(0, 60, 200, 60.5), Ruling(0, 140, 200, 140.5), Ruling(0, 60, 0.5, 140), Ruling(200, 60, 200.5, 140)]
    words = [_word("pasien", 65, 97, 74), _word("sembuh", 64, 98, 86), _word("lengkap", 65, 99, 98)]
    words += [_word("x", 114, 119, 92), _word("100%", 123, 150, 92), _word("diobati", 52, 112, 113)]
    assert _read(words, [BAR], grids_of(PageInk(1, 300, 200, [], frame))) == "pasien sembuh lengkap diobati x 100%"


def test_heading_over_columns_is_no_fraction() -> None:
    """`TRIWULAN`, a line, `I  II  III`, beside the heading of another column that stands as high as the line."""
    quarters = [_word(text, x, x + 8, 113) for text, x in (("I", 52), ("II", 75), ("III", 98))]
    assert "/" in _read([_word("ANGKA", 15, 45, 106), _word("TRIWULAN", 60, 100, 98), *quarters], [BAR])


def test_underlined_name_is_no_fraction() -> None:
    """`BUDI SANTOSO`, underlined, above `NIP. 1`: nothing stands beside it, and no cell is around it."""
    signed = [_word("BUDI", 60, 85, 98), _word("SANTOSO", 88, 120, 98), _word("NIP.", 70, 85, 112)]
    assert _read(signed, [_line(60, 120, 100.5)]) == "BUDI SANTOSO / NIP."


def test_fraction_alone_in_its_cell() -> None:
    """Without anything beside it a fraction is one where a cell is around it."""
    around = [
        Ruling(10, 80, 200, 80.5),
        Ruling(10, 130, 200, 130.5),
        Ruling(10, 80, 10.5, 130),
        Ruling(200, 80, 200.5, 130),
    ]
    grids = grids_of(PageInk(1, 300, 300, rulings=around))
    parts = [word for word in FORMULA if 50 < word.x0 < 112]
    assert _read(parts, [BAR, *around], grids) == "Σ penguji Σ dibutuhkan"
    assert "/" in _read(parts, [BAR])


def test_a_fraction_ends_at_the_edge_of_its_row() -> None:
    """The numerator of the row below stands as near as a further line of the denominator would."""
    stacked = [
        *FORMULA,
        *(word._replace(base=word.base + 25, top=word.top + 25, bottom=word.bottom + 25) for word in FORMULA),
    ]
    bars = [BAR, _line(51, 111, 128)]
    assert "Σ dibutuhkan Σ penguji" in _read(stacked, bars)
    assert _read(stacked, [*bars, _line(10, 200, 116)]) == " / ".join(["f(x)= Σ penguji Σ dibutuhkan x 100%"] * 2)


def test_the_bar_of_a_narrow_column_is_longer_than_its_texts() -> None:
    words = [
        _word("hasil", 68, 92, 98),
        _word("pagu", 70, 90, 113),
        _word("x", 126, 131, 106),
        _word("100%", 135, 160, 106),
    ]
    assert _read(words, [_line(40, 120, 103)]) == "hasil pagu x 100%"
    assert _read(words[:2], [_line(40, 120, 103)]) == "hasil / pagu"
