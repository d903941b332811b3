"""Joining wrapped lines, and their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.read.piece import Piece, join, text_of
from schemas.layout import Line, Page, Word


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Badan Kepegawaian dan ", "Pengembangan"], "Badan Kepegawaian dan Pengembangan"),
        (["peraturan perundang-", "undangan"], "peraturan perundang-undangan"),  # the hyphen broke a word
        (["RPJP Nasional 2005-", "2025 (Lembaran"], "RPJP Nasional 2005-2025 (Lembaran"),  # a range of years
        (["tanah dan/", "bangunan"], "tanah dan/ bangunan"),  # a slash breaks no word
        (["TAHUN 2021 -", "2026"], "TAHUN 2021 - 2026"),  # a dash between blanks
        (["pra-", "dan pascabencana"], "pra- dan pascabencana"),  # a hyphen that stands for a word
        (["Pelayanan Publik   (Lembaran   Negara"], "Pelayanan Publik (Lembaran Negara"),  # justified
        (["kinerja-", "(IKI)"], "kinerja- (IKI)"),  # no word goes on
        (["Data https://izin", ".sukamaju.go.id/", "2023 dan buku"], "Data https://izin.sukamaju.go.id/2023 dan buku"),
        (["Data https://izin/", "2023 Register"], "Data https://izin/ 2023 Register"),
        (["surel izin@", "sukamaju.go.id"], "surel izin@sukamaju.go.id"),
        ([" ", "a", "", "b"], "a b"),
    ],
)
def test_join(lines: list[str], expected: str) -> None:
    assert join(lines) == expected


@given(st.lists(st.text()))
def test_join_keeps_every_character(lines: list[str]) -> None:
    assert "".join(join(lines).split()) == "".join("".join(lines).split())


def test_places_are_runs_of_lines_and_pages() -> None:
    # lines 1, 3, 5 with blank ones between; line 9 after a table; line 10 on the next page
    lines = [Line("x", n, page) for n, page in ((1, 1), (3, 1), (5, 1), (9, 1), (10, 2))]
    ranks = (0, 1, 2, 6, 7)
    text = text_of([Piece("x", line, rank) for line, rank in zip(lines, ranks, strict=True)])
    assert [(place.page, place.lines) for place in text.places] == [(1, (1, 5)), (1, (9, 9)), (2, (10, 10))]


def word(text: str, x0: float, sure: float) -> Word:
    """A word on one line."""
    return Word(text, x0, 0, x0 + 5, 10, 9, 10, True, 0, (x0 + 5,), sure)


def test_characters_are_as_sure_as_all_words_that_ocr_read() -> None:
    line = Line("Tugas : Jumlah", 1, 1, (word("Tugas", 0, 1.0), word(":", 10, 0.2), word("Jumlah", 20, 0.9)), Page(1))
    whole = Piece(line.text, line, 0)
    assert text_of([whole]).character_confidence == 0.18
    # a part is as sure as its own words; print is sure
    assert text_of([whole.cut(8)]).character_confidence == 0.9
    assert text_of([whole.cut(0, 5)]).character_confidence == 1.0
