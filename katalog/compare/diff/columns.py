"""Columns without a role: a row names their cells by the heading as printed, so another heading is another name.

`Bukti Dukung` in the old decree and `BUKTI DUKUNG` in the new one are one column where their headings were matched:
the change of the heading says so, and the cells of both are compared under the new name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

OTHERS = "others/"
_Said = TypeVar("_Said")

#: Headings that are printed otherwise: (old, new).
Renamed = tuple[str, str]


def new_names(headings: Sequence[str], renamed: Iterable[Renamed]) -> dict[str, str]:
    """Names of a table's columns by their names in the old decree. `headings` are all of the old table.

    A heading that two columns share says nothing about either."""
    pairs = [pair for pair in renamed if headings.count(pair[0]) == 1]
    count = Counter(new for _, new in pairs)
    return {f"{OTHERS}{old}": f"{OTHERS}{new}" for old, new in pairs if count[new] == 1}


def with_names(fields: Mapping[str, _Said], names: Mapping[str, str]) -> dict[str, _Said]:
    """The cells of an old row under the names of the new table; under their own where two would get one name."""
    renamed = {names.get(name, name): said for name, said in fields.items()}
    return renamed if len(renamed) == len(fields) else dict(fields)
