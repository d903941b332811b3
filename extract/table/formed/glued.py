"""Where an extractor glued two headings: `FORMULA` above, `SATUAN` below the column before it, read as `FORMULASATUAN`.

A heading of two levels is printed level by level. From the last word of the upper one the text goes up on the page, and
some extractors write no blank where it does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache

from bahasa.headings import heading_words
from bahasa.kamus import dictionary_words, is_known
from bahasa.target_scope import scope_words

#: A heading above ends with a word of so many letters (`KET2022`: fewer where headings have that word), one below
#: begins with so many, or with a numeral.
_ABOVE, _SHORT, _BELOW = 4, 3, 2
_KEPT = 1 << 14
_NUMERAL = frozenset("iv")
#: `DataI`, `CatatanTRW`, `UKURSatuan`, `PJKuant/`, `JAWAB2022`: what begins anew shows itself.
_SEEN = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})|(?<=[A-Za-z])(?=(?:19|20)\d\d\b)")


@lru_cache(maxsize=_KEPT)
def glued_at(text: str) -> int:
    """Where the second of two glued words begins, 0 where the word is one.

    >>> glued_at("CatatanTRW"), glued_at("FORMULASATUAN"), glued_at("KEBERHASILAN"), glued_at("KEBERHASILA")
    (7, 7, 0, 0)
    """
    seen = _SEEN.search(text)
    if seen is not None:
        above = text[: seen.start()]
        return seen.start() if _is_word(above) or above.lower() in _words_above() else 0
    letters = text.lower()
    if not text.isalpha() or not text.isupper() or len(text) <= _ABOVE or _begins_word(letters):
        return 0
    told = [(_worth(letters[:cut], letters[cut:]), cut) for cut in range(_ABOVE, len(text))]
    worth, cut = max(told)
    return cut if worth else 0


def _is_word(text: str) -> bool:
    """Whether a word, or the end of one with other signs in it, is one that a heading ends with."""
    return _ends_heading(re.split(r"[^A-Za-z]", text)[-1].lower())


def _ends_heading(word: str) -> bool:
    return len(word) >= (_SHORT if word in _words_above() else _ABOVE) and (word in _words_above() or is_known(word))


def _worth(above: str, below: str) -> int:
    """How well two parts are words of headings, 0 where they are none: the second one may be broken by its column."""
    if not _ends_heading(above):
        return 0
    named = 2 * (above in _words_above())
    if below in _words_below() or (named and set(below) <= _NUMERAL):
        return 4 + named
    if len(below) >= _ABOVE and is_known(below):
        return 2 + named
    broken = len(below) >= _BELOW and any(word.startswith(below) for word in _words_below())
    # `DATAANGK` / `A`: of other words a longer part
    broken = broken or bool(named and len(below) >= _ABOVE and _begins_word(below))
    return 1 + named if broken else 0


@cache
def _words_above() -> frozenset[str]:
    return frozenset(word.lower() for word in heading_words() if len(word) > 1)


@cache
def _words_below() -> frozenset[str]:
    return _words_above() | scope_words()


def _begins_word(text: str) -> bool:
    """Whether a word of the dictionary is this one or begins with it: a column broke it."""
    if is_known(text) or text in _words_above():
        return True
    words = _in_order()
    at = bisect_left(words, text)
    return at < len(words) and words[at].startswith(text)


@cache
def _in_order() -> list[str]:
    return sorted(dictionary_words() | _words_above())
