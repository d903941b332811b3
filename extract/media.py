"""Media: what a file's bytes are, whatever it is called. One table; the last entry is what any bytes may be.

>>> medium_of(b"%PDF-1.7 ...").media_type, medium_of(b"KEPUTUSAN BUPATI").label
('application/pdf', 'teks')
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from schemas.source import MediaType


@dataclass(frozen=True, slots=True)
class Medium:
    """A medium: its name for people, the bytes that it is known by, and within how many from the start."""

    media_type: MediaType
    label: str
    signature: bytes
    within: int


#: PDF readers look for the signature in the first 1024 bytes (ISO 32000-1, annex H, implementation note 13).
MEDIA: Final = (
    Medium("application/pdf", "PDF", b"%PDF-", 1024),
    Medium("text/plain", "teks", b"", 0),
)


def medium_of(data: bytes) -> Medium:
    """The first medium whose signature the bytes have."""
    return next(medium for medium in MEDIA if medium.signature in data[: medium.within])


def media_label() -> str:
    """All media for a sentence: `PDF atau teks`."""
    return " atau ".join(medium.label for medium in MEDIA)
