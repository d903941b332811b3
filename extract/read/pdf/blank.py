"""Pages on which nothing is seen: blank, or printed by instructions that are damaged?

A reader shows a page whose /Contents is damaged as a blank one. Only pages without any ink are asked here.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

#: So many bytes a compressed stream may take that holds nothing.
_EMPTY = 16


def damaged(data: bytes, pages: Sequence[int]) -> list[int]:
    """Those of the pages (1-based) whose instructions can't be read; none where the file can't be looked at."""
    if not pages:
        return []
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            return [number for number in pages if _is_damaged(pdf.pages[number - 1].obj)]
    except (pikepdf.PdfError, RuntimeError, ValueError, IndexError):
        return []


def _is_damaged(page: Any) -> bool:
    import pikepdf

    # a page without instructions, or one whose instructions the file doesn't hold (it is cut off then), names none
    contents = page.get("/Contents", [])
    parts = list(contents) if isinstance(contents, pikepdf.Array | list) else [contents]
    return any(not isinstance(part, pikepdf.Stream) or _is_unreadable(part) for part in parts)


def _is_unreadable(stream: Any) -> bool:
    import pikepdf

    try:
        return len(stream.read_raw_bytes()) > _EMPTY and not stream.read_bytes().strip()
    except pikepdf.PdfError:
        return True
