"""The sources of the catalogues, looked for in the folder (and others that were named) by their bytes; and the files of
decisions beside them."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from katalog.decisions import NAME, beside
from katalog.errors import KatalogError
from katalog.serve.shelf import Shelf, file_state
from katalog.store.origin import digest_of, source_beside

#: What sources are called; others are not read to see whether they are one.
_SUFFIXES = frozenset({".pdf", ".docx", ".txt", ".png", ".jpg", ".jpeg", ".tif", ".tiff"})


def origin_of(shelf: Shelf, row: sqlite3.Row, folders: Sequence[Path]) -> Path | None:
    """The source of a catalogue, None where no file has its bytes. Files of its name are tried first; digests are kept
    in the index."""
    at_hand = source_beside(shelf.path(row), row["file"], row["sha256"], folders)
    if at_hand is not None:
        return at_hand
    found = sorted(_sources(folders), key=lambda path: path.name != row["file"])
    return next((path for path in found if _digest(shelf, path) == row["sha256"]), None)


def _sources(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for place, names, listed in os.walk(folder):
            names[:] = sorted(name for name in names if not name.startswith("."))
            yield from (Path(place, name) for name in sorted(listed) if Path(name).suffix.lower() in _SUFFIXES)


def _digest(shelf: Shelf, path: Path) -> str:
    state, named = file_state(path), str(path)
    if state is None:
        return ""
    with shelf.opened() as index:
        kept = index.execute("SELECT sha256 FROM digest WHERE path = ? AND state = ?", (named, state)).fetchone()
    if kept is not None:
        return str(kept["sha256"])
    digest = digest_of(path)
    with shelf.opened() as index:
        index.execute("INSERT OR REPLACE INTO digest VALUES (?, ?, ?)", (named, state, digest))
    return digest


def decisions_beside(shelf: Shelf, row: sqlite3.Row, source: Path | None) -> Path:
    """The file of decisions about a catalogue: beside its source the one that holds for it now, else one of the
    source's own name; beside the catalogue where the source is not at hand. KatalogError where that would be within a
    corpus: a run of `katalog corpus build` looks for decisions beside the sources, and keeps no others."""
    if source is None and shelf.is_corpus:
        raise KatalogError(
            f"{row['file']}: Sumber keputusan ini tidak ditemukan, sehingga putusan tidak dapat disimpan.",
            "Jalankan katalog serve dengan --sources FOLDER, folder sumber korpus ini.",
        )
    at = source if source is not None else shelf.path(row)
    kept = beside(at)
    # koreksi.toml beside several sources would hold for all of them
    alone = kept is not None and (kept.name.casefold() != NAME or _only_source(at))
    return kept if kept is not None and alone else at.with_name(f"{at.stem}.{NAME}")


def _only_source(source: Path) -> bool:
    others = (path for path in source.parent.iterdir() if path.suffix.lower() in {*_SUFFIXES, source.suffix.lower()})
    return all(path == source for path in others)
