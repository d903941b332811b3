"""Notes without a label: the sentence that stands below each table of a text, and nowhere else.

`Capaian di atas 120% dihitung paling tinggi 120%.` below every table went into the last row of each, and so did what
begins with the sign of a note (`*Sumber diverifikasi oleh Tim SAKIP`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from bahasa.headings import heading_letters
from extract.read.piece import Piece
from extract.table.flow import FlowRow
from extract.table.heading import TableHeading
from extract.table.meaning.fields import FORM

#: So many tables print it, in so many words at least.
_TABLES, _WORDS = 2, 4
#: What begins a note.
_SIGN = "*"


def shared_sentences(rows: Sequence[FlowRow], table: Callable[[int], TableHeading | None]) -> frozenset[int]:
    """The lines of a text that say the same whole sentence below several tables, once each, below other words each
    time. (A list's last item does so too: only in a table are these notes.)"""
    prints: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if isinstance(row, Piece) and row.line.sheet is None and _is_sentence(row.text):
            prints[heading_letters(row.text)].append(at)
    found: set[int] = set()
    for same in prints.values():
        apart = all(any(table(at) for at in range(one + 1, other)) for one, other in pairwise(same))
        if len(same) >= _TABLES and apart and len({rows[at - 1].text for at in same if at}) == len(same):
            found.update(same)
    return frozenset(found)


def _is_sentence(text: str) -> bool:
    words = text.split()
    whole = (text.rstrip().endswith(".") and not words[0][0].islower()) or text.lstrip().startswith(_SIGN)
    return whole and len(words) >= _WORDS and not FORM.match(text)
