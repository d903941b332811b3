"""Columns without a role: the same column under another heading."""

from __future__ import annotations

import pytest
from labelled import SOURCE, block, text

from katalog.assemble.catalogue import assemble
from katalog.compare.diff.apply import apply_diff, printed_content
from katalog.compare.diff.columns import new_names, with_names
from katalog.compare.match.carry import carry
from katalog.compare.match.names import other_name
from katalog.compare.match.thing import ColumnNamed, Thing
from katalog.front import diff
from schemas.catalogue import Catalogue
from schemas.decree import Cell, Decree, Heading, NormalizedDecree, Row


def decree(columns: list[str], *rows: tuple[str, ...], tables: int = 1) -> Catalogue:
    """Tables that are all alike; a row is its indikator and its cells in the columns."""
    headings = [Heading(role="indikator", text=text("INDIKATOR"))]
    headings += [Heading(role="others", text=text(name)) for name in columns]
    made = tuple(
        Row(
            cells={"indikator": Cell(text=text(indikator))},
            others={name: Cell(text=text(said)) for name, said in zip(columns, cells, strict=True)},
        )
        for indikator, *cells in rows
    )
    blocks = tuple(
        block("IKI", order, f"Pengelola {order}", headings=tuple(headings), rows=made) for order in range(1, tables + 1)
    )
    return assemble(NormalizedDecree(source=SOURCE, decree=Decree(blocks=blocks)))


ROWS = (("Jumlah surat", "arsip"), ("Jumlah naskah", "foto"), ("Jumlah laporan", "daftar"))


@pytest.mark.parametrize("carried", [False, True], ids=["by content", "by id"])
@pytest.mark.parametrize("heading", ["BUKTI DUKUNG", "Bukti Pendukung", "Bukti  dukung :"])
def test_another_heading_is_one_entry_and_no_change(heading: str, carried: bool) -> None:
    old, new = decree(["Bukti Dukung"], *ROWS), decree([heading], *ROWS)
    made = diff(old, carry(old, new) if carried else new)
    assert made.changes == ()
    assert [(one.kind, one.old, one.new) for one in made.headings] == [("changed", "Bukti Dukung", heading)]
    assert apply_diff(made, old) == printed_content(new)


def test_a_cell_below_another_heading_is_one_change() -> None:
    old = decree(["Bukti Dukung"], *ROWS)
    new = decree(["BUKTI DUKUNG"], ROWS[0], ("Jumlah naskah", "foto berwarna"), ROWS[2])
    made = diff(old, new)
    assert [(one.field, one.old, one.new) for one in made.changes] == [("others/BUKTI DUKUNG", "foto", "foto berwarna")]
    assert apply_diff(made, old) == printed_content(new)


def test_another_year_is_one_change_of_substance() -> None:
    old, new = decree(["TARGET 2023"], *ROWS), decree(["TARGET 2024"], *ROWS)
    made = diff(old, new)
    assert [(one.field, one.new, one.nature) for one in made.changes] == [("kolom", "TARGET 2024", "substantive")]
    assert apply_diff(made, old) == printed_content(new)


def test_columns_that_changed_places_keep_their_cells() -> None:
    old = decree(["Bukti", "Ket."], ("Jumlah surat", "arsip", "a"))
    new = decree(["KET.", "BUKTI"], ("Jumlah surat", "a", "arsip"))
    made = diff(old, new)
    assert made.changes == ()
    assert apply_diff(made, old) == printed_content(new)


def test_a_column_that_moved_in_all_tables_is_one_entry_and_moves_in_each() -> None:
    old = decree(["Bukti", "Ket."], ("Jumlah surat", "arsip", "a"), tables=3)
    new = decree(["Ket.", "Bukti"], ("Jumlah surat", "a", "arsip"), tables=3)
    made = diff(old, new)
    assert [(one.kind, one.old, len(one.also)) for one in made.headings] == [("moved", "Bukti", 2)]
    assert apply_diff(made, old) == printed_content(new)


@pytest.mark.parametrize(
    ("headings", "renamed", "names"),
    [
        (["A", "B"], [("A", "C")], {"others/A": "others/C"}),
        (["A", "A"], [("A", "C")], {}),  # which of the two?
        (["A", "B"], [("A", "C"), ("B", "C")], {}),
    ],
)
def test_new_names(headings: list[str], renamed: list[tuple[str, str]], names: dict[str, str]) -> None:
    def named(heading: str) -> Thing:
        return Thing(id=heading, list_name="kolom", fields={}, column=ColumnNamed(other_name(heading)))

    pairs = [(named(old), named(new)) for old, new in renamed]
    assert new_names([named(heading) for heading in headings], pairs) == names


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (["others/A", "target"], ["others/B", "target"]),
        (["others/A", "others/B"], ["others/A", "others/B"]),  # the name is taken
        (["target"], ["target"]),
    ],
)
def test_names_of_a_row(fields: list[str], expected: list[str]) -> None:
    assert list(with_names(dict.fromkeys(fields, ""), {"others/A": "others/B"})) == expected


@pytest.mark.parametrize("carried", [False, True], ids=["by content", "by id"])
def test_headings_that_share_no_word_are_one_column_where_the_cells_are(carried: bool) -> None:
    old, new = decree(["Bukti Dukung"], *ROWS), decree(["Eviden"], *ROWS)
    made = diff(old, carry(old, new) if carried else new)
    assert made.changes == ()
    assert [(one.kind, one.old, one.new) for one in made.headings] == [("changed", "Bukti Dukung", "Eviden")]
    assert apply_diff(made, old) == printed_content(new)


@pytest.mark.parametrize(
    "cells",
    [("satu", "dua", "tiga"), ("arsip", "dua", "tiga")],
    ids=["other cells", "one cell the same"],
)
def test_another_column_is_another(cells: tuple[str, ...]) -> None:
    new = decree(["Waktu"], *((row[0], cell) for row, cell in zip(ROWS, cells, strict=True)))
    made = diff(decree(["Bukti Dukung"], *ROWS), new)
    assert sorted(one.kind for one in made.headings) == ["added", "removed"]


def test_a_column_of_dashes_is_not_known_by_them() -> None:
    """`-` in every row: two columns that nobody filled in are not one for that."""
    old, new = (decree([name], *((row[0], "-") for row in ROWS)) for name in ("Bukti Dukung", "Waktu"))
    assert sorted(one.kind for one in diff(old, new).headings) == ["added", "removed"]


def test_a_role_that_one_column_has_makes_it_the_same_column() -> None:
    def headed(heading: str) -> Catalogue:
        columns = (Heading(role="indikator", text=text(heading)),)
        rows = tuple(Row(cells={"indikator": Cell(text=text(printed))}) for printed, _ in ROWS)
        one = block("IKI", 1, "Pengelola Kepegawaian", headings=columns, rows=rows)
        return assemble(NormalizedDecree(source=SOURCE, decree=Decree(blocks=(one,))))

    made = diff(headed("INDIKATOR KINERJA"), headed("Ukuran Keberhasilan"))
    assert made.changes == ()
    assert [(one.kind, one.new) for one in made.headings] == [("changed", "Ukuran Keberhasilan")]
