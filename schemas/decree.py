"""The decree as extracted and normalized: what it says, with where it stands.

The same containers carry both stages. `extract` fills what is printed and leaves `value`, `target` and `law` empty;
`normalize` returns a copy with them filled. `ExtractedDecree` and `NormalizedDecree` say which stage one holds.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.base import Edit, Finding, Frozen, Kind, KoreksiRecord, Place, Role
from schemas.source import Source


class Text(Frozen):
    """A printed text: wrapped lines joined with one space (none after a hyphen that broke a word).

    `value` is the normalized text (None before normalization). `places` has one entry a page or run of lines.
    `reasons` says in Indonesian why the cell's borders were chosen.

    How sure it is, each number from 0 to 1 and about one thing: `character_confidence` about the characters (1 for
    print; for what OCR read its mean over the letters), `border_confidence` about where the cell begins and ends (how
    often cells with such evidence were right on tables that the reader had not seen; 1 where ruling lines show it).
    """

    as_printed: str
    value: str | None = None
    places: tuple[Place, ...] = ()
    character_confidence: float = 1.0
    border_confidence: float = 1.0
    reasons: tuple[str, ...] = ()


class Law(Frozen):
    """A regulation cited in Mengingat or Memperhatikan: jenis as in `Undang-Undang`, `Peraturan Bupati Paser`; nomor as
    printed, without leading zeros where it is a plain number; tahun as a year; tentang without the trailing
    punctuation."""

    jenis: str
    nomor: str | None
    tahun: int | None
    tentang: str | None


class Item(Frozen):
    """An entry of a list (menimbang, mengingat, memperhatikan, butir, tujuan, fungsi). `no` as printed without its full
    stop or bracket (`a`, `10`), None where none is printed. `law` is set by normalize where an entry of mengingat or
    memperhatikan cites one."""

    no: str | None
    text: Text
    law: Law | None = None


class Diktum(Frozen):
    """KESATU, KEDUA, ... with its text and its lettered butir."""

    label: str
    text: Text
    butir: tuple[Item, ...] = ()


class Penandatangan(Frozen):
    """Who signed: jabatan, nama, pangkat, nip, each as printed."""

    jabatan: Text | None = None
    nama: Text | None = None
    pangkat: Text | None = None
    nip: Text | None = None


class Penetapan(Frozen):
    """`Ditetapkan di ...`, `pada tanggal ...` and the signature below it. `tanggal_iso` is set by normalize."""

    tempat: Text | None = None
    tanggal: Text | None = None
    tanggal_iso: str | None = None
    penandatangan: Penandatangan = Penandatangan()


class Preamble(Frozen):
    """Everything before the first lampiran. `judul` stands between TENTANG and DENGAN RAHMAT, `pejabat` is the issuing
    office, `kepala` the heading lines above TENTANG (`KEPUTUSAN ...`, `NOMOR 44 TAHUN 2022`)."""

    kepala: tuple[Text, ...] = ()
    nomor: Text | None = None
    judul: Text | None = None
    pejabat: Text | None = None
    menimbang: tuple[Item, ...] = ()
    mengingat: tuple[Item, ...] = ()
    memperhatikan: tuple[Item, ...] = ()
    menetapkan: Text | None = None
    diktum: tuple[Diktum, ...] = ()
    penetapan: Penetapan | None = None


class Lampiran(Frozen):
    """A lampiran's label (`Lampiran I. Keputusan Kepala BKPSDM Nomor. 800/ 015 /Sek. II/BKPSDM`) and its closing."""

    label: Text | None = None
    penetapan: Penetapan | None = None


TargetKind = Literal[
    "count", "percent", "grade", "index", "money", "duration", "date", "range", "text", "none", "missing", "ambiguous",
    "several",
]  # fmt: skip


class Target(Frozen):
    """A target by the closed grammar of normalize/target.py.

    `value` is a decimal number as text (`12`, `2.5`; `.` as decimal sign), `upper` the upper end of a range, `date` an
    ISO 8601 date, `candidates` the readings of an ambiguous target in the order of likelihood, `note` why a reading was
    chosen where the print does not say it. `several`: the row prints more than one, and none of them can be named as
    the document's.
    """

    kind: TargetKind
    value: str | None = None
    upper: str | None = None
    unit: str | None = None
    grade: str | None = None
    date: str | None = None
    candidates: tuple[str, ...] = ()
    note: str | None = None


Span = Literal["own", "covered", "empty"]


class Cell(Frozen):
    """A cell of the indicator table.

    `span` is `own` where the cell has its own text, `covered` where a merged cell above spans this row (then `text` is
    empty and the value is filled down), `empty` where nothing is printed. `formula`: it holds a formula set as a
    fraction, whose numerator stands before its denominator.
    """

    text: Text
    span: Span = "own"
    formula: bool = False


Period = Literal["tahun", "semester", "triwulan", "bulan"]
Aspect = Literal["kuantitas", "kualitas", "waktu", "biaya"]
Version = Literal["sebelum", "sesudah"]


class TargetScope(Frozen):
    """What a column of targets is for, as its heading says it on any of its levels: the year, the part of the year with
    its number (`TW II` is triwulan 2), the aspect, and whether it holds before or after a revision. All are None for a
    plain `TARGET`."""

    year: int | None = None
    period: Period | None = None
    period_number: int | None = None
    aspect: Aspect | None = None
    version: Version | None = None


class Heading(Frozen):
    """A column's heading as printed and the role that it was given; `others` keeps its printed heading as key.
    `role_confidence`, from 0 to 1, says how sure the role is (1 where the vocabulary alone gave it). `scope` is that of
    a column of targets, None for any other."""

    role: Role
    text: Text
    role_confidence: float = 1.0
    scope: TargetScope | None = None


class PrintedTarget(Frozen):
    """One of several targets of a row. `target` is set by normalize."""

    cell: Cell
    target: Target | None = None


class Row(Frozen):
    """One indicator row as printed. `cells` has an entry for each role that the table has a column for; `others` maps
    a heading as printed to its cell. `group` is the text of the group row (`MISI PERTAMA`) that it stands under,
    `group_places` where that is printed.

    Of a table with several columns of targets `targets` has the cell of each, from left to right, and `cells` has no
    target: which one is the document's is asked of the whole decree, when the catalogue is assembled.

    `stacked`: it is drawn in one row with other indicators, each beside its own lines."""

    cells: dict[Role, Cell]
    others: dict[str, Cell] = Field(default_factory=dict)
    target: Target | None = None
    targets: tuple[PrintedTarget, ...] = ()
    group: str | None = None
    group_places: tuple[Place, ...] = ()
    page: int | None = None
    stacked: bool = False

    @property
    def all_cells(self) -> tuple[Cell, ...]:
        """Every cell of the row, whatever it is kept under."""
        return (*self.cells.values(), *(one.cell for one in self.targets), *self.others.values())


class Block(Frozen):
    """An indicator table with its holder: one jabatan (IKI), or the instansi or unit (IKU, PK).

    `kind` is None where nothing in the decree tells it; `order` is the 1-based position among the blocks of its kind.
    `label` is the printed label (`Jabatan`, `INSTANSI`).
    `others` are the rows of a second table of the block (programs with their budget, below the indicators of a
    Perjanjian Kinerja): heading as printed to cell.
    """

    kind: Kind | None
    order: int
    label: str = ""
    jabatan: Text
    judul: tuple[Text, ...] = ()
    tujuan: tuple[Item, ...] = ()
    tugas: Text | None = None
    fungsi: tuple[Item, ...] = ()
    headings: tuple[Heading, ...] = ()
    rows: tuple[Row, ...] = ()
    others: tuple[dict[str, Cell], ...] = ()


class KeptCell(Frozen):
    """A cell of a table that is kept as it stands, blank or not: where it starts (1-based, rows counted below the
    headings) and how many rows and columns it spans."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    text: Text


class KeptTable(Frozen):
    """A table as drawn that is none of indicators (a plan of activities, a list of things), kept as it stands.

    `headings` has one text a column, from left to right, with all levels of the heading from top to bottom (`2014
    TARGET`); `cells` are in reading order, over all pages. `kind` and `order` name the block that it stands below or
    in, and are None before the first one. `page` is where it begins; `places` has one entry a page.
    """

    kind: Kind | None = None
    order: int | None = None
    page: int | None = None
    places: tuple[Place, ...] = ()
    headings: tuple[Text, ...] = ()
    cells: tuple[KeptCell, ...] = ()


class Decree(Frozen):
    """The whole decree. `tables` are those of anything but indicators; `unparsed` holds every other printed text that
    no rule understood: nothing is lost."""

    preamble: Preamble = Preamble()
    lampiran: tuple[Lampiran, ...] = ()
    blocks: tuple[Block, ...] = ()
    tables: tuple[KeptTable, ...] = ()
    unparsed: tuple[Text, ...] = ()


class ExtractedDecree(Frozen):
    """What the decree says, verbatim, with where it stands."""

    source: Source
    decree: Decree
    findings: tuple[Finding, ...] = ()


class NormalizedDecree(Frozen):
    """The extracted decree with values beside the printed texts, every edit on record; findings accumulate.

    `proposals` are corrections that were not applied because a person should decide them; each has its finding.
    `koreksi` are a person's decisions and what became of them, in the order of their file."""

    source: Source
    decree: Decree
    edits: tuple[Edit, ...] = ()
    proposals: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    koreksi: tuple[KoreksiRecord, ...] = ()
