"""Which jabatan is which, by name, unit, tugas, fungsi and table together.

Four jabatan of one decree are named Pengelola Kepegawaian; a jabatan that is renamed keeps its fungsi and its table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bahasa.block_kinds import about_kind
from katalog.compare.match.assign import assign
from katalog.compare.match.candidates import candidates
from katalog.compare.match.entries import RARE, Pairs, pair_equal, rest
from katalog.compare.match.key import key_of
from katalog.compare.match.likeness import Bag, Likeness, cosine
from katalog.compare.match.thing import Thing

#: What a name is worth; the rest falls to the other parts.
NAME = 0.3
#: What these are worth, of those that at least one side has: that neither has a tugas says nothing. Two without a
#: unit are of one.
WEIGHTS = {"unit": 0.1, "tugas": 0.15, "fungsi": 0.2, "table": 0.25}
#: From here on two jabatan of one name are one: the name decides, unless unit and content both speak against it.
NAMESAKE = 0.4
#: From here on the content of two jabatan may show that one was renamed to the other: the same words ...
RENAMED = 0.55
#: ... and so much of what they hold is the same, entry by entry. Colleagues of one unit share words, not entries.
HELD = 0.5
#: Two entries are the same, reworded at most a little.
ENTRY = 0.75


@dataclass(frozen=True, slots=True)
class Holder:
    """What a jabatan is known by."""

    node: Thing
    name: str
    unit: str
    tugas: str
    fungsi: Bag
    table: Bag
    keys: frozenset[str]
    entries: tuple[str, ...]

    @property
    def place(self) -> str:
        """Kind, unit and name."""
        return f"{self.node.kind}|{key_of(self.unit)}|{key_of(self.name)}"


def as_holder(node: Thing, likeness: Likeness) -> Holder:
    """A jabatan's features from its tree."""
    tugas = node.lists["tugas"][0].said.value if node.lists["tugas"] else ""
    fungsi = [one.said.value for one in node.lists["fungsi"]]
    rows = [said.value for row in node.lists["indikator"] for said in row.fields.values()]
    rows += [one.said.value for one in node.lists["sasaran"]]
    return Holder(
        node=node,
        name=node.said.value,
        unit=node.unit.nama if node.unit else "",
        tugas=tugas,
        fungsi=likeness.bag(fungsi),
        table=likeness.bag(rows),
        keys=content_keys(node),
        entries=tuple(one.said.value for one in (*node.lists["fungsi"], *node.lists["indikator"])),
    )


def content_keys(node: Thing) -> frozenset[str]:
    """Keys of the indikator and fungsi that a jabatan holds."""
    held = (*node.lists["indikator"], *node.lists["fungsi"])
    return frozenset(f"{one.list_name}:{one.said.key}" for one in held if one.said.key)


def match_jabatan(old: Sequence[Thing], new: Sequence[Thing], likeness: Likeness) -> Pairs:
    """The jabatan that are in both decrees, renamed ones among them."""
    pairs, done = pair_equal(old, new, _whole)
    pairs += _in_place(rest(old, done), rest(new, done))
    done = {id(node) for pair in pairs for node in pair}
    left = [as_holder(node, likeness) for node in rest(old, done)]
    right = [as_holder(node, likeness) for node in rest(new, done)]
    by_node = {id(holder.node): holder for holder in (*left, *right)}

    def features(node: Thing) -> list[str]:
        holder = by_node[id(node)]
        name = [f"={holder.place}", f"#{key_of(holder.name)}", *likeness.rare(holder.name, RARE)]
        return [*name, f"t:{key_of(holder.tugas)}", *sorted(holder.keys)]

    pool = candidates([one.node for one in left], [one.node for one in right], features)
    gains = {(i, j): _gain(left[i], right[j], likeness) for i, j in pool}
    return pairs + [(left[i].node, right[j].node) for i, j in assign(gains, (len(left), len(right)))]


def _in_place(old: Sequence[Thing], new: Sequence[Thing]) -> Pairs:
    """Jabatan whose unit and name nobody shares, in either decree, and that still hold something of what they held."""
    pairs, _ = pair_equal(old, new, _place)
    count = Counter(_place(ours) for ours, _ in pairs)
    return [
        (ours, theirs)
        for ours, theirs in pairs
        if count[_place(ours)] == 1 and content_keys(ours) & content_keys(theirs)
    ]


def _place(node: Thing) -> str:
    return f"{node.kind}|{_unit(node)}|{node.said.key}"


def _unit(node: Thing) -> str:
    return key_of(node.unit.nama) if node.unit else ""


def _whole(node: Thing) -> str:
    """Everything that a jabatan says, in its unit."""
    inside = (said.key for one in node.walk() for said in one.fields.values())
    return "|".join([_place(node), *inside])


def _gain(old: Holder, new: Holder, likeness: Likeness) -> float:
    """How much better the pair is than two strangers; 0 or less where they are two jabatan."""
    if old.node.kind != new.node.kind:
        return 0.0
    name = 1.0 if _is_agency(old, new) else likeness.alike(old.name, new.name)
    unit = likeness.alike(old.unit, new.unit)
    content = {
        "tugas": likeness.alike(old.tugas, new.tugas),
        "fungsi": cosine(old.fungsi, new.fungsi),
        "table": cosine(old.table, new.table),
    }
    held = {part: value for part, value in content.items() if getattr(old, part) or getattr(new, part)}
    gain = NAME * name + (1 - NAME) * _mean({"unit": unit, **held}) - NAMESAKE
    if name == 1.0:
        return gain if unit < 1.0 else max(gain, 0.05)
    return gain if held and _mean(held) >= RENAMED and _in_common(old, new, likeness) >= HELD else 0.0


def _is_agency(old: Holder, new: Holder) -> bool:
    """Whether both are the IKU of one agency: `Dinas Kesehatan`, `Dinas Kesehatan Provinsi Jawa Barat`."""
    names = sorted((key_of(old.name), key_of(new.name)), key=len)
    own = all(one.node.unit is not None and one.node.unit.basis == "instansi" for one in (old, new))
    agency = about_kind(old.node.kind).agency
    return own and agency and bool(names[0]) and names[1].startswith(names[0])


def _in_common(old: Holder, new: Holder, likeness: Likeness) -> float:
    """The share of entries that have a like one on the other side. Two jabatan without any are not told apart by it."""
    ours, theirs = old.entries, new.entries
    if not ours or not theirs:
        return float(not ours and not theirs)
    found = sum(any(likeness.alike(one, other) >= ENTRY for other in theirs) for one in ours)
    back = sum(any(likeness.alike(one, other) >= ENTRY for one in ours) for other in theirs)
    return (found + back) / (len(ours) + len(theirs))


def _mean(alike: dict[str, float]) -> float:
    total = sum(WEIGHTS[part] for part in alike)
    return sum(WEIGHTS[part] * value for part, value in alike.items()) / total
