"""A catalogue as a tree of things: the decree, its lists, its jabatan with their lists and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bahasa.roles import NO, SASARAN, TARGET, roles_where
from katalog.compare.match.key import key_of
from katalog.compare.match.node import DECREE, Node, Said
from katalog.text import page_of, value_of
from normalize.fill import speaking
from schemas.catalogue import Attachment, Catalogue, Clause, DecreeData, Entry, IndicatorBlock, IndicatorRow, Origin
from schemas.decree import Cell, Text

#: Values that the decree states once and the lampiran may state again.
_PLAIN = (
    "ditetapkan.tempat", "ditetapkan.tanggal", "penandatangan.jabatan", "penandatangan.nama",
    "penandatangan.pangkat", "penandatangan.nip",
)  # fmt: skip
#: Columns whose cells are merged over rows; where one layout merges, another leaves the cells below empty.
_MERGED = frozenset(roles_where(lambda role: role.filled_down and role.compared == "field"))


def tree_of(catalogue: Catalogue) -> Node:
    """The decree with everything in it that is its content. Texts that no rule understood are not."""
    decree = catalogue.decree
    root = Node(id=DECREE, list_name="decree", fields={})
    root.add("kepala", _texts("decree/kepala", "kepala", decree.kepala))
    root.add("nomor", _plain("decree", "", ("nomor",), _own_nomor(decree, catalogue.lampiran), decree))
    for name in ("tentang", "pejabat"):
        root.add(name, _single("decree", name, decree.judul if name == "tentang" else decree.pejabat))
    root.add("menimbang", _entries("menimbang", decree.menimbang))
    root.add("mengingat", _entries("mengingat", decree.mengingat))
    root.add("menetapkan", _single("decree", "menetapkan", decree.menetapkan))
    root.add("diktum", (_clause(clause) for clause in decree.diktum))
    for name in _PLAIN:
        root.add(name, _plain("decree", "", (name,), decree.origins, decree))
    root.add("lampiran", (_attachment(one) for one in catalogue.lampiran))
    root.add("jabatan", (_block(block) for block in catalogue.blocks))
    for block in root.lists["jabatan"]:
        for node in block.walk():
            node.block = block
    return root


def _said(text: Text) -> Said:
    return Said(text.as_printed, value_of(text), page_of(text))


def _node(identity: str, name: str, text: Text, **more: object) -> Node:
    node = Node(id=identity, list_name=name, fields={"text": _said(text)}, page=page_of(text))
    for attribute, value in more.items():
        setattr(node, attribute, value)
    return node


def _texts(path: str, name: str, texts: Iterable[Text]) -> list[Node]:
    return [_node(f"{path}/{number}", name, text) for number, text in enumerate(texts, start=1)]


def _single(path: str, name: str, text: Text | None) -> list[Node]:
    return [] if text is None else [_node(f"{path}/{name}", name, text)]


def _own_nomor(decree: DecreeData, lampiran: Iterable[Attachment]) -> dict[str, Origin]:
    """The origin of the nomor where it has a line of its own: one that stands in the heading or in a label is part of
    that text."""
    origin = decree.origins.get("nomor")
    elsewhere = [*decree.kepala, *(one.label for one in lampiran if one.label is not None)]
    if origin is None or any(origin.as_printed == text.as_printed for text in elsewhere):
        return {}
    return {"nomor": origin}


def _plain(
    path: str, prefix: str, names: Iterable[str], origins: Mapping[str, Origin], data: DecreeData | Attachment
) -> list[Node]:
    """Things for values that are kept plain, with their printed form from their origin."""
    made = []
    for name in names:
        origin = origins.get(name)
        if origin is None:
            continue
        said = Said(origin.as_printed, _value(data, name) or origin.as_printed, _page(origin))
        made.append(Node(id=f"{path}/{name}", list_name=prefix + name, fields={"text": said}, page=said.page))
    return made


def _value(data: object, path: str) -> str | None:
    for name in path.split("."):
        data = getattr(data, name, None)
    return None if data is None else str(data)


def _page(origin: Origin) -> int | None:
    return next((place.page for place in origin.places if place.page is not None), None)


def _entries(name: str, entries: Iterable[Entry]) -> list[Node]:
    return [_entry(name, entry) for entry in entries]


def _entry(name: str, entry: Entry) -> Node:
    said, law = _said(entry.text), entry.law
    node = Node(id=entry.id, list_name=name, no=entry.no, page=said.page, fields={})
    node.fields["text"] = Said(said.printed, said.value, said.page, law=law)
    node.hint = f"{law.jenis} {law.nomor} {law.tahun}".casefold() if law else ""
    return node


def _clause(clause: Clause) -> Node:
    node = _node(clause.id, "diktum", clause.text, no=clause.label, hint=key_of(clause.label))
    node.add("butir", _entries("butir", clause.butir))
    return node


def _attachment(one: Attachment) -> Node:
    node = Node(id=one.id, list_name="lampiran", fields={})
    node.add("lampiran.label", _single(one.id, "lampiran.label", one.label))
    for name in _PLAIN:
        node.add(f"lampiran.{name}", _plain(one.id, "lampiran.", (name,), one.origins, one))
    return node


def _block(block: IndicatorBlock) -> Node:
    node = _node(block.id, "jabatan", block.jabatan, kind=block.kind, unit=block.unit)
    label = Text(as_printed=block.label) if block.label else None
    node.add("label", _single(block.id, "label", label))
    node.add("judul", _texts(f"{block.id}/judul", "judul", block.judul))
    node.add("tujuan", _entries("tujuan", block.tujuan))
    node.add("tugas", _single(block.id, "tugas", block.tugas))
    node.add("fungsi", _entries("fungsi", block.fungsi))
    columns = enumerate(block.headings, start=1)
    node.add("kolom", [_node(f"{block.id}/kolom/{n}", "kolom", h.text, hint=h.role) for n, h in columns])
    node.add("sasaran", _sasaran(block.rows))
    by_id = {one.id: one for one in node.lists["sasaran"]}
    node.add("indikator", _rows(block.rows, by_id))
    node.add("program", [_program(f"{block.id}/program/{n}", cells) for n, cells in enumerate(block.others, start=1)])
    return node


def _program(identity: str, cells: Mapping[str, Cell]) -> Node:
    """A row of a second table (`Program Penunjang Urusan Pemerintahan`, `Rp. 5.000.000`): its cells as one text."""
    texts = [cell.text for cell in cells.values() if cell.text.as_printed]
    printed, value = " — ".join(one.as_printed for one in texts), " — ".join(map(value_of, texts))
    page = page_of(texts[0]) if texts else None
    return Node(id=identity, list_name="program", fields={"text": Said(printed, value, page)}, page=page)


def _sasaran(rows: Iterable[IndicatorRow]) -> list[Node]:
    found: dict[str, Node] = {}
    for row in rows:
        if row.sasaran_id is not None and row.sasaran_id not in found and SASARAN in row.cells:
            found[row.sasaran_id] = _node(row.sasaran_id, SASARAN, row.cells[SASARAN].text)
    return list(found.values())


def _rows(rows: Iterable[IndicatorRow], sasaran: Mapping[str, Node]) -> list[Node]:
    listed = [(row, dict(_columns(row))) for row in rows]
    made: list[Node] = []
    for at, speakers in enumerate(speaking([cells for _, cells in listed])):
        row, cells = listed[at]
        above = made[-1].fields if made else {}
        own = {name: _cell(name, cell, above.get(name)) for name, cell in cells.items() if speakers[name] == at}
        if row.target is not None and TARGET in own:
            own[TARGET] = replace(own[TARGET], target=row.target)
        fields = {
            name: own.get(name) or _inherited(made[by].fields[name], cells[name]) for name, by in speakers.items()
        }
        made.append(_row(row, fields, sasaran))
    return made


def _row(row: IndicatorRow, fields: dict[str, Said], sasaran: Mapping[str, Node]) -> Node:
    if row.group:
        fields["group"] = Said(row.group, row.group)
    node = Node(id=row.id, list_name="indikator", fields=fields, page=row.page)
    node.no = row.cells[NO].text.as_printed or None if NO in row.cells else None
    node.sasaran = sasaran.get(row.sasaran_id or "")
    if node.sasaran is not None:
        node.sasaran.rows.append(node)
    return node


def _columns(row: IndicatorRow) -> list[tuple[str, Cell]]:
    """The row's cells without the number and the sasaran, which have a life of their own."""
    fields = roles_where(lambda role: role.compared == "field")
    known = [(role, row.cells[role]) for role in fields if role in row.cells]
    return [*known, *((f"others/{heading}", cell) for heading, cell in row.others.items())]


def _inherited(spanning: Said, cell: Cell) -> Said:
    """What a cell says that is spanned by a merged one further up."""
    return Said(spanning.printed, spanning.value, page_of(cell.text), spanning.target, inherited=True)


def _cell(name: str, cell: Cell, above: Said | None) -> Said:
    """A cell that speaks for itself; where it is empty, with what the cell above would say if one merged them."""
    said = _said(cell.text)
    if said.printed or above is None or name not in _MERGED:
        return said
    return replace(said, perhaps=above.value if above.perhaps is None else above.perhaps)
