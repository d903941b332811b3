"""The findings of a catalogue as lines for people: the gravest first, of what OCR read the least sure first, then what
can be done about each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bahasa.temuan import Lang, message_in, remedy_in, row_of_field
from katalog.show.label import located
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
    of which the same is said (`baris 2–11`), a line a kind with its remedy, and the counts. Those that a person
    answered are only counted."""
    levels = _LEVELS[lang]
    answered = sum(1 for one in findings if one.answered)
    findings = [one for one in findings if not one.answered]
    listed = [(word, one) for level, word in levels.items() for one in _ranked(findings, catalogue, level)]
    for (word, *_), same in groupby(enumerate(listed), key=_said):
        one, *others = (finding for _, (_, finding) in same)
        last = row_of_field(others[-1].field) if others else None
        yield f"{word:8} {one.code:22} {located(one, catalogue, lang, last)}: {message_in(one, lang)}"
    yield from _remedies(dict.fromkeys(one.code for _, one in listed), lang)
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


def _said(counted: tuple[int, tuple[str, Finding]]) -> tuple[object, ...]:
    """What findings at rows of one column that follow each other have in common; nothing else is like another."""
    at, (word, one) = counted
    row = row_of_field(one.field)
    place = (one.field.split("/")[2:], row - at) if row is not None else at
    return word, one.code, one.message, one.kind, one.order, place


def _remedies(codes: Mapping[str, None], lang: Lang) -> Iterator[str]:
    said = [(code, remedy_in(code, lang)) for code in codes]
    if any(remedy for _, remedy in said):
        yield f"\n{_REMEDIES[lang]}"
        yield from (f"  {code:22} {remedy}" for code, remedy in said if remedy)
        yield ""
