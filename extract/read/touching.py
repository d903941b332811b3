"""Cells of fixed width that touch: one that fills its column leaves no blank before the next (`binaan RT80 %`).

Input: the lines of a page. Output: the same lines, set wider where such cells touch, so that the columns still stand
below each other. A column of fixed width begins at the very same position in each line; a word that runs over that
position, and shows there that another one begins, is two.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Sequence

#: A column begins at one position in so many lines below each other at least.
_LINES = 3
_ROOM = "  "
_FULL = re.compile(r"\S \S+$")
_BEGINS = re.compile(r"(?<=\S\s\s)\S|(?<=\s\s\s)\S")
#: What begins anew shows itself: `anakPersentase`, `RT80`, `%Laporan`, `2Laporan`.
_SEEN = re.compile(r"(?=[a-z)%.,;][A-Z]|[^\W\d_][0-9]|[)%][0-9]|[0-9][A-Z][a-z])")


def touching_apart(texts: Sequence[str]) -> list[str]:
    """The lines, with room between the cells that touch.

    >>> rows = ["1   Jumlah induk    2 ekor", "2   Jumlah anakan RT80 ekor", "3   Jumlah bayi     9 ekor"]
    >>> touching_apart(["NO  INDIKATOR       TARGET", *rows])[2]
    '2   Jumlah anakan RT  80 ekor'
    """
    made = list(texts)
    edges = {match.start() for text in texts for match in _BEGINS.finditer(text)}
    touching: dict[int, set[int]] = defaultdict(set)
    first = min(edges, default=math.inf)
    for at, text in enumerate(texts):
        for x in (match.start() + 1 for match in _SEEN.finditer(text) if len(text) > first):
            if x in edges and _fills_column(text, x):
                touching[x].add(at)
    for x, seen in sorted(touching.items(), reverse=True):
        for at in _rows(texts, x, seen):
            made[at] = made[at][:x] + _ROOM + made[at][x:] if len(made[at]) > x else made[at]
    return made


def _fills_column(text: str, x: int) -> bool:
    """Does what ends at x fill its column with several words? (`Rp9.875` below numbers is one amount, and `S1` one
    word.)"""
    return _runs_over(text, x) and _FULL.search(text[:x]) is not None


def _rows(texts: Sequence[str], x: int, seen: Collection[int]) -> set[int]:
    """The lines of the table whose column begins at x, where enough of them show that it does."""
    found: set[int] = set()
    looked_at: set[int] = set()
    for at in sorted(seen):
        if at in looked_at:
            continue
        run = [at]
        for step in (-1, 1):
            k = at + step
            while 0 <= k < len(texts) and (k in seen or not _runs_over(texts[k], x)):
                run.append(k)
                k += step
        looked_at.update(run)
        begun = [k for k in run if k not in seen and _begins_at(texts[k], x)]
        if len(begun) >= _LINES:
            last = max(begun)
            while last + 1 in run and texts[last + 1].strip():
                # the last row goes on
                last += 1
            found.update(k for k in run if min(begun) <= k <= last or k in seen)
    return found


def _begins_at(text: str, x: int) -> bool:
    return _BEGINS.match(text, x) is not None


def _runs_over(text: str, x: int) -> bool:
    return 0 < x < len(text) and not text[x - 1].isspace() and not text[x].isspace()
