"""The server in a real browser (Debian's chromium): a decree full of markup, hostile pages, from a key to a file."""

from __future__ import annotations

import copy
import http.server
import re
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from chromium import CHROMIUM, FLAGS, NEEDS_CHROMIUM, playwright
from pydantic import ValidationError
from served import TOKEN, Served, served, two_revisions
from whole_catalogue import WholeCatalogue

from katalog.decisions import decisions_in
from katalog.front import read, save
from schemas.catalogue import Catalogue

pytestmark = NEEDS_CHROMIUM

#: A name that its owner lets point to this computer.
REBOUND = "--host-resolver-rules=MAP jahat.example 127.0.0.1"
#: What a page can try that knows a page of ours (PAGE), where that saves (TARGET), and the token.
ATTACK = """<form id=f method=post enctype=text/plain action="TARGET">
<input name='{"decisions":[{"jenis":"benar","tempat":"IKI/1/tugas"}],"a":"' value='"}'></form>
<iframe src="PAGE"></iframe><img src="PAGE"><script src="PAGE"></script>
<script>
const body = '{"decisions": [{"jenis": "benar", "tempat": "IKI/1/tugas"}]}';
const headers = {"content-type": "application/json", "x-katalog-token": "TOKEN"};
const tries = [
  () => fetch("TARGET", {method: "POST", body, headers}),
  () => fetch("TARGET", {method: "POST", body, mode: "no-cors"}),
  () => fetch("PAGE"),
  () => fetch("PAGE", {mode: "no-cors"}),
  () => Promise.resolve(navigator.sendBeacon("TARGET", body)),
];
(async () => {
  const found = [];
  for (const one of tries) {
    found.push(await one().then((answer) => answer.text ? answer.text() : "", () => "refused"));
  }
  document.title = JSON.stringify(found);
  document.getElementById("f").submit();
})();
</script>"""
SCRIPT = "<script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\">"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, REBOUND])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("katalog")
    two_revisions(folder)
    return folder


@pytest.fixture
def server(made: Path, tmp_path: Path) -> Iterator[Served]:
    shutil.copytree(made, tmp_path / "k")
    with served(tmp_path / "k", tmp_path / "i.sqlite") as one:
        yield one


def hostile(of: dict[str, Any] | None = None) -> Catalogue:
    """A catalogue (by default one that has everything) in which every text that may be anything is markup that means to
    run."""
    data = copy.deepcopy(of or WholeCatalogue().data)
    originals: dict[tuple[Any, ...], Any] = {}
    _poison(data, (), originals)
    while True:
        try:
            return Catalogue.model_validate(data)
        except ValidationError as error:
            for one in error.errors():
                _put_back(data, one["loc"], originals)


def _poison(value: Any, path: tuple[Any, ...], originals: dict[tuple[Any, ...], Any]) -> None:
    held = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in list(held):
        if isinstance(one, str):
            originals[(*path, key)], value[key] = one, f"{SCRIPT}{len(originals)}"
        elif isinstance(one, dict | list):
            _poison(one, (*path, key), originals)


def _put_back(data: Any, place: tuple[Any, ...], originals: dict[tuple[Any, ...], Any]) -> None:
    for path, one in originals.items():
        if path[: len(place)] == place or place[: len(path)] == path:
            held = data
            for step in path[:-1]:
                held = held[step]
            held[path[-1]] = one


@contextmanager
def strange_site(page: str) -> Iterator[int]:
    """A site of somebody else on a port of this computer; every address gives this page."""

    class Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    try:
        yield site.server_address[1]
    finally:
        site.shutdown()


def listened(browser: Any, **options: Any) -> Any:
    """A page with what it said and threw."""
    page = browser.new_page(**options)
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("dialog", lambda dialog: (page.said.append(dialog.message), dialog.dismiss()))
    return page


def test_a_decree_full_of_script_is_text_on_every_page(browser: Any, tmp_path: Path) -> None:
    folder = tmp_path / "k"
    folder.mkdir()
    name = "<img src=x onerror=alert(1)>' \" & {{ 7 * 7 }}.json"
    catalogue = hostile()
    save(catalogue, folder / name)
    second = catalogue.model_copy(update={"content_hash": "ab" * 32, "previous": (catalogue.content_hash,)})
    save(second, folder / "kedua.json")
    (folder / "<script>alert(2).json").write_text("{", encoding="utf-8")
    with served(folder, tmp_path / "i.sqlite") as server:
        page = listened(browser)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        waiting, seen = [server.gate.address, f"{server.gate.address}cari?q=document+title"], set()
        while waiting:
            address = waiting.pop()
            if address in seen or len(seen) > 40:
                continue
            seen.add(address)
            page.goto(address)
            assert "hacked" not in page.title().replace(SCRIPT, ""), address
            own = "script:not([type])"
            assert page.locator(own).count() == (1 if re.search("periksa|sandingan", address) else 0), address
            assert page.locator("img").count() == 0
            found = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href.split('#')[0])")
            waiting += [one for one in found if one.startswith(server.gate.address) and "cari?" not in one]
        assert any("/riwayat" in one for one in seen) and any("/jabatan/" in one for one in seen)
        assert any("/periksa" in one for one in seen) and any("/sandingan/" in one for one in seen)
        assert page.said == []
        assert [one for one in asked if not one.startswith((server.gate.address, "data:"))] == []
        page.close()


def test_a_hostile_page_writes_and_reads_nothing(browser: Any, server: Served) -> None:
    """Even one that knows the whole address, with its token."""
    save_at = re.findall(r'"address":"([^"]*)"', server.page("katalog/contoh-baru/periksa"))[0]
    origin = f"http://127.0.0.1:{server.gate.port}"
    attack = ATTACK.replace("TARGET", f"{origin}{save_at}").replace("PAGE", server.gate.address).replace("TOKEN", TOKEN)
    with strange_site(attack) as port:
        for site in (f"http://127.0.0.1:{port}/", f"http://jahat.example:{port}/"):
            page = browser.new_page()
            page.goto(site, wait_until="commit")
            page.wait_for_url("**/putusan?*")
            assert "Permintaan dari halaman lain ditolak." in page.content()
            assert all("contoh" not in frame.content() for frame in page.frames)
            page.close()
    assert list(server.shelf.folder.glob("*.toml")) == []


def test_a_name_that_points_here_is_refused(browser: Any, server: Served) -> None:
    page = browser.new_page()
    answer = page.goto(f"http://jahat.example:{server.gate.port}/{TOKEN}/")
    assert answer.status == 421 and "contoh" not in page.content()
    page.close()


def test_a_decision_from_the_key_to_the_file_and_back(browser: Any, server: Served) -> None:
    page = listened(browser, viewport={"width": 1400, "height": 900})
    page.goto(f"{server.gate.address}katalog/contoh-baru/periksa")
    page.keyboard.press("b")
    path = server.shelf.folder / "contoh-baru.koreksi.toml"
    until = time.monotonic() + 60
    while not path.exists() and time.monotonic() < until:
        page.wait_for_timeout(100)
    (decision,) = decisions_in(path).putusan
    assert (decision.JENIS, bool(decision.waktu)) == ("benar", True)
    # built again, and the page loads itself when nobody presses a key
    with page.expect_navigation(timeout=120_000):
        pass
    page.wait_for_selector("#hal h2")
    catalogue = read(server.shelf.folder / "contoh-baru.json")
    assert [record.status for record in catalogue.koreksi] == ["applied"]
    assert page.inner_text("#tab-bacaan b").startswith("1/")
    assert page.said == []
    page.close()


@pytest.mark.parametrize("width", [390, 1300])
def test_no_page_is_wider_than_the_screen(browser: Any, server: Served, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in ("", "cari?q=dokumen", "katalog/contoh-baru", "katalog/contoh-baru/jabatan/3",
                 "katalog/contoh-baru/unit/1", "katalog/contoh-baru/riwayat"):  # fmt: skip
        page.goto(server.gate.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()


def test_the_pages_are_read_by_keyboard(browser: Any, server: Served) -> None:
    page = browser.new_page()
    page.goto(server.gate.address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/katalog/*")
    # every page has one heading of the first level, a main part and a language
    assert page.locator("h1").count() == page.locator("main").count() == 1
    assert page.get_attribute("html", "lang") == "id"
    page.close()
