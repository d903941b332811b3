"""NormalizedDecree -> Catalogue.

Guarantees: every text of the decree is in the catalogue with its places; ids are unique; the same decree gives the same
catalogue. Values of merged cells are filled down where the source shows the span; nothing else is changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.parts import preamble_fields
from katalog.assemble.blocks import assemble_block
from katalog.assemble.decree_data import Facts, decree_fields, penetapan_fields, year_of
from katalog.assemble.entries import entries
from katalog.assemble.findings import collect
from katalog.assemble.identity import Ids, full_slug
from katalog.assemble.unit_list import list_units
from katalog.assemble.units import units_of
from katalog.store.canonical import content_hash
from schemas.catalogue import Attachment, Catalogue, Clause, DecreeData
from schemas.decree import Decree, Diktum, Lampiran, NormalizedDecree

#: Stands in until the hash over the rest is known.
_NO_HASH = "0" * 64


def assemble(normalized: NormalizedDecree) -> Catalogue:
    """The catalogue of one decree, with the findings that need the whole of it."""
    decree, ids = normalized.decree, Ids()
    data = _decree(decree, ids)
    units = units_of(decree.blocks, data.instansi)
    blocks = [
        assemble_block(block, unit, ids, year_of(block, decree))
        for block, unit in zip(decree.blocks, units, strict=True)
    ]
    linked, listed = list_units(blocks, data.instansi)
    catalogue = Catalogue(
        content_hash=_NO_HASH,
        source=normalized.source,
        decree=data,
        lampiran=_lampiran(decree.lampiran, ids),
        blocks=linked,
        units=listed,
        tables=decree.tables,
        unparsed=decree.unparsed,
        edits=normalized.edits,
        proposals=normalized.proposals,
        koreksi=normalized.koreksi,
    )
    findings = collect(catalogue, normalized.findings)
    return catalogue.model_copy(update={"findings": findings, "content_hash": content_hash(catalogue)})


def _decree(decree: Decree, ids: Ids) -> DecreeData:
    preamble = decree.preamble
    lists = {
        **{part.field: entries(part.field, getattr(preamble, part.field), ids) for part in preamble_fields("items")},
        "diktum": tuple(_clause(diktum, ids) for diktum in preamble.diktum),
    }
    return decree_fields(decree).model_copy(update=lists)


def _clause(diktum: Diktum, ids: Ids) -> Clause:
    path = ids.take(f"diktum/{full_slug(diktum.label)}")
    return Clause(id=path, label=diktum.label, text=diktum.text, butir=entries(path, diktum.butir, ids))


def _lampiran(lampiran: Sequence[Lampiran], ids: Ids) -> tuple[Attachment, ...]:
    return tuple(_attachment(number, one, ids) for number, one in enumerate(lampiran, start=1))


def _attachment(number: int, lampiran: Lampiran, ids: Ids) -> Attachment:
    facts = Facts()
    ditetapkan, signatory = penetapan_fields(lampiran.penetapan, facts)
    return Attachment(
        id=ids.take(f"lampiran/{number}"),
        label=lampiran.label,
        ditetapkan=ditetapkan,
        penandatangan=signatory,
        origins=dict(sorted(facts.origins.items())),
    )
