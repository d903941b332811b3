"""A web page (HTML, or an archive of one: MHT) that a Word file puts in -> paragraphs and tables as Word has them.

Programs that export a page as Word file write no text of their own: the body is `altChunk`, the page as it was, which
Word makes text of when it opens the file (ECMA-376, part 1, 17.17.2). What is no web page gives nothing.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from extract.read.docx.names import Element, W

_PAGE = re.compile(rb"<(?:!doctype html|html|body|table|p|div)\b", re.I)
_ARCHIVE = re.compile(rb"\s*(?:mime-version|content-type|from):", re.I)
#: No XML may hold these.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
#: A page begins within so many bytes.
_TOP = 2048
#: What begins and ends a paragraph; a table is a block of its own.
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "br",
        "hr",
        "center",
        "section",
        "article",
        "body",
        "html",
    ]
)
_UNSEEN = frozenset(["head", "style", "script", "title", "template"])
#: A cell goes over so many columns or rows at most.
_MOST = 200


def blocks_of_page(data: bytes) -> list[Element]:
    """The paragraphs and tables of a page, in its order; none where the bytes hold none."""
    text = _text_of(data)
    if not text:
        return []
    root = etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8", no_network=True))
    return [] if root is None else _Blocks().of(root)


def _text_of(data: bytes) -> str:
    """The HTML in the bytes; empty where there is none."""
    if _ARCHIVE.match(data):
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = (part for part in message.walk() if part.get_content_type() == "text/html")
        data = next((bytes(part.get_payload(decode=True) or b"") for part in parts), b"")
    if not _PAGE.search(data[:_TOP]):
        return ""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


@dataclass
class _Blocks:
    """One pass over a page: the blocks that are made, and the text of the open paragraph."""

    made: list[Element] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def of(self, element: Element) -> list[Element]:
        self._inside(element, "")
        self._close()
        return self.made

    def _close(self) -> None:
        text = " ".join(_CONTROL.sub(" ", "".join(self.open)).split())
        if text:
            self.made.append(_paragraph(text))
        self.open = []

    def _inside(self, element: Element, mark: str) -> None:
        self.open.append(f"{mark}{element.text or ''}")
        count = _first(element)
        for child in element:
            self._child(child, f"{count}. " if element.tag == "ol" and child.tag == "li" else "")
            count += child.tag == "li"
            self.open.append(child.tail or "")

    def _child(self, child: Element, mark: str) -> None:
        if not isinstance(child.tag, str) or child.tag in _UNSEEN:
            return
        if child.tag == "table":
            self._close()
            self.made += _table(child)
        elif child.tag in _BLOCKS:
            self._close()
            self._inside(child, mark)
            self._close()
        else:
            self._inside(child, mark)


def _first(element: Element) -> int:
    start = element.get("start", "1")
    return int(start) if start.isdecimal() and len(start) < 4 else 1


def _paragraph(text: str) -> Element:
    made = etree.Element(W + "p")
    etree.SubElement(etree.SubElement(made, W + "r"), W + "t").text = text
    return made


def _table(table: Element) -> Iterator[Element]:
    """A table; what is merged down is a cell in each row that it covers."""
    made = etree.Element(W + "tbl")
    open_: dict[int, tuple[int, int]] = {}
    for row in (row for row in table.iter("tr") if next(row.iterancestors("table")) is table):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        open_ = _row(etree.SubElement(made, W + "tr"), cells, open_)
    if len(made):
        yield made


def _row(made: Element, cells: Sequence[Element], above: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Adds a row's cells; `above` has those that reach into it by their first column: how wide they are, and how many
    rows they still go on for. Returns the same for the next row."""
    below: dict[int, tuple[int, int]] = {}
    column, left = 0, list(cells)
    while left or column in above:
        if column in above:
            wide, rows = above[column]
            etree.SubElement(_cell(made, wide, "continue"), W + "p")
        else:
            cell = left.pop(0)
            wide, rows = _span(cell, "colspan"), _span(cell, "rowspan")
            _cell(made, wide, "restart" if rows > 1 else "").extend(_Blocks().of(cell) or [etree.Element(W + "p")])
        if rows > 1:
            below[column] = (wide, rows - 1)
        column += wide
    return below


def _cell(row: Element, wide: int, merged: str) -> Element:
    made = etree.SubElement(row, W + "tc")
    properties = etree.SubElement(made, W + "tcPr")
    if wide > 1:
        etree.SubElement(properties, W + "gridSpan").set(W + "val", str(wide))
    if merged:
        etree.SubElement(properties, W + "vMerge").set(W + "val", merged)
    return made


def _span(cell: Element, name: str) -> int:
    said = cell.get(name, "1").strip()
    return min(max(int(said), 1), _MOST) if said.isdecimal() and len(said) < 6 else 1
