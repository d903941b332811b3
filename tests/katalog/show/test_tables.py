"""The tables: described once, typed, and without loss: whatever a catalogue says moves a cell of some table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

import pandas as pd
import pytest
from whole_catalogue import Path, WholeCatalogue

from bahasa.roles import about_role
from katalog.errors import KatalogError
from katalog.front import frames
from katalog.show.export import TABLES
from katalog.show.tables.registry import ColumnType, ParentKey, export_tables, table_views
from katalog.show.tables.rows import ROWS
from schemas.base import ROLES, Kind
from schemas.catalogue import Catalogue
from schemas.decree import TargetKind

WHOLE = WholeCatalogue()

#: The leaves of a catalogue that move no table, lists and keys aside, and why.
LEFT_OUT = {
    ("blocks", "rows", "target", "upper"): "the row's target is the chosen one of `targets`, which has it",
    ("blocks", "rows", "target", "date"): "the same",
    ("blocks", "rows", "target", "candidates"): "the same",
    ("blocks", "program", "row"): "held to its place in `others` here; `row` of `program` otherwise",
    ("source", "slug"): "`keputusan`, which is put before the rows of every table",
}


def catalogue_of(data: dict[str, Any]) -> Catalogue:
    """The catalogue; where numbers of rows must agree, they do."""
    for block in data["blocks"]:
        for number, row in enumerate(block["program"], 1):
            row["row"] = number
    return Catalogue.model_validate(data)


def told(data: dict[str, Any]) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table, in its columns."""
    catalogue = catalogue_of(data)
    return {
        name: [tuple(row.get(column) for column in table.names) for row in ROWS[name](catalogue)]
        for name, table in export_tables().items()
    }


def steps(path: Path) -> tuple[str, ...]:
    """A path without the places in lists."""
    return tuple(step for step in path if isinstance(step, str))


def test_whatever_a_catalogue_says_moves_some_table() -> None:
    before = told(WHOLE.data)
    silent = {steps(path) for path in WHOLE.others if told(WHOLE.changed(path)) == before}
    assert len(WHOLE.others) > 2000
    assert silent == set(LEFT_OUT)


def test_the_tables_are_those_of_the_export_and_each_has_its_rows() -> None:
    assert tuple(export_tables()) == TABLES == tuple(ROWS)
    catalogue = catalogue_of(WHOLE.data)
    for name, table in export_tables().items():
        rows = list(ROWS[name](catalogue))
        assert rows and {column for row in rows for column in row} == {*table.names} - {"keputusan"}, name


def test_each_table_and_column_is_described_in_both_languages_and_begins_with_keputusan() -> None:
    for table in export_tables().values():
        assert table.names[0] == "keputusan" and len(set(table.names)) == len(table.names)
        assert {one.type for one in table.columns} <= set(get_args(ColumnType))
        assert all(one.id and one.en and one.id != one.en for one in (table, *table.columns))
    assert all(view.id and view.en for view in table_views())


def test_keys_are_columns_and_parents_are_named_by_their_key() -> None:
    tables = export_tables()
    for table in tables.values():
        assert {*table.key, *(name for names in table.unique for name in names)} <= set(table.names)
        for parent in table.parents:
            assert set(parent.columns) <= set(table.names) and len(parent.columns) == len(parent.named)
            assert parent.named == tables[parent.table].key
    assert ParentKey(("keputusan", "table_path"), "tabel", ("keputusan", "path")) in tables["sel"].parents


def test_the_columns_of_indicators_are_those_of_the_roles() -> None:
    names = export_tables()["indikator"].names
    roles = [column for role in ROLES for column in about_role(role).exported]
    first = names.index("no")
    assert names[first : first + len(roles)] == tuple(roles)
    assert names[-1 - len(ROLES) :] == (*(f"{role}_as_printed" for role in ROLES), "others")


def test_categories_are_what_the_artifacts_allow() -> None:
    columns = {one.name: one for table in export_tables().values() for one in table.columns}
    assert columns["kind"].values == get_args(Kind) and columns["target_kind"].values == get_args(TargetKind)
    assert columns["unit_basis"].values == ("instansi", "own", "superior", "source_data", "none")


@pytest.fixture(scope="module")
def whole() -> dict[str, pd.DataFrame]:
    return frames(catalogue_of(WHOLE.data))


def test_every_column_has_its_type(whole: dict[str, pd.DataFrame]) -> None:
    dtypes = {
        "text": "string",
        "json": "string",
        "integer": "Int64",
        "decimal": "object",
        "number": "Float64",
        "boolean": "boolean",
        "date": "datetime64[s]",
        "category": "category",
    }
    assert set(dtypes) == set(get_args(ColumnType))
    for name, table in export_tables().items():
        assert {one.name: str(whole[name][one.name].dtype) for one in table.columns} == {
            one.name: dtypes[one.type] for one in table.columns
        }


def test_numbers_are_exact_and_dates_are_dates(whole: dict[str, pd.DataFrame]) -> None:
    first = whole["target"].iloc[0]
    assert first["target_value"] == Decimal("12.50") and str(first["target_value"]) == "12.50"
    assert first["upper"] == Decimal("1234567890123456789.5")
    assert first["date"] == "2022-12-31"
    assert whole["keputusan"].at[0, "tanggal"] == pd.Timestamp(WHOLE.data["decree"]["ditetapkan"]["tanggal"])
    assert sum(whole["program"]["anggaran"]) == Decimal("1250000000") * len(whole["program"])


def test_a_day_without_a_year_is_the_day_that_is_printed() -> None:
    """`31 Desember`: such a target is `--12-31` (ISO 8601), which is no date of a calendar."""
    path = next(path for path in WHOLE.others if path[-1] == "date" and "targets" in path)
    changed = WholeCatalogue(others=dict(WHOLE.others))
    changed.others[path] = "--12-31"
    assert "--12-31" in set(frames(catalogue_of(changed.changed(path)))["target"]["date"])


def test_what_is_missing_is_missing_and_what_is_blank_is_blank() -> None:
    data = WHOLE.data
    bare = {**data, "decree": {}, "blocks": [{**data["blocks"][0], "kind": None, "tugas": None}], "findings": []}
    made = frames(catalogue_of(bare))
    decree, holder = made["keputusan"], made["jabatan"]
    assert decree.at[0, "jenis"] is pd.NA and decree.at[0, "tahun"] is pd.NA and decree.at[0, "tanggal"] is pd.NaT
    assert pd.isna(holder.at[0, "kind"]) and holder.at[0, "tugas_as_printed"] == ""
    assert len(made["temuan"]) == 0 and str(made["temuan"]["severity"].dtype) == "category"


def test_many_catalogues_stand_below_each_other(catalogue: Catalogue) -> None:
    other = catalogue.model_copy(update={"source": catalogue.source.model_copy(update={"slug": "lain"})})
    one, both = frames(catalogue), frames([catalogue, other])
    for name, frame in both.items():
        assert frame.dtypes.equals(one[name].dtypes)
        parts = [part.drop(columns="keputusan").reset_index(drop=True) for _, part in frame.groupby("keputusan")]
        assert all(part.equals(one[name].drop(columns="keputusan")) for part in parts), name
    assert set(both["keputusan"]["keputusan"]) == {catalogue.source.slug, "lain"}


@pytest.mark.parametrize(
    ("within", "place", "value", "said"),
    [
        ("decree", "tanggal", "2022-02-31", "Kolom tanggal memuat nilai yang bukan tanggal .*2022-02-31"),
        ("targets", "upper", "1,5", "Kolom upper memuat nilai yang bukan bilangan"),
    ],
)
def test_a_value_changed_by_hand_is_said(within: str, place: str, value: str, said: str) -> None:
    path = next(path for path in WHOLE.others if path[-1] == place and within in path)
    changed = WholeCatalogue(others=dict(WHOLE.others))
    changed.others[path] = value
    with pytest.raises(KatalogError, match=said):
        frames(catalogue_of(changed.changed(path)))


def test_catalogues_of_one_name_are_refused(catalogue: Catalogue) -> None:
    with pytest.raises(KatalogError, match=f"bernama {catalogue.source.slug}, sama dengan"):
        frames([catalogue, catalogue])
