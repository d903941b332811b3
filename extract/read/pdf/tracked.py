"""Type that is spaced out letter by letter, blanks included (`7 2  %`): the white between its letters parts no words.

A blank of the text layer shows it: elsewhere it begins where the letter before it ends, here it stands as far from both
neighbours as these letters do from each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from extract.read.pdf.ink import Char

#: Letters are spaced out if they are so far apart (type sizes); two of these whites differ by at most so much, and so
#: many blanks of one size show it.
_LEAST, _MOST, _SAME, _BLANKS = 0.1, 0.8, 0.06, 2


def tracking_of(chars: Sequence[Char]) -> Mapping[float, float]:
    """Up to how much white (points) letters of a size are of one word, for the sizes that are spaced out by more than
    words of other type are."""
    found: Counter[tuple[float, float]] = Counter()
    for k in [k for k, char in enumerate(chars) if char[0] == " " and 0 < k < len(chars) - 1]:
        before, blank, behind = chars[k - 1], chars[k], chars[k + 1]
        lead, trail, size = blank.x0 - before.x1, behind.x0 - blank.x1, before.size
        alike = before.base == blank.base == behind.base and before.text != " " != behind.text
        if alike and _LEAST * size < lead < _MOST * size and abs(lead - trail) <= _SAME * size:
            found[size, round(lead, 1)] += 1
    most: dict[float, float] = {}
    for (size, white), count in found.items():
        if count >= _BLANKS:
            most[size] = max(most.get(size, 0.0), white + _SAME * size)
    return most
