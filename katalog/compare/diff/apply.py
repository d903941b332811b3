"""The diff applied to the old decree gives the content of the new one: proof that nothing is missing from it.

Content is all that is printed: texts, numbers, order, and which rows stand under one sasaran. Places, ids, normalized
values and findings are not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from katalog.compare.diff.columns import with_names
from katalog.compare.diff.printed import printed_old
from katalog.compare.kinds import KINDS, NOTES
from katalog.compare.match.names import named_target
from katalog.compare.match.thing import DECREE
from katalog.compare.match.tree import tree_of
from schemas.catalogue import Catalogue
from schemas.diff import Also, CatalogueDiff, Change, Printed, RenamedCells, Sides

Content = dict[str, Any]


def printed_content(catalogue: Catalogue) -> Content:
    """What a decree prints, as plain data without ids."""
    return _plain(_Copy(catalogue).root)


def apply_diff(diff: CatalogueDiff, old: Catalogue) -> Content:
    """The content of the new decree, from the old one and the diff alone."""
    copy = _Copy(old)
    changes = (*diff.changes, *diff.headings, *diff.unsure)
    copy.rename(diff.renamed)
    for change in changes:
        copy.write(change)
    for one in diff.renumbered:
        copy.by_id[one.old_id].no = one.new
    copy.take_out(changes)
    copy.put_in(changes)
    for cell in diff.respanned:
        copy.by_id[str(cell.row.old)].fields[cell.field] = cell.new
    for row in diff.regrouped:
        copy.regroup(row.row, row.sasaran)
    return _plain(copy.root)


@dataclass(eq=False, slots=True)
class _Copied:
    """A thing that can be changed. `home` is the list that it stands in."""

    no: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[_Copied]] = field(default_factory=dict)
    sasaran: _Copied | None = None
    home: list[_Copied] = field(default_factory=list)


class _Copy:
    """The old decree, to be changed. Things of both decrees are known by their ids."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.by_id: dict[str, _Copied] = {}
        self._new: dict[str, _Copied] = {}
        self._placed: dict[int, tuple[list[_Copied], dict[int, _Copied]]] = {}
        self.root = self._made(printed_old(tree_of(catalogue)), self.by_id)

    def _made(self, printed: Printed, known: dict[str, _Copied]) -> _Copied:
        thing = known[printed.id] = _Copied(no=printed.no, fields=dict(printed.fields))
        for name, listed in printed.lists.items():
            if name == "sasaran" and printed.sasaran is not None:
                continue  # the sasaran of a row, not a list of its own
            home = thing.lists[name] = [self._made(one, known) for one in listed]
            for one in home:
                one.home = home
        if printed.sasaran is not None:
            thing.sasaran = self._sasaran(printed.sasaran, printed.lists["sasaran"][0])
        return thing

    def _sasaran(self, ids: Sides, printed: Printed | None = None) -> _Copied | None:
        """The sasaran of these ids; one that came along with a row is made from what the row says."""
        if ids.old is not None:
            return self.by_id[ids.old]
        if ids.new is None:
            return None
        if ids.new not in self._new and printed is not None:
            self._new[ids.new] = _Copied(fields=dict(printed.fields))
        return self._new[ids.new]

    def rename(self, renamed: Iterable[RenamedCells]) -> None:
        """Rows keep the cells of a column under the name that it has now."""
        names: dict[str, dict[str, str]] = defaultdict(dict)
        for one in renamed:
            for jabatan in one.jabatan:
                names[jabatan][one.old] = one.new
        for jabatan, own in names.items():
            for row in self.by_id[jabatan].lists.get("indikator", []):
                row.fields = with_names(row.fields, own)

    def write(self, change: Change) -> None:
        """A text that is printed otherwise, in all its places."""
        if not KINDS[change.kind].writes or change.old_id is None:
            return
        name = _cells_name(change)
        for other in (change.old_id, *(one.old_id for one in change.also)):
            self.by_id[str(other)].fields[name] = str(change.new)

    def take_out(self, changes: Iterable[Change]) -> None:
        """Whatever vanished or moved leaves its list."""
        for change in changes:
            if KINDS[change.kind].leaves and not _stays(change):
                for other in _old_ids(change):
                    thing = self.by_id[other]
                    if thing in thing.home:
                        thing.home.remove(thing)

    def put_in(self, changes: Iterable[Change]) -> None:
        """Whatever came or moved gets its place; the others keep their order around it."""
        for change in changes:
            if not KINDS[change.kind].arrives:
                continue
            if change.old_id is None:
                self._add(change)
            elif change.parent_id.old is not None and not _stays(change):
                self._move(change)
        for home, places in self._placed.values():
            for place in sorted(places):
                home.insert(place, places[place])

    def _add(self, change: Change) -> None:
        assert change.content is not None and change.list_name is not None
        if change.object == "sasaran":
            self._new.setdefault(change.content.id, _Copied()).fields = dict(change.content.fields)
            return
        self._place(change, self._made(change.content, self._new))
        for other in change.also:
            self._place(other, self._made(change.content, self._new), change.list_name)

    def _move(self, change: Change) -> None:
        if change.object == "sasaran":
            for other in change.also:
                self._at(change.parent_id.old, "indikator", other.position.new, self.by_id[str(other.old_id)])
            return
        thing = self.by_id[str(change.old_id)]
        content = change.content
        if content is not None and change.object == "indikator":
            thing.sasaran = self._sasaran(content.sasaran, content.lists["sasaran"][0]) if content.sasaran else None
        self._place(change, thing)
        for other in change.also:
            self._place(other, self.by_id[str(other.old_id)], change.list_name)

    def _place(self, change: Change | Also, thing: _Copied, name: str | None = None) -> None:
        listed = change.list_name if isinstance(change, Change) else name
        self._at(change.parent_id.old, str(listed), change.position.new, thing)

    def _at(self, parent: str | None, name: str, position: int | None, thing: _Copied) -> None:
        assert position is not None
        home = self.by_id[parent or DECREE].lists.setdefault(name, [])
        self._placed.setdefault(id(home), (home, {}))[1][position - 1] = thing
        thing.home = home

    def regroup(self, row: Sides, sasaran: Sides) -> None:
        """A row stands under another sasaran."""
        self.by_id[str(row.old)].sasaran = self._sasaran(sasaran)


def _cells_name(change: Change) -> str:
    """The name of the text that a change is about; of several targets that of their column."""
    if change.object != "indikator" or not change.field:
        return "text"
    column = change.column.new or change.column.old
    return named_target(column) if column else change.field


def _stays(change: Change) -> bool:
    """A row that went to another sasaran without changing its place: `regrouped` says to which."""
    return change.note is not None and NOTES[change.note.code].stays


def _old_ids(change: Change) -> list[str]:
    """The things that a change moves or takes away: the rows of a sasaran, not the sasaran."""
    own = [] if change.object == "sasaran" else [change.old_id]
    also = [] if change.object == "sasaran" and change.new_id is None else [one.old_id for one in change.also]
    return [str(name) for name in (*own, *also) if name is not None]


def _plain(thing: _Copied) -> Content:
    """Without ids: a row says the text of its sasaran, and so which of the table's it is."""
    lists: dict[str, list[Content]] = {}
    for name, listed in thing.lists.items():
        if name != "sasaran" and listed:
            lists[name] = [_plain(one) for one in listed]
    for row, plain in zip(thing.lists.get("indikator", []), lists.get("indikator", []), strict=True):
        if row.sasaran is not None:
            plain["sasaran"] = row.sasaran.fields.get("text", "")
    fields = {name: text for name, text in thing.fields.items() if text}
    return {"no": thing.no, "fields": fields, "lists": lists}
