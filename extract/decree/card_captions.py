"""What the cards of a list are called: the line right above each, by its number or by the card's indikator.

`IKU-2`, `Kartu 3`, `2. Prevalensi balita stunting`: no item of the list of fungsi above the first card, and no text
that nobody understood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bahasa.entry_mark import own_mark
from bahasa.fold import fold_words
from bahasa.roles import INDIKATOR
from extract.decree.title import numbers_table
from extract.read.furniture import page_furniture
from extract.table.flow import areas_of
from extract.table.sheet import DrawnTable, FlowItem
from schemas.layout import Line

#: Why such a line is none of a field.
CARD_CAPTION = "judul kartu indikator"
_DIGITS = re.compile(r"\d+")


def lines_aside(flow: Sequence[FlowItem]) -> dict[int, str]:
    """The lines of no part of a decree by their numbers, each with why: heads and feet of pages, captions of cards."""
    return page_furniture([item for item in flow if isinstance(item, Line)], areas_of(flow)) | card_captions(flow)


def card_captions(flow: Sequence[FlowItem]) -> dict[int, str]:
    """The captions of cards by their line numbers, each with why it is none of a field."""
    above = [pair for item in flow if isinstance(item, DrawnTable) and item.upright for pair in _above(item, flow)]
    forms = Counter(_form(line) for line, _ in above)
    return {line.number: CARD_CAPTION for line, name in above if _calls(line, name, forms)}


def _above(table: DrawnTable, flow: Sequence[FlowItem]) -> Iterator[tuple[Line, str]]:
    """The line right above each card of a table, also at the foot of the page before, and what its indikator is
    called."""
    lines = [item for item in flow if isinstance(item, Line) and item.text.strip() and item.words]
    cards = [part for part in table.parts if not part.grid.rest]
    names = [row.cells[INDIKATOR].text.as_printed if INDIKATOR in row.cells else "" for row in table.rows]
    if len(names) != len(cards):
        names = [""] * len(cards)
    end = 0, 0.0
    for card, name in zip(cards, names, strict=True):
        near = [line for line in lines if end <= (line.page or 0, line.base) <= (card.page, card.top)]
        if near:
            yield max(near, key=lambda line: (line.page or 0, line.base)), name
        end = card.page, card.top


def _form(line: Line) -> str:
    return _DIGITS.sub("#", fold_words(line.text))


def _calls(line: Line, name: str, forms: Counter[str]) -> bool:
    """Does a line number its card as others are, or name its indikator?"""
    text = line.text.strip(" .:")
    counted = "#" in _form(line)[1:] and forms[_form(line)] > 1
    return counted or numbers_table(text) or (bool(name) and fold_words(own_mark(text)[1]) == fold_words(name))
