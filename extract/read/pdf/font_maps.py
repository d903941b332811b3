"""Fonts whose map leaves out some of their signs: each of these gets the replacement character for a name.

A font with letters of its own numbering (no `/Encoding`) says by its map (`/ToUnicode`) what each number is. Where the
map has no entry, PDFium takes the number itself for the sign (`2*` where `25` is printed, `n;1` for `n-1`), and nothing
tells. Whether a file has such a font is asked of its bytes as they stand and of its streams of objects, so that others
cost next to nothing.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

_FONT = re.compile(rb"<<(?=[^<>]*/FirstChar\b)(?=[^<>]*/Widths\b)[^<>]*>>")
_FIRST, _LAST = re.compile(rb"/FirstChar\s+(\d+)"), re.compile(rb"/LastChar\s+(\d+)")
_MAP = re.compile(rb"/ToUnicode\s+(\d+)\s+0\s+R")
_STREAM = re.compile(rb"(.{0,300}?)stream\r?\n", re.S)
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)", re.S)
_SINGLE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]*>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<[0-9A-Fa-f]*>|\[[^\]]*\])")
#: Objects that are no streams may stand in one, of this type.
_PACKED = re.compile(rb"<<[^<>]{0,200}/Type\s*/ObjStm\b[^<>]{0,200}>>\s*stream\r?\n")
#: A map, or a stream of objects, is looked at so far (bytes).
_LONGEST = 1 << 20


def with_whole_maps(data: bytes) -> bytes:
    """The file, with an entry for each sign that a font's map leaves out; as it is where none does."""
    if not any(_leaks(data, match[0]) for part in unpacked(data) for match in _FONT.finditer(part)):
        return data
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            for font in pdf.objects:
                if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/Font" and "/FirstChar" in font:
                    _complete(pdf, font)
            out = io.BytesIO()
            pdf.save(out)
            return out.getvalue()
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError, KeyError):
        return data


def unpacked(data: bytes) -> Iterator[bytes]:
    """The file as it stands, and what its streams of objects unfold to. Most writers pack fonts into these, and leave
    the maps, which are streams themselves, outside."""
    yield data
    for match in _PACKED.finditer(data):
        body = data[match.end() : match.end() + _LONGEST]
        if b"/FlateDecode" not in match[0]:
            continue
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(body, _LONGEST)


def _leaks(data: bytes, font: bytes) -> bool:
    """Has a font, as it stands in the file, numbers of its own and fewer entries in its map than numbers?"""
    first, last, named = _FIRST.search(font), _LAST.search(font), _MAP.search(font)
    if b"/Encoding" in font or first is None or last is None or not _is_subset(font):
        return False
    if named is None:
        return b"/ToUnicode" not in font
    places = (data.find(b"%b%d 0 obj" % (end, int(named[1]))) for end in (b"\n", b"\r"))
    at = next((at for at in places if at >= 0), None)
    stream = None if at is None else _STREAM.match(data, at)
    if stream is None:
        return False
    code = data[stream.end() : stream.end() + _LONGEST]
    if b"/FlateDecode" in stream[1]:
        try:
            code = zlib.decompressobj().decompress(code, _LONGEST)
        except zlib.error:
            return False
    else:
        code = code[: code.find(b"endstream")]
    return len(_mapped(code)) < int(last[1]) - max(1, int(first[1])) + 1


def _is_subset(font: bytes) -> bool:
    """`/BaseFont/BAAAAA+LiberationSerif`: a part of a font, numbered anew."""
    return re.search(rb"/BaseFont\s*/[A-Z]{6}\+", font) is not None


def _mapped(code: bytes) -> set[int]:
    """The numbers that a map has an entry for."""
    found: set[int] = set()
    for kind, body in _SECTION.findall(code):
        if kind == b"bfchar":
            found.update(int(number, 16) for number in _SINGLE.findall(body))
            continue
        for low, high in _RANGE.findall(body):
            found.update(range(int(low, 16), min(int(high, 16), int(low, 16) + 255) + 1))
    return found


def _complete(pdf: Any, font: Any) -> None:
    """Gives the numbers of a font that its map leaves out, and that have a width, the replacement character."""
    if "/Encoding" in font or not _is_subset(b"/BaseFont" + str(font.get("/BaseFont", "")).encode()):
        return
    code = bytes(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else _EMPTY
    missing = sorted(set(_numbers(font)) - _mapped(code))
    if not missing:
        return
    entries = b"".join(
        b"%d beginbfchar\n%sendbfchar\n" % (len(part), b"".join(b"<%02X> <FFFD>\n" % number for number in part))
        for part in (missing[at : at + 100] for at in range(0, len(missing), 100))
    )
    at = code.rfind(b"endcmap")
    font.ToUnicode = pdf.make_stream(code[:at] + entries + code[at:] if at >= 0 else code + entries)


def _numbers(font: Any) -> Iterator[int]:
    """The numbers that a font has a sign for."""
    first = int(font.FirstChar)
    yield from (first + at for at, width in enumerate(font.Widths) if float(width) > 0 and first + at > 0)


_EMPTY = b"""/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
