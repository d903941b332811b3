"""One source of a corpus to its catalogue: what a worker does."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from extract.errors import UnusableSource
from katalog.corpus.engine import installed_version
from katalog.corpus.facts import facts_of, put_facts
from katalog.corpus.folder import CorpusFolder
from katalog.corpus.limits import within_limits
from katalog.corpus.listing import CorpusSource, opened_address
from katalog.corpus.record import Manner, SourceRecord, dependence_of, share_of
from katalog.decisions import NAME, made_before
from katalog.errors import FINDINGS, OK, KatalogError
from katalog.store.canonical import canonical_pieces
from schemas.catalogue import Catalogue

if TYPE_CHECKING:
    from normalize.koreksi.file import KoreksiFile

_PROGRAM_FAULT = "Kesalahan pada program ini ({}). Jalankan katalog build --debug untuk berkas itu; laporkan hasilnya."


@dataclass(frozen=True, slots=True)
class Received:
    """A source as it was received: its bytes, and the text of the decisions beside it (empty without any)."""

    data: bytes
    koreksi: str

    @property
    def sha256(self) -> str:
        """The digest of the source."""
        return hashlib.sha256(self.data).hexdigest()


def received(source: CorpusSource) -> Received:
    """Read a source and what lies beside it. OSError where it can't be read."""
    system, path = opened_address(source.address)
    data: bytes = system.cat_file(path)
    place = PurePosixPath(path)
    beside = (str(place.with_name(f"{place.stem}.{NAME}")), str(place.with_name(NAME)))
    found = next((name for name in beside if system.isfile(name)), None)
    return Received(data, system.cat_file(found).decode("utf-8-sig") if found else "")


def current_key(source: CorpusSource, manner: Manner) -> str | None:
    """What the catalogue of a source depends on now; None where the source can't be read."""
    try:
        held = received(source)
    except (OSError, UnicodeDecodeError):
        return None
    return _key(held, manner)


def build_source(source: CorpusSource, corpus: CorpusFolder, manner: Manner) -> SourceRecord:
    """Build a source and write its catalogue into the corpus. Whatever goes wrong with it stands in the record, which
    is kept in the corpus until the run ends."""
    corpus.forget(source.slug)
    corpus.drop_decree(source.slug)
    record = _attempt(source, corpus, manner)
    corpus.note(record)
    return record


def built_with(previous: Catalogue, source: CorpusSource, manner: Manner, sha256: str) -> Catalogue | None:
    """The source read again with what a person decided about its earlier revision, before ids are carried over; None
    where it can't be read any more as it was."""
    try:
        held = received(source)
        return _catalogue(source, held, manner, [made_before(previous)]) if held.sha256 == sha256 else None
    except Exception:
        return None


def _attempt(source: CorpusSource, corpus: CorpusFolder, manner: Manner) -> SourceRecord:
    try:
        held = received(source)
    except (OSError, UnicodeDecodeError) as error:
        return SourceRecord(source.name, source.slug, "", "", 0, kesalahan=f"Berkas tidak dapat dibaca ({error}).")
    blank = SourceRecord(source.name, source.slug, _key(held, manner), held.sha256, len(held.data))
    limits = manner.pdf
    with within_limits(limits.memory, limits.seconds, lambda why: corpus.note(replace(blank, kesalahan=why))):
        try:
            catalogue = _catalogue(source, held, manner)
            corpus.put(f"katalog/{source.slug}.json", canonical_pieces(catalogue))
            put_facts(corpus, facts_of(catalogue))
        except Exception as error:
            return replace(blank, kesalahan=_explained(error))
    return described(blank, catalogue)


def _key(held: Received, manner: Manner) -> str:
    return dependence_of(held.sha256, hashlib.sha256(held.koreksi.encode()).hexdigest(), manner, installed_version())


def _catalogue(source: CorpusSource, held: Received, manner: Manner, before: Sequence[KoreksiFile] = ()) -> Catalogue:
    """The catalogue, by the decisions beside the source and those about an earlier revision."""
    from extract.door import extract
    from extract.media import medium_of
    from katalog.front import assembled
    from normalize.decree import normalize
    from normalize.koreksi.file import read_koreksi
    from schemas.source import Source

    named = Source(
        file=PurePosixPath(source.name).name,
        slug=source.slug,
        sha256=held.sha256,
        media_type=medium_of(held.data).media_type,
    )
    read = extract(named, held.data, manner.pdf)
    decided = [*([read_koreksi(held.koreksi)] if held.koreksi else []), *before]
    return assembled(normalize(read, spelling=manner.spelling, koreksi=decided))


def _explained(error: Exception) -> str:
    if isinstance(error, UnusableSource):
        return f"{error.cause} {error.remedy}"
    from normalize.koreksi.file import BadKoreksi

    if isinstance(error, KatalogError | BadKoreksi):
        return str(error)
    return _PROGRAM_FAULT.format(" ".join(f"{type(error).__name__}: {error}".split()))


def described(blank: SourceRecord, catalogue: Catalogue) -> SourceRecord:
    """The record with what the catalogue says of itself."""
    count = Counter(finding.severity for finding in catalogue.findings)
    return replace(
        blank,
        bagian=share_of(catalogue),
        halaman=catalogue.source.pages,
        tabel=len(catalogue.blocks),
        baris=sum(len(block.rows) for block in catalogue.blocks),
        berat=count["error"],
        diperiksa=count["warning"],
        catatan=count["info"],
        keluar=FINDINGS if count["error"] else OK,
    )
