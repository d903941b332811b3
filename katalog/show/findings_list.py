"""The findings of a catalogue as lines for people: the gravest first, of what OCR read the least sure first, then what
can be done about each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bahasa.temuan import Lang, message_in, remedy_in, row_of_field
from katalog.show.column_findings import columns_together
from katalog.show.label import located, rows_named
from katalog.show.trust import trust_in
from normalize.koreksi.answers import path_of_finding
from schemas.base import Finding, Severity
from schemas.catalogue import Catalogue

#: The severities in their order, and the words around them.
_LEVELS: Mapping[Lang, Mapping[Severity, str]] = {
    "id": {"error": "BERAT", "warning": "PERIKSA", "info": "CATATAN"},
    "en": {"error": "ERROR", "warning": "WARNING", "info": "NOTE"},
}
#: What is ranked by how sure the texts are.
_RANKED = "ocr-ragu"
_REMEDIES: Mapping[Lang, str] = {"id": "Yang dapat dilakukan:", "en": "What can be done:"}
_COUNT: Mapping[Lang, str] = {"id": "temuan", "en": "findings"}
_ANSWERED: Mapping[Lang, str] = {"id": "sudah dijawab orang", "en": "answered by a person"}


def findings_list(findings: Sequence[Finding], catalogue: Catalogue, lang: Lang = "id") -> Iterator[str]:
    """A line a finding (`PERIKSA  target-kosong  IKI 3 (Analis), baris 2, hlm. 4: ...`), one for the cells of a column
    of which the same is said (`baris 2–11`), or for those of several tables, a line a kind with its remedy, and the
    counts. Those that a person answered are only counted."""
    levels = _LEVELS[lang]
    answered = sum(1 for one in findings if one.answered)
    findings = [one for one in findings if not one.answered]
    listed = [(word, group) for level, word in levels.items() for group in _groups(_ranked(findings, catalogue, level))]
    for word, group in listed:
        one = group[0].first
        yield f"{word:8} {one.code:22} {_where(group, catalogue, lang)}: {message_in(one, lang)}"
    yield from _remedies(dict.fromkeys(group[0].first.code for _, group in listed), lang)
    counts = (f"{sum(f.severity == level for f in findings)} {word.lower()}" for level, word in levels.items())
    more = f"; {answered} {_ANSWERED[lang]}" if answered else ""
    yield f"{catalogue.source.slug}: {len(findings)} {_COUNT[lang]} ({', '.join(counts)}){more}"


def _ranked(findings: Sequence[Finding], catalogue: Catalogue, level: Severity) -> list[Finding]:
    """Those of a severity: in the order of the decree, but where those of OCR stand the least sure text first. Each of
    them is a doubt of its own size; one decree that was scanned badly has hundreds."""
    found = [one for one in findings if one.severity == level]
    ranked = [one for one in found if one.code == _RANKED]
    if len(ranked) > 1:
        trust = trust_in(catalogue)
        ranked.sort(key=lambda one: trust.get(path_of_finding(one), 1.0))
    taken = iter(ranked)
    return [next(taken) if one.code == _RANKED else one for one in found]


class _Said(NamedTuple):
    """The first of the findings that say the same of rows of one column, and these rows; none for one about no row."""

    first: Finding
    rows: tuple[int, ...]


def _groups(findings: Sequence[Finding]) -> list[list[_Said]]:
    """The findings, those together that say the same: of a column in several tables, of rows that follow each other."""
    groups: list[list[_Said]] = []
    columns: dict[tuple[str, ...], list[_Said]] = {}
    for one, rows in columns_together(findings):
        key = (one.code, one.message, *one.field.split("/")[2:])
        if rows and key in columns:
            columns[key].append(_Said(one, rows))
        elif not rows and groups and _goes_on(groups[-1][-1], one):
            last = groups[-1][-1]
            groups[-1][-1] = last._replace(rows=(*last.rows, last.rows[-1] + 1))
        else:
            row = row_of_field(one.field)
            groups.append([_Said(one, rows or ((row,) if row is not None else ()))])
            if rows:
                columns[key] = groups[-1]
    return groups


def _goes_on(last: _Said, one: Finding) -> bool:
    """Is a finding about the row below the last one that the same was said of?"""
    above = last.first
    same = (above.code, above.message, above.kind, above.order) == (one.code, one.message, one.kind, one.order)
    below = bool(last.rows) and row_of_field(one.field) == last.rows[-1] + 1
    return same and below and above.field.split("/")[2:] == one.field.split("/")[2:]


def _where(group: Sequence[_Said], catalogue: Catalogue, lang: Lang) -> str:
    """Where the first of a group stands; of further tables only which, and the rows."""
    first, *more = group
    places = [located(first.first, catalogue, lang, first.rows), *(rows_named(*one, lang) for one in more)]
    return "; ".join(places)


def _remedies(codes: Mapping[str, None], lang: Lang) -> Iterator[str]:
    said = [(code, remedy_in(code, lang)) for code in codes]
    if any(remedy for _, remedy in said):
        yield f"\n{_REMEDIES[lang]}"
        yield from (f"  {code:22} {remedy}" for code, remedy in said if remedy)
        yield ""
