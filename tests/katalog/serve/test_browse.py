"""The pages of a folder: list, decree, unit, jabatan with its history, search; the index that follows files."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from served import TOKEN, Served, served, two_revisions, words

from bahasa.temuan import row_of_field
from katalog.front import build, read, save
from katalog.serve.guard import HEADERS
from katalog.serve.passages import passages_of
from katalog.serve.search import matching
from katalog.show.browse.charts import points
from katalog.show.tables.printed import printed_things
from schemas.decree import Text


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("katalog")
    two_revisions(folder)
    return folder


@pytest.fixture(scope="module")
def server(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(made, tmp_path_factory.mktemp("indeks") / "i.sqlite") as one:
        yield one


def links(page: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="([^"#]*)', page) if link and not link.startswith("data:")]


def test_the_list_names_every_catalogue(server: Served) -> None:
    said = words(server.page())
    assert "contoh-lama.pdf" in said and "contoh-baru.pdf" in said


def test_every_link_leads_to_a_page(server: Served) -> None:
    """All links of one catalogue's pages but those to the page that checks, which reads the source."""
    waiting, seen = [f"/{TOKEN}/"], set()
    while waiting:
        address = waiting.pop()
        if address in seen or "contoh-lama" in address or "/cari" in address or address.endswith("/periksa"):
            continue
        seen.add(address)
        answer = server.client.get(address)
        assert answer.status == 200, address
        waiting += links(answer.text)
    assert len(seen) > 20 and any("/unit/" in one for one in seen) and any("/riwayat" in one for one in seen)


def test_a_jabatan_shows_all_that_is_printed_of_it(server: Served, made: Path) -> None:
    catalogue = read(made / "contoh-baru.json")
    for number, block in enumerate(catalogue.blocks[:6]):
        said = words(server.page(f"katalog/contoh-baru/jabatan/{number + 1}"))
        shown = [block.jabatan, *(entry.text for entry in block.fungsi)]
        shown += [cell.text for row in block.rows for cell in row.cells.values()]
        for text in shown:
            assert " ".join(text.as_printed.split()) in said
            assert " ".join((text.value or "").split()) in said


def test_a_jabatan_has_its_history(server: Served) -> None:
    said = words(server.page("katalog/contoh-baru/jabatan/3"))
    assert "berubah Target: 1 dokumen → 3 dokumen" in said and "build --previous" in said
    # and the older revision tells the same
    assert "berubah Target: 1 dokumen → 3 dokumen" in words(server.page("katalog/contoh-lama/jabatan/3"))


def test_changes_by_kind_and_the_matriks(server: Served) -> None:
    said = words(server.page("katalog/contoh-lama/riwayat"))
    assert "Dari contoh-lama menjadi contoh-baru" in said and "Diubah 19" in said and "muncul" in said
    page = server.page("sandingan/contoh-lama/contoh-baru")
    assert 'id="semula-' in page and 'id="menjadi-' in page


def test_all_texts_can_be_found(server: Served, made: Path) -> None:
    """Whatever the catalogue prints is in a passage, and every passage is found by its words."""
    catalogue = read(made / "contoh-lama.json")
    passages = passages_of(catalogue)
    printed = {t.model.as_printed for t in printed_things(catalogue) if isinstance(t.model, Text)} - {""}
    assert printed == printed & {text for one in passages for text in one.texts}
    for passage in passages[::17]:
        asked = " ".join(re.findall(r"\w+", passage.text)[:6])
        if asked:
            question = {"q": asked, "keputusan": "contoh-lama", "bagian": passage.part}
            found = server.client.get(f"/{TOKEN}/cari", question).text
            assert f"#p{passage.path.replace('/', '-').replace('.', '-')}" in found, asked


def test_search_says_how_many_and_narrows(server: Served) -> None:
    said = words(server.page("cari?q=dokumen+lapor"))
    assert re.search(r"\d+ bagian ditemukan", said)
    narrowed = server.page("cari?q=dokumen+lapor&keputusan=contoh-baru&bagian=fungsi")
    assert "<mark>" in narrowed and "· Baris indikator" not in words(narrowed)
    assert "Tidak ada bagian yang cocok." in words(server.page("cari?q=xyzzy"))
    assert "Tidak ada bagian yang cocok." in words(server.page("cari?q=%22*-"))


def test_a_finding_is_a_facet_that_leads_to_its_rows(server: Served, made: Path) -> None:
    catalogue = read(made / "contoh-baru.json")
    position = {(block.kind, block.order): n for n, block in enumerate(catalogue.blocks)}
    found = [one for one in catalogue.findings if one.code == "tahun-tidak-seragam"]
    about = {f"/blocks/{position[one.kind, one.order or 0]}/rows/{(row_of_field(one.field) or 0) - 1}" for one in found}
    page = server.page("cari?temuan=tahun-tidak-seragam&keputusan=contoh-baru")
    assert about and all(f"#p{path.replace('/', '-')}" in page for path in about)


def test_the_facets_of_a_folder_count_every_passage_once(server: Served) -> None:
    with server.shelf.opened() as index:
        total = index.execute("SELECT count(*) FROM passage").fetchone()[0]
        assert index.execute("SELECT count(*) FROM words").fetchone()[0] == total
    assert f"{total} bagian ditemukan" in words(server.page("cari"))


@pytest.mark.parametrize(
    ("words_", "expected"),
    [
        ("dokumen lapor", '"dokumen"* "lapor"*'),
        ('"laporan kinerja" 1.000', '"laporan kinerja" "1.000"*'),
        ('" OR NEAR(', '"OR"* "NEAR("*'),
        ("* ( -", ""),
    ],
)
def test_words_are_words_and_no_syntax(words_: str, expected: str) -> None:
    assert matching(words_) == expected


@pytest.mark.parametrize(
    "asked", ["'; DROP TABLE passage; --", '"', "a*b:c^d", "NOT x", "{col}: y", "\x00", "%00", "𝔸" * 400]
)
def test_no_words_break_the_search(server: Served, asked: str) -> None:
    for name in ("q", "unit", "temuan"):
        assert server.client.get(f"/{TOKEN}/cari", params={name: asked}).status == 200


def test_english(made: Path, tmp_path: Path) -> None:
    with served(made, tmp_path / "i.sqlite", "en") as server:
        assert "Decrees of this folder" in words(server.page())
        page = server.page("katalog/contoh-baru/jabatan/3")
        assert '<html lang="en">' in page and "History over the revisions" in words(page)


def test_the_index_follows_the_files(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "k"
    folder.mkdir()
    with served(folder, tmp_path / "i.sqlite") as server:
        assert "belum berisi katalog" in words(server.page())
        (folder / "dalam").mkdir()
        shutil.copy(made / "contoh-lama.json", folder / "dalam" / "Nama Lain.json")
        server.shelf.refresh(at_once=True)
        (key,) = {link.split("/")[3] for link in links(server.page()) if "/katalog/" in link}
        assert key.startswith("nama-lain.")
        server.page(f"katalog/{key}")
        # another content under the same name
        data = json.loads((made / "contoh-lama.json").read_text(encoding="utf-8"))
        data["decree"]["tentang"] = "Tentang Hal Lain"
        (folder / "dalam" / "Nama Lain.json").write_text(json.dumps(data), encoding="utf-8")
        server.shelf.refresh(at_once=True)
        assert "Tentang Hal Lain" in words(server.page())
        shutil.rmtree(folder / "dalam")
        (folder / "lain.json").write_text('{"a": 1}', encoding="utf-8")
        (folder / "rusak.json").write_bytes(b"\xff\xfe{")
        server.shelf.refresh(at_once=True)
        said = words(server.page())
        assert "2 berkas JSON bukan katalog" in said and "Hal Lain" not in said
        server.page(f"katalog/{key}", 404)
        with server.shelf.opened() as index:
            assert index.execute("SELECT count(*) FROM words").fetchone()[0] == 0


def test_a_second_start_reads_nothing_again(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(made, tmp_path / "i.sqlite") as server:
        server.page()
    monkeypatch.setattr("katalog.serve.shelf.read", lambda path: pytest.fail(f"{path} read again"))
    with served(made, tmp_path / "i.sqlite") as server:
        assert "contoh-baru.pdf" in words(server.page())


@pytest.mark.parametrize(
    "path",
    ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "katalog/..%2f..%2fetc%2fpasswd", "katalog//etc/passwd",
     "katalog/%2e%2e%2fcontoh-lama.json", "katalog/contoh-lama.json", "contoh-lama.pdf", "static/x",
     "sandingan/..%2f..%2fetc%2fpasswd/contoh-lama", "katalog/contoh-baru/jabatan/0",
     "katalog/contoh-baru/jabatan/999", "katalog/contoh-baru/unit/99"],
)  # fmt: skip
def test_no_path_leads_out_or_to_a_file(server: Served, path: str) -> None:
    answer = server.client.get(f"/{TOKEN}/{path}")
    assert answer.status in (400, 404) and "root:" not in answer.text


def test_a_link_out_of_the_folder_is_not_followed(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "k"
    folder.mkdir()
    (folder / "keluar.json").symlink_to(made / "contoh-lama.json")
    with served(folder, tmp_path / "i.sqlite") as server:
        assert "contoh-lama" not in server.page()


def test_every_answer_has_the_headers(server: Served) -> None:
    for path in (f"/{TOKEN}/", f"/{TOKEN}/tidak", "/salah/", f"/{TOKEN}/cari?q=x"):
        answer = server.client.get(path)
        for name, value in HEADERS:
            assert answer.headers[name.decode()] == value.decode()
        if answer.status == 200:
            assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in answer.text
            assert "<script" not in answer.text


def test_nothing_is_said_without_the_token(server: Served) -> None:
    answer = server.client.get("/")
    assert answer.status == 404 and "contoh" not in answer.text and TOKEN not in answer.text


def test_decrees_of_one_agency_are_a_history_too(made: Path, tmp_path: Path) -> None:
    """Without ids carried over: the same agency, the same kinds of tables, by date."""
    folder = tmp_path / "k"
    folder.mkdir()
    for year, name in ((2022, "contoh-lama"), (2023, "contoh-baru")):
        catalogue = build(made / f"{name}.pdf")
        decree = catalogue.decree.model_copy(update={"instansi": "BADAN CONTOH", "tahun": year})
        save(catalogue.model_copy(update={"decree": decree}), folder / f"{name}.json")
    with served(folder, tmp_path / "i.sqlite") as server:
        said = words(server.page("katalog/contoh-baru/riwayat"))
        assert "instansi yang sama" in said and "Diubah 19" in said


def test_a_chart_says_its_numbers() -> None:
    from decimal import Decimal

    drawn = points([("2022", Decimal(80), "80"), ("2023", Decimal("85.5"), "85,5")], "Target <%>")
    assert 'aria-label="Target &lt;%&gt;: 2022 80; 2023 85,5"' in drawn


def test_an_index_of_another_version_is_made_anew(made: Path, tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "i.sqlite"
    with served(made, path) as server:
        server.page()
    with sqlite3.connect(path) as index:
        index.execute("PRAGMA user_version = 1")
        index.execute("UPDATE catalogue SET tentang = 'LAMA'")
    with served(made, path) as server:
        said = words(server.page())
        assert "LAMA" not in said and "contoh-lama.pdf" in said
        assert re.search(r"\d+ bagian ditemukan", words(server.page("cari?q=dokumen")))
