"""A heading that stands alone at the foot of a page -> in the columns that its rows show on the next page.

Input: the grids of a document. Output: the same, such headings cut anew. The few words of a heading hide gutters (the
years below `TARGET MENURUT TAHUN` stand nearer to the headings beside them than to each other's cells), which the rows
below show over their whole height; and where it shows as many, white alone puts them elsewhere (`SASARAN` is not as
wide as what stands below it), so that the rows would be another table's.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.read.pdf.fitted import fitted_grid
from extract.table.drawn.heading import heading_from
from extract.table.drawn.heading_search import HeadingSearch
from schemas.layout import Grid

#: So many rows show where columns end.
_ROWS = 3


def with_heads_alone(grids: Sequence[Grid], search: HeadingSearch) -> list[Grid]:
    """The grids, each heading alone on its page in the columns of the rows behind it, if these are as many or more."""
    found = list(grids)
    for at, (head, rows) in enumerate(pairwise(grids)):
        if _are_head_and_rows(head, rows, search):
            found[at] = _refitted(head, rows) or head
    return found


def _are_head_and_rows(head: Grid, rows: Grid, search: HeadingSearch) -> bool:
    loose = not head.ruled and not rows.ruled and rows.page == head.page + 1
    same = len(rows.xs) == len(head.xs)
    if not loose or not (same or (len(rows.owner) >= _ROWS and len(rows.xs) > len(head.xs))):
        return False
    heading = search.first(head)
    alone = heading is not None and heading.first == 0 and heading.body >= len(head.owner)
    return alone and search.first(rows) is None


def _refitted(head: Grid, rows: Grid) -> Grid | None:
    """A heading in the columns of its rows, if each of them has a name there."""
    fitted = fitted_grid(head, rows.xs, headed=True)
    heading = heading_from(fitted) if fitted is not None else None
    named = heading is not None and heading.first == 0 and all(column.text for column in heading.columns)
    return fitted if named else None
