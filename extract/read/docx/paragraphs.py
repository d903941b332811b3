"""Paragraphs of a Word file to the lines that they print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.read.docx.beside import Aside, Beside
from extract.read.docx.fields import Fields
from extract.read.docx.formulas import formula_of
from extract.read.docx.names import MC, Element, M, W, at, preferred, value, whole_number
from extract.read.docx.notes import NoteMarks
from extract.read.docx.numbering import ListNumbers
from extract.read.docx.pictures import DRAWINGS, shaped_text, widths_of
from extract.read.docx.seen import Seen
from extract.read.symbols import is_symbolic, readable

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


@dataclass(slots=True)
class Paragraph:
    """What a paragraph prints: its lines, a tab in them where it has one (none for a blank line); the contents of text
    boxes that hang on it, what else does, and its form: indent of its first line and tab stops (points)."""

    lines: list[str]
    boxes: list[Element] = field(default_factory=list)
    beside: Beside = field(default_factory=Beside)
    indent: float = 0.0
    stops: tuple[float, ...] = ()


@dataclass(slots=True)
class _Letters:
    """The letters of a paragraph in the making."""

    style: str | None
    text: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    beside: Beside = field(default_factory=Beside)


class Paragraphs:
    """Reads the paragraphs of a file, each once and in order: lists and notes are counted on the way."""

    def __init__(self, seen: Seen, numbers: ListNumbers, fields: Fields, marks: NoteMarks) -> None:
        self._seen = seen
        self._numbers = numbers
        self._fields = fields
        self._marks = marks
        self._carried = ""

    def rest(self) -> list[str]:
        """The lines of a paragraph whose end was deleted, and that nothing follows: a table does, or its cell ends."""
        text, self._carried = self._carried, ""
        return [line for line in text.split("\n") if line.strip()]

    def read(self, paragraph: Element) -> Paragraph:
        """What this paragraph prints. One whose end was deleted goes on in the next."""
        letters = _Letters(self._seen.styles.paragraph_style(paragraph))
        self._collect(paragraph, letters)
        text = "".join(letters.text)
        mark = at(paragraph, "pPr/rPr")
        gone = at(mark, "del") is not None or at(mark, "moveFrom") is not None
        hidden = self._seen.switch(mark, letters.style, "vanish") and not text.strip()
        label = "" if hidden or (gone and not text.strip()) else self._numbers.label(paragraph)
        text = self._carried + label + text
        self._carried = text if gone else ""
        lines = [] if gone else [line for line in text.split("\n") if line.strip()]
        return Paragraph(lines, letters.boxes, letters.beside, _indent(paragraph), _stops(paragraph))

    def _collect(self, element: Element, letters: _Letters) -> None:
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _UNPRINTED:
                self._collect_one(child, letters)

    def _collect_one(self, child: Element, letters: _Letters) -> None:
        tag = child.tag
        if tag == W + "r":
            self._run(child, letters)
        elif tag == MC + "AlternateContent":
            for chosen in preferred(child):
                self._collect(chosen, letters)
        elif tag == W + "txbxContent":
            letters.boxes.append(child)
        elif tag == M + "oMath":
            letters.text.append(f" {formula_of(child)} ")
        elif tag == W + "subDoc":
            letters.beside.inserted.append("subDoc")
        else:
            self._collect(child, letters)
            if tag == W + "fldSimple":
                letters.text.append(self._fields.simple(child))

    def _run(self, run: Element, letters: _Letters) -> None:
        """The letters of one form. Word keeps capitals apart from the letters that they print."""
        if self._seen.is_hidden(run, letters.style):
            return
        inner = _Letters(letters.style)
        self._pieces(run, inner, _font(run))
        text = self._seen.as_printed(run, letters.style, "".join(inner.text), bool(letters.text))
        letters.boxes += inner.boxes
        letters.beside.take(inner.beside)
        if (why := self._seen.unseen(run, letters.style)) and text.strip():
            letters.beside.aside.append(Aside(text.strip(), why))
        else:
            letters.text.append(text)

    def _pieces(self, run: Element, letters: _Letters, font: str) -> None:
        for child in run:
            if not isinstance(child.tag, str) or child in self._fields.hidden:
                continue
            if child.tag == W + "t":
                letters.text.append(readable(child.text or "", font).replace("\n", " "))
            elif child.tag in _SIGNS:
                letters.text.append(_SIGNS[child.tag])
            elif child.tag == W + "sym":
                letters.text.append(_symbol(child))
            elif child.tag == W + "fldChar":
                letters.text.append(self._fields.drawn(child))
            elif self._marks.is_reference(child):
                letters.text.append(self._marks.mark(child))
                letters.beside.notes.append(self._marks.note(child))
            elif child.tag not in _UNPRINTED:
                self._pictured(child, letters)
                self._collect_one(child, letters)

    def _pictured(self, child: Element, letters: _Letters) -> None:
        """What a drawing shows beside the text boxes in it."""
        for drawing in [child] if child.tag in DRAWINGS else _drawings(child):
            letters.beside.pictures += widths_of(drawing)
            if text := shaped_text(drawing):
                letters.beside.aside.append(Aside(text))


def _drawings(element: Element) -> Iterator[Element]:
    """The drawings of alternatives for programs of different age: those of the first."""
    for chosen in preferred(element) if element.tag == MC + "AlternateContent" else ():
        yield from (child for child in chosen if child.tag in DRAWINGS)


def _font(run: Element) -> str:
    """The font of a run where one of its fonts is one of signs; else that of its plain letters."""
    fonts = [value(at(run, "rPr"), "rFonts", name) or "" for name in ("ascii", "hAnsi")]
    return next((font for font in fonts if is_symbolic(font)), fonts[0])


def _symbol(element: Element) -> str:
    code, font = element.get(W + "char", ""), element.get(W + "font", "")
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return readable(chr(0xF000 + ord(letter)) if ord(letter) < 0x100 else letter, font)


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
