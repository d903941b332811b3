"""Changes in a list of things with one text each: fungsi, mengingat, diktum, column headings, single values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from katalog.compare.diff import changes as make
from katalog.compare.diff.comparison import Comparison
from katalog.compare.diff.notes import moved_across, moved_within
from katalog.compare.diff.order import out_of_order
from katalog.compare.kinds import LISTS
from katalog.compare.match.matching import Matching
from katalog.compare.match.thing import Thing
from schemas.diff import Change

#: A change with its place in the new list and a rank among those of one place.
Placed = tuple[float, int, Change]


def stayed(matching: Matching, old: Sequence[Thing], parent: Thing) -> list[tuple[Thing, Thing]]:
    """The pairs of an old list whose new thing stands under the same parent, in the old order."""
    pairs = [(node, matching.in_new(node)) for node in old]
    return [(ours, theirs) for ours, theirs in pairs if theirs is not None and theirs.parent is parent]


def in_order(found: Iterator[Placed]) -> list[Change]:
    """The changes by their places."""
    return [one for _, _, one in sorted(found, key=lambda entry: entry[:2])]


def list_changes(compared: Comparison, name: str, old: Thing, new: Thing) -> list[Change]:
    """All changes in the list `name` of a thing that stayed: in the order of the new list, removed ones where they
    stood."""
    return in_order(_list_changes(compared, old.lists.get(name, []), new.lists.get(name, []), (old, new)))


def _list_changes(
    compared: Comparison, ours: Sequence[Thing], theirs: Sequence[Thing], holders: tuple[Thing, Thing]
) -> Iterator[Placed]:
    pairs = stayed(compared.matching, ours, holders[1])
    wandered = {id(pairs[at][1]) for at in out_of_order([there.place for _, there in pairs])}
    for before, after in pairs:
        if id(after) in wandered:
            yield after.place, 0, make.moved(before, after, compared.origin, moved_within())
        for one in (*compared.text(before, after), *_inner(compared, before, after)):
            yield after.place, 1, one
    yield from _arrived(compared, theirs, holders)
    yield from _gone(compared, ours, holders)


def _arrived(compared: Comparison, theirs: Sequence[Thing], holders: tuple[Thing, Thing]) -> Iterator[Placed]:
    """Things that are new, or were given by another jabatan."""
    for after in theirs:
        before = compared.origin(after)
        if before is None:
            yield after.place, 0, make.added(after, compared.origin, **make.within(*holders))
        elif before.parent is not holders[0]:
            yield after.place, 0, make.moved(before, after, compared.origin, moved_across(before, after))
            for one in compared.text(before, after):
                yield after.place, 1, one


def _gone(compared: Comparison, ours: Sequence[Thing], holders: tuple[Thing, Thing]) -> Iterator[Placed]:
    """Things that vanished, or were given to a jabatan that is new: that one is listed whole, this is the loss."""
    matching = compared.matching
    places = removed_places(ours, matching)
    for before in ours:
        after, place = matching.in_new(before), places[id(before)]
        if after is None:
            yield place, 2, make.removed(before, **make.within(*holders))
        elif after.block is not None and after.block is not holders[1] and compared.is_new(after.block):
            yield place, 2, make.moved(before, after, compared.origin, moved_across(before, after))


def _inner(compared: Comparison, old: Thing, new: Thing) -> Iterator[Change]:
    """Changes in the lists that a thing of a list has itself (the butir of a diktum)."""
    for name in LISTS:
        if name in old.lists or name in new.lists:
            yield from list_changes(compared, name, old, new)


def removed_places(siblings: Sequence[Thing], matching: Matching) -> dict[int, float]:
    """Where to list what vanished, by its `id()`: just behind the new place of what stood before it."""
    places: dict[int, float] = {}
    place = -0.5
    for node in siblings:
        places[id(node)] = place
        after = matching.in_new(node)
        if after is not None:
            place = after.place + 0.5
    return places
