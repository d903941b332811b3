"""Which cell speaks in a row, and what that means for its value."""

from __future__ import annotations

import pytest

from normalize.fill import fill_down, speaking
from schemas.decree import Cell, Row, Text

COVERED = Cell(text=Text(as_printed=""), span="covered")
EMPTY = Cell(text=Text(as_printed=""), span="empty")


def own(printed: str, value: str | None = None) -> Cell:
    """A cell that prints something."""
    return Cell(text=Text(as_printed=printed, value=value))


@pytest.mark.parametrize(
    ("column", "speakers"),
    [
        ([own("a"), COVERED, COVERED, own("b"), COVERED], [0, 0, 0, 3, 3]),
        # an empty cell speaks for itself, and for those that it spans
        ([own("a"), EMPTY, COVERED], [0, 1, 1]),
        # a covered cell that prints something keeps it
        ([own("a"), Cell(text=Text(as_printed="b"), span="covered")], [0, 1]),
        # nothing above: the page before is not in the file
        ([COVERED, COVERED], [0, 0]),
    ],
)
def test_who_speaks(column: list[Cell], speakers: list[int]) -> None:
    assert [by["target"] for by in speaking([{"target": cell} for cell in column])] == speakers


def test_a_row_without_the_column_ends_a_span() -> None:
    assert speaking([{"a": own("x")}, {}, {"a": COVERED}]) == [{"a": 0}, {}, {"a": 2}]


def test_values_go_down_and_print_stays() -> None:
    rows = (Row(cells={"sasaran": own("Naiknya", "Meningkatnya"), "target": own("5")}), Row(cells={"sasaran": COVERED}))
    below = fill_down(rows)[1].cells["sasaran"]
    assert (below.text.as_printed, below.text.value, below.span) == ("", "Meningkatnya", "covered")


def test_only_the_roles_that_are_asked_for() -> None:
    rows = (Row(cells={"target": own("5"), "satuan": own("%")}), Row(cells={"target": COVERED, "satuan": COVERED}))
    assert fill_down(rows, ("sasaran",)) == rows
    below = fill_down(rows, ("satuan",))[1].cells
    assert (below["satuan"].text.value, below["target"].text.value) == ("%", None)


def test_ditto_says_what_stands_above() -> None:
    """In a row of ditto marks the first print speaks for all; with nothing above it speaks for itself."""
    assert [by["a"] for by in speaking([{"a": own(text)} for text in ("x", "idem", "s.d.a.", '-"-', "-")])] == [
        0,
        0,
        0,
        0,
        4,
    ]
    assert [by["a"] for by in speaking([{"a": own("idem")}])] == [0]
    rows = (Row(cells={"rumus": own("Jumlah", "Jumlah")}), Row(cells={"rumus": own("sda", "sda")}))
    below = fill_down(rows)[1].cells["rumus"]
    assert (below.text.as_printed, below.text.value) == ("sda", "Jumlah")
