"""The first lines of a table on one page -> its heading, if it has one there.

Input: lines placed in columns, and the rows that they make from each line on. Output: how many lines the heading takes
(a row of column numbers below it aside). A heading is told by what the model of headings says of it
(extract/table/meaning/head.py) and by how well the lines below it make rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from extract.read.column_numbers import numbered
from extract.table.inked.cuts import Body, Cuts
from extract.table.inked.line_forms import is_group, is_marked
from extract.table.inked.placed import PlacedLine
from extract.table.inked.tops import tops_of_lines
from extract.table.meaning.evidence import LOOKED_AT, SeenColumn
from extract.table.meaning.head import heading_odds

#: A heading takes at most so many lines, each column's part at most so many words; so many
#: columns have one at least.
_LINES, _WORDS, _FEWEST = 14, 12, 3
#: A row of column numbers below it says this for a heading.
_NUMBERED = 50.0
#: So many lines may stand above a heading that is printed again.
_ABOVE = 3
#: What the cost of the rows counts beside the odds of a heading.
_ROWS = 0.5
#: What each line says against a heading that is in one and not printed again, or the other way round; so many times
#: that, where it is printed again at the top of several tables.
_AGAIN, _OFTEN = 1.5, 2


def heading_heights(bodies: Sequence[Body], cuts: Sequence[Cuts]) -> list[int]:
    """How many lines the heading at the top of each table takes; 0 where none stands there. Pages that print one
    heading decide together: of two ways to end it, all that may end it in both say which is better."""
    texts = [body.lines for body in bodies]
    again = _lines_again(texts)
    worths = [
        _worths(body, own, count, (texts[at + 1], cuts[at + 1]) if at + 1 < len(texts) else None)
        for at, (body, own, count) in enumerate(zip(bodies, cuts, again, strict=True))
    ]
    ways = [
        {k: (words_of_heading(lines[:k]), worth) for k, worth in own.items()}
        for lines, own in zip(texts, worths, strict=True)
    ]
    said = [dict(own.values()) for own in ways]
    found: list[int] = []
    for own in ways:
        best = 0
        for k, (words, _) in own.items():
            if not best or _says(said, words, own[best][0]) >= 0:
                best = k
        found.append(best)
    return found


def _says(said: Sequence[Mapping[frozenset[str], float]], words: frozenset[str], other: frozenset[str]) -> float:
    """How much more all tables say for a heading of these words than for one of others, where it may be both."""
    return sum(own[words] - own[other] for own in said if words in own and other in own)


def _worths(
    body: Body, cuts: Cuts, again: Sequence[int], behind: tuple[Sequence[PlacedLine], Cuts] | None
) -> dict[int, float]:
    """What speaks for a heading of so many lines at the top, for each that may be one. `again`: for each line that
    is printed again at the top of others, of how many. A heading that a page has alone has its rows in the table
    `behind`."""
    lines = body.lines
    counted = next((k for k in range(1, min(_LINES, len(lines))) if is_numbers(lines[k])), None)
    if counted is not None:
        return {counted: _NUMBERED}
    found: dict[int, float] = {}
    for k in range(1, min(_LINES, len(lines)) + 1):
        names = names_of_columns(lines[:k])
        if _stands_below(body, k - 1) or max(len(name.split()) for name in names) > _WORDS:
            break
        if sum(map(bool, names)) >= _FEWEST:
            odds = heading_odds(_seen(names, lines, cuts, k, behind))
            worth = odds - _ROWS * (cuts.cost[k] - cuts.cost[0]) - _AGAIN * _otherwise(again, k)
            if odds > 0 and worth > 0:
                found[k] = worth
    return found


def _otherwise(again: Sequence[int], k: int) -> int:
    """How far a heading of k lines is from what tables print `again`.

    >>> _otherwise([4, 4], 1), _otherwise([1, 1], 1), _otherwise([1], 3), _otherwise([], 3)
    (2, 1, 2, 0)
    """
    left_out = sum(_OFTEN if others > 1 else 1 for others in again[k:])
    return left_out + max(0, k - len(again)) * bool(again)


def _stands_below(body: Body, i: int) -> bool:
    """Is a line the group row below a heading: by its form, or one text across the columns from the first one on?"""
    line = body.lines[i]
    return is_group(line.line) or (i in body.across and i > 0 and bool(line.cells[0]))


def _lines_again(texts: Sequence[Sequence[PlacedLine]]) -> list[list[int]]:
    """For the lines at the top of each table whose words others have at their top as well: how many others."""
    tops = [tops_of_lines([line.line for line in lines]) for lines in texts]
    count = Counter(words for own in tops for words in own)
    return [[count[words] - 1 for words in own if count[words] > 1] for own in tops]


def words_of_heading(lines: Sequence[PlacedLine]) -> frozenset[str]:
    """The words of a heading, by which it is known again on another page."""
    return frozenset(ink.text for line in lines for ink in line.line.ink)


def printed_again(lines: Sequence[PlacedLine], known: Collection[frozenset[str]]) -> tuple[int, int] | None:
    """Where a heading that other pages print stands at the top of these lines: its first line, and the one behind it.
    What stands above it is no part of the table."""
    for start in range(_above(lines)):
        for stop in range(start + 1, min(start + _LINES, len(lines)) + 1):
            if words_of_heading(lines[start:stop]) in known:
                return start, stop
    return None


def _above(lines: Sequence[PlacedLine]) -> int:
    """How many lines may stand above a heading, and one: more where they are the last items of a list."""
    listed = 0
    while listed < len(lines) and len(lines[listed].line.parts) < _FEWEST:
        listed += 1
    return min(len(lines), max(_ABOVE, listed + 1 if any(is_marked(line.line) for line in lines[:listed]) else 0))


def is_numbers(line: PlacedLine) -> bool:
    """Is a line the row of column numbers, from the first column to the last?"""
    filled, count = line.filled, len(line.cells)
    return filled[0] <= 1 and filled[-1] >= count - 2 and numbered([line.text(k) for k in filled])


def names_of_columns(lines: Sequence[PlacedLine]) -> list[str]:
    """The texts of each column, its lines put together."""
    return [" ".join(filter(None, (line.text(k) for line in lines))) for k in range(len(lines[0].cells))]


def _seen(
    names: Sequence[str],
    lines: Sequence[PlacedLine],
    cuts: Cuts,
    start: int,
    behind: tuple[Sequence[PlacedLine], Cuts] | None,
) -> list[SeenColumn]:
    if start == len(lines) and behind is not None and len(behind[0][0].cells) == len(names):
        (lines, cuts), start = behind, 0
    cells = [names_of_columns(lines[first:stop]) for first, stop in cuts.rows(start)[:LOOKED_AT]]
    return [SeenColumn((name,) if name else (), tuple(row[k] for row in cells)) for k, name in enumerate(names)]
