"""A catalogue as a tree of things: the decree, its lists, its jabatan with their lists and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bahasa.roles import NO, OTHERS, SASARAN, TARGET, roles_where
from katalog.compare.kinds import LISTS, ListEntry, lists_in
from katalog.compare.match.key import key_of
from katalog.compare.match.names import column_in, other_name, role_in, target_names
from katalog.compare.match.thing import DECREE, ColumnNamed, Said, Thing
from katalog.text import page_of, value_of
from normalize.fill import speaking
from schemas.catalogue import Attachment, Catalogue, Clause, DecreeData, Entry, IndicatorBlock, IndicatorRow, Origin
from schemas.decree import Cell, Text

#: Columns whose cells are merged over rows; where one layout merges, another leaves the cells below empty.
_MERGED = frozenset(roles_where(lambda role: role.filled_down and role.compared == "field"))


def tree_of(catalogue: Catalogue) -> Thing:
    """The decree with everything in it that is its content. Texts that no rule understood are not."""
    decree = catalogue.decree
    root = Thing(id=DECREE, list_name="decree", fields={})
    own = {
        "nomor": _plain("decree", LISTS["nomor"], _own_nomor(decree, catalogue.lampiran), decree),
        "diktum": [_clause(clause) for clause in decree.diktum],
        "lampiran": [_attachment(one) for one in catalogue.lampiran],
        "jabatan": [_block(block) for block in catalogue.blocks],
    }
    _fill(root, "decree", decree, own)
    for block in root.lists["jabatan"]:
        for thing in block.walk():
            thing.block = block
    return root


def _fill(thing: Thing, holder: str, data: Any, own: Mapping[str, list[Thing]]) -> None:
    """All lists of a thing: those with a shape from `data`, the others from `own`."""
    for entry in lists_in(holder):
        thing.add(entry.name, own[entry.name] if entry.name in own else _listed(thing.id, entry, data))


def _listed(path: str, entry: ListEntry, data: Any) -> list[Thing]:
    """The things of one list by its shape; their ids are below `path`, or their own."""
    if entry.shape == "plain":
        return _plain(path, entry, data.origins, data)
    said = getattr(data, entry.of)
    if entry.shape == "entries":
        return [_entry(entry.name, one) for one in said]
    if entry.shape == "texts":
        return _texts(f"{path}/{entry.name}", entry.name, said)
    return _single(path, entry.name, said)


def _said(text: Text) -> Said:
    return Said(text.as_printed, value_of(text), page_of(text), places=text.places, sure=text.border_confidence)


def _thing(identity: str, name: str, text: Text, **more: object) -> Thing:
    thing = Thing(id=identity, list_name=name, fields={"text": _said(text)}, page=page_of(text))
    for attribute, value in more.items():
        setattr(thing, attribute, value)
    return thing


def _texts(path: str, name: str, texts: Iterable[Text]) -> list[Thing]:
    return [_thing(f"{path}/{number}", name, text) for number, text in enumerate(texts, start=1)]


def _single(path: str, name: str, text: Text | None) -> list[Thing]:
    return [] if text is None else [_thing(f"{path}/{name}", name, text)]


def _own_nomor(decree: DecreeData, lampiran: Iterable[Attachment]) -> dict[str, Origin]:
    """The origin of the nomor where it has a line of its own: one that stands in the heading or in a label is part of
    that text."""
    origin = decree.origins.get("nomor")
    elsewhere = [*decree.kepala, *(one.label for one in lampiran if one.label is not None)]
    if origin is None or any(origin.as_printed == text.as_printed for text in elsewhere):
        return {}
    return {"nomor": origin}


def _plain(path: str, entry: ListEntry, origins: Mapping[str, Origin], data: DecreeData | Attachment) -> list[Thing]:
    """The thing for a value that is kept plain, with its printed form from its origin."""
    origin = origins.get(entry.of)
    if origin is None:
        return []
    said = Said(origin.as_printed, _value(data, entry.of) or origin.as_printed, _page(origin), places=origin.places)
    return [Thing(id=f"{path}/{entry.of}", list_name=entry.name, fields={"text": said}, page=said.page)]


def _value(data: object, path: str) -> str | None:
    for name in path.split("."):
        data = getattr(data, name, None)
    return None if data is None else str(data)


def _page(origin: Origin) -> int | None:
    return next((place.page for place in origin.places if place.page is not None), None)


def _entry(name: str, entry: Entry) -> Thing:
    said, law = _said(entry.text), entry.law
    thing = Thing(id=entry.id, list_name=name, no=entry.no, page=said.page, fields={})
    thing.fields["text"] = Said(said.printed, said.value, said.page, law=law, places=said.places)
    thing.hint = f"{law.jenis} {law.nomor} {law.tahun}".casefold() if law else ""
    return thing


def _clause(clause: Clause) -> Thing:
    thing = _thing(clause.id, "diktum", clause.text, no=clause.label, hint=key_of(clause.label))
    _fill(thing, "diktum", clause, {})
    return thing


def _attachment(one: Attachment) -> Thing:
    thing = Thing(id=one.id, list_name="lampiran", fields={})
    _fill(thing, "lampiran", one, {})
    return thing


def _block(block: IndicatorBlock) -> Thing:
    thing = _thing(block.id, "jabatan", block.jabatan, kind=block.kind, unit=block.unit)
    label = Text(as_printed=block.label) if block.label else None
    sasaran = _sasaran(block.rows)
    own = {
        "label": _single(block.id, "label", label),
        "kolom": _kolom(block),
        "sasaran": sasaran,
        "indikator": _rows(block.rows, {one.id: one for one in sasaran}),
        "program": [_program(f"{block.id}/program/{n}", cells) for n, cells in enumerate(block.others, start=1)],
    }
    _fill(thing, "jabatan", block, own)
    return thing


def _kolom(block: IndicatorBlock) -> list[Thing]:
    targets = [heading for heading in block.headings if heading.role == TARGET]
    names = dict(zip(map(id, targets), target_names([value_of(one.text) for one in targets]), strict=True))
    chosen = {one.position for row in block.rows for one in row.targets if one.chosen}
    things = []
    for number, heading in enumerate(block.headings, start=1):
        name = names.get(id(heading), heading.role)
        column = ColumnNamed(other_name(heading.text.as_printed) if name == OTHERS else name)
        if len(targets) > 1 and heading.role == TARGET:
            place = 1 + sum(one.role == TARGET for one in block.headings[: number - 1])
            column = ColumnNamed(name, heading.scope, place in chosen)
        path = f"{block.id}/kolom/{number}"
        things.append(_thing(path, "kolom", heading.text, hint=heading.role, column=column))
    return things


def _program(identity: str, cells: Mapping[str, Cell]) -> Thing:
    """A row of a second table (`Program Penunjang Urusan Pemerintahan`, `Rp. 5.000.000`): its cells as one text."""
    texts = [cell.text for cell in cells.values() if cell.text.as_printed]
    printed, value = " — ".join(one.as_printed for one in texts), " — ".join(map(value_of, texts))
    page = page_of(texts[0]) if texts else None
    said = Said(printed, value, page, places=tuple(place for one in texts for place in one.places))
    return Thing(id=identity, list_name="program", fields={"text": said}, page=page)


def _sasaran(rows: Iterable[IndicatorRow]) -> list[Thing]:
    found: dict[str, Thing] = {}
    for row in rows:
        if row.sasaran_id is not None and row.sasaran_id not in found and SASARAN in row.cells:
            found[row.sasaran_id] = _thing(row.sasaran_id, SASARAN, row.cells[SASARAN].text)
    return list(found.values())


def _rows(rows: Iterable[IndicatorRow], sasaran: Mapping[str, Thing]) -> list[Thing]:
    listed = [(row, dict(_columns(row))) for row in rows]
    made: list[Thing] = []
    for at, speakers in enumerate(speaking([cells for _, cells in listed])):
        row, cells = listed[at]
        above = made[-1].fields if made else {}
        own = {name: _cell(name, cell, above.get(name)) for name, cell in cells.items() if speakers[name] == at}
        read = zip(_target_names(row), row.targets, strict=True)
        for name, one in read:
            if name in own:
                own[name] = replace(own[name], target=one.target, column=column_in(name))
        fields = {
            name: own.get(name) or _inherited(made[by].fields[name], cells[name]) for name, by in speakers.items()
        }
        made.append(_row(row, fields, sasaran))
    return made


def _row(row: IndicatorRow, fields: dict[str, Said], sasaran: Mapping[str, Thing]) -> Thing:
    if row.group:
        fields["group"] = Said(row.group, row.group)
    thing = Thing(id=row.id, list_name="indikator", fields=fields, page=row.page)
    thing.no = row.cells[NO].text.as_printed or None if NO in row.cells else None
    thing.sasaran = sasaran.get(row.sasaran_id or "")
    if thing.sasaran is not None:
        thing.sasaran.rows.append(thing)
    return thing


def _columns(row: IndicatorRow) -> list[tuple[str, Cell]]:
    """The row's cells without the number and the sasaran, which have a life of their own."""
    targets = list(zip(_target_names(row), (one.cell for one in row.targets), strict=True))
    cells: list[tuple[str, Cell]] = []
    for role in roles_where(lambda role: role.compared == "field"):
        if role == TARGET and targets:
            cells += targets
        elif role in row.cells:
            cells.append((role, row.cells[role]))
    return [*cells, *((other_name(heading), cell) for heading, cell in row.others.items())]


def _target_names(row: IndicatorRow) -> list[str]:
    return target_names([one.heading for one in row.targets])


def _inherited(spanning: Said, cell: Cell) -> Said:
    """What a cell says that is spanned by a merged one further up."""
    own = Said(spanning.printed, spanning.value, page_of(cell.text), spanning.target, inherited=True)
    return replace(own, column=spanning.column, places=spanning.places)


def _cell(name: str, cell: Cell, above: Said | None) -> Said:
    """A cell that speaks for itself; where it is empty, with what the cell above would say if one merged them."""
    said = _said(cell.text)
    if said.printed or above is None or role_in(name) not in _MERGED:
        return said
    return replace(said, perhaps=above.value if above.perhaps is None else above.perhaps)
