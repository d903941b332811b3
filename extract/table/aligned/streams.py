"""The columns of column-aligned text as streams of words, with what the model says of a cell beginning in each line.

Input: the lines of a table's body and the segments of a column. Output: the column's stream.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extract.table.aligned.segments import Segment
from extract.table.context import DocumentContext
from extract.table.linear.evidence import Phrases, gap_attributes
from extract.table.linear.kept import Floats
from extract.table.linear.mend import mend
from extract.table.linear.model import END, INSIDE, Model
from extract.table.linear.rules import TableRules
from extract.table.linear.tokens import TableWords, tokenize, width
from extract.table.linear.wrap import FITS
from schemas.layout import Line


@dataclass(frozen=True, slots=True)
class Stream:
    """One column's text from top to bottom. `at` maps the index of a line to the first word of it, `gain` is what a
    cell beginning there weighs against going on, `gaps` are the attributes. `starts` has for each line the number of
    words above it. `tails` are the lines that begin with the rest of a broken word, and how surely."""

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


@dataclass(frozen=True, slots=True)
class AlignedTable:
    """The body of one table in aligned text, as its readers share it: lines, the numbers of those before which a page
    breaks for certain (`seams`), the columns' roles, what the document tells, and the model."""

    model: Model
    lines: Sequence[Line]
    seams: frozenset[int]
    roles: Sequence[str]
    context: DocumentContext

    def streams(self, columns: Sequence[Sequence[Segment]], phrases: Phrases) -> list[Stream]:
        """The stream of each column."""
        return [self.stream(column, k, phrases, printed_width(column), self.seams) for k, column in enumerate(columns)]

    def stream(
        self, segments: Sequence[Segment], column: int, phrases: Phrases, limit: int, seams: frozenset[int]
    ) -> Stream:
        """These segments as the stream of a column that is so wide (0: not known)."""
        texts = _by_line(segments)
        own = [Line(text, self.lines[index].number, self.lines[index].page) for index, text in texts.items()]
        tokens = mend(tokenize(own, seams), self.context.words, over_pages=True)
        widths = [limit if k == column else 0 for k in range(len(self.roles))]
        rules = TableRules.of(tokens, self.roles, phrases, widths, self.context)
        gaps = gap_attributes(tokens, rules.facts.targets.at, phrases)
        own_line = list(texts)
        tails = {
            own_line[part.line]: part.sure
            for parts in tokens.broken.values()
            for part in parts[1:]
            if part.sure is not None
        }
        word_lines = [own_line[line] for line in tokens.line]
        at: dict[int, int] = {}
        for i, line in enumerate(word_lines):
            if line not in tails:
                at.setdefault(line, i)
        starts = [bisect_left(word_lines, index) for index in range(len(self.lines) + 1)]
        return Stream(tokens, rules, gaps, at, self._gains(rules, gaps, at, column), starts, tails)

    def _gains(self, rules: TableRules, gaps: list[list[str]], at: dict[int, int], column: int) -> dict[int, float]:
        sums = self.model.sums(gaps, self.roles)[:, :, column]
        wrap = self.model.sums([[name] for name in FITS], self.roles)[:, :, column]
        return {line: _gain(sums, wrap, rules, i, column) for line, i in at.items()}


def printed_width(segments: Sequence[Segment]) -> int:
    """The width of the widest segment (0 if there is none)."""
    return max((width(s.text) for s in segments), default=0)


def _by_line(segments: Sequence[Segment]) -> dict[int, str]:
    """Each line's text, by the line's index, from the top."""
    texts: dict[int, str] = {}
    for segment in segments:
        texts[segment.line] = f"{texts[segment.line]} {segment.text}" if segment.line in texts else segment.text
    return dict(sorted(texts.items()))


def _gain(sums: Floats, wrap: Floats, rules: TableRules, i: int, column: int) -> float:
    gain = float(sums[i, 0])
    if i > 0:
        name = rules.widths.name(rules.widths.line_start[i], i, column)
        gain += float(sums[i, END] - sums[i, INSIDE] + wrap[name, END] - wrap[name, INSIDE])
    return gain
