"""What the addresses of the server share."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from katalog.serve.guard import Gate
from katalog.serve.origins import origin_of
from katalog.serve.pages import BrowsePages
from katalog.serve.rebuild import Workshop
from katalog.serve.saving import Ledger
from katalog.serve.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the addresses need: pages, the folders where sources are looked for, decisions, builds."""

    pages: BrowsePages
    folders: tuple[Path, ...]
    gate: Gate
    ledger: Ledger = field(default_factory=Ledger)
    workshop: Workshop = field(default_factory=Workshop)

    @property
    def shelf(self) -> Shelf:
        """The index."""
        return self.pages.shelf

    def source(self, row: sqlite3.Row) -> Path | None:
        """The source of a catalogue, where it is at hand."""
        return origin_of(self.shelf, row, self.folders)
