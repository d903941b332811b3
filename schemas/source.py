"""Source: the file as received."""

from __future__ import annotations

from typing import Literal

from schemas.base import Frozen

MediaType = Literal[
    "text/plain",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "image/png",
    "image/jpeg",
    "image/tiff",
]


class Source(Frozen):
    """A decree's file. `file` is its name without folders, `slug` its stem in lower case with dashes, `sha256` the hex
    digest of its bytes, `pages` its number of pages (None for text without form feeds, and
    for a docx, whose pages are made when it is printed; each picture of an image file is a page)."""

    file: str
    slug: str
    sha256: str
    media_type: MediaType
    pages: int | None = None
