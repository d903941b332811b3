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
from extract.read.docx import web_pages
from extract.read.docx.reading import layout_of_docx
from schemas.layout import Layout, Line

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


def word_file(page: bytes, kind: str = KIND, marks: int = 1) -> bytes:
    document = Document()
    part = Part(PackURI("/word/halaman.mht"), CONTENT_TYPE.XML, page, document.part.package)
    name = document.part.relate_to(part, kind)
    relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    for _ in range(marks):
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


def read(body: str, top: str = "") -> Layout:
    return layout_of_docx(
        word_file(f"<html><head>{top}</head><body><p>Jabatan : Analis</p>{body}</body></html>".encode())
    )


def lines_of(layout: Layout) -> list[str]:
    """The lines below the first; rows of tables as one line each."""
    found: list[str] = []
    for item in layout.flow[1:]:
        if isinstance(item, Line):
            found.append(item.text)
        else:
            found += [" | ".join(" ".join(word.text for word in cell.words) for cell in band) for band in item.owner]
    return found


@pytest.mark.parametrize(
    ("page", "lines", "aside"),
    [
        ("<p>85<sup>1</sup> %</p>", ["85¹ %"], []),
        ("<p>85<span style='vertical-align: super'>1</span> %</p>", ["85¹ %"], []),
        ("<p>Target <s>70</s>90 %</p>", ["Target 90 %"], ["70"]),
        ("<p><del>70</del> <span style='text-decoration:line-through'>80</span> 90 %</p>", ["90 %"], ["70", "80"]),
        ("<p>5<span style='display:none'>0</span> kader</p><p hidden>tidak</p>", ["5 kader"], []),
        ("<p>5<span style='mso-hide:all'>0</span> kader<i style='visibility:hidden'>1</i></p>", ["5 kader"], []),
        ("<p>5 kader<font color='#FFFFFF'>9</font></p>", ["5 kader"], ["9"]),
        ("<p><span style='background:#1F4E79;color:white'>SASARAN</span></p>", ["SASARAN"], []),
        ("<p style='text-transform:uppercase'>sasaran</p>", ["SASARAN"], []),
        ("<p>Nilai <u>&gt;</u> 80</p>", ["Nilai ≥ 80"], []),
        ("<pre>satu\ndua</pre>", ["satu", "dua"], []),
    ],
)
def test_letters_are_seen_as_those_of_word_are(page: str, lines: list[str], aside: list[str]) -> None:
    layout = read(page)
    assert [" ".join(line.split()) for line in lines_of(layout)] == lines
    assert [overlay.text for overlay in layout.overlays] == aside


def test_what_its_sheet_hides_is_hidden() -> None:
    sheet = (
        "<style>/* lama */ .lama {display: none} p.batal, #x {text-decoration: line-through} b:after {top: 0}</style>"
    )
    layout = read("<p>5<b class='lama'>0</b> kader</p><p class='batal'>7</p><p id='x'>8</p>", sheet)
    assert lines_of(layout) == ["5 kader"]
    assert [overlay.text for overlay in layout.overlays] == ["7", "8"]


def test_a_sheet_that_hides_by_other_rules_makes_it_one_that_is_not_read() -> None:
    with pytest.raises(UnusableSource, match="altChunk"):
        read("<p>5 kader</p>", "<style>td .lama {display: none}</style>")
    assert read("<p>5 kader</p>", "<style>@media print { td .lama {display: none} } td b {top: 0}</style>")


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<ol type=a><li>satu;</li><li>dua.</li></ol>", ["a. satu;", "b. dua."]),
        ("<ol style='list-style-type:lower-roman' start=3><li><p>satu;</p></li></ol>", ["iii. satu;"]),
        ("<ol><li value=5>lima;</li><li>enam.</li></ol>", ["5. lima;", "6. enam."]),
        ("<ol reversed><li>dua;</li><li>satu.</li></ol>", ["2. dua;", "1. satu."]),
        ("<ul style='list-style:none'><li>a. satu</li></ul><ul><li>dua</li></ul>", ["a. satu", "• dua"]),
    ],
)
def test_lists_have_the_numbers_that_are_printed(page: str, lines: list[str]) -> None:
    assert lines_of(read(page)) == lines


def test_nothing_in_a_table_is_lost() -> None:
    page = "<table><caption>SEKSI GIZI</caption><tfoot><tr><td>x<td>y</tr></tfoot><tr>beside<td>A</td><td>B</td></tr>"
    assert lines_of(read(f"{page}</table>")) == ["SEKSI GIZI", "beside", "A | B", "x | y"]
    assert lines_of(read("<table><td>A</td><td>B</td></table>")) == ["A | B"]


def test_what_fields_of_a_form_show_is_read() -> None:
    page = "<p>Target <input value='85 %'><input type=hidden value=7><p><select><option>1<option selected>2</select>"
    assert [" ".join(line.split()) for line in lines_of(read(page))] == ["Target 85 %", "2"]


def test_formulas_pictures_and_other_things_are_those_of_word() -> None:
    formula = "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"
    row = "<tr><td>NO</td><td>TARGET</td></tr><tr><td>1</td><td>{}</td></tr>"
    assert lines_of(read(f"<table>{row.format(formula)}</table>"))[-1] == "1 | 1 2"
    assert [one.code for one in read(f"<table>{row.format('<img width=90>')}</table>").findings] == [
        "cetakan-bergambar"
    ]
    assert [one.code for one in read("<p>a</p><svg></svg>").findings] == ["berkas-tersemat"]


def test_no_page_unfolds_without_bounds() -> None:
    rows = "".join(f"<tr><td rowspan=199>{n}" for n in range(4000))
    with pytest.raises(UnusableSource, match="mengembang"):
        read(f"<table>{rows}</table>")
    many = "".join(f"<p>{n}</p>" for n in range(3000)).encode()
    with pytest.raises(UnusableSource, match="mengembang"):
        layout_of_docx(word_file(b"<html>" + many, marks=80))


def test_a_part_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    one = web_pages.blocks_of_page
    monkeypatch.setattr(web_pages, "blocks_of_page", lambda data, most: calls.append(most) or one(data, most))
    assert len(layout_of_docx(word_file(b"<html><p>Jabatan : Analis</p>", marks=5)).flow) == 5
    assert len(calls) == 1


def test_what_is_no_page_is_said() -> None:
    with pytest.raises(UnusableSource, match="altChunk"):
        layout_of_docx(word_file(b"{\\rtf1 Jabatan}"))
