"""Jabatan that merged or split: most of what one holds comes from several, or went to several.

Where none of them kept its name, none of them is the same: they are reported as removed and added, with what became of
them. Where one kept its name, it stays, and takes or gives its rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from katalog.compare.match.entries import Pairs
from katalog.compare.match.jabatan import content_keys
from katalog.compare.match.thing import Thing

#: From this share of its content on, a jabatan comes from (or went to) another.
MOST = 0.6
#: What each contributes that the others don't; a copy of another's table contributes nothing.
OWN = 0.2
#: A feature that so many jabatan share says nothing about where it came from.
COMMON = 12


@dataclass(frozen=True, slots=True)
class Reshaped:
    """`whole` was made of `parts` (merged), or `parts` of it (split); `whole` is in the new decree if merged."""

    whole: Thing
    parts: tuple[Thing, ...]
    merged: bool


def reshaped(old: Sequence[Thing], new: Sequence[Thing], pairs: Pairs) -> list[Reshaped]:
    """All merged and split jabatan, in the order of the decrees. `pairs` are the jabatan matched so far."""
    to_new = {id(ours): theirs for ours, theirs in pairs}
    to_old = {id(theirs): ours for ours, theirs in pairs}
    merged = [Reshaped(one, parts, True) for one, parts in _made_of(new, old, to_old, to_new)]
    split = [Reshaped(one, parts, False) for one, parts in _made_of(old, new, to_new, to_old)]
    return merged + split


def _made_of(
    wholes: Sequence[Thing], parts: Sequence[Thing], partner: Mapping[int, Thing], back: Mapping[int, Thing]
) -> list[tuple[Thing, tuple[Thing, ...]]]:
    """Each whole that consists of several parts, at least one of which is nothing else in the other decree."""
    lost = [part for part in parts if id(part) not in back]
    keys = {id(node): content_keys(node) for node in lost}
    holding = _holding(wholes)
    shares: dict[int, list[Thing]] = defaultdict(list)
    for part in lost:
        for whole in _possible(keys[id(part)], holding):
            if _covers(keys[id(part)], content_keys(whole)):
                shares[id(whole)].append(part)
    found = []
    for whole in wholes:
        several = _several(whole, shares.get(id(whole), []), partner.get(id(whole)))
        if several:
            found.append((whole, several))
    return found


def _holding(wholes: Sequence[Thing]) -> dict[str, list[Thing]]:
    holding: dict[str, list[Thing]] = defaultdict(list)
    for whole in wholes:
        for key in content_keys(whole):
            holding[key].append(whole)
    return holding


def _possible(keys: frozenset[str], holding: Mapping[str, list[Thing]]) -> list[Thing]:
    found = [node for key in sorted(keys) if len(holding.get(key, ())) <= COMMON for node in holding.get(key, ())]
    return list({id(node): node for node in found}.values())


def _covers(part: frozenset[str], whole: frozenset[str]) -> bool:
    return len(part) > 1 and len(part & whole) >= MOST * len(part)


def _several(whole: Thing, lost: Sequence[Thing], partner: Thing | None) -> tuple[Thing, ...]:
    """The parts that each contribute something of their own; empty where there are not at least two."""
    keys = content_keys(whole)
    chosen = [*([partner] if partner is not None else []), *lost]
    held = [content_keys(node) & keys for node in chosen]
    telling = []
    for position, node in enumerate(chosen):
        others = frozenset().union(*(one for at, one in enumerate(held) if at != position))
        if len(held[position] - others) >= OWN * len(keys):
            telling.append(node)
    return tuple(telling) if len(telling) > 1 else ()
