"""Lists: menimbang, mengingat, butir, tujuan, fungsi."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.decree.items import counts, items_of
from extract.decree.list_numbers import ordinal
from extract.read.piece import Piece
from schemas.layout import Line


def pieces(lines: list[str]) -> list[Piece]:
    return [Piece(text, Line(text, number, None), number) for number, text in enumerate(lines, 1)]


def read(lines: list[str], loose: bool = True) -> list[tuple[str | None, str]]:
    return [(item.no, item.text.as_printed) for item in items_of(pieces(lines), loose).items]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1. Satu", "dua;", "2. Tiga."], [("1", "Satu dua;"), ("2", "Tiga.")]),
        (["a.", "bahwa untuk", "b. bahwa"], [("a", "bahwa untuk"), ("b", "bahwa")]),  # letter apart from its text
        # both numbers stand before three texts: the third has none
        (
            ["9. Perda;", "10.", "11.", "Perda 04", "Tahun 2021;", "Perbup 29;", "Perbup 39."],
            [("9", "Perda;"), ("10", "Perda 04 Tahun 2021;"), ("11", "Perbup 29;"), (None, "Perbup 39.")],
        ),
        # an unnumbered last butir
        (["d. Pelaporan Kinerja;", "Evaluasi Kinerja."], [("d", "Pelaporan Kinerja;"), (None, "Evaluasi Kinerja.")]),
        # a wrapped line that starts with a number of a law
        (["1. UU Nomor", "8. Tahun 2016 ;", "2. PP"], [("1", "UU Nomor 8. Tahun 2016 ;"), ("2", "PP")]),
        (["1. Satu;", "3. Tiga;"], [("1", "Satu;"), ("3", "Tiga;")]),  # numbering that skips
        (["1. Satu;", "1. Lagi;"], [("1", "Satu;"), ("1", "Lagi;")]),  # numbering that repeats
        (["1. Meliputi:", "a. satu;", "b. dua;", "2. Tiga"], [("1", "Meliputi: a. satu; b. dua;"), ("2", "Tiga")]),
        (["-"], []),  # there are none
        (["- Satu", "-"], [(None, "Satu -")]),
        (["(1) Satu", "(2) Dua"], [("1", "Satu"), ("2", "Dua")]),
        (["a) Satu", "b) Dua"], [("a", "Satu"), ("b", "Dua")]),
        (["i. Satu;", "ii. Dua;"], [("i", "Satu;"), ("ii", "Dua;")]),
        (["I. Satu;", "II. Dua;", "III. Tiga;", "IV. Empat."],
         [("I", "Satu;"), ("II", "Dua;"), ("III", "Tiga;"), ("IV", "Empat.")]),
        (["- Satu;", "- Dua;"], [(None, "Satu;"), (None, "Dua;")]),
        (["1 Satu;", "2 Dua;"], [("1", "Satu;"), ("2", "Dua;")]),  # numbers without a sign
        (["Penyusunan program;", "Pelaporan."], [(None, "Penyusunan program;"), (None, "Pelaporan.")]),  # no numbers
        # no numbers, and no capitals; a line that ends otherwise goes on
        (["penyusunan rencana", "kerja;", "pengelolaan arsip; dan", "pelaporan."],
         [(None, "penyusunan rencana kerja;"), (None, "pengelolaan arsip; dan"), (None, "pelaporan.")]),
        (["1. menyusun rencana;", "termasuk arsip;", "2. lapor"],
         [("1", "menyusun rencana; termasuk arsip;"), ("2", "lapor")]),
        # a full stop inside an item: the next number shows that the sentence belongs to it
        (["1. Mengelola arsip daerah.", "Termasuk surat;", "2. X"],
         [("1", "Mengelola arsip daerah. Termasuk surat;"), ("2", "X")]),
        (["1. UU (Lembaran Negara;", "Tambahan Nomor 5);"], [("1", "UU (Lembaran Negara; Tambahan Nomor 5);")]),
        (["1. Satu dan", "1.1 dua"], [("1", "Satu dan 1.1 dua")]),  # no number of this list
        ([], []),
    ],
)  # fmt: skip
def test_items(lines: list[str], expected: list[tuple[str | None, str]]) -> None:
    assert read(lines) == expected


def test_text_before_the_list_stays_before() -> None:
    # a diktum: `bertujuan untuk ;` and then its butir
    found = items_of(pieces(["dimaksud untuk ;", "a. Satu;"]), loose=False)
    assert [piece.text for piece in found.before] == ["dimaksud untuk ;"]
    assert [item.no for item in found.items] == ["a"]


@pytest.mark.parametrize(
    ("lines", "counting"),
    [
        (["a. x;", "b. y;"], True),
        (["c. x;", "d. y;"], False),
        (["I. x;", "II. y;", "III. z;"], True),
        (["i. x;", "ii. y;"], True),
        (["i. x;", "iii. y;"], False),
        (["1) x", "2) y", "2A) z", "2B) u", "3) v"], False),
        ([], True),
    ],
)
def test_counts(lines: list[str], counting: bool) -> None:
    assert counts(items_of(pieces(lines)).items) is counting


def test_items_put_in_between() -> None:
    """`2A)` is an item behind 2, and no `2C)` is one behind 2."""
    read = items_of(
        pieces(["1) Penyusunan", "2) Pelaksanaan", "2A) Pemeliharaan", "2B) Penilaian", "3) Pelaporan"])
    ).items
    assert [item.no for item in read] == ["1", "2", "2A", "2B", "3"]
    assert len(items_of(pieces(["1) Penyusunan", "2) Pelaksanaan", "2C) Pemeliharaan"])).items) == 2


@pytest.mark.parametrize(
    ("no", "style", "value"),
    [
        ("c", "a", 3),
        ("iv", "ai", 4),
        ("2A", "1", 2),
        ("I", "A", 9),
        ("I", "Ai", 1),
        ("II", "A", 0),
        ("b", "1", 0),
        (None, "a", 0),
    ],
)
def test_a_number_counts_in_its_own_style_alone(no: str | None, style: str, value: int) -> None:
    assert ordinal(no, style) == value


LINE = st.one_of(
    st.text(min_size=1),
    st.sampled_from(["1.", "2. Dua;", "a.", "b. bahwa", "- x", "3 Tiga;", "Teks.", "i. x;", "(4) y", "iv. z", "²."]),
)


@given(st.lists(LINE), st.booleans())
def test_every_character_is_kept(lines: list[str], loose: bool) -> None:
    found = items_of(pieces(lines), loose)
    texts = [item.text.as_printed for item in found.items] + [piece.text for piece in found.before]
    kept = "".join(texts + [mark.piece.text for mark in found.marks])
    assert sorted("".join(kept.split())) == sorted("".join("".join(lines).split()))
