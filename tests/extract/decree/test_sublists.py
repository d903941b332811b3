"""Lists that items of a list announce: entries that begin lines are items, those that run on are words."""

from __future__ import annotations

import pytest

from extract.decree.items import items_of
from extract.decree.sublists import with_sublists
from extract.read.piece import Piece
from schemas.layout import Line


def pieces(lines: list[str]) -> list[Piece]:
    return [Piece(text, Line(text, number, None), number) for number, text in enumerate(lines, 1)]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (
            ["a. pengelolaan umum, meliputi:", "1) surat-menyurat;", "2) arsip; dan", "3) aset;", "b. pelaporan."],
            "a123b",
        ),
        (["1) pembinaan, melalui:", "a. penggerakan; dan", "b. distribusi alat", "kontrasepsi;", "2) data."], "1ab2"),
        (["1. menyusun;", "2. melatih:", "(a) dasar;", "(b) lanjutan."], "12ab"),
        # an entry may announce a list in its turn
        # signs alone tell them apart
        (["a. urusan:", "a) surat;", "b) arsip;", "c) aset.", "b. lain;", "c. lapor."], "aabcbc"),
        (["1. urusan:", "1) surat;", "2) arsip;", "2. lain."], "1122"),
        (["a. urusan:", "1) umum, yaitu:", "a) surat;", "b) arsip;", "2) aset.", "b. lain."], "a1ab2b"),
        # they run on in the line, or some of them do
        (["a. urusan, antara lain: 1) surat; 2) arsip;", "3) aset;", "b. pelaporan."], "ab"),
        (["a. urusan, antara lain:", "1) surat; 2) arsip;", "3) aset;", "b. pelaporan."], "ab"),
        # nothing announces them, or there is one alone, or they don't count from one
        (["a. urusan umum", "1) surat;", "2) arsip;", "b. pelaporan."], "ab"),
        (["a. urusan umum:", "1) surat dan arsip;", "b. pelaporan."], "ab"),
        (["a. urusan umum:", "2) surat;", "3) arsip;", "b. pelaporan."], "ab"),
    ],
)
def test_entries_that_begin_lines_below_what_announces_them_are_items(lines: list[str], numbers: str) -> None:
    read = with_sublists(items_of(pieces(lines)))
    assert "".join(item.no or "-" for item in read.items) == numbers
    # every printed word is in an item or in its number
    texts = " ".join(item.text.as_printed for item in read.items)
    told = [mark.piece.text for mark in read.marks]
    assert sorted((texts + " " + " ".join(told)).split()) == sorted(" ".join(lines).split())


def test_the_entries_have_their_own_words() -> None:
    read = with_sublists(items_of(pieces(["a. urusan umum, meliputi:", "1) surat-", "menyurat;", "2) arsip."])))
    assert [(item.no, item.text.as_printed) for item in read.items] == [
        ("a", "urusan umum, meliputi:"),
        ("1", "surat-menyurat;"),
        ("2", "arsip."),
    ]
