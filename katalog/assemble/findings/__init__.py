"""Findings (temuan) that need the whole catalogue, added to those of the stages before.

Every code is documented in docs/temuan.md. Severity `error` is kept for what makes the catalogue unsafe to use: text
that was lost or a table that could not be read.
"""

from __future__ import annotations

from collections.abc import Iterable

from katalog.assemble.findings import agreement, completeness, dates, duplicates, numbering, sources
from schemas.base import Finding
from schemas.catalogue import Catalogue

_CHECKS = (
    numbering.check,
    dates.check,
    completeness.check,
    duplicates.check,
    agreement.check,
    sources.check,
)


def collect(catalogue: Catalogue, earlier: Iterable[Finding]) -> tuple[Finding, ...]:
    """The earlier findings, then those of each check, in the order of the decree; none twice."""
    found = list(earlier)
    for check in _CHECKS:
        found += check(catalogue)
    once: dict[Finding, None] = dict.fromkeys(found)
    return tuple(sorted(once, key=_order))


def _order(finding: Finding) -> tuple[int, int]:
    kinds = {None: 0, "IKU": 1, "IKI": 2, "PK": 3}
    return kinds[finding.kind], finding.order or 0
