"""Small decrees as Word files, each with one kind of trouble: fields, marks, tracked changes, pictures."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from kasus import HEADS, HOLDER, PLAIN, Kasus, Rows, changed
from word_files import blank_document, saved, table, xml

_NAMES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
_RAISED = '<w:vertAlign w:val="superscript"/>'
#: A formula of the old equation editor, and a picture.
_OBJECT = (
    '<w:r><w:object><v:shape style="width:90pt;height:30pt"><v:imagedata r:id="rId9"/></v:shape>'
    '<o:OLEObject Type="Embed" ProgID="{}" r:id="rId8"/></w:object></w:r>'
)
_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="{}" cy="300000"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic/></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


def of_word() -> Iterator[Kasus]:
    """All of them."""
    yield Kasus("word: tanpa gangguan", saved(_decree(PLAIN)), PLAIN, suffix="docx")
    for kind in (_letters, _fields, _pictures, _tracked, _merged, _parts):
        yield from kind()


def run(text: str, form: str = "") -> str:
    """A run of letters of one form."""
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str | None = None) -> str:
    """A field with its code and, unless Word draws it anew each time, its last result."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    shown = "" if result is None else sign.format("separate") + result
    return (
        f'{sign.format("begin")}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f"{shown}{sign.format('end')}"
    )


def _decree(rows: Rows) -> Any:
    document = blank_document()
    fungsi = "1. Penyusunan rencana arsip;", "2. Pelaporan kegiatan arsip."
    tugas = "Tugas : Melaksanakan urusan kearsipan"
    for line in ("INDIKATOR KINERJA INDIVIDU", f"Jabatan : {HOLDER}", tugas, "Fungsi :", *fungsi):
        document.add_paragraph(line)
    table(document, [HEADS, *rows])
    return document


def _paragraph(inner: str, form: str = "") -> Any:
    return parse_xml(f"<w:p {nsdecls('w')} {_NAMES}><w:pPr>{form}</w:pPr>{inner}</w:p>")


def _with(document: Any, row: int, column: int, *paragraphs: Any) -> Any:
    """The document with other paragraphs in a cell."""
    cell = document.tables[0].rows[row + 1].cells[column]._tc
    for old in list(cell.p_lst):
        cell.remove(old)
    for one in paragraphs:
        cell.append(_paragraph(one) if isinstance(one, str) else one)
    return document


def _cell(
    name: str, row: int, column: int, inner: str, printed: str, told: str = "", absent: tuple[str, ...] = ()
) -> Kasus:
    """The decree with one cell made otherwise, and what it prints."""
    data = saved(_with(_decree(PLAIN), row, column, inner))
    rows = changed(**{f"r{row}c{column}": printed})
    return Kasus(f"word: {name}", data, rows, told=told, absent=absent, suffix="docx")


def _letters() -> Iterator[Kasus]:
    """Letters that are struck out, unseen, raised, or signs of a font."""
    for name, form in {
        "dicoret": "<w:strike/>", "dicoret ganda": "<w:dstrike/>", "sewarna kertas": '<w:color w:val="FFFFFF"/>',
        "hampir sewarna kertas": '<w:color w:val="FEFEFE"/>', "sekecil titik": '<w:sz w:val="2"/>',
        "sewarna latarnya": '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>',
    }.items():  # fmt: skip
        yield _cell(name, 0, 3, run("75 % ", form) + run("85 %"), "85 %", absent=("75",))
    white, filled = '<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="1F3864"/>'
    yield _cell("putih di atas gelap", 0, 3, run("85 %", white + filled), "85 %")
    yield _cell("tanda catatan", 0, 3, run("85") + run("1", _RAISED), "85¹")
    yield _cell("tanda catatan dinaikkan", 0, 3, run("85") + run("1)", '<w:position w:val="6"/>'), "85¹⁾")
    yield _cell("meter persegi", 1, 3, run("12 m") + run("2", _RAISED), "12 m²")
    yield _cell("> bergaris bawah", 0, 3, run(">", '<w:u w:val="single"/>') + run(" 85 %"), "≥ 85 %")
    yield _cell("semua bergaris bawah", 0, 3, run("> 85 %", '<w:u w:val="single"/>'), "> 85 %")
    fonts = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
    yield _cell("centang Wingdings", 1, 3, run("ü", fonts.format("Wingdings")) + run(" 12 dokumen"), "✓ 12 dokumen")
    yield _cell("huruf Symbol", 0, 3, run("³", fonts.format("Symbol")) + run(" 85 %"), "≥ 85 %")
    box = '<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>'
    yield _cell("kotak Wingdings 2", 1, 3, box + run(" 12 dokumen"), "☐ 12 dokumen")
    power = "<m:sSup><m:e><m:r><m:t>{}</m:t></m:r></m:e><m:sup><m:r><m:t>{}</m:t></m:r></m:sup></m:sSup>"
    yield _cell("pangkat", 0, 4, run("Luas ") + f"<m:oMath>{power.format('m', 2)}</m:oMath>", "Luas m²")
    total = '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:e><m:r><m:t>unit</m:t></m:r></m:e></m:nary>'
    yield _cell("jumlah", 0, 4, f"<m:oMath>{total}</m:oMath>", "∑ unit")


def _fields() -> Iterator[Kasus]:
    """Fields: codes that hold text, results that Word draws."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> IF </w:instrText></w:r>'
    )
    merged = field(" MERGEFIELD eselon ", run("3"))
    code = '<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
    end = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("85 %")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    choice = code.format("&quot;") + run("75 %") + code.format("&quot;")
    yield _cell("surat gabung", 0, 3, begin + merged + choice + end, "85 %", absent=("75",))
    yield _cell("surat gabung tak selesai", 0, 3, begin + run("85 %"), "85 %")
    fraction, printed = r" EQ \f(Unit tertib;Seluruh unit) ", "Unit tertib Seluruh unit x 100 %"
    yield _cell("pecahan EQ", 0, 4, field(fraction) + run(" x 100 %"), printed)
    yield _cell("pecahan EQ tanpa hasil", 0, 4, field(fraction, "") + run(" x 100 %"), printed)
    simple = f'<w:fldSimple w:instr="{fraction}"/>'
    yield _cell("pecahan EQ sederhana", 0, 4, simple + run(" x 100 %"), printed)
    yield _cell("tanda SYMBOL", 0, 3, field(r' SYMBOL 179 \f "Symbol" \s 11 ') + run(" 85 %"), "≥ 85 %")
    entries = '<w:result w:val="1"/><w:listEntry w:val="75 %"/><w:listEntry w:val="85 %"/>'
    chosen = field(" FORMDROPDOWN ").replace(
        '"begin"/>', f'"begin"><w:ffData><w:ddList>{entries}</w:ddList></w:ffData></w:fldChar>', 1
    )
    yield _cell("pilihan formulir", 0, 3, chosen, "85 %")
    yield _cell("nomor otomatis", 0, 0, field(" AUTONUM "), "1.")


def _pictures() -> Iterator[Kasus]:
    """What is a picture, drawn by another program, or another file."""
    told = "cetakan-bergambar"
    yield _cell("rumus berupa objek", 0, 4, _OBJECT.format("Equation.3"), "Unit tertib dibagi unit", told)
    yield _cell("target berupa gambar", 0, 3, _PICTURE.format(900_000), "85 %", told)
    for name, way, expected in (
        ("lembar kerja tertanam", _OBJECT.format("Excel.Sheet.12"), told),
        ("gambar selebar tabel", _PICTURE.format(5_000_000), told),
    ):
        document = _decree(PLAIN[:2])
        document.element.body.insert(7, _paragraph(way))
        yield Kasus(f"word: {name}", saved(document), PLAIN, told=expected, suffix="docx")
    document = _decree(PLAIN[:2])
    document.element.body.insert(7, parse_xml(f'<w:altChunk {nsdecls("w")} {_NAMES} r:id="rId77"/>'))
    yield Kasus("word: isi berkas lain", saved(document), PLAIN, told="berkas-tersemat", suffix="docx")
    document = _decree(PLAIN)
    document.element.body.insert(0, _paragraph(_PICTURE.format(900_000)))
    mark = '<w:r><w:pict><v:shape><v:textpath string="DRAF"/></v:shape></w:pict></w:r>'
    document.element.body.insert(0, _paragraph(mark))
    yield Kasus("word: lambang dan tanda air", saved(document), PLAIN, absent=("DRAF",), suffix="docx")


def _tracked() -> Iterator[Kasus]:
    """Tracked changes: what is left when they are accepted."""
    gone = "<w:rPr><w:del/></w:rPr>"
    halves = _paragraph(run("Persentase unit "), gone), _paragraph(run("yang tertib"))
    yield Kasus("word: baris baru dihapus", saved(_with(_decree(PLAIN), 0, 2, *halves)), PLAIN, suffix="docx")
    last = _with(_decree(PLAIN), 0, 2, _paragraph(run("Persentase unit yang tertib"), gone))
    yield Kasus("word: akhir sel dihapus", saved(last), PLAIN, suffix="docx")
    document = _decree(PLAIN)
    document.element.body.insert(6, _paragraph(run("Tabel 1"), gone))
    yield Kasus("word: akhir paragraf di atas tabel dihapus", saved(document), PLAIN, suffix="docx")
    document = _decree(PLAIN)
    row = document.tables[0].rows[1]._tr
    cell = parse_xml(f"<w:tc {nsdecls('w')}><w:tcPr><w:cellDel/></w:tcPr><w:p><w:del/></w:p></w:tc>")
    row.insert(list(row).index(row.tc_lst[3]), cell)
    yield Kasus("word: sel dihapus", saved(document), PLAIN, suffix="docx")
    document = _decree(PLAIN)
    first = document.tables[0].rows[1]._tr
    document.tables[0]._tbl.append(copy.deepcopy(first))
    first.get_or_add_trPr().append(xml("del"))
    yield Kasus("word: baris dipindahkan", saved(document), [*PLAIN[1:], PLAIN[0]], suffix="docx")


def _merged() -> Iterator[Kasus]:
    """Cells that go on from one that is no more, and tables that are split by hand."""
    document = _decree([PLAIN[0], PLAIN[1], ["", "", *PLAIN[2][2:]]])
    rows = document.tables[0].rows
    for column in (0, 1):
        rows[2].cells[column]._tc.get_or_add_tcPr().append(xml("vMerge", 'w:val="restart"'))
        rows[3].cells[column]._tc.get_or_add_tcPr().append(xml("vMerge"))
    rows[2]._tr.get_or_add_trPr().append(xml("del"))
    left = [PLAIN[0], ["", "", *PLAIN[2][2:]]]
    yield Kasus("word: awal sel gabungan dihapus", saved(document), left, suffix="docx")
    document = _decree(PLAIN)
    document.tables[0].rows[2].cells[1]._tc.get_or_add_tcPr().append(xml("vMerge"))
    yield Kasus("word: lanjutan sel yang tidak digabung", saved(document), PLAIN, suffix="docx")
    document = _decree(PLAIN[:2])
    document.add_paragraph("")
    table(document, PLAIN[2:])
    yield Kasus("word: tabel dipotong tangan", saved(document), PLAIN, suffix="docx")


def _parts() -> Iterator[Kasus]:
    """Names of the parts of the file, as some programs number them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(_decree(PLAIN)))) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data, name = old.read(entry), entry.filename.replace("document.xml", "document2.xml")
            if name in ("[Content_Types].xml", "_rels/.rels"):
                data = data.replace(b"word/document.xml", b"word/document2.xml")
            new.writestr(name, data)
    yield Kasus("word: bagian utama bernama lain", out.getvalue(), PLAIN, suffix="docx")
