"""Which row of indicators is which, inside its jabatan and across: reworded, renumbered, moved or given away.

One assignment over all rows that are not plainly the same. A pair in one jabatan needs to be alike, less so where both
rows stand in one place; a pair across jabatan needs to be nearly equal, since many jabatan measure the same things.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bahasa.roles import OTHERS, RUMUS, SASARAN, TARGET, column_roles, roles_where
from katalog.compare.match.assign import assign
from katalog.compare.match.candidates import candidates
from katalog.compare.match.entries import RARE, Pairs, pair_equal, rest
from katalog.compare.match.key import key_of
from katalog.compare.match.likeness import Likeness
from katalog.compare.match.names import role_in
from katalog.compare.match.thing import Thing

#: What the columns are worth for a row's identity; any other thing of a row counts as much as a column without a role.
WEIGHTS: dict[str, float] = {role.name: role.weight for role in column_roles().values()}
#: What a row takes along that is given to another jabatan.
_OWN_FIELDS: frozenset[str] = frozenset(roles_where(lambda role: role.identity and role.compared == "field"))
#: From here on two rows of one jabatan are one.
INSIDE = 0.5
#: What one place is worth: the same sasaran, the same row below it, the same unit. Two rows that share all of this and
#: no word come to 0.39; with a telling word (`Programa penyuluhan`, `Ketercapaian penyuluhan`) it is 0.42 and more.
PLACE = 0.1
#: From here on two rows of one jabatan are one that is parted into other cells.
WHOLE = 0.75
#: From here on a row was given to another jabatan.
ACROSS = 0.8
#: Of two equal pairs the one inside its jabatan wins.
HOME = 0.05


def match_rows(blocks: Pairs, old: Thing, new: Thing, likeness: Likeness) -> Pairs:
    """Pairs of rows. `blocks` are the matched jabatan, `old` and `new` the decrees."""
    pairs: Pairs = []
    done: set[int] = set()
    for ours, theirs in blocks:
        found, paired = pair_equal(ours.lists["indikator"], theirs.lists["indikator"], _key)
        pairs += found
        done |= paired
    left, right = (rest(_all_rows(root), done) for root in (old, new))
    partner = {id(ours): theirs for ours, theirs in blocks}
    gains = dict(_inside(blocks, left, right, likeness))
    for (i, j), gain in _across(left, right, partner, likeness):
        gains.setdefault((i, j), gain)
    return pairs + [(left[i], right[j]) for i, j in assign(gains, (len(left), len(right)))]


def _all_rows(root: Thing) -> list[Thing]:
    return [row for block in root.lists["jabatan"] for row in block.lists["indikator"]]


def _key(row: Thing) -> str:
    sasaran = row.sasaran.said.key if row.sasaran else ""
    return f"{row.said.key}|{sasaran}|{_field(row, 'rumus')}" if row.said.key else ""


def _field(row: Thing, name: str) -> str:
    return row.fields[name].key if name in row.fields else ""


def _inside(
    blocks: Pairs, left: Sequence[Thing], right: Sequence[Thing], likeness: Likeness
) -> Iterable[tuple[tuple[int, int], float]]:
    """Gains of pairs in one jabatan."""
    at = _positions(left), _positions(right)
    for ours, theirs in blocks:
        mine, yours = at[0].get(id(ours), []), at[1].get(id(theirs), [])

        def features(row: Thing) -> list[str]:
            return _features(row, likeness)

        for i, j in candidates([left[i] for i in mine], [right[j] for j in yours], features):
            old, new = left[mine[i]], right[yours[j]]
            gain = row_likeness(old, new, likeness) - INSIDE + (PLACE if _in_place(old, new) else 0.0)
            if gain <= 0:
                gain = likeness.alike(_whole(old), _whole(new)) - WHOLE
            yield (mine[i], yours[j]), gain + HOME if gain > 0 else 0.0


def _whole(row: Thing) -> str:
    """All that a row says: the same, however it is parted into cells."""
    return " ".join([_value(row, SASARAN), *(said.value for said in row.fields.values())])


def _in_place(old: Thing, new: Thing) -> bool:
    """Whether two rows are the same one below one sasaran, of as many rows, and count in one unit."""
    ours, theirs = old.sasaran, new.sasaran
    if ours is None or theirs is None or len(ours.rows) != len(theirs.rows):
        return False
    # a slip in it may be corrected where its row shows how, and not where the row is worded otherwise
    one = ours.said.key == theirs.said.key or key_of(ours.said.printed) == key_of(theirs.said.printed)
    return one and ours.rows.index(old) == theirs.rows.index(new) and _counts_alike(old, new)


def _counts_alike(old: Thing, new: Thing) -> bool:
    """Whether the first targets of two rows print the same, or are of one kind and unit. What `98` counts hangs on
    the indikator."""
    ours, theirs = (
        next((one for name, one in row.fields.items() if role_in(name) == TARGET), None) for row in (old, new)
    )
    if ours is None or theirs is None or not ours.value:
        return False
    one, other = ours.target, theirs.target
    return ours.key == theirs.key or (
        one is not None
        and other is not None
        and one.kind != "text"
        and (one.kind, one.unit) == (other.kind, other.unit)
    )


def _positions(rows: Sequence[Thing]) -> dict[int, list[int]]:
    """The positions of the rows of each jabatan."""
    found: dict[int, list[int]] = {}
    for position, row in enumerate(rows):
        found.setdefault(id(row.block), []).append(position)
    return found


def _across(
    left: Sequence[Thing], right: Sequence[Thing], partner: Mapping[int, Thing], likeness: Likeness
) -> Iterable[tuple[tuple[int, int], float]]:
    """Gains of pairs in different jabatan of one kind."""
    for i, j in candidates(left, right, lambda row: _features(row, likeness)):
        ours, theirs = left[i], right[j]
        if ours.block is None or theirs.block is None or partner.get(id(ours.block)) is theirs.block:
            continue
        if ours.block.kind == theirs.block.kind:
            yield (i, j), row_likeness(ours, theirs, likeness, across=True) - ACROSS


def _features(row: Thing, likeness: Likeness) -> list[str]:
    rumus = row.fields[RUMUS].key if RUMUS in row.fields else ""
    return [f"={row.said.key}", f"r:{rumus}", *likeness.rare(row.said.value, RARE)]


def row_likeness(old: Thing, new: Thing, likeness: Likeness, across: bool = False) -> float:
    """From 0 to 1. A row that changes hands takes its indikator and rumus along; sasaran, target and sumber data may be
    the new holder's. Two rows of one jabatan that say nothing are alike; in different ones nothing shows that they
    are."""
    names = _OWN_FIELDS if across else {*old.fields, *new.fields, SASARAN}
    targets = sum(role_in(name) == TARGET for name in names)
    total = score = 0.0
    for name in sorted(names):
        ours, theirs = _value(old, name), _value(new, name)
        if ours or theirs:
            # several targets of a row weigh as much as one
            weight = WEIGHTS.get(role_in(name), WEIGHTS[OTHERS]) / (targets if role_in(name) == TARGET else 1)
            total += weight
            score += weight * likeness.alike(ours, theirs)
    return score / total if total else float(not across)


def _value(row: Thing, name: str) -> str:
    if name == SASARAN:
        return row.sasaran.said.value if row.sasaran else ""
    return row.fields[name].value if name in row.fields else ""
