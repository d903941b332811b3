"""What numbers of lists count, in which style, and which one follows another.

>>> styles_of("i"), ordinal("iv", "ai"), ordinal("2A", "1")
(('a', 'ai'), 4, 2)
"""

from __future__ import annotations

import re
import string

# `2A)`: put between 2 and 3 by a later hand
_INSERTED = re.compile(r"(\d{1,3})([A-Za-z])")
_LETTERS = string.ascii_letters
_ROMAN = {"i": 1, "v": 5, "x": 10}


def is_first(no: str) -> bool:
    """Does a number begin a count in any style?

    >>> is_first("a"), is_first("1"), is_first("I"), is_first("c")
    (True, True, True, False)
    """
    return any(ordinal(no, style) == 1 for style in styles_of(no))


def is_inserted(no: str, before: str = "") -> bool:
    """Is a number one that was put in behind another one (`2A`; behind `before`, if that is given)?"""
    match = _INSERTED.fullmatch(no)
    if match is None or not before:
        return match is not None
    number, letter = match[1], match[2].casefold()
    return before.casefold() == (number if letter == "a" else number + chr(ord(letter) - 1))


def styles_of(no: str) -> tuple[str, ...]:
    """The styles that a number may be of, none for what is no number: `i` is a letter or a roman number."""
    if no.isdecimal() or is_inserted(no):
        return ("1",)
    if not (no.isascii() and no.isalpha()):
        return ()
    case = "A" if no.isupper() else "a"
    roman = set(no.lower()) <= set(_ROMAN)
    if len(no) > 1:
        return (f"{case}i",) if roman else ()
    return (case, f"{case}i") if roman else (case,)


def ordinal(no: str | None, style: str) -> int:
    """The value of a printed number in its style: `c` is 3, `iv` is 4, `2A` is 2; 0 for a number of another style."""
    if not no or style not in styles_of(no):
        return 0
    if style == "1":
        return int(no.rstrip(_LETTERS))
    if not style.endswith("i"):
        return ord(no.lower()) - ord("a") + 1
    values = [_ROMAN[letter] for letter in no.lower()]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def signs_of(number: re.Match[str]) -> list[str]:
    """What stands before and behind a number (a match of NUMBER): `(a)` and `a)` are of two lists."""
    return number["mark"].strip().split(number.group("no"))


def follows(number: re.Match[str], above: re.Match[str]) -> bool:
    """Is a number (a match of NUMBER) the next one behind another, whatever their signs?

    >>> from bahasa.entry_mark import NUMBER
    >>> pairs = (("a. x", "b. y"), ("9. x", "10. y"), ("a. x", "c. y"), ("1. x", "a. y"))
    >>> [follows(NUMBER.match(b), NUMBER.match(a)) for a, b in pairs]
    [True, True, False, False]
    """
    no, before = number.group("no"), above.group("no")
    shared = set(styles_of(no)) & set(styles_of(before))
    return any(ordinal(no, style) == ordinal(before, style) + 1 for style in shared)
