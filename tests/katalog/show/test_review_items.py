"""What the page of checks asks, in which order, and what it knows of the source."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from project import ROOT
from revisi import base
from test_diff_report import HOSTILE, changed

from bahasa.temuan import About, finding
from katalog.errors import Unusable
from katalog.front import build
from katalog.show.review.content import review_content
from katalog.show.review.html import Saving, review_page
from katalog.show.review.items import review_items
from katalog.show.review.source import doubtful_pages, shown_source
from normalize.koreksi.answers import path_of_finding
from schemas.catalogue import Catalogue

PDF = ROOT / "corpus" / "contoh-lama" / "contoh-lama.pdf"
TEXT = ROOT / "corpus" / "paser-bkpsdm-iki-2022" / "paser-bkpsdm-iki-2022.txt"


@pytest.fixture(scope="module")
def read() -> Catalogue:
    return build(PDF)


@pytest.fixture(scope="module")
def read_text() -> Catalogue:
    return build(TEXT)


def data_in(page: bytes) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="isi">(.*?)</script>', page.decode())
    assert found is not None
    made: dict[str, Any] = json.loads(found[1])
    return made


def doubted(catalogue: Catalogue, *sure: float) -> Catalogue:
    """The first block's first cells of rumus, each so sure of its characters and with a finding."""
    block, found = catalogue.blocks[1], []
    rows = list(block.rows)
    for at, confidence in enumerate(sure):
        cell = rows[at].cells["rumus"]
        text = cell.text.model_copy(update={"character_confidence": confidence})
        cells = {**rows[at].cells, "rumus": cell.model_copy(update={"text": text})}
        rows[at] = rows[at].model_copy(update={"cells": cells})
        about = About(block.kind, block.order, f"rows/{rows[at].row}/rumus", text.as_printed, text.places)
        found.append(finding("ocr-ragu", about, keyakinan=f"{confidence:.0%}"))
    blocks = (catalogue.blocks[0], block.model_copy(update={"rows": tuple(rows)}), *catalogue.blocks[2:])
    return catalogue.model_copy(update={"blocks": blocks, "findings": tuple(found), "proposals": ()})


def test_the_most_doubtful_reading_stands_first(read: Catalogue) -> None:
    asked = [one for one in review_items(doubted(read, 0.8, 0.3, 0.6)) if one.group == "bacaan"]
    assert [one.paths[0].split("/")[3] for one in asked] == ["2", "3", "1"]
    assert [one.doubt for one in asked] == [0.85, 0.7, 0.6]


def test_proposals_are_one_a_word(read_text: Catalogue) -> None:
    """76 proposals of the speller are 27 words; the target that reads two ways is asked with them."""
    words = [one for one in review_items(read_text) if one.group == "ejaan"]
    assert (len(read_text.proposals), len(words)) == (76, 28)
    spelled = [one for one in words if one.rule != "target"]
    assert sum(len(one.paths) for one in spelled) == len({(p.place, p.before) for p in read_text.proposals})
    assert [len(one.paths) for one in words] == sorted((len(one.paths) for one in words), reverse=True)


def test_every_finding_is_asked_once(read_text: Catalogue) -> None:
    asked = [code for one in review_items(read_text) if one.group != "ejaan" for _, code, _ in one.said]
    others = {f.code for f in read_text.findings} - {"ejaan-usulan", "target-ambigu"}
    assert set(asked) == others
    assert all(one.group == "keputusan" for one in review_items(read_text) if ("diktum-berulang" in str(one.said)))


def test_empty_cells_of_a_column_are_one_question(read: Catalogue) -> None:
    block = read.blocks[1]
    empty = tuple(
        finding("sel-kosong", About(block.kind, block.order, f"rows/{row}/rumus"), kolom="Rumus")
        for row in (1, 2, 3, 5)
    )
    asked = review_items(read.model_copy(update={"findings": empty, "proposals": ()}))
    assert [len(one.paths) for one in asked if one.rule != "target"] == [3, 1]


def test_paths_of_findings_are_paths_of_the_content(read_text: Catalogue) -> None:
    content = review_content(read_text)
    known = {one[0] for part in (content, *content["blocks"]) for one in part["texts"]}
    for block in content["blocks"]:
        known |= {block["path"], *(f"{block['path']}/headings/{column['at']}" for column in block["columns"])}
        known |= {f"{block['path']}/rows/{row['row']}" for row in block["rows"]}
        known |= {f"{block['path']}/rows/{row['row']}/{c['key']}" for row in block["rows"] for c in block["columns"]}
    unknown = {path for f in read_text.findings if (path := path_of_finding(f)) and path not in known}
    assert {path.rsplit("/", 1)[-1] for path in unknown} <= {"fungsi", "tugas", "rows"}


def test_pictures_of_doubtful_pages_alone(read: Catalogue) -> None:
    shown = shown_source(PDF, read)
    assert list(shown.pictures) == doubtful_pages(read)
    assert 0 < len(shown.pictures) < 20
    assert len(shown_source(PDF, read, all_pages=True).pictures) == 20


def test_lines_of_a_text(read_text: Catalogue) -> None:
    shown = shown_source(TEXT, read_text)
    assert not shown.pictures
    assert any("KEPUTUSAN" in text for _, text in shown.lines)


def test_another_file_is_refused(read: Catalogue, tmp_path: Path) -> None:
    other = tmp_path / "contoh-lama.pdf"
    other.write_bytes(PDF.read_bytes() + b"\n")
    with pytest.raises(Unusable, match="tidak dibaca dari berkas ini"):
        shown_source(other, read)


def test_data_can_not_end_its_element(read: Catalogue) -> None:
    decision = changed(base(6), HOSTILE)
    page = review_page(decision.catalogue("jahat"))
    assert page.count(b"</script>") == page.count(b"<script") == 2
    assert any(HOSTILE[0] in str(block) for block in data_in(page)["blocks"])


def test_only_a_served_page_may_speak_to_its_server(read: Catalogue) -> None:
    assert b"connect-src 'none'" in review_page(read)
    served = review_page(read, saving=Saving("/simpan/contoh-lama", "rahasia"))
    assert b"connect-src 'self'" in served
    assert data_in(served)["saving"] == {"address": "/simpan/contoh-lama", "token": "rahasia", "back": ""}
