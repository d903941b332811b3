"""What a document tells whoever reads one of its tables as text.

Input: its lines, the drafts of its blocks. Output: names of units that it defines, words that stand side
by side in its running text, and all its words; and with them the region of a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.decree.blocks import BlockDraft, named_holder
from extract.decree.running import running_pairs
from extract.decree.section import Section
from extract.decree.units import named_units
from extract.table.region import TableRegion
from extract.table.told import DocumentWords, Pairs, document_words
from schemas.layout import Line


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """The fields are those of TableRegion."""

    units: tuple[str, ...] = ()
    pairs: Pairs = frozenset()
    words: DocumentWords = field(default_factory=DocumentWords)

    def region(self, section: Section) -> TableRegion:
        """The region of a table that is read as text."""
        headings = section.table.headings if section.table is not None else ()
        return TableRegion(section.body, headings, section.seams, self.units, self.pairs, self.words)


def context_of(lines: Sequence[Line], drafts: Sequence[BlockDraft]) -> DocumentContext:
    """The context of all tables of a document."""
    units = named_units(map(named_holder, drafts), lines)
    return DocumentContext(units, running_pairs(lines, drafts), document_words(lines))
