"""Ids carried over from one revision to the next: a thing keeps its id though it was reworded, renumbered or moved.

An id that an earlier revision used for something that is gone is retired: nothing else ever gets it.
"""

from __future__ import annotations

from collections.abc import Iterable

from katalog.assemble.identity import Ids
from katalog.compare.match.matching import Matching, match_trees
from katalog.compare.match.node import Node
from katalog.compare.match.tree import tree_of
from katalog.store.integrity import all_ids
from schemas.catalogue import Attachment, Catalogue, Clause, Entry, IndicatorBlock, IndicatorRow


def carry(previous: Catalogue, catalogue: Catalogue) -> Catalogue:
    """The catalogue with the ids of what `previous` already had. What is new keeps the id that it has, below the id of
    its holder, unless that was taken before."""
    matching = match_trees(Matching(tree_of(previous), tree_of(catalogue)))
    used = {*all_ids(previous), *previous.retired}
    renamed = _Renamed(matching, used)
    made = renamed.catalogue(catalogue)
    return made.model_copy(
        update={
            "previous": (*previous.previous, previous.content_hash),
            "retired": tuple(sorted(used - set(all_ids(made)))),
        }
    )


class _Renamed:
    """Old id of each new thing, by the id that it was given when it was assembled."""

    def __init__(self, matching: Matching, used: Iterable[str]) -> None:
        self._ids: dict[str, str] = {}
        ids = Ids()
        for name in sorted(used):
            ids.take(name)
        for node in matching.new.walk():
            origin = matching.in_old(node)
            self._ids[node.id] = origin.id if origin is not None else ids.take(self._wanted(node))

    def _wanted(self, node: Node) -> str:
        """Its own id, with that of its holder in front as it is now."""
        parent = node.parent.id if node.parent is not None else ""
        below = node.id.removeprefix(f"{parent}/")
        return node.id if below == node.id or parent not in self._ids else f"{self._ids[parent]}/{below}"

    def catalogue(self, catalogue: Catalogue) -> Catalogue:
        """The same catalogue under the new ids."""
        decree = catalogue.decree
        lists = {
            "menimbang": self._entries(decree.menimbang),
            "mengingat": self._entries(decree.mengingat),
            "diktum": tuple(self._clause(clause) for clause in decree.diktum),
        }
        return catalogue.model_copy(
            update={
                "decree": decree.model_copy(update=lists),
                "lampiran": tuple(self._attachment(one) for one in catalogue.lampiran),
                "blocks": tuple(self._block(block) for block in catalogue.blocks),
            }
        )

    def _entries(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        return tuple(entry.model_copy(update={"id": self._ids[entry.id]}) for entry in entries)

    def _clause(self, clause: Clause) -> Clause:
        return clause.model_copy(update={"id": self._ids[clause.id], "butir": self._entries(clause.butir)})

    def _attachment(self, one: Attachment) -> Attachment:
        return one.model_copy(update={"id": self._ids[one.id]})

    def _block(self, block: IndicatorBlock) -> IndicatorBlock:
        return block.model_copy(
            update={
                "id": self._ids[block.id],
                "tujuan": self._entries(block.tujuan),
                "fungsi": self._entries(block.fungsi),
                "rows": tuple(self._row(row) for row in block.rows),
            }
        )

    def _row(self, row: IndicatorRow) -> IndicatorRow:
        sasaran = self._ids.get(row.sasaran_id or "", row.sasaran_id)
        return row.model_copy(update={"id": self._ids[row.id], "sasaran_id": sasaran})
