"""An item of a list that announces a list of its own -> its own words, and an item for each entry of that list.

`b. pengelolaan umum, meliputi:` / `1) surat-menyurat;` / `2) kepegawaian; dan` / `3) perlengkapan.`: entries that begin
lines are items, printed to be answered for one by one. Where they run on in the line (`antara lain: a. usul KGB; b.
pensiun;`) they are words of the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bahasa.entry_mark import NUMBER
from extract.decree.inline import next_mark
from extract.decree.items import COLONS, Items
from extract.decree.list_numbers import follows, is_first, signs_of
from extract.read.piece import Mark, Piece, text_of
from schemas.decree import Item

#: A list has so many entries.
_ENTRIES = 2
#: An entry may announce a list in its turn.
_LEVELS = 2
#: The number of an item or an entry, and its pieces without it.
_Part = tuple[str | None, tuple[Piece, ...]]


def with_sublists(read: Items) -> Items:
    """The items of a list, and behind each the entries of the list that it announces.

    >>> from extract.decree.items import items_of
    >>> from schemas.layout import Line
    >>> texts = ["a. pengelolaan umum, meliputi:", "1) surat-menyurat;", "2) arsip.", "b. pelaporan."]
    >>> read = items_of([Piece(text, Line(text, n), n) for n, text in enumerate(texts)])
    >>> [item.no for item in read.items], [item.no for item in with_sublists(read).items]
    (['a', 'b'], ['a', '1', '2', 'b'])
    """
    parts: list[_Part] = [(item.no, pieces) for item, pieces in zip(read.items, read.pieces, strict=True)]
    marks = list(read.marks)
    for _ in range(_LEVELS):
        parts = [entry for part in parts for entry in _entries(part, marks)]
    if len(parts) == len(read.items):
        return read
    items = tuple(Item(no=no, text=text_of(pieces)) for no, pieces in parts)
    return read._replace(items=items, pieces=tuple(pieces for _, pieces in parts), marks=tuple(marks))


def _entries(part: _Part, marks: list[Mark]) -> Iterator[_Part]:
    """An item and the entries that it announces; their numbers are `marks`."""
    no, pieces = part
    begins = _begins(pieces)
    if len(begins) < _ENTRIES or _runs_on(pieces, begins):
        yield part
        return
    first = begins[0][0]
    yield no, pieces[:first]
    for (low, number), (high, _) in pairwise([*begins, (len(pieces), begins[0][1])]):
        mark, rest = pieces[low].cut(0, number.end()), pieces[low].cut(number.end())
        marks.append(Mark("nomor butir", mark))
        yield number.group("no"), (*([rest] if rest.text else []), *pieces[low + 1 : high])


def _begins(pieces: Sequence[Piece]) -> list[tuple[int, re.Match[str]]]:
    """The lines that begin with the numbers of a list, and these: the first below a colon, the others counting on."""
    found: list[tuple[int, re.Match[str]]] = []
    for at, piece in enumerate(pieces):
        number = NUMBER.match(piece.text)
        if number is None or not at:
            continue
        if not found and is_first(number.group("no")) and pieces[at - 1].text.rstrip().endswith(COLONS):
            found = [(at, number)]
        elif found and signs_of(number) == signs_of(found[0][1]) and follows(number, found[-1][1]):
            found.append((at, number))
    return found


def _runs_on(pieces: Sequence[Piece], begins: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Does an entry begin within a line?"""
    before, behind = signs_of(begins[0][1])
    edges = [at for at, _ in begins[1:]] + [len(pieces)]
    return any(
        next_mark(piece.text, 0, number.group("no"), (before, behind))
        for (low, number), high in zip(begins, edges, strict=True)
        for piece in pieces[low:high]
    )
