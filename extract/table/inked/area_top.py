"""The lines above the first one that shows three columns -> where the table begins.

Input: the lines between two labels, and the gutters of those that show columns. Output: the first line of the table:
the upper lines of its heading stand in its columns, or over several of them; a list above it, and its items, do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.table.inked.gutters import gutters_of
from extract.table.inked.ink import Ink, InkLine
from extract.table.inked.line_forms import JUSTIFIED, is_item, item_lines, widest_white
from extract.table.inked.placed import goes_across

#: Columns that make a table.
_COLUMNS = 3
#: A heading's part has so many words at most; one over several columns so many; blank lines within a heading.
_WORDS, _OVER, _BLANK = 6, 3, 1
#: How far a text may reach over a gutter, and how many lines a heading may be higher than those beside it.
_REACH, _LISTED = 1, 4


def inner_gutters(lines: Sequence[InkLine]) -> list[int]:
    """The gutters of lines; those that stand across the columns are left out."""
    gutters = gutters_of(lines)
    inside = [line for line in lines if not goes_across(line, gutters)]
    return gutters_of(inside) if len(inside) < len(lines) else gutters


def stands_within(line: InkLine, gutters: Sequence[int]) -> bool:
    """Does each part of a line stand in one column?"""
    return not any(
        part[0].left < gutter - _REACH and part[-1].right > gutter + 1 + _REACH
        for part in line.parts
        for gutter in gutters
    )


def first_line(lines: Sequence[InkLine], at: int, gutters: Sequence[int], first: bool) -> int:
    """Where the table begins: at the page's top if all lines above stand in its columns, else at its heading."""
    if first and all(stands_within(line, gutters) for line in lines[:at]):
        return 0
    item = max((k for k in range(at) if is_item(lines[k])), default=-1)
    low = item + 1 + item_lines(lines[item:at]) if item >= 0 else 0
    while at > low and lines[at].at - lines[at - 1].at <= _BLANK + 1 and _may_head(lines, at - 1, gutters):
        at -= 1
    listed = _listed(lines[at:], gutters)
    return at + listed if listed > _LISTED else at


def _listed(lines: Sequence[InkLine], gutters: Sequence[int]) -> int:
    """How many lines at the top begin in one column or, as marks do, beside it, and not in the first: those of a list
    above, if they are many. Texts far apart are those of a heading."""
    inside = takewhile(lambda line: len(line.parts) < _COLUMNS or widest_white(line) <= JUSTIFIED, lines)
    columns = [sum(gutter < line.ink[0].left for gutter in gutters) for line in inside]
    return sum(1 for _ in takewhile(lambda column: column > 0 and abs(column - columns[0]) <= 1, columns))


def _may_head(lines: Sequence[InkLine], k: int, gutters: Sequence[int]) -> bool:
    """May a line be the upper one of a heading: short parts in its columns, or one over several of them?"""
    line = lines[k]
    if any(len(part) > _WORDS or _ends(part) for part in line.parts):
        return False
    if stands_within(line, gutters) or _fits_with(line, lines[k + 1 :], gutters) or _over_gap(line, lines[k + 1]):
        return True
    left, right = min(one.ink[0].left for one in lines), max(one.ink[-1].right for one in lines)
    off = abs(line.ink[0].left + line.ink[-1].right - left - right)
    words = _WORDS if line.ink[0].left > gutters[0] and line.ink[-1].right < right else _OVER
    return len(line.parts) > 1 or (len(line.ink) <= words and off > 0.1 * (right - left))


def _over_gap(line: InkLine, below: InkLine) -> bool:
    """Does a line stand right above a gap of the line below (`Target Output` between `Outcome` and `Walidata`)?"""
    left, right = line.ink[0].left, line.ink[-1].right
    sides = {part[-1].right < left for part in below.parts if part[-1].right < left or part[0].left > right}
    beside = all(part[-1].right < left or part[0].left > right for part in below.parts)
    return len(line.parts) == 1 and below.at - line.at == 1 and beside and len(sides) > 1


def _fits_with(line: InkLine, below: Sequence[InkLine], gutters: Sequence[int]) -> bool:
    """Does a line stand in the columns of those below, where each gutter may be anywhere in its white (`TARGET TAHUN`
    reaches over the edge of a column of numbers)?"""
    own = inner_gutters([line, *below])
    return len(own) == len(gutters) and stands_within(line, own)


def _ends(part: Sequence[Ink]) -> bool:
    """Does a text end like a sentence (`No.` does not)?"""
    if not part[-1].text.endswith((".", ";")):
        return False
    return len(part) > 1 or part[0].text.endswith(";") or part[0].text[0].islower()
