"""Is a row of cells that of the numbers of columns, below a heading?"""

from __future__ import annotations

import re
from collections.abc import Sequence

# `(1)`, `2.`, `(7)=(6)/(5)`
_NUMBER = re.compile(r"[(\[]?(\d{1,2}|[a-z])[)\].]?(?:=.*)?$")
_DIGITS = tuple(map(str, range(1, 60)))
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")


def numbered(texts: Sequence[str]) -> bool:
    """Is this the row of column numbers (`1 2 3 ...`, `(1) (2) (3)`)? Rising by one, and nothing else printed but in
    few of them the end of a heading that its cell was too small for (`PENGHITUNGAN (7)`, `(IKI)c`).

    >>> numbered(["(1 )", "(2)", "(3)"]), numbered(["1", "Meningkatnya mutu", "3 dokumen"])
    (True, False)
    """
    printed = ["".join(text.split()).lower() for text in texts if text.strip()]
    first = next((match for text in printed if (match := _NUMBER.match(text))), None)
    marks = _DIGITS if first and first[1].isdigit() else _LETTERS
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
