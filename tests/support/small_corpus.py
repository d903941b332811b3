"""A corpus of a few catalogues, written without any worker: decrees of offices that do not exist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from project import ROOT

from katalog.corpus.folder import CorpusFolder
from katalog.corpus.record import SourceRecord, share_of
from katalog.corpus.shares import write_share
from katalog.errors import OK
from katalog.front import build, diff
from katalog.store.canonical import canonical_pieces
from schemas.catalogue import Catalogue

#: Slug, the example that it is made from, whose decree it is, and when it was signed.
OFFICES = (
    ("dinas-a-2022", "contoh-lama", "KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN ARJASARI", "2022-01-31"),
    ("dinas-a-2023", "contoh-baru", "KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN ARJASARI", "2023-01-31"),
    ("dinas-b-2023", "contoh-lama", "KEPUTUSAN KEPALA DINAS SOSIAL KOTA BENTANG LAUT", "2023-02-01"),
    ("tanpa-kepala", "contoh-baru", "", ""),
)


@cache
def example(name: str) -> Catalogue:
    """The catalogue of an example of `corpus/`."""
    return build(ROOT / "corpus" / name / f"{name}.pdf")


def catalogues() -> list[Catalogue]:
    """Those of `OFFICES`."""
    return [issued(example(name), slug, called, signed) for slug, name, called, signed in OFFICES]


def issued(catalogue: Catalogue, slug: str, called: str, signed: str) -> Catalogue:
    """The same as another office's."""
    decree = catalogue.decree.model_copy(
        update={
            "jenis": called or None,
            "tahun": int(signed[:4]) if signed else None,
            "ditetapkan": catalogue.decree.ditetapkan.model_copy(update={"tanggal": signed or None}),
        }
    )
    source = catalogue.source.model_copy(update={"slug": slug, "file": f"{slug}.pdf"})
    return catalogue.model_copy(update={"decree": decree, "source": source})


def write_corpus(
    folder: Path | str, held: Iterable[Catalogue], revises: Mapping[str, str] | None = None
) -> CorpusFolder:
    """A corpus of these catalogues; `revises` has the slug of the earlier revision by that of the later one."""
    corpus, shares = CorpusFolder(str(folder)), defaultdict(list)
    catalogues = {one.source.slug: one for one in held}
    earlier = {new: old for new, old in (revises or {}).items() if new in catalogues}
    for slug, one in catalogues.items():
        corpus.put(f"katalog/{slug}.json", canonical_pieces(one))
        shares[share_of(one)].append(_record(one, earlier.get(slug, "")))
    for new, old in earlier.items():
        corpus.put(f"perubahan/{new}.json", canonical_pieces(diff(catalogues[old], catalogues[new])))
    for share, records in shares.items():
        write_share((share, sorted(records, key=lambda one: one.keputusan)), corpus)
    corpus.close([record for records in shares.values() for record in records])
    return corpus


def _record(one: Catalogue, merevisi: str) -> SourceRecord:
    rows = sum(len(block.rows) for block in one.blocks)
    made = SourceRecord(one.source.file, one.source.slug, "", one.source.sha256, 0, bagian=share_of(one), baris=rows)
    return replace(made, keluar=OK, merevisi=merevisi, dasar_revisi="daftar" if merevisi else "")
