"""Letters that are a clip: the page paints a box or a gradient through them, and not the letters.

Such a paint is the colour of its letters. It covers nothing, and shades no cell. PDFium says of a text that it clips,
and not of a box what it is clipped by: what is painted next, over the middle of such a text, is its paint.
"""

from __future__ import annotations

from collections.abc import Iterable
from ctypes import addressof

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.read.pdf.objects_pdfium import PageBox, PageObject, lightness

#: Letters that are filled or outlined and clip besides.
_CLIPS = frozenset({
    raw.FPDF_TEXTRENDERMODE_FILL_CLIP, raw.FPDF_TEXTRENDERMODE_STROKE_CLIP, raw.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP,
    raw.FPDF_TEXTRENDERMODE_CLIP,
})  # fmt: skip


def painted_through(objects: Iterable[PageObject]) -> tuple[list[PageObject], dict[int, float]]:
    """The objects but for what is painted through letters, and the lightness that it gives them (0 black to 1 white),
    by the addresses of their handles."""
    kept: list[PageObject] = []
    shades: dict[int, float] = {}
    clips: list[tuple[int, PageBox]] = []
    for thing in objects:
        if thing.kind == raw.FPDF_PAGEOBJ_TEXT:
            if raw.FPDFTextObj_GetTextRenderMode(thing.item) not in _CLIPS:
                clips = []
            else:
                clips.append((addressof(thing.item.contents), thing.box))
        elif thing.kind != raw.FPDF_PAGEOBJ_IMAGE and clips and (under := _under(thing.box, clips)):
            shades |= dict.fromkeys(under, lightness(thing.item))
            continue
        kept.append(thing)
    return kept, shades


def _under(paint: PageBox, clips: Iterable[tuple[int, PageBox]]) -> list[int]:
    """The texts whose middle lies under a paint."""
    return [
        key
        for key, (x0, y0, x1, y1) in clips
        if paint[0] <= (x0 + x1) / 2 <= paint[2] and paint[1] <= (y0 + y1) / 2 <= paint[3]
    ]
