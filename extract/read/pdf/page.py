"""The ink of a page to what a reader sees on it: grids with their text, lines outside them, and what lies over both.

Guarantee: every character of the text layer is in one cell, one line, or among the overlays (watermarks, stamps, what
is struck out, what nobody sees).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bahasa.temuan import About, finding
from extract.read.aside import STRUCK
from extract.read.pdf.bounds import with_bounds
from extract.read.pdf.colons import with_colons
from extract.read.pdf.crossed import crossed, crossed_findings
from extract.read.pdf.fractions import with_fractions
from extract.read.pdf.grid import SLIVER, Stroke, fill, grids_of, strokes_of, without_stubs
from extract.read.pdf.gridlines import without_typed_bands
from extract.read.pdf.ink import Char, PageInk
from extract.read.pdf.inner_tables import inner_first
from extract.read.pdf.labelled import with_whole_labels
from extract.read.pdf.line_numbers import without_line_numbers
from extract.read.pdf.loose import loose_grids
from extract.read.pdf.missed_rules import with_missed_rules
from extract.read.pdf.numbers_outside import with_numbers_outside
from extract.read.pdf.overflow import overprinted, taken_back
from extract.read.pdf.overlay import across, sideways, without_stamps
from extract.read.pdf.pictured import pictured, pictured_findings
from extract.read.pdf.rests import Rules, with_rests
from extract.read.pdf.running_parts import with_running_parts
from extract.read.pdf.shaded import with_shaded_cells
from extract.read.pdf.stops import with_stops_doubted
from extract.read.pdf.struck import with_raised, without_struck
from extract.read.pdf.two_up import unfolded, unfolded_scan
from extract.read.pdf.uncertain import with_uncertain
from extract.read.pdf.underlined import without_underlines
from extract.read.pdf.unmapped import is_unnamed, with_ligatures
from extract.read.pdf.unseen import PALE
from extract.read.pdf.words import TextLine, lines_of, runs_of
from schemas.base import Finding
from schemas.layout import Box, Grid, Layout, Line, Overlay, Page, Word

#: Of one page so many collisions are said.
_MANY = 20


class PageRead(NamedTuple):
    """One page: its grids with their text, its lines outside them, and what lies over it, each with its reason (empty
    for a stamp or a watermark). `unusable` is why its text layer can't be used, empty where it can; `recognised` tells
    that it is that of an earlier OCR. `pictured` are the boxes of what is drawn and should be text, `overflowing` those
    of text that runs over its cell, `crossed` of rows that a line runs through, `colliding` words over each other;
    `rules` are the lines drawn across it."""

    page: Page
    grids: list[Grid]
    outside: list[TextLine]
    overlays: list[tuple[str, Box, str]]
    unusable: str = ""
    recognised: bool = False
    pictured: Sequence[Box] = ()
    overflowing: Sequence[Box] = ()
    crossed: Sequence[Box] = ()
    colliding: Sequence[tuple[str, Box]] = ()
    rules: Sequence[Stroke] = ()

    @property
    def blank(self) -> bool:
        """Is nothing printed on it?"""
        return not (self.grids or self.outside or self.overlays or self.pictured)


def scanned_page(ink: PageInk, words: Sequence[Word], back: tuple[float, ...]) -> PageRead:
    """A page whose words come from OCR; `back` as in `Page`."""
    ink, words = unfolded_scan(ink, words)
    page = Page(ink.number, ink.width, ink.height, recognised=True, back=back, fold=ink.fold)
    drawn = inner_first(grids_of(ink))
    grids = [grid for grid in drawn if _parted_upright(grid)]
    strokes = strokes_of(ink.rulings)
    words = with_colons(words, grids)
    tables, outside = _tables(ink, drawn, strokes, with_fractions(words, ink.rulings, grids))
    tables = [with_missed_rules(grid, strokes[0]) for grid in tables]
    lines = with_stops_doubted(tables, with_whole_labels(lines_of(outside, wide=True)))
    return PageRead(page, with_uncertain(tables, ink.rulings, ink.shapes), lines, [], rules=strokes[0])


#: What tells signs that a font does not name, in the words of a page with this ink.
Named = Callable[[PageInk, list[Word]], list[Word]]


def read_page(ink: PageInk, drawn: Sequence[Grid] | None = None, named: Named | None = None) -> PageRead:
    """A page's ink as grids with text, lines and overlays; `drawn` are grids found by another reader, which knows
    nothing of two pages on one sheet."""
    ink, counts = without_line_numbers(with_bounds(unfolded(ink)))
    kept, rulings, struck = without_struck(ink)
    if struck:
        ink = replace(ink, chars=kept, rulings=rulings, unseen=[*ink.unseen, *((char, STRUCK) for char in struck)])
    grids = inner_first(grids_of(with_shaded_cells(ink)) if drawn is None or ink.fold is not None else drawn)
    if drawn is None and (plain := without_underlines(ink, grids)) is not ink:
        ink, grids = plain, inner_first(grids_of(with_shaded_cells(plain)))
    chars, stamps = without_stamps(ink, grids)
    drawn_tables = [grid for grid in grids if _parted_upright(grid)]
    words = with_ligatures(with_raised(runs_of(chars)))
    if named is not None and is_unnamed("".join([word.text for word in words])):
        words = named(ink, words)
    words = with_fractions(words, ink.rulings, drawn_tables)
    shown, cancelled = pictured(ink, drawn_tables, words), crossed(ink, drawn_tables, words)
    strokes = strokes_of(ink.rulings)
    tables, outside = _tables(ink, grids, strokes, words)
    overflowing, colliding = taken_back(drawn_tables), overprinted(drawn_tables)
    overlays = [(line.text, line.box, "") for line in lines_of(runs_of(stamps))]
    for run in fill(tables, sideways(ink, tables)):
        overlays.append((run.text, (run.x0, run.top, run.x1, run.bottom), ""))
    if mark := across(ink):
        overlays.append((mark, (0.0, 0.0, ink.width, ink.height), ""))
    overlays += [*_unseen(ink), *_counted(counts)]
    page = Page(ink.number, ink.width, ink.height, ink.turn, back=ink.back, fold=ink.fold)
    lines = with_whole_labels(lines_of(outside, wide=True))
    return PageRead(page, tables, lines, overlays, "", False, shown, overflowing, cancelled, colliding, strokes[0])


def _unseen(ink: PageInk) -> Iterator[tuple[str, Box, str]]:
    """What nobody sees, and what is struck out: line by line, each with its reason."""
    for why in dict.fromkeys([why for _, why in ink.unseen]):
        for line in lines_of(runs_of([char for char, reason in ink.unseen if reason == why])):
            yield line.text, line.box, "" if why == PALE else why


def _counted(counts: Sequence[Char]) -> Iterator[tuple[str, Box, str]]:
    """The numbers of a draft's lines, as one text."""
    if lines := lines_of(runs_of(list(counts))):
        box = (min(line.x0 for line in lines), lines[0].top, max(line.x1 for line in lines), lines[-1].bottom)
        yield " ".join(line.text for line in lines), box, ""


def _tables(
    ink: PageInk, drawn: Sequence[Grid], strokes: tuple[list[Stroke], list[Stroke]], words: list[Word]
) -> tuple[list[Grid], list[Word]]:
    """The tables of a page with their words, drawn and unruled ones, top to bottom, and the words outside them.
    `strokes` are the lines drawn across and down."""
    tables = [grid for grid in drawn if _parted_upright(grid)]
    tables, outside = with_numbers_outside(tables, fill(tables, words))
    level, down = strokes
    tables, typed = without_typed_bands([without_stubs(grid, down) for grid in tables])
    outside += typed
    if outside:
        boxes = [grid for grid in drawn if not _parted_upright(grid)]
        loose, outside = loose_grids(ink.number, outside, level, boxes, ink.fills)
        tables = sorted([*tables, *loose], key=lambda grid: (grid.ys[0], grid.xs[0]))
    if (fold := ink.fold) is not None:
        tables = [replace(grid, column=fold.column(grid.ys[0])) for grid in tables]
    return tables, outside


def _parted_upright(grid: Grid) -> bool:
    """Has a grid two columns or more? A box alone has one, be its border a double line."""
    return sum(b - a > SLIVER for a, b in pairwise(grid.xs)) > 1


def layout_of_pages(read: Sequence[PageRead], findings: Sequence[Finding] = ()) -> Layout:
    """The pages as one flow, page by page and top to bottom."""
    flow: list[Line | Grid] = []
    tops = [min((grid.ys[0] for grid in page.grids), default=page.page.height) for page in read]
    lines = with_running_parts([page.outside for page in read], tops)
    for page in (page._replace(outside=own) for page, own in zip(read, lines, strict=True)):
        for item in _in_order(page):
            flow.append(replace(item, number=len(flow) + 1) if isinstance(item, Line) else item)
    rules: Rules = {page.page.number: page.rules for page in read}
    flow = [
        replace(item, number=at) if isinstance(item, Line) else item
        for at, item in enumerate(with_rests(flow, rules), 1)
    ]
    return Layout(
        flow=tuple(flow),
        pages=tuple([page.page for page in read]),
        overlays=tuple([Overlay(text, page.page, box, why) for page in read for text, box, why in page.overlays]),
        findings=(*findings, *(said for page in read for said in _said_of(page))),
    )


def _said_of(read: PageRead) -> Iterator[Finding]:
    yield from pictured_findings(read.page, read.pictured)
    yield from crossed_findings(read.page, read.crossed)
    for box in read.overflowing:
        yield finding("teks-meluap", About(places=(read.page.place_of(box),)))
    for text, box in read.colliding[:_MANY]:
        yield finding("teks-meluap", About(places=(read.page.place_of(box),)), teks=text)


def _in_order(read: PageRead) -> Iterator[Line | Grid]:
    """Lines by their base line, grids by their upper edge."""
    page = read.page
    lines = [(line.base, 1, Line(line.text, 0, page.number, tuple(line.words), page)) for line in read.outside]
    items: list[tuple[float, int, Line | Grid]] = [*lines, *((grid.ys[0], 0, grid) for grid in read.grids)]
    return (item for _, _, item in sorted(items, key=lambda item: item[:2]))
