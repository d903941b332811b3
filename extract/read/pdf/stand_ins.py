"""Texts that a file says instead of the letters that it draws (`/ActualText`): for a hyphen that broke a word, for a
sign whose font tells no Unicode, or one that somebody forgot to change with the letters.

PDFium reads the stand-in and passes over the letters. Where these can be read they are what a person sees, and a
stand-in that says another text (`65 %` for the drawn `72 %`) is kept aside.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from ctypes import addressof, byref, c_ubyte, c_ulong, c_ushort
from itertools import groupby
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from extract.read.pdf.letters_pdfium import RawRun
from extract.read.pdf.objects_pdfium import PageBox, PageObject

#: Why such a text is in no cell.
INSTEAD = "teks pengganti lain dari hurufnya"
_KEY = b"ActualText"
#: A longer text (bytes) is not asked for.
_LONGEST = 20_000

#: How a text begins that is written otherwise than in single bytes.
_SIGNED = {b"\xfe\xff": "utf-16-be", b"\xff\xfe": "utf-16-le", b"\xef\xbb\xbf": "utf-8"}

#: The mark that says it, and what it says as the file has it.
_Said = tuple[Any, bytes]


def without_stand_ins(
    document: pdfium.PdfDocument, page: pdfium.PdfPage, objects: Sequence[PageObject]
) -> list[tuple[str, PageBox]]:
    """Takes the stand-ins away from letters that can be read by themselves; gives those that say another text, each
    with the box of the letters. The page's text is read after this."""
    texts = [thing for thing in objects if thing.kind == raw.FPDF_PAGEOBJ_TEXT]
    marked = [(thing, said) for thing in texts if (said := _stand_in(thing.item)) is not None]
    if not marked:
        return []
    for thing, (mark, _) in marked:
        raw.FPDFPageObjMark_RemoveParam(thing.item, mark, _KEY)
    text = page.get_textpage()
    try:
        own = {id(thing): _own(thing.item, text.raw) for thing, _ in marked}
    finally:
        text.close()
    others: list[tuple[str, PageBox]] = []
    for _, together in groupby(marked, key=lambda one: addressof(one[1][0].contents)):
        group = list(together)
        code = group[0][1][1]
        instead = _decoded(code)
        drawn = "".join(own[id(thing)] for thing, _ in group)
        if not _is_readable(drawn) or not any(map(str.isalnum, instead)):
            for thing, (mark, _) in group:
                bits = (c_ubyte * len(code))(*code)
                raw.FPDFPageObjMark_SetBlobParam(document.raw, thing.item, mark, _KEY, bits, len(code))
        elif _folded(drawn) != _folded(instead):
            others.append((instead, _around([thing.box for thing, _ in group])))
    return others


def spread_over(text: str, box: PageBox) -> Iterator[RawRun]:
    """The characters of a stand-in, spread over the box of the letters."""
    left, low, right, top = box
    wide = (right - left) / len(text)
    for i, sign in enumerate(text):
        x = left + i * wide
        yield [(ord(sign), x, low, x + wide, top, INSTEAD)], x, low, top - low, 0


def _stand_in(item: Any) -> _Said | None:
    for i in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, i)
        if raw.FPDFPageObjMark_GetParamValueType(mark, _KEY) == raw.FPDF_OBJECT_STRING:
            length, buffer = c_ulong(), (c_ubyte * _LONGEST)()
            found = raw.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, buffer, _LONGEST, byref(length))
            if found and 0 < length.value <= _LONGEST:
                return mark, bytes(buffer[: length.value])
    return None


def _decoded(code: bytes) -> str:
    """A text string of a PDF: `<FEFF2265>`, as most writers have it, is `≥`. PDFium's call for it takes all for
    UTF-8."""
    for sign, name in _SIGNED.items():
        if code.startswith(sign):
            return code[len(sign) :].decode(name, "replace")
    return code.decode("latin-1")


def _own(item: Any, text: Any) -> str:
    """The letters of a text object."""
    length = raw.FPDFTextObj_GetText(item, text, None, 0)
    if not 2 < length <= 2 * _LONGEST:
        return ""
    buffer = (c_ushort * (length // 2))()
    raw.FPDFTextObj_GetText(item, text, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")


def _is_readable(text: str) -> bool:
    """Has it letters or figures, and no sign that its font gives no Unicode for?"""
    return any(map(str.isalnum, text)) and not any(
        unicodedata.category(sign) in ("Co", "Cn", "Cs", "Cc") or sign == "\ufffd"
        for sign in text
        if not sign.isspace()
    )


def _folded(text: str) -> str:
    """Its letters and figures, and the signs of targets; ligatures parted, case and blanks left out."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum() or sign in "%<>≤≥,./")


def _around(boxes: Sequence[PageBox]) -> PageBox:
    lefts, lows, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(lows), max(rights), max(tops)
