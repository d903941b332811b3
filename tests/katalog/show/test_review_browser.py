"""The page of checks in a real browser (Debian's chromium): from doubtful cells to a koreksi.toml by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import NEEDS_CHROMIUM, chromium
from project import ROOT
from revisi import base
from test_diff_report import HOSTILE, changed
from test_review_items import doubted

from bahasa.temuan import About, finding
from katalog.front import assembled, build, extracted, normalized
from katalog.show.page_picture import PagePicture, page_pictures
from katalog.show.review.html import review_page
from katalog.show.review.source import ShownSource, shown_source
from normalize.koreksi.file import KoreksiFile, read_koreksi
from normalize.koreksi.kinds import BacaTeks, Benar, PeranKolom, SalahKetik
from normalize.koreksi.putusan import Putusan
from schemas.base import KoreksiRecord
from schemas.catalogue import Catalogue
from schemas.decree import Text

pytestmark = NEEDS_CHROMIUM
PDF = ROOT / "corpus" / "contoh-lama" / "contoh-lama.pdf"
TEXT = ROOT / "corpus" / "paser-bkpsdm-iki-2022" / "paser-bkpsdm-iki-2022.txt"
Opened = Callable[[bytes], Any]


@pytest.fixture(scope="module")
def read() -> Catalogue:
    return build(PDF)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Chromium with a new, empty profile."""
    with chromium(tmp_path_factory.mktemp("profil")) as context:
        yield context


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Opened]:
    """Opens a page's bytes as a file, with nothing remembered of earlier tests; what it asks for and says is kept."""
    pages = []

    def open_(html: bytes) -> Any:
        path = tmp_path / "periksa.html"
        path.write_bytes(html)
        page = browser.new_page()
        page.asked, page.said, page.keys = [], [], 0
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("dialog", lambda dialog: (page.said.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri())
        page.evaluate("localStorage.clear()")
        page.reload()
        pages.append(page)
        return page

    yield open_
    for page in pages:
        page.close()


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
        page.keys += 1


def typed(page: Any, text: str) -> None:
    page.keyboard.type(text)
    page.keys += len(text)


def saved(page: Any) -> KoreksiFile:
    """The koreksi.toml that the page gives."""
    with page.expect_download() as waiting:
        page.click("#unduh")
    return read_koreksi(Path(waiting.value.path()).read_text(encoding="utf-8"))


def one(page: Any) -> Putusan:
    """The only decision."""
    (decision,) = saved(page).putusan
    return decision


def applied(page: Any) -> list[str]:
    """What becomes of each decision when the source is built with them."""
    with page.expect_download() as waiting:
        page.click("#unduh")
    return [record.status for record in normalized(extracted(PDF), koreksi=waiting.value.path()).koreksi]


def title(page: Any) -> str:
    return str(page.inner_text("#hal h2"))


def asked_about(catalogue: Catalogue, *fields: str) -> Catalogue:
    """The catalogue as it is, with nothing asked but doubts of these fields of its second block."""
    block = catalogue.blocks[1]
    cells = {f"fungsi/{at}": entry.text for at, entry in enumerate(block.fungsi, 1)} | {"fungsi": Text(as_printed="")}
    for row in block.rows:
        cells[f"rows/{row.row}"] = Text(as_printed="")
        cells |= {f"rows/{row.row}/{role}": cell.text for role, cell in row.cells.items()}
    about = [About(block.kind, block.order, one, cells[one].as_printed, cells[one].places) for one in fields]
    found = tuple(finding("ocr-ragu", one, keyakinan=f"{50 + at}%") for at, one in enumerate(about))
    return catalogue.model_copy(update={"findings": found, "proposals": ()})


def many_rows(catalogue: Catalogue, count: int) -> Catalogue:
    """A block with so many rows, each with an indikator of its own."""
    block = catalogue.blocks[1]
    rows = []
    for number in range(1, count + 1):
        row = block.rows[number % len(block.rows)]
        cell = row.cells["indikator"]
        text = cell.text.model_copy(update={"as_printed": f"Jumlah laporan ke-{number}", "value": None})
        cells = {**row.cells, "indikator": cell.model_copy(update={"text": text})}
        rows.append(row.model_copy(update={"row": number, "id": f"{row.id}-{number}", "cells": cells}))
    changed_block = block.model_copy(update={"rows": tuple(rows)})
    return catalogue.model_copy(update={"blocks": (catalogue.blocks[0], changed_block, *catalogue.blocks[2:])})


def test_what_is_decided_is_built(opened: Opened, read: Catalogue, tmp_path: Path) -> None:
    """Build, page, koreksi.toml, build: the reading is right, and the word is decided."""
    page = opened(
        review_page(asked_about(read, "rows/1/rumus", "rows/2/rumus").model_copy(update={"proposals": read.proposals}))
    )
    press(page, "s")
    page.fill("#isian textarea", "Dibaca orang")
    press(page, "Enter", "b", "2", "T")
    with page.expect_download() as waiting:
        page.click("#unduh")
    made = build(PDF, koreksi=waiting.value.path())
    assert [record.status for record in made.koreksi] == ["applied"] * 3
    cells = [row.cells["rumus"].text.as_printed for row in made.blocks[1].rows]
    assert cells[0] == "Dibaca orang" and cells[1:] == [
        r.cells["rumus"].text.as_printed for r in read.blocks[1].rows[1:]
    ]
    assert len(made.proposals) < len(read.proposals)


def test_from_a_misread_cell_to_a_correction(opened: Opened, read: Catalogue) -> None:
    """The picture shows the cell, the doubtful one stands first, and what is written comes out as koreksi.toml."""
    catalogue = doubted(read, 0.8, 0.3)
    page = opened(review_page(catalogue, shown_source(PDF, catalogue)))
    page.fill("#nama", "Sekretaris")
    assert "baris 2" in title(page)
    box, pane = page.locator(".box.main").bounding_box(), page.locator("#sumber").bounding_box()
    assert pane["x"] <= box["x"] and box["x"] + box["width"] <= pane["x"] + pane["width"] + 1
    assert pane["y"] <= box["y"] and box["y"] + box["height"] <= pane["y"] + pane["height"] + 1
    assert page.evaluate("document.querySelector('.sheet img').naturalWidth") > 600
    press(page, "Tab")  # out of the field of the name: letters are keys again
    press(page, "s")
    page.fill("#isian textarea", "Jumlah surat yang benar")
    press(page, "Enter")
    assert "baris 1" in title(page)  # on to the next
    file = saved(page)
    (decision,) = file.putusan
    assert isinstance(decision, BacaTeks)
    row = catalogue.blocks[1].rows[1]
    assert (decision.tempat, decision.menjadi) == ("IKI/2/rows/2/rumus", "Jumlah surat yang benar")
    assert decision.tercetak == row.cells["rumus"].text.as_printed
    assert (decision.id, decision.jabatan, decision.oleh) == (row.id, "Sekretaris Badan", "Sekretaris")
    assert decision.halaman == row.page and re.match(r"\d{4}-\d\d-\d\dT", decision.waktu)
    assert (file.sumber, file.berkas) == ((catalogue.source.sha256,), ("contoh-lama.pdf",))
    assert page.said == []


def test_ten_decisions_with_ten_keys(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(doubted(many_rows(read, 12), *[0.5 + n / 100 for n in range(12)])))
    press(page, *"bbbbbbbbbb")
    assert page.keys <= 15
    decisions = saved(page).putusan
    assert len(decisions) == 10 and all(isinstance(one, Benar) for one in decisions)
    assert len({one.tempat for one in decisions}) == 10
    assert "10 dari 13" in page.inner_text("#kemajuan")


def test_all_that_is_right_is_no_doubt_any_more(opened: Opened) -> None:
    """Whatever a finding is about: every `b` is applied, and answers its findings in the catalogue that is built."""
    catalogue = build(TEXT)
    page = opened(review_page(catalogue))
    questions = {name: int(page.inner_text(f"#tab-{name} b").split("/")[1]) for name in ("bacaan", "keputusan")}
    press(page, "1", *["b"] * questions["bacaan"], "3", *["b"] * questions["keputusan"])
    with page.expect_download() as waiting:
        page.click("#unduh")
    made = build(TEXT, koreksi=waiting.value.path())
    assert {record.status for record in made.koreksi} == {"applied"}
    open_ones = {one.code for one in made.findings if not one.answered}
    assert open_ones == {"ejaan-usulan", "target-ambigu"}


def test_a_date_that_could_not_be_read_is_right_as_it_is(opened: Opened) -> None:
    read = extracted(TEXT)
    (closing, *rest) = read.decree.lampiran
    assert closing.penetapan is not None
    bare = closing.penetapan.model_copy(update={"tanggal": Text(as_printed="2016")})
    lampiran = (closing.model_copy(update={"penetapan": bare}), *rest)
    read = read.model_copy(update={"decree": read.decree.model_copy(update={"lampiran": lampiran})})
    catalogue = assembled(normalized(read))
    doubts = tuple(one for one in catalogue.findings if one.code == "tanggal-tak-terbaca")
    assert len(doubts) == 1
    page = opened(review_page(catalogue.model_copy(update={"findings": doubts, "proposals": ()})))
    press(page, "3", "b")
    made = assembled(normalized(read, koreksi=[saved(page)]))
    assert [record.status for record in made.koreksi] == ["applied"]
    assert [bool(one.answered) for one in made.findings if one.code == "tanggal-tak-terbaca"] == [True]


def test_nothing_is_accepted_beforehand(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(read))
    assert saved(page).putusan == ()
    press(page, "j", "j", "k", "2", "j", "ArrowRight", "?")
    assert saved(page).putusan == ()


def test_a_wrong_cell_among_300_rows(opened: Opened, read: Catalogue) -> None:
    """Search, correct, saved: a scripted person, each key counted at three keys a second."""
    page = opened(review_page(many_rows(read, 300).model_copy(update={"findings": (), "proposals": ()})))
    press(page, "/")
    typed(page, "ke-217")
    press(page, "Enter")
    assert "baris 217, " in title(page) and "INDIKATOR" in title(page)
    press(page, "s", "End", "Backspace", "Backspace", "Backspace")
    typed(page, "271")
    press(page, "Enter")
    decision = one(page)
    assert isinstance(decision, BacaTeks)
    assert (decision.tempat, decision.menjadi) == ("IKI/2/rows/217/indikator", "Jumlah laporan ke-271")
    assert page.keys / 3 < 60
    assert page.locator("td").count() < 60  # only rows in view are drawn


def test_jump_to_a_row_by_its_number(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(many_rows(read, 300)))
    press(page, "/")
    typed(page, "iki 2 baris 30")
    press(page, "Enter")
    assert title(page).startswith("IKI 2, baris 30,")  # and not the second row of IKI 30, nor row 300
    press(page, "ArrowDown", "ArrowRight")
    assert title(page).startswith("IKI 2, baris 31,")


def test_words_are_decided_everywhere_or_here(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(read))
    press(page, "2")
    words = page.inner_text(".reading del")
    places = int(page.inner_text("#e0 b").split()[0])
    press(page, "T", "x", "z", "x")
    accepted, refused = saved(page).putusan
    assert isinstance(accepted, SalahKetik) and isinstance(refused, SalahKetik)
    assert (accepted.tercetak, accepted.putusan, accepted.di) == (words, "terima", "semua") and places > 1
    assert (refused.putusan, refused.di, refused.menjadi) == ("tolak", "sini", "")
    assert refused.tempat != accepted.tempat


def test_undo_brings_back_the_place_and_the_question(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(doubted(read, 0.8, 0.3, 0.5)))
    first = title(page)
    press(page, "b", "b")
    assert title(page) != first
    press(page, "z", "z")
    assert title(page) == first and saved(page).putusan == ()
    assert page.is_disabled("#urung")


def test_reload_keeps_decisions_place_and_name(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(doubted(read, 0.8, 0.3, 0.5)))
    page.fill("#nama", "Sekretaris")
    press(page, "Tab", "b", "b")
    before, at = saved(page), title(page)
    page.reload()
    assert saved(page) == before and title(page) == at
    assert page.input_value("#nama") == "Sekretaris"
    page.locator(".made button").first.wait_for(state="detached")
    press(page, "k")
    page.click(".made button")
    assert len(saved(page).putusan) == 1


def test_earlier_decisions_stay_and_can_be_taken_back(opened: Opened, read: Catalogue) -> None:
    kept = (
        Benar(tempat="IKI/2/rows/2/rumus", tercetak="x"),
        SalahKetik(tempat="IKI/1/tugas", tercetak="yag", putusan="tolak"),
    )
    page = opened(review_page(doubted(read, 0.8, 0.3), koreksi=KoreksiFile(kept, ("0" * 64,), ("lama.pdf",))))
    assert "1 dari 3" in page.inner_text("#kemajuan")
    press(page, "j", "b")
    file = saved(page)
    assert file.putusan[:2] == kept and len(file.putusan) == 3
    assert file.sumber == ("0" * 64, read.source.sha256)
    page.reload()
    press(page, "k")
    page.click(".made button")
    assert [type(one) for one in saved(page).putusan] == [SalahKetik, Benar]


def test_a_stale_decision_is_asked_again(opened: Opened, read: Catalogue) -> None:
    old = BacaTeks(tempat="IKI/9/rows/9/rumus", tercetak="lama", menjadi="Jumlah lama")
    entry = {
        "jenis": "salah baca",
        "tindakan": "teks",
        "tempat": old.tempat,
        "tercetak": "lama",
        "menjadi": "Jumlah lama",
    }
    record = KoreksiRecord(
        decision=entry, status="stale", reason="tidak ada", nearest="x", nearest_place="IKI/2/rows/1/rumus"
    )
    page = opened(review_page(read.model_copy(update={"koreksi": (record,)}), koreksi=KoreksiFile((old,))))
    assert "Jumlah lama" in page.inner_text("#hal") and "IKI 2, baris 1" in title(page)
    press(page, "t")
    decision = one(page)
    assert isinstance(decision, BacaTeks)
    assert (decision.tempat, decision.menjadi) == ("IKI/2/rows/1/rumus", "Jumlah lama")
    assert decision.tercetak == read.blocks[1].rows[0].cells["rumus"].text.as_printed


@pytest.mark.parametrize(
    ("key", "fill", "action", "expected"),
    [
        ("c", {"select": "sumber_data"}, "pindah", {"ke": "sumber_data"}),
        ("g", {}, "gabung sel", {"dengan": ("sumber_data",)}),
        ("p", {}, "pisah sel", {}),
        ("G", {}, "gabung baris", {}),
        ("h", {}, "hapus baris", {}),
        ("i", {"textarea >> nth=1": "Sasaran yang hilang"}, "tambah baris", {"isi": ("Sasaran yang hilang",)}),
        ("m", {"textarea": "Sekretaris Umum"}, "teks", {"tempat": "IKI/2/jabatan", "menjadi": "Sekretaris Umum"}),
    ],
)
def test_each_action_has_a_key(
    opened: Opened, read: Catalogue, key: str, fill: dict[str, str], action: str, expected: dict[str, Any]
) -> None:
    page = opened(review_page(asked_about(read, "rows/1/rumus")))
    press(page, key)
    for where, what in fill.items():
        (page.select_option if where == "select" else page.fill)(f"#isian {where}", what)
    page.click("#isian button.main")
    decision = one(page)
    assert applied(page) == ["applied"]
    assert action == decision.TINDAKAN
    assert {name: getattr(decision, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("keys", "fill", "tempat", "done"),
    [
        (["b"], {}, "IKI/2/rows/1", 1),
        (["ArrowRight", "b"], {}, "IKI/2/rows/1", 1),
        (["h"], {}, "IKI/2/rows/1", 1),
        # the row below is its rest: what is asked about both is answered
        (["G"], {}, "IKI/2/rows/1", 2),
        (["i"], {"textarea >> nth=1": "Sasaran yang hilang", "select": "atas"}, "IKI/2/rows/0", 1),
        # a letter put right tells nothing about the row
        (["s"], {"textarea": "9"}, "IKI/2/rows/1/no", 0),
    ],
)
def test_what_is_asked_about_a_row_is_decided_on_the_row(
    opened: Opened, read: Catalogue, keys: list[str], fill: dict[str, str], tempat: str, done: int
) -> None:
    page = opened(review_page(asked_about(read, "rows/1", "rows/2")))
    press(page, *keys)
    for where, what in fill.items():
        (page.select_option if where == "select" else page.fill)(f"#isian {where}", what)
    if page.locator("#isian button.main").count():
        page.click("#isian button.main")
    assert (one(page).tempat, applied(page)) == (tempat, ["applied"])
    assert f"{done}/2" in page.inner_text("#tab-bacaan") and f"{done} dari 3" in page.inner_text("#kemajuan")


def test_a_row_is_split_and_nothing_may_get_lost(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(asked_about(read, "rows/1/rumus")))
    press(page, "P")
    stays = page.locator("#isian textarea").nth(2)
    whole = stays.input_value()
    stays.fill(whole.split(" ", 1)[0])
    page.click("#isian button.main")
    assert "seluruh teks" in page.inner_text(".complaint")
    page.locator("#isian textarea").nth(3).fill(whole.split(" ", 1)[1])
    page.click("#isian button.main")
    assert one(page).TINDAKAN == "pisah baris" and applied(page) == ["applied"]


@pytest.mark.parametrize("key", ["G", "P", "h", "i"])
def test_an_entry_of_a_list_is_joined_split_dropped_and_added(opened: Opened, read: Catalogue, key: str) -> None:
    fungsi = [entry.text.as_printed for entry in read.blocks[1].fungsi]
    first, rest = fungsi[0].split(" ", 1)
    typed_in, said = {
        "G": (None, tuple(fungsi[1:2])),
        "P": (f"{first}\n\n{rest}", (first, rest)),
        "h": (None, None),
        "i": ("b. mendata\nc. melapor", ("b. mendata", "c. melapor")),
    }[key]
    page = opened(review_page(asked_about(read, "fungsi/1")))
    press(page, key)
    if typed_in:
        page.fill("#isian textarea", typed_in)
    page.click("#isian button.main")
    decision = one(page)
    assert (decision.tempat, decision.jabatan) == ("IKI/2/fungsi/1", read.blocks[1].jabatan.as_printed)
    assert getattr(decision, "isi", None) == said and applied(page) == ["applied"]


def test_no_word_of_an_entry_gets_lost(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(asked_about(read, "fungsi/1")))
    press(page, "P")
    page.fill("#isian textarea", "a\nb")
    press(page, "Enter")
    assert "seluruh teks" in page.inner_text(".complaint")


def test_an_entry_is_added_above_the_first(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(asked_about(read, "fungsi/1")))
    press(page, "i")
    page.fill("#isian textarea", "a. mendata")
    page.select_option("#isian select", "atas")
    page.click("#isian button.main")
    decision = one(page)
    assert (decision.tempat, getattr(decision, "tercetak", None)) == ("IKI/2/fungsi/0", "")
    assert applied(page) == ["applied"]
    # it says nothing about the entry that was asked about, and can be taken back there
    assert "0 dari 2" in page.inner_text("#kemajuan")
    page.click(".made button")
    assert not saved(page).putusan


def test_a_list_that_was_not_read_is_added(opened: Opened, read: Catalogue) -> None:
    bare = read.blocks[1].model_copy(update={"fungsi": ()})
    page = opened(review_page(asked_about(read.model_copy(update={"blocks": (read.blocks[0], bare)}), "fungsi")))
    press(page, "i")
    page.fill("#isian textarea", "1. mendata")
    page.click("#isian button.main")
    assert one(page).tempat == "IKI/2/fungsi/0" and "1 dari 1" in page.inner_text("#kemajuan")
    page.click(".made button")
    assert "0 dari 1" in page.inner_text("#kemajuan")


def test_a_column_gets_another_role(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(asked_about(read, "rows/1/rumus")))
    press(page, "o")
    page.select_option("#isian select >> nth=0", "others")
    page.click("#isian button.main")
    decision = one(page)
    assert isinstance(decision, PeranKolom) and applied(page) == ["applied"]
    assert (decision.tempat, decision.kolom, decision.peran) == ("IKI/2", "rumus", "others")


def test_a_printed_script_is_shown_and_does_not_run(opened: Opened) -> None:
    catalogue = changed(base(6), HOSTILE).catalogue("jahat")
    about = About("IKI", 3, "rows/1/indikator", HOSTILE[0])
    page = opened(review_page(catalogue.model_copy(update={"findings": (finding("ocr-ragu", about, keyakinan="1%"),)})))
    press(page, "/")
    typed(page, "<script>")
    press(page, "Enter")
    for _ in range(8):
        press(page, "b", "j", "s", "Escape", "ArrowRight")
    page.pdf()
    assert HOSTILE[0] in page.inner_text("body")
    assert "hacked" not in page.title()
    assert [text for text in page.said if "Content Security Policy" not in text] == []
    assert page.locator("main script, main img").count() == 0


def test_no_request_leaves_the_file(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(read, shown_source(PDF, read)))
    press(page, "j", "b", "2", "T", "/")
    assert [url for url in page.asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert page.evaluate("fetch('https://contoh.invalid/').then(() => 'sent', () => 'refused')") == "refused"


def test_a_click_on_the_picture_goes_to_the_cell(opened: Opened, read: Catalogue) -> None:
    catalogue = doubted(read, 0.8)
    page = opened(review_page(catalogue, shown_source(PDF, catalogue)))
    box = page.locator(".box:not(.main)").last.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert "RUMUS" not in title(page) and "baris 1" in title(page)


def test_without_a_source_the_page_says_so(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(read))
    assert "tanpa sumbernya" in page.inner_text("#sumber")


def test_keys_can_be_turned_off(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(doubted(read, 0.8)))
    press(page, "?")
    page.uncheck("#pintas")
    page.evaluate("document.activeElement.blur()")
    press(page, "b")
    assert saved(page).putusan == ()
    page.click("[data-tindakan=benar]")
    assert len(saved(page).putusan) == 1


def test_everything_can_be_reached_with_the_tab_key(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(doubted(read, 0.8)))
    reached = []
    for _ in range(24):
        press(page, "Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.dataset.tindakan"))
    wanted = ["nama", "unduh", "bantuan", "tab-bacaan", "cari", "sisa", "daftar", "sumber", "benar", "teks"]
    assert [name for name in dict.fromkeys(reached) if name in wanted] == wanted
    named = "(e) => e.textContent.trim() || e.getAttribute('aria-label') || e.labels.length"
    assert page.evaluate(f"[...document.querySelectorAll('button, input, select, textarea')].every({named})")


def test_phone(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(read, shown_source(PDF, read)))
    page.set_viewport_size({"width": 360, "height": 740})
    page.reload()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("[data-tindakan]").first.bounding_box()["height"] >= 44
    page.set_viewport_size({"width": 1400, "height": 900})


def test_print(opened: Opened, read: Catalogue) -> None:
    """A check sheet: every question with what was decided, A4 landscape, without the tools."""
    pypdf = pytest.importorskip("pypdf")
    import io

    page = opened(review_page(doubted(read, 0.8, 0.3)))
    press(page, "b")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    text = "".join(one.extract_text() for one in printed.pages)
    assert "Lembar pemeriksaan: contoh-lama.pdf" in text and "1 dari 3 hal diputuskan" in text
    assert "Benar" in text and "Unduh" not in text
    assert round(printed.pages[0].mediabox.width) == 842


def test_english(opened: Opened, read: Catalogue) -> None:
    page = opened(review_page(read, lang="en"))
    assert page.inner_text("h1") == "Checking the catalogue"
    assert "Perbaikan" not in page.inner_text("main") and page.evaluate("document.documentElement.lang") == "en"


def test_a_long_decree_is_there_at_once(opened: Opened, read: Catalogue) -> None:
    """3,000 rows, 1,500 questions, 300 pictures: what the browser works for the first view and for a hundred decisions
    (processor time: other programs run too), few elements, little memory."""
    about = [About("IKI", 2, f"rows/{number}/rumus") for number in range(1, 3001, 2)]
    empty = tuple(finding("sel-kosong", one, kolom="Rumus") for one in about)
    drawn = page_pictures(PDF, [1])[1]
    pictures = {number: PagePicture(number, drawn.width, drawn.height, drawn.data) for number in range(1, 301)}
    long = many_rows(read, 3000).model_copy(update={"findings": empty})
    page = opened(review_page(long, ShownSource(pictures)))
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> dict[str, float]:
        return {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}

    page.reload()
    page.wait_for_selector("#hal h2")
    assert spent()["TaskDuration"] < 2
    assert page.evaluate("document.querySelectorAll('*').length") < 900
    before = spent()["TaskDuration"]
    press(page, *["b"] * 100)
    assert spent()["TaskDuration"] - before < 10
    press(page, "4", "j", "j")
    assert spent()["JSHeapUsedSize"] < 100e6
