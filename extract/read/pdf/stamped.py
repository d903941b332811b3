"""A stamp on every page -> put aside on those as well where it stands alone.

Which print lies over the text of a page is told by what stands below or beside it (extract/read/pdf/overlay.py). On a
page that ends above it nothing does: there it is the same large print, at the same place as on the other pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.pdf.overlay import MIN_STAMP
from extract.read.pdf.page import PageRead
from extract.read.pdf.words import TextLine
from schemas.layout import Box

#: A stamp stands at one place on all pages, but for so much (points).
_ASIDE = 6.0


def stamped_again(pages: Sequence[PageRead]) -> list[PageRead]:
    """The pages, without the lines that are stamps on others of them."""
    stamps = [(text, box) for page in pages for text, box, why in page.overlays if not why]
    return [_without(page, stamps) for page in pages] if stamps else list(pages)


def _without(page: PageRead, stamps: Sequence[tuple[str, Box]]) -> PageRead:
    again = [line for line in page.outside if line.size >= MIN_STAMP and _is_stamp(line, stamps)]
    if not again:
        return page
    kept = [line for line in page.outside if not any(line is one for one in again)]
    return page._replace(outside=kept, overlays=[*page.overlays, *((line.text, line.box, "") for line in again)])


def _is_stamp(line: TextLine, stamps: Sequence[tuple[str, Box]]) -> bool:
    return any(
        text == line.text and all(abs(a - b) <= _ASIDE for a, b in zip(box, line.box, strict=True))
        for text, box in stamps
    )
