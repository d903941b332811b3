"""What the revisions of a corpus changed: the table `perubahan`, a row a change, in the share of the newer decree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from bahasa.issuers import office_and_region
from katalog.corpus.folder import TABLES_ANEW, CorpusFolder
from katalog.corpus.record import SourceRecord
from katalog.errors import KatalogError
from schemas.diff import CatalogueDiff, Change

#: The table's name.
CHANGES = "perubahan"
_INTEGERS = ("position", "old_page", "new_page")
#: What each of its columns holds.
CHANGE_COLUMNS: Final = {
    "keputusan": "Slug keputusan yang mengubah.",
    "merevisi": "Slug keputusan yang diubah.",
    "dasar_revisi": "Dari mana hubungan itu diketahui: daftar, mencabut, mengubah (bunyi keputusan), isi (dugaan).",
    "ragu_revisi": "Yang meragukan hubungan itu; kosong bila tidak ada.",
    "kantor": "Kantor yang mengeluarkannya, tanpa daerahnya.",
    "wilayah": "Daerah kantor itu; kosong bila tidak disebut.",
    "tanggal": "Tanggal keputusan itu ditetapkan.",
    "position": "Nomor urut perubahan, seperti dalam katalog diff.",
    "kind": "added, removed, changed, renamed, moved.",
    "object": "Yang berubah: decree, jabatan, tugas, fungsi, sasaran, indikator, ...",
    "nature": "substantive atau editorial.",
    "field": "Kolom atau nilai yang berubah.",
    "jabatan": "Pemangku pada keputusan baru, atau yang lama bila hilang.",
    "indikator": "Indikator pada keputusan baru, atau yang lama bila hilang.",
    "old": "Teks lama seperti tercetak.",
    "new": "Teks baru seperti tercetak.",
    "difference": "Target baru dikurangi target lama; kosong bila bukan dua bilangan sesatuan.",
    "unit": "Satuan selisih itu.",
    "old_id": "Id pada keputusan lama.",
    "new_id": "Id pada keputusan baru.",
    "old_page": "Halaman pada keputusan lama.",
    "new_page": "Halaman pada keputusan baru.",
}


def _schema() -> Any:
    """What the columns mean is in their metadata."""
    import pyarrow

    types = {name: pyarrow.int64() for name in _INTEGERS} | {"difference": pyarrow.float64()}
    fields = [
        pyarrow.field(name, types.get(name, pyarrow.string()), metadata={"description": text})
        for name, text in CHANGE_COLUMNS.items()
    ]
    return pyarrow.schema(fields, metadata={"description": "Satu baris per perubahan dari keputusan terdahulu."})


def changes_table(corpus: CorpusFolder, records: Sequence[SourceRecord]) -> Any:
    """The table of these decrees, a `pyarrow.Table`; those that revise none have no rows."""
    import pyarrow

    rows = [row for record in records if record.merevisi for row in _rows(record, _diff_of(corpus, record))]
    return pyarrow.Table.from_pylist(rows, schema=_schema())


def read_changes(corpus: CorpusFolder, year: int | None = None) -> list[dict[str, Any]]:
    """The changes that the decrees of a year made, in the order of their slugs; of all years without one.

    KatalogError where there is no corpus at this address, or one whose tables are older than this one. The first change
    of a decree has `position` 1.

    >>> from katalog.corpus.folder import CorpusFolder
    >>> rows = read_changes(CorpusFolder("korpus"), 2024)  # doctest: +SKIP
    """
    corpus.require()
    there = corpus.names(f"tabel/{CHANGES}")
    if not there and any(record.built for record in corpus.ended().values()):
        raise KatalogError(f"{corpus.address}: Korpus ini belum mempunyai tabel {CHANGES}.", TABLES_ANEW)
    files = sorted(name for name in there if year is None or f"={year}/" in name)
    rows = (row for name in files for row in _read(corpus, name))
    return sorted(rows, key=lambda row: (row["keputusan"], row["position"]))


def years_of(corpus: CorpusFolder) -> list[int]:
    """The years whose decrees changed something or could have, the oldest first."""
    return sorted({int(name.split("/")[0].partition("=")[2]) for name in corpus.names(f"tabel/{CHANGES}")})


def _read(corpus: CorpusFolder, name: str) -> Iterable[dict[str, Any]]:
    import io

    import pyarrow.parquet

    rows: list[dict[str, Any]] = (
        pyarrow.parquet.ParquetFile(io.BytesIO(corpus.get(f"tabel/{CHANGES}/{name}") or b"")).read().to_pylist()
    )
    return rows


def _diff_of(corpus: CorpusFolder, record: SourceRecord) -> CatalogueDiff:
    data = corpus.get(f"perubahan/{record.keputusan}.json")
    assert data is not None, record.keputusan  # its record says what it revises
    return CatalogueDiff.model_validate_json(data)


def _rows(record: SourceRecord, diff: CatalogueDiff) -> Iterator[dict[str, Any]]:
    office, region = office_and_region((diff.new.instansi, diff.new.jenis), diff.new.tentang)
    head = {
        "keputusan": record.keputusan,
        "merevisi": record.merevisi,
        "dasar_revisi": record.dasar_revisi,
        "ragu_revisi": record.ragu_revisi,
        "kantor": office,
        "wilayah": region,
        "tanggal": diff.new.tanggal,
    }
    for position, change in enumerate(diff.changes, start=1):
        yield head | _row(change) | {"position": position}


def _row(change: Change) -> dict[str, Any]:
    plain = {name: getattr(change, name) for name in CHANGE_COLUMNS if name in type(change).model_fields}
    difference = change.target.difference if change.target else None
    return plain | {
        "jabatan": change.jabatan.new or change.jabatan.old,
        "indikator": change.indikator.new or change.indikator.old,
        "difference": float(difference) if difference else None,
        "unit": change.target.unit if change.target else None,
    }
