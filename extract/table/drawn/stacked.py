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
from bahasa.roles import INDIKATOR, SATUAN, TARGET
from bahasa.target import parse_target
from extract.read.pdf.words import TextLine, cell_lines, lines_of
from extract.table.drawn.heading import DrawnColumn
from extract.table.drawn.row import DrawnRow
from extract.table.meaning.evidence import is_unit
from schemas.layout import DrawnCell

#: `1.`, `2)`, `(3)`, `a.`, `-`: the mark of an item, and its text.
_MARK = re.compile(r"(?:\(?(?P<count>\d{1,2}|[a-z])[.)]+|(?P<sign>[-–•▪]))\s*(?=\S)")
#: `1.1.2.1`: the number of an item in an outline.
_OUTLINE = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\S)")
#: Readings of a text that is no target by itself.
_NO_TARGET = frozenset({"text", "missing", "ambiguous", "none"})
#: Base lines of one line of print differ by at most this share of the type size, lines of one text stand less than this
#: many type sizes apart.
_LEVEL, _APART = 0.5, 1.75
#: Beside indicators without targets so many columns have a text for each.
_COLUMNS = 2


def stacked_rows(row: DrawnRow, columns: Sequence[DrawnColumn]) -> list[DrawnRow]:
    """The rows that a drawn row holds: itself, `doubtful` where it holds several that can't be told apart."""
    keys = [i for i, column in enumerate(columns) if column.role == INDIKATOR]
    targets = [i for i, column in enumerate(columns) if column.role == TARGET]
    if row.group is not None or len(keys) != 1 or not row.has_text(keys[0]):
        return [row]
    lines = [_lines(cells) for cells in row.cells]
    if not targets:
        return _without_target(row, lines, keys[0])
    told = max((_targets(lines[i], columns[i]) for i in targets), key=len)
    if len(told) < 2:
        counted = [line for line in _items(lines[keys[0]]) if _MARK.match(line.text)]
        if len(counted) < 2 or _lists(counted) != [counted]:
            return [row]
        told = max((_beside(lines[i], counted) for i in targets), key=len)
        if not told:
            return [row]
    starts = _starts(lines[keys[0]], told, columns[keys[0]])
    beside = starts or _last_lines(lines[keys[0]], told)
    if not beside:
        return [replace(row, doubtful=True)]
    starts = starts or _items(lines[keys[0]])
    with_target = {k for k, line in enumerate(beside) if any(_level(line, target) for target in told)}
    owners = [
        _owners(lines[i], beside if i in targets else starts, columns[i], with_target, told)
        for i in range(len(columns))
    ]
    if None in owners:
        return [replace(row, doubtful=True)]
    return _parted(row, starts, [own for own in owners if own is not None], with_target)


def _without_target(row: DrawnRow, lines: Sequence[Sequence[TextLine]], key: int) -> list[DrawnRow]:
    """The rows of a table that has no targets: the indicators, each an item of a list or below a blank line, and beside
    each a text of its own, set apart as it is, in two columns or more. Where they are items of a list but the columns
    tell no more, or where a column has other texts than these, it is a doubt."""
    items = _items(lines[key])
    listed = [*_lists(items)] == [items] and len(items) > 1
    starts = items if listed else _apart(lines[key])
    beside = [_apart(own) if not (marked := _items(own)) else marked for own in lines]
    several = [i for i, own in enumerate(beside) if i != key and len(own) > 1]
    if len(starts) < 2 or not (listed or several):
        return [row]
    fits = [len(beside[i]) == len(starts) and all(map(_level, beside[i], starts)) for i in several]
    if not all(fits) or len(several) < _COLUMNS:
        return [replace(row, doubtful=True)]
    every = {*range(len(starts))}
    owners = [every if i == key or i in several else {0} for i in range(len(lines))]
    parted = _parted(row, starts, owners, every)
    # whose a text of several lines that stand close is, nothing tells
    rest = any(len(own) > 1 for i, own in enumerate(lines) if i != key and i not in several)
    return [replace(one, doubtful=True) for one in parted] if rest else parted


def _starts(lines: Sequence[TextLine], told: Sequence[TextLine], column: DrawnColumn) -> list[TextLine]:
    """The lines on which indicators begin: one beside each target, and those that lead a list in without a target of
    their own; none where the lines leave a doubt."""
    beside = [line for line in lines if any(_level(line, target) for target in told)]
    if len(beside) != len(told) or not all(_level(a, b) for a, b in zip(beside, told, strict=True)):
        return []
    starts = [line for line in lines if _among(line, beside) or _leads(lines, line, beside)]
    # of a list all items have a target, or none has
    if any(0 < sum(_among(item, starts) for item in items) < len(items) for items in _lists(lines)):
        return []
    good = all(_among(line, starts) for line in _apart(lines)) and all(_begins(lines, line, column) for line in starts)
    return starts if good else []


def _items(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines on which the items of a list begin, if the cell is one from its first line on."""
    marked = [line for line in lines if _MARK.match(line.text) or _OUTLINE.match(line.text)]
    return marked if marked and marked[0] is lines[0] else []


def _last_lines(lines: Sequence[TextLine], told: Sequence[TextLine]) -> list[TextLine]:
    """The last line of each item of a list, where targets stand beside these, one for each:

    1.1 Persentase arsip
        tertib               85 %
    """
    starts = [k for k, line in enumerate(lines) if _among(line, _items(lines))]
    ends = [lines[k - 1] for k in (*starts[1:], len(lines))] if starts else []
    fits = len(ends) == len(told) and all(_level(a, b) for a, b in zip(ends, told, strict=True))
    return ends if fits else []


def _apart(lines: Sequence[TextLine]) -> list[TextLine]:
    """The first line, and those below a blank one."""
    return [line for k, line in enumerate(lines) if not k or line.base - lines[k - 1].base > _APART * line.size]


def _leads(lines: Sequence[TextLine], line: TextLine, beside: Sequence[TextLine]) -> bool:
    """Does a text begin here, the first or one below a blank line, that ends in a colon before a list's first item?"""
    if _among(line, beside) or not _among(line, _apart(lines)):
        return False
    at = next(i for i, other in enumerate(lines) if other is line)
    after = next((i for i in range(at + 1, len(lines)) if _among(lines[i], beside)), len(lines))
    return after < len(lines) and lines[after - 1].text.endswith(":") and _count(lines[after]) in (0, 1)


def _among(line: TextLine, lines: Sequence[TextLine]) -> bool:
    return any(line is other for other in lines)


def _lines(cells: Sequence[DrawnCell]) -> Sequence[TextLine]:
    return cell_lines(cells[0]) if len(cells) == 1 else lines_of([word for cell in cells for word in cell.words])


def _targets(lines: Sequence[TextLine], column: DrawnColumn) -> list[TextLine]:
    """The lines on which several targets begin; none where there is one, or where one of them reads as no target."""
    starts = [line for line in lines if _begins(lines, line, column)]
    if len(starts) < 2:
        return []
    texts = _texts(lines, starts)
    bare = [_MARK.sub("", text, count=1) if _MARK.match(text) else text for text in texts]
    return starts if all(map(_is_target, bare)) else []


def _beside(lines: Sequence[TextLine], items: Sequence[TextLine]) -> list[TextLine]:
    """The lines of a column beside the items of a list, if the first is one and each item has one: their texts, one of
    them a target but not all together (`12` / `dokumen`), are those of the items, whatever they are (`US$ 4 Juta`)."""
    starts = [line for line in lines if any(_level(line, item) for item in items)]
    if len(starts) != len(items) or starts[0] is not lines[0] or _is_target(" ".join(line.text for line in lines)):
        return []
    return starts if any(map(_is_target, _texts(lines, starts))) else []


def _is_target(text: str) -> bool:
    return parse_target(text).kind not in _NO_TARGET


def _texts(lines: Sequence[TextLine], starts: Sequence[TextLine]) -> list[str]:
    """The text from each start to the next."""
    at = [next(i for i, line in enumerate(lines) if line is start) for start in starts]
    return [" ".join(line.text for line in lines[a:b]) for a, b in pairwise([*at, len(lines)])]


def _lists(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """The lines on which the items of each list begin; a list counts on from one, or its marks count nothing."""
    lists: list[list[TextLine]] = []
    last: int | None = None
    for line in lines:
        if (count := _count(line)) is not None:
            if lists and count == (last + 1 if last else 0):
                lists[-1].append(line)
            else:
                lists.append([line])
            last = count
    return lists


def _count(line: TextLine) -> int | None:
    """What the mark of a line counts, nought for a sign that counts nothing; None where it has no mark."""
    if not (match := _MARK.match(line.text)):
        return None
    count = match["count"] or ""
    return int(count) if count.isdecimal() else ord(count) - 96 if count else 0


def _begins(lines: Sequence[TextLine], line: TextLine, column: DrawnColumn) -> bool:
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
    flush = _flush_right(lines)
    if line.base - before.base > _APART * line.size or (flush and line.text[0].isdecimal()):
        return True
    room = before.x0 - column.x0 if flush else column.x1 - before.x1
    return 0.3 * line.size + (first.x1 - first.x0) < room - 0.5 * line.size


def _flush_right(lines: Sequence[TextLine]) -> bool:
    """Do lines end at one place and begin at several, as figures are set?"""
    lefts, rights = [line.x0 for line in lines], [line.x1 for line in lines]
    size = lines[0].size
    return max(rights) - min(rights) <= _LEVEL * size < size < max(lefts) - min(lefts)


def _level(a: TextLine, b: TextLine) -> bool:
    return abs(a.base - b.base) <= _LEVEL * max(a.size, b.size)


def _owners(
    lines: Sequence[TextLine],
    starts: Sequence[TextLine],
    column: DrawnColumn,
    with_target: set[int],
    known: Sequence[TextLine],
) -> set[int] | None:
    """Which of the starts have a text of their own in this column; the first alone where one text is for all of them.
    None where that can't be told. `known` are lines on which a text begins."""
    units = [line for line in lines if column.role == SATUAN and is_unit(line.text)]
    begun = [line for line in lines if _among(line, (*known, *units)) or _begins(lines, line, column)]
    own = {k for k, start in enumerate(starts) if any(_level(start, line) for line in begun)}
    apart = _apart(lines)
    if len(own) < 2:
        return {0} if len(apart) < 2 else None
    if own in ({*range(len(starts))}, with_target):
        return own
    # several texts, each below a blank line and beside the first of its indicators
    told = {k for k in own if any(_level(starts[k], line) for line in apart)}
    return own if told == own and len(told) == len(apart) and 0 in own else None


def _parted(
    row: DrawnRow, starts: Sequence[TextLine], owners: Sequence[set[int]], with_target: set[int]
) -> list[DrawnRow]:
    tops = [row.top, *(line.base - 0.9 * line.size for line in starts[1:]), row.bottom]
    parts = [DrawnRow(row.page, top, bottom, [], [], stacked=True) for top, bottom in pairwise(tops)]
    for cells, above, own in zip(row.cells, row.above, owners, strict=True):
        # what stands beside each target alone is a target's, not one for several
        each = own == with_target and len(own) > 1
        edges = [*sorted(own), len(starts)]
        slices = {a: slice_of(cells, tops[a], tops[b], a == 0) for a, b in pairwise(edges)}
        spanning = above
        for k, part in enumerate(parts):
            mine = slices.get(k, []) if own != {0} else cells if k == 0 else []
            if k in slices:
                part.above.append(above if k == 0 else None)
                spanning = next(iter(mine), above)
            else:
                part.above.append(None if each else spanning)
            part.cells.append(mine)
    return parts


def slice_of(cells: Sequence[DrawnCell], top: float, bottom: float, first: bool) -> list[DrawnCell]:
    """The parts of a column's cells between two heights, blank ones in the `first` slice alone."""
    return [part for cell in cells if (part := _cell_slice(cell, top, bottom, first)).words or first]


def _cell_slice(cell: DrawnCell, top: float, bottom: float, first: bool) -> DrawnCell:
    """The part of a cell whose words have their base line between two heights; a line is drawn above the first."""
    words = [word for word in cell.words if top <= word.base < bottom]
    upper, lower = max(cell.top, top), min(cell.bottom, bottom)
    return replace(cell, top=upper, bottom=lower, top_drawn=first, bottom_drawn=False, words=words)
