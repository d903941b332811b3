"""Areas with the gutters of the whole text -> areas with the lines above and below that stand in these columns.

Input: the pages of a text, and the areas on them. Output: the same areas, larger where lines beside them stand in their
columns. Where a table ends was decided before its columns were known: a line whose columns are one blank apart (`Jawa
Barat jawa barat`) seemed to stand across a gutter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bahasa.labels import opening_at
from extract.table.inked.areas import Area, ends_in
from extract.table.inked.ink import FAR, Ink, InkLine
from extract.table.inked.line_forms import is_label
from extract.table.inked.tops import Words

#: How far a word may reach over a gutter, how many blank lines may stand between, and how wide a column is at most
#: whose texts begin anywhere.
_REACH, _BLANK, _NARROW = 2, 1, 12
#: A text with white before it begins so far from where others of its column do (`200 dokumen` below `2 dokumen`).
_NEAR = (0, -1, 1)
#: The middles of texts that are set in the middle of a column are so far apart on a grid of characters.
_MIDDLES = (0.0, 0.5, -0.5, 1.0, -1.0)


def grown(areas: Sequence[Area], pages: Sequence[Sequence[InkLine]]) -> list[Area]:
    """The areas with the lines that belong to them."""
    taken = {line.number for area in areas for line in area.lines}
    by_page = {page[0].line.page: page for page in pages if page}
    last_of = {page[0].number: before for before, page in pairwise(pages)}
    found: list[Area] = []
    tops = Counter(tuple(map(_words, area.lines[:2])) for area in areas)
    for area in areas:
        page = by_page[area.lines[0].line.page]
        left = min(line.ink[0].left for line in page)
        places = _Places.of(area)
        first = next(k for k, line in enumerate(page) if line.number == area.lines[0].number)
        last = next(k for k, line in enumerate(page) if line.number == area.lines[-1].number)
        below: list[InkLine] = []
        for line in page[last + 1 :]:
            above = below[-1] if below else page[last]
            if line.at - above.at > _BLANK + 1 or not _belongs(line, area, places, left, taken):
                break
            below.append(line)
        top = page[:first]
        if not _goes_on(last_of.get(page[0].number), found) or not all(
            _belongs(line, area, places, left, taken) for line in top
        ):
            top = _top_again(page[:first], area, tops)
        taken |= {line.number for line in (*top, *below)}
        found.append(replace(area, lines=(*top, *area.lines, *below)))
    return found


def _top_again(above: Sequence[InkLine], area: Area, tops: Mapping[tuple[Words, ...], int]) -> Sequence[InkLine]:
    """The line right above an area that heads other tables right above the same line (`TARGET` over `SASARAN ...
    RENSTRA ...`, read as the end of the list above)."""
    line = above[-1] if above else None
    if line is None or area.lines[0].at - line.at > _BLANK + 1:
        return ()
    return (line,) if tops[_words(line), _words(area.lines[0])] > 1 else ()


def _words(line: InkLine) -> Words:
    return tuple(ink.text for ink in line.ink)


def _goes_on(before: Sequence[InkLine] | None, found: Sequence[Area]) -> bool:
    """May a page begin with the rest of a table of the page before it? Not where that one ends in other text."""
    own = [area for area in found if before and area.page == (before[0].line.page or 1)]
    return not before or not own or ends_in(before, own)


def _belongs(line: InkLine, area: Area, places: _Places, left: int, taken: Collection[int]) -> bool:
    """Is a line none of another area, no label and no title, and stands in the columns of this one?"""
    own = line.number not in taken and not is_label(line, left) and not _is_title(line)
    return own and _stands_in(line, area.gutters, places)


def _is_title(line: InkLine) -> bool:
    """Is a line the title of a head, in capitals (`INDIKATOR KINERJA INDIVIDU`), or the office above a signature
    (`BUPATI PASER,`)? Set in the middle of a narrow page it may stand in the columns of the table above."""
    text = line.line.text.strip()
    signs = text.endswith(",") and len(line.ink) > 1
    return len(line.parts) == 1 and text.isupper() and (signs or opening_at(text, "judul") is not None)


def _in_columns(line: InkLine, gutters: Sequence[int]) -> dict[int, list[Ink]]:
    """A line's words by the column of their middle."""
    found: dict[int, list[Ink]] = {}
    for ink in line.ink:
        found.setdefault(sum(gutter < ink.middle for gutter in gutters), []).append(ink)
    return found


@dataclass(frozen=True, slots=True)
class _Places:
    """The columns and positions at which texts begin, and those of their middles."""

    begins: frozenset[tuple[int, int]]
    middles: frozenset[tuple[int, float]]

    @classmethod
    def of(cls, area: Area) -> _Places:
        """Those of the texts of an area."""
        texts = [own for line in area.lines for own in _in_columns(line, area.gutters).items()]
        return cls(
            frozenset((column, words[0].left) for column, words in texts),
            frozenset((column, _middle(words)) for column, words in texts),
        )


def _middle(words: Sequence[Ink]) -> float:
    return (words[0].left + words[-1].right) / 2


def _stands_in(line: InkLine, gutters: Sequence[int], places: _Places) -> bool:
    """Does each word stand in one column, and each text begin where others of its column do, or have its middle where
    they have theirs (`6 kali` below `12 dokumen`)?"""
    edges = [-1, *gutters, FAR]
    first = [part[0] for part in line.parts]
    for column, words in _in_columns(line, gutters).items():
        low, high = edges[column], edges[column + 1]
        if words[0].left < low + 1 - _REACH or words[-1].right > high + 1 + _REACH:
            return False
        narrow = 0 < high - low <= _NARROW and column > 0
        near = _NEAR if words[0] in first else (0,)
        begins = any((column, words[0].left + off) in places.begins for off in near)
        centred = column > 0 and any((column, _middle(words) + off) in places.middles for off in _MIDDLES)
        if not (narrow or begins or centred):
            return False
    return True
