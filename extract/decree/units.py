"""Holders of blocks -> the organizational units that the document itself names.

Input: the holders as printed and all lines. Output: unit names, and abbreviations of the agency that the document
prints, in the order in which they were found, each once. Guarantee: nothing that the document doesn't print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bahasa.fold import one_line
from bahasa.kepala import unit_patterns
from schemas.layout import Line

_WORD = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
# words that an abbreviation passes over: `Badan Kepegawaian dan Pengembangan Sumber Daya Manusia` is BKPSDM
_PASSED_OVER = frozenset(("dan", "di", "ke", "dari", "untuk", "yang", "pada"))


def named_units(holders: Iterable[str], lines: Sequence[Line]) -> tuple[str, ...]:
    """The units that the holders lead or are, then the printed abbreviations of their names."""
    units = list(dict.fromkeys(unit for holder in holders if (unit := unit_of(holder))))
    printed = dict.fromkeys(word for line in lines for word in _CAPITALS.findall(line.text))
    initials = {beginning for unit in units for beginning in _initials(unit)}
    return tuple(units + [word for word in printed if word in initials])


def unit_of(holder: str) -> str:
    """`Kepala Sub Bagian Umum` leads `Sub Bagian Umum`; a holder that is a unit is that unit; else empty."""
    for pattern in unit_patterns():
        match = pattern.fullmatch(one_line(holder).rstrip(" .,;"))
        if match:
            return match[1]
    return ""


def _initials(unit: str) -> list[str]:
    """The initials of a name, and of its beginnings (the name of the region may follow): of three letters or more."""
    letters = "".join(word[0] for word in _WORD.findall(unit) if word.lower() not in _PASSED_OVER).upper()
    return [letters[:count] for count in range(3, len(letters) + 1)]
