"""Lines that no text prints but a reader sees: what parts the rows of a table set in columns without blank lines.

Input: the inked lines of a page. Output: strokes across the page above each line that begins a row (its number stands
in the leftmost column, or cells begin beside each other that the line above had none of), around lines across the
columns (`TUJUAN 1 : ...`), around labels, and above the heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.read.pdf.grid import Stroke
from extract.table.inked.ink import LETTER, PITCH
from schemas.layout import Line

#: Numbers of rows begin so many characters apart at most.
_DRIFT = 4
#: A heading has so many lines at most, each of its parts so many words; a line across so many at least.
_LINES, _WORDS, _ACROSS = 12, 5, 3
#: A row has so many cells at least on its first line.
_ROW = 3
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]{0,2}$")
_PART = re.compile(r"\S+(?: \S+)*")
_LABEL = re.compile(r"\s*(?:[A-Z0-9]{1,3}[.)]\s*)?[A-Z][^:]{2,90}?:(?:\s|$)")


def strokes_between(lines: Sequence[Line]) -> list[Stroke]:
    """The strokes of a page, top to bottom."""
    if not lines:
        return []
    left = min(line.words[0].x0 for line in lines)
    right = max(line.words[-1].x1 for line in lines)
    return [Stroke((lines[k].number - 1) * PITCH, left, right) for k in sorted(_starts(lines))]


def _starts(lines: Sequence[Line]) -> set[int]:
    """The lines that begin something of their own."""
    numbered = _numbered(lines)
    starts = {*numbered, *(k for k in range(1, len(lines)) if _begins_row(lines[k - 1], lines[k]))}
    for k, line in enumerate(lines):
        if _counts(_parts(line)):
            starts |= {k, k + 1}
        if _LABEL.match(line.text) or (numbered and _goes_across(line, lines[numbered[0]])):
            starts |= {k, k + 1}
    for k in numbered:
        if k == numbered[0] or (_parts(lines[k])[0].strip("(.)") == "1"):
            starts |= _heading_above(lines, k)
    joined = {k for k in starts if 0 < k < len(lines) and _both_across(lines, k, numbered)}
    return {k for k in starts - joined if 0 < k < len(lines)}


def _parts(line: Line) -> list[str]:
    return _PART.findall(line.text)


def _counts(parts: Sequence[str]) -> bool:
    """Is this the row of column numbers?"""
    marks = [match[1] for part in parts if (match := _NUMBER.match(part))]
    return len(marks) == len(parts) >= _ROW and [int(mark) for mark in marks] == list(range(1, len(marks) + 1))


def _numbered(lines: Sequence[Line]) -> list[int]:
    """The lines that begin with the number of a row, in the leftmost column that has numbers beside other parts."""
    found = [k for k, line in enumerate(lines) if _NUMBER.match(_parts(line)[0])]
    rows = [k for k in found if len(_parts(lines[k])) > 2]
    if not rows:
        return []
    left = min(lines[k].words[0].x0 for k in rows)
    return [k for k in found if abs(lines[k].words[0].x0 - left) <= _DRIFT * LETTER]


def _begins_row(above: Line, line: Line) -> bool:
    """Does a row without a number of its own begin here? Its cells begin with a capital or a figure, a target among
    them, and one stands where the line above has none."""
    parts = list(_PART.finditer(line.text))
    if len(parts) < _ROW or any(part[0][0].islower() for part in parts):
        return False
    if not any(part[0][0].isdecimal() or part[0] in "-–" for part in parts[1:]):
        return False
    taken = [part.span() for part in _PART.finditer(above.text)]
    return any(all(stop <= part.start() or start >= part.end() for start, stop in taken) for part in parts)


def _goes_across(line: Line, row: Line) -> bool:
    """Does a line of several words begin where the numbers of rows stand, stand alone, and reach over other columns?"""
    parts = _parts(line)
    second = list(_PART.finditer(row.text))[1:2]
    begins = line.words[0].x0 <= row.words[0].x0 + LETTER
    reaches = bool(second) and len(line.text) > second[0].start()
    return len(parts) == 1 and begins and reaches and len(parts[0].split()) >= _ACROSS


def _both_across(lines: Sequence[Line], k: int, numbered: Sequence[int]) -> bool:
    """Is a line across the columns the rest of the one above it?"""
    return (
        bool(numbered)
        and not _LABEL.match(lines[k].text)
        and all(_goes_across(line, lines[numbered[0]]) for line in lines[k - 1 : k + 1])
        and lines[k].text.strip()[:1].islower()
    )


def _heading_above(lines: Sequence[Line], row: int) -> set[int]:
    """Where the heading right above a row begins, if text stands on it."""
    at = row
    while at > 0 and row - at < _LINES and _may_head(lines[at - 1]):
        # a blank line may part the heading from its rows, none stands within it
        if lines[at].number - lines[at - 1].number > (2 if at == row else 1):
            break
        at -= 1
    headed = [line for line in lines[at:row] if len(_parts(line)) > 2]
    return {at} if headed else set()


def _may_head(line: Line) -> bool:
    """May a line be one of a heading: short parts, no sentence, no label?"""
    parts = _parts(line)
    if _LABEL.match(line.text) or _NUMBER.match(parts[0]) or re.match(r"\s*\w{1,2}[.)]\s", line.text):
        return False
    return not line.text.rstrip().endswith((".", ";", ",")) and all(len(part.split()) <= _WORDS for part in parts)
