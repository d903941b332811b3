"""Files of pictures: a picture is a page, read as a scanned one is."""

from __future__ import annotations

import importlib.util
import io
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from cetak import Cetak, Tabel
from PIL import Image
from project import Run

from extract.door import extract
from extract.errors import UnusableSource
from extract.read.pdf.blank import damaged
from extract.read.pdf.options import PdfOptions
from extract.read.pdf.reading import pages_read
from extract.read.picture.bound import bound
from extract.read.refused import refuse
from extract.source import read_source
from schemas.decree import ExtractedDecree

HEAD = ["NO", "SASARAN", "INDIKATOR", "TARGET", "RUMUS"]
ROWS = [["1", "Meningkatnya kualitas data", "Persentase data yang benar", "100 %", "Jumlah data benar dibagi data"]]
MISSING = not all(map(importlib.util.find_spec, ("cv2", "onnxruntime", "rapidocr")))
needs_ocr = pytest.mark.skipif(MISSING, reason="onnxruntime, or rapidocr with its models, is missing")


@cache
def page() -> Any:
    doc = Cetak(11)
    doc.page()
    doc.text(40, 60, "INDIKATOR KINERJA INDIVIDU")
    doc.text(40, 80, "Jabatan : Pengelola Data")
    Tabel(doc, [40, 200, 200, 100, 220], HEAD, top=100).build(ROWS)
    return pdfium.PdfDocument(doc.save())[0].render(scale=200 / 72).to_pil().convert("L")


def written(picture: Any, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, format=form, **options)
    return out.getvalue()


def read(tmp_path: Path, data: bytes) -> ExtractedDecree:
    path = tmp_path / "foto"
    path.write_bytes(data)
    return extract(*read_source(path))


def pages(data: bytes) -> list[tuple[int, int]]:
    document = pdfium.PdfDocument(bound(data, PdfOptions()))
    return [(round(wide), round(high)) for wide, high in (document.get_page_size(i) for i in range(len(document)))]


def dots(data: bytes, index: int = 0) -> Any:
    """A page of the PDF, a point a dot."""
    return pdfium.PdfDocument(bound(data, PdfOptions()))[index].render(scale=1).to_pil().convert("L")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@needs_ocr
@pytest.mark.parametrize(
    ("form", "media_type", "options"),
    [
        ("PNG", "image/png", {}),
        ("JPEG", "image/jpeg", {"quality": 80, "dpi": (72, 72)}),
        ("TIFF", "image/tiff", {"dpi": (200, 200), "compression": "tiff_lzw"}),
    ],
)
def test_cells_of_a_picture(tmp_path: Path, form: str, media_type: str, options: dict[str, Any]) -> None:
    found = read(tmp_path, written(page(), form, **options))
    (block,) = found.decree.blocks
    assert (found.source.media_type, found.source.pages) == (media_type, 1)
    assert block.jabatan.as_printed == "Pengelola Data"
    assert [[cell.text.as_printed for cell in row.cells.values()] for row in block.rows] == ROWS
    assert all(cell.text.places[0].page == 1 and cell.text.places[0].bbox for cell in block.rows[0].cells.values())


@needs_ocr
def test_each_picture_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    blank, printed = (picture.convert("1") for picture in (page().point(lambda _: 255), page()))
    data = written(blank, "TIFF", save_all=True, append_images=[printed], compression="group4", dpi=(200, 200))
    found = read(tmp_path, data)
    (block,) = found.decree.blocks
    assert found.source.pages == 2
    assert {cell.text.places[0].page for cell in block.rows[0].cells.values()} == {2}


def test_a_damaged_picture_of_a_tiff_is_a_page_that_is_said_to_be_damaged() -> None:
    picture = page()
    data = written(picture, "TIFF", save_all=True, append_images=[picture], compression="tiff_adobe_deflate")
    half = len(data) * 2 // 3
    made = bound(data[:half] + b"\x55" * 200 + data[half + 200 :], PdfOptions())
    document = pdfium.PdfDocument(made)
    assert [document[i].render().to_numpy().min() < 128 for i in range(2)] == [True, False]
    assert damaged(made, [1, 2]) == [2]
    _, findings = pages_read(made, PdfOptions())
    assert [(one.code, [place.page for place in one.places]) for one in findings] == [("halaman-rusak", [2])]


def test_the_size_of_a_page_is_that_of_the_file_where_a_scanner_may_have_said_it() -> None:
    picture = Image.new("L", (1000, 2000), 255)
    assert pages(written(picture, "PNG", dpi=(200, 200))) == [(360, 720)]
    assert pages(written(picture, "TIFF", dpi=(204, 98))) == [(353, 1469)]  # a fax: fewer dots down than across
    for unknown in ({}, {"dpi": (72, 72)}, {"dpi": (1, 1)}):
        assert pages(written(picture, "JPEG", **unknown)) == [(421, 842)]


def test_a_picture_lies_as_the_camera_says() -> None:
    picture = Image.new("L", (300, 200), 255)
    picture.paste(0, (0, 0, 150, 100))
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: its right is the bottom
    data = written(picture, "JPEG", exif=exif)
    shown = dots(data)
    assert pages(data) == [(561, 842)]
    assert shown.getpixel((500, 100)) < 50 and shown.getpixel((100, 100)) > 200


def test_colours_of_any_depth_become_ink_on_paper() -> None:
    clear = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (0, 0, 50, 50))
    deep = Image.new("I;16", (100, 100), 65535)
    deep.paste(0, (0, 0, 50, 50))
    inks = Image.new("CMYK", (100, 100), (0, 0, 0, 0))
    inks.paste((0, 0, 0, 255), (0, 0, 50, 50))
    few = Image.new("P", (100, 100), 1)
    few.putpalette([0, 0, 0, 255, 255, 255])
    few.paste(0, (0, 0, 50, 50))
    for data in (written(clear, "PNG"), written(deep, "PNG"), written(inks, "TIFF"), written(few, "PNG")):
        shown = dots(data)
        assert shown.getpixel((100, 100)) < 50 and shown.getpixel((700, 700)) > 200


def test_the_same_picture_gives_the_same_pages() -> None:
    data = written(page(), "PNG")
    assert bound(data, PdfOptions()) == bound(data, PdfOptions())


def bomb(side: int) -> bytes:
    """A PNG of a few bytes whose heading promises a page of so many dots a side."""
    parts = ((b"IHDR", side.to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])), (b"IDAT", zlib.compress(b"")))
    chunks = [
        len(held).to_bytes(4, "big") + kind + held + zlib.crc32(kind + held).to_bytes(4, "big") for kind, held in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("data", "options", "cause"),
    [
        (written(Image.new("L", (500, 500), 255), "PNG")[:90], PdfOptions(), "rusak atau terpotong"),
        (b"\xff\xd8\xff\xe0" + b"x" * 50, PdfOptions(), "rusak atau terpotong"),
        (b"II*\0" + b"\xff" * 50, PdfOptions(), "rusak atau terpotong"),
        (bomb(100_000), PdfOptions(), "terlalu besar"),
        (bomb(10_001), PdfOptions(), "terlalu besar"),
        (written(Image.new("L", (500, 500), 255), "PNG"), PdfOptions(max_bytes=100), "melebihi batas"),
        (
            written(Image.new("L", (9, 9)), "TIFF", save_all=True, append_images=[Image.new("L", (9, 9))] * 2),
            PdfOptions(max_pages=2),
            "lebih dari 2 halaman",
        ),
    ],
)
def test_a_picture_that_cannot_be_read_says_why(data: bytes, options: PdfOptions, cause: str) -> None:
    with pytest.raises(UnusableSource, match=cause):
        bound(data, options)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0", "HEIC"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
    ],
)
def test_pictures_of_other_kinds_are_refused_with_the_way_out(data: bytes, kind: str) -> None:
    with pytest.raises(UnusableSource) as raised:
        refuse(data)
    assert kind in raised.value.cause and "JPEG" in raised.value.remedy


@needs_ocr
def test_commands_take_pictures(katalog: Run, tmp_path: Path) -> None:
    folder = tmp_path / "foto"
    folder.mkdir()
    (folder / "halaman.jpg").write_bytes(written(page(), "JPEG"))
    assert katalog("build", folder, "-o", tmp_path).returncode in (0, 1)
    assert '"image/jpeg"' in (tmp_path / "halaman.json").read_text(encoding="utf-8")
    refused = katalog("inspect", folder / "halaman.jpg", "--page", "1", "-o", tmp_path / "a.html")
    assert refused.returncode == 2 and "PDF atau gambar" in refused.stderr
