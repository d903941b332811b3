"""A thing of a catalogue with its printed texts, so that matching, diff and apply treat all things alike.

Each thing stands in a named list of its parent: `fungsi` of a jabatan, `butir` of a diktum, `tentang` (a list of one)
of the decree. katalog.compare.kinds says what the things of a list are in the diff.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from katalog.compare.kinds import LISTS, ListEntry
from katalog.compare.match.key import key_of
from schemas.base import Kind, Place
from schemas.catalogue import Unit
from schemas.decree import Law, Target, TargetScope
from schemas.diff import Object

#: The id of the root.
DECREE: Final = "decree"


@dataclass(frozen=True, slots=True)
class Said:
    """One text: as printed and as meant.

    `inherited` where it is printed in a merged cell that begins further up. `perhaps` is what that cell says where
    nothing is printed and the source doesn't show a merged cell: another layout of the same table may have one.
    `column` is the heading of a target among several, `places` where it is printed, `sure` how sure it is where the
    cell begins and ends.
    """

    printed: str
    value: str
    page: int | None = None
    target: Target | None = None
    law: Law | None = None
    inherited: bool = False
    perhaps: str | None = None
    column: str = ""
    places: tuple[Place, ...] = ()
    sure: float = 1.0

    @property
    def own(self) -> str:
        """What is printed in the cell itself."""
        return "" if self.inherited else self.printed

    @property
    def key(self) -> str:
        """What all spellings of the text share."""
        return key_of(self.value)


@dataclass(frozen=True, slots=True)
class ColumnNamed:
    """What a column is to its rows: the name of its cells, and of several columns of targets what this one is for and
    whether it holds the rows' target."""

    name: str
    scope: TargetScope | None = None
    chosen: bool = False


@dataclass(eq=False, slots=True)
class Thing:
    """A thing: its texts, what it holds, where it stands.

    `place` is its 0-based position in the list; `rows` are those under a sasaran, `sasaran` that which a row is under;
    `column` says more of a column's heading.
    """

    id: str
    list_name: str
    fields: dict[str, Said]
    no: str | None = None
    parent: Thing | None = None
    place: int = 0
    block: Thing | None = None
    kind: Kind | None = None
    unit: Unit | None = None
    hint: str = ""
    column: ColumnNamed | None = None
    sasaran: Thing | None = None
    rows: list[Thing] = field(default_factory=list)
    page: int | None = None
    lists: dict[str, list[Thing]] = field(default_factory=dict)

    @property
    def entry(self) -> ListEntry:
        """What is known of the list that it stands in."""
        return LISTS[self.list_name]

    @property
    def object(self) -> Object:
        """The diff's name for it."""
        return self.entry.object

    @property
    def said(self) -> Said:
        """Its first or only text: the indikator of a row, the name of a jabatan, the label or date of a lampiran."""
        own = self.fields.get(self.list_name) or self.fields.get("text")
        if own is None and not self.fields:
            return next((one.said for nodes in self.lists.values() for one in nodes), NOTHING)
        return own or NOTHING

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it is printed: its text, or the cells of a row."""
        texts = self.fields.values() if len(self.fields) > 1 else (self.said,)
        return tuple(place for said in texts if not said.inherited for place in said.places)

    def add(self, name: str, nodes: Iterable[Thing]) -> None:
        """Put things into a list of this one."""
        self.lists[name] = list(nodes)
        for place, node in enumerate(self.lists[name]):
            node.parent, node.place = self, place
            node.block = self if self.list_name == "jabatan" else self.block

    def walk(self) -> Iterator[Thing]:
        """Everything below, in printed order."""
        for nodes in self.lists.values():
            for node in nodes:
                yield node
                yield from node.walk()


#: Where nothing is printed.
NOTHING: Final = Said("", "")
