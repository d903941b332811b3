"""The page that checks, on the server: decisions are saved as they are made, tabs leave each other alone, the catalogue
is built again."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from served import BARU, LAMA, TOKEN, Served, served, two_revisions

from katalog.decisions import decisions_in
from katalog.front import build, read, save
from katalog.serve.saving import merged_decisions
from normalize.koreksi.file import data_of
from normalize.koreksi.kinds import Benar, SalahKetik

KEY = "contoh-baru"


@pytest.fixture
def folder(tmp_path: Path, made: Path) -> Path:
    shutil.copytree(made, tmp_path / "k")
    return tmp_path / "k"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("katalog")
    two_revisions(folder)
    return folder


@pytest.fixture
def server(folder: Path, tmp_path: Path) -> Iterator[Served]:
    with served(folder, tmp_path / "i.sqlite") as one:
        yield one


def opened_page(server: Served, key: str = KEY) -> tuple[str, dict[str, Any]]:
    """Where a page that is opened now saves, and its data."""
    page = server.page(f"katalog/{key}/periksa")
    (text,) = re.findall(r'<script type="application/json" id="isi">(.*?)</script>', page, re.DOTALL)
    data = json.loads(unescape(text))
    return data["saving"]["address"].removeprefix(f"/{TOKEN}/"), data


def typo(path: str, printed: str, becomes: str) -> dict[str, Any]:
    return data_of(SalahKetik(tempat=path, tercetak=printed, putusan="terima", menjadi=becomes))


def seen(path: str) -> dict[str, Any]:
    return data_of(Benar(tempat=path))


def settled(server: Served, address: str) -> dict[str, Any]:
    """What the page is told when nothing is built any more."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        answer = json.loads(server.client.get(f"/{TOKEN}/{address}").body)
        if not answer.get("building"):
            return answer
        time.sleep(0.3)
    raise AssertionError("still building")


def test_a_decision_is_saved_and_the_catalogue_built_again(server: Served, folder: Path) -> None:
    address, data = opened_page(server)
    assert data["saving"]["token"] == TOKEN and data["shown"]
    before = read(folder / "contoh-baru.json")
    rumus = next(r for b in before.blocks for r in b.rows if "dalma" in r.cells["rumus"].text.as_printed)
    block = next(b for b in before.blocks if rumus in b.rows)
    decision = typo(f"{block.kind}/{block.order}/rows/{rumus.row}/rumus", "SPM", "Surat Perintah Membayar")
    status, told = server.post(address, {"decisions": [decision]})
    assert (status, told) == (200, {"saved": 1, "building": True})
    kept = decisions_in(folder / "contoh-baru.koreksi.toml")
    assert [data_of(one) for one in kept.putusan] == [decision]
    assert kept.sumber == (before.source.sha256,) and kept.berkas == ("contoh-baru.pdf",)
    assert settled(server, address) == {"building": False, "rebuilt": True, "failed": ""}
    after = read(folder / "contoh-baru.json")
    cell = next(r for b in after.blocks for r in b.rows if r.id == rumus.id).cells["rumus"]
    assert cell.text.value is not None and cell.text.value.startswith("Surat Perintah Membayar")
    # ids are still carried over, and the page knows what was decided
    assert after.previous == before.previous
    _, again = opened_page(server)
    assert again["decided"]["koreksi"] == [decision]
    assert "contoh-lama" in server.page(f"katalog/{KEY}/riwayat")


def test_two_tabs_leave_each_other_alone(server: Served, folder: Path) -> None:
    one, other = opened_page(server)[0], opened_page(server)[0]
    first, second, third = (seen(f"IKI/{number}/tugas") for number in (1, 2, 3))
    assert server.post(one, {"decisions": [first]})[1]["saved"] == 1
    # the second tab doesn't know of the first one's decision
    assert server.post(other, {"decisions": [second]})[1]["saved"] == 2
    assert server.post(one, {"decisions": [first, third]})[1]["saved"] == 3
    # and takes back only what is its own
    assert server.post(other, {"decisions": []})[1]["saved"] == 2
    kept = decisions_in(folder / "contoh-baru.koreksi.toml")
    assert [data_of(decision) for decision in kept.putusan] == [first, third]
    settled(server, one)


def test_what_stands_in_the_file_by_hand_stays(server: Served, folder: Path) -> None:
    path = folder / "contoh-baru.koreksi.toml"
    path.write_text(
        '[[koreksi]]\njenis = "benar"\ntempat = "IKI/1/tugas"\nalasan = "tulisan tangan"\n', encoding="utf-8"
    )
    address, data = opened_page(server)
    assert data["decided"]["koreksi"][0]["alasan"] == "tulisan tangan"
    path.write_text(path.read_text(encoding="utf-8") + '[[koreksi]]\njenis = "benar"\ntempat = "IKI/4/tugas"\n')
    assert server.post(address, {"decisions": [*data["decided"]["koreksi"], seen("IKI/2/tugas")]})[1]["saved"] == 3
    settled(server, address)


def test_of_two_about_the_same_the_later_holds() -> None:
    old = SalahKetik(tempat="IKI/1/tugas", tercetak="yag", putusan="tolak")
    new = SalahKetik(tempat="IKI/1/tugas", tercetak="yag", putusan="terima", menjadi="yang")
    apart = SalahKetik(tempat="IKI/1/tugas", tercetak="dna", putusan="tolak")
    assert merged_decisions([old, apart], [], [new]) == (apart, new)
    assert merged_decisions([old, apart], [old], []) == (apart,)
    assert merged_decisions([], [old], [old]) == ()


@pytest.mark.parametrize(
    "body",
    [{}, [], {"decisions": {}}, {"decisions": [1]}, {"decisions": [{"jenis": "x", "tempat": "IKI/1"}]},
     {"decisions": [{"jenis": "benar"}]}, {"decisions": [{"jenis": "benar", "tempat": "IKI/1", "lain": 1}]},
     {"decisions": [["a"]]}, {"decisions": [{"jenis": ["benar"], "tempat": "IKI/1"}]}],
)  # fmt: skip
def test_what_is_no_decision_writes_nothing(server: Served, folder: Path, body: object) -> None:
    address, _ = opened_page(server)
    status, told = server.post(address, body)
    assert status == 400 and told["error"]
    assert not list(folder.glob("*.toml"))


def test_only_a_page_that_was_given_out_saves(server: Served, folder: Path) -> None:
    address, _ = opened_page(server)
    wrong = [address.split("?")[0], f"{address}x", address.replace(KEY, "contoh-lama"), "katalog/tidak-ada/putusan"]
    for one in wrong:
        assert server.post(one, {"decisions": []})[0] == 400
    for headers in (
        {"x-katalog-token": "salah"},
        {"origin": "https://jahat.example"},
        {"sec-fetch-site": "cross-site"},
    ):
        assert server.post(address, {"decisions": [seen("IKI/1/tugas")]}, **headers)[0] == 403
    assert server.post(address, {"decisions": []}, host=f"jahat.example:{server.gate.port}")[0] == 421
    assert not list(folder.glob("*.toml"))


def test_a_request_that_is_too_large_is_refused(server: Served, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("katalog.serve.reviewing._MOST_BYTES", 1000)
    assert server.post(opened_page(server)[0], {"decisions": ["x" * 2000]})[0] == 413
    assert not list(folder.glob("*.toml"))


def test_without_its_source_decisions_are_kept_beside_the_catalogue(server: Served, folder: Path) -> None:
    (folder / "contoh-baru.pdf").unlink()
    address, data = opened_page(server)
    assert not data["shown"]
    status, told = server.post(address, {"decisions": [seen("IKI/1/tugas")]})
    assert status == 200 and told["saved"] == 1 and "contoh-baru.pdf, tidak ditemukan" in told["failed"]
    assert (folder / "contoh-baru.koreksi.toml").is_file()


def test_a_source_is_known_by_its_bytes_wherever_it_is(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "keputusan" / "2023"
    elsewhere.mkdir(parents=True)
    (folder / "contoh-baru.pdf").rename(elsewhere / "nama lain.pdf")
    # one of its name that is another decree
    shutil.copy(LAMA, folder / "contoh-baru.pdf")
    with served(folder, tmp_path / "j.sqlite", sources=[tmp_path / "keputusan"]) as server:
        address, data = opened_page(server)
        assert data["shown"]
        assert server.post(address, {"decisions": [seen("IKI/1/tugas")]})[1]["saved"] == 1
        assert (elsewhere / "nama lain.koreksi.toml").is_file()
        settled(server, address)


def test_koreksi_toml_of_one_source_is_used_where_it_stands(folder: Path, tmp_path: Path) -> None:
    for path in (folder / "contoh-lama.pdf", folder / "contoh-lama.json"):
        path.unlink()
    save(build(BARU), folder / "contoh-baru.json")
    (folder / "koreksi.toml").write_text("", encoding="utf-8")
    with served(folder, tmp_path / "j.sqlite") as server:
        address, _ = opened_page(server)
        server.post(address, {"decisions": [seen("IKI/1/tugas")]})
        settled(server, address)
    assert [path.name for path in folder.glob("*.toml")] == ["koreksi.toml"]
    assert len(decisions_in(folder / "koreksi.toml").putusan) == 1


def test_without_the_revision_that_its_ids_are_from_nothing_is_built(server: Served, folder: Path) -> None:
    (folder / "contoh-lama.json").unlink()
    server.shelf.refresh(at_once=True)
    address, _ = opened_page(server)
    before = (folder / "contoh-baru.json").read_bytes()
    status, told = server.post(address, {"decisions": [seen("IKI/1/tugas")]})
    assert status == 200 and told["saved"] == 1 and "--previous" in told["failed"]
    assert (folder / "contoh-baru.json").read_bytes() == before


def test_the_older_revision_may_be_corrected_first(server: Served, folder: Path) -> None:
    """Its content is another one then; the newer one still knows where its ids are from."""
    address, _ = opened_page(server, "contoh-lama")
    old = read(folder / "contoh-lama.json")
    tugas = next(b for b in old.blocks if b.tugas is not None and b.tugas.as_printed)
    word = tugas.tugas.as_printed.split()[0] if tugas.tugas else ""
    server.post(address, {"decisions": [typo(f"{tugas.kind}/{tugas.order}/tugas", word, "Menjalankan")]})
    assert settled(server, address)["rebuilt"]
    assert read(folder / "contoh-lama.json").content_hash != old.content_hash
    newer, _ = opened_page(server)
    assert server.post(newer, {"decisions": [seen("IKI/1/tugas")]})[1]["building"]
    settled(server, newer)
    assert read(folder / "contoh-baru.json").previous == (read(folder / "contoh-lama.json").content_hash,)


def test_a_build_that_fails_is_told_and_changes_nothing(server: Served, folder: Path) -> None:
    address, _ = opened_page(server)
    before = (folder / "contoh-baru.json").read_bytes()
    wrong = folder / "contoh-baru.koreksi.toml"
    server.post(address, {"decisions": [seen("IKI/1/tugas")]})
    wrong.write_text("bukan toml", encoding="utf-8")
    told = settled(server, address)
    assert "contoh-baru.koreksi.toml" in told["failed"] and not told["rebuilt"]
    assert (folder / "contoh-baru.json").read_bytes() == before
    # and a file that can't be read is not written over
    assert server.post(address, {"decisions": []})[0] == 400
    assert wrong.read_text(encoding="utf-8") == "bukan toml"


def test_what_was_answered_is_shown_with_the_answer_and_counted_no_more(server: Served, folder: Path) -> None:
    catalogue = read(folder / "contoh-baru.json")
    found = next(one for one in catalogue.findings if one.code == "tahun-tidak-seragam")
    block = next(n for n, b in enumerate(catalogue.blocks, 1) if (b.kind, b.order) == (found.kind, found.order))
    asked = f"cari?temuan=tahun-tidak-seragam&keputusan={KEY}"

    def hits() -> int:
        return int((re.findall(r"(\d+) bagian ditemukan", server.page(asked)) or ["0"])[0])

    before, (address, _) = hits(), opened_page(server)
    about = {"kode": [found.code], "tercetak": found.as_printed, "alasan": "memang begitu"}
    decision = seen(f"{found.kind}/{found.order}/{found.field}") | about
    server.post(address, {"decisions": [decision]})
    assert settled(server, address)["rebuilt"]
    page = server.page(f"katalog/{KEY}/jabatan/{block}")
    assert "Sudah dijawab: keputusan" in page and "memang begitu" in page
    assert hits() == before - 1


def test_a_source_that_ends_its_reader_leaves_the_page_without_pictures(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("katalog.serve.reviewing.apart", lambda *_: None)
    monkeypatch.setattr("katalog.serve.app.apart", lambda *_, **__: None)
    assert not opened_page(server)[1]["shown"]
    assert "<img" not in server.page("sandingan/contoh-lama/contoh-baru")


def test_a_fault_of_the_program_is_told_in_words(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    address, _ = opened_page(server)

    def wrong(*_: object) -> None:
        raise ZeroDivisionError("apa saja")

    monkeypatch.setattr("katalog.serve.reviewing._saved", wrong)
    monkeypatch.setattr("katalog.serve.pages.decree_shown", wrong)
    status, told = server.post(address, {"decisions": []})
    assert status == 500 and "Kesalahan pada program ini (ZeroDivisionError: apa saja)" in told["error"]
    page = server.client.get(f"/{TOKEN}/katalog/{KEY}", accept="text/html")
    assert page.status == 500 and "(ZeroDivisionError: apa saja)" in page.text and "<main" in page.text
    assert page.headers["x-frame-options"] == "DENY"
