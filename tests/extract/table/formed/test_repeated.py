"""Lines that several tables print above their first rows."""

from __future__ import annotations

import pytest

from extract.read.piece import Piece, text_of
from extract.table.formed.find import _whole
from extract.table.formed.repeated import repeated_lines, shared_below
from extract.table.heading import TableHeading
from schemas.decree import Heading
from schemas.layout import Line


def test_the_first_line_of_a_text_ends_what_is_shared() -> None:
    # lines without letters are alike; above the first of them the text has none
    texts = ["---", "Butir", "1 Aman", "- -", "---", "Butir", "1 Rapi", "- -", "---", "Butir", "1 Tertib"]
    assert repeated_lines(texts) == [(0, 2), (4, 6), (8, 10)]


@pytest.mark.parametrize(
    ("below", "count"),
    [
        (["KET. /", "CAT."], 2),
        (["Laporan", "TRWL. 1 TRWL. 2"], 2),
        # the number of a row, a label, and what stands between the prints in other words
        (["1", "Aman"], 0),
        (["1 Meningkatnya"], 0),
        (["Jabatan : Camat"], 0),
        ([], 0),
    ],
)
def test_what_stands_below_all_prints_of_a_heading_is_of_it(below: list[str], count: int) -> None:
    prints = [["Sasaran", "Target", *below, f"{row} tertib", "10 %"] for row in ("Arsip", "Surat", "Data")]
    texts = [text for one in prints for text in one]
    ends = [2 + at * len(prints[0]) for at in range(3)]
    assert shared_below(texts, ends) == count
    assert shared_below(texts, ends[:2]) == 0


def test_a_heading_with_such_lines_is_whole_and_in_doubt() -> None:
    texts = [text for row in ("Arsip", "Surat", "Data") for text in ("Sasaran Target", "KET. /", "CAT.", f"{row} 10 %")]
    rows = [Piece(text, Line(text, at + 1), at) for at, text in enumerate(texts)]
    heading = Heading(role="sasaran", text=text_of([rows[0].cut(0, 7)]), role_confidence=0.99)
    prints = [TableHeading((heading,), (rows[at],), (), at + 1, ("SASARAN",), True) for at in (0, 4, 8)]
    whole = _whole(rows, prints)
    assert [(len(one.pieces), one.end) for one in whole] == [(3, 3), (3, 7), (3, 11)]
    assert {one.headings[0].role_confidence for one in whole} == {0.5}
    assert _whole(rows, prints[:2]) == prints[:2]
