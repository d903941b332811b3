"""Two catalogues to their diff.

Guarantees: two identical catalogues give no changes; each thing is reported once; the counts add up; the diff applied
to the old content gives the new (katalog.diff.apply). The same two catalogues give the same diff.
"""

from __future__ import annotations

from collections.abc import Iterator

from katalog.compare.diff import change
from katalog.compare.diff.comparison import Comparison
from katalog.compare.diff.headings import REPEATED, is_form, merged
from katalog.compare.diff.lists import Placed, in_order, list_changes, removed_places, stayed
from katalog.compare.diff.notes import moved_within, reshaped_notes
from katalog.compare.diff.order import moved
from katalog.compare.diff.rows import table_changes
from katalog.compare.diff.spelling import Spelling
from katalog.compare.diff.summary import summary_of
from katalog.compare.match.matching import Matching
from katalog.compare.match.node import DECREE, Node
from schemas.catalogue import Catalogue
from schemas.diff import CatalogueDiff, Change, Identity, Sides

#: Lists of the decree and of a jabatan, in the order of the report.
_DECREE = (
    "kepala", "nomor", "tentang", "pejabat", "menimbang", "mengingat", "menetapkan", "diktum", "ditetapkan.tempat",
    "ditetapkan.tanggal", "penandatangan.jabatan", "penandatangan.nama", "penandatangan.pangkat", "penandatangan.nip",
    "lampiran",
)  # fmt: skip
_JABATAN = ("label", "judul", "kolom", "tujuan", "tugas", "fungsi")


def diff_matched(old: Catalogue, new: Catalogue, matching: Matching) -> CatalogueDiff:
    """What changed from `old` to `new`, where it is known who is who."""
    compared = Comparison(matching, Spelling((old, new)), reshaped_notes(matching.reshaped))
    decree = [one for name in _DECREE for one in list_changes(compared, name, matching.old, matching.new)]
    holders = in_order(_jabatan(compared, matching.old, matching.new))
    repeated = merged(one for one in holders if one.field in REPEATED)
    changes = (
        *decree,
        *(one for one in repeated if not is_form(one)),
        *(one for one in holders if one.field not in REPEATED),
    )
    return CatalogueDiff(
        old=identity(old),
        new=identity(new),
        summary=summary_of(compared, changes),
        changes=changes,
        headings=tuple(one for one in repeated if is_form(one)),
        renumbered=tuple(compared.renumbered),
        regrouped=tuple(compared.regrouped),
        respanned=tuple(compared.respanned),
    )


def identity(catalogue: Catalogue) -> Identity:
    """The decree's own data."""
    decree, source = catalogue.decree, catalogue.source
    return Identity(
        slug=source.slug,
        file=source.file,
        sha256=source.sha256,
        content_hash=catalogue.content_hash,
        jenis=decree.jenis,
        nomor=decree.nomor,
        tahun=decree.tahun,
        tentang=decree.tentang,
        instansi=decree.instansi,
        tanggal=decree.ditetapkan.tanggal,
        penandatangan=decree.penandatangan.nama,
    )


def _jabatan(compared: Comparison, old: Node, new: Node) -> Iterator[Placed]:
    """Changes of all jabatan: one for each that was added or removed, everything inside of those that stayed."""
    matching = compared.matching
    pairs = stayed(matching, old.lists["jabatan"], new)
    wandered = {id(pairs[at][1]) for at in moved([block.place for _, block in pairs])}
    for before, after in pairs:
        if id(after) in wandered:
            yield after.place, 0, _moved(before, after)
        for one in _inside(compared, before, after):
            yield after.place, 1, one
    for after in new.lists["jabatan"]:
        if compared.origin(after) is None:
            note = compared.notes.get(id(after))
            yield after.place, 0, change.added(after, compared.origin, note=note, **change.within(old, new))
    places = removed_places(old.lists["jabatan"], matching)
    for before in old.lists["jabatan"]:
        if matching.in_new(before) is None:
            place = places[id(before)]
            note = compared.notes.get(id(before))
            yield place, 2, change.removed(before, note=note, **change.within(old, new))


def _moved(old: Node, new: Node) -> Change:
    """A jabatan in another place of the decree, without what it holds."""
    parent = {"parent_id": Sides(old=DECREE, new=DECREE)}
    return change.change("moved", old, new, "substantive", note=moved_within(old, new), **parent)


def _inside(compared: Comparison, old: Node, new: Node) -> Iterator[Change]:
    for one in compared.text(old, new):
        yield one.model_copy(update={"field": "jabatan"})
    for name in _JABATAN:
        yield from list_changes(compared, name, old, new)
    yield from table_changes(compared, old, new)
    yield from list_changes(compared, "program", old, new)
