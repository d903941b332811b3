"""The mark of an item is a capital or a small letter by its height: `c.` and `C.` have one shape.

The recogniser sees each line at one height, whatever its type, so that a lone `c.` is as high there as a `C.`. In the
picture of the page they differ. In longer lines the other letters tell it.
"""

from __future__ import annotations

from extract.read.picture.recogniser import Reading

#: Letters whose capitals have the same shape.
_ALIKE = frozenset("cosuvwxz")
#: Height over the base line, in type sizes, from which on a letter is a capital.
_CAPITAL = 0.62


def is_alike(sign: str) -> bool:
    """Does this letter look the same as a capital and as a small one?"""
    return sign.lower() in _ALIKE


def cased(reading: Reading, height: float) -> Reading:
    """The reading of a line of letters that look alike, in the case that their height (in type sizes) tells."""
    high = height >= _CAPITAL
    return tuple(
        [
            letter._replace(sign=letter.sign.upper() if high else letter.sign.lower())
            if is_alike(letter.sign)
            else letter
            for letter in reading
        ]
    )
