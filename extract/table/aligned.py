"""Column-aligned text of a table -> rows.

The columns are known from the positions (see columns.py), so only two questions are left: which lines begin a row, and
where a merged sasaran ends. Both are answered with the weights of the same model as for linear text: a row's beginning
is the sum of what its cells' beginnings weigh, against going on, and of what the rules say of its cells as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.table.cells import Draft, Part, rows_of
from extract.table.columns import Segment, pages_of, part, segments_of
from extract.table.evidence import Phrases, gap_attributes
from extract.table.explain import reason
from extract.table.model import END, INSIDE, Floats, Model
from extract.table.path import ROW, SAME, History, Piece, Rules
from extract.table.tokens import Tokens, tokenize, width
from extract.table.wrap import NAMES, Widths
from schemas.decree import Heading, Row
from schemas.pages import Line

#: No row of a decree has more lines than this.
_TALLEST = 70
_NONE = -1e18


@dataclass(frozen=True, slots=True)
class Stream:
    """One column's text from top to bottom. `at` maps the index of a line to the first word of it, `gain` is what a
    cell beginning there weighs against going on, `gaps` are the attributes."""

    tokens: Tokens
    rules: Rules
    gaps: list[list[str]]
    at: dict[int, int]
    gain: dict[int, float]
    starts: list[int]

    def span(self, low: int, high: int) -> tuple[int, int]:
        """Words of the lines low..high (exclusive)."""
        return self.starts[low], self.starts[high]


def read_rows(
    model: Model,
    lines: Sequence[Line],
    seams: frozenset[int],
    headings: Sequence[Heading],
    units: Sequence[Sequence[str]],
) -> tuple[Row, ...]:
    """The rows of a table in column-aligned text."""
    roles = [heading.role for heading in headings]
    columns = _columns(model, lines, seams, roles, units)
    streams = _streams(model, lines, seams, roles, columns, Phrases.of(units))
    cuts, _ = _cuts(model, streams, len(lines), roles)
    phrases = Phrases.of([*_phrases(streams, cuts, roles), *units])
    streams = _streams(model, lines, seams, roles, columns, phrases)
    cuts, sure = _cuts(model, streams, len(lines), roles)
    return rows_of(_drafts(model, lines, streams, columns, roles, cuts, sure), headings)


def _columns(
    model: Model,
    lines: Sequence[Line],
    seams: frozenset[int],
    roles: Sequence[str],
    units: Sequence[Sequence[str]],
) -> list[list[Segment]]:
    """The segments of each column. Pages that show all columns come first; the others are fitted to them."""
    segments = segments_of(lines)
    pages = [[s for s in segments if s.line in set(page)] for page in pages_of(lines, seams)]
    parted = [part(page, len(roles)).columns for page in pages if page]
    columns: list[list[Segment]] = [[] for _ in roles]
    for spans in parted:
        chosen = range(len(roles)) if len(spans) == len(roles) else _fit(model, lines, spans, columns, roles, units)
        for column, span in zip(chosen, spans, strict=True):
            columns[column] += span
    return columns


def _fit(
    model: Model,
    lines: Sequence[Line],
    spans: Sequence[Sequence[Segment]],
    before: Sequence[Sequence[Segment]],
    roles: Sequence[str],
    units: Sequence[Sequence[str]],
) -> list[int]:
    """Which columns a page shows that has only some of them: the assignment in order with the highest weight."""
    weight = [[_affinity(model, lines, span, before[k], k, roles, units) for k in range(len(roles))] for span in spans]
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
    units: Sequence[Sequence[str]],
) -> float:
    """What speaks for a page's column being this one: its first words go on with the text before the page break or
    begin cells, its other lines begin cells or go on, and its cells have the column's grammar."""
    tail = [s for s in before if s.line < span[0].line][-3:]
    stream = _stream(model, lines, [*tail, *span], frozenset(), roles, column, Phrases.of(units), _width(before))
    starts = [stream.at[s.line] for s in span]
    first = starts[0]
    history = History(last=tuple((0, first) if k == column else (0, 0) for k in range(len(roles))))
    score = model.rule(stream.rules.joint(history, first, column)) if tail else 0.0
    ends = [*starts[1:], len(stream.tokens)]
    for start, end in zip(starts, ends, strict=True):
        piece = Piece(start, end, column, SAME)
        score += model.rule(stream.rules.whole(piece, History(last=((0, 0),) * len(roles)))[2:])
    sums = model.sums(stream.gaps, roles)[:, :, column]
    return score + float(sum(max(sums[i, 0] + sums[i, END], sums[i, INSIDE]) for i in starts))


def _width(segments: Sequence[Segment]) -> int:
    return max((width(s.text) for s in segments), default=0)


def _streams(
    model: Model,
    lines: Sequence[Line],
    seams: frozenset[int],
    roles: Sequence[str],
    columns: Sequence[Sequence[Segment]],
    phrases: Phrases,
) -> list[Stream]:
    return [_stream(model, lines, columns[k], seams, roles, k, phrases, _width(columns[k])) for k in range(len(roles))]


def _stream(
    model: Model,
    lines: Sequence[Line],
    segments: Sequence[Segment],
    seams: frozenset[int],
    roles: Sequence[str],
    column: int,
    phrases: Phrases,
    limit: int,
) -> Stream:
    texts: dict[int, str] = {}
    for segment in segments:
        texts[segment.line] = f"{texts[segment.line]} {segment.text}" if segment.line in texts else segment.text
    own = [Line(text, lines[index].number, lines[index].page) for index, text in sorted(texts.items())]
    tokens = tokenize(own, seams)
    widths = [0] * len(roles)
    widths[column] = limit
    rules = Rules(tokens, roles, phrases, Widths(tokens, widths))
    gaps = gap_attributes(tokens, phrases)
    at: dict[int, int] = {}
    starts, words = [], 0
    for index in range(len(lines) + 1):
        starts.append(words)
        if index in texts:
            at[index] = words
            words += len(texts[index].split())
    return Stream(tokens, rules, gaps, at, _gains(model, rules, gaps, at, column, roles), starts)


def _gains(
    model: Model, rules: Rules, gaps: list[list[str]], at: dict[int, int], column: int, roles: Sequence[str]
) -> dict[int, float]:
    sums = model.sums(gaps, roles)[:, :, column]
    wrap = model.sums([[name] for name in NAMES], roles)[:, :, column]
    return {line: _gain(sums, wrap, rules, i, column) for line, i in at.items()}


def _gain(sums: Floats, wrap: Floats, rules: Rules, i: int, column: int) -> float:
    gain = float(sums[i, 0])
    if i > 0:
        name = rules.widths.name(rules.widths.line_start[i], i, column)
        gain += float(sums[i, END] - sums[i, INSIDE] + wrap[name, END] - wrap[name, INSIDE])
    return gain


def _cuts(
    model: Model, streams: Sequence[Stream], lines: int, roles: Sequence[str]
) -> tuple[list[int], dict[int, float]]:
    """The lines that begin rows, and by how much each beats the best reading in which it does not."""
    points = [line for line in range(lines) if any(line in stream.at for stream in streams)]
    size = len(points)
    bounds = [*points, lines]
    score = [[_NONE] * (size + 1) for _ in range(size)]
    for a in range(size):
        for b in range(a + 1, min(size, a + _TALLEST) + 1):
            score[a][b] = _row(model, streams, bounds[a], bounds[b], roles)
    ahead, best = [0.0] + [_NONE] * size, [0] * (size + 1)
    for b in range(1, size + 1):
        for a in range(max(0, b - _TALLEST), b):
            if ahead[a] + score[a][b] > ahead[b]:
                ahead[b], best[b] = ahead[a] + score[a][b], a
    behind = [_NONE] * size + [0.0]
    for a in range(size - 1, -1, -1):
        behind[a] = max(score[a][b] + behind[b] for b in range(a + 1, min(size, a + _TALLEST) + 1))
    cuts, b = [], size
    while b > 0:
        b = best[b]
        cuts.append(b)
    return [points[c] for c in reversed(cuts)], {
        points[c]: ahead[size] - _without(ahead, behind, score, c, size) for c in cuts
    }


def _without(ahead: list[float], behind: list[float], score: list[list[float]], cut: int, size: int) -> float:
    """The best reading in which a row goes on over this line."""
    low, high = max(0, cut - _TALLEST), min(size, cut + _TALLEST)
    return max(
        (ahead[a] + score[a][b] + behind[b] for a in range(low, cut) for b in range(cut + 1, high + 1)),
        default=_NONE,
    )


def _row(model: Model, streams: Sequence[Stream], low: int, high: int, roles: Sequence[str]) -> float:
    """What speaks for the lines low..high being one row."""
    total, first, mask = 0.0, -1, 0
    empty = History(last=((0, 0),) * len(roles))
    for column, stream in enumerate(streams):
        start, end = stream.span(low, high)
        if start == end:
            continue
        gain = stream.gain.get(low, 0.0)
        if roles[column] == "sasaran":
            # a merged sasaran may go on over the row's first line, so its gain is never held against the row
            total += max(gain, 0.0)
            continue
        mask |= 1 << column
        first = column if first < 0 else first
        total += gain + model.rule(stream.rules.whole(Piece(start, end, column, SAME), empty))
    missing = [_lack(roles, k, mask) for k in range(len(roles)) if not mask >> k & 1 and roles[k] != "sasaran"]
    return total + model.rule([f"baris>{roles[max(first, 0)]}", *missing])


def _lack(roles: Sequence[str], column: int, mask: int) -> str:
    """The feature of a cell that a row lacks: at its beginning, between others, or at its end."""
    low = not mask & ((1 << column) - 1)
    return f"{'tanpa' if low else 'kurang' if not mask >> column else 'lewat'}={roles[column]}"


def _phrases(streams: Sequence[Stream], cuts: Sequence[int], roles: Sequence[str]) -> list[tuple[str, ...]]:
    """Texts that the sumber data column holds at least twice."""
    count: dict[tuple[str, ...], int] = {}
    for column, role in enumerate(roles):
        if role not in {"sumber_data", "penanggung_jawab"}:
            continue
        stream = streams[column]
        for low, high in zip(cuts, [*cuts[1:], len(stream.starts) - 1], strict=True):
            start, end = stream.span(low, high)
            words = stream.rules.bare[start:end]
            count[words] = count.get(words, 0) + 1
    return [words for words, number in sorted(count.items()) if words and number > 1]


def _drafts(
    model: Model,
    lines: Sequence[Line],
    streams: Sequence[Stream],
    columns: Sequence[Sequence[Segment]],
    roles: Sequence[str],
    cuts: Sequence[int],
    sure: dict[int, float],
) -> list[dict[int, Draft]]:
    ranks = {index: rank for rank, index in enumerate(sorted({s.line for column in columns for s in column}))}
    drafts: list[dict[int, Draft]] = []
    for low, high in zip(cuts, [*cuts[1:], len(lines)], strict=True):
        drafts.append({})
        confidence = model.confidence(min(sure.get(low, float("inf")), sure.get(high, float("inf"))))
        for column, stream in enumerate(streams):
            parts = [Part(s.text, lines[s.line], ranks[s.line]) for s in columns[column] if low <= s.line < high]
            if parts:
                begin = stream.starts[low]
                why = reason(model, stream.gaps[begin], Piece(begin, begin + 1, column, ROW), column, roles)
                cell = _cell(drafts, column, roles[column], stream.gain.get(low))
                cell.add(parts, confidence, why)
    return drafts


def _cell(drafts: list[dict[int, Draft]], column: int, role: str, gain: float | None) -> Draft:
    """The row's own cell; a sasaran that does not begin on the row's first line goes on from above."""
    if role == "sasaran" and (gain is None or gain < 0):
        for draft in reversed(drafts):
            if column in draft:
                return draft[column]
    return drafts[-1].setdefault(column, Draft())
