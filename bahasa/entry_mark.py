"""The signs that an entry of a list begins with: its number (`1.`, `a)`, `(iv)`), or a bullet.

>>> own_mark("b. menyusun laporan"), own_mark("menyusun laporan")
(('b', 'menyusun laporan'), (None, 'menyusun laporan'))
"""

from __future__ import annotations

import re

from bahasa.number import ROMAN

#: A number with the sign behind it: groups `mark` (all of it) and `no`.
NUMBER = re.compile(r"(?P<mark>\(?(?P<no>\d{1,3}[A-Za-z]?|[A-Za-z]|[ivxIVX]{2,5})\s?[.)]+)(?=\s|\D|$)\s*")

#: A bullet with the blank behind it: group `mark`; and the bullets themselves.
#: (`➢`, `❖`: as Word draws those of its sign fonts).
BULLETS = "-–—•▪●*➢➤►▸▶❖◆◇○◦■□▫✓✔☑»›·→⮚"
BULLET = re.compile(rf"(?P<mark>[{BULLETS}])\s+(?=\S)")


def number_behind(no: str) -> str:
    """The number that counts on from one, in its way; a lone letter as a letter (`i` before `j`). Empty where nobody
    can say, and behind no number.

    >>> [number_behind(no) for no in ("9", "a", "A", "iii", "IV", "4a", "z", "xvv")]
    ['10', 'b', 'B', 'iv', 'V', '4b', '', '']
    """
    if not no:
        return ""
    if no.isdecimal():
        return str(int(no) + 1)
    if len(no) > 1 and no.casefold() in ROMAN[:-1]:
        behind = ROMAN[ROMAN.index(no.casefold()) + 1]
        return behind.upper() if no.isupper() else behind
    head, letter = no[:-1], no[-1]
    return "" if letter in "zZ" or (head and not head.isdecimal()) else head + chr(ord(letter) + 1)


def own_mark(text: str) -> tuple[str | None, str]:
    """The number of an entry without its sign (None where it has none), and its text. A number without any text behind
    it is text."""
    match = NUMBER.match(text)
    if match is None or not text[match.end() :]:
        return None, text
    return match.group("no"), text[match.end() :]


def count_alike(no: str, other: str) -> bool:
    """Do two numbers count in one way: in digits, in small or in capital letters?

    >>> count_alike("a", "b"), count_alike("A", "b"), count_alike("1", "a")
    (True, False, False)
    """
    return _way(no) == _way(other)


def _way(no: str) -> str:
    return "1" if no[:1].isdigit() else "a" if no.islower() else "A"
