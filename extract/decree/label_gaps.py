"""Labels of a head that white alone parts from their values -> the same lines, the border in their text.

Input: the rows of the flow. Output: the same, `Jabatan      Guru Matematika` / `Tugas        Melaksanakan ...` with the
sign that stands for a line drawn between label and value (LABEL_BORDER) in the place of a blank. Labels below each
other that are known, values below each other, and one that bears its label out, an office or what somebody does, tell
such a head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bahasa.labels import LABEL_BORDER, is_whole_label
from bahasa.parts import head_labels
from extract.decree.label_places import near, place, type_size
from extract.read.piece import Piece
from extract.table.flow import FlowRow
from extract.table.meaning.gapped import gapped_label, is_gapped_head

#: Values begin at one place, so many type sizes aside at most.
_ASIDE = 0.7


def gaps_bordered(rows: Sequence[FlowRow]) -> list[FlowRow]:
    """The rows, each label of such a head with the border behind it."""
    found = list(rows)
    at = 0
    while at < len(found):
        stop = _end(found, at)
        labels = [(row, match) for row in range(at, stop) if (match := _labelled(found[row]))]
        if is_gapped_head([match for _, match in labels]):
            for row, match in labels:
                own, begin = found[row], match.start("putih")
                if isinstance(own, Piece):
                    found[row] = replace(own, text=f"{own.text[:begin]}{LABEL_BORDER}{own.text[begin + 1 :]}")
        at = max(stop, at + 1)
    return found


def _labelled(row: FlowRow) -> re.Match[str] | None:
    return gapped_label(row.text) if isinstance(row, Piece) else None


def _end(rows: Sequence[FlowRow], start: int) -> int:
    """Behind the last line of labels with their values at the place of the first; `start` where none begins there."""
    first, match = rows[start], _labelled(rows[start])
    if match is None or not isinstance(first, Piece) or not is_whole_label(match["label"], *head_labels()):
        return start
    left, value = place(first, 0), place(first, match.start("nilai"))
    reach = _ASIDE * type_size(first)
    stop = start + 1
    while stop < len(rows):
        above, row = rows[stop - 1], rows[stop]
        if not isinstance(above, Piece) or not isinstance(row, Piece) or not near(above, row):
            break
        own = _labelled(row)
        begins = (place(row, 0), place(row, own.start("nilai"))) if own else (left, place(row, 0))
        if abs(begins[0] - left) > reach or abs(begins[1] - value) > reach:
            break
        stop += 1
    return stop
