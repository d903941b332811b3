"""A normalized decree made from the labelled parts, so that the assembly is tested apart from the stages before."""

from __future__ import annotations

from typing import Any

from schemas.base import Place
from schemas.decree import (
    Block,
    Cell,
    Decree,
    Diktum,
    Heading,
    Item,
    Lampiran,
    Law,
    NormalizedDecree,
    Penandatangan,
    Penetapan,
    Preamble,
    Row,
    Text,
)
from schemas.source import Source

ROLES = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")
HEADINGS = {
    "no": "NO.",
    "sasaran": "SASARAN KINERJA INDIVIDU",
    "indikator": "INDIKATOR KINERJA",
    "target": "TARGET",
    "rumus": "RUMUS",
    "sumber_data": "SUMBER DATA",
}
SOURCE = Source(file="Paser 2022.txt", slug="paser-2022", sha256="0" * 64, media_type="text/plain")


def text(printed: str, line: int = 1) -> Text:
    """A printed text with a place."""
    return Text(as_printed=printed, places=(Place(lines=(line, line)),))


def items(entries: list[dict[str, Any]]) -> tuple[Item, ...]:
    """A labelled list."""
    return tuple(Item(no=entry["no"], text=text(entry["text"])) for entry in entries)


def row(cells: dict[str, str | None]) -> Row:
    """A labelled row; a sasaran that is not printed is spanned by the one above, anything else is empty."""
    made = {role: _cell(role, cells.get(role)) for role in ROLES}
    return Row.model_validate({"cells": made})


def _cell(role: str, printed: str | None) -> Cell:
    if printed is not None:
        return Cell(text=text(printed))
    return Cell(text=Text(as_printed=""), span="covered" if role == "sasaran" else "empty")


def block(kind: str, order: int, jabatan: str, **parts: Any) -> Block:
    """A block with the headings of the Paser decree."""
    headings = tuple(Heading.model_validate({"role": role, "text": text(name)}) for role, name in HEADINGS.items())
    return Block.model_validate(
        {"kind": kind, "order": order, "label": "Jabatan", "jabatan": text(jabatan), "headings": headings, **parts}
    )


def labelled_block(kind: str, order: int, part: dict[str, Any]) -> Block:
    """A block from its labelled part."""
    return block(
        kind,
        order,
        part.get("jabatan") or part["instansi"],
        tugas=text(part["tugas"]),
        fungsi=items(part["fungsi"]),
        tujuan=items(part.get("tujuan", [])),
        rows=tuple(row(cells) for cells in part["rows"]),
    )


def _penetapan(tempat: str, tanggal: str, iso: str) -> Penetapan:
    signed = Penandatangan(jabatan=text("Kepala"), nama=text("Drs. Suwito"))
    return Penetapan(tempat=text(tempat), tanggal=text(tanggal), tanggal_iso=iso, penandatangan=signed)


def labelled_preamble(part: dict[str, Any]) -> Preamble:
    """The preamble from its labelled part."""
    law = Law(jenis="Undang-Undang", nomor="25", tahun=2004, tentang="Sistem Perencanaan Pembangunan Nasional")
    mengingat = items(part["mengingat"])
    return Preamble(
        judul=text(part["judul"]),
        pejabat=text("KEPALA BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA KABUPATEN PASER,"),
        menimbang=items(part["menimbang"]),
        mengingat=(mengingat[0].model_copy(update={"law": law}), *mengingat[1:]),
        menetapkan=text(part["menetapkan"]),
        diktum=tuple(
            Diktum(label=one["label"], text=text(one["text"]), butir=items(one["butir"])) for one in part["diktum"]
        ),
        penetapan=_penetapan("Tana Paser", "29 Desember 2022", "2022-12-29"),
    )


def labelled_decree(gold: dict[str, Any]) -> NormalizedDecree:
    """The labelled half of the Paser decree."""
    blocks = [labelled_block("IKU", 1, gold["p01_iku"])]
    blocks += [labelled_block("IKI", number, gold[f"j{number:02d}"]) for number in range(1, 24)]
    label = "Lampiran I. Keputusan Kepala BKPSDM Nomor. 800/ 015 /Sek. II/BKPSDM"
    closing = _penetapan("Tana Paser", "03 Januari 2023", "2023-01-03")
    decree = Decree(
        preamble=labelled_preamble(gold["p00_preamble"]),
        lampiran=(Lampiran(label=text(label), penetapan=closing),),
        blocks=tuple(blocks),
    )
    return NormalizedDecree(source=SOURCE, decree=decree)
