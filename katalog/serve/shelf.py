"""The catalogues of a folder, indexed: built once, then brought up to date by what files have changed.

The index is a SQLite file with full-text search in the user's cache folder; no catalogue stays in memory. A file is
known by its path, its time of change and its size. A request can only name the key of a catalogue in the index: no path
is ever made from an address.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from extract.source import slug
from katalog.errors import KatalogError
from katalog.front import read
from katalog.serve.passages import Passage, passages_of
from katalog.text import value_of
from schemas.catalogue import SCHEMA_VERSION, Catalogue

#: Raised when passages are made otherwise than before; other tables or another schema are noticed by themselves.
_PASSAGES = 2
#: Seconds within which the folder is not looked through again, and those that a page waits for files that are read: of
#: a folder that is being filled the rest is read with the next page.
_FRESH, _PATIENCE = 1.5, 3.0
#: Catalogues that are kept from one request to the next.
_OPEN = 6


@dataclass(slots=True)
class Shelf:
    """The index of `folder`, a SQLite file at `database`."""

    folder: Path
    database: Path
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _looked: float = 0.0

    @property
    def is_corpus(self) -> bool:
        """Whether its catalogues are those of a corpus, which `katalog corpus build` alone writes."""
        return False

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """A connection to the index, written if nothing went wrong."""
        self.database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with closing(sqlite3.connect(self.database, timeout=30)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA recursive_triggers = ON")
            with connection:
                yield connection

    def refresh(self, at_once: bool = False, each: Callable[[list[Path]], Iterable[Path]] = iter) -> None:
        """Bring the index up to date with the folder; those that are gone go, new and changed ones are read. `each`
        is given the files that are to be read, and gives them again (who shows progress counts them)."""
        with self._lock:
            if not at_once and time.monotonic() - self._looked < _FRESH:
                return
            with self.opened() as index:
                prepare_index(index)
                known = {row["path"]: row["state"] for row in index.execute("SELECT path, state FROM catalogue")}
                found = dict(_states(self.folder))
                for path in known.keys() - found.keys():
                    index.execute("DELETE FROM catalogue WHERE path = ?", (path,))
            changed = {self.folder / path: path for path, state in found.items() if known.get(path) != state}
            begun = time.monotonic()
            for file in each(list(changed)):
                if not at_once and time.monotonic() - begun > _PATIENCE:
                    return
                with self.opened() as index:
                    _put(index, self.folder, changed[file], found[changed[file]])
            self._looked = time.monotonic()

    def row(self, key: str) -> sqlite3.Row | None:
        """What the index has of the catalogue of this key."""
        with self.opened() as index:
            found: sqlite3.Row | None = index.execute(
                "SELECT * FROM catalogue WHERE key = ? AND problem IS NULL", (key,)
            ).fetchone()
        return found

    def catalogue(self, row: sqlite3.Row) -> Catalogue:
        """The catalogue of a row of the index; `Unusable` where its file is none any more."""
        return kept_catalogue(self.path(row), row["state"])

    def path(self, row: sqlite3.Row) -> Path:
        """Its file."""
        return self.folder / str(row["path"])


@lru_cache(maxsize=_OPEN)
def kept_catalogue(path: Path, state: str) -> Catalogue:
    """The catalogue at `path`, read again where its `state` is another one; the last few are kept."""
    return read(path)


def prepare_index(index: sqlite3.Connection) -> None:
    """The tables; those of another version of the index are made anew."""
    tables = files("katalog.serve").joinpath("shelf.sql").read_text(encoding="utf-8")
    version = int.from_bytes(hashlib.sha256(f"{_PASSAGES}\n{SCHEMA_VERSION}\n{tables}".encode()).digest()[:3])
    if index.execute("PRAGMA user_version").fetchone()[0] == version:
        return
    # of a virtual table the tables that it is kept in go with it
    for kind in ("trigger", "view", "table"):
        named = index.execute("SELECT name FROM sqlite_master WHERE type = ? AND name NOT GLOB 'words_*'", (kind,))
        for row in named.fetchall():
            index.execute(f'DROP {kind} "{row["name"]}"')
    index.executescript(tables)
    index.execute(f"PRAGMA user_version = {version}")


def _states(folder: Path) -> Iterator[tuple[str, str]]:
    """The JSON files below the folder, by their path from it, with what tells that they have changed. Links to other
    places are not followed."""
    for place, names, listed in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(listed):
            path = Path(place, name)
            if path.suffix.lower() != ".json" or name.startswith(".") or path.is_symlink():
                continue
            state = file_state(path)
            if state is not None:
                yield path.relative_to(folder).as_posix(), state


def file_state(path: Path) -> str | None:
    """What tells that a file has changed: its time of change and its size; None for one that can't be looked at."""
    try:
        about = path.stat()
    except OSError:
        return None
    return f"{about.st_mtime_ns} {about.st_size}"


def _key(path: str) -> str:
    """What a catalogue is called in addresses: its slug, with a digest where its path says more than that."""
    plain = slug(Path(path).stem)
    if path == f"{plain}.json":
        return plain
    return f"{plain[:60]}.{hashlib.sha256(path.encode('utf-8', 'surrogateescape')).hexdigest()[:10]}"


def _put(index: sqlite3.Connection, folder: Path, path: str, state: str) -> None:
    """A file anew: with all its passages, or with what is wrong with it."""
    kept = "SELECT content_hash, key FROM catalogue WHERE path = ? AND content_hash IS NOT NULL"
    index.execute(f"INSERT OR IGNORE INTO former {kept}", (path,))
    index.execute("DELETE FROM catalogue WHERE path = ?", (path,))
    head = {"key": _key(path), "path": path, "state": state}
    try:
        catalogue = read(folder / path)
    except KatalogError as error:
        _insert(index, "catalogue", {**head, "problem": error.cause.partition(": ")[2] or error.cause})
        return
    number = _insert(index, "catalogue", {**head, **_facts(catalogue)})
    for digest in catalogue.previous:
        _insert(index, "ancestor", {"catalogue": number, "content_hash": digest})
    for passage in passages_of(catalogue):
        _put_passage(index, number, catalogue, passage)


def _facts(catalogue: Catalogue) -> dict[str, object]:
    decree, source = catalogue.decree, catalogue.source
    severities = [finding.severity for finding in catalogue.findings if not finding.answered]
    return {
        "slug": source.slug, "file": source.file, "sha256": source.sha256, "content_hash": catalogue.content_hash,
        "jenis": decree.jenis, "nomor": decree.nomor, "tahun": decree.tahun, "tentang": decree.tentang,
        "instansi": decree.instansi, "tanggal": decree.ditetapkan.tanggal,
        "kinds": " ".join(sorted({block.kind or "" for block in catalogue.blocks})),
        "blocks": len(catalogue.blocks), "rows": sum(len(block.rows) for block in catalogue.blocks),
        "errors": severities.count("error"), "warnings": severities.count("warning"),
        "infos": severities.count("info"),
    }  # fmt: skip


def _put_passage(index: sqlite3.Connection, number: int, catalogue: Catalogue, passage: Passage) -> None:
    block = catalogue.blocks[passage.block] if passage.block is not None else None
    row = {
        "catalogue": number, "path": passage.path, "part": passage.part, "block": passage.block,
        "number": passage.number, "page": passage.page, "title": passage.title,
        "kind": block.kind if block else None, "unit": block.unit.nama if block else None,
        "jabatan": value_of(block.jabatan) if block else None,
    }  # fmt: skip
    at = _insert(index, "passage", row)
    _insert(index, "words", {"rowid": at, "text": passage.text})
    for code, severity in passage.findings:
        _insert(index, "remark", {"passage": at, "code": code, "severity": severity})


def _insert(index: sqlite3.Connection, table: str, values: dict[str, object]) -> int:
    """A row; the names are our own."""
    assert all(re.fullmatch(r"\w+", name) for name in (table, *values))
    marks = ", ".join("?" * len(values))
    done = index.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", [*map(_plain, values.values())])
    return done.lastrowid or 0


def _plain(value: object) -> object:
    """Text that SQLite can keep: half of a pair (U+D800) is none."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def index_at(folder: Path) -> Path:
    """Where the index of a folder is kept: `katalog/serve` in `$XDG_CACHE_HOME`, which is `~/.cache` as a rule."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    digest = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:24]
    return (Path(base) if base else Path.home() / ".cache") / "katalog" / "serve" / f"{digest}.sqlite"
