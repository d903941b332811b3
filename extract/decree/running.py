"""Lines outside the tables -> words that stand side by side in the document's running text.

Input: all lines and the sections that are bodies of tables. Output: pairs of neighbouring words, lower case and without
punctuation around them. They tell the tables' reader which words belong together.
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.decree.blocks import BlockDraft
from extract.table.linear.evidence import pairs_of
from schemas.layout import Line


def running_pairs(lines: Iterable[Line], drafts: Iterable[BlockDraft]) -> frozenset[tuple[str, str]]:
    """The pairs of the lines that no table of these drafts holds."""
    tables = {line.number for draft in drafts if draft.table is not None for line in draft.table.body}
    return pairs_of(line.text for line in lines if line.number not in tables)
