"""A web page (HTML, or an archive of one: MHT) that a Word file puts in -> paragraphs and tables as Word has them.

Programs that export a page as Word file write no text of their own: the body is `altChunk`, the page as it was, which
Word makes text of when it opens the file (ECMA-376, part 1, 17.17.2). How letters are seen becomes their form in Word,
so that raised, struck and pale ones are told where all are (seen.py). What is no web page gives nothing, and so does
one whose sheet hides by rules that are not known here; what of a page is no text stays a mark of what is put in.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from extract.read.docx.names import ALTERNATIVE, Element, W
from extract.read.docx.web_pieces import SHOWN, drawn_piece, list_marks, run_of, shown_text
from extract.read.docx.web_styles import WebForm, WebStyles

_PAGE = re.compile(rb"<(?:!doctype html|html|body|table|p|div)\b", re.I)
_ARCHIVE = re.compile(rb"\s*(?:mime-version|content-type|from):", re.I)
#: No XML may hold these.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
#: A page begins within so many bytes.
_TOP = 2048
#: What begins and ends a paragraph; a table is a block of its own.
_BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dir", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "p", "pre",
        "section", "summary", "td", "th", "tr", "ul",
    ]
)  # fmt: skip
_DISPLAYED = frozenset(["block", "list-item", "table", "table-row", "flex", "grid"])
_UNSEEN = frozenset(["head", "style", "script", "title", "template", "col", "colgroup", "datalist", "rt", "rp"])
#: What a page shows that is no text of it.
_OTHER = frozenset(["object", "iframe", "embed", "svg", "canvas", "applet", "video", "audio"])
_PARTS = ("thead", "tbody", "tfoot")
#: A cell goes over so many columns or rows at most.
_MOST = 200


class TooManyElements(Exception):
    """A page unfolds to more paragraphs, cells and runs than it may."""


def blocks_of_page(data: bytes, most: int) -> list[Element]:
    """The paragraphs and tables of a page, in its order, none where the bytes hold none; raises TooManyElements beyond
    so many elements."""
    text = _text_of(data)
    if not text:
        return []
    root = etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8", no_network=True))
    if root is None:
        return []
    styles = WebStyles(root)
    return _Blocks(styles, [most]).of(root, WebForm()) if styles.clear else []


def _text_of(data: bytes) -> str:
    """The HTML in the bytes; empty where there is none."""
    if _ARCHIVE.match(data):
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = (part for part in message.walk() if part.get_content_type() == "text/html")
        data = next((bytes(part.get_payload(decode=True) or b"") for part in parts), b"")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    if not _PAGE.search(data[:_TOP]):
        return ""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return _CONTROL.sub(" ", text)


@dataclass
class _Row:
    """The cells of a row, each with its form."""

    cells: list[tuple[Element, WebForm]] = field(default_factory=list)
    said: bool = True


@dataclass
class _Blocks:
    """One pass over a page or a cell: the blocks that are made, the pieces of the open paragraph, and the number of a
    list that is due before its text. `left` is how many elements may still be made."""

    styles: WebStyles
    left: list[int]
    made: list[Element] = field(default_factory=list)
    open: list[tuple[str | Element, WebForm]] = field(default_factory=list)
    mark: str = ""

    def of(self, element: Element, form: WebForm) -> list[Element]:
        self._inside(element, form)
        self._close()
        return self.made

    def _new(self, tag: str, above: Element | None = None) -> Element:
        self.left[0] -= 1
        if self.left[0] < 0:
            raise TooManyElements
        return etree.Element(W + tag) if above is None else etree.SubElement(above, W + tag)

    def _text(self, text: str | None, form: WebForm) -> None:
        if not text or form.unseen:
            return
        first, *rest = text.split("\n") if form.kept else [text]
        self.open.append((first, form))
        for line in rest:
            self._close()
            self.open.append((line, form))

    def _close(self) -> None:
        """Ends the open paragraph."""
        pieces, self.open = self.open, []
        if not any(not isinstance(piece, str) or piece.split() for piece, _ in pieces):
            return
        paragraph = self._new("p")
        if self.mark:
            self._run(paragraph, run_of(self.mark, WebForm()))
        self.mark, blank = "", True
        for form, group in groupby(pieces, key=lambda piece: piece[1]):
            for whole, same in groupby([piece for piece, _ in group], key=lambda piece: isinstance(piece, str)):
                if not whole:
                    for piece in same:
                        self._run(paragraph, piece)
                    continue
                text = "".join(str(piece) for piece in same)
                text = text if form.kept else re.sub(r"\s+", " ", text)
                text = text.lstrip() if blank and not form.kept else text
                blank = text.endswith(" ") if text else blank
                if text:
                    self._run(paragraph, run_of(text, form))
        self.made.append(paragraph)

    def _run(self, paragraph: Element, run: str | Element) -> None:
        if not isinstance(run, str):
            self.left[0] -= sum(1 for _ in run.iter())
            paragraph.append(run)

    def _inside(self, element: Element, form: WebForm) -> None:
        marks = list_marks(element, self.styles)
        self._text(element.text, form)
        for child in element:
            self._child(child, form, marks)
            self._text(child.tail, form)

    def _child(self, child: Element, above: WebForm, marks: dict[Element, str]) -> None:
        if (form := self._form(child, above)) is None:
            return
        display = self.styles.said(child).get("display", "")
        if child.tag == "table":
            self._table(child, form)
        elif child.tag in _OTHER:
            self._close()
            self.made.append(self._new(ALTERNATIVE))
        elif (drawn := drawn_piece(child)) is not None:
            self.open.append((drawn, form))
        elif child.tag in SHOWN:
            self._text(shown_text(child), form)
        elif child.tag in _BLOCKS or display in _DISPLAYED:
            self._close()
            self.mark += marks.get(child, "")
            self._inside(child, form)
            self._close()
            self.mark = "" if child.tag == "li" else self.mark
        else:
            self._inside(child, form)

    def _form(self, element: Element, above: WebForm) -> WebForm | None:
        """The form of an element; None of one of which nothing is shown."""
        if not isinstance(element.tag, str) or element.tag in _UNSEEN or element.get("hidden") is not None:
            return None
        said = self.styles.said(element)
        return None if said.get("display") == "none" else self.styles.form(element, said, above)

    def _table(self, table: Element, form: WebForm) -> None:
        """A table, below what stands in it beside its cells, its caption too; what is merged down is a cell in each
        row that it covers."""
        self._close()
        if self.mark:
            self.open.append((self.mark.strip(), WebForm()))
            self.mark = ""
            self._close()
        rows: dict[str, list[_Row]] = {name: [] for name in _PARTS}
        self._rows(table, form, rows, "tbody")
        self._close()
        open_: dict[int, tuple[int, int]] = {}
        made = self._new("tbl")
        for row in (row for name in _PARTS for row in rows[name]):
            open_ = self._row(self._new("tr", made), row.cells, open_)
        if len(made):
            self.made.append(made)

    def _rows(self, element: Element, form: WebForm, rows: dict[str, list[_Row]], part: str) -> None:
        """Adds the rows in an element of a table to those of a part; cells that stand in no row are one."""
        self._text(element.text, form)
        for child in element:
            own = self._form(child, form)
            if own is None:
                pass
            elif child.tag in ("td", "th"):
                if element.tag != "tr" and (not rows[part] or rows[part][-1].said):
                    rows[part].append(_Row(said=False))
                rows[part][-1].cells.append((child, own))
            elif child.tag == "tr":
                rows[part].append(_Row())
                self._rows(child, own, rows, part)
            elif child.tag in _PARTS or child.find("tr") is not None:
                self._rows(child, own, rows, child.tag if child.tag in _PARTS else part)
            else:
                self._child(child, form, {})
            self._text(child.tail, form)

    def _row(
        self, made: Element, cells: Sequence[tuple[Element, WebForm]], above: dict[int, tuple[int, int]]
    ) -> dict[int, tuple[int, int]]:
        """Adds a row's cells; `above` has those that reach into it by their first column: how wide they are, and how
        many rows they still go on for. Returns the same for the next row."""
        below: dict[int, tuple[int, int]] = {}
        column, left = 0, list(reversed(cells))
        while left or column in above:
            if column in above:
                wide, rows = above[column]
                self._new("p", self._cell(made, wide, "continue"))
            else:
                cell, form = left.pop()
                wide, rows = _span(cell, "colspan"), _span(cell, "rowspan")
                blocks = _Blocks(self.styles, self.left).of(cell, form)
                self._cell(made, wide, "restart" if rows > 1 else "").extend(blocks or [self._new("p")])
            if rows > 1:
                below[column] = (wide, rows - 1)
            column += wide
        return below

    def _cell(self, row: Element, wide: int, merged: str) -> Element:
        made = self._new("tc", row)
        properties = self._new("tcPr", made)
        if wide > 1:
            self._new("gridSpan", properties).set(W + "val", str(wide))
        if merged:
            self._new("vMerge", properties).set(W + "val", merged)
        return made


def _span(cell: Element, name: str) -> int:
    said = cell.get(name, "1").strip()
    return min(max(int(said), 1), _MOST) if said.isdecimal() and len(said) < 6 else 1
