"""An answer: columns and rows, by SQL that only reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from katalog.corpus.folder import TABLES_ANEW
from katalog.errors import KatalogError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_READ_ONLY = "Hanya satu pertanyaan SQL yang membaca (SELECT, WITH, FROM, DESCRIBE, SHOW) yang dilayani."
_SEE = "Tabel dan kolomnya: katalog corpus query KORPUS --tables"
#: Lines of DuckDB's own message that are shown: the rest repeats the question.
_LINES = 2


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """`columns` and `rows`; a cell is text, a whole or exact number, a truth, a date, a list of these, or None. `title`
    is what was asked."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def asked(
    connection: DuckDBPyConnection,
    sql: str,
    values: Mapping[str, object] | None = None,
    title: str = "",
    *,
    ours: bool = True,
) -> AnswerTable:
    """What a question gives; `ours` as in `explained_errors`. KatalogError for SQL that is wrong, does more than read,
    or needs too much."""
    with explained_errors(ours):
        _refuse_writing(connection, sql)
        held = {name: value for name, value in (values or {}).items() if f"${name}" in sql}
        connection.execute(sql, held or None)
        columns = tuple(column[0] for column in connection.description or ())
        return AnswerTable(title, columns, tuple(connection.fetchall()))


def _refuse_writing(connection: DuckDBPyConnection, sql: str) -> None:
    """`EXPLAIN ANALYZE` does what it explains, so it is none of those that read."""
    if [statement.type.name for statement in connection.extract_statements(sql)] != ["SELECT"]:
        raise KatalogError(_READ_ONLY, _SEE)


@contextmanager
def explained_errors(ours: bool = True) -> Iterator[None]:
    """DuckDB's errors as KatalogError. Where the SQL is the program's own, it is the tables that are wrong: those of an
    older build lack a table or a column."""
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException as error:
        cause = "Pertanyaan ini memerlukan lebih banyak memori daripada batasnya."
        raise KatalogError(cause, "Persempit dengan WHERE atau LIMIT, atau naikkan --max-memory.") from error
    except duckdb.PermissionException as error:
        raise KatalogError("SQL hanya dapat membaca tabel korpus, bukan berkas lain.", _SEE) from error
    except duckdb.Error as error:
        if ours or isinstance(error, duckdb.IOException | duckdb.HTTPException):
            cause = f"Tabel korpus tidak dapat dibaca ({_said(error)})."
            raise KatalogError(cause, TABLES_ANEW) from error
        raise KatalogError(f"SQL ini tidak dapat dijawab ({_said(error)}).", _SEE) from error


def _said(error: Exception) -> str:
    lines = [" ".join(line.split()) for line in str(error).splitlines() if line.strip()]
    return "; ".join(lines[:_LINES])
