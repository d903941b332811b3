"""Abbreviated words of headings -> the words that they stand for.

An agency may leave out vowels (`Trgt.`, `Smbr.`, `STN.`, `Satn.`) or cut a word short (`Def.`, `Prog.`); which
word it is, the headings that the vocabulary knows tell. So no list of abbreviations is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from bahasa.headings import heading_letters, known_headings

_VOWELS = frozenset("AEIOU")
#: Fewer letters stand for too many words, without a point fewer than four; so many more has the word at least.
_FEWEST, _BARE, _MORE = 3, 4, 2
#: Where it lacks consonants too (`Tgt.`), it stands for a word that so many headings have.
_OFTEN = 4
_SHORT = re.compile(r"([^\W\d_]{3,8})(\.?)")


@lru_cache(maxsize=1 << 14)
def spelled_out(word: str) -> str:
    """The word of headings that one word abbreviates, in capitals; the word itself where it is none.

    >>> spelled_out("Trgt."), spelled_out("Smbr."), spelled_out("Def."), spelled_out("Target"), spelled_out("DPRD")
    ('TARGET', 'SUMBER', 'DEFINISI', 'Target', 'DPRD')
    """
    match = _SHORT.fullmatch(word)
    letters = heading_letters(word)
    if match is None or letters in _words() or len(letters) < (_FEWEST if match[2] else _BARE):
        return word
    if _VOWELS.isdisjoint(letters):
        dotted = bool(match[2])
        fitting = {whole: count for whole, count in _words().items() if _stands_for(letters, whole, dotted, count)}
    elif match[2]:
        fitting = {
            whole: count
            for whole, count in _words().items()
            if _begins(letters, whole) or _lacks_vowels(letters, whole)
        }
    else:
        return word
    most = max(fitting, key=lambda whole: (fitting[whole], whole), default="")
    return most if 2 * fitting.get(most, 0) > sum(fitting.values()) else word


def _stands_for(letters: str, whole: str, dotted: bool, count: int) -> bool:
    """Whether an abbreviation has a word's consonants in their order: all of them, or of a usual word all but one."""
    consonants = _consonants(whole)
    fewer = (consonants[:at] + consonants[at + 1 :] for at in range(1, len(consonants) - 1))
    return letters == consonants or (dotted and count >= _OFTEN and letters in fewer)


def _lacks_vowels(letters: str, whole: str) -> bool:
    """Whether an abbreviation is a word without some of its vowels (`Satn.`), the first letter kept."""
    rest = iter(whole)
    in_order = letters[0] == whole[0] and all(letter in rest for letter in letters)
    return in_order and _consonants(letters) == _consonants(whole) and len(letters) < len(whole)


def _consonants(letters: str) -> str:
    return "".join(letter for letter in letters if letter not in _VOWELS)


def _begins(letters: str, whole: str) -> bool:
    return whole.startswith(letters) and len(whole) >= len(letters) + _MORE


@cache
def _words() -> Counter[str]:
    """The words of known headings, with how many of these have each."""
    words = (word for one in known_headings().values() for word in map(heading_letters, one.contoh.split()))
    return Counter(word for word in words if word.isalpha())
