"""What all tables of a decree print alike (column headings, titles, the label of the holder) changes once."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.diff import Also, Change, Sides

#: Fields of the decree that every table repeats.
REPEATED = frozenset({"kolom", "judul_tabel", "label_tabel"})


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
