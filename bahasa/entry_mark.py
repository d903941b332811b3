"""The signs that an entry of a list begins with: its number (`1.`, `a)`, `(iv)`), or a bullet.

>>> own_mark("b. menyusun laporan"), own_mark("menyusun laporan")
(('b', 'menyusun laporan'), (None, 'menyusun laporan'))
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.number import ROMAN

#: A number with the sign behind it: groups `mark` (all of it) and `no`.
NUMBER = re.compile(r"(?P<mark>\(?(?P<no>\d{1,3}[A-Za-z]?|[A-Za-z]|[ivxIVX]{2,5})\s?[.)]+)(?=\s|\D|$)\s*")

#: A bullet with the blank behind it: group `mark`; and the bullets themselves.
#: (`➢`, `❖`: as Word draws those of its sign fonts).
BULLETS = "-–—•▪●*➢➤►▸▶❖◆◇○◦■□▫✓✔☑»›·→⮚"
BULLET = re.compile(rf"(?P<mark>[{BULLETS}])\s+(?=\S)")

#: A name in capitals that counts (`SASARAN STRATEGIS 1 : Mewujudkan ...`, `MISI KE-2 Meningkatkan ...`).
CAPITAL_NAME = re.compile(
    r"\s*[A-Z]{3,}(?:(?:\s+|\s?/\s?)[A-Z]{3,}){0,3}\s+(?:KE\s?-\s?)?(?:\d{1,2}|[IVX]{1,4})\b\s*[.:]?\s+\S"
)
#: What begins a caption that counts its table (`Tabel 2.1 Indikator dan Target`).
TABLE_NUMBER = re.compile(r"\s*(?i:tabel)\s+\d{1,3}\b")
_COUNTED = re.compile(
    # `SEKSI/BIDANG A. ...`, `AGENDA PEMB. I : ...`
    r"\s*(?P<nama>[A-Z][^\W\d_]+\.?(?:(?:\s+|\s?/\s?)[^\W\d_]{2,}\.?){0,3})\s+(?:[Kk][Ee]\s?-\s?)?"
    r"(?P<urut>\d{1,2}|[IVX]{1,4}|[A-H])"
    # `Perspektif 1 (Mewujudkan aparatur yang baik)`: so many words as no heading of a column has
    r"(?:(?:[.)]\s*:?|\s*:)\s+(?=[A-Z])|\s+(?:[-–—]\s+|\()(?=[A-Z]\S*(?:\s+\S+){3}))"
)


def counted_name(text: str, ordinals: Sequence[str] = ()) -> str:
    """The name that counts at the beginning of a line, with one of these ordinals where they are given; empty if none.

    >>> counted_name("Tujuan 1. Mewujudkan aparatur"), counted_name("Tujuan : Mewujudkan aparatur")
    ('Tujuan', '')
    """
    match = _COUNTED.match(text)
    return match["nama"] if match and (not ordinals or match["urut"] in ordinals) else ""


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
