"""The decree as PDF and as the text that an extractor makes of it: one content, whatever the way.

Places aside, and the cells that only a PDF shows as merged. Needs pdftotext: skipped where it is missing.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from extract.door import extract
from schemas.decree import Block, Decree, Text
from schemas.source import Source

DATA = (Path(__file__).resolve().parents[3] / "fixtures" / "pdf" / "paser-a.pdf").read_bytes()

pytestmark = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing")


def as_text(flavour: str) -> Decree:
    command = ["pdftotext", flavour, "-", "-"]
    text = subprocess.run(command, input=DATA, capture_output=True, check=True).stdout
    return extract(Source(file="a.txt", slug="a", sha256="0" * 64, media_type="text/plain"), text).decree


def as_pdf() -> Decree:
    return extract(Source(file="a.pdf", slug="a", sha256="0" * 64, media_type="application/pdf"), DATA).decree


def said(text: Text | None) -> str:
    return " ".join(text.as_printed.split()).replace("- ", "-") if text else ""


def head(block: Block) -> list[object]:
    fungsi = [(item.no, said(item.text)) for item in block.fungsi]
    return [block.kind, block.order, said(block.jabatan), said(block.tugas), fungsi]


def rows(block: Block) -> list[dict[str, str]]:
    return [{str(role): said(cell.text) for role, cell in row.cells.items()} for row in block.rows]


def preamble(decree: Decree) -> list[object]:
    found = decree.preamble
    lists = [[(item.no, said(item.text)) for item in items] for items in (found.menimbang, found.mengingat)]
    diktum = [(part.label, said(part.text), [said(item.text) for item in part.butir]) for part in found.diktum]
    signed = found.penetapan.penandatangan if found.penetapan else None
    return [said(found.nomor), said(found.judul), said(found.menetapkan), lists, diktum, said(signed and signed.nama)]


# linear text leaves two rows of the decree open (a short indikator before a short target)
@pytest.mark.parametrize(("flavour", "open_rows"), [("-layout", 0), ("-raw", 2)])
def test_pdf_and_text_say_the_same(flavour: str, open_rows: int) -> None:
    pdf, text = as_pdf(), as_text(flavour)
    assert preamble(pdf) == preamble(text)
    assert [head(block) for block in pdf.blocks] == [head(block) for block in text.blocks]
    pairs = [
        (a, b) for x, y in zip(pdf.blocks, text.blocks, strict=True) for a, b in zip(rows(x), rows(y), strict=True)
    ]
    assert len(pairs) == 182
    assert sum(a != b for a, b in pairs) <= open_rows
