"""Small tables of indikator in the three forms in which a decree comes: linear text, column-aligned text, PDF.

A row is (no, sasaran, indikator, target, rumus, sumber data); a block is a jabatan with its rows.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from cetak import Cetak, Tabel

Row = tuple[str, str, str, str, str, str]

HEADS = (
    "NO.", "SASARAN KINERJA INDIVIDU", "INDIKATOR KINERJA INDIVIDU (IKI)", "TARGET", "RUMUS", "SUMBER DATA"
)  # fmt: skip
#: Characters in a line of each column.
_ROOMS = (4, 32, 34, 24, 34, 28)
_GAP = 3


def _lines(cells: Sequence[str]) -> list[list[str]]:
    return [textwrap.wrap(cell, room) for cell, room in zip(cells, _ROOMS, strict=True)]


def _head(position: int) -> list[str]:
    return [
        "INDIKATOR KINERJA INDIVIDU",
        f"Jabatan : Pengelola Data {position}",
        "Tugas : Melaksanakan pengelolaan data",
    ]


def linear(blocks: Sequence[Sequence[Row]]) -> bytes:
    """Cell by cell, as `pdftotext -raw` gives them: a cell of one line shares it with the first line of the next."""
    out: list[str] = []
    for position, rows in enumerate(blocks, 1):
        out += [*_head(position), " ".join(HEADS)]
        for row in rows:
            shared = False
            for lines in _lines(row):
                if shared:
                    out[-1] += f" {lines[0]}"
                else:
                    out.append(lines[0])
                out += lines[1:]
                shared = len(lines) == 1
    return "\n".join([*out, ""]).encode()


def aligned(blocks: Sequence[Sequence[Row]]) -> bytes:
    """Columns side by side, as `pdftotext -layout` gives them."""
    out: list[str] = []
    for position, rows in enumerate(blocks, 1):
        out += _head(position)
        for cells in (HEADS, *rows):
            columns = _lines(cells)
            for k in range(max(map(len, columns))):
                parts = [column[k] if k < len(column) else "" for column in columns]
                padded = (part.ljust(room + _GAP) for part, room in zip(parts, _ROOMS, strict=True))
                out.append("".join(padded).rstrip())
    return "\n".join([*out, ""]).encode()


def pdf(blocks: Sequence[Sequence[Row]]) -> bytes:
    """A block a page, its table ruled."""
    doc = Cetak(7.0)
    for position, rows in enumerate(blocks, 1):
        doc.page()
        for k, line in enumerate(_head(position)):
            doc.text(40, 40 + 14 * k, line)
        Tabel(doc, [room * 4.2 + 10 for room in _ROOMS], HEADS, top=90).build(rows)
    return doc.save()
