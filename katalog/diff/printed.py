"""A thing of the tree as data: everything in it, as printed."""

from __future__ import annotations

from collections.abc import Callable

from katalog.match.tree import Node
from schemas.diff import Printed, Sides

#: What the new thing was in the old decree, None where it was not there.
Origin = Callable[[Node], Node | None]


def printed_new(node: Node, origin: Origin) -> Printed:
    """A thing of the new decree with all that it holds."""
    return _printed(node, lambda sasaran: Sides(old=_id(origin(sasaran)), new=sasaran.id))


def printed_old(node: Node) -> Printed:
    """A thing of the old decree with all that it held."""
    return _printed(node, lambda sasaran: Sides(old=sasaran.id))


def _id(node: Node | None) -> str | None:
    return node.id if node is not None else None


def _printed(node: Node, ids: Callable[[Node], Sides]) -> Printed:
    lists = {name: tuple(_printed(one, ids) for one in nodes) for name, nodes in node.lists.items() if nodes}
    if node.sasaran is not None:
        lists["sasaran"] = (Printed(id=node.sasaran.id, fields={"text": node.sasaran.said.printed}),)
    return Printed(
        id=node.id,
        no=node.no,
        fields={name: said.printed for name, said in node.fields.items()},
        sasaran=ids(node.sasaran) if node.sasaran is not None else None,
        lists=lists,
    )
