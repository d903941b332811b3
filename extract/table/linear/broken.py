"""Words that a column too narrow for them broke over lines (`dokume` / `n`), put together again.

Linear text shows no columns. What tells a broken word from two words is the document itself: the whole word stands in
its lines elsewhere, and a part of it does not. For a word that it prints nowhere else a dictionary says the same. A
lone letter below a part that is no word either is one's rest as well, but less surely.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.table.linear.tokens import Fragment, TableWords
from extract.table.told import WORD, Words

#: A part of a broken word may look like a word of its own, but one so many times rarer than the whole.
_RARER = 10
#: A word printed this often is no accident.
_COMMON = 2
#: A word is broken into so many parts at most.
_PARTS = 4
#: How sure it is that a lone letter is the rest of a word that the document prints nowhere else.
GUESSED = 0.8
_LEAST_HEAD = 3
_LAST = re.compile(r"[^\W\d_]+$")


def one_word(parts: Sequence[str], words: Words, alone: bool = False) -> float:
    """How sure it is (0 to 1) that these ends and beginnings of lines are one word that was broken. If the first part
    looks like a word, it must stand `alone` on its line: `berjalan di` / `bandingkan` was printed so."""
    end, begin = parts[0][-1], parts[-1][0]
    if not (end.isalpha() and begin.isalpha()) or end.isupper() < begin.isupper():
        return 0.0  # nearly all
    head = _LAST.search(parts[0])
    tail = WORD.match(parts[-1])
    if not head or not tail or not all(WORD.fullmatch(part) for part in parts[1:-1]):
        return 0.0
    if parts[-1][tail.end() : tail.end() + 1] in {".", ")"} and len(tail[0]) == 1:
        return 0.0  # `a.` counts
    pieces = [head[0], *parts[1:-1], tail[0]]
    capitals = head[0].isupper() and len(head[0]) > 1
    if any(piece.isupper() != capitals or piece[0].isupper() != capitals for piece in pieces[1:]):
        return 0.0  # `APIP` / `dan`, `kinerja` / `Bidang`
    low = [piece.lower() for piece in pieces]
    inside = words.inside
    if inside[low[0]] >= _COMMON and not alone:
        return 0.0
    is_word = words.is_word or _no_word
    whole = words.all["".join(low)]
    if whole:
        rare = min(inside[piece] for piece in low) * _RARER <= whole
        # `petakarir` may be printed elsewhere: a slip, and no witness against `peta` / `karir`
        slip = rare and not is_word("".join(low)) and all(map(is_word, low))
        return 1.0 if rare and not slip else 0.0
    if all(inside[piece] >= _COMMON for piece in low):
        return 0.0
    if is_word("".join(low)):
        return 0.0 if all(map(is_word, low)) else 1.0
    lone = len(low) == 2 and len(low[1]) == 1 and tail[0].islower()
    return GUESSED if lone and len(low[0]) >= _LEAST_HEAD and not inside[low[0]] and not is_word(low[0]) else 0.0


def _no_word(_: str) -> bool:
    return False


def mend(tokens: TableWords, words: Words, over_pages: bool = False) -> TableWords:
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


def _count(tokens: TableWords, words: Words, i: int, over_pages: bool) -> tuple[int, float]:
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
