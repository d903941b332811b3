"""How a document writes: whether words inside its cells begin with capitals.

Where they hardly do (`Terlayaninya desa` / `Kunjungan mobil pustaka`), a capital inside a line is where a cell begins;
where all words do (`Meningkatnya Kualitas Pelayanan`), it says nothing. The weights are learned from both kinds.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from bahasa.roles import INDIKATOR, RUMUS, SASARAN
from extract.table.linear.runs import CONT, WordRun
from extract.table.linear.words import shape

#: The share of words inside cells that begin with a capital in what the weights are learned from: prose, and names.
_PROSE, _NAMES = 0.1, 0.5
#: So many words are as good as what is known before; a natural logarithm in units of the weights, and the most.
_BEFORE, _UNIT, _MOST = 10, 5000.0, 2.5
_CAPITAL, _SMALL = "besar", "kecil"


def weights_of_capitals(readings: Iterable[tuple[Sequence[str], Sequence[WordRun]]], roles: Sequence[str]) -> list[int]:
    """By column what readings (words, runs) of tables with these columns say for a word with a capital being inside a
    cell: a logarithm of its share there, in whole numbers."""
    seen = [[0, 0] for _ in roles]
    for words, path in readings:
        for run in path:
            shapes = [shape(word) for word in words[run.start + (run.kind != CONT) : run.end]]
            seen[run.column][0] += shapes.count(_CAPITAL)
            seen[run.column][1] += shapes.count(_CAPITAL) + shapes.count(_SMALL)
    return [
        _weight(capitals, words, _PROSE if role in (SASARAN, INDIKATOR, RUMUS) else _NAMES)
        for (capitals, words), role in zip(seen, roles, strict=True)
    ]


def _weight(capitals: int, words: int, usual: float) -> int:
    share = (capitals + usual * _BEFORE) / (words + _BEFORE)
    return round(_UNIT * max(-_MOST, min(0.0, math.log(share / usual))))
