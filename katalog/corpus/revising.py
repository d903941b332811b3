"""The revisions of a corpus: which decree revises which, and what has to be carried anew because of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from katalog.corpus.chains import RevisionStep, carry_chain
from katalog.corpus.facts import get_facts
from katalog.corpus.folder import CorpusFolder
from katalog.corpus.links import RevisionLink, linked
from katalog.corpus.listing import CorpusSource
from katalog.corpus.record import Manner, SourceRecord
from katalog.corpus.rounds import each_done
from katalog.errors import KatalogError

if TYPE_CHECKING:
    from distributed import Client

#: Files that are read at a time.
_READERS = 8


def revised(
    client: Client,
    records: Mapping[str, SourceRecord],
    sources: Sequence[CorpusSource],
    corpus: CorpusFolder,
    manner: Manner,
) -> dict[str, SourceRecord]:
    """The records by name, each with what its decree revises; the catalogues have the ids of the earlier revisions."""
    wanted = _wanted(records.values(), corpus)
    named = {source.name: source for source in sources}
    carried = {name.removesuffix(".json.gz") for name in corpus.names("dasar")}
    steps = {
        slug: RevisionStep(record, named.get(record.sumber))
        for slug, record in wanted.items()
        # what was built and revises nothing is as it is to be
        if records[record.sumber].rantai != record.rantai and (record.merevisi or slug in carried)
    }
    chains = [[steps[slug] for slug in chain] for chain in _chains(steps, wanted)]
    done = each_done(client, carry_chain, chains, corpus, manner, lost=_given_up)
    after = {record.sumber: record for record in wanted.values()}
    return {**records, **after, **{record.sumber: record for chain in done for record in chain}}


def _wanted(records: Iterable[SourceRecord], corpus: CorpusFolder) -> dict[str, SourceRecord]:
    """The records of all catalogues, by slug, as they are to be: with what each revises, and its place in the chain."""
    built = {record.keputusan: record for record in records if record.built}
    listed = {slug: record.merevisi for slug, record in built.items() if record.dasar_revisi == "daftar"}
    with ThreadPoolExecutor(_READERS) as readers:
        facts = list(readers.map(lambda slug: get_facts(corpus, slug), sorted(built)))
    links = linked(facts, listed)
    order = TopologicalSorter({slug: {link.revises} - {""} for slug, link in links.items()}).static_order()
    wanted: dict[str, SourceRecord] = {}
    for slug in order:
        wanted[slug] = _in_chain(built[slug], links[slug], wanted)
    return wanted


def _in_chain(record: SourceRecord, link: RevisionLink, before: Mapping[str, SourceRecord]) -> SourceRecord:
    said = replace(record, merevisi=link.revises, dasar_revisi=link.basis, ragu_revisi=link.doubt)
    if not link.revises:
        return replace(said, rantai=record.kunci)
    held = json.dumps([record.kunci, link.revises, link.basis, link.doubt, before[link.revises].rantai])
    return replace(said, rantai=hashlib.sha256(held.encode()).hexdigest())


def _chains(steps: Mapping[str, RevisionStep], wanted: Mapping[str, SourceRecord]) -> list[list[str]]:
    """The slugs of `steps` by chain, those of decrees that hang together, an earlier one before what revises it."""
    chain: dict[str, list[str]] = {}
    root: dict[str, str] = {}
    for slug, record in wanted.items():  # an earlier one comes first
        root[slug] = root[record.merevisi] if record.merevisi else slug
        if slug in steps:
            chain.setdefault(root[slug], []).append(slug)
    return [chain[first] for first in sorted(chain)]


def _given_up(chain: list[RevisionStep]) -> list[SourceRecord]:
    names = ", ".join(step.record.sumber for step in chain)
    raise KatalogError(
        f"{names}: Pekerja dua kali terhenti saat membandingkan revisi ini.", "Jalankan lagi; laporkan bila terulang."
    )
