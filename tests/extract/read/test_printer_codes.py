"""Texts for terminals and printers are read as they look; what would stand elsewhere is refused."""

from __future__ import annotations

from contextlib import suppress
from time import perf_counter

import pytest

from extract.errors import UnusableSource
from extract.read.printer_codes import without_codes
from extract.read.text import decode, layout_of_text

SEEN = "NO   TARGET\n1    85 %  dokumen\n"


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[7mNO   TARGET\x1b[27m\x1b[0m\n1    \x1b[1;32m85 %\x1b[m  dokumen\x1b[K\n",
        "\x9b1mNO   TARGET\x9bm\n1\x1b[4C85 %\x1b[2Cdokumen\n",
        "\x1b]0;laporan\x07NO   TARGET\n1    \x1b]8;;https://x.go.id\x1b\\85 %\x1b]8;;\x1b\\  dokumen\x1b(B\n",
        # ESC/P: reset, narrow, bold, underlined, so many lines on a page
        "\x1b@\x1bC\x48\x0f\x1bENO   TARGET\x1bF\n1    \x1b-\x0185 %\x1b-\x00  dokumen\x12\n",
        # bold and underlined by striking again: letter by letter, word by word, the whole line
        "N\bNO\bO   T\bTA\bA\bAR\bRG\bGE\bET\bT\n1    _\b8_\b5 %  dokumen\n",
        "NO   TARGET\b\b\b\b\b\b______\n1    __\b\b85 %  dokumen\n",
        # 256 colours and all colours
        "\x1b[38;5;9mNO   TARGET\x1b[0m\n1    \x1b[48;5;8;1m85 %\x1b[0m  \x1b[38;2;8;9;10mdokumen\x1b[4:3m\n",
        "NO   TARGET\rNO   TARGET\n1    85 %  dokumen\r           _______\n",
    ],
)
def test_what_is_seen_is_read(text: str) -> None:
    assert decode(text.encode()) == SEEN
    assert [one.code for one in layout_of_text(text.encode()).findings] == ["kode-cetak"]


@pytest.mark.parametrize(
    "text",
    [
        "TARGET \x1b[10;5H85 %\n",  # put elsewhere
        "TARGET \x1b[8m85 %\x1b[0m 90 %\n",  # hidden
        "TARGET \x1b[9m85 %\x1b[0m 90 %\n",  # crossed out
        "TARGET \x1b$\x10\x0285 %\n",  # moved by dots
        "TARGET 85\b\b90 %\n",  # typed over
        "TARGET 85\b\bxx 90 %\n",
        "TARGET \x1b[08m85 %\x1b[0m 90 %\n",  # hidden
        "TARGET \x1b[30;40m85 %\x1b[0m 90 %\n",
        "TARGET 85\x1b[73m1\x1b[75m %\n",  # a note's mark above the line, on a screen and on a printer
        "TARGET 85\x1bS01\x1bT dokumen\n",
        "TARGET 85\x1bJ\x1890\n",  # the paper moved
        "TARGET 85 %\x1b[2K\n",  # erased
        "TARGET 85 %\x1b[1K\n",
        "TARGET 85 %\r\x1b[KTARGET 90 %\n",
        "85 %\x1b7 dokumen\x1b8 laporan\x1b[0m\n",  # put back
        "lama\x1bc baru\x1b[0m\n",
        "\x1b(0lqqqk\x1b(B\x1b[0m\n",  # lines drawn with letters
        "\x1b]0;judul\n12 dokumen\n\x07 x\x1b[0m\n",  # a title over lines
        "TARGET <\b_ 85 %\n",  # `≤`, or underlined
        "TARGET +\b_ 5 %\n",
        "TARGET  < 85 %\r        ______\n",
    ],
)
def test_what_stands_elsewhere_or_over_another_letter_is_refused(text: str) -> None:
    with pytest.raises(UnusableSource):
        decode(text.encode())


#: A cell's line breaks kept as CR among lines that end otherwise.
CELLS = (
    "Dokumen\rDokumen\n",
    "100 %\r100 %\r\n",
    "12 dokumen\r1\n2 laporan\n",
    "10\r1\r\n",
    "Nama :\r________\n",
    "   Dokumen\r   Dokumen\nNO\rTARGET\n",
    "1    12 dokumen\r     12\n",
)


def test_lines_that_end_with_cr_alone_are_lines() -> None:
    assert without_codes("NO\rTARGET\r85 %") == ("NO\rTARGET\r85 %", 0, 0)
    for text in ("NO\r   TARGET\n85 %", "TARGET 85 %\r       90 %\n", "NO\r\r\nTARGET\n", *CELLS):
        assert without_codes(text) == (text, 0, 0)
    assert layout_of_text(b"Jabatan : A\r\nTugas : B\r\n").findings == ()


@pytest.mark.parametrize("opener", ["\x1b]", "\x1b]0;", "\x1bP", "\x1b[0m\x1bP", "\x1b[K", "\x1b["])
def test_openers_without_an_end_take_no_time(opener: str) -> None:
    started = perf_counter()
    with suppress(UnusableSource):
        without_codes("\x1b[1m" + opener * 40_000)
    assert perf_counter() - started < 2
