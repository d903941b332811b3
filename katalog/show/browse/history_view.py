"""What became of a decree in its revisions, for a page: changes by kind between two, the life of a jabatan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from katalog.compare.diff.life import Life, RevisionHistory
from katalog.compare.kinds import KINDS, Event
from katalog.show.browse.jabatan_view import target_line
from katalog.show.browse.words import PageWords
from katalog.show.report.words import Terms
from schemas.catalogue import Catalogue
from schemas.decree import Target
from schemas.diff import ChangeKind, Summary


@dataclass(frozen=True, slots=True)
class EventShown:
    """What became of a thing in a revision; `details` are the column, the old and the new text."""

    event: Event
    label: str
    details: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class LifeShown:
    """The life of a jabatan or indikator, one event a revision; `chart` has its targets where they are several."""

    name: str
    jabatan: bool
    events: tuple[EventShown, ...]
    chart: Markup | None


@dataclass(frozen=True, slots=True)
class ToldRevisions:
    """The history of some catalogues, the oldest first; `targets` of each row by its id, one mapping a revision."""

    history: RevisionHistory
    labels: tuple[str, ...]
    targets: tuple[Mapping[str, Target], ...]


def targets_in(catalogue: Catalogue) -> dict[str, Target]:
    """The target of each row that has one, by the id of the row."""
    rows = (row for block in catalogue.blocks for row in block.rows)
    return {row.id: row.target for row in rows if row.target is not None}


def lives_of(told: ToldRevisions, block_id: str, at: int, words: PageWords) -> list[LifeShown]:
    """The lives of the jabatan that has this id in the revision `at` (0-based), and of its indikator."""
    lives = told.history.lives
    own = next((one for one in lives if one.object == "jabatan" and one.ids[at] == block_id), None)
    if own is None:
        return []
    held = [one for one in lives if one.object != "jabatan" and _under(one, own)]
    return [life_shown(one, told, words) for one in (own, *held)]


def _under(life: Life, jabatan: Life) -> bool:
    """Whether it ever stood below the jabatan."""
    return any(ours and ours == theirs for ours, theirs in zip(life.holders, jabatan.ids, strict=True))


def life_shown(life: Life, told: ToldRevisions, words: PageWords) -> LifeShown:
    """A life in words."""
    terms = Terms(words.lang)
    events = tuple(
        EventShown(event, words.event(event), tuple((terms.field(f) if f else "", old, new) for f, old, new in details))
        for event, details in zip(life.events, life.details, strict=True)
    )
    targets = [
        (label, of.get(identity))
        for label, of, identity in zip(told.labels, told.targets, life.ids, strict=True)
        if identity
    ]
    chart = target_line(targets, words.label("targets_by_revision"), words)
    return LifeShown(life.text, life.object == "jabatan", events, chart)


def changed_jabatan(told: ToldRevisions, words: PageWords) -> list[LifeShown]:
    """The jabatan of which something happened in any revision."""
    quiet = {"present", "kept", "absent"}
    lives = (one for one in told.history.lives if one.object == "jabatan")
    return [life_shown(one, told, words) for one in lives if not quiet.issuperset(one.events)]


def kinds_counted(summary: Summary, lang: str) -> list[tuple[ChangeKind, str, int]]:
    """Changes by kind, those that there are: kind, its name, how many."""
    return [(kind, entry.said(lang), summary.kinds[kind]) for kind, entry in KINDS.items() if summary.kinds.get(kind)]


def revision_labels(catalogues: Sequence[Catalogue]) -> tuple[str, ...]:
    """What revisions are called in a line: their year, where each has another one, else their slugs."""
    years = [str(one.decree.tahun or "") for one in catalogues]
    return tuple(years) if all(years) and len(set(years)) == len(years) else tuple(c.source.slug for c in catalogues)
