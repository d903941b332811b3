"""Letters for which a font tells no Unicode, where the word shows them.

A font without a map for its ligatures loses them alone (`veri` `kasi`): of the few ligatures there are, the one that
makes a word of it is meant, if there is just one. What no word shows stays as it is, the replacement character, and is
a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bahasa.kamus import is_known
from schemas.layout import Word

UNKNOWN = "\ufffd"
_UNNAMED = re.compile("[\ufffd\ue000-\uf8ff]")
_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl", "tt", "ti", "ft")
#: How sure a letter is that was told by its word; a cell of many such letters is still above the threshold of doubt.
_SURE = 0.95
#: A word shows its missing letters only by so many others.
_SHOWN = 3
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def is_unnamed(text: str) -> bool:
    """Is a sign of a text one without a name: the replacement character, or a code for private use?"""
    return _UNNAMED.search(text) is not None


def with_ligatures(words: list[Word]) -> list[Word]:
    """The words, ligatures that their font does not name in place of the replacement character."""
    return [_told(word) if UNKNOWN in word.text else word for word in words]


def _told(word: Word) -> Word:
    if sum(letter.isalpha() for letter in word.text) < _SHOWN:
        return word
    found = [text for text in _readings(word.text) if _is_word(text)]
    if len(found) != 1:
        return word
    # one sign became several: the places of single characters are no longer known
    return word._replace(text=found[0], ends=word.ends[:1], sure=_SURE)


def _readings(text: str) -> Iterator[str]:
    """The text with each ligature; the same one in all places, since it is one sign of the font."""
    return (text.replace(UNKNOWN, ligature) for ligature in _LIGATURES)


def _is_word(text: str) -> bool:
    parts = _LETTERS.findall(text)
    return bool(parts) and all(is_known(part.casefold()) for part in parts)
