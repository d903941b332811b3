"""Holders of blocks -> the organizational units that the document itself names.

Input: the holders as printed and all lines. Output: unit names, and abbreviations of the agency that the document
prints, in the order in which they were found, each once. Guarantee: nothing that the document doesn't print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bahasa.acronyms import possible_acronyms
from bahasa.units import printed_unit
from schemas.layout import Line

_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")


def named_units(holders: Iterable[str], lines: Iterable[Line]) -> tuple[str, ...]:
    """The units that the holders lead or are, then the printed abbreviations of their names."""
    units = list(dict.fromkeys(unit for holder in holders if (unit := printed_unit(holder))))
    printed = dict.fromkeys(_CAPITALS.findall("\n".join(line.text for line in lines)))
    initials = {acronym for unit in units for acronym in possible_acronyms(unit)}
    return tuple(units + [word for word in printed if word in initials])
