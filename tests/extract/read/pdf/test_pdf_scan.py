"""Scanned pages. The tests that read one are skipped where the recogniser is missing."""

from __future__ import annotations

import importlib.util
import io
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from cetak import Cetak, Tabel
from project import Run

from extract.door import extract
from extract.errors import UnusableSource
from extract.install import install_ocr
from extract.read.pdf.layer import noise
from extract.read.pdf.options import PdfOptions
from schemas.decree import ExtractedDecree
from schemas.source import Source

SOURCE = Source(file="pindai.pdf", slug="pindai", sha256="0" * 64, media_type="application/pdf")
HEAD = ["NO", "SASARAN", "INDIKATOR", "TARGET", "RUMUS"]
ROWS = [
    ["1", "Meningkatnya kualitas data", "Persentase data yang benar", "100 %", "Jumlah data benar dibagi jumlah data"],
    ["2", "Tersedianya laporan", "Jumlah laporan yang tersusun", "12 laporan", "Laporan bulanan"],
]


MISSING = not all(map(importlib.util.find_spec, ("cv2", "onnxruntime", "rapidocr")))
needs_ocr = pytest.mark.skipif(MISSING, reason="onnxruntime, or rapidocr with its models, is missing")


def printed() -> bytes:
    doc = Cetak(11)
    doc.page()
    doc.text(40, 60, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 80, "Jabatan : Pengelola Data")
    Tabel(doc, [40, 200, 200, 100, 220], HEAD, top=100).build(ROWS)
    return doc.save()


@cache
def scanned(lean: float = 0.7) -> bytes:
    """The page as a picture that leans a little, and a blank page (the back of the sheet)."""
    picture = pdfium.PdfDocument(printed())[0].render(scale=200 / 72).to_pil().convert("L")
    picture = picture.rotate(lean, fillcolor=255, resample=3)
    out = io.BytesIO()
    blank = picture.point(lambda _: 255)
    picture.save(out, format="PDF", resolution=200, save_all=True, append_images=[blank])
    return out.getvalue()


@cache
def read_scan() -> ExtractedDecree:
    return extract(SOURCE, scanned())


@needs_ocr
def test_cells_of_a_leaning_scan() -> None:
    (block,) = read_scan().decree.blocks
    assert block.jabatan.as_printed == "Pengelola Data"
    cells = [[cell.text.as_printed for cell in row.cells.values()] for row in block.rows]
    assert cells == ROWS


@needs_ocr
def test_confidence_and_place_of_each_cell() -> None:
    (block,) = read_scan().decree.blocks
    assert 0 < block.jabatan.character_confidence <= 1
    for row in block.rows:
        for cell in row.cells.values():
            assert 0 < cell.text.character_confidence <= 1
            assert cell.text.places[0].page == 1 and cell.text.places[0].bbox


@needs_ocr
def test_a_blank_back_is_ignored() -> None:
    assert not [finding for finding in read_scan().findings if finding.severity == "error"]


@needs_ocr
def test_digital_text_beside_a_scan_is_not_read_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    import extract.read.pdf.ocr as ocr

    seen: list[list[int]] = []
    monkeypatch.setattr(ocr, "ocr_pages", lambda _, numbers, __: seen.append(list(numbers)) or {})
    both = pdfium.PdfDocument.new()
    both.import_pages(pdfium.PdfDocument(printed()))
    both.import_pages(pdfium.PdfDocument(scanned()), [0])
    out = io.BytesIO()
    both.save(out)
    caplog.set_level("INFO", logger="katalog")
    result = extract(SOURCE, out.getvalue())
    assert seen == [[2]]
    said = ["OCR: halaman 1 teksnya sendiri dipakai", "OCR: halaman 2 dibaca dengan OCR: gambar tanpa teks"]
    assert caplog.messages == said
    assert [finding.code for finding in result.findings] == ["halaman-tanpa-teks"]
    assert len(result.decree.blocks) == 1


def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    import extract.read.pdf.ocr as ocr

    def missing(*_: object) -> None:
        raise UnusableSource("OCR tidak terpasang.", f"Pasang OCR ({install_ocr()}), lalu ulangi.")

    monkeypatch.setattr(ocr, "ocr_pages", missing)


def test_without_ocr_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    without_ocr(monkeypatch)
    with pytest.raises(UnusableSource) as raised:
        extract(SOURCE, scanned())
    assert install_ocr() in raised.value.remedy
    with pytest.raises(UnusableSource) as raised:
        extract(SOURCE, scanned(), PdfOptions(ocr="never"))
    assert "lapisan teks" in raised.value.cause and "--ocr never" in raised.value.remedy


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


@needs_ocr
def test_a_page_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import extract.read.pdf.ocr as ocr

    first = extract(SOURCE, scanned(), PdfOptions(jobs=1))
    monkeypatch.setattr(ocr, "picture_read", None)
    assert extract(SOURCE, scanned()) == first


@needs_ocr
def test_what_ocr_fails_on_is_said_once(katalog: Run, tmp_path: Path) -> None:
    """A scan that holds no table: one message, whatever the libraries do to standard error."""
    doc = Cetak(11)
    doc.page()
    doc.text(40, 60, "Surat undangan rapat")
    out = io.BytesIO()
    pdfium.PdfDocument(doc.save())[0].render(scale=2).to_pil().convert("L").save(out, format="PDF", resolution=144)
    path = tmp_path / "surat.pdf"
    path.write_bytes(out.getvalue())
    done = katalog("build", path, "-o", tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("katalog: ") == 1 and "Tidak ada tabel indikator" in done.stderr


NOISE = "lnd1kat0r Klnerj4 1ndivldu J4batan Peng3lola D@ta Sasar4n Ind1kator T4rget Rumu5 Jumiah dat4 b3nar d1bagi dafa"
GOOD = ["INDIKATOR KINERJA INDIVIDU", "Jabatan : Pengelola Data", "Tugas : Mengelola data pegawai dan laporan bulanan"]


def layered(lines: list[str], mode: int = 3) -> bytes:
    """The scan with text over its picture, drawn in text rendering mode 3 (not at all) or 0 (below the picture)."""
    code = "".join(f"BT {mode} Tr /F9 9 Tf 40 {540 - 14 * i} Td ({line}) Tj ET " for i, line in enumerate(lines))
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scanned())) as pdf:
        page = pdf.pages[0]
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier)
        page.Resources.Font = pikepdf.Dictionary(F9=pdf.make_indirect(font))
        page.contents_add(pdf.make_stream(code.encode("ascii")), prepend=mode == 0)
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("mode", [3, 0])
def test_noise_over_a_picture_is_no_text(monkeypatch: pytest.MonkeyPatch, mode: int) -> None:
    without_ocr(monkeypatch)
    with pytest.raises(UnusableSource) as raised:
        extract(SOURCE, layered(NOISE.split("  "), mode))
    assert install_ocr() in raised.value.remedy


def test_good_text_of_an_earlier_ocr_is_read_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    without_ocr(monkeypatch)
    (block,) = extract(SOURCE, layered(GOOD)).decree.blocks
    assert block.jabatan.as_printed == "Pengelola Data"


@needs_ocr
def test_what_noise_hides_is_read_by_ocr() -> None:
    (block,) = extract(SOURCE, layered([NOISE])).decree.blocks
    assert block.jabatan.as_printed == "Pengelola Data"
    assert len(block.rows) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meningkatnya kualitas data kepegawaian dan penyusunan laporan bulanan unit kerja", False),
        ("Prov Jabar BKPSDM NIP 19650808 100% 12 dokumen", False),  # abbreviations and numbers tell nothing
        (NOISE, True),
        ("Mcningkatnya kuaiitas dala kcpegawaian dan pcnyusunan iaporan buianan unil kcrja", True),  # c for e, i for l
        ("xqzt bcdfg wwwww lnptk rstvw ghjkl mmmrt zzzzk", True),
    ],
)
def test_noise_by_a_dictionary(text: str, expected: bool) -> None:
    assert noise(text.split()) is expected


@needs_ocr
@pytest.mark.parametrize("mode", [3, 0])
def test_good_text_of_an_earlier_ocr_is_not_believed_either(mode: int) -> None:
    """It misread a number: `Pengelola Data` with `12 laporan`, as the picture has it, and not what the layer says."""
    (block,) = extract(
        SOURCE, layered([*GOOD, "2 Tersedianya laporan Jumlah laporan yang tersusun 72 laporan"], mode)
    ).decree.blocks
    assert block.rows[1].cells["target"].text.as_printed == "12 laporan"


@needs_ocr
@pytest.mark.parametrize("turn", [90, 180, 270, 2])
def test_a_page_is_read_whichever_way_it_lies(turn: int) -> None:
    """Places are those of the page as displayed."""
    (block,) = extract(SOURCE, turned(turn)).decree.blocks
    assert [[cell.text.as_printed for cell in row.cells.values()] for row in block.rows] == ROWS
    upright = read_scan().decree.blocks[0].rows[0].cells["indikator"].text.places[0].bbox
    found = block.rows[0].cells["indikator"].text.places[0].bbox
    assert upright and found
    wide, high = found[2] - found[0], found[3] - found[1]
    assert (high > 2 * wide) == (turn in (90, 270))


@cache
def turned(degrees: int) -> bytes:
    picture = pdfium.PdfDocument(printed())[0].render(scale=200 / 72).to_pil().convert("L")
    out = io.BytesIO()
    picture.rotate(degrees, fillcolor=255, resample=3, expand=True).save(out, format="PDF", resolution=200)
    return out.getvalue()
