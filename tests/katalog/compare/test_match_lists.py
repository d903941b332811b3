"""Candidates, entries of lists, and who merged with whom."""

from __future__ import annotations

from things import holder, indikator, likeness_of, names, thing

from katalog.compare.match.assign import assign
from katalog.compare.match.candidates import FEW, NEAR, candidates
from katalog.compare.match.entries import match_entries, pair_equal
from katalog.compare.match.reshape import reshaped
from katalog.compare.match.thing import Thing


def words(node: Thing) -> list[str]:
    return node.said.value.split()


def test_the_best_total_wins_over_the_best_pair() -> None:
    """0 with 0 is the best single pair, but leaves 1 alone."""
    assert assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}, (2, 2)) == [(0, 1), (1, 0)]


def test_of_two_short_lists_all_pairs_are_candidates() -> None:
    old, new = ([thing("fungsi", text) for text in texts] for texts in (["a", "b"], ["c", "d"]))
    assert candidates(old, new, words) == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_in_long_lists_a_rare_word_leads_to_its_like_wherever_it_stands() -> None:
    count = int(FEW**0.5) + 10
    old = [thing("fungsi", f"jumlah dokumen k{n}") for n in range(count)]
    new = [thing("fungsi", f"jumlah laporan k{n}") for n in reversed(range(count))]
    found = set(candidates(old, new, words))
    assert {(n, count - 1 - n) for n in range(count)} <= found
    # a frequent word pairs each with some neighbours, not with all
    assert len(found) <= count * (NEAR + 1)


def test_equal_entries_pair_only_where_both_sides_have_as_many() -> None:
    old = [thing("fungsi", text) for text in ("Menyusun laporan", "Melayani cuti", "Melayani cuti")]
    new = [thing("fungsi", text) for text in ("Melayani cuti", "MENYUSUN  LAPORAN", "Lain")]
    pairs, done = pair_equal(old, new, lambda one: one.said.key)
    assert names(pairs) == {("Menyusun laporan", "MENYUSUN  LAPORAN")}
    assert done == {id(old[0]), id(new[1])}


def test_a_reworded_entry_is_found_and_a_strange_one_left_alone() -> None:
    old = [thing("fungsi", "Melaksanakan administrasi surat masuk"), thing("fungsi", "Menyiapkan rapat")]
    new = [thing("fungsi", "Mengelola gaji"), thing("fungsi", "Melaksanakan administrasi surat masuk dan keluar")]
    assert names(match_entries(old, new, likeness_of(*old, *new))) == {
        ("Melaksanakan administrasi surat masuk", "Melaksanakan administrasi surat masuk dan keluar")
    }


def test_many_entries_are_matched_as_few_are() -> None:
    """So many that not all are compared with all; they stand in another order, and each was reworded."""
    count = int(FEW**0.5) + 6
    old = [thing("fungsi", f"Melaksanakan administrasi urusan{n}") for n in range(count)]
    new = [thing("fungsi", f"Melaksanakan semua administrasi urusan{n}") for n in reversed(range(count))]
    assert names(match_entries(old, new, likeness_of(*old, *new))) == {
        (f"Melaksanakan administrasi urusan{n}", f"Melaksanakan semua administrasi urusan{n}") for n in range(count)
    }


def test_the_same_law_is_one_entry_though_half_its_words_changed() -> None:
    texts = "UU 5 Tahun 2014 tentang Aparatur", "Undang-Undang Nomor 5 Tahun 2014"
    alike = [thing("mengingat", text, hint="undang-undang 5 2014") for text in texts]
    apart = [thing("mengingat", text, hint=hint) for text, hint in zip(texts, ("a", "b"), strict=True)]
    likeness = likeness_of(*alike)
    assert len(match_entries(alike[:1], alike[1:], likeness)) == 1
    assert match_entries(apart[:1], apart[1:], likeness) == []


def rows(*texts: str) -> list[Thing]:
    return [indikator(text) for text in texts]


def test_a_merger_names_its_parts() -> None:
    old = [holder("Pengelola Gaji", rows("a", "b")), holder("Bendahara", rows("c", "d"))]
    new = [holder("Penata Keuangan", rows("a", "b", "c", "d"))]
    (found,) = reshaped(old, new, [])
    assert found.merged and found.whole is new[0] and list(found.parts) == old


def test_a_split_is_a_merger_the_other_way_round() -> None:
    old = [holder("Penata Keuangan", rows("a", "b", "c", "d"))]
    new = [holder("Pengelola Gaji", rows("a", "b")), holder("Bendahara", rows("c", "d"))]
    (found,) = reshaped(old, new, [])
    assert not found.merged and found.whole is old[0] and list(found.parts) == new


def test_a_copy_of_the_whole_is_no_part() -> None:
    """Two that hold the same: neither contributes anything that the other doesn't."""
    old = [holder("Pengelola Gaji", rows("a", "b")), holder("Bendahara", rows("a", "b"))]
    assert reshaped(old, [holder("Penata Keuangan", rows("a", "b"))], []) == []


def test_one_that_lives_on_under_its_name_merged_with_nobody() -> None:
    old = [holder("Pengelola Gaji", rows("a", "b")), holder("Bendahara", rows("c", "d"))]
    new = [holder("Penata Keuangan", rows("a", "b")), holder("Bendahara", rows("c", "d"))]
    assert reshaped(old, new, [(old[1], new[1])]) == []
