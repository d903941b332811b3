"""Everything that speaks for a reading of one table, single gaps apart: facts of its words, the order of a row's runs,
page joints, and the grammar of cells. The same code serves reading and training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.table.context import DocumentContext, SeenLayout
from extract.table.linear.evidence import Phrases
from extract.table.linear.facts import TableFacts
from extract.table.linear.grammar import CellGrammar
from extract.table.linear.joints import PageJoints
from extract.table.linear.runs import CONT, RowOrder, RowSoFar, WordRun
from extract.table.linear.steps import step_names
from extract.table.linear.tokens import TableWords
from extract.table.linear.wrap import Widths


@dataclass(frozen=True, slots=True)
class TableRules:
    """One for each question: what are the words (`facts`), what may follow (`order`), does a cell go on behind a page
    break (`joints`), is it whole (`grammar`). Features are names (see features.py); their weights are the model's."""

    facts: TableFacts
    order: RowOrder
    joints: PageJoints
    grammar: CellGrammar

    @classmethod
    def of(
        cls,
        tokens: TableWords,
        roles: Sequence[str],
        phrases: Phrases,
        columns: Sequence[int],
        context: DocumentContext,
    ) -> TableRules:
        """The rules of a table; `columns` are its columns' widths, 0 where not known (see wrap.py)."""
        facts = TableFacts(tokens, roles, context)
        joints = PageJoints(facts, Widths(tokens, columns))
        return cls(facts, RowOrder(facts), joints, CellGrammar(facts, phrases))

    def laid_out(self, layout: SeenLayout) -> TableRules:
        """The rules of the same table, with what is known by now of phrases, widths, and how cells stand and write."""
        facts = self.facts.stood(layout)
        joints = PageJoints(facts, self.widths.limited(layout.widths, layout.rooms))
        return TableRules(facts, self.order, joints, CellGrammar(facts, Phrases.of(layout.phrases)))

    def names(self, run: WordRun, previous: int, row: RowSoFar) -> list[str]:
        """All that speaks for a run behind one of column `previous` (-1: none), single gaps apart."""
        joint = self.joints.names(row, run.start, run.column) if run.kind == CONT else []
        return [
            *step_names(self.facts, previous, row, run.start, run.column, run.kind),
            *self.grammar.whole(run, row),
            *joint,
        ]

    @property
    def widths(self) -> Widths:
        """The widths of the words and, where known, of the columns."""
        return self.joints.widths

    @property
    def phrases(self) -> Phrases:
        """The phrases that are known by now."""
        return self.grammar.phrases
