"""The pages of a corpus in a real browser (Debian's chromium): a decree full of markup, widths of a desk and a phone,
the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import CHROMIUM, FLAGS, NEEDS_CHROMIUM, playwright
from served import Served, served
from small_corpus import catalogues, example, write_corpus
from test_serve_browser import SCRIPT, hostile, listened

from schemas.catalogue import Catalogue

pytest.importorskip("duckdb", reason="duckdb is not installed")
pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pytestmark = NEEDS_CHROMIUM


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("korpus")
    write_corpus(folder / "k", catalogues())
    with served(folder / "k", folder / "i.sqlite") as one:
        yield one


def poisoned() -> Catalogue:
    """A catalogue full of markup, whose office and region are markup too."""
    plain = example("contoh-lama").model_dump(mode="json")
    data = hostile({**plain, "blocks": plain["blocks"][:3], "findings": plain["findings"][:20]}).model_dump(mode="json")
    _numbers_again(data)
    catalogue = Catalogue.model_validate(data)
    decree = catalogue.decree.model_copy(
        update={"jenis": f"KEPUTUSAN KEPALA {SCRIPT} KABUPATEN {SCRIPT}", "instansi": None}
    )
    source = catalogue.source.model_copy(update={"slug": "jahat"})
    return catalogue.model_copy(update={"decree": decree, "source": source})


def _numbers_again(data: Any) -> None:
    """What has a type in the tables is none of any text."""
    special = {"tanggal": "2022-01-31", "anggaran": "12.5", "value": "12.5", "upper": "20", "date": "2022-12-31"}
    if isinstance(data, list):
        for one in data:
            _numbers_again(one)
    elif isinstance(data, dict):
        for key, value in data.items():
            typed = key in special and (key in ("tanggal", "anggaran") or {"upper", "grade"} <= data.keys())
            if typed and isinstance(value, str):
                data[key] = special[key]
            _numbers_again(data[key])


def test_a_decree_full_of_script_is_text_on_every_page(browser: Any, tmp_path: Path) -> None:
    write_corpus(tmp_path / "k", [poisoned()])
    with served(tmp_path / "k", tmp_path / "i.sqlite") as server:
        page = listened(browser)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        asking = (
            f"{server.gate.address}cari?q=%3Cscript%3Ealert(1)%3C/script%3E&wilayah=%3Cimg+src=x+onerror=alert(2)%3E"
        )
        waiting, seen = [server.gate.address, f"{server.gate.address}keputusan", asking], set()
        while waiting:
            address = waiting.pop()
            if address in seen or len(seen) > 30 or "/periksa" in address:
                continue
            seen.add(address)
            page.goto(address)
            assert "hacked" not in page.title().replace(SCRIPT, ""), address
            assert page.locator("script, img").count() == 0, address
            found = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href.split('#')[0])")
            waiting += [one for one in found if one.startswith(server.gate.address)]
        assert any("/jabatan/" in one for one in seen) and any("wilayah=" in one for one in seen)
        page.goto(server.gate.address)
        assert SCRIPT[:30] in page.inner_text("main") and SCRIPT[:30] in page.inner_text("nav.facets")
        assert page.said == []
        assert [one for one in asked if not one.startswith((server.gate.address, "data:"))] == []
        page.close()


@pytest.mark.parametrize("width", [360, 1300])
def test_no_page_is_wider_than_the_screen(browser: Any, server: Served, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in ("", "cari?q=dokumen&tahun=2023", "keputusan", "katalog/dinas-a-2023/jabatan/3"):
        page.goto(server.gate.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.goto(server.gate.address)
    # on a phone what narrows down stands behind the results, and a link leads there
    assert page.is_visible(".narrow-only a") is (width < 700)
    page.close()


def test_a_search_from_the_keyboard_to_the_row(browser: Any, server: Served) -> None:
    page = listened(browser, viewport={"width": 1300, "height": 800})
    page.goto(server.gate.address)
    assert page.locator("h1").count() == page.locator("main").count() == 1
    assert page.get_attribute("html", "lang") == "id"
    page.focus("#q")
    page.keyboard.type("penyusunan dokumen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari?q=penyusunan*")
    assert page.locator("mark").count() > 0
    page.click("nav.facets >> text=Kota Bentang Laut")
    page.wait_for_url("**wilayah=Kota*")
    # another question keeps what was chosen
    page.fill("#q", "dokumen")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=dokumen*wilayah=Kota*")
    title = page.inner_text("ol.results .title >> nth=0")
    page.click("ol.results .title >> nth=0")
    page.wait_for_url("**/katalog/dinas-b-2023/jabatan/**")
    assert title in " ".join(page.inner_text(":target").split())
    assert page.said == []
    page.close()
