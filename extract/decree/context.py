"""What a document tells whoever reads one of its tables as text.

Input: its lines, the drafts of its blocks. Output: names of units that it defines, words that stand side
by side in its running text, and all its words; and with them the region of a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bahasa.roles import OTHERS
from extract.decree.blocks import BlockDraft, named_holder
from extract.decree.running import running_pairs
from extract.decree.section import Section
from extract.decree.units import named_units
from extract.table.context import DocumentContext, document_words
from extract.table.region import TableRegion
from schemas.layout import Line

#: Tables of one heading tell of each other where there are so many.
_SEVERAL = 2


def region_of(section: Section, context: DocumentContext) -> TableRegion:
    """The region of a section's table that is read as text."""
    headings = section.table.headings if section.table is not None else ()
    by_form = section.table is not None and section.table.by_form
    return TableRegion(section.body, headings, section.seams, context, by_form)


def _of_other_agency(section: Section) -> bool:
    """Whether a table has a heading told by its form, or a column without a role."""
    found = section.table
    return found is not None and (found.by_form or any(heading.role == OTHERS for heading in found.headings))


def context_of(lines: Sequence[Line], drafts: Sequence[BlockDraft]) -> DocumentContext:
    """The context of all tables of a document."""
    units = (tuple(name.split()) for name in named_units(map(named_holder, drafts), lines))
    context = DocumentContext(tuple(units), running_pairs(lines, drafts), document_words(lines))
    tables = [draft.table for draft in drafts if draft.table is not None and draft.table.drawn is None]
    formed = [table for table in tables if _of_other_agency(table)]
    if len(formed) < _SEVERAL:
        return context
    from extract.table.linear.together import layouts_of

    return replace(context, layouts=layouts_of([region_of(table, context) for table in formed]))
