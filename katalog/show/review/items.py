"""What a person is asked about a catalogue: doubts of reading, the most doubtful first; proposals of the speller, one a
word; and what the decree itself contradicts or leaves open.

How doubtful a reading is, is counted from the numbers that the catalogue has: how sure the characters, the borders and
the column's role are, times what a finding about it leaves of our trust. Independent witnesses, so they are multiplied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, Literal

from bahasa.temuan import Lang, doubts_reading, message_in, row_of_field
from katalog.show.column_findings import OF_A_COLUMN
from katalog.show.label import located, path_named
from katalog.show.proposals import PROPOSAL_CODES, undecided
from katalog.show.trust import trust_in
from normalize.koreksi.answers import WHOLE, path_of_finding
from schemas.base import Edit, Finding, Place, Severity
from schemas.catalogue import Catalogue

ItemGroup = Literal["usang", "bacaan", "ejaan", "keputusan"]
#: What a finding leaves of the trust in a reading. An error says that something is lost; of what is for a person's
#: information hardly anything is wrong.
_LEFT: Mapping[Severity, float] = {"error": 0.05, "warning": 0.5, "info": 0.9}
#: Findings about the file of the catalogue are no question about its decree; a decision that fits nothing any more is
#: asked as such.
_ELSEWHERE = ("isi-berubah", "id-ganda", "koreksi-usang")


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Something to decide.

    `paths` are the fields that it is about: one, but for a word that is proposed in several, or the empty cells of one
    column. `where` says it for people, `said` has (severity, code, message) of each finding, `doubt` runs from 0 to 1.
    `printed` is what all its findings show, as long as it is whole. `before` and `after` are the words of a proposal,
    `evidence` says why. `answered`: a person had decided it when the catalogue was built. `stale` is a decision that
    fits nothing any more, as its entry in koreksi.toml.
    """

    group: ItemGroup
    paths: tuple[str, ...]
    where: str
    said: tuple[tuple[Severity, str, str], ...] = ()
    places: tuple[Place, ...] = ()
    doubt: float = 0.0
    printed: str = ""
    before: str = ""
    after: str = ""
    evidence: str = ""
    rule: str = ""
    answered: bool = False
    stale: Mapping[str, Any] = field(default_factory=dict)


def review_items(catalogue: Catalogue, lang: Lang = "id") -> list[ReviewItem]:
    """All of them, in the order in which a person should see them."""
    trust = trust_in(catalogue)
    found = [f for f in catalogue.findings if f.code not in (*PROPOSAL_CODES, *_ELSEWHERE)]
    reading = _by_field([f for f in found if doubts_reading(f.code)], catalogue, lang)
    doubted = [replace(item, doubt=_doubt(item, trust)) for item in _empty_together(reading)]
    doubted.sort(key=lambda item: -item.doubt)
    about_decree = _by_field([f for f in found if not doubts_reading(f.code)], catalogue, lang)
    return [
        *_stale(catalogue),
        *doubted,
        *_words(catalogue, lang),
        *(replace(one, group="keputusan") for one in about_decree),
    ]


def _stale(catalogue: Catalogue) -> list[ReviewItem]:
    """Decisions that fit nothing any more, each beside the likeliest words of today."""
    return [
        ReviewItem(
            group="usang",
            paths=(record.nearest_place,) if record.nearest_place else (),
            where=path_named(str(record.decision.get("tempat", ""))),
            said=(("warning", "koreksi-usang", record.reason),),
            doubt=1.0,
            stale=record.decision,
        )
        for record in catalogue.koreksi
        if record.status == "stale"
    ]


def _by_field(findings: Iterable[Finding], catalogue: Catalogue, lang: Lang) -> list[ReviewItem]:
    """One item a field, in the order of the decree; findings about no field are one each."""
    by_path: dict[object, list[Finding]] = defaultdict(list)
    for at, one in enumerate(findings):
        by_path[path_of_finding(one) or at].append(one)
    return [_item(found, catalogue, lang) for found in by_path.values()]


def _item(found: Sequence[Finding], catalogue: Catalogue, lang: Lang) -> ReviewItem:
    first, path = found[0], path_of_finding(found[0])
    said = tuple((one.severity, one.code, message_in(one, lang)) for one in found)
    places = next((one.places for one in found if one.places), ())
    answered = all(one.answered for one in found)
    where = located(first, catalogue, lang)
    shown = {one.as_printed for one in found}
    printed = first.as_printed if len(shown) == 1 and not first.as_printed.endswith("…") else ""
    return ReviewItem("bacaan", (path or WHOLE,), where, said, places, printed=printed, answered=answered)


def _empty_together(items: Sequence[ReviewItem]) -> Iterator[ReviewItem]:
    """Cells of a column that follow each other, of which the same is said, are one item where one look tells of all of
    them: they are empty, or the doubt is about their column."""
    for _, same in groupby(enumerate(items), key=_alike):
        together = [item for _, item in same]
        paths = tuple(path for item in together for path in item.paths)
        yield replace(together[0], paths=paths)


def _alike(counted: tuple[int, ReviewItem]) -> tuple[object, ...]:
    at, item = counted
    steps = item.paths[0].split("/")
    row = row_of_field("/".join(steps[2:])) if len(steps) > 2 else None
    of_column = all(code in OF_A_COLUMN for _, code, _ in item.said)
    if row is None or (item.places and not of_column):
        return (at,)
    return (steps[:2], steps[4:], item.said, row - at)


def _doubt(item: ReviewItem, trust: Mapping[str, float]) -> float:
    left = 1.0
    for severity, _, _ in item.said:
        left *= _LEFT[severity]
    return round(1 - left * min((trust.get(path, 1.0) for path in item.paths), default=1.0), 4)


def _words(catalogue: Catalogue, lang: Lang) -> list[ReviewItem]:
    """The proposals, one a word with what it should become; those that stand most often first."""
    findings = {path_of_finding(f): f for f in catalogue.findings if f.code in PROPOSAL_CODES}
    by_word: dict[tuple[str, str], list[Edit]] = defaultdict(list)
    for proposal in undecided(catalogue):
        by_word[proposal.before, proposal.after].append(proposal)
    made = [_word(same, findings, catalogue, lang) for same in by_word.values()]
    return sorted(made, key=lambda item: -len(item.paths))


def _word(same: Sequence[Edit], findings: Mapping[str, Finding], catalogue: Catalogue, lang: Lang) -> ReviewItem:
    first = same[0]
    finding = findings.get(first.place)
    return ReviewItem(
        group="ejaan",
        paths=tuple(one.place for one in same),
        where=located(finding, catalogue, lang) if finding else "",
        said=((finding.severity, finding.code, message_in(finding, lang)),) if finding else (),
        places=finding.places if finding else (),
        doubt=round(1 - first.certainty, 4),
        before=first.before,
        after=first.after,
        evidence=first.evidence,
        rule=first.rule,
    )
