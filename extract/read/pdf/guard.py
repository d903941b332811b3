"""Looks over a PDF's bytes before a reader opens it: bombs, and what a reader would silently mend.

A reader unfolds compressed streams without asking how far, and draws a form as often as it is named: a file of a few
kilobytes can hold gigabytes or a practically endless page. Streams lie in the file in the clear (only their contents
are compressed), so that both can be measured first, within bounds.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extract.errors import UnusableSource
from extract.read.pdf.options import PdfOptions

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DO = re.compile(rb"/[^\s/<>\[\]()]+\s+Do\b")
_DICTIONARY = 3000
_CHUNK = 1 << 20
#: Streams that no reader of text unfolds: pictures; and fonts, which are large for good reasons.
_UNREAD = re.compile(rb"/Subtype\s*/Image|/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)")
_FLATE = re.compile(rb"/FlateDecode\b|/Fl\b")
_FILTER = re.compile(rb"/Filter\b")
_FORM = re.compile(rb"/Subtype\s*/Form")
#: A page may list its contents in pieces, and one piece many times: longer lists of objects are added up.
_REPEATED = re.compile(rb"\[\s*(?:\d+\s+\d+\s+R\s*){64}")
_MARKED, _MARKS = re.compile(rb"B[DM]C|EMC"), 1000
#: Marked content within marked content: each level is kept for every object in it, and tagged text has two or three.
_DEEPEST = 1000
#: What all streams unfold to, in times of what one page may.
_MANY = 4
_MB = 1024 * 1024


@dataclass(slots=True)
class _Stream:
    """What a stream unfolds to: bytes (at most a little over the limit), how often it draws forms or pictures, how deep
    its marked content goes, and whether it holds a long list of objects."""

    size: int = 0
    calls: int = 0
    depth: int = 0
    repeated: bool = False
    _open: int = 0

    def add(self, code: bytes) -> None:
        """A piece of the contents; a word that two pieces share is not seen."""
        self.size += len(code)
        self.calls += len(_DO.findall(code))
        self.repeated = self.repeated or bool(_REPEATED.search(code))
        if code.count(b"BMC") + code.count(b"BDC") <= _MARKS:
            return
        for mark in _MARKED.findall(code):
            self._open = max(0, self._open + (-1 if mark == b"EMC" else 1))
            self.depth = max(self.depth, self._open)


def check_size(data: bytes, options: PdfOptions) -> None:
    """Raises UnusableSource for a file that is too large or empty."""
    if len(data) > options.max_bytes:
        raise UnusableSource(
            f"Berkas ini {len(data) // _MB} MB, melebihi batas {options.max_bytes // _MB} MB.",
            "Pecah berkas itu, atau naikkan batasnya dengan --max-size.",
        )
    if not data.strip(b"\x00\r\n\t "):
        raise UnusableSource("Berkas ini kosong.", "Periksa apakah berkas tersalin dengan utuh.")


def check_streams(data: bytes, options: PdfOptions) -> None:
    """Raises UnusableSource for a file that unfolds beyond the limits. Time and memory grow with the file's size."""
    nested = total = 0
    repeated = bool(_REPEATED.search(data))
    for head, body in _streams(data):
        stream = _unfolded(head, body, options.max_content)
        if stream.size > options.max_content:
            raise bomb(options)
        if stream.depth > _DEEPEST:
            raise _too_deep()
        nested += stream.calls > 1 and bool(_FORM.search(head))
        total += stream.size
        repeated = repeated or stream.repeated
    if nested > 1 or repeated or total > _MANY * options.max_content:
        _check_pages(data, options)


def bomb(options: PdfOptions) -> UnusableSource:
    return UnusableSource(
        f"PDF ini memuat data yang mengembang melebihi batas {options.max_content // _MB} MB per halaman; "
        "mungkin rusak atau sengaja dibuat untuk melumpuhkan pembaca.",
        "Mintalah berkas baru atau cetak ulang dokumen aslinya ke PDF; bila memang sebesar itu, pakai --max-content.",
    )


def _too_deep() -> UnusableSource:
    return UnusableSource(
        f"PDF ini memuat tanda isi (marked content) yang bersarang lebih dari {_DEEPEST} tingkat; "
        "mungkin rusak atau sengaja dibuat untuk melumpuhkan pembaca.",
        "Mintalah berkas baru atau cetak ulang dokumen aslinya ke PDF.",
    )


def decrypted(data: bytes) -> bytes:
    """The file without its encryption, which hides what its streams unfold to. A file that only its owner's password
    protects opens without one."""
    if b"/Encrypt" not in data:
        return data
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            if not pdf.is_encrypted:
                return data
            out = io.BytesIO()
            pdf.save(out, encryption=False)
            return out.getvalue()
    except pikepdf.PasswordError:
        raise UnusableSource(
            "PDF ini terkunci dengan kata sandi.", "Buka dengan kata sandinya, simpan tanpa kata sandi, lalu ulangi."
        ) from None
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return data


def truncated(data: bytes) -> bool:
    """Does the end of the file miss its end mark? Then pages may be missing as well."""
    return b"%%EOF" not in data[-2048:]


def _streams(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """The dictionary and the rest of the file from the start of each stream's contents."""
    view = memoryview(data)
    for match in _STREAM.finditer(data):
        start = max(0, match.start() - _DICTIONARY)
        head = data[start : match.start()]
        yield head[head.rfind(b" obj") + 1 :] if b" obj" in head else head, view[match.end() :]


def _unfolded(head: bytes, body: memoryview, limit: int) -> _Stream:
    """A stream, unfolded in pieces up to the limit."""
    stream = _Stream()
    if _UNREAD.search(head):
        return stream
    if not _FLATE.search(head):
        # other filters are rare: a form behind one counts as drawing others, so that all are added up
        end = bytes(body[: limit + 20]).find(b"endstream")
        stream.add(bytes(body[: end if end >= 0 else limit + 1]))
        stream.calls = 2 if _FILTER.search(head) else stream.calls
        return stream
    rounds = min(max(1, len(_FLATE.findall(head))), 4)
    unfold = [zlib.decompressobj() for _ in range(rounds)]
    position = 0
    try:
        while position < len(body) and stream.size <= limit and not unfold[0].eof:
            part = bytes(body[position : position + _CHUNK // 16])
            position += len(part)
            for out in _through(unfold, part):
                stream.add(out)
                if stream.size > limit:
                    break
    except zlib.error:
        pass
    return stream


def _through(unfold: list[Any], part: bytes) -> Iterator[bytes]:
    """A piece of compressed data through all its filters, in pieces of at most a megabyte."""
    if not unfold:
        yield part
        return
    first, rest = unfold[0], unfold[1:]
    # behind its end a filter gives nothing more, and keeps what it was given as unconsumed
    while part and not first.eof:
        out = first.decompress(part, _CHUNK)
        part = first.unconsumed_tail
        if out:
            yield from _through(rest, out)


def _check_pages(data: bytes, options: PdfOptions) -> None:
    """Adds up what each page unfolds to: its contents and the forms that they draw, each as often as it is named."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            sizes: dict[tuple[int, int], int] = {}
            for page in pdf.pages:
                if _weight(page.obj, sizes, options.max_content, ()) > options.max_content:
                    raise bomb(options)
    except pikepdf.PdfError:
        raise bomb(options) from None


def _weight(item: Any, sizes: dict[tuple[int, int], int], limit: int, path: tuple[tuple[int, int], ...]) -> int:
    """Bytes of drawing instructions of a page or form with all that it draws; a form in itself counts as endless."""
    import pikepdf

    contents = item.get("/Contents", []) if isinstance(item, pikepdf.Dictionary) else [item]
    streams = list(contents) if isinstance(contents, pikepdf.Array | list) else [contents]
    pieces: list[bytes] = []
    for stream in streams:
        if sum(map(len, pieces)) > limit:
            return limit + 1
        pieces.append(_bounded(stream, limit))
    code = b"\n".join(pieces)
    forms = item.get("/Resources", {}).get("/XObject", {})
    total = len(code)
    for name in _DO.findall(code):
        form = forms.get(name.split()[0].decode("latin-1")) if hasattr(forms, "get") else None
        if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != "/Form":
            continue
        key = form.objgen
        if key in path or len(path) > 50:
            return limit + 1
        if key not in sizes:
            sizes[key] = _weight(form, sizes, limit, (*path, key))
        total = min(total + sizes[key], limit + 1)
    return total


def _bounded(stream: Any, limit: int) -> bytes:
    """A stream's contents, unfolded up to the limit."""
    import pikepdf

    data = bytes(stream.read_raw_bytes())
    filters = stream.get("/Filter", None)
    names = list(filters) if isinstance(filters, pikepdf.Array) else [filters] * (filters is not None)
    if any(name != "/FlateDecode" for name in names):
        # at most some hundred times the file's own bytes
        return bytes(stream.read_bytes())[: limit + 1] if len(data) < limit // 256 else b" " * (limit + 1)
    try:
        for _ in names:
            data = zlib.decompressobj().decompress(data, limit + 1)
    except zlib.error:
        pass
    return data[: limit + 1]
