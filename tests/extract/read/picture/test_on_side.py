"""Text on its side in the cells of a page that is upright."""

from __future__ import annotations

import importlib.util
import io

import pypdfium2 as pdfium
import pytest
from cetak import Cetak

from extract.door import extract
from schemas.decree import ExtractedDecree
from schemas.layout import DrawnCell, Grid
from schemas.source import Source

needs_ocr = pytest.mark.skipif(
    not all(map(importlib.util.find_spec, ("cv2", "onnxruntime", "rapidocr"))), reason="no recogniser"
)
SOURCE = Source(file="pindai.pdf", slug="pindai", sha256="0" * 64, media_type="application/pdf")
XS = [40.0, 90.0, 120.0, 320.0, 560.0, 660.0]
HOLDERS = ("Sekretaris", "Kepala Bidang Mutasi dan Promosi")
ROWS = [
    ("1", "Tertibnya arsip kepegawaian", "Jumlah arsip yang tertata", "12 berkas"),
    ("2", "Meningkatnya disiplin", "Persentase kehadiran pegawai", "95 %"),
    ("1", "Lancarnya layanan mutasi", "Jumlah usul mutasi selesai", "40 usul"),
    ("2", "Terpenuhinya formasi", "Persentase formasi terisi", "80 %"),
]


def matrix(down: bool = False) -> bytes:
    """Two holders, each written up (or down) the page in a cell beside its two rows, and their picture."""
    doc = Cetak(10)
    doc.page()
    doc.text(40, 40, "MATRIKS INDIKATOR KINERJA INDIVIDU", 12)
    tops = [100.0, 160.0, 220.0, 280.0, 340.0]
    for y in (70.0, tops[0], tops[2], tops[4]):
        doc.line(XS[0], y, XS[-1], y)
    for y in (tops[1], tops[3]):
        doc.line(XS[1], y, XS[-1], y)
    for x in XS:
        doc.line(x, 70, x, tops[-1])
    for x, text in zip(XS, ("JABATAN", "NO", "SASARAN", "INDIKATOR KINERJA", "TARGET"), strict=False):
        doc.text(x + 3, 90, text)
    for row, top in zip(ROWS, tops, strict=False):
        for x, text in zip(XS[1:], row, strict=False):
            doc.text(x + 4, top + 34, text)
    height = doc.pages[-1].height
    for holder, top in zip(HOLDERS, tops[::2], strict=False):
        half = [" ".join(part) for part in (holder.split()[:2], holder.split()[2:]) if part]
        for n, line in enumerate(half):
            if down:
                doc.text(0, 0, line, 9, f"0 -1 1 0 {XS[0] + 28 - 14 * n:.0f} {height - top - 6:.0f}")
            else:
                doc.text(0, 0, line, 9, f"0 1 -1 0 {XS[0] + 18 + 14 * n:.0f} {height - top - 112:.0f}")
    page = pdfium.PdfDocument(doc.save())[0]
    picture, out = (
        page.render(scale=200 / 72).to_pil().convert("L").rotate(0.4, fillcolor=255, resample=3),
        io.BytesIO(),
    )
    picture.save(out, format="PDF", resolution=200)
    return out.getvalue()


def read(down: bool) -> ExtractedDecree:
    return extract(SOURCE, matrix(down))


@needs_ocr
@pytest.mark.parametrize("down", [False, True])
def test_holders_beside_their_rows(down: bool) -> None:
    blocks = read(down).decree.blocks
    assert [block.jabatan.as_printed for block in blocks] == list(HOLDERS)
    numbers = [[row.cells["no"].text.as_printed for row in block.rows] for block in blocks]
    assert numbers == [["1", "2"], ["1", "2"]]
    x0, top, x1, bottom = blocks[0].jabatan.places[0].bbox or (0, 0, 0, 0)
    assert XS[0] < x0 < x1 < XS[1] and 100 < top < bottom < 225


def test_a_narrow_number_does_not_stand_on_its_side() -> None:
    np = pytest.importorskip("numpy")
    pytest.importorskip("cv2")
    from extract.read.picture.line_strips import LineStrip
    from extract.read.picture.on_side import cells_on_side

    def strip(x0: int, top: int, x1: int, bottom: int) -> LineStrip:
        ink = np.ones((bottom - top, x1 - x0), bool)
        return LineStrip((x0, top, x1, bottom), np.zeros(ink.shape, np.uint8), ink)

    cells = [DrawnCell(0, 0, 0, 0, 0.0, 0.0, 30.0, 50.0), DrawnCell(1, 1, 0, 0, 30.0, 0.0, 200.0, 50.0)]
    grid = Grid(1, (0.0, 30.0, 200.0), (0.0, 50.0), [cells], cells)
    level = strip(40, 10, 180, 20)
    assert cells_on_side([strip(10, 20, 14, 30), level], [grid], 72) == []
    (found,) = cells_on_side([strip(10, 5, 20, 45), level], [grid], 72)
    assert found.lines == (0,) and found.box == (0, 0, 30, 50)
