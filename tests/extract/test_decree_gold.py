"""The decree's text, and parts of it typeset anew and extracted by several tools, against the labelled gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from segments import unread

from extract.door import Read, decree_of
from extract.read.text import layout_of_text
from schemas.decree import Block, Item, Preamble, Text

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CORPUS = ROOT / "corpus" / "paser-bkpsdm-iki-2022" / "paser-bkpsdm-iki-2022.txt"
FIXTURES = sorted((HERE.parent / "fixtures" / "teks").glob("paser-*.txt"))
SOURCES = [CORPUS, *FIXTURES]
WITH_PREAMBLE = [path for path in SOURCES if not path.name.startswith("paser-b-")]

Pair = tuple[str | None, str]


def gold(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((ROOT / "tests" / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def read(path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    monkeypatch.setattr("extract.table.text.table_in_text", unread, raising=False)
    return decree_of(layout_of_text(path.read_bytes()))


def printed(text: Text | None) -> str | None:
    return text.as_printed if text else None


def pairs(items: tuple[Item, ...]) -> list[Pair]:
    return [(item.no, item.text.as_printed) for item in items]


def gold_pairs(items: list[dict[str, Any]]) -> list[Pair]:
    return [(item["no"], item["text"]) for item in items]


def blocks(read: Read, kind: str) -> list[Block]:
    return [block for block in read.decree.blocks if block.kind == kind]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_heads_of_jabatan(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = blocks(read(path, monkeypatch), "IKI")
    assert len(found) == (45 if path == CORPUS else 6 if path.name.startswith("paser-b-") else 4)
    for block in found[:23]:
        expected = gold(f"j{block.order:02}")
        assert block.label == "Jabatan"
        assert printed(block.jabatan) == expected["jabatan"]
        assert printed(block.tugas) == expected["tugas"]
        assert pairs(block.fungsi) == gold_pairs(expected["fungsi"])
        assert [heading.text.as_printed for heading in block.headings] == expected["kolom"]


@pytest.mark.parametrize("path", WITH_PREAMBLE, ids=lambda path: path.stem)
def test_iku_head(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (block,) = blocks(read(path, monkeypatch), "IKU")
    expected = gold("p01_iku")
    assert block.label == "INSTANSI"
    assert printed(block.jabatan) == expected["instansi"]
    assert [printed(line) for line in block.judul] == expected["judul"]
    assert pairs(block.tujuan) == gold_pairs(expected["tujuan"])
    assert printed(block.tugas) == expected["tugas"]
    assert pairs(block.fungsi) == gold_pairs(expected["fungsi"])
    assert [heading.text.as_printed for heading in block.headings] == expected["kolom"]


@pytest.mark.parametrize("path", WITH_PREAMBLE, ids=lambda path: path.stem)
def test_preamble(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preamble = read(path, monkeypatch).decree.preamble
    expected = gold("p00_preamble")
    assert printed(preamble.judul) == expected["judul"]
    assert printed(preamble.pejabat) in expected["extra"]
    assert pairs(preamble.menimbang) == gold_pairs(expected["menimbang"])
    assert pairs(preamble.mengingat) == gold_pairs(expected["mengingat"])
    assert printed(preamble.menetapkan) == expected["menetapkan"]
    found = [(part.label, part.text.as_printed, pairs(part.butir)) for part in preamble.diktum]
    assert found == [(part["label"], part["text"], gold_pairs(part["butir"])) for part in expected["diktum"]]
    assert_closing(preamble, expected)


def assert_closing(preamble: Preamble, expected: dict[str, Any]) -> None:
    penetapan = preamble.penetapan
    assert penetapan is not None
    assert printed(penetapan.tempat) == expected["ditetapkan_di"]
    assert printed(penetapan.tanggal) == expected["tanggal"]
    signed = {name: printed(getattr(penetapan.penandatangan, name)) for name in expected["penandatangan"]}
    assert signed == expected["penandatangan"]


def test_heading_lines_above_the_title(monkeypatch: pytest.MonkeyPatch) -> None:
    preamble = read(HERE.parent / "fixtures" / "teks" / "paser-a-raw.txt", monkeypatch).decree.preamble
    assert printed(preamble.nomor) == "NOMOR 44 TAHUN 2022"
    assert printed(preamble.kepala[0]) == "KEPUTUSAN"


def test_lampiran_of_the_decree(monkeypatch: pytest.MonkeyPatch) -> None:
    (lampiran,) = read(CORPUS, monkeypatch).decree.lampiran
    expected = gold("p01_iku")["lampiran"]
    assert printed(lampiran.label) == f"{expected['label']} Nomor. {expected['nomor']}"
    closing = gold("p00_preamble")["penutup_lampiran"]
    assert lampiran.penetapan is not None
    # it closes on another date than the decree
    assert printed(lampiran.penetapan.tanggal) == closing["tanggal"] == "03 Januari 2023"
    signed = lampiran.penetapan.penandatangan
    assert {name: printed(getattr(signed, name)) for name in closing["penandatangan"]} == closing["penandatangan"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_nothing_of_the_decree_is_unknown(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(path, monkeypatch).findings == ()


def test_places_lead_back_to_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = CORPUS.read_text(encoding="utf-8").splitlines()
    block = blocks(read(CORPUS, monkeypatch), "IKI")[3]
    (place,) = block.jabatan.places
    assert place.lines is not None
    first, last = place.lines
    joined = " ".join(" ".join(lines[first - 1 : last]).split())
    assert joined == f"Jabatan : {block.jabatan.as_printed}"


def test_pages_only_where_the_source_marks_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def pages(path: Path) -> list[int | None]:
        return [block.jabatan.places[0].page for block in blocks(read(path, monkeypatch), "IKI")]

    assert set(pages(CORPUS)) == {None}
    # each jabatan starts a page of its own; the tables of the first and the third go on to a second one
    assert pages(HERE.parent / "fixtures" / "teks" / "paser-a-raw.txt") == [5, 7, 8, 10]
