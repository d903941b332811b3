"""A text whose tables stand in columns -> its layout, as a printed page has one: lines and grids.

Input: the lines of a text source. Output: a Layout with the tables that their form tells, None for a text without.
Characters on a grid are ink with coarse coordinates: from here on a text in columns is read as a PDF is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from extract.read.furniture import page_furniture
from extract.table.inked.alike import alike
from extract.table.inked.areas import Area, areas_of_pages, without_furniture
from extract.table.inked.carried import carried
from extract.table.inked.carried_on import full_columns, going_on
from extract.table.inked.centred import CENTRED, HUNG, STANDING, CellsSet, cells_set
from extract.table.inked.cuts import SMALL, Body, Cuts, cuts_of, small_columns
from extract.table.inked.doubts import UNSURE_ROW
from extract.table.inked.drifted import drifted
from extract.table.inked.group_lines import with_groups
from extract.table.inked.grown import grown
from extract.table.inked.headed import heading_heights, is_numbers, printed_again, words_of_heading
from extract.table.inked.ink import InkLine, inked_pages
from extract.table.inked.left_beside import OpenEnds, open_ends
from extract.table.inked.left_to_text import left_to_text
from extract.table.inked.merged import MergedText, merged_texts
from extract.table.inked.overs import Over, overs_alike
from extract.table.inked.placed import PlacedLine
from extract.table.inked.row_numbers import same_counting
from extract.table.inked.sheet import PagePart, column_edges, grid_of
from extract.table.inked.told_by_lines import target_columns
from extract.table.inked.tops import printed_heads
from extract.table.inked.widths import column_rooms, column_widths
from extract.table.inked.wrapped_labels import joined_labels
from schemas.layout import Grid, Layout, Line, Page

#: Texts of a row, more than so many, of which fewer go on in small letters: a row may begin there where that costs so
#: much more.
_FEW, _LIKELY = 2, 3.8
#: What a narrow column breaks off its number (`(1` / `)`).
_ENDS = (")", ".")


def inked_layout(lines: Sequence[Line]) -> Layout | None:
    """The lines and grids of a text in columns."""
    whole = inked_pages(lines)
    pages = without_furniture(whole, page_furniture(lines))
    heads = printed_heads(pages)
    tops = {page[0].number for page in pages}
    shown = areas_of_pages(pages, heads)
    areas = carried(with_groups(grown(alike(shown, tops), pages), pages), pages)
    if not areas:
        return None
    areas = [drifted(area) for area in areas]
    parts, hung = _parts(areas, open_ends(areas, pages))
    if hung and left_to_text(lines, parts, tops):
        return None
    inside = {line.number for part in parts for line in part.lines}
    flow = joined_labels([line for page in whole for line in page if line.number not in inside])
    return Layout((*flow, *_grids(parts)), _sheets(whole))


def lines_as_layout(lines: Sequence[Line]) -> Layout:
    """The lines of a text that has no tables in columns, as those of a printed page."""
    whole = inked_pages(lines)
    return Layout(tuple(line.line for page in whole for line in page), _sheets(whole))


def _sheets(pages: Sequence[Sequence[InkLine]]) -> tuple[Page, ...]:
    sheets = {line.line.sheet for page in pages for line in page if line.line.sheet is not None}
    return tuple(sorted(sheets, key=lambda page: page.number))


@dataclass(frozen=True, slots=True)
class _Seen:
    """An area with its lines in columns, its rows from each line on, how many lines its heading takes, and what stands
    beside it."""

    area: Area
    body: Body
    cuts: Cuts
    height: int
    ends: OpenEnds

    @property
    def lines(self) -> Sequence[PlacedLine]:
        return self.body.lines


def _parts(areas: Sequence[Area], ends: Sequence[OpenEnds]) -> tuple[list[PagePart], bool]:
    """The tables with their rows, and whether cells hang from the top of these: asked once for the whole text."""
    bodies = _bodies(areas)
    ways = {way: [cuts_of(body, *way) for body in bodies] for way in (HUNG, CENTRED, STANDING)}
    way = cells_set(bodies, *(sum(cuts.cost[0] for cuts in own) for own in ways.values()))
    heights = heading_heights(bodies, ways[way])
    seen = [_Seen(*one) for one in zip(areas, bodies, ways[way], heights, ends, strict=True)]
    count = Counter(words_of_heading(one.lines[: one.height]) for one in seen if one.height)
    known = {words for words, number in count.items() if number > 1}
    whole = [_as_elsewhere(one, known, way) for one in seen]
    overs = overs_alike([one.lines[: one.height] for one in whole], [one.area.gutters for one in whole])
    full = {
        count: full_columns([(one.body, one.cuts, one.height) for one in whole if len(one.area.gutters) == count])
        for count in {len(one.area.gutters) for one in whole}
    }
    middle = way == CENTRED
    parts = [_part(one, over, middle, full[len(one.area.gutters)]) for one, over in zip(whole, overs, strict=True)]
    return parts, way == HUNG


def _bodies(areas: Sequence[Area]) -> list[Body]:
    """The lines of each area in their columns, as wide as all pages show them."""
    first = [Body.of(area) for area in areas]
    known: dict[int, tuple[tuple[int, ...], tuple[int, ...], frozenset[int], frozenset[int]]] = {}
    for count in {len(area.gutters) for area in areas}:
        inside = [body for body, area in zip(first, areas, strict=True) if len(area.gutters) == count]
        lines = [line.cells for body in inside for k, line in enumerate(body.lines) if k not in body.across]
        targets = target_columns([(body.lines, body.across) for body in inside])
        known[count] = column_widths(lines), column_rooms(lines), small_columns(inside), targets
    bodies = [Body.of(area, *known[len(area.gutters)]) for area in areas]
    same_counting(bodies)
    return bodies


def _as_elsewhere(seen: _Seen, known: Collection[frozenset[str]], way: CellsSet) -> _Seen:
    """The area with the heading that other pages print as well, if it stands there."""
    own = words_of_heading(seen.lines[: seen.height])
    again = printed_again(seen.lines, known) if own not in known else None
    if again is None:
        return seen
    start, stop = again
    area = replace(seen.area, lines=seen.area.lines[start:])
    body = Body.of(area) if start else seen.body
    return _Seen(area, body, cuts_of(body, *way) if start else seen.cuts, stop - start, seen.ends)


def _part(seen: _Seen, over: list[Over], middle: bool, full: Collection[int]) -> PagePart:
    lines, height = seen.lines, seen.height
    bands = [(0, height)] if height else []
    start = height
    if height and start < len(lines) and is_numbers(lines[start]):
        stop = start + 1
        while stop < len(lines) and lines[stop].line.line.text.strip() in _ENDS:
            stop += 1
        bands.append((start, stop))
        start = stop
    bands += seen.cuts.rows(start)
    rows = [first for first, _ in bands if first > start]
    return PagePart(
        lines,
        bands,
        bool(height),
        seen.body.across,
        over,
        {} if middle else going_on(seen.body, rows, full),
        len(seen.body.counts),
        _margins(seen, start) if start < len(lines) else [],
        seen.area.unsure,
        _merged(seen, bands, start, middle),
        seen.body.small,
    )


def _margins(seen: _Seen, start: int) -> list[float]:
    """How sure the rows are from a line on (`Cuts.margins`), and where the last one ends."""
    margins = seen.cuts.margins(start)
    for i in (i for row in seen.cuts.rows(start) for i in _anew(seen.body, *row)):
        margins[i] = min(margins[i], UNSURE_ROW) if margins[i] <= _LIKELY else margins[i]
    if seen.ends.above and not seen.height:
        margins[start] = 0.0
    return [*margins, 0.0] if seen.ends.below else margins


def _anew(body: Body, first: int, stop: int) -> list[int]:
    """The lines within a row in which all of its texts of several lines go on, hardly one as it would within a cell
    (`Kontinuitas pengaliran  18 jam/hari  Logger`): they may be another row."""
    cells = [line.cells for line in body.lines[first:stop]]
    own = [k for k in range(len(cells[0])) if sum(bool(line[k]) for line in cells) > 1]
    return [
        first + at
        for at, line in enumerate(cells)
        if at and len(own) > _FEW and all(line[k] for k in own)
        if sum(body.begins[first + at][k] >= SMALL for k in own) < _FEW
    ]


def _merged(seen: _Seen, bands: Sequence[tuple[int, int]], start: int, middle: bool) -> list[MergedText]:
    """The texts that span several rows, group by group (numbers of rows are those of bands). Where cells are not set in
    the `middle`, merged ones may be, in the columns that have nothing beside the first row of a table."""
    within = [band for band in bands if band[0] >= start and band[0] not in seen.body.across]
    counted = not seen.body.counts or any(i in seen.body.counts for i in range(*within[0])) if within else False
    begins = counted and (seen.height > 0 or seen.lines[within[0][0]].text(0).strip("().") == "1")
    columns = range(len(seen.lines[0].cells)) if middle else _blank_first(seen.lines, within) if begins else ()
    single = seen.body.targets | {(i, 0) for i in seen.body.counts}
    found: list[MergedText] = []
    rows: list[tuple[int, int]] = []
    for at, band in enumerate([*bands, None]):
        if band is not None and band[0] >= start and band[0] not in seen.body.across:
            rows.append(band)
        elif rows:
            above = at - len(rows)
            found += [
                replace(one, first=one.first + above, last=one.last + above)
                for one in merged_texts(seen.lines, rows, seen.body.begins, columns, single)
            ]
            rows = []
    return found


def _blank_first(lines: Sequence[PlacedLine], rows: Sequence[tuple[int, int]]) -> list[int]:
    """The columns that have nothing in the first of these rows, nor in most of the others; none where that is the rest
    of one: it has too little beside them."""
    filled = [[any(lines[i].cells[k] for i in range(*row)) for row in rows] for k in range(len(lines[0].cells))]
    blank = [k for k, own in enumerate(filled) if not own[0]]
    return [k for k in blank if sum(filled[k]) * 2 <= len(rows)] if len(blank) * 2 <= len(filled) else []


def _grids(parts: Sequence[PagePart]) -> list[Grid]:
    edges = {
        count: column_edges([part for part in parts if part.columns == count])
        for count in {part.columns for part in parts}
    }
    return [grid_of(part, edges[part.columns]) for part in parts]
