"""The diff as a report: for the terminal, as Markdown, HTML, workbook or data. A report computes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas.diff import CatalogueDiff

FORMATS = ("text", "json", "md", "html", "xlsx")
LANGUAGES = ("id", "en")


def render(diff: CatalogueDiff, kind: str, lang: str) -> bytes:
    """The report's file."""
    if kind == "json":
        from katalog.store.canonical import canonical_bytes

        return canonical_bytes(diff)
    from katalog.show.report.view import report_of

    report = report_of(diff, lang)
    if kind == "md":
        from katalog.show.report.markdown import markdown

        return markdown(report)
    if kind == "html":
        from katalog.show.report.html import page

        return page(report)
    if kind == "xlsx":
        from katalog.show.report.xlsx import workbook

        return workbook(report)
    from katalog.show.report.text import plain

    return plain(report)
