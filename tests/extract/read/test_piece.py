"""Joining wrapped lines, and their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.read.piece import Piece, join, text_of
from schemas.layout import Line


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
