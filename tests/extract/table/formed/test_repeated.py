"""Lines that several tables print above their first rows."""

from __future__ import annotations

from extract.table.formed.repeated import repeated_lines


def test_the_first_line_of_a_text_ends_what_is_shared() -> None:
    # lines without letters are alike; above the first of them the text has none
    texts = ["---", "Butir", "1 Aman", "- -", "---", "Butir", "1 Rapi", "- -", "---", "Butir", "1 Tertib"]
    assert repeated_lines(texts) == [(0, 2), (4, 6), (8, 10)]
