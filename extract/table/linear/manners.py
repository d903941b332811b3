"""How a document fills its tables: which columns have a cell in every row, and with what letters cells begin.

Where all other rows have a rumus, one whose words might be a sasaran and an indikator has one as well (`Warga yang
didampingi` / `Surat penerima sesuai aturan`). Where rumus begin with small letters and nothing else does (`Lomba` /
`digelar pada hari jadi`), a small letter may begin one. The weights are learned from tables of all manners; a reading
of the tables under one heading shows this document's.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from bahasa.roles import INDIKATOR, RUMUS, SASARAN, about_role
from extract.table.linear.runs import CONT, ROW, WordRun
from extract.table.linear.words import shape

#: Readings of tables with the same columns: the words of each, and its runs.
ReadTables = Sequence[tuple[Sequence[str], Sequence[WordRun]]]

#: What a row costs without a cell that the others have, in units of the weights; so many rows tell, of which such a
#: share may lack it at first sight: some rows were read wrong.
_COST, _FEWEST, _SHARE = 20000, 5, 0.25
#: The share of cells that begin with a small letter, and with a capital, in what the weights are learned from.
_USUAL = {SASARAN: (0.03, 0.94), INDIKATOR: (0.03, 0.94), RUMUS: (0.25, 0.65)}
_USUALLY = (0.08, 0.8)
#: So many cells are as good as what is known before; a natural logarithm in units of the weights, and the most of it.
_BEFORE, _UNIT, _MOST = 20, 5000.0, 2.0
_SMALL, _CAPITAL, _OTHER = range(3)
_KIND_OF_SHAPE = {"kecil": _SMALL, "besar": _CAPITAL, "kapital": _CAPITAL}


def costs_of_blanks(readings: ReadTables, roles: Sequence[str]) -> list[int]:
    """By column what a row costs that has no cell there, 0 where rows may be without."""
    rows = sum(run.kind == ROW for _, path in readings for run in path)
    cells = Counter(run.column for _, path in readings for run in path if run.kind != CONT)
    filled = (rows >= _FEWEST and rows - cells[k] <= _SHARE * rows for k in range(len(roles)))
    return [_COST if each and _has_its_own(role) else 0 for role, each in zip(roles, filled, strict=True)]


def _has_its_own(role: str) -> bool:
    """Whether no row leaves such a column blank for a reason of its own: others are merged over rows (targets seldom),
    or have nothing to say (the unit of `Rp 0,-`)."""
    about = about_role(role)
    return about.grammar == "target" or not (about.filled_down or about.grammar == "unit")


def weights_of_beginnings(readings: ReadTables, roles: Sequence[str]) -> list[tuple[int, ...]]:
    """By column what speaks for a cell that begins with a word of each kind (see beginning): a logarithm of how much
    oftener cells do there, in whole numbers. Numbers and targets have a grammar of their own."""
    seen = [[0, 0, 0] for _ in roles]
    for words, path in readings:
        for run in path:
            if run.kind != CONT:
                seen[run.column][beginning(words[run.start])] += 1
    return [_weights(counts, role) for counts, role in zip(seen, roles, strict=True)]


def _weights(counts: Sequence[int], role: str) -> tuple[int, ...]:
    if about_role(role).grammar in ("number", "target"):
        return (0, 0, 0)
    small, capital = _USUAL.get(role, _USUALLY)
    usual, cells = (small, capital, 1 - small - capital), sum(counts) + _BEFORE
    shares = (count / (share * cells) + _BEFORE / cells for count, share in zip(counts, usual, strict=True))
    return tuple(round(_UNIT * max(-_MOST, min(_MOST, math.log(share)))) for share in shares)


def beginning(word: str) -> int:
    """The kind of a word that begins a cell: a small letter (0), a capital (1), anything else (2)."""
    return _KIND_OF_SHAPE.get(shape(word), _OTHER)
