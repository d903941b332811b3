"""Training data and learning: labels are exact, layouts vary, a model can be learned from few tables."""

from __future__ import annotations

import dataclasses
import random

import pytest

from extract.table.linear.model import from_json, to_json
from extract.table.linear.read import best_reading
from extract.table.linear.tokens import tokenize
from schemas.layout import Line
from training.align import CannotAlign, align
from training.augment import vary
from training.crossval import cells_of, sure_steps
from training.data import TABLES, examples_of, gold_rows, lessons
from training.fit import Plan, fit
from training.learn import gold_path
from training.styles import random_style
from training.typeset import typeset, wrap

ROLES = ("no", "sasaran", "indikator", "target", "rumus", "sumber_data")
CELLS = (
    ("1", "Tersedianya data", "Jumlah data", "2 dokumen", "Dokumen data", "Bidang Mutasi"),
    (None, None, "Jumlah surat", "1 dokumen", "Surat", None),
)
ROWS = [dict(zip(ROLES, cells, strict=True)) for cells in CELLS]


def words_by_cell(words: tuple[str, ...], labels: list) -> dict[tuple[int, str], list[str]]:  # type: ignore[type-arg]
    cells: dict[tuple[int, str], list[str]] = {}
    for word, label in zip(words, labels, strict=True):
        cells.setdefault((label.row, label.role), []).append(word)
    return cells


@pytest.mark.parametrize("seed", range(40))
def test_typeset_tables_hold_every_word_of_every_cell_in_order(seed: int) -> None:
    rng = random.Random(seed)
    rows = gold_rows(rng.choice(TABLES))[:12]
    lines, seams, labels = typeset(rows, ROLES, random_style(rng), rng)
    cells = words_by_cell(tokenize(lines, seams).words, labels)
    want = {(k, role): (row[role] or "").split() for k, row in enumerate(rows) for role in ROLES if row[role]}
    assert cells == want


@pytest.mark.parametrize("seed", range(20))
def test_alignment_finds_the_cells_of_typeset_tables_again(seed: int) -> None:
    rng = random.Random(seed)
    rows = gold_rows(rng.choice(TABLES))[:8]
    # a row whose first cell begins only on the next page is beyond the alignment
    style = dataclasses.replace(random_style(rng), widow=False)
    lines, seams, labels = typeset(rows, ROLES, style, rng)
    words = tokenize(lines, seams).words
    assert words_by_cell(words, align(words, rows, ROLES)) == words_by_cell(words, labels)


def test_alignment_of_a_row_cut_by_a_page() -> None:
    """First the upper parts of all cells, then the rests."""
    text = "1 Tersedianya Jumlah 2 Dokumen Bidang data data dokumen data Mutasi Jumlah surat 1 dokumen Surat"
    words = text.split()
    labels = align(words, ROWS, ROLES)
    assert [(label.role, label.cont) for label in labels[6:11]] == [
        ("sasaran", True), ("indikator", True), ("target", True), ("rumus", True), ("sumber_data", True),
    ]  # fmt: skip
    with pytest.raises(CannotAlign, match="word 1"):
        align(["1", "lain"], ROWS, ROLES)


def test_a_path_covers_every_word_once() -> None:
    for example in examples_of(_decree()).values():
        path = gold_path(example.labels, example.roles)
        assert [p.start for p in path] == [0, *(p.end for p in path[:-1])]
        assert path[-1].end == len(example.tokens)
        rows, _ = cells_of(path, example.roles)
        assert sum(len(words) for row in rows for words in row.values()) == len(example.tokens)


def _decree() -> bytes:
    from training.data import DECREE

    return DECREE.read_bytes()


def test_wrapping_fills_lines_greedily() -> None:
    assert wrap("aaaa aaaa aaaa", 4200) == [["aaaa", "aaaa"], ["aaaa"]]
    assert wrap("", 1000) == []


def test_variation_keeps_the_rows_and_the_originals() -> None:
    rng = random.Random(3)
    for _ in range(30):
        rows, roles = vary(ROWS, rng)
        assert len(rows) == len(ROWS) and set(roles) <= {*ROLES, "satuan", "penanggung_jawab"}
    assert ROWS[0]["target"] == "2 dokumen"


def test_lessons_are_the_same_for_the_same_seed() -> None:
    tables = list(examples_of(_decree()).values())[:3]
    names = [table.name for table in tables]
    first, again = (next(iter(lessons(tables, names, 1, 2, 7))) for _ in range(2))
    assert first == again
    assert len(first) == 3 + 2 * 3


def test_confidence_rises_with_the_margin() -> None:
    from training.crossval import Result

    margins = tuple((float(k), k >= 150) for k in range(600))
    steps = sure_steps([Result("", "", 0, 0, 0, 0, 0, margins)], least=100)
    assert steps == [(0.0, 0.0), (100.0, 0.5), (200.0, 1.0)]


def test_a_model_is_learned_from_a_few_tables_and_survives_its_file() -> None:
    """Two tables are enough to read these two again; the model's file gives the same reading."""
    tables = [table for name, table in examples_of(_decree()).items() if name in ("j02", "j14")]
    model = fit(tables, ["j02", "j14"], Plan(passes=3, copies=2))
    again = from_json(to_json(model))
    for table in tables:
        reading = best_reading(model, table.tokens, table.roles, table.context)
        assert reading.path == gold_path(table.labels, table.roles)
        assert best_reading(again, table.tokens, table.roles, table.context).path == reading.path


def test_tokens_of_a_line_with_tabs_and_double_spaces() -> None:
    tokens = tokenize([Line("1\tJumlah  data", 1), Line("", 2), Line("pegawai ", 3), Line("x", 4)], [4])
    assert tokens.words == ("1", "Jumlah", "data", "pegawai", "x")
    assert tokens.wide == (False, False, True, False, False)
    assert tokens.gap == (0, 0, 0, 1, 0) and tokens.page == (0, 0, 0, 0, 2) and tokens.trail[4]
