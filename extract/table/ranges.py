"""Where a target ends in the row of a table whose columns are known: a dash between blanks joins two numbers (`70 – 85
%`) only where no other column may hold one of them.

`10 - 12 laporan` below `Kondisi Awal | Realisasi | Target` is ten, nothing yet and twelve: a lone dash is an empty cell
as well. Columns for units, further targets and columns without a role leave both open, so that nothing is joined.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.roles import OTHERS, SATUAN, TARGET
from bahasa.target_at import target_at

_DASHES = ("-", "–")


def target_in_row(words: Sequence[str], i: int, roles: Sequence[str]) -> tuple[int, str]:
    """(end, kind) of the target at word i, as `bahasa.target_at` gives it, in a row of columns with these roles.

    >>> target_in_row(["70", "–", "85", "%"], 0, ["indikator", "target"])
    (4, 'persen')
    >>> target_in_row(["70", "–", "85", "%"], 0, ["indikator", "target", "target"])
    (1, 'angka')
    """
    end, kind = target_at(words, i)
    if not words[i][0].isdecimal() or not (SATUAN in roles or OTHERS in roles or roles.count(TARGET) > 1):
        return end, kind
    dash = next((k for k in range(i + 1, end) if words[k] in _DASHES), end)
    return target_at(words[:dash], i) if dash < end else (end, kind)
