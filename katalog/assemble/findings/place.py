"""What findings of the catalogue are about, and how their messages name it."""

from __future__ import annotations

from bahasa.block_kinds import about_kind, block_named
from bahasa.temuan import About, about_text
from katalog.text import value_of
from schemas.catalogue import IndicatorBlock
from schemas.decree import Text


def about_block(block: IndicatorBlock, field: str, text: Text | None = None, shown: int | None = None) -> About:
    """About a holder or a row of its table; of the print at most `shown` characters."""
    return about_text(text, field, block.kind, block.order, shown)


def name_of(block: IndicatorBlock) -> str:
    """How a message names the holder: `IKI 12 (Pengelola Sarana dan Prasarana)`, `IKU 1` for the agency's own."""
    place = block_named(block.kind, block.order, " ")
    own = block.unit.basis == "instansi" and about_kind(block.kind).agency
    return place if own else f"{place} ({value_of(block.jabatan)})"


def quoted(text: Text, length: int = 90) -> str:
    """The normalized text in quotation marks, cut at a word."""
    value = value_of(text)
    if len(value) > length:
        value = value[:length].rsplit(" ", 1)[0] + " …"
    return f"“{value}”"
