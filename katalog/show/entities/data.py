"""What decrees name, for programs: a row a mention (CSV), things with their places (JSON), documents (DocBin)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from bahasa.mentions import mention_kinds
from katalog.labelled.catalogues import LabelledCatalogue
from katalog.labelled.documents import document_bin
from katalog.show.csv_file import csv_bytes
from katalog.store.canonical import dumps

COLUMNS = (
    "keputusan", "label", "nilai", "as_printed", "tentang", "path", "id", "page", "line_first", "line_last", "janggal",
)  # fmt: skip


def entities_csv(given: Sequence[LabelledCatalogue]) -> bytes:
    """A row for each mention, those of one thing together."""
    rows = []
    for thing in (thing for one in given for thing in one.things):
        for place in thing.places:
            where = place.path, place.id, place.page, *(place.lines or (None, None))
            rows.append((thing.keputusan, thing.label, thing.value, place.as_printed, thing.tentang, *where, thing.odd))
    return csv_bytes(COLUMNS, rows)


def entities_json(given: Sequence[LabelledCatalogue]) -> bytes:
    """The kinds, and the things of each catalogue with their places."""
    kinds = {label: {"nama": kind.nama, "en": kind.en, "arti": kind.arti} for label, kind in mention_kinds().items()}
    catalogues = [
        {
            "keputusan": one.catalogue.source.slug,
            "content_hash": one.catalogue.content_hash,
            "entitas": [asdict(thing) for thing in one.things],
        }
        for one in given
    ]
    return dumps({"jenis": kinds, "katalog": catalogues})


def entities_bin(given: Sequence[LabelledCatalogue]) -> bytes:
    """The documents of all catalogues in one DocBin: `DocBin().from_disk(path).get_docs(nlp.vocab)`."""
    made: bytes = document_bin(document for one in given for document in one.documents).to_bytes()
    return made
