"""Lines of a list -> items (menimbang, mengingat, butir, tujuan, fungsi).

Input: the pieces of a list's lines. Output: the items in printed order, and the pieces before the first one. Guarantee:
every printed character is in an item, in its number, in a mark, or in the pieces before.

The first item gives the list its style (1. / a. / -). A number that continues the count opens an item; any other number
only where the item before it is complete. Numbers printed apart from their texts wait for them: `10.` / `11.` / text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bahasa.entry_mark import BULLET, NUMBER, number_behind
from bahasa.fold import one_line
from bahasa.function_words import any_function_word
from bahasa.signs import shows
from extract.decree.list_depth import ListDepth, begins_list, depth_of
from extract.decree.list_numbers import follows, is_first, is_inserted, ordinal, signs_of, styles_of
from extract.read.piece import Mark, Piece, text_of
from schemas.decree import Item

_BARE = re.compile(r"(?P<mark>(?P<no>\d{1,2}))(?:\s+(?=[A-Z])|\s*$)")
# `Fungsi : -`: there are none
_NONE = re.compile(r"[-–—]")
# an item is complete where its print says so: `; dan`, `;`, `.`
AND_OR = rf"(?:{any_function_word('gabung')}|dan/atau)"
_COMPLETE = re.compile(rf"(?:[;.:]|[;,]\s*{AND_OR})$")
# in a list without numbers
_ENDED = re.compile(rf";(?:\s*{AND_OR})?$")
_COMMA = re.compile(rf",(?:\s*{AND_OR})?$")
# `penyusunan`, `menyusun`
_DEED = re.compile(r"(?i:pe\w{3,}an|me\w{3,})\b")
#: What announces a list of an item's own.
COLONS = (":", "：")
#: So many lines that end with a comma are items of a list.
_COMMAS = 2


@dataclass(slots=True)
class _Open:
    """An item that is being read: its printed number and style, and its pieces; `end` is its last line that has text,
    `depth` the brackets that are open, `words` its number of words; `begun` says that a list of its own has."""

    no: str | None
    style: str = ""
    pieces: list[Piece] = field(default_factory=list)
    end: str = ""
    depth: int = 0
    words: int = 0
    begun: bool = False

    def add(self, piece: Piece) -> None:
        """One more line."""
        self.pieces.append(piece)
        self.end = one_line(piece.text) or self.end
        self.depth += piece.text.count("(") - piece.text.count(")")
        self.words += len(piece.text.split())
        self.begun = self.begun or begins_list(piece.text)


class Items(NamedTuple):
    """`items` in printed order, and the pieces of each without its number; `before` is text that stands before the
    first item; `marks` are the items' signs."""

    items: tuple[Item, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    before: tuple[Piece, ...]
    marks: tuple[Mark, ...]


def items_of(pieces: Sequence[Piece], loose: bool = True) -> Items:
    """The items of a list. With `loose` text without any number is an item, else it stands before the list."""
    reader = _Reader(loose, _by_comma([one_line(piece.text) for piece in pieces]), depth_of(pieces))
    for piece in pieces:
        reader.read(piece)
    return reader.items()


def _by_comma(lines: Sequence[str]) -> bool:
    """Does each of several lines begin with what is done and end with a comma (`penyusunan rencana,` / `pelaporan
    kegiatan,` / `pembinaan.`)? Then they are items; wrapped lines end with other words too."""
    *above, last = lines or [""]
    begun = all(_DEED.match(line) or shows("upaya", line) or shows("kerja", line) for line in above)
    return len(above) >= _COMMAS and begun and all(map(_COMMA.search, above)) and last[-1:] != ","


class _Reader:
    """`current` takes the text that comes; `waiting` are numbers that were printed ahead of their texts; `by_comma`
    tells that the items of a list without numbers end with commas, `depth` where the list's numbers stand; `signs` are
    those of its first number, `inner` the last number of a list that an item announces, with other signs."""

    def __init__(self, loose: bool, by_comma: bool, depth: ListDepth) -> None:
        self.loose, self.by_comma, self.depth = loose, by_comma, depth
        self.before: list[Piece] = []
        self.found: list[_Open] = []
        self.waiting: list[_Open] = []
        self.current: _Open | None = None
        self.marks: list[Mark] = []
        self.signs: list[str] = []
        self.inner: re.Match[str] | None = None

    def read(self, piece: Piece) -> None:
        """Read one line."""
        begun = self.current is not None and self.current.begun
        inner = self._in_sublist(piece.text) or self.depth.is_inner(piece, number_behind(self._last()), begun)
        opener = None if inner else self._opener(piece.text)
        if opener:
            self._number(piece, *opener)
        elif self.current and not self._starts_anew(piece):
            self.current.add(piece)
        elif self.waiting:
            self.current = self.waiting.pop(0)
            self.current.add(piece)
        elif self.found or self.loose:
            self.current = _Open(None)
            self.current.add(piece)
            self.found.append(self.current)
        else:
            self.before.append(piece)

    def _in_sublist(self, text: str) -> bool:
        """Does a line begin with a number of a list that the item announces (`a. urusan umum:` / `a) surat;` / `b)
        arsip;`)? The first one stands right below a colon, and its signs are not the list's."""
        number = NUMBER.match(text)
        if number is None:
            return False
        signs = signs_of(number)
        goes_on = self.inner is not None and signs == signs_of(self.inner) and follows(number, self.inner)
        announced = self.current is not None and self.current.end.endswith(COLONS)
        begins = announced and bool(self.signs) and signs != self.signs and is_first(number.group("no"))
        self.inner = number if goes_on or begins else None
        self.signs = self.signs or signs
        return self.inner is not None

    def _number(self, piece: Piece, no: str | None, style: str, mark: str) -> None:
        rest = piece.cut(len(mark))
        self.marks.append(Mark("nomor butir", piece.cut(0, len(mark))))
        opened = _Open(no, style)
        self.found.append(opened)
        self.current = opened if rest.text else None
        if rest.text:
            self.waiting.clear()
            opened.add(rest)
        else:
            self.waiting.append(opened)

    def _opener(self, text: str) -> tuple[str | None, str, str] | None:
        """Number, style and printed mark of the item that a line opens."""
        match = NUMBER.match(text) or _BARE.match(text)
        if match:
            style = self._style(match["no"], match.re is _BARE)
            return (match["no"], style, match["mark"]) if style else None
        bullet = BULLET.match(text)
        if bullet and (self._list_style() == "-" or (not self.found and not self.before)):
            return None, "-", bullet["mark"]
        return None

    def _list_style(self) -> str:
        return next((item.style for item in self.found if item.style), "")

    def _last(self) -> str:
        """The number of the last item that has one."""
        return next((item.no for item in reversed(self.found) if item.no), "")

    def _style(self, no: str, bare: bool) -> str:
        """The style in which this number opens an item here, empty if it opens none."""
        style = self._list_style()
        if not style:
            return self._first_style(no, bare)
        if style not in styles_of(no):
            return ""
        before = self._last()
        if is_inserted(no):
            return style if is_inserted(no, before) else ""
        expected = ordinal(no, style) == ordinal(before, style) + 1
        if bare:
            return style if expected and self._complete() else ""
        return style if expected or self._complete() else ""

    def _first_style(self, no: str, bare: bool) -> str:
        """The first number of a list is a 1, or any where nothing stands before it."""
        styles = styles_of(no)
        first = next((style for style in styles if ordinal(no, style) == 1), "")
        if first and self._complete():
            return first
        alone = not bare and not self.found and not self.before
        return styles[0] if alone and styles else ""

    def _complete(self) -> bool:
        """Whether the text before is complete, so that any number may start."""
        if self.current is None:
            return True
        return bool(_COMPLETE.search(self.current.end)) and self.current.depth <= 0

    def _starts_anew(self, piece: Piece) -> bool:
        """Whether a line without a number opens an item of its own: the one before is complete and this one starts with
        a capital (`d. Pelaporan ...;` / `Evaluasi Kinerja Instansi Pemerintah.`), or with any letter where the list has
        no numbers at all (`penyusunan rencana kerja;` / `pengelolaan arsip; dan` / `pelaporan.`)."""
        item = self.current
        if item is None or item.depth > 0 or not piece.text[:1].isalpha():
            return False
        sentence = item.end.endswith(".") and item.words > 3 and not _abbreviated(item.end)
        if not piece.text[:1].isupper():
            sentence = item.end.endswith(".") and item.words > 1 and not _abbreviated(item.end)
            ended = sentence or bool(_ENDED.search(item.end)) or (self.by_comma and _COMMA.search(item.end) is not None)
            return not self._list_style() and ended
        return item.end.endswith(";") or sentence

    def items(self) -> Items:
        """What was read. An unnumbered text between two numbers that follow each other belongs to the first."""
        merged: list[_Open] = []
        for position, item in enumerate(self.found):
            after = self.found[position + 1] if position + 1 < len(self.found) else None
            if item.no is None and item.style != "-" and merged and after and _follows(merged[-1], after):
                merged[-1].pieces += item.pieces
            else:
                merged.append(item)
        if len(merged) == 1 and merged[0].no is None and _NONE.fullmatch(text_of(merged[0].pieces).as_printed):
            self.marks += [Mark("tanda kosong", piece) for piece in merged[0].pieces]
            merged = []
        items = tuple(Item(no=item.no, text=text_of(item.pieces)) for item in merged)
        return Items(items, tuple(tuple(item.pieces) for item in merged), tuple(self.before), tuple(self.marks))


def counts(items: Sequence[Item]) -> bool:
    """Whether the printed numbers count from one without a gap in a style that they share (an empty list does)."""
    numbers = [item.no for item in items]
    styles = styles_of(numbers[0] or "") if numbers else ()
    return not numbers or any([ordinal(no, s) for no in numbers] == list(range(1, len(numbers) + 1)) for s in styles)


def _follows(item: _Open, after: _Open) -> bool:
    if item.no is None or after.no is None:
        return False
    return ordinal(after.no, after.style) == ordinal(item.no, item.style) + 1


def _abbreviated(text: str) -> bool:
    """`... dan lain-lain No.`: a full stop after a short word ends no sentence."""
    return len(text.split()[-1].strip(".()")) <= 3
