"""Words that a narrow column broke (`dokume` / `n`, from the decree typeset anew in DejaVu Sans 12)."""

from __future__ import annotations

from collections import Counter

from extract.table.cells import LinePart, TextCell
from extract.table.context import DocumentContext, DocumentWords, document_words
from extract.table.linear.mend import mend, words_whole
from extract.table.linear.tokens import tokenize
from extract.table.region import TableRegion
from extract.table.text import table_in_text
from schemas.decree import Heading, Text
from schemas.layout import Line

INSIDE = Counter(
    {"dokumen": 40, "dokume": 1, "dibandingkan": 4, "di": 60, "perubahan": 3, "atasan": 5, "atas": 9, "data": 9}
)
KNOWN = DocumentWords(INSIDE, INSIDE + Counter(pengelolaan=1))
ROLES = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")
HEADINGS = tuple(Heading(role=role, text=Text(as_printed=role.upper())) for role in ROLES)


def lines(*texts: str) -> list[Line]:
    return [Line(text, number) for number, text in enumerate(texts, 1)]


def test_a_broken_word_is_whole_at_the_line_of_its_head_and_what_follows_opens_its_line() -> None:
    tokens = mend(tokenize(lines("Jumlah data 12 dokume", "n Dokumen hasil")), KNOWN)
    assert tokens.words == ("Jumlah", "data", "12", "dokumen", "Dokumen", "hasil")
    assert tokens.first == (True, False, False, False, True, False)
    assert [part.text for part in tokens.fragments(3)] == ["dokume", "n"]
    assert mend(tokenize(lines("12 dokume", "", "n")), KNOWN).words == ("12", "dokume", "n")


def test_a_row_number_that_its_column_broke_is_whole() -> None:
    tokens = tokenize(
        lines("9", ".", "Tersedianya", "1", "0", ".", "Tersedianya 12", "1", "1", ".", "Jumlah dokume", "n")
    )
    found = words_whole(tokens, ROLES, KNOWN)
    assert found.words == ("9.", "Tersedianya", "10.", "Tersedianya", "12", "11.", "Jumlah", "dokumen")
    assert [part.text for part in found.fragments(2)] == ["1", "0", "."]
    assert words_whole(tokens, ROLES[1:], KNOWN).words[:2] == ("9", ".")


def test_two_counts_below_each_other_are_no_row_number() -> None:
    words = ("1", "1", "2", "Tersedianya", "1", "5")
    assert words_whole(tokenize(lines("1", "1", "2", "Tersedianya", "1", "5")), ROLES, KNOWN).words == words


def test_over_a_page_break_only_the_text_of_one_column_goes_on() -> None:
    cut = tokenize(lines("12 dokume", "n"), [2])
    assert mend(cut, KNOWN).words == ("12", "dokume", "n")
    assert mend(cut, KNOWN, over_pages=True).words == ("12", "dokumen")


TABLE = lines(
    "1 Tersedianya dokumen rencana",
    "Jumlah dokumen rencana yang disusun",
    "1 dokume",
    "n",
    "Dokumen rencana yang tersusun",
    "Sub Bagian Umum",
    "2 Tersedianya dokumen laporan",
    "Jumlah dokumen laporan yang disusun",
    "12 dokume",
    "n",
    "Dokumen laporan yang tersusun",
    "Sub Bagian Umum",
)
CONTEXT = DocumentContext([("Sub", "Bagian", "Umum")], words=document_words(TABLE))


def test_a_broken_target_is_read_whole_with_its_place_and_its_reason() -> None:
    rows = table_in_text(TableRegion(tuple(TABLE), HEADINGS, context=CONTEXT)).rows
    target = rows[1].cells["target"].text
    assert [row.cells["target"].text.as_printed for row in rows] == ["1 dokumen", "12 dokumen"]
    assert [place.lines for place in target.places] == [(9, 10)]
    assert "kata yang terpotong di ujung baris disambung" in target.reasons


def test_a_number_broken_by_its_column_is_one() -> None:
    draft = TextCell([LinePart("1", Line("1", 4), 3), LinePart("0", Line("0 Tersedianya", 5), 4)])
    assert draft.text(number=True).as_printed == "10"
    assert draft.text().as_printed == "1 0"


def test_a_page_break_may_part_a_word_as_well() -> None:
    cut = [
        *TABLE[:8],
        Line("12 dokume", 9),
        Line("Dokumen laporan", 10),
        Line("Sub Bagian", 11),
        Line("n yang tersusun Umum", 12),
    ]
    rows = table_in_text(TableRegion(tuple(cut), HEADINGS, frozenset([12]), CONTEXT)).rows
    assert rows[1].cells["target"].text.as_printed == "12 dokumen"
    assert rows[1].cells["rumus"].text.as_printed == "Dokumen laporan yang tersusun"
