"""Letters that a box is painted through, and type of a size below nothing, are read as they look."""

from __future__ import annotations

from pathlib import Path

import pytest
from kasus import LETTER, PLAIN, SIZE, Lembar, decree, only

from katalog.front import build


def read(tmp_path: Path, data: bytes) -> tuple[list[list[str]], set[str]]:
    source = tmp_path / "sk.pdf"
    source.write_bytes(data)
    made = build(source)
    rows = [
        [row.cells[name].text.as_printed for name in ("no", "sasaran", "indikator")]
        + [row.targets[0].cell.text.as_printed, row.cells["rumus"].text.as_printed]
        for block in made.blocks
        for row in block.rows
    ]
    return rows, {one.code for one in made.findings}


def clipped(paint: str, mode: int = 7) -> bytes:
    def cell(page: Lembar, row: int, column: int, x: float, base: float, text: str) -> None:
        y, wide = page.up(base), LETTER * len(text)
        page.raw(f"q BT {mode} Tr /F1 {SIZE} Tf {x} {y} Td ({text}) Tj ET")
        page.raw(f"{paint} {x - 1} {y - 3} {wide + 2} 13 re f Q" if paint else "Q")

    return decree(PLAIN, cell)


@pytest.mark.parametrize("mode", [4, 7])
@pytest.mark.parametrize("paint", ["0 g", "0.05 0.1 0.35 rg", "0.4 g"])
def test_a_box_through_letters_is_their_colour(paint: str, mode: int, tmp_path: Path) -> None:
    rows, found = read(tmp_path, clipped(paint, mode))
    assert rows == [row[:5] for row in PLAIN]
    assert "teks-tak-tampak" not in found


@pytest.mark.parametrize("paint", ["", "1 g"])
def test_letters_that_nothing_is_painted_through_are_not_seen(paint: str, tmp_path: Path) -> None:
    def cell(page: Lembar, row: int, column: int, x: float, base: float, text: str) -> None:
        page.text(x, base, text)
        if column == 3:
            y = page.up(base)
            page.raw(f"q BT 7 Tr /F1 {SIZE} Tf {x + 60} {y} Td (99) Tj ET")
            page.raw(f"{paint} {x + 59} {y - 3} 14 13 re f Q" if paint else "Q")

    rows, found = read(tmp_path, decree(PLAIN, cell))
    assert [row[3] for row in rows] == [row[3] for row in PLAIN]
    assert "teks-tak-tampak" in found


@pytest.mark.parametrize("around", ["", "0 0 900 900 re W n", "0 0 900 900 re 10 10 20 20 re W n"])
@pytest.mark.parametrize("mode", [4, 7])
@pytest.mark.parametrize(("paint", "closed"), [("0 g", True), ("0.9 g", True), ("1 g", True), ("1 g", False)])
def test_a_box_over_letters_hides_them(paint: str, closed: bool, mode: int, around: str, tmp_path: Path) -> None:
    """A box behind the `Q` that ends a clip, or a white one through letters on paper."""

    def target(page: Lembar, x: float, base: float, text: str) -> None:
        y, ends = page.up(base), ("Q", "") if closed else ("", "Q")
        page.raw(f"q {around} q BT {mode} Tr /F1 {SIZE} Tf {x} {y} Td ({text}) Tj ET {ends[0]}")
        page.raw(f"{paint} {x - 2} {y - 4} 60 14 re f {ends[1]} Q")

    rows, found = read(tmp_path, decree(PLAIN, only(0, 3, target)))
    assert [row[3] for row in rows] == ["", *[row[3] for row in PLAIN[1:]]]
    assert "teks-tak-tampak" in found


@pytest.mark.parametrize("around", ["0 0 900 900 re W n", "0 0 900 900 re 10 10 20 20 re W n"])
def test_a_box_through_letters_in_another_clip_is_their_colour_where_that_is_sure(around: str, tmp_path: Path) -> None:
    def target(page: Lembar, x: float, base: float, text: str) -> None:
        y = page.up(base)
        page.raw(f"q {around} BT 7 Tr /F1 {SIZE} Tf {x} {y} Td ({text}) Tj ET 0 g {x - 2} {y - 4} 60 14 re f Q")

    rows, found = read(tmp_path, decree(PLAIN, only(0, 3, target)))
    sure = around.count("re") == 1
    assert rows[0][3] == (PLAIN[0][3] if sure else "")
    assert ("teks-tak-tampak" in found) is not sure


@pytest.mark.parametrize("matrix", ["-1 0 0 -1", "-1 0 0 1"])
def test_type_of_a_size_below_nothing_is_not_upside_down(matrix: str, tmp_path: Path) -> None:
    """`-9 Tf` behind a matrix that turns it back, in a space that is turned over or not."""

    def cell(page: Lembar, row: int, column: int, x: float, base: float, text: str) -> None:
        y, high = page.up(base), page.up(0)
        if matrix == "-1 0 0 -1":
            page.raw(f"BT /F1 {-SIZE} Tf {matrix} {x} {y} Tm ({text}) Tj ET")
        else:
            page.raw(f"q 1 0 0 -1 0 {high} cm BT /F1 {-SIZE} Tf {matrix} {x} {base} Tm ({text}) Tj ET Q")

    rows, _ = read(tmp_path, decree(PLAIN, cell))
    assert rows == [row[:5] for row in PLAIN]
