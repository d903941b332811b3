"""A heading that a page broke: `NO. SASARAN TARGET` above the page's number, `URUT STRATEGIS KUANTITAS` below it.

Where all other prints are whole, these show what belongs to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bahasa.headings import heading_letters
from extract.read.piece import Piece

#: Fewer words may be the same by chance; the rest of a heading takes so many lines at most.
_FEWEST, _LINES = 3, 4


def holds_all(letters: str, others: str) -> bool:
    """Whether a heading's words are all among those of another one.

    >>> holds_all("NO URUT SASARAN TARGET", "NO SASARAN TARGET"), holds_all("NO SASARAN", "NO TARGET SASARAN")
    (True, False)
    """
    few = Counter(others.split())
    return few.total() >= _FEWEST and few <= Counter(letters.split())


def rest_below(own: Sequence[str], below: Sequence[str], whole: Sequence[Piece]) -> int:
    """How many lines below a print of a heading hold what it lacks of the `whole` one, and a page's number above
    them."""
    lacks = Counter(_words(piece.text for piece in whole)) - Counter(_words(own))
    taken = 0
    for at, text in enumerate(below[:_LINES]):
        if at == taken and text.strip().isdecimal():
            continue
        words = Counter(_words([text]))
        if not words or not words <= lacks:
            break
        lacks, taken = lacks - words, at + 1
    return taken


def _words(lines: Iterable[str]) -> list[str]:
    return [word for text in lines for word in map(heading_letters, text.split()) if word]
