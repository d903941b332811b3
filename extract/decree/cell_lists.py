"""The list that a cell prints -> its items.

`1. Perumusan rencana pelayanan 2. Pengoordinasian pelayanan medik`, one text with its lines joined: a number that
counts on from the first, with the same signs, begins the next item; so does the bullet that the first one begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bahasa.entry_mark import BULLET, NUMBER, number_behind
from schemas.decree import Item, Text


def items_in(text: Text, above: str | None = None) -> tuple[Item, ...]:
    """The items of a cell's list; the whole as one where it is none. `above` is the last number of the cell above, from
    which it may count on.

    >>> [(item.no, item.text.as_printed) for item in items_in(Text(as_printed="a. pembinaan b. pelaporan"))]
    [('a', 'pembinaan'), ('b', 'pelaporan')]
    """
    return tuple(
        Item(no=no, text=text.model_copy(update={"as_printed": printed}))
        for no, printed in _parted(text.as_printed, above)
        if printed
    )


def _parted(printed: str, above: str | None) -> Iterator[tuple[str | None, str]]:
    number, bullet = NUMBER.match(printed), BULLET.match(printed)
    if bullet:
        mark = re.escape(bullet["mark"])
        # `2020 - 2025` is no item
        for part in re.split(rf"(?:^|(?<!\b\d{{4}})\s){mark}\s+|\s{mark}\s+(?!\d{{4}}\b)", printed):
            yield None, part.strip()
        return
    if number is None or number.group("no") not in ("1", "a", "A", above and number_behind(above)):
        yield None, printed
        return
    before, _, behind = number["mark"].strip().partition(number.group("no"))
    no, begin = number.group("no"), number.end()
    while (wanted := number_behind(no)) and (
        found := re.compile(rf"\s{re.escape(before + wanted)}\s?{re.escape(behind)}\s+").search(printed, begin)
    ):
        yield no, printed[begin : found.start()].strip()
        no, begin = wanted, found.end()
    yield no, printed[begin:].strip()
