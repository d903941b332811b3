"""The first lines of tables -> the heads that a text prints again.

Input: the lines of pages. Output: the words of their first lines, and those that are a head: at the top of more than
one page, or below more than one label, in the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.table.inked.ink import InkLine
from extract.table.inked.line_forms import is_label

#: A head has so many lines at most, and one that is told by being printed again so many words.
HEAD_LINES, _HEAD_WORDS = 14, 6
#: The words of lines, in the order of the alphabet: they are the same wherever a head is printed.
Words = tuple[str, ...]


def printed_heads(pages: Sequence[Sequence[InkLine]]) -> frozenset[Words]:
    """The words of the heads that a text prints more than once, at the top of pages or below labels."""
    count: Counter[Words] = Counter()
    for page in pages:
        left = min(line.ink[0].left for line in page)
        begins = [0, *(k + 1 for k, line in enumerate(page) if is_label(line, left))]
        count.update(key for k in begins for key in tops_of_lines(page[k:]))
    return frozenset(key for key, number in count.items() if number > 1 and len(key) >= _HEAD_WORDS)


def tops_of_lines(lines: Sequence[InkLine]) -> list[Words]:
    """The words of the first lines, for each number of lines that a head may have."""
    words: list[str] = []
    found: list[Words] = []
    for line in lines[:HEAD_LINES]:
        words += [ink.text for ink in line.ink]
        found.append(tuple(sorted(words)))
    return found
