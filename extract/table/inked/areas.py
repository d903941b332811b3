"""The lines of a page -> the stretches of lines that may be tables.

Input: a page's lines. Output: stretches of lines, each with its gutters. A table has lines with three parts or more
that stand apart; labels of a block's head (`Jabatan   :   Kepala Bidang`) and titles part tables. What is above the
first such line belongs to the table if it stands in its columns: the upper lines of a heading, or the rest of a row
that the page break cut.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from bahasa.labels import starts_with_label
from bahasa.parts import head_labels
from extract.table.inked.area_top import first_line, inner_gutters, stands_within
from extract.table.inked.ink import InkLine
from extract.table.inked.line_forms import (
    is_label,
    is_stamp,
    label_name,
    value_lines,
)
from extract.table.inked.placed import goes_across
from extract.table.inked.tops import HEAD_LINES, Words, tops_of_lines

#: Columns that make a table.
_COLUMNS = 3
#: What is set off from the left edge begins farther from it (characters).
_EDGE = 4
#: A title has more words than these; blank lines within a heading.
_OVER, _BLANK = 3, 1

#: So many lines are looked at below what may be a group row, and so many above it for one that shows columns.
_NEXT, _TALL = 3, 30


@dataclass(frozen=True, slots=True)
class Area:
    """The lines of a table on one page, top to bottom, and the gutters between its columns; `named`: the columns of
    words of its head (by their lines and left ends) as other pages show them, and what another column costs;
    `unsure`: the columns that could as well have other words; `groups`: the numbers of the lines that are group rows by
    their form; `drifted`: the gutters of lines that have their own."""

    lines: tuple[InkLine, ...]
    gutters: tuple[int, ...]
    named: Mapping[tuple[int, int], tuple[int, float]] = field(default_factory=dict)
    unsure: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    drifted: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def page(self) -> int:
        return self.lines[0].line.page or 1


def without_furniture(pages: Sequence[Sequence[InkLine]], taken: Collection[int]) -> list[list[InkLine]]:
    """The pages without their furniture. Lines of three parts at the head of a page, and those around them, are the
    heading of a table (`N     SASARAN      INDIKATO      TARGET`) that each page prints again: no furniture."""
    found: list[list[InkLine]] = []
    for page in pages:
        parted = [line.number for line in page if line.number in taken and len(line.parts) >= _COLUMNS]
        kept = [line for line in page if line.number not in taken or _beside(line, parted)]
        found += [kept] if kept else []
    return found


def _beside(line: InkLine, parted: Sequence[int]) -> bool:
    """Is a line one of these, below one, or above one and parted as well?"""
    above = _BLANK + 1 if len(line.parts) > 1 else 0
    return any(-above <= line.number - one <= _BLANK + 1 for one in parted)


def areas_of_pages(pages: Sequence[Sequence[InkLine]], heads: Collection[Words]) -> list[Area]:
    """The tables of all pages. A page begins with the rest of one where the last page that has any ends in one: what
    goes on else at its top is the list above a table."""
    found: list[Area] = []
    rest = False
    groups = _group_labels(pages, heads)
    before: Sequence[InkLine] = ()
    for page in pages:
        own = text_areas(page, heads, rest, groups)
        if before and own and own[0].lines[0].number == page[0].number and not _ends_page(before, found):
            found += _foot(before, found)
        rest = ends_in(page, own) if own else rest
        found += own
        before = page
    return found


def _ends_page(page: Sequence[InkLine], areas: Sequence[Area]) -> bool:
    """Does a page end in the last of these tables?"""
    return bool(areas) and areas[-1].page == (page[0].line.page or 1) and ends_in(page, areas)


def _foot(page: Sequence[InkLine], areas: Sequence[Area]) -> list[Area]:
    """The first lines of a table that goes on at the top of the next page: at the foot of this one, below the last
    label or table, in columns (the upper line of a heading, or a row of one line)."""
    left = min(line.ink[0].left for line in page)
    last = areas[-1].lines[-1].number if areas else 0
    label = max((k for k, line in enumerate(page) if is_label(line, left)), default=-1)
    above = max(label + 1, sum(line.number <= last for line in page))
    below = page[above:]
    inside = below[value_lines(page[label], below) if above == label + 1 and label >= 0 else 0 :]
    anchors = _anchors(inside)
    foot = inside[anchors[0] :] if anchors else []
    return [_columns_of(foot)] if foot and all(b.at - a.at <= _BLANK + 2 for a, b in pairwise(foot)) else []


def _columns_of(lines: Sequence[InkLine]) -> Area:
    """Lines in columns that too few others show: those of the line with the most parts."""
    most = max(lines, key=lambda line: len(line.parts))
    shown = [part[0].left - 1 for part in most.parts[1:]]
    gutters = inner_gutters(lines)
    return Area(tuple(lines), tuple(gutters if len(gutters) >= len(shown) else shown))


def ends_in(page: Sequence[InkLine], areas: Sequence[Area]) -> bool:
    """Does a page end in a table, one line aside (its number)?"""
    return areas[-1].lines[-1].number in [line.number for line in page[-2:]]


def _group_labels(pages: Sequence[Sequence[InkLine]], heads: Collection[Words]) -> frozenset[str]:
    """The names of labels that are group rows where the columns show it (`URUSAN :`): so are the others of a name."""
    found: set[str] = set()
    for page in pages:
        left = min(line.ink[0].left for line in page)
        start = 0
        for k, line in enumerate(page):
            if is_label(line, left):
                if _is_group(page, start, k, left, heads):
                    # a label of heads (`Jabatan :`) is one wherever else it stands
                    found |= set() if starts_with_label(line.line.text, *head_labels()) else {label_name(line)}
                else:
                    start = k + 1
    return frozenset(found)


def text_areas(
    page: Sequence[InkLine], heads: Collection[Words] = (), rest: bool = True, groups: Collection[str] = ()
) -> list[Area]:
    """The tables on a page as far as their form tells, top to bottom. `heads` are the words of known heads: a label
    between the lines of a table with none of them below it is a group row (`BIDANG A : KEPEGAWAIAN`), and so is one of
    the names of `groups`. `rest`: the page may begin with the rest of a row."""
    left = min(line.ink[0].left for line in page)
    lines = [line for k, line in enumerate(page) if not is_stamp(page, k)]
    found: list[Area] = []
    start = 0
    for k in range(len(lines) + 1):
        if k == len(lines) or (is_label(lines[k], left) and not _is_group(lines, start, k, left, heads, groups)):
            first = rest and start == 0
            # the last line of a value (`pemerintahan kelurahan`) may stand right above a heading
            inside = lines[start + (value_lines(lines[start - 1], lines[start:k]) if start else 0) : k]
            found += (
                _in_stretch(inside, first)
                or (_rest_alone(inside) if first else [])
                or _head_alone(inside, k == len(lines), heads)
            )
            start = k + 1
    return found


def _rest_alone(lines: Sequence[InkLine]) -> list[Area]:
    """The rest of a table at the top of a page none of whose lines shows three columns (cells in the middle of their
    rows): lines in two columns or more, many of which show two."""
    gutters = inner_gutters(lines)
    inside = list(takewhile(lambda line: stands_within(line, gutters) and not goes_across(line, gutters), lines))
    shown = sum(len(line.parts) > 1 for line in inside)
    return [Area(tuple(inside), tuple(gutters))] if gutters and shown >= _COLUMNS and 2 * shown >= len(inside) else []


def _head_alone(lines: Sequence[InkLine], last: bool, heads: Collection[Words]) -> list[Area]:
    """The head at a page's foot whose rows are all on the next page, if it is printed elsewhere as well."""
    if not last or not heads:
        return []
    tops = (lines[k:] for k in range(max(0, len(lines) - HEAD_LINES), len(lines)))
    head = next((own for own in tops if tops_of_lines(own)[-1] in heads), None)
    if not head or not _anchors(head):
        return []
    return [_columns_of(head)]


def _is_group(
    lines: Sequence[InkLine],
    start: int,
    k: int,
    left: int,
    heads: Collection[Words],
    groups: Collection[str] = (),
) -> bool:
    """Does a label stand in the middle of the table that has begun above it?"""
    above, below = lines[start:k], lines[k + 1 : k + 1 + _NEXT]
    anchors = _anchors(above)
    if not anchors or not below or len(lines[k].parts) > 1 or len(above) - anchors[-1] > _TALL:
        return False
    near = lines[k].at - above[-1].at, below[0].at - lines[k].at
    # a head alone doesn't show the columns: it stands in their middle
    gutters = inner_gutters([*above[anchors[0] :], *takewhile(lambda line: not is_label(line, left), lines[k + 1 :])])
    inside = [line for line in below if not is_label(line, left)]
    return (
        max(near) <= _BLANK + 1
        and len(gutters) + 1 >= _COLUMNS
        and len(inside) == len(below)
        and (
            label_name(lines[k]) in groups or sum(not stands_within(line, gutters) for line in (above[-1], *below)) <= 1
        )
        and not any(key in heads for key in tops_of_lines(lines[k + 1 :]))
    )


def _anchors(lines: Sequence[InkLine]) -> list[int]:
    return [k for k, line in enumerate(lines) if len(line.parts) >= _COLUMNS]


def _in_stretch(lines: Sequence[InkLine], first: bool) -> list[Area]:
    """The tables between two labels; more than one where lines across the page stand between."""
    anchors = _anchors(lines)
    if len(anchors) < 2:
        return []
    core = lines[anchors[0] : anchors[-1] + 1]
    gutters = inner_gutters(core)
    if len(gutters) + 1 < _COLUMNS:
        return []
    left = min(line.ink[0].left for line in core)
    breaks = [k for k in range(anchors[0], anchors[-1]) if _is_title(lines[k], gutters, left)]
    if breaks:
        k = breaks[0]
        return _in_stretch(lines[:k], first) + _in_stretch(lines[k + 1 :], False)
    top = first_line(lines[: anchors[-1] + 1], anchors[0], gutters, first)
    stop = _stop(lines, anchors[-1], gutters)
    area = lines[top:stop]
    # what was added may stand across all columns
    return [Area(tuple(area), tuple(inner_gutters(area) or gutters))]


def _is_title(line: InkLine, gutters: Sequence[int], left: int) -> bool:
    """Does a line stand across the columns, set off from their left edge?"""
    return goes_across(line, gutters) and line.ink[0].left > left + _EDGE and len(line.ink) > _OVER


def _stop(lines: Sequence[InkLine], last: int, gutters: Sequence[int]) -> int:
    """Where the table ends: behind the last line that goes on in its columns."""
    k = last + 1
    while k < len(lines) and lines[k].at - lines[k - 1].at <= _BLANK + 2 and _goes_on(lines[k], lines[:k], gutters):
        k += 1
    return k


def _goes_on(line: InkLine, above: Sequence[InkLine], gutters: Sequence[int]) -> bool:
    """Does each part of a line begin where others of its column do?"""
    begins = {part[0].left for one in above for part in one.parts}
    return stands_within(line, gutters) and all(part[0].left in begins for part in line.parts)
