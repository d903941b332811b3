"""The kinds of block (IKU, IKI, PK): one table (block_kinds.toml), and what code asks of it.

>>> about_kind("IKU").agency, nearest_first()
(True, ('IKI', 'PK', 'IKU'))
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from bahasa.data import entries_of, vocabulary
from schemas.base import Kind


class BlockKind(NamedTuple):
    """One kind with its answers; block_kinds.toml says what each of them means. `id` and `en` are its names; `name` is
    None for what is true of a block whose kind nothing tells."""

    name: Kind | None
    id: str
    en: str
    contoh: str
    dari: str
    agency: bool
    duties: bool
    rank: int
    letter: bool
    heading: str
    worded: list[str]

    @property
    def called(self) -> str:
        """`IKI`; `Blok` for a block without a kind."""
        return self.name or self.id


@cache
def block_kinds() -> dict[Kind, BlockKind]:
    """All kinds in file order, which is that of findings. TypeError where an entry leaves a question open."""
    return {entry["name"]: BlockKind(**entry) for entry in entries_of("block_kinds", "kind")}


@cache
def about_kind(kind: Kind | None) -> BlockKind:
    """The answers of a kind; None for a block whose kind nothing tells."""
    return BlockKind(name=None, **vocabulary("block_kinds")["tanpa"]) if kind is None else block_kinds()[kind]


def block_named(kind: Kind | None, order: int, between: str = "/") -> str:
    """How paths and people call a block (`IKI/12`, `Blok/1`)."""
    return f"{about_kind(kind).called}{between}{order}"


@cache
def nearest_first() -> tuple[Kind, ...]:
    """The kinds, those of a single jabatan first."""
    return tuple(sorted(block_kinds(), key=lambda kind: about_kind(kind).rank))


def kind_worded(text: str) -> Kind | None:
    """The kind whose words a line has though it may name none, None where it has none.

    >>> kind_worded("LEMBAR UKURAN KINERJA INDIVIDU"), kind_worded("Indikator Kinerja Perorangan (IKI)")
    ('IKI', 'IKI')
    """
    words = f" {' '.join(text.upper().split())} "
    told = (kind for kind in block_kinds() if any(f" {own} " in words for own in about_kind(kind).worded))
    return next(told, None)
