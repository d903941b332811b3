"""The life of jabatan and indikator over several revisions: when each came, changed, moved and went.

Each revision is compared with the one before; what they call the same is one life. A thing that vanished and came
again is two lives, unless its id was carried over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from katalog.compare.diff.revision import diff_matched
from katalog.compare.kinds import KINDS, NATURES, OBJECTS, Event
from katalog.compare.match.matching import Matching, match_catalogues
from katalog.compare.match.thing import Thing
from katalog.compare.match.tree import tree_of
from schemas.catalogue import Catalogue
from schemas.diff import CatalogueDiff, Change


@dataclass(eq=False, slots=True)
class Life:
    """One jabatan or indikator.

    `events` has an entry a revision, `texts` what it was called there (empty where it was not), `details` what changed:
    (field, old, new), `ids` its id and `holders` that of its jabatan (empty where it was not). In the first revision
    all are `present`: since when is not known.
    """

    object: str
    id: str
    jabatan: str
    text: str
    events: list[Event] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    details: list[list[tuple[str, str, str]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    holders: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RevisionHistory:
    """All lives in the order of the newest decree, those that ended in between where they stood."""

    revisions: tuple[str, ...]
    lives: tuple[Life, ...]


def history_of(catalogues: Sequence[Catalogue]) -> RevisionHistory:
    """The history of two or more revisions, the oldest first."""
    found: list[Life] = []
    current: dict[str, Life] = {}
    for node in _followed(tree_of(catalogues[0])):
        current[_key(node)] = _born(node, 0, found)
    for number, (old, new) in enumerate(pairwise(catalogues), start=1):
        matching = match_catalogues(old, new)
        current = _next(matching, diff_matched(old, new, matching), current, (number, found))
    return RevisionHistory(tuple(one.source.slug for one in catalogues), tuple(_ordered(found)))


def _followed(root: Thing) -> list[Thing]:
    return [node for node in root.walk() if OBJECTS[node.object].followed]


def _key(node: Thing) -> str:
    return f"{node.list_name}|{node.id}"


def _born(node: Thing, number: int, found: list[Life]) -> Life:
    """A life that begins in this revision."""
    block = node.block or node
    life = Life(node.list_name, node.id, block.said.printed, node.said.printed)
    life.events += ["absent"] * number
    life.texts += [""] * number
    life.details += [[] for _ in range(number)]
    life.ids += [""] * number
    life.holders += [""] * number
    _live(life, node, "added" if number else "present", [])
    found.append(life)
    return life


def _live(life: Life, node: Thing | None, event: Event, details: list[tuple[str, str, str]]) -> None:
    life.events.append(event)
    life.texts.append(node.said.printed if node is not None else "")
    life.details.append(details)
    life.ids.append(node.id if node is not None else "")
    life.holders.append((node.block or node).id if node is not None else "")
    if node is not None:
        life.id, life.text, life.jabatan = node.id, node.said.printed, (node.block or node).said.printed


def _next(
    matching: Matching, made: CatalogueDiff, current: dict[str, Life], at: tuple[int, list[Life]]
) -> dict[str, Life]:
    """Lead all lives through one revision."""
    number, found = at
    changes = _by_old_id(made)
    after: dict[str, Life] = {}
    for node in _followed(matching.old):
        life, heir = current[_key(node)], matching.in_new(node)
        if heir is None:
            _live(life, None, "removed", [])
            continue
        own = changes.get(_key(node), [])
        _live(life, heir, _event(own), [(one.field or "", one.old or "", one.new or "") for one in own])
        after[_key(heir)] = life
    for node in _followed(matching.new):
        if matching.in_old(node) is None:
            after[_key(node)] = _born(node, number, found)
    for life in found:
        if len(life.events) <= number:
            _live(life, None, "absent", [])
    return after


def _by_old_id(made: CatalogueDiff) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in made.changes:
        for old_id in (change.old_id, *(one.old_id for one in change.also)):
            found.setdefault(f"{change.object}|{old_id}", []).append(change)
    return found


def _event(changes: Sequence[Change]) -> Event:
    """The weightiest of what happened."""
    kinds = [one.kind for one in changes if NATURES[one.nature].substantive]
    if kinds:
        return max(kinds, key=lambda kind: KINDS[kind].weight)
    return "edited" if changes else "kept"


def _ordered(found: Sequence[Life]) -> list[Life]:
    """Jabatan by jabatan in the order of their birth, each followed by its indikator."""
    order: dict[str, int] = {}
    for life in found:
        order.setdefault(life.jabatan, len(order))
    return sorted(found, key=lambda life: (order[life.jabatan], life.object != "jabatan"))
