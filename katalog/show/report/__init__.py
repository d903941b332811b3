"""The diff as a report: for the terminal, as Markdown, HTML, workbook or data. A report computes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from katalog.show.formats import OutputFormat

if TYPE_CHECKING:
    from schemas.diff import CatalogueDiff


@dataclass(frozen=True, slots=True)
class ReportFormat(OutputFormat):
    """A format of the diff. The writer takes the report in a language, or, of `data`, the diff itself; of one
    that is `pictured` also the pages' pictures."""

    data: bool = False
    pictured: bool = False


#: The formats of `katalog diff`; the first is the default.
REPORT_FORMATS = (
    ReportFormat("text", "teks", (".txt",), "katalog.show.report.text:report_text", shown=True),
    ReportFormat("json", "JSON", (".json",), "katalog.store.canonical:canonical_bytes", data=True),
    ReportFormat("md", "Markdown", (".md",), "katalog.show.report.markdown:report_markdown", shown=True),
    ReportFormat("html", "HTML", (".html", ".htm"), "katalog.show.report.html:report_page", pictured=True),
    ReportFormat("xlsx", "XLSX", (".xlsx",), "katalog.show.report.xlsx:report_workbook", binary=True, printed=True),
)
#: The formats of `katalog log`; their writers take the history and the language.
LIFE_FORMATS = (
    OutputFormat("text", "teks", (".txt",), "katalog.show.report.life:history_text", shown=True),
    OutputFormat("csv", "CSV", (".csv",), "katalog.show.report.life:history_csv"),
)
#: The formats of `katalog corpus changes`; their writers take the changes, the names of the columns, and the language.
CHANGES_FORMATS = (
    OutputFormat("text", "teks", (".txt",), "katalog.show.report.yearly:changes_text", shown=True),
    OutputFormat("csv", "CSV", (".csv",), "katalog.show.report.yearly:changes_csv"),
    OutputFormat("json", "JSON", (".json",), "katalog.show.report.yearly:changes_json"),
)


def report_bytes(
    diff: CatalogueDiff, kind: str, lang: str, *printing: Any, sources: Sequence[Path | None] = ()
) -> bytes:
    """The report's file in the format of this name. `printing`: `PageLinks` and paper of one that is printed.
    `sources`: the files of both sides where the pages are to be shown, as far as they are at hand."""
    chosen = next(one for one in REPORT_FORMATS if one.name == kind)
    if chosen.data:
        return chosen.written(diff)
    from katalog.show.report.view import report_of

    report = report_of(diff, lang)
    if not (chosen.pictured and sources):
        return chosen.written(report, *(printing if chosen.printed else ()))
    from katalog.show.report.proof import proof_pages

    return chosen.written(report, proof_pages(report, sources))
