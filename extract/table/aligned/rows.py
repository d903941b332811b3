"""Column-aligned text of a table -> rows.

The columns are known from the positions (see gutters.py), so only two questions are left: which lines begin a row, and
where a merged sasaran ends. Both are answered with the weights of the same model as for linear text: a row's beginning
is the sum of what its cells' beginnings weigh, against going on, and of what the rules say of its cells as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.roles import NO, SASARAN, about_role
from extract.table.aligned.segments import Segment
from extract.table.aligned.shown import columns_over_pages
from extract.table.aligned.streams import AlignedTable, Stream
from extract.table.cells import LinePart, TextCell
from extract.table.linear.evidence import Phrases
from extract.table.linear.explain import why_begins
from extract.table.linear.runs import ROW, SAME, RowSoFar, WordRun
from extract.table.meaning.evidence import opens_cell
from schemas.layout import Line

#: No row of a decree has more lines than this.
_TALLEST = 70
_NONE = -1e18


def aligned_cells(table: AlignedTable) -> list[dict[int, TextCell]]:
    """The rows of a table in column-aligned text: column -> cell."""
    columns = columns_over_pages(table)
    units = table.context.units
    streams = table.streams(columns, Phrases.of(units))
    cuts, _ = _cuts(table, streams)
    streams = table.streams(columns, Phrases.of([*_phrases(table, streams, cuts), *units]))
    cuts, sure = _cuts(table, streams)
    return _drafts(table, streams, columns, cuts, sure)


def _cuts(table: AlignedTable, streams: Sequence[Stream]) -> tuple[list[int], dict[int, float]]:
    """The lines that begin rows, and by how much each beats the best reading in which it does not."""
    points = [line for line in range(len(table.lines)) if any(line in stream.at for stream in streams)]
    size = len(points)
    bounds = [*points, len(table.lines)]
    score = [[_NONE] * (size + 1) for _ in range(size)]
    for a in range(size):
        for b in range(a + 1, min(size, a + _TALLEST) + 1):
            score[a][b] = _row(table, streams, bounds[a], bounds[b])
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


def _row(table: AlignedTable, streams: Sequence[Stream], low: int, high: int) -> float:
    """What speaks for the lines low..high being one row."""
    model, roles = table.model, table.roles
    total, first, mask = 0.0, -1, 0
    empty = RowSoFar(last=((0, 0),) * len(roles))
    for column, stream in enumerate(streams):
        start, end = stream.span(low, high)
        if start == end:
            continue
        gain = stream.gain.get(low, 0.0)
        if roles[column] == SASARAN:
            # a merged sasaran may go on over the row's first line, so its gain is never held against the row
            total += max(gain, 0.0)
            continue
        mask |= 1 << column
        first = column if first < 0 else first
        total += gain + model.rule(stream.rules.grammar.whole(WordRun(start, end, column, SAME), empty))
    missing = [_lack(roles, k, mask) for k in range(len(roles)) if not mask >> k & 1 and roles[k] != SASARAN]
    return total + model.rule([f"baris>{roles[max(first, 0)]}", *missing])


def _lack(roles: Sequence[str], column: int, mask: int) -> str:
    """The feature of a cell that a row lacks: at its beginning, between others, or at its end."""
    low = not mask & ((1 << column) - 1)
    return f"{'tanpa' if low else 'kurang' if not mask >> column else 'lewat'}={roles[column]}"


def _phrases(table: AlignedTable, streams: Sequence[Stream], cuts: Sequence[int]) -> list[tuple[str, ...]]:
    """Texts that the sumber data column holds at least twice."""
    count: dict[tuple[str, ...], int] = {}
    for column, role in enumerate(table.roles):
        if about_role(role).grammar != "phrase":
            continue
        stream = streams[column]
        for low, high in zip(cuts, [*cuts[1:], len(stream.starts) - 1], strict=True):
            start, end = stream.span(low, high)
            words = stream.rules.facts.bare[start:end]
            count[words] = count.get(words, 0) + 1
    return [words for words, number in sorted(count.items()) if words and number > 1]


def _drafts(
    table: AlignedTable,
    streams: Sequence[Stream],
    columns: Sequence[Sequence[Segment]],
    cuts: Sequence[int],
    sure: dict[int, float],
) -> list[dict[int, TextCell]]:
    """The cells of each row, by column; a row is as sure as its beginning and its end."""
    model, lines, roles = table.model, table.lines, table.roles
    ranks = {index: rank for rank, index in enumerate(sorted({s.line for column in columns for s in column}))}
    drafts: list[dict[int, TextCell]] = []
    above = 0
    for low, high in zip(cuts, [*cuts[1:], len(lines)], strict=True):
        drafts.append({})
        confidence = model.confidence(min(sure.get(low, float("inf")), sure.get(high, float("inf"))))
        for column, stream in enumerate(streams):
            parts = _parts(stream, [s for s in columns[column] if low <= s.line < high], lines, ranks)
            if parts:
                begin = stream.starts[low]
                why = why_begins(model, stream.gaps[begin], WordRun(begin, begin + 1, column, ROW), column, roles)
                begins = roles[column] != SASARAN or _begins(streams, roles, column, low)
                begins = begins or _again(stream, above, low, high)
                cell = _cell(drafts, column, begins)
                cell.add(parts, confidence, why)
        above = low
    return drafts


def _parts(stream: Stream, segments: Sequence[Segment], lines: Sequence[Line], ranks: dict[int, int]) -> list[LinePart]:
    opened: set[int] = set()
    parts: list[LinePart] = []
    for segment in segments:
        glued = None if segment.line in opened else stream.tails.get(segment.line)
        span = (segment.left, segment.right)
        parts.append(LinePart(segment.text, lines[segment.line], ranks[segment.line], glued, span))
        opened.add(segment.line)
    return parts


def _begins(streams: Sequence[Stream], roles: Sequence[str], column: int, low: int) -> bool:
    """Whether a row's sasaran is its own, not the rest of a merged one above: it stands on the row's first line, and
    the row has a number, or what stands there looks like a beginning or is worded as one (`Meningkatnya`)."""
    stream = streams[column]
    if low not in stream.at:
        return False
    numbered = any(role == NO and low in own.at for role, own in zip(roles, streams, strict=True))
    word = stream.tokens.words[stream.at[low]]
    return stream.gain[low] > 0 or (numbered and word[:1].isupper()) or opens_cell(word)


def _again(stream: Stream, above: int, low: int, high: int) -> bool:
    """Is a row's sasaran that of the row above word for word? Then each row prints its own, merged over none."""
    (first, begin), (_, end) = stream.span(above, low), stream.span(low, high)
    words = stream.tokens.words
    return begin < end and words[first:begin] == words[begin:end]


def _cell(drafts: list[dict[int, TextCell]], column: int, begins: bool) -> TextCell:
    """The row's own cell, or the last one above where a text goes on."""
    if not begins:
        for draft in reversed(drafts):
            if column in draft:
                return draft[column]
    return drafts[-1].setdefault(column, TextCell())
