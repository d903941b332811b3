"""Heads of pages in the middle of a table of a text without page marks."""

from __future__ import annotations

import pytest

from extract.decree.section import Section
from extract.decree.sections import sections_of
from extract.read.text import layout_of_lines

TITLE = "INDIKATOR KINERJA INDIVIDU"
RUNNING = f"{TITLE} - BADAN KEPEGAWAIAN DAERAH"
COLUMNS = "NO SASARAN INDIKATOR KINERJA TARGET RUMUS SUMBER DATA"
HEAD = [TITLE, "Jabatan : Analis", "Tugas : Menganalisis data"]


def row(number: int) -> list[str]:
    return [f"{number} Meningkatnya mutu", "Nilai SAKIP", "80 Hasil penilaian", "BPS"]


def tables(lines: list[str]) -> list[Section]:
    return [section for section in sections_of(layout_of_lines("\n".join(lines)).lines).sections if section.table]


def text_in(section: Section) -> list[str]:
    return [line.text for line in section.body if line.text.strip()]


def test_rows_that_go_on_counting_below_the_head_of_a_page_are_of_one_table() -> None:
    (table,) = tables([RUNNING, *HEAD, COLUMNS, *row(1), *row(2), RUNNING, COLUMNS, *row(3)])
    assert text_in(table) == [*row(1), *row(2), *row(3)]


def test_rows_that_count_anew_below_a_title_are_of_another_table() -> None:
    first, second = tables([*HEAD, COLUMNS, *row(1), *row(2), TITLE, COLUMNS, *row(1)])
    assert (text_in(first), text_in(second)) == ([*row(1), *row(2)], row(1))


@pytest.mark.parametrize("number", ["{}", "- {} -"])
def test_a_line_behind_each_page_number_is_no_cell(number: str) -> None:
    rows = {page: [line for n in range(3 * page + 1, 3 * page + 4) for line in row(n)] for page in range(4)}
    lines = [*HEAD, COLUMNS, *rows[0]]
    for page in (1, 2, 3):
        lines += [number.format(page), RUNNING, *rows[page]]
    (table,) = tables([*lines, number.format(4)])
    assert [text for text in text_in(table) if len(text) > 5] == [text for n in range(1, 13) for text in row(n)[:3]]


def test_what_counts_rows_is_no_page_number() -> None:
    rows = [line for n in (1, 2, 3) for line in (str(n), "Meningkatnya mutu pelayanan", "kepada warga", "80", "BPS")]
    (table,) = tables([*HEAD, COLUMNS, *rows])
    assert text_in(table) == rows


def test_a_title_behind_each_page_number_is_a_title() -> None:
    block = [*HEAD, COLUMNS, *row(1)]
    assert len(tables([*block, "- 1 -", *block, "- 2 -", *block, "- 3 -", *block])) == 4
