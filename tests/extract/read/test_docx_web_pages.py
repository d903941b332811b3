"""Web pages that a Word file puts in (`altChunk`)."""

from __future__ import annotations

import quopri

import pytest
from docx import Document
from docx.opc.constants import CONTENT_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from word_files import saved

from extract.door import decree_of
from extract.errors import UnusableSource
from extract.read.docx.reading import layout_of_docx

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
HEAD = "<p><b>INDIKATOR KINERJA INDIVIDU</b></p><p>Jabatan&nbsp;: Analis <i>Gizi</i></p><p>Fungsi :</p>"
LIST = "<ol><li>Menyusun rencana gizi;</li><li>Menyusun laporan gizi.</li></ol>"
TABLE = (
    "<table><thead><tr><th>NO</th><th>SASARAN</th><th>INDIKATOR</th><th>TARGET</th></tr></thead><tbody>"
    "<tr><td>1</td><td rowspan=2>Menurunnya balita<br>kurang gizi</td><td>Persentase balita ditimbang</td>"
    "<td>85 %</td></tr>"
    "<tr><td>2</td><td>Jumlah penyuluhan gizi</td><td>24 kegiatan</td></tr></tbody></table>"
)
PAGE = f"<!DOCTYPE html><html><head><style>td {{}}</style></head><body>{HEAD}{LIST}{TABLE}</body></html>"
PARTS = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=bagian\n\n--bagian\nContent-Type: text/html; "
PARTS += "charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"


def word_file(page: bytes, kind: str = KIND) -> bytes:
    document = Document()
    part = Part(PackURI("/word/halaman.mht"), CONTENT_TYPE.XML, page, document.part.package)
    name = document.part.relate_to(part, kind)
    relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    document.element.body.insert(0, parse_xml(f'<w:altChunk {nsdecls("w")} {relations} r:id="{name}"/>'))
    return saved(document)


@pytest.mark.parametrize(
    "page",
    [
        PAGE.encode(),
        f"{PARTS}{quopri.encodestring(PAGE.encode()).decode()}\n--bagian--\n".encode(),
    ],
)
def test_its_paragraphs_and_tables_are_read(page: bytes) -> None:
    (block,) = decree_of(layout_of_docx(word_file(page))).decree.blocks
    assert block.jabatan.as_printed == "Analis Gizi"
    assert [item.text.as_printed for item in block.fungsi] == ["Menyusun rencana gizi;", "Menyusun laporan gizi."]
    texts = [[row.cells[role].text.as_printed for role in ("no", "sasaran", "target")] for row in block.rows]
    assert texts == [["1", "Menurunnya balita kurang gizi", "85 %"], ["2", "", "24 kegiatan"]]
    assert block.rows[1].cells["sasaran"].span == "covered"


def test_what_is_no_page_is_said() -> None:
    with pytest.raises(UnusableSource, match="altChunk"):
        layout_of_docx(word_file(b"{\\rtf1 Jabatan}"))
