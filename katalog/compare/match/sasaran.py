"""Which sasaran is which: by its text and by the rows that stand under it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from katalog.compare.match.assign import assign
from katalog.compare.match.candidates import candidates
from katalog.compare.match.entries import RARE, Pairs
from katalog.compare.match.likeness import Likeness
from katalog.compare.match.thing import Thing

#: What text and rows are worth: a wholly reworded sasaran over the same rows is still the same.
TEXT, ROWS = 0.6, 0.4
SAME = 0.45


def match_sasaran(blocks: Pairs, rows: Pairs, likeness: Likeness) -> Pairs:
    """Pairs inside matched jabatan, then those that went along with their rows to another jabatan."""
    partner = {id(old): new for old, new in rows}
    pairs = [
        pair for old, new in blocks for pair in _inside(old.lists["sasaran"], new.lists["sasaran"], partner, likeness)
    ]
    return pairs + _followers(rows, pairs)


def _inside(old: Sequence[Thing], new: Sequence[Thing], partner: Mapping[int, Thing], likeness: Likeness) -> Pairs:
    below = _below(old, partner)

    def features(node: Thing) -> list[str]:
        return [f"={node.said.key}", *sorted(below.get(id(node), ())), *likeness.rare(node.said.value, RARE)]

    for node in new:
        below.setdefault(id(node), {f"row:{id(row)}" for row in node.rows})
    gains = {
        (i, j): TEXT * likeness.alike(old[i].said.value, new[j].said.value)
        + ROWS * _shared(below[id(old[i])], below[id(new[j])])
        - SAME
        for i, j in candidates(old, new, features)
    }
    return [(old[i], new[j]) for i, j in assign(gains, (len(old), len(new)))]


def _below(old: Sequence[Thing], partner: Mapping[int, Thing]) -> dict[int, set[str]]:
    """For each old sasaran the new rows that its rows became."""
    return {id(node): {f"row:{id(partner[id(row)])}" for row in node.rows if id(row) in partner} for node in old}


def _shared(ours: set[str], theirs: set[str]) -> float:
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else 0.0


def _followers(rows: Pairs, pairs: Pairs) -> Pairs:
    """A sasaran of the same text whose rows were given to another jabatan, and that stands in neither without them."""
    old_done, new_done = {id(old) for old, _ in pairs}, {id(new) for _, new in pairs}
    found: Pairs = []
    for old, new in rows:
        ours, theirs = old.sasaran, new.sasaran
        if ours is None or theirs is None or id(ours) in old_done or id(theirs) in new_done:
            continue
        if ours.said.key == theirs.said.key:
            found.append((ours, theirs))
            old_done.add(id(ours))
            new_done.add(id(theirs))
    return found


def twin_of(sasaran: Thing, partner: Callable[[Thing], Thing | None]) -> Thing | None:
    """The sasaran of the same table that this one without a partner prints again: one that has a partner, or else the
    first that says it. A sasaran is one thing, however many rows print it (`Tersedianya benih` beside both rows that an
    indikator was split into)."""
    if sasaran.block is None or not sasaran.said.printed or partner(sasaran) is not None:
        return None
    twins = [one for one in sasaran.block.lists["sasaran"] if one.said.printed == sasaran.said.printed]
    first = next((one for one in twins if partner(one) is not None), twins[0])
    return None if first is sasaran else first
