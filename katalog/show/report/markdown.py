"""The report as Markdown: tables that mail programs, wikis and git hosts show. Printed text can't act as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from katalog.show.report.view import COUNTS, Marked, Report, ReportLine

_SPECIAL = re.compile(r"([\\`*_\[\]|~#])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKS = {"deleted": "~~", "inserted": "**", "same": ""}


def report_markdown(report: Report) -> bytes:
    """The report's file."""
    return ("\n".join(_lines(report)) + "\n").encode("utf-8", errors="replace")


def escaped(text: str) -> str:
    """Printed text with nothing in it that Markdown or HTML would act upon."""
    safe = "".join(_ENTITIES.get(letter, letter) for letter in " ".join(text.split()))
    return _SPECIAL.sub(r"\\\1", safe)


def _lines(report: Report) -> Iterator[str]:
    labels = report.labels
    yield from (f"# {labels['title']}: {escaped(report.name)}", "", escaped(report.headline))
    for remark in report.remarks:
        yield from ("", escaped(remark))
    yield ""
    yield from _table(("", labels["old"], labels["new"]), report.identity)
    yield from ("", f"## {labels['totals']}", "")
    names = (labels["object"], *(labels[name] for name in COUNTS))
    yield from _table(names, ((label, *map(str, counts)) for label, counts in report.totals))
    for section in report.sections:
        yield from ("", f"## {escaped(section.title)}", "")
        if section.unit:
            yield from (escaped(section.unit), "")
        yield from _raw_table(
            (labels["number"], labels["old"], labels["new"], labels["change"]),
            (_row(line, labels) for line in section.lines),
        )


def _table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    return _raw_table(names, ([escaped(cell) for cell in row] for row in rows))


def _raw_table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    listed = list(names)
    yield f"| {' | '.join(listed)} |"
    yield f"|{'---|' * len(listed)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _row(line: ReportLine, labels: dict[str, str]) -> tuple[str, str, str, str]:
    about = f"*{escaped(line.about)}*<br>" if line.about else ""
    content = "".join(f"<br>{escaped(label)}: {escaped(text)}" for label, text in line.content)
    old = about + _side(line.old, line.old_page, labels) + (content if not line.new else "")
    new = about + _side(line.new, line.new_page, labels) + (content if line.new else "")
    kind = f"{line.kind_label} ({line.nature_label.lower()})<br>{escaped(line.part)}"
    extra = [escaped(text) for text in (line.target, line.note) if text]
    return str(line.number), old, new, "<br>".join([kind, *extra])


def _side(runs: tuple[Marked, ...], page: int | None, labels: dict[str, str]) -> str:
    if not runs:
        return "–"
    text = " ".join(f"{_MARKS[op]}{escaped(words)}{_MARKS[op]}" for op, words in runs)
    return f"{text} ({labels['page']} {page})" if page is not None else text
