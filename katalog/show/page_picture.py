"""Pages of a source as small pictures to be embedded in a page of HTML, and where on them a box stands.

Printed pages are black on white: in sixteen greys, without loss, one takes 4 to 30 kB at this resolution; a scanned
one, which has noise, is smaller with loss (20 to 90 kB).
"""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from katalog.errors import Unusable
from schemas.base import Place

#: Dots per inch: type of 8 points is 13 pixels high. No picture has more dots than this on a side, whatever its page
#: says of its size.
DPI, _MOST_SIDE = 120, 2400
_GREY = 17
#: Bytes of a picture without loss above which one with loss is tried as well, and the quality of that.
_LARGE, _QUALITY = 40_000, 45
#: Room left free around a box, so that its line hides no letter (points).
_AROUND = 1.5


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page (1-based) as a WebP picture; `width` and `height` are those of the page as displayed, in points, as places
    have them."""

    number: int
    width: float
    height: float
    data: bytes

    @property
    def base64(self) -> str:
        """The picture as text."""
        return b64encode(self.data).decode("ascii")

    @property
    def uri(self) -> str:
        """For the `src` of an image, without a file beside the page."""
        return f"data:image/webp;base64,{self.base64}"

    def share(self, place: Place) -> tuple[float, float, float, float] | None:
        """Left, top, width and height of a place on this page, in percent of it; None for one that is elsewhere, or has
        no box.

        >>> PagePicture(2, 600, 800, b"").share(Place(page=2, bbox=(61.5, 81.5, 298.5, 158.5)))
        (10.0, 10.0, 40.0, 10.0)
        """
        if place.page != self.number or place.bbox is None:
            return None
        x0, top, x1, bottom = place.bbox
        left, upper = max(x0 - _AROUND, 0.0), max(top - _AROUND, 0.0)
        right, lower = min(x1 + _AROUND, self.width), min(bottom + _AROUND, self.height)
        wide, high = 100 / self.width, 100 / self.height
        sides = (left * wide, upper * high, (right - left) * wide, (lower - upper) * high)
        return tuple([round(side, 3) for side in sides])  # type: ignore[return-value]


def page_pictures(source: Path, numbers: Iterable[int]) -> dict[int, PagePicture]:
    """These pages (1-based) of a PDF or of a file of pictures, by number; one that isn't there, or can't be drawn, is
    left out. Text and Word files have none. `Unusable` where the file can't be read."""
    from extract.door import as_pdf
    from extract.errors import UnusableSource
    from extract.read.pdf.options import PdfOptions
    from extract.source import read_source

    try:
        read, data = read_source(source)
        if read.media_type != "application/pdf" and not read.media_type.startswith("image/"):
            return {}
        return {one.number: one for one in _drawn(as_pdf(read, data, PdfOptions()), sorted(set(numbers)))}
    except UnusableSource as error:
        raise Unusable(source, error.cause, error.remedy) from error


def _drawn(data: bytes, numbers: Iterable[int]) -> Iterator[PagePicture]:
    import pypdfium2 as pdfium  # type: ignore[import-untyped]

    from extract.read.pdf.reading import openable

    # as the file was read, so is it drawn: one that was cut off is mended
    document = pdfium.PdfDocument(openable(data)[0])
    try:
        document.init_forms()
        for number in numbers:
            if 1 <= number <= len(document) and (picture := _picture_of(document[number - 1], number)):
                yield picture
    finally:
        document.close()


def _picture_of(page: Any, number: int) -> PagePicture | None:
    import pypdfium2 as pdfium

    try:
        width, height = page.get_size()
        scale = min(DPI / 72, _MOST_SIDE / max(width, height, 1.0))
        picture = page.render(scale=scale, grayscale=True).to_pil()
        return PagePicture(number, width, height, _small(picture))
    except (pdfium.PdfiumError, ValueError, OSError, ZeroDivisionError):
        return None
    finally:
        page.close()


def _small(picture: Any) -> bytes:
    """The picture as WebP, in the way that takes fewer bytes."""
    greys = picture.point([round(value / _GREY) * _GREY for value in range(256)]).convert("RGB")
    exact = _webp(greys, lossless=True)
    if len(exact) <= _LARGE:
        return exact
    return min(exact, _webp(picture.convert("RGB"), quality=_QUALITY), key=len)


def _webp(picture: Any, **manner: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, format="WEBP", method=2, **manner)
    return out.getvalue()
