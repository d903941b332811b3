"""The parts of the diff: keys, natures, targets, words, order, assignment."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bahasa.target import parse_target
from katalog.compare.diff.nature import nature
from katalog.compare.diff.order import out_of_order
from katalog.compare.diff.signs import same_signs
from katalog.compare.diff.spelling import Spelling
from katalog.compare.diff.target import target_change
from katalog.compare.diff.word_runs import word_runs
from katalog.compare.match.assign import assign
from katalog.compare.match.key import key_of
from katalog.compare.match.likeness import Likeness, cosine
from katalog.compare.match.thing import Said
from schemas.base import Edit
from schemas.catalogue import Catalogue
from schemas.decree import Law


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("berlaku.", "berlaku .", True),  # `ketentuan yang berlaku .`
        ("KARIS/KARSU", "KARIS / Karsu", True),
        ("Sub Bagian", "Subbagian", True),
        ("Rp1.250.000", "Rp 1250000", True),
        ("2,5", "2.5", True),
        ("100 %", "100", False),
        ("tahun 20 24", "tahun 2024", False),  # figures stay apart: `1 3dokumen`
        ("≥ 80", "80", False),
        ("≥80", ">= 80", True),
        ("2.5", "25", False),
        ("é", "e", True),
    ],
)
def test_key(one: str, other: str, same: bool) -> None:
    assert (key_of(one) == key_of(other)) is same


def said(text: str, indikator: str = "Jumlah dokumen", target: bool = False) -> Said:
    """A text, as a target where asked."""
    return Said(text, text, target=parse_target(text, indikator) if target else None)


@pytest.mark.parametrize(
    ("old", "new", "field", "expected"),
    [
        ("yag terlayani", "yang terlayani", "rumus", "editorial"),
        ("dalma satu tahun", "dalam satu tahun", "rumus", "editorial"),
        ("disiplin pegawai", "disiplin aparatur", "rumus", "substantive"),
        # both are words: no slip of the pen
        ("Surat Perintah Membayar", "Surat Perintah Bayar", "indikator", "substantive"),
        ("bidang data", "bidang dana", "rumus", "substantive"),
        ("laporan", "laporan tahunan", "indikator", "substantive"),
        ("Jumlah A / Jumlah B x 100%", "Jumlah A/Jumlah B x 100 %", "rumus", "editorial"),
        ("Jumlah A / Jumlah B", "Jumlah A - Jumlah B", "rumus", "substantive"),
        ("Cuti selesai / usulan cuti x 100%", "Cuti selesai usulan cuti x 100%", "rumus", "substantive"),
        ("(A + B) / C", "A + (B / C)", "rumus", "substantive"),
        ("Data barang/surat", "Data barang / surat", "rumus", "editorial"),
        ("12 kali", "13 kali", "rumus", "substantive"),
        ("Drs. Suwito", "Drs. Suwita", "penandatangan.nama", "substantive"),
        ("Drs. Suwito", "Drs.  SUWITO", "penandatangan.nama", "editorial"),
        ("29 Desember 2022", "30 Desember 2022", "ditetapkan.tanggal", "substantive"),
        ("", "BKPSDM", "sumber_data", "substantive"),
        # another acronym, another place
        ("dokumen SOP", "dokumen SPP", "rumus", "substantive"),
        ("SOP yang tersusun", "SPP yang tersusun", "indikator", "substantive"),
        ("Laporan LAKIP", "Laporan LKIP", "rumus", "substantive"),
        ("wilayah Tanah Grogot", "wilayah Tanah Grogol", "sumber_data", "substantive"),
        # a capital that any word would have there shows no name
        ("Dalma satu tahun", "Dalam satu tahun", "rumus", "editorial"),
        ("Arsip. Dalma satu tahun", "Arsip. Dalam satu tahun", "rumus", "editorial"),
        ("TERSUSUNNYA LAPORAAN", "TERSUSUNNYA LAPORAN", "sasaran", "editorial"),
        ("arsip Dalma satu tahun", "arsip dalam satu tahun", "rumus", "editorial"),
        ("dokumen S O P", "dokumen SOP", "rumus", "editorial"),
        ("unit dan bidang", "unit & bidang", "indikator", "editorial"),
        ("pejabat eselon III", "pejabat eselon 3", "indikator", "editorial"),
        ("pejabat eselon III", "pejabat eselon 4", "indikator", "substantive"),
        ("golongan v", "golongan 5", "indikator", "substantive"),
    ],
)
def test_nature_of_texts(old: str, new: str, field: str, expected: str) -> None:
    assert nature(said(old), said(new), field, Spelling([])) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("12 dokumen", "12 (dua belas) dokumen", "editorial"),  # numbering style
        ("Triwulan IV", "Triwulan 4", "editorial"),
        ("Triwulan IV", "Triwulan 3", "substantive"),
        ("12 dokumen", "12  Dokumen", "editorial"),
        ("95,5 %", "95.5%", "editorial"),
        ("12 dokumen", "13 dokumen", "substantive"),
        ("12 dokumen", "12 laporan", "substantive"),
        ("80%", "minimal 80%", "substantive"),
        ("minimal Nilai 80", "maksimal Nilai 80", "substantive"),
        ("≥ nilai 80", "≤ nilai 80", "substantive"),
        ("minimal Nilai 80", "Nilai 80", "substantive"),
        ("minimal Nilai 80", "MINIMAL  nilai 80", "editorial"),
        ("minimal Nilai 80", "≥ nilai 80", "editorial"),
        ("B (80)", "B (85)", "substantive"),
        ("BB", "A", "substantive"),
        ("100%", "100% pegawai", "substantive"),
        ("sesuai kebutuhan", "sesuai usulan", "substantive"),
    ],
)
def test_nature_of_targets(old: str, new: str, expected: str) -> None:
    assert nature(said(old, target=True), said(new, target=True), "target", Spelling([])) == expected


def test_a_correction_of_a_name_makes_it_one_word(catalogue: Catalogue) -> None:
    edit = Edit(rule="huruf", before="SPO", after="SOP", evidence="bentuk lain dalam naskah")
    for known in ({"edits": (edit,)}, {"proposals": (edit,)}):
        spelling = Spelling([catalogue.model_copy(update={"edits": (), "proposals": (), **known})])
        assert nature(said("dokumen SPO"), said("dokumen SOP"), "rumus", spelling) == "editorial"
        assert nature(said("dokumen SPO"), said("dokumen SPP"), "rumus", spelling) == "substantive"


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        # a sign that went, came or moved
        ("Cuti selesai / usulan cuti x 100%", "Cuti selesai usulan cuti x 100%", False),
        ("A / B C", "A B / C", False),
        ("Jumlah A/Jumlah B x 100%", "Jumlah A Jumlah B x 100%", False),
        ("∑ nilai / peserta", "nilai / peserta", False),
        ("√(A + B)", "√(A) + B", False),
        ("(A)-(B)", "(A) (B)", False),
        ("yag A / B", "yang A - B", False),
        ("A-B", "A/B", False),
        # brackets that hold a sign
        ("(A + B) / C", "A + (B / C)", False),
        ("Jumlah (A - B) / C", "Jumlah A - B / C", False),
        ("((A / B)) x 100", "(A / B) x 100", False),
        ("[A / B] x 100", "(A / B) x 100", True),
        ("(LPPD) A / B", "LPPD A / B", True),
        ("a) Surat b) Arsip / C", "a. Surat b. Arsip / C", True),
        # one sign, printed otherwise
        ("Jumlah (A+B)/C", "Jumlah (A + B) / C", True),
        ("A : B", "A / B", True),
        ("A ÷ B × 100", "A / B x 100", True),
        ("2021-2026", "2021 – 2026", True),
        # punctuation
        ("barang/data", "barang / data", True),
        ("barang/data", "barang data", True),
        ("KARIS/ KARSU", "KARIS/KARSU", True),
        ("surat-menyurat", "surat menyurat", True),
        ("sub-bagian A / B", "sub bagian A / B", True),
        ("Rumus: A / B", "Rumus A / B", True),
        ("- Laporan", "Laporan", True),
        ("surat masuk / , surat keluar", "surat masuk, surat keluar", True),  # nothing to divide by
        ("data laporn-surat", "data laporan/surat", False),  # the one sign became another
        ("data laporn-surat", "data laporan-surat", True),
        ("tahun 2022/2023", "tahun 2022 2023", True),
        ("12-13 / A", "12 13 / A", False),
        ("surat (masuk/keluar)", "surat masuk/keluar", False),
    ],
)
def test_signs_of_a_rumus(old: str, new: str, same: bool) -> None:
    assert same_signs(old, new) is same
    assert same_signs(new, old) is same
    assert same_signs(old, old)


@given(st.text(alphabet="AB1 x/-:()+%√"), st.text(alphabet="AB1 x/-:()+%√"))
def test_signs_are_compared_both_ways(old: str, new: str) -> None:
    assert same_signs(old, old)
    assert same_signs(old, new) is same_signs(new, old)


def test_another_number_makes_another_law() -> None:
    laws = [Law(jenis="Undang-Undang", nomor=nomor, tahun=2014, tentang="ASN") for nomor in ("5", "6")]
    old, new = (Said(f"UU {law.nomor}", f"UU {law.nomor}", law=law) for law in laws)
    assert nature(old, new, None, Spelling([])) == "substantive"


@pytest.mark.parametrize(
    ("old", "new", "difference", "unit"),
    [
        ("12 dokumen", "24 dokumen", "+12", "dokumen"),
        ("100%", "87,5%", "-12.5", "%"),
        ("Rp 1.000.000", "Rp 1.500.000", "+500000", "Rp"),
        ("12 dokumen", "1 laporan", None, None),  # other units have no difference
        ("BB", "A", None, None),
        ("12 dokumen", "", None, None),
    ],
)
def test_difference_of_targets(old: str, new: str, difference: str | None, unit: str | None) -> None:
    made = target_change(said(old, target=True), said(new, target=True))
    assert made is not None
    assert (made.difference, made.unit) == (difference, unit)


TEXTS = st.lists(st.sampled_from(["jumlah", "dokumen", "yang", "tersedia", "<b>", "12"]), max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
def test_words_give_both_texts_back(old: str, new: str) -> None:
    runs = word_runs(old, new)
    assert " ".join(one.text for one in runs if one.op != "inserted") == old
    assert " ".join(one.text for one in runs if one.op != "deleted") == new
    assert (old == new) == all(one.op == "same" for one in runs)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], []),
        ([0, 1, 2], []),
        ([3, 7, 9], []),  # pushed down by insertions
        ([1, 2, 0], [2]),
        ([3, 0, 1, 2], [0]),
        ([0, 3, 1, 2, 4], [1]),
    ],
)
def test_moved(places: list[int], expected: list[int]) -> None:
    assert out_of_order(places) == expected


@pytest.mark.parametrize("first", range(5))
def test_of_two_neighbours_that_changed_places_the_first_moved(first: int) -> None:
    places = list(range(6))
    places[first : first + 2] = [first + 1, first]
    assert out_of_order(places) == [first]


@given(st.permutations(list(range(7))))
def test_no_fewer_could_have_moved(places: list[int]) -> None:
    gone = out_of_order(places)
    kept = [place for at, place in enumerate(places) if at not in gone]
    assert kept == sorted(kept)
    longest = max(
        size for size in range(len(places) + 1) if any(_increasing(places, chosen) for chosen in _subsets(7, size))
    )
    assert len(kept) == longest


def _subsets(count: int, size: int) -> list[tuple[int, ...]]:
    from itertools import combinations

    return list(combinations(range(count), size))


def _increasing(places: list[int], chosen: tuple[int, ...]) -> bool:
    values = [places[at] for at in chosen]
    return values == sorted(values)


GAINS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.floats(0.01, 1, allow_nan=False).map(lambda x: round(x, 2))
)


@given(GAINS)
def test_assignment_is_the_best_of_all(gains: dict[tuple[int, int], float]) -> None:
    """Against all ways to pair four with four."""
    found = assign(gains, (4, 4))
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert all(pair in gains for pair in found)
    best = max(sum(gains.get((i, j), 0.0) for i, j in enumerate(order)) for order in permutations(range(4)))
    assert sum(gains[pair] for pair in found) == pytest.approx(best, abs=1e-4)


def test_large_groups_are_assigned_as_well() -> None:
    """The sparse solver: a band of candidates too wide for one full matrix."""
    size = 600
    gains = {
        (i, j): 0.5 + (0.4 if i == j else 0.0) for i in range(size) for j in range(max(0, i - 2), min(size, i + 3))
    }
    assert assign(gains, (size, size)) == [(i, i) for i in range(size)]


def test_equal_things_pair_in_their_order() -> None:
    gains = {(i, j): 0.5 for i in range(2) for j in range(3)}
    found = assign(gains, (2, 3))
    assert [j for _, j in found] == sorted(j for _, j in found)
    assert len(found) == 2


def test_common_words_say_little() -> None:
    texts = [f"Jumlah dokumen {word} yang tersedia" for word in ("gaji", "cuti", "pensiun", "arsip", "mutasi")]
    likeness = Likeness(texts)
    assert likeness.alike(texts[0], texts[0]) == 1.0
    assert likeness.weight("jumlah") < 0.2 < 1.5 < likeness.weight("gaji")
    other = "Dokumen gaji tersedia"
    assert likeness.alike(texts[0], texts[1]) < likeness.alike(texts[0], other) < 1.0


def test_of_equal_pairs_the_one_at_the_same_relative_place_is_taken() -> None:
    assert assign({(i, j): 0.5 for i in range(2) for j in range(4)}, (2, 4)) == [(0, 0), (1, 2)]


def test_a_bag_weighs_its_words_by_how_rare_they_are() -> None:
    texts = [f"Jumlah dokumen {word} tersedia" for word in ("gaji", "cuti", "pensiun", "arsip", "mutasi")]
    likeness = Likeness(texts)
    common, rare = likeness.bag(["Jumlah dokumen tersedia"]), likeness.bag(["gaji"])
    both = likeness.bag(["Jumlah dokumen gaji tersedia"])
    assert cosine(both, both) == pytest.approx(1.0)
    assert cosine(both, rare) > 0.9 > 0.5 > cosine(both, common)
    assert cosine(common, rare) == 0.0


def test_what_was_corrected_in_one_decree_is_one_spelling_in_both(catalogue: Catalogue) -> None:
    """A correction of the decree joins texts; figures that only their gap tells apart stay two."""
    edit = Edit(rule="huruf", before="dokumne", after="dokumen", evidence="huruf tertukar")
    one_edit = Spelling([catalogue.model_copy(update={"edits": (edit,)})])
    assert one_edit.same("dokumne baru", "dokumenbaru")
    assert one_edit.same("12 dokumne", "12 dokumen")
    assert not one_edit.same("dokumne 1 2", "dokumen 12")
    assert not one_edit.same("dokumne lama", "dokumen")


def test_a_slip_in_a_long_text_of_frequent_words_is_a_slip() -> None:
    words = ["menyusun", "laporan", "kegiatan", "dan", "data", "pegawai"] * 50
    slipped = [*words[:150], "laporna", *words[150:]]
    right = [*words[:150], "laporan", *words[150:]]
    assert Spelling([]).same(" ".join(slipped), " ".join(right))
    assert not Spelling([]).same(" ".join(words), " ".join(right))
    runs = word_runs(" ".join(slipped), " ".join(right))
    assert [(one.op, one.text) for one in runs if one.op != "same"] == [("deleted", "laporna"), ("inserted", "laporan")]
