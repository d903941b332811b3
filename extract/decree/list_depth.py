"""How deep on the page the numbers of a list stand.

`b. mengelola kepegawaian, antara lain: a. usul KGB; b. pensiun;` / `    c. cuti; d. presensi` / `c. mengelola barang`:
a line that goes on further right than the list's first number may begin with a number of the item's own list, which has
begun with its first one (`b. membina pegawai;` / `    d. mengelola arsip;`: a number missed, and the rest shifted).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bahasa.entry_mark import NUMBER
from extract.read.piece import Piece

#: A line begins deeper from so many sizes of type on; numbers aligned at their right (`9.`, `10.`) stand less apart.
_DEEPER = 0.8
#: What lists count from.
_BEGUN = re.compile(r"(?<!\w)[1aAiI]\s?[.)]")


class ListDepth(NamedTuple):
    """Where the first number of a list begins (`x`, in points from the left; None where a text has no places), from
    where a line stands deeper, and the numbers that begin lines which don't."""

    deeper: float | None = None
    numbers: frozenset[str] = frozenset()

    def is_inner(self, piece: Piece, expected: str, begun: bool = True) -> bool:
        """Does a line begin with a number of an item's own list? It stands deeper than the list, and its number begins
        another line that doesn't, or is not the `expected` one and counts on in a list that has `begun`, or begins
        one."""
        number = NUMBER.match(piece.text)
        if number is None or self.deeper is None or not _is_deeper(piece, self.deeper):
            return False
        return number.group("no") in self.numbers or (
            number.group("no") != expected and (begun or begins_list(piece.text))
        )


def begins_list(text: str) -> bool:
    """Does a text hold the first number of a list?

    >>> [begins_list(text) for text in ("antara lain: a. usul KGB;", "1) cuti;", "d. presensi")]
    [True, True, False]
    """
    return _BEGUN.search(text) is not None


def depth_of(pieces: Sequence[Piece]) -> ListDepth:
    """The depth of the list of these lines."""
    numbered = [(piece, number.group("no")) for piece in pieces if (number := NUMBER.match(piece.text))]
    words = numbered[0][0].words() if numbered else ()
    if not words:
        return ListDepth()
    deeper = words[0].x0 + _DEEPER * words[0].size
    return ListDepth(deeper, frozenset(no for piece, no in numbered if not _is_deeper(piece, deeper)))


def _is_deeper(piece: Piece, deeper: float) -> bool:
    words = piece.words()
    return bool(words) and words[0].x0 > deeper
