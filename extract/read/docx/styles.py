"""Styles of a Word file: what of them shows in text (numbering, hidden text, capitals)."""

from __future__ import annotations

from collections.abc import Iterator

from extract.read.docx.names import Element, W, at, switched, value

#: A style rests on at most so many others.
_DEEP = 20


class Styles:
    """The styles of a file by their id."""

    def __init__(self, root: Element | None) -> None:
        found = () if root is None else root.findall(W + "style")
        self._by_id = {style.get(W + "styleId", ""): style for style in found}
        self._switches: dict[tuple[str | None, str], bool | None] = {}
        self._usual = next((s.get(W + "styleId") for s in found if _is_usual(s)), None)

    def paragraph_style(self, paragraph: Element) -> str | None:
        """The id of a paragraph's style."""
        return value(paragraph, "pPr/pStyle") or self._usual

    def numbering(self, style: str | None) -> tuple[str, Element] | None:
        """The `w:numPr` of a style or of one that it rests on, with the id of the style that has it."""
        for own in self._line(style):
            found = at(own, "pPr/numPr")
            if found is not None:
                return own.get(W + "styleId", ""), found
        return None

    def switch(self, style: str | None, name: str) -> bool | None:
        """A switch of a style's letters (`vanish`, `caps`), None where it says nothing."""
        asked = style, name
        if asked not in self._switches:
            found = (on for own in self._line(style) if (on := switched(own, f"rPr/{name}")) is not None)
            self._switches[asked] = next(found, None)
        return self._switches[asked]

    def shades(self, style: str | None) -> bool:
        """Does a table's style paint anything behind its text?"""
        return any(next(own.iter(W + "shd"), None) is not None for own in self._line(style))

    def _line(self, style: str | None) -> Iterator[Element]:
        """A style and those that it rests on."""
        for _ in range(_DEEP):
            own = self._by_id.get(style or "")
            if own is None:
                return
            yield own
            style = value(own, "basedOn")


def _is_usual(style: Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")
