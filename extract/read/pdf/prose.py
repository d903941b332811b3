"""Lines of running text on a page: justified, from margin to margin, and the last one of each paragraph below them.

`b. Kepala Pusat Penelitian bertugas mengoordinasikan penelitian` between two tables without upright lines: set to the
full width, its words stand as far apart as those of columns do, but all equally far. Nothing of it is a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.read.pdf.words import TextLine

#: A justified line has so many words at least, its blanks differ by at most so much (type sizes), and it takes so much
#: of the width of what is printed beside ruled tables.
_WORDS, _EQUAL, _WIDTH = 5, 0.12, 0.85
#: Blanks of a line that is not stretched are no wider; lines of a paragraph are at most so far apart (type sizes).
_BLANK, _PITCH = 0.6, 2.2
#: What stands before the words of a point, set off from them (`a.`, `(1)`).
_POINT = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])[.)]\)?")


def prose_in(lines: Sequence[TextLine]) -> frozenset[int]:
    """The places of the lines (of a page, top to bottom) that are running text."""
    if not lines:
        return frozenset()
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    found = {at for at, line in enumerate(lines) if _is_justified(line, left, right)}
    for at in range(1, len(lines)):
        if at not in found and at - 1 in found and _ends(lines[at - 1], lines[at]):
            found.add(at)
    return frozenset(found)


def _is_justified(line: TextLine, left: float, right: float) -> bool:
    words = line.words[1:] if _POINT.fullmatch(line.words[0].text) else line.words
    if len(words) < _WORDS or line.x1 - line.x0 < _WIDTH * (right - left):
        return False
    gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
    return min(gaps) > 0 and max(gaps) - min(gaps) <= _EQUAL * line.size and any(w.text.islower() for w in words)


def _ends(above: TextLine, line: TextLine) -> bool:
    """Is a line the last one of the paragraph whose last but one is `above`?"""
    near = line.base - above.base <= _PITCH * line.size and line.x1 <= above.x1 + line.size
    return near and all(b.x0 - a.x1 <= _BLANK * line.size for a, b in pairwise(line.words))
