"""The typeset decree as PDF against the labelled rows: cells, heads, rows cut by a page break, places, conservation."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from flows import flow_of_pdf

from extract.door import extract
from extract.table.drawn.conserve import lost_characters
from schemas.decree import Block, ExtractedDecree
from schemas.source import Source

HERE = Path(__file__).resolve().parents[3] / "fixtures" / "pdf"
KEYS = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")
#: File, and whether it holds the preamble and the IKU block.
FILES = [("paser-a.pdf", True), ("paser-b.pdf", False)]


@cache
def extracted(name: str) -> ExtractedDecree:
    source = Source(file=name, slug=name[:-4], sha256="0" * 64, media_type="application/pdf")
    return extract(source, (HERE / name).read_bytes())


def parts(gold: dict[str, Any], iku: bool) -> list[dict[str, Any]]:
    own = [gold[name] for name in sorted(gold) if name.startswith("j")]
    return [gold["p01_iku"], *own] if iku else own


def fold(text: str | None) -> str:
    """White space folded, and the space after a hyphen at a line's end, as the scoring does."""
    return re.sub(r"(?<=\w)- (?=\w)", "-", " ".join((text or "").split()))


def cells(block: Block) -> list[dict[str, str]]:
    return [{key: fold(row.cells[key].text.as_printed) for key in KEYS} for row in block.rows]


@pytest.mark.parametrize(("name", "iku"), FILES)
def test_rows_are_exact(name: str, iku: bool, gold: dict[str, Any]) -> None:
    decree = extracted(name).decree
    for block, part in zip(decree.blocks, parts(gold, iku), strict=True):
        assert cells(block) == [{key: fold(row.get(key)) for key in KEYS} for row in part["rows"]], part["part"]


@pytest.mark.parametrize(("name", "iku"), FILES)
def test_heads_are_exact(name: str, iku: bool, gold: dict[str, Any]) -> None:
    decree = extracted(name).decree
    for block, part in zip(decree.blocks, parts(gold, iku), strict=True):
        assert fold(block.jabatan.as_printed) == fold(part.get("jabatan") or part.get("instansi"))
        assert fold(block.tugas and block.tugas.as_printed) == fold(part["tugas"])
        printed = [(item.no, fold(item.text.as_printed)) for item in block.fungsi]
        assert printed == [(item["no"], fold(item["text"])) for item in part["fungsi"]]


@pytest.mark.parametrize(("name", "iku"), FILES)
def test_rows_at_page_breaks_are_exact(name: str, iku: bool, gold: dict[str, Any]) -> None:
    """The slice that stock readers get wrong: rows cut by a page break, and the first row after one."""
    decree = extracted(name).decree
    seam_rows = 0
    for block, part in zip(decree.blocks, parts(gold, iku), strict=True):
        for row, printed in zip(block.rows, part["rows"], strict=True):
            if any("batas halaman" in reason for cell in row.cells.values() for reason in cell.text.reasons):
                seam_rows += 1
                for key in KEYS:
                    assert fold(row.cells[key].text.as_printed) == fold(printed.get(key))
    assert seam_rows >= 5


def test_a_cut_cell_has_a_place_on_both_pages() -> None:
    """`... kinerja oleh evaluator SAKIP (APIP Inspektorat)` ends on page 4."""
    iku = extracted("paser-a.pdf").decree.blocks[0]
    rumus = iku.rows[1].cells["rumus"].text
    assert [place.page for place in rumus.places] == [3, 4]
    assert rumus.reasons == ("batas halaman 3/4: baris berlanjut",)
    upper, lower = (place.bbox for place in rumus.places)
    assert upper and lower and upper[3] > 500 and lower[1] < 120


def test_merged_sasaran_is_covered_and_a_blank_cell_is_empty() -> None:
    """In paser-a the sasaran cells are merged; the blank number cells below them are drawn apart."""
    first = extracted("paser-a.pdf").decree.blocks[1]
    assert [row.cells["sasaran"].span for row in first.rows[:4]] == ["own", "covered", "own", "covered"]
    assert [row.cells["no"].span for row in first.rows[:4]] == ["own", "empty", "own", "empty"]


@pytest.mark.parametrize(("name", "_"), FILES)
def test_no_character_of_a_table_is_lost_or_invented(name: str, _: bool) -> None:
    tables = flow_of_pdf((HERE / name).read_bytes()).tables
    assert len(tables) >= 23
    assert [lost_characters(table) for table in tables] == [[]] * len(tables)


@pytest.mark.parametrize(("name", "_"), FILES)
def test_all_print_is_understood(name: str, _: bool) -> None:
    result = extracted(name)
    assert result.findings == ()
    assert result.decree.unparsed == ()


def test_each_text_outside_a_table_has_page_and_box() -> None:
    preamble = extracted("paser-a.pdf").decree.preamble
    texts = [item.text for item in (*preamble.menimbang, *preamble.mengingat)]
    assert len(texts) > 10
    for text in texts:
        assert text.places and all(place.bbox and place.page and not place.lines for place in text.places)
    bupati = preamble.mengingat[0].text.places[0]
    assert bupati.page == 1 and bupati.bbox is not None
    # `Mengingat`, the label on the same line, is not part of the item
    assert bupati.bbox[0] > 150
