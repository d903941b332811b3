"""Odd texts: parts of a decree, tables in columns and cell by cell, noise, each changed a little."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

from project import CORPUS

#: Signs that break readers: of no width, right to left, combining, dotless, of two halves, controls, formulas.
ODD = "\u200b\u00ad\u2060\ufeff\u202e\u0301ıİßﬁ𝑓\ud7ff\x0c\t\u2028\x85\r=+@'\"<&{}%|\\"
WORDS = [
    "Jabatan :", "Tugas :", "Fungsi :", "INDIKATOR KINERJA INDIVIDU", "NO", "TARGET", "1.", "2A)", "85 %", "s.d.a.",
    "12 dokumen", "Rp 1 M", "KESATU :", "Menimbang :", "a. bahwa", "Lampiran I", "SATUAN", "|", "  ", "-", "½", "III",
    "(1)", "i.", "PERJANJIAN KINERJA", "INDIKATOR KINERJA UTAMA", "Unit Kerja :", "Pihak Pertama,", "NIP. 19700101",
    "Ditetapkan di Tana Paser", "pada tanggal 31 Februari 2022", "KEDUA", "MEMUTUSKAN :", "Tahun 2022-2026", "Program",
]  # fmt: skip
HEADS = [
    "NO", "NO.", "SASARAN", "SASARAN STRATEGIS", "INDIKATOR", "INDIKATOR KINERJA", "TARGET", "TARGET 2024", "2025",
    "TW I", "TRIWULAN II", "FORMULASI", "SUMBER DATA", "SATUAN", "PENANGGUNG JAWAB", "PROGRAM", "ANGGARAN", "KET", "(1)",
    "BASELINE", "UNIT KERJA", "", "?", "Keterangan\u200b",
]  # fmt: skip
CELLS = [
    "1", "2", "10", "Meningkatnya tertib arsip", "Jumlah daftar arsip aktif", "85 %", "12 dokumen", "1.250,5", "A", "BB",
    "WTP", "100% (seratus persen)", "Rp 1.234.567.890.123,00", "minimal 80", "80 - 90", "<= 5 hari", "≥ 3,5", "idem",
    "s.d.a", "-", "", "N/A", "Desember 2024", "31 Desember", "1/3", "½", "10 x 10", "1:1000", "Unit A dibagi unit B x 100%",
    "Seksi Arsip", "a. Satu\nb. Dua", "III/a", "9" * 40, "1e400", "0,0,0", "١٢ dokumen", "1 (satu) 2 (dua)", "DOK", "KALI",
    "tepat waktu", "T1: 5; T2: 10", "Persentase", "sangat panjang " * 4, "=1+1", "<b>x</b>", "kata-\nkata", "«»", "#REF!",
]  # fmt: skip


@cache
def lines_of_a_decree() -> tuple[str, ...]:
    return tuple(CORPUS.read_text("utf-8").splitlines())


@cache
def _beginnings() -> list[int]:
    """Where the pages of a jabatan, and their tables, begin."""
    lines = lines_of_a_decree()
    return [at for at, line in enumerate(lines) if line.strip().upper().startswith(("JABATAN", "NO", "INDIKATOR"))]


def odd_word(draw: Random) -> str:
    if draw.random() < 0.5:
        return draw.choice(WORDS)
    return "".join(draw.choice(ODD + (" abc 123.%" * 3)) for _ in range(draw.randint(0, 20)))


def cell(draw: Random) -> str:
    return odd_word(draw) if draw.random() < 0.1 else draw.choice(CELLS)


def grid(draw: Random) -> list[list[str]]:
    """A heading and rows below it, mostly as wide."""
    columns = draw.choice((2, 3, 4, 6, 9))
    usual = ["NO", "SASARAN", "INDIKATOR KINERJA", "TARGET", "FORMULASI", "SUMBER DATA"]
    head = usual if draw.random() < 0.5 else [draw.choice(HEADS) for _ in range(columns)]
    rows = []
    for number in range(draw.choice((0, 1, 1, 1, 2, 2, 4))):
        row = [cell(draw) for _ in head]
        row[0] = str(number + 1) if draw.random() < 0.7 else row[0]
        rows.append(row if draw.random() < 0.9 else row[: draw.randint(0, len(row))])
    return [head, *rows]


def _slice(draw: Random) -> list[str]:
    lines = lines_of_a_decree()
    start = draw.choice(_beginnings()) if draw.random() < 0.8 else draw.randrange(len(lines))
    return list(lines[start : start + draw.choice((1, 2, 3, 4, 5, 6, 8, 12, 40))])


def _head(draw: Random) -> list[str]:
    lines = [draw.choice(WORDS[:4]), "Jabatan : Kepala Seksi", "Tugas : Melaksanakan urusan", "Fungsi :", "1. Satu;"]
    return lines[: draw.randint(0, 5)]


def _in_columns(draw: Random) -> list[str]:
    """The table as `pdftotext -layout` sets it."""
    rows = grid(draw)
    widths = [draw.randint(2, 34) for _ in rows[0]]
    lines = _head(draw)
    for row in rows:
        parts = [text.split("\n") for text in row]
        for depth in range(max(map(len, parts), default=0)):
            line = ""
            for part, width in zip(parts, widths, strict=False):
                line += (part[depth] if depth < len(part) else "").ljust(width) + " " * draw.randint(0, 2)
            lines.append(line)
        if draw.random() < 0.1:
            lines.append("\x0c")
    return lines


def _cell_by_cell(draw: Random) -> list[str]:
    """The table as content order gives it."""
    sign = draw.choice(("\n", "\n", "\n", "\n", "\n\n", " \n", " ", "\t", " | "))
    return [*_head(draw), *sign.join(text for row in grid(draw) for text in row).split("\n")]


def _noise(draw: Random) -> list[str]:
    return [odd_word(draw) for _ in range(draw.choice((1, 5, 10, 30)))]


def _swap(draw: Random, lines: list[str]) -> None:
    a, b = draw.randrange(len(lines)), draw.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]


def _repeat(draw: Random, lines: list[str]) -> None:
    at = draw.randrange(len(lines))
    lines[at:at] = lines[at : at + draw.randint(1, 6)] * draw.randint(1, 4)


def _insert(draw: Random, lines: list[str]) -> None:
    lines.insert(draw.randrange(len(lines) + 1), odd_word(draw))


def _splice(draw: Random, lines: list[str]) -> None:
    at = draw.randrange(len(lines))
    cut = draw.randint(0, len(lines[at]))
    lines[at] = lines[at][:cut] + odd_word(draw) + lines[at][cut:]


def _glue(draw: Random, lines: list[str]) -> None:
    at = draw.randrange(len(lines))
    lines[at : at + 2] = ["".join(lines[at : at + 2])]


def _cut(draw: Random, lines: list[str]) -> None:
    at = draw.randrange(len(lines))
    cut = draw.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]


def _leave_out(draw: Random, lines: list[str]) -> None:
    del lines[draw.randrange(len(lines)) :][: draw.randint(1, 5)]


def _case(draw: Random, lines: list[str]) -> None:
    at = draw.randrange(len(lines))
    lines[at] = draw.choice((str.upper, str.lower, str.swapcase, str.title))(lines[at])


CHANGES: list[Callable[[Random, list[str]], None]] = [
    _swap, _repeat, _insert, _insert, _splice, _splice, _glue, _cut, _leave_out, _case,
]  # fmt: skip


def a_text(draw: Random) -> bytes:
    """Lines of a decree or like a decree's, cut, repeated and mixed with odd ones."""
    kinds = (*[_slice] * 24, *[_cell_by_cell] * 10, _noise, _in_columns)
    lines = [line for _ in range(draw.choice((1, 1, 1, 1, 1, 2))) for line in draw.choice(kinds)(draw)]
    for _ in range(draw.randint(0, 8)):
        if lines:
            draw.choice(CHANGES)(draw, lines)
    if draw.random() < 0.02:
        lines.append(draw.choice("\x00\x1b\x07"))
    data = draw.choice(("\n", "\n", "\n", "\r\n", "\r")).join(lines).encode("utf-8", "replace")
    return draw.choice((b"", b"", b"", b"", b"\xef\xbb\xbf")) + data
