"""Units of measure with a slip of the hand in them: `dokuemn`, `lapor an`.

Input: a printed unit that the vocabulary does not have. Output: the units that it may stand for, the likeliest first.
"""

from __future__ import annotations

from functools import lru_cache

from bahasa.kamus import is_known
from bahasa.satuan import measures_by_form
from normalize.words.keyslips import classify

#: A slip that leads to a unit may cost so much; one that is this much cheaper than the next is meant.
_MOST, _MARGIN = 0.7, 0.2
#: A shorter form (`buah`, `kali`) is a slip away from many words.
_SHORT = 5


@lru_cache(maxsize=1024)
def units_near(printed: str) -> tuple[tuple[str, str], ...]:
    """Forms of units that this one may be, each with its slip, the likeliest first; only one where it leads clearly.

    >>> units_near("dokuemn"), units_near("lapor an")
    ((('dokumen', 'huruf tertukar'),), (('laporan', 'satu kata tercetak terpisah'),))
    """
    word = printed.casefold().rstrip(".")
    joined = word.replace(" ", "")
    if " " in word and joined in measures_by_form():
        return ((joined, "satu kata tercetak terpisah"),)
    if len(joined) < _SHORT or all(map(is_known, word.split())):
        return ()
    slips = [(form, classify(word, form)) for form in measures_by_form() if len(form) >= _SHORT]
    found = sorted((slip.cost, form, slip.name) for form, slip in slips if slip is not None and slip.cost <= _MOST)
    near = [one for one in found if one[0] - found[0][0] < _MARGIN]
    return tuple((form, name) for _, form, name in near)
