"""Dots that lead the eye from one cell of a row to the next (`Jumlah pemustaka ........ 4.500 orang ...... Register`).

Input: the lines of a page. Output: the same lines, blanks in place of such dots. They are told by their form: in lines
below each other what they lead to begins at one place. Dots to be written on (`Nomor ..... Tahun 2016`), those before a
colon (`Tugas ....... : ...`) and those of a list of contents (`Perjanjian Kinerja ..... 12`) lead to no cell and stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

#: Dots lead in so many lines below each other at least.
_LINES = 2
# each run of dots is gone through once, however long
#: What dots lead to: no colon, and no number of a page that ends the line.
_LEADER = re.compile(
    r"(?<=[^\s.…])(?P<titik>\s*+(?:\.{4,}+|…{2,}+|(?:\. ){4,}+\.?)[ .…]*+)(?=[^\s.…:：](?!\d{0,2}\s*$))"
)
_LAST = re.compile(r"(?<=[^\s.…])\s*+(?:\.{4,}+|…{2,}+|(?:\. ){4,}+\.?)\s*+$")


def without_leaders(texts: Sequence[str]) -> list[str]:
    """The lines, with blanks for dots that lead to a cell, and for those behind the last cell of such a line.

    >>> without_leaders(["1  Jumlah surat .... 12 surat ...", "2  Rapat ........... 4 rapat ....", "NIP ..... 1"])
    ['1  Jumlah surat      12 surat ...', '2  Rapat             4 rapat     ', 'NIP ..... 1']
    """
    made = list(texts)
    run: list[int] = []
    for at, text in enumerate([*texts, ""]):
        if _LEADER.search(text):
            run.append(at)
        elif text.strip() or at == len(texts):
            _blank(made, run)
            run = []
    return made


def _blank(made: list[str], run: Sequence[int]) -> None:
    """Blanks the leaders of a run of lines that have some."""
    begins = Counter(match.end() for at in run for match in _LEADER.finditer(made[at]))
    for at in run:
        led = [match for match in _LEADER.finditer(made[at]) if begins[match.end()] >= _LINES]
        for match in led:
            made[at] = _blanked(made[at], match)
        if led and (last := _LAST.search(made[at])):
            made[at] = _blanked(made[at], last)


def _blanked(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
