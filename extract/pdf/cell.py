"""The lines of a cell to its text.

Lines are joined with one blank: none after a hyphen that broke a word, none where the column was too narrow for the
word (`dokum` / `en`). Whether a word was broken is read off the geometry (a word alone on a line whose next character
would not have fitted) and, where that leaves it open, off the words that the document prints elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from extract.pdf.ink import Box
from extract.pdf.words import TextLine
from extract.piece import join
from schemas.base import Place
from schemas.decree import Text

#: A column wider than this many type sizes never breaks a word of the language.
_ROOMY = 14.0
_WORD = re.compile(r"\w+")
#: Maps a box of the upright page to the page as displayed.
Show = Callable[[int, Box], Box]


@dataclass(slots=True)
class Line:
    """A line of a cell with its page and the width that the cell had for it."""

    page: int
    line: TextLine
    room: float


@dataclass(slots=True)
class Draft:
    """A cell in the making: its lines page by page, where it stands, and why its borders were chosen."""

    lines: list[Line] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    confidence: float = 1.0

    @property
    def blank(self) -> bool:
        return not self.lines


def words_of(lines: Iterable[Line]) -> set[str]:
    """Words that no column can have broken, in lower case: those of lines with plenty of room, and those inside a
    line."""
    known: set[str] = set()
    for entry in lines:
        tokens = entry.line.text.split()
        if entry.room < _ROOMY * entry.line.size:
            tokens = tokens[1:-1]
        for token in tokens:
            known.update(word.lower() for word in _WORD.findall(token))
    return known


def printed(lines: Sequence[Line], known: set[str]) -> str:
    """The text of a cell."""
    text = ""
    for i, entry in enumerate(lines):
        if i and _broken(text, lines[i - 1], entry, known):
            text += " ".join(entry.line.text.split())
        else:
            text = join((text, entry.line.text))
    return text


def _broken(text: str, above: Line, below: Line, known: set[str]) -> bool:
    """Did the column break a word between these lines?"""
    a, b = above.line, below.line
    if not text or a.blank or " " in a.text or above.room > _ROOMY * a.size:
        return False
    head, tail = text.split()[-1], b.text.split()[0]
    if not head[-1].isalnum() or (tail[0].isupper() and not head.isupper()):
        return False
    first = b.runs[0]
    letter, word = first.ends[0] - first.x0, first.x1 - first.x0
    width = a.x1 - a.x0
    if width + word <= above.room - 0.5 or width + letter <= above.room - 0.3 * a.size:
        return False
    if not tail[0].isalnum():
        return tail[0] in ").,;:%"
    return _one_word(head, tail, known)


def _one_word(head: str, tail: str, known: set[str]) -> bool:
    """By the document's own words: is `headtail` one of them (or the start of one), rather than `head` a word?"""
    left, right = _WORD.findall(head)[-1].lower(), _WORD.findall(tail)[0].lower()
    whole = left + right
    if whole in known:
        return True
    if left in known:
        return False
    return any(word.startswith(whole) for word in known) or right not in known or len(right) <= 3


def places(lines: Sequence[Line], show: Show) -> tuple[Place, ...]:
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


def text_of(draft: Draft, known: set[str], show: Show) -> Text:
    """The finished text of a cell."""
    return Text(
        as_printed=printed(draft.lines, known),
        places=places(draft.lines, show),
        confidence=draft.confidence,
        reasons=tuple(draft.reasons),
    )
