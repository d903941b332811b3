"""What the rest of a document tells the reader of one of its tables in text.

Input: the lines of a source. Output: words, pairs of words and names of units that the reader may trust.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from schemas.layout import Line

#: Letters that stand together.
WORD = re.compile(r"[^\W\d_]+")
_COLUMN_GAP = re.compile(r"\s{2,}|\t")


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """How often a document prints a word (lower case): `inside` its lines, where no column can have broken it, and
    anywhere (`all`), where it may be a part of one. `parted` keeps of pairs of words at page breaks whether they are
    one, for all tables."""

    inside: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    parted: dict[tuple[str, str], bool] = field(default_factory=dict, compare=False, repr=False)


class SeenLayout(NamedTuple):
    """What readings of all tables with the same columns show of them: each column's `widths` (of full lines, in
    thousandths of the font size, 0 where not known) and `rooms` (no line is wider), how cells stand in their rows
    (`standing`), `phrases` that come again, whether all rows are `counted` by their numbers; and for each column what
    speaks for a word with a capital inside its cells (`capitals`, see linear/capitals.py), what a row costs without one
    (`blanks`), and what speaks for words that they begin with (`begins`, both linear/manners.py), empty where not
    known."""

    widths: tuple[int, ...]
    standing: str
    phrases: tuple[tuple[str, ...], ...]
    counted: bool = False
    rooms: tuple[int, ...] = ()
    capitals: tuple[int, ...] = ()
    blanks: tuple[int, ...] = ()
    begins: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """`units` are the names (as words) of organizational units that the document itself defines, for the sumber data
    column; `pairs` are words (lower case, bare) that stand side by side in its running text; `words` are all that it
    prints; `layouts` are those of its tables, by their headings as printed."""

    units: Sequence[tuple[str, ...]] = ()
    pairs: frozenset[tuple[str, str]] = frozenset()
    words: DocumentWords = field(default_factory=DocumentWords)
    layouts: Mapping[tuple[str, ...], SeenLayout] = field(default_factory=dict)


def document_words(lines: Iterable[Line]) -> DocumentWords:
    """The words of these lines; inside one are those with another word of the same column on either side."""
    everywhere: list[list[str]] = []
    inside: list[list[str]] = []
    for line in lines:
        for segment in _COLUMN_GAP.split(line.text.strip()):
            tokens = [[word.lower() for word in WORD.findall(token)] for token in segment.split()]
            everywhere += tokens
            inside += tokens[1:-1]
    return DocumentWords(Counter(chain.from_iterable(inside)), Counter(chain.from_iterable(everywhere)))
