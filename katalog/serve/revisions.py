"""Which catalogues of a folder are revisions of one decree, in their order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

#: The longest chain that is told: the nearest ones to the catalogue asked for.
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Chain:
    """Rows of the index, the oldest first. `carried`: the order is that in which ids were carried over; else these are
    decrees of one agency with the same kinds of tables, by their dates."""

    rows: tuple[sqlite3.Row, ...]
    carried: bool

    def place(self, key: str) -> int:
        """The 0-based position of a catalogue."""
        return next(at for at, row in enumerate(self.rows) if row["key"] == key)


def chain_of(index: sqlite3.Connection, row: sqlite3.Row) -> Chain:
    """The revisions of a catalogue, itself among them."""
    carried = index.execute(
        "SELECT c.*, (SELECT count(*) FROM ancestor a WHERE a.catalogue = c.id) AS depth FROM catalogue c "
        "WHERE c.id = :id OR c.id IN (SELECT id FROM known JOIN ancestor USING (content_hash) WHERE catalogue = :id) "
        "OR c.id IN (SELECT catalogue FROM ancestor JOIN known USING (content_hash) WHERE known.id = :id) "
        "ORDER BY depth, c.tanggal, c.key",
        dict(row),
    ).fetchall()
    listed = _once(carried, row)
    if len(listed) > 1 or not row["instansi"]:
        return Chain(_near(listed, row), True)
    related = index.execute(
        "SELECT * FROM catalogue WHERE instansi = :instansi COLLATE NOCASE AND kinds = :kinds "
        "AND coalesce(tanggal, tahun) IS NOT NULL ORDER BY coalesce(tanggal, tahun), key",
        dict(row),
    ).fetchall()
    if row["key"] not in {one["key"] for one in related}:
        return Chain((row,), False)
    return Chain(_near(_once(related, row), row), False)


def _once(rows: Iterable[sqlite3.Row], own: sqlite3.Row) -> list[sqlite3.Row]:
    """Of files with the same content one, our own before others."""
    found: dict[str, sqlite3.Row] = {}
    for one in rows:
        if one["content_hash"] not in found or one["id"] == own["id"]:
            found[one["content_hash"]] = one
    return list(found.values())


def _near(rows: list[sqlite3.Row], own: sqlite3.Row) -> tuple[sqlite3.Row, ...]:
    at = next(number for number, one in enumerate(rows) if one["id"] == own["id"])
    first = max(0, min(at - _LONGEST // 2, len(rows) - _LONGEST))
    return tuple(rows[first : first + _LONGEST])


def previous_of(index: sqlite3.Connection, row: sqlite3.Row) -> tuple[bool, sqlite3.Row | None]:
    """Whether ids of a catalogue were carried over from an earlier revision, and that revision, None where no file of
    the folder is it any more."""
    hashes = [
        one["content_hash"]
        for one in index.execute("SELECT content_hash FROM ancestor WHERE catalogue = ? ORDER BY rowid", (row["id"],))
    ]
    if not hashes:
        return False, None
    found: sqlite3.Row | None = index.execute(
        "SELECT * FROM catalogue c WHERE id IN (SELECT id FROM known WHERE content_hash = ?) AND id != ? "
        "ORDER BY (SELECT count(*) FROM ancestor a WHERE a.catalogue = c.id) = ? DESC",
        (hashes[-1], row["id"], len(hashes) - 1),
    ).fetchone()
    return True, found
