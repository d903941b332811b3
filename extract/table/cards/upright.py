"""Cards of one indicator each -> grids of one row, their labels the heading.

A manual of indicators prints each on a card of its own, label beside value: `Sasaran Strategis | : | Meningkatnya
derajat kesehatan`, `Indikator Kinerja | : | Angka Kematian Ibu`, `Formula | : | Jumlah ...`. It is a table set upright:
what stands in its first column heads what stands beside it, whether lines are drawn between them or not. What a page
break cuts off a card is a grid of its own that goes on with its row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.read.pdf.grid import cut_bands
from extract.table.cards.entry import Card, CardEntry, EntryPart
from extract.table.cards.families import families_of
from extract.table.cards.stretches import stretches_of
from extract.table.cards.transposed import turned_table
from schemas.layout import Box, DrawnCell, Grid, Layout, Line

#: The items that cards stand in: their positions in the flow with the bands of grids.
Taken = Mapping[int, set[int]]


def with_cards(layout: Layout) -> Layout:
    """The layout, its cards of indicators as upright grids, each where its first entry stands, and so its tables whose
    headings stand down their left side."""
    flow = tuple((isinstance(item, Grid) and turned_table(item)) or item for item in layout.flow)
    return _with_cards(replace(layout, flow=flow))


def _with_cards(layout: Layout) -> Layout:
    made: dict[int, list[Grid]] = defaultdict(list)
    taken: dict[int, set[int]] = defaultdict(set)
    for cards, names in families_of(stretches_of(layout.flow)):
        for card in cards:
            for at, grid in _grids(card, names, layout.flow):
                made[at].append(grid)
            for entry in card.entries:
                for part in entry.parts:
                    taken[part.at].add(part.band)
    if not made:
        return layout
    flow: list[Line | Grid] = []
    for at, item in enumerate(layout.flow):
        flow += _left(item, taken[at]) if at in taken else [item]
        flow += made.get(at, [])
    return replace(layout, flow=tuple(flow))


def _left(item: Line | Grid, taken: set[int]) -> Iterator[Grid]:
    """What is left of a grid without the bands that cards stand in, where anything is printed there; of a line nothing
    is."""
    if isinstance(item, Line):
        return
    first = 0
    for band in [*sorted(taken), len(item.owner)]:
        if band > first and any(cell.words for row in item.owner[first:band] for cell in row):
            yield cut_bands(item, first, band)
        first = band + 1


def _grids(card: Card, names: Mapping[str, str], flow: Sequence[Line | Grid]) -> Iterator[tuple[int, Grid]]:
    """A card as grids of one row, one for each page, with the position of its first item there."""
    for n, (page, entries) in enumerate(card.pages):
        parts = [part for _, own in entries for part in own]
        at = parts[0].at
        yield at, replace(_turned(page, entries, names, _box(parts, flow)), rest=n > 0)


def _box(parts: Sequence[EntryPart], flow: Sequence[Line | Grid]) -> Box:
    """Where these parts stand: from the left edge of their grids to the right one, and from the first to the last."""
    boxes: list[Box] = []
    for part in parts:
        item = flow[part.at]
        boxes += [cell.box for cell in (*part.label, *part.value)]
        if isinstance(item, Grid):
            boxes.append((item.xs[0], boxes[-1][1], item.xs[-1], boxes[-1][3]))
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return min(x0s), min(tops), max(x1s), max(bottoms)


def _turned(
    page: int, entries: Sequence[tuple[CardEntry, list[EntryPart]]], names: Mapping[str, str], box: Box
) -> Grid:
    """Entries on one page as a row below their labels. Cells keep their words and their own width, so places stay those
    of the page; columns share the width of the card alike."""
    x0, top, x1, bottom = box
    count = len(names)
    xs = tuple(x0 + (x1 - x0) * k / count for k in range(count + 1))
    own = {entry.key: parts for entry, parts in entries}
    bands: list[list[DrawnCell]] = [[], []]
    for k, key in enumerate(names):
        parts = own.get(key, [])
        for r, cells in enumerate(([c for p in parts for c in p.label], [c for p in parts for c in p.value])):
            bands[r].append(_joined(cells, k, r) if cells else _blank(xs, box, k, r))
    ys = (top, (top + bottom) / 2, bottom)
    return Grid(page, xs, ys, bands, [cell for band in bands for cell in band], upright=tuple(names.values()))


def _joined(cells: Sequence[DrawnCell], column: int, band: int) -> DrawnCell:
    words = [word for cell in cells for word in cell.words]
    x1, bottom = max(cell.x1 for cell in cells), max(cell.bottom for cell in cells)
    x0, sure = min(cell.x0 for cell in cells), min(cell.sure for cell in cells)
    return replace(
        cells[0], c0=column, c1=column, r0=band, r1=band, x0=x0, x1=x1, bottom=bottom, words=words, sure=sure
    )


def _blank(xs: Sequence[float], box: Box, column: int, band: int) -> DrawnCell:
    middle = (box[1] + box[3]) / 2
    top, bottom = (middle, box[3]) if band else (box[1], middle)
    return DrawnCell(column, column, band, band, xs[column], top, xs[column + 1], bottom)
