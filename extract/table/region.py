"""The part of a text source that holds one indicator table, between its heading and what follows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.table.told import DocumentWords
from schemas.decree import Heading
from schemas.layout import Line


@dataclass(frozen=True, slots=True)
class TableRegion:
    """The lines of one table's body, blank ones included, without its heading.

    `headings` stand in printed order and give the order of the cells. `seams` holds the `number` of each line before
    which something of the page was taken out (a repeated heading, a page number): a page break for certain.
    `pairs` are words (lower case, bare) that stand side by side in the document's running text.
    `words` are all words of the document.
    `units` are names of organizational units that the document itself defines, for the sumber data column.
    """

    lines: tuple[Line, ...]
    headings: tuple[Heading, ...]
    seams: frozenset[int] = frozenset()
    units: tuple[str, ...] = ()
    pairs: frozenset[tuple[str, str]] = frozenset()
    words: DocumentWords = field(default_factory=DocumentWords)
