"""Changes in a table: its rows and the sasaran that they stand under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bahasa.roles import SASARAN, SATUAN, TARGET
from katalog.compare.diff import changes as make
from katalog.compare.diff.comparison import Comparison
from katalog.compare.diff.lists import Placed, in_order, removed_places, stayed
from katalog.compare.diff.notes import moved_across, moved_within, regrouped
from katalog.compare.diff.order import out_of_order
from katalog.compare.diff.recut import recut
from katalog.compare.diff.seams import cut_otherwise, with_doubts, without
from katalog.compare.match.key import key_of
from katalog.compare.match.matching import Matching
from katalog.compare.match.names import column_in, role_in
from katalog.compare.match.sasaran import twin_of
from katalog.compare.match.thing import NOTHING, Said, Thing
from schemas.diff import Also, Change, Positions, Regrouped, Respanned, Sides

#: In this order the changes of one row are listed.
_SASARAN, _MOVED, _CELL = 0, 1, 2


def table_changes(compared: Comparison, old: Thing, new: Thing) -> list[Change]:
    """All changes in the table of a jabatan that stayed, in the order of the new table; those of which it is not sure
    that they are any are put on record."""
    recut(compared.matching, old, new, compared.sides, compared.tails)
    placed = list(_changes(compared, old, new))
    unsure = cut_otherwise(placed, old, new, compared.doubted)
    compared.unsure += [*in_order(iter(unsure)), *in_order(_as_read(compared, new))]
    return in_order(with_doubts(without(placed, unsure), compared.doubted))


def _changes(compared: Comparison, old: Thing, new: Thing) -> Iterator[Placed]:
    yield from _sasaran(compared, old, new)
    yield from _wandered(compared, stayed(compared.matching, old.lists["indikator"], new))
    yield from _arrived(compared, old, new)
    yield from _all_cells(compared, new)
    yield from _gone(compared, old, new)


def _arrived(compared: Comparison, old: Thing, new: Thing) -> Iterator[Placed]:
    """Rows that are new, or were given by another jabatan."""
    for row in new.lists["indikator"]:
        origin = compared.origin(row)
        if origin is None:
            yield row.place, _MOVED, make.added(row, compared.origin, **make.within(old, new))
        elif origin.parent is not old:
            yield row.place, _MOVED, make.moved(origin, row, compared.origin, moved_across(origin, row))


def _gone(compared: Comparison, old: Thing, new: Thing) -> Iterator[Placed]:
    """Rows that vanished, or were given to a jabatan that is new: that one is listed whole, this is the loss."""
    matching, rows = compared.matching, old.lists["indikator"]
    places = removed_places(rows, matching)
    for row in rows:
        after, place = matching.in_new(row), places[id(row)]
        if after is None:
            yield place, _MOVED, make.removed(row, **make.within(old, new))
        elif after.block is not None and after.block is not new and compared.is_new(after.block):
            yield place, _MOVED, make.moved(row, after, compared.origin, moved_across(row, after))


def _all_cells(compared: Comparison, new: Thing) -> list[Placed]:
    """Changed cells of all rows; one that a merged cell hands down belongs to the change of that cell."""
    cells: list[Placed] = []
    first: dict[tuple[str, str, str], int] = {}
    for row in new.lists["indikator"]:
        origin = compared.origin(row)
        if origin is None:
            continue
        compared.number(origin, row)
        for name, one in _cells(compared, origin, row):
            key = (name, str(one.old), str(one.new))
            if key in first and all(said.inherited for said in _sides(compared, origin, row, name)):
                cells[first[key]] = _with(cells[first[key]], make.also(origin, row))
            else:
                first[key] = len(cells)
                cells.append((row.place, _CELL, one))
    return cells


def _with(placed: Placed, also: Also) -> Placed:
    place, rank, one = placed
    return place, rank, one.model_copy(update={"also": (*one.also, also)})


def _sides(compared: Comparison, old: Thing, new: Thing, name: str) -> tuple[Said, Said]:
    """What a column says in a row of both decrees, as cut by one hand."""
    ours, theirs = _read(compared, old, new, name)
    before, after = compared.sides
    return before.said(old, name, ours), after.said(new, name, theirs)


def _read(compared: Comparison, old: Thing, new: Thing, name: str) -> tuple[Said, Said]:
    return compared.cells(old).get(name, NOTHING), new.fields.get(name, NOTHING)


def _as_read(compared: Comparison, new: Thing) -> Iterator[Placed]:
    """What the two prints of a cell say as they were read, where they are compared as cut again."""
    stayed_here = [(origin, row) for row in new.lists["indikator"] if (origin := compared.origin(row)) is not None]
    for origin, row in stayed_here:
        for name in _columns(compared, origin, row):
            read, said = _read(compared, origin, row, name), _sides(compared, origin, row, name)
            # a merged cell hands down what is said without printing it: told neither way, there is nothing to undo
            if _is_recut(read, said) and not (_says_the_same(*read) and _says_the_same(*said)):
                yield row.place, _CELL, _cell_change(compared, origin, row, name, read)
    for after in new.lists["sasaran"]:
        before = compared.origin(after)
        if before is not None and _is_recut(read := (before.said, after.said), _sasaran_sides(compared, before, after)):
            nature = compared.nature(*read, None)
            yield after.rows[0].place, _SASARAN, make.text_change(before, after, *read, nature)


def _is_recut(read: tuple[Said, Said], said: tuple[Said, Said]) -> bool:
    """Whether a cell is compared as it was not read; one that both prints have alike either way needs no record."""
    return said != read and not (read[0].own == read[1].own and said[0].own == said[1].own)


def _sasaran_sides(compared: Comparison, old: Thing, new: Thing) -> tuple[Said, Said]:
    before, after = compared.sides
    return before.said(old, SASARAN, old.said), after.said(new, SASARAN, new.said)


def _columns(compared: Comparison, old: Thing, new: Thing) -> list[str]:
    """The columns that a row has in either decree."""
    return [*new.fields, *(name for name in compared.cells(old) if name not in new.fields)]


def _cells(compared: Comparison, old: Thing, new: Thing) -> Iterator[tuple[str, Change]]:
    """A change for each column that says something else, with the column's name."""
    for name in _columns(compared, old, new):
        ours, theirs = said = _sides(compared, old, new, name)
        before, after = read = _read(compared, old, new, name)
        handed_down = after.inherited and (said != read or not _says_the_same(before, after))
        if handed_down or (_says_the_same(before, after) and before.own != after.own):
            cell = Respanned(row=Sides(old=old.id, new=new.id), field=name, old=before.own, new=after.own)
            compared.respanned.append(cell)
        if not _says_the_same(ours, theirs):
            yield name, _cell_change(compared, old, new, name, said)


def _cell_change(compared: Comparison, old: Thing, new: Thing, name: str, said: tuple[Said, Said]) -> Change:
    ours, theirs = said
    more: dict[str, Any] = {"indikator": Sides(old=old.said.printed, new=new.said.printed)}
    field = name
    if column_in(name) and role_in(name) == TARGET:
        field, more["column"] = TARGET, Sides(old=ours.column or None, new=theirs.column or None)
    kind = "editorial" if _names_units(old, new, name) else compared.nature(ours, theirs, field)
    return make.text_change(old, new, ours, theirs, kind, field=field, **more)


def _names_units(old: Thing, new: Thing, name: str) -> bool:
    """Does a column of units come or go whose row counts the same in the same unit? `12 dokumen` is `12` and `dokumen`
    now."""
    if name != SATUAN or bool(old.fields.get(name, NOTHING).printed) == bool(new.fields.get(name, NOTHING).printed):
        return False
    ours, theirs = (row.fields.get(TARGET, NOTHING).target for row in (old, new))
    if ours is None or theirs is None or ours.unit is None:
        return False
    return (ours.kind, ours.value, ours.upper, ours.unit) == (theirs.kind, theirs.value, theirs.upper, theirs.unit)


def _says_the_same(old: Said, new: Said) -> bool:
    """Equal print; or a cell that one layout merges with the one above, another leaves empty, a third prints again."""
    if old.printed == new.printed:
        return True
    if not old.own and not new.own:
        return not (old.inherited and new.inherited)
    if old.inherited != new.inherited:
        return old.key == new.key
    if old.perhaps is not None or new.perhaps is not None:
        return key_of(old.perhaps or old.value) == key_of(new.perhaps or new.value)
    return False


def _wandered(compared: Comparison, pairs: list[tuple[Thing, Thing]]) -> Iterator[Placed]:
    """Rows that changed their place among those that stayed, or their sasaran though both sasaran stayed."""
    wandered = {id(pairs[at][1]) for at in out_of_order([row.place for _, row in pairs])}
    groups = _whole_groups(compared.matching, pairs, wandered)
    for old, new in pairs:
        regroup = _other_sasaran(compared.matching, old, new)
        if regroup is not None:
            compared.regrouped.append(Regrouped(row=Sides(old=old.id, new=new.id), sasaran=regroup))
        if id(new) in wandered and id(new.sasaran) not in groups:
            yield new.place, _MOVED, make.moved(old, new, compared.origin, moved_within())
        elif regroup is not None and _both_stayed(compared.matching, old, new):
            yield new.place, _MOVED, make.moved(old, new, compared.origin, regrouped(old, new))
    for old, new in groups.values():
        yield new.rows[0].place, _SASARAN, _moved_group(compared, old, new)


def _moved_group(compared: Comparison, old: Thing, new: Thing) -> Change:
    first, then = old.rows[0], new.rows[0]
    return make.moved(
        old,
        new,
        compared.origin,
        moved_within(),
        position=Positions(old=first.place + 1, new=then.place + 1),
        also=tuple(make.also(one, other) for one, other in zip(old.rows, new.rows, strict=True)),
    )


def _whole_groups(
    matching: Matching, pairs: Iterable[tuple[Thing, Thing]], wandered: set[int]
) -> dict[int, tuple[Thing, Thing]]:
    """Sasaran of two or more rows that moved with all their rows: one change, however many rows."""
    found: dict[int, tuple[Thing, Thing]] = {}
    for old, new in pairs:
        ours, theirs = old.sasaran, new.sasaran
        if ours is None or theirs is None or matching.in_new(ours) is not theirs or len(theirs.rows) < 2:
            continue
        if [matching.in_new(row) for row in ours.rows] == theirs.rows and all(id(r) in wandered for r in theirs.rows):
            found[id(theirs)] = (ours, theirs)
    return found


def _other_sasaran(matching: Matching, old: Thing, new: Thing) -> Sides | None:
    """The ids of the sasaran that a row stands under now, if it is not the one that it stood under."""
    ours, theirs = old.sasaran, new.sasaran
    if theirs is None:
        return None if ours is None else Sides()
    theirs = twin_of(theirs, matching.in_old) or theirs
    origin = matching.in_old(theirs)
    if origin is not None and origin is ours:
        return None
    return Sides(old=origin.id if origin else None, new=theirs.id)


def _both_stayed(matching: Matching, old: Thing, new: Thing) -> bool:
    if old.sasaran is None or new.sasaran is None or _is_same(old.sasaran, new.sasaran):
        return False
    return matching.in_new(old.sasaran) is not None and matching.in_old(new.sasaran) is not None


def _sasaran(compared: Comparison, old: Thing, new: Thing) -> Iterator[Placed]:
    matching, holder = compared.matching, make.within(old, new)
    for after in new.lists["sasaran"]:
        place = after.rows[0].place
        before = matching.in_old(after)
        if before is None:
            if not _came_along(matching, after) and twin_of(after, matching.in_old) is None:
                yield place, _SASARAN, make.added(after, compared.origin, **holder)
        else:
            for one in compared.text(before, after, _sasaran_sides(compared, before, after)):
                yield place, _SASARAN, one
    places = removed_places(old.lists["indikator"], matching)
    for before in old.lists["sasaran"]:
        if matching.in_new(before) is not None or _went_along(matching, before):
            continue
        if twin_of(before, matching.in_new) is None:
            yield places[id(before.rows[0])], _SASARAN, make.removed(before, **holder)


def _came_along(matching: Matching, sasaran: Thing) -> bool:
    """A sasaran that stands here because its rows were given to this jabatan with it: the rows' move says so."""
    origins = [matching.in_old(row) for row in sasaran.rows]
    return bool(origins) and all(
        one is not None and one.block is not None and one.sasaran is not None and _is_same(one.sasaran, sasaran)
        and matching.in_new(one.block) is not sasaran.block
        for one in origins
    )  # fmt: skip


def _went_along(matching: Matching, sasaran: Thing) -> bool:
    rows = [matching.in_new(row) for row in sasaran.rows]
    return bool(rows) and all(
        one is not None and one.sasaran is not None and _is_same(sasaran, one.sasaran)
        and sasaran.block is not None and matching.in_new(sasaran.block) is not one.block
        for one in rows
    )  # fmt: skip


def _is_same(old: Thing, new: Thing) -> bool:
    return old.said.key == new.said.key
