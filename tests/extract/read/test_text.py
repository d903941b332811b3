"""Decoding and lines."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import UnusableSource
from extract.read.text import decode, layout_of_lines, layout_of_text

SENTENCE = "“Diktum Pertama” – Tana Paser"


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode(),  # UTF-8
        codecs.BOM_UTF8 + SENTENCE.encode(),  # what Notepad writes
        SENTENCE.encode("utf-16"),  # with its byte order mark
        codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("cp1252"),  # no UTF-8, and no control characters
    ],
)
def test_encodings(data: bytes) -> None:
    assert decode(data) == SENTENCE


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "kosong"),
        (b" \n\f\n\t", "kosong"),  # white space alone
        (b"Jabatan : \x00 Sekretaris", "NUL"),
        (b"PK\x03\x04rest of a docx", "ZIP"),
        (bytes(range(256)) * 4, "bukan teks"),  # neither UTF-8 nor a code page
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "bukan teks"),  # half a surrogate pair
        (b"\x01\x02\x03 noise", "biner"),
        (b"Target =E2=89=A5 85 % dari seluruh =\nunit\n", "quoted-printable"),
        (b"\xef\xbb\xbf <HTML><body>IKU</body>", "HTML"),
        (b"<!DOCTYPE html>\n<html>", "HTML"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "XML"),
        (b"MIME-Version: 1.0\nContent-Type: text/html", "mht"),
        (b"caf\xe9 \x81 \x9d", "bukan teks"),  # cp1252 has no such characters
    ],
)
def test_unusable(data: bytes, cause: str) -> None:
    with pytest.raises(UnusableSource) as error:
        layout_of_text(data)
    assert cause in error.value.cause and error.value.remedy


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", [("a", 1, None), ("b", 2, None)]),
        ("a\r\nb\rc", [("a", 1, None), ("b", 2, None), ("c", 3, None)]),  # every kind of line end
        ("a\x85b\u2028c\u2029d", [("a", 1, None), ("b", 2, None), ("c", 3, None), ("d", 4, None)]),
        ("a\n\fb", [("a", 1, 1), ("b", 2, 2)]),  # pdftotext: the number is the editor's
        ("a\fb", [("a", 1, 1), ("b", 2, 2)]),  # pages joined by a form feed alone
        ("a\n\f\fb\n", [("a", 1, 1), ("b", 2, 3), ("", 3, 3)]),  # an empty page counts
    ],
)
def test_lines(text: str, lines: list[tuple[str, int, int | None]]) -> None:
    assert [(line.text, line.number, line.page) for line in layout_of_lines(text).lines] == lines


def test_last_form_feed_starts_no_page() -> None:
    assert layout_of_lines("a\n\fb\n\f").page_count == 2


@given(st.text())
def test_no_character_is_lost(text: str) -> None:
    kept = "".join(line.text for line in layout_of_lines(text).lines)
    assert kept == "".join(character for character in text if character not in "\r\n\f\x85\u2028\u2029")


@given(st.text())
def test_numbers_count_from_one(text: str) -> None:
    numbers = [line.number for line in layout_of_lines(text).lines]
    assert numbers == list(range(1, len(numbers) + 1))


@given(st.binary())
def test_bytes_give_text_or_a_reason(data: bytes) -> None:
    try:
        assert layout_of_text(data).lines
    except UnusableSource as error:
        assert error.cause and error.remedy


def test_the_end_of_a_file_under_dos_is_no_letter() -> None:
    assert [line.text for line in layout_of_text(b"3 dokumen\r\n\x1a").lines] == ["3 dokumen", ""]


def test_signs_that_nobody_sees_are_in_no_line() -> None:
    text = "\u2068Jabatan\u2069 :\u200e Analis\n\u200e1. Menyusun lapo\u2060ran\n85\u200f %\n\u202aJumlah\u202c surat\n"
    lines = [line.text for line in layout_of_text(text.encode()).lines]
    assert lines == ["Jabatan : Analis", "1. Menyusun laporan", "85 %", "Jumlah surat", ""]
