"""Which tables in text are aligned, and where their pages part: the positions of columns hold for one page only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas.layout import Line

_APART = re.compile(r"\S {3,}\S")
#: A line without a number or a sasaran is indented at least so much.
_INDENT = 4


def is_aligned(lines: Sequence[Line]) -> bool:
    """Whether the cells of a table stand side by side: many lines have segments that stand well apart, most others are
    indented, and there are no tabs."""
    texts = [line.text for line in lines if line.text.strip()]
    if not texts or any("\t" in text.strip() for text in texts):
        return False
    apart = ["   " in text and _APART.search(text) is not None for text in texts]
    indented = sum(wide or len(text) - len(text.lstrip()) >= _INDENT for wide, text in zip(apart, texts, strict=True))
    return 2 * indented > len(texts) and 4 * sum(apart) > len(texts)


def pages_of(lines: Sequence[Line], seams: frozenset[int]) -> list[list[int]]:
    """Indices of the lines of each page: parted at form feeds and where something of the page was taken out."""
    pages: list[list[int]] = []
    last: int | None = None
    for index, line in enumerate(lines):
        if not pages or line.page != last or line.number in seams:
            pages.append([])
        pages[-1].append(index)
        last = line.page
    return pages
