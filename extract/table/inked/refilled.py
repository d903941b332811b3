"""Rows of a table -> the same, words at the edge of a column put where both texts end their lines as print does.

A justified line of few words has wide white between them (`Meningkatnya               tertib Desa yang menetapkan`):
where columns stand a blank apart, its last word seems to be of the next column. Print breaks a line where the next word
has no room: a line that ends before one that had room (`Meningkatnya` above `administrasi`) lacks a word, and the line
beside it that is wider than its column has one too many. Both have to say so, or the one and what begins a cell.

Input: lines placed in columns, their rows, and how wide a text each column has room for. Output: the lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bahasa.target_words import begins_target
from extract.table.inked.ink import Ink
from extract.table.inked.placed import PlacedLine
from extract.table.linear.tokens import width

#: A line ends too early where it is so full with the next word, and is too wide where it is so much wider than its
#: column.
_FULL, _WIDE = 0.92, 1.06
#: So many words are moved at most.
_MOVED = 2
#: What a line costs that ends too early, that is too wide, and a cell that begins with a small letter.
_EARLY, _OVER, _SMALL = 1.0, 1.0, 1.0
#: A word is moved where so much less speaks against the lines then; the words of both columns stay so unsure.
_LEAST, _MARGIN = 1.5, 1.5
#: Cells of a column begin with small letters where more than so many do.
_SEVERAL = 0.5
#: A line or cell that begins as a sentence does (`Desa yang menetapkan`; not `DPA`, the rest of `sesuai DPA`).
_SENTENCE = re.compile(r"[A-Z][a-z]")
_DIGIT = re.compile(r"\d")
_Cells = list[list[tuple[Ink, ...]]]


def refilled(
    lines: Sequence[PlacedLine], rows: Sequence[tuple[int, int]], rooms: Sequence[int], small: Collection[int]
) -> list[PlacedLine]:
    """The lines, words moved within the rows (first line, and the one behind the last); `small`: the columns whose
    texts begin with a small letter."""
    found = list(lines)
    small = {*small, *_small(lines, rows)}
    lefts = _lefts(lines, rows)
    for first, stop in rows:
        cells = [list(line.cells) for line in lines[first:stop]]
        for at in range(len(cells)):
            for k in range(len(rooms) - 1):
                ways = _moved(cells, at, k, rooms[k], lefts[k + 1])
                best = min(ways, key=lambda way: _cost(way, k, rooms, small), default=cells)
                if _cost(best, k, rooms, small) <= _cost(cells, k, rooms, small) - _LEAST:
                    cells = best
                    found[first + at] = _unsure(found[first + at], best[at], k)
    return found


def _unsure(line: PlacedLine, cells: Sequence[tuple[Ink, ...]], k: int) -> PlacedLine:
    """The line with these words by column, a column and the next one unsure."""
    margins = [min(one, _MARGIN) if j in (k, k + 1) else one for j, one in enumerate(line.margins)]
    return replace(line, cells=tuple(cells), margins=tuple(margins))


def _small(lines: Sequence[PlacedLine], rows: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The columns in which many cells begin with a small letter (`per semester`, `sesuai DPA`)."""
    for k in range(len(lines[0].cells)):
        firsts = [next((line.text(k) for line in lines[first:stop] if line.cells[k]), "") for first, stop in rows]
        if sum(text[:1].islower() for text in firsts) > _SEVERAL * sum(map(bool, firsts)):
            yield k


def _lefts(lines: Sequence[PlacedLine], rows: Sequence[tuple[int, int]]) -> list[int]:
    """Where most lines of each column begin (characters)."""
    printed = [line.cells for first, stop in rows for line in lines[first:stop]]
    begun = [Counter(cells[k][0].left for cells in printed if cells[k]) for k in range(len(lines[0].cells))]
    return [min(own, key=lambda left: (-own[left], left), default=0) for own in begun]


def _moved(cells: _Cells, at: int, k: int, room: int, begins: int) -> Iterator[_Cells]:
    """The row with words of a line moved over the edge between two columns, which both keep some: to the right where
    they have no room on the left, to the left where the text on the right may begin behind them, and the first of them
    stands before the place where its column begins."""
    left, right = cells[at][k], cells[at][k + 1]
    whole = (*left, *right)
    inner = any(line[k + 1] for line in cells[:at])
    for n in range(1, _MOVED + 1) if left and right else ():
        ways = [len(left) - n] if _over(left, room) else []
        if len(right) > n and right[0].left < begins and (inner or _SENTENCE.match(right[n].text)):
            ways.append(len(left) + n)
        for cut in ways:
            if cut > 0 and _are_words(whole[min(cut, len(left)) : max(cut, len(left))]):
                line = [*cells[at][:k], whole[:cut], whole[cut:], *cells[at][k + 2 :]]
                yield [*cells[:at], line, *cells[at + 1 :]]


def _over(line: Sequence[Ink], room: int) -> bool:
    """Is a line of several words wider than its column?"""
    return len(line) > 1 and bool(room) and width(_text(line)) > _WIDE * room


def _text(line: Sequence[Ink]) -> str:
    return " ".join(ink.text for ink in line)


def _are_words(moved: Sequence[Ink]) -> bool:
    """Are these words, no numbers, nor what stands before one (`antara 6`)?"""
    return not any(_DIGIT.search(ink.text) or begins_target(ink.text) for ink in moved)


def _cost(cells: _Cells, k: int, rooms: Sequence[int], small: Collection[int]) -> float:
    """What the lines of two columns beside each other say against being texts of their own."""
    return sum(_of_text([line[j] for line in cells if line[j]], rooms[j], j in small) for j in (k, k + 1))


def _of_text(lines: Sequence[Sequence[Ink]], room: int, small: bool) -> float:
    texts = list(map(_text, lines))
    cost = _SMALL if texts and not small and texts[0][0].islower() else 0.0
    for at, text in enumerate(texts) if room else ():
        cost += _OVER if _over(lines[at], room) else 0.0
        if at + 1 < len(texts) and width(f"{text} {lines[at + 1][0].text}") <= _FULL * room:
            cost += _EARLY
    return cost
