"""What a table is called right above it, which is no part of a block's head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.headings import heading_letters
from extract.decree.section import Section
from extract.table.flow import FlowRow
from extract.table.sheet import DrawnTable

_TABLE_NUMBER = re.compile(r"\s*(?i:tabel)\s+\d{1,3}\b.{0,60}$")


def is_bare_caption(rows: Sequence[FlowRow], at: int, text: str) -> bool:
    """`Daftar Indikator :`, `Tabel 1` right above a table as drawn: what the table is called, no item of a list."""
    if at + 1 >= len(rows) or not isinstance(rows[at + 1], DrawnTable):
        return False
    return text.rstrip().endswith(":") or _TABLE_NUMBER.match(text) is not None


def same_office(printed: str, holder: Section | None) -> bool:
    """Whether a title names the holder of the open block again, be it with more words or fewer."""
    if holder is None:
        return False
    names = [heading_letters(printed), heading_letters("".join(piece.text for piece in holder.pieces))]
    return min(names, key=len) in max(names, key=len)
