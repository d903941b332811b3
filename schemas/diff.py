"""The diff: what changed between two catalogues, as data from which every report is made.

`old` and `new` of a change are as printed. Ids are those of the two catalogues. A thing that both decrees print alike
is not listed; `Summary` counts it, so that the counts add up.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from schemas.base import Frozen, Kind, Place
from schemas.decree import Target

#: Changed whenever the meaning or the shape of a field changes.
DIFF_VERSION: Final = "1.2"

ChangeKind = Literal["added", "removed", "changed", "renamed", "moved"]
Object = Literal[
    "decree", "menimbang", "mengingat", "memperhatikan", "diktum", "jabatan", "tugas", "fungsi", "sasaran", "indikator"
]
Nature = Literal["substantive", "editorial"]
#: `merged`: this jabatan and others became one; `split`: it became several; `moved_within`: other place in its list;
#: `moved_across`: given to another jabatan; `regrouped`: under another sasaran.
NoteCode = Literal["merged", "split", "moved_within", "moved_across", "regrouped"]


class Sides(Frozen):
    """One thing in the old and in the new decree, None where it is missing."""

    old: str | None = None
    new: str | None = None


class Positions(Frozen):
    """1-based places in the list that a thing stands in (rows of a table, fungsi, jabatan of a decree)."""

    old: int | None = None
    new: int | None = None


class Printed(Frozen):
    """A thing with everything in it, as printed: what an added, removed or moved thing consists of.

    `no` is its printed number, `fields` its texts (`text` for an entry of a list; the columns of a row; `jabatan` and
    `tugas` of a jabatan), `lists` what it holds (`fungsi`, `sasaran`, `indikator`, `butir`). `sasaran` has the ids of
    the sasaran that a row stands under; that of the old decree is None where the sasaran is new.
    """

    id: str
    no: str | None = None
    fields: dict[str, str] = Field(default_factory=dict)
    sasaran: Sides | None = None
    lists: dict[str, tuple[Printed, ...]] = Field(default_factory=dict)


class AlignedWords(Frozen):
    """A run of words: in both texts, only in the old one, or only in the new one. The runs that are not `inserted`,
    joined with blanks, are the old text; those that are not `deleted` the new one (white space folded)."""

    op: Literal["same", "deleted", "inserted"]
    text: str


class TargetChange(Frozen):
    """Both readings of a changed target. `difference` is new minus old as a decimal number with its sign, None where
    the two are not numbers of one unit."""

    old: Target | None = None
    new: Target | None = None
    difference: str | None = None
    unit: str | None = None


class Note(Frozen):
    """What a change has to do with other things: `names` and `ids` of the jabatan or sasaran concerned. The reports say
    it in words."""

    code: NoteCode
    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


class Also(Frozen):
    """Another place of the same change: a column heading of another table, a row spanned by the same merged cell, a row
    of a sasaran that moved."""

    old_id: str | None = None
    new_id: str | None = None
    parent_id: Sides = Sides()
    position: Positions = Positions()


class Change(Frozen):
    """One change.

    `field` names the column of an indikator, the value of the decree (`tentang`, `ditetapkan.tanggal`,
    `penandatangan.nama`, `lampiran.label`, `kolom` for a column heading, ...); None where the object has one text.
    `jabatan` are the names of its holder, `jabatan_id` their ids, `unit` their units. `values` are the normalized
    texts. `column` has the headings of a changed target where the table prints several. `words` aligns the two texts,
    `content` is the whole of an added, removed or moved thing. `parent_id` names what it stands in now (or was removed
    from), by its old and its new id, and `list_name` the list there. `old_places` and `new_places` are where the two
    texts are printed; of a row that was added, removed or moved those of its cells. `doubted`: a finding of either
    catalogue doubts how the cell, or the row, was read.
    """

    kind: ChangeKind
    object: Object
    nature: Nature
    field: str | None = None
    jabatan: Sides = Sides()
    old: str | None = None
    new: str | None = None
    old_id: str | None = None
    new_id: str | None = None
    old_page: int | None = None
    new_page: int | None = None
    old_places: tuple[Place, ...] = ()
    new_places: tuple[Place, ...] = ()
    block_kind: Kind | None = None
    jabatan_id: Sides = Sides()
    unit: Sides = Sides()
    indikator: Sides = Sides()
    position: Positions = Positions()
    values: Sides = Sides()
    column: Sides = Sides()
    target: TargetChange | None = None
    words: tuple[AlignedWords, ...] = ()
    note: Note | None = None
    also: tuple[Also, ...] = ()
    parent_id: Sides = Sides()
    list_name: str | None = None
    content: Printed | None = None
    doubted: bool = False


class Renumbered(Frozen):
    """A printed number or diktum label that changed while its text stayed: no change, but kept."""

    object: Object
    old_id: str
    new_id: str
    old: str | None = None
    new: str | None = None


class Regrouped(Frozen):
    """A row that stands under another sasaran because one was added or removed: said by the change of that sasaran.
    `row` and `sasaran` hold ids; `sasaran.old` is the old id of the sasaran that it stands under now."""

    row: Sides
    sasaran: Sides


class RenamedCells(Frozen):
    """Cells of a column that the rows of these jabatan (their old ids) keep under another name now, since its heading
    is printed otherwise or it has other targets beside it: `others/Bukti` is `others/BUKTI DUKUNG`, `target` is
    `target/TARGET 2023`."""

    jabatan: tuple[str, ...]
    old: str
    new: str


class Respanned(Frozen):
    """A cell whose text is printed in it on one side and in a merged cell above (or nowhere, in another layout) on the
    other: `old` and `new` are what is printed in the cell itself. The row may say the same all the while. `field` is
    the name under which the row keeps the cell (`rumus`, `target/TARGET 2022`)."""

    row: Sides
    field: str
    old: str
    new: str


class Identity(Frozen):
    """A decree in a diff: the file, the content and the decree's own data."""

    slug: str
    file: str
    sha256: str
    content_hash: str
    jenis: str | None = None
    nomor: str | None = None
    tahun: int | None = None
    tentang: str | None = None
    instansi: str | None = None
    tanggal: str | None = None
    penandatangan: str | None = None


class Counts(Frozen):
    """Things of one object: `old` = `unchanged` + `changed` + `removed`, `new` = `unchanged` + `changed` + `added`.

    Each thing is counted once, however many changes it has; `changed` are those that stayed and have at least one
    (`moved` and `renamed` ones among them). What a removed or added jabatan holds is counted as removed or added. What
    all tables repeat (column headings, titles) is not counted.
    """

    old: int = 0
    new: int = 0
    unchanged: int = 0
    changed: int = 0
    added: int = 0
    removed: int = 0


class Summary(Frozen):
    """Counts of the changes and of the things. `changes` = `substantive` + `editorial` = the sum over `kinds`."""

    changes: int = 0
    substantive: int = 0
    editorial: int = 0
    renumbered: int = 0
    kinds: dict[ChangeKind, int] = Field(default_factory=dict)
    objects: dict[Object, Counts] = Field(default_factory=dict)


class CatalogueDiff(Frozen):
    """What changed from `old` to `new`.

    The decree comes first, then the jabatan in the order of the new decree, a removed one where it stood. `headings`
    are column headings and labels of holders in other words, and lines of the decree's own heading that break at other
    words: form, not counted as changes (a heading with another figure, `TARGET 2024`, is a change). `unsure` are cells
    in doubt as they were read, whose words are only parted into other cells: more likely read wrongly than changed, and
    not counted. A word of them that changed as well is a change, whose texts are both cut as one of the decrees, or
    another row, shows. `changes`, `headings`, `unsure`, `renumbered`,
    `regrouped`, `renamed` and `respanned` applied to the old content give the new one.
    """

    schema_version: Literal["1.2"] = "1.2"
    old: Identity
    new: Identity
    summary: Summary
    changes: tuple[Change, ...] = ()
    headings: tuple[Change, ...] = ()
    unsure: tuple[Change, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()
    regrouped: tuple[Regrouped, ...] = ()
    renamed: tuple[RenamedCells, ...] = ()
    respanned: tuple[Respanned, ...] = ()
