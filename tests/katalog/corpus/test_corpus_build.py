"""A corpus from many sources: what is in it, what is done twice, and what a stop leaves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cetak import decree
from project import ROOT

from extract.read.pdf.options import PdfOptions
from katalog.corpus.folder import CorpusFolder
from katalog.corpus.listing import listed_sources
from katalog.corpus.record import Manner, SourceRecord
from katalog.corpus.run import CorpusRun, build_corpus
from katalog.errors import KatalogError
from katalog.front import build

distributed = pytest.importorskip("distributed", reason="dask is not installed")
duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")

MANNER = Manner(PdfOptions())


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    """Dask within this process: quick to start."""
    cluster = distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None)
    with cluster, distributed.Client(cluster) as client:
        yield client


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two offices with a file of the same name each, and one file that holds no decree."""
    folder = tmp_path / "arsip"
    for name, pages in (("dinas-a", 1), ("dinas-b", 2)):
        (folder / name).mkdir(parents=True)
        (folder / name / "keputusan.pdf").write_bytes(decree(pages))
    (folder / "surat.txt").write_text("Selamat pagi.\n")
    (folder / "koreksi.db").write_text("bukan sumber")
    return folder


def run(folder: Path, corpus: Path, client: Any, **options: bool) -> CorpusRun:
    @contextmanager
    def engine() -> Iterator[Any]:
        yield client

    return build_corpus(listed_sources([str(folder)]), CorpusFolder(str(corpus)), engine, MANNER, **options)


def everything(corpus: Path) -> dict[str, bytes]:
    return {str(file.relative_to(corpus)): file.read_bytes() for file in sorted(corpus.rglob("*")) if file.is_file()}


def test_each_source_becomes_a_catalogue_and_a_line_of_the_manifest(archive: Path, tmp_path: Path, client: Any) -> None:
    made = run(archive, tmp_path / "korpus", client)
    assert [(one.sumber, one.keputusan, one.keluar, one.baris) for one in made.records] == [
        ("dinas-a/keputusan.pdf", "dinas-a-keputusan", 0, 1),
        ("dinas-b/keputusan.pdf", "dinas-b-keputusan", 0, 2),
        ("surat.txt", "surat", 2, 0),
    ]
    assert "indikator" in made.records[2].kesalahan
    assert list(CorpusFolder(str(tmp_path / "korpus")).ended().values()) == list(made.records)
    assert {file.name for file in (tmp_path / "korpus" / "katalog").iterdir()} == {
        "dinas-a-keputusan.json",
        "dinas-b-keputusan.json",
    }
    assert not (tmp_path / "korpus" / "kerja").exists() or not any((tmp_path / "korpus" / "kerja").iterdir())


def test_a_catalogue_of_the_corpus_is_that_of_build(archive: Path, tmp_path: Path, client: Any) -> None:
    source = ROOT / "corpus" / "contoh-lama" / "contoh-lama.pdf"
    shutil.copy(source, archive / "contoh-lama.pdf")
    run(archive, tmp_path / "korpus", client)
    from katalog.store.canonical import canonical_pieces

    assert (tmp_path / "korpus/katalog/contoh-lama.json").read_bytes() == b"".join(canonical_pieces(build(source)))


def test_the_tables_hold_the_rows_of_all_catalogues(archive: Path, tmp_path: Path, client: Any) -> None:
    run(archive, tmp_path / "korpus", client)
    files = tmp_path / "korpus/tabel/indikator/**/*.parquet"
    found = duckdb.sql(f"SELECT keputusan, row, indikator, target_value FROM '{files}' ORDER BY ALL").fetchall()
    assert found == [
        ("dinas-a-keputusan", 1, "Jumlah data", 3),
        ("dinas-b-keputusan", 1, "Jumlah data", 3),
        ("dinas-b-keputusan", 1, "Jumlah data", 3),
    ]


def test_nothing_is_done_twice(archive: Path, tmp_path: Path, client: Any) -> None:
    run(archive, tmp_path / "korpus", client)
    before = everything(tmp_path / "korpus")
    again = run(archive, tmp_path / "korpus", client)
    assert again.built == frozenset() and again.shares == 0
    assert everything(tmp_path / "korpus") == before
    assert run(archive, tmp_path / "korpus", client, again=True).built == {"surat.txt"}


def test_what_changed_is_built_again_and_gives_what_a_new_corpus_gives(
    archive: Path, tmp_path: Path, client: Any
) -> None:
    run(archive, tmp_path / "korpus", client)
    (archive / "dinas-b" / "keputusan.pdf").write_bytes(decree(3))
    (archive / "dinas-a" / "koreksi.toml").write_text("")
    (archive / "surat.txt").unlink()
    made = run(archive, tmp_path / "korpus", client, prune=True)
    assert made.built == {"dinas-b/keputusan.pdf"}
    run(archive, tmp_path / "baru", client)
    assert everything(tmp_path / "korpus") == everything(tmp_path / "baru")


def test_a_source_that_is_gone_stays_until_it_is_pruned(archive: Path, tmp_path: Path, client: Any) -> None:
    run(archive, tmp_path / "korpus", client)
    shutil.rmtree(archive / "dinas-a")
    assert len(run(archive, tmp_path / "korpus", client).records) == 3
    assert len(run(archive, tmp_path / "korpus", client, prune=True).records) == 2
    assert not (tmp_path / "korpus/katalog/dinas-a-keputusan.json").exists()


def test_a_stopped_run_goes_on_where_it_was(archive: Path, tmp_path: Path, client: Any) -> None:
    run(archive, tmp_path / "utuh", client)

    class Stop(Exception):
        pass

    def stop(record: SourceRecord, done: int, total: int) -> None:
        if done == 2:
            raise Stop

    @contextmanager
    def engine() -> Iterator[Any]:
        yield client

    corpus = CorpusFolder(str(tmp_path / "korpus"))
    with pytest.raises(Stop):
        build_corpus(listed_sources([str(archive)]), corpus, engine, MANNER, told=stop)
    assert not corpus.ended() and len(corpus.begun()) >= 2
    went_on = run(archive, tmp_path / "korpus", client)
    assert len(went_on.built) <= 1
    assert everything(tmp_path / "korpus") == everything(tmp_path / "utuh")


def test_two_runs_do_not_write_one_corpus(archive: Path, tmp_path: Path, client: Any) -> None:
    with (
        CorpusFolder(str(tmp_path / "korpus")).alone(),
        pytest.raises(KatalogError, match="sedang ditulis oleh proses lain"),
    ):
        run(archive, tmp_path / "korpus", client)
    assert run(archive, tmp_path / "korpus", client).built


def test_a_corpus_in_a_store_is_that_on_a_disk(archive: Path, tmp_path: Path, client: Any) -> None:
    """`memory://` is the store of this process, of the same protocol as S3."""
    import fsspec

    store = fsspec.filesystem("memory")
    for file in archive.rglob("*"):
        if file.is_file():
            store.pipe_file(f"/arsip/{file.relative_to(archive)}", file.read_bytes())

    @contextmanager
    def engine() -> Iterator[Any]:
        yield client

    corpus = CorpusFolder("memory://korpus")
    made = build_corpus(listed_sources(["memory://arsip"]), corpus, engine, MANNER)
    run(archive, tmp_path / "korpus", client)
    held = {name[len("/korpus/") :]: store.cat_file(name) for name in store.find("/korpus")}
    on_disk = {name: data for name, data in everything(tmp_path / "korpus").items() if name != ".kunci"}
    assert held == on_disk and len(made.records) == 3


def test_sources_of_one_name_are_refused(tmp_path: Path) -> None:
    for name in ("a.pdf", "a.txt"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(KatalogError, match=r"a\.txt.*sama dengan katalog dari .*a\.pdf"):
        listed_sources([str(tmp_path)])


def test_a_list_names_sources(archive: Path, tmp_path: Path) -> None:
    listed = tmp_path / "daftar.txt"
    listed.write_text(f"# arsip tahun ini\n{archive}/dinas-a\n\n{archive}/surat.txt\n")
    assert [one.name for one in listed_sources([], [str(listed)])] == ["keputusan.pdf", "surat.txt"]
    with pytest.raises(KatalogError, match="tidak ditemukan"):
        listed_sources([str(tmp_path / "tiada")])
