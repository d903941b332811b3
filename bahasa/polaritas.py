"""Polaritas: whether more or less of an indicator is better, where the decree prints it, and nothing where it doesn't.

>>> polarity_said("semakin rendah angka kematian, semakin baik")
('Minimize', 'semakin rendah angka kematian, semakin baik')
>>> polarity_of("Positif"), polarity_of("lihat catatan"), is_polarity_heading("JENIS POLARITAS")
('Maximize', None, True)
"""

from __future__ import annotations

import re

from bahasa.data import entries_of
from bahasa.fold import fold_words, one_line


def is_polarity_heading(heading: str) -> bool:
    """Does a column under this heading hold the polaritas of its rows?"""
    words = fold_words(heading).split()
    return any(entry["kata"] in words for entry in entries_of("polaritas", "judul"))


def polarity_of(cell: str) -> str | None:
    """What a cell of such a column means; None where it is none of the known words."""
    words = fold_words(cell)
    return next((entry["nilai"] for entry in entries_of("polaritas", "isi") if entry["kata"] == words), None)


def polarity_said(text: str) -> tuple[str, str] | None:
    """What a running text says, with its own words; None where it says nothing, or two different things."""
    line = one_line(text)
    found = [
        (entry["nilai"], match[0])
        for entry in entries_of("polaritas", "frasa")
        for match in re.finditer(entry["pola"], line, re.I)
    ]
    return found[0] if len({value for value, _ in found}) == 1 else None
