"""The lines of a cell to its text.

Lines are joined with one blank: none after a hyphen that broke a word, none where the column was too narrow for the
word (`dokum` / `en`). Whether a word was broken is read off the geometry (a word alone on a line whose next character
would not have fitted) and off the words that the document and the language have (extract/table/broken.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bahasa.web_address import is_one_address
from extract.read.pdf.words import TextLine
from extract.read.piece import characters_sure, join
from extract.table.broken import one_word
from extract.table.context import DocumentWords
from schemas.base import Place
from schemas.decree import Text
from schemas.layout import Box, DrawnCell

#: A column wider than this many type sizes breaks no word of the language.
_ROOMY = 14.0
#: A line may be broken this share of the type size before it is full (layout and print differ a little).
_SLACK = 0.2
#: Where the white between words makes the columns they are wider than they were; a line of this share of the cell's
#: widest one ends where the column does.
_AS_WIDE = 0.8
_WORD = re.compile(r"\w+")
_LAST = re.compile(r"\w+$")
#: Where a box of an upright page (by its number) stands, as people are told.
Show = Callable[[int, Box], Place]


@dataclass(slots=True)
class CellLine:
    """A line of a cell with its page, the width that the cell had for it, and its distance from the left border."""

    page: int
    line: TextLine
    room: float
    indent: float


@dataclass(slots=True)
class CellDraft:
    """A cell in the making: its lines page by page, where it stands, why its borders were chosen, and how surely."""

    lines: list[CellLine] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    sure: float = 1.0

    @property
    def blank(self) -> bool:
        return not self.lines

    def doubt(self, cells: Sequence[DrawnCell]) -> None:
        """Takes over what speaks against the words of cells as drawn: a draft is as sure as the least of its cells."""
        for cell in cells:
            self.sure = min(self.sure, cell.sure)
            if cell.why and cell.why not in self.reasons:
                self.reasons.append(cell.why)

    @property
    def formula(self) -> bool:
        """Is a formula among its words?"""
        return any(word.formula for own in self.lines for word in own.line.words)


def unbroken_words(lines: Sequence[CellLine]) -> Counter[str]:
    """Words of a cell that no column can have broken, in lower case: with plenty of room all of them, else those with
    a blank of the text layer (or the cell's edge) on both sides."""
    known: Counter[str] = Counter()
    before = True
    for entry in lines:
        tokens = entry.line.text.split()
        if entry.room < _ROOMY * entry.line.size:
            first = 0 if before else 1
            last = len(tokens) if entry.line.blank else len(tokens) - 1
            tokens = tokens[first:last]
        before = entry.line.blank
        for token in tokens:
            known.update(word.lower() for word in _WORD.findall(token))
    return known


def printed(lines: Sequence[CellLine], known: DocumentWords) -> str:
    """The text of a cell."""
    text = ""
    widest = max((entry.line.x1 - entry.line.x0 for entry in lines), default=0.0)
    for i, entry in enumerate(lines):
        if i and _broken(text, lines[i - 1], entry, known, widest):
            text += " ".join(entry.line.text.split())
        else:
            text = join((text, entry.line.text))
    return text


def _broken(text: str, above: CellLine, below: CellLine, known: DocumentWords, widest: float) -> bool:
    """Did the column break a word between these lines? Only one that stands alone on its line and fills it; where it
    fills it nearly, only if it is known whole and not in its parts."""
    a, b = above.line, below.line
    if not text or a.blank or " " in a.text:
        return False
    first = b.words[0]
    width, letter = a.x1 - a.x0, first.ends[0] - first.x0
    head, tail = text.split()[-1], b.text.split()[0]
    if text.count("(") > text.count(")"):
        head = f"({head}"  # `(angkutan penyeberanga` / `n)`: the mark of no list
    if width + letter <= above.room - _SLACK * a.size:
        return width >= _AS_WIDE * widest and one_word((head, tail), known, alone=True) == 1
    if is_one_address(text.split()[-1], tail, full=True):
        return True
    return _without_blank(head, tail) or one_word((head, tail), known, alone=True, full=True) > 0


def _without_blank(head: str, tail: str) -> bool:
    """Marks that stand close to a word, and a number cut in two."""
    if not head[-1].isalnum() or not tail[0].isalnum():
        return head[-1] in "/(" or tail[0] in "/).,;:%"
    return str(_LAST.findall(head)[-1]).isdecimal() and str(_WORD.findall(tail)[0]).isdecimal()


def cell_places(lines: Sequence[CellLine], show: Show) -> tuple[Place, ...]:
    """One place a page: the page, and the box around the lines there."""
    found: dict[int, list[Box]] = {}
    for entry in lines:
        found.setdefault(entry.page, []).append(entry.line.box)
    result = []
    for page, boxes in found.items():
        x0, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
        x1, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
        result.append(show(page, (x0, top, x1, bottom)))
    return tuple(result)


def cell_text(draft: CellDraft, known: DocumentWords, show: Show) -> Text:
    """The finished text of a cell."""
    return Text(
        as_printed=printed(draft.lines, known),
        places=cell_places(draft.lines, show),
        character_confidence=characters_sure(word for own in draft.lines for word in own.line.words),
        border_confidence=draft.sure,
        reasons=tuple(draft.reasons),
    )
