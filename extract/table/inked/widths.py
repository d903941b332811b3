"""The columns of a table -> how wide their texts are printed, and which words of a line fit into which.

An extractor sets justified type on a grid of characters: where columns are one blank apart, a text begins at another
position on each line, and the words at the edge (`Barat di tingkat kebijakan`) could as well be of the next column.
What no column has room for tells: the wide texts of a column, in the widths of printed letters, are about as wide as it
is, on every page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extract.table.inked.ink import WIDE, Ink
from extract.table.linear.tokens import width

#: So many texts show how wide a column is; it is as wide as all but so many of them (some are placed wrongly), if so
#: many are about as wide: that share, or more.
_TEXTS, _WIDEST, _FULL, _ABOUT = 8, 0.85, 4, 0.9
#: A column of narrower texts than this (a word of five letters) holds numbers; the words above them are wider.
_LEAST = 2500
#: A text may be so much wider than the column (letters differ from type to type); what it costs that it is wider yet,
#: for each tenth, and at most.
_MORE, _EACH, _MOST = 0.08, 2.0, 6.0
#: So many words are moved over the edge of a column at once.
_MOVED = 2
#: What a reading costs, by the column of each word.
Costs = Callable[[Sequence[int]], float]


def column_widths(lines: Sequence[Sequence[Sequence[Ink]]]) -> tuple[int, ...]:
    """How wide the texts of each column are printed at most (0: not known). `lines` have the words of a line by
    column; texts count that stand apart from what is beside them."""
    return tuple(_widest(sorted(size for size, _ in own)) for own in _texts_apart(lines))


def _texts_apart(lines: Sequence[Sequence[Sequence[Ink]]]) -> list[set[tuple[int, str]]]:
    """The texts of each column that stand apart from what is beside them, and how wide they are printed."""
    found: list[set[tuple[int, str]]] = [set() for _ in lines[0]] if lines else []
    for cells in lines:
        for k, cell in enumerate(cells):
            if cell and _stands_apart(cells, k):
                text = _text(cell)
                found[k].add((width(text), text))
    return found


def column_rooms(lines: Sequence[Sequence[Sequence[Ink]]]) -> tuple[int, ...]:
    """How wide a text each column has room for at least: as wide as it is (`column_widths`), or, where no full lines
    show that, as all of its texts but the widest one (0: it has too few)."""
    rooms: list[int] = []
    for wide, texts in zip(column_widths(lines), _texts_apart(lines), strict=True):
        rooms.append(wide or (sorted(size for size, _ in texts)[-2] if len(texts) > 1 else 0))
    return tuple(rooms)


def _widest(sizes: Sequence[int]) -> int:
    if len(sizes) < _TEXTS:
        return 0
    widest = sizes[int(_WIDEST * (len(sizes) - 1))]
    return widest if widest >= _LEAST and sum(_ABOUT * widest <= size <= widest for size in sizes) >= _FULL else 0


def _stands_apart(cells: Sequence[Sequence[Ink]], k: int) -> bool:
    """Is more than a blank between a text and those of other columns?"""
    before = [ink.right for cell in cells[:k] for ink in cell]
    behind = [ink.left for cell in cells[k + 1 :] for ink in cell]
    return (not before or cells[k][0].left - before[-1] >= WIDE) and (
        not behind or behind[0] - cells[k][-1].right >= WIDE
    )


def overfull(ink: Sequence[Ink], path: Sequence[int], widths: Sequence[int]) -> float:
    """What it costs that columns have wider texts than they have room for; `path` has the column of each word."""
    cost = 0.0
    for k in set(path) if widths else ():
        own = [one for one, column in zip(ink, path, strict=True) if column == k]
        # a single word that is too wide is broken, not moved
        if widths[k] and len(own) > 1:
            text = _text(own)
            cost += min(_MOST, 10 * _EACH * max(0.0, width(text) / widths[k] - 1 - _MORE))
    return cost


def fitted(path: Sequence[int], count: int, cost: Costs) -> tuple[list[int], dict[int, float]]:
    """The reading near `path` that costs least, and for each column how much more the next one costs that gives it
    other words."""
    best = list(path)
    for _ in range(_MOVED):
        near = min(_moved(best, count), key=cost, default=best)
        if cost(near) >= cost(best):
            break
        best = near
    least = cost(best)
    margins: dict[int, float] = {}
    for other in (*_moved(best, count), list(path)):
        for k in {own for pair in zip(best, other, strict=True) if pair[0] != pair[1] for own in pair}:
            margins[k] = min(margins.get(k, float("inf")), cost(other) - least)
    return best, margins


def _moved(path: Sequence[int], count: int) -> Iterator[list[int]]:
    """The readings in which some words at the edge of a column stand in the next one, or the one before."""
    for at in range(len(path)):
        ends = at + 1 == len(path) or path[at + 1] > path[at]
        begins = at == 0 or path[at - 1] < path[at]
        for n in range(1, _MOVED + 1):
            if ends and path[at] + 1 < count and at + 1 >= n and path[at + 1 - n] == path[at]:
                yield [*path[: at + 1 - n], *[path[at] + 1] * n, *path[at + 1 :]]
            if begins and path[at] and at + n <= len(path) and path[at + n - 1] == path[at]:
                yield [*path[:at], *[path[at] - 1] * n, *path[at + n :]]


def _text(cell: Sequence[Ink]) -> str:
    return " ".join(ink.text for ink in cell)
