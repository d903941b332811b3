"""Builds extracted decrees for the tests: from the labelled cells, or from a few texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from schemas.base import Kind, Role
from schemas.decree import Block, Cell, Decree, Diktum, ExtractedDecree, Item, Penetapan, Preamble, Row, Text
from schemas.source import Source

GOLD = Path(__file__).resolve().parent.parent / "gold"
SOURCE = Source(file="x.txt", slug="x", sha256="0" * 64, media_type="text/plain")
ROLES: tuple[Role, ...] = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")


def label(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    return found


def text(printed: str | None) -> Text:
    return Text(as_printed=printed or "")


def items(listed: list[Any] | None) -> tuple[Item, ...]:
    return tuple(
        Item(no=None, text=text(entry))
        if isinstance(entry, str)
        else Item(no=entry.get("no"), text=text(entry["text"]))
        for entry in listed or []
    )


def row(**cells: str | None) -> Row:
    made = {role: Cell(text=text(printed), span="own" if printed else "empty") for role, printed in cells.items()}
    return Row(cells=made)  # type: ignore[arg-type]


def block(printed: dict[str, Any], kind: Kind = "IKI", order: int = 1) -> Block:
    rows = tuple(row(**{role: r[role] for role in ROLES if role in r}) for r in printed["rows"])
    tugas = printed.get("tugas")
    return Block(
        kind=kind,
        order=order,
        jabatan=text(printed.get("jabatan") or printed.get("instansi")),
        tujuan=items(printed.get("tujuan")),
        tugas=text(" ".join(tugas) if isinstance(tugas, list) else tugas) if tugas else None,
        fungsi=items(printed.get("fungsi")),
        rows=rows,
    )


def preamble() -> Preamble:
    printed = label("p00_preamble")
    diktum = tuple(Diktum(label=d["label"], text=text(d["text"]), butir=items(d["butir"])) for d in printed["diktum"])
    return Preamble(
        judul=text(printed["judul"]),
        menimbang=items(printed["menimbang"]),
        mengingat=items(printed["mengingat"]),
        menetapkan=text(printed["menetapkan"]),
        diktum=diktum,
        penetapan=Penetapan(tempat=text(printed["ditetapkan_di"]), tanggal=text(printed["tanggal"])),
    )


def extracted(*blocks: Block, preamble: Preamble | None = None) -> ExtractedDecree:
    return ExtractedDecree(source=SOURCE, decree=Decree(preamble=preamble or Preamble(), blocks=blocks))


def gold_decree() -> ExtractedDecree:
    """The labelled half of the Paser decree: preamble, IKU and 23 jabatan."""
    blocks = [block(label("p01_iku"), "IKU", 1), *(block(label(f"j{i:02d}"), "IKI", i) for i in range(1, 24))]
    return extracted(*blocks, preamble=preamble())
