"""Lines -> the heading of an indicator table.

Input: the non-blank lines of a source and the one where a heading may start. Output: the columns' headings in printed
order with their roles, and how many lines they take, the row of column numbers below them included; None where no
table starts. Guarantees: the headings hold every printed character of those lines; a heading is known by its words
alone (headings.toml), whatever its wrapping, so that one heading printed twice gives the same `key`.

Two readings are tried. The linear one takes the words as they come (cell by cell) and finds the fewest vocabulary
headings that they spell. The aligned one puts the words of several lines into columns by their position first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extract import vocabulary
from extract.aligned import columns_of, is_aligned
from extract.piece import Piece, join, text_of
from schemas.base import Role
from schemas.decree import Heading

#: A heading printed word by word takes so many lines at most, an aligned one so many.
_LINEAR_LINES = 18
_ALIGNED_LINES = 8
#: A word outside the vocabulary costs as much as so many headings.
_UNKNOWN = 8
_MIN_COLUMNS = 3
_TOKEN = re.compile(r"[^\s/]+/*|/+")
_ORDINAL = re.compile(r"\(?(\d{1,2})[.)]?")
# `NO. SASARAN`, `Sasaran Strategis`: each word of a heading is a capitalised word, a sign or a year
_TITLE_WORD = re.compile(r"[(/]*(?:[A-ZÀ-Þ][\w.)/&-]*|[-/&()]+|(?:19|20)\d\d|(?:dan|atau|per|dari|of)\b)[)/.,]*")


@dataclass(frozen=True, slots=True)
class TableHeading:
    """`headings` in printed order; `pieces` are its lines, `numbers` those of the column numbers; `end` is the position
    after both; `key` is equal for two prints of one heading; `indicators` is False for a table of other things."""

    headings: tuple[Heading, ...]
    pieces: tuple[Piece, ...]
    numbers: tuple[Piece, ...]
    end: int
    key: tuple[str, ...]
    indicators: bool


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that make one heading; `role` is None where the vocabulary doesn't know them."""

    role: Role | None
    pieces: tuple[Piece, ...]

    @property
    def letters(self) -> str:
        return "".join(_letters(piece.text) for piece in self.pieces)


def find(rows: Sequence[Piece], at: int) -> TableHeading | None:
    """The heading that starts at `rows[at]`, None if there is none."""
    if not _may_open(rows[at].text):
        return None
    phrases, end = _read(rows, at)
    if not phrases or _better_below(rows, at, end, _faults(phrases)):
        return None
    numbers = _numbers(rows, end, len(phrases))
    return TableHeading(
        headings=_headings(phrases),
        pieces=tuple(rows[at:end]),
        numbers=tuple(rows[end : end + numbers]),
        end=end + numbers,
        key=tuple(phrase.letters for phrase in phrases),
        indicators=_roles(phrases) & {"sasaran", "indikator"} != set(),
    )


def _read(rows: Sequence[Piece], at: int) -> tuple[list[_Phrase], int]:
    """The better of both readings: the one with fewer faults, else the longer."""
    readings = [reading for reading in (_linear(rows, at), _aligned(rows, at)) if reading[0]]
    return max(readings, key=lambda reading: (-_faults(reading[0]), reading[1]), default=([], at))


def _better_below(rows: Sequence[Piece], at: int, end: int, faults: int) -> bool:
    """Whether the heading is read with fewer faults without its first lines: those are a caption, or a cell's end."""
    for start in range(at + 1, end if faults else at):
        phrases, _ = _read(rows, start)
        if phrases and _faults(phrases) < faults:
            return True
    return False


def is_part(text: str) -> bool:
    """Whether a line has nothing but words of headings (`TARGET RUMUS SUMBER DATA`)."""
    words = [word for token in _TOKEN.findall(text) if (word := _letters(token))]
    return bool(words) and all(word in _words() for word in words)


@cache
def _words() -> frozenset[str]:
    entries = vocabulary.load("headings.toml")["kepala"]
    return frozenset(vocabulary.letters_of_word(word) for entry in entries for word in entry["kata"].split())


@cache
def _prefixes() -> frozenset[str]:
    """All beginnings of all headings: a column too narrow for a word may break it (`TARGE` / `T`)."""
    return frozenset(key[:length] for key in vocabulary.columns() for length in range(1, len(key) + 1))


@lru_cache(maxsize=1 << 12)
def _letters(text: str) -> str:
    return vocabulary.letters(text)


@lru_cache(maxsize=1 << 12)
def _may_open(text: str) -> bool:
    match = _TOKEN.search(text)
    word = _letters(match[0]) if match else ""
    return word in vocabulary.opening_words() and match is not None and not match[0][0].islower()


def _tokens(piece: Piece) -> list[Piece]:
    return [Piece(token, piece.line, piece.rank) for token in _TOKEN.findall(piece.text)]


def _linear(rows: Sequence[Piece], at: int) -> tuple[list[_Phrase], int]:
    """The longest run of whole lines from `at` that spells headings, and where it ends."""
    tokens: list[Piece] = []
    ends: dict[int, int] = {}
    reading = _Reading(capitals=rows[at].text.isupper())
    for row in range(at, min(at + _LINEAR_LINES, len(rows))):
        tokens += _tokens(rows[row])
        ends[len(tokens)] = row + 1
        if not reading.extend(tokens):
            break
    for count in sorted(ends, reverse=True):
        phrases = reading.phrases(count)
        if _is_table(phrases):
            return phrases, ends[count]
    return [], at


class _Reading:
    """Fewest headings that spell the first n words, for every n (shortest paths over the words, left to right)."""

    def __init__(self, capitals: bool) -> None:
        self.capitals = capitals
        self.tokens: list[Piece] = []
        # by number of words: (cost, number of words before the last heading, its role)
        self.best: dict[int, tuple[int, int, Role | None]] = {0: (0, 0, None)}

    def extend(self, tokens: Sequence[Piece]) -> bool:
        """Read on with more words; False where none of them can still belong to a heading."""
        self.tokens = list(tokens)
        for start in range(len(tokens)):
            if start in self.best:
                self._from(start)
        return max(self.best) >= len(tokens) or self._open(len(tokens))

    def _from(self, start: int) -> None:
        word = ""
        for stop in range(start, len(self.tokens)):
            word += _letters(self.tokens[stop].text)
            if word in vocabulary.columns():
                self._offer(stop + 1, self.best[start][0] + 1, start, vocabulary.columns()[word].role)
            if word not in _prefixes() and word:
                break
        token = self.tokens[start].text
        if self.capitals and start and token.isupper() and len(_letters(token)) > 1:
            self._offer(start + 1, self.best[start][0] + _UNKNOWN, start, None)

    def _offer(self, stop: int, cost: int, start: int, role: Role | None) -> None:
        if stop not in self.best or cost < self.best[stop][0]:
            self.best[stop] = (cost, start, role)

    def _open(self, count: int) -> bool:
        """Whether the last words begin a heading that the next line may complete."""
        for start in sorted(self.best, reverse=True):
            word = "".join(_letters(token.text) for token in self.tokens[start:count])
            if word in _prefixes():
                return True
        return False

    def phrases(self, count: int) -> list[_Phrase]:
        """The headings of the first `count` words, empty where they spell none; unknown neighbours make one heading."""
        found: list[_Phrase] = []
        while count and count in self.best:
            _, start, role = self.best[count]
            pieces = tuple(self.tokens[start:count])
            if role is None and found and found[-1].role is None:
                pieces += found.pop().pieces
            found.append(_Phrase(role, pieces))
            count = start
        return [] if count or not found or found[0].role is None else found[::-1]


def _aligned(rows: Sequence[Piece], at: int) -> tuple[list[_Phrase], int]:
    """The best reading of the next lines as columns, and where it ends."""
    if not any(is_aligned(row.text) for row in rows[at : at + 2]):
        return [], at
    best: tuple[float, list[_Phrase], int] = (0.0, [], at)
    for end in range(at + 1, min(at + _ALIGNED_LINES, len(rows)) + 1):
        phrases = [phrase for column in columns_of(rows[at:end]) for phrase in _column(column)]
        unknown = sum(not _like_heading(phrase) for phrase in phrases)
        score = len(phrases) - 2.5 * unknown - 0.5 * _unknown(phrases)
        if not unknown and score >= best[0] and _is_table(phrases):
            best = (score, phrases, end)
        if unknown > len(phrases) / 2:
            break
    return best[1], best[2]


def _column(column: Sequence[Piece]) -> list[_Phrase]:
    """The headings printed in one column of aligned text: one as a rule, more where one blank separates two."""
    tokens = [token for piece in column for token in _tokens(piece)]
    reading = _Reading(capitals=False)
    reading.extend(tokens)
    phrases = reading.phrases(len(tokens))
    if len(phrases) == 1 or (phrases and len({piece.rank for piece in column}) == 1):
        return phrases
    return [_Phrase(_by_key(tokens), tuple(tokens))]


def _by_key(tokens: Sequence[Piece]) -> Role | None:
    words = {_letters(token.text) for token in tokens}
    return next((key.role for key in vocabulary.column_keys() if key.letters in words), None)


def _like_heading(phrase: _Phrase) -> bool:
    """Whether an unknown text looks like a heading and not like a cell."""
    text = join(piece.text for piece in phrase.pieces)
    known = "".join(_letters(piece.text) for piece in phrase.pieces) in vocabulary.columns()
    return known or (len(phrase.pieces) <= 7 and all(_TITLE_WORD.fullmatch(word) for word in text.split()))


def _unknown(phrases: Sequence[_Phrase]) -> int:
    return sum(phrase.letters not in vocabulary.columns() for phrase in phrases)


def _faults(phrases: Sequence[_Phrase]) -> int:
    """What speaks against a reading: unknown headings, a role given twice, a number that is not the first column."""
    roles = [phrase.role for phrase in phrases if phrase.role not in (None, "others", "target")]
    misplaced = "no" in roles and phrases[0].role != "no"
    return _unknown(phrases) + len(roles) - len(set(roles)) + misplaced


def _roles(phrases: Sequence[_Phrase]) -> set[Role]:
    return {phrase.role for phrase in phrases if phrase.role is not None}


def _is_table(phrases: Sequence[_Phrase]) -> bool:
    """A table has three columns or more. One without sasaran and indikator must be known to the last heading."""
    if len(phrases) - _unknown(phrases) < _MIN_COLUMNS:
        return False
    if _unknown(phrases) and phrases[0].role != "no":
        return False
    return bool(_roles(phrases) & {"sasaran", "indikator"}) or not _unknown(phrases)


def _headings(phrases: Sequence[_Phrase]) -> tuple[Heading, ...]:
    """A role is given once: the second target of `TARGET 2021 2022` is a column of its own name."""
    given: set[Role] = set()
    headings = []
    for phrase in phrases:
        role: Role = phrase.role or "others"
        if role in given:
            role = "others"
        given |= {role} - {"others"}
        headings.append(Heading(role=role, text=text_of(_whole_lines(phrase.pieces))))
    return tuple(headings)


def _whole_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Words of one line put together again as printed: `UTAMA/` `SASARAN/` is `UTAMA/SASARAN/`."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and last.line is piece.line:
            glued = f"{last.text}{piece.text}" in piece.line.text
            merged[-1] = Piece(f"{last.text}{'' if glued else ' '}{piece.text}", piece.line, piece.rank)
        else:
            merged.append(piece)
    return merged


def _numbers(rows: Sequence[Piece], at: int, count: int) -> int:
    """How many lines the column numbers take: `1 2 3 4 5` on one, or one number a line."""
    if at < len(rows) and _counts(rows[at].text.split(), 3):
        return 1
    column = [row.text.strip() for row in rows[at : at + count]]
    return count if count >= _MIN_COLUMNS and _counts(column, count) else 0


def _counts(words: Sequence[str], least: int) -> bool:
    numbers = [int(match[1]) if (match := _ORDINAL.fullmatch(word)) else 0 for word in words]
    return len(numbers) >= least and numbers == list(range(1, len(numbers) + 1))
