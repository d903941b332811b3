"""Lines placed in columns -> are the cells of a text set in the middle of their rows, or at the foot of these?

Input: the lines of all pages in their columns, and what the rows cost that are made either way. Output: whether cells
are set in the middle, asked once for the whole text. Beside a cell of three lines one of two stands half a line lower:
an extractor prints a line of its neighbours between its own (`7.900` / `2   Data yang akurat` / `kapal`). Where cells
hang from the top, hardly a text has such a hole. Of 144 texts, 32 of them set in the middle, the share of texts with a
hole was .41 or more in these and .16 or less in the others; what rows cost told nine of them wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extract.table.inked.cuts import Body

#: A text that goes on begins with a small letter (`Body.begins`); shorter ones are marks (`b` of column numbers).
_GOES_ON, _SHORT = 1.5, 2
#: Set in the middle where so many of the texts that go on do so behind a hole; fewer texts tell nothing.
_SHARE, _FEWEST = 0.3, 2
#: Where no text tells, or so many do so: set in the middle where that makes the rows of each page cost so much less.
_CHEAPER, _SOME = 8.0, 0.18


class CellsSet(NamedTuple):
    """How cells are set in their rows: in the middle, at the foot, or else hung from the top."""

    middle: bool
    foot: bool


HUNG, CENTRED, STANDING = CellsSet(False, False), CellsSet(True, False), CellsSet(False, True)


def cells_set(bodies: Sequence[Body], hung: float, centred: float, standing: float) -> CellsSet:
    """How the cells of a text are set, by what all its rows cost each way. At their foot a spreadsheet sets them: all
    columns have text on the last line of each row, so that few texts tell, and the cost does where it is much less."""
    room = _CHEAPER * len(bodies)
    if standing + room < hung and standing + room / 2 < centred:
        return STANDING
    return CENTRED if cells_centred(bodies, hung, centred) else HUNG


def cells_centred(bodies: Sequence[Body], hung: float, centred: float) -> bool:
    """Are cells set in the middle of their rows? `hung` and `centred`: what all rows cost if they hang from the top,
    and if they are."""
    holes, whole = _texts_going_on(bodies)
    count = len(holes) + len(whole)
    cheaper = centred + _CHEAPER * len(bodies) < hung
    if count < _FEWEST:
        return cheaper
    return len(holes) >= (_SOME if cheaper else _SHARE) * count


def _texts_going_on(bodies: Sequence[Body]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The texts that go on behind a line of their neighbours, and those that do right below (each once: heads are
    printed again)."""
    holes: set[tuple[str, str]] = set()
    whole: set[tuple[str, str]] = set()
    for body in bodies:
        for i, begins in enumerate(body.begins):
            for k, cost in begins.items():
                text = body.lines[i].text(k)
                if not i or cost < _GOES_ON or len(text) < _SHORT:
                    continue
                if body.lines[i - 1].cells[k]:
                    whole.add((body.lines[i - 1].text(k), text))
                elif i > 1 and body.lines[i - 2].cells[k] and _is_near(body, i):
                    holes.add((body.lines[i - 2].text(k), text))
    return holes, whole


def _is_near(body: Body, i: int) -> bool:
    """Does a line stand as near to the last but one above it as lines of a cell do?"""
    return body.lines[i].at - body.lines[i - 2].at <= 2 * body.pitch
