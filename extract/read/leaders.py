"""Dots that lead the eye from one cell of a row to the next (`Jumlah pemustaka ........ 4.500 orang ...... Register`).

Input: the lines of a page. Output: the same lines, blanks in place of such dots. They are told by their form: in lines
below each other what they lead to begins at one place, and it is a number or the rows have numbers. Dots to be written
on (`Nomor ..... Tahun 2016`), those before a colon (`Tugas ....... : ...`) and those of a list of contents (`Perjanjian
Kinerja ..... 12`, `Kata Pengantar ..... iii`) lead to no cell and stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

#: Dots lead in so many lines below each other at least.
_LINES = 2
# each run of dots is gone through once, however long
#: `12`, `iii`, `12 - 13`: numbers of pages, which end the line.
_PAGE = r"(?:\d{1,3}|[ivxlc]{1,6})"
#: What dots lead to: no colon, and no number of a page.
_LEADER = re.compile(
    r"(?<=[^\s.…])(?P<titik>\s*+(?:\.{4,}+|…{2,}+|(?:\. ){4,}+\.?)[ .…]*+)"
    rf"(?=[^\s.…:：](?!\d{{0,2}}\s*$))(?!{_PAGE}(?:\s?[-–]\s?{_PAGE})?\s*$)"
)
_DOTS = ("....", "……", ". . . . ")
#: How a row begins that has a number: `1 `, `2.`, `b.`.
_ROW = re.compile(r"\s*(?:\d{1,3}[.)]?|[a-z][.)])\s")
#: How an amount does.
_AMOUNT = re.compile(r"[<>≤≥±]?\s?\d|Rp", re.I)
_LAST = re.compile(r"(?<=[^\s.…])\s*+(?:\.{4,}+|…{2,}+|(?:\. ){4,}+\.?)\s*+$")


def without_leaders(texts: Sequence[str]) -> list[str]:
    """The lines, with blanks for dots that lead to a cell, and for those behind the last cell of such a line.

    >>> without_leaders(["1  Jumlah surat .... 12 surat ...", "2  Rapat ........... 4 rapat ....", "NIP ..... 1"])
    ['1  Jumlah surat      12 surat ...', '2  Rapat             4 rapat     ', 'NIP ..... 1']
    """
    made = list(texts)
    run: list[int] = []
    for at, text in enumerate([*texts, ""]):
        # most lines have no dots in a row
        if any(dots in text for dots in _DOTS) and _LEADER.search(text):
            run.append(at)
        elif text.strip() or at == len(texts):
            _blank(made, run)
            run = []
    return made


def _blank(made: list[str], run: Sequence[int]) -> None:
    """Blanks the leaders of a run of lines that have some."""
    begins = Counter(match.end() for at in run for match in _LEADER.finditer(made[at]))
    led = {at: [m for m in _LEADER.finditer(made[at]) if begins[m.end()] >= _LINES] for at in run}
    amounts = any(_AMOUNT.match(match.string, match.end()) for matches in led.values() for match in matches)
    for at, matches in led.items():
        if matches and (amounts or _ROW.match(made[at])):
            made[at] = _blanked(made[at], [*matches, *_LAST.finditer(made[at])])


def _blanked(text: str, matches: Sequence[re.Match[str]]) -> str:
    """A line with blanks for some stretches of it, from left to right; built once, however many they are."""
    ends = [0, *(match.end() for match in matches)]
    parts = [text[end : match.start()] + " " * len(match[0]) for end, match in zip(ends, matches, strict=False)]
    return "".join([*parts, text[ends[-1] :]])
