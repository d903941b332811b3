"""The names under which one unit is printed: which forms are slips of which, and the acronym of the agency.

Two forms are one unit where their words differ by slips of the pen alone (`Kepegawain`), never by a number
(`Seksi Wilayah I`, `Seksi Wilayah II`) nor by another word that the dictionary knows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from bahasa.fold import fold_words
from bahasa.kamus import is_known
from normalize.words.keyslips import classify

_NUMBER = re.compile(r"\d+|[ivxlc]+|[a-z]")


def same_numbers(first: str, second: str) -> bool:
    """Whether two folded names hold the same numbers and letters (`wilayah ii`, `tim a`)."""
    return _numbers(first) == _numbers(second)


@lru_cache(maxsize=1 << 12)
def _numbers(folded: str) -> tuple[str, ...]:
    return tuple(word for word in folded.split() if _NUMBER.fullmatch(word))


def is_slip_of(first: str, second: str) -> bool:
    """Whether two folded names are one but for slips of the pen."""
    ones, others = first.split(), second.split()
    if len(ones) != len(others) or not same_numbers(first, second):
        return False
    return all(one == other or _is_slip(one, other) for one, other in zip(ones, others, strict=True))


def _is_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 4 or (is_known(one) and is_known(other)):
        return False
    return classify(one, other) is not None or classify(other, one) is not None


def canonical_names(printed: Iterable[str]) -> dict[str, str]:
    """Folded form to the name that stands for it: of forms that are slips of each other, the one with the fewest
    unknown words, then the one printed most often, then the first."""
    counted = Counter(printed)
    order = list(counted)
    best = sorted(order, key=lambda name: (_unknown(name), -counted[name], order.index(name)))
    names: dict[str, str] = {}
    for name in order:
        folded = fold_words(name)
        names[folded] = next((n for n in best if fold_words(n) == folded or is_slip_of(fold_words(n), folded)), name)
    return names


def _unknown(name: str) -> int:
    return sum(not is_known(word) for word in fold_words(name).split())
