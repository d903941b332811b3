"""Two headings that an extractor glued are two words; one that a column broke is one."""

from __future__ import annotations

import pytest

from extract.table.formed.evidence import seen_words
from extract.table.formed.glued import glued_at


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("KeteranganTW", ("Keterangan", "TW")),
        ("FORMULASATUAN", ("FORMULA", "SATUAN")),
        ("PENDUKUNGJUMLAH", ("PENDUKUNG", "JUMLAH")),
        ("JAWAB2022", ("JAWAB", "2022")),
        ("KET2022", ("KET", "2022")),
        ("DATAANGK", ("DATA", "ANGK")),
        ("FORMULATERTI", ("FORMULA", "TERTI")),
        ("IKUSatuan", ("IKU", "Satuan")),
        ("SUMBERKUANTIT", ("SUMBER", "KUANTIT")),
        ("PenanggungjawabI", ("Penanggungjawab", "I")),
        ("SUMBERSatuan", ("SUMBER", "Satuan")),
        ("PJKuant/", ("PJ", "Kuant/")),
    ],
)
def test_two_headings_without_a_blank(text: str, parts: tuple[str, str]) -> None:
    at = glued_at(text)
    assert (text[:at], text[at:]) == parts


@pytest.mark.parametrize(
    "text",
    [
        "FORMULASI",
        "KEBERHASILA",
        "PENGHITU",
        "SATUANNYA",
        "BKPSDM",
        "BerAKHLAK",
        "TA2022",
        "RPJMDes",
        "OPDes",
        "2022",
        "I",
    ],
)
def test_one_word(text: str) -> None:
    assert glued_at(text) == 0


def test_both_parts_know_their_place_in_the_line() -> None:
    words = seen_words(["Sumber FORMULASATUAN"])
    assert [(word.text, word.start, word.first, word.last) for word in words] == [
        ("Sumber", 0, True, False),
        ("FORMULA", 7, False, False),
        ("SATUAN", 14, False, True),
    ]
