"""A decree as a scan might be read: a mistake in every table, and the decisions of the person who sees them."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from bahasa.block_kinds import block_named
from normalize.koreksi.file import KoreksiFile, decision_of
from normalize.koreksi.row_cells import row_cells_of, seen_cell, with_cells
from schemas.base import Role
from schemas.decree import Block, Cell, ExtractedDecree, Item, Row, Text

#: What a recogniser takes for what.
LETTERS = {"1": "l", "a": "o", "e": "c", "i": "l", "m": "rn", "0": "O", "n": "h"}
COLUMNS: tuple[Role, ...] = ("indikator", "target", "rumus")
Entry = dict[str, Any]


class MisreadScan:
    """`damaged` is the decree as read, `koreksi` puts it right again."""

    def __init__(self, twin: ExtractedDecree, seed: int) -> None:
        self._random = random.Random(seed)
        blocks, entries = [], []
        for block in twin.decree.blocks:
            rows, entry = self._misread(list(block.rows))
            read = block.model_copy(update={"rows": tuple(rows)})
            blocks.append(self._listed(self._holder(read, entries), entries))
            entries.append({**entry(blocks[-1]), "jabatan": blocks[-1].jabatan.as_printed})
        self.damaged = twin.model_copy(update={"decree": twin.decree.model_copy(update={"blocks": tuple(blocks)})})
        self._random.shuffle(entries)
        self.koreksi = KoreksiFile(tuple(decision_of({"jenis": "salah baca", **entry}) for entry in entries))

    def _holder(self, block: Block, entries: list[Entry]) -> Block:
        printed = block.jabatan.as_printed
        if self._random.random() < 0.5:
            return block
        read = self._letters(printed)
        entries.append({"tindakan": "teks", "tempat": f"{_path(block)}/jabatan", "tercetak": read, "menjadi": printed})
        return block.model_copy(update={"jabatan": Text(as_printed=read)})

    def _listed(self, block: Block, entries: list[Entry]) -> Block:
        """A fungsi was read as two, two as one, one not at all, or a stamp as one."""
        if len(block.fungsi) < 2:
            return block
        at = self._random.randrange(len(block.fungsi) - 1)
        listed = list(block.fungsi)
        first, second = (one.text.as_printed for one in listed[at : at + 2])
        shown = f"{listed[at + 1].no}. {second}" if listed[at + 1].no else second
        whole, half, ghost = f"{first} {shown}", len(first.split()) // 2, "PEMERINTAH"
        parts = [" ".join(words) for words in (first.split()[:half], first.split()[half:])]
        made: dict[str, tuple[list[Item], Entry]] = {
            "pisah butir": ([_item(listed[at], whole)], {"tercetak": whole, "isi": [first, shown]}),
            "gabung butir": (
                [_item(listed[at], parts[0]), Item(no=None, text=Text(as_printed=parts[1])), listed[at + 1]],
                {"tercetak": parts[0], "isi": parts[1:]},
            ),
            "tambah butir": ([listed[at]], {"tercetak": first, "isi": [shown]}),
            "hapus butir": ([Item(no=None, text=Text(as_printed=ghost)), *listed[at : at + 2]], {"tercetak": ghost}),
        }  # fmt: skip
        tindakan = self._random.choice(sorted(made))
        listed[at : at + 2], own = made[tindakan]
        about = {"tempat": f"{_path(block)}/fungsi/{at + 1}", "jabatan": block.jabatan.as_printed}
        entries.append({"tindakan": tindakan, **about, **own})
        return block.model_copy(update={"fungsi": tuple(listed)})

    def _letters(self, printed: str) -> str:
        at = [i for i, letter in enumerate(printed) if letter in LETTERS]
        if not at:
            return f"{printed}."
        wrong = self._random.choice(at)
        return printed[:wrong] + LETTERS[printed[wrong]] + printed[wrong + 1 :]

    def _misread(self, rows: list[Row]) -> tuple[list[Row], Callable[[Block], Entry]]:
        kinds = [self._text, self._moved, self._cut, self._ghost, self._missed, self._run_together]
        return self._random.choice(kinds)(rows)

    def _text(self, rows: list[Row]) -> tuple[list[Row], Callable[[Block], Entry]]:
        at, column = self._random.randrange(len(rows)), self._random.choice(COLUMNS)
        printed = _said(rows[at], column)
        read = self._letters(printed)
        rows[at] = _with(rows[at], {column: read})
        return rows, lambda block: _cell(block, at, column, "teks", tercetak=read, menjadi=printed)

    def _moved(self, rows: list[Row]) -> tuple[list[Row], Callable[[Block], Entry]]:
        """The last word of a cell was read in the next column."""
        at = self._random.randrange(len(rows))
        first, last = _said(rows[at], "indikator").rpartition(" ")[::2]
        if not first:
            return self._text(rows)
        rows[at] = _with(rows[at], {"indikator": first, "target": f"{last} {_said(rows[at], 'target')}".strip()})
        return rows, lambda block: _cell(block, at, "target", "pindah", tercetak=last, ke="indikator")

    def _cut(self, rows: list[Row]) -> tuple[list[Row], Callable[[Block], Entry]]:
        """A row was read as two."""
        at = self._random.randrange(len(rows))
        head, tail = _said(rows[at], "rumus").rpartition(" ")[::2]
        if not head:
            return self._text(rows)
        below = Row(cells={role: Cell(text=Text(as_printed=""), span="empty") for role in rows[at].cells})
        rows[at : at + 1] = [_with(rows[at], {"rumus": head}), _with(below, {"rumus": tail})]
        return rows, lambda block: _row(block, at, "gabung baris", isi=[tail])

    def _ghost(self, rows: list[Row]) -> tuple[list[Row], Callable[[Block], Entry]]:
        """A stamp was read as a row."""
        at = self._random.randrange(len(rows))
        blank = {role: Cell(text=Text(as_printed=""), span="empty") for role in rows[at].cells}
        rows.insert(at + 1, _with(Row(cells=blank), {"rumus": "PEMERINTAH KABUPATEN", "target": "1/7"}))
        return rows, lambda block: _row(block, at + 1, "hapus baris")

    def _missed(self, rows: list[Row]) -> tuple[list[Row], Callable[[Block], Entry]]:
        """A row was not read at all."""
        at = self._random.randrange(1, len(rows)) if len(rows) > 1 else 0
        cells = row_cells_of(rows[at])
        below = row_cells_of(rows[at + 1]) if at + 1 < len(rows) else {}
        spans = any(cell.span == "covered" for cell in (*cells.values(), *below.values()))
        if not at or spans or len(cells) < len(row_cells_of(rows[at - 1])):
            return self._text(rows)
        said = {column: cell.text.as_printed for column, cell in cells.items() if cell.text.as_printed}
        del rows[at]
        kept = {"kolom": list(said), "isi": list(said.values())}
        return rows, lambda block: _row(block, at - 1, "tambah baris", **kept)

    def _run_together(self, rows: list[Row]) -> tuple[list[Row], Callable[[Block], Entry]]:
        """Two rows were read as one."""
        at = self._random.randrange(len(rows) - 1) if len(rows) > 1 else -1
        if at < 0 or rows[at].cells.keys() != rows[at + 1].cells.keys():
            return self._text(rows)
        upper, lower = ({c: _said(row, c) for c in row.cells} for row in rows[at : at + 2])
        whole = {column: f"{upper[column]} {lower[column]}".strip() for column in upper}
        rows[at : at + 2] = [_with(rows[at], whole)]
        cut = {"kolom": list(upper), "isi": list(upper.values()), "bawah": list(lower.values())}
        return rows, lambda block: _row(block, at, "pisah baris", **cut)


def _said(row: Row, column: str) -> str:
    return row.cells[column].text.as_printed if column in row.cells else ""  # type: ignore[index]


def _with(row: Row, texts: dict[Any, str]) -> Row:
    return with_cells(row, {column: seen_cell(text) for column, text in texts.items()})


def _path(block: Block) -> str:
    return block_named(block.kind, block.order)


def _cell(block: Block, at: int, column: str, tindakan: str, **more: Any) -> Entry:
    named = {"indikator": _said(block.rows[at], "indikator")}
    return {"tindakan": tindakan, "tempat": f"{_path(block)}/rows/{at + 1}/{column}", **named, **more}


def _row(block: Block, at: int, tindakan: str, **more: Any) -> Entry:
    words = [cell.text.as_printed for cell in block.rows[at].all_cells if cell.text.as_printed]
    return {"tindakan": tindakan, "tempat": f"{_path(block)}/rows/{at + 1}", "tercetak": words, **more}


def _item(item: Item, printed: str) -> Item:
    return item.model_copy(update={"text": Text(as_printed=printed)})
