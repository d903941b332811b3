"""Twenty catalogues in SQLite, DuckDB, PostgreSQL, Parquet and pandas: the same rows, types and sums, and each row that
another one names is there, as the database itself says."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

import pandas as pd
import pytest
from server import missing, postgres
from twenty_catalogues import twenty_catalogues

from katalog.errors import KatalogError
from katalog.front import frames
from katalog.show.export.parquet import parquet_bytes
from katalog.show.export.sqlite import database
from katalog.show.tables.registry import ColumnType, ExportTable, export_tables, table_views
from katalog.show.tables.sql import index_statements, parents_first, sql_name, table_statements, view_statements

Rows = list[tuple[Any, ...]]
TABLES = export_tables()
#: What a value of each type is in Python, wherever it comes from; SQLite has no dates, booleans and exact numbers.
PYTHON: dict[ColumnType, type] = {
    "text": str, "json": str, "category": str, "integer": int, "decimal": Decimal, "number": float, "boolean": bool,
    "date": date,
}  # fmt: skip


class Holds(Protocol):
    """The rows of a table, in its columns, values as PYTHON says."""

    def __call__(self, table: ExportTable) -> Rows: ...


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    made = frames(twenty_catalogues())
    assert len(made["keputusan"]) == 20
    assert [name for name, frame in made.items() if not len(frame)] == []
    return made


def rows_of(frame: pd.DataFrame, table: ExportTable) -> Rows:
    """The rows of a frame."""
    columns = []
    for column in table.columns:
        held = frame[column.name]
        missing, kind = held.isna(), PYTHON[column.type]
        values = held.dt.date if column.type == "date" else held
        columns.append(
            [
                None if gone else kind(one) if kind in (int, float, bool) else one
                for one, gone in zip(values, missing, strict=True)
            ]
        )
    return list(zip(*columns, strict=True))


def agree(rows: Rows, table: ExportTable, frame: pd.DataFrame) -> None:
    """The same rows, types and sums as pandas has."""
    expected = rows_of(frame, table)
    assert len(rows) == len(expected), table.name
    for at, column in enumerate(table.columns):
        kind = PYTHON[column.type]
        held = [row[at] for row in rows if row[at] is not None]
        assert {type(value) for value in held} <= {kind}, (table.name, column.name)
        if column.type in ("decimal", "integer"):
            assert sum(held) == sum(row[at] for row in expected if row[at] is not None), (table.name, column.name)
    assert sorted(map(repr, map(plain, rows))) == sorted(map(repr, map(plain, expected))), table.name


def plain(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """The row with exact numbers without the blanks behind their sign (`2.50`, `2.5000000000`)."""
    return tuple(f"{value.normalize():f}" if isinstance(value, Decimal) else value for value in row)


@pytest.mark.parametrize("name", TABLES)
def test_parquet(name: str, tables: dict[str, pd.DataFrame]) -> None:
    arrow = pytest.importorskip("pyarrow.parquet")
    data = parquet_bytes(name, tables[name])
    assert data == parquet_bytes(name, tables[name])
    table = arrow.read_table(io.BytesIO(data))
    agree([tuple(row.values()) for row in table.to_pylist()], TABLES[name], tables[name])
    told = table.schema.metadata
    assert told[b"description_en"].decode() == TABLES[name].en
    assert told[b"primary_key"].decode() == ",".join(TABLES[name].key)
    assert [table.schema.field(one.name).metadata[b"description"].decode() for one in TABLES[name].columns] == [
        one.id for one in TABLES[name].columns
    ]


@pytest.fixture(scope="module")
def lite(tables: dict[str, pd.DataFrame]) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database(tables))
    yield connection
    connection.close()


@pytest.mark.parametrize("name", TABLES)
def test_sqlite(name: str, tables: dict[str, pd.DataFrame], lite: sqlite3.Connection) -> None:
    """A number is exact up to 15 digits there, a date its text, a boolean 0 or 1."""
    table = TABLES[name]
    rows = lite.execute(f"SELECT * FROM {sql_name(name)}").fetchall()
    assert len(rows) == len(tables[name])
    for at, column in enumerate(table.columns):
        held = [row[at] for row in rows]
        wanted = [row[at] for row in rows_of(tables[name], table)]
        if column.type == "decimal":
            assert [value is None for value in held] == [value is None for value in wanted]
            assert [float(value) for value in held if value is not None] == [float(v) for v in wanted if v is not None]
        elif column.type == "date":
            assert held == [value and value.isoformat() for value in wanted]
        else:
            assert held == wanted, column.name
    declared = [kind for _, _, kind, *_ in lite.execute(f"PRAGMA table_info({sql_name(name)})")]
    assert len(declared) == len(table.columns) and all(declared)


def test_sqlite_finds_every_row_that_another_names(lite: sqlite3.Connection) -> None:
    assert lite.execute("PRAGMA foreign_key_check").fetchall() == []
    keys = {name: lite.execute(f"PRAGMA foreign_key_list({sql_name(name)})").fetchall() for name in TABLES}
    assert sum(len({row[0] for row in rows}) for rows in keys.values()) == sum(len(t.parents) for t in TABLES.values())
    # and it would say so
    lite.execute("SAVEPOINT before")
    lite.execute("DELETE FROM jabatan WHERE jabatan_id = (SELECT min(jabatan_id) FROM indikator)")
    assert lite.execute("PRAGMA foreign_key_check").fetchall() != []
    lite.execute("ROLLBACK TO before")


def test_an_id_that_is_there_twice_is_said() -> None:
    catalogue = twenty_catalogues()[2]
    twice = catalogue.model_copy(update={"blocks": (*catalogue.blocks, catalogue.blocks[1])})
    with pytest.raises(KatalogError, match=r"Sebuah id terdapat dua kali.*UNIQUE"):
        database(frames(twice))


def test_sqlite_has_indexes_and_views(lite: sqlite3.Connection) -> None:
    named = dict(lite.execute("SELECT name, type FROM sqlite_master WHERE sql IS NOT NULL"))
    assert {view.name for view in table_views()} == {name for name, kind in named.items() if kind == "view"}
    assert len([kind for kind in named.values() if kind == "index"]) == len(list(index_statements())) > 0
    answers(lambda query: lite.execute(query).fetchall())


def answers(ask: Any) -> None:
    """Every view has rows, and the one of indicators as many as there are."""
    for view in table_views():
        assert ask(f"SELECT * FROM {view.name}"), view.name
    assert ask("SELECT count(*) FROM indikator_lengkap") == ask("SELECT count(*) FROM indikator")
    assert ask("SELECT count(*) FROM indikator_lengkap WHERE target_date IS NOT NULL")[0][0] > 0


def test_duckdb(tables: dict[str, pd.DataFrame], tmp_path: Any) -> None:
    """Filled from the Parquet files, with the same statements as SQLite; it minds the keys while it is filled."""
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    with duckdb.connect() as connection:
        for statement in table_statements():
            connection.execute(statement)
        for table in parents_first():
            file = tmp_path / f"{table.name}.parquet"
            file.write_bytes(parquet_bytes(table.name, tables[table.name]))
            connection.execute(f"INSERT INTO {sql_name(table.name)} SELECT * FROM read_parquet('{file}')")
        for statement in (*index_statements(), *view_statements()):
            connection.execute(statement)
        for name, table in TABLES.items():
            agree(connection.execute(f"SELECT * FROM {sql_name(name)}").fetchall(), table, tables[name])
        answers(lambda query: connection.execute(query).fetchall())
        with pytest.raises(duckdb.ConstraintException):
            connection.execute("INSERT INTO fungsi (keputusan, jabatan_id) VALUES ('keputusan-01', 'tidak-ada')")
        with pytest.raises(duckdb.ConstraintException):
            connection.execute("INSERT INTO keputusan (keputusan) VALUES ('keputusan-01')")


@pytest.mark.skipif(bool(missing()), reason=missing())
def test_postgresql(tables: dict[str, pd.DataFrame]) -> None:
    """A real server, filled by its COPY, with the same statements as SQLite."""
    psycopg = pytest.importorskip("psycopg")
    with postgres() as where, psycopg.connect(where) as connection:
        for statement in table_statements():
            connection.execute(statement)
        for table in parents_first():
            with connection.cursor().copy(f"COPY {sql_name(table.name)} FROM STDIN") as copy:
                for row in rows_of(tables[table.name], table):
                    copy.write_row(row)
        for statement in (*index_statements(), *view_statements()):
            connection.execute(statement)
        connection.commit()
        for name, table in TABLES.items():
            agree(connection.execute(f"SELECT * FROM {sql_name(name)}").fetchall(), table, tables[name])
        answers(lambda query: connection.execute(query).fetchall())
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            connection.execute("INSERT INTO fungsi (keputusan, jabatan_id) VALUES ('keputusan-01', 'tidak-ada')")
