"""The grammar of targets, attributes of gaps, column widths, reasons in words."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from extract.table.linear.evidence import Elsewhere, Phrases, gap_attributes
from extract.table.linear.explain import word_of
from extract.table.linear.habits import habit_of
from extract.table.linear.tokens import tokenize, width
from extract.table.linear.words import shape
from extract.table.linear.wrap import FITS, Widths, measure
from schemas.layout import Line


def lines(*texts: str) -> list[Line]:
    return [Line(text, number) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("12", "nomor"),
        ("1.", "nomor."),
        ("4.230", "angka"),
        ("BKPSDM", "kapital"),
        ("Jumlah", "besar"),
        ("dan", "kecil"),
    ],
)
def test_shapes(word: str, form: str) -> None:
    assert shape(word) == form


def test_layout_attributes_only_where_they_tell_something() -> None:
    """Blank lines count as evidence only in a text that has them between its cells."""
    plain = gap_attributes(tokenize(lines("Jumlah data", "pegawai 12 dokumen")), (), Phrases.of([]))
    blank = gap_attributes(tokenize(lines("Jumlah data", "", "12 dokumen", "", "Data pegawai")), (), Phrases.of([]))
    assert "baris" in plain[2] and "kosong" not in plain[2]
    assert "kosong" in blank[2]


def test_phrases_whole_and_cut() -> None:
    phrases = Phrases.of([["Sub", "Bagian", "Umum"]])
    gaps = gap_attributes(tokenize(lines("Dokumen Sub Bagian Umum", "Dokumen Sub Bagian", "Umum")), (), phrases)
    assert "frasa>" in gaps[1] and "<frasa" in gaps[4]
    cut = gap_attributes(tokenize(lines("Dokumen Sub Bagian Jumlah data", "Umum")), (), phrases)
    assert "pangkal>" in cut[1] and "<pangkal" in cut[3]
    assert "ujung>" in cut[5]


def test_a_short_line_before_a_short_word_is_a_cells_end() -> None:
    tokens = tokenize(lines("Rancangan rencana kegiatan", "dan anggaran", "Bidang Mutasi"))
    widths = Widths(tokens, [width("Rancangan rencana kegiatan")])
    assert FITS[widths.name(0, 3, 0)] == "muat=lewat"
    assert FITS[widths.name(3, 5, 0)] == "muat=jelas"
    assert FITS[Widths(tokens, [width("Rancangan")]).name(0, 3, 0)] == "muat=lebar"


def test_widths_are_measured_from_wrapped_lines_only() -> None:
    tokens = tokenize(lines("Rancangan rencana", "kegiatan besar", "dan", "Bidang Mutasi"))
    first, second = measure([(Widths(tokens, [0, 0]), [(0, 5, 0), (5, 7, 1)])], 2)
    assert first.full == width("Rancangan rencana") and second == (0, 0)


def test_every_reason_has_words_and_a_use() -> None:
    entries = tomllib.loads(files("extract.table.linear").joinpath("reasons.toml").read_text(encoding="utf-8"))[
        "alasan"
    ]
    assert all(word_of(entry["pola"] + "x") for entry in entries)
    assert word_of("kata=jumlah") == "kata “jumlah” lazim membuka kolom ini"
    assert word_of("tak dikenal") == ""


def test_words_that_cells_elsewhere_print_side_by_side() -> None:
    tokens = tokenize(lines("Meningkatnya tata kelola Laporan tahunan"))
    gaps = gap_attributes(tokens, (), Phrases.of([]), Elsewhere(frozenset({("tata", "kelola")}), {}))
    assert [i for i, names in enumerate(gaps) if "lazim" in names] == [2]


def test_words_are_told_by_what_they_are_formed_with() -> None:
    gaps = gap_attributes(tokenize(lines("Terlaksananya pengawasan")), (), Phrases.of([]))
    assert {"awalan=ter", "akhiran=nya"} <= set(gaps[0])
    assert {"usaiawalan=ter", "usaiakhiran=nya", "awalan=peng", "akhiran=an", "alih=besar>kecil:lanjut"} <= set(gaps[1])


def test_how_a_word_stands_in_other_tables_speaks_on_both_of_its_sides() -> None:
    habits = {"notulen": habit_of(["mula:sumber_data:3"], ["akhir:sumber_data:2"])}
    known = Elsewhere(frozenset(), habits)
    gaps = gap_attributes(tokenize(lines("Jumlah rapat Notulen Sekretariat")), (), Phrases.of([]), known)
    assert ["biasa=mula:sumber_data:3" in gap for gap in gaps] == [False, False, True, False, False]
    assert ["usaibiasa=akhir:sumber_data:2" in gap for gap in gaps] == [False, False, False, True, False]
