"""Labels that are wrapped beside their values."""

from __future__ import annotations

import pytest
from cetak import Cetak
from flows import flow_of_pdf

#: Where a label, its colon and its value stand.
LABEL, COLON, VALUE = 40.0, 160.0, 300.0


def lines(*rows: tuple[str, str, str]) -> list[str]:
    doc = Cetak()
    doc.page()
    for n, row in enumerate(rows):
        for x, text in zip((LABEL, COLON, VALUE), row, strict=True):
            if text:
                doc.text(x, 60 + 14 * n, text)
    return [" ".join(item.text.split()) for item in flow_of_pdf(doc.save()).items]


@pytest.mark.parametrize("number", ["", "3. "])
def test_the_second_line_of_a_label_is_the_labels(number: str) -> None:
    read = lines(
        (f"{number}Tugas Pokok dan", ":", "a. Pengumpulan data"), ("Fungsi", "", "dan kebijakan"), ("", "", "daerah;")
    )
    assert read == [f"{number}Tugas Pokok dan Fungsi : a. Pengumpulan data", "dan kebijakan", "daerah;"]


@pytest.mark.parametrize(
    "below",
    [
        ("Fungsi", ":", "a. Pengumpulan data"),  # a label of its own
        ("4. Fungsi", "", "Pengumpulan data"),
        ("", "", "dan kebijakan"),
    ],
)
def test_what_is_no_label_goes_on_as_it_stands(below: tuple[str, str, str]) -> None:
    assert lines(("3. Tugas", ":", "Melaksanakan"), below)[1] == " ".join(" ".join(below).split())


def test_a_label_that_stands_lower_than_its_value_is_no_rest_of_the_one_above() -> None:
    read = lines(("Nama", ":", "Seksi Pangan"), ("", ":", "Melaksanakan urusan"), ("Tugas", "", "pemerintahan"))
    assert read == ["Nama : Seksi Pangan", ": Melaksanakan urusan", "Tugas pemerintahan"]


@pytest.mark.parametrize(
    ("label", "value", "read"),
    [
        ("JABATAN PENANGGUNG", "Analis", ["JABATAN PENANGGUNG JAWAB : Analis"]),
        ("JABATAN", "Analis", ["JABATAN : Analis", "JAWAB"]),  # there was room before the colon
    ],
)
def test_the_last_word_of_a_label_beside_a_value_of_one_line(label: str, value: str, read: list[str]) -> None:
    longest = ("Tugas", ":", "Melaksanakan urusan kepegawaian Dinas")
    assert lines((label, ":", value), ("JAWAB", "", ""), longest) == [*read, " ".join(longest)]


@pytest.mark.parametrize("below", ["FUNGSI", "SASARAN", "Tugas Pokok"])
def test_a_label_without_its_colon_is_no_rest_of_the_one_above(below: str) -> None:
    longest = ("Uraian", ":", "Melaksanakan urusan kepegawaian Dinas")
    read = lines(("JABATAN PENANGGUNG", ":", "Analis"), (below, "", ""), longest)
    assert read == ["JABATAN PENANGGUNG : Analis", below, " ".join(longest)]


def test_a_label_without_a_colon_below_another_one_is_its_own_beside_its_list() -> None:
    read = lines(("Tugas Pokok", ":", "Melaksanakan koordinasi"), ("Fungsi", "", "a. penyusunan rencana;"))
    assert read == ["Tugas Pokok : Melaksanakan koordinasi", "Fungsi a. penyusunan rencana;"]
