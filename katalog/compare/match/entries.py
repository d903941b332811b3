"""Lists of texts (fungsi, menimbang, mengingat, diktum, butir): which entry is which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from katalog.compare.match.assign import assign
from katalog.compare.match.candidates import candidates
from katalog.compare.match.likeness import Likeness
from katalog.compare.match.thing import Thing

Pairs = list[tuple[Thing, Thing]]

#: From here on two entries are one that was reworded.
SAME = 0.5
#: The same law, the column of the same role, the diktum of the same label.
HINTED = 0.2
#: Frequent words lead to no candidates in long lists.
RARE = 12


def pair_equal(old: Iterable[Thing], new: Iterable[Thing], key: Callable[[Thing], str]) -> tuple[Pairs, set[int]]:
    """Pairs with one key that are beyond doubt: the key stands equally often on both sides; then they pair in their
    order. Also the `id()` of all things that were paired."""
    left, right = _by_key(old, key), _by_key(new, key)
    pairs: Pairs = []
    for name, ours in left.items():
        theirs = right.get(name, [])
        if name and len(ours) == len(theirs):
            pairs += zip(ours, theirs, strict=True)
    return pairs, {id(node) for pair in pairs for node in pair}


def _by_key(nodes: Iterable[Thing], key: Callable[[Thing], str]) -> dict[str, list[Thing]]:
    grouped: dict[str, list[Thing]] = defaultdict(list)
    for node in nodes:
        grouped[key(node)].append(node)
    return grouped


def rest(nodes: Iterable[Thing], done: set[int]) -> list[Thing]:
    """Those that are not paired yet."""
    return [node for node in nodes if id(node) not in done]


def match_entries(old: Sequence[Thing], new: Sequence[Thing], likeness: Likeness) -> Pairs:
    """Entries of two lists of one holder: equal ones first, the others by least cost."""
    pairs, done = pair_equal(old, new, lambda node: f"{node.hint}|{node.said.key}")
    left, right = rest(old, done), rest(new, done)

    def features(node: Thing) -> list[str]:
        return [f"={node.said.key}", f"#{node.hint}", *likeness.rare(node.said.value, RARE)]

    gains = {(i, j): _likeness(left[i], right[j], likeness) - SAME for i, j in candidates(left, right, features)}
    return pairs + [(left[i], right[j]) for i, j in assign(gains, (len(left), len(right)))]


def _likeness(old: Thing, new: Thing, likeness: Likeness) -> float:
    hinted = HINTED if old.hint and old.hint == new.hint else 0.0
    return likeness.alike(old.said.value, new.said.value) + hinted
