"""Rows that a page break may have cut off: what stands behind it was set aside as a text of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bahasa.temuan import finding
from katalog.assemble.findings.place import about_block, quoted
from schemas.base import Finding
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow
from schemas.decree import Text

#: Two lines (points): a word processor leaves so much white rather than part a paragraph.
_ROOM = 30.0
_NUMBER = re.compile(r"\d+")
#: `Keterangan: ...`, `*) Target dihitung ...`
_NOTE = re.compile(r"\W*\*|[^:]{1,40}:")


def check_rests(catalogue: Catalogue) -> list[Finding]:
    """Findings for the last rows of tables that end at the foot of a page, where the next one begins with a text that
    is no furniture and no note."""
    ends = _ends(catalogue)
    printed = Counter(map(_alike, catalogue.unparsed))
    tops = _tops(catalogue)
    found = []
    for text in catalogue.unparsed:
        place = next(iter(text.places), None)
        block = ends.get((place.page or 0) - 1) if place else None
        if place is None or place.page is None or place.bbox is None or block is None:
            continue
        first = place.bbox[1] < tops.get(place.page, place.bbox[3])
        if first and printed[_alike(text)] == 1 and not _NOTE.match(text.as_printed):
            about = about_block(block, f"rows/{block.rows[-1].row}", text)
            found.append(finding("tata-letak-ragu", about, sisa=quoted(text, 60)))
    return found


def _alike(text: Text) -> str:
    """What a running head or foot has on all pages: `Halaman 2 dari 8`."""
    return _NUMBER.sub("#", text.as_printed)


def _ends(catalogue: Catalogue) -> dict[int, IndicatorBlock]:
    """The tables that end at the foot of a page, by its number: no row of the decree stands much lower."""
    feet = [(block, *max(_bottoms(block.rows[-1:]), default=(0, 0.0))) for block in catalogue.blocks]
    lowest = max((bottom for block in catalogue.blocks for _, bottom in _bottoms(block.rows)), default=0.0)
    return {page: block for block, page, bottom in feet if page and bottom >= lowest - _ROOM}


def _bottoms(rows: Sequence[IndicatorRow]) -> Iterator[tuple[int, float]]:
    """Where the cells of rows end: page, and points from its top."""
    for place in (place for row in rows for cell in row.cells.values() for place in cell.text.places):
        if place.page is not None and place.bbox is not None:
            yield place.page, place.bbox[3]


def _tops(catalogue: Catalogue) -> dict[int, float]:
    """Where the first text of a block stands on each page (points from the top)."""
    tops: dict[int, float] = {}
    for text in (text for block in catalogue.blocks for text in _texts(block)):
        for place in text.places:
            if place.page is not None and place.bbox is not None:
                tops[place.page] = min(place.bbox[1], tops.get(place.page, place.bbox[1]))
    return tops


def _texts(block: IndicatorBlock) -> Iterator[Text]:
    yield from (block.jabatan, *block.judul)
    yield from (cell.text for row in block.rows for cell in row.cells.values())
