"""Findings as a page lists them: how grave, what is said, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bahasa.temuan import message_in, remedy_in, row_of_field
from katalog.show.browse.words import PageWords
from katalog.show.column_findings import columns_together
from katalog.show.label import located
from schemas.base import Finding, Severity
from schemas.catalogue import Catalogue

#: The gravest first.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class FindingShown:
    """A finding in words; `row` is the 1-based row that it is about, None where it is about none or several; `answered`
    is what a person decided about it."""

    code: str
    severity: Severity
    severity_label: str
    message: str
    remedy: str
    where: str
    row: int | None
    answered: str


def findings_shown(findings: Iterable[Finding], catalogue: Catalogue, words: PageWords) -> list[FindingShown]:
    """The gravest first, answered ones last, else in the order of the catalogue; what is said of a column once, with
    its rows. A code that the registry doesn't know (of another version) has the message that is kept, and no remedy."""
    shown = [_shown(finding, rows, catalogue, words) for finding, rows in columns_together(list(findings))]
    return sorted(shown, key=lambda one: (bool(one.answered), SEVERITIES.index(one.severity)))


def _shown(finding: Finding, rows: Sequence[int], catalogue: Catalogue, words: PageWords) -> FindingShown:
    try:
        message, remedy = message_in(finding, words.lang), remedy_in(finding.code, words.lang)
    except LookupError:
        message, remedy = finding.message, ""
    return FindingShown(
        finding.code,
        finding.severity,
        words.severity(finding.severity),
        message,
        remedy,
        located(finding, catalogue, words.lang, rows),
        row_of_field(finding.field) if len(rows) < 2 else None,
        finding.answered,
    )


def counted(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many there are of each severity that nobody has answered."""
    severities = [finding.severity for finding in findings if not finding.answered]
    return {one: severities.count(one) for one in SEVERITIES}
