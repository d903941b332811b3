"""How letters of a Word file are seen: not at all, struck out, in the colour of what lies behind, raised, capitals."""

from __future__ import annotations

from collections.abc import Iterator

from extract.read.aside import GROUND, SPECK, STRUCK
from extract.read.docx.names import Element, W, at, switched, value, whole_number
from extract.read.docx.styles import Styles
from extract.read.symbols import UNDERLINED, raised

_PAPER = "FFFFFF"
#: Colours differ by so much (of 255) at most where nobody tells them apart.
_TELLS = 8
#: Type of so many half points or less is seen by nobody.
_TINY = 4
#: Letters are raised as a mark is that stand so many half points higher.
_RISEN = 4
#: Word's names of colours for text marked with a pen, as far as they are as dark or pale as letters.
_PENS = {"white": _PAPER, "black": "000000", "none": ""}


class Seen:
    """Tells it of runs, by their own form and by their styles."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles

    def switch(self, form: Element | None, style: str | None, name: str) -> bool:
        """A switch of letters: as they say themselves, or their own style, or their paragraph's."""
        own = switched(form, name)
        if own is None:
            own = self.styles.switch(value(form, "rStyle"), name)
        if own is None:
            own = self.styles.switch(style, name)
        return bool(own)

    def is_hidden(self, run: Element, style: str | None) -> bool:
        """Is a run marked as hidden, so that nothing of it is printed?"""
        return self.switch(at(run, "rPr"), style, "vanish")

    def unseen(self, run: Element, style: str | None) -> str:
        """Why a person doesn't read a run that is printed (extract.read.aside); empty for one that is read."""
        form = at(run, "rPr")
        if self.switch(form, style, "strike") or self.switch(form, style, "dstrike"):
            return STRUCK
        if form is None:
            return ""
        if whole_number(value(form, "sz"), _TINY + 1) <= _TINY:
            return SPECK
        colour = (value(form, "color") or "").upper()
        return GROUND if _is_same(colour, self._behind(run)) else ""

    def as_printed(self, run: Element, style: str | None, text: str, behind: bool) -> str:
        """The letters that a run prints. Figures raised behind others are those of Unicode, so that the mark of a note
        is no digit of a number; an underlined `>` is the sign that it looks like."""
        form = at(run, "rPr")
        if self.switch(form, style, "caps"):
            text = text.upper()
        if form is None:
            return text
        rises = value(form, "vertAlign") == "superscript" or whole_number(value(form, "position"), 0) >= _RISEN
        if behind and rises and text:
            return raised(text) or text
        bound = UNDERLINED.get(text.strip())
        if bound is not None and _underlined(run) and not _underlined(_next(run)):
            return text.replace(text.strip(), bound)
        return text

    def _behind(self, run: Element) -> str:
        """The colour behind a run: of its own, its paragraph's, its cell's or its table's shading; empty where a style
        or a shape may have painted it."""
        for shading in _shadings(run):
            if shading and shading != "AUTO":
                return shading
        if any(True for _ in run.iterancestors(W + "txbxContent")):
            return ""
        table = next(run.iterancestors(W + "tbl"), None)
        return "" if self.styles.shades(value(table, "tblPr/tblStyle")) else _PAPER


def _is_same(colour: str, behind: str) -> bool:
    """Are two colours (`FEFEFE`, `FFFFFF`) told apart by nobody?"""
    if not colour or not behind or colour == behind:
        return bool(colour) and colour == behind
    try:
        pairs = list(zip(bytes.fromhex(colour), bytes.fromhex(behind), strict=True))
    except ValueError:
        return False
    return max(abs(a - b) for a, b in pairs) <= _TELLS


def _shadings(run: Element) -> Iterator[str]:
    """The colours behind a run, the nearest first."""
    form = at(run, "rPr")
    yield _PENS.get(value(form, "highlight") or "none", "PEN")
    yield (value(form, "shd", "fill") or "").upper()
    for name, path in (("p", "pPr/shd"), ("tc", "tcPr/shd"), ("tbl", "tblPr/shd")):
        yield (value(next(run.iterancestors(W + name), None), path, "fill") or "").upper()


def _underlined(run: Element | None) -> bool:
    return value(run, "rPr/u") not in (None, "none")


def _next(run: Element) -> Element | None:
    return next((one for one in run.itersiblings(W + "r") if any(text.text for text in one.iter(W + "t"))), None)
