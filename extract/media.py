"""Media: what a file's bytes are, whatever it is called. One table; the last entry is what any bytes may be.

>>> medium_of(b"%PDF-1.7 ...").media_type, medium_of(b"KEPUTUSAN BUPATI").label
('application/pdf', 'teks')
"""

from __future__ import annotations

from typing import Final, NamedTuple

from schemas.source import MediaType

#: Word's own, since 2007.
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Medium(NamedTuple):
    """A medium: its name for people, the bytes that it is known by (any of them), and within how many from the start;
    `holds` must stand somewhere behind them."""

    media_type: MediaType
    label: str
    signatures: tuple[bytes, ...]
    within: int
    holds: bytes = b""


#: PDF readers look for the signature in the first 1024 bytes (ISO 32000-1, annex H, implementation note 13). A docx is
#: a ZIP archive; the names of its files stand in it in the clear, in one that was cut as well.
MEDIA: Final = (
    Medium("application/pdf", "PDF", (b"%PDF-",), 1024),
    Medium(DOCX, "Word (docx)", (b"PK\x03\x04",), 4, b"word/document"),
    Medium("image/png", "PNG", (b"\x89PNG\r\n\x1a\n",), 8),
    Medium("image/jpeg", "JPEG", (b"\xff\xd8\xff",), 3),
    # of either byte order; the larger number is BigTIFF's
    Medium("image/tiff", "TIFF", (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), 4),
    Medium("text/plain", "teks", (b"",), 0),
)


def medium_of(data: bytes) -> Medium:
    """The first medium whose signature the bytes have."""
    return next(m for m in MEDIA if any(s in data[: m.within] for s in m.signatures) and m.holds in data)


def media_label() -> str:
    """All media for a sentence: `PDF, Word (docx), atau teks`."""
    *others, last = [medium.label for medium in MEDIA]
    return f"{', '.join(others)}, atau {last}"
