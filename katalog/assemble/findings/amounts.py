"""Money of programs that is printed and can't be read."""

from __future__ import annotations

from bahasa.temuan import finding, shorten
from katalog.assemble.findings.place import about_block
from katalog.text import value_of
from schemas.base import Finding
from schemas.catalogue import Catalogue


def check_amounts(catalogue: Catalogue) -> list[Finding]:
    """A finding for each amount that is no number; a cell with nothing but a dash has none."""
    found: list[Finding] = []
    for block in catalogue.blocks:
        for row in block.program:
            text = block.others[row.row - 1][row.columns["anggaran"]].text
            if row.anggaran is None and any(map(str.isalnum, value_of(text))):
                about = about_block(block, f"others/{row.row}", text)
                found.append(finding("anggaran-tak-terbaca", about, teks=shorten(text.as_printed)))
    return found
