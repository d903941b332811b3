"""How cells stand in their rows, and what the tables of one heading tell of each other."""

from __future__ import annotations

import pytest

from extract.table.context import DocumentContext
from extract.table.linear.evidence import Phrases
from extract.table.linear.facts import MIDDLE, TOP, UNKNOWN
from extract.table.linear.read import seen_layout
from extract.table.linear.rules import TableRules
from extract.table.linear.runs import ROW, SAME, WordRun
from extract.table.linear.tokens import tokenize
from schemas.layout import Line

ROLES = ("no", "indikator", "sumber_data")


def _rules(text: str) -> TableRules:
    lines = [Line(line, k) for k, line in enumerate(text.splitlines(), 1)]
    return TableRules.of(tokenize(lines), ROLES, Phrases.of(()), [0] * 3, DocumentContext())


def _path(*cells: int) -> list[WordRun]:
    """Runs of so many words, three a row."""
    starts = [sum(cells[:k]) for k in range(len(cells) + 1)]
    kinds = [SAME if k % 3 else ROW for k in range(len(cells))]
    return [WordRun(starts[k], starts[k + 1], k % 3, kinds[k]) for k in range(len(cells))]


@pytest.mark.parametrize(
    ("row", "standing"), [("{} Jumlah\npegawai\nBagian\n", TOP), ("{}\nJumlah\npegawai\nBagian\n", MIDDLE)]
)
def test_lines_that_cells_share_tell_how_they_stand(row: str, standing: str) -> None:
    rules = _rules("".join(row.format(k) for k in range(1, 4)))
    assert seen_layout([(rules, _path(1, 2, 1, 1, 2, 1, 1, 2, 1))], ()).standing == standing


def test_one_row_does_not_tell_how_cells_stand() -> None:
    rules = _rules("1 Jumlah\npegawai\nBagian\n")
    assert seen_layout([(rules, _path(1, 2, 1))], ()).standing == UNKNOWN


def test_tables_of_one_heading_tell_widths_and_phrases_together() -> None:
    first, second = _rules("1 Jumlah pegawai\nhadir\nBagian Umum\n"), _rules("1 Jumlah\npegawai\nBagian Umum\n")
    paths = [_path(1, 3, 2), _path(1, 2, 2)]
    alone = seen_layout([(second, paths[1])], ())
    both = seen_layout([(first, paths[0]), (second, paths[1])], ())
    assert alone.widths[1] == 0  # one wrapped line is no measure
    assert both.widths[1] == first.widths.span(1, 3)
    assert (alone.phrases, both.phrases) == ((), (("bagian", "umum"),))
