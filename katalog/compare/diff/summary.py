"""Counts that add up: what stayed, changed, came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from bahasa.roles import SASARAN
from katalog.compare.diff.comparison import Comparison
from katalog.compare.kinds import KINDS, OBJECTS
from katalog.compare.match.sasaran import twin_of
from katalog.compare.match.thing import Thing
from schemas.diff import Change, Counts, Object, Summary


def summary_of(compared: Comparison, changes: Sequence[Change]) -> Summary:
    """Counts of the changes and of all things of both decrees."""
    kinds = Counter(one.kind for one in changes)
    substantive = sum(one.nature == "substantive" for one in changes)
    return Summary(
        changes=len(changes),
        substantive=substantive,
        editorial=len(changes) - substantive,
        renumbered=len(compared.renumbered),
        kinds={kind: kinds[kind] for kind in KINDS},
        objects=_objects(compared, changes),
    )


def _objects(compared: Comparison, changes: Iterable[Change]) -> dict[Object, Counts]:
    touched = {(one.object, name) for change in changes for one, name in _touched(change)}
    found: Counter[tuple[Object, str]] = Counter()
    matching = compared.matching
    for node in _things(matching.old, matching.in_new):
        after = _partner(compared, node)
        state = "removed" if after is None else "changed" if (node.object, node.id) in touched else "unchanged"
        found[node.object, state] += 1
        found[node.object, "old"] += 1
    for node in _things(matching.new, matching.in_old):
        before = compared.origin(node)
        if before is None or _partner(compared, before) is None:
            found[node.object, "added"] += 1
        found[node.object, "new"] += 1
    states = tuple(Counts.model_fields)
    return {
        name: Counts(**{state: found[name, state] for state in states})
        for name in OBJECTS
        if found[name, "old"] or found[name, "new"]
    }


def _touched(change: Change) -> Iterable[tuple[Change, str]]:
    """The old ids that a change is about."""
    if change.old_id is not None:
        yield change, change.old_id
    yield from ((change, other.old_id) for other in change.also if other.old_id is not None)


def _things(root: Thing, partner: Callable[[Thing], Thing | None]) -> Iterable[Thing]:
    """Everything with a text of its own. A lampiran is counted by its texts; what all tables repeat is not counted, nor
    a sasaran that its table prints again."""
    counted = (node for node in root.walk() if node.entry.counted)
    return (node for node in counted if node.list_name != SASARAN or twin_of(node, partner) is None)


def _partner(compared: Comparison, old: Thing) -> Thing | None:
    """What an old thing became. What went from a jabatan that is no more to one that is new came and went with them."""
    after = compared.matching.in_new(old)
    if after is None or old.block is None or after.block is None or old.list_name == "jabatan":
        return after
    gone = compared.matching.in_new(old.block) is None
    return None if gone and compared.is_new(after.block) else after
