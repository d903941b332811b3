"""A row whose print stands across the columns of its table is in doubt."""

from __future__ import annotations

import pytest
from labelled import SOURCE, block

from katalog.assemble.catalogue import assemble
from normalize.decree import normalize
from schemas.base import Place, Role
from schemas.decree import Cell, Decree, ExtractedDecree, Row, Text

#: What stands in a row: its print, and where it begins and ends (points).
Printed = dict[Role, tuple[str, float, float]]

USUAL: Printed = {"indikator": ("Jumlah arsip", 60, 150), "target": ("12 dokumen", 210, 260)}
#: A title over the table's whole width, as it was parted.
TITLE: Printed = {"indikator": ("INDIKATOR", 60, 150), "target": ("KINERJA", 150, 260)}
OVER: Printed = {"indikator": ("INDIKATOR KINERJA", 60, 240), "target": ("INDIVIDU", 245, 260)}


def doubted(*rows: Printed, pages: tuple[int, ...] = (1, 1, 1, 1)) -> list[tuple[str, str, str]]:
    made = [
        Row(
            cells={
                role: Cell(text=Text(as_printed=said, places=(Place(page=page, bbox=(x0, 20 * i, x1, 20 * i + 9)),)))
                for role, (said, x0, x1) in row.items()
            }
        )
        for i, (row, page) in enumerate(zip(rows, pages, strict=False))
    ]
    decree = Decree(blocks=(block("IKI", 1, "Analis", rows=tuple(made)),))
    found = assemble(normalize(ExtractedDecree(source=SOURCE, decree=decree))).findings
    return [
        (one.field, one.values["teks"], one.values["kolom"])
        for one in found
        if one.code == "tata-letak-ragu" and "teks" in one.values
    ]


def test_columns_apart_are_no_doubt() -> None:
    assert doubted(USUAL, USUAL, USUAL) == []


@pytest.mark.parametrize("at", [0, 1, 3])
def test_a_line_over_two_columns(at: int) -> None:
    rows = [USUAL, USUAL, USUAL]
    rows.insert(at, OVER)
    assert doubted(*rows) == [(f"rows/{at + 1}", "“INDIKATOR KINERJA”", "target")]


def test_print_that_ends_where_the_next_column_begins_is_none() -> None:
    assert doubted(USUAL, {**USUAL, "indikator": ("Jumlah arsip yang disusun", 60, 211)}, USUAL) == []


def test_one_that_leans_into_a_column_but_not_below_its_cells() -> None:
    assert doubted(USUAL, USUAL, USUAL, {**TITLE, "target": ("KINERJA", 155, 260)}) == []


def test_other_pages_say_nothing() -> None:
    assert doubted(OVER, USUAL, USUAL, USUAL, pages=(1, 2, 2, 2)) == []


def test_a_page_that_leans_says_nothing() -> None:
    leaning: Printed = {"indikator": ("Jumlah arsip", 60, 220), "target": ("12 dokumen", 210, 260)}
    assert doubted(leaning, leaning, USUAL) == []
