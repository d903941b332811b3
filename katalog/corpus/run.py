"""A corpus from its sources: what has changed since the last run is built by Dask's workers, and the tables with it."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from katalog.corpus.building import build_source, current_key
from katalog.corpus.folder import CorpusFolder
from katalog.corpus.listing import CorpusSource
from katalog.corpus.record import Manner, SourceRecord
from katalog.corpus.shares import missing_shares, write_share

if TYPE_CHECKING:
    from distributed import Client, Future

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
        after, shares = _worked(todo, kept, corpus, engine, manner, told)
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
    corpus: CorpusFolder,
    engine: Engine,
    manner: Manner,
    told: Told,
) -> tuple[dict[str, SourceRecord], int]:
    """All records by name, and how many shares of tables were written."""
    if not todo and not _stale(kept, corpus):
        return dict(kept), 0
    with engine() as client:
        done = _built(client, todo, corpus, manner, told)
        after = {**kept, **{record.sumber: record for record in done}}
        stale = _stale(after, corpus)
        held = _by_share(after.values())
        client.gather([client.submit(write_share, corpus, share, held[share], pure=False) for share in sorted(stale)])
    return after, len(stale)


def _built(
    client: Client, todo: Sequence[CorpusSource], corpus: CorpusFolder, manner: Manner, told: Told
) -> list[SourceRecord]:
    """Every source once; those that took their worker with them once more, one at a time."""
    lost: list[CorpusSource] = []
    done: list[SourceRecord] = []
    for record in _round(client, todo, corpus, manner, lost):
        done.append(record)
        told(record, len(done), len(todo))
    for source in lost:
        ended: list[CorpusSource] = []
        alone = next(_round(client, [source], corpus, manner, ended), None)
        done.append(alone or _given_up(source, corpus))
        told(done[-1], len(done), len(todo))
    return done


def _round(
    client: Client, todo: Sequence[CorpusSource], corpus: CorpusFolder, manner: Manner, lost: list[CorpusSource]
) -> Iterator[SourceRecord]:
    """The records as the workers give them; sources whose worker was lost are put into `lost`."""
    from distributed import as_completed
    from distributed.scheduler import KilledWorker

    waiting: dict[Future, CorpusSource] = {
        client.submit(build_source, source, corpus, manner, pure=False): source for source in todo
    }
    future: Any
    for future in as_completed(list(waiting)):
        source = waiting.pop(future)
        try:
            yield future.result()
        except KilledWorker:
            lost.append(source)
        future.release()


def _given_up(source: CorpusSource, corpus: CorpusFolder) -> SourceRecord:
    """What is known of a source whose worker was lost: why, where the worker itself could say it."""
    noted = corpus.noted(source.slug)
    return noted or SourceRecord(source.name, source.slug, "", "", 0, kesalahan=_CRASHED)


def _stale(after: Mapping[str, SourceRecord], corpus: CorpusFolder) -> set[str]:
    """The shares whose decrees are not those of the last run that has ended, or that lack a file."""
    now, then = _by_share(after.values(), whole=True), _by_share(corpus.ended().values(), whole=True)
    changed = {share for share in now.keys() | then.keys() if now.get(share) != then.get(share)}
    return changed | missing_shares(corpus, now)


def _by_share(records: Iterable[SourceRecord], whole: bool = False) -> dict[str, list[str]]:
    """The slugs of each share's decrees; `whole`: with what they depend on."""
    found: dict[str, list[str]] = defaultdict(list)
    for record in records:
        if record.built:
            found[record.bagian].append(f"{record.keputusan} {record.kunci}" if whole else record.keputusan)
    return defaultdict(list, {share: sorted(slugs) for share, slugs in found.items()})
