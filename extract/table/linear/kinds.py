"""Kinds of cells that are not equally sure at one margin: the number that counts a row is right though little speaks
for its end, a target that its grammar knows whole is surer than one that it doesn't.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bahasa.roles import about_role
from bahasa.target_at import target_at
from extract.table.linear.facts import number_in
from extract.table.linear.runs import CONT, WordRun

#: What has no kind of its own.
ANY: Final = "lain"
_NUMBER, _WHOLE, _NONE = "nomor", "target utuh", "bukan target"


def kind_of_cell(role: str, run: WordRun, words: Sequence[str]) -> str:
    """The kind of a cell of this role, by its first run among the table's words.

    >>> kind_of_cell("target", WordRun(0, 2, 3, 0), ("12", "dokumen")), kind_of_cell("no", WordRun(0, 1, 0, 1), ("3.",))
    ('target utuh', 'nomor')
    """
    printed = words[run.start : run.end]
    grammar = "" if run.kind == CONT else about_role(role).grammar
    if grammar == "number":
        return _NUMBER if len(printed) == 1 and number_in(printed[0]) is not None else ANY
    if grammar != "target":
        return ANY
    end, kind = target_at(printed, 0)
    return _WHOLE if kind and end == len(printed) else _NONE
