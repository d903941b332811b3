"""Pictures of lines: each with what is its own, as high as lines are."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2")

import cv2
import numpy as np

from extract.read.picture.line_strips import lines_in
from extract.read.picture.recogniser import TextBox
from extract.read.picture.strokes import ParedPicture

_DPI = 200.0


def _page(*printed: tuple[str, int, int]) -> ParedPicture:
    grey = np.full((600, 900), 255, np.uint8)
    for text, x, y in printed:
        cv2.putText(grey, text, (x, y), cv2.FONT_HERSHEY_SIMPLEX, 0.9, 0, 2)
    return ParedPicture(grey, [], [], [], 128.0)


def test_a_dash_has_white_up_to_the_height_of_a_line() -> None:
    page = _page(("Jumlah pegawai", 100, 100), ("Jumlah pegawai", 100, 200), ("-", 500, 200))
    found = [TextBox((95.0, y - 30.0, 345.0, y + 12.0)) for y in (100.0, 200.0)]
    whole, _, dash = lines_in(page, [*found, TextBox((498.0, 180.0, 522.0, 198.0))], [], _DPI)
    assert dash.ink.sum() > 0 and dash.grey.shape == dash.ink.shape
    assert abs(dash.ink.shape[0] - whole.ink.shape[0]) <= 2
    rows = np.flatnonzero(dash.ink.any(axis=1))
    assert 0.4 < rows.mean() / dash.ink.shape[0] < 0.6
    assert dash.box[3] - dash.box[1] == dash.ink.shape[0]
    printed = page.grey[dash.box[1] : dash.box[3], dash.box[0] : dash.box[2]]
    assert (printed < 128).sum() == dash.ink.sum()


def test_what_stands_where_two_boxes_overlap_is_read_once() -> None:
    """`g.` and `Ubi`: the box of the word begins within that of the mark."""
    page = _page(("g.", 100, 100), ("Ubi", 150, 100))
    dot = np.flatnonzero((page.grey[95:101] < 128).any(axis=0))
    end = float(dot[dot < 140].max()) + 1
    found = [TextBox((97.0, 76.0, end + 2, 110.0)), TextBox((end + 1, 76.0, 205.0, 104.0))]
    mark, word = sorted(lines_in(page, found, [], _DPI), key=lambda strip: strip.box)
    first = word.box[0] + int(np.flatnonzero(word.ink.any(axis=0))[0])
    assert first > end
    assert mark.box[0] + int(np.flatnonzero(mark.ink.any(axis=0))[-1]) == end - 1


def test_a_box_over_the_end_of_another_line_is_no_line() -> None:
    """`dinamis`, and a box from the middle of its last letter over the white behind it."""
    page = _page(("dinamis", 100, 100), ("Seksi", 400, 100))
    inked = np.flatnonzero((page.grey[:, :300] < 128).any(axis=0))
    end = float(inked.max())
    lines = [TextBox((95.0, 72.0, end + 10, 106.0)), TextBox((395.0, 72.0, 490.0, 106.0))]
    assert len(lines_in(page, [*lines, TextBox((end - 4, 78.0, end + 40, 104.0))], [], _DPI)) == 2


def test_a_line_that_begins_within_the_last_letter_of_another_has_none_of_it() -> None:
    """`Tugas`, and from its last letter on `: Melaksanakan`."""
    page = _page(("Tugas", 100, 100), ("Melaksanakan", 260, 100))
    end = float(np.flatnonzero((page.grey[:, :240] < 128).any(axis=0)).max())
    found = [TextBox((95.0, 72.0, end + 12, 108.0)), TextBox((end - 4, 72.0, 480.0, 106.0))]
    label, words = sorted(lines_in(page, found, [], _DPI), key=lambda strip: strip.box)
    assert words.box[0] + int(np.flatnonzero(words.ink.any(axis=0))[0]) > 250
    assert label.box[0] + int(np.flatnonzero(label.ink.any(axis=0))[-1]) == end


def test_a_colon_below_one_is_one_whose_dot_has_moved() -> None:
    """`Jabatan   :   Kepala`, `Tugas   :   Memimpin`: the second one was a line of its own, and read as `2`."""
    page = _page(("Jabatan", 100, 100), ("Kepala", 400, 100), ("Tugas", 100, 160), ("Memimpin", 400, 160))
    for bottom in (100, 160):
        page.grey[bottom - 13 : bottom - 8, 300:305] = 0
        page.grey[bottom - 5 : bottom, 300:305] = 0
    page.grey[147:152, 300:305], page.grey[147:152, 304:309] = 255, 0  # the upper dot of the second one has moved
    words = ((95, 72, 225, 108), (395, 72, 520, 108), (95, 132, 190, 168), (395, 132, 560, 168))
    found = [TextBox((float(a), float(b), float(c), float(d))) for a, b, c, d in (*words, (296, 142, 312, 164))]
    colons = sorted(strip.box[1] for strip in lines_in(page, found, [], _DPI) if strip.sign == ":")
    assert len(colons) == 2 and colons[0] < 100 < colons[1]
