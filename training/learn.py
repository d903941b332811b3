"""Learns the weights of the table model: an averaged structured perceptron with a margin.

A table is read with the present weights; where the reading differs from the labels, the features of the labelled path
are raised and those of the reading lowered. Tables are the decree's own text and the same rows typeset anew (a new
layout for each pass), so that no single cue of a layout can be leaned on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from extract.table.context import DocumentContext
from extract.table.linear.decode import Search
from extract.table.linear.evidence import NOTHING, Elsewhere, Phrases, gap_attributes
from extract.table.linear.features import WORD_FEATURES
from extract.table.linear.kept import Floats
from extract.table.linear.model import END, INSIDE, START_PART, Model, role_columns
from extract.table.linear.read import seen_layout
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import CONT, FRESH, ROW, SAME, WordRun
from extract.table.linear.soft import TableReading
from extract.table.linear.steps import close_names
from extract.table.linear.tokens import TableWords
from extract.table.linear.words import bare_word
from extract.table.linear.wrap import FITS
from training.align import WordLabel, role_of_column

#: Loss of a wrong start, and how far a lesson moves a weight. What a search adds by rule (a line without room, words
#: with capitals) is in the same units: one that learns must see it as one that reads does.
MARGIN, STEP = 300.0, 60.0
#: So many states are followed while learning: fewer than in reading, for the sake of time.
_WIDTH = 8


@dataclass(frozen=True, slots=True)
class Example:
    """A table with its labels, and what the rest of its document tells. `columns` names each column: its role, with a
    number where several have it (`target`, `target#2`). `elsewhere` is what cells of other tables show of
    words."""

    name: str
    tokens: TableWords
    columns: tuple[str, ...]
    labels: tuple[WordLabel, ...]
    context: DocumentContext = field(default_factory=DocumentContext)
    elsewhere: Elsewhere = NOTHING

    @property
    def roles(self) -> tuple[str, ...]:
        """The role of each column."""
        return tuple(map(role_of_column, self.columns))


def common_words(examples: Iterable[Example], tables: int = 3) -> frozenset[str]:
    """Words that several tables hold. Words of one table only would be learned by heart and tell nothing elsewhere."""
    count = Counter(word for example in examples for word in {bare_word(w) for w in example.tokens.words})
    return frozenset(word for word, number in count.items() if number >= tables)


def gold_path(labels: Sequence[WordLabel], columns: Sequence[str]) -> list[WordRun]:
    """Labels as a path of pieces."""
    runs: list[tuple[int, int, WordLabel]] = []
    for i, label in enumerate(labels):
        if runs and (runs[-1][2].row, runs[-1][2].role) == (label.row, label.role):
            runs[-1] = (runs[-1][0], i + 1, runs[-1][2])
        else:
            runs.append((i, i + 1, label))
    path: list[WordRun] = []
    row, column, present, after = -1, -1, set[int](), False
    for start, end, label in runs:
        k = columns.index(label.role)
        if label.row > row:
            kind, row, present, after = ROW, label.row, set[int](), False
        elif label.row < row or k in present:
            kind, after = CONT, True
        elif after or k < column:
            kind, after = FRESH, True
        else:
            kind = SAME
        path.append(WordRun(start, end, k, kind))
        present.add(k)
        column = k
    return path


@dataclass
class Learner:
    """Weights in training (floats), and their running sums for the average."""

    model: Model = field(default_factory=Model)
    total: Floats = field(default_factory=lambda: np.zeros_like(Model().gaps))
    rule_total: dict[str, float] = field(default_factory=dict)
    step: int = 0

    def grow(self, attributes: Iterable[str]) -> None:
        """Makes room for attributes not seen before."""
        new = [a for a in dict.fromkeys(attributes) if a not in self.model.attributes]
        if not new:
            return
        self.model.forget()
        for name in new:
            self.model.attributes[name] = len(self.model.attributes)
        need = max(256, len(self.model.attributes))
        if need > self.model.gaps.shape[0]:
            rows = need * 2
            self.model.gaps = _padded(self.model.gaps, rows)
            self.total = _padded(self.total, rows)

    def update(self, prepared: Prepared, gold: Sequence[WordRun], found: Sequence[WordRun]) -> None:
        """Raises the gold path's features, lowers the found path's."""
        self.model.forget()  # sums of the weights as they were
        for path, by in ((gold, STEP), (found, -STEP)):
            self._add(prepared, path, by)

    def _add(self, prepared: Prepared, path: Sequence[WordRun], by: float) -> None:
        rules = prepared.rules
        columns = role_columns(rules.facts.roles)
        attributes = self.model.attributes
        names: list[str] = []
        previous, row_behind = -1, None
        for run, before, past, behind in rules.order.walk(path):
            role = columns[run.column]
            gaps = prepared.gaps
            self._gap([attributes[a] for a in gaps[run.start]], START_PART[run.kind], role, by)
            self._gap([attributes[a] for a in gaps[run.end]] + self._wrap(prepared, run, run.end), END, role, by)
            for j in range(run.start + 1, run.end):
                self._gap([attributes[a] for a in gaps[j]] + self._wrap(prepared, run, j), INSIDE, role, by)
            names += rules.names(run, before, past)
            previous, row_behind = run.column, behind
        if row_behind is not None:
            names += close_names(rules.facts, previous, row_behind)
        for name in names:
            self.model.rules[name] = self.model.rules.get(name, 0.0) + by
            self.rule_total[name] = self.rule_total.get(name, 0.0) + by * self.step

    def _gap(self, rows: list[int], part: int, role: int, by: float) -> None:
        np.add.at(self.model.gaps, (rows, part, role), by)
        np.add.at(self.total, (rows, part, role), by * self.step)

    def _wrap(self, prepared: Prepared, run: WordRun, j: int) -> list[int]:
        widths, first = prepared.rules.widths, prepared.rules.facts.tokens.first
        if j >= len(first) or not first[j]:
            return []
        name = FITS[widths.name(max(widths.line_start[j], run.start), j, run.column)]
        return [self.model.attributes[name]]

    def averaged(self) -> Model:
        """The averaged weights, as whole numbers."""
        steps = max(1, self.step)
        gaps = np.round(self.model.gaps - self.total / steps)
        rules = {
            name: float(round(weight - self.rule_total.get(name, 0.0) / steps))
            for name, weight in self.model.rules.items()
        }
        old = self.model
        return Model(dict(old.attributes), gaps, rules, gate=old.gate, gate_least=old.gate_least)


def _padded(array: Floats, rows: int) -> Floats:
    out = np.zeros((rows, *array.shape[1:]))
    out[: array.shape[0]] = array
    return out


@dataclass(frozen=True, slots=True)
class Prepared:
    """A table's attributes, rules and widths for one reading."""

    gaps: list[list[str]]
    rules: TableRules


def prepare(example: Example, first: Sequence[WordRun] | None = None) -> Prepared:
    """The evidence of a table, given what a first reading tells of it, as extract/table/linear/read.py sees it."""
    units = example.context.units
    rules = TableRules.of(example.tokens, example.roles, Phrases.of(units), [0] * len(example.roles), example.context)
    if first is not None:
        rules = rules.laid_out(seen_layout([(rules, first)], units))
    return Prepared(gap_attributes(example.tokens, rules.facts.targets.at, rules.phrases, example.elsewhere), rules)


def known_only(prepared: Prepared, vocabulary: frozenset[str]) -> Prepared:
    """Without the attributes of words outside the vocabulary."""
    return Prepared([in_vocabulary(gap, vocabulary) for gap in prepared.gaps], prepared.rules)


def in_vocabulary(attributes: Sequence[str], vocabulary: frozenset[str]) -> list[str]:
    """The attributes of a gap without those of words outside the vocabulary."""
    return [a for a in attributes if not a.startswith(WORD_FEATURES) or a.split("=", 1)[1] in vocabulary]


def search(model: Model, prepared: Prepared, penalty: Floats | None = None) -> TableReading:
    """The best reading under a model."""
    return Search(model, prepared.rules, prepared.gaps, penalty).run()


def penalty_of(gold: list[WordRun], words: int, columns: int, amount: float) -> Floats:
    """What a start costs more where the labels have one (negative cost where they have none raises wrong ones)."""
    out = np.full((words + 1, columns), -amount)
    for run in gold:
        out[run.start, run.column] = 0.0
    return out


def learn(
    examples: Iterable[Sequence[Example]], vocabulary: frozenset[str], gate: tuple[dict[str, float], float]
) -> Model:
    """Learns from passes of examples, each read twice: without and with what a first reading tells of the table."""
    learner = Learner(Model(gate=gate[0], gate_least=gate[1]))
    learner.grow(FITS)
    for batch in examples:
        for example in batch:
            _lesson(learner, example, vocabulary)
    return learner.averaged()


def _lesson(learner: Learner, example: Example, vocabulary: frozenset[str]) -> None:
    """Reads an example as the first reading does, then as the second one does."""
    gold = gold_path(example.labels, example.columns)
    path = _turn(learner, example, vocabulary, gold, None)
    # columns' widths and phrases as a first reading gives them: now and then with its slips
    path = path if learner.step % 3 == 0 and learner.step > 100 else gold
    _turn(learner, example, vocabulary, gold, path)


def _turn(
    learner: Learner, example: Example, vocabulary: frozenset[str], gold: list[WordRun], first: list[WordRun] | None
) -> list[WordRun]:
    prepared = known_only(prepare(example, first), vocabulary)
    learner.grow(a for attributes in prepared.gaps for a in attributes)
    learner.step += 1
    penalty = penalty_of(gold, len(example.tokens), len(example.roles), MARGIN)
    keep = frozenset(run.start for run in gold)
    found = (
        Search(learner.model, prepared.rules, prepared.gaps, penalty, margins=False, width=_WIDTH, keep=keep).run().path
    )
    if found != gold:
        learner.update(prepared, gold, found)
    return found
