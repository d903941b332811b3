"""Ids carried over from one revision to the next: a thing keeps its id though it was reworded, renumbered or moved.

An id that an earlier revision used for something that is gone is retired: nothing else ever gets it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from katalog.assemble.identity import Ids
from katalog.compare.kinds import lists_in
from katalog.compare.match.matching import Matching, match_trees
from katalog.compare.match.thing import Thing
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

    def _wanted(self, node: Thing) -> str:
        """Its own id, with that of its holder in front as it is now."""
        parent = node.parent.id if node.parent is not None else ""
        below = node.id.removeprefix(f"{parent}/")
        return node.id if below == node.id or parent not in self._ids else f"{self._ids[parent]}/{below}"

    def catalogue(self, catalogue: Catalogue) -> Catalogue:
        """The same catalogue under the new ids."""
        decree = catalogue.decree
        lists = self._lists("decree", decree) | {"diktum": tuple(self._clause(clause) for clause in decree.diktum)}
        return catalogue.model_copy(
            update={
                "decree": decree.model_copy(update=lists),
                "lampiran": tuple(self._attachment(one) for one in catalogue.lampiran),
                "blocks": tuple(self._block(block) for block in catalogue.blocks),
            }
        )

    def _lists(self, holder: str, data: Any) -> dict[str, Any]:
        """All lists of entries that a decree, a diktum or a block holds."""
        entries = (entry.of for entry in lists_in(holder) if entry.shape == "entries")
        return {name: self._entries(getattr(data, name)) for name in entries}

    def _entries(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        return tuple(entry.model_copy(update={"id": self._ids[entry.id]}) for entry in entries)

    def _clause(self, clause: Clause) -> Clause:
        return clause.model_copy(update={"id": self._ids[clause.id], **self._lists("diktum", clause)})

    def _attachment(self, one: Attachment) -> Attachment:
        return one.model_copy(update={"id": self._ids[one.id]})

    def _block(self, block: IndicatorBlock) -> IndicatorBlock:
        return block.model_copy(
            update={
                "id": self._ids[block.id],
                **self._lists("jabatan", block),
                "rows": tuple(self._row(row) for row in block.rows),
            }
        )

    def _row(self, row: IndicatorRow) -> IndicatorRow:
        sasaran = self._ids.get(row.sasaran_id or "", row.sasaran_id)
        return row.model_copy(update={"id": self._ids[row.id], "sasaran_id": sasaran})
