"""What pdfplumber reads where pdfium read a cell or a line: other letters, or letters that pdfium does not have.

Another program reads the characters of the same page by other code; both are put together by ours. Input: the pages as
pdfium reads them, and the bytes. Output: a finding for each cell, each line outside the tables and each stray word
whose letters differ. Blanks and the order of letters are not compared: a formula's parts may stand in another order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bahasa.fold import upright_letters
from bahasa.temuan import About, finding
from extract.read.pdf.grid import text_in
from extract.read.pdf.ink_plumber import Plumber
from extract.read.pdf.page import PageRead, read_page
from extract.read.pdf.words import lines_of
from schemas.base import Finding, Place
from schemas.layout import Box, Word

_SHOWN = 160


def bare_letters(text: str) -> Counter[str]:
    """The letters of a text, those of formulas upright, blanks aside.

    >>> bare_letters("100 %") == bare_letters("% 100")
    True
    """
    return Counter(upright_letters("".join(text.split())))


def read_otherwise(reader: str, said: str, ours: str, place: Place) -> Finding:
    """What another reader says of a cell or a line that we read as `ours`."""
    about = About(as_printed=ours[:_SHOWN], places=(place,))
    return finding("pembaca-berbeda", about, pembaca=reader, bacaan=said[:_SHOWN])


def other_letters(data: bytes, pages: Sequence[PageRead]) -> list[Finding]:
    """Findings on all pages that are upright and have a text layer of their own."""
    document = Plumber(data)
    found: list[Finding] = []
    try:
        for read in pages:
            if not (read.page.turn or read.unusable or read.recognised):
                found += _differing(read, _second(document, read.page.number - 1))
    finally:
        document.close()
    return found


def _second(document: Plumber, index: int) -> PageRead | None:
    """The page as pdfplumber reads it; None where it fails."""
    try:
        return read_page(document.page_ink(index))
    except (ArithmeticError, LookupError, ValueError, TypeError):
        return None


def _differing(read: PageRead, second: PageRead | None) -> Iterator[Finding]:
    if second is None:
        return
    texts = list(_texts(read))
    theirs: dict[int | None, list[Word]] = {}
    for word in _words(second):
        at = next((at for at, text in enumerate(texts) if text.has(word)), None)
        theirs.setdefault(at, []).append(word)
    for at, text in enumerate(texts):
        said = " ".join([word.text for word in theirs.get(at, ())])
        if bare_letters(text.text) != bare_letters(said):
            yield read_otherwise("pdfplumber", said, text.text, read.page.place_of(text.box))
    aside = [box for _, box, why in read.overlays if why]
    for line in lines_of(word for word in theirs.get(None, ()) if not any(_middle_in(word, box) for box in aside)):
        about = About(places=(read.page.place_of(line.box),))
        yield finding("pembaca-berbeda", about, pembaca="pdfplumber", tambahan=line.text[:_SHOWN])


def _words(read: PageRead) -> list[Word]:
    inside = [word for grid in read.grids for cell in grid.cells for word in cell.words]
    return inside + [word for line in read.outside for word in line.words]


@dataclass(frozen=True, slots=True)
class FirstReading:
    """A cell or a line outside the tables as the first reader has it; `box` is where it is said to stand (points)."""

    text: str
    box: Box
    words: Sequence[Word]

    def has(self, word: Word) -> bool:
        """Does the middle of the word stand in one of its words, or the middle of one of these in it?"""
        if word.bottom < self.box[1] or word.top > self.box[3] or word.x1 < self.box[0] or word.x0 > self.box[2]:
            return False
        box = _box_of(word)
        return any(_middle_in(word, _box_of(one)) or _middle_in(one, box) for one in self.words)


def _texts(read: PageRead) -> Iterator[FirstReading]:
    """The cells and lines of a page that hold words."""
    for grid in read.grids:
        yield from (FirstReading(text_in(cell), cell.box, cell.words) for cell in grid.cells if cell.words)
    yield from (FirstReading(line.text, line.box, line.words) for line in read.outside)


def _box_of(word: Word) -> Box:
    return word.x0, word.top, word.x1, word.bottom


def _middle_in(word: Word, box: Box) -> bool:
    return box[0] <= (word.x0 + word.x1) / 2 <= box[2] and box[1] <= (word.top + word.bottom) / 2 <= box[3]
