"""Which texts of a page nobody sees: drawn invisibly, in the colour of what lies below them, on a layer that is
switched off, under a filled box, or outside the area that they are clipped to.

What a person does not see on the page is in no cell. It is asked object by object, and letter by letter only on pages
where some text is not plainly seen, which are few.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from ctypes import addressof, byref, c_ulong, c_ushort
from typing import Any, NamedTuple

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.read.aside import GROUND
from extract.read.pdf.covers import FilledBox, clip_of, shared_box
from extract.read.pdf.objects_pdfium import PageBox, PageObject, lightness

#: Lightness (0 black to 1 white) from which ink on paper is not seen; from which it is as pale as a watermark.
_WHITE, _PALE = 0.97, 0.55
#: Ink and what lies below it are told apart if their lightness differs by this much.
_CONTRAST = 0.1
#: Ink as dark as what lies below it, to so much, is not seen whatever its colour.
_SAME = 0.03
#: A shadow is as large as its text to so much (points), and stands so far beside it (in heights of it).
_TWIN, _SHADOW = 0.5, 0.4
#: Two texts of one watermark differ by at most this much in width and height (points).
_ALIKE = 1.0

_CLIP = raw.FPDF_TEXTRENDERMODE_CLIP
#: Letters of no outline, that a white filling hides.
_FILLED = (raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_CLIP, _CLIP)

INVISIBLE, LAYER, COVERED, CLIPPED, PALE = "tak digambar", "lapisan", "tertutup", "terpotong", "pudar"


class Paint(NamedTuple):
    """Why a text object is not seen as a whole (empty where it is), the boxes that lie over it, and where it is
    clipped."""

    why: str = ""
    covers: tuple[PageBox, ...] = ()
    clip: PageBox | None = None

    def unseen(self, x: float, y: float) -> str:
        """Why ink at this point of the page's space is not seen; empty where it is."""
        if self.why:
            return self.why
        if self.clip is not None and not _inside(x, y, self.clip):
            return CLIPPED
        return COVERED if any(_inside(x, y, box) for box in self.covers) else ""


_PLAIN = Paint()
#: The names of the layers that are switched off; asked only where a page has layers.
HiddenLayers = Callable[[], Collection[str]]


def paints_of(
    objects: Sequence[PageObject], layers: HiddenLayers, fills: Sequence[FilledBox], through: Mapping[int, float]
) -> dict[int, Paint]:
    """The paint of each text object, by the address of its handle, that is not plainly seen. `fills` are the page's,
    `through` has the lightness of letters that something is painted through."""
    texts = [(z, thing) for z, thing in enumerate(objects) if thing.kind == raw.FPDF_PAGEOBJ_TEXT]
    pictures = [thing.box for thing in objects if thing.kind == raw.FPDF_PAGEOBJ_IMAGE]
    shaded = any(shade < _WHITE for _, _, shade, _ in fills)
    found: dict[int, Paint] = {}
    light: dict[int, float] = {}
    for z, thing in texts:
        key = addressof(thing.item.contents)
        light[key] = through.get(key, lightness(thing.item))
        below = [(box, shade) for at, box, shade, _ in fills if at < z]
        above = tuple([box for at, box, _, solid in fills if at > z and solid])
        why = _why(thing, light[key], below, pictures, layers, key in through)
        if not why and shaded and light[key] < _WHITE and abs(light[key] - _ground(*_middle(thing.box), below)) < _SAME:
            why = GROUND
        paint = Paint(why, _over(thing, above), _cut(thing))
        if paint != _PLAIN:
            found[key] = paint
    _mark_pale(found, [(addressof(t.item.contents), t) for _, t in texts], light)
    return found


def drawn_on_shown(objects: list[PageObject], layers: HiddenLayers) -> list[PageObject]:
    """The objects without lines, boxes and pictures of layers that are switched off: they rule nothing and cover
    nothing. Texts stay, for what is not seen is told."""
    if not (off := layers()):
        return objects
    text = raw.FPDF_PAGEOBJ_TEXT
    return [thing for thing in objects if thing.kind == text or _layers(thing.item).isdisjoint(off)]


def retyped(objects: Sequence[PageObject], paints: Mapping[int, Paint]) -> list[PageObject]:
    """Texts wholly below a filled box, or unseen, on which text stands again (`85 %` over a whited out `80 %`, or over
    one that is not drawn). PDFium takes a letter on the place of the same one for its shadow and keeps the lower one,
    which nobody sees. Where most texts are unseen they are those of an earlier OCR."""
    texts = [thing for thing in objects if thing.kind == raw.FPDF_PAGEOBJ_TEXT]
    some = 2 * sum(bool(paint.why) for paint in paints.values()) < len(texts)
    below = []
    for at, thing in enumerate(texts):
        paint = paints.get(addressof(thing.item.contents), _PLAIN)
        covered = any(shared_box(thing.box, box) == thing.box for box in paint.covers)
        hidden = thing.outer is None and (covered or (some and paint.why not in ("", PALE)))
        if hidden and any(_meet(thing.box, later.box) for later in texts[at + 1 :]):
            below.append(thing)
    return below


def _why(
    thing: PageObject,
    light: float,
    below: Sequence[tuple[PageBox, float]],
    pictures: Sequence[PageBox],
    layers: HiddenLayers,
    painted: bool,
) -> str:
    if (named := _layers(thing.item)) and not named.isdisjoint(layers()):
        return LAYER
    mode = raw.FPDFTextObj_GetTextRenderMode(thing.item)
    invisible = mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE or (mode == _CLIP and not painted)
    if not invisible and (light < _WHITE or mode not in _FILLED):
        return ""
    x, y = _middle(thing.box)
    # a picture shows what stands on it: the words of an earlier OCR, white letters on a photograph
    if any(_inside(x, y, box) for box in pictures):
        return ""
    if invisible:
        return INVISIBLE
    return GROUND if abs(light - _ground(x, y, below)) < _CONTRAST else ""


def _ground(x: float, y: float, below: Sequence[tuple[PageBox, float]]) -> float:
    """The lightness of what lies below a place: the last of these filled boxes, or paper."""
    return next((shade for box, shade in reversed(below) if _inside(x, y, box)), 1.0)


def _mark_pale(found: dict[int, Paint], texts: Sequence[tuple[int, PageObject]], light: dict[int, float]) -> None:
    """Pale text over dark text is a watermark, and so is any other pale text of the same size."""
    pale = [(key, thing.box) for key, thing in texts if _PALE <= light[key] < _WHITE and key not in found]
    if not pale:
        return
    dark = [thing.box for key, thing in texts if light[key] < _PALE and key not in found]
    # PDFium keeps a shadow's letters for those that stand on them: they are the text
    pale = [(key, box) for key, box in pale if not any(_is_shadow(box, other) for other in dark)]
    marks = [box for _, box in pale if any(_meet(box, other) for other in dark)]
    for key, box in pale:
        if any(_alike(box, mark) for mark in marks):
            found[key] = found.get(key, Paint())._replace(why=PALE)


def _is_shadow(box: PageBox, other: PageBox) -> bool:
    """Is a text another one again, a little beside it?"""
    aside = [a - b for a, b in zip(box, other, strict=True)]
    same = abs(aside[0] - aside[2]) <= _TWIN and abs(aside[1] - aside[3]) <= _TWIN
    return same and max(map(abs, aside)) <= _SHADOW * (other[3] - other[1])


def _over(thing: PageObject, above: tuple[PageBox, ...]) -> tuple[PageBox, ...]:
    if not above:
        return ()
    own = thing.box
    return tuple([box for box in above if _meet(own, box)])


def _cut(thing: PageObject) -> PageBox | None:
    """The box that a text is clipped to, if it stands out of it."""
    clip = clip_of(thing)
    if clip is None:
        return None
    x0, y0, x1, y1 = thing.box
    return None if clip[0] <= x0 + 1 and clip[1] <= y0 + 1 and x1 - 1 <= clip[2] and y1 - 1 <= clip[3] else clip


def _layers(item: Any) -> set[str]:
    """The names of the layers that an object belongs to, each inside another."""
    named: set[str] = set()
    for i in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, i)
        if _said(lambda *to, mark=mark: raw.FPDFPageObjMark_GetName(mark, *to)) == "OC":
            named.add(_said(lambda *to, mark=mark: raw.FPDFPageObjMark_GetParamStringValue(mark, b"Name", *to)))
    return named - {""}


def _said(ask: Callable[..., Any]) -> str:
    """A string that PDFium writes into a buffer (UTF-16)."""
    length = c_ulong()
    buffer = (c_ushort * 256)()
    if not ask(buffer, 512, byref(length)) or not 2 < length.value <= 512:
        return ""
    return bytes(buffer)[: length.value - 2].decode("utf-16-le", "replace")


def _middle(box: PageBox) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _inside(x: float, y: float, box: PageBox) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _meet(a: PageBox, b: PageBox) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _alike(a: PageBox, b: PageBox) -> bool:
    return abs((a[2] - a[0]) - (b[2] - b[0])) <= _ALIKE and abs((a[3] - a[1]) - (b[3] - b[1])) <= _ALIKE
