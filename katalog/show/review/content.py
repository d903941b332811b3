"""A catalogue as data for the page: its blocks with their columns, rows and cells, each text with where it stands.

Paths are those of findings, edits and decisions (`IKI/3/rows/1/rumus`). To keep the file of a long decree small, a cell
is a list: what is printed, the value (0 where it is the same), its places, its span (1 its own, 2 covered by a merged
cell above, 0 empty); where nothing is printed and nothing is filled down it is 0. A place is `[page, x0, top, x1,
bottom]` in points, rounded, or `[page, first line, last line]`; page 0 where there are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bahasa.block_kinds import block_named
from bahasa.fold import path_segment
from bahasa.roles import OTHERS, TARGET
from katalog.compare.match.names import role_in
from katalog.labelled.fields import LabelledPart, parts_of_catalogue
from katalog.text import value_of
from schemas.base import Place
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow
from schemas.decree import Cell, Heading, Text

#: What a cell's span is called in the data.
_SPANS = {"own": 1, "covered": 2, "empty": 0}


def review_content(catalogue: Catalogue) -> dict[str, Any]:
    """The decree's own texts and its blocks, ready for JSON."""
    own, *parts = parts_of_catalogue(catalogue)
    blocks = [_block(block, part) for block, part in zip(catalogue.blocks, parts, strict=True)]
    return {"texts": _texts(own), "blocks": blocks}


def place_data(place: Place) -> list[int]:
    """A place as the page has it."""
    where = place.bbox or place.lines or ()
    return [place.page or 0, *(round(number) for number in where)]


def _block(block: IndicatorBlock, part: LabelledPart) -> dict[str, Any]:
    keys = list(_columns(block))
    numbers = {id(head): at for at, head in enumerate(block.headings, 1)}
    return {
        "path": part.path,
        "id": block.id,
        "name": value_of(block.jabatan),
        "read": block.jabatan.as_printed,
        "unit": block.unit.nama,
        "kind": block_named(block.kind, block.order, " "),
        "texts": _texts(part),
        "columns": [_column(key, head) | {"at": numbers.get(id(head), 0)} for key, head in keys],
        "rows": [_row(row, [key for key, _ in keys]) for row in block.rows],
    }


def _texts(part: LabelledPart) -> list[list[Any]]:
    """The texts outside the rows of indicators: path, role and cell."""
    inside = f"{part.path}/rows/"
    return [[one.path, one.role, _cell(one.text)] for one in part.texts if not one.path.startswith(inside)]


def _role(key: str) -> str:
    """The role of a column by its key: several targets are `targets/1`, `targets/2`."""
    return TARGET if key.startswith("targets/") else role_in(key)


def _column(key: str, head: Heading | None) -> dict[str, Any]:
    printed, places = (head.text.as_printed, _places(head.text)) if head else ("", [])
    return {"key": key, "role": _role(key), "head": printed, "places": places}


def _columns(block: IndicatorBlock) -> Iterator[tuple[str, Heading | None]]:
    """The columns in printed order as steps of a path (`rumus`, `targets/2`, `others/BUKTI DUKUNG`), each with its
    heading; behind them what rows hold without a heading."""
    several = sum(head.role == TARGET for head in block.headings) > 1
    found: dict[str, Heading | None] = {}
    targets = 0
    for head in block.headings:
        targets += head.role == TARGET
        step = f"targets/{targets}" if head.role == TARGET and several else head.role
        found[f"{OTHERS}/{path_segment(head.text.as_printed)}" if head.role == OTHERS else step] = head
    for row in block.rows:
        for key in _cells(row):
            found.setdefault(key, None)
    yield from found.items()


def _cells(row: IndicatorRow) -> dict[str, Cell]:
    """The cells of a row by the steps of their paths."""
    several = len(row.targets) > 1
    kept: dict[str, Cell] = {role: cell for role, cell in row.cells.items() if role != TARGET or not several}
    targets = {f"targets/{one.position}": one.cell for one in row.targets} if several else {}
    others = {f"{OTHERS}/{path_segment(heading)}": cell for heading, cell in row.others.items()}
    return {**kept, **targets, **others}


def _row(row: IndicatorRow, keys: list[str]) -> dict[str, Any]:
    cells = _cells(row)
    made: dict[str, Any] = {"row": row.row, "id": row.id}
    made["cells"] = [_cell(cells[key].text, cells[key].span) if key in cells else 0 for key in keys]
    return made | ({"group": row.group} if row.group else {})


def _cell(text: Text, span: str = "own") -> list[Any] | int:
    value = value_of(text)
    if span == "empty" and not value:
        return 0
    return [text.as_printed, 0 if value == text.as_printed else value, _places(text), _SPANS[span]]


def _places(text: Text) -> list[list[int]]:
    return [place_data(place) for place in text.places]
