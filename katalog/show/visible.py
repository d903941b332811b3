"""Text as a terminal may show it: its signs, and nothing that moves the cursor or turns the order of letters."""

from __future__ import annotations

import re

#: Controls but tab and line break, and the signs that set letters from right to left (a number is read backwards).
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """The text with such signs named. A decree, or the name of a file, may hold them.

    >>> visible("merah\\x1b[31m")
    'merah<U+001B>[31m'
    """
    return _CONTROL.sub(lambda sign: f"<U+{ord(sign[0]):04X}>", text)
