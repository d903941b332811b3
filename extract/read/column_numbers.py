"""Is a row of cells that of the numbers of columns, below a heading?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from bahasa.number import ROMAN

# `(1)`, `2.`, `(7)=(6)/(5)`, `IV`
_NUMBER = re.compile(r"[(\[]?(\d{1,2}|[ivx]{2,4}|[a-z])[)\].]?(?:=.*)?$")
# what a scan reads for `(1)`, for `1`, and for `i`
_IN_BRACKETS, _NO_FIGURE = re.compile(r"[(\[].{0,2}[)\]]?|.{1,2}[)\]]|\D"), re.compile(r"[^\W\d]|[|!]")
_SIGN = re.compile(".")
#: So many numbers may be overlooked; one that is further off is misread.
_OVERLOOKED = 2
#: So many columns with their own number are numbered.
_FEWEST = 3
_DIGITS = tuple(map(str, range(1, 60)))
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")


def without_column_numbers(headings: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Headings without the numbers of their columns, where three or more have their own: a row too low for its words
    prints those among the words of the heading (`INDIVIDU` beside `b`, `c` below it). Level by level.

    >>> without_column_numbers([("No 1",), ("Sasaran", "2 Program"), ("3",)])
    [('No',), ('Sasaran', 'Program'), ()]
    """
    for marks in (_DIGITS, _LETTERS):
        # more columns than there are marks: the rest have none
        own = zip_longest(headings, marks[: len(headings)], fillvalue="")
        found = [_numbered_word(levels, mark) for levels, mark in own]
        if sum(at is not None for at in found) >= _FEWEST:
            return [_without(levels, at) for levels, at in zip(headings, found, strict=True)]
    return [tuple(levels) for levels in headings]


def _numbered_word(levels: Sequence[str], mark: str) -> tuple[int, int] | None:
    """Where the last word stands that is the number of the column: its level, and its place there."""
    places = [(level, at) for level, text in enumerate(levels) for at, word in enumerate(text.split())]
    matches = ((place, _NUMBER.match(levels[place[0]].split()[place[1]].lower())) for place in reversed(places))
    return next((place for place, match in matches if match and match[1] == mark), None)


def _without(levels: Sequence[str], place: tuple[int, int] | None) -> tuple[str, ...]:
    words = [text.split() for text in levels]
    if place is not None:
        del words[place[0]][place[1]]
    return tuple(" ".join(own) for own in words if own)


def numbered(texts: Sequence[str]) -> bool:
    """Is this the row of column numbers (`1 2 3 ...`, `(1) (2) (3)`)? Rising by one, and nothing else printed but in
    few of them the end of a heading that its cell was too small for (`PENGHITUNGAN (7)`, `(IKI)c`).

    Of a scan a few of them may be misread (`(a)`, `()`).

    >>> numbered(["(1 )", "(2)", "(3)"]), numbered(["I", "II", "III"]), numbered(["1", "Mutu", "3 dokumen"])
    (True, True, False)
    >>> numbered(["(a)", "(2)", "(3)", "(4]", "m", "(6)"]), numbered(["1", "2", "3", "5"])
    (True, False)
    """
    printed = ["".join(text.split()).lower() for text in texts if text.strip()]
    if _misread(printed):
        return True
    first = next((match for text in printed if (match := _NUMBER.match(text))), None)
    marks = _DIGITS if first and first[1].isdigit() else ROMAN if first and first[1] in ROMAN[:2] else _LETTERS
    if first is None or first[1] not in marks:
        return False
    start = marks.index(first[1]) - printed.index(first.string)
    if not 0 <= start <= 1 or start + len(printed) > len(marks):
        return False
    wanted = marks[start : start + len(printed)]
    whole = sum(
        match is not None and match[1] == mark for match, mark in zip(map(_NUMBER.match, printed), wanted, strict=True)
    )
    ends = all(
        text.rstrip(")].").endswith(mark) or text.startswith((mark, f"({mark}"))
        for text, mark in zip(printed, wanted, strict=True)
    )
    return ends and whole >= 3 and whole * 3 >= 2 * len(printed)


def _misread(printed: Sequence[str]) -> bool:
    """Do most cells print the number of their column, and all others a sign or two in its place? Numbers without
    brackets may be those of a row (`1`, `2`, `3`, `5`): there every one must be in its place."""
    matches = [_NUMBER.match(text) for text in printed]
    values = [match[1] if match else "" for match in matches]
    for marks in (_DIGITS, _DIGITS[1:], _LETTERS):
        right = [value == mark for value, mark in zip(values, marks[: len(values)], strict=False)]
        bracketed = sum(ok and text[0] in "([" for ok, text in zip(right, printed, strict=False))
        rest = [text for text, ok in zip_longest(printed, right) if not ok]
        if sum(right) * 5 >= 3 * len(printed) and (bracketed >= _FEWEST or sum(right) > _FEWEST):
            if any(_overlooks(value, at, marks) for at, value in enumerate(values)):
                return False
            if any(len(text) > 1 and f"({mark}".startswith(text) for text, mark in zip(printed, marks, strict=False)):
                # `(1` above `0)`: the row goes on below
                return False
            alone = _NO_FIGURE if marks[0].isdigit() else _SIGN
            return all(map((_IN_BRACKETS if bracketed >= _FEWEST else alone).fullmatch, rest))
    return False


def _overlooks(value: str, at: int, marks: Sequence[str]) -> bool:
    """Is a cell's number that of a column further right: was one between them overlooked?"""
    return value in marks[at + 1 : at + 1 + _OVERLOOKED]
