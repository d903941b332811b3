"""Lines of linear text that are group rows: what stands over the rows below it across all columns.

`SASARAN STRATEGIS 1 : Mewujudkan ...`, `MISI KE-2 Meningkatkan ...`, `B. BIDANG KEPEGAWAIAN`: a line by itself whose
name in capitals counts, right above a row with its number. Only tables that number their rows show where one may stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.roles import NO
from schemas.layout import Line

_ROW = re.compile(r"\s*\(?\d{1,3}[.)]?(?:\s|$)")
_GROUP = re.compile(
    r"\s*(?:[A-Z]{3,}(?:\s+[A-Z]{3,}){0,3}\s+(?:KE\s?-\s?)?(?:\d{1,2}|[IVX]{1,4})\b\s*[.:]?\s+\S"
    r"|(?:[A-Z]|[IVX]{1,4})[.)]\s+[A-Z][A-Z .,/&-]{5,}$)"
)
#: A group's name goes on for so many lines at most.
_LINES = 3


def group_lines(lines: Sequence[Line], roles: Sequence[str]) -> list[list[int]]:
    """Runs of indices of lines that are one group row each, in order."""
    if NO not in roles:
        return []
    printed = [k for k, line in enumerate(lines) if line.text.strip()]
    found: list[list[int]] = []
    for at, k in enumerate(printed):
        if _GROUP.match(lines[k].text):
            stop = next((n for n in range(at + 1, at + 1 + _LINES) if _begins_row(lines, printed, n)), at)
            if stop > at:
                found.append(printed[at:stop])
    return found


def _begins_row(lines: Sequence[Line], printed: Sequence[int], at: int) -> bool:
    return at < len(printed) and _ROW.match(lines[printed[at]].text) is not None
