"""Rows below a heading are read once under the same roles, whatever words head them, and those that have a chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest

from extract.table.formed import choose
from extract.table.formed.bodies import ReadRows, rows_read
from extract.table.formed.choose import _weighed, chosen, readings_to_try, speaks_at_sight
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
    under: list[tuple[bool, tuple[str, ...]]] = []

    def read(
        bodies: Sequence[TableWords], roles: Sequence[str], again: bool, kept: dict[tuple[int | str, ...], Any]
    ) -> ReadRows:
        asked.append(tuple(map(len, bodies)))
        under.append((again, tuple(roles)))
        # what was read once is the first reading of what is read again
        assert (0, len(bodies[0]), *roles) in kept or not again
        return rows_read(bodies, roles, again, kept)

    monkeypatch.setattr(choose, "rows_read", read)
    body = tokenize([Line(row, at) for at, row in enumerate(ROWS, 2)])
    best = chosen(text, readings, [body])
    assert best is not None and len({one.roles for one in readings}) < len(readings)
    # fewer words than the first sifting looks at: no later one reads them again
    assert set(asked) == {(len(body),)} and len(set(under)) == len(under)
    # many are read once, few are read again
    counts = Counter(again for again, _ in under)
    assert counts[True] < counts[False] / 2


def test_what_is_far_behind_at_sight_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    heading = "No. Sasaran Strategis Indikator Kinerja Utama Satuan Target Formula Perhitungan Sumber Data"
    text = WeighedWords.of([heading, "1 Tersusunnya data Jumlah data 2 dokumen"])
    readings, body = readings_of(text, heading_spans(text)), tokenize([Line(text.lines[1], 2)])

    def sums(behind: float) -> list[float]:
        monkeypatch.setattr(choose, "_BEHIND", behind)
        return sorted(_weighed(speaks_at_sight(text, one)) for one in readings_to_try(text, readings, [body]))

    every, near = sums(1000.0), sums(3.0)
    assert every[0] < every[-1] - 3.0
    assert near == [one for one in every if one > every[-1] - 3.0]
