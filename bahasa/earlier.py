"""Earlier decrees that a text ends or changes (`pencabutan.toml`): what it cites, and whether it revokes or amends it.

A decree also cites what it rests on; only a citation beside a word that revokes or amends counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from bahasa.data import entries_of
from bahasa.law import laws_in
from schemas.decree import Law

Ending = Literal["mencabut", "mengubah"]

# a full stop ends a sentence behind a word or a year: `No. 12`, `Sek. II` do not
_SENTENCE = re.compile(r"(?:(?:(?<=[a-z]{3})|(?<=\d{4}))\.|;)\s+(?=[A-Z])")
#: Words between `mengubah` and what it changes: `Mengubah beberapa ketentuan dalam Lampiran II Keputusan ...`.
_NEAR = 6


class EarlierDecree(NamedTuple):
    """A decree that is cited as ended (`mencabut`) or changed in part (`mengubah`)."""

    cara: Ending
    law: Law


def earlier_decrees(text: str) -> Iterator[EarlierDecree]:
    """The decrees that the text revokes or amends, in order.

    >>> [(one.cara, one.law.nomor) for one in earlier_decrees("Keputusan Bupati Nomor 12 Tahun 2020 dicabut")]
    [('mencabut', '12')]
    """
    for sentence in _SENTENCE.split(" ".join(text.split())):
        told: Ending | None = None
        for start, _, law in laws_in(sentence):
            before = sentence[:start]
            if any(re.search(entry["pola"], before, re.I) for entry in entries_of("pencabutan", "dasar")):
                continue
            # what is said in front of the first decree of a list holds for the others
            told = _said("sebelum", " ".join(before.split()[-_NEAR:])) or told
            if cara := _said("sesudah", sentence[start:]) or told:
                yield EarlierDecree(cara, law)


def _said(where: str, text: str) -> Ending | None:
    return next((cara for cara, pattern in _patterns(where) if pattern.search(text)), None)


@cache
def _patterns(where: str) -> tuple[tuple[Ending, re.Pattern[str]], ...]:
    return tuple((entry["cara"], re.compile(entry["pola"], re.I)) for entry in entries_of("pencabutan", where))
