"""What a run of words weighs, given where it begins: sums over its gaps, its length, its brackets, its grammar.

The weights of the step to it are decode.py's. All ends of all runs that begin at one gap are weighed at once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from bahasa.roles import TARGET, about_role
from extract.table.linear.grammar import WITH_GRAMMAR, balance_name, length_name
from extract.table.linear.kept import Floats
from extract.table.linear.manners import beginning
from extract.table.linear.model import END, INSIDE, START_PART, Model
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import CONT, FRESH, ROW, SAME, RowSoFar, WordRun
from extract.table.linear.steps import GAPS, standing_name
from extract.table.linear.wrap import FITS

Ints = NDArray[np.int64]
#: A beginning that is followed: (lane, kind, score up to there, row before it).
Begun = tuple[int, int, float, RowSoFar]
#: What a run says of one end alone: (lane, gap, weight).
SingleEnd = tuple[int, int, float]

#: Longest run in words where its role has no limit of its own: far above what decrees print.
_LONG = 130
#: The score of what can't be.
NEVER = float("-inf")
#: A sum that nothing makes good, but that can be taken off again.
_HOPELESS = 1e7
#: What speaks against a cell with a line that its column has no room for.
NO_ROOM = 12000.0
#: What speaks against a target that ends before a unit of the vocabulary (`3` / `Laporan`), or any cell that ends
#: before the number that its last words lead (`sebesar` / `60%`).
CUT_UNIT = 10000.0


class Weigher:
    """The weights of one table's runs that end at the `likely` gaps (rising, the last one behind the last word), none
    behind the next of `stops`. Scores stand in arrays of gaps x lanes: lane 2k is for column k's runs of the kinds SAME
    and ROW, lane 2k+1 for CONT and FRESH."""

    def __init__(
        self,
        model: Model,
        rules: TableRules,
        gaps: Sequence[Sequence[str]],
        likely: Sequence[int],
        penalty: Floats | None = None,
        stops: Iterable[int] = (),
    ) -> None:
        self.model, self.rules, self.likely = model, rules, likely
        self.widths = rules.widths
        facts = self.facts = rules.facts
        self.n, self.k = len(facts.words), len(facts.roles)
        self.stops = sorted({*stops, self.n})
        self.lengths = self._lengths_of_all().repeat(2, axis=1)
        sums = self._of_gaps(gaps)
        starts = sums[:, :END] if penalty is None else sums[:, :END] - penalty[:, None]
        #: by gap: what it says for a start, at part * columns + column
        self.starts: list[list[float]] = starts.reshape(self.n + 1, END * self.k).tolist()
        self.wrap = model.sums([[name] for name in FITS], facts.roles)
        ends, inside = sums[:, END], sums[:, INSIDE]
        self.static = self._wrapped_lines(ends, inside)
        self._part_targets(inside)
        self._weigh_capitals(inside)
        inside = np.concatenate([np.zeros((1, self.k)), np.cumsum(inside, axis=0)[:-1]])
        #: inside[j, lane] - inside[i, lane]: what the gaps i .. j-1 say, if they are inside one run
        self.inside = inside.repeat(2, axis=1)
        self.at = np.array(likely)
        #: by gap: the number of likely gaps before it
        self.ahead: list[int] = np.searchsorted(self.at, np.arange(self.n + _LONG + 2)).tolist()
        self.grammatical = [role in WITH_GRAMMAR for role in facts.roles]
        #: by how deep in brackets a run begins, and likely gap: all that an end there says of a run that begins so
        self.reach: dict[int, Floats] = {}
        #: the same: what is to be added where the run continues a cell
        self.continued: dict[int, Floats] = {}
        self._know_ends((inside + ends)[self.at].repeat(2, axis=1))
        #: by (lines before, gap): what a cell of one line and one of several weigh, as cells stand in this table
        self.standing = self._heights()
        self.stands = any(map(any, self.standing.values()))
        self.again, self.parallel = model.rule(["ulang"]), model.rule(["sejajar"])

    def _of_gaps(self, gaps: Sequence[Sequence[str]]) -> Floats:
        """What the gaps say: (gaps, PARTS, columns)."""
        sums, hints = self.model.sums(gaps, self.facts.roles), self.model.hints(self.facts)
        if hints is not None:
            sums += hints
        self._weigh_beginnings(sums)
        sums[sorted(self.facts.targets.inner), END] -= CUT_UNIT
        return sums

    def weigh(self, i: int, begun: Sequence[Begun]) -> tuple[int, Floats]:
        """(the first likely gap behind i, scores of the runs that begin at gap i: likely gaps from that one on x
        lanes)."""
        longest = min(self.stops[bisect_right(self.stops, i)], i + _LONG)
        low, high = self.ahead[i + 1], self.ahead[longest + 1]
        offsets = [NEVER] * (2 * self.k)
        single: list[SingleEnd] = []
        whole = self.facts.targets.whole[i] > i
        for lane, kind, score, row in begun:
            offsets[lane] = score
            if whole or self.grammatical[lane // 2] or (kind == CONT and row.after):
                run = tuple.__new__(WordRun, (i, longest, lane // 2, kind))
                offsets[lane] += self._whole(single, lane, run, row)
        depth = self.facts.depth[i]
        total = self.lengths.take(self.at[low:high] - i, axis=0)
        total += self.reach[depth][low:high]
        total += np.array(offsets) - self.inside[i + 1]
        again = self.ahead[min(self.facts.repeats[i], self.n + 1)]
        if again < high:
            total[max(0, again - low) :] += self.again
        self._lines(total, i, low, begun)
        for lane, kind, _, _ in begun:
            if kind == CONT:
                total[:, lane] += self.continued[depth][low:high]
        for lane, end, weight in single:
            self._add(total, low, lane, end, weight)
        return low, total

    def _whole(self, single: list[SingleEnd], lane: int, run: WordRun, row: RowSoFar) -> float:
        """What the rules say of each run as a whole that begins as `run` does; the few ends of which they say otherwise
        go to `single`."""
        base, grammar = 0.0, self.rules.grammar
        if self.grammatical[run.column]:
            others, ends = grammar.ends(run, row)
            base = self.model.rule(others)
            single += [(lane, end, self.model.rule(names) - base) for end, names in ends if end <= run.end]
        if run.kind == CONT:
            single += [(lane, end, self.parallel) for end in grammar.parallel_ends(run, row)]
        if self.facts.targets.whole[run.start] > run.start:
            single += [(lane, end, -CUT_UNIT) for end in grammar.cuts(run)]
        return base

    def _lines(self, total: Floats, i: int, low: int, begun: Sequence[Begun]) -> None:
        """Adds what the lines say of runs that begin inside one, and how cells of one line and of several stand."""
        end = self.widths.next_line[i]
        inside = end <= i + _LONG and self.widths.line_start[end] != i
        partial = inside and end < self.n
        several = max(0, self.ahead[min(self.facts.several[i], self.n + 1)] - low)
        for lane, kind, _, row in begun:
            if partial and self.widths.columns[lane // 2]:
                self._correct_first_line(total, low, lane, i)
            if inside and self.roomless[end, lane // 2]:
                self._give_room(total, low, lane, i)
            if kind == SAME and self.stands:
                one, more = self.standing[row.multi, self.facts.layout[i][0]]
                total[:several, lane] += one
                total[several:, lane] += more

    def _know_ends(self, plain: Floats) -> None:
        """What an end says (`plain`, likely gaps x lanes) together with what the brackets of the run say, by how deep
        in brackets it begins."""
        at = np.array(self.facts.depth)[self.at]
        usual, continued = (
            np.array([self.model.rule([balance_name(kind, depth)]) for depth in (-1, 0, 1)]) for kind in (SAME, CONT)
        )
        for depth in set(self.facts.depth):
            side = np.sign(at - depth) + 1
            self.reach[depth] = plain + usual[side, None]
            self.continued[depth] = (continued - usual)[side]

    def _heights(self) -> dict[tuple[bool, str], tuple[float, float]]:
        def weight(before: bool, own: bool, gap: str) -> float:
            return self.model.rule([standing_name(self.facts.standing, before, own, gap)])

        keys = [(before, gap) for before in (False, True) for gap in GAPS]
        return {(before, gap): (weight(before, False, gap), weight(before, True, gap)) for before, gap in keys}

    def _lengths_of_all(self) -> Floats:
        return np.stack([self._lengths(role) for role in self.facts.roles], axis=1)

    def _lengths(self, role: str) -> Floats:
        """What a run's length weighs, by words up to `_LONG` (-inf where it would be too long for its role): the same
        in all tables, kept with the model."""
        return self.model.lengths.of(role, lambda: self._weights_of_lengths(role))

    def _weights_of_lengths(self, role: str) -> Floats:
        longest = about_role(role).longest or _LONG
        out = np.full(_LONG + 1, NEVER)
        for size in range(1, longest + 1):
            out[size] = self.model.rule([length_name(role, size)])
        return out

    def _wrapped_lines(self, ends: Floats, inside: Floats) -> Ints:
        """Adds what the line breaks say to ends and insides, for runs that have the whole line before the break."""
        static = np.zeros((self.n + 1, self.k), dtype=np.int64)
        breaks = [i for i in range(1, self.n) if self.facts.tokens.first[i]]
        for k in range(self.k):
            if self.widths.columns[k]:
                static[breaks, k] = [self.widths.name(self.widths.line_start[i], i, k) for i in breaks]
            inside[breaks, k] += self.wrap[static[breaks, k], INSIDE, k]
            ends[breaks, k] += self.wrap[static[breaks, k], END, k]
        self.roomless = self.widths.roomless()
        ends -= NO_ROOM * self.roomless
        inside[breaks] -= NO_ROOM * self.roomless[breaks]
        return static

    def _part_targets(self, inside: Floats) -> None:
        """No cell of a target goes on where another one begins."""
        columns = [k for k, role in enumerate(self.facts.roles) if role == TARGET]
        inside[np.ix_(sorted(self.facts.targets.apart), columns)] -= _HOPELESS

    def _weigh_capitals(self, inside: Floats) -> None:
        """Words with a capital are seldom inside cells where the document writes so."""
        if self.facts.capitals:
            inside[: self.n][self.facts.capital] += np.array(self.facts.capitals)

    def _weigh_beginnings(self, sums: Floats) -> None:
        """Adds to what the gaps say for a cell's start how this document begins its cells."""
        if self.facts.begins:
            weights = np.array(self.facts.begins).T[[beginning(word) for word in self.facts.words]]
            for part in {START_PART[kind] for kind in (SAME, ROW, FRESH)}:
                sums[: self.n, part] += weights

    def _add(self, total: Floats, low: int, lane: int, end: int, weight: float) -> None:
        """Adds a weight at one end, if that is a likely gap and a run may end there (the scores begin with likely gap
        `low`)."""
        p = self.ahead[end]
        if p - low < len(total) and self.likely[p] == end:
            total[p - low, lane] += weight

    def _correct_first_line(self, total: Floats, low: int, lane: int, i: int) -> None:
        """A run that starts inside a line has only a part of that line."""
        column, end = lane // 2, self.widths.next_line[i]
        name, static = self.widths.name(i, end, column), self.static[end, column]
        if name != static:
            self._add(total, low, lane, end, self.wrap[name, END, column] - self.wrap[static, END, column])
            inside = self.wrap[name, INSIDE, column] - self.wrap[static, INSIDE, column]
            total[self.ahead[end + 1] - low :, lane] += inside

    def _give_room(self, total: Floats, low: int, lane: int, i: int) -> None:
        """A run that starts inside a line may have room where its whole line has none."""
        column, stop = lane // 2, self.widths.next_line[i]
        for end in range(i + 1, stop + 1):
            if self.roomless[end, column] and self.widths.has_room(i, end, column):
                self._add(total, low, lane, end, NO_ROOM)
        if stop < self.n and self.widths.has_room(i, stop, column):
            total[self.ahead[stop + 1] - low :, lane] += NO_ROOM
