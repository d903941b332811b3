"""English words of office terms (inggris.toml), which no rule for Indonesian words may touch."""

from __future__ import annotations

from functools import cache

from bahasa.data import entries_of, vocabulary


@cache
def english_words() -> frozenset[str]:
    """English words of office terms, in lower case."""
    return frozenset(str(word) for group in entries_of("inggris", "kelompok") for word in group["kata"])


@cache
def only_english() -> frozenset[str]:
    """English words that are not in use as Indonesian ones."""
    return english_words() - frozenset(vocabulary("inggris")["serapan"]["kata"])
