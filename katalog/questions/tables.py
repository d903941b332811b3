"""The tables of a corpus as SQL has them: a view a table, made by DuckDB within this process, which reads nothing else.

A corpus on a disk is read where it lies. Of one in a store (`s3://...`) DuckDB is handed what pyarrow reads, so that in
either case it may open no file by itself but those of the corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from katalog.corpus.folder import CorpusFolder
from katalog.corpus.listing import opened_address
from katalog.corpus.packages import require_packages
from katalog.corpus.record import SourceRecord
from katalog.questions.answers import explained_errors
from katalog.show.tables.registry import TableView, table_views
from katalog.show.tables.sql import sql_name

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: MB that a question may take, unless told otherwise.
MEMORY = 768
#: The view of the manifest.
MANIFEST = "manifes"
_WORD = re.compile(r"\w+")


def require_duckdb() -> None:
    """KatalogError where what reads the tables is not installed."""
    require_packages("Bertanya kepada korpus", ("duckdb", "fsspec", "pyarrow"))


def corpus_view_statements(corpus: CorpusFolder) -> Iterator[str]:
    """CREATE VIEW for each table of a corpus on a disk and each question about them that is asked often, to be run by
    any DuckDB (`duckdb -init views.sql`), from the folder that the corpus' address is relative to."""
    for name in corpus.table_names():
        yield f"CREATE OR REPLACE VIEW {sql_name(name)} AS {_reading(_place(corpus, name))}"
    yield f"CREATE OR REPLACE VIEW {MANIFEST} AS {_reading_manifest(f'{_root(corpus)}/manifest.csv')}"
    for view in table_views():
        yield _stated(view)


@contextmanager
def opened_tables(
    corpus: CorpusFolder, asked: Sequence[str] | None = None, memory: int = MEMORY
) -> Iterator[DuckDBPyConnection]:
    """A connection that has the views of the tables that stand in the SQL texts `asked` (without any: of all) and may
    neither write nor read anything else; `memory` in MB. KatalogError where the corpus is none."""
    require_duckdb()
    import duckdb

    names = corpus.table_names()
    views = {view.name: view for view in table_views()}
    wanted = _named_in(asked, (*names, MANIFEST), views)
    with duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"}) as connection:
        with explained_errors():
            _settle(connection, corpus, memory)
            for name in (one for one in (*names, MANIFEST) if one in wanted):
                _show(connection, corpus, name)
            for name in (one for one in views if one in wanted):
                connection.execute(_stated(views[name]))
            connection.execute("SET lock_configuration = true")
        yield connection


def _named_in(asked: Sequence[str] | None, names: Iterable[str], views: dict[str, TableView]) -> set[str]:
    """The tables and views whose names stand in the texts, and those that such views are made of. To make a view opens
    every file of its table; of forty tables a question needs two or three."""
    if asked is None:
        return {*names, *views}
    known, found = {*names, *views}, set[str]()
    waiting = list(asked)
    while waiting:
        new = {word.lower() for word in _WORD.findall(waiting.pop())} & known - found
        found |= new
        waiting += [views[name].sql for name in new & views.keys()]
    return found


def _settle(connection: DuckDBPyConnection, corpus: CorpusFolder, memory: int) -> None:
    """What the connection may do; where it may read must be said before it may read nothing else."""
    for setting in (
        f"SET memory_limit = '{memory}MB'",
        "SET temp_directory = ''",
        "SET python_enable_replacements = false",
        "SET autoload_known_extensions = false",
        # metadata of a table's files is read for its view, and once more for each question
        "SET parquet_metadata_cache = true",
    ):
        connection.execute(setting)
    if _is_on_disk(corpus):
        root = _text(f"{_root(corpus)}/")
        connection.execute(f"SET allowed_directories = [{root}]")
    connection.execute("SET enable_external_access = false")


def _show(connection: DuckDBPyConnection, corpus: CorpusFolder, name: str) -> None:
    if _is_on_disk(corpus):
        place = f"{_root(corpus)}/manifest.csv" if name == MANIFEST else _place(corpus, name)
        reading = _reading_manifest(place) if name == MANIFEST else _reading(place)
        connection.execute(f"CREATE VIEW {sql_name(name)} AS {reading}")
    else:
        connection.register(name, _manifest(corpus) if name == MANIFEST else _dataset(corpus, name))


def _reading(place: str) -> str:
    return f"SELECT * FROM read_parquet({_text(place)}, hive_partitioning = true, union_by_name = true)"


def _reading_manifest(place: str) -> str:
    types = ", ".join(f"{_text(name)}: {_text(kind)}" for name, kind in _manifest_types().items())
    return f"SELECT * FROM read_csv({_text(place)}, header = true, delim = ',', quote = '\"', columns = {{{types}}})"


def _manifest_types() -> dict[str, str]:
    return {one.name: "VARCHAR" if one.type == "str" else "BIGINT" for one in fields(SourceRecord)}


def _manifest(corpus: CorpusFolder) -> Any:
    import pyarrow

    types = {"VARCHAR": pyarrow.string(), "BIGINT": pyarrow.int64()}
    schema = pyarrow.schema([(name, types[kind]) for name, kind in _manifest_types().items()])
    rows = [{name: getattr(one, name) for name in _manifest_types()} for one in corpus.ended().values()]
    return pyarrow.Table.from_pylist(rows, schema=schema)


def _dataset(corpus: CorpusFolder, name: str) -> Any:
    from pyarrow.dataset import dataset

    system, root = opened_address(corpus.address)
    return dataset(f"{root}/tabel/{name}", filesystem=system, format="parquet", partitioning="hive")


def _stated(view: TableView) -> str:
    return f"CREATE OR REPLACE VIEW {sql_name(view.name)} AS {view.sql.strip()}"


def _place(corpus: CorpusFolder, name: str) -> str:
    return f"{_root(corpus)}/tabel/{name}/*/*/data.parquet"


def _root(corpus: CorpusFolder) -> str:
    """The folder as it was named; `..` must not lead out of what may be read."""
    given = corpus.address.removeprefix("file://").rstrip("/")
    return given if ".." not in Path(given).parts else str(Path(given).resolve())


def _is_on_disk(corpus: CorpusFolder) -> bool:
    return "://" not in corpus.address.removeprefix("file://")


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
