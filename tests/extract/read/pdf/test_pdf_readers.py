"""Other readers of the same pages, and several processes, give the same tables."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import get_args

import pikepdf
import pypdfium2 as pdfium
import pytest
from cetak import Cetak
from click import Option
from flows import flow_of_pdf

from extract.door import extract
from extract.errors import UnusableSource
from extract.read.pdf.ink_pdfium import page_ink
from extract.read.pdf.ink_plumber import Plumber
from extract.read.pdf.options import PdfOptions, ReaderName
from katalog.cli.commands import build
from schemas.source import Source

DATA = (Path(__file__).resolve().parents[3] / "fixtures" / "pdf" / "paser-b.pdf").read_bytes()


def printed(options: PdfOptions) -> list[list[list[str]]]:
    return [
        [[cell.text.as_printed for cell in row.cells.values()] for row in table.rows]
        for table in flow_of_pdf(DATA, options).tables
    ]


OTHERS = [PdfOptions(reader=reader) for reader in get_args(ReaderName) if reader != PdfOptions().reader]


@pytest.mark.parametrize("options", [*OTHERS, PdfOptions(jobs=2)], ids=lambda one: f"{one.reader}-{one.jobs}")
def test_same_tables(options: PdfOptions) -> None:
    assert printed(options) == printed(PdfOptions())


def test_every_reader_has_its_sentence_in_the_help() -> None:
    (option,) = (one for one in build.command.params if one.name == "reader")
    assert isinstance(option, Option) and option.help
    assert [reader for reader in get_args(ReaderName) if not re.search(rf"\b{reader}\b", option.help)] == []


def test_both_flags_what_camelot_reads_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    from extract.read.pdf.camelot_grid import Witness

    source = Source(file="b.pdf", slug="b", sha256="0" * 64, media_type="application/pdf")
    assert extract(source, DATA, PdfOptions(reader="both")).findings == ()
    monkeypatch.setattr(Witness, "_text", lambda *_: "lain")
    made = extract(source, DATA, PdfOptions(reader="both"))
    findings = made.findings
    assert {finding.code for finding in findings} == {"pembaca-berbeda"}
    assert "“lain”" in findings[0].message and findings[0].as_printed and findings[0].places[0].bbox
    # each points at the cell that is printed there
    rows = [(f"{b.kind}/{b.order}/rows/{i}", row) for b in made.decree.blocks for i, row in enumerate(b.rows, 1)]
    cells = {f"{path}/{role}": cell for path, row in rows for role, cell in row.cells.items()}
    about = [(one, cells[f"{one.kind}/{one.order}/{one.field}"]) for one in findings if one.field.startswith("rows/")]
    assert len(about) > 100
    assert all(one.as_printed.split()[0] in cell.text.as_printed for one, cell in about)


@pytest.mark.parametrize(
    ("reader", "package"), [("pdfplumber", "pdfplumber"), ("camelot", "camelot"), ("both", "camelot")]
)
def test_a_missing_reader_is_named(reader: ReaderName, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.read.pdf.options.find_spec", lambda name: None if name == package else name)
    with pytest.raises(UnusableSource, match=f"memerlukan paket {package}"):
        flow_of_pdf(DATA, PdfOptions(reader=reader))


def italic_letters(data: bytes) -> bytes:
    """The file with a font that calls its f and x those of formulas, which UTF-16 writes in two halves."""
    codes = b"2 beginbfchar\n<66> <D835DC53>\n<78> <D835DC65>\nendbfchar"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        letters = pdf.make_stream(b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n" + codes)
        pdf.pages[0].Resources.Font.F1.ToUnicode = letters
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_letters_of_formulas_are_letters(reader: ReaderName) -> None:
    doc = Cetak()
    doc.page()
    doc.text(40, 40, "f(x) = x 100 %")
    data = italic_letters(doc.save())
    if reader == "pdfium":
        document = pdfium.PdfDocument(data)
        ink = page_ink(document, 0)
        document.close()
    else:
        ink = Plumber(data).page_ink(0)
    assert "".join(char.text for char in ink.chars if char.text != " ") == "f(x)=x100%"
