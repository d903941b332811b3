"""Whether a catalogue file still is what was built: content hash, ids, references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bahasa.parts import preamble_fields
from bahasa.temuan import About, finding
from katalog.store.canonical import content_hash
from schemas.base import Finding
from schemas.catalogue import Catalogue


def faults(catalogue: Catalogue) -> list[Finding]:
    """Findings of severity error for a file that was changed after it was built."""
    found = []
    if content_hash(catalogue) != catalogue.content_hash:
        found.append(finding("isi-berubah", About(field="content_hash")))
    for name, count in Counter(all_ids(catalogue)).items():
        if count > 1:
            found.append(finding("id-ganda", About(field="id"), id=name, jumlah=count))
    return found


def all_ids(catalogue: Catalogue) -> Iterator[str]:
    """The ids of all objects, in the order of the file."""
    decree = catalogue.decree
    yield from (entry.id for entry in (one for part in preamble_fields("items") for one in getattr(decree, part.field)))
    for clause in decree.diktum:
        yield clause.id
        yield from (entry.id for entry in clause.butir)
    yield from (lampiran.id for lampiran in catalogue.lampiran)
    for block in catalogue.blocks:
        yield block.id
        yield from (entry.id for entry in (*block.tujuan, *block.fungsi))
        yield from (row.id for row in block.rows)
        yield from dict.fromkeys(row.sasaran_id for row in block.rows if row.sasaran_id)
