"""Rows, their sasaran, and jabatan: who is who where words changed or things changed hands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from things import below, decree_of, holder, indikator, likeness_of, names, thing

from bahasa.target import parse_target
from katalog.compare.match.jabatan import match_jabatan
from katalog.compare.match.rows import match_rows, row_likeness
from katalog.compare.match.sasaran import match_sasaran
from katalog.compare.match.thing import Thing
from schemas.base import Kind
from schemas.catalogue import Unit

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


def test_of_two_jabatan_that_hold_nothing_the_tugas_tells_which_is_which() -> None:
    def teller(tugas: str) -> Thing:
        made = holder("Pengelola Kepegawaian")
        made.add("tugas", [thing("tugas", tugas)])
        return made

    old = [teller("Melayani usulan cuti pegawai"), teller("Menyusun daftar gaji bulanan")]
    new = [teller("Menyusun daftar gaji setiap bulan"), teller("Melayani semua usulan cuti pegawai")]
    pairs = match_jabatan(old, new, likeness_of(decree_of(*old), decree_of(*new)))
    assert {(id(a), id(b)) for a, b in pairs} == {(id(old[0]), id(new[1])), (id(old[1]), id(new[0]))}


@pytest.mark.parametrize(
    ("basis", "kind", "names", "one"),
    [
        ("instansi", "IKU", ("Dinas Kesehatan", "Dinas Kesehatan Provinsi Jawa Barat"), True),
        ("instansi", "IKU", ("Dinas Kesehatan Kota", "Dinas Kesehatan"), True),
        ("instansi", "IKU", ("Dinas Kesehatan", "Dinas Pendidikan"), False),
        ("own", "IKU", ("Dinas Kesehatan", "Dinas Kesehatan Provinsi Jawa Barat"), False),
        ("instansi", "IKI", ("Kepala Dinas", "Kepala Dinas Perhubungan Provinsi Jawa"), False),
    ],
)
def test_an_agency_is_one_with_and_without_its_region(
    basis: str, kind: Kind, names: tuple[str, str], one: bool
) -> None:
    """Though nothing that it holds is the same; of a unit of it, or of a jabatan, the longer name is another."""
    rows = [indikator("Layanan cuti", **CUTI)], [indikator("Daftar gaji", **GAJI)]
    sides = [holder(name, own) for name, own in zip(names, rows, strict=True)]
    for side in sides:
        side.kind = kind
        side.unit = Unit.model_validate({"id": "instansi", "nama": "", "basis": basis, "evidence": "tercetak"})
    assert bool(match_jabatan(sides[:1], sides[1:], likeness_of(*map(decree_of, sides)))) is one


def test_many_jabatan_are_matched_as_few_are() -> None:
    """So many that not all are compared with all: renamed ones are found by what they hold, and their rows as well."""
    count = 56
    old = [holder(f"Pengelola nomor{n}", [indikator(f"Layanan urusan{n}", **CUTI)], [f"Melayani bidang{n}"])
           for n in range(count)]  # fmt: skip
    new = [holder(f"Penata tanda{n}", [indikator(f"Layanan urusan{n}", **CUTI)], [f"Melayani bidang{n}"])
           for n in reversed(range(count))]  # fmt: skip
    pairs = match_jabatan(old, new, likeness_of(decree_of(*old), decree_of(*new)))
    assert names(pairs) == {(f"Pengelola nomor{n}", f"Penata tanda{n}") for n in range(count)}


def test_many_rows_are_matched_as_few_are() -> None:
    count = 56
    old = holder("Pengelola", [indikator(f"Persentase layanan urusan{n}", **CUTI) for n in range(count)])
    new = holder("Pengelola", [indikator(f"Layanan urusan{n} selesai", **CUTI) for n in reversed(range(count))])
    assert matched([old], [new]) == {
        (f"Persentase layanan urusan{n}", f"Layanan urusan{n} selesai") for n in range(count)
    }


def test_many_sasaran_are_matched_as_few_are() -> None:
    count = 56
    old = holder("A", [r for n in range(count) for r in below(thing("sasaran", f"Puas{n}"), indikator(f"Urusan{n}"))])
    new = holder("A", [
        r for n in reversed(range(count)) for r in below(thing("sasaran", f"Senang{n}"), indikator(f"Urusan{n}"))
    ])  # fmt: skip
    theirs = {row.said.printed: row for row in new.lists["indikator"]}
    pairs = [(row, theirs[row.said.printed]) for row in old.lists["indikator"]]
    assert names(match_sasaran([(old, new)], pairs, likeness_of(old, new))) == {
        (f"Puas{n}", f"Senang{n}") for n in range(count)
    }


@pytest.mark.parametrize(
    ("targets", "same"),
    [(("12 dokumen", "24 dokumen"), True), (("12 dokumen", "24 laporan"), False), (("12 dokumen", "80%"), False),
     (("", ""), False), (("tepat waktu", "sesuai jadwal"), False), (("tepat waktu", "Tepat  Waktu"), True)],
)  # fmt: skip
def test_one_place_and_one_unit_make_a_reworded_row_the_same(targets: tuple[str, str], same: bool) -> None:
    """`Programa penyuluhan`, `Ketercapaian rencana penyuluhan daerah`: one word, the one row of one sasaran."""
    old, new = (
        holder("A", below(thing("sasaran", "Meningkatnya penyuluhan"), targeted(text, target)))
        for text, target in zip(("Programa penyuluhan", "Ketercapaian rencana penyuluhan daerah"), targets, strict=True)
    )
    assert bool(matched([old], [new])) is same


def targeted(text: str, target: str) -> Thing:
    rumus = "Naskah" if text.startswith("Programa") else "Hitungan luas cakupan"
    row = indikator(text, target=target, rumus=rumus)
    row.fields["target"] = replace(row.fields["target"], target=parse_target(target, text))
    return row


def test_several_targets_weigh_as_much_as_one() -> None:
    """A table that prints four quarters makes a row no other for it."""

    def alike(count: int) -> float:
        years = [f"target/{2020 + n}" for n in range(count)]
        sides = [indikator("Layanan cuti", rumus="Usulan selesai", **dict.fromkeys(years, t)) for t in ("12", "80%")]
        return row_likeness(*sides, likeness_of(decree_of(*sides)))

    assert alike(4) == pytest.approx(alike(1))
    assert alike(1) < 1.0


def test_rows_of_one_wording_go_with_their_sasaran() -> None:
    """`Jumlah laporan` below two sasaran that changed places."""
    texts = ["Tertibnya persuratan", "Terlayaninya cuti"]
    old, new = (
        holder(
            "A", [r for text in order for r in below(thing("sasaran", text), indikator("Jumlah laporan", rumus="x"))]
        )
        for order in (texts, texts[::-1])
    )
    roots = decree_of(old), decree_of(new)
    pairs = match_rows([(old, new)], *roots, likeness_of(*roots))
    assert [(a.place, b.place) for a, b in pairs] == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("tugas", "fungsi"),
    [
        (("Melayani pegawai", "Membukukan belanja"), ("Melayani cuti", "Membayar gaji")),
        (("", ""), ("Melayani cuti", "Membayar gaji")),
        (("", ""), ("", "")),  # that neither has them is nothing in common
    ],
)
def test_a_namesake_in_another_unit_that_holds_other_things_is_another(
    tugas: tuple[str, str], fungsi: tuple[str, str]
) -> None:
    rows = [indikator("Layanan cuti", **CUTI)], [indikator("Daftar gaji", **GAJI)]
    sides = [holder("Pengelola Kepegawaian", own, [one] if one else []) for own, one in zip(rows, fungsi, strict=True)]
    for side, unit, one in zip(sides, ("Bidang Mutasi", "Sekretariat Daerah"), tugas, strict=True):
        side.add("tugas", [thing("tugas", one)] if one else [])
        side.unit = Unit.model_validate({"id": unit.split()[0].lower(), "nama": unit, "basis": "superior"})
    assert match_jabatan(sides[:1], sides[1:], likeness_of(*map(decree_of, sides))) == []
