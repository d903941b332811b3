"""Tables of anything but indicators -> the decree's `tables`, with the block that each stands under.

Input: the sections of a document, the drafts of its blocks, and these blocks made. Output: the tables in printed order,
and a finding for each, so that nobody overlooks what was not read as indicators.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.headings import role_of_heading
from bahasa.roles import about_role
from bahasa.temuan import About, finding
from extract.decree.blocks import BlockDraft
from extract.decree.section import Sections
from schemas.base import Finding
from schemas.decree import Block, KeptTable

#: So much of the headings is shown.
_SHOWN = 200


def kept_tables(found: Sections, drafts: Sequence[BlockDraft], blocks: Sequence[Block]) -> tuple[KeptTable, ...]:
    """The tables; `blocks` are those of the drafts, one each. A table stands under the last block that begins above
    it."""
    tables: list[KeptTable] = []
    for at, other in found.kept:
        above = [block for draft, block in zip(drafts, blocks, strict=True) if _begins(draft) <= at]
        named = {"kind": above[-1].kind, "order": above[-1].order} if above else {}
        tables.append(other.table.model_copy(update=named))
    return tuple(tables)


def _begins(draft: BlockDraft) -> int:
    return min(section.start for section in (*draft.head, draft.table) if section is not None)


def findings_of(tables: Sequence[KeptTable], blocks: Sequence[Block]) -> list[Finding]:
    """A finding that points at each table; one that has the columns which the table of its block lacks, in as many
    rows, is likely the other half of it."""
    said: list[Finding] = []
    for number, table in enumerate(tables, start=1):
        about = _about(number, table)
        said.append(finding("tabel-lain", about))
        block = next((b for b in blocks if (b.kind, b.order) == (table.kind, table.order)), None)
        if block is not None and _is_half(table, block):
            said.append(finding("tabel-terbelah", about._replace(kind=block.kind, order=block.order)))
    return said


def _is_half(table: KeptTable, block: Block) -> bool:
    own = {role for heading in table.headings if (role := role_of_heading(heading.as_printed)) is not None}
    there = {heading.role for heading in block.headings}
    rows = max((cell.row for cell in table.cells), default=0)
    return any(about_role(role).telling for role in own - there) and not own & there and rows == len(block.rows)


def _about(number: int, table: KeptTable) -> About:
    headings = " | ".join(heading.as_printed for heading in table.headings)
    return About(field=f"tables/{number}", as_printed=headings[:_SHOWN], places=table.places)
