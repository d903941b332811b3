"""An item of a list of fungsi that looks like a label and its value.

`Fungsi :` / `1. Tugas manajerial: 1. merencanakan program; 2. mengelola standar` / `2. Pengembangan kewirausahaan`: the
first item stands right below the label of the list, the next ones count on from the item above. What counts on from
another label (`3. Fungsi : a. menyusun rencana` / `4. Catatan : ...`) is a label itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.entry_mark import NUMBER
from extract.decree.article import is_label_alone
from extract.decree.items import COLONS
from extract.decree.list_numbers import follows, ordinal, signs_of, styles_of
from extract.read.piece import Piece
from extract.table.flow import FlowRow
from extract.table.meaning.fields import FORM

#: The item above stands at most so many lines up.
_REACH = 12


def in_list(rows: Sequence[FlowRow], at: int) -> bool:
    """Is the line, in fungsi, an item of their list by its number?

    >>> from schemas.layout import Line
    >>> texts = ["Fungsi :", "1. Tugas manajerial: memimpin;", "2. Tugas lain: membina", "4. Catatan : tidak ada"]
    >>> rows = [Piece(text, Line(text, n), n) for n, text in enumerate(texts, 1)]
    >>> [in_list(rows, at) for at in range(4)]
    [False, True, True, False]
    """
    own = NUMBER.match(rows[at].text)
    if own is None:
        return False
    above = next((row for row in range(at - 1, max(-1, at - _REACH), -1) if rows[row].text.strip()), None)
    if above is not None and _counts(own, 1) and _heads_list(rows[above].text):
        return True
    for row in range(at - 1, max(-1, at - _REACH), -1):
        if not isinstance(rows[row], Piece):
            return False
        if (number := NUMBER.match(rows[row].text)) is not None:
            # the numbers first: they end the way up, however many lines there are
            counted = signs_of(number) == signs_of(own) and follows(own, number)
            return counted and (FORM.match(rows[row].text) is None or in_list(rows, row))
    return False


def _heads_list(text: str) -> bool:
    """Is a line a label with nothing behind it: a known one, or any with a colon?"""
    return is_label_alone(text, "fungsi") or (text.rstrip().endswith(COLONS) and FORM.match(text) is not None)


def _counts(number: re.Match[str], count: int) -> bool:
    return any(ordinal(number.group("no"), style) == count for style in styles_of(number.group("no")))
