"""The columns of column-aligned text as streams of words, with what the model says of a cell beginning in each line.

Input: the lines of a table's body. Output: each column's segments and its stream. Where a page shows fewer columns than
the table has, the assignment in order with the highest weight is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from bahasa.roles import NO
from extract.table.aligned.gutters import columns_of_page
from extract.table.aligned.pages import pages_of
from extract.table.aligned.segments import Segment, segments_of
from extract.table.linear.evidence import Phrases, gap_attributes
from extract.table.linear.mend import mend
from extract.table.linear.model import END, INSIDE, Floats, Model
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import CONT, SAME, RowSoFar, WordRun
from extract.table.linear.tokens import TableWords, tokenize, width
from extract.table.linear.wrap import FITS
from extract.table.told import Told
from schemas.layout import Line

#: The score of what can't be.
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Stream:
    """One column's text from top to bottom. `at` maps the index of a line to the first word of it, `gain` is what a
    cell beginning there weighs against going on, `gaps` are the attributes. `tails` are the lines that begin with the
    rest of a broken word, and how surely."""

    tokens: TableWords
    rules: TableRules
    gaps: list[list[str]]
    at: dict[int, int]
    gain: dict[int, float]
    starts: list[int]
    tails: dict[int, float]

    def span(self, low: int, high: int) -> tuple[int, int]:
        """Words of the lines low..high (exclusive)."""
        return self.starts[low], self.starts[high]


def columns_over_pages(
    model: Model,
    lines: Sequence[Line],
    seams: frozenset[int],
    roles: Sequence[str],
    told: Told,
) -> list[list[Segment]]:
    """The segments of each column. Pages that show all columns come first; the others are fitted to them."""
    segments = segments_of(line.text for line in lines)
    pages = [[s for s in segments if page[0] <= s.line <= page[-1]] for page in pages_of(lines, seams)]
    columns: list[list[Segment]] = [[] for _ in roles]
    for spans in [columns_of_page(page, roles) for page in pages if page]:
        chosen = range(len(roles)) if len(spans) == len(roles) else _fit(model, lines, spans, columns, roles, told)
        for column, span in zip(chosen, spans, strict=True):
            columns[column] += span
    return columns


def _fit(
    model: Model,
    lines: Sequence[Line],
    spans: Sequence[Sequence[Segment]],
    before: Sequence[Sequence[Segment]],
    roles: Sequence[str],
    told: Told,
) -> list[int]:
    """Which columns a page shows that has only some of them: the assignment in order with the highest weight."""
    top = min(segment.line for span in spans for segment in span)
    columns = range(len(roles))
    weight = [[_affinity(model, lines, span, before[k], k, roles, told, top) for k in columns] for span in spans]
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    options: list[list[tuple[float, list[int]]]] = [best]
    for index, row in enumerate(weight):
        step: list[tuple[float, list[int]]] = []
        for column in range(index, len(roles)):
            ways = [(score, path) for score, path in options[-1] if not path or path[-1] < column]
            if ways:
                score, path = max(ways, key=lambda way: (way[0], [-c for c in way[1]]))
                step.append((score + row[column], [*path, column]))
        options.append(step)
    return max(options[-1], key=lambda way: (way[0], [-c for c in way[1]]))[1]


def _affinity(
    model: Model,
    lines: Sequence[Line],
    span: Sequence[Segment],
    before: Sequence[Segment],
    column: int,
    roles: Sequence[str],
    told: Told,
    top: int,
) -> float:
    """What speaks for a page's column being this one: whether its first words go on with the text before the page
    break, and what the model says of its words inside this column's cells."""
    tail = [s for s in before if s.line < top][-3:]
    stream = _stream(
        model, lines, [*tail, *span], frozenset(), roles, column, Phrases.of(told.units), _width(before), told
    )
    starts = {stream.at[s.line] for s in span if s.line in stream.at}
    if not starts:
        # nothing but the rest of a word: there is no better sign of its column
        return model.rule([f"sambung={roles[column]}", "sambungpasangan=11"])
    first, end = min(starts), len(stream.tokens)
    if roles[column] == NO and not any(stream.rules.facts.ordinal(i) for i in starts):
        return _NEVER
    sums = model.sums(stream.gaps, roles)[:, :, column]
    runs = [WordRun(a, b, column, SAME) for a, b in zip(sorted(starts), [*sorted(starts)[1:], end], strict=True)]
    score = float(sums[first, 0]) + _grammar(model, stream, runs[0], _history(roles, column, 0, 0, 0))
    if tail:
        # a cell that the page cut reaches its bottom: no line stands below its last one there
        below = sum(bool(line.text.strip()) for line in lines[tail[-1].line + 1 : top])
        row = _history(roles, column, 0, first, stream.rules.facts.lines_of(0, first) + below)
        goes_on = model.rule([f"sambung={roles[column]}", *stream.rules.joints.names(row, first, column)])
        # a target is short: its last line is all that its grammar needs
        last = _history(roles, column, stream.starts[tail[-1].line], first, 0)
        goes_on += _grammar(model, stream, runs[0]._replace(kind=CONT), last)
        score = max(score, float(sums[first, 1]) + goes_on)
    turn, stay = sums[:, 0] + sums[:, END], sums[:, INSIDE]
    score += float(sum(max(turn[i], stay[i]) if i in starts else stay[i] for i in range(first + 1, end)))
    empty = _history(roles, column, 0, 0, 0)
    return score + float(sums[end, END]) + sum(_grammar(model, stream, run, empty) for run in runs[1:])


def _history(roles: Sequence[str], column: int, start: int, end: int, height: int) -> RowSoFar:
    """The row of a row that has nothing but a cell of this column (words start..end), so many lines high."""
    last = tuple((start, end) if k == column else (0, 0) for k in range(len(roles)))
    return RowSoFar(last=last, height=height, beside=height)


def _grammar(model: Model, stream: Stream, run: WordRun, row: RowSoFar) -> float:
    """What the column's grammar (of numbers, targets, sources) says of a line as a cell, or as the rest of one."""
    others, ends = stream.rules.grammar.ends(run, row)
    return model.rule(next((found for end, found in ends if end == run.end), others))


def _width(segments: Sequence[Segment]) -> int:
    return max((width(s.text) for s in segments), default=0)


def streams_of(
    model: Model,
    lines: Sequence[Line],
    seams: frozenset[int],
    roles: Sequence[str],
    columns: Sequence[Sequence[Segment]],
    phrases: Phrases,
    told: Told,
) -> list[Stream]:
    return [
        _stream(model, lines, columns[k], seams, roles, k, phrases, _width(columns[k]), told) for k in range(len(roles))
    ]


def _stream(
    model: Model,
    lines: Sequence[Line],
    segments: Sequence[Segment],
    seams: frozenset[int],
    roles: Sequence[str],
    column: int,
    phrases: Phrases,
    limit: int,
    told: Told,
) -> Stream:
    texts: dict[int, str] = {}
    for segment in segments:
        texts[segment.line] = f"{texts[segment.line]} {segment.text}" if segment.line in texts else segment.text
    own = [Line(text, lines[index].number, lines[index].page) for index, text in sorted(texts.items())]
    tokens = mend(tokenize(own, seams), told.words, over_pages=True)
    widths = [0] * len(roles)
    widths[column] = limit
    rules = TableRules.of(tokens, roles, phrases, widths, told)
    gaps = gap_attributes(tokens, phrases)
    own_line = sorted(texts)
    tails = {own_line[part.line]: part.sure for parts in tokens.broken.values() for part in parts[1:]}
    at: dict[int, int] = {}
    for i, line in enumerate(tokens.line):
        if own_line[line] not in tails:
            at.setdefault(own_line[line], i)
    word_lines = [own_line[line] for line in tokens.line]
    starts = [bisect_left(word_lines, index) for index in range(len(lines) + 1)]
    return Stream(tokens, rules, gaps, at, _gains(model, rules, gaps, at, column, roles), starts, tails)


def _gains(
    model: Model, rules: TableRules, gaps: list[list[str]], at: dict[int, int], column: int, roles: Sequence[str]
) -> dict[int, float]:
    sums = model.sums(gaps, roles)[:, :, column]
    wrap = model.sums([[name] for name in FITS], roles)[:, :, column]
    return {line: _gain(sums, wrap, rules, i, column) for line, i in at.items()}


def _gain(sums: Floats, wrap: Floats, rules: TableRules, i: int, column: int) -> float:
    gain = float(sums[i, 0])
    if i > 0:
        name = rules.widths.name(rules.widths.line_start[i], i, column)
        gain += float(sums[i, END] - sums[i, INSIDE] + wrap[name, END] - wrap[name, INSIDE])
    return gain
