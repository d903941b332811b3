"""Reads the ink of a page with PDFium: characters with their place, and ruling lines.

Chosen as the default reader because it reads a page about ten times faster than pdfplumber and is hardened against
hostile files; extract/read/pdf/ink_plumber.py reads the same ink with pdfplumber.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from ctypes import addressof, byref, c_double
from functools import cache
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from bahasa.fold import seen_letters
from extract.read.aside import SPECK
from extract.read.pdf.covers import Covers, covers_of, shared_box
from extract.read.pdf.ink import Char, PageInk, Ruling
from extract.read.pdf.layers import with_fields
from extract.read.pdf.leaning import back_to, leaning_of, set_upright
from extract.read.pdf.letters_pdfium import SECOND, RawLetter, RawRun, Setting, codes_of, loose_boxes, setting_of
from extract.read.pdf.objects_pdfium import PageBox, PageObject, page_objects
from extract.read.pdf.painted_through import painted_through
from extract.read.pdf.paths_pdfium import THIN, buried, drawn, fills, shapes, slants
from extract.read.pdf.stand_ins import spread_over, without_stand_ins
from extract.read.pdf.unseen import INVISIBLE, HiddenLayers, Paint, drawn_on_shown, paints_of, retyped
from extract.read.symbols import symbol

_HYPHENS = frozenset({0x02, 0xFFFE, 0xAD})
_BLANKS = frozenset(code for code in range(0x3001) if chr(code).isspace())
_ASCENT, _DESCENT = 0.75, 0.22
#: A picture that covers this share of a page is its background or a scan.
_BACKGROUND = 0.3
#: A picture over at least so much of the page may be drawn over its text.
_COVERED = 0.5
#: What a font gives no Unicode for: PDFium then says the code that the letter has in the font, which is any sign.
_NAMELESS = 0xFFFD
#: Type of this size (points), and no higher, is specks that nobody reads.
_SPECK = 1.0
#: Codes of figures and signs are lower than those of letters; one that stands so much (points) higher may be raised.
_LETTERS, _RAISED = 58, 1.0


def page_ink(
    document: pdfium.PdfDocument,
    index: int,
    max_chars: int = 100_000,
    max_side: float = 14_400.0,
    layers: HiddenLayers = tuple,
) -> PageInk:
    """Page `index` (0-based) of `document` as ink, upright; closes it. `layers` names those that are switched off.

    Raises PdfiumError for a page that can't be loaded and ValueError for one with more than `max_chars` characters. A
    page larger than `max_side` (points) is cut to it at its lower left: PDFium takes memory by the size of the page.
    """
    page = _page(document, index, max_side)
    try:
        objects = list(page_objects(page))
        if lean := leaning_of(objects):
            set_upright(page, lean)
            page = _page(document, index, max_side)
            objects = list(page_objects(page))
        objects, through = painted_through(drawn_on_shown(objects, layers))
        instead = without_stand_ins(document, page, objects)
        covers = covers_of(document, page, objects)
        paints = paints_of(objects, layers, covers.fills, through)
        runs, unmapped, hidden = _read(page, paints, max_chars)
        if below := retyped(objects, paints):
            gone = [raw.FPDFPage_RemoveObject(page.raw, one.item) and addressof(one.item.contents) for one in below]
            objects = [one for one in objects if addressof(one.item.contents) not in gone]
            unseen = [_those_of(run, lambda letter: bool(letter[5])) for run in runs]
            runs, unmapped, _ = _read(page, paints, max_chars)
            runs = [*unseen, *(_those_of(run, lambda letter: not letter[5]) for run in runs)]
        runs += [run for one in instead for run in spread_over(*one)]
        ink = _upright(page, index + 1, runs, unmapped, hidden)
        ink.back = back_to(lean, ink.width, ink.height) if lean and not ink.turn else ()
        return _drawn_on(ink, page, objects, covers)
    finally:
        page.close()


def _read(page: pdfium.PdfPage, paints: dict[int, Paint], max_chars: int) -> tuple[list[RawRun], int, int]:
    """What _raw_chars says of a page."""
    text = page.get_textpage()
    try:
        if raw.FPDFText_CountChars(text.raw) > max_chars:
            raise ValueError("the page has too many characters")
        return _raw_chars(text.raw, paints)
    finally:
        text.close()


def _page(document: pdfium.PdfDocument, index: int, max_side: float) -> pdfium.PdfPage:
    page = with_fields(document, index)
    left, bottom, right, top = page.get_bbox()
    if right - left <= max_side and top - bottom <= max_side:
        return page
    page.set_mediabox(left, bottom, min(right, left + max_side), min(top, bottom + max_side))
    page.set_cropbox(left, bottom, min(right, left + max_side), min(top, bottom + max_side))
    page.close()
    return with_fields(document, index)


def _raw_chars(text: Any, paints: dict[int, Paint]) -> tuple[list[RawRun], int, int]:
    """All characters that the file itself holds, in the order of the content, the number of those without a Unicode
    mapping, and the number of those drawn invisibly. What a run of touching characters shares is asked for at its
    start only: each question costs as much as putting a character into place."""
    made_up, origin = raw.FPDFText_IsGenerated, raw.FPDFText_GetCharOrigin
    x, y = c_double(), c_double()
    to_x, to_y = byref(x), byref(y)
    runs: list[RawRun] = []
    letters: list[RawLetter] = []
    asked: dict[int, Setting] = {}
    unmapped = hidden = 0
    why, nameless, direction, invisible = "", False, 0, False
    last_right, last_low, last_code = math.inf, math.inf, 0
    codes = codes_of(text)
    boxes = loose_boxes(text, len(codes))
    for i, (code, (left, top, right, low)) in enumerate(zip(codes, boxes, strict=True)):
        if code <= 32 and (code == SECOND or made_up(text, i)):
            last_right = math.inf
            continue
        if (
            direction
            or not -0.7 < left - last_right < 0.7
            # a raised mark touches the number before it; letters reach below the line as they like
            or ((code < _LETTERS or last_code < _LETTERS) and not -_RAISED < low - last_low < _RAISED)
        ):
            origin(text, i, to_x, to_y)
            size, direction, invisible = setting_of(text, i, asked)
            runs.append((letters := [], x.value, y.value, size, direction))
            if nameless := raw.FPDFText_HasUnicodeMapError(text, i) == 1:
                unmapped, code = unmapped + 1, _NAMELESS
        elif (nameless or code < 32 or 0xE000 <= code <= 0xF8FF) and raw.FPDFText_HasUnicodeMapError(text, i) == 1:
            # the rest of a run that is counted
            unmapped, code = unmapped + (not nameless), _NAMELESS
        last_right, last_low, last_code = right, low, code
        if invisible:
            hidden += 1
        if paints:
            why = _unseen(text, i, paints, (left + right) / 2, (low + top) / 2)
        letters.append((code, left, low, right, top, why))
    return [_with_specks(run) if run[3] <= _SPECK else run for run in runs], unmapped, hidden


def _those_of(run: RawRun, wanted: Callable[[RawLetter], bool]) -> RawRun:
    """A run with some of its characters alone."""
    return list(filter(wanted, run[0])), *run[1:]


def _with_specks(run: RawRun) -> RawRun:
    """Characters of the smallest type, those that are printed as specks unseen."""
    return [(*one[:5], one[5] or SPECK) if one[4] - one[2] <= _SPECK else one for one in run[0]], *run[1:]


def _unseen(text: Any, i: int, paints: dict[int, Paint], x: float, y: float) -> str:
    """Why nobody sees the character `i`, whose middle is `x`, `y`; empty where it is seen."""
    thing = raw.FPDFText_GetTextObject(text, i)
    paint = paints.get(addressof(thing.contents)) if thing else None
    return paint.unseen(x, y) if paint is not None else ""


def _turn_point(x: float, y: float, quarter: int) -> tuple[float, float]:
    """A point after turning the plane clockwise by `quarter` quarter turns (y up)."""
    match quarter:
        case 1:
            return y, -x
        case 2:
            return -x, -y
        case 3:
            return -y, x
    return x, y


def _turn_box(box: tuple[float, float, float, float], quarter: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top after turning clockwise (y up)."""
    if quarter == 0:
        return box
    (ax, ay), (bx, by) = _turn_point(box[0], box[1], quarter), _turn_point(box[2], box[3], quarter)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _upright(page: pdfium.PdfPage, number: int, runs: list[RawRun], unmapped: int, hidden: int) -> PageInk:
    """The letters of the page turned so that most of its text runs to the right, origin at its top left."""
    counts: Counter[int] = Counter()
    for letters, *_, direction in runs:
        counts[direction] += len(letters)
    if hidden * 2 > counts.total():
        # the layer of an earlier OCR, whose words the picture shows
        runs = [([(*one[:5], "" if one[5] == INVISIBLE else one[5]) for one in run[0]], *run[1:]) for run in runs]
    shown = (page.get_rotation() // 90) % 4
    plain = set(counts) <= {0} and not any(one[5] for run in runs for one in run[0])
    counts.pop(-1, 0)
    main = counts.most_common(1)[0][0] if counts else shown
    if counts and counts[shown] * 2 >= counts[main]:
        main = shown
    left, bottom, right, top = _turn_box(page.get_bbox(), main)
    ink = PageInk(number, right - left, top - bottom, unmapped=unmapped, hidden=hidden, turn=(main - shown) % 4)
    if main == 0 and plain:
        _place_all(ink, runs, left, top)
    else:
        for run in runs:
            for one in run[0]:
                _place(ink, one, run, main, left, top)
    return ink


def _drawn_on(ink: PageInk, page: pdfium.PdfPage, objects: list[PageObject], covers: Covers) -> PageInk:
    """The page with what is drawn on it; `covers` is what lies over it."""
    main = ink.turn + page.get_rotation() // 90
    frame = _turn_box(page.get_bbox(), main % 4)
    _rule(ink, objects, main % 4, frame, covers)
    if ink.covered > _COVERED and (ink.chars or ink.slanted or ink.unseen):
        ink.buried = buried(objects, (frame[2] - frame[0]) * (frame[3] - frame[1]) * _COVERED)
    return ink


def _place_all(ink: PageInk, runs: list[RawRun], left: float, top: float) -> None:
    """As _place, for a page on which all text runs to the right: nearly all pages."""
    make, width = tuple.__new__, ink.width
    for letters, _, y, size, _ in runs:
        base = top - y
        low, high = base + _DESCENT * size, base - _ASCENT * size
        if 0.0 <= base <= ink.height + size:
            ink.chars += [
                make(Char, (mark, at, high, x1 - left, low, base, size))
                for code, x0, _, x1, _, _ in letters
                if -2.0 <= (at := x0 - left) <= width and (mark := _mark(code))
            ]


@cache
def _mark(code: int) -> str:
    """The character for a code, empty for one that nobody sees; what the font does not name, or half a pair, is the
    replacement character."""
    if code in _BLANKS:
        return " "
    if code in _HYPHENS:
        return "-"
    if 0xF000 <= code <= 0xF0FF and (sign := symbol(code)):
        return sign
    return seen_letters(chr(code)) if code > 31 and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def _place(ink: PageInk, char: RawLetter, run: RawRun, main: int, left: float, top: float) -> None:
    """Puts one character on the page; what stands outside the page box is not printed."""
    code, x0, y0, x1, y1, why = char
    _, x, y, size, direction = run
    if main:
        x0, y0, x1, y1 = _turn_box((x0, y0, x1, y1), main)
        x, y = _turn_point(x, y, main)
    if not _mark(code):
        return
    if direction == main:
        base = top - y
        if not -2.0 <= x0 - left <= ink.width or not 0.0 <= base <= ink.height + size:
            return
        low = base + _DESCENT * size
        placed = Char(_mark(code), x0 - left, base - _ASCENT * size, x1 - left, low, base, size)
        if why:
            ink.unseen.append((placed, why))
        else:
            ink.chars.append(placed)
    elif code > 32 and code not in _BLANKS:
        turn = (main - direction) % 4 if direction >= 0 else -1
        ink.slanted.append((Char(chr(code), x0 - left, top - y1, x1 - left, top - y0, top - y, size), turn))


def _rule(ink: PageInk, objects: list[PageObject], main: int, frame: PageBox, covers: Covers) -> None:
    """Adds the ruling lines, drawn letters and pictures, and the share of the page that the largest picture covers."""
    left, bottom, right, top = frame
    area = max(1.0, (right - left) * (top - bottom))
    for kind, box in drawn(objects, covers.fills):
        over = kind == raw.FPDF_PAGEOBJ_IMAGE and any(shared_box(box, one) == one for one in covers.printed)
        x0, y0, x1, y1 = _turn_box(box, main)
        x0, y0, x1, y1 = max(x0, left), max(y0, bottom), min(x1, right), min(y1, top)
        if x1 < x0 or y1 < y0:
            continue
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            share = (x1 - x0) * (y1 - y0) / area
            ink.covered = max(ink.covered, share)
            if share < _BACKGROUND:
                ink.pictures.append((x0 - left, top - y1, x1 - left, top - y0))
                ink.over += ink.pictures[-1:] * over
        if min(x1 - x0, y1 - y0) <= THIN:
            ink.rulings.append(Ruling(x0 - left, top - y1, x1 - left, top - y0))
    for box in shapes(objects):
        x0, y0, x1, y1 = _turn_box(box, main)
        ink.shapes.append((x0 - left, top - y1, x1 - left, top - y0))
    for box, rising in slants(objects):
        x0, y0, x1, y1 = _turn_box(box, main)
        ink.slants.append(((x0 - left, top - y1, x1 - left, top - y0), rising != bool(main % 2)))
    for box, colour in fills(objects):
        x0, y0, x1, y1 = _turn_box(box, main)
        ink.fills.append(((x0 - left, top - y1, x1 - left, top - y0), colour))
