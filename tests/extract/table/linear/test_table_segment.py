"""Tables of the decree and of its layouts, against the labelled rows; properties on any text."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.door import parts_of
from extract.read.text import layout_of_text
from extract.table.context import DocumentContext
from extract.table.flow import flow_of
from extract.table.linear.decode import Search
from extract.table.linear.evidence import Phrases, gap_attributes
from extract.table.linear.model import END, INSIDE, START_PART, Model, from_json, role_columns, table_model, to_json
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import ROW, SAME, WordRun
from extract.table.linear.steps import close_names
from extract.table.linear.tokens import tokenize
from extract.table.linear.weigh import CUT_UNIT, NO_ROOM
from extract.table.linear.wrap import FITS
from extract.table.region import TableRegion
from extract.table.text import table_in_text
from schemas.decree import Heading, Row, Text
from schemas.layout import Line

ROOT = Path(__file__).resolve().parents[4]
DECREE = ROOT / "corpus" / "paser-bkpsdm-iki-2022" / "paser-bkpsdm-iki-2022.txt"
PDF = ROOT / "tests" / "fixtures" / "pdf"
NAMES_OF_GOLD = ("p01_iku", *(f"j{k:02d}" for k in range(1, 24)))
ROLES = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")
HEADINGS = tuple(Heading(role=role, text=Text(as_printed=role.upper())) for role in ROLES)


def regions(data: bytes) -> list[TableRegion]:
    return parts_of(flow_of(layout_of_text(data))).regions


def gold_rows(name: str) -> list[dict[str, str]]:
    rows = json.loads((ROOT / "tests" / "gold" / f"{name}.json").read_text(encoding="utf-8"))["rows"]
    return [{role: row[role] or "" for role in ROLES} for row in rows]


def printed(rows: tuple[Row, ...]) -> list[dict[str, str]]:
    return [{role: row.cells[role].text.as_printed for role in ROLES} for row in rows]


def wrong_cells(data: bytes, names: tuple[str, ...]) -> list[tuple[str, int, str]]:
    """(table, row, role) of each cell that differs from gold; all of a table with another number of rows."""
    out: list[tuple[str, int, str]] = []
    for name, region in zip(names, regions(data), strict=False):
        want, got = gold_rows(name), printed(table_in_text(region).rows)
        if len(want) != len(got):
            out += [(name, number, role) for number in range(len(want)) for role in ROLES]
            continue
        for number, (w, g) in enumerate(zip(want, got, strict=True)):
            out += [(name, number, role) for role in ROLES if w[role] != g[role]]
    return out


def test_every_labelled_cell_of_the_decree() -> None:
    assert wrong_cells(DECREE.read_bytes(), NAMES_OF_GOLD) == []


def _text_of(layout: str, how: str) -> bytes:
    path = PDF / f"paser-{layout}.pdf"
    if how == "pypdf":
        pypdf = pytest.importorskip("pypdf")
        pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
        return "\n".join(page.extract_text() for page in pages).encode()
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (Debian: poppler-utils) is not installed")
    return subprocess.run(["pdftotext", f"-{how}", str(path), "-"], capture_output=True, check=True).stdout


@pytest.mark.parametrize("how", ["raw", "layout", "pypdf"])
@pytest.mark.parametrize("layout", ["a", "b"])
def test_cells_of_other_layouts_rows_cut_by_pages_included(layout: str, how: str) -> None:
    names = NAMES_OF_GOLD if layout == "a" else NAMES_OF_GOLD[1:]
    wrong = wrong_cells(_text_of(layout, how), names)
    total = sum(len(gold_rows(name)) * len(ROLES) for name in names)
    assert len(wrong) <= 0.01 * total, wrong[:20]


def test_cells_know_their_lines_and_why_they_begin() -> None:
    region = regions(DECREE.read_bytes())[1]
    cell = table_in_text(region).rows[0].cells["indikator"].text
    assert cell.as_printed.startswith("Jumlah temuan penyimpangan")
    assert cell.places[0].lines == (663, 667)
    assert any("kosong" in reason or "jumlah" in reason for reason in cell.reasons)
    assert 0.5 <= cell.border_confidence <= 1.0


def test_a_sasaran_that_is_not_printed_again_is_covered_by_the_one_above() -> None:
    rows = table_in_text(regions(DECREE.read_bytes())[1]).rows
    assert [row.cells["sasaran"].span for row in rows[:3]] == ["own", "covered", "own"]


def test_no_headings_leave_the_text_unparsed_and_no_text_gives_no_rows() -> None:
    line = Line("Jumlah dokumen 12 dokumen", 1)
    assert table_in_text(TableRegion((line,), ())).unparsed[0].as_printed == "Jumlah dokumen 12 dokumen"
    assert table_in_text(TableRegion((Line("  ", 1),), HEADINGS)).rows == ()


WORDS = st.sampled_from(
    [
        "1",
        "2.",
        "Tersedianya",
        "Jumlah",
        "dokumen",
        "12",
        "3dokumen",
        "100%",
        "-",
        "BB",
        "(70)",
        "yang",
        "dan",
        "Sub",
        "Bagian",
        "Umum",
        ")",
        "(",
        "Bidang",
        "²",
        "é",
        "5",
        "data",
    ]
)
LINES = st.lists(st.lists(WORDS, max_size=7).map(" ".join), max_size=12)


def _conserved(texts: list[str], roles: tuple[str, ...], pages: list[int | None], seams: frozenset[int]) -> None:
    lines = tuple(Line(text, k, page) for k, (text, page) in enumerate(zip(texts, pages, strict=True), 1))
    headings = tuple(h for h in HEADINGS if h.role in roles)
    table = table_in_text(TableRegion(lines, headings, seams))
    cells = [cell.text.as_printed for row in table.rows for cell in row.all_cells]
    cells += [text.as_printed for text in table.unparsed]
    cells += [group for group, _ in groupby(row.group for row in table.rows) if group]
    assert sorted("".join("".join(cells).split())) == sorted("".join("".join(texts).split()))


@settings(max_examples=60, deadline=None)
@given(LINES, st.data())
def test_any_text_gives_rows_that_hold_every_character_once(texts: list[str], data: st.DataObject) -> None:
    roles = data.draw(st.sampled_from([ROLES, ("indikator", "target"), ("sasaran",), ("no", "rumus", "sumber_data")]))
    marks = data.draw(st.booleans())
    pages = [k // 3 if marks else None for k in range(len(texts))]
    _conserved(texts, roles, pages, frozenset(data.draw(st.sets(st.integers(1, 12), max_size=2))))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=2, max_size=5).map("      ".join), min_size=2, max_size=10))
def test_any_column_aligned_text_holds_every_character_once(texts: list[str]) -> None:
    _conserved(texts, ROLES, [None] * len(texts), frozenset())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=8))
def test_characters_of_any_script(texts: list[str]) -> None:
    _conserved([" ".join(text.split()) for text in texts], ROLES, [None] * len(texts), frozenset())


def _lines_without_room(rules: TableRules, piece: WordRun) -> int:
    widths, first = rules.widths, (*rules.facts.tokens.first, True)
    ends = [at for at in range(piece.start + 1, piece.end) if first[at]]
    return sum(
        not widths.has_room(max(widths.line_start[at], piece.start), at, piece.column) for at in [*ends, piece.end]
    )


def _score(model: Model, rules: TableRules, gaps: list[list[str]], path: list) -> float:  # type: ignore[type-arg]
    """The sum of a path's weights, feature by feature, as training counts them, and what speaks against its lines."""
    columns, total, previous, history = role_columns(rules.facts.roles), 0.0, -1, None
    for piece, before, past, behind in rules.order.walk(path):
        role = columns[piece.column]

        def weigh(
            gap: int, part: int, wrapped: bool, role: int = role, start: int = piece.start, k: int = piece.column
        ) -> float:
            names = list(gaps[gap])
            if wrapped and gap < len(rules.facts.words) and rules.facts.tokens.first[gap]:
                names.append(FITS[rules.widths.name(max(rules.widths.line_start[gap], start), gap, k)])
            return sum(float(model.gaps[row, part, role]) for row in model.rows(names))

        total += weigh(piece.start, START_PART[piece.kind], False) + weigh(piece.end, END, True)
        total += sum(weigh(gap, INSIDE, True) for gap in range(piece.start + 1, piece.end))
        total += model.rule(rules.names(piece, before, past))
        total -= NO_ROOM * _lines_without_room(rules, piece)
        total -= CUT_UNIT * (piece.end in rules.grammar.cuts(piece))
        total -= CUT_UNIT * (piece.end in rules.facts.targets.inner)
        previous, history = piece.column, behind
    assert history is not None
    return total + model.rule(close_names(rules.facts, previous, history))


@settings(max_examples=40, deadline=None)
@given(LINES.filter(lambda texts: any(text.strip() for text in texts)), st.booleans())
def test_the_search_weighs_a_path_as_training_does(texts: list[str], narrow: bool) -> None:
    """The search adds up vectors, training single features: both must mean the same model."""
    tokens = tokenize([Line(text, number) for number, text in enumerate(texts, 1)])
    phrases = Phrases.of([["Sub", "Bagian", "Umum"]])
    rules = TableRules.of(tokens, ROLES, phrases, [9000 if narrow else 0] * len(ROLES), DocumentContext())
    gaps = gap_attributes(tokens, rules.facts.targets.at, phrases)
    reading = Search(table_model(), rules, gaps).run()
    assert reading.score == _score(table_model(), rules, gaps, reading.path)
    assert [piece.start for piece in reading.path[1:]] == [piece.end for piece in reading.path[:-1]]


def test_the_model_is_written_as_it_is_read() -> None:
    text = to_json(table_model())
    assert to_json(from_json(text)) == text
    assert all(float(weight).is_integer() for weight in table_model().rules.values())


def test_a_change_of_weights_counts_once_the_kept_sums_are_dropped() -> None:
    tokens = tokenize([Line("1. Tersedianya dokumen Jumlah dokumen 12 dokumen", 1)])
    phrases = Phrases.of([])
    rules = TableRules.of(tokens, ROLES, phrases, [0] * len(ROLES), DocumentContext())
    gaps = gap_attributes(tokens, rules.facts.targets.at, phrases)
    model = from_json(to_json(table_model()))
    Search(model, rules, gaps).run()
    model.rules = {name: -weight for name, weight in model.rules.items()}
    model.forget()
    reading = Search(model, rules, gaps).run()
    assert reading.score == _score(model, rules, gaps, reading.path)


def test_a_cell_that_ended_above_the_pages_bottom_is_not_cut_by_the_page() -> None:
    """The merged sasaran has 1 line, the rows beside it 4: what follows the break can't be the sasaran's."""
    texts = [
        "1 Tersedianya data",
        "Jumlah data pegawai",
        "yang lengkap",
        "2 data",
        "Jumlah data",
        "layanan",
        "3 data",
        "TI",
    ]
    tokens = tokenize([Line(text, number) for number, text in enumerate(texts, 1)], [8])
    rules = TableRules.of(tokens, ("no", "sasaran", "indikator", "target"), Phrases.of([]), [0] * 4, DocumentContext())
    path = [
        *(WordRun(*piece) for piece in ((0, 1, 0, ROW), (1, 3, 1, SAME), (3, 8, 2, SAME), (8, 10, 3, SAME))),
        *(WordRun(*piece) for piece in ((10, 13, 2, ROW), (13, 15, 3, SAME))),
    ]
    *_, (_, _, _, history) = rules.order.walk(path)
    short = {column: rules.joints.short(history, column) for column in (1, 2, 3)}
    assert short == {1: 2, 2: 0, 3: 1}
