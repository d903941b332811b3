"""What a catalogue says that tells which decree it revises: whose, of when, by which number, about whom, and which
earlier decrees it revokes or amends."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from itertools import chain

from bahasa.earlier import EarlierDecree, earlier_decrees
from bahasa.fold import fold_words
from bahasa.issuers import issuer_in, office_and_region
from katalog.corpus.folder import CorpusFolder
from katalog.store.canonical import dumps
from schemas.catalogue import Catalogue, Clause, DecreeData, IndicatorBlock
from schemas.decree import Law, Text


@dataclass(frozen=True, slots=True)
class RevisionFacts:
    """`offices`: its agency and its issuer with their region, folded; `region`: that region, empty where it names none;
    `when`: the day it was signed, else the year of its number or its period (`2022-01-31`, `2022`), empty where none is
    known; `holders`: a digest of each holder with its kind; `earlier`: what it revokes or amends by its own words."""

    keputusan: str
    content_hash: str
    offices: tuple[str, ...]
    region: str
    kinds: tuple[str, ...]
    jenis: str
    nomor: str | None
    tahun: int | None
    when: str
    holders: tuple[str, ...]
    earlier: tuple[EarlierDecree, ...]


def facts_of(catalogue: Catalogue) -> RevisionFacts:
    """The facts of a catalogue; its ids are none of them."""
    decree = catalogue.decree
    called = [text for text in (decree.instansi, decree.jenis) if text]
    region = office_and_region(called, decree.tentang)[1] or ""
    issuers = [issuer for text in called if (issuer := issuer_in(text))]
    return RevisionFacts(
        keputusan=catalogue.source.slug,
        content_hash=catalogue.content_hash,
        offices=tuple(sorted({fold_words(f"{one.office} {region}") for one in issuers})),
        region=region,
        kinds=tuple(sorted({block.kind for block in catalogue.blocks if block.kind})),
        jenis=fold_words(decree.jenis or ""),
        nomor=decree.nomor,
        tahun=decree.tahun,
        when=decree.ditetapkan.tanggal or str(decree.tahun or (decree.periode.awal if decree.periode else "")),
        holders=tuple(sorted({_holder(block) for block in catalogue.blocks})),
        earlier=tuple(dict.fromkeys(one for text in _own_words(decree) for one in earlier_decrees(text))),
    )


def put_facts(corpus: CorpusFolder, facts: RevisionFacts) -> None:
    """Keep the facts of a catalogue in the corpus."""
    data = asdict(facts) | {"earlier": [(cara, law.model_dump()) for cara, law in facts.earlier]}
    corpus.put(f"fakta/{facts.keputusan}.json", dumps(data))


def get_facts(corpus: CorpusFolder, slug: str) -> RevisionFacts:
    """The facts that the corpus keeps of a catalogue; from the catalogue itself where it keeps none."""
    held = json.loads(corpus.get(f"fakta/{slug}.json") or b"{}")
    if held.keys() != {field.name for field in fields(RevisionFacts)}:
        facts = facts_of(corpus.catalogue(slug))
        put_facts(corpus, facts)
        return facts
    lists = {name: tuple(value) for name, value in held.items() if isinstance(value, list)}
    earlier = tuple(EarlierDecree(cara, Law(**law)) for cara, law in held["earlier"])
    return RevisionFacts(**(held | lists | {"earlier": earlier}))


def _holder(block: IndicatorBlock) -> str:
    name = fold_words(block.jabatan.value or block.jabatan.as_printed)
    return hashlib.sha256(f"{block.kind} {name}".encode()).hexdigest()[:12]


def _own_words(decree: DecreeData) -> Iterator[str]:
    """The texts in which a decree says what becomes of an earlier one: not those on which it rests."""
    alone = [text for text in (decree.judul, decree.menetapkan) if text]
    for text in chain(alone, (entry.text for entry in decree.menimbang)):
        yield _said(text)
    yield from map(_clause, decree.diktum)


def _clause(clause: Clause) -> str:
    """A diktum with its butir as one sentence: `Mencabut: a. Keputusan ...; b. Keputusan ...`, also where the word that
    revokes stands in front or behind."""
    return ", ".join([_said(clause.text), *(_said(entry.text).rstrip(" ;.") for entry in clause.butir)])


def _said(text: Text) -> str:
    return text.value or text.as_printed
