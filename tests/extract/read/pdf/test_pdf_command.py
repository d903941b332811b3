"""PDFs on the command line: readers, OCR, processes, limits, the picture of a page, and files that can't be used."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pikepdf
import pytest
from cetak import Cetak, decree
from click.testing import CliRunner
from PIL import Image
from project import ROOT, Run

from extract.read.pdf.options import PdfOptions
from katalog.cli.commands.inspect import command as inspect_command

PASER = Path(__file__).resolve().parents[3] / "fixtures" / "pdf" / "paser-a.pdf"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "uji.pdf"
    path.write_bytes(decree(20))
    return path


def extracted(katalog: Run, pdf: Path, *options: str) -> dict[str, object]:
    result = katalog("extract", pdf, "-o", "-", *options)
    assert (result.returncode, result.stderr) == (0, "")
    return dict(json.loads(result.stdout))


def test_build_of_a_pdf(katalog: Run, tmp_path: Path, pdf: Path) -> None:
    assert katalog("build", pdf, "-o", tmp_path).returncode == 0
    catalogue = json.loads((tmp_path / "uji.json").read_text(encoding="utf-8"))
    assert catalogue["source"]["pages"] == 20
    assert catalogue["blocks"][19]["rows"][0]["target"]["value"] == "3"
    assert catalogue["blocks"][19]["rows"][0]["cells"]["target"]["text"]["places"][0]["page"] == 20


def test_processes_change_nothing(katalog: Run, pdf: Path) -> None:
    # more pages than one process takes at a time
    assert extracted(katalog, pdf, "--jobs", "2") == extracted(katalog, pdf)


@pytest.mark.parametrize("reader", ["pdfplumber", "camelot", "both"])
def test_readers_agree(katalog: Run, tmp_path: Path, reader: str) -> None:
    path = tmp_path / "uji.pdf"
    path.write_bytes(decree(1))
    usual, other = extracted(katalog, path), extracted(katalog, path, "--reader", reader)
    assert _texts(usual) == _texts(other)
    assert other["findings"] == []


def _texts(data: object) -> list[object]:
    if isinstance(data, dict):
        return [text for key, value in data.items() for text in ([value] if key == "as_printed" else _texts(value))]
    return [text for item in data for text in _texts(item)] if isinstance(data, list) else []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--max-pages", "3"), "20 halaman, melebihi batas 3"),
        (("--max-seconds", "0.000001"), "melebihi batas waktu"),
        (("--max-chars", "10"), "Tidak satu pun halaman"),
        (("--reader", "lain"), "pilihannya: pdfium, pdfplumber, camelot, both"),
        (("--ocr", "ya"), "pilihannya: auto, always, never"),
        (("--jobs", "-1"), "paling sedikit 0 dan paling banyak 64"),
    ],
)
def test_limits_and_wrong_values(
    katalog: Run, pdf: Path, tmp_path: Path, options: tuple[str, str], message: str
) -> None:
    target = tmp_path / "hasil.json"
    result = katalog("extract", pdf, "-o", target, *options)
    assert (result.returncode, result.stdout, target.exists()) == (2, "", False)
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_every_limit_is_an_option_with_its_default() -> None:
    text = " ".join(CliRunner().invoke(inspect_command, ["--help"]).output.split())
    usual = PdfOptions()
    assert f"ukuran berkas PDF (baku {usual.max_bytes // 2**20})" in text
    assert f"setelah dikembangkan (baku {usual.max_content // 2**20})" in text
    for value in (
        usual.max_pages,
        usual.max_chars,
        f"{usual.max_side:g}",
        f"{usual.seconds:g}",
        usual.reader,
        usual.ocr,
    ):
        assert f"baku {value})" in text or f"{value} (baku)" in text


def test_the_guide_gives_the_defaults() -> None:
    rows = re.findall(r"\| `(--max-\w+)` \| ([\d]+)", (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8"))
    usual = PdfOptions()
    assert {flag: float(value) for flag, value in rows} == {
        "--max-size": usual.max_bytes / 2**20,
        "--max-pages": usual.max_pages,
        "--max-content": usual.max_content / 2**20,
        "--max-chars": usual.max_chars,
        "--max-side": usual.max_side,
        "--max-memory": usual.memory / 2**20,
        "--max-seconds": usual.seconds,
    }


def _locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(decree())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="rahasia", owner="lain"))
    return out.getvalue()


def _report() -> bytes:
    doc = Cetak()
    doc.page()
    doc.text(40, 40, "Laporan tahunan")
    return doc.save()


@pytest.mark.parametrize(
    ("data", "message"),
    [(_locked(), "kata sandi"), (decree()[:300], "rusak"), (_report(), "Tidak ada tabel indikator dalam 1 halaman")],
)
def test_unusable_pdfs_beside_a_good_one(katalog: Run, tmp_path: Path, pdf: Path, data: bytes, message: str) -> None:
    bad = tmp_path / "buruk.pdf"
    bad.write_bytes(data)
    result = katalog("build", bad, pdf, "-o", tmp_path / "hasil")
    assert result.returncode == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"katalog: {bad}: ")
    assert message in line
    assert [path.name for path in (tmp_path / "hasil").iterdir()] == ["uji.json"]


def test_extract_writes_the_layout_of_any_source(katalog: Run, tmp_path: Path, corpus_text: Path) -> None:
    for source, kinds in ((PASER, {"line", "grid"}), (corpus_text, {"line"})):
        result = katalog("extract", source, "--layout", "-o", tmp_path / "tata.json")
        assert (result.returncode, result.stderr) == (0, "")
        written = json.loads((tmp_path / "tata.json").read_bytes())
        assert list(written) == ["layout_version", "source", "pages", "flow", "overlays", "findings"]
        assert {item["kind"] for item in written["flow"]} == kinds
        assert len(written["pages"]) == (written["source"]["pages"] or 0)


def test_inspect_draws_the_page(katalog: Run, tmp_path: Path) -> None:
    target = tmp_path / "halaman.png"
    result = katalog("inspect", PASER, "--page", "4", "-o", target)
    assert (result.returncode, result.stderr) == (0, "")
    with Image.open(target) as image:
        assert image.format == "PNG"
        assert image.width > image.height > 500


@pytest.mark.parametrize(("page", "message"), [("99", "Halaman 99 tidak ada"), ("0", "paling sedikit 1")])
def test_inspect_of_a_page_that_is_not_there(katalog: Run, tmp_path: Path, page: str, message: str) -> None:
    result = katalog("inspect", PASER, "--page", page, "-o", tmp_path / "halaman.png")
    assert result.returncode == 2
    assert message in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_inspect_of_a_text(katalog: Run, tmp_path: Path, corpus_text: Path) -> None:
    target = tmp_path / "halaman.html"
    result = katalog("inspect", corpus_text, "--page", "1", "-o", target)
    assert (result.returncode, result.stderr) == (0, "")
    assert "<!DOCTYPE html>" in target.read_text(encoding="utf-8")
    assert "Halaman 2 tidak ada" in katalog("inspect", corpus_text, "--page", "2", "-o", target).stderr
