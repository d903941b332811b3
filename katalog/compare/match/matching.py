"""Two catalogues to one matching: what is the same thing, what vanished, what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from katalog.compare.kinds import LISTS
from katalog.compare.match.columns import match_columns
from katalog.compare.match.entries import Pairs, match_entries
from katalog.compare.match.jabatan import match_jabatan
from katalog.compare.match.likeness import Likeness
from katalog.compare.match.reshape import Reshaped, reshaped
from katalog.compare.match.rows import match_rows
from katalog.compare.match.sasaran import match_sasaran
from katalog.compare.match.thing import Thing
from katalog.compare.match.tree import tree_of
from katalog.store.integrity import all_ids
from schemas.catalogue import Catalogue

#: A fungsi goes to another jabatan as it is; what many jabatan have is nobody's to give.
_FUNGSI = "fungsi"


@dataclass(eq=False, slots=True)
class Matching:
    """The trees of two catalogues and who is who. A thing without a partner vanished or is new."""

    old: Thing
    new: Thing
    reshaped: list[Reshaped] = field(default_factory=list)
    _to_new: dict[int, Thing] = field(default_factory=dict)
    _to_old: dict[int, Thing] = field(default_factory=dict)

    def put(self, pairs: Iterable[tuple[Thing, Thing]]) -> None:
        """Record pairs."""
        for ours, theirs in pairs:
            self._to_new[id(ours)] = theirs
            self._to_old[id(theirs)] = ours

    def pairs(self) -> Pairs:
        """All pairs, in the order of the old decree."""
        found = [(node, self.in_new(node)) for node in self.old.walk()]
        return [(ours, theirs) for ours, theirs in found if theirs is not None]

    def in_new(self, node: Thing) -> Thing | None:
        """What the old thing became."""
        return self._to_new.get(id(node))

    def in_old(self, node: Thing) -> Thing | None:
        """What the new thing was."""
        return self._to_old.get(id(node))


def match_catalogues(old: Catalogue, new: Catalogue) -> Matching:
    """By ids where `new` was built as a successor of `old`, else by content."""
    matching = Matching(tree_of(old), tree_of(new))
    if not is_successor(old, new):
        return match_trees(matching)
    matching.put(_by_id(matching.old, matching.new))
    blocks = [(one, other) for one, other in matching.pairs() if one.list_name == "jabatan"]
    rows = [(one, other) for one, other in matching.pairs() if one.list_name == "indikator"]
    # columns have no ids that are carried over
    headings = Likeness(one.said.value for pair in blocks for block in pair for one in block.lists["kolom"])
    matching.put(match_columns(blocks, rows, headings))
    matching.reshaped = reshaped(matching.old.lists["jabatan"], matching.new.lists["jabatan"], blocks)
    return matching


def is_successor(old: Catalogue, new: Catalogue) -> bool:
    """Whether the ids of `old` were carried over to `new`: it is on record, and every id is still in use or retired.
    (A catalogue of the same content that was built on its own has ids of its own.)"""
    return old.content_hash in new.previous and {*all_ids(old)} <= {*all_ids(new), *new.retired}


def match_trees(matching: Matching) -> Matching:
    """Match by content: jabatan first, then what they hold."""
    ours, theirs = matching.old, matching.new
    matching.put([(ours, theirs)])
    likeness = Likeness(said.value for root in (ours, theirs) for node in root.walk() for said in node.fields.values())
    blocks = match_jabatan(ours.lists["jabatan"], theirs.lists["jabatan"], likeness)
    matching.reshaped = reshaped(ours.lists["jabatan"], theirs.lists["jabatan"], blocks)
    blocks = _without_reshaped(blocks, matching.reshaped)
    matching.put(blocks)
    for pair in [(ours, theirs), *blocks]:
        matching.put(_lists(*pair, likeness))
    matching.put(_given_fungsi(matching))
    rows = match_rows(blocks, ours, theirs, likeness)
    matching.put(rows)
    matching.put(match_columns(blocks, rows, likeness))
    matching.put(match_sasaran(blocks, rows, likeness))
    return matching


def _by_id(old: Thing, new: Thing) -> Iterator[tuple[Thing, Thing]]:
    yield old, new
    theirs = {(node.list_name, node.id): node for node in new.walk()}
    for node in old.walk():
        partner = theirs.get((node.list_name, node.id))
        if partner is not None and node.list_name != "kolom":
            yield node, partner


def _without_reshaped(blocks: Pairs, found: Iterable[Reshaped]) -> Pairs:
    """A jabatan that merged or split is nobody's successor, unless it kept its name."""
    touched = {id(node) for one in found for node in (one.whole, *one.parts)}
    return [
        (old, new)
        for old, new in blocks
        if old.said.key == new.said.key or (id(old) not in touched and id(new) not in touched)
    ]


def _lists(old: Thing, new: Thing, likeness: Likeness) -> Pairs:
    """Pairs in all lists of one thing but those with rules of their own, and in the lists of what was paired."""
    pairs: Pairs = []
    for name, entry in LISTS.items():
        if entry.own or name not in old.lists or name not in new.lists:
            continue
        ours, theirs = old.lists[name], new.lists[name]
        # lampiran are known by their place: their labels differ in a figure (`Lampiran I.`, `Lampiran II.`)
        by_place = entry.single or entry.placed
        found = list(zip(ours, theirs, strict=False)) if by_place else match_entries(ours, theirs, likeness)
        pairs += found
        for pair in found:
            pairs += _lists(*pair, likeness)
    return pairs


def _given_fungsi(matching: Matching) -> Pairs:
    """Fungsi that left one jabatan and came to another word by word, and that no third jabatan has."""
    ours, theirs = _fungsi_by_key(matching.old), _fungsi_by_key(matching.new)
    found: Pairs = []
    for key, nodes in ours.items():
        others = theirs.get(key, [])
        if len(nodes) == 1 and len(others) == 1 and not matching.in_new(nodes[0]) and not matching.in_old(others[0]):
            found.append((nodes[0], others[0]))
    return found


def _fungsi_by_key(root: Thing) -> dict[str, list[Thing]]:
    found: dict[str, list[Thing]] = {}
    for block in root.lists["jabatan"]:
        for node in block.lists[_FUNGSI]:
            found.setdefault(f"{block.kind}|{node.said.key}", []).append(node)
    return found
