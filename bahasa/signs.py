"""Words that tell what stands in a cell or beside a label (petunjuk.toml): what is to come about, what is counted, an
office, a unit, a document. One word decides nothing: it is evidence, whose weight is learned.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from bahasa.data import entries_of

#: What a sign tells of a text; petunjuk.toml says what each means.
SignKind = Literal["hasil", "upaya", "ukuran", "cara hitung", "kantor", "berkas", "jabatan", "unit", "kerja", "rekap"]
# `x 100 %`, `=`, `Σ`: signs that are no words
_ARITHMETIC = r"[x×*] ?100|[=Σ∑÷]"
# who does it (`Pengumpul`, `Pemelihara`), not what is done (`Pengumpulan`)
# or seen (`Perspektif`, where `per` stands before no vowel), nor the word for who holds any office
_AGENT = r"(?!pemerintah|perangkat|persen|pemangku\s+jabatan)pe(?:[mng]|r(?=[aeiou]))\w{4,}(?<!an)"


@cache
def _pattern(kind: SignKind) -> re.Pattern[str]:
    entries = [entry for entry in entries_of("petunjuk", "petunjuk") if entry["jenis"] == kind]
    words = "|".join(re.escape(entry["kata"]).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for entry in entries)
    if kind == "jabatan":
        words = f"{words}|{_AGENT}"
    if entries[0]["letak"] == "awal":
        return re.compile(rf"(?:{words})\b", re.IGNORECASE)
    return re.compile(rf"\b(?:{words})\b|{_ARITHMETIC}", re.IGNORECASE)


def shows(kind: SignKind, text: str) -> bool:
    """Does a text begin with a word of this kind (of a way to count: has it one anywhere)?

    >>> shows("ukuran", "Persentase pegawai"), shows("cara hitung", "A / B x 100 %"), shows("unit", "Kepala Bidang")
    (True, True, False)
    """
    at_start = kind != "cara hitung"
    return (_pattern(kind).match(text) if at_start else _pattern(kind).search(text)) is not None


def speaks_of(kind: SignKind, text: str) -> bool:
    """Has a text a word of this kind anywhere?"""
    return re.search(rf"\b(?:{_pattern(kind).pattern})", text, re.IGNORECASE) is not None
