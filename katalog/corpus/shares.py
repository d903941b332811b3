"""The tables of a corpus: Parquet files of a year's share of decrees each, as `katalog.frames` gives them.

A share (`katalog.corpus.record.share_of`) is written anew when one of its decrees came, changed or went. Readers of
Parquet (pandas, DuckDB, Dask) take all files of a table as one, with the columns `tahun_terbit` and `porsi`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from katalog.corpus.changes import CHANGES, changes_table
from katalog.corpus.folder import CorpusFolder
from katalog.corpus.own_tables import own_rows, own_table, own_tables
from katalog.corpus.record import SourceRecord
from katalog.front import frames
from katalog.show.export.parquet import arrow_schema
from katalog.show.tables.registry import export_tables
from schemas.catalogue import Catalogue


def write_share(held: tuple[str, Sequence[SourceRecord]], corpus: CorpusFolder) -> None:
    """Write the tables of a share, given with the records of its decrees; without any its files go."""
    share, records = held
    if not records:
        corpus.drop(_file(name, share) for name in corpus_tables())
        return
    for name, data in _tables(corpus.catalogue(one.keputusan) for one in records).items():
        corpus.put(_file(name, share), data)
    corpus.put(_file(CHANGES, share), _bytes(changes_table(corpus, records)))


def missing_shares(corpus: CorpusFolder, shares: Iterable[str]) -> set[str]:
    """Those of the shares that lack a file."""
    there = corpus.names("tabel")
    return {one for one in shares if any(_file(name, one)[len("tabel/") :] not in there for name in corpus_tables())}


def corpus_tables() -> tuple[str, ...]:
    """The names of all tables of a corpus: those of an export, and its own."""
    return (*export_tables(), *own_tables(), CHANGES)


def _file(table: str, share: str) -> str:
    return f"tabel/{table}/{share}/data.parquet"


def _tables(catalogues: Iterable[Catalogue]) -> dict[str, bytes]:
    """Catalogues are taken one by one: a hundred of them would not fit into memory, their columns do."""
    import pyarrow

    parts: dict[str, list[Any]] = {name: [] for name in (*export_tables(), *own_tables())}
    for catalogue in catalogues:
        made = frames(catalogue)
        for name, rows in own_rows(catalogue, made).items():
            parts[name].append(own_table(name, rows))
        for name, frame in made.items():
            schema = arrow_schema(name, frame)
            parts[name].append(pyarrow.Table.from_pandas(frame, schema=schema, preserve_index=False))
    # a number that needs more digits than others widens the column
    return {name: _bytes(pyarrow.concat_tables(tables, promote_options="permissive")) for name, tables in parts.items()}


def _bytes(table: Any) -> bytes:
    import pyarrow.parquet

    stream = io.BytesIO()
    pyarrow.parquet.write_table(table.replace_schema_metadata(_about(table)), stream, compression="zstd")
    return stream.getvalue()


def _about(table: Any) -> dict[bytes, bytes]:
    """What the table's metadata says of it; not what pandas adds, which names its version."""
    return {key: value for key, value in (table.schema.metadata or {}).items() if key != b"pandas"}
