"""Is a word that is none one of the dictionary, but for letters that look alike?

A recogniser may be sure of `rn` where `m` is printed (`e-Govemment`), and of `n` for `ri`. A name or a misprint that no
dictionary knows is seldom so near to a word by just such letters. Nor is a word that only rules of affixes allow
(`pegawal`, of `awal`) often so near to one that is listed: of 41 such words on pages scanned badly 16 were misread, of
the other 3,274 words of that make 30.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bahasa.kamus import is_known, is_listed

#: Letters that are read for each other, both ways; those of one place first.
_ALIKE = (
    "m rn", "n ri", "n ii", "h li", "u ii", "d cl", "b h", "h n", "l i", "r i", "i t", "l t", "f t", "r t", "r n",
    "u n", "u i", "m n", "c e", "a o", "a s", "a e", "e o", "g q", "g s", "k l", "v y",
)  # fmt: skip
_SWAPS = tuple([pair for one in _ALIKE for pair in (tuple(one.split()), tuple(reversed(one.split())))])
#: Thin letters that are overlooked.
_THIN = "ilrt"
#: Shorter words are near to another by chance.
_FEW = 5


@lru_cache(maxsize=1 << 14)
def is_lookalike(word: str) -> bool:
    """Is a word, or a part of it between hyphens or strokes, in no list, and near to a word that is; or none at all,
    and near to one?

    >>> is_lookalike("pegawal"), is_lookalike("pegawai"), is_lookalike("BKPSDM")
    (True, False, False)
    """
    parts = [part for part in re.split(r"[-/]", word.lower()) if len(part) >= _FEW and part.isalpha()]
    return any(_is_near(part) for part in parts if not is_listed(part))


def _is_near(part: str) -> bool:
    is_word = is_listed if is_known(part) else is_known
    return any(map(is_word, _near(part)))


def _near(word: str) -> Iterator[str]:
    for printed, read in _SWAPS:
        at = word.find(read)
        while at >= 0:
            yield word[:at] + printed + word[at + len(read) :]
            at = word.find(read, at + len(read))
    for at in range(len(word)):
        for thin in _THIN:
            yield word[:at] + thin + word[at:]
