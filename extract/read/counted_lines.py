"""Numbers before the lines of a text, as programs print them (`cat -n`, `grep -n ''`): they belong to none of them.

Told by their form: each line has one, blank ones too, and they count on by one to the end. Rows of a table have no
numbers beside nothing, nor has its heading one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NUMBER = re.compile(r"\s*(\d{1,5})(?:\t|[:|] ?|\s{1,2}|$)")
#: So many lines are counted at least, and so many of them have no text.
_FEWEST, _BARE = 8, 2


def without_counts(lines: Sequence[str]) -> tuple[list[str], str]:
    """The lines without the numbers before them, and these as one text; empty where there are none.

    >>> without_counts([f"{n:6}\\t{text}" for n, text in enumerate("ab cd efg", 1)])
    (['a', 'b', ' ', 'c', 'd', ' ', 'e', 'f', 'g'], '1 2 3 4 5 6 7 8 9')
    """
    last = next((at for at in range(len(lines), 0, -1) if lines[at - 1].strip()), 0)
    found = [_NUMBER.match(line) for line in lines[:last]]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < max(_FEWEST, last) or any(below - above != 1 for above, below in pairwise(numbers)):
        return list(lines), ""
    rests = [line[match.end() :] for line, match in zip(lines, found, strict=False) if match]
    if sum(not rest.strip() for rest in rests) < _BARE:
        return list(lines), ""
    return [*rests, *lines[last:]], " ".join(map(str, numbers))
