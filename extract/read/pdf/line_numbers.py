"""The numbers that a draft prints beside each line, in the left margin: they count the lines of the page, blank ones
too, and belong to none of them.

Told by their place: one column of bare numbers that count on evenly (`1 2 3`, `5 10 15`), left of all other print and
of every ruling line, from the page's first line of text on, at one distance from each other. The numbers of a table's
rows begin below a heading; on a page that goes on with a table they stand beside a text each, but for rows at its end
that nobody filled in, and all these texts begin in one column. Those of a draft have blank lines between texts, and
titles, paragraphs and tables begin at places of their own.
"""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

from extract.read.pdf.ink import Char, PageInk
from extract.read.pdf.words import TextLine, lines_of, runs_of

#: A page has so many of them at least, so many beside no text and above one, and lines of text so many to a number at
#: most.
_FEWEST, _BARE, _DENSE = 8, 2, 1.5
#: Their distances differ by so much (share of the usual one); the first line of text stands as high as the first of
#: them but for so many distances.
_EVEN, _ABOVE = 0.25, 0.7
#: A number stands beside a text whose base is so near (share of the type size).
_BESIDE = 0.6


def without_line_numbers(ink: PageInk) -> tuple[PageInk, list[Char]]:
    """The page without the numbers of its lines, and these."""
    edge = min([char.x0 for char in ink.chars if not char[0].isdecimal() and char[0].strip()], default=-math.inf)
    left = [char for char in ink.chars if char[3] < edge and char[0].isdecimal()]
    if len(left) < _FEWEST:
        return ink, []
    numbers = lines_of(runs_of(left))
    if not _count_on(numbers) or any(ruling.x0 <= max(char.x1 for char in left) for ruling in ink.rulings):
        return ink, []
    taken = set(left)
    kept = [char for char in ink.chars if char not in taken]
    if not _count_lines(numbers, lines_of(runs_of(kept))):
        return ink, []
    return replace(ink, chars=kept), left


def _count_on(numbers: list[TextLine]) -> bool:
    """Do they count on by one step, evenly down the page?"""
    if len(numbers) < _FEWEST or not all(line.text.isdecimal() for line in numbers):
        return False
    steps = {int(below.text) - int(above.text) for above, below in pairwise(numbers)}
    downs = sorted(below.base - above.base for above, below in pairwise(numbers))
    usual = downs[len(downs) // 2]
    return len(steps) == 1 and min(steps) > 0 and all(abs(down - usual) <= _EVEN * usual for down in downs)


def _count_lines(numbers: list[TextLine], lines: list[TextLine]) -> bool:
    """Do they count the lines of the page, and no rows?"""
    step = int(numbers[1].text) - int(numbers[0].text)
    down = (numbers[-1].base - numbers[0].base) / (len(numbers) - 1)
    beside = [any(abs(line.base - own.base) <= _BESIDE * line.size for line in lines) for own in numbers]
    last = max((k for k, filled in enumerate(beside) if filled), default=0)
    bare = sum(not filled for filled in (beside[:last] if step == 1 else beside))
    firsts = [line.x0 for line in lines]
    apart = max(firsts) - min(firsts) > max(line.size for line in lines)
    dense = len(lines) <= _DENSE * step * len(numbers)
    return lines[0].base > numbers[0].base - _ABOVE * down and bare >= _BARE and (apart or step > 1) and dense
