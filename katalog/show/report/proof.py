"""Pictures of the pages that changes are printed on, with a box at each: so that it is seen whether a change is real.

Only pages with changes are drawn. A side whose source is not at hand has none, and a remark says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from katalog.show.page_picture import PagePicture, page_pictures
from katalog.show.report.view import Report, ReportLine
from katalog.show.report.words import Terms

#: The sides of a report, as its labels name them; their pages are `semula-4`, `menjadi-5`.
SIDES = (("old", "semula"), ("new", "menjadi"))


@dataclass(frozen=True, slots=True)
class ChangeBox:
    """Where the change of this number is printed: left, top, width and height in percent of the page."""

    number: int
    share: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ProofPage:
    """A page of one side (0 the old one, 1 the new one) with the boxes of its changes."""

    side: int
    picture: PagePicture
    boxes: tuple[ChangeBox, ...]
    caption: str

    @property
    def id(self) -> str:
        """Its anchor in the report."""
        return f"{SIDES[self.side][1]}-{self.picture.number}"


@dataclass(frozen=True, slots=True)
class ProofPages:
    """All pages that are shown, old ones first, and what is to be said of those that are not."""

    shown: tuple[ProofPage, ...] = ()
    remarks: tuple[str, ...] = ()

    def of(self, line: ReportLine, side: int) -> tuple[ProofPage, ...]:
        """The pages on which one side of a change is printed."""
        numbers = {place.page for place in line.places[side]}
        listed = [page for page in self.shown if page.side == side and page.picture.number in numbers]
        return tuple(page for page in listed if any(box.number == line.number for box in page.boxes))


#: A report without pages.
NO_PAGES = ProofPages()


def proof_pages(report: Report, sources: Sequence[Path | None]) -> ProofPages:
    """The pages of both sources (None where one is not at hand) that changes are printed on. `Unusable` for a source
    that can't be drawn."""
    terms = Terms(report.lang)
    found: list[ProofPage] = []
    remarks: list[str] = []
    for side, source in enumerate(sources):
        pages = list(_pages(report, side, source, terms)) if source is not None else []
        found += pages
        if not pages:
            key = "pages_none" if source is not None else "pages_missing"
            remarks.append(terms.label(key, sisi=_name(side, terms), berkas=report.files[side]))
    if found:
        size = f"{sum(len(page.picture.uri) for page in found) / 1e6:.1f}"
        remarks.insert(0, terms.label("pages_shown", jumlah=len(found), besar=terms.number(size)))
    return ProofPages(tuple(found), tuple(remarks))


def _name(side: int, terms: Terms) -> str:
    return terms.label(SIDES[side][0])


def _pages(report: Report, side: int, source: Path, terms: Terms) -> Iterator[ProofPage]:
    wanted = {place.page for line in report.lines for place in line.places[side] if place.page and place.bbox}
    for picture in page_pictures(source, wanted).values():
        boxes = tuple(_boxes(report, side, picture))
        numbers = ", ".join(str(number) for number in dict.fromkeys(box.number for box in boxes))
        caption = terms.label("page_caption", sisi=_name(side, terms), halaman=picture.number, nomor=numbers)
        yield ProofPage(side, picture, boxes, caption)


def _boxes(report: Report, side: int, picture: PagePicture) -> Iterator[ChangeBox]:
    for line in report.lines:
        for share in dict.fromkeys(map(picture.share, line.places[side])):
            if share is not None:
                yield ChangeBox(line.number, share)
