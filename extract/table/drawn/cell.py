"""The lines of a cell to its text.

Lines are joined with one blank: none after a hyphen that broke a word, none where the column was too narrow for the
word (`dokum` / `en`). Whether a word was broken is read off the geometry (a word alone on a line whose next character
would not have fitted) and, where that leaves it open, off the words that the document prints elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from extract.read.pdf.ink import Box
from extract.read.pdf.words import TextLine
from extract.read.piece import join
from extract.table.told import KnownWord
from schemas.base import Place
from schemas.decree import Text

#: A column wider than this many type sizes breaks no word of the language.
_ROOMY = 14.0
#: A line may be broken this share of the type size before it is full (layout and print differ a little).
_SLACK = 0.2
#: A word printed this often is no accident (`ngan` may be a slip, `dan` is not).
_COMMON = 2
_WORD = re.compile(r"\w+")
_LAST = re.compile(r"\w+$")
#: Maps a box of the upright page to the page as displayed.
Show = Callable[[int, Box], Box]


class Words(Counter[str]):
    """How often the document prints a word (lower case) that no column can have broken; and a dictionary, if there is
    one."""

    is_word: KnownWord | None = None


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


def printed(lines: Sequence[CellLine], known: Words) -> str:
    """The text of a cell."""
    text = ""
    for i, entry in enumerate(lines):
        if i and _broken(text, lines[i - 1], entry, known):
            text += " ".join(entry.line.text.split())
        else:
            text = join((text, entry.line.text))
    return text


def _broken(text: str, above: CellLine, below: CellLine, known: Words) -> bool:
    """Did the column break a word between these lines? Only one that stands alone on its line and fills it."""
    a, b = above.line, below.line
    if not text or a.blank or " " in a.text:
        return False
    first = b.runs[0]
    width, letter = a.x1 - a.x0, first.ends[0] - first.x0
    if width + letter <= above.room - _SLACK * a.size:
        return False
    return _one_word(text.split()[-1], b.text.split()[0], known)


def _one_word(head: str, tail: str, known: Words) -> bool:
    """By its letters and the document's own words: is `headtail` one word that was broken, rather than two?"""
    if not head[-1].isalnum() or not tail[0].isalnum():
        return head[-1] in "/(" or tail[0] in "/).,;:%"
    left, right = str(_LAST.findall(head)[-1]), str(_WORD.findall(tail)[0])
    if left[-1].isdigit() or right[0].isdigit():
        return left.isdigit() and right.isdigit()
    if right[0].isupper() and not left.isupper():
        return False
    verdict = _by_dictionary(left.lower(), right.lower(), known)
    if verdict is not None:
        return verdict
    if "/" in head and known[right.lower()] < _COMMON:
        # a chain of alternatives (`struktur/kelembagaan/tata` / `laksana`) is longer than its column
        return True
    return _likelier_whole(left.lower(), right.lower(), known)


def _by_dictionary(left: str, right: str, known: Words) -> bool | None:
    """Whether a dictionary knows the whole and not both parts (True), or both parts and not the whole (False)."""
    if known.is_word is None:
        return None
    whole, parts = known.is_word(left + right), known.is_word(left) and known.is_word(right)
    return None if whole == parts else whole


def _likelier_whole(left: str, right: str, known: Words) -> bool:
    if left + right in known or len(left) == 1 or len(right) == 1:
        return True
    if left in known:
        return False
    return known[right] < _COMMON or any(word.startswith(left + right) for word in known)


def cell_places(lines: Sequence[CellLine], show: Show) -> tuple[Place, ...]:
    """One place a page: the page, and the box around the lines there."""
    found: dict[int, list[Box]] = {}
    for entry in lines:
        found.setdefault(entry.page, []).append(entry.line.box)
    result = []
    for page, boxes in found.items():
        x0, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
        x1, bottom = max(b[2] for b in boxes), max(b[3] for b in boxes)
        box = show(page, (x0, top, x1, bottom))
        result.append(Place(page=page, bbox=(round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))))
    return tuple(result)


def _characters_sure(lines: Sequence[CellLine]) -> float:
    """1 for print; for words read by OCR their mean confidence, each letter counted."""
    runs = [run for entry in lines for run in entry.line.runs if run.sure < 1.0]
    letters = sum(len(run.text) for run in runs)
    return round(sum(run.sure * len(run.text) for run in runs) / letters, 3) if letters else 1.0


def cell_text(draft: CellDraft, known: Words, show: Show) -> Text:
    """The finished text of a cell."""
    return Text(
        as_printed=printed(draft.lines, known),
        places=cell_places(draft.lines, show),
        character_confidence=_characters_sure(draft.lines),
        border_confidence=draft.sure,
        reasons=tuple(draft.reasons),
    )
