"""Ids carried along the revisions of a corpus, and what each revision changed.

    dasar/<slug>.json.gz      the catalogue as it was built, of each decree that revises another one
    katalog/<slug>.json       the same with the ids of the earlier revision, as `katalog build --previous` gives it
    perubahan/<slug>.json     what it changed, as `katalog diff -f json` gives it

What is to be carried begins with what was built, so that a chain in which something changed, or that was stopped in the
middle, comes out as one that was never there before.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass

from katalog.corpus.building import built_with, described
from katalog.corpus.folder import CorpusFolder
from katalog.corpus.listing import CorpusSource
from katalog.corpus.record import Manner, SourceRecord
from katalog.errors import KatalogError
from katalog.store.canonical import canonical_pieces
from schemas.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class RevisionStep:
    """One decree of a chain: `record` says what it revises (nothing: it is put back as it was built). `source` is where
    it is read again if decisions about the earlier revision are to hold for it; None where it is not at hand."""

    record: SourceRecord
    source: CorpusSource | None


def carry_chain(steps: Sequence[RevisionStep], corpus: CorpusFolder, manner: Manner) -> list[SourceRecord]:
    """Carry ids through these decrees, an earlier one before what revises it; their records, which are kept in the
    corpus until the run ends."""
    done = []
    for step in steps:
        made = _carried(step, corpus, manner) if step.record.merevisi else _put_back(step.record.keputusan, corpus)
        record = described(step.record, made)
        corpus.note(record)
        done.append(record)
    return done


def revisions_to(corpus: CorpusFolder, slug: str) -> list[Catalogue]:
    """A catalogue with all that it revises, the oldest first. KatalogError where the corpus has none of this slug, or
    where it revises none."""
    before = {record.keputusan: record.merevisi for record in corpus.ended().values() if record.built}
    chain = [corpus.catalogue(slug)]
    while revises := before.get(chain[-1].source.slug):
        chain.append(corpus.catalogue(revises))
    if len(chain) < 2:
        raise KatalogError(
            f"{slug}: Keputusan ini tidak diketahui merevisi keputusan lain dalam korpus.",
            "Sebutkan yang direvisinya setelah tab dalam --list, lalu bangun lagi dengan katalog corpus build.",
        )
    return chain[::-1]


def _put_back(slug: str, corpus: CorpusFolder) -> Catalogue:
    data = corpus.first_catalogue(slug)
    corpus.put(f"katalog/{slug}.json", data)
    corpus.drop([f"dasar/{slug}.json.gz", f"perubahan/{slug}.json"])
    return Catalogue.model_validate_json(data)


def _carried(step: RevisionStep, corpus: CorpusFolder, manner: Manner) -> Catalogue:
    from katalog.compare.match.carry import carry
    from katalog.front import diff

    slug = step.record.keputusan
    data = corpus.first_catalogue(slug)
    # the first of all: from now on the catalogue need not be what was built
    corpus.put(f"dasar/{slug}.json.gz", gzip.compress(data, mtime=0))
    previous = corpus.catalogue(step.record.merevisi)
    built = Catalogue.model_validate_json(data)
    if previous.koreksi and previous.source.sha256 != built.source.sha256 and step.source:
        built = built_with(previous, step.source, manner, step.record.sha256) or built
    made = carry(previous, built)
    corpus.put(f"katalog/{slug}.json", canonical_pieces(made))
    corpus.put(f"perubahan/{slug}.json", canonical_pieces(diff(previous, made)))
    return made
