"""Findings (temuan) that need the whole catalogue, added to those of the stages before.

Every code is documented in docs/temuan.md. Severity `error` is kept for what makes the catalogue unsafe to use: text
that was lost or a table that could not be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bahasa.block_kinds import block_kinds
from katalog.assemble.findings.across import check_across
from katalog.assemble.findings.agreement import check_agreement
from katalog.assemble.findings.amounts import check_amounts
from katalog.assemble.findings.blank_runs import check_blank_runs
from katalog.assemble.findings.completeness import check_completeness
from katalog.assemble.findings.cut_rows import check_cut_rows
from katalog.assemble.findings.dates import check_dates
from katalog.assemble.findings.doubt import check_doubts
from katalog.assemble.findings.duplicates import check_copies
from katalog.assemble.findings.numbering import check_numbering
from katalog.assemble.findings.rests import check_rests
from katalog.assemble.findings.run_together import check_run_together
from katalog.assemble.findings.shape import check_shapes
from katalog.assemble.findings.sources import check_sources
from schemas.base import Finding, Kind, KoreksiRecord
from schemas.catalogue import Catalogue

_CHECKS = (
    check_numbering,
    check_dates,
    check_completeness,
    check_doubts,
    check_shapes,
    check_cut_rows,
    check_blank_runs,
    check_run_together,
    check_across,
    check_rests,
    check_copies,
    check_agreement,
    check_sources,
    check_amounts,
)


def collect(catalogue: Catalogue, earlier: Iterable[Finding]) -> tuple[Finding, ...]:
    """The earlier findings, then those of each check, in the order of the decree; none twice. Those that a
    person answered say so."""
    found = list(earlier)
    for check in _CHECKS:
        found += check(catalogue)
    once: dict[tuple[object, ...], Finding] = {}
    for f in found:
        once.setdefault((f.kind, f.order, f.field, f.code, f.message, f.as_printed, f.places), f)
    ordered = sorted(once.values(), key=_order)
    return tuple(_answered(ordered, catalogue.koreksi) if catalogue.koreksi else ordered)


def _answered(findings: Iterable[Finding], records: Sequence[KoreksiRecord]) -> Iterator[Finding]:
    # imported where somebody decided something: a build without decisions need not wait for it
    from normalize.koreksi.answers import answered

    return answered(findings, records)


def _order(finding: Finding) -> tuple[int, int]:
    places: list[Kind | None] = [*block_kinds(), None]
    return (0, 0) if finding.order is None else (1 + places.index(finding.kind), finding.order)
