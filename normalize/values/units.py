"""Units of measure with a slip of the hand in them: `dokuemn`, `lapor an`.

Input: a printed unit that the vocabulary does not have. Output: the unit that was meant, None where several may be.
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
def unit_meant(printed: str) -> tuple[str, str] | None:
    """The form of a unit that was meant, and the evidence (Indonesian); None where no form is near, or several are.

    >>> unit_meant("dokuemn"), unit_meant("kertas")
    (('dokumen', 'huruf tertukar; “dokumen” satuan baku'), None)
    """
    word = printed.casefold().rstrip(".")
    joined = word.replace(" ", "")
    if " " in word and joined in measures_by_form():
        return _meant(joined, "satu kata tercetak terpisah")
    if len(joined) < _SHORT or all(map(is_known, word.split())):
        return None
    slips = [(form, classify(word, form)) for form in measures_by_form() if len(form) >= _SHORT]
    found = sorted((slip.cost, form, slip.name) for form, slip in slips if slip is not None and slip.cost <= _MOST)
    near = [one for one in found if one[0] - found[0][0] < _MARGIN]
    return _meant(*near[0][1:]) if len(near) == 1 else None


def _meant(form: str, slip: str) -> tuple[str, str]:
    return form, f"{slip}; “{form}” satuan baku"
