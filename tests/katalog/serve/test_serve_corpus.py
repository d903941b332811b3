"""The pages of a corpus: the search over all its indikator, and from there to the pages of each catalogue."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from project import ROOT
from served import Served, served, words
from small_corpus import catalogues, issued, write_corpus

from katalog.decisions import decisions_in
from katalog.front import build

pytest.importorskip("duckdb", reason="duckdb is not installed")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("korpus") / "k"
    write_corpus(folder, catalogues())
    return folder


@pytest.fixture(scope="module")
def server(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(corpus, tmp_path_factory.mktemp("indeks") / "i.sqlite") as one:
        yield one


def links(page: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="([^"]*)"', page)]


def test_one_begins_with_the_search(server: Served) -> None:
    said = words(server.page())
    rows = sum(len(block.rows) for one in catalogues() for block in one.blocks)
    assert f"{rows} indikator ditemukan" in said
    for facet in ("Wilayah", "Kantor", "Tahun", "Jenis", "Temuan"):
        assert facet in said
    assert "Kota Bentang Laut" in said and "Tanpa tahun" in said


def test_a_hit_leads_to_its_row_on_the_page_of_its_catalogue(server: Served) -> None:
    page = server.page("cari?q=penyusunan+dokumen&kantor=Dinas+Sosial")
    assert "<mark>" in page and "Dinas Kesehatan ·" not in words(page)
    found = [one for one in links(page) if "/jabatan/" in one]
    assert found and all("/katalog/dinas-b-2023/" in one for one in found)
    titles = [unescape(one) for one in re.findall(r'class="title" href="[^"]*">([^<]*)<', page)]
    for link, title in list(zip(found, titles, strict=True))[:5]:
        address, _, anchor = link.partition("#")
        row = server.page(address.partition(f"/{server.gate.token}/")[2])
        assert f'id="{anchor}"' in row
        assert title in words(row.partition(f'id="{anchor}"')[2])


def test_facets_narrow_down_and_can_be_undone(server: Served) -> None:
    page = server.page("cari?q=dokumen&tahun=2023&wilayah=Kabupaten+Arjasari")
    assert re.search(r'name="tahun" value="2023"', page) and "hapus pilihan" in words(page)
    assert set(re.findall(r"/katalog/([^/]*)/", page)) == {"dinas-a-2023"}
    finding = next(one for one in links(server.page()) if "temuan=" in one)
    assert "indikator ditemukan" in words(server.page(finding.partition(f"/{server.gate.token}/")[2]))


def test_every_page_of_a_catalogue_is_there(server: Served) -> None:
    for path in ("", "/jabatan/2", "/unit/1", "/riwayat"):
        assert server.page(f"katalog/dinas-a-2023{path}")
    listed = words(server.page("keputusan"))
    assert "dinas-a-2022.pdf" in listed and "Dinas Kesehatan, Kabupaten Arjasari" in listed
    # decrees of one office are told as revisions, and those of another one are none of them
    told = server.page("katalog/dinas-a-2023/riwayat")
    assert "dinas-a-2022" in told and "dinas-b-2023" not in told
    server.page("katalog/tiada", 404)


def test_nothing_found_and_odd_questions(server: Served) -> None:
    assert "Tidak ada bagian yang cocok." in words(server.page("cari?q=kudanil"))
    for odd in ("q=%27%22%3B--", "q=dan", "tahun=abc", "halaman=999999", "q=%00", "wilayah=%25", f"q={'a+' * 200}"):
        assert server.page(f"cari?{odd}")


def test_a_corpus_that_is_built_again_is_shown_at_once(tmp_path: Path) -> None:
    write_corpus(tmp_path / "k", catalogues()[:1])
    with served(tmp_path / "k", tmp_path / "i.sqlite") as server:
        assert "Kota Bentang Laut" not in words(server.page())
        shutil.rmtree(tmp_path / "k" / "tabel")
        write_corpus(tmp_path / "k", catalogues())
        assert "Kota Bentang Laut" in words(server.page())
        assert server.page("katalog/dinas-b-2023")


def test_a_decision_goes_beside_the_source_and_the_corpus_stays(tmp_path: Path) -> None:
    source = tmp_path / "arsip" / "contoh.pdf"
    source.parent.mkdir()
    shutil.copy(ROOT / "corpus" / "contoh-lama" / "contoh-lama.pdf", source)
    write_corpus(tmp_path / "k", [issued(build(source), "contoh", "KEPUTUSAN BUPATI PASER", "2022-01-31")])
    before = {path: path.read_bytes() for path in (tmp_path / "k").rglob("*") if path.is_file()}
    with served(tmp_path / "k", tmp_path / "i.sqlite", sources=[source.parent]) as server:
        (address,) = re.findall(r'"address":"([^"]*)"', server.page("katalog/contoh/periksa"))
        decision = {"jenis": "benar", "tempat": "IKI/1/tugas"}
        status, said = server.post(address.partition(f"/{server.gate.token}/")[2], {"decisions": [decision]})
    assert status == 200 and "katalog corpus build" in said["failed"]
    assert len(decisions_in(source.with_name("contoh.koreksi.toml")).putusan) == 1
    assert {path: path.read_bytes() for path in (tmp_path / "k").rglob("*") if path.is_file()} == before


def test_no_decision_is_taken_that_the_next_run_would_lose(server: Served) -> None:
    """Without its source there is nothing beside which it could be kept."""
    said = words(server.page("katalog/dinas-a-2022/periksa", 500))
    assert "--sources" in said and "Sumber keputusan ini tidak ditemukan" in said


def test_in_english(corpus: Path, tmp_path: Path) -> None:
    with served(corpus, tmp_path / "i.sqlite", lang="en") as server:
        said = words(server.page("cari?q=dokumen"))
    assert "indicators found" in said and "Region" in said and "Wilayah" not in said
