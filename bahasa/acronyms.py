"""Acronyms: those that decrees make of a name by its initials, and those that are printed with small letters inside.

`Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Paser` is BKPSDM: function words are passed over, and
the name of the region is no part of it.
"""

from __future__ import annotations

from functools import cache

from bahasa.data import entries_of
from bahasa.fold import fold_words
from bahasa.function_words import function_words

#: Fewer letters make no acronym.
_LEAST = 3


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word not in function_words("henti") and word[0].isalpha()).upper()


def acronym(instansi: str) -> str:
    """The acronym of an agency's name, the region behind it left out; empty where it would have less than three
    letters."""
    words = fold_words(instansi).split()
    end = next((i for i, word in enumerate(words) if word in regions()), len(words))
    letters = _initials(words[:end])
    return letters if len(letters) >= _LEAST else ""


def possible_acronyms(name: str) -> list[str]:
    """The acronyms that a name or a beginning of it could have (`BKP`, `BKPS`, ...): a document prints one of them, and
    where its name ends and that of the region begins is not always told."""
    letters = _initials(fold_words(name).split())
    return [letters[:count] for count in range(_LEAST, len(letters) + 1)]


@cache
def regions() -> frozenset[str]:
    """Folded words that begin the name of a region (`kabupaten`)."""
    return frozenset(entry["kata"] for entry in entries_of("wilayah", "wilayah"))


@cache
def mixed_acronyms() -> frozenset[str]:
    """Acronyms that are rightly printed with small letters (`LKjIP`)."""
    return frozenset(str(entry["nama"]) for entry in entries_of("singkatan", "campuran"))
