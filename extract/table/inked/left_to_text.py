"""Is a text in columns left to the reader of text (`extract/table/aligned`), whose rows are learned?

Input: the lines of a text and the tables that their form shows. It is where rows show no beginning of their own, the
vocabulary knows each heading, and that reader sees the same tables: the same words in each column, the same lines
across them, in a text that speaks as the decree does from which it learned. Where it sees others (a group row as cells,
two columns as one), its rows are of no use.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from bahasa.roles import about_role
from extract.read.piece import Piece
from extract.table.aligned.apart import lines_across
from extract.table.aligned.gutters import columns_of_page
from extract.table.aligned.pages import is_aligned
from extract.table.aligned.segments import segments_of
from extract.table.context import document_words
from extract.table.heading import TableHeading, find
from extract.table.inked.headed import is_numbers
from extract.table.inked.placed import PlacedLine
from extract.table.inked.sheet import PagePart
from extract.table.linear.model import speaks_as_decree
from schemas.layout import Line

#: A caption stands so many lines above its table.
_CAPTION = 2
#: Rows have numbers of their own where so many have.
_NUMBERED = 0.9
#: `1. Nama Jabatan :`
_COUNTED_LABEL = re.compile(r"\s{0,4}\d{1,2}[.)]\s+\S[^:]{0,40}\s:\s")
#: Fewer rows tell nothing of how the others begin.
_ROWS = 5


def left_to_text(lines: Sequence[Line], parts: Sequence[PagePart], tops: Collection[int]) -> bool:
    """Does the reader of text know these tables better than their form does? `tops`: the numbers of the lines that
    pages begin with."""
    if _counted(parts) or not _all_headed(parts, tops) or _numbered_labels(lines, parts):
        return False
    # where another office speaks its weights know no words that begin a cell, and it joins rows of one line each
    # (`Dokumen R3P / Jitupasna` / `2   Masyarakat siaga   Peserta gladi`) that the form tells apart; without breaks
    # between pages headings stand among the rows, which only that reader knows
    if any(line.page is not None for line in lines) and not speaks_as_decree(document_words(lines).all):
        return False
    headings = _known_headings(lines, parts)
    return headings is not None and _alike(parts, headings)


def _counted(parts: Sequence[PagePart]) -> bool:
    """Have most rows a number of their own? They show where rows begin."""
    rows = _rows(parts)
    return rows >= _ROWS and sum(part.counted for part in parts) >= _NUMBERED * rows


def _numbered_labels(lines: Sequence[Line], parts: Sequence[PagePart]) -> bool:
    """Are labels of blocks counted (`1. Nama Jabatan :` above each table)? The reader of text takes them for rows."""
    inside = {line.number for part in parts for line in part.lines}
    labels = (_COUNTED_LABEL.match(line.text) for line in lines if line.number not in inside)
    return max(Counter(match[0].split(":")[0] for match in labels if match).values(), default=0) > 1


def _rows(parts: Sequence[PagePart]) -> int:
    """How many rows tables have; groups and column numbers are none."""
    return sum(
        first not in part.across and not is_numbers(part.lines[first])
        for part in parts
        for first, _ in part.bands[part.headed :]
    )


def _all_headed(parts: Sequence[PagePart], tops: Collection[int]) -> bool:
    """Has each table a heading, but for what a page begins with? The reader of text knows no table without one."""
    return all(part.headed or part.lines[0].number in tops for part in parts)


def _known_headings(lines: Sequence[Line], parts: Sequence[PagePart]) -> list[TableHeading] | None:
    """The headings of the tables that have one, if the vocabulary knows each as the form shows it, column by column. Of
    a table of few rows the form shows the columns badly: there the words decide."""
    printed = [line for line in lines if line.text.strip()]
    rows = [Piece(line.text, line, rank) for rank, line in enumerate(printed)]
    rank = {line.number: at for at, line in enumerate(printed)}
    found: list[TableHeading] = []
    for part in (one for one in parts if one.headed):
        heading = _heading_within(rows, rank[part.lines[0].number], part)
        if heading is None or (len(heading.key) != part.columns and _rows(parts) >= _ROWS):
            return None
        found.append(heading)
    return found or None


def _heading_within(rows: Sequence[Piece], at: int, part: PagePart) -> TableHeading | None:
    """The heading that the vocabulary knows in the lines of a part's heading. What it sees in the caption above as well
    (`Indikator Kinerja :`), or lacks a line of (`Target` above `Jumlah` and `Satuan`), it does not know."""
    for start in range(max(0, at - _CAPTION), at + part.bands[0][1]):
        found = find(rows, start)
        if found is not None:
            return found if found.known and start <= at else None
    return None


def _alike(parts: Sequence[PagePart], headings: Sequence[TableHeading]) -> bool:
    """Does the reader of text see the words of each part in the same columns, and the same lines across them?"""
    of_part = iter(headings)
    heading: TableHeading | None = None
    for part in parts:
        heading = next(of_part) if part.headed else heading
        if heading is None or not _same_columns(part, [about_role(one.role).learned for one in heading.headings]):
            return False
    return True


def _same_columns(part: PagePart, roles: Sequence[str]) -> bool:
    body = _body(part)
    lines = [part.lines[i].line.line for i in body]
    across = {k for run in lines_across(lines, frozenset(), roles) for k in run}
    if not is_aligned(lines) or across != {k for k, i in enumerate(body) if i in part.across}:
        return False
    inside = [part.lines[i] for k, i in enumerate(body) if k not in across]
    return _by_column(inside, roles) == [
        [line.text(k) for line in inside] for k in range(part.columns) if any(line.cells[k] for line in inside)
    ]


def _by_column(lines: Sequence[PlacedLine], roles: Sequence[str]) -> list[list[str]]:
    """The text of each line in each column, as the reader of text sees them."""
    columns = columns_of_page(segments_of(line.line.line.text for line in lines), roles)
    return [[" ".join(s.text for s in own if s.line == n) for n in range(len(lines))] for own in columns]


def _body(part: PagePart) -> list[int]:
    """The lines of a part behind its heading."""
    return [i for first, stop in part.bands[part.headed :] for i in range(first, stop) if not is_numbers(part.lines[i])]
