"""Rows whose numbers are none in digits alone."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bahasa.roles import INDIKATOR, NO
from extract.table.linear.groups import group_lines
from extract.table.linear.numbering import numbered_lines, numbered_plainly, row_mark
from extract.table.linear.tokens import TableWords, tokenize
from schemas.layout import Line


def _words(*texts: str) -> TableWords:
    return tokenize([Line(text, number) for number, text in enumerate(texts, 1)])


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (["1.1 Mutu", "1.2 Waktu", "2.1 Biaya"], [1, 2, 3]),
        (["IKU 1 Mutu", "IKU 2 Waktu", "IKU 5 Biaya"], [1, 2, 3]),
        (["IKI-1 Mutu", "IKI-2 Waktu"], [1, 2]),
        (["A1 Mutu", "A2 Waktu", "B1 Biaya"], [1, 2, 3]),
        (["1a Mutu", "1b Waktu", "2a Biaya"], [1, 2, 3]),
        (["SP4 Mutu", "SP5 Waktu"], [1, 2]),
        (["I Mutu", "II Waktu", "III Biaya", "IV Sarana"], [1, 2, 3, 4]),
        (["a. Mutu", "b. Waktu"], [1, 2]),
        ([f"{letter}. Mutu" for letter in "abcdefghijk"], list(range(1, 12))),
        (["(A) Mutu", "(B) Waktu"], [1, 2]),
    ],
)
def test_numbers_that_count_on_are_read_as_digits(printed, read):
    words = numbered_plainly(_words(*printed))
    assert [int(word.rstrip(".)")) for word, first in zip(words.words, words.first, strict=True) if first] == read


def test_what_is_printed_is_kept():
    words = numbered_plainly(_words("IKU  1. Mutu layanan", "IKU  2. Waktu"))
    assert words.words == ("1.", "Mutu", "layanan", "2.", "Waktu")
    assert [part.text for part in words.fragments(3)] == ["IKU", "2."]
    assert [part.sure for part in words.fragments(3)] == [1.0, None]
    assert words.line == (0, 0, 0, 1, 1)


def test_a_name_and_its_number_may_stand_on_two_lines():
    words = numbered_plainly(_words("IKSK", "1", "Mutu layanan", "IKSK", "2", "Waktu"))
    assert words.words == ("1", "Mutu", "layanan", "2", "Waktu")
    assert [part.line for part in words.fragments(3)] == [3, 4]


def test_a_number_that_a_narrow_column_broke_is_whole():
    words = numbered_plainly(_words("1.", "1", "Mutu layanan", "1.", "2", "Waktu", "2.", "1", "Biaya"))
    assert words.words == ("1", "Mutu", "layanan", "2", "Waktu", "3", "Biaya")
    assert [(part.text, part.sure) for part in words.fragments(3)] == [("1.", 1.0), ("2", 1.0)]


@given(st.lists(st.lists(st.sampled_from(["1.", "1", "2", "IKU", "SP4", "b.", "II", "mutu", "1.1"]), max_size=3)))
@example([["1."], ["1."], ["1"], ["mutu"]])
def test_no_word_is_lost(lines):
    words = _words(*map(" ".join, lines))
    plain = numbered_plainly(words)
    parts = [part.text for i in range(len(plain)) for part in plain.fragments(i)]
    assert parts == [word for line in lines for word in line]


@pytest.mark.parametrize(
    "printed",
    [
        ["1 Mutu", "a. lalu", "b. lintas"],
        ["Mutu 1.1", "1.2 Waktu"],
        ["SASARAN 1 : Mutu", "1. Waktu", "SASARAN 2 : Biaya"],
        ["A. BIDANG UMUM", "1 Mutu", "B. BIDANG KEUANGAN", "2 Waktu"],
        ["A. BIDANG UMUM", "1 Mutu", "B. BIDANG KEUANGAN", "1 Waktu", "C. BIDANG MUTASI", "1 Biaya"],
        ["1.", "Mutu", "1", "laporan", "2.", "Waktu"],
    ],
)
def test_rows_in_digits_alone_stay_as_they_are(printed):
    words = _words(*printed)
    assert numbered_plainly(words) is words


def test_other_numbers_at_the_beginning_of_a_line_are_no_rows():
    assert list(numbered_lines(["1.1 Nilai", "9.5", "1.3 m", "1.2 Indeks", "85.2 %", "2.1 Opini"])) == [0, 3, 5]


def test_points_of_a_cell_count_as_its_rows_do():
    """Which `b.` begins a row is the reader's question: all of them are shown to it alike."""
    words = numbered_plainly(_words("a. Mutu", "b. surat masuk", "b. Waktu"))
    assert [word for word, first in zip(words.words, words.first, strict=True) if first] == ["1.", "2.", "2."]


def test_targets_at_the_beginning_of_a_line_are_no_rows_in_digits():
    assert list(numbered_lines(["a.", "Mutu", "1 laporan", "b.", "Waktu", "2 laporan"])) == [0, 3]


def test_a_name_before_a_colon_is_no_number():
    assert row_mark(["MISI", "1", ":", "Mewujudkan"]) is None


def test_group_rows_stand_above_such_numbers():
    lines = [Line(text, k) for k, text in enumerate(["MISI 1 : Mutu", "1.1 Opini", "MISI 2 : Kerja", "2.1 Nilai"], 1)]
    assert group_lines(lines, (NO, INDIKATOR)) == [[0], [2]]


def test_such_numbers_are_no_group_rows():
    lines = [Line(text, k) for k, text in enumerate(["IKU 1. Opini BPK", "IKU 2. Nilai SAKIP", "IKU 3. Indeks"], 1)]
    assert group_lines(lines, (NO, INDIKATOR)) == []
