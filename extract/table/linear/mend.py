"""Words that a column too narrow for them broke over lines (`dokume` / `n`), put together again in linear text.

Linear text shows no columns; extract/table/broken.py tells a broken word from two.
"""

from __future__ import annotations

from dataclasses import replace

from extract.table.broken import one_word
from extract.table.context import DocumentWords
from extract.table.linear.tokens import Fragment, TableWords

#: A word is broken into so many parts at most.
_PARTS = 4


def mend(tokens: TableWords, words: DocumentWords, over_pages: bool = False) -> TableWords:
    """The words with the broken ones whole, each at the line of its head. What follows a tail opens its line. Over a
    page break only a text of one column goes on (`over_pages`)."""
    taken: dict[int, tuple[int, float]] = {}
    i = 0
    while i < len(tokens):
        count, sure = _count(tokens, words, i, over_pages)
        if count > 1:
            taken[i] = (count, sure)
        i += count
    return _merged(tokens, taken) if taken else tokens


def _count(tokens: TableWords, words: DocumentWords, i: int, over_pages: bool) -> tuple[int, float]:
    """How many words from word i on are one broken word (1: it is whole), and how surely."""
    best = (1, 1.0)
    for end in range(i + 1, min(i + _PARTS, len(tokens))):
        if not tokens.first[end] or tokens.gap[end] or (tokens.page[end] and not over_pages):
            break
        sure = one_word(tokens.words[i : end + 1], words, alone=tokens.first[i])
        if sure:
            best = (end + 1 - i, sure)
    return best


def _merged(tokens: TableWords, taken: dict[int, tuple[int, float]]) -> TableWords:
    swallowed = {k for i, (count, _) in taken.items() for k in range(i + 1, i + count)}
    kept = [i for i in range(len(tokens)) if i not in swallowed]
    place = {i: k for k, i in enumerate(kept)}
    words, first, gap, page = list(tokens.words), list(tokens.first), list(tokens.gap), list(tokens.page)
    trail, broken = list(tokens.trail), {}
    for i, (count, sure) in taken.items():
        stop = i + count
        words[i] = "".join(tokens.words[i:stop])
        broken[place[i]] = tuple(
            Fragment(tokens.words[k], tokens.line[k], sure if k > i else 1.0) for k in range(i, stop)
        )
        if stop < len(tokens) and not first[stop]:
            first[stop], gap[stop], page[stop], trail[stop] = True, 0, 0, tokens.trail[stop - 1]
    return replace(
        tokens,
        words=tuple(words[i] for i in kept),
        line=tuple(tokens.line[i] for i in kept),
        first=tuple(first[i] for i in kept),
        gap=tuple(gap[i] for i in kept),
        page=tuple(page[i] for i in kept),
        wide=tuple(tokens.wide[i] and not first[i] for i in kept),
        trail=tuple(trail[i] for i in kept),
        broken=broken,
    )
