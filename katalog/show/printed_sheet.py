"""A sheet of a workbook that is read on a screen and on paper: heads that stay and repeat, heights that show the whole
text, filters, landscape pages with numbers.

Widths are in characters of the workbook's normal type (a unit is 7 pixels), heights in points. Heights are given, and
not left to the program that opens the file: merged cells have none of their own, and LibreOffice prints rows over each
other.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.url import Url
from xlsxwriter.worksheet import Worksheet

from katalog.show.page_links import Linked
from katalog.show.workbook import NAME, cut, write_value

#: Paper by its number in Excel: A4, and what is sold as F4 (folio, 215 x 330 mm).
Paper = Literal["a4", "f4"]
_PAPER: dict[Paper, int] = {"a4": 9, "f4": 14}

#: Runs of words, each with what became of it (`same`, `deleted`, `inserted`).
Runs = tuple[tuple[str, str], ...]
#: The styles of a workbook by name.
Styles = dict[str, Format]
SheetValue = str | int | float | Linked | Runs | None

#: The type, one line of it in points, and how many of its characters a unit of width holds on average.
_TYPE = {"font_name": "Arial", "font_size": 9}
_LINE, _FIT, _TALLEST = 12.0, 1.18, 409.0
#: So many characters of a line are lost at its end and beside the borders.
_LOST = 1.0
#: By how much capitals are wider than other letters.
_CAPITALS = 0.35
#: How wide A4 is in full size, and how wide columns may be together for type that can still be read.
FULL, WIDEST = 128.0, 190.0
#: So many lines fit the tallest row of Excel; so many characters at most are repeated where a row goes on in the next.
_MOST_LINES, _SHORT = 33, 60

_BOX = {**_TYPE, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#9aa0a6"}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {**_TYPE, "font_size": 13, "bold": True, "text_wrap": True, "valign": "top"},
    "plain": {**_TYPE, "text_wrap": True, "valign": "top"},
    "section": {**_BOX, "bold": True, "bg_color": "#dfe7f1"},
    "head": {**_BOX, "bold": True, "valign": "vcenter", "align": "center", "bg_color": "#e8e8e8"},
    "cell": _BOX,
    "strong": {**_BOX, "bold": True},
    "doubt": {**_BOX, "bg_color": "#fff4cc"},
    "link": {**_BOX, "font_color": "#0b57d0", "underline": 1, "align": "center"},
    "number": {**_BOX, "align": "center"},
    "figure": {**_TYPE, "valign": "top", "align": "center"},
    "dated": {**_TYPE, "valign": "top", "num_format": "yyyy-mm-dd"},
    "deleted": {**_TYPE, "font_color": "#a50e0e", "font_strikeout": True},
    "inserted": {**_TYPE, "font_color": "#0d652d", "bold": True, "underline": 1},
    "same": _TYPE,
}


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading and its width. `folded` columns are for programs and closed until somebody opens them."""

    label: str
    width: float
    folded: bool = False


class PrintedSheet:
    """Rows are added from the top; `head` is the row that stays, repeats and filters what is added below it."""

    def __init__(
        self, book: xlsxwriter.Workbook, styles: Styles, name: str, columns: Sequence[SheetColumn], paper: Paper = "a4"
    ) -> None:
        self.sheet = book.add_worksheet(name[:NAME])
        self.columns = tuple(columns)
        self.styles = styles
        self.next = 0
        on_paper(self.sheet, paper, fit=self._shown(range(len(self.columns))) > FULL)
        self.sheet.hide_gridlines(2)
        for at, column in enumerate(self.columns):
            self.sheet.set_column(at, at, column.width, None, {"level": 1, "hidden": True} if column.folded else {})

    def footer(self, left: str, page: str = "hlm.", of: str = "dari") -> None:
        """At the foot of each page: what it is of, its number and the number of pages."""
        set_footer(self.sheet, left, page, of)

    def wide(self, text: str, style: str = "plain") -> None:
        """A row of one text over all columns."""
        last = len(self.columns) - 1
        shown = self._shown(range(len(self.columns)))
        if last:
            self.sheet.merge_range(self.next, 0, self.next, last, "", self.styles[style])
        write_value(self.sheet, self.next, 0, text, self.styles[style])
        self._height([(text, shown)], 1.5 if style == "title" else 1)

    def pair(self, label: str, text: str, columns: int) -> None:
        """A label in the first `columns`, and its text over the others."""
        last = len(self.columns) - 1
        for first, end, said, style in ((0, columns - 1, label, "strong"), (columns, last, text, "cell")):
            if end > first:
                self.sheet.merge_range(self.next, first, self.next, end, "", self.styles[style])
            write_value(self.sheet, self.next, first, said, self.styles[style])
        self._height([(label, self._shown(range(columns))), (text, self._shown(range(columns, last + 1)))])

    def blank(self) -> None:
        """An empty row."""
        self.next += 1

    def head(self, freeze: int = 0) -> None:
        """The headings; `freeze` columns stay in sight as well."""
        for at, column in enumerate(self.columns):
            write_value(self.sheet, self.next, at, column.label, self.styles["head"])
        self._height([(column.label, column.width * 0.8) for column in self.columns])
        self.sheet.freeze_panes(self.next, freeze)
        self.sheet.repeat_rows(self.next - 1)
        self._head = self.next - 1

    def row(self, values: Sequence[SheetValue], style: str | Sequence[str] = "cell") -> None:
        """A row of cells, in one style or in one each. One that is taller than a row may be goes on in the next row,
        where short cells are repeated, so that filters keep the two together."""
        named = [style] * len(values) if isinstance(style, str) else style
        pieces = [
            _pieces(plain(value), column.width, _MOST_LINES) if isinstance(value, str | tuple) else [""]
            for value, column in zip(values, self.columns, strict=True)
        ]
        for part in range(max(map(len, pieces))):
            self._one_row([_part(value, piece, part) for value, piece in zip(values, pieces, strict=True)], named)

    def _one_row(self, values: Sequence[SheetValue], named: Sequence[str]) -> None:
        for at, (value, name) in enumerate(zip(values, named, strict=True)):
            self._write(at, value, name)
        shown = [(plain(value), column.width) for value, column in zip(values, self.columns, strict=True)]
        self._height([one for one, column in zip(shown, self.columns, strict=True) if not column.folded])

    def tall(self, texts: Sequence[tuple[str, int, int]], height: float) -> None:
        """One row with texts over ranges of columns (first, last): a place to sign is not cut by the end of a page."""
        for text, first, last in texts:
            if last > first:
                self.sheet.merge_range(self.next, first, self.next, last, "", self.styles["cell"])
            write_value(self.sheet, self.next, first, text, self.styles["cell"])
        self.sheet.set_row(self.next, height)
        self.next += 1

    def filters(self) -> None:
        """The headings filter the rows that were added since."""
        self.sheet.autofilter(self._head, 0, max(self.next - 1, self._head + 1), len(self.columns) - 1)

    def _write(self, at: int, value: SheetValue, style: str) -> None:
        if isinstance(value, Linked):
            self._linked(at, value)
        elif isinstance(value, tuple):
            self._runs(at, value, style)
        else:
            write_value(self.sheet, self.next, at, value, self.styles[style])

    def _linked(self, at: int, value: Linked) -> None:
        if value.url is not None:
            self.sheet.write_url(self.next, at, _url(value), self.styles["link"])
        # the number stays one, whatever it leads to
        style = self.styles["link" if value.url is not None else "number"]
        write_value(self.sheet, self.next, at, value.page, style)

    def _runs(self, at: int, runs: Runs, style: str) -> None:
        runs = tuple(run for run in runs if run[1])
        text = plain(runs)
        if len(runs) < 2 or cut(text) is not text:
            write_value(self.sheet, self.next, at, text, self.styles[style])
            return
        parts: list[Format | str] = []
        for number, (op, words) in enumerate(runs):
            parts += [self.styles[op], words if number == len(runs) - 1 else f"{words} "]
        self.sheet.write_rich_string(self.next, at, *parts, self.styles[style])

    def _shown(self, columns: Iterable[int]) -> float:
        return sum(self.columns[at].width for at in columns if not self.columns[at].folded)

    def _height(self, cells: Iterable[tuple[str, float]], scale: float = 1) -> None:
        self.sheet.set_row(self.next, fitted_height(cells, scale))
        self.next += 1


def _part(value: SheetValue, pieces: Sequence[str], part: int) -> SheetValue:
    """What a cell has in this part of its row."""
    if len(pieces) > 1:
        return pieces[part] if part < len(pieces) else None
    return value if part == 0 or len(plain(value)) <= _SHORT else None


def _url(link: Linked) -> Url:
    """The link as both Excel and LibreOffice follow it: xlsxwriter turns the slashes of a path into backslashes."""
    url = Url(link.url)
    url._relationship_link = url._relationship_link.replace("\\", "/")
    url.text, url.tip = str(link.page), link.tip or ""
    return url


def on_paper(sheet: Worksheet, paper: Paper, left: str = "", fit: bool = True) -> None:
    """Landscape, with `left` and the page's number at its foot; `fit`: made as wide as the paper."""
    sheet.set_landscape()
    sheet.set_paper(_PAPER[paper])
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    if fit:
        sheet.fit_to_pages(1, 0)
    set_footer(sheet, left)


def set_footer(sheet: Worksheet, left: str, page: str = "hlm.", of: str = "dari") -> None:
    """At the foot of each page: what it is of, its number and the number of pages."""
    # the blank ends the size of the type: a name may begin with a digit
    sheet.set_footer(f"&L&8 {left.replace('&', '&&')[:150]}&R&8 {page} &P {of} &N")


def fitted_height(cells: Iterable[tuple[str, float]], scale: float = 1) -> float:
    """How tall a row must be to show these texts in columns of these widths, as far as a row may be; `scale` is the
    size of the type against the usual one."""
    tallest = max((len(printed_lines(text, width / scale)) for text, width in cells), default=1)
    return min(tallest * _LINE * scale + 2, _TALLEST)


def plain(value: SheetValue) -> str:
    """What a cell says."""
    if isinstance(value, Linked):
        return str(value.page or "")
    if isinstance(value, tuple):
        return " ".join(words for _, words in value)
    return "" if value is None else str(value)


def printed_lines(text: str, width: float) -> list[str]:
    """The lines that a text takes in a column, each with its line end if it has one of its own; words are not broken.

    >>> printed_lines("Meningkatnya kualitas pelayanan\\nKedua", 18)
    ['Meningkatnya', 'kualitas pelayanan\\n', 'Kedua']
    """
    capitals = sum(map(str.isupper, text)) / max(len(text), 1)
    room = max(int((width * _FIT - _LOST) / (1 + _CAPITALS * capitals)), 1)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += textwrap.wrap(paragraph, room, break_on_hyphens=False) or [""]
        lines[-1] += "\n"
    lines[-1] = lines[-1][:-1]
    return lines


def _pieces(text: str, width: float, most: int) -> list[str]:
    """A text in pieces of so many lines at most; a text that fits is one, as it is."""
    lines = printed_lines(text, width)
    if len(lines) <= most:
        return [text]
    ends = (line if line.endswith("\n") else f"{line} " for line in lines)
    return ["".join(piece).rstrip() for piece in iter(lambda: list(islice(ends, most)), [])]


def sheet_styles(book: xlsxwriter.Workbook) -> Styles:
    """The styles of a book by name, made once for all of its sheets."""
    return {name: book.add_format(properties) for name, properties in _STYLES.items()}
