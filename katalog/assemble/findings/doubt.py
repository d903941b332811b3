"""Cells that were read with doubt: their characters, or where they begin and end.

Each doubt has its own number in the text, and its own finding with a threshold; they are raised here and nowhere else,
whatever the medium.
"""

from __future__ import annotations

from collections.abc import Iterator

from bahasa.roles import about_role
from bahasa.temuan import finding, threshold
from katalog.assemble.findings.place import about_block, quoted
from schemas.base import ROLES, Finding
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow

#: So much of a cell's print is shown.
_SHOWN = 200


def check_doubts(catalogue: Catalogue) -> list[Finding]:
    """Findings for the cells of all tables, row by row."""
    return [finding for block in catalogue.blocks for row in block.rows for finding in _row(block, row)]


def _row(block: IndicatorBlock, row: IndicatorRow) -> Iterator[Finding]:
    own = [(role, row.cells[role].text) for role in ROLES if role in row.cells and row.cells[role].span == "own"]
    for role, text in own:
        field = f"rows/{row.row}/{role}"
        if text.character_confidence < threshold("ocr-ragu"):
            sure = f"{text.character_confidence:.0%}"
            yield finding("ocr-ragu", about_block(block, field, text, _SHOWN), keyakinan=sure)
        if round(text.border_confidence, 4) < threshold("keyakinan-rendah"):
            sure = f"{text.border_confidence:.2f}".replace(".", ",")
            said = {"kolom": about_role(role).called, "teks": quoted(text, 60), "keyakinan": sure}
            yield finding("keyakinan-rendah", about_block(block, field, text), **said)
