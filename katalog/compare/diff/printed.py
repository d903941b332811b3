"""A thing of the tree as data: everything in it, as printed."""

from __future__ import annotations

from collections.abc import Callable

from katalog.compare.match.thing import Thing
from schemas.diff import Printed, Sides

#: What the new thing was in the old decree, None where it was not there.
FindOrigin = Callable[[Thing], Thing | None]


def printed_new(node: Thing, origin: FindOrigin) -> Printed:
    """A thing of the new decree with all that it holds."""

    def ids(sasaran: Thing) -> Sides:
        # in a jabatan that is new everything is, though it may have come from another
        before = origin(sasaran) if sasaran.block is not None and origin(sasaran.block) is not None else None
        return Sides(old=before.id if before is not None else None, new=sasaran.id)

    return _printed(node, ids)


def printed_old(node: Thing) -> Printed:
    """A thing of the old decree with all that it held."""
    return _printed(node, lambda sasaran: Sides(old=sasaran.id))


def _printed(node: Thing, ids: Callable[[Thing], Sides]) -> Printed:
    lists = {name: tuple(_printed(one, ids) for one in nodes) for name, nodes in node.lists.items() if nodes}
    if node.sasaran is not None:
        lists["sasaran"] = (Printed(id=node.sasaran.id, fields={"text": node.sasaran.said.printed}),)
    return Printed(
        id=node.id,
        no=node.no,
        fields={name: said.own for name, said in node.fields.items()},
        sasaran=ids(node.sasaran) if node.sasaran is not None else None,
        lists=lists,
    )
