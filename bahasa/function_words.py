"""Function words (kata_fungsi.toml): words that link what a text speaks of, and say nothing themselves.

Each use asks for the words of one property, since the uses differ: `sesuai` tells no two indikator apart (`henti`), but
a title prints it with a capital (it is not `kecil`).
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from bahasa.data import entries_of

#: What a word counts for; kata_fungsi.toml says what each means.
Property = Literal[
    "henti", "kecil", "lekat", "awalan", "tunggal", "sambung", "terbuka", "gabung", "kerja", "jelas", "kolom"
]


@cache
def function_words(having: Property) -> frozenset[str]:
    """The function words with this property, in lower case: `function_words("gabung")` holds `dan` and `atau`."""
    return frozenset(entry["kata"] for entry in entries_of("kata_fungsi", "kata") if having in entry["sifat"])


@cache
def any_function_word(having: Property) -> str:
    """A regex alternative of the function words with this property."""
    return "|".join(sorted(function_words(having)))
