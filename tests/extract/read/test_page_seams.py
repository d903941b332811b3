"""Page furniture of a text that marks no pages: heads of pages among rows, numbers at their feet."""

from __future__ import annotations

import pytest

from extract.read.furniture import page_furniture
from schemas.layout import Line

_HEAD = ["PEMERINTAH KOTA MUARA", "DINAS PASAR", "Jalan Anggrek Nomor 1 Telepon 555"]
_FOOT = "DINAS PASAR KOTA MUARA"


def _block(name: str, *rows: str) -> list[str]:
    return ["INDIKATOR KINERJA INDIVIDU", f"Jabatan : {name}", "Tugas : menata pasar", "No Sasaran Indikator", *rows]


def _rows(first: int, count: int = 10) -> list[str]:
    return [f"{k} Tertatanya kios {chr(96 + k)}" for k in range(first, first + count)]


def taken(texts: list[str]) -> list[str]:
    reasons = page_furniture([Line(text, k) for k, text in enumerate(texts, 1)])
    return [texts[number - 1] for number in sorted(reasons)]


def test_what_begins_the_document_and_stands_among_rows_is_the_head_of_its_pages() -> None:
    pages = [_block("Kepala", *_rows(1)), _rows(11), _block("Juru", *_rows(1)), _rows(11)]
    assert taken([line for page in pages for line in (*_HEAD, *page)]) == 4 * _HEAD


def test_the_foot_above_such_heads_is_taken_with_them_also_on_the_last_page() -> None:
    pages = [_block("Kepala", *_rows(1)), _rows(11), _block("Juru", *_rows(1)), _rows(11)]
    texts = [line for page in pages for line in (_HEAD[0], *page, _FOOT)]
    assert taken(texts) == [*(4 * [_HEAD[0], _FOOT])]


def test_a_title_that_only_stands_above_heads_stays() -> None:
    assert taken([line for name in ("Kepala", "Juru", "Kasir") for line in _block(name, *_rows(1))]) == []


def test_the_lines_of_a_head_that_each_block_prints_stay() -> None:
    head = ["Jabatan : Juru", "Tugas : menata", "kios pasar kota"]
    assert taken([line for k in (1, 11, 21, 31) for line in (*head, *_rows(k))]) == []


@pytest.mark.parametrize("last", [3, 4])
def test_numbers_alone_that_count_to_the_end_number_pages(last: int) -> None:
    names = ("Kepala", "Juru", "Kasir", "Satpam")[:last]
    texts = [line for page, name in enumerate(names, 1) for line in (*_block(name, *_rows(1)), str(page))]
    assert taken(texts) == [str(page) for page in range(1, last + 1)]


@pytest.mark.parametrize("title", ["Indikator Kinerja Perorangan", "PENETAPAN INDIKATOR KINERJA INDIVIDU"])
def test_numbers_above_the_title_of_each_block_number_pages(title: str) -> None:
    pages = [(title, *_block(name, *_rows(1))) for name in ("Kepala", "Juru", "Kasir")]
    texts = [line for number, page in enumerate(pages, 1) for line in (*page, str(number))]
    assert taken(["LAMPIRAN II", *texts]) == ["1", "2", "3"]


def test_numbers_alone_that_count_rows_stay() -> None:
    rows = [line for k in range(1, 5) for line in (str(k), "Tertatanya kios", *("pasar kota" for _ in range(9)))]
    assert taken([*_block("Juru"), *rows, "5"]) == []


def test_the_head_of_marked_pages_that_looks_like_a_title_is_told_so_too() -> None:
    pages = [_block("Kepala", *_rows(1)), _rows(11), _block("Juru", *_rows(1)), _rows(11)]
    head = "INDIKATOR KINERJA INDIVIDU - DINAS PASAR"
    lines = [(text, number) for number, page in enumerate(pages, 1) for text in (head, *page)]
    reasons = page_furniture([Line(text, k, number) for k, (text, number) in enumerate(lines, 1)])
    assert [lines[number - 1][0] for number in sorted(reasons)] == 4 * [head]


def _pages_in_turn() -> list[list[str]]:
    return [_block("Kepala", *_rows(1)), _rows(11), _block("Juru", *_rows(1)), _rows(11)]


def test_the_line_in_capitals_that_ends_the_text_is_the_foot_of_its_pages() -> None:
    assert taken([line for page in _pages_in_turn() for line in (*page, _FOOT)]) == 4 * [_FOOT]
    # below a signature the same words stand above it each time, in a column it stands in each row
    signed = [line for page in _pages_in_turn() for line in (*page, "ttd", "SITI AMINAH BAKRI")]
    assert taken(signed) == []
    assert taken([line for row in _rows(1) for line in (row, "kios pasar", _FOOT)]) == []


def test_what_stands_below_each_stamp_is_the_head_of_its_pages() -> None:
    head = ["SALINAN", "Daftar Kinerja - Dinas Pasar"]
    pages = [_block("Kepala", *_rows(1)), _block("Juru", *_rows(1)), _rows(11)]
    assert taken([line for page in pages for line in (*head, *page)]) == 3 * head
    assert taken([line for page in pages[:2] for line in (*head, *page)]) == []
    numbered = [line for number, page in enumerate(pages, 1) for line in (*head, *page, str(number))]
    assert taken(numbered) == [line for number in range(1, 4) for line in (*head, str(number))]


def test_a_title_below_each_foot_stays() -> None:
    names = enumerate(("Kepala", "Juru", "Kasir"), 8)
    texts = [line for count, name in names for line in (*_block(name, *_rows(1, count)), _FOOT)]
    assert taken(texts) == 3 * [_FOOT]


def test_a_letterhead_on_two_more_pages_is_told_by_rows_below_one_of_them() -> None:
    pages = [_block("Kepala", *_rows(1)), _rows(11), _block("Juru", *_rows(1))]
    assert taken([line for page in pages for line in (*_HEAD, *page)]) == 3 * _HEAD
    assert taken([line for page in pages for line in (*_HEAD[:2], *page)]) == []
