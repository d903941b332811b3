"""What a run of words weighs, given where it begins: sums over its gaps, its length, its brackets, its grammar.

The weights of the step to it are decode.py's. All ends of all runs that begin at one gap are weighed at once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bahasa.roles import about_role
from extract.table.linear.grammar import WITH_GRAMMAR, balance_name, length_name
from extract.table.linear.model import END, INSIDE, Floats, Model
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import CONT, SAME, RowSoFar, WordRun
from extract.table.linear.steps import GAPS, standing_name
from extract.table.linear.wrap import FITS

Ints = NDArray[np.int64]
#: A beginning that is followed: (lane, kind, score up to there, row before it).
Begun = tuple[int, int, float, RowSoFar]

#: Longest run in words where its role has no limit of its own: far above what decrees print.
_LONG = 130
#: The score of what can't be.
NEVER = float("-inf")


class Weigher:
    """The weights of one table's runs that end at the `likely` gaps (rising, the last one behind the last word).
    Arrays have a scores for each lane: lane 2k is for column k's runs of the kinds SAME and ROW, lane 2k+1 for CONT and
    FRESH."""

    def __init__(
        self,
        model: Model,
        rules: TableRules,
        gaps: Sequence[Sequence[str]],
        likely: Sequence[int],
        penalty: Floats | None = None,
    ) -> None:
        self.model, self.rules, self.likely = model, rules, likely
        self.widths = rules.widths
        facts = self.facts = rules.facts
        self.n, self.k = len(facts.words), len(facts.roles)
        # what a length weighs is the same in all tables of these columns: kept with the model
        if facts.roles not in model.lengths:
            model.lengths[facts.roles] = np.stack([self._lengths(role) for role in facts.roles])
        self.lengths = model.lengths[facts.roles].repeat(2, axis=0)
        sums = model.sums(gaps, facts.roles)
        starts = sums[:, :END] if penalty is None else sums[:, :END] - penalty[:, None]
        #: by gap: what it says for a start, at part * columns + column
        self.starts: list[list[float]] = starts.reshape(self.n + 1, END * self.k).tolist()
        self.wrap = model.sums([[name] for name in FITS], facts.roles)
        ends, inside = np.ascontiguousarray(sums[:, END].T), np.ascontiguousarray(sums[:, INSIDE].T)
        self.static = self._wrapped_lines(ends, inside)
        inside = np.concatenate([np.zeros((self.k, 1)), np.cumsum(inside, axis=1)[:, :-1]], axis=1)
        #: inside[lane, j] - inside[lane, i]: what the gaps i .. j-1 say, if they are inside one run
        self.inside = inside.repeat(2, axis=0)
        self.at = np.array(likely)
        #: by gap: the number of likely gaps before it
        self.ahead: list[int] = np.searchsorted(self.at, np.arange(self.n + _LONG + 2)).tolist()
        #: by likely gap: all that an end there says whatever the beginning
        self.reach = (inside + ends)[:, self.at].repeat(2, axis=0)
        self.grammatical = [role in WITH_GRAMMAR for role in facts.roles]
        self.depth = np.array(facts.depth)[self.at]
        self.balance = [[model.rule([balance_name(kind, depth)]) for depth in (0, 1, -1)] for kind in range(4)]
        #: by (lines before, gap): what a cell of one line and one of several weigh, as cells stand in this table
        self.standing = self._heights()
        self.stands = any(map(any, self.standing.values()))
        self.again, self.parallel = model.rule(["ulang"]), model.rule(["sejajar"])
        #: by gap: the next word that opens or closes a bracket
        self.next_bracket = self._next_brackets()

    def weigh(self, i: int, begun: Sequence[Begun]) -> tuple[int, Floats]:
        """(the first likely gap behind i, scores of the runs that begin at gap i: lanes x likely gaps from that
        one on)."""
        longest = min(self.n, i + _LONG)
        low, high = self.ahead[i + 1], self.ahead[longest + 1]
        offsets = [NEVER] * (2 * self.k)
        for lane, kind, score, _ in begun:
            offsets[lane] = score + self.balance[kind][0]
        total = self.lengths.take(self.at[low:high] - i, axis=1)
        total += self.reach[:, low:high]
        total += (np.array(offsets) - self.inside[:, i + 1])[:, None]
        self._brackets(total, i, low, begun)
        end = self.widths.next_line[i]
        partial = end <= longest and end < self.n and self.widths.line_start[end] != i
        for lane, kind, _, row in begun:
            run, scores = WordRun(i, longest, lane // 2, kind), total[lane]
            if partial and self.widths.columns[run.column]:
                self._correct_first_line(scores, low, run)
            if kind == CONT:
                for j in self.rules.grammar.parallel_ends(run, row):
                    self._add(scores, low, j, self.parallel)
            if kind == SAME and self.stands:
                one, several = self.standing[row.multi, self.facts.layout[i][0]]
                second = max(0, self.ahead[min(self.facts.several[i], self.n + 1)] - low)
                scores[:second] += one
                scores[second:] += several
            if self.grammatical[run.column]:
                self._grammar(scores, low, run, row)
        if self.facts.targets.whole[i] > i:
            for lane, kind, _, _ in begun:
                for end in self.rules.grammar.cuts(WordRun(i, longest, lane // 2, kind)):
                    self._add(total[lane], low, end, NEVER)
        return low, total

    def _next_brackets(self) -> list[int]:
        found, depth = [self.n] * (self.n + 1), self.facts.depth
        for i in range(self.n - 1, -1, -1):
            found[i] = found[i + 1] if depth[i + 1] == depth[i] else i
        return found

    def _heights(self) -> dict[tuple[bool, str], tuple[float, float]]:
        def weight(before: bool, own: bool, gap: str) -> float:
            return self.model.rule([standing_name(self.facts.standing, before, own, gap)])

        keys = [(before, gap) for before in (False, True) for gap in GAPS]
        return {(before, gap): (weight(before, False, gap), weight(before, True, gap)) for before, gap in keys}

    def _lengths(self, role: str) -> Floats:
        """What a run's length weighs, by words up to `_LONG` (-inf where it would be too long for its role)."""
        longest = about_role(role).longest or _LONG
        out = np.full(_LONG + 1, NEVER)
        for size in range(1, longest + 1):
            out[size] = self.model.rule([length_name(role, size)])
        return out

    def _wrapped_lines(self, ends: Floats, inside: Floats) -> Ints:
        """Adds what the line breaks say to ends and insides, for runs that have the whole line before the break."""
        static = np.zeros((self.k, self.n + 1), dtype=np.int64)
        breaks = [i for i in range(1, self.n) if self.facts.tokens.first[i]]
        for k in range(self.k):
            if self.widths.columns[k]:
                static[k, breaks] = [self.widths.name(self.widths.line_start[i], i, k) for i in breaks]
            inside[k, breaks] += self.wrap[static[k, breaks], INSIDE, k]
            ends[k, breaks] += self.wrap[static[k, breaks], END, k]
        return static

    def _add(self, scores: Floats, low: int, end: int, weight: float) -> None:
        """Adds a weight at one end, if that is a likely gap (the scores begins with likely gap `low`)."""
        p = self.ahead[end]
        if p < len(self.likely) and self.likely[p] == end:
            scores[p - low] += weight

    def _correct_first_line(self, scores: Floats, low: int, run: WordRun) -> None:
        """A run that starts inside a line has only a part of that line."""
        i, column = run.start, run.column
        end = self.widths.next_line[i]
        name, static = self.widths.name(i, end, column), self.static[column, end]
        if name != static:
            self._add(scores, low, end, self.wrap[name, END, column] - self.wrap[static, END, column])
            scores[self.ahead[end + 1] - low :] += self.wrap[name, INSIDE, column] - self.wrap[static, INSIDE, column]

    def _brackets(self, total: Floats, i: int, low: int, begun: Sequence[Begun]) -> None:
        """Adds what the brackets of each run say, where they are not even, and words that come twice in it."""
        size = total.shape[1]
        if size and self.next_bracket[i] < self.likely[low + size - 1]:
            depth = self.depth[low : low + size] - self.facts.depth[i]
            for uneven, side in ((depth > 0, 1), (depth < 0, 2)):
                if uneven.any():
                    for lane, kind, _, _ in begun:
                        total[lane, uneven] += self.balance[kind][side] - self.balance[kind][0]
        again = self.ahead[min(self.facts.repeats[i], self.n + 1)] - low
        if again < size:
            total[:, max(0, again) :] += self.again

    def _grammar(self, scores: Floats, low: int, run: WordRun, row: RowSoFar) -> None:
        """Adds what the rules say of each run as a whole; only a few ends differ from `others`."""
        others, ends = self.rules.grammar.ends(run, row)
        base = self.model.rule(others)
        scores += base
        for end, names in ends:
            if end <= run.end:
                self._add(scores, low, end, self.model.rule(names) - base)
