"""Where a grid's heading stands, and which columns it gives.

A heading is a band of cells that names what stands below it (extract/table/meaning/head.py); it may have two levels or
three (`TARGET` over the years) and a row of column numbers below it. What stands above it in the grid (a holder drawn
as a table, a caption) is no table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from bahasa.money import is_money
from bahasa.roles import OTHERS, SATUAN, TARGET
from bahasa.target_scope import borne_out, called_otherwise, run_together, scopes_of
from extract.read.column_numbers import numbered, without_column_numbers
from extract.read.pdf.grid import SLIVER, text_in
from extract.read.row_numbers import ROW_NUMBER_ALONE
from extract.table.drawn.heading_levels import cells_printed, divided, starting
from extract.table.drawn.heads import tells_head
from extract.table.drawn.labels_across import labels_across, lists_holders
from extract.table.drawn.two_headings import holds_two_headings
from extract.table.meaning.evidence import LOOKED_AT, SeenColumn
from extract.table.meaning.head import heading_odds
from extract.table.meaning.paired import units_beside_numbers, wholes_of_parts
from extract.table.meaning.roles import decide
from schemas.base import Role
from schemas.decree import Period, TargetScope
from schemas.layout import DrawnCell, Grid

MAX_LEVELS = 4
#: The parts of a year by how many there are.
_PERIODS: dict[int, Period] = {2: "semester", 4: "triwulan", 12: "bulan"}
#: A heading has cells of so many words at most, on average, and so many cells at least.
_WORDS = 8
FEWEST = 3
#: So sure is the role of a column whose heading names two of them.
_RUN_TOGETHER = 0.5
#: So sure is the role of a column that is put aside as no target though nothing but its neighbours or the order of its
#: heading's words says so (`SAT.` beside `TARGET`, `REALISASI TARGET`).
_OVERRULED = 0.9
#: So sure is a unit that is told by its form beside the numbers of a target.
_PAIRED = 0.95
#: So sure (a logarithm) is the heading of a list of holders, whom the cells below it name.
_LISTED = 4.0
#: A further level must speak for itself. So sure is a figure that speaks against a heading.
_LEVEL, _FIGURE = -0.5, 0.5


@dataclass(slots=True)
class DrawnColumn:
    """A column of the table: its heading as printed, its role, its extent, the cells that the heading stands in,
    its texts level by level, how sure the role is, and what a column of targets is for."""

    text: str
    role: Role
    x0: float
    x1: float
    cells: tuple[DrawnCell, ...] = ()
    names: tuple[str, ...] = ()
    sure: float = 1.0
    scope: TargetScope | None = None


@dataclass(slots=True)
class HeadingBand:
    """A heading on bands `first`..`last` of its grid; the table's rows start at band `body`. `odds` (a logarithm) tell
    how sure it is one."""

    first: int
    last: int
    body: int
    columns: list[DrawnColumn]
    odds: float = 0.0

    @property
    def key(self) -> tuple[str, ...]:
        """What two prints of one heading share."""
        return tuple("".join(filter(str.isalnum, c.text)).upper() for c in self.columns)


#: The text of a cell; asked for again and again while the heading of a grid is looked for, so that it is remembered.
CellText = Callable[[DrawnCell], str]


def heading_from(grid: Grid, start: int = 0, text: CellText | None = None) -> HeadingBand | None:
    """The first heading of a table at or below band `start`, its columns still without their roles: those are decided
    when all tables are known. `text` remembers the texts of the grid's cells where further headings are looked for."""
    text = text or cache(text_in)
    for band in range(start, len(grid.owner)):
        if lists_holders(grid, band):
            return replace(heading_in(grid, band, band, text), odds=_LISTED)
        may_head = _may_head(starting(grid, band), text) or _heads_groups(grid, band, text)
        if may_head and not _cut_above(grid, band) and not _is_of_head(grid, band):
            heading = _likeliest(grid, band, text)
            if heading is not None:
                return heading
    return None


def card_heading(grid: Grid) -> HeadingBand | None:
    """The labels of a card as a heading, those of its list that it leaves out too; None of any other grid."""
    if not grid.upright:
        return None
    sides = zip(grid.upright, grid.xs[:-1], grid.xs[1:], grid.owner[0], strict=True)
    columns = [
        DrawnColumn(name, OTHERS, x0, x1, (cell,) if cell.words else (), (name,)) for name, x0, x1, cell in sides
    ]
    return HeadingBand(0, 0, 1, columns)


def _is_of_head(grid: Grid, band: int) -> bool:
    """Are these the labels of a head, over their values or beside them?"""
    return labels_across(grid, band) or tells_head(grid, band)


def _cut_above(grid: Grid, band: int) -> bool:
    """Does a cell with text go on from the band above? Then the heading begins there, or this is none."""
    return any(cell.r0 < band and cell.words for cell in grid.owner[band])


def _may_head(cells: Sequence[DrawnCell], text: CellText) -> bool:
    """Most bands are told to be no heading at a glance: few cells, a number first, long texts, a label, an amount."""
    printed = [cell for cell in cells if cell.words]
    if len(printed) < FEWEST or sum(len(cell.words) for cell in printed) > _WORDS * len(printed):
        return False
    texts = list(map(text, printed))
    # a `#` is read as a `1`, hardly sure
    counted = ROW_NUMBER_ALONE.match(texts[0]) is not None and min(word.sure for word in printed[0].words) >= _FIGURE
    # `Jabatan`, `:`, `Kepala Bidang`: a label and its value; `Rp.`, `6.589.645.000,-`: an entry of a list
    return not counted and not any(one.startswith(":") for one in texts[1:]) and not any(map(is_money, texts))


def _heads_groups(grid: Grid, band: int, text: CellText) -> bool:
    """Do cells over all columns, each over several, stand above what may be a heading (`KINERJA ATASAN LANGSUNG |
    KINERJA INDIVIDU`)? Two of them are enough."""
    cells = starting(grid, band)
    if len(cells) < 2 or any(not cell.words or cell.c1 == cell.c0 or cell.r1 > band for cell in cells):
        return False
    if band + 1 == len(grid.owner) or sum(len(cell.words) for cell in cells) > _WORDS * len(cells):
        return False
    over_all = sum(cell.c1 + 1 - cell.c0 for cell in cells) == len(grid.owner[band])
    plain = over_all and not any(":" in text(cell) for cell in cells)
    return plain and _may_head(starting(grid, band + 1), text) and divided(grid, band, band + 1)


def _likeliest(grid: Grid, first: int, text: CellText) -> HeadingBand | None:
    """The heading that begins at a band, of as many levels as speak for themselves best."""
    best: tuple[float, HeadingBand] | None = None
    least = first + (cells_printed(grid, first) < FEWEST)
    for last in range(least, min(first + MAX_LEVELS, len(grid.owner))):
        if any(cell.r1 > last for cell in starting(grid, first) if cell.words):
            continue
        if last > first and not divided(grid, first, last):
            continue
        heading = heading_in(grid, first, last, text)
        odds = heading_odds(seen_columns(grid, heading, text=text)) + _LEVEL * (last - first)
        if best is None or odds > best[0]:
            best = odds, heading
    if best is not None:
        best[1].odds = best[0]
    return best[1] if best is not None and best[0] > 0 else None


def heading_on(grid: Grid, first: int, last: int, text: CellText) -> HeadingBand | None:
    """The heading of these bands, if it may be one by its form: whatever its words say."""
    starts = starting(grid, first)
    if not _may_head(starts, text) or _is_of_head(grid, first) or any(cell.r1 > last for cell in starts if cell.words):
        return None
    return heading_in(grid, first, last, text) if last == first or divided(grid, first, last) else None


def heading_in(grid: Grid, first: int, last: int, text: CellText) -> HeadingBand:
    body = last + 1
    body += bands_numbered(grid, body, text)
    columns = _columns(grid, first, last, text)
    if body == last + 1:
        for column, names in zip(columns, without_column_numbers([c.names for c in columns]), strict=True):
            column.text, column.names = " ".join(names), names
    return HeadingBand(first, last, body, columns)


def is_numbered(grid: Grid, band: int, text: CellText = text_in) -> bool:
    """Is a band that of the numbers of columns (`(1) (2) (3)`)?"""
    return band < len(grid.owner) and numbered(list(map(text, starting(grid, band))))


def bands_numbered(grid: Grid, band: int, text: CellText = text_in) -> int:
    """How many bands the numbers of columns take from this one on: two where a narrow column broke one (`(1` / `)`)."""
    if not is_numbered(grid, band, text):
        return 0
    below = list(map(text, starting(grid, band + 1))) if band + 1 < len(grid.owner) else []
    return 1 + (any(below) and not any(one.strip(" )].") for one in below))


def seen_columns(
    grid: Grid, heading: HeadingBand, stop: int | None = None, start: int | None = None, text: CellText = text_in
) -> list[SeenColumn]:
    """The columns of a heading with the cells below it, as evidence of what they mean: those of the rows (from band
    `start` up to band `stop`), or from right below it on, numbers of columns and all."""
    first = heading.last + 1 if start is None else start
    bands = range(first, min(stop or len(grid.owner), first + LOOKED_AT))
    cells: list[list[str]] = [[] for _ in heading.columns]
    for band in bands:
        begun = starting(grid, band)
        for texts, column in zip(cells, heading.columns, strict=True):
            own = [r for r in begun if r.words and column.x0 - 1 <= grid.xs[r.c0] < column.x1 - 1]
            texts.append(" ".join(map(text, own)))
    return [SeenColumn(c.names, tuple(texts)) for c, texts in zip(heading.columns, cells, strict=True)]


def roles_by_own_rows(grid: Grid, heading: HeadingBand, text: CellText = text_in) -> None:
    """Gives the columns of a heading the roles that the rows below it on its grid speak for."""
    give_roles(heading.columns, seen_columns(grid, heading, start=heading.body, text=text))


def give_roles(columns: Sequence[DrawnColumn], seen: Sequence[SeenColumn]) -> None:
    """Gives each column the role that all evidence speaks for, and those of targets what they are for: of those only
    that their headings bear out (not `Eksisting 2013` beside `Target 2016`)."""
    for column, one in zip(columns, decide(seen), strict=True):
        column.role, column.sure, column.scope = one.role, one.sure, None
    _pair_units(columns, seen)
    wholes = list(_wholes(columns, seen))
    targets = [column for column in columns if column.role == TARGET]
    aside = []
    for column, true in zip(targets, borne_out([column.names for column in targets]), strict=True):
        if not true and not any(column is whole for whole, _ in wholes):
            aside.append(column)
            column.role = OTHERS
            column.sure = column.sure if called_otherwise(column.names) else min(column.sure, _OVERRULED)
    targets = [column for column in targets if column.role == TARGET]
    for column, scope in zip(targets, scopes_of([column.names for column in targets]), strict=True):
        column.scope = scope
    if targets and all(column.scope and column.scope.period in _PERIODS.values() for column in targets):
        # beside parts of a year alone what is called `PENCAPAIAN` may be the year's target
        for column in aside:
            column.sure = min(column.sure, _OVERRULED)
    for column in targets:
        if run_together(column.names):
            column.sure = min(column.sure, _RUN_TOGETHER)
    for _, parts in wholes:
        _number(parts)
    for column in columns:
        if any(holds_two_headings(cell) for cell in column.cells):
            column.sure = min(column.sure, _RUN_TOGETHER)


def _pair_units(columns: Sequence[DrawnColumn], seen: Sequence[SeenColumn]) -> None:
    """What the cells of two columns beside each other leave no doubt of goes before what their headings say."""
    if any(column.role == SATUAN for column in columns):
        return
    for at in units_beside_numbers(seen):
        if columns[at].role == TARGET and columns[at].sure < _OVERRULED:
            columns[at].role, columns[at].sure = SATUAN, _PAIRED


def _wholes(
    columns: Sequence[DrawnColumn], seen: Sequence[SeenColumn]
) -> Iterator[tuple[DrawnColumn, list[DrawnColumn]]]:
    """The column of targets of the whole period, given as such, with those of its parts, where these are all others:
    `Besar Capaian` beside `TW I` to `TW IV`. Beside `Target Tahunan` a column that says as much is what was reached."""
    for at, parts in wholes_of_parts(seen):
        of_parts = [column for k, column in enumerate(columns) if k in parts]
        others = [column for k, column in enumerate(columns) if k not in (at, *parts)]
        if any(one.role != TARGET for one in of_parts) or any(one.role == TARGET for one in others):
            continue
        whole = columns[at]
        if whole.role != TARGET:
            whole.role, whole.sure = TARGET, _OVERRULED if called_otherwise(whole.names) else _PAIRED
        yield whole, of_parts


def _number(parts: Sequence[DrawnColumn]) -> None:
    """Parts of a year whose headings were broken beyond reading (`TR W` four times) are what their number tells."""
    period = _PERIODS.get(len(parts))
    if period and all(part.scope == TargetScope() for part in parts):
        for number, part in enumerate(parts, 1):
            part.scope = TargetScope(period=period, period_number=number)


def _columns(grid: Grid, first: int, last: int, text: CellText) -> list[DrawnColumn]:
    """One column for each cell of the heading's last band, named by the cells above it and itself."""
    columns: list[DrawnColumn] = []
    c = 0
    while c < len(grid.xs) - 1:
        stack: list[DrawnCell] = []
        for band in range(first, last + 1):
            if grid.owner[band][c] not in stack:
                stack.append(grid.owner[band][c])
        leaf = stack[-1]
        names = [name for cell in stack if (name := text(cell))]
        x0, x1 = grid.xs[c], grid.xs[leaf.c1 + 1]
        if not names and columns and x1 - x0 < SLIVER:
            columns[-1].x1 = x1
        else:
            columns.append(DrawnColumn(" ".join(names), OTHERS, x0, x1, tuple(stack), tuple(names)))
        c = max(leaf.c1, c) + 1
    return columns
