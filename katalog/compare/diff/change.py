"""Changes from things of the two trees: the fields that every change has."""

from __future__ import annotations

from typing import Any

from katalog.compare.diff.printed import Origin, printed_new, printed_old
from katalog.compare.diff.target import target_change
from katalog.compare.diff.words import aligned
from katalog.compare.match.node import LISTS, Node, Said
from schemas.diff import Also, Change, ChangeKind, Nature, Note, Positions, Sides


def change(kind: ChangeKind, before: Node | None, after: Node | None, nature: Nature, **more: Any) -> Change:
    """A change of a thing; at least one of `before` and `after` is given. `more` are further fields."""
    one = after or before
    assert one is not None
    fields: dict[str, Any] = {
        "kind": kind,
        "object": one.object,
        "nature": nature,
        "field": LISTS[one.list_name][1],
        "old": before.said.printed if before else None,
        "new": after.said.printed if after else None,
        "old_id": before.id if before else None,
        "new_id": after.id if after else None,
        "old_page": before.page if before else None,
        "new_page": after.page if after else None,
        "position": Positions(old=before.place + 1 if before else None, new=after.place + 1 if after else None),
        "parent_id": Sides(old=_parent(before), new=_parent(after)),
        "list_name": one.list_name,
        **_holders(before, after),
    }
    return Change.model_validate({**fields, **more})


def _parent(node: Node | None) -> str | None:
    return node.parent.id if node is not None and node.parent is not None else None


def _holders(old: Node | None, new: Node | None) -> dict[str, Any]:
    """The jabatan on both sides. What was added to a jabatan that stayed has both: the caller adds `within`."""
    ours, theirs = _block(old), _block(new)
    one = theirs or ours
    return {
        "jabatan": Sides(old=_name(ours), new=_name(theirs)),
        "jabatan_id": Sides(old=ours.id if ours else None, new=theirs.id if theirs else None),
        "unit": Sides(old=_unit(ours), new=_unit(theirs)),
        "block_kind": one.kind if one else None,
    }


def within(old: Node, new: Node) -> dict[str, Any]:
    """The fields for something that came to, or went from, a thing that stayed (a jabatan, a diktum, the decree)."""
    return {"parent_id": Sides(old=old.id, new=new.id), **(_holders(old, new) if _block(new) is not None else {})}


def also(old: Node, new: Node) -> Also:
    """Another place of one change."""
    return Also(old_id=old.id, new_id=new.id, position=Positions(old=old.place + 1, new=new.place + 1))


def _block(node: Node | None) -> Node | None:
    return None if node is None else node if node.list_name == "jabatan" else node.block


def _name(block: Node | None) -> str | None:
    return block.said.printed if block else None


def _unit(block: Node | None) -> str | None:
    return block.unit.nama if block and block.unit else None


def text_change(old: Node, new: Node, ours: Said, theirs: Said, nature: Nature, **more: Any) -> Change:
    """A text that is printed differently."""
    kind: ChangeKind = "renamed" if new.list_name == "jabatan" else "changed"
    fields: dict[str, Any] = {
        "old": ours.printed,
        "new": theirs.printed,
        "old_page": ours.page or old.page,
        "new_page": theirs.page or new.page,
        "values": Sides(old=ours.value, new=theirs.value),
        "words": aligned(ours.printed, theirs.printed),
        "target": target_change(ours, theirs),
    }
    return change(kind, old, new, nature, **{**fields, **more})


def added(new: Node, origin: Origin, **more: Any) -> Change:
    """A thing that only the new decree has, with all that it holds."""
    return change("added", None, new, "substantive", content=printed_new(new, origin), **more)


def removed(old: Node, **more: Any) -> Change:
    """A thing that only the old decree has, with all that it held."""
    return change("removed", old, None, "substantive", content=printed_old(old), **more)


def moved(old: Node, new: Node, origin: Origin, note: Note, **more: Any) -> Change:
    """A thing in another place."""
    parent = new.parent
    origins = origin(parent) if parent is not None else None
    ids = Sides(old=origins.id if origins else None, new=parent.id if parent else None)
    content = printed_new(new, origin)
    return change("moved", old, new, "substantive", note=note, content=content, parent_id=ids, **more)
