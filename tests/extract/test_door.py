"""Source -> Layout -> decree: every character once, each text where it is printed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from layout_back import layout_from
from pydantic import BaseModel

from extract.door import _is_report, decree_of, layout_of, parts_of
from extract.read.piece import Piece
from extract.table.flow import flow_of
from katalog.store.canonical import dumps
from katalog.store.layout import layout_data
from schemas.decree import Text
from schemas.layout import Grid, Layout, Line, Word
from schemas.source import Source

HERE = Path(__file__).resolve().parents[1] / "fixtures"
PDF = (HERE / "pdf" / "paser-a.pdf").read_bytes()


def source(media_type: str) -> Source:
    return Source.model_validate({"file": "a", "slug": "a", "sha256": "0" * 64, "media_type": media_type})


@pytest.fixture(scope="module")
def layout() -> Layout:
    return layout_of(source("application/pdf"), PDF)


def words_of_page(layout: Layout, page: int) -> list[Word]:
    words = [word for line in layout.lines if line.page == page for word in line.words]
    grids = [item for item in layout.flow if isinstance(item, Grid) and item.page == page]
    return words + [word for grid in grids for cell in grid.cells for word in cell.words]


def texts_of(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name))
    elif isinstance(value, tuple | dict):
        for member in value.values() if isinstance(value, dict) else value:
            yield from texts_of(member)


def test_a_line_of_a_pdf_is_its_words_and_nothing_but_blanks_between(layout: Layout) -> None:
    assert layout.lines
    for line in layout.lines:
        assert line.text.replace(" ", "") == "".join(word.text for word in line.words).replace(" ", "")
        assert line.words_in(0, len(line.text)) == list(line.words)


def test_every_character_of_a_pdf_is_in_one_line_or_cell(layout: Layout) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(PDF)
    for number in range(1, len(document) + 1):
        printed = document[number - 1].get_textpage().get_text_bounded()
        kept = "".join(word.text for word in words_of_page(layout, number))
        # pdfium's own text writes a hyphen at the end of a line as U+0002
        assert Counter("".join(kept.split()).replace("-", "")) == Counter(
            "".join(printed.split()).replace("-", "").replace("\x02", "").replace("\ufffe", "")
        ), number


def test_the_flow_runs_down_each_page(layout: Layout) -> None:
    tops = [(item.page or 0, item.base if isinstance(item, Line) else item.ys[0]) for item in layout.flow]
    assert tops == sorted(tops)


def test_each_text_stands_where_its_own_words_do(layout: Layout) -> None:
    """The box of a text on one page holds all that it prints."""
    texts = [text for text in texts_of(decree_of(layout).decree) if len(text.places) == 1 and text.as_printed]
    assert len(texts) > 500
    for text in texts:
        (place,) = text.places
        assert place.lines is None and place.page is not None and place.bbox is not None
        x0, top, x1, bottom = place.bbox
        inside = [
            word.text
            for word in words_of_page(layout, place.page)
            if x0 - 0.01 <= word.x0 and word.x1 <= x1 + 0.01 and top - 0.01 <= word.top and word.bottom <= bottom + 0.01
        ]
        assert Counter("".join(inside)) >= Counter(text.as_printed.replace(" ", "")) - Counter("-"), text.as_printed


def test_the_value_of_a_label_is_its_own_place(layout: Layout) -> None:
    block = decree_of(layout).decree.blocks[1]
    (place,) = block.jabatan.places
    assert place.bbox is not None
    label = next(w for w in words_of_page(layout, place.page or 0) if w.text.startswith("Jabatan"))
    assert label.x1 <= place.bbox[0]


@pytest.mark.parametrize("keep", [True, False])
def test_words_are_let_go_only_where_nobody_asks_for_them(keep: bool) -> None:
    own = layout_of(source("application/pdf"), PDF)
    tables = flow_of(own, keep).tables
    cells = [cell for table in tables for part in table.sheet.pieces for cell in part.grid.cells]
    assert any(cell.words for cell in cells) is keep
    assert [len(table.rows) for table in tables] == [len(table.rows) for table in flow_of(own_again()).tables]


def own_again() -> Layout:
    return layout_of(source("application/pdf"), PDF)


def test_tables_are_items_of_the_flow_each_once(layout: Layout) -> None:
    flow = flow_of(layout)
    assert [item.number for item in flow.items] == list(range(1, len(flow.items) + 1))
    drawn = [section.drawn for section in parts_of(flow).found.sections if section.drawn is not None]
    assert drawn == list(flow.tables) and len(drawn) > 20


@pytest.mark.parametrize("media_type", ["text/plain", "application/pdf"])
def test_a_layout_goes_through_its_file_unchanged(media_type: str, corpus_text: Path) -> None:
    data = PDF if media_type == "application/pdf" else corpus_text.read_bytes()
    found = layout_of(source(media_type), data)
    written = dumps(layout_data(found, source(media_type)))
    again = layout_from(json.loads(written))
    assert dumps(layout_data(again, source(media_type))) == written
    blocks, blocks_again = (decree_of(each).decree.blocks for each in (found, again))
    assert [block.headings for block in blocks_again] == [block.headings for block in blocks]


@pytest.mark.parametrize(
    "text, columns", [("Capaian kinerja tahun ini naik.", 0), ("1   Jumlah dokumen   12 dokumen", 1)]
)
def test_lines_in_columns_are_no_report(text: str, columns: int) -> None:
    lines = [Piece(text, Line(text, n, 1), n) for n in range(30)]
    assert _is_report(lines) is not bool(columns)
