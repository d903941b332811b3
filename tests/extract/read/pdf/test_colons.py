"""Colons of a scan's heads that were read as another sign, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extract.read.pdf.colons import with_colons
from extract.read.pdf.grid import grids_of
from extract.read.pdf.ink import PageInk, Ruling
from extract.read.pdf.words import lines_of
from schemas.layout import Grid, Word

LABEL, COLON, VALUE = 40.0, 120.0, 132.0
#: A line: the label, the sign with how sure it is (none where it was not read), the text.
Row = tuple[str, tuple[str, float] | None, str]


def _words(text: str, x: float, base: float, sure: float = 0.99) -> list[Word]:
    found = []
    for one in text.split():
        ends = tuple(x + 4.5 * k for k in range(1, len(one) + 1))
        found.append(Word(one, x, base - 6.0, ends[-1], base + 2.0, base, 8.0, True, 0, ends, sure))
        x = ends[-1] + 4.0
    return found


def _page(rows: Sequence[Row], sign_at: float = COLON) -> list[Word]:
    words: list[Word] = []
    for n, (label, sign, text) in enumerate(rows):
        base = 60.0 + 14 * n
        words += _words(label, LABEL, base) + _words(text, VALUE, base)
        words += _words(sign[0], sign_at, base, sign[1]) if sign is not None else []
    return [word._replace(order=n) for n, word in enumerate(words)]


def _read(rows: Sequence[Row], grids: Sequence[Grid] = (), sign_at: float = COLON) -> list[str]:
    lines = lines_of(with_colons(_page(rows, sign_at), grids), wide=True)
    return [" ".join(line.text.split()) for line in lines]


@pytest.mark.parametrize("sign", ["1", "I", "l", "2", ";", "|"])
def test_an_unsure_sign_below_a_colon_is_one(sign: str) -> None:
    rows = [("Jabatan", (sign, 0.4), "Pengelola Gaji"), ("Pungsi", (":", 0.6), "a. Pengumpulan data")]
    assert _read(rows) == ["Jabatan : Pengelola Gaji", "Pungsi : a. Pengumpulan data"]


def test_signs_below_each_other_are_colons_where_one_has_a_label_before_it() -> None:
    rows = [("Jabatan", ("1", 0.5), "Arsiparis"), ("Tugss", ("I", 0.4), "Melakukan"), ("Fungni", ("1", 0.8), "a. Uji")]
    assert _read(rows) == ["Jabatan : Arsiparis", "Tugss : Melakukan", "Fungni : a. Uji"]


def test_a_sure_sign_stays_but_between_a_label_and_its_text_below_a_colon() -> None:
    sure: list[Row] = [("Jabatan", ("1", 0.97), "Pengelola Gaji"), ("Tugas", (":", 0.9), "Melakukan")]
    assert _read(sure)[0] == "Jabatan : Pengelola Gaji"
    assert _read(sure[:1]) == ["Jabatan 1 Pengelola Gaji"]
    assert _read([("Jumlah guru", ("1", 0.97), "orang"), sure[1]])[0] == "Jumlah guru 1 orang"


def test_a_sure_sign_of_another_form_stays() -> None:
    rows: list[Row] = [("Jabatan", (":", 0.9), "Arsiparis"), ("Unit Kerja", ("A", 0.99), "Seksi")]
    assert _read(rows) == ["Jabatan : Arsiparis", "Unit Kerja A Seksi"]


def test_a_colon_that_was_read_as_another_sign_for_sure_is_in_doubt() -> None:
    rows: list[Row] = [("Jabatan", (":", 0.9), "Arsiparis"), ("Tugas", ("1", 0.97), "Melakukan")]
    assert [word.sure for word in with_colons(_page(rows), ()) if word.text == ":"] == [0.9, 0.5]


def test_figures_below_the_colon_of_a_head_stay() -> None:
    rows: list[Row] = [("Jabatan", (":", 0.9), "Guru"), ("Kelas", ("2", 0.5), "orang"), ("Murid", ("3", 0.5), "orang")]
    assert _read(rows)[1:] == ["Kelas 2 orang", "Murid 3 orang"]


def test_an_unsure_figure_in_columns_without_labels_stays() -> None:
    rows = [("Kertas", ("1", 0.5), "rim"), ("Tinta", ("2", 0.6), "botol")]
    assert _read(rows) == ["Kertas 1 rim", "Tinta 2 botol"]


def test_a_sign_that_does_not_stand_apart_is_none() -> None:
    assert _read([("Tugas", ("1", 0.4), "Melakukan")], sign_at=LABEL + 5 * 4.5 + 4) == ["Tugas 1 Melakukan"]


def test_a_colon_that_was_overlooked_stands_where_others_do() -> None:
    rows: list[Row] = [("Jabatan", None, "Arsiparis"), ("Tugas", ("1", 0.4), "Melakukan"), ("Uraian", None, "Data")]
    assert _read(rows) == ["Jabatan : Arsiparis", "Tugas : Melakukan", "Uraian Data"]
    (colon,) = [word for word in with_colons(_page(rows), ()) if word.text == ":" and word.base == 60.0]
    assert (colon.x0, colon.sure) == (COLON, 0.5)
    assert _read([rows[0], rows[2]]) == ["Jabatan Arsiparis", "Uraian Data"]


def test_what_stands_in_a_ruled_table_stays() -> None:
    xs, ys = (30.0, 110.0, 128.0, 400.0), (45.0, 66.0, 80.0)
    rulings = [Ruling(x, ys[0], x + 1, ys[-1]) for x in xs] + [Ruling(xs[0], y, xs[-1], y + 1) for y in ys]
    grids = grids_of(PageInk(1, 600, 800, rulings=rulings))
    rows: list[Row] = [("Jabatan", ("1", 0.4), "Pengelola Gaji"), ("Tugas", ("1", 0.4), "Melakukan")]
    assert _read(rows, grids) == ["Jabatan 1 Pengelola Gaji", "Tugas 1 Melakukan"]
