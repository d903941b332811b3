"""How sure a cell is depends on its kind as well as on its margin."""

from __future__ import annotations

import pytest

from extract.table.linear.kinds import ANY, kind_of_cell
from extract.table.linear.model import Model, from_json, to_json
from extract.table.linear.runs import CONT, ROW, SAME, WordRun


@pytest.mark.parametrize(
    ("role", "text", "kind"),
    [
        ("no", "12.", "nomor"),
        ("no", "Tujuan", ANY),
        ("no", "1 2", ANY),
        ("target", "12 dokumen", "target utuh"),
        ("target", "12 dokumen Laporan", "bukan target"),
        ("target", "Laporan Tahunan", "bukan target"),
        ("indikator", "12 dokumen", ANY),
    ],
)
def test_the_kind_of_a_cell(role: str, text: str, kind: str) -> None:
    words = ["Jumlah", *text.split(), "akhir"]
    assert kind_of_cell(role, WordRun(1, len(words) - 1, 0, ROW if role == "no" else SAME), words) == kind


def test_the_rest_of_a_cell_has_no_kind() -> None:
    assert kind_of_cell("target", WordRun(0, 2, 3, CONT), ["12", "dokumen"]) == ANY


def test_kinds_that_were_measured_apart_have_their_own_confidence() -> None:
    model = from_json(to_json(Model(sure=((0.0, 0.5), (10.0, 0.9)), sure_of={"nomor": ((0.0, 0.99),)})))
    assert [model.confidence(5.0, kind) for kind in ("nomor", ANY, "bukan target")] == [0.99, 0.5, 0.5]
    assert model.confidence(20.0) == 0.9
