"""What became of a source: one line of the corpus' manifest."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields

from extract.read.pdf.options import PdfOptions
from katalog.errors import UNUSABLE
from schemas.catalogue import Catalogue

#: Shares of a year's decrees: a decree always lies in the same one, whatever else comes or goes.
_SHARES = 16


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source of the corpus and what became of it. The fields are the columns of `manifest.csv`, in this order.

    `sumber`: its name; `keputusan`: its catalogue's slug; `kunci`: the digest of all that the catalogue depends on
    (`dependence_of`); `bagian`: the folder of the Parquet tables that has its rows, empty without a catalogue;
    `keluar`: the exit code that `katalog build` would have given; `kesalahan`: why there is no catalogue; `berat`,
    `diperiksa` and `catatan`: findings of severity error, warning and info; `merevisi`: the slug of the decree that it
    revises, `dasar_revisi` how that is known (`katalog.corpus.links`: daftar, mencabut, mengubah, isi), `ragu_revisi`
    what speaks against it; `rantai`: the digest of `kunci` and of all that it revises.
    """

    sumber: str
    keputusan: str
    kunci: str
    sha256: str
    ukuran: int
    bagian: str = ""
    halaman: int | None = None
    tabel: int = 0
    baris: int = 0
    berat: int = 0
    diperiksa: int = 0
    catatan: int = 0
    keluar: int = UNUSABLE
    kesalahan: str = ""
    merevisi: str = ""
    dasar_revisi: str = ""
    ragu_revisi: str = ""
    rantai: str = ""

    @property
    def built(self) -> bool:
        """Whether it has a catalogue."""
        return self.keluar != UNUSABLE


@dataclass(frozen=True, slots=True)
class Manner:
    """How the sources of a corpus are built: as the options of `katalog build`."""

    pdf: PdfOptions
    spelling: bool = True


def dependence_of(sha256: str, koreksi: str, manner: Manner, version: str) -> str:
    """A digest of what a catalogue depends on: the source's bytes, the decisions beside it, how it is read, and the
    program."""
    held = json.dumps([sha256, koreksi, asdict(manner), version], sort_keys=True)
    return hashlib.sha256(held.encode()).hexdigest()


def share_of(catalogue: Catalogue) -> str:
    """The folder of a catalogue's rows below each table: its year, and one of sixteen shares of that year by the digest
    of its slug.

    `tahun_terbit=2022/porsi=3`
    """
    digest = hashlib.sha256(catalogue.source.slug.encode()).digest()
    return f"tahun_terbit={_year(catalogue) or 0}/porsi={digest[0] % _SHARES}"


def _year(catalogue: Catalogue) -> int | None:
    """The year in which the decree was signed, else that of its number, else the one that it is about."""
    decree = catalogue.decree
    if decree.ditetapkan.tanggal:
        return int(decree.ditetapkan.tanggal[:4])
    return decree.tahun or (decree.periode.awal if decree.periode else None)


def records_csv(records: Iterable[SourceRecord]) -> bytes:
    """The manifest: a header and a line a source, by name."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    names = [field.name for field in fields(SourceRecord)]
    writer.writerow(names)
    for record in sorted(records, key=lambda one: one.sumber):
        writer.writerow(["" if (value := getattr(record, name)) is None else value for name in names])
    return stream.getvalue().encode()


def records_of(manifest: bytes) -> list[SourceRecord]:
    """The records of a manifest. ValueError, TypeError or KeyError where it is none."""
    return [_record(line) for line in csv.DictReader(io.StringIO(manifest.decode(), newline=""))]


def _record(line: dict[str, str]) -> SourceRecord:
    numbers = {field.name for field in fields(SourceRecord) if field.type != "str"}
    return SourceRecord(**{name: _number(value) if name in numbers else value for name, value in line.items()})  # type: ignore[arg-type]


def _number(text: str) -> int | None:
    return int(text) if text else None
