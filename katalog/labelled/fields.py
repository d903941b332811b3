"""The texts of a catalogue in printed order, with where they stand and what the catalogue knows of them.

Input: a catalogue. Output: a part for the decree itself, and one for each block (a jabatan with its table). Paths are
those of findings and edits (`preamble/mengingat/3`, `IKI/3/rows/1/rumus`), ids those of the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bahasa.block_kinds import about_kind, block_named
from bahasa.fold import path_segment
from bahasa.mentions import law_named, target_named
from bahasa.names import begins_office
from bahasa.parts import preamble_fields
from bahasa.roles import OTHERS, SATUAN, TARGET
from bahasa.satuan import read_unit
from bahasa.units import begins_with, leads, unit_nouns
from katalog.text import value_of
from normalize.place import target_path
from schemas.catalogue import Attachment, Catalogue, Clause, DecreeData, Entry, IndicatorBlock, IndicatorRow, ProgramRow
from schemas.decree import Cell, KeptTable, Law, Target, Text


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text with its path, its role (`fungsi`, `rumus`), and the id of the entry, row or block that it belongs to.
    `said` is what the catalogue knows the whole text to be: a label of entitas.toml and a value."""

    path: str
    role: str
    id: str
    text: Text
    said: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class LabelledPart:
    """A part of a decree: its path (`keputusan`, `IKI/3`), id, name for people, and its texts, none empty."""

    path: str
    id: str
    name: str
    texts: tuple[LabelledText, ...]


def parts_of_catalogue(catalogue: Catalogue) -> Iterator[LabelledPart]:
    """The decree itself, then its blocks."""
    texts = (*_decree(catalogue.decree), *_attachments(catalogue.lampiran), *_rest(catalogue))
    yield _part("keputusan", catalogue.source.slug, catalogue.decree.tentang or catalogue.source.slug, texts)
    for block in catalogue.blocks:
        yield _part(block_named(block.kind, block.order), block.id, value_of(block.jabatan), _block(block))


def _part(path: str, identity: str, name: str, texts: Iterable[LabelledText]) -> LabelledPart:
    return LabelledPart(path, identity, name, tuple(one for one in texts if one.text.as_printed.strip()))


def _single(path: str, role: str, identity: str, text: Text | None) -> Iterator[LabelledText]:
    if text is not None:
        yield LabelledText(path, role, identity, text)


def _entries(path: str, role: str, entries: Sequence[Entry]) -> Iterator[LabelledText]:
    return (LabelledText(f"{path}/{i}", role, one.id, one.text, _law(one.law)) for i, one in enumerate(entries, 1))


def _law(law: Law | None) -> tuple[str, str] | None:
    return ("PERATURAN", law_named(law)) if law else None


def _decree(decree: DecreeData) -> Iterator[LabelledText]:
    for i, text in enumerate(decree.kepala, 1):
        yield LabelledText(f"preamble/kepala/{i}", "kepala", "", text)
    for part in preamble_fields("text"):
        yield from _single(f"preamble/{part.field}", part.field, "", getattr(decree, part.field, None))
    for part in preamble_fields("items"):
        yield from _entries(f"preamble/{part.field}", part.field, getattr(decree, part.field, ()))
    for i, clause in enumerate(decree.diktum, 1):
        yield from _clause(f"preamble/diktum/{i}", clause)
    yield from _closing("preamble/penetapan", decree)


def _clause(path: str, clause: Clause) -> Iterator[LabelledText]:
    yield LabelledText(path, "diktum", clause.id, clause.text)
    yield from _entries(f"{path}/butir", "butir", clause.butir)


def _attachments(attachments: Sequence[Attachment]) -> Iterator[LabelledText]:
    for i, one in enumerate(attachments, 1):
        yield from _single(f"lampiran/{i}/label", "lampiran", one.id, one.label)
        yield from _closing(f"lampiran/{i}/penetapan", one)


def _closing(path: str, signed: DecreeData | Attachment) -> Iterator[LabelledText]:
    """Where and when it was signed, and by which office; persons are not listed."""
    date, office = signed.ditetapkan.tanggal, signed.penandatangan.jabatan or ""
    closing = {
        "ditetapkan.tempat": ("tempat", None),
        "ditetapkan.tanggal": ("tanggal", ("TANGGAL", date) if date else None),
        "penandatangan.jabatan": (
            "penandatangan/jabatan",
            ("JABATAN", office) if office and begins_office(office) else None,
        ),
    }
    for name, (step, said) in closing.items():
        origin = signed.origins.get(name)
        if origin is not None and origin.basis == "printed":
            text = Text(as_printed=origin.as_printed, places=origin.places)
            yield LabelledText(f"{path}/{step}", step, "", text, said)


def _rest(catalogue: Catalogue) -> Iterator[LabelledText]:
    """Tables of anything but indicators, and what no rule understood."""
    for i, table in enumerate(catalogue.tables, 1):
        yield from _kept(f"tables/{i}", table)
    for i, text in enumerate(catalogue.unparsed, 1):
        yield LabelledText(f"unparsed/{i}", "unparsed", "", text)


def _kept(path: str, table: KeptTable) -> Iterator[LabelledText]:
    return (LabelledText(f"{path}/cells/{i}", "tabel", "", cell.text) for i, cell in enumerate(table.cells, 1))


def _block(block: IndicatorBlock) -> Iterator[LabelledText]:
    path = block_named(block.kind, block.order)
    yield LabelledText(f"{path}/jabatan", "jabatan", block.id, block.jabatan, holder_of(block))
    yield from _entries(f"{path}/tujuan", "tujuan", block.tujuan)
    yield from _single(f"{path}/tugas", "tugas", block.id, block.tugas)
    yield from _entries(f"{path}/fungsi", "fungsi", block.fungsi)
    for row in block.rows:
        yield from _row(f"{path}/rows/{row.row}", row)
    programs = {row.row: row for row in block.program}
    for i, cells in enumerate(block.others, 1):
        yield from _second(f"{path}/others/{i}", block.id, cells, programs.get(i))


def holder_of(block: IndicatorBlock) -> tuple[str, str]:
    """(label, name) of who holds a table: a position, or an agency or unit, also where the kind is a jabatan's.

    >>> from katalog import build
    >>> holder_of(build("corpus/contoh-lama/contoh-lama.pdf").blocks[1])
    ('JABATAN', 'Sekretaris Badan')
    """
    name = value_of(block.jabatan).strip(" ,;")
    of_unit = about_kind(block.kind).agency and not leads(name)
    return ("UNIT" if of_unit or begins_with(name, unit_nouns(referred=False)) else "JABATAN"), name


def _row(path: str, row: IndicatorRow) -> Iterator[LabelledText]:
    several = len(row.targets) > 1
    for role, cell in row.cells.items():
        if role != TARGET or not several:
            yield from _cell(f"{path}/{role}", role, row.id, cell, _meant(role, cell, row.target))
    for one in row.targets if several else ():
        said = target_named(one.target)
        yield from _cell(target_path(path, one.position), TARGET, row.id, one.cell, said)
    for heading, cell in row.others.items():
        yield from _cell(f"{path}/others/{path_segment(heading)}", OTHERS, row.id, cell)


def _cell(
    path: str, role: str, identity: str, cell: Cell, said: tuple[str, str] | None = None
) -> Iterator[LabelledText]:
    if cell.span == "own":
        yield LabelledText(path, role, identity, cell.text, said)


def _meant(role: str, cell: Cell, target: Target | None) -> tuple[str, str] | None:
    if role == TARGET:
        return target_named(target) if target else None
    if role != SATUAN:
        return None
    unit = read_unit(value_of(cell.text))
    return ("SATUAN", unit.name) if unit and unit.known else None


def _second(path: str, identity: str, cells: Mapping[str, Cell], program: ProgramRow | None) -> Iterator[LabelledText]:
    """A row of a second table; where it is one of programs, its name and its money."""
    columns = program.columns if program else {}
    for heading, cell in cells.items():
        said = None
        if heading == columns.get("program"):
            said = ("PROGRAM", value_of(cell.text))
        elif heading == columns.get("anggaran") and program and program.anggaran:
            said = ("UANG", f"{program.anggaran} Rp")
        yield from _cell(f"{path}/{path_segment(heading)}", OTHERS, identity, cell, said)
