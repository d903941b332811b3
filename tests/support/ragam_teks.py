"""Small decrees as text in columns: their white, where their cells stand, and what a page prints in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from textwrap import wrap

from kasus import HEADS, HOLDER, Kasus, Rows

LONG: Rows = [
    ["1", "Meningkatnya tertib arsip unit kerja", "Persentase unit kerja yang tertib mengelola arsip", "85 %",
     "Unit kerja yang tertib dibagi seluruh unit kerja dikali 100%", "Seksi Arsip"],
    ["2", "Tersedianya daftar arsip aktif", "Jumlah daftar arsip aktif yang disusun", "12 dokumen",
     "Daftar arsip aktif yang disusun unit kerja", "Seksi Arsip"],
    ["3", "Terlaksananya penyusutan", "Jumlah berita acara penyusutan", "2 laporan",
     "Berita acara penyusutan yang ditandatangani", "Seksi Arsip"],
]  # fmt: skip
WIDTHS = [7, 26, 28, 14, 32, 14]
_HEAD = [
    f"{'':40}INDIKATOR KINERJA INDIVIDU",
    f"Jabatan    : {HOLDER}",
    "Tugas      : Melaksanakan urusan kearsipan",
    "Fungsi     :",
    "    1. Penyusunan rencana arsip;",
    "    2. Pelaporan kegiatan arsip.",
    "",
]

#: How many lines stand above a cell of so many lines in a row of so many.
Raised = Callable[[int, int], int]


def _top(deep: int, row: int) -> int:
    return 0


def _middle(deep: int, row: int) -> int:
    return (row - deep) // 2


def _foot(deep: int, row: int) -> int:
    return row - deep


def _row(cells: Sequence[str], widths: Sequence[int], raised: Raised, gap: int = 3) -> list[str]:
    parts = [wrap(text, width - gap) or [""] for text, width in zip(cells, widths, strict=True)]
    deep = max(map(len, parts))
    made = []
    for k in range(deep):
        line = ""
        for part, width in zip(parts, widths, strict=True):
            at = k - raised(len(part), deep)
            line += (part[at] if 0 <= at < len(part) else "").ljust(width)
        made.append(line.rstrip())
    return made


def text_of(
    rows: Rows, widths: Sequence[int] = WIDTHS, raised: Raised = _top, between: int = 0, gap: int = 3
) -> list[str]:
    """The decree's lines; `between` are the blank lines between rows."""
    lines = list(_HEAD)
    for cells in (HEADS, *rows):
        lines += [*_row(cells, widths, raised, gap), *[""] * between]
    return lines


def _bytes(lines: Sequence[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def of_texts() -> Iterator[Kasus]:
    """All of them."""
    for kind in (_white, _heights, _footed):
        yield from kind()


def _tabs(line: str, stop: int = 8) -> str:
    """Blanks as an editor makes tabs of them: where two or more end at a stop."""
    made = ""
    for at in range(0, len(line), stop):
        part = line[at : at + stop]
        kept = part.rstrip()
        made += f"{kept}\t" if len(part) == stop and len(part) - len(kept) > 1 else part
    return made.rstrip()


def _white(rows: Rows = LONG) -> Iterator[Kasus]:
    """Tabs and other white in the place of blanks."""
    lines = text_of(rows)
    yield Kasus("teks berbaris banyak", _bytes(lines), rows, suffix="txt")
    yield Kasus("teks: tab untuk spasi", _bytes([_tabs(line) for line in lines]), rows, suffix="txt")
    wide = text_of(rows, [8, 32, 32, 16, 40, 16])
    yield Kasus("teks: tab saja", _bytes([_tabs(line) for line in wide]), rows, suffix="txt")
    for name, white in (("spasi tak putus", "\xa0"), ("spasi angka", "\u2007"), ("berseling", "\xa0 ")):
        made = [line.replace("  ", white * (2 // len(white))) for line in lines]
        yield Kasus(f"teks: {name} sebagai pengisi", _bytes(made), rows, suffix="txt")
    yield Kasus("teks: dikutip surel", _bytes([f"> {line}" for line in lines]), rows, suffix="txt")
    cells = ["\t".join(row) for row in ([*HEADS], *rows)]
    yield Kasus("teks: sel di antara tab", _bytes([*_HEAD, *cells]), rows, suffix="txt")


def _heights(rows: Rows = LONG) -> Iterator[Kasus]:
    """Cells in the middle or at the foot of their rows."""
    for name, raised, between, gap in (
        ("tengah", _middle, 0, 3), ("tengah, baris kosong", _middle, 1, 3), ("tengah, dua baris kosong", _middle, 2, 2),
        ("bawah, baris kosong", _foot, 1, 3), ("atas, dua baris kosong", _top, 2, 3),
    ):  # fmt: skip
        yield Kasus(f"teks: sel di {name}", _bytes(text_of(rows, raised=raised, between=between, gap=gap)), rows,
                    suffix="txt")  # fmt: skip


def _turned_head(rows: Rows = LONG) -> Kasus:
    """No line of the head or of a row has both the indikator and its target."""
    heads = ["NO", "SASARAN KINERJA INDIVIDU", "INDIKATOR KINERJA INDIVIDU", "TARGET", "FORMULASI", "SUMBER DATA"]
    rows = [[*row[:2], " ".join(row[2].split()[:5]), *row[3:]] for row in rows]
    widths = [7, 21, 24, 14, 32, 14]
    lines = [*_HEAD, *(line for cells in (heads, *rows) for line in ["", *_row(cells, widths, _middle)])]
    return Kasus("teks: sel di tengah, kepala bergantian", _bytes(lines), rows, suffix="txt")


def _footed(rows: Rows = LONG) -> Iterator[Kasus]:
    """What a page prints at its foot and the next at its head, in the midst of a row."""
    yield _turned_head()
    lines = text_of(rows)
    for name, foot in {
        "nomor": ["", f"{'':60}- 3 -"],
        "penanda elektronik": ["", "", "Dokumen ini telah ditandatangani secara elektronik dengan sertifikat",
                               "yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE)", f"{'':60}- 3 -"],
        "alamat": ["", "Jalan Jenderal Sudirman Nomor 12, Telepon (0543) 21234", f"{'':60}- 3 -"],
    }.items():  # fmt: skip
        for k in (len(lines) - 5, len(lines) - 3, len(lines) - 4):
            for mark in ("\f", ""):
                made = [*lines[:k], *foot, mark + lines[k], *lines[k + 1 :]]
                where = "dalam baris" if lines[k][:6].strip() == "" else "antara baris"
                said = f"teks: {name} di kaki halaman {where}{' bertanda' if mark else ''} {k - len(lines)}"
                yield Kasus(said, _bytes(made), rows, suffix="txt")
