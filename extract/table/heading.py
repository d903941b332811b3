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
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bahasa.function_words import any_function_word
from bahasa.headings import (
    TOKEN,
    heading_letters,
    heading_openers,
    is_heading_part,
    known_headings,
    opener_beginnings,
    role_of_key,
    roles_once,
)
from bahasa.labels import labels_of, opening_at
from bahasa.openers import offices, says_when
from bahasa.roles import NO, TARGET, about_role
from bahasa.target_scope import scopes_of
from extract.read.column_numbers import numbered
from extract.read.piece import Piece, join
from extract.table.aligned.segments import Segment, columns_apart, cut_at, segments_of, single_blanks
from extract.table.phrases import HeadingSpelling, Phrase, heading_text, heading_tokens
from schemas.decree import Heading

#: A heading printed word by word takes so many lines at most, an aligned one so many.
_LINEAR_LINES = 24
_ALIGNED_LINES = 8
#: Two headings that stand one blank apart have so many words at most.
_TWO_HEADINGS = 10
#: The first word of a heading is broken into so many parts at most.
_PARTS = 5
#: A title takes at most so many lines before its holder.
_TITLE_LINES = 4
#: No heading has as many words: a line of more is not read on.
_MOST_WORDS = 120
#: No line of a heading is as long, the blanks between aligned columns included.
_LONGEST = 1000
_MIN_COLUMNS = 3
_ORDINAL = re.compile(r"\(?(\d{1,2})[.)]?")
# `NO. SASARAN`, `Sasaran Strategis`: each word of a heading is a capitalised word, a sign or a year
_TITLE_WORD = re.compile(
    rf"[(/]*(?:[A-ZÀ-Þ][\w.)/&-]*|[-/&()]+|(?:19|20)\d\d|(?:{any_function_word('kolom')}|of)\b)[)/.,]*"
)
#: The first and the last year of a period.
_FROM, _UNTIL = re.compile(r"\b(?:19|20)\d\d\s*[-–—]$"), re.compile(r"(?:19|20)\d\d\b")


class TableHeading(NamedTuple):
    """`headings` in printed order; `pieces` are its lines, `numbers` those of the column numbers; `end` is the position
    after both; `key` is equal for two prints of one heading; `indicators` is False for a table of other things,
    `by_form` True where no vocabulary knows it. A table that prints no heading of its own, but has that of the one
    before, has no `pieces`: its first row is `end`."""

    headings: tuple[Heading, ...]
    pieces: tuple[Piece, ...]
    numbers: tuple[Piece, ...]
    end: int
    key: tuple[str, ...]
    indicators: bool
    by_form: bool = False

    @property
    def known(self) -> bool:
        """Whether the vocabulary knows the heading of each column as a whole."""
        return all(letters in known_headings() for letters in self.key)


def find(rows: Sequence[Piece], at: int) -> TableHeading | None:
    """The heading that starts at `rows[at]`, None if there is none."""
    if rows[at].text.rstrip().endswith((":", "：")):
        return None  # `Indikator Kinerja :` is the caption of a table
    if len(rows[at].text) > _LONGEST or not (_may_open(rows[at].text) or _opens_broken(rows, at)):
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
        indicators=_has_core(phrases),
    )


def heading_of_drawn(headings: tuple[Heading, ...], at: int) -> TableHeading:
    """The heading of a table whose columns are seen as drawn, standing at row `at`. No other print has its key."""
    key = (*(heading_letters(heading.text.as_printed) for heading in headings), f"#{at}")
    return TableHeading(headings, (), (), at + 1, key, True)


def _read(rows: Sequence[Piece], at: int) -> tuple[list[Phrase], int]:
    """The better of both readings: the one with fewer faults, else the longer."""
    if (title := _next_title(rows, at)) < len(rows):
        rows = rows[:title]
    readings = [reading for reading in (_linear(rows, at), _aligned(rows, at)) if reading[0]]
    return max(readings, key=lambda reading: (-_faults(reading[0]), reading[1]), default=([], at))


def _next_title(rows: Sequence[Piece], at: int) -> int:
    """The first line below that is the title of another block. The table above it is empty: `SUMBER DATA` /
    `INDIKATOR KINERJA INDIVIDU` / `Jabatan : ...` is a heading, a title and a holder, and no heading of two lines."""
    reach = range(at + 1, min(at + _LINEAR_LINES, len(rows)))
    return next((row for row in reach if _titles_holder(rows, row)), len(rows))


def _titles_holder(rows: Sequence[Piece], at: int) -> bool:
    """Whether a line is a title with its holder below: a label with colon, or an office in capitals; other lines of the
    title may stand between, words of headings may not."""
    text = rows[at].text
    if opening_at(text, "judul") is None or not _starts(text, "judul"):
        return False
    for row in rows[at + 1 : at + 1 + _TITLE_LINES]:
        if _starts(row.text, "pemangku", sign=True) or (row.text.isupper() and offices().match(row.text)):
            return True
        if not row.text.isupper() or (is_heading_part(row.text) and not says_when(row.text)):
            return False
    return False


def _starts(text: str, part: str, sign: bool = False) -> bool:
    """Whether a line starts with a label of this part, and, where asked, its colon."""
    found = (label.match(text) for label in labels_of(part))
    return any(match and (match["tanda"] or not sign) for match in found)


def _better_below(rows: Sequence[Piece], at: int, end: int, faults: int) -> bool:
    """Whether the heading is read with fewer faults without its first lines: those are a caption, or a cell's end."""
    for start in range(at + 1, end if faults else at):
        phrases, _ = _read(rows, start)
        if phrases and _faults(phrases) < faults:
            return True
    return False


@lru_cache(maxsize=1 << 12)
def _may_open(text: str) -> bool:
    match = TOKEN.search(text)
    word = heading_letters(match[0]) if match else ""
    return word in heading_openers() and match is not None and not match[0][0].islower()


def _opens_broken(rows: Sequence[Piece], at: int) -> bool:
    """Whether the first word of a heading begins here, broken by its column (`N` / `O` / `.`)."""
    first = TOKEN.search(rows[at].text)
    word = heading_letters(first[0]) if first else ""
    if not word or word not in opener_beginnings() or not rows[at].text.strip()[0].isupper():
        return False
    for row in rows[at + 1 : at + _PARTS]:
        word += heading_letters(row.text.split()[0])
        if word in heading_openers():
            return True
        if word not in opener_beginnings():
            return False
    return False


def _linear(rows: Sequence[Piece], at: int) -> tuple[list[Phrase], int]:
    """The longest run of whole lines from `at` that spells headings, and where it ends."""
    ends: dict[int, int] = {}
    reading = HeadingSpelling(capitals=rows[at].text.isupper())
    for row in range(at, min(at + _LINEAR_LINES, len(rows))):
        going = reading.extend(heading_tokens(rows[row])[:_MOST_WORDS])
        ends[len(reading.tokens)] = row + 1
        if not going or len(reading.tokens) >= _MOST_WORDS:
            break
    for count in sorted(ends, reverse=True):
        phrases = reading.phrases(count)
        if _is_table(phrases):
            return phrases, ends[count]
    return [], at


def _aligned(rows: Sequence[Piece], at: int) -> tuple[list[Phrase], int]:
    """The best reading of the next lines as columns, and where it ends."""
    if not any(len(segments_of([row.text])) > 1 for row in rows[at : at + 2]):
        return [], at
    best: tuple[float, list[Phrase], int] = (0.0, [], at)
    for end in range(at + 1, min(at + _ALIGNED_LINES, len(rows)) + 1):
        lines = rows[at:end]
        columns = columns_apart(segments_of(row.text for row in lines))
        phrases = [phrase for column in columns for phrase in _column(column, lines)]
        unknown = sum(not _like_heading(phrase) for phrase in phrases)
        score = len(phrases) - 2.5 * unknown - 0.5 * _unknown(phrases)
        if not unknown and score >= best[0] and _is_table(phrases):
            best = (score, phrases, end)
        if unknown > len(phrases) / 2:
            break
    return best[1], best[2]


def _column(column: Sequence[Segment], lines: Sequence[Piece]) -> list[Phrase]:
    """The headings printed in one column of aligned text: one as a rule, more where one blank separates two."""
    phrases, tokens = _spelled(column, lines)
    if len(phrases) == 1 or (phrases and len({segment.line for segment in column}) == 1):
        return phrases
    for x in single_blanks(column) if len(tokens) <= _TWO_HEADINGS else ():
        halves = [_spelled(side, lines)[0] for side in cut_at(column, x)]
        if all(len(half) == 1 for half in halves):
            return halves[0] + halves[1]
    return [Phrase(role_of_key({heading_letters(token.text) for token in tokens}), tuple(tokens))]


def _spelled(column: Sequence[Segment], lines: Sequence[Piece]) -> tuple[list[Phrase], list[Piece]]:
    """The headings that a column's words spell (none if they don't), and the words."""
    down = sorted(column, key=lambda segment: (segment.line, segment.left))
    pieces = (Piece(s.text, lines[s.line].line, lines[s.line].rank, (s.left, s.right)) for s in down)
    tokens = [token for piece in pieces for token in heading_tokens(piece)]
    reading = HeadingSpelling(capitals=False)
    reading.extend(tokens)
    return reading.phrases(len(tokens)), tokens


def _like_heading(phrase: Phrase) -> bool:
    """Whether an unknown text looks like a heading and not like a cell."""
    text = join(piece.text for piece in phrase.pieces)
    known = "".join(heading_letters(piece.text) for piece in phrase.pieces) in known_headings()
    return known or (len(phrase.pieces) <= 7 and all(_TITLE_WORD.fullmatch(word) for word in text.split()))


def _unknown(phrases: Sequence[Phrase]) -> int:
    return sum(phrase.letters not in known_headings() for phrase in phrases)


def _faults(phrases: Sequence[Phrase]) -> int:
    """What speaks against a reading: unknown headings, a role given twice, a number that is not the first column."""
    claimed = [phrase.role for phrase in phrases if phrase.role is not None and not phrase.yields]
    roles = [role for role in claimed if not about_role(role).repeats]
    misplaced = NO in roles and phrases[0].role != NO
    return _unknown(phrases) + len(roles) - len(set(roles)) + misplaced


def _has_core(phrases: Sequence[Phrase]) -> bool:
    """Whether a column is one that only a table of indicators is about."""
    return any(phrase.role is not None and about_role(phrase.role).core for phrase in phrases)


def _is_table(phrases: Sequence[Phrase]) -> bool:
    """A table has three columns or more. One without sasaran and indikator must be known to the last heading. The years
    of a period are no columns: `INDIKATOR KINERJA UTAMA (IKU) TAHUN 2021 - 2026` is a title."""
    if len(phrases) - _unknown(phrases) - 2 * _periods(phrases) < _MIN_COLUMNS:
        return False
    if _unknown(phrases) and phrases[0].role != NO:
        return False
    return _has_core(phrases) or not _unknown(phrases)


def _periods(phrases: Sequence[Phrase]) -> int:
    texts = [join(piece.text for piece in phrase.pieces) for phrase in phrases]
    return sum(bool(_FROM.search(first) and _UNTIL.match(second)) for first, second in pairwise(texts))


def _headings(phrases: Sequence[Phrase]) -> tuple[Heading, ...]:
    roles = roles_once([(phrase.role, phrase.yields) for phrase in phrases])
    texts = [heading_text(phrase) for phrase in phrases]
    targets = [k for k, role in enumerate(roles) if role == TARGET]
    scopes = dict(zip(targets, scopes_of([(texts[k].as_printed,) for k in targets]), strict=True))
    return tuple(
        Heading(role=role, text=text, scope=scopes.get(k))
        for k, (role, text) in enumerate(zip(roles, texts, strict=True))
    )


def _numbers(rows: Sequence[Piece], at: int, count: int) -> int:
    """How many lines the column numbers take: `1 2 3 4 5` or `a b c d e` on one, or one number a line."""
    words = rows[at].text.split() if at < len(rows) else []
    if _counts(words, 3) or (len(words) == count and numbered(words)):
        return 1
    column = [row.text.strip() for row in rows[at : at + count]]
    return count if count >= _MIN_COLUMNS and _counts(column, count) else 0


def _counts(words: Sequence[str], least: int) -> bool:
    numbers = [int(match[1]) if (match := _ORDINAL.fullmatch(word)) else 0 for word in words]
    return len(numbers) >= least and numbers == list(range(1, len(numbers) + 1))
