"""Notes at the foot of a page or the end of a Word file: the marks that Word counts for them."""

from __future__ import annotations

from extract.read.docx.names import Element, W
from extract.read.docx.numbering import roman
from extract.read.symbols import raised

_KINDS = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_LETTERS = str.maketrans("ivxlc", "ⁱᵛˣˡᶜ")


class NoteMarks:
    """The marks of a file's notes, counted in the order of its text: figures for those at the foot, small Roman numbers
    for those at the end, which is what Word counts them by unless it is told otherwise."""

    def __init__(self) -> None:
        self._seen: dict[str, list[str]] = {}

    @staticmethod
    def is_reference(element: Element) -> bool:
        """Does an element name a note?"""
        return element.tag in _KINDS

    @staticmethod
    def note(reference: Element) -> tuple[str, str]:
        """The kind and id of the note that is named."""
        return _KINDS[str(reference.tag)], reference.get(W + "id", "")

    def mark(self, reference: Element) -> str:
        """The raised mark that Word prints; empty where the text has one of its own."""
        kind, name = self.note(reference)
        own = reference.get(W + "customMarkFollows")
        if own is not None and own not in ("0", "false", "off"):
            return ""
        seen = self._seen.setdefault(kind, [])
        if name not in seen:
            seen.append(name)
        number = self.number(kind, name)
        return raised(number) or number.translate(_LETTERS)

    def number(self, kind: str, name: str) -> str:
        """The number of a note as it stands before its text; empty for one with a mark of its own."""
        seen = self._seen.get(kind, [])
        count = seen.index(name) + 1 if name in seen else 0
        return "" if not count else roman(count).lower() if kind == "endnotes" else str(count)
