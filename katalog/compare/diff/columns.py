"""Cells under another name: a row names those of a column without a role by the heading as printed, and so those of
several targets.

`Bukti Dukung` in the old decree and `BUKTI DUKUNG` in the new one are one column where their headings were matched: the
change of the heading says so, and the cells of both are compared under the new name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from katalog.compare.match.thing import Thing

_Said = TypeVar("_Said")


def new_names(headings: Sequence[Thing], pairs: Sequence[tuple[Thing, Thing]]) -> dict[str, str]:
    """The new names of an old table's cells, by their old ones, where they differ. `headings` are all of the old table,
    `pairs` those that stayed. A name that two columns share says nothing about either."""
    known = Counter(_name(one) for one in headings)
    renamed = {_name(old): _name(new) for old, new in pairs if _name(old) != _name(new) and known[_name(old)] == 1}
    count = Counter(renamed.values())
    return {old: new for old, new in renamed.items() if count[new] == 1}


def _name(heading: Thing) -> str:
    return heading.column.name if heading.column else ""


def with_names(fields: Mapping[str, _Said], names: Mapping[str, str]) -> dict[str, _Said]:
    """The cells of an old row under the names of the new table; under their own where two would get one name."""
    renamed = {names.get(name, name): said for name, said in fields.items()}
    return renamed if len(renamed) == len(fields) else dict(fields)
