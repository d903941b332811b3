"""Cells that were read with doubt: their characters, or where they begin and end.

Each doubt has its own number in the text and its own finding; both are raised here and nowhere else, whatever the
medium.
"""

from __future__ import annotations

from collections.abc import Iterator

from katalog.assemble.findings.place import about_block, quoted
from schemas.base import ROLES, Finding, Role
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow
from schemas.decree import Text

#: Below this the characters of a cell, and its borders, want a look.
CHARACTERS, BORDERS = 0.8, 0.9
#: So much of a cell's print is shown.
_SHOWN = 200


def check_doubts(catalogue: Catalogue) -> list[Finding]:
    """Findings for the cells of all tables, row by row."""
    return [finding for block in catalogue.blocks for row in block.rows for finding in _row(block, row)]


def _row(block: IndicatorBlock, row: IndicatorRow) -> Iterator[Finding]:
    own = [(role, row.cells[role].text) for role in ROLES if role in row.cells and row.cells[role].span == "own"]
    for role, text in own:
        if text.character_confidence < CHARACTERS:
            yield _characters(block, f"rows/{row.row}/{role}", text)
        if round(text.border_confidence, 4) < BORDERS:
            yield _borders(block, row, role, text)


def _characters(block: IndicatorBlock, field: str, text: Text) -> Finding:
    sure = f"{text.character_confidence:.0%}"
    message = f"Sel ini dibaca dengan OCR dan keyakinannya hanya {sure}; periksa halamannya."
    shown = text.model_copy(update={"as_printed": text.as_printed[:_SHOWN]})
    return about_block(block, "ocr-ragu", "warning", message, field, shown)


def _borders(block: IndicatorBlock, row: IndicatorRow, role: Role, text: Text) -> Finding:
    sure = f"{text.border_confidence:.2f}".replace(".", ",")
    message = f"Batas sel {role.replace('_', ' ')} {quoted(text, 60)} tidak pasti (keyakinan {sure})."
    return about_block(block, "keyakinan-rendah", "warning", message, f"rows/{row.row}/{role}", text)
