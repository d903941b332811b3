"""Are two headings the same, but for what a scan may show otherwise?

Input: the letters and digits of two headings, column by column, in upper case. Output: whether they are one heading of
which a scan shows a letter otherwise (`SUMBERDATAIUNIT`, `SUMBERDATAUNIT`: a stroke that was read as a letter), or has
lost a line below (`INDIKATOR` over `b` in one cell).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from rapidfuzz.distance import Levenshtein

from extract.table.drawn.heading import CellText, HeadingBand, bands_numbered, heading_in
from extract.table.drawn.heading_levels import starting
from schemas.layout import Grid

#: One letter in so many may be read otherwise; a shorter name tells too little.
_LETTERS = 6
#: Numbers, of a year or of a part of it, are what two headings differ by.
_NUMBER = re.compile(r"\d+")
#: A lone figure that is read for a letter.
_FIGURE = re.compile(r"(?<!\d)[01](?!\d)")
#: A heading stands on so many bands at most where a line of it was lost; so many columns tell it; so many letters of
#: the number of its column (`12`) may stand with its name.
_BANDS, _FEWEST, _BESIDE = 3, 3, 2


def is_misread(one: Sequence[str], other: Sequence[str]) -> bool:
    """Are two headings one, read otherwise in a letter or two? Half of their columns are read alike.

    >>> is_misread(["NO", "SASARAN", "SUMBERDATAIUNIT"], ["N0", "SASARAN", "SUMBERDATAUNIT"])
    True
    """
    if len(one) != len(other) or not one:
        return False
    pairs = [*zip(map(lettered, one), map(lettered, other), strict=True)]
    return 2 * sum(a == b for a, b in pairs) >= len(pairs) and all(_is_near(a, b) for a, b in pairs)


def heading_again(grid: Grid, first: int, known: HeadingBand, text: CellText) -> HeadingBand | None:
    """The table's heading where a page begins with it again, and a line below some of its cells was not seen, so that
    they are one with the number of their column or with a blank below, and by its form it is none."""
    cells = [cell for cell in starting(grid, first) if cell.words]
    last = max((cell.r1 for cell in cells), default=first)
    if len(cells) < _FEWEST or last - first >= _BANDS or last + 1 >= len(grid.owner):
        return None
    found = heading_in(grid, first, last, text)
    if not is_by_ocr(found) or len(found.columns) != len(known.columns):
        return None
    pairs = [*zip(map(lettered, known.key), map(lettered, found.key), strict=True)]
    if not all((a and b.startswith(a) and len(b) - len(a) <= _BESIDE) or _is_near(a, b) for a, b in pairs):
        return None
    named = zip(known.columns, found.columns, strict=True)
    columns = [replace(column, text=one.text, names=one.names) for one, column in named]
    body = last + 1
    return HeadingBand(first, last, body + bands_numbered(grid, body, text), columns)


def is_by_ocr(heading: HeadingBand) -> bool:
    """Was a heading read by OCR? A printed letter is sure."""
    return any(word.sure < 1 for column in heading.columns for cell in column.cells for word in cell.words)


def lettered(name: str) -> str:
    """A name whose lone figures are the letters that they may have been read for."""
    return _FIGURE.sub(lambda found: "OI"[int(found[0])], name)


def _counts(a: str, b: str) -> bool:
    """Is all that one name has behind what both begin with a number (`TRIWULAN III`, `IV`) or a letter (`A`, `B`)?"""
    alike = len([*takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False))])
    return re.fullmatch(r"[IVX]*|[A-Z]", a[alike:], re.IGNORECASE) is not None


def _is_near(a: str, b: str) -> bool:
    if a == b:
        return True
    if _NUMBER.findall(a) != _NUMBER.findall(b) or (_counts(a, b) and _counts(b, a)):
        return False
    return Levenshtein.distance(a, b) * _LETTERS <= min(len(a), len(b))
