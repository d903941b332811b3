"""Whether the lines of a heading fit the columns that the rows below it show.

A heading is wrapped at the edge of its column, as the cells below are. A line of it ends where the next word would not
have fitted, and none is wider than the column. Some agencies break each heading behind its first word as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby, pairwise

from bahasa.headings import heading_letters, known_headings
from extract.table.formed.columns import TaggedColumn
from extract.table.formed.evidence import SeenWord
from extract.table.linear.tokens import width

#: Headings are bold: so much wider than the words of cells.
_BOLD = 1.06
#: A line may be so much shorter or wider than its column by chance; one column says so much at most.
_SHORT, _WIDE, _MOST = 0.1, 0.1, 1.0
_SPACE = width(" ")
#: Many cuts of the same words are asked about: so many cells are kept with what their lines say.
_KEPT = 1 << 12

#: The words of a cell's lines.
Lines = tuple[tuple[str, ...], ...]


def ill_fitting(
    columns: Sequence[TaggedColumn], words: Sequence[SeenWord], widths: Sequence[int]
) -> tuple[float, float]:
    """(how much room lines leave though the next word would have fitted, how much they are wider than their columns),
    in shares of the columns' widths (0 where not known)."""
    cells = [(column, limit) for column, limit in zip(columns, widths, strict=True) if column.words[-1]]
    lines = [(_lines(column.words[-1], words), limit) for column, limit in cells]
    room = min(sum(_room(own, limit, first) for own, limit in lines) for first in (False, True))
    return room, sum(_excess(own, limit) for own, limit in lines)


def too_narrow(columns: Sequence[TaggedColumn], words: Sequence[SeenWord]) -> int:
    """How many columns have a line that is wider than a word that was broken in them: `N` / `O.` / `SASARAN` is no
    column, for one where `NO.` finds no room has none for `SASARAN`."""
    cells = (_lines(column.words[-1], words) for column in columns if column.words[-1])
    return sum(_wider_than_broken(cell) for cell in cells)


@lru_cache(maxsize=_KEPT)
def _wider_than_broken(lines: Lines) -> bool:
    broken = [_width((head[-1] + tail[0],)) for head, tail in pairwise(lines) if _one_word(head[-1], tail[0])]
    return bool(broken) and max(map(_width, lines)) > (1 + _WIDE) * min(broken)


def _one_word(head: str, tail: str) -> bool:
    """Whether the end of a line and the beginning of the next one are a heading's word that a column broke."""
    whole, parts = heading_letters(head + tail), (heading_letters(head), heading_letters(tail))
    if not all(parts) or not head[-1].isalpha():
        return False
    return whole in _words_of_headings() and not all(part in _words_of_headings() for part in parts)


@cache
def _words_of_headings() -> frozenset[str]:
    return frozenset(heading_letters(word) for one in known_headings().values() for word in one.contoh.split())


def _lines(cell: Sequence[int], words: Sequence[SeenWord]) -> Lines:
    return tuple(tuple(words[at].text for at in line) for _, line in groupby(cell, key=lambda at: words[at].line))


@lru_cache(maxsize=_KEPT)
def _room(lines: Lines, limit: int, first: bool) -> float:
    """The room that lines of a cell leave; those behind its `first` word may."""
    widest = max(limit, max(map(_width, lines)))
    found = (max(0.0, 1 - _SHORT - full / widest) for full in _filled(lines, first))
    return min(_MOST, sum(found))


def _filled(lines: Lines, first: bool) -> Iterator[float]:
    """How wide each line would be with the next word."""
    for k, (line, below) in enumerate(pairwise(lines)):
        if not (first and k == 0 and len(line) == 1):
            yield _width(line) + _SPACE + _width(below[:1])


@lru_cache(maxsize=_KEPT)
def _excess(lines: Lines, limit: int) -> float:
    widest = max((_width(line) for line in lines if len(line) > 1), default=0.0)
    return min(_MOST, max(0.0, widest / limit - 1 - _WIDE)) if limit else 0.0


def _width(line: tuple[str, ...]) -> float:
    return _BOLD * width(" ".join(line))
