"""Is a heading the one above printed again?

Input: the headings of two pieces of tables. Output: whether the second is the first one on a later page. Asked of what
they say column by column, and of where each word stands: a cell too small for its words may print fewer of them, and a
merged cell without lines may be seen above other columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.read.pdf.words import cell_lines
from extract.table.drawn.heading import DrawnColumn, HeadingBand
from extract.table.drawn.misread import is_by_ocr, is_misread
from schemas.layout import DrawnCell, Word

#: How far a word may stand from its place in the first print (points), after lining up the left edges.
_PLACE = 2.0
#: A row too low for its words hides so many of them at most.
_HIDDEN = 0.25


def is_printed_again(heading: HeadingBand, first: HeadingBand | None) -> bool:
    """Is a heading the table's first one again?"""
    if first is None or len(first.key) != len(heading.key):
        return False
    if is_by_ocr(heading) and is_misread(first.key, heading.key):
        return True
    return _says_the_same(heading, first) or _stands_the_same(heading, first) or _says_no_other(heading, first)


def _says_no_other(heading: HeadingBand, first: HeadingBand) -> bool:
    """Are its words those of the first print, but for a few that are not shown? Where no lines are drawn, a word that
    stands over several columns, or at the edge of one, may be seen in another column."""
    if any(cell.top_drawn or cell.bottom_drawn for one in (heading, first) for cell in _cells(one)):
        return False
    said, words = ({word for one in own.columns for word in one.text.split()} for own in (heading, first))
    return said <= words and len(words - said) <= _HIDDEN * len(words)


def _says_the_same(heading: HeadingBand, first: HeadingBand) -> bool:
    """A cell too small for its words may print fewer of them, and the upper level of a merged cell without lines
    (`TARGET`) be seen above other columns (`TARGET 2021`, `2021`)."""
    pairs = list(zip(first.key, heading.key, strict=True))
    if not all(long.startswith(short) or long.endswith(short) for short, long in (sorted(p, key=len) for p in pairs)):
        return False
    # more words are another column's of that heading: the rest of a row below it is none of it, and would be lost
    longer = [one for one, (own, again) in zip(heading.columns, pairs, strict=True) if len(again) > len(own)]
    if not _words(longer) <= _words(first.columns):
        return False
    return sum(a == b for a, b in pairs) * 2 >= len(pairs)


def _words(columns: Iterable[DrawnColumn]) -> set[str]:
    """The words of a heading's columns, their marks aside."""
    return {"".join(filter(str.isalnum, word)).upper() for column in columns for word in column.text.split()} - {""}


def _stands_the_same(heading: HeadingBand, first: HeadingBand) -> bool:
    """Do its words stand where the same ones do in the first print, and are they all of them, or but for those that a
    row too low for them hides: each of its cells prints as many lines as had room (`Sasaran` / `program` /
    `daerah` beside `No.` / `dan` / `kode`, and again `Sasaran` / `program` beside `No.` / `dan`)?"""
    shift = heading.columns[0].x0 - first.columns[0].x0
    left = [word for cell in _cells(heading) for word in cell.words]
    shown = set()
    if not left:
        return False
    for cell in _cells(first):
        printed = 0
        lines = cell_lines(cell)
        while printed < len(lines) and _took(lines[printed].words, left, shift):
            printed += 1
        if printed < len(lines):
            shown.add(printed)
    return not left and (not shown or (len(shown) == 1 and 0 not in shown))


def _took(words: Sequence[Word], left: list[Word], shift: float) -> bool:
    """Are all of these words among those left? Then they are taken from them."""
    found: list[Word] = []
    for word in words:
        again = (one for one in left if one.text == word.text and abs(one.x0 - shift - word.x0) <= _PLACE)
        if (one := next((one for one in again if not any(one is taken for taken in found)), None)) is None:
            return False
        found.append(one)
    left[:] = [one for one in left if not any(one is taken for taken in found)]
    return True


def _cells(heading: HeadingBand) -> list[DrawnCell]:
    """The cells that a heading stands in, a merged one once."""
    return list(dict.fromkeys(cell for column in heading.columns for cell in column.cells))
