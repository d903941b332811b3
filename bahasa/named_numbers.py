"""Numbers that say which one, not how many: `2024`, `TW 1`, `Semester 2`, `Peringkat 5 Besar`, `H+7`, `ISO 9001:2015`.

A target that stays text has lost nothing where all its numbers are such names. Times and ranks are those of
target_scope.toml and target.toml.
"""

from __future__ import annotations

import re
from functools import cache

from bahasa.either import either
from bahasa.satuan import unit_end
from bahasa.target_scope import words_of_parts
from bahasa.target_words import alternatives

_DAY = re.compile(r"\bH\s?[-+]\s?\d{1,3}\b")
#: A standard with the year of its edition.
_STANDARD = re.compile(r"\b[A-Z]{2,6}[ .-]?\d{4,5}:(?:19|20)\d\d\b")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d|\s*[%‰])")


@cache
def _named() -> re.Pattern[str]:
    words = f"{either(words_of_parts())}|{alternatives('awalan', jenis='urut')}|{alternatives('urutan')}"
    return re.compile(rf"(?<!\w)(?:{words})\.?\s*(?:ke\s?-?\s?)?\d{{1,2}}(?![\d.,]*\d|\s*[%‰])(?!\w)", re.I)


def counts_something(text: str) -> bool:
    """Has a text a number that is no name of a year, a time, a rank or a standard?

    >>> counts_something("APBD 2024 tersusun"), counts_something("TW 1"), counts_something("8 Jenis dan 5 Dokumen")
    (False, False, True)
    >>> counts_something("2024 lembar tersusun")
    True
    """
    for pattern in (_STANDARD, _DAY, _named(), _YEAR):
        text = pattern.sub(_kept_before_unit, text)
    return any(map(str.isdigit, text))


def _kept_before_unit(match: re.Match[str]) -> str:
    """What the unit behind it says to count something (`setiap bulan 12 laporan`) as it is; a blank for a name, also
    before the year of its quarter (`Triwulan 2 tahun 2024`)."""
    behind = match.string[match.end() :].split()[:4]
    counts = bool(behind) and behind[0].casefold() not in words_of_parts() and unit_end(behind, 0) > 0
    return match[0] if counts else " "
