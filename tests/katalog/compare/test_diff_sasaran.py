"""A sasaran is one thing, however many rows print it: printed beside each of its rows, or merged over them."""

from __future__ import annotations

from typing import Any

import pytest
from small import Holder, small

from katalog.compare.diff.apply import apply_diff, printed_content
from katalog.front import diff

BENIH = "Tersedianya benih dan pakan"
DULU = ("Terpeliharanya balai", "Persentase sarana layak", "75 %", "Daftar sarana")
BAGI = (BENIH, "Jumlah benih ikan yang disalurkan", "10 paket", "Berita acara")
PAKAN = (BENIH, "Jumlah pakan yang disalurkan", "5 paket", "Berita acara")
GABUNG = (BENIH, "Jumlah benih ikan dan pakan yang disalurkan", "15 paket", "Berita acara")
MERGED = (None, *PAKAN[1:])

Told = list[tuple[str, str, str | None]]
#: Old rows, new rows, and what is told: kind, object and field.
CASES: dict[str, tuple[Any, Any, Told]] = {
    "a row that came below it": ((DULU, BAGI), (DULU, BAGI, PAKAN), [("added", "indikator", None)]),
    "a row gone from below one": ((DULU, BAGI, PAKAN), (DULU, BAGI), [("removed", "indikator", None)]),
    "merged, then printed in each row": ((DULU, BAGI, MERGED), (DULU, BAGI, PAKAN), []),
    "printed in each row, then merged": ((DULU, BAGI, PAKAN), (DULU, BAGI, MERGED), []),
    "a row split into two": (
        (DULU, GABUNG), (DULU, BAGI, PAKAN),
        [("changed", "indikator", "indikator"), ("changed", "indikator", "target"), ("added", "indikator", None)],
    ),
    "a new sasaran beside both of its rows": (
        (DULU,), (DULU, BAGI, PAKAN),
        [("added", "sasaran", None), ("added", "indikator", None), ("added", "indikator", None)],
    ),
    "another one in place of one of two": (
        (DULU, BAGI, PAKAN), (DULU, BAGI, ("Lancarnya distribusi", *PAKAN[1:])), [("changed", "sasaran", None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_sasaran_printed_again_is_no_other_one(name: str) -> None:
    before, after, told = CASES[name]
    old, new = (small(Holder("Pengelola Benih", rows, ("Menyalurkan benih",))) for rows in (before, after))
    made = diff(old, new)
    assert [(one.kind, one.object, one.field) for one in made.changes] == told
    assert apply_diff(made, old) == printed_content(new)
    counts = made.summary.objects["sasaran"]
    assert counts.unchanged + counts.changed + counts.removed == counts.old
    assert counts.unchanged + counts.changed + counts.added == counts.new
