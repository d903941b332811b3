"""What the pages of a section print at their top, where it names the holder of what stands below; and at their foot.

An office may keep each jabatan in a section of its own, with `Jabatan : Kepala Seksi Arsip` in the header of its pages.
Any other header (a letterhead, a running title) belongs to the page and not to the decree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bahasa.labels import LABEL_BORDER, starts_with_label
from extract.read.docx.names import MC, Element, R, W, at, preferred
from extract.read.docx.paragraphs import Paragraphs

#: What a section calls its headers: of its first page, where that has one of its own, and of its pages.
_FIRST, _USUAL = "first", "default"


class HolderHeaders:
    """The headers of a document, asked section by section."""

    def __init__(self, document: Element, headers: Mapping[str, Element]) -> None:
        self._sections = _sections(document) if headers else []
        self._headers = headers
        self._named: dict[str, str] = {}
        self._printed: Element | None = None

    def of_next(self) -> Element | None:
        """The header of the next section, if it names a holder and is not printed already above the section before."""
        if not self._sections:
            return None
        section = self._sections.pop(0)
        for one in section.iter(f"{W}headerReference"):
            self._named[one.get(f"{W}type", _USUAL)] = one.get(f"{R}id", "")
        kinds = (_FIRST, _USUAL) if at(section, "titlePg") is not None else (_USUAL,)
        found = (self._headers.get(self._named.get(kind, "")) for kind in kinds)
        header = next((one for one in found if one is not None and _names_holder(one)), None)
        new = header is not self._printed
        self._printed = header
        return header if new else None


def feet_of(document: Element, footers: Mapping[str, Element], paragraphs: Paragraphs) -> tuple[str, ...]:
    """What the sections' pages print at their foot, each line once, bare numbers aside: `Rencana Strategis Dinas ...
    Tahun 2025-2029` names a period where no title does."""
    used = (one for section in _sections(document) for one in section.iter(f"{W}footerReference"))
    named = dict.fromkeys(one.get(f"{R}id", "") for one in used)
    printed = [line for name in named if name in footers for line in _printed(footers[name], paragraphs)]
    lines = [" ".join(line.split()) for line in printed]
    return tuple(dict.fromkeys(line for line in lines if any(map(str.isalpha, line))))


def _printed(element: Element, paragraphs: Paragraphs) -> Iterator[str]:
    """The lines of the paragraphs in an element, those of tables and text boxes too."""
    for child in element:
        if child.tag == f"{W}p":
            paragraph = paragraphs.read(child)
            yield from paragraph.lines
            for box in paragraph.boxes:
                yield from _printed(box, paragraphs)
        elif child.tag == f"{MC}AlternateContent":
            for chosen in preferred(child):
                yield from _printed(chosen, paragraphs)
        else:
            yield from _printed(child, paragraphs)


def _sections(document: Element) -> list[Element]:
    """The document's sections; what one was before a tracked change stands in `sectPrChange`."""
    return [one for one in document.iter(f"{W}sectPr") if _of(one) in (f"{W}pPr", f"{W}body")]


def _of(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)


def _names_holder(header: Element) -> bool:
    return any(starts_with_label(line, "pemangku") for line in _lines(header))


def _lines(header: Element) -> Iterator[str]:
    """What paragraphs and rows of tables say, letter by letter."""
    for paragraph in header.iter(f"{W}p"):
        yield _text(paragraph)
    for row in header.iter(f"{W}tr"):
        yield LABEL_BORDER.join(filter(None, (_text(cell).strip() for cell in row.iter(f"{W}tc"))))


def _text(element: Element) -> str:
    printed = element.iter(f"{W}t", f"{W}tab", f"{W}br")
    return "".join((one.text or "") if one.tag == f"{W}t" else " " for one in printed)
