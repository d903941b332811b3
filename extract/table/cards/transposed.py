"""A table whose headings stand down its left side, one column for each indicator -> the same with a row for each.

`SASARAN | Meningkatnya produksi | Meningkatnya mutu benih` over `INDIKATOR | Persentase kelompok | Jumlah unit` over
`TARGET | 80 % | 6 unit`: what a first column says is the heading, and the first band is none. A card has one value
beside each label; here each column has an indikator and a target that read as such. Where one has not (`Ukuran
keberhasilan`, `Angka yang dicapai`: remarks on each label), the table stays as it is.
"""

from __future__ import annotations

from dataclasses import replace

from bahasa.headings import is_known_heading, role_of_heading
from bahasa.roles import INDIKATOR, OTHERS, TARGET, about_role
from bahasa.signs import shows
from bahasa.target import parse_target
from extract.read.pdf.grid import text_in
from extract.table.cards.entry import COLONS
from extract.table.meaning.evidence import SeenColumn
from extract.table.meaning.roles import decide
from schemas.layout import DrawnCell, Grid

#: So many headings such a table has at least and at most, and so many columns beside them at least.
_FEWEST, _MOST, _COLUMNS = 3, 12, 2
#: So sure must the indikator be, and so many columns with a role beside it.
_SURE, _ROLES = 0.8, 2


def turned_table(grid: Grid) -> Grid | None:
    """The grid set upright, a band for each of its columns; None of any other grid."""
    names = _names(grid)
    if not names or not _is_told(names, grid):
        return None
    x0, top, x1, bottom = grid.box
    xs, ys = _shared(x0, x1, len(names)), _shared(top, bottom, len(grid.owner[0]))
    made = {cell: replace(cell, c0=cell.r0, c1=cell.r1, r0=cell.c0, r1=cell.c1) for cell in grid.cells}
    owner: list[list[DrawnCell]] = [
        [made[cell] for cell in column] for column in map(list, zip(*grid.owner, strict=True))
    ]
    return Grid(grid.page, xs, ys, owner, list(made.values()), upright=names)


def _names(grid: Grid) -> tuple[str, ...]:
    """What stands in the first column, one text for each band; none where it can't be the headings of a table."""
    firsts = [band[0] for band in grid.owner]
    if grid.upright or not _FEWEST <= len(firsts) <= _MOST or len(grid.owner[0]) <= _COLUMNS:
        return ()
    if any(cell.r0 != cell.r1 for cell in grid.cells) or any(cell.c1 > 0 for cell in firsts):
        return ()
    names = tuple(text_in(cell).strip(f" {COLONS}") for cell in firsts)
    known = sum(map(is_known_heading, names))
    return names if all(names) and len({*names}) == len(names) and 2 * known > len(names) else ()


def _is_told(names: tuple[str, ...], grid: Grid) -> bool:
    """Are these the headings of indicators, one in each column beside them, and is the first band none?"""
    if any(is_known_heading(text_in(cell)) for cell in grid.owner[0][1:] if cell.words):
        return False
    at = next((k for k, name in enumerate(names) if role_of_heading(name) == INDIKATOR), None)
    if at is None or any(cell.c0 < cell.c1 for cell in grid.owner[at]):
        return False
    rows = [tuple(text_in(cell) for cell in band[1:]) for band in grid.owner]
    if not all(map(_is_indikator, rows[at])):
        return False  # `Indikator | : | Angka Kematian Ibu`: a card, its colons in a column
    decided = decide([SeenColumn((name,), cells) for name, cells in zip(names, rows, strict=True)])
    own, sure = decided[at]
    named = [one.role for one in decided if one.role != own and one.role != OTHERS and one.sure >= _SURE]
    if own != INDIKATOR or sure < _SURE or len(named) < _ROLES or not any(about_role(role).telling for role in named):
        return False
    targets = [k for k, name in enumerate(names) if TARGET in (role_of_heading(name), decided[k].role)]
    return bool(targets) and all(decided[k].role == TARGET and all(map(_is_target, rows[k])) for k in targets)


def _is_indikator(text: str) -> bool:
    """Does it begin as indikator do (`Persentase`, `Terlaksananya`), and go on?"""
    return len(text.split()) > 1 and (shows("ukuran", text) or shows("hasil", text))


def _is_target(text: str) -> bool:
    return parse_target(text).kind not in ("text", "missing")


def _shared(start: float, end: float, count: int) -> tuple[float, ...]:
    """The edges of so many columns or bands that share a width alike."""
    return tuple(start + (end - start) * k / count for k in range(count + 1))
