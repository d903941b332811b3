"""The most likely reading of a table: the path of runs with the highest sum of weights.

A search over (gap, column, before or behind a page break) from left to right. For each state the best way there is
kept, with its row, and how far the second best falls behind: that says how sure the best one is (see soft.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter

import numpy as np

from bahasa.roles import NO
from extract.table.linear.joints import JOINTS, joint_names
from extract.table.linear.kept import Floats
from extract.table.linear.model import START_PART, Model
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import CONT, FRESH, ROW, SAME, RowSoFar, WordRun
from extract.table.linear.soft import Arrival, TableReading, Way, soften
from extract.table.linear.steps import close_names, step_names, step_said
from extract.table.linear.surroundings import WORTH
from extract.table.linear.weigh import NEVER, Begun, Weigher

#: For each lane (see weigh.py): (score, kind, node before) of the best way to begin a run at a gap.
Beginnings = list[tuple[float, int, Arrival | None]]

#: What steps behind a state weigh, by what it says: (lane, kind, slot of the start, weight).
KnownSteps = dict[object, list[tuple[int, int, int, float]]]

#: So many states are followed from one gap.
WIDTH = 12
#: The gate of a strict search lies so much nearer to 0.
_STRICT = 0.5
#: Gaps of which the words around say so much for a cell's start are looked at (see surroundings.py): the odds of 1 : 9.
_HINTED = -2.2 * WORTH


#: What a row costs at most that begins with the last of its cells (`Dokumen data formasi` under rumus alone).
_REST = 8000


@dataclass
class Search:
    """One table's search. Gaps that the model's gate leaves out are not looked at, nor are states followed that fall
    its `beam` behind and beginnings that fall its `lead` behind. Without `margins` rivals are not remembered. In
    training `penalty` (gaps, columns) is subtracted from starts, and the gaps of `keep` are looked at whatever the gate
    says. A `strict` search, when a reading is there already, has a narrower gate. Where `rows` are given, a row begins
    at each of these words, with its number, and at no other one (see counted.py)."""

    model: Model
    rules: TableRules
    gaps: Sequence[Sequence[str]]
    penalty: Floats | None = None
    margins: bool = True
    width: int = WIDTH
    keep: frozenset[int] = frozenset()
    strict: bool = False
    rows: frozenset[int] | None = None
    ways: dict[int, dict[int, Way]] = field(default_factory=dict)
    known: dict[object, KnownSteps] = field(default_factory=dict)

    def __post_init__(self) -> None:
        model, facts = self.model, self.rules.facts
        self.facts = facts
        self.n, self.k = len(facts.words), len(facts.roles)
        self.likely = [*self._likely(), self.n]
        self.weigher = Weigher(model, self.rules, self.gaps, self.likely, self.penalty, self.rows or ())
        if not model.joints:
            model.joints += (tuple([model.rule(joint_names(joint)) for joint in heights]) for heights in JOINTS)
        self.most_joint = max(map(max, model.joints))
        self.number = facts.roles.index(NO) if NO in facts.roles else -2
        # best and second-best scores by likely gap and lane, and where these runs start: their ways are those that
        # start there, by lane
        shape = (len(self.likely), 2 * self.k)
        self.best, self.second = np.full(shape, NEVER), np.full(shape, NEVER)
        self.start, self.second_start = np.zeros(shape, np.int64), np.zeros(shape, np.int64)

    def run(self) -> TableReading:
        """The best reading of the whole table (at least one word)."""
        names = [step_names(self.facts, -1, RowSoFar(), 0, column, ROW) for column in range(self.k)]
        scores = [self.model.rule(names[k]) + self.weigher.starts[0][k] for k in range(self.k)]
        self.ways[0] = {2 * k: Way(0, None, ROW) for k in range(self.k)}
        begun = [(2 * k, ROW, score, RowSoFar()) for k, score in enumerate(scores)]
        self._extend(0, begun if self.rows is None else begun[self.number : self.number + 1])
        for i in self.likely[:-1]:
            self._leave(i)
        return self._finish()

    def behind(self, i: int, lane: int) -> float:
        """How far a state at likely gap i is behind the best one there."""
        states = self.best[self.weigher.ahead[i]]
        return float(states.max() - states[lane])

    def _likely(self) -> list[int]:
        """Gaps where a boundary is at all likely, and those that must be kept. Behind a page break, where the rests of
        several cells share a line (`masa kerja perbaikan masa kerja Mutasi`), every gap is."""
        gate, keep = self.model.gate, self._kept()
        least = self.model.gate_least * (_STRICT if self.strict else 1.0)
        if not gate:
            return list(range(1, self.n))
        return [i for i in range(1, self.n) if i in keep or gate_score(gate, self.gaps[i]) >= least]

    def _kept(self) -> frozenset[int]:
        """Gaps that are looked at whatever the gate says."""
        known = self.keep | self.facts.behind_breaks() | self.facts.targets.apart | (self.rows or frozenset())
        hints = self.model.hints(self.facts)
        if hints is None:
            return known
        return known | frozenset(np.flatnonzero(hints[:, 0].max(axis=1) >= _HINTED).tolist())

    def _arrive(self, i: int) -> list[Arrival]:
        """The nodes of the states worth following at (likely) gap i, best first."""
        p = self.weigher.ahead[i]
        found = [(-score, lane) for lane, score in enumerate(self.best[p].tolist()) if score > NEVER]
        if not found:
            return []
        found.sort()
        floor = self.model.beam + found[0][0]
        starts, second, second_starts = (of[p].tolist() for of in (self.start, self.second, self.second_start))
        nodes: list[Arrival] = []
        for negative, lane in found[: self.width]:
            if negative > floor:
                break
            way = self.ways[starts[lane]][lane]
            run = tuple.__new__(WordRun, (way.start, i, lane // 2, way.kind))
            row = self.rules.order.behind(run, way.node.row if way.node else RowSoFar())
            nodes.append(node := Arrival(run, way, row, -negative))
            if self.margins and second[lane] > NEVER:
                node.second, node.margin = self.ways[second_starts[lane]][lane], -negative - second[lane]
        return nodes

    def _leave(self, i: int) -> None:
        """Begins the next runs at gap i; SAME and ROW compete for one lane, so do CONT and FRESH."""
        none = (NEVER, ROW, None)
        first: Beginnings = [none] * (2 * self.k)
        # without margins nobody asks for rivals, and none is kept
        second = first.copy() if self.margins else first
        tops = [NEVER] * (2 * self.k)
        runners = tops.copy() if self.margins else tops
        hopeless, lead, most_joint = NEVER, self.model.lead, self.most_joint
        starts, seam, ordinal = self.weigher.starts[i], self.facts.seam_possible(i), self.facts.ordinal(i)
        joints: dict[tuple[int, int, int], tuple[float, ...]] = {}
        known = self._known_steps(i, seam, ordinal)
        for node in self._arrive(i):
            before, row = node.score, node.row
            # which cells the row has matters only where a page may break or has broken
            present = (row.mask, row.sasaran) if seam or row.after else None
            key = (node.run.column, row.multi, row.after, row.first, present)
            options = known.get(key)
            if options is None:
                options = known[key] = self._options(node, i, seam, ordinal)
            for lane, kind, slot, weight in options:
                score = before + weight + starts[slot]
                if kind == CONT:
                    if score + most_joint <= runners[lane] or score + most_joint < hopeless:
                        continue  # whatever its text says, two ways are better, or none will follow it
                    score += self._joint(joints, row, i, lane // 2)
                if score > tops[lane]:
                    second[lane], runners[lane] = first[lane], tops[lane]
                    first[lane], tops[lane] = (score, kind, node), score
                    if score - lead > hopeless and not self.margins:
                        hopeless = score - lead
                elif score > runners[lane]:
                    second[lane], runners[lane] = (score, kind, node), score
        self._begin(i, first, second)

    def _joint(self, known: dict[tuple[int, int, int], tuple[float, ...]], row: RowSoFar, i: int, column: int) -> float:
        joints = self.rules.joints
        begin, end = row.last[column]
        key = max(begin, joints.near[end]), end, column
        weights = known.get(key)
        if weights is None:
            weights = known[key] = self.model.joints[joints.at(begin, end, i, column)]
        return weights[joints.short(row, column)]

    def _begin(self, i: int, first: Beginnings, second: Beginnings) -> None:
        """Follows the beginnings that are not hopeless, each with the runner-up to its beginning."""
        floor = max(map(itemgetter(0), first)) - self.model.lead
        begun: list[Begun] = []
        ways = self.ways[i] = {}
        for lane, (score, kind, node) in enumerate(first):
            if node is not None and score >= floor:
                way = ways[lane] = Way(i, node, kind)
                behind, rival_kind, rival = second[lane]
                if rival is not None and self.margins:
                    way.rival_kind, way.rival, way.behind = rival_kind, rival, score - behind
                begun.append((lane, kind, score, node.row))
        if begun:
            self._extend(i, begun)

    def _known_steps(self, i: int, seam: bool, ordinal: bool) -> KnownSteps:
        """What a step weighs is the same at all gaps that are like this one in tables of one kind: kept with the
        model."""
        facts = self.facts
        like = seam, ordinal, self._begins(i), facts.layout[i]
        if like not in self.known:
            kind = (facts.roles, facts.blanks, facts.marked, facts.blank, *like)
            self.known[like] = self.model.steps.of(kind, dict)
        return self.known[like]

    def _options(self, node: Arrival, i: int, seam: bool, ordinal: bool) -> list[tuple[int, int, int, float]]:
        """(lane, kind, slot of its start, weight of the step) of the runs that may follow a node at gap i. Only an
        ordinal may stand in the number column."""
        previous, row = node.run.column, node.row
        begins = self._begins(i)
        return [
            (
                2 * column + (kind in (CONT, FRESH)),
                kind,
                START_PART[kind] * self.k + column,
                self.model.said(parts) - self._blanks(previous, row, column, kind),
            )
            for column, kind in self.rules.order.choices(previous, row, seam)
            if self._may_begin(column, kind, ordinal, begins)
            for parts in [step_said(self.facts, previous, row, i, column, kind)]
        ]

    def _blanks(self, previous: int, row: RowSoFar, column: int, kind: int) -> int:
        """What a step costs by the cells that it leaves blank. What a page cut off a row may follow behind it."""
        blanks = self.facts.blanks
        if kind == SAME:
            return sum(blanks[previous + 1 : column])
        left = 0 if previous < 0 or row.after else sum(blanks[previous + 1 :])
        if kind == ROW:
            return left + min(sum(blanks[:column]), _REST)
        return left - sum(blanks[column : column + (kind == FRESH)])

    def _begins(self, i: int) -> bool | None:
        """Whether a row begins at a gap, None where it is not known."""
        return None if self.rows is None else i in self.rows

    def _may_begin(self, column: int, kind: int, ordinal: bool, begins: bool | None) -> bool:
        """Whether such a run may begin at a word that is an ordinal or not, where rows are known to begin there or
        not to (None: not known)."""
        if begins is None:
            return ordinal or column != self.number
        return (column == self.number and kind == ROW) if begins else (column != self.number and kind != ROW)

    def _extend(self, i: int, begun: Sequence[Begun]) -> None:
        """Enters every end of the runs that start at gap i: keeps the best of each lane and the second best."""
        low, total = self.weigher.weigh(i, begun)
        ends = slice(low, low + len(total))
        best, start = self.best[ends], self.start[ends]
        better = total > best
        if self.margins:
            second = self.second[ends]
            loser = np.minimum(total, best)
            np.copyto(self.second_start[ends], np.where(better, start, i), where=loser > second)
            np.maximum(second, loser, out=second)
        np.copyto(start, i, where=better)
        np.maximum(best, total, out=best)

    def _finish(self) -> TableReading:
        ends = self._arrive(self.n)
        for node in ends:
            node.score += self.model.rule(close_names(self.facts, node.run.column, node.row))
            node.score -= 0 if node.row.after else sum(self.facts.blanks[node.run.column + 1 :])
        if not ends:
            raise LookupError("no reading ends at the last word")
        ends.sort(key=lambda node: -node.score)
        return soften(ends)


def gate_score(gate: dict[str, float], attributes: Sequence[str]) -> float:
    """How much a gap looks like a boundary of any cell."""
    return sum([gate.get(attribute, 0.0) for attribute in attributes])
