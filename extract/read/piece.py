"""Pieces of lines -> Text.

Input: pieces of printed lines in reading order. Output: their Text, with wrapped lines joined and places. Guarantee:
all characters but white space are kept, in their order, and none is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod
from typing import NamedTuple

from bahasa.fold import one_line
from bahasa.function_words import any_function_word
from bahasa.temuan import About, finding
from bahasa.web_address import is_one_address
from schemas.base import Finding, Place
from schemas.decree import Text
from schemas.layout import Line, Page, Word

# `perundang-` / `undangan`, `2005-` / `2025`: the hyphen belongs to the word and was only wrapped after
_BROKEN = re.compile(r"\w[-‐‑]$|\d[–]$")
# `pra-` / `dan pascabencana`: the hyphen stands for the word that follows later
_SUSPENDED = re.compile(rf"(?:{any_function_word('gabung')})\b")


#: So much of a text is shown in a finding.
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line. `rank` counts the non-blank lines: pieces with neighbouring ranks stand below each other.
    `span` says where in the line's text it begins and ends; None for the whole line."""

    text: str
    line: Line
    rank: int
    span: tuple[int, int] | None = None

    @property
    def number(self) -> int:
        """The number of its line."""
        return self.line.number

    def cut(self, start: int, stop: int | None = None) -> Piece:
        """The part of its text from `start` to `stop`, without blanks around."""
        part = self.text[start:stop]
        text = part.strip()
        at = (self.span[0] if self.span else 0) + start + (len(part) - len(part.lstrip()))
        return Piece(text, self.line, self.rank, (at, at + len(text)))

    def words(self) -> Sequence[Word]:
        """Its words on the page; none in a text source."""
        return self.line.words_in(*self.span) if self.span else self.line.words


class Mark(NamedTuple):
    """Print that is understood but has no field: a label, its punctuation, a repeated heading, a page number."""

    reason: str
    piece: Piece


def join(texts: Iterable[str]) -> str:
    """Wrapped lines as one text: one space between them, none after a hyphen that broke a word or a range of years, nor
    inside a web address."""
    text = ""
    for line in map(one_line, texts):
        text += f" {line}" if text and line and not _goes_on(text, line) else line
    return text


def _goes_on(text: str, line: str) -> bool:
    """Does a line go on with the last word of the text above it?"""
    if _BROKEN.search(text[-2:]) and line[0].isalnum():
        return _SUSPENDED.match(line) is None
    first, _, behind = line.partition(" ")
    return is_one_address(text[text.rfind(" ") + 1 :], first, alone=first == line, behind=behind)


def places_of(pieces: Sequence[Piece]) -> tuple[Place, ...]:
    """Where pieces stand: on pages with words the box around theirs, one a page; else their lines."""
    sheets: dict[Page, list[Word]] = {}
    for piece in pieces:
        if piece.line.sheet is not None:
            sheets.setdefault(piece.line.sheet, []).extend(piece.words())
    boxed = (sheet.place(words) for sheet, words in sheets.items() if words)
    return (*boxed, *_line_places([piece for piece in pieces if piece.line.sheet is None]))


def _line_places(pieces: Sequence[Piece]) -> list[Place]:
    """One place for each run of lines that stand below each other on a page (blank lines between them aside)."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        last = runs[-1][-1] if runs else None
        if last and 0 <= piece.rank - last.rank <= 1 and piece.line.page == last.line.page:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return [Place(page=run[0].line.page, lines=(run[0].number, run[-1].number)) for run in runs]


def characters_sure(words: Iterable[Word]) -> float:
    """How sure the characters of these words are: 1 for print, for OCR the probability that all are right."""
    return round(prod(word.sure for word in words), 3)


def text_of(pieces: Sequence[Piece], reasons: tuple[str, ...] = ()) -> Text:
    """The Text of these pieces."""
    return Text(
        as_printed=join(piece.text for piece in pieces),
        places=places_of(pieces),
        character_confidence=characters_sure(word for piece in pieces for word in piece.words()),
        reasons=reasons,
    )


def unread(text: Text) -> Finding:
    """The finding for a text that no rule recognised."""
    printed = text.as_printed
    shown = printed if len(printed) <= SHOWN else f"{printed[:SHOWN]}…"
    return finding("teks-tak-terbaca", About(as_printed=shown, places=text.places))
