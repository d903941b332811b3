"""Bytes of a text source -> Layout.

Input: the bytes of a text file. Output: its lines, blank ones included, with line numbers and, where the source has
form feeds, pages. Guarantees: every character of the text stands in exactly one line, or overlay (a stamp, numbers
before all lines; line ends, form feeds, signs that nobody sees, codes for terminals and printers, those before quoted
lines aside, and the bars, rules and leading dots of tables), letters of formulas upright, words whose letters stand
apart closed; bytes that are no text raise UnusableSource, nothing else.

A line ends at CRLF, LF or CR, or at what Unicode has for it (NEL, U+2028, U+2029). A form feed starts a page; one
inside a line ends that line as well (some extractors join pages with nothing but a form feed), one at the start of a
line adds none, so that numbers agree with an editor's.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import replace
from itertools import groupby

from bahasa.fold import seen_letters
from bahasa.temuan import finding
from extract.errors import UnusableSource
from extract.media import media_label
from extract.read.barred import without_bars
from extract.read.blanks import with_plain_blanks
from extract.read.counted_lines import without_counts
from extract.read.leaders import without_leaders
from extract.read.letters_apart import with_words_closed
from extract.read.printer_codes import Cleaned, without_codes
from extract.read.refused import refuse
from extract.read.stamps import stamps_apart
from extract.read.touching import touching_apart
from schemas.layout import Layout, Line, Overlay, Page

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
# the end of a file under DOS, which some printers to a file still write
_DOS_END = "\x1a"
# a letter's letters as e-mail carries them: `85=C2=A0%`, lines broken behind a `=`
_QUOTED, _BROKEN, _QUOTED_SHARE = re.compile("=(?:3D|C2=|E2=)"), re.compile("=\r?\n"), 0.05
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# control characters that no text editor writes; tab, line ends, vertical tab and form feed are text
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
# in cp1252 the range 0x80-0x9f holds letters, so that the C1 controls show only after a wrong guess
_CONTROL_CP1252 = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
#: A stray control character is an extractor's slip, more than this share of all characters is no text.
_CONTROL_SHARE = 0.005
_SAVE_AS = f"Simpan sebagai {media_label()} (UTF-8), lalu ulangi."


def layout_of_text(data: bytes) -> Layout:
    """The lines of a text source; raises UnusableSource for bytes that are no text."""
    read = _read(data)
    layout = layout_of_lines(seen_letters(read.text))
    if not read.codes and not read.struck:
        return layout
    told = finding("kode-cetak", kode=str(read.codes), tindih=str(read.struck))
    return replace(layout, findings=(*layout.findings, told))


def decode(data: bytes) -> str:
    """UTF-8 or UTF-16 by its byte order mark, else UTF-8, else cp1252 where it gives no control characters; what is
    seen of a text with codes for a terminal or a printer."""
    return _read(data).text


def _read(data: bytes) -> Cleaned:
    refuse(data)
    read = without_codes(_decoded(data).rstrip(_DOS_END))
    text = read.text
    if not text.strip():
        raise UnusableSource("Berkas ini kosong.", "Periksa apakah berkas tersalin dengan utuh.")
    if "\x00" in text:
        raise UnusableSource("Berkas ini berisi bita NUL, jadi bukan teks.", _SAVE_AS)
    if len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise UnusableSource("Berkas ini berisi data biner, bukan teks.", _SAVE_AS)
    if _QUOTED.search(text) and len(_BROKEN.findall(text)) > _QUOTED_SHARE * text.count("\n"):
        raise UnusableSource(
            "Berkas ini surel yang hurufnya masih tersandi (quoted-printable).",
            "Buka surelnya, simpan lampiran atau isinya sebagai berkas sendiri, lalu ulangi.",
        )
    return read


def _decoded(data: bytes) -> str:
    try:
        if data.startswith(_UTF16):
            return data.decode("utf-16")
        return _once(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = "\x00"
    if data.startswith(_UTF16) or _CONTROL_CP1252.search(text):
        raise UnusableSource("Berkas ini bukan teks UTF-8, UTF-16, atau Windows-1252.", _SAVE_AS)
    return text


def _once(text: str) -> str:
    """A text that was written as UTF-8 twice (`â‰¥ 85 %`), as it was before: every sign of it beyond ASCII has to be a
    part of that, and no text that somebody wrote is."""
    if text.isascii():
        return text
    for encoding in ("latin-1", "cp1252"):
        with suppress(UnicodeError):
            return text.encode(encoding).decode("utf-8")
    return text


def layout_of_lines(text: str) -> Layout:
    """Lines with their numbers; `page` is set only where the text has form feeds."""
    paged = "\f" in text
    lines: list[Line] = []
    page = 1
    for printed in _LINE_END.split(text):
        pieces = printed.split("\f")
        for position, piece in enumerate(pieces):
            if position:
                page += 1
            if piece or len(pieces) == 1 or position == len(pieces) - 1:
                lines.append(Line(piece, len(lines) + 1, page if paged else None))
    texts, counts = without_counts([line.text for line in lines])
    opened = without_bars(list(map(with_words_closed, with_plain_blanks(texts))))
    by_page = groupby(zip(lines, opened, strict=True), key=lambda one: one[0].page)
    opened = [text for _, page in by_page for text in touching_apart(without_leaders([text for _, text in page]))]
    lines = [line if line.text == text else replace(line, text=text) for line, text in zip(lines, opened, strict=True)]
    pages = range(1, _page_count(lines, page) + 1) if paged else ()
    printed, stamps = stamps_apart(lines)
    aside = [*([Line(counts, 1, lines[0].page)] if counts else []), *stamps]
    return Layout(tuple(printed), tuple(map(Page, pages)), tuple(map(_overlay, aside)))


def _overlay(line: Line) -> Overlay:
    """A stamp; its place is its line."""
    page = Page(line.page or 1, pitch=1.0, marked=line.page is not None)
    return Overlay(line.text.strip(), page, (0.0, line.number - 1.0, 1.0, float(line.number)))


def _page_count(lines: list[Line], last: int) -> int:
    """A form feed at the very end closes the last page and starts none."""
    return max((line.page or 1 for line in lines if line.text.strip()), default=last)
