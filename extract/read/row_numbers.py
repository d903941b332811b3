"""The number of a row as it is printed: `3`, `3.`, `3)`, `(3)`, and in columns `III.`.

All forms but the last have the number itself as their first group.
"""

from __future__ import annotations

import re

#: A text that is the number of a row and nothing else.
ROW_NUMBER_ALONE = re.compile(r"\(?(\d{1,3})[.)]?$")
#: A line that begins with one.
ROW_NUMBER_FIRST = re.compile(r"\s*\(?(\d{1,3})[.)]?(?:\s|$)")
#: One without brackets, as columns of text hold it.
ROW_NUMBER_BARE = re.compile(r"(\d{1,3})[.)]?$")
#: One that may have a bracket and a point behind it (`3).`), typed so or read so from a picture.
ROW_NUMBER_LOOSE = re.compile(r"\(?(\d{1,3})[.)]{0,2}$")
_ROMAN = re.compile(r"\(?(X{0,3})(IX|IV|V?I{0,3})[.)]{0,2}$")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def row_number(text: str) -> int | None:
    """The number of a row that a cell of the first column is, in digits or as Romans write it (to 39); None for none.

    >>> row_number("3)."), row_number("IV."), row_number("Ibu")
    (3, 4, None)
    """
    if match := ROW_NUMBER_LOOSE.match(text):
        return int(match[1])
    roman = _ROMAN.match(text)
    return (10 * len(roman[1]) + _ONES.index(roman[2])) or None if roman else None
