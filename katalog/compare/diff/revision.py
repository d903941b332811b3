"""Two catalogues to their diff.

Guarantees: two identical catalogues give no changes; each thing is reported once; the counts add up; the diff applied
to the old content gives the new (katalog.compare.diff.apply). The same two catalogues give the same diff.
"""

from __future__ import annotations

from collections.abc import Iterator

from katalog.compare.diff import changes as make
from katalog.compare.diff.comparison import Comparison
from katalog.compare.diff.headings import is_form, is_repeated, merged
from katalog.compare.diff.lists import Placed, in_order, list_changes, removed_places, stayed
from katalog.compare.diff.notes import moved_within, reshaped_notes
from katalog.compare.diff.order import out_of_order
from katalog.compare.diff.recut import Side
from katalog.compare.diff.rows import table_changes
from katalog.compare.diff.seams import doubted_cells
from katalog.compare.diff.spelling import Spelling
from katalog.compare.diff.summary import summary_of
from katalog.compare.diff.tails import Tails
from katalog.compare.diff.wrapped import broken_otherwise
from katalog.compare.kinds import lists_in
from katalog.compare.match.matching import Matching
from katalog.compare.match.thing import DECREE, Thing
from schemas.catalogue import Catalogue
from schemas.diff import CatalogueDiff, Change, Identity, Sides


def diff_matched(old: Catalogue, new: Catalogue, matching: Matching) -> CatalogueDiff:
    """What changed from `old` to `new`, where it is known who is who."""
    sides = _side(old), _side(new)
    tails = Tails((matching.old, matching.new))
    compared = Comparison(matching, Spelling((old, new)), reshaped_notes(matching.reshaped), sides, tails)
    own = [entry.name for entry in lists_in("decree") if not entry.apart]
    decree = [one for name in own for one in list_changes(compared, name, matching.old, matching.new)]
    form = broken_otherwise(decree, matching.old, matching.new)
    holders = in_order(_jabatan(compared, matching.old, matching.new))
    repeated = merged(one for one in holders if is_repeated(one))
    changes = (
        *(one for one in decree if one not in form),
        *(one for one in repeated if not is_form(one)),
        *(one for one in holders if not is_repeated(one)),
    )
    return CatalogueDiff(
        old=identity_of(old),
        new=identity_of(new),
        summary=summary_of(compared, changes),
        changes=changes,
        headings=(*form, *(one for one in repeated if is_form(one))),
        unsure=tuple(compared.unsure),
        renumbered=tuple(compared.renumbered),
        regrouped=tuple(compared.regrouped),
        renamed=compared.renamed,
        respanned=tuple(compared.respanned),
    )


def _side(catalogue: Catalogue) -> Side:
    return Side(doubted_cells(catalogue), unseen=catalogue.source.media_type == "text/plain")


def identity_of(catalogue: Catalogue) -> Identity:
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


def _jabatan(compared: Comparison, old: Thing, new: Thing) -> Iterator[Placed]:
    """Changes of all jabatan: one for each that was added or removed, everything inside of those that stayed."""
    matching = compared.matching
    pairs = stayed(matching, old.lists["jabatan"], new)
    wandered = {id(pairs[at][1]) for at in out_of_order([block.place for _, block in pairs])}
    for before, after in pairs:
        if id(after) in wandered:
            yield after.place, 0, _moved(before, after)
        for one in _inside(compared, before, after):
            yield after.place, 1, one
    for after in new.lists["jabatan"]:
        if compared.origin(after) is None:
            note = compared.notes.get(id(after))
            yield after.place, 0, make.added(after, compared.origin, note=note, **make.within(old, new))
    places = removed_places(old.lists["jabatan"], matching)
    for before in old.lists["jabatan"]:
        if matching.in_new(before) is None:
            place = places[id(before)]
            note = compared.notes.get(id(before))
            yield place, 2, make.removed(before, note=note, **make.within(old, new))


def _moved(old: Thing, new: Thing) -> Change:
    """A jabatan in another place of the decree, without what it holds."""
    parent = {"parent_id": Sides(old=DECREE, new=DECREE)}
    return make.change_of("moved", old, new, note=moved_within(), **parent)


def _inside(compared: Comparison, old: Thing, new: Thing) -> Iterator[Change]:
    yield from compared.text(old, new)
    for entry in lists_in("jabatan"):
        if entry.name == "indikator":
            yield from table_changes(compared, old, new)  # with the sasaran
        elif not entry.apart:
            yield from list_changes(compared, entry.name, old, new)
