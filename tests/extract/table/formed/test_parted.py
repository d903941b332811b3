"""Where the form of a heading's words says that they go on, and cuts that are moved there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.table.formed.called import badly_called
from extract.table.formed.columns import TaggedColumn
from extract.table.formed.cuts import may_be_parts
from extract.table.formed.evidence import seen_words
from extract.table.formed.moved import best_cut, moved_cuts
from extract.table.formed.parted import begins_below, stays_open, unlevelled, wrongly_parted
from extract.table.formed.spans import HeadingReading, WeighedWords, readings_of


@pytest.mark.parametrize(
    ("levels", "openly"),
    [
        (["Target /"], 2),
        (["Target", "(Rp)"], 0),
        (["(KPI)"], 2),
        (["Target per"], 1),
        (["Kondisi (awal"], 2),
        (["Data & Aplikasi"], 0),
        (["Target", "Tahun ke-"], 2),
        (["[IKI] [Target]"], 2),
        (["[Target]"], 0),
        (["Formulasi [Pembilang"], 2),
        ([": Penyebut]"], 2),
        (["dari Pengampu"], 1),
        (["Realisasi S/D"], 2),
        (["s.d. Akhir Tahun"], 2),
        (["Target", "Realisasi s/d Akhir Tahun"], 0),
        ([], 0),
    ],
)
def test_a_heading_that_ends_openly_goes_on(levels: list[str], openly: int) -> None:
    assert stays_open(levels) == openly


@pytest.mark.parametrize("word", ["TRGT.", "Qwxz"])
def test_a_word_that_nobody_knows_costs_no_more_than_chance(word: str) -> None:
    """`MEKANISME PENGUKURAN` / `TRGT.`: the words of the first would be no better with the second among them."""
    assert 0 < badly_called(["target"], [[word]]) < 2.2


def test_a_heading_that_nobody_knows_costs_the_same_wherever_its_column_stands() -> None:
    """`IKP` was taken for sasaran, by a lone column being the first one, and its neighbour's words for its own."""
    costs = {round(badly_called([role], [["IKP"]]), 6) for role in ("sasaran", "indikator", "satuan", "others")}
    assert len(costs) == 1
    apart = badly_called(["indikator", "target"], [["IKP"], ["Capaian yang Dijanjikan"]])
    assert apart < badly_called(["indikator", "target"], [["IKP Capaian"], ["yang Dijanjikan"]])


def test_a_part_that_is_none_does_not_stand_among_those_that_count() -> None:
    years = [("Target pada Tahun", year) for year in ("2022", "2023", "2024")]
    assert wrongly_parted([("Target pada Tahun", "ke- Ktr."), *years]) == 1
    assert wrongly_parted(years) == 0


def test_parts_that_count_on_stand_below_one_heading() -> None:
    quarters = ["TW I", "TW II", "TW III", "TW IV"]
    assert wrongly_parted([("Jadwal", one) for one in quarters]) == 0
    assert (
        wrongly_parted([*(("Jadwal", one) for one in quarters[:2]), *(("Capaian", one) for one in quarters[2:])]) == 1
    )
    assert wrongly_parted([("Target", "2022"), ("Target", "2022")]) == 1


def test_a_glued_word_begins_the_lower_level() -> None:
    words = seen_words(["Target SumberSatuan Jumlah"])
    assert [word.text for word in words] == ["Target", "Sumber", "Satuan", "Jumlah"]
    over = [TaggedColumn("satuan", ((0,), (2,))), TaggedColumn("target", ((0,), (3,))), TaggedColumn("others", ((1,),))]
    flat = [TaggedColumn("target", ((0,),)), TaggedColumn("sumber_data", ((1,),)), TaggedColumn("satuan", ((2, 3),))]
    assert (unlevelled(over, words), unlevelled(flat, words)) == (0, 1)


def test_every_reading_of_a_heading_begins_the_lower_level_at_its_glued_word() -> None:
    """pypdf writes the heading on one line: nothing else tells that `Bilangan` stands below `TARGET`."""
    line = "No. SASARAN Hal yang Diukur TARGET Rumus SUMBER Koordinator PelaksanaBilangan Jenis Satuan"
    text = WeighedWords.of([line, "1 Tersedianya data Jumlah data 12 dokumen Jumlah data Aplikasi Sekretariat"])
    span, below = (0, 13), 10
    assert text.words[below].text == "Bilangan" and begins_below(text.words, *span) == below
    readings = readings_of(text, [span])
    assert readings
    for reading in readings:
        assert min(column.words[1][0] for column in reading.columns if len(column.words) > 1) == below


def test_a_heading_with_two_glued_words_says_nothing_of_its_levels() -> None:
    assert begins_below(seen_words(["Target SumberData PelaksanaSatuan"]), 0, 5) is None


def test_what_heads_other_columns_heads_no_numbers() -> None:
    roles = ["no", "indikator"]
    assert badly_called(roles, [["No. Urut Indikator"], ["Kinerja"]]) > badly_called(
        roles, [["No. Urut"], ["Indikator Kinerja"]]
    )


def _reading(*columns: tuple[str, tuple[int, ...]]) -> HeadingReading:
    made = tuple(TaggedColumn(role, (words,)) for role, words in columns)  # type: ignore[arg-type]
    return HeadingReading(made, 0, 6, 6, 0.0, 0.0)


def test_a_cut_is_moved_to_where_a_heading_ends() -> None:
    text = WeighedWords.of(["No Indikator Target / Standar Pengampu", "1 Tersedianya data 12 dokumen Sekretariat"])
    openly = _reading(("no", (0,)), ("indikator", (1,)), ("target", (2, 3)), ("penanggung_jawab", (4, 5)))

    def worth(one: HeadingReading) -> float:
        return -sum(stays_open([" ".join(text.words[at].text for at in column.words[0])]) for column in one.columns)

    moved = best_cut(text, openly, worth)
    assert moved.columns[2].words == ((2, 3, 4),)
    assert moved.roles == openly.roles
    assert best_cut(text, moved, worth) == moved


def test_moved_cuts_keep_the_words_of_both_levels() -> None:
    text = WeighedWords.of(["No Indikator Kinerja Target Satuan Jumlah", "1 Tersedianya data dokumen 12"])
    columns = (
        TaggedColumn("no", ((0,),)),
        TaggedColumn("indikator", ((1, 2),)),
        TaggedColumn("satuan", ((3,), (4,))),
        TaggedColumn("target", ((3,), (5,))),
    )
    reading = replace(_reading(), columns=columns)
    found = list(moved_cuts(text, reading))
    assert found
    for one in found:
        assert {at for column in one.columns for level in column.words for at in level} == set(range(6))
        assert one.columns[2].words[0] == one.columns[3].words[0]
        assert one.columns[2].words[1] == (4,)


def test_a_cut_is_moved_to_where_the_upper_level_ends() -> None:
    """`Target Tahunan dan` over `Satuannya Satuan Kinerja`"""
    text = WeighedWords.of(["No Indikator Target dan Satuannya Satuan Kinerja Angka", "1 Tersedianya data dokumen 12"])
    columns = (
        TaggedColumn("no", ((0,),)),
        TaggedColumn("indikator", ((1,),)),
        TaggedColumn("satuan", ((2, 3), (4, 5, 6))),
        TaggedColumn("target", ((2, 3), (7,))),
    )
    found = [one.columns for one in moved_cuts(text, replace(_reading(), columns=columns))]
    moved = next(one for one in found if one[2].words == ((2, 3, 4), (5, 6)))
    assert moved[3].words == ((2, 3, 4), (7,))


def test_words_that_may_be_the_parts_of_a_target() -> None:
    assert may_be_parts(["SATUAN", "TARGET"]) and may_be_parts(["Target", "Satuan"])
    assert not may_be_parts(["SUMBER", "DATA"])


def test_columns_of_the_lower_level_that_begin_with_one_word_are_as_many() -> None:
    """`Menurut Aspek` above them ends with that word, too."""
    lines = ["No Indikator Target Menurut Aspek Rumus Sumber DataAspek Kuantitas Aspek Kualitas Aspek Waktu"]
    text = WeighedWords.of([*lines, "1 Nilai SAKIP 80 100 12 bulan Skor BPS"])
    (reading, *others) = readings_of(text, [(0, 14)])
    for one in (reading, *others):
        lower = {column.words[-1] for column in one.columns if len(column.words) > 1}
        said = {" ".join(text.words[at].text for at in words) for words in lower}
        assert said <= {"Aspek Kuantitas", "Aspek Kualitas", "Aspek Waktu"}
    assert [column.role for column in reading.columns].count("target") == 3


@pytest.mark.parametrize("heading", ["Target Yg", "Formula dgn", "Rumusan dan", "Hasil utk"])
def test_a_heading_never_ends_with_a_word_that_links(heading: str) -> None:
    assert stays_open([heading]) > stays_open(["Cara Hitung Hasil"]) > stays_open(["Cara Hitung"])
