"""The cells of a row by their column, whatever the row keeps them under.

A column is the end of a cell's path: `rumus`, `targets/2`, `others/Program`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bahasa.fold import fold, path_segment
from bahasa.roles import OTHERS
from schemas.base import ROLES, Role
from schemas.decree import Cell, PrintedTarget, Row, Text

_TARGETS = "targets"
#: Between texts of several cells or entries, where they are said in one line.
BETWEEN = " | "


def row_cells_of(row: Row) -> dict[str, Cell]:
    """The cells of the row by column: those of roles, of several targets, of columns without a role."""
    found: dict[str, Cell] = dict(row.cells)  # type: ignore[arg-type]
    found |= {f"{_TARGETS}/{at}": one.cell for at, one in enumerate(row.targets, 1)}
    return found | {f"{OTHERS}/{path_segment(heading)}": cell for heading, cell in row.others.items()}


def with_cells(row: Row, cells: Mapping[str, Cell]) -> Row:
    """The row with these cells in place of its own. KeyError for a column that no row has, or that is one of several
    targets or without a role and not in this row."""
    roles, targets, others = dict(row.cells), list(row.targets), dict(row.others)
    headings = {path_segment(heading): heading for heading in row.others}
    for column, cell in cells.items():
        kept, _, name = column.partition("/")
        if kept == OTHERS:
            others[headings[name]] = cell
        elif kept == _TARGETS:
            if not (name.isdigit() and 1 <= int(name) <= len(targets)):
                raise KeyError(column)
            targets[int(name) - 1] = PrintedTarget(cell=cell)
        else:
            roles[_role(column)] = cell
    return row.model_copy(update={"cells": roles, "targets": tuple(targets), "others": others})


def _role(column: str) -> Role:
    for role in ROLES:
        if role == column:
            return role
    raise KeyError(column)


def word_set(texts: Iterable[str]) -> frozenset[str]:
    """Texts folded, blank ones left out: how the words of a row are compared."""
    return frozenset(text for one in texts if (text := fold(one)))


def row_words(row: Row) -> frozenset[str]:
    """The texts of the row's cells as a `word_set`."""
    return word_set(cell.text.as_printed for cell in row.all_cells)


def tokens_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of several texts, however they are spread."""
    return frozenset(word for text in texts for word in fold(text).split())


def seen_text(printed: str, *read: Text) -> Text:
    """A text as a person saw it, in the places of what was read: nothing about it is in doubt."""
    places = tuple(dict.fromkeys(place for text in read for place in text.places))
    return Text(as_printed=printed, places=places)


def seen_cell(printed: str, *read: Cell) -> Cell:
    """A cell as a person saw it."""
    text = seen_text(printed, *(cell.text for cell in read))
    return Cell(text=text, span="own" if printed else "empty", formula=any(cell.formula for cell in read))


def joined(*texts: str) -> str:
    """Texts one behind the other, with a blank between them."""
    return " ".join(text for text in texts if text)


def blank_cell(spanned: bool = False) -> Cell:
    """A cell in which nothing is printed; `spanned` where the cell above reaches into it."""
    return Cell(text=Text(as_printed=""), span="covered" if spanned else "empty")
