"""What PDFium says about the characters of a page's text, asked as seldom as can be.

Input: an open text page. Output: codes, boxes and settings of its characters, in the page's own space (points, origin
at its lower left).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from ctypes import CFUNCTYPE, addressof, byref, c_int, c_ushort, cast, sizeof
from itertools import repeat
from struct import iter_unpack
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

#: Stands for the second half of a character whose first half has its whole code.
SECOND = -1
#: Size in points, direction (quarter turns anticlockwise, -1 if none) and invisibility.
Setting = tuple[float, int, bool]
#: A character: code, left, bottom, right, top, and why nobody sees it.
RawLetter = tuple[int, float, float, float, float, str]
#: Characters that touch; origin x and y, size and direction of the first are those of all.
RawRun = tuple[list[RawLetter], float, float, float, int]
#: Takes a text, a character of it and where its box goes, as they are handed to it: types of its arguments that are
#: named here would be looked at anew for each character.
_PUT_BOX = CFUNCTYPE(c_int)


def codes_of(text: Any) -> Sequence[int]:
    """The code of each character; all at once where PDFium leaves none out. It counts the halves of a character beyond
    U+FFFF (`𝑓` of a formula) as two: the first has the code of both, the second is marked."""
    count = raw.FPDFText_CountChars(text)
    buffer = (c_ushort * (count + 1))()
    whole = raw.FPDFText_GetText(text, 0, count, buffer) == count + 1
    codes = list(buffer[:count]) if whole else [raw.FPDFText_GetUnicode(text, i) for i in range(count)]
    for i in [i for i, code in enumerate(codes[:-1]) if code & 0xFC00 == 0xD800 and codes[i + 1] & 0xFC00 == 0xDC00]:
        codes[i] = 0x10000 + ((codes[i] & 0x3FF) << 10) + (codes[i + 1] & 0x3FF)
        codes[i + 1] = SECOND
    return codes


def loose_boxes(text: Any, count: int) -> Iterator[tuple[float, ...]]:
    """Left, top, right and bottom of the first `count` characters: the box of the font's height, in the page's own
    space."""
    boxes = (raw.FS_RECTF * count)()
    size = sizeof(raw.FS_RECTF)
    put, page = cast(raw.FPDFText_GetLooseCharBox, _PUT_BOX), byref(text.contents)
    for _ in map(put, repeat(page), range(count), map(byref, repeat(boxes), range(0, count * size, size))):
        pass
    return iter_unpack("4f", boxes)


def setting_of(text: Any, i: int, asked: dict[int, Setting]) -> Setting:
    """How the character `i` is set. All characters of one text object are set alike: it is `asked` for once."""
    thing = raw.FPDFText_GetTextObject(text, i)
    # what stands in none has a key of its own
    key = addressof(thing.contents) if thing else -i
    if key not in asked:
        asked[key] = _set_in(text, i, thing)
    return asked[key]


def _set_in(text: Any, i: int, thing: Any) -> Setting:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, i, byref(matrix))
    scale = math.hypot(matrix.c, matrix.d)
    given = raw.FPDFText_GetFontSize(text, i)
    # type of a size below nothing runs the other way (`-1 0 0 1 50 123 Tm /F2 -9.5 Tf` in a space that is turned over)
    sign = math.copysign(1.0, given)
    size = abs(given) * (scale if scale > 0 else 1.0)
    along = math.atan2(sign * matrix.b, sign * matrix.a) / (math.pi / 2)
    quarter = round(along)
    direction = quarter % 4 if abs(along - quarter) < 0.06 else -1
    mode = raw.FPDFTextObj_GetTextRenderMode(thing)
    return max(1.0, min(size, 500.0)), direction, mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE
