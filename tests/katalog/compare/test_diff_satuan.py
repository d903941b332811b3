"""A column of units that comes or goes names what the targets count: no change of substance."""

from __future__ import annotations

from pathlib import Path

import pytest
from kasus import HEADS, HOLDER, PLAIN
from word_files import blank_document, saved, table

from katalog.front import build, diff
from schemas.catalogue import Catalogue


def _built(folder: Path, name: str, heads: list[str], rows: list[list[str]]) -> Catalogue:
    document = blank_document()
    for line in ("INDIKATOR KINERJA INDIVIDU", f"Jabatan : {HOLDER}", "Tugas : Melaksanakan urusan kearsipan"):
        document.add_paragraph(line)
    table(document, [heads, *rows])
    path = folder / f"{name}.docx"
    path.write_bytes(saved(document))
    return build(path)


@pytest.mark.parametrize(("unit", "natures"), [("dokumen", {"editorial"}), ("berkas", {"editorial", "substantive"})])
def test_units_in_a_column_of_their_own(tmp_path: Path, unit: str, natures: set[str]) -> None:
    parted = [[*row[:3], *row[3].replace("dokumen", unit).split(" ", 1), *row[4:]] for row in PLAIN]
    old = _built(tmp_path, "lama", HEADS, PLAIN)
    new = _built(tmp_path, "baru", [*HEADS[:4], "SATUAN", *HEADS[4:]], parted)
    for made in (diff(old, new), diff(new, old)):
        assert {one.nature for one in made.changes} == natures
