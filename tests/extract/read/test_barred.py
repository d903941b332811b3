"""Tables drawn with signs of text: bars and rules are lines, not letters."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from kasus import HEADS, HOLDER, PLAIN

from extract.read.barred import without_bars
from katalog.front import build

_OPENING = ["INDIKATOR KINERJA INDIVIDU", f"Jabatan : {HOLDER}", "Tugas : Melaksanakan urusan kearsipan", ""]
_WIDE, _NARROW = (4, 28, 30, 14, 26, 14), (4, 16, 16, 10, 16, 10)


def _row(cells: list[str], widths: tuple[int, ...], bar: str = "|") -> list[str]:
    wrapped = [textwrap.wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    lines = [[part[at] if at < len(part) else "" for part in wrapped] for at in range(max(map(len, wrapped)))]
    return [
        f"{bar} " + f" {bar} ".join(c.ljust(w) for c, w in zip(one, widths, strict=True)) + f" {bar}" for one in lines
    ]


def _boxed(widths: tuple[int, ...], bar: str = "|", corner: str = "+", rule: str = "-") -> list[str]:
    across = corner + corner.join(rule * (width + 2) for width in widths) + corner
    return [across, *(line for row in [HEADS, *PLAIN] for line in (*_row(row, widths, bar), across))]


_MARKDOWN = [f"| {' | '.join(HEADS)} |", "|" + "---|" * 6, *(f"| {' | '.join(row)} |" for row in PLAIN)]
_DRAWN = {
    "markdown": _MARKDOWN,
    "without outer bars": [line.strip("| ") for line in _MARKDOWN],
    "rules between rows": _boxed(_WIDE),
    "cells over several lines": _boxed(_NARROW),
    "signs of boxes": _boxed(_WIDE, "│", "┼", "─"),
    "two rules and a heading": [_boxed(_WIDE)[0], *_row(HEADS, _WIDE), _boxed(_WIDE)[0],
                                *(line for row in PLAIN for line in _row(row, _WIDE)), _boxed(_WIDE)[0]],
}  # fmt: skip


@pytest.mark.parametrize("name", _DRAWN)
def test_a_drawn_table_is_read(name: str, tmp_path: Path) -> None:
    source = tmp_path / "sk.txt"
    source.write_text("\n".join([*_OPENING, *_DRAWN[name], ""]), encoding="utf-8")
    (block,) = build(source).blocks
    roles = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")
    assert [[row.cells[role].text.as_printed for role in roles] for row in block.rows] == PLAIN


_LONG = [
    ["1", "Meningkatnya produksi perikanan budidaya", "Jumlah produksi ikan air tawar", "1.250 ton",
     "Hasil panen yang tercatat dalam satu tahun", "Bidang Perikanan Budidaya"],
    ["2", "Meningkatnya pembinaan kelompok", "Persentase kelompok yang dibina", "80 %",
     "Kelompok yang dibina dibagi jumlah seluruh kelompok dikali 100%", "Seksi Perbenihan"],
    ["3", "Tersedianya benih ikan bermutu", "Jumlah benih ikan yang disalurkan", "15 paket",
     "Berita acara penyaluran benih", "Seksi Perbenihan"],
]  # fmt: skip


@pytest.mark.parametrize("count", [1, 3])
def test_a_tab_ends_a_cell_however_long_it_is(count: int, tmp_path: Path) -> None:
    """Stops eight characters apart put `Bidang Perikanan Budidaya` below another heading in each row."""
    source = tmp_path / "sk.txt"
    source.write_text("\n".join([*_OPENING, *map("\t".join, [HEADS, *_LONG[:count]]), ""]), encoding="utf-8")
    (block,) = build(source).blocks
    roles = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")
    assert [[row.cells[role].text.as_printed for role in roles] for row in block.rows] == _LONG[:count]


@pytest.mark.parametrize(
    "lines",
    [
        ["Nama | NIP | Jabatan", "Budi | 1980 | Camat"],  # no rule: bars of a sentence
        ["| a | b | c |", "|---|---|---|", "| a | b |"],  # bars that don't agree
        ["----------", "Jabatan", "----------"],
    ],
)
def test_what_is_no_drawn_table_stays(lines: list[str]) -> None:
    assert without_bars(lines) == lines


def test_every_line_keeps_its_number_and_an_empty_cell_its_place() -> None:
    drawn = ["x", "NO | TARGET | KET", "---+--------+----", "   | 85 %   | ", "y"]
    assert without_bars(drawn) == ["x", "NO\tTARGET\tKET", "", "\t85 %\t", "y"]


def test_the_rest_of_a_row_between_tabs_is_no_row(tmp_path: Path) -> None:
    source = tmp_path / "sk.txt"
    heads = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
    rows = [["1", "Tersedianya data", "Jumlah data", "12 dokumen"], ["", "yang lengkap", "pegawai", ""]]
    source.write_text("\n".join([*_OPENING, *map("\t".join, [heads, *rows]), ""]), encoding="utf-8")
    (block,) = build(source).blocks
    (row,) = block.rows
    printed = [row.cells[role].text.as_printed for role in ("sasaran", "indikator", "target")]
    assert printed == ["Tersedianya data yang lengkap", "Jumlah data pegawai", "12 dokumen"]


def test_tabs_part_a_heading_from_one_row(tmp_path: Path) -> None:
    """At stops eight characters apart one blank stood between `SASARAN` and `INDIKATOR KINERJA`."""
    source = tmp_path / "sk.txt"
    heads = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"]
    cell = "Jumlah ter-baik, pem-bina, ber-kas, meng-ada, di-atas, per-tahun, men-cari"
    row = ["1", "Kerja-sama daerah kerjasama", cell, "12 dokumen"]
    head = ["INDIKATOR KINERJA INDIVIDU", "Jabatan : Kepala Bidang Mutasi", "Tugas : Mengelola mutasi", ""]
    source.write_text("\n".join([*head, *map("\t".join, [heads, row]), ""]), encoding="utf-8")
    (block,) = build(source).blocks
    assert [heading.text.as_printed for heading in block.headings] == heads
