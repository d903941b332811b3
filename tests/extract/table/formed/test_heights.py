"""Cells that share a line in a text stand at one height."""

from __future__ import annotations

from extract.table.formed.choose import scattered_targets
from extract.table.formed.columns import TaggedColumn
from extract.table.formed.evidence import seen_words
from extract.table.formed.heights import misplaced


def columns(*ends: int) -> list[TaggedColumn]:
    """Columns of words up to these."""
    starts = (0, *ends)
    return [TaggedColumn("others", (tuple(range(start, end)),)) for start, end in zip(starts, ends, strict=False)]


def test_cells_that_hang_from_the_top() -> None:
    words = seen_words(["No Sasaran", "Kerja", "Cara", "Hitung"])
    assert misplaced(columns(1, 3, 5), words) == 0
    # `Cara` | `Hitung`: one line each, and yet the second one begins a line
    assert misplaced(columns(1, 3, 4, 5), words) == 1


def test_cells_in_the_middle_share_a_line_if_both_have_one_only() -> None:
    words = seen_words(["No", "Sasaran", "Kerja", "Target Sumber", "Cara", "Hitung"])
    assert misplaced(columns(1, 3, 4, 5, 7), words) == 0


def test_what_stands_over_others_is_higher_than_its_neighbours_in_the_middle() -> None:
    # `Sasaran Target Cara` / `Jumlah Satuan`, or `Sasaran` / `Target` / `Cara` / `Jumlah Satuan`
    table = [
        TaggedColumn("sasaran", ((0,),)),
        TaggedColumn("target", ((1,), (3,))),
        TaggedColumn("satuan", ((1,), (4,))),
        TaggedColumn("rumus", ((2,),)),
    ]
    words = seen_words(["Sasaran", "Target", "Cara", "Jumlah Satuan"])
    assert misplaced(table, words) == 0
    one_line = [*table[:3], TaggedColumn("rumus", ((2, 5),))]
    words = seen_words(["Sasaran Target", "Cara", "Jumlah Satuan", "Menghitung"])
    assert misplaced(one_line, words) > 0


def test_targets_stand_side_by_side() -> None:
    assert scattered_targets(("no", "indikator", "satuan", "target", "rumus")) == 0
    assert scattered_targets(("no", "target", "indikator", "target", "rumus", "satuan")) == 2
