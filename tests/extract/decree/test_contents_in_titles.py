"""Lists of contents in a title."""

from __future__ import annotations

from time import process_time

import pytest

from extract.decree.title import without_contents
from extract.read.piece import Piece
from schemas.layout import Line


@pytest.mark.parametrize("run", [". ", ".", " "])
def test_a_long_run_of_dots_or_blanks_is_gone_through_once(run: str) -> None:
    text = run * 20_000 + "KEPALA BIDANG GEOLOGI"
    begun = process_time()
    without_contents([Piece(text, Line(text, 1), 1)])
    assert process_time() - begun < 1.0
