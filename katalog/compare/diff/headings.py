"""What all tables of a decree print alike (column headings, titles, the label of the holder) changes once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from katalog.compare.kinds import LISTS, ListEntry
from schemas.diff import Also, Change, Sides


def is_repeated(change: Change) -> bool:
    """Whether the change is one of what every table repeats."""
    return _list_of(change).repeated


def is_form(change: Change) -> bool:
    """Whether the change is one of form. A heading with another figure is not: `TARGET 2023`, `TARGET 2024`."""
    figures = [re.findall(r"\d+", text) for text in (change.old, change.new) if text is not None]
    return _list_of(change).form and (len(figures) < 2 or figures[0] == figures[1])


def merged(changes: Iterable[Change]) -> list[Change]:
    """One change for each change that tables repeat, the other places in `also`; its holder is dropped then."""
    first: dict[tuple[str | None, ...], Change] = {}
    for one in changes:
        key = (one.kind, one.field, one.old, one.new)
        if key not in first:
            first[key] = one
            continue
        also = (*first[key].also, _also(one))
        alone = {"jabatan": Sides(), "jabatan_id": Sides(), "unit": Sides(), "block_kind": None}
        first[key] = first[key].model_copy(update={"also": also, **alone})
    return list(first.values())


def _also(one: Change) -> Also:
    return Also(old_id=one.old_id, new_id=one.new_id, parent_id=one.parent_id, position=one.position)


def _list_of(change: Change) -> ListEntry:
    assert change.list_name is not None
    return LISTS[change.list_name]
