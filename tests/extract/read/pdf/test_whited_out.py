"""A value that was whited out, and the one typed over it: what is seen is read, what is below is kept beside."""

from __future__ import annotations

from pathlib import Path

import pytest
from kasus import LETTER, PLAIN, Lembar, decree

from katalog.front import build


@pytest.mark.parametrize("below", ["80 %", "95 %", "8 %", "85 %"])
def test_a_value_typed_over_another_one_is_whole(below: str, tmp_path: Path) -> None:
    """PDFium takes a letter on the place of the same one for its shadow: of `85 %` over `80 %` it keeps `5`."""

    def cell(page: Lembar, row: int, column: int, x: float, base: float, text: str) -> None:
        if text == PLAIN[0][3]:
            page.text(x, base, below)
            page.raw(f"q 1 g {x - 0.5} {page.up(base + 2.5)} {6 * LETTER} 10 re f Q")
        page.text(x, base, text)

    source = tmp_path / "sk.pdf"
    source.write_bytes(decree(PLAIN, cell))
    made = build(source)
    assert [row.targets[0].cell.text.as_printed for block in made.blocks for row in block.rows] == [
        row[3] for row in PLAIN
    ]
    assert any(one.code == "teks-tak-tampak" and below in one.message for one in made.findings)
