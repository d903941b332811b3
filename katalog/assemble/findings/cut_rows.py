"""Rows of a table that were cut in two: the lower half goes on with the texts of the upper one.

No line is drawn between the rows of some tables, and a row of several lines may be taken for two (`Tersedianya
laporan` / `penyimpanan dokumen`). The lower one has neither number nor target, and goes on in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from bahasa.roles import NO, TARGET, roles_where
from bahasa.temuan import finding
from katalog.assemble.findings.place import about_block
from schemas.base import Finding, Role
from schemas.catalogue import Catalogue, IndicatorRow

#: So many texts that go on are no chance.
_SEVERAL = 2
_SMALL, _ENDED = re.compile(r"[a-z]"), re.compile(r"[.;:]\s*$")


def check_cut_rows(catalogue: Catalogue) -> Iterator[Finding]:
    """Findings for both halves of such rows."""
    for block in catalogue.blocks:
        for above, row in pairwise(block.rows):
            if _goes_on(above, row):
                for half in (above, row):
                    about = about_block(block, f"rows/{half.row}")
                    yield finding("tata-letak-ragu", about, atas=above.row, bawah=row.row)


def _goes_on(above: IndicatorRow, row: IndicatorRow) -> bool:
    if _printed(row, NO) or _printed(row, TARGET) or any(one.cell.text.as_printed for one in row.targets):
        return False
    texts = [(_printed(above, role), said) for role in _prose() if (said := _printed(row, role))]
    open_ones = sum(bool(_SMALL.match(said)) and _is_open(upper) for upper, said in texts)
    return open_ones >= _SEVERAL and 2 * open_ones > len(texts)


@cache
def _prose() -> tuple[Role, ...]:
    return roles_where(lambda role: role.prose)


def _is_open(text: str) -> bool:
    """Does a text begin with a capital, and not end?"""
    return text[:1].isupper() and not _ENDED.search(text)


def _printed(row: IndicatorRow, role: Role) -> str:
    cell = row.cells.get(role)
    return cell.text.as_printed if cell is not None and cell.span == "own" else ""
