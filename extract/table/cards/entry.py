"""A label with its value, and the cards that such entries make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from bahasa.entry_mark import own_mark
from extract.read.pdf.grid import text_in
from extract.read.row_numbers import ROW_NUMBER_ALONE
from extract.table.meaning.evidence import squashed
from schemas.layout import DrawnCell, Word

COLONS = ":："


class EntryPart(NamedTuple):
    """What one item of the flow (its position `at`; of a grid its band `band`) on a page gives to an entry."""

    at: int
    band: int
    page: int
    label: tuple[DrawnCell, ...]
    value: tuple[DrawnCell, ...]


def cell_of_words(words: Sequence[Word]) -> DrawnCell:
    """Words of a line (at least one) as a cell, the box around them."""
    x0, top = min(word.x0 for word in words), min(word.top for word in words)
    x1, bottom = max(word.x1 for word in words), max(word.bottom for word in words)
    return DrawnCell(0, 0, 0, 0, x0, top, x1, bottom, words=list(words))


@dataclass
class CardEntry:
    """A label, its number and colon with it, and its value, which may go on below itself and on the next page. Its key
    and text are asked for when it is whole, and kept: each card is held against all others."""

    parts: list[EntryPart]

    @property
    def name(self) -> str:
        """The label alone: `Formula` of `3. Formula`."""
        texts = [text_in(cell).strip(f" {COLONS};") for part in self.parts for cell in part.label]
        return own_mark(" ".join(text for text in texts if text and not ROW_NUMBER_ALONE.match(text)))[1]

    @cached_property
    def key(self) -> str:
        """What two prints of one label share."""
        return squashed(self.name)

    @cached_property
    def text(self) -> str:
        """The value's words."""
        return " ".join(filter(None, (text_in(cell) for part in self.parts for cell in part.value)))


@dataclass(slots=True)
class Card:
    """Entries below each other, no label twice."""

    entries: list[CardEntry] = field(default_factory=list)

    @property
    def keys(self) -> list[str]:
        """Its labels, top to bottom."""
        return [entry.key for entry in self.entries]

    def value_of(self, key: str) -> str:
        """The words beside a label; empty where the card does not print it."""
        return next((entry.text for entry in self.entries if entry.key == key), "")

    @property
    def pages(self) -> Iterator[tuple[int, list[tuple[CardEntry, list[EntryPart]]]]]:
        """Page by page, each of its entries with what stands there of it."""
        parts = [(entry, part) for entry in self.entries for part in entry.parts]
        for page, here in groupby(parts, key=lambda pair: pair[1].page):
            found: dict[int, tuple[CardEntry, list[EntryPart]]] = {}
            for entry, part in here:
                found.setdefault(id(entry), (entry, []))[1].append(part)
            yield page, list(found.values())


#: A stretch of entries of a flow that nothing interrupts.
Stretch = Sequence[CardEntry]
