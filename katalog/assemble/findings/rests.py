"""Rows that a page break may have cut off: what stands behind it was set aside as a text of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bahasa.temuan import finding
from katalog.assemble.findings.place import about_block, quoted
from schemas.base import Finding
from schemas.catalogue import Catalogue, IndicatorBlock
from schemas.decree import Text

_NUMBER = re.compile(r"\d+")
#: `Keterangan: ...`, `*) Target dihitung ...`
_NOTE = re.compile(r"\W*\*|[^:]{1,40}:")


def check_rests(catalogue: Catalogue) -> list[Finding]:
    """Findings for the last rows of tables behind which a page begins with a text that is no furniture and no note."""
    ends = {page: block for block in catalogue.blocks if block.rows and (page := _last_page(block))}
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


def _last_page(block: IndicatorBlock) -> int:
    texts = [cell.text for cell in block.rows[-1].cells.values()]
    return max((place.page or 0 for text in texts for place in text.places), default=0)


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
