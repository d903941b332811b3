"""Rows below a heading are read once under the same roles, whatever words head them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.table.formed import choose
from extract.table.formed.bodies import ReadRows, rows_read
from extract.table.formed.choose import chosen
from extract.table.formed.spans import WeighedWords, heading_spans, readings_of
from extract.table.linear.tokens import TableWords, tokenize
from schemas.layout import Line

HEADING = ["No Hasil Ukuran Kinerja Angka Cara Hitung Asal"]
ROWS = ["1 Tersusunnya data Jumlah data 2 dokumen Jumlah data yang disusun Bidang Data"] * 2


def test_rows_are_read_once_under_the_same_roles(monkeypatch: pytest.MonkeyPatch) -> None:
    text = WeighedWords.of([*HEADING, *ROWS])
    spans = heading_spans(text) or [(0, 8)]
    readings = readings_of(text, spans[:1])
    asked: list[tuple[int, ...]] = []
    under: list[tuple[str, ...]] = []

    def read(bodies: Sequence[TableWords], roles: Sequence[str]) -> ReadRows:
        asked.append(tuple(map(len, bodies)))
        under.append(tuple(roles))
        return rows_read(bodies, roles)

    monkeypatch.setattr(choose, "rows_read", read)
    body = tokenize([Line(row, at) for at, row in enumerate(ROWS, 2)])
    best = chosen(text, readings, [body])
    assert best is not None and len({one.roles for one in readings}) < len(readings)
    # fewer words than the first sifting looks at: no later one reads them again
    assert set(asked) == {(len(body),)} and len(set(under)) == len(under)
