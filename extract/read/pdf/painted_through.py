"""Letters that are a clip: the page paints a box or a gradient through them, and not the letters.

Such a paint is the colour of its letters. It covers nothing, and shades no cell. PDFium says of a text that it clips,
and of a box how many paths it is clipped by, but no letters: a clip of none is one of letters, and one of a box that
the paint lies in too, as PDFium takes others away. What is not sure to be painted through letters is a cover.
"""

from __future__ import annotations

from collections.abc import Iterable
from ctypes import addressof, byref, c_float
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.read.pdf.objects_pdfium import PageBox, PageObject, bounds_of, lightness

#: Letters that are filled or outlined and clip besides.
_CLIPS = frozenset({
    raw.FPDF_TEXTRENDERMODE_FILL_CLIP, raw.FPDF_TEXTRENDERMODE_STROKE_CLIP, raw.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP,
    raw.FPDF_TEXTRENDERMODE_CLIP,
})  # fmt: skip
#: Points that a clip is larger than what it holds.
_SLACK = 0.5
#: Points of a box's path, the first one again at its end.
_CORNERS = 5


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
        elif thing.kind != raw.FPDF_PAGEOBJ_IMAGE and clips and (under := _under(thing, clips)):
            shades |= dict.fromkeys(under, lightness(thing.item))
            continue
        kept.append(thing)
    return kept, shades


def _under(thing: PageObject, clips: Iterable[tuple[int, PageBox]]) -> list[int]:
    """The texts that something is painted through: their middle lies under it."""
    paint = thing.box
    under = [
        (key, box)
        for key, box in clips
        if paint[0] <= (box[0] + box[2]) / 2 <= paint[2] and paint[1] <= (box[1] + box[3]) / 2 <= paint[3]
    ]
    return [key for key, box in under if _clipped_by_letters(thing, box)]


def _clipped_by_letters(thing: PageObject, letters: PageBox) -> bool:
    """Is a paint clipped by letters, for sure? A gradient has no size but that of its clip: that of the letters."""
    clip = raw.FPDFPageObj_GetClipPath(thing.item)
    paths = raw.FPDFClipPath_CountPaths(clip)
    if paths > 0 and thing.kind == raw.FPDF_PAGEOBJ_SHADING:
        return _within(thing.box, letters)
    return paths == 0 or (paths == 1 and _within(bounds_of(thing.item), _box_of(clip)))


def _within(inner: PageBox, outer: PageBox) -> bool:
    return (
        inner[0] >= outer[0] - _SLACK and inner[1] >= outer[1] - _SLACK
        and inner[2] <= outer[2] + _SLACK and inner[3] <= outer[3] + _SLACK
    )  # fmt: skip


def _box_of(clip: Any) -> PageBox:
    """The box that the one path of a clip is, in the space that its object is drawn in; an empty one if it is none."""
    x, y = c_float(), c_float()
    across, along = set(), set()
    count = raw.FPDFClipPath_CountPathSegments(clip, 0)
    for i in range(min(count, _CORNERS + 1)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, 0, i), byref(x), byref(y))
        across.add(x.value)
        along.add(y.value)
    if count > _CORNERS or len(across) != 2 or len(along) != 2:
        return 0.0, 0.0, 0.0, 0.0
    return min(across), min(along), max(across), max(along)
