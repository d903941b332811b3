"""A corpus from its sources: what has changed since the last run is built by Dask's workers, and the tables with it."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from katalog.corpus.building import build_source, current_key
from katalog.corpus.folder import CorpusFolder
from katalog.corpus.listing import CorpusSource
from katalog.corpus.record import Manner, SourceRecord
from katalog.corpus.revising import revised
from katalog.corpus.rounds import each_done
from katalog.corpus.shares import missing_shares, write_share
from katalog.errors import KatalogError

if TYPE_CHECKING:
    from distributed import Client

    Engine = Callable[[], AbstractContextManager[Client]]
    #: Told of each source when it is done: its record, how many are done, and of how many.
    Told = Callable[[SourceRecord, int, int], None]

_CRASHED = "Pembacanya berhenti mendadak. Mintalah berkas baru, atau cetak ulang dokumen aslinya ke PDF."
#: Files that are read at a time to see whether they have changed.
_READERS = 8


@dataclass(frozen=True, slots=True)
class CorpusRun:
    """What a run did: `records` of all sources of the corpus, `built` the names of those that it built (or tried),
    `shares` the number of shares that were written, `seconds` of wall time."""

    records: tuple[SourceRecord, ...]
    built: frozenset[str]
    shares: int
    seconds: float


def build_corpus(
    sources: Sequence[CorpusSource],
    corpus: CorpusFolder,
    engine: Engine,
    manner: Manner,
    *,
    again: bool = False,
    prune: bool = False,
    told: Told = lambda record, done, all_of_them: None,
) -> CorpusRun:
    """Build what is new or has changed: by the source's bytes, the decisions beside it, the manner and the program's
    version. `again` also tries those that could not be built; `prune` removes what is not among `sources` any more.
    `engine` is opened only where there is something to do. KatalogError where another run writes the corpus."""
    begun = time.monotonic()
    with corpus.alone():
        known = corpus.ended() | corpus.begun()
        todo = _todo(sources, known, corpus, manner, again)
        listed = {source.name for source in sources}
        kept = {name: record for name, record in known.items() if name in listed or not prune}
        after, shares = _worked(todo, kept, sources, corpus, engine, manner, told)
        corpus.close(after.values())
    records = tuple(sorted(after.values(), key=lambda one: one.sumber))
    return CorpusRun(records, frozenset(source.name for source in todo), shares, time.monotonic() - begun)


def _todo(
    sources: Sequence[CorpusSource],
    before: Mapping[str, SourceRecord],
    corpus: CorpusFolder,
    manner: Manner,
    again: bool,
) -> list[CorpusSource]:
    there = corpus.names("katalog")
    known = [source for source in sources if _is_kept(before.get(source.name), there, again)]
    with ThreadPoolExecutor(_READERS) as readers:
        keys = readers.map(lambda source: current_key(source, manner), known)
        same = {source for source, key in zip(known, keys, strict=True) if key == before[source.name].kunci}
    return [source for source in sources if source not in same]


def _is_kept(record: SourceRecord | None, there: set[str], again: bool) -> bool:
    """Whether what is known of a source still holds if the source is the same."""
    if record is None:
        return False
    return f"{record.keputusan}.json" in there if record.built else not again


def _worked(
    todo: Sequence[CorpusSource],
    kept: Mapping[str, SourceRecord],
    sources: Sequence[CorpusSource],
    corpus: CorpusFolder,
    engine: Engine,
    manner: Manner,
    told: Told,
) -> tuple[dict[str, SourceRecord], int]:
    """All records by name, and how many shares of tables were written."""
    kept = _told_by_lists(kept, kept, sources)
    if not todo and kept == corpus.ended() and not _stale(kept, corpus):
        return dict(kept), 0
    with engine() as client:
        done = _built(client, todo, corpus, manner, told)
        built = _told_by_lists({**kept, **{record.sumber: record for record in done}}, kept, sources)
        after = revised(client, built, sources, corpus, manner)
        stale = sorted(_stale(after, corpus))
        corpus.begin_shares(stale)
        held = _by_share(after.values())
        written = [(share, held[share]) for share in stale]
        for _ in each_done(client, write_share, written, corpus, lost=_share_lost):
            pass
    return after, len(stale)


def _told_by_lists(
    records: Mapping[str, SourceRecord], before: Mapping[str, SourceRecord], sources: Sequence[CorpusSource]
) -> dict[str, SourceRecord]:
    """The records with a person's word on what they revise: that of this run, else that of an earlier one."""
    said = {name: record.merevisi for name, record in before.items() if record.dasar_revisi == "daftar"}
    said |= {source.name: source.revises for source in sources if source.revises is not None}
    return {
        name: replace(record, merevisi=said[name], dasar_revisi="daftar") if name in said else record
        for name, record in records.items()
    }


def _built(
    client: Client, todo: Sequence[CorpusSource], corpus: CorpusFolder, manner: Manner, told: Told
) -> list[SourceRecord]:
    """The records of the sources, as the workers are done with them."""
    done: list[SourceRecord] = []
    for record in each_done(client, build_source, todo, corpus, manner, lost=lambda one: _given_up(one, corpus)):
        done.append(record)
        told(record, len(done), len(todo))
    return done


def _given_up(source: CorpusSource, corpus: CorpusFolder) -> SourceRecord:
    """What is known of a source whose worker was lost: why, where the worker itself could say it."""
    noted = corpus.noted(source.slug)
    return noted or SourceRecord(source.name, source.slug, "", "", 0, kesalahan=_CRASHED)


def _share_lost(share: tuple[str, list[SourceRecord]]) -> None:
    raise KatalogError(
        f"{share[0]}: Pekerja dua kali terhenti saat menulis tabel bagian ini.",
        "Jalankan lagi; laporkan bila terulang.",
    )


def _stale(after: Mapping[str, SourceRecord], corpus: CorpusFolder) -> set[str]:
    """The shares whose decrees are not those of the last run that has ended, or that lack a file."""
    now, then = _states(after.values()), _states(corpus.ended().values())
    changed = {share for share in now.keys() | then.keys() if now.get(share) != then.get(share)}
    return changed | missing_shares(corpus, now) | corpus.begun_shares()


def _by_share(records: Iterable[SourceRecord]) -> dict[str, list[SourceRecord]]:
    """The decrees of each share, by slug."""
    found: dict[str, list[SourceRecord]] = defaultdict(list)
    for record in sorted(records, key=lambda one: one.keputusan):
        if record.built:
            found[record.bagian].append(record)
    return found


def _states(records: Iterable[SourceRecord]) -> dict[str, list[tuple[str, str]]]:
    """What the rows of each share depend on."""
    return {share: [(one.keputusan, one.rantai) for one in held] for share, held in _by_share(records).items()}
