"""The history of a chain of revisions, worked out when it is asked for and kept for the next page."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from katalog.compare.diff.life import history_of
from katalog.front import diff
from katalog.serve.shelf import Shelf, kept_catalogue
from katalog.show.browse.history_view import ToldRevisions, revision_labels, targets_in
from schemas.diff import Summary

#: A catalogue's file and what tells that it has changed.
Version = tuple[Path, str]


def versions_of(shelf: Shelf, rows: Sequence[sqlite3.Row]) -> tuple[Version, ...]:
    """The files of these rows of the index."""
    return tuple((shelf.path(row), row["state"]) for row in rows)


@lru_cache(maxsize=4)
def told_revisions(versions: tuple[Version, ...]) -> ToldRevisions:
    """The history of two or more catalogues, the oldest first."""
    catalogues = [kept_catalogue(*version) for version in versions]
    return ToldRevisions(history_of(catalogues), revision_labels(catalogues), tuple(map(targets_in, catalogues)))


@lru_cache(maxsize=64)
def summary_between(old: Version, new: Version) -> Summary:
    """What changed between two catalogues, counted."""
    return diff(kept_catalogue(*old), kept_catalogue(*new)).summary
