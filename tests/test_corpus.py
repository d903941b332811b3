"""The corpus: evidence with a manifest, unchanged."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest
from project import ROOT

from katalog.front import build

FOLDERS = sorted(path for path in (ROOT / "corpus").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_manifest(folder: Path) -> None:
    manifest = tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))
    source = folder / manifest["sumber"]["berkas"]
    assert source.stem == folder.name
    assert hashlib.sha256(source.read_bytes()).hexdigest() == manifest["sumber"]["sha256"]
    assert manifest["judul"] and manifest["sumber"]["jenis"] and manifest["revisi"]["keterangan"]


def test_a_row_without_a_number_among_numbered_ones_stays_a_row() -> None:
    """IKI 27, SIMPEG: the last row prints a rumus and a sumber data alone. Its table is one of 46, whose rows are not
    all numbered; read for itself, rows that begin at their numbers alone would fit nearly as well."""
    name = "paser-bkpsdm-iki-2022"
    block = [one for one in build(ROOT / "corpus" / name / f"{name}.txt").blocks if one.kind == "IKI"][26]
    last = block.rows[-1].cells
    assert [row.cells["no"].text.as_printed for row in block.rows] == ["1", "2", "3", "4", ""]
    assert last["rumus"].text.as_printed == "Dokumen data dan informasi formasi kepegawaian"
