"""Which columns each page of aligned text shows.

Input: the lines of a table's body. Output: each column's segments over all pages. A page that shows as many columns as
the table has shows all of them; where it shows fewer (the rests of a row that the page cuts), the assignment in order
with the highest weight is taken.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.roles import NO
from extract.table.aligned.gutters import columns_of_page
from extract.table.aligned.pages import pages_of
from extract.table.aligned.segments import Segment, segments_of
from extract.table.aligned.streams import AlignedTable, Stream, printed_width
from extract.table.linear.evidence import Phrases
from extract.table.linear.model import END, INSIDE
from extract.table.linear.runs import CONT, SAME, RowSoFar, WordRun

#: The score of what can't be.
_NEVER = -1e9
#: So many lines above a page break tell whether a text goes on behind it.
_TAIL = 3


def columns_over_pages(table: AlignedTable) -> list[list[Segment]]:
    """The segments of each column, from top to bottom. Pages that show only some columns are fitted to those before."""
    segments = segments_of(line.text for line in table.lines)
    pages = [[s for s in segments if page[0] <= s.line <= page[-1]] for page in pages_of(table.lines, table.seams)]
    columns: list[list[Segment]] = [[] for _ in table.roles]
    for spans in [columns_of_page(page, table.roles) for page in pages if page]:
        chosen = range(len(table.roles)) if len(spans) == len(table.roles) else _fit(table, spans, columns)
        for column, span in zip(chosen, spans, strict=True):
            columns[column] += span
    return columns


def _fit(table: AlignedTable, spans: Sequence[Sequence[Segment]], before: Sequence[Sequence[Segment]]) -> list[int]:
    """Which columns a page shows that has only some of them: the assignment in order with the highest weight."""
    top = min(segment.line for span in spans for segment in span)
    columns = range(len(table.roles))
    weight = [[_affinity(table, span, before[k], k, top) for k in columns] for span in spans]
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    options: list[list[tuple[float, list[int]]]] = [best]
    for index, row in enumerate(weight):
        step: list[tuple[float, list[int]]] = []
        for column in range(index, len(table.roles)):
            ways = [(score, path) for score, path in options[-1] if not path or path[-1] < column]
            if ways:
                score, path = max(ways, key=lambda way: (way[0], [-c for c in way[1]]))
                step.append((score + row[column], [*path, column]))
        options.append(step)
    return max(options[-1], key=lambda way: (way[0], [-c for c in way[1]]))[1]


def _affinity(table: AlignedTable, span: Sequence[Segment], before: Sequence[Segment], column: int, top: int) -> float:
    """What speaks for a page's column being this one: whether its first words go on with the text before the page
    break, and what the model says of its words inside this column's cells."""
    model, role = table.model, table.roles[column]
    tail = [s for s in before if s.line < top][-_TAIL:]
    phrases = Phrases.of(table.context.units)
    stream = table.stream([*tail, *span], column, phrases, printed_width(before), frozenset())
    starts = sorted({stream.at[s.line] for s in span if s.line in stream.at})
    if not starts:
        # nothing but the rest of a word: there is no better sign of its column
        return model.rule([f"sambung={role}", "sambungpasangan=11"])
    if role == NO and not any(stream.rules.facts.ordinal(i) for i in starts):
        return _NEVER
    first, end = starts[0], len(stream.tokens)
    sums = model.sums(stream.gaps, table.roles)[:, :, column]
    runs = [WordRun(a, b, column, SAME) for a, b in zip(starts, [*starts[1:], end], strict=True)]
    empty = _alone(table, column, 0, 0, 0)
    score = float(sums[first, 0]) + _grammar(table, stream, runs[0], empty)
    if tail:
        score = max(score, float(sums[first, 1]) + _goes_on(table, stream, runs[0], tail, top))
    turn, stay = sums[:, 0] + sums[:, END], sums[:, INSIDE]
    score += float(sum(max(turn[i], stay[i]) if i in starts else stay[i] for i in range(first + 1, end)))
    return score + float(sums[end, END]) + sum(_grammar(table, stream, run, empty) for run in runs[1:])


def _goes_on(table: AlignedTable, stream: Stream, run: WordRun, tail: Sequence[Segment], top: int) -> float:
    """What speaks for a page's first line going on with the cell above the break (its last lines: `tail`)."""
    first, column = run.start, run.column
    # a cell that the page cut reaches its bottom: no line stands below its last one there
    below = sum(bool(line.text.strip()) for line in table.lines[tail[-1].line + 1 : top])
    row = _alone(table, column, 0, first, stream.rules.facts.lines_of(0, first) + below)
    names = [f"sambung={table.roles[column]}", *stream.rules.joints.names(row, first, column)]
    # a target is short: its last line is all that its grammar needs
    last = _alone(table, column, stream.starts[tail[-1].line], first, 0)
    return table.model.rule(names) + _grammar(table, stream, run._replace(kind=CONT), last)


def _alone(table: AlignedTable, column: int, start: int, end: int, height: int) -> RowSoFar:
    """A row that has nothing but a cell of this column (words start..end), so many lines high."""
    last = tuple((start, end) if k == column else (0, 0) for k in range(len(table.roles)))
    return RowSoFar(last=last, height=height, beside=height)


def _grammar(table: AlignedTable, stream: Stream, run: WordRun, row: RowSoFar) -> float:
    """What the column's grammar (of numbers, targets, sources) says of a line as a cell, or as the rest of one."""
    others, ends = stream.rules.grammar.ends(run, row)
    return table.model.rule(next((found for end, found in ends if end == run.end), others))
