"""What the parts of the diff share: who is who, what is a spelling, what was renumbered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from katalog.compare.diff import changes as make
from katalog.compare.diff.columns import new_names, with_names
from katalog.compare.diff.nature import nature
from katalog.compare.diff.recut import Side
from katalog.compare.diff.spelling import Spelling
from katalog.compare.diff.tails import Tails
from katalog.compare.match.matching import Matching
from katalog.compare.match.thing import Said, Thing
from schemas.diff import Change, Nature, Note, Regrouped, RenamedCells, Renumbered, Respanned


@dataclass(eq=False, slots=True)
class Comparison:
    """A matching with what the diff needs beside it.

    `notes` are those of jabatan that merged or split, by the `id()` of their trees, `sides` what is known of how each
    decree was read, `tails` the texts that are whole cells. What is put on record without being a change is collected
    on the way.
    """

    matching: Matching
    spelling: Spelling
    notes: dict[int, Note]
    sides: tuple[Side, Side]
    tails: Tails
    unsure: list[Change] = field(default_factory=list)
    renumbered: list[Renumbered] = field(default_factory=list)
    regrouped: list[Regrouped] = field(default_factory=list)
    respanned: list[Respanned] = field(default_factory=list)
    _columns: dict[int, dict[str, str]] = field(default_factory=dict)
    _renamed: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def origin(self, new: Thing) -> Thing | None:
        """What the new thing was."""
        return self.matching.in_old(new)

    def is_new(self, block: Thing) -> bool:
        """Whether only the new decree has this jabatan."""
        return self.matching.in_old(block) is None

    def text(self, old: Thing, new: Thing, said: tuple[Said, Said] | None = None) -> Iterator[Change]:
        """The change of a thing's one text, if it is printed differently (or says something else, by `said`); a new
        number is put on record."""
        ours, theirs = said or (old.said, new.said)
        if not new.fields:
            return  # a lampiran says what its label and its closing say
        if ours.printed != theirs.printed:
            yield make.text_change(old, new, ours, theirs, self.nature(ours, theirs, new.entry.text_field))
        self.number(old, new)

    def cells(self, old: Thing) -> Mapping[str, Said]:
        """The cells of an old row under the names that their columns have in the new decree."""
        if old.block is None:
            return old.fields
        if id(old.block) not in self._columns:
            self._columns[id(old.block)] = self._new_names(old.block)
        names = self._columns[id(old.block)]
        return with_names(old.fields, names) if names else old.fields

    def _new_names(self, block: Thing) -> dict[str, str]:
        """Names of the columns of an old table whose headings are printed otherwise."""
        headings = block.lists.get("kolom", [])
        pairs = [(one, after) for one in headings if (after := self.matching.in_new(one))]
        names = new_names(headings, pairs)
        for old, new in names.items():
            self._renamed.setdefault((old, new), []).append(block.id)
        return names

    @property
    def doubted(self) -> frozenset[tuple[str, str]]:
        """The cells of both decrees that may have been read wrongly; those that were cut again among them."""
        return frozenset().union(*(side.doubted for side in self.sides), *(side.cut for side in self.sides))

    @property
    def renamed(self) -> tuple[RenamedCells, ...]:
        """The cells that are kept under another name now."""
        return tuple(
            RenamedCells(jabatan=tuple(blocks), old=old, new=new) for (old, new), blocks in self._renamed.items()
        )

    def nature(self, old: Said, new: Said, name: str | None) -> Nature:
        """Substantive or editorial."""
        return nature(old, new, name, self.spelling)

    def number(self, old: Thing, new: Thing) -> None:
        """Put a changed number on record."""
        if old.no != new.no:
            self.renumbered.append(Renumbered(object=new.object, old_id=old.id, new_id=new.id, old=old.no, new=new.no))
