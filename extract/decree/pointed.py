"""Findings about a place on a page -> findings about the cell that is printed there.

A reader of pages knows where something is doubtful before anybody knows which cell that will be. Input: findings with
places, and the decree. Output: the same findings; one that has no field yet gets that of the cell whose print shares
most of its place (`rows/3/target`, with the block's kind and order), or of the text without a field that it is about
(`unparsed/2`); where a source has lines and no boxes, that of the row that alone stands on them (`rows/3`). What stands
nowhere in the decree stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bahasa.fold import path_segment
from schemas.base import Finding, Kind, Place
from schemas.decree import Block, Decree, Text

BBox = tuple[float, float, float, float]


class PrintedField(NamedTuple):
    """A field of a block with the box of its print on one page."""

    kind: Kind | None
    order: int
    field: str
    box: BBox


class PrintedRow(NamedTuple):
    """A row of a block with its first and last line, for a source without boxes."""

    kind: Kind | None
    order: int
    field: str
    lines: tuple[int, int]


def pointed(findings: Iterable[Finding], decree: Decree) -> tuple[Finding, ...]:
    """The findings with the fields that they are about."""
    findings = tuple(findings)
    if all(finding.field or not finding.places for finding in findings):
        return findings
    targets, rows = _by_page(decree.blocks), tuple(_by_lines(decree.blocks))
    return tuple(_pointed(finding, targets, rows, decree.unparsed) for finding in findings)


def _pointed(
    finding: Finding, targets: dict[int, list[PrintedField]], rows: Sequence[PrintedRow], unparsed: Sequence[Text]
) -> Finding:
    if finding.field or not finding.places:
        return finding
    if finding.order is None:
        for number, text in enumerate(unparsed, start=1):
            if _is_about(finding, text):
                return finding.model_copy(update={"field": f"unparsed/{number}"})
    best = _at(finding.places, targets) or _row_at(finding.places, rows)
    if best is None or finding.kind not in (None, best.kind) or finding.order not in (None, best.order):
        return finding
    return finding.model_copy(update={"kind": best.kind, "order": best.order, "field": best.field})


def _is_about(finding: Finding, text: Text) -> bool:
    """A finding shows the beginning of a long text; the last words of what it shows may stand on a line of others."""
    pages = [place.page for place in text.places] == [place.page for place in finding.places]
    shown = finding.as_printed.removesuffix("…")
    return text.places == finding.places or (pages and bool(shown) and text.as_printed.startswith(shown))


def _by_page(blocks: Sequence[Block]) -> dict[int, list[PrintedField]]:
    found: dict[int, list[PrintedField]] = defaultdict(list)
    for block in blocks:
        for field, text in _printed(block):
            for place in text.places:
                if place.page is not None and place.bbox is not None:
                    found[place.page].append(PrintedField(block.kind, block.order, field, place.bbox))
    return found


def _printed(block: Block) -> Iterator[tuple[str, Text]]:
    """The headings and cells of a block's tables with their fields; a cell of a second table is its row's."""
    yield from ((f"headings/{i}", heading.text) for i, heading in enumerate(block.headings, start=1))
    for i, row in enumerate(block.rows, start=1):
        yield from ((f"rows/{i}/{role}", cell.text) for role, cell in row.cells.items())
        yield from ((f"rows/{i}/targets/{k}", one.cell.text) for k, one in enumerate(row.targets, start=1))
        yield from ((f"rows/{i}/others/{path_segment(head)}", cell.text) for head, cell in row.others.items())
    for i, cells in enumerate(block.others, start=1):
        yield from ((f"others/{i}", cell.text) for cell in cells.values())


def _at(places: Sequence[Place], targets: dict[int, list[PrintedField]]) -> PrintedField | None:
    """What shares most with these places; the first of equals."""
    shared = [
        (_common(place.bbox, target.box), target)
        for place in places
        if place.page is not None and place.bbox is not None
        for target in targets.get(place.page, ())
    ]
    area, best = max(shared, key=lambda pair: pair[0], default=(0.0, None))
    return best if area > 0 else None


def _by_lines(blocks: Sequence[Block]) -> Iterator[PrintedRow]:
    for block in blocks:
        for number, row in enumerate(block.rows, start=1):
            cells = [*row.cells.values(), *(one.cell for one in row.targets), *row.others.values()]
            lines = [place.lines for cell in cells if cell.span == "own" for place in cell.text.places if place.lines]
            if lines:
                ends = min(first for first, _ in lines), max(last for _, last in lines)
                yield PrintedRow(block.kind, block.order, f"rows/{number}", ends)


def _row_at(places: Sequence[Place], rows: Sequence[PrintedRow]) -> PrintedRow | None:
    """The row that stands on these lines, if one alone does."""
    lines = [place.lines for place in places if place.lines is not None]
    found = [row for row in rows if any(a <= row.lines[1] and row.lines[0] <= b for a, b in lines)]
    return found[0] if len(found) == 1 else None


def _common(one: BBox, other: BBox) -> float:
    """The area (square points) that two boxes share."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, width) * max(0.0, height)
