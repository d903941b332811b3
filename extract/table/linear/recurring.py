"""Runs of words that a table prints again: where they begin and end, cells mostly do.

A sasaran that each of its rows prints begins alike and goes on alike, line by line, up to where the next cell begins
(`1 Meningkatnya` / `mutu layanan` / `Jumlah pengaduan`, `2 Meningkatnya` / `mutu layanan` / `Indeks kepuasan`). A rumus
says its indikator again (`Jumlah pengaduan yang selesai` / `Jumlah pengaduan yang selesai dibagi ...`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

#: Fewer words come again by chance.
_FEWEST = 3
#: A rumus begins so many words behind the beginning of its indikator at most.
_NEAR = 70
#: What stands before a row's first word on its line.
_MARKS = frozenset("0123456789.)(")


class Recurrence(NamedTuple):
    """Words start..end that come again: further down at the beginning of a row (`kembali`; `kembali?` where the lines
    do not tell its end), or near behind (`cermin`)."""

    kind: str
    start: int
    end: int


def recurrences(words: Sequence[str], bare: Sequence[str], first: Sequence[bool]) -> list[Recurrence]:
    """The runs of a table's words that come again, as printed and bare; `first` tells the words that open a line."""
    begun = _begun_again(words, first)
    starts = {one.start for one in begun}
    return [*begun, *(one for one in _said_again(bare) if one.start not in starts)]


def _begun_again(words: Sequence[str], first: Sequence[bool]) -> list[Recurrence]:
    """What two lines below each other begin with alike, to the letter; each line is compared with the next one that
    begins so, and only those that the lines above do not have alike as well."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(words) - _FEWEST + 1):
        if _opens(words, first, i):
            places[tuple(words[i : i + _FEWEST])].append(i)
    pairs = (pair for same in places.values() for pair in pairwise(same))
    found = (one for i, j in pairs if not (i and words[i - 1] == words[j - 1]) for one in _both(words, first, i, j))
    return list(dict.fromkeys(found))


def _opens(words: Sequence[str], first: Sequence[bool], i: int) -> bool:
    """Whether a word opens its line, or stands behind what may be its row's number there."""
    return first[i] or (i > 0 and first[i - 1] and set(words[i - 1]) <= _MARKS)


def _both(words: Sequence[str], first: Sequence[bool], i: int, j: int) -> Iterator[Recurrence]:
    size = _alike(words, i, j)
    breaks = [k for k in range(2, size + 1) if j + k < len(words) and first[i + k] and first[j + k]]
    kind = "kembali" if breaks else "kembali?"
    size = breaks[-1] if breaks else size
    yield Recurrence(kind, i, i + size)
    yield Recurrence(kind, j, j + size)


def _said_again(bare: Sequence[str]) -> Iterator[Recurrence]:
    """What comes again near behind, each run as long as it goes."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(bare) - _FEWEST + 1):
        places[tuple(bare[i : i + _FEWEST])].append(i)
    end = 0
    for i in range(len(bare) - _FEWEST + 1):
        if i < end:
            continue
        same = places[tuple(bare[i : i + _FEWEST])]
        at = bisect_left(same, i + _FEWEST)
        if at < len(same) and same[at] <= i + _NEAR:
            end = i + _alike(bare, i, same[at])
            yield Recurrence("cermin", i, end)


def _alike(words: Sequence[str], i: int, j: int) -> int:
    """So many words from i on are those from j on; j is behind i, and they don't overlap."""
    most = min(j - i, len(words) - j)
    return next((k for k in range(most) if words[i + k] != words[j + k]), most)
