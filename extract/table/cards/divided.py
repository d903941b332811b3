"""A label of a card over values of its own, each below or beside what it is called -> one entry for each.

`Target Periodik | TW I | TW II | TW III | TW IV` over `- | - | 72 | 72` is four targets, and so is `Target | TW I | -`
over `| TW II | -`: the label goes over all of these bands.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.pdf.grid import text_in
from extract.read.row_numbers import ROW_NUMBER_ALONE
from extract.table.cards.entry import COLONS, CardEntry, EntryPart
from schemas.layout import DrawnCell, Grid

#: So many values a label has at least, and what each is called has so many words at most.
_FEWEST, _WORDS = 2, 4


def divided_values(at: int, grid: Grid, band: int) -> tuple[list[CardEntry], int]:
    """The entries of such a label that begins in a band of the grid (item `at` of the flow), and the band behind them;
    none, and the band itself, where it has one value."""
    begun = [cell for cell in dict.fromkeys(grid.owner[band]) if cell.r0 == band and cell.words]
    count = 1 + bool(begun and ROW_NUMBER_ALONE.match(text_in(begun[0])))
    label, rest = begun[:count], [cell for cell in begun[count:] if text_in(cell).strip(COLONS)]
    stop = label[-1].r1 + 1 if len(label) == count else band
    if stop - band < _FEWEST or not rest or any(cell.r1 > band for cell in rest):
        return [], band
    entries = _beside(at, grid, label, rest, stop) or _below(at, grid, label, rest, stop)
    return (entries, stop) if entries else ([], band)


def _below(at: int, grid: Grid, label: Sequence[DrawnCell], names: Sequence[DrawnCell], stop: int) -> list[CardEntry]:
    """Names side by side, each over its value."""
    band = names[0].r0
    values = [grid.owner[band + 1][name.c0] for name in names]
    alike = all((a.c0, a.c1, band + 1) == (b.c0, b.c1, b.r0) for a, b in zip(names, values, strict=True))
    if stop != band + 2 or len(names) < _FEWEST or not alike or not all(map(_is_name, names)):
        return []
    return [_entry(at, grid.page, [*label, name], value) for name, value in zip(names, values, strict=True)]


def _beside(at: int, grid: Grid, label: Sequence[DrawnCell], first: Sequence[DrawnCell], stop: int) -> list[CardEntry]:
    """Names below each other, each beside its value."""
    if len(first) > 2 or first[0].c1 + 1 >= len(grid.owner[0]):
        return []
    bands = range(first[0].r0, stop)
    pairs = [(grid.owner[band][first[0].c0], grid.owner[band][first[0].c1 + 1]) for band in bands]
    alone = all(cell.r0 == cell.r1 for pair in pairs for cell in pair) and len({*pairs}) == len(bands)
    wide = all(value.c1 + 1 == len(grid.owner[0]) for _, value in pairs)
    if not alone or not wide or not all(_is_name(name) for name, _ in pairs):
        return []
    return [_entry(at, grid.page, [*label, name], value) for name, value in pairs]


def _is_name(cell: DrawnCell) -> bool:
    return 0 < len(cell.words) <= _WORDS and text_in(cell)[:1].isupper()


def _entry(at: int, page: int, label: Sequence[DrawnCell], value: DrawnCell) -> CardEntry:
    parts = [EntryPart(at, label[-1].r0, page, tuple(label), ())]
    return CardEntry([*parts, EntryPart(at, value.r0, page, (), (value,) if value.words else ())])
