"""Words -> the headings that they spell.

Input: the words of lines that may be a table's heading. Output: phrases, each the words of one heading with its role.
Guarantee: the phrases hold every word given, in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bahasa.headings import TOKEN, heading_beginnings, heading_letters, known_headings
from extract.read.piece import Piece, join, text_of
from schemas.base import Role
from schemas.decree import Text

#: A word outside the vocabulary costs as much as so many headings.
_UNKNOWN = 8


class Phrase(NamedTuple):
    """Words that make one heading; `role` is None where the vocabulary doesn't know them."""

    role: Role | None
    pieces: tuple[Piece, ...]

    @property
    def letters(self) -> str:
        """The letters of all words."""
        return "".join(heading_letters(piece.text) for piece in self.pieces)

    @property
    def yields(self) -> bool:
        """Does it leave its role to another column?"""
        column = known_headings().get(self.letters)
        return column is not None and column.yields


def heading_tokens(piece: Piece) -> list[Piece]:
    """The words of a line, parted at slashes as well."""
    return [piece.cut(*token.span()) for token in TOKEN.finditer(piece.text)]


class HeadingSpelling:
    """Fewest headings that spell the first n words, for every n (shortest paths over the words, left to right)."""

    def __init__(self, capitals: bool) -> None:
        self.capitals = capitals
        self.tokens: list[Piece] = []
        # by number of words: (cost, number of words before the last heading, its role)
        self.best: dict[int, tuple[int, int, Role | None]] = {0: (0, 0, None)}
        # the beginnings of headings that the next word may go on with, by the number of words before them
        self.begun: dict[int, str] = {}

    def extend(self, tokens: Sequence[Piece]) -> bool:
        """Read on with more words; False where none of them can still belong to a heading."""
        for token in tokens:
            self._read(token)
        return bool(self.begun) or len(self.tokens) in self.best

    def _read(self, token: Piece) -> None:
        at = len(self.tokens)
        self.tokens.append(token)
        added = heading_letters(token.text)
        if at in self.best and (added or not at):
            self.begun[at] = ""  # a dot alone (`NO` / `.`) ends the heading before it
        words = {start: word + added for start, word in self.begun.items()}
        for start, word in words.items():
            if word in known_headings():
                self._offer(at + 1, self.best[start][0] + 1, start, known_headings()[word].role)
        self.begun = {start: word for start, word in words.items() if not word or word in heading_beginnings()}
        if self.capitals and at and at in self.best and token.text.isupper() and len(added) > 1:
            self._offer(at + 1, self.best[at][0] + _UNKNOWN, at, None)

    def _offer(self, stop: int, cost: int, start: int, role: Role | None) -> None:
        if stop not in self.best or cost < self.best[stop][0]:
            self.best[stop] = (cost, start, role)

    def phrases(self, count: int) -> list[Phrase]:
        """The headings of the first `count` words, empty where they spell none; unknown neighbours make one heading."""
        found: list[Phrase] = []
        while count and count in self.best:
            _, start, role = self.best[count]
            pieces = tuple(self.tokens[start:count])
            if role is None and found and found[-1].role is None:
                pieces += found.pop().pieces
            found.append(Phrase(role, pieces))
            count = start
        return [] if count or not found or found[0].role is None else found[::-1]


def heading_text(phrase: Phrase) -> Text:
    """The heading as printed, without a blank where a narrow column broke a word of it (`TARGE` / `T`)."""
    lines = _whole_lines(phrase.pieces)
    column = known_headings().get(phrase.letters)
    joined: list[str] = []
    count = 0
    for line in lines:
        if joined and column and (count not in column.ends or not line.text.strip(".")):
            joined[-1] += line.text
        else:
            joined.append(line.text)
        count += sum(len(heading_letters(token)) for token in TOKEN.findall(line.text))
    return text_of(lines).model_copy(update={"as_printed": join(joined)})


def _whole_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Words of one line put together again as printed: `UTAMA/` `SASARAN/` is `UTAMA/SASARAN/`."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and last.line is piece.line:
            glued = f"{last.text}{piece.text}" in piece.line.text
            span = (last.span[0], piece.span[1]) if last.span and piece.span else None
            merged[-1] = Piece(f"{last.text}{'' if glued else ' '}{piece.text}", piece.line, piece.rank, span)
        else:
            merged.append(piece)
    return merged
