"""Headings of tables, in any wrapping."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.read.piece import Piece
from extract.table import heading
from schemas.layout import Line

IKI = ["NO.", "SASARAN KINERJA INDIVIDU", "INDIKATOR KINERJA INDIVIDU (IKI)", "TARGET", "RUMUS", "SUMBER DATA"]
IKU = [
    "NO.", "KINERJA UTAMA/SASARAN/ OUTCOME", "INDIKATOR KINERJA UTAMA", "PENJELASAN / FORMULASI PENGHITUNGAN",
    "TARGET TAHUN 2022", "SUMBER DATA",
]  # fmt: skip
STRATEGIC = ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA UTAMA", "PENJELASAN / FORMULASI", "SUMBER DATA"]


def rows(lines: list[str]) -> list[Piece]:
    return [Piece(text, Line(text, number), number - 1) for number, text in enumerate(lines, 1)]


def printed(found: heading.TableHeading | None) -> list[str] | None:
    return [column.text.as_printed for column in found.headings] if found else None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["NO. SASARAN ", "KINERJA ", "INDIVIDU ", "INDIKATOR KINERJA INDIVIDU (IKI) TARGET RUMUS SUMBER DATA "], IKI),
        (["NO. SASARAN KINERJA INDIVIDU INDIKATOR KINERJA INDIVIDU (IKI) TARGET RUMUS SUMBER DATA"], IKI),
        (["NO. ", "KINERJA ", "UTAMA/SASARAN/ ", "OUTCOME ", "INDIKATOR KINERJA ", "UTAMA ",
          "PENJELASAN / FORMULASI PENGHITUNGAN ", "TARGET ", "TAHUN ", "2022 ", "SUMBER DATA "], IKU),
        # columns too narrow for their words
        (["NO. SASARAN KINERJA INDIVI", "DU INDIKATOR KINERJA INDIVIDU (IKI) TARGE", "T RUMUS SUMBER DATA"], IKI),
        # the first word as well (the decree in Liberation Serif 12, upright)
        (["N", "O", ".", "SASARAN KINERJA", "INDIVIDU", "INDIKATOR KINERJA", "INDIVIDU (IKI)",
          "TARG", "ET RUMUS SUMBER", "DATA"], IKI),
        (["N     SASARAN               INDIKATOR KINERJA    TARG      RUMUS       SUMBER",
          "O     KINERJA               INDIVIDU (IKI)       ET                    DATA",
          ".     INDIVIDU"], IKI),
        # one blank before the next column
        (["N SASARAN KINERJA      INDIKATOR        TARGET     RUMUS    SUMBER",
          "O       INDIVIDU       KINERJA                                DATA",
          ".                      INDIVIDU (IKI)"], IKI),
        # aligned: the cells' lines stand below each other
        (["  NO.       KINERJA       INDIKATOR KINERJA  PENJELASAN / FORMULASI PENGHITUNGAN    TARGET     SUMBER DATA",
          "        UTAMA/SASARAN/          UTAMA                                             TAHUN 2022",
          "            OUTCOME"], IKU),
        (["  NO.   SASARAN KINERJA INDIVIDU    INDIKATOR KINERJA INDIVIDU     TARGET     RUMUS     SUMBER DATA",
          "                                            (IKI)"], IKI),
        # aligned and centred: the number stands on the second line
        (["          SASARAN           INDIKATOR KINERJA          PENJELASAN /",
          "NO                                                                        SUMBER DATA",
          "         STRATEGIS                UTAMA                FORMULASI"], STRATEGIC),
        (["No.", "Sasaran", "Strategis", "Indikator Kinerja Utama Penjelasan", "Sumber", "Data", "Penanggungjawab"],
         ["No.", "Sasaran Strategis", "Indikator Kinerja Utama", "Penjelasan", "Sumber Data", "Penanggungjawab"]),
    ],
)  # fmt: skip
def test_printed_headings(lines: list[str], expected: list[str]) -> None:
    body = ["1 Meningkatnya Akuntabilitas", "Kinerja Perangkat"]
    found = heading.find(rows([*lines, *body]), 0)
    assert printed(found) == expected
    assert found and found.end == len(lines)


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("NO SASARAN STRATEGIS INDIKATOR KINERJA SATUAN TARGET 2022",
         ["no", "sasaran", "indikator", "satuan", "target"]),
        ("NO SASARAN INDIKATOR KINERJA ALASAN FORMULASI SUMBER DATA PENANGGUNG JAWAB",
         ["no", "sasaran", "indikator", "others", "rumus", "sumber_data", "penanggung_jawab"]),
        # ALASAN yields to FORMULASI, and is the column of the formula where there is no other
        ("NO SASARAN INDIKATOR KINERJA ALASAN SUMBER DATA", ["no", "sasaran", "indikator", "rumus", "sumber_data"]),
        ("NO OUTCOME INDIKATOR KINERJA TARGET UNIT IN CHARGE",
         ["no", "sasaran", "indikator", "target", "penanggung_jawab"]),
        ("NO SASARAN OUTCOME INDIKATOR KINERJA TARGET", ["no", "sasaran", "indikator", "target"]),  # one heading
        # a column outside the vocabulary between two known ones
        ("NO SASARAN INDIKATOR KINERJA BIAYA TARGET", ["no", "sasaran", "indikator", "others", "target"]),
        # years below one target: which is the row's target is asked later
        ("NO SASARAN INDIKATOR TARGET 2021 2022 2023", ["no", "sasaran", "indikator", "target", "target", "target"]),
        ("SASARAN STRATEGIS INDIKATOR KINERJA TARGET", ["sasaran", "indikator", "target"]),  # no number column
    ],
)  # fmt: skip
def test_roles(line: str, roles: list[str]) -> None:
    found = heading.find(rows([line]), 0)
    assert found and [column.role for column in found.headings] == roles


@pytest.mark.parametrize(
    "lines",
    [
        ["Indikator Kinerja Utama dan Idikator"],  # a cell that names the word
        ["INDIKATOR KINERJA INDIVIDU (IKI) BADAN KEPEGAWAIAN DAN PENGEMBANGAN", "SUMBER DAYA MANUSIA KABUPATEN PASER"],
        ["NO. SASARAN"],  # two columns are no table
        ["Target kinerja tahun n yang tercapai"],
        ["1 2 3 4 5"],
        ["no sasaran indikator target"],  # running text
    ],
)
def test_no_heading(lines: list[str]) -> None:
    assert heading.find(rows(lines), 0) is None


def test_a_caption_in_the_words_of_a_heading_is_none() -> None:
    lines = rows(["Indikator Kinerja :", "Nomor INDIKATOR KINERJA", "TARGET RUMUS"])
    assert heading.find(lines, 0) is None
    assert printed(heading.find(lines, 1)) == ["Nomor", "INDIKATOR KINERJA", "TARGET", "RUMUS"]


@pytest.mark.parametrize(
    "lines",
    [
        ["INDIKATOR KINERJA UTAMA (IKU) TAHUN 2021 - 2026"],
        ["INDIKATOR KINERJA UTAMA", "PERIODE 2021 – 2026"],
    ],
)
def test_the_years_of_a_period_in_a_title_are_no_columns(lines: list[str]) -> None:
    assert heading.find(rows([*lines, "KECAMATAN MEKAR"]), 0) is None


def test_years_beside_each_other_are_columns() -> None:
    assert len(printed(heading.find(rows(["NO SASARAN INDIKATOR TARGET TAHUN 2021 2022 2023"]), 0)) or []) == 6


def test_caption_is_no_part_of_the_heading() -> None:
    lines = [
        "Indikator Kinerja Utama",
        "NO SASARAN STRATEGIS INDIKATOR KINERJA UTAMA",
        "PENJELASAN / FORMULASI SUMBER DATA",
    ]
    assert heading.find(rows(lines), 0) is None
    assert printed(heading.find(rows(lines), 1)) == STRATEGIC


@pytest.mark.parametrize(
    "numbers",
    [
        ["1 2 3 4 5"],
        ["(1) (2) (3) (4) (5)"],
        ["1", "2", "3", "4", "5"],
        ["1              2                3      4        5"],
        ["a              b                c      d        e"],
    ],
)
def test_column_numbers_belong_to_the_heading(numbers: list[str]) -> None:
    lines = ["NO SASARAN STRATEGIS INDIKATOR KINERJA UTAMA PENJELASAN / FORMULASI SUMBER DATA"]
    found = heading.find(rows([*lines, *numbers, "1. Peningkatan"]), 0)
    assert found and len(found.numbers) == len(numbers) and found.end == 1 + len(numbers)


def test_one_heading_has_one_key_in_any_wrapping() -> None:
    whole = heading.find(rows([" ".join(IKI)]), 0)
    words = heading.find(rows(" ".join(IKI).split()), 0)
    assert whole and words and whole.key == words.key


WORDS = st.sampled_from(
    ["NO.", "SASARAN", "KINERJA", "INDIVIDU", "INDIKATOR", "(IKI)", "TARGET", "RUMUS", "SUMBER", "DATA", "2022"]
)


@settings(max_examples=200)
@given(st.lists(st.lists(st.tuples(WORDS, st.sampled_from([" ", "    "])), min_size=1), min_size=1, max_size=8))
def test_headings_hold_every_character_of_their_lines(words: list[list[tuple[str, str]]]) -> None:
    lines = ["".join(word + blank for word, blank in line) for line in words]
    found = heading.find(rows(lines), 0)
    if found:
        kept = "".join(column.text.as_printed for column in found.headings)
        assert sorted("".join(kept.split())) == sorted("".join("".join(piece.text for piece in found.pieces).split()))


@pytest.mark.parametrize(
    "title",
    [
        ["INDIKATOR KINERJA INDIVIDU", "Jabatan : Kepala Sub Bagian Keuangan"],
        ["INDIKATOR KINERJA UTAMA", "TAHUN 2023", "Nama Unit : Bidang Mutasi"],
        ["PERJANJIAN KINERJA TAHUN 2023", "DINAS KESEHATAN", "KEPALA BIDANG MUTASI"],
    ],
)
@pytest.mark.parametrize(
    "lines",
    [
        ["NO SASARAN INDIKATOR KINERJA TARGET RUMUS SUMBER DATA"],
        ["NO SASARAN", "INDIKATOR KINERJA", "TARGET RUMUS SUMBER", "DATA"],
        [
            "NO   SASARAN     INDIKATOR     TARGET     RUMUS     SUMBER",
            "                 KINERJA                        DATA",
        ],
    ],
)
def test_the_title_of_the_next_block_is_no_column_of_an_empty_table(lines: list[str], title: list[str]) -> None:
    found = heading.find(rows([*lines, *title]), 0)
    assert found and found.end == len(lines)
    assert printed(found) == ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET", "RUMUS", "SUMBER DATA"]


def test_a_title_among_the_headings_is_one_of_them() -> None:
    lines = ["NO SASARAN", "INDIKATOR KINERJA UTAMA", "TARGET", "1 Meningkatnya mutu", "KEPALA DINAS"]
    assert printed(heading.find(rows(lines), 0)) == ["NO", "SASARAN", "INDIKATOR KINERJA UTAMA", "TARGET"]
