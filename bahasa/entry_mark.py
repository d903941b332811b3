"""The signs that an entry of a list begins with: its number (`1.`, `a)`, `(iv)`), or a bullet.

>>> own_mark("b. menyusun laporan"), own_mark("menyusun laporan")
(('b', 'menyusun laporan'), (None, 'menyusun laporan'))
"""

from __future__ import annotations

import re

#: A number with the sign behind it: groups `mark` (all of it) and `no`.
NUMBER = re.compile(r"(?P<mark>\(?(?P<no>\d{1,3}[A-Za-z]?|[A-Za-z]|[ivxIVX]{2,5})\s?[.)]+)(?=\s|\D|$)\s*")

#: A bullet with the blank behind it: group `mark`; and the bullets themselves.
#: (`➢`, `❖`: as Word draws those of its sign fonts).
BULLETS = "-–—•▪●*➢➤►▸▶❖◆◇○◦■□▫✓✔☑»›·→⮚"
BULLET = re.compile(rf"(?P<mark>[{BULLETS}])\s+(?=\S)")


def number_behind(no: str) -> str:
    """The number that counts on from one, in its way.

    >>> number_behind("9"), number_behind("a"), number_behind("A")
    ('10', 'b', 'B')
    """
    return str(int(no) + 1) if no.isdecimal() else chr(ord(no) + 1)


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
