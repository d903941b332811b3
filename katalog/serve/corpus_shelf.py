"""The catalogues of a corpus: what is known of each stands in its tables, and is indexed anew when its manifest
changes.

A thousand catalogues would take a minute to be read; their tables take a second. A catalogue itself is read when its
page is asked for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from katalog.corpus.folder import CorpusFolder
from katalog.questions.answers import asked
from katalog.questions.tables import opened_tables
from katalog.serve.shelf import Shelf, file_state, prepare_index

#: A row for each catalogue, under the names of the index' columns.
_CATALOGUES: Final = """
WITH blok AS (
  SELECT keputusan, count(*) AS blocks,
    string_agg(DISTINCT coalesce(kind, ''), ' ' ORDER BY coalesce(kind, '')) AS kinds
  FROM jabatan GROUP BY keputusan
),
baris AS (SELECT keputusan, count(*) AS rows FROM kata GROUP BY keputusan),
temuan_ AS (
  SELECT keputusan, count(*) FILTER (severity = 'error') AS errors, count(*) FILTER (severity = 'warning') AS warnings,
    count(*) FILTER (severity = 'info') AS infos
  FROM temuan WHERE coalesce(answered, '') = '' GROUP BY keputusan
)
SELECT k.keputusan AS key, k.keputusan || '.json' AS path, '' AS state, k.keputusan AS slug, k.source AS file, k.sha256,
  k.content_hash, k.jenis, k.nomor, coalesce(k.tahun, nullif(k.tahun_terbit, 0)) AS tahun, k.tentang,
  kantor.kantor || ', ' || kantor.wilayah AS instansi, CAST(k.tanggal AS VARCHAR) AS tanggal,
  coalesce(blok.kinds, '') AS kinds, coalesce(blok.blocks, 0) AS blocks, coalesce(baris.rows, 0) AS rows,
  coalesce(errors, 0) AS errors, coalesce(warnings, 0) AS warnings, coalesce(infos, 0) AS infos
FROM keputusan k LEFT JOIN kantor USING (keputusan) LEFT JOIN blok USING (keputusan) LEFT JOIN baris USING (keputusan)
  LEFT JOIN temuan_ USING (keputusan)
ORDER BY k.keputusan
"""
_ANCESTORS: Final = "SELECT keputusan, value FROM riwayat WHERE part = 'previous' ORDER BY keputusan, position"


class CorpusShelf(Shelf):
    """The index of a corpus on a disk, a SQLite file at `database`; `folder` is that of its catalogues."""

    def __init__(self, corpus: Path, database: Path) -> None:
        Shelf.__init__(self, corpus / "katalog", database)
        self.corpus = CorpusFolder(str(corpus))
        self._manifest = corpus / "manifest.csv"
        self._written = ""

    @property
    def is_corpus(self) -> bool:
        """Its catalogues are written by `katalog corpus build` alone."""
        return True

    @property
    def state(self) -> str:
        """What tells that the corpus was built again."""
        return file_state(self._manifest) or ""

    def refresh(self, at_once: bool = False, each: Callable[[list[Path]], Iterable[Path]] = iter) -> None:
        """Index the tables anew where the corpus was built again; a server that starts does so in any case."""
        with self._lock:
            if (state := self.state) == self._written:
                return
            catalogues, ancestors = self._known()
            with self.opened() as index:
                prepare_index(index)
                index.execute("DELETE FROM catalogue")
                _fill(index, catalogues, ancestors)
            self._written = state

    def row(self, key: str) -> sqlite3.Row | None:
        """What the index has of a catalogue, with the state that its file is in now."""
        found = Shelf.row(self, key)
        if found is None or (state := file_state(self.path(found))) == found["state"]:
            return found
        with self.opened() as index:
            index.execute("UPDATE catalogue SET state = ? WHERE key = ?", (state or "", key))
        return Shelf.row(self, key)

    def _known(self) -> tuple[list[dict[str, object]], list[tuple[str, str]]]:
        """A row of the index for each catalogue, and (slug, content hash) of the revisions that each carries on."""
        with opened_tables(self.corpus, [_CATALOGUES, _ANCESTORS]) as connection:
            told = asked(connection, _CATALOGUES)
            ancestors = [(str(slug), str(value)) for slug, value in asked(connection, _ANCESTORS).rows]
        return [dict(zip(told.columns, row, strict=True)) for row in told.rows], ancestors


def _fill(index: sqlite3.Connection, catalogues: list[dict[str, object]], ancestors: Iterable[tuple[str, str]]) -> None:
    if not catalogues:
        return
    names = list(catalogues[0])
    marks = ", ".join(f":{name}" for name in names)
    index.executemany(f"INSERT INTO catalogue ({', '.join(names)}) VALUES ({marks})", catalogues)
    index.executemany(
        "INSERT INTO ancestor (catalogue, content_hash) SELECT id, ? FROM catalogue WHERE key = ?",
        [(value, slug) for slug, value in ancestors],
    )
