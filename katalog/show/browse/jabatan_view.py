"""A jabatan as a page: tugas, fungsi, its table with normalized and printed cells, findings at their rows, targets over
years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bahasa.block_kinds import block_named
from bahasa.roles import OTHERS, TARGET
from katalog.show.browse.charts import number_of, points
from katalog.show.browse.finding_rows import FindingShown, findings_shown
from katalog.show.browse.links import anchor
from katalog.show.browse.words import PageWords
from katalog.text import page_of, print_beside, value_of
from schemas.base import ROLES
from schemas.catalogue import Catalogue, Entry, IndicatorBlock, IndicatorRow
from schemas.decree import Cell, Target, Text

#: From how many points on a line tells more than its numbers.
LINE = 3


@dataclass(frozen=True, slots=True)
class CellShown:
    """A cell under its column: `text` as meant, `printed` where the print differs, `merged` where it stands in a cell
    further up."""

    label: str
    text: str
    printed: str = ""
    merged: bool = False


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row with the findings about it; `chart` has its targets by year where they are several."""

    id: str
    number: int
    page: int | None
    cells: tuple[CellShown, ...]
    findings: tuple[FindingShown, ...]
    chart: Markup | None


@dataclass(frozen=True, slots=True)
class EntryShown:
    """A text with its printed number and the anchor of its place."""

    id: str
    no: str
    text: str
    printed: str


@dataclass(frozen=True, slots=True)
class BlockShown:
    """All that the page of a jabatan shows. `findings` are those about no row."""

    name: str
    label: str
    unit: str
    page: int | None
    columns: tuple[str, ...]
    tugas: EntryShown | None
    tujuan: tuple[EntryShown, ...]
    fungsi: tuple[EntryShown, ...]
    rows: tuple[RowShown, ...]
    others: tuple[tuple[str, tuple[CellShown, ...]], ...]
    findings: tuple[FindingShown, ...]


def block_shown(catalogue: Catalogue, position: int, words: PageWords) -> BlockShown:
    """The page of the block at a 0-based position."""
    block = catalogue.blocks[position]
    path = f"/blocks/{position}"
    own = [one for one in catalogue.findings if (one.kind, one.order) == (block.kind, block.order)]
    shown = findings_shown(own, catalogue, words)
    rows = tuple(_row(f"{path}/rows/{n}", row, shown, words) for n, row in enumerate(block.rows))
    label = block_named(block.kind, block.order, " ")
    return BlockShown(
        name=value_of(block.jabatan) or label,
        label=label,
        unit=block.unit.nama,
        page=page_of(block.jabatan),
        columns=tuple(dict.fromkeys(cell.label for row in rows for cell in row.cells)),
        tugas=_text(f"{path}/tugas", "", block.tugas) if block.tugas is not None else None,
        tujuan=tuple(_entries(f"{path}/tujuan", block.tujuan)),
        fungsi=tuple(_entries(f"{path}/fungsi", block.fungsi)),
        rows=rows,
        others=tuple(_others(path, block)),
        findings=tuple(one for one in shown if one.row is None or not 0 < one.row <= len(rows)),
    )


def _entries(path: str, entries: Sequence[Entry]) -> Iterator[EntryShown]:
    yield from (_text(f"{path}/{n}", entry.no or "", entry.text) for n, entry in enumerate(entries))


def _text(path: str, no: str, text: Text) -> EntryShown:
    return EntryShown(anchor(path), no, value_of(text), print_beside(text))


def _row(path: str, row: IndicatorRow, findings: Sequence[FindingShown], words: PageWords) -> RowShown:
    mine = tuple(one for one in findings if one.row == row.row)
    return RowShown(anchor(path), row.row, row.page, tuple(_cells(row, words)), mine, _by_year(row, words))


def _cells(row: IndicatorRow, words: PageWords) -> Iterator[CellShown]:
    """In the order of the roles; of several targets each under its heading."""
    for role in ROLES:
        if role == TARGET and len(row.targets) > 1:
            yield from (_cell(f"{words.role(TARGET)} ({one.heading})", one.cell) for one in row.targets)
        elif role in row.cells:
            yield _cell(words.role(role), row.cells[role])
    yield from (_cell(heading or words.role(OTHERS), cell) for heading, cell in row.others.items())


def _cell(label: str, cell: Cell) -> CellShown:
    return CellShown(label, value_of(cell.text), print_beside(cell.text), cell.span == "covered")


def _others(path: str, block: IndicatorBlock) -> Iterator[tuple[str, tuple[CellShown, ...]]]:
    for n, row in enumerate(block.others):
        yield anchor(f"{path}/others/{n}"), tuple(_cell(heading, cell) for heading, cell in row.items())


def _by_year(row: IndicatorRow, words: PageWords) -> Markup | None:
    """The targets of whole years as a line."""
    years = {
        one.scope.year: one.target
        for one in row.targets
        if one.scope.year and one.scope.period in (None, "tahun") and one.scope.aspect is None
    }
    named = [(str(year), years[year]) for year in sorted(years)]
    return target_line(named, words.label("targets_by_year"), words)


def target_line(targets: Sequence[tuple[str, Target | None]], name: str, words: PageWords) -> Markup | None:
    """Targets under their labels as a line; None where they are too few, or not all numbers of one unit."""
    known = [(label, target, number_of(target.value)) for label, target in targets if target is not None]
    units = {target.unit for _, target, _ in known}
    kinds = {target.kind for _, target, _ in known}
    if len(known) < LINE or len(units) > 1 or len(kinds) > 1 or any(value is None for _, _, value in known):
        return None
    drawn = [(label, value, words.number(target.value or "")) for label, target, value in known if value is not None]
    unit = next(iter(units))
    return points(drawn, f"{name} ({unit})" if unit else name)
