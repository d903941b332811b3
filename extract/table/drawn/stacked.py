"""Several indicators in one drawn row: each with its own line of target is a row of its own.

    1. Persentase arsip tertib        85 %
    2. Jumlah daftar arsip            12 dokumen

Where the lines show without doubt which belong together the row is parted at the lines where indicators begin; a column
that has one text for all of them (the sasaran) spans the parts. Where they do not, the row stays whole, and is a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bahasa.function_words import function_words
from bahasa.roles import INDIKATOR, TARGET
from bahasa.target import parse_target
from extract.read.pdf.words import TextLine, lines_of
from extract.table.drawn.heading import DrawnColumn
from extract.table.drawn.row import DrawnRow
from schemas.layout import DrawnCell

#: `1.`, `2)`, `(3)`, `a.`, `-`: the mark of an item, and its text.
_MARK = re.compile(r"(?:\(?(?P<count>\d{1,2}|[a-z])[.)]+|(?P<sign>[-–•▪]))\s*(?=\S)")
#: Readings of a text that is a target by itself.
_NO_TARGET = frozenset({"text", "missing", "ambiguous", "none"})
#: Base lines of one line of print differ by at most this share of the type size, lines of one text stand less than this
#: many type sizes apart.
_LEVEL, _APART = 0.5, 1.75


def stacked_rows(row: DrawnRow, columns: Sequence[DrawnColumn]) -> list[DrawnRow]:
    """The rows that a drawn row holds: itself, `doubtful` where it holds several that can't be told apart."""
    keys = [i for i, column in enumerate(columns) if column.role == INDIKATOR]
    targets = [i for i, column in enumerate(columns) if column.role == TARGET]
    if row.group is not None or len(keys) != 1 or not targets or not row.has_text(keys[0]):
        return [row]
    edges = [column.x1 for column in columns]
    told = max((_targets(_lines(row.cells[i]), edges[i]) for i in targets), key=len)
    if len(told) < 2:
        return [row]
    lines = [_lines(cells) for cells in row.cells]
    items = _items(lines[keys[0]], edges[keys[0]])
    starts = items or [line for line in lines[keys[0]] if any(_level(line, target) for target in told)]
    fits = len(starts) == len(told) and all(_level(a, b) for a, b in zip(starts, told, strict=True))
    if not fits or not all(_begins(lines[keys[0]], line, edges[keys[0]]) for line in starts):
        return [replace(row, doubtful=True)]
    shares = [_shares(lines[i], starts, edges[i]) for i in range(len(columns))]
    if any(0 < share < len(starts) and share > 1 for share in shares):
        return [replace(row, doubtful=True)]
    return _parted(row, starts, [share == len(starts) for share in shares])


def _lines(cells: Sequence[DrawnCell]) -> list[TextLine]:
    return lines_of([word for cell in cells for word in cell.words])


def _targets(lines: Sequence[TextLine], edge: float) -> list[TextLine]:
    """The lines on which a target begins; none where one of them reads as no target."""
    starts = [line for line in lines if _begins(lines, line, edge)]
    texts = _texts(lines, starts)
    bare = [_MARK.sub("", text, count=1) if _MARK.match(text) else text for text in texts]
    return starts if all(parse_target(text).kind not in _NO_TARGET for text in bare) else []


def _texts(lines: Sequence[TextLine], starts: Sequence[TextLine]) -> list[str]:
    """The text from each start to the next."""
    at = [next(i for i, line in enumerate(lines) if line is start) for start in starts]
    return [" ".join(line.text for line in lines[a:b]) for a, b in pairwise([*at, len(lines)])]


def _items(lines: Sequence[TextLine], edge: float) -> list[TextLine]:
    """The lines on which the items of a list begin that counts from its first line on; none where there is no list."""
    marked = [(line, match) for line in lines if (match := _MARK.match(line.text))]
    if len(marked) < 2 or marked[0][0] is not lines[0]:
        return []
    counts = [match["count"] or "" for _, match in marked]
    numbers = [int(count) if count.isdecimal() else ord(count) - 96 if count else 0 for count in counts]
    counted = numbers == list(range(1, len(numbers) + 1)) or not any(numbers)
    return [line for line, _ in marked] if counted else []


def _begins(lines: Sequence[TextLine], line: TextLine, edge: float) -> bool:
    """Does a text begin on this line: marked, or with a capital or a figure where the line before had room for more?"""
    at = next(i for i, other in enumerate(lines) if other is line)
    if at == 0 or _MARK.match(line.text):
        return True
    before, first = lines[at - 1], line.words[0]
    # `8 jenis dan` / `5 dokumen`
    if before.text.split()[-1].casefold() in function_words("terbuka") or before.text[-1] in ",&+/-(":
        return False
    if not (line.text[0].isupper() or line.text[0].isdecimal() or line.text[0] in "<>≤≥±"):
        return False
    if line.base - before.base > _APART * line.size:
        return True
    return before.x1 + 0.3 * line.size + (first.x1 - first.x0) < edge - 0.5 * line.size


def _level(a: TextLine, b: TextLine) -> bool:
    return abs(a.base - b.base) <= _LEVEL * max(a.size, b.size)


def _shares(lines: Sequence[TextLine], starts: Sequence[TextLine], edge: float) -> int:
    """Beside how many of the starts a text of this column begins."""
    return sum(any(_level(start, line) and _begins(lines, line, edge) for line in lines) for start in starts)


def _parted(row: DrawnRow, starts: Sequence[TextLine], each: Sequence[bool]) -> list[DrawnRow]:
    tops = [line.base - 0.9 * line.size for line in starts]
    edges = [row.top, *tops[1:], row.bottom]
    parts = []
    for position, (top, bottom) in enumerate(pairwise(edges)):
        first = position == 0
        cells = [
            _sliced(cells, top, bottom, first) if own else (cells if first else [])
            for cells, own in zip(row.cells, each, strict=True)
        ]
        spans = [
            above if own or first else next(iter(column), above)
            for above, own, column in zip(row.above, each, row.cells, strict=True)
        ]
        parts.append(DrawnRow(row.page, top, bottom, cells, spans, stacked=True))
    return parts


def _sliced(cells: Sequence[DrawnCell], top: float, bottom: float, first: bool) -> list[DrawnCell]:
    return [part for cell in cells if (part := cell_slice(cell, top, bottom, first)).words or first]


def cell_slice(cell: DrawnCell, top: float, bottom: float, first: bool) -> DrawnCell:
    """The part of a cell whose words have their base line between two heights; a line is drawn above the first."""
    words = [word for word in cell.words if top <= word.base < bottom]
    upper, lower = max(cell.top, top), min(cell.bottom, bottom)
    return replace(cell, top=upper, bottom=lower, top_drawn=first, bottom_drawn=False, words=words)
