"""The folder of a corpus, on a disk or in a store that fsspec knows:

manifest.csv                        a line a source: what became of it
katalog/<slug>.json                 the catalogues
dasar/, perubahan/, fakta/          of revisions (katalog.corpus.chains, .facts)
tabel/<table>/tahun_terbit=2022/porsi=3/data.parquet
kerja/<slug>.json                   what became of sources of a run that has not ended
.kunci                              one run at a time
.bagian                             shares that a run that has not ended began to write
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from katalog.corpus.listing import opened_address
from katalog.corpus.record import SourceRecord, records_csv, records_of
from katalog.errors import KatalogError
from katalog.store.files import os_reason, write
from schemas.catalogue import Catalogue

_MANIFEST = "manifest.csv"
_LOCK = ".kunci"
_SHARES = ".bagian"
_TABLE = re.compile(r"\w+")
#: What to do about tables that are damaged, or of a build that had others: a run writes those that are not there.
TABLES_ANEW = "Hapus folder tabel di dalam korpus itu, lalu bangun lagi: katalog corpus build SUMBER -o KORPUS"


@dataclass(frozen=True, slots=True)
class CorpusFolder:
    """A corpus by its address. Every file is written whole or not at all."""

    address: str

    def put(self, name: str, data: bytes | Iterable[bytes]) -> None:
        """Write a file of the corpus; KatalogError where that can't be."""
        system, root = opened_address(self.address)
        if _is_local(system):
            write(Path(root) / name, data)
            return
        try:
            # a store shows an object when it is there as a whole
            system.pipe_file(f"{root}/{name}", data if isinstance(data, bytes) else b"".join(data))
        except OSError as error:
            raise KatalogError(
                f"{self.address}/{name}: Berkas tidak dapat ditulis ({error}).", "Periksa ruang dan izinnya."
            ) from error

    def get(self, name: str) -> bytes | None:
        """A file of the corpus, None where there is none."""
        system, root = opened_address(self.address)
        try:
            data: bytes = system.cat_file(f"{root}/{name}")
        except FileNotFoundError:
            return None
        return data

    def catalogue(self, slug: str) -> Catalogue:
        """A catalogue of the corpus; KatalogError where there is none of this slug."""
        if (data := self.get(f"katalog/{slug}.json")) is None:
            raise KatalogError(f"{self.address}: Korpus ini tidak memuat katalog {slug}.", "Lihat manifest.csv-nya.")
        return Catalogue.model_validate_json(data)

    def first_catalogue(self, slug: str) -> bytes:
        """A catalogue as it was built, before ids of an earlier revision were carried to it."""
        packed = self.get(f"dasar/{slug}.json.gz")
        data = gzip.decompress(packed) if packed else self.get(f"katalog/{slug}.json")
        assert data is not None, slug  # its record says that it was built
        return data

    def drop_decree(self, slug: str) -> None:
        """Forget a catalogue and what was made of it, in the order in which a stop in between does no harm: what has no
        catalogue is built anew."""
        places = ("katalog/{}.json", "dasar/{}.json.gz", "perubahan/{}.json", "fakta/{}.json")
        self.drop(place.format(slug) for place in places)

    def names(self, folder: str) -> set[str]:
        """All files in a folder of the corpus, by their path below it."""
        system, root = opened_address(self.address)
        place = f"{root}/{folder}"
        if not system.isdir(place):
            return set()
        return {file[len(place) + 1 :] for file in system.find(place) if "/." not in file[len(root) :]}

    def table_names(self) -> tuple[str, ...]:
        """The tables that the corpus has. KatalogError where it is none, or has no catalogue."""
        named = {name.partition("/")[0] for name in self.names("tabel")}
        if found := tuple(sorted(name for name in named if _TABLE.fullmatch(name))):
            return found
        cause = f"{self.address}: Bukan korpus, atau belum ada keputusan di dalamnya."
        raise KatalogError(cause, "Bangun dahulu: katalog corpus build SUMBER -o KORPUS")

    def drop(self, names: Iterable[str]) -> None:
        """Remove files of the corpus that are there."""
        system, root = opened_address(self.address)
        for name in names:
            if system.isfile(f"{root}/{name}"):
                system.rm_file(f"{root}/{name}")

    def ended(self) -> dict[str, SourceRecord]:
        """What became of the sources, by their names, in the runs that have ended: the tables hold these."""
        try:
            return {record.sumber: record for record in records_of(self.get(_MANIFEST) or b"")}
        except (ValueError, TypeError, KeyError) as error:
            raise KatalogError(
                f"{self.address}/{_MANIFEST}: Berkas ini bukan manifes korpus.", "Hapus berkas itu, lalu bangun lagi."
            ) from error

    def begun(self) -> dict[str, SourceRecord]:
        """What became of sources in a run that was stopped, by their names."""
        return {record.sumber: record for name in sorted(self.names("kerja")) if (record := self._noted(name))}

    def require(self) -> None:
        """KatalogError where there is no corpus at this address, or none that was built to its end."""
        if self.get(_MANIFEST) is None:
            raise KatalogError(
                f"{self.address}: Di sini tidak ada korpus yang selesai dibangun.",
                "Bangun dahulu dengan katalog corpus build, atau periksa alamatnya.",
            )

    def close(self, records: Iterable[SourceRecord]) -> None:
        """End a run: its manifest is written; what it kept for the case of a stop goes, and catalogues of sources that
        have none any more."""
        ended = list(records)
        self.put(_MANIFEST, records_csv(ended))
        self.drop([_SHARES, *(f"kerja/{name}" for name in self.names("kerja"))])
        built = {f"{record.keputusan}.json" for record in ended if record.built}
        revisions = {f"{record.keputusan}.json" for record in ended if record.built and record.merevisi}
        for folder, held in (("katalog", built), ("fakta", built), ("perubahan", revisions)):
            self.drop(f"{folder}/{name}" for name in self.names(folder) - held)
        self.drop(f"dasar/{name}" for name in self.names("dasar") - {f"{name}.gz" for name in revisions})
        self._drop_unfinished()

    def _drop_unfinished(self) -> None:
        """Remove what a process was writing when it was killed: `.manifest.csv.x3f9`."""
        system, root = opened_address(self.address)
        if _is_local(system):
            for file in system.find(root):
                if (name := Path(file).name).startswith(".") and name not in (_LOCK, _SHARES):
                    Path(file).unlink(missing_ok=True)

    def begin_shares(self, shares: Iterable[str]) -> None:
        """Keep which shares are about to be written: they are no longer those of the manifest."""
        self.put(_SHARES, "\n".join(sorted({*shares} | self.begun_shares())).encode())

    def begun_shares(self) -> set[str]:
        """The shares that a run began to write that has not ended."""
        return {*(self.get(_SHARES) or b"").decode().split()}

    def note(self, record: SourceRecord) -> None:
        """Keep what became of a source, for the case that the run is stopped."""
        self.put(f"kerja/{record.keputusan}.json", json.dumps(asdict(record)).encode())

    def noted(self, slug: str) -> SourceRecord | None:
        """What is kept of a source."""
        return self._noted(f"{slug}.json")

    def forget(self, slug: str) -> None:
        """Keep nothing of a source any more."""
        self.drop([f"kerja/{slug}.json"])

    def _noted(self, name: str) -> SourceRecord | None:
        data = self.get(f"kerja/{name}")
        return SourceRecord(**json.loads(data)) if data else None

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While one run writes; KatalogError where another one does."""
        system, root = opened_address(self.address)
        with _locked_file(Path(root) / _LOCK) if _is_local(system) else _locked_object(system, f"{root}/{_LOCK}"):
            yield


def _is_local(system: Any) -> bool:
    return "file" in ([system.protocol] if isinstance(system.protocol, str) else system.protocol)


@contextmanager
def _locked_file(path: Path) -> Iterator[None]:
    """The system lets go of the lock when the process ends, however it ends."""
    import fcntl

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("a")
    except OSError as error:
        cause = f"{path.parent}: Folder korpus tidak dapat ditulis ({os_reason(error)})."
        raise KatalogError(cause, "Pilih folder lain.") from error
    with stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise _taken(str(path.parent), "Tunggu sampai selesai, lalu jalankan lagi.") from error
        yield


@contextmanager
def _locked_object(system: Any, path: str) -> Iterator[None]:
    """A store has no locks that end with a process: an object says that a run is on its way."""
    if system.exists(path):
        raise _taken(path, "Tunggu sampai selesai; bila proses itu sudah mati, hapus objek tersebut.")
    system.pipe_file(path, b"")
    try:
        yield
    finally:
        system.rm_file(path)


def _taken(where: str, remedy: str) -> KatalogError:
    return KatalogError(f"{where}: Korpus ini sedang ditulis oleh proses lain.", remedy)
