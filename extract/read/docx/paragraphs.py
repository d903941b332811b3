"""Paragraphs of a Word file to the lines that they print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bahasa.fold import upright_letters
from extract.read.docx.names import MC, Element, M, W, at, preferred, switched, value, whole_number
from extract.read.docx.numbering import ListNumbers
from extract.read.docx.styles import Styles
from extract.read.symbols import readable

#: Not printed: properties, what was deleted or moved away, codes of fields, the reading aid above a word.
_UNPRINTED = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "del", "moveFrom", "delText", "instrText", "delInstrText",
        "rt",
    )
)  # fmt: skip
#: Word sets nothing farther right than 22 inches (points).
_FARTHEST = 1584.0
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}


@dataclass(slots=True)
class Paragraph:
    """What a paragraph prints: its lines, a tab in them where it has one (none for a blank line); the contents of text
    boxes that hang on it, the notes that it names, and its form: indent of its first line and tab stops (points)."""

    lines: list[str]
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    indent: float = 0.0
    stops: tuple[float, ...] = ()


@dataclass(slots=True)
class _Letters:
    """The letters of a paragraph in the making."""

    style: str | None
    text: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


class Paragraphs:
    """Reads the paragraphs of a file, each once and in order: lists are counted on the way."""

    def __init__(self, styles: Styles, numbers: ListNumbers) -> None:
        self._styles = styles
        self._numbers = numbers
        self._carried = ""

    def read(self, paragraph: Element) -> Paragraph:
        """What this paragraph prints. One whose end was deleted goes on in the next."""
        letters = _Letters(self._styles.paragraph_style(paragraph))
        self._collect(paragraph, letters)
        text = "".join(letters.text)
        mark = at(paragraph, "pPr/rPr")
        gone = at(mark, "del") is not None or at(mark, "moveFrom") is not None
        hidden = self._switch(mark, letters.style, "vanish") and not text.strip()
        label = "" if hidden or (gone and not text.strip()) else self._numbers.label(paragraph)
        text = self._carried + label + text
        self._carried = text if gone else ""
        lines = [] if gone else [line for line in text.split("\n") if line.strip()]
        return Paragraph(lines, letters.boxes, letters.notes, _indent(paragraph), _stops(paragraph))

    def _collect(self, element: Element, letters: _Letters) -> None:
        for child in element:
            tag = child.tag
            if tag in _UNPRINTED or not isinstance(tag, str):
                continue
            if tag == W + "r":
                self._run(child, letters)
            elif tag == MC + "AlternateContent":
                for chosen in preferred(child):
                    self._collect(chosen, letters)
            elif tag == W + "txbxContent":
                letters.boxes.append(child)
            elif tag in _NOTES:
                letters.notes.append((_NOTES[tag], child.get(W + "id", "")))
            elif tag == M + "oMath":
                letters.text.append(f" {_formula(child)} ")
            else:
                self._collect(child, letters)

    def _run(self, run: Element, letters: _Letters) -> None:
        """The letters of one form. Word keeps capitals apart from the letters that they print."""
        form = at(run, "rPr")
        if self._switch(form, letters.style, "vanish"):
            return
        inner = _Letters(letters.style)
        self._pieces(run, inner, value(form, "rFonts", "ascii") or "")
        text = "".join(inner.text)
        letters.text.append(text.upper() if self._switch(form, letters.style, "caps") else text)
        letters.boxes += inner.boxes
        letters.notes += inner.notes

    def _pieces(self, run: Element, letters: _Letters, font: str) -> None:
        for child in run:
            if child.tag == W + "t":
                letters.text.append(readable(child.text or "", font).replace("\n", " "))
            elif child.tag in _SIGNS:
                letters.text.append(_SIGNS[child.tag])
            elif child.tag == W + "sym":
                letters.text.append(_symbol(child))
            elif child.tag in _NOTES:
                letters.notes.append((_NOTES[child.tag], child.get(W + "id", "")))
            elif child.tag not in _UNPRINTED:
                self._collect_one(child, letters)

    def _collect_one(self, child: Element, letters: _Letters) -> None:
        for chosen in preferred(child) if child.tag == MC + "AlternateContent" else [child]:
            self._collect(chosen, letters)

    def _switch(self, form: Element | None, style: str | None, name: str) -> bool:
        """A switch of letters: as they say themselves, or their own style, or their paragraph's."""
        own = switched(form, name)
        if own is None:
            own = self._styles.switch(value(form, "rStyle"), name)
        if own is None:
            own = self._styles.switch(style, name)
        return bool(own)


def _symbol(element: Element) -> str:
    code, font = element.get(W + "char", ""), element.get(W + "font", "")
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return readable(chr(0xF000 + ord(letter)) if ord(letter) < 0x100 else letter, font)


def _formula(element: Element) -> str:
    """A formula in reading order: a fraction's numerator before its denominator, a blank between."""
    return upright_letters(" ".join(" ".join(_formula_parts(element)).split()))


def _formula_parts(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == M + "r":
            yield "".join(text.text or "" for text in child if text.tag in (M + "t", W + "t"))
        elif child.tag == M + "d":
            inner = " ".join(_formula_parts(child))
            begin = child.find(f"{M}dPr/{M}begChr")
            end = child.find(f"{M}dPr/{M}endChr")
            yield (begin.get(M + "val", "") if begin is not None else "(") + inner
            yield end.get(M + "val", "") if end is not None else ")"
        elif isinstance(child.tag, str) and child.tag not in _UNPRINTED:
            yield from _formula_parts(child)


def _indent(paragraph: Element) -> float:
    """Where the first line begins, right of the margin."""
    form = at(paragraph, "pPr/ind")
    if form is None:
        return 0.0
    left = whole_number(form.get(W + "left") or form.get(W + "start"), 0)
    first = whole_number(form.get(W + "firstLine"), 0) - whole_number(form.get(W + "hanging"), 0)
    return min(max(0.0, (left + first) / 20), _FARTHEST)


def _stops(paragraph: Element) -> tuple[float, ...]:
    """The paragraph's own tab stops; a hanging indent is one as well."""
    tabs = at(paragraph, "pPr/tabs")
    found: list[Element] = [] if tabs is None else [tab for tab in tabs if tab.get(W + "val") not in ("clear", "bar")]
    places = [whole_number(tab.get(W + "pos"), 0) / 20 for tab in found]
    form = at(paragraph, "pPr/ind")
    if form is not None and form.get(W + "hanging"):
        places.append(whole_number(form.get(W + "left") or form.get(W + "start"), 0) / 20)
    return tuple(sorted(place for place in places if 0 < place <= _FARTHEST))
