"""Rows, their sasaran, and jabatan: who is who where words changed or things changed hands."""

from __future__ import annotations

from things import below, decree_of, holder, indikator, likeness_of, names, thing

from katalog.compare.match.jabatan import match_jabatan
from katalog.compare.match.rows import match_rows, row_likeness
from katalog.compare.match.sasaran import match_sasaran
from katalog.compare.match.thing import Thing

CUTI = {"rumus": "Jumlah usulan cuti yang selesai dibagi usulan masuk", "target": "100 %"}
GAJI = {"rumus": "Jumlah daftar gaji", "target": "12 dokumen"}


def matched(old: list[Thing], new: list[Thing]) -> set[tuple[str, str]]:
    """Pairs of rows where the jabatan are paired in their order."""
    roots = decree_of(*old), decree_of(*new)
    return names(match_rows(list(zip(old, new, strict=False)), *roots, likeness_of(*roots)))


def test_a_row_in_other_words_and_another_place_is_the_same() -> None:
    old = holder("Pengelola", [indikator("Persentase layanan cuti", **CUTI), indikator("Jumlah daftar gaji", **GAJI)])
    new = holder("Pengelola", [indikator("Jumlah daftar gaji", **GAJI), indikator("Layanan cuti pegawai", **CUTI)])
    assert matched([old], [new]) == {
        ("Persentase layanan cuti", "Layanan cuti pegawai"), ("Jumlah daftar gaji", "Jumlah daftar gaji"),
    }  # fmt: skip


def test_a_row_given_away_is_found_in_the_other_jabatan() -> None:
    old = [holder("Pengelola", [indikator("Persentase layanan cuti", **CUTI)]), holder("Bendahara", [])]
    new = [holder("Pengelola", []), holder("Bendahara", [indikator("Persentase layanan cuti", **CUTI)])]
    assert len(matched(old, new)) == 1


def test_rows_that_say_nothing_are_the_same_in_one_jabatan_only() -> None:
    """A decree prints empty rows to be filled in; nothing tells whether another jabatan's is the same."""
    first, last = (holder("Pengelola", [indikator("", target="") for _ in range(number)]) for number in (2, 3))
    roots = decree_of(first), decree_of(last)
    found = match_rows([(first, last)], *roots, likeness_of(*roots))
    assert [(one.place, other.place) for one, other in found] == [(0, 0), (1, 1)]
    assert matched([first, holder("Bendahara", [])], [holder("Pengelola", []), last]) == set()


def test_a_row_that_is_only_similar_was_not_given_away() -> None:
    """Many jabatan measure similar things: across jabatan the words must nearly be equal."""
    old = [holder("Pengelola", [indikator("Persentase layanan cuti", **CUTI)]), holder("Bendahara", [])]
    new = [holder("Pengelola", []), holder("Bendahara", [indikator("Persentase layanan pensiun", **GAJI)])]
    assert matched(old, new) == set()


def test_a_row_stays_at_home_rather_than_going_to_its_like() -> None:
    row = {"rumus": "Jumlah laporan"}
    old = [holder("Pengelola", [indikator("Laporan", **row)]), holder("Bendahara", [])]
    new = [holder("Pengelola", [indikator("Laporan", **row)]), holder("Bendahara", [indikator("Laporan", **row)])]
    roots = decree_of(*old), decree_of(*new)
    ((_, stayed),) = match_rows(list(zip(old, new, strict=True)), *roots, likeness_of(*roots))
    assert stayed.block is new[0]


def test_across_jabatan_target_and_sumber_data_say_nothing() -> None:
    old, new = indikator("Layanan cuti", **CUTI), indikator("Layanan cuti", **{**CUTI, "target": "75 %"})
    likeness = likeness_of(old, new)
    assert row_likeness(old, new, likeness, across=True) == 1.0 > row_likeness(old, new, likeness)


def test_a_sasaran_wholly_in_other_words_is_known_by_its_rows() -> None:
    ours, theirs = thing("sasaran", "Terwujudnya pelayanan prima"), thing("sasaran", "Pegawai puas")
    old = holder("Pengelola", below(ours, indikator("Layanan cuti", **CUTI), indikator("Daftar gaji", **GAJI)))
    new = holder("Pengelola", below(theirs, indikator("Layanan cuti", **CUTI), indikator("Daftar gaji", **GAJI)))
    pairs = list(zip(old.lists["indikator"], new.lists["indikator"], strict=True))
    likeness = likeness_of(old, new)
    assert (ours, theirs) not in match_sasaran([(old, new)], [], likeness)
    assert (ours, theirs) in match_sasaran([(old, new)], pairs, likeness)


def test_jabatan_of_one_name_are_told_apart_by_what_they_hold() -> None:
    rows = [indikator("Layanan cuti", **CUTI)], [indikator("Daftar gaji", **GAJI)]
    old = [holder("Pengelola Kepegawaian", rows[0]), holder("Pengelola Kepegawaian", rows[1])]
    new = [
        holder("Pengelola Kepegawaian", [indikator("Daftar gaji pegawai", **GAJI)]),
        holder("Pengelola Kepegawaian", [indikator("Layanan cuti pegawai", **CUTI)]),
    ]
    pairs = match_jabatan(old, new, likeness_of(decree_of(*old), decree_of(*new)))
    assert {(id(a), id(b)) for a, b in pairs} == {(id(old[0]), id(new[1])), (id(old[1]), id(new[0]))}


def test_a_renamed_jabatan_is_known_by_its_entries_and_a_new_one_is_not() -> None:
    old = holder("Pengelola Kepegawaian", [indikator("Layanan cuti", **CUTI)], ["Melayani cuti", "Menyusun daftar"])
    kept = holder("Penata Layanan", [indikator("Layanan cuti", **CUTI)], ["Melayani cuti", "Menyusun daftar"])
    other = holder("Penata Layanan", [indikator("Daftar gaji", **GAJI)], ["Membayar gaji", "Menyimpan kas"])
    for new, found in ((kept, 1), (other, 0)):
        assert len(match_jabatan([old], [new], likeness_of(decree_of(old), decree_of(new)))) == found
