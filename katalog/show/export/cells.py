"""What a row of the tidy table of indicators has for a role: normalized, and as printed."""

from __future__ import annotations

from bahasa.roles import TARGET
from katalog.text import value_of
from schemas.catalogue import IndicatorBlock, IndicatorRow


def normalized_in(row: IndicatorRow, role: str) -> str:
    """The normalized text of a row's cell, empty where it has none."""
    return next((value_of(cell.text) for name, cell in row.cells.items() if name == role), "")


def printed_in(block: IndicatorBlock, row: IndicatorRow, role: str) -> str:
    """The text of a row's cell as printed; of several targets of which none can be named all of them, where they stand
    side by side."""
    if role == TARGET and row.target and row.target.kind == "several" and _side_by_side(block):
        # what is printed is printed, also where none of them is the document's
        return " ".join(one.cell.text.as_printed for one in row.targets if one.cell.text.as_printed)
    return next((cell.text.as_printed for name, cell in row.cells.items() if name == role), "")


def _side_by_side(block: IndicatorBlock) -> bool:
    """Are the columns of targets one part of the table, read across (`TARGET` over its years), with none in between
    (`2014 TARGET`, `2014 REALISASI`, `2015 TARGET`)?"""
    places = [at for at, heading in enumerate(block.headings) if heading.role == TARGET]
    return places == list(range(places[0], places[-1] + 1)) if places else False
