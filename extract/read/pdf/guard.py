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
_MB = 1024 * 1024


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
    nested = 0
    for head, body in _streams(data):
        size, calls = _unfolded(head, body, options.max_content)
        if size > options.max_content:
            raise bomb(options)
        nested += calls > 1 and bool(_FORM.search(head))
    if nested > 1:
        _check_forms(data, options)


def bomb(options: PdfOptions) -> UnusableSource:
    return UnusableSource(
        f"PDF ini memuat data yang mengembang melebihi batas {options.max_content // _MB} MB per halaman; "
        "mungkin rusak atau sengaja dibuat untuk melumpuhkan pembaca.",
        "Mintalah berkas baru atau cetak ulang dokumen aslinya ke PDF; bila memang sebesar itu, pakai --max-content.",
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


def _unfolded(head: bytes, body: memoryview, limit: int) -> tuple[int, int]:
    """How many bytes a stream unfolds to (at most a little over `limit`), and how often it draws forms or pictures."""
    if _UNREAD.search(head):
        return 0, 0
    if not _FLATE.search(head):
        # other filters are rare: a form behind one counts as drawing others, so that all are added up
        plain = not _FILTER.search(head)
        end = bytes(body[: limit + 20]).find(b"endstream")
        code = bytes(body[: end if end >= 0 else limit + 1])
        return len(code), len(_DO.findall(code)) if plain else 2
    rounds = min(max(1, len(_FLATE.findall(head))), 4)
    unfold = [zlib.decompressobj() for _ in range(rounds)]
    size = calls = 0
    position = 0
    try:
        while position < len(body) and size <= limit and not unfold[0].eof:
            part = bytes(body[position : position + _CHUNK // 16])
            position += len(part)
            for out in _through(unfold, part, limit):
                size += len(out)
                calls += len(_DO.findall(out))
                if size > limit:
                    break
    except zlib.error:
        pass
    return size, calls


def _through(unfold: list[Any], part: bytes, limit: int) -> Iterator[bytes]:
    """A piece of compressed data through all its filters, in pieces of at most a megabyte."""
    if not unfold:
        yield part
        return
    first, rest = unfold[0], unfold[1:]
    while part:
        out = first.decompress(part, _CHUNK)
        part = first.unconsumed_tail
        if out:
            yield from _through(rest, out, limit)
        elif not part:
            return


def _check_forms(data: bytes, options: PdfOptions) -> None:
    """Adds up what each page unfolds to with the forms that it draws, each as often as it is named."""
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
    code = b"\n".join(_bounded(stream, limit) for stream in streams)
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
