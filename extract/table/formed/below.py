"""The rows that stand below a print of a heading, as far as they tell whether it is one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bahasa.roles import NO
from extract.read.piece import Piece
from extract.table.context import document_words
from extract.table.formed.spans import WeighedWords, furthest
from extract.table.linear.groups import group_lines
from extract.table.linear.mend import mend
from extract.table.linear.numbering import numbered_plainly
from extract.table.linear.tokens import TableWords, tokenize
from extract.table.meaning.evidence import squashed
from extract.table.meaning.fields import FORM

#: The title of a head has so many lines.
_TITLE = 4

Span = tuple[int, int]


def body_below(
    rows: Sequence[Piece], text: WeighedWords, span: Span, spans: Sequence[Span], above: Collection[str], most: int
) -> TableWords:
    """The rows below a heading (lines: `most`), without group rows, down to the next one of `spans` or to the next
    head, which has a label that stands `above` the first heading, or its title: a cell may end as a label does (`Jumlah
    Produksi` / `dan Hortikultura :`)."""
    if span[1] >= len(text.words):
        return tokenize([])
    first = text.words[furthest(text, span)].line
    following = [text.words[other[0]].line for other in spans if other[0] >= span[1]]
    stop = min([*following, first + most, len(rows)])
    below = [row.line for row in rows[first:stop]]
    # group rows first: `URUSAN A: BIDANG KESEKRETARIATAN` looks like a label of the next block's head
    across = {at for run in group_lines(below, (NO,)) for at in run}
    labels = {squashed(match["label"]) for match in map(FORM.match, above) if match}
    opens = (at for at, line in enumerate(below) if at not in across and _opens(line.text, labels))
    stop = next(opens, len(below))
    titles = (at for at in range(max(0, stop - _TITLE), stop) if below[at].text.strip() in above)
    stop = next(titles, stop)
    lines = [line for at, line in enumerate(below[:stop]) if at not in across]
    return mend(numbered_plainly(tokenize(lines)), document_words(lines))


def _opens(line: str, labels: Collection[str]) -> bool:
    match = FORM.match(line)
    return match is not None and squashed(match["label"]) in labels
