"""The most likely reading of a table: the path of pieces with the highest sum of weights.

A search over (gap, column, before or behind a page break) from left to right. For each state the best way there is
kept, with its history, and how far the second best falls behind: that says how sure the best one is (a soft-output
Viterbi search).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from extract.table.model import END, INSIDE, START_PART, Floats, Model
from extract.table.path import CONT, FRESH, ROW, SAME, History, Piece, Rules
from extract.table.wrap import NAMES

Ints = NDArray[np.int64]

#: Longest piece in words, by role: far above what decrees print.
_LONGEST = {"no": 2, "target": 9, "satuan": 4}
_LONG = 130
#: Share of the gaps at which a boundary is looked for: one gap in three or four is one.
SHARE = 1.0
#: So many states are followed from one gap.
WIDTH = 8
_NONE = -1e18


@dataclass(slots=True)
class Way:
    """A piece's beginning: where, behind which node, of which kind; and the second-best way to begin it there."""

    start: int
    node: Node | None
    kind: int
    rival: Node | None = None
    rival_kind: int = ROW
    behind: float = float("inf")


@dataclass(slots=True)
class Node:
    """The best way to a state: its last piece, how it began, the row's history, and the runner-up with its distance."""

    piece: Piece
    way: Way
    history: History
    score: float
    second: Way | None = None
    margin: float = float("inf")


@dataclass(slots=True)
class Reading:
    """A path with, for each piece, the margin by which it was preferred, and the piece that the next best reading has
    in its place."""

    path: list[Piece]
    margins: list[float]
    rivals: list[Piece | None]
    score: float


@dataclass(slots=True)
class _Lane:
    """Best and second-best scores of one column and phase, by gap, and the numbers of their ways."""

    best: Floats
    second: Floats
    way: Ints
    second_way: Ints


@dataclass
class Search:
    """One table's search. `penalty` (gaps, columns) is subtracted from starts (used in training); only
    the likeliest `share` of the gaps is looked at for boundaries, and `keep`; states that fall `beam` behind are not
    followed."""

    model: Model
    rules: Rules
    gaps: Sequence[Sequence[str]]
    penalty: Floats | None = None
    share: float = SHARE
    keep: frozenset[int] = frozenset()
    beam: float = float("inf")
    ways: list[Way] = field(default_factory=list)
    steps: dict[tuple[object, ...], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.widths = self.rules.widths
        self.n, self.k = len(self.rules.words), len(self.rules.roles)
        sums = self.model.sums(self.gaps, self.rules.roles)
        self.wrap = self.model.sums([[name] for name in NAMES], self.rules.roles)
        self.starts = np.ascontiguousarray(sums[:, :3].transpose(1, 2, 0))
        if self.penalty is not None:
            self.starts = self.starts - self.penalty.T[None]
        self.ends = np.ascontiguousarray(sums[:, END].T)
        inside = np.ascontiguousarray(sums[:, INSIDE].T)
        self.static = self._wrapped_lines(inside)
        self.stay = inside.max(axis=0)
        #: inside[k, j] - inside[k, i]: what the gaps i .. j-1 say, if they are inside one piece
        self.inside = np.concatenate([np.zeros((self.k, 1)), np.cumsum(inside, axis=1)[:, :-1]], axis=1)
        self.depth = np.array(self.rules.depth)
        self.lengths = [self._lengths(role) for role in self.rules.roles]
        self.lanes = [[self._lane(), self._lane()] for _ in range(self.k)]

    def _lane(self) -> _Lane:
        n = self.n + 1
        return _Lane(np.full(n, _NONE), np.full(n, _NONE), np.zeros(n, np.int64), np.zeros(n, np.int64))

    def _wrapped_lines(self, inside: Floats) -> Ints:
        """Adds what the line breaks say to ends and insides, for pieces that have the whole line before the break."""
        static = np.zeros((self.k, self.n + 1), dtype=np.int64)
        breaks = [i for i in range(1, self.n) if self.rules.tokens.first[i]]
        for k in range(self.k):
            if self.widths.columns[k]:
                static[k, breaks] = [self.widths.name(self.widths.line_start[i], i, k) for i in breaks]
            inside[k, breaks] += self.wrap[static[k, breaks], INSIDE, k]
            self.ends[k, breaks] += self.wrap[static[k, breaks], END, k]
        return static

    def _lengths(self, role: str) -> Floats:
        column = self.rules.roles.index(role)
        sizes = range(1, _LONGEST.get(role, _LONG) + 1)
        return np.array([0.0] + [self.model.rule([self.rules.length(Piece(0, size, column, SAME))]) for size in sizes])

    def run(self) -> Reading:
        """The best reading of the whole table (at least one word)."""
        for column in range(self.k):
            names = self.rules.step(-1, History(), 0, column, ROW)
            score = self.model.rule(names) + float(self.starts[0, column, 0])
            self._extend(0, column, 0, score, Way(0, None, ROW), History())
        for i in self._likely():
            self._leave(i)
        return self._finish()

    def _likely(self) -> list[int]:
        """Gaps where a boundary is at all likely: the share of them in which the best end and start weigh most against
        going on, and those that must be kept."""
        if self.n < 2:
            return []
        turn = self.starts.max(axis=(0, 1))[1 : self.n] + self.ends.max(axis=0)[1 : self.n] - self.stay[1 : self.n]
        least = np.sort(turn)[int((1 - self.share) * (self.n - 2))]
        return [i for i in range(1, self.n) if turn[i - 1] >= least or i in self.keep]

    def _arrive(self, i: int) -> list[Node]:
        """The nodes of the states worth following at gap i, best first."""
        found = [
            (float(lane.best[i]), column, phase)
            for column, lanes in enumerate(self.lanes)
            for phase, lane in enumerate(lanes)
            if lane.best[i] > _NONE / 2
        ]
        if not found:
            return []
        found.sort(key=lambda state: (-state[0], state[1], state[2]))
        floor = found[0][0] - self.beam
        return [self._node(i, *state) for state in found[:WIDTH] if state[0] >= floor]

    def _node(self, i: int, score: float, column: int, phase: int) -> Node:
        lane = self.lanes[column][phase]
        way = self.ways[lane.way[i]]
        piece = Piece(way.start, i, column, way.kind)
        node = Node(piece, way, self.rules.after(piece, way.node.history if way.node else History()), score)
        if lane.second[i] > _NONE / 2:
            node.second, node.margin = self.ways[lane.second_way[i]], score - float(lane.second[i])
        return node

    def _leave(self, i: int) -> None:
        """Begins the next pieces at gap i; SAME and ROW compete for one lane, so do CONT and FRESH."""
        best: dict[tuple[int, int], list[tuple[float, int, int, Node]]] = {}
        starts, seam = self.starts[:, :, i].tolist(), self.rules.seam_possible(i)
        for order, node in enumerate(self._arrive(i)):
            previous, history = node.piece.column, node.history
            for column, kind in self.rules.choices(previous, history, seam):
                score = node.score + self._step(previous, history, i, column, kind) + starts[START_PART[kind]][column]
                if kind == CONT:
                    score += self.model.rule(self.rules.joint(history, i, column))
                best.setdefault((column, int(kind in (CONT, FRESH))), []).append((-score, order, kind, node))
        for (column, phase), ways in best.items():
            ways.sort(key=lambda way: way[:3])
            score, _, kind, node = ways[0]
            way = Way(i, node, kind)
            if len(ways) > 1:
                way.behind, _, way.rival_kind, way.rival = ways[1]
                way.behind -= score
            self._extend(i, column, phase, -score, way, node.history)

    def _step(self, previous: int, history: History, i: int, column: int, kind: int) -> float:
        key = (previous, column, kind, history.mask, history.multi, history.after, self.rules.layout[i])
        score = self.steps.get(key)
        if score is None:
            score = self.steps[key] = self.model.rule(self.rules.step(previous, history, i, column, kind))
        return score

    def _extend(self, i: int, column: int, phase: int, score: float, way: Way, history: History) -> None:
        """Enters every end of a piece that starts at gap i."""
        role = self.rules.roles[column]
        last = min(self.n, i + _LONGEST.get(role, _LONG))
        inside = self.inside[column]
        total = inside[i + 1 : last + 1] + self.ends[column, i + 1 : last + 1]
        total += self.lengths[column][1 : last - i + 1]
        total += score - inside[i + 1]
        self._correct_first_line(total, i, last, column)
        self._brackets(total, i, last, way.kind)
        self._grammar(total, Piece(i, last, column, way.kind), history, role)
        self.ways.append(way)
        self._enter(self.lanes[column][phase], i + 1, last + 1, total, len(self.ways) - 1)

    def _correct_first_line(self, total: Floats, i: int, last: int, column: int) -> None:
        """A piece that starts inside a line has only a part of that line."""
        end = self.widths.next_line[i]
        if end > last or end >= self.n or self.widths.line_start[end] == i or not self.widths.columns[column]:
            return
        name, static = self.widths.name(i, end, column), self.static[column, end]
        if name != static:
            k = end - i - 1
            total[k] += self.wrap[name, END, column] - self.wrap[static, END, column]
            total[k + 1 :] += self.wrap[name, INSIDE, column] - self.wrap[static, INSIDE, column]

    def _brackets(self, total: Floats, i: int, last: int, kind: int) -> None:
        depth = self.depth[i + 1 : last + 1] - self.depth[i]
        total += np.where(depth == 0, *(self.model.rule([self.rules.balance(kind, d)]) for d in (0, 1)))
        closed = depth < 0
        if closed.any():
            total[closed] += self.model.rule([self.rules.balance(kind, -1)]) - self.model.rule(
                [self.rules.balance(kind, 1)]
            )

    def _grammar(self, total: Floats, longest: Piece, history: History, role: str) -> None:
        """Adds what the rules say of each piece as a whole; only a few ends differ from `others`."""
        if role not in {"no", "target", "satuan", "sumber_data", "penanggung_jawab"}:
            return
        others, ends = self.rules.grammar_ends(longest, history, role)
        base = self.model.rule(others)
        total += base
        for j, names in ends:
            if j <= longest.end:
                total[j - longest.start - 1] += self.model.rule(names) - base

    def _enter(self, lane: _Lane, low: int, high: int, total: Floats, way: int) -> None:
        best, second = lane.best[low:high], lane.second[low:high]
        ways, second_ways = lane.way[low:high], lane.second_way[low:high]
        better = total > best
        loser = np.where(better, best, total)
        close = loser > second
        second[close] = loser[close]
        second_ways[close] = np.where(better, ways, way)[close]
        best[better] = total[better]
        ways[better] = way

    def _finish(self) -> Reading:
        ends = self._arrive(self.n)
        for node in ends:
            node.score += self.model.rule(self.rules.close(node.piece.column, node.history))
        ends.sort(key=lambda node: -node.score)
        return _soft(ends)


def _chain(node: Node | None) -> list[Node]:
    out: list[Node] = []
    while node is not None:
        out.append(node)
        node = node.way.node
    return out[::-1]


def _soft(ends: list[Node]) -> Reading:
    """Margins of all decisions on the best path: each rival that merges with it bounds those in which they differ."""
    best = ends[0]
    nodes = _chain(best)
    index = {id(node): k for k, node in enumerate(nodes)}
    reading = Reading([node.piece for node in nodes], [float("inf")] * len(nodes), [None] * len(nodes), best.score)
    if len(ends) > 1:
        _bound(reading, index, [ends[1].piece], ends[1].way.node, best.score - ends[1].score, len(nodes))
    for k, node in enumerate(nodes):
        piece, way = node.piece, node.way
        if node.second is not None:
            rival = Piece(node.second.start, piece.end, piece.column, node.second.kind)
            _bound(reading, index, [rival], node.second.node, node.margin, k + 1)
        if way.rival is not None:
            rival = Piece(piece.start, piece.end, piece.column, way.rival_kind)
            _bound(reading, index, [rival], way.rival, way.behind, k + 1)
    return reading


def _key(piece: Piece) -> tuple[int, int, int, int]:
    return piece.start, piece.end, piece.column, piece.kind


def _bound(
    reading: Reading, index: dict[int, int], rival: list[Piece], before: Node | None, margin: float, upto: int
) -> None:
    """Bounds the margins of the pieces between the point where the rival left the best path and piece `upto`."""
    while before is not None and id(before) not in index:
        rival.append(before.piece)
        before = before.way.node
    low = index[id(before)] + 1 if before is not None else 0
    shared = {_key(piece) for piece in rival}
    for k in range(low, upto):
        piece = reading.path[k]
        if _key(piece) not in shared and margin < reading.margins[k]:
            reading.margins[k] = margin
            reading.rivals[k] = next((r for r in rival if r.start <= piece.start < r.end), None)
