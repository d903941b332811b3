"""What is measured by leaving agencies, layouts and kinds of evidence out, and on whole documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from training.documents import by_drawing
from training.left_out import AGENCIES, LAYOUTS, left_out
from training.tabular import terms
from training.worth import KINDS, calibration

Gold = dict[str, Any]


@pytest.fixture(scope="module")
def lines(gold: Gold) -> list[str]:
    rows = [head["rows"] for name, head in sorted(gold.items()) if name.startswith("j")]
    before = {role: list(words) for role, words in terms()["peran"].items()}
    found = list(left_out(rows, tables=40))
    assert terms()["peran"] == before
    return found


def test_each_agency_and_each_kind_of_evidence_is_left_out_once(lines: list[str]) -> None:
    assert sum(line.startswith("instansi ") for line in lines) == AGENCIES
    assert sum(line.startswith("tanpa ") and line.split(" 0.")[0].strip()[6:] in KINDS for line in lines) == len(KINDS)


def test_a_layout_is_read_with_and_without_having_been_learned(lines: list[str]) -> None:
    asked = [line.split(", ")[0] for line in lines if ", dipelajari" in line]
    assert asked
    assert asked == [line.split(", ")[0] for line in lines if ", tidak dipelajari" in line]
    assert set(asked) <= set(LAYOUTS)


def test_calibration_counts_what_is_right_by_how_sure_it_is() -> None:
    told = [(0.4, False), (0.97, True), (0.96, False), (1.0, True)]
    assert list(calibration(told, "sel")) == [
        "keyakinan 0.00 sampai 0.50: 0 dari 1 sel benar",
        "keyakinan 0.95 sampai 0.99: 1 dari 2 sel benar",
        "keyakinan 0.99 sampai 1.00: 1 dari 1 sel benar",
    ]


def test_a_document_is_measured_by_how_it_is_drawn(tmp_path: Path) -> None:
    text = """\
Nama Jabatan : Pengelola Data
 NO   SASARAN STRATEGIS        INDIKATOR KINERJA          TARGET
 1    Terkelolanya data        Jumlah data pegawai        12 dokumen
 2    Tersedianya laporan      Jumlah laporan             1 laporan
"""
    rows = [
        {"no": "1", "sasaran": "Terkelolanya data", "indikator": "Jumlah data pegawai", "target": "12 dokumen"},
        {
            "no": "2",
            "sasaran": "Tersedianya laporan",
            "indikator": "Jumlah arsip",
            "target": "1 laporan",
            "rumus": None,
        },
        {"group": "MISI 1"},
    ]
    for name in ("1", "2"):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"{name}.json").write_text(json.dumps({"blocks": [{"rows": rows}]}), encoding="utf-8")
        (tmp_path / f"{name}.traits.json").write_text(json.dumps({"borders": "box"}), encoding="utf-8")
    found = list(by_drawing([tmp_path], 1))
    assert found[0].split() == ["borders:", "box", "0.8750", "dari", "16", "sel", "terbaca", "dalam", "2", "dokumen"]
    assert sum(int(line.split(": ")[1].split()[0]) for line in found if line.startswith("keyakinan")) == 14
