"""Tables that are drawn with signs of text: `| NO | SASARAN |`, `+----+`, `│`, as markdown and programs draw them.

The signs are ruling lines, no letters. Each bar between cells becomes a tab, a line of nothing but rules becomes blank,
and where rules part the rows a cell over several lines stands in the first of them: every line keeps its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

_BAR = "|│┃║"
_CORNERS = "+┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬"
# `|---|:--:|`, `+-----+`, `├────┼────┤`, `----+-----`
_RULE = re.compile(rf"\s*[{_BAR}{_CORNERS}:=─━═ -]*[-=─━═]{{3}}[{_BAR}{_CORNERS}:=─━═ -]*")
# by a typewriter's habit; three dashes are a missing value
_TYPED = re.compile(r"\s*(?:[-=_─━═*]\s*){10,}")
_BARS = re.compile(rf"\s*[{_BAR}]\s*")
#: A table has so many lines with cells, and so many bars in each; rules part its rows where they part so many.
_ROWS, _LEAST, _PARTED = 2, 2, 3
#: So many bars a line need no rule between the lines.
_MANY = 4


def is_typed_rule(text: str) -> bool:
    """Is a line a rule, typed with signs (`__________`, `= = = = = =`, `----------`)?

    >>> is_typed_rule("_" * 60), is_typed_rule("- - -"), is_typed_rule("____ 20 ____")
    (True, False, False)
    """
    return _TYPED.fullmatch(text) is not None


def without_bars(lines: Sequence[str]) -> list[str]:
    """The lines, those of drawn tables with tabs between their cells.

    >>> without_bars(["| NO | TARGET |", "|----|--------|", "| 1 | 85 % |"])
    ['NO\\tTARGET', '', '1\\t85 %']
    """
    if not any(bar in line for line in lines for bar in _BAR):
        return list(lines)
    return [line for drawn, run in groupby(lines, _is_drawn) for line in (_opened(list(run)) if drawn else run)]


def _is_drawn(line: str) -> bool:
    return len(_BARS.findall(line)) >= _LEAST or bool(_RULE.fullmatch(line))


def _opened(run: list[str]) -> Iterator[str]:
    """The lines of a table with their cells; as they are where their bars don't agree, or neither a rule is drawn nor
    many bars, at both ends of each line as well."""
    rows = [line for line in run if not _RULE.fullmatch(line)]
    boxed = all(line.strip()[0] in _BAR for line in rows), all(line.strip()[-1] in _BAR for line in rows)
    bars = {len(_BARS.findall(line)) for line in rows}
    ruled = len(rows) < len(run) or (all(boxed) and min(bars) >= _MANY)
    if len(rows) < _ROWS or not ruled or len(bars) != 1:
        yield from run
        return
    parts = [(ruled, list(part)) for ruled, part in groupby(run, lambda line: bool(_RULE.fullmatch(line)))]
    parted = sum(not ruled for ruled, _ in parts) >= _PARTED
    for ruled, part in parts:
        cells = [[""] if ruled else _cells(line, *boxed) for line in part]
        if parted and not ruled:
            whole = [" ".join(filter(None, pieces)) for pieces in zip_longest(*cells, fillvalue="")]
            cells = [whole, *([""] for _ in part[1:])]
        yield from ("\t".join(one) for one in cells)


def _cells(line: str, first: bool, last: bool) -> list[str]:
    """The cells of a line, which may stand in bars at both ends."""
    parts = _BARS.split(line.strip())
    return parts[first : len(parts) - last]
