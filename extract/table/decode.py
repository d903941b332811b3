"""The most likely reading of a table: the path of pieces with the highest sum of weights.

A search over (gap, column, before or behind a page break) from left to right. For each state the best way there is
kept, with its history, and how far the second best falls behind: that says how sure the best one is (see soft.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from extract.table.model import END, INSIDE, START_PART, Floats, Model
from extract.table.path import CONT, FRESH, ROW, SAME, History, Piece, Rules
from extract.table.soft import Node, Reading, Way, soften
from extract.table.wrap import NAMES

Ints = NDArray[np.int64]
#: lane -> (score, kind, node before) of the ways to begin a piece at a gap
Beginnings = dict[int, tuple[float, int, Node]]

#: Longest piece in words, by role: far above what decrees print.
_LONGEST = {"no": 2, "target": 9, "satuan": 4}
_LONG = 130
#: So many states are followed from one gap.
WIDTH = 12
#: The gate of a strict search lies so much nearer to 0.
_STRICT = 0.5
_NONE = -1e18


@dataclass(slots=True)
class _Lane:
    """Best and second-best scores of one column and phase, by gap, and the numbers of their ways."""

    best: Floats
    second: Floats
    way: Ints
    second_way: Ints


@dataclass
class Search:
    """One table's search. Gaps that the model's gate leaves out are not looked at, nor are states followed that fall
    its `beam` behind and beginnings that fall its `lead` behind. Without `margins` rivals are not remembered. In
    training `penalty` (gaps, columns) is subtracted from starts, and the gaps of `keep` are looked at whatever the gate
    says. A `strict` search, when a reading is there already, has a narrower gate."""

    model: Model
    rules: Rules
    gaps: Sequence[Sequence[str]]
    penalty: Floats | None = None
    margins: bool = True
    width: int = WIDTH
    keep: frozenset[int] = frozenset()
    strict: bool = False
    ways: list[Way] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.widths = self.rules.widths
        # what a step weighs is the same in all tables of one kind: kept with the model
        kind = (self.rules.roles, self.rules.marked, self.rules.blank)
        self.options = self.model.steps.setdefault(kind, {})
        self.n, self.k = len(self.rules.words), len(self.rules.roles)
        sums = self.model.sums(self.gaps, self.rules.roles)
        self.wrap = self.model.sums([[name] for name in NAMES], self.rules.roles)
        self.starts = np.ascontiguousarray(sums[:, :3].transpose(1, 2, 0))
        if self.penalty is not None:
            self.starts = self.starts - self.penalty.T[None]
        self.ends = np.ascontiguousarray(sums[:, END].T)
        inside = np.ascontiguousarray(sums[:, INSIDE].T)
        self.static = self._wrapped_lines(inside)
        #: inside[k, j] - inside[k, i]: what the gaps i .. j-1 say, if they are inside one piece
        self.inside = np.concatenate([np.zeros((self.k, 1)), np.cumsum(inside, axis=1)[:, :-1]], axis=1)
        self.number = self.rules.roles.index("no") if "no" in self.rules.roles else -2
        self.depth = np.array(self.rules.depth)
        self.balance = [[self.model.rule([self.rules.balance(kind, d)]) for d in (0, 1, -1)] for kind in range(4)]
        self.again, self.parallel = self.model.rule(["ulang"]), self.model.rule(["sejajar"])
        self.next_bracket = [self.n] * (self.n + 1)
        for i in range(self.n - 1, -1, -1):
            same = self.rules.depth[i + 1] == self.rules.depth[i]
            self.next_bracket[i] = self.next_bracket[i + 1] if same else i
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
        """Gaps where a boundary is at all likely, and those that must be kept. Behind a page break, where the rests of
        several cells share a line (`masa kerja perbaikan masa kerja Mutasi`), every gap is."""
        gate, keep = self.model.gate, self.keep | self.rules.behind_breaks()
        least = self.model.gate_least * (_STRICT if self.strict else 1.0)
        if not gate:
            return list(range(1, self.n))
        return [i for i in range(1, self.n) if i in keep or gate_score(gate, self.gaps[i]) >= least]

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
        floor = found[0][0] - self.model.beam
        return [self._node(i, *state) for state in found[: self.width] if state[0] >= floor]

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
        first: Beginnings = {}
        second: Beginnings = {}
        starts, seam = self.starts[:, :, i].tolist(), self.rules.seam_possible(i)
        joints: dict[tuple[int, int, int], float] = {}
        number = self.number if self.rules.ordinal(i) else -1
        for node in self._arrive(i):
            for column, kind, lane, weight in self._options(node, i, seam):
                if column == self.number != number:
                    continue
                score = node.score + weight + starts[START_PART[kind]][column]
                if kind == CONT:
                    score += self._joint(joints, node.history, i, column)
                if lane not in first or score > first[lane][0]:
                    if lane in first:
                        second[lane] = first[lane]
                    first[lane] = (score, kind, node)
                elif lane not in second or score > second[lane][0]:
                    second[lane] = (score, kind, node)
        if first:
            self._begin(i, first, second)

    def _joint(self, known: dict[tuple[int, int, int], float], history: History, i: int, column: int) -> float:
        key = (*history.last[column], column)
        if key not in known:
            known[key] = self.model.rule(self.rules.joint(history, i, column))
        return known[key]

    def _begin(self, i: int, first: Beginnings, second: Beginnings) -> None:
        """Follows the beginnings that are not hopeless, each with the runner-up to its beginning."""
        floor = max(score for score, _, _ in first.values()) - self.model.lead
        for lane, (score, kind, node) in first.items():
            if score >= floor:
                way = Way(i, node, kind)
                if lane in second:
                    behind, way.rival_kind, way.rival = second[lane]
                    way.behind = score - behind
                self._extend(i, lane // 2, lane % 2, score, way, node.history)

    def _options(self, node: Node, i: int, seam: bool) -> list[tuple[int, int, int, float]]:
        """(column, kind, lane, weight of the step) of the pieces that may follow a node at gap i."""
        previous, history = node.piece.column, node.history
        # which cells the row has matters only where a page may break or has broken
        present = (history.mask, history.sasaran) if seam or history.after else None
        key = (previous, present, history.multi, history.after, seam, self.rules.layout[i])
        found = self.options.get(key)
        if found is None:
            found = self.options[key] = [
                (column, kind, 2 * column + (kind in (CONT, FRESH)), self.model.rule(names))
                for column, kind in self.rules.choices(previous, history, seam)
                for names in [self.rules.step(previous, history, i, column, kind)]
            ]
        return found

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
        longest = Piece(i, last, column, way.kind)
        for end in self.rules.parallel_ends(longest, history):
            total[end - i - 1] += self.parallel
        self._grammar(total, longest, history, role)
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
        """Adds what the brackets of each piece say, and words that come twice in it."""
        even, opened, closed = self.balance[kind]
        total += even
        if self.next_bracket[i] < last:
            depth = self.depth[i + 1 : last + 1] - self.depth[i]
            total[depth > 0] += opened - even
            total[depth < 0] += closed - even
        again = self.rules.repeats[i]
        if again <= last:
            total[again - i - 1 :] += self.again

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
        if not self.margins:
            best[better] = total[better]
            ways[better] = way
            return
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
        return soften(ends)


def gate_score(gate: dict[str, float], attributes: Sequence[str]) -> float:
    """How much a gap looks like a boundary of any cell."""
    return sum(gate.get(attribute, 0.0) for attribute in attributes)
