"""Where targets end among the words of a table in linear text: the grammar's answer, and what the table adds to it.

The grammar (bahasa.target_at) leaves open whether a unit of measure with a capital belongs to the number before it or
begins the next cell (`3` / `Laporan yang disusun`). What stands behind the unit tells.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from bahasa.roles import SATUAN, TARGET, about_role
from bahasa.satuan import unit_end
from bahasa.target_at import led_end, led_number_at
from bahasa.units import unit_nouns
from extract.table.ranges import target_in_row

#: End and kind of the target that begins at a word (kinds: see bahasa.target_at).
Target = tuple[int, str]
#: A number as a target prints it, and what stands for none.
_AMOUNT = re.compile(r"\d[\d.,]*%?")
_DASHES = frozenset("-–—")


class Targets(NamedTuple):
    """By word: the target that begins there, and the end of one that is hardly ever cut (the word itself if none is),
    since its unit is one of the vocabulary and something begins behind it; and the gaps at which one target ends and
    another one begins, where several columns hold targets (`85 %` / `25 50 75 85`, `- - 1`); and the gaps that stand
    inside one cell, whichever it is: between a number and what leads it (`kisaran` / `50-60 %`)."""

    at: tuple[Target, ...]
    whole: tuple[int, ...]
    apart: frozenset[int] = frozenset()
    inner: frozenset[int] = frozenset()

    @classmethod
    def of(
        cls,
        words: Sequence[str],
        bare: Sequence[str],
        roles: Sequence[str],
        running: Collection[tuple[str, str]] = frozenset(),
    ) -> Targets:
        """The targets of a table. `bare` are its words without signs around them, `running` the pairs of them that the
        document's running text prints.

        A unit behind which something begins is the target's for sure (`satuan` in place of `satuan?`): `3 Berita Acara`
        before `Daftar hadir`. Unless the unit and the word behind it stand side by side elsewhere, and not behind a
        number (`Jumlah dokumen perencanaan`, `3 Dokumen Perencanaan yang disusun`): then both may be. Where units have
        a column of their own (`12` | `Dokumen`), every target may be cut.
        """
        found = [target_in_row(words, i, roles) for i in range(len(words))]
        named = _named_beside(roles)
        found = [_measured(words, *target, named) for target in found]
        if SATUAN not in roles:
            found = [_led(words, i, *target) for i, target in enumerate(found)]
        parted = {end for end, kind in found if kind in ("satuan", "satuan?", "persen") and _begins(words, end)}
        pairs = {pair for i, pair in enumerate(pairwise(bare), 1) if i not in parted}
        sure = {end for end in parted if not _together(bare, end, pairs, running)}
        at = tuple((end, "satuan" if kind == "satuan?" and end in sure else kind) for end, kind in found)
        if SATUAN in roles:
            sure = set()
        whole = tuple(end if end in sure and _known(words, i, end) else i for i, (end, _) in enumerate(at))
        apart = _meeting(words, at) if roles.count(TARGET) > 1 else frozenset()
        return cls(at, whole, apart, _inner(words, at))


def _inner(words: Sequence[str], at: Sequence[Target]) -> frozenset[int]:
    """The gaps up to the number of a target that words or signs lead, and between the two numbers of a range."""
    found: set[int] = set()
    for i, (end, kind) in enumerate(at):
        if kind and end > i + 1 and (led := led_end(words, i)) > i:
            found.update(range(i + 1, min(led, end - 1) + 1))
            found.update(k for k in range(led + 1, end) if _DASHES.intersection(words[k - 1 : k + 1]))
    return frozenset(found)


def _meeting(words: Sequence[str], at: Sequence[Target]) -> frozenset[int]:
    """The gaps between a whole target and a number behind it: no target goes on with another number, but within one
    (`Rp 312.000.000`, `98 per 100.000 KH`)."""
    long = [(i, end) for i, (end, kind) in enumerate(at) if kind and end > i + 1]
    ends, within = {end for _, end in long}, {k for i, end in long for k in range(i + 1, end)}
    found = (
        k
        for k, (before, word) in enumerate(pairwise(words), 1)
        if k not in within
        if (_AMOUNT.fullmatch(word) and (k in ends or _AMOUNT.fullmatch(before)))
        or (word in _DASHES and before in _DASHES)
    )
    return frozenset(found)


def _named_beside(roles: Sequence[str]) -> bool:
    """Whether parts of the agency stand in the column behind the target: `65` | `Bidang Penilaian Kinerja`."""
    behind = roles[roles.index(TARGET) + 1 :] if TARGET in roles else ()
    return not behind or about_role(behind[0]).grammar == "phrase"


def _measured(words: Sequence[str], end: int, kind: str, named: bool) -> Target:
    """`3 Bidang` before a rumus, or before a name (`Bidang Mutasi`): what else is a part of the agency is a unit of
    measure. With `named` the column behind the target names such parts."""
    known = unit_end(words, end) if kind == "angka" and end < len(words) else end
    name_behind = known < len(words) and words[known].casefold() in unit_nouns()
    return (known, "satuan?") if known > end and (name_behind or not named) else (end, kind)


def _led(words: Sequence[str], i: int, end: int, kind: str) -> Target:
    """`Level 3`, where no column of units may hold its first word."""
    led = led_number_at(words, i)
    return (led, "nilai") if led > end else (end, kind)


def _begins(words: Sequence[str], i: int) -> bool:
    """Whether word i may begin a cell by its letters, or no word is left."""
    return i == len(words) or not words[i][0].islower()


def _together(bare: Sequence[str], end: int, *pairs: Collection[tuple[str, str]]) -> bool:
    """Whether the words around a gap are among some pairs."""
    return end < len(bare) and any((bare[end - 1], bare[end]) in some for some in pairs)


def _known(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a known unit ends the words start..end."""
    return any(unit_end(words, at) == end for at in range(start + 1, end))
