"""The kinds of block (IKU, IKI, PK): one table (block_kinds.toml), and what code asks of it.

>>> about_kind("IKU").agency, nearest_first()
(True, ('IKI', 'PK', 'IKU'))
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bahasa.data import entries_of
from schemas.base import Kind


@dataclass(frozen=True, slots=True)
class BlockKind:
    """One kind with its answers; block_kinds.toml says what each of them means. `id` and `en` are its names."""

    name: Kind
    id: str
    en: str
    contoh: str
    dari: str
    agency: bool
    duties: bool
    rank: int
    heading: str


@cache
def block_kinds() -> dict[Kind, BlockKind]:
    """All kinds in file order, which is that of findings. TypeError where an entry leaves a question open."""
    return {kind.name: kind for kind in (BlockKind(**entry) for entry in entries_of("block_kinds", "kind"))}


def about_kind(kind: Kind) -> BlockKind:
    """The answers of a kind."""
    return block_kinds()[kind]


@cache
def nearest_first() -> tuple[Kind, ...]:
    """The kinds, those of a single jabatan first."""
    return tuple(sorted(block_kinds(), key=lambda kind: about_kind(kind).rank))
