"""Cells that say "as above" instead of repeating what stands there (idem.toml).

>>> [is_ditto(text) for text in ("s.d.a.", 'Idem', '-"-', "-", "Idem dengan itu")]
[True, True, True, False, False]
>>> is_ditto('"\\x1f')  # a sign that nobody sees says nothing
True
"""

from __future__ import annotations

from functools import cache, lru_cache

from bahasa.data import entries_of
from bahasa.fold import fold


@cache
def _words() -> frozenset[str]:
    return frozenset(str(entry["bentuk"]) for entry in entries_of("idem", "kata"))


@cache
def _signs() -> frozenset[str]:
    return frozenset(str(entry["bentuk"]) for entry in entries_of("idem", "tanda"))


@lru_cache(maxsize=4096)
def is_ditto(text: str) -> bool:
    """Does a cell print only that it says what the one above says?"""
    if not text or len(text) > 40:
        return False
    seen = fold(text)
    bare = "".join(letter for letter in seen.casefold() if letter.isalnum())
    if bare:
        return bare in _words()
    return any(sign in seen for sign in _signs()) and all(sign in _signs() or sign in "-–— " for sign in seen)
