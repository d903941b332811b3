"""White in lines of text that only moves what follows to its place: tabs that an editor made of blanks, blanks that a
web page keeps from breaking.

Input: the lines of a text. Output: the same lines with blanks in their place. A tab between cells of a table (copied
out of Word or a spreadsheet) stays: it ends a cell for certain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

#: Tabs stop so many characters apart.
_STOP = 8
#: Behind the tabs that stand for blanks the rest of these follows; cells of a table have none before or behind.
_REST, _PADDED = re.compile(r"\t {2,}\S"), re.compile(r"(?<! ) {2,}\t")
#: Lines of a table have so many tabs; what begins at one place in several lines stands in a column, as most does.
_TABS, _ALIGNED, _LINES = 2, 0.8, 3
_BEGINS = re.compile(r"(?<=\s\s)\S")
#: What a letter puts before each line that it quotes.
_QUOTED = re.compile(r"(?:> ?)+")
#: Wide blanks, alone or in a row with others.
_WIDE = re.compile(r"[\xa0\u2000-\u200a\u202f\u205f ]{2,}")


def with_plain_blanks(texts: Sequence[str]) -> list[str]:
    """The lines, with blanks for what only stands in their place, and without the signs of a quoted letter before all.

    >>> with_plain_blanks(["1\\xa0 \\xa0 Jumlah", "12\\xa0unit"])
    ['1    Jumlah', '12\\xa0unit']
    """
    printed = [text for text in texts if text.strip()]
    if len(printed) >= _LINES and all(text.startswith(">") for text in printed):
        texts = [_QUOTED.sub("", text) for text in texts]
    made = [text if text.isascii() else _WIDE.sub(lambda white: " " * len(white[0]), text) for text in texts]
    return [text.expandtabs(_STOP) for text in made] if _are_stops(made) else made


def _are_stops(texts: Sequence[str]) -> bool:
    """Do tabs stand for blanks: with the rest of these behind them, or where columns show only when they are blanks?"""
    tabbed = [text for text in texts if text.strip().count("\t") >= _TABS]
    if len(tabbed) < _LINES or any(map(_PADDED.search, tabbed)):
        return False
    if sum(_REST.search(text) is not None for text in tabbed) > 1:
        return True
    # a table of cells has as many tabs in each line
    return len({text.count("\t") for text in tabbed}) > 1 and _in_columns([text.expandtabs(_STOP) for text in tabbed])


def _in_columns(texts: Sequence[str]) -> bool:
    # the second text of any line may stand at the first stop
    begins = [match.start() for text in texts for match in list(_BEGINS.finditer(text))[2:]]
    counted = Counter(begins)
    return bool(begins) and sum(counted[at] > 1 for at in begins) >= _ALIGNED * len(begins)
