"""The catalogue: one decree as a canonical, self-contained record.

Values that the decree states once (nomor, tahun, tanggal) are plain, and `origins` beside them says where each was
printed or how it was derived. Lists and cells carry their provenance in `Text`. Ids are readable paths
(`iki.sub-bagian-umum-dan-kepegawaian.pengelola-kepegawaian/f.menyiapkan-bahan`), unique in the catalogue.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from schemas.base import Edit, Finding, Frozen, Kind, KoreksiRecord, Place, ProgramRole, Role
from schemas.decree import Cell, Heading, KeptTable, Law, Target, TargetScope, Text
from schemas.source import Source

#: Changed whenever the meaning or the shape of a field changes.
SCHEMA_VERSION: Final = "1.3"

Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Id = Annotated[str, Field(min_length=1)]


class Origin(Frozen):
    """Where a plain value of the decree comes from.

    `basis` is `printed` where the value stands under its own label, `derived` where it was taken from another text;
    `note` says then in Indonesian from which one. `character_confidence` is that of the text.
    """

    as_printed: str
    basis: Literal["printed", "derived"] = "printed"
    note: str = ""
    places: tuple[Place, ...] = ()
    character_confidence: float = 1.0


class Periode(Frozen):
    """The years that the decree is for, both inclusive (equal for a single year)."""

    awal: int
    akhir: int


class Ditetapkan(Frozen):
    """Where and when: `tanggal` is an ISO 8601 date, None where it is missing or could not be read."""

    tempat: str | None = None
    tanggal: str | None = None


class Signatory(Frozen):
    """Who signed (penandatangan), normalized."""

    jabatan: str | None = None
    nama: str | None = None
    pangkat: str | None = None
    nip: str | None = None


class Entry(Frozen):
    """An entry of a list (menimbang, mengingat, memperhatikan, butir, tujuan, fungsi) with its id; `no` as printed,
    without the full stop or bracket; `law` where an entry of mengingat or memperhatikan cites one."""

    id: Id
    no: str | None
    text: Text
    law: Law | None = None


class Clause(Frozen):
    """A diktum (KESATU, KEDUA, ...) with its butir. Two clauses may print the same label; their ids differ."""

    id: Id
    label: str
    text: Text
    butir: tuple[Entry, ...] = ()


class DecreeData(Frozen):
    """What the decree says about itself.

    `origins` has an entry for each plain value that is not None, keyed by its path (`nomor`, `ditetapkan.tanggal`,
    `penandatangan.nama`). `kepala` holds the heading lines above TENTANG, `pejabat` the issuing office.
    """

    jenis: str | None = None
    nomor: str | None = None
    tahun: int | None = None
    tentang: str | None = None
    instansi: str | None = None
    periode: Periode | None = None
    ditetapkan: Ditetapkan = Ditetapkan()
    penandatangan: Signatory = Signatory()
    origins: dict[str, Origin] = Field(default_factory=dict)
    kepala: tuple[Text, ...] = ()
    judul: Text | None = None
    pejabat: Text | None = None
    menimbang: tuple[Entry, ...] = ()
    mengingat: tuple[Entry, ...] = ()
    memperhatikan: tuple[Entry, ...] = ()
    menetapkan: Text | None = None
    diktum: tuple[Clause, ...] = ()


class Attachment(Frozen):
    """A lampiran: its printed label and its own closing, which may differ from the decree's."""

    id: Id
    label: Text | None = None
    ditetapkan: Ditetapkan = Ditetapkan()
    penandatangan: Signatory = Signatory()
    origins: dict[str, Origin] = Field(default_factory=dict)


class Unit(Frozen):
    """The organizational unit of a holder.

    `basis`: `instansi` (the head of the agency, or a block of the agency), `own` (the head of this unit: `Kepala
    Bidang X`), `superior` (printed below that head), `source_data` (no head stands above; named by the sumber data),
    `none`. `agreeing` of `naming` are the rows whose sumber data names this unit, of those that name any unit.
    """

    id: Id
    nama: str
    basis: Literal["instansi", "own", "superior", "source_data", "none"]
    evidence: str = ""
    agreeing: int = 0
    naming: int = 0


class UnitForm(Frozen):
    """A form in which a unit's name is printed, and how often: in names of jabatan, and in the sumber data of rows (a
    merged cell counts in each row that it spans)."""

    as_printed: str
    count: int


class ListedUnit(Frozen):
    """A unit that the decree names, with all its printed forms, the most frequent first. `id` is that of `Unit`; it is
    None for a name that is no unit of this decree, for which a person must say what was meant."""

    id: Id | None = None
    nama: str
    bentuk: tuple[UnitForm, ...] = ()


class RowTarget(Frozen):
    """A target of a row. `position` is the 1-based place of its column among those of targets, from left to right,
    `heading` the column's heading with all its levels, `scope` what that says. `chosen` marks the one that is the row's
    `target`: that which holds for the whole period of the document."""

    position: int
    heading: str
    scope: TargetScope = TargetScope()
    cell: Cell
    target: Target
    chosen: bool = False


class IndicatorRow(Frozen):
    """One indicator row as printed.

    `row` is the 1-based position in its table. In a cell whose span is `covered` the text's `as_printed` is empty and
    its `value` is that of the merged cell above. `sasaran_id` is shared by all rows under one sasaran. `others` maps a
    heading as printed to its cell. `sumber_data_units` are the ids of the units that the sumber data names.

    `targets` are all targets that the row prints; the chosen one is also the target of `cells`, with its reading in
    `target`. Where none can be named `cells` has no target, and the kind of `target` is `several`.

    `stacked`: it is drawn in one row with other indicators, each beside its own lines.
    """

    id: Id
    row: int
    sasaran_id: str | None = None
    cells: dict[Role, Cell]
    others: dict[str, Cell] = Field(default_factory=dict)
    target: Target | None = None
    targets: tuple[RowTarget, ...] = ()
    group: str | None = None
    page: int | None = None
    sumber_data_units: tuple[Id, ...] = ()
    stacked: bool = False


class ProgramRow(Frozen):
    """What a row of a second table says of a program and its money.

    `row` is its 1-based position in `others`, `columns` has the heading there of each column with a role, `anggaran` is
    the amount in rupiah as decimal text (None where none is printed, or none can be read). Rows that add up others have
    none.
    """

    row: int
    columns: dict[ProgramRole, str]
    anggaran: str | None = None


class IndicatorBlock(Frozen):
    """An indicator table with its holder: a jabatan (IKI), or the instansi or unit (IKU, PK).

    `kind` is None where nothing in the decree tells it (a finding says so); `order` is the 1-based position among the
    blocks of its kind; `label` the printed label (`Jabatan`, `INSTANSI`).
    `others` are the rows of a second table (programs with their budget in a Perjanjian Kinerja): heading as printed to
    cell; `program` says what they mean.
    """

    id: Id
    kind: Kind | None
    order: int
    label: str = ""
    jabatan: Text
    unit: Unit
    judul: tuple[Text, ...] = ()
    tujuan: tuple[Entry, ...] = ()
    tugas: Text | None = None
    fungsi: tuple[Entry, ...] = ()
    headings: tuple[Heading, ...] = ()
    rows: tuple[IndicatorRow, ...] = ()
    others: tuple[dict[str, Cell], ...] = ()
    program: tuple[ProgramRow, ...] = ()


class Catalogue(Frozen):
    """A decree, whole: what it says, what was made of it, and what a person should look at.

    `content_hash` is the SHA-256 of what the decree says (printed and normalized), and of nothing else: not of where it
    stands, of the file, of ids, confidence, findings or edits. The same decree as text and as PDF has one hash.
    `tables` are the tables as drawn that are none of indicators, as they stand; like `unparsed` they are no part of the
    content, since text shows no table without ruling lines for what it is.
    `proposals` are corrections that await a person's decision and were not applied; `koreksi` are the decisions that a
    person made, in the order of their file, with what became of each.

    `previous` are the content hashes of the earlier revisions whose ids were carried over (`build --previous`), the
    oldest first; `retired` are ids that one of them used and this one doesn't: they are never given to anything else.
    """

    schema_version: Literal["1.3"] = "1.3"
    content_hash: Digest
    source: Source
    decree: DecreeData
    lampiran: tuple[Attachment, ...] = ()
    blocks: tuple[IndicatorBlock, ...] = ()
    units: tuple[ListedUnit, ...] = ()
    tables: tuple[KeptTable, ...] = ()
    unparsed: tuple[Text, ...] = ()
    findings: tuple[Finding, ...] = ()
    edits: tuple[Edit, ...] = ()
    proposals: tuple[Edit, ...] = ()
    koreksi: tuple[KoreksiRecord, ...] = ()
    previous: tuple[Digest, ...] = ()
    retired: tuple[Id, ...] = ()
