"""Changes from things of the two trees: the fields that every change has."""

from __future__ import annotations

from typing import Any

from katalog.compare.diff.printed import FindOrigin, printed_new, printed_old
from katalog.compare.diff.target import target_change
from katalog.compare.diff.word_runs import word_runs
from katalog.compare.kinds import KINDS
from katalog.compare.match.thing import Said, Thing
from schemas.diff import Also, Change, ChangeKind, Nature, Note, Positions, Sides


def change_of(kind: ChangeKind, before: Thing | None, after: Thing | None, **more: Any) -> Change:
    """A change of a thing; at least one of `before` and `after` is given. `more` are further fields: `nature` where the
    kind doesn't say it."""
    one = after or before
    assert one is not None
    fields: dict[str, Any] = {
        "kind": kind,
        "object": one.object,
        "nature": KINDS[kind].nature,
        "field": one.entry.field,
        "old": before.said.printed if before else None,
        "new": after.said.printed if after else None,
        "old_id": before.id if before else None,
        "new_id": after.id if after else None,
        "old_page": before.page if before else None,
        "new_page": after.page if after else None,
        "old_places": before.places if before else (),
        "new_places": after.places if after else (),
        "position": Positions(old=before.place + 1 if before else None, new=after.place + 1 if after else None),
        "parent_id": Sides(old=_parent(before), new=_parent(after)),
        "list_name": one.list_name,
        **_holders(before, after),
    }
    return Change.model_validate({**fields, **more})


def _parent(node: Thing | None) -> str | None:
    return node.parent.id if node is not None and node.parent is not None else None


def _holders(old: Thing | None, new: Thing | None) -> dict[str, Any]:
    """The jabatan on both sides. What was added to a jabatan that stayed has both: the caller adds `within`."""
    ours, theirs = _block(old), _block(new)
    one = theirs or ours
    return {
        "jabatan": Sides(old=_name(ours), new=_name(theirs)),
        "jabatan_id": Sides(old=ours.id if ours else None, new=theirs.id if theirs else None),
        "unit": Sides(old=_unit(ours), new=_unit(theirs)),
        "block_kind": one.kind if one else None,
    }


def within(old: Thing, new: Thing) -> dict[str, Any]:
    """The fields for something that came to, or went from, a thing that stayed (a jabatan, a diktum, the decree)."""
    return {"parent_id": Sides(old=old.id, new=new.id), **(_holders(old, new) if _block(new) is not None else {})}


def also(old: Thing, new: Thing) -> Also:
    """Another place of one change."""
    return Also(old_id=old.id, new_id=new.id, position=Positions(old=old.place + 1, new=new.place + 1))


def _block(node: Thing | None) -> Thing | None:
    return None if node is None else node if node.list_name == "jabatan" else node.block


def _name(block: Thing | None) -> str | None:
    return block.said.printed if block else None


def _unit(block: Thing | None) -> str | None:
    return block.unit.nama if block and block.unit else None


def text_change(
    old: Thing, new: Thing, ours: Said, theirs: Said, nature: Nature, kind: ChangeKind | None = None, **more: Any
) -> Change:
    """A text that is printed differently; the list says which `kind` of change that is, if nothing else does."""
    fields: dict[str, Any] = {
        "nature": nature,
        "field": new.entry.text_field,
        "old": ours.printed,
        "new": theirs.printed,
        "old_page": ours.page or old.page,
        "new_page": theirs.page or new.page,
        "old_places": ours.places,
        "new_places": theirs.places,
        "values": Sides(old=ours.value, new=theirs.value),
        "words": word_runs(ours.printed, theirs.printed),
        "target": target_change(ours, theirs),
    }
    return change_of(kind or new.entry.text_kind, old, new, **{**fields, **more})


def added(new: Thing, origin: FindOrigin, **more: Any) -> Change:
    """A thing that only the new decree has, with all that it holds."""
    return change_of("added", None, new, content=printed_new(new, origin), **more)


def removed(old: Thing, **more: Any) -> Change:
    """A thing that only the old decree has, with all that it held."""
    return change_of("removed", old, None, content=printed_old(old), **more)


def moved(old: Thing, new: Thing, origin: FindOrigin, note: Note, **more: Any) -> Change:
    """A thing in another place."""
    parent = new.parent
    origins = origin(parent) if parent is not None else None
    ids = Sides(old=origins.id if origins else None, new=parent.id if parent else None)
    content = printed_new(new, origin)
    return change_of("moved", old, new, note=note, content=content, parent_id=ids, **more)
