"""Words that a column too narrow for them broke over lines (`dokume` / `n`), put together again in linear text.

Linear text shows no columns; extract/table/broken.py tells a broken word from two. The number of a row (`1` / `0` /
`.`) is told by what it counts: no other text has a sign alone below a number, and 11 stands below 10.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.roles import NO
from extract.table.broken import one_word
from extract.table.context import DocumentWords
from extract.table.linear.numbering import numbered_plainly
from extract.table.linear.tokens import TableWords

#: A word is broken into so many parts at most.
_PARTS = 4
#: The parts of a row's number have fewer characters than this; numbers of two digits begin here.
_NARROW, _TEN = 3, 10
_BROKEN = re.compile(r"(?P<angka>\d{1,2})[.)]*")


def words_whole(tokens: TableWords, roles: Sequence[str], words: DocumentWords) -> TableWords:
    """The words of a table with columns of these roles, broken ones and broken numbers of its rows whole, and these in
    digits (see numbering.py)."""
    return mend(numbered_plainly(_mend_numbers(tokens)) if NO in roles else tokens, words)


def mend(tokens: TableWords, words: DocumentWords, over_pages: bool = False) -> TableWords:
    """The words with the broken ones whole, each at the line of its head. What follows a tail opens its line. Over a
    page break only a text of one column goes on (`over_pages`)."""
    taken: dict[int, tuple[int, float | None]] = {}
    i = 0
    while i < len(tokens):
        count, sure = _count(tokens, words, i, over_pages)
        if count > 1:
            taken[i] = (count, sure)
        i += count
    return tokens.merged(taken) if taken else tokens


def _mend_numbers(tokens: TableWords) -> TableWords:
    """The words of a table whose rows are numbered, with broken numbers whole."""
    taken: dict[int, tuple[int, float | None]] = {}
    i, tens = 0, _TEN
    while i < len(tokens):
        count = _number(tokens, i, tens)
        if count > 1:
            taken[i] = (count, 1.0)
            tens += _joined(tokens, i, count).startswith(str(tens))
        i += count
    return tokens.merged(taken) if taken else tokens


def _number(tokens: TableWords, i: int, tens: int) -> int:
    """How many words from word i on are a row's number; `tens` is the next one that has two digits."""
    stop = next((k for k in range(i + 1, min(i + _PARTS, len(tokens))) if not _goes_on(tokens, k)), i + _PARTS)
    for end in range(min(stop, len(tokens)), i + 1, -1):
        match = _BROKEN.fullmatch(_joined(tokens, i, end - i))
        if match and tokens.first[i] and (len(match["angka"]) == 1 or match["angka"] == str(tens)):
            return end - i
    return 1


def _goes_on(tokens: TableWords, k: int) -> bool:
    return tokens.first[k] and not tokens.gap[k] and not tokens.page[k] and len(tokens.words[k]) < _NARROW


def _joined(tokens: TableWords, i: int, count: int) -> str:
    return "".join(tokens.words[i : i + count])


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
