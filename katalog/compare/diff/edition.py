"""What a label says beside the edition that it names.

`LAMPIRAN KEPUTUSAN BUPATI NOMOR 14 TAHUN 2022` stands above the tables of every edition with that edition's number,
year and date; so does the year in a table's title. Which edition it is the decree says itself, and the diff with it.
"""

from __future__ import annotations

import re

from bahasa.date import dates_in
from bahasa.law import NUMBER_SIGN, edition_words
from katalog.compare.match.key import parts

# `Nomor. 800/ 015 /Sek. II/BKPSDM`: pieces with a figure or a stroke
_NUMBER = re.compile(rf"{NUMBER_SIGN}(?:\S*[\d/]\S*\s*)+", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")


def beside_edition(text: str) -> tuple[str, ...]:
    """The parts of a label without number, year and date of an edition.

    >>> beside_edition("Lampiran I Keputusan Camat Nomor 5/A Tahun 2022")
    ('lampiran', 'i', 'keputusan', 'camat')
    """
    for start, end, _ in reversed([*dates_in(text)]):
        text = f"{text[:start]} {text[end:]}"
    said = parts(_NUMBER.sub(" ", text))
    return tuple(part for part in said if part not in edition_words() and not _YEAR.fullmatch(part))
