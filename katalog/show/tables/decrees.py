"""Rows of the tables about the decree itself: its identity, what stands before its attachments, its closings."""

from __future__ import annotations

from collections.abc import Iterator

from katalog.show.tables.registry import TableRow
from katalog.text import page_of, value_of
from schemas.catalogue import Attachment, Catalogue, Clause, DecreeData, Entry
from schemas.decree import Text


def decree_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`keputusan`: one row."""
    decree, source = catalogue.decree, catalogue.source
    periode = decree.periode
    yield {
        "jenis": decree.jenis,
        "nomor": decree.nomor,
        "tahun": decree.tahun,
        "tentang": decree.tentang,
        "instansi": decree.instansi,
        "periode_awal": periode.awal if periode else None,
        "periode_akhir": periode.akhir if periode else None,
        "tempat": decree.ditetapkan.tempat,
        "tanggal": decree.ditetapkan.tanggal,
        "penandatangan": decree.penandatangan.nama,
        "source": source.file,
        "sha256": source.sha256,
        "pages": source.pages,
        "content_hash": catalogue.content_hash,
    }


def file_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`berkas`: one row."""
    yield {"media_type": catalogue.source.media_type, "schema_version": catalogue.schema_version}


def history_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`riwayat`: the earlier revisions, and the ids that are no longer used."""
    for part, values in (("previous", catalogue.previous), ("retired", catalogue.retired)):
        for position, value in enumerate(values, 1):
            yield {"part": part, "position": position, "value": value}


def preamble_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`pembukaan`: what stands before the attachments, in the order of the catalogue."""
    decree = catalogue.decree
    for name in DecreeData.model_fields:
        path = f"/decree/{name}"
        match getattr(decree, name):
            case Text() as text:
                yield _part(name, 0, text, path)
            case tuple() as listed:
                for at, one in enumerate(listed):
                    yield from _listed(name, at, one, f"{path}/{at}")


def _listed(name: str, at: int, one: Text | Entry | Clause, path: str) -> Iterator[TableRow]:
    """A line of the heading; an entry; a clause and its items."""
    match one:
        case Text():
            yield _part(name, at, one, path)
        case Entry():
            yield {**_part(name, at, one.text, f"{path}/text"), "entry_id": one.id, "no": one.no}
        case Clause():
            yield {**_part(name, at, one.text, f"{path}/text"), "entry_id": one.id, "no": one.label}
            for below, item in enumerate(one.butir):
                yield from (
                    {**row, "parent_id": one.id} for row in _listed("butir", below, item, f"{path}/butir/{below}")
                )


def _part(part: str, at: int, text: Text, path: str) -> TableRow:
    return {
        "part": part,
        "position": at + 1,
        "text": value_of(text),
        "as_printed": text.as_printed,
        "page": page_of(text),
        "path": path,
    }


def closing_rows(catalogue: Catalogue) -> Iterator[TableRow]:
    """`penetapan`: the closing of the decree, then those of its attachments."""
    yield {"position": 1, **_closing(catalogue.decree)}
    for position, lampiran in enumerate(catalogue.lampiran, 2):
        label = value_of(lampiran.label)
        yield {"position": position, "lampiran_id": lampiran.id, "label": label, **_closing(lampiran)}


def _closing(closed: DecreeData | Attachment) -> TableRow:
    signed = closed.penandatangan
    return {
        "tempat": closed.ditetapkan.tempat,
        "tanggal": closed.ditetapkan.tanggal,
        "penandatangan_jabatan": signed.jabatan,
        "penandatangan": signed.nama,
        "pangkat": signed.pangkat,
        "nip": signed.nip,
    }
