"""The grammar of targets, attributes of gaps, column widths, reasons in words."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from extract.table.linear.evidence import Phrases, gap_attributes, shape, target_at
from extract.table.linear.explain import word_of
from extract.table.linear.tokens import tokenize, width
from extract.table.linear.wrap import NAMES, Widths, measure
from schemas.layout import Line


def lines(*texts: str) -> list[Line]:
    return [Line(text, number) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("12 dokumen Dokumen usulan", 2, "satuan"),  # a number and its unit
        ("5 dokumen dokumen evaluasi", 2, "satuan"),  # the rumus begins in lower case
        ("3dokumen Rancangan", 1, "satuan"),  # glued
        ("1 3dokumen Rancangan", 2, "satuan"),  # `1` / `3dokumen`, ambiguous but one target
        ("1 (satu) dokumen", 3, "satuan"),
        ("4.230 data Data", 2, "satuan"),
        ("100% Jumlah", 1, "persen"),
        ("95,5 % Jumlah", 2, "persen"),
        ("BB (70) Nilai", 2, "nilai"),
        ("B Nilai", 1, "nilai?"),
        ("70 Jumlah ASN", 1, "angka"),
        ("12 (dua belas) bulan Jumlah", 4, "satuan"),
        ("12 (dua belas) Laporan Jumlah", 4, "satuan?"),
        ("1 Laporan Jumlah", 2, "satuan?"),
        ("10 (sepuluh hari kerja", 1, "angka"),  # the bracket stays open
        ("≥ 90 % Jumlah", 3, "persen"),
        ("minimal 80% Jumlah", 2, "persen"),
        ("Maksimal 5 hari kerja", 3, "satuan"),
        ("minimal dua", 0, ""),
        ("Rp 1.000.000 Jumlah", 2, "uang"),
        ("Rp. 250.000.000,- Jumlah", 2, "uang"),
        ("Rp1.000.000 Jumlah", 1, "uang"),
        ("31 Desember 2023 Laporan", 3, "tanggal"),
        ("31 Maret Laporan", 2, "tanggal"),
        ("Desember 2023 Laporan", 2, "tanggal"),
        ("Desember ini", 0, ""),
        ("2 x 24 jam Jumlah", 4, "satuan"),
        ("80 s.d. 90 % Jumlah", 4, "persen"),
        ("Tepat waktu Jumlah", 2, "kata"),
        ("Tepat sasaran", 0, ""),
        ("Sangat Baik Jumlah", 2, "kata"),
        ("- Dokumen", 1, "nihil"),
        ("Dokumen usulan", 0, ""),
        ("2005-2025", 1, "angka"),
    ],
)
def test_targets(text: str, words: int, kind: str) -> None:
    assert target_at(text.split(), 0) == (words, kind)


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
    plain = gap_attributes(tokenize(lines("Jumlah data", "pegawai 12 dokumen")), Phrases.of([]))
    blank = gap_attributes(tokenize(lines("Jumlah data", "", "12 dokumen", "", "Data pegawai")), Phrases.of([]))
    assert "baris" in plain[2] and "kosong" not in plain[2]
    assert "kosong" in blank[2]


def test_phrases_whole_and_cut() -> None:
    phrases = Phrases.of([["Sub", "Bagian", "Umum"]])
    gaps = gap_attributes(tokenize(lines("Dokumen Sub Bagian Umum", "Dokumen Sub Bagian", "Umum")), phrases)
    assert "frasa>" in gaps[1] and "<frasa" in gaps[4]
    cut = gap_attributes(tokenize(lines("Dokumen Sub Bagian Jumlah data", "Umum")), phrases)
    assert "pangkal>" in cut[1] and "<pangkal" in cut[3]
    assert "ujung>" in cut[5]


def test_a_short_line_before_a_short_word_is_a_cells_end() -> None:
    tokens = tokenize(lines("Rancangan rencana kegiatan", "dan anggaran", "Bidang Mutasi"))
    widths = Widths(tokens, [width("Rancangan rencana kegiatan")])
    assert NAMES[widths.name(0, 3, 0)] == "muat=lewat"
    assert NAMES[widths.name(3, 5, 0)] == "muat=jelas"
    assert NAMES[Widths(tokens, [width("Rancangan")]).name(0, 3, 0)] == "muat=lebar"


def test_widths_are_measured_from_wrapped_lines_only() -> None:
    tokens = tokenize(lines("Rancangan rencana", "kegiatan besar", "dan", "Bidang Mutasi"))
    assert measure(Widths(tokens, [0, 0]), [(0, 5, 0), (5, 7, 1)], 2) == [width("Rancangan rencana"), 0]


def test_every_reason_has_words_and_a_use() -> None:
    entries = tomllib.loads(files("extract.table.linear").joinpath("reasons.toml").read_text(encoding="utf-8"))[
        "alasan"
    ]
    assert all(word_of(entry["pola"] + "x") for entry in entries)
    assert word_of("kata=jumlah") == "kata “jumlah” lazim membuka kolom ini"
    assert word_of("tak dikenal") == ""
