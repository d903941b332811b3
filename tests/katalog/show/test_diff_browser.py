"""The HTML report in a real browser (Debian's chromium): filters, search, keyboard, phone, print, and nothing runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import NEEDS_CHROMIUM, chromium
from project import ROOT
from revisi import base
from test_diff_report import HOSTILE, changed

from katalog.front import diff
from katalog.show.report import report_bytes
from schemas.diff import CatalogueDiff

pytestmark = NEEDS_CHROMIUM


@pytest.fixture(scope="module")
def made() -> CatalogueDiff:
    """A revision whose texts mean to be markup and script, with other changes beside them."""
    decision = changed(base(6), HOSTILE)
    decision.jabatan[2]["rows"][0]["target"] = "24 dokumen"
    decision.jabatan[3]["rows"][0]["rumus"] += "."
    return diff(base(6).catalogue("lama"), decision.catalogue("baru"))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Chromium with a new, empty profile."""
    with chromium(tmp_path_factory.mktemp("profil")) as context:
        yield context


@pytest.fixture
def page(browser: Any, made: CatalogueDiff, tmp_path: Path) -> Iterator[Any]:
    """The report, with what it asked for, what it said and what it threw."""
    path = tmp_path / "laporan.html"
    path.write_bytes(report_bytes(made, "html", "id"))
    opened = browser.new_page()
    opened.asked, opened.said = [], []
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.on("console", lambda message: opened.said.append(message.text))
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.on("dialog", lambda dialog: (opened.said.append(dialog.message), dialog.dismiss()))
    opened.goto(path.as_uri())
    yield opened
    opened.close()


def shown(page: Any) -> int:
    """Changes that can be seen."""
    return int(page.locator("tr.change:visible").count())


def test_a_printed_script_is_shown_and_does_not_run(page: Any, made: CatalogueDiff) -> None:
    assert "hacked" not in page.title()
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0
    assert HOSTILE[0] in page.inner_text("main")
    assert page.said == []
    assert shown(page) == len(made.changes)


def test_no_request_leaves_the_file(page: Any) -> None:
    page.keyboard.press("j")
    page.fill("#cari", "dokumen")
    page.wait_for_timeout(200)
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in page.asked if url.startswith("file:")]) == 1
    # nor may it, should something in it try
    assert page.evaluate("fetch('https://contoh.invalid/').then(() => 'sent', () => 'refused')") == "refused"


@pytest.mark.parametrize("name", ["nature", "object", "kind"])
def test_filters(page: Any, made: CatalogueDiff, name: str) -> None:
    box = {"nature": "#sifat", "object": "#objek", "kind": "#jenis"}[name]
    for value in dict.fromkeys(getattr(one, name) for one in made.changes):
        page.select_option(box, value)
        wanted = sum(getattr(one, name) == value for one in made.changes)
        assert shown(page) == wanted
        assert page.inner_text("#jumlah") == f"{wanted} dari {len(made.changes)} ditampilkan"
        # a jabatan without a change that fits is not shown
        assert page.locator("main section:visible").count() == page.locator("section:has(tr.change:visible)").count()
    page.select_option(box, "")
    assert shown(page) == len(made.changes)


def test_filters_and_search_together(page: Any, made: CatalogueDiff) -> None:
    page.select_option("#jenis", "changed")
    page.fill("#cari", "24 DOKUMEN")
    assert shown(page) == 1
    assert "10 → 24 dokumen (+14)" in page.inner_text("tr.change:visible")
    page.fill("#cari", "tidak ada kata ini")
    assert shown(page) == 0
    assert page.is_visible("#kosong")
    page.click("#kosongkan")
    assert shown(page) == len(made.changes) and not page.is_visible("#kosong")


def test_search_finds_words_across_a_deletion(page: Any) -> None:
    """The signs around deleted and inserted words are not part of the text."""
    page.fill("#cari", "<script>document.title='hacked'</script>")
    assert shown(page) >= 1


def test_keyboard(page: Any, made: CatalogueDiff) -> None:
    """j and n go on, k and p go back, / searches, Escape clears; the count of changes wraps around."""
    focused = "document.activeElement.id"
    seen = []
    for key in ["j", "n", "j", "k", "p"]:
        page.keyboard.press(key)
        seen.append(page.evaluate(focused))
    assert seen == ["p1", "p2", "p3", "p2", "p1"]
    page.keyboard.press("k")
    assert page.evaluate(focused) == f"p{len(made.changes)}"
    assert page.evaluate("document.activeElement.getBoundingClientRect().bottom <= innerHeight + 1")
    page.keyboard.press("/")
    assert page.evaluate(focused) == "cari"
    page.keyboard.type("jkn")  # letters are letters in the search field
    assert page.input_value("#cari") == "jkn" and shown(page) == 0
    page.keyboard.press("Escape")
    assert page.input_value("#cari") == "" and shown(page) == len(made.changes)


def test_jumps_stay_within_the_filter(page: Any, made: CatalogueDiff) -> None:
    page.select_option("#sifat", "editorial")
    wanted = [f"p{number}" for number, one in enumerate(made.changes, start=1) if one.nature == "editorial"]
    page.click("#sesudah")
    seen = [page.evaluate("document.activeElement.id")]
    for _ in wanted[1:]:
        page.click("#sesudah")
        seen.append(page.evaluate("document.activeElement.id"))
    assert seen == wanted and seen


def test_everything_can_be_reached_with_the_tab_key(page: Any) -> None:
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert reached[:8] == ["skip", "cari", "sifat", "objek", "jenis", "sebelum", "sesudah", "kosongkan"]


def test_marks_do_not_need_colour(page: Any) -> None:
    style = "element => [getComputedStyle(element).textDecorationLine, getComputedStyle(element).fontWeight]"
    assert page.locator("del").first.evaluate(style)[0] == "line-through"
    assert page.locator("ins").first.evaluate(style) == ["underline", "600"]
    assert page.locator("del .sign").first.inner_text() == "["


def test_phone(page: Any) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("tr.change:visible").first.bounding_box()["width"] > 300
    label = "getComputedStyle(document.querySelector('td[data-label]'), '::before').content"
    assert page.evaluate(label) == '"Semula"'


def test_print(page: Any) -> None:
    """A4 landscape, the header of the table on every page, without the tools."""
    pypdf = pytest.importorskip("pypdf")
    import io

    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    size = printed.pages[0].mediabox
    assert (round(size.width), round(size.height)) == (842, 595)
    texts = [one.extract_text() for one in printed.pages]
    assert all("Menjadi" in text for text in texts)
    assert f"1 / {len(texts)}" in texts[0] and "Kosongkan" not in "".join(texts)


def test_without_script_all_is_there(browser: Any, made: CatalogueDiff, tmp_path: Path) -> None:
    """Mail programs and archives run no scripts: the matrix is complete, and the tools that need one don't show."""
    html = report_bytes(made, "html", "id").decode()
    path = tmp_path / "tanpa.html"
    start, end = html.index("<script>"), html.rindex("</script>")
    path.write_text(html[:start] + html[end:], encoding="utf-8")
    opened = browser.new_page()
    opened.goto(path.as_uri())
    assert shown(opened) == len(made.changes)
    assert not opened.is_visible("#saringan")
    opened.close()


LAMA, BARU = ROOT / "corpus/contoh-lama/contoh-lama.pdf", ROOT / "corpus/contoh-baru/contoh-baru.pdf"


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with pictures of pages."""
    path = tmp_path_factory.mktemp("bukti") / "beda.html"
    path.write_bytes(report_bytes(diff(LAMA, BARU), "html", "id", sources=[LAMA, BARU]))
    return path


@pytest.mark.parametrize("width", [1400, 390])
def test_one_click_shows_both_pages_at_the_cells(browser: Any, proof: Path, width: int) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(proof.as_uri())
    row = page.locator("tr.change", has_text="1 → 3 dokumen")
    row.locator(".proof").first.click()
    page.locator("#bukti .box").nth(1).wait_for()
    page.wait_for_timeout(300)
    views = page.locator("#bukti .view")
    for side in (0, 1):
        box, view = views.nth(side).locator(".box").bounding_box(), views.nth(side).bounding_box()
        assert views.nth(side).locator(".box").count() == 1
        assert view["x"] <= box["x"] and box["x"] + box["width"] <= view["x"] + view["width"] + 1
        assert view["y"] <= box["y"] and box["y"] + box["height"] <= view["y"] + view["height"] + 1
        assert views.nth(side).locator("img").evaluate("image => image.naturalWidth > 900")
    page.keyboard.press("j")
    assert page.inner_text("#bukti-judul").startswith("6. ")
    page.keyboard.press("Escape")
    assert not page.is_visible("#bukti")
    page.locator("#p6:focus").wait_for()
    page.keyboard.press("o")
    assert page.is_visible("#bukti") and said == []
    page.close()
