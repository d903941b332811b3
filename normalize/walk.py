"""Visits every text of a decree, in printed order, and puts what the visitor returns in its place; the same for lists.

Input: a Decree. Output: a Decree of the same shape. The visitor gets the Field and the Text, and returns a Text; one of
lists gets the path (`IKI/3/fungsi`) and the entries, and returns entries.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bahasa.block_kinds import block_named
from bahasa.fold import path_segment
from bahasa.parts import preamble_fields
from bahasa.roles import OTHERS, TARGET
from normalize.place import Field, target_path
from schemas.base import Kind
from schemas.decree import (
    Block,
    Cell,
    Decree,
    Diktum,
    Heading,
    Item,
    KeptCell,
    KeptTable,
    Lampiran,
    Penandatangan,
    Penetapan,
    Preamble,
    Row,
    Text,
)

Visit = Callable[[Field, Text], Text]
VisitList = Callable[[str, tuple[Item, ...]], tuple[Item, ...]]
Holder = TypeVar("Holder", Cell, Heading, Item, KeptCell)


class _Walker:
    """Carries the block (kind and order) that the texts stand in."""

    def __init__(self, visit: Visit, listed: VisitList, kind: Kind | None = None, order: int | None = None) -> None:
        self.visit, self.listed, self.kind, self.order = visit, listed, kind, order

    def text(self, path: str, role: str, text: Text) -> Text:
        return self.visit(Field(path, role, self.kind, self.order), text)

    def optional(self, path: str, role: str, text: Text | None) -> Text | None:
        return None if text is None else self.text(path, role, text)

    def texts(self, path: str, role: str, texts: tuple[Text, ...]) -> tuple[Text, ...]:
        return tuple(self.text(f"{path}/{i}", role, text) for i, text in enumerate(texts, 1))

    def items(self, path: str, role: str, items: tuple[Item, ...]) -> tuple[Item, ...]:
        entries = self.listed(path, items)
        return tuple(_holding(item, self.text(f"{path}/{i}", role, item.text)) for i, item in enumerate(entries, 1))

    def diktum(self, path: str, diktum: Diktum) -> Diktum:
        text = self.text(path, "diktum", diktum.text)
        return diktum.model_copy(update={"text": text, "butir": self.items(f"{path}/butir", "butir", diktum.butir)})

    def penetapan(self, path: str, penetapan: Penetapan | None) -> Penetapan | None:
        if penetapan is None:
            return None
        signer = penetapan.penandatangan
        names = {
            name: self.optional(f"{path}/penandatangan/{name}", name, getattr(signer, name))
            for name in ("jabatan", "nama", "pangkat", "nip")
        }
        # the signer's jabatan is an official name, not prose: it goes with the names
        names["jabatan"] = self.optional(f"{path}/penandatangan/jabatan", "pejabat", signer.jabatan)
        update: dict[str, object] = {
            name: self.optional(f"{path}/{name}", name, getattr(penetapan, name)) for name in ("tempat", "tanggal")
        }
        return penetapan.model_copy(update={**update, "penandatangan": Penandatangan(**names)})

    def preamble(self, preamble: Preamble) -> Preamble:
        singles = {
            name: self.optional(f"preamble/{name}", name, getattr(preamble, name))
            for name in ("nomor", *(part.field for part in preamble_fields("text")))
        }
        kepala = self.texts("preamble/kepala", "kepala", preamble.kepala)
        lists = {
            part.field: self.items(f"preamble/{part.field}", part.field, getattr(preamble, part.field))
            for part in preamble_fields("items")
        }
        return preamble.model_copy(
            update={
                **singles,
                "kepala": kepala,
                **lists,
                "diktum": tuple(self.diktum(f"preamble/diktum/{i}", d) for i, d in enumerate(preamble.diktum, 1)),
                "penetapan": self.penetapan("preamble/penetapan", preamble.penetapan),
            }
        )

    def lampiran(self, path: str, lampiran: Lampiran) -> Lampiran:
        return lampiran.model_copy(
            update={
                "label": self.optional(f"{path}/label", "label", lampiran.label),
                "penetapan": self.penetapan(f"{path}/penetapan", lampiran.penetapan),
            }
        )

    def cell(self, path: str, role: str, cell: Cell) -> Cell:
        return _holding(cell, self.text(path, role, cell.text))

    def row(self, path: str, row: Row) -> Row:
        cells = {role: self.cell(f"{path}/{role}", role, cell) for role, cell in row.cells.items()}
        targets = tuple(
            one.model_copy(update={"cell": self.cell(target_path(path, i), TARGET, one.cell)})
            for i, one in enumerate(row.targets, 1)
        )
        others = self.others(f"{path}/others", row.others)
        return row.model_copy(update={"cells": cells, "targets": targets, "others": others})

    def others(self, path: str, others: dict[str, Cell]) -> dict[str, Cell]:
        return {heading: self.cell(f"{path}/{path_segment(heading)}", OTHERS, cell) for heading, cell in others.items()}

    def kept(self, path: str, table: KeptTable) -> KeptTable:
        cells = tuple(
            _holding(cell, self.text(f"{path}/cells/{i}", "unparsed", cell.text))
            for i, cell in enumerate(table.cells, 1)
        )
        headings = self.texts(f"{path}/headings", "unparsed", table.headings)
        return table.model_copy(update={"headings": headings, "cells": cells})

    def block(self, block: Block) -> Block:
        path = block_named(block.kind, block.order)
        headings = tuple(
            _holding(heading, self.text(f"{path}/headings/{i}", "heading", heading.text))
            for i, heading in enumerate(block.headings, 1)
        )
        return block.model_copy(
            update={
                "jabatan": self.text(f"{path}/jabatan", "jabatan", block.jabatan),
                "judul": self.texts(f"{path}/judul", "judul", block.judul),
                "tujuan": self.items(f"{path}/tujuan", "tujuan", block.tujuan),
                "tugas": self.optional(f"{path}/tugas", "tugas", block.tugas),
                "fungsi": self.items(f"{path}/fungsi", "fungsi", block.fungsi),
                "headings": headings,
                "rows": tuple(self.row(f"{path}/rows/{i}", row) for i, row in enumerate(block.rows, 1)),
                "others": tuple(self.others(f"{path}/others/{i}", row) for i, row in enumerate(block.others, 1)),
            }
        )


def _holding(holder: Holder, text: Text) -> Holder:
    """What holds a text with another one; itself where the text stays."""
    return holder if text is holder.text else holder.model_copy(update={"text": text})


def map_texts(decree: Decree, visit: Visit) -> Decree:
    """The decree with every text replaced by what `visit` returns for it."""
    return _walked(decree, visit, lambda _, items: items)


def map_lists(decree: Decree, visit: VisitList) -> Decree:
    """The decree with the entries of every list, blank or not, replaced by what `visit` returns for them."""
    return _walked(decree, lambda _, text: text, visit)


def _walked(decree: Decree, visit: Visit, listed: VisitList) -> Decree:
    outside = _Walker(visit, listed)
    return decree.model_copy(
        update={
            "preamble": outside.preamble(decree.preamble),
            "lampiran": tuple(outside.lampiran(f"lampiran/{i}", part) for i, part in enumerate(decree.lampiran, 1)),
            "blocks": tuple(_Walker(visit, listed, block.kind, block.order).block(block) for block in decree.blocks),
            "tables": tuple(outside.kept(f"tables/{i}", table) for i, table in enumerate(decree.tables, 1)),
            "unparsed": outside.texts("unparsed", "unparsed", decree.unparsed),
        }
    )


def list_texts(decree: Decree) -> list[tuple[Field, Text]]:
    """Every text of the decree with its field, in the order in which `map_texts` visits them."""
    found: list[tuple[Field, Text]] = []

    def visit(field: Field, text: Text) -> Text:
        found.append((field, text))
        return text

    map_texts(decree, visit)
    return found


def lists_of(decree: Decree) -> dict[str, tuple[Item, ...]]:
    """The entries of every list of the decree by its path."""
    found: dict[str, tuple[Item, ...]] = {}

    def visit(path: str, items: tuple[Item, ...]) -> tuple[Item, ...]:
        found[path] = items
        return items

    map_lists(decree, visit)
    return found
