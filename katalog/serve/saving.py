"""A person's decisions, saved as they are made. Several pages may be open on one catalogue: each sends all its
decisions every time, and only what it changed itself is put into the file."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from katalog.decisions import decisions_in
from katalog.errors import KatalogError
from katalog.serve.guard import new_token
from katalog.store.files import write
from normalize.koreksi.demands import UnfitPutusan
from normalize.koreksi.file import KoreksiFile, decision_of, write_koreksi
from normalize.koreksi.kinds import BacaTeks, Benar, PeranKolom, SalahKetik
from normalize.koreksi.putusan import BACA, Putusan

#: Pages that are known at a time; the one that was heard of longest ago goes first.
_MOST_PAGES = 500


@dataclass(slots=True)
class OpenReview:
    """A page that is open on a catalogue: what it last said, and the state of the catalogue that it shows."""

    key: str
    state: str
    said: tuple[Putusan, ...]


@dataclass(slots=True)
class Ledger:
    """The open pages, and the one hand that writes files of decisions."""

    _pages: OrderedDict[str, OpenReview] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, key: str, state: str, decided: KoreksiFile) -> str:
        """A page that is given out with these decisions; what it is known by."""
        name = new_token()
        with self._lock:
            self._pages[name] = OpenReview(key, state, decided.putusan)
            while len(self._pages) > _MOST_PAGES:
                self._pages.popitem(last=False)
        return name

    def page(self, name: str, key: str) -> OpenReview:
        """The page of this name on this catalogue; KatalogError where it isn't known."""
        page = self._pages.get(name)
        if page is None or page.key != key:
            raise KatalogError("Halaman ini sudah terlalu lama terbuka.", "Unduh putusannya, lalu muat ulang halaman.")
        return page

    def save(self, name: str, key: str, said: Sequence[Any], path: Path, source: tuple[str, str]) -> int:
        """What a page says now, into the file at `path`; how many decisions stand there then. `source` are the digest
        and the name of the source. KatalogError where a decision can't be one, or the file can't be read or written:
        nothing is written then."""
        decisions = _decisions(said)
        with self._lock:
            page = self.page(name, key)
            file = decisions_in(path) if path.is_file() else KoreksiFile()
            merged = merged_decisions(file.putusan, page.said, decisions)
            write(path, write_koreksi(_about(file, merged, *source)).encode("utf-8"))
            page.said = decisions
            self._pages.move_to_end(name)
            return len(merged)


def _decisions(said: Sequence[Any]) -> tuple[Putusan, ...]:
    found = []
    for number, one in enumerate(said, 1):
        try:
            found.append(decision_of(one))
        except (UnfitPutusan, TypeError, ValueError) as error:
            raise KatalogError(f"Putusan ke-{number}: {error}.", "Perbaiki putusan itu.") from error
    return tuple(found)


def merged_decisions(kept: Sequence[Putusan], before: Sequence[Putusan], now: Sequence[Putusan]) -> tuple[Putusan, ...]:
    """The decisions in the file after a page that said `before` says `now`: what it took back goes, what it added comes
    to the end, in the place of another one about the same; whatever else stands in the file stays."""
    added = [one for one in now if one not in before]
    taken = [one for one in before if one not in now]
    settled = {_subject(one) for one in added}
    rest = [one for one in kept if one not in taken and _subject(one) not in settled]
    return (*rest, *added)


def _subject(decision: Putusan) -> tuple[str, ...]:
    """What a decision is about: two about the same can't both hold."""
    if isinstance(decision, SalahKetik):
        return decision.JENIS, decision.tempat, decision.tercetak
    if isinstance(decision, BacaTeks | Benar):
        return BACA, decision.tempat
    column = decision.kolom if isinstance(decision, PeranKolom) else ""
    return BACA, decision.tempat, decision.TINDAKAN, column


def _about(file: KoreksiFile, decisions: tuple[Putusan, ...], digest: str, name: str) -> KoreksiFile:
    """The file with these decisions, which names the source."""
    sumber, berkas = dict.fromkeys((*file.sumber, digest)), dict.fromkeys((*file.berkas, name))
    return KoreksiFile(decisions, tuple(sumber), tuple(berkas))
