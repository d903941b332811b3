"""Files of other agencies, which are not ours to publish: skipped where the folder is missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extract.read.pdf import read_pdf
from schemas.source import Source

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT.parent / "shared" / "real"
FILES = sorted(FOLDER.glob("*.pdf"))
KEYS = ("no", "sasaran", "indikator", "satuan", "target", "rumus", "sumber_data", "penanggung_jawab")

pytestmark = pytest.mark.skipif(not FILES, reason="files of other agencies are not here")


def bare(text: str | None) -> str:
    """White space counts for nothing, nor does a full stop at the end (as the scoring has it)."""
    return "".join((text or "").split()).rstrip(".")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_blocks_heads_and_cells(path: Path) -> None:
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["blocks"]
    source = Source(file=path.name, slug=path.stem, sha256="0" * 64, media_type="application/pdf")
    blocks = read_pdf(source, path.read_bytes()).decree.blocks
    assert len(blocks) == len(gold)
    for block, want in zip(blocks, gold, strict=True):
        assert block.kind == want["kind"]
        assert bare(block.jabatan.as_printed) == bare(want["jabatan"])
        assert bare(block.tugas and block.tugas.as_printed) == bare(want["tugas"])
        assert [bare(item.text.as_printed) for item in block.fungsi] == [bare(item["text"]) for item in want["fungsi"]]
        assert [_cells(row.cells) for row in block.rows] == [
            {key: bare(row.get(key)) for key in KEYS} for row in want["rows"] if "group" not in row
        ]


def _cells(cells: Any) -> dict[str, str]:
    return {key: bare(cells[key].text.as_printed if key in cells else "") for key in KEYS}
