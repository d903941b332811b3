"""A list whose items follow each other on a line -> a piece for each item.

`Fungsi : a. penyusunan kurikulum; b. penjaminan mutu; dan c. pengembangan penelitian.`: a number that counts on from
the first one of the list, in its style, behind a sign that ends an item, begins the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bahasa.entry_mark import NUMBER, number_behind
from extract.decree.items import AND_OR
from extract.decree.list_depth import depth_of
from extract.read.piece import Piece

# behind `;`, `,` or `.`, maybe with the `dan` before the last item
_BEHIND = rf"[;,.]\s+(?:{AND_OR}\s+)?"


def items_apart(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a list, those that hold several items cut where the next one begins.

    >>> from schemas.layout import Line
    >>> text = "a. penyusunan rencana; b. pembinaan desa; dan c. pelaporan."
    >>> [piece.text for piece in items_apart([Piece(text, Line(text, 1), 1)])]
    ['a. penyusunan rencana;', 'b. pembinaan desa; dan', 'c. pelaporan.']
    """
    first = NUMBER.match(pieces[0].text) if pieces else None
    if first is None or first.group("no") not in ("a", "A", "1"):
        return list(pieces)
    before, _, behind = first["mark"].strip().partition(first.group("no"))
    return list(_cut(pieces, first.group("no"), (before, behind)))


def _cut(pieces: Sequence[Piece], no: str, signs: tuple[str, str]) -> Iterator[Piece]:
    depth = depth_of(pieces)
    # numbers that lines below begin with: those in an item are of its own list (`1. Umum: 1. menyusun; 2. mengelola`)
    below = Counter(own for piece in pieces if (own := _begins(piece, signs)))
    for piece in pieces:
        below[_begins(piece, signs)] -= 1
        if depth.is_inner(piece, number_behind(no)):
            yield piece
            continue
        if (number := NUMBER.match(piece.text)) and number.group("no") == number_behind(no):
            no = number.group("no")
        begin = 0
        while below[number_behind(no)] <= 0 and (found := next_mark(piece.text, begin, no, signs)):
            yield piece.cut(begin, found.start("mark"))
            begin, no = found.start("mark"), number_behind(no)
        yield piece.cut(begin) if begin else piece


def _begins(piece: Piece, signs: tuple[str, str]) -> str:
    """The number with these signs that a line begins with, empty where it has none."""
    mark = NUMBER.match(piece.text)
    return mark.group("no") if mark and mark["mark"].strip().partition(mark.group("no"))[::2] == signs else ""


def next_mark(text: str, begin: int, no: str, signs: tuple[str, str]) -> re.Match[str] | None:
    """The first number from a position on that counts on from one in the line, with these signs before and behind it:
    group `mark`."""
    # most texts hold no such number: an expression for each one would be made for nothing
    behind = number_behind(no)
    if not behind or text.find(f"{signs[0]}{behind}", begin) < 0:
        return None
    return re.compile(_BEHIND + _marked(behind, *signs)).search(text, begin)


def _marked(no: str, before: str, behind: str) -> str:
    """A number with the signs of the first one (`a.`, `1)`, `(a)`), and a text behind it."""
    return rf"(?P<mark>{re.escape(before)}{no}\s?{re.escape(behind)})\s+(?=[^\W\d_])"
