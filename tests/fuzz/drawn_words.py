"""Odd Word files: paragraphs and tables with odd merges, spans, lists, boxes, tracked changes; their bytes changed."""

from __future__ import annotations

import io
import zipfile
from random import Random
from xml.sax.saxutils import escape

from drawn_pdfs import changed_bytes
from drawn_texts import WORDS, cell, grid, odd_word

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SPACES = (
    f'{_W} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_ODD_NUMBERS = ["0", "1", "2", "3", "-1", "99999", "1e9", "1e400", "nan", "abc", "", "2.5", "2147483648"]
_FORMS = ["decimal", "lowerLetter", "upperRoman", "bullet", "none", "cardinalText", "ordinal", "odd", ""]


def _xml(text: str) -> str:
    """As XML may hold it, but for some signs that it may not."""
    return escape("".join(sign for sign in text if sign >= " " or sign in "\t\n"))


def _number(draw: Random) -> str:
    return draw.choice(_ODD_NUMBERS)


def _run(draw: Random, text: str) -> str:
    form = draw.choice(("", "", "", "<w:vanish/>", "<w:caps/>", '<w:vertAlign w:val="superscript"/>', "<w:strike/>",
                        '<w:color w:val="FFFFFF"/>', '<w:sz w:val="0"/>', '<w:rStyle w:val="S1"/>'))  # fmt: skip
    run = f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{_xml(text)}</w:t></w:r>'
    around = draw.choice(
        ("", "", "", "", "", "", "ins", "del", "moveFrom", "hyperlink", "smartTag", "sdt", "field", "box")
    )
    if around == "sdt":
        return f"<w:sdt><w:sdtContent>{run}</w:sdtContent></w:sdt>"
    if around == "field":
        return (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>{run}'
                f'<w:r><w:fldChar w:fldCharType="{draw.choice(("end", "separate", ""))}"/></w:r>')  # fmt: skip
    if around == "box":
        inner = f"<w:txbxContent><w:p>{run}</w:p></w:txbxContent>"
        return (
            f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{inner}</wps:txbx></mc:Choice></mc:AlternateContent></w:r>"
        )
    return f"<w:{around}>{run}</w:{around}>" if around else run


def _paragraph(draw: Random, text: str) -> str:
    form = ""
    if draw.random() < 0.2:
        form = f'<w:numPr><w:ilvl w:val="{_number(draw)}"/><w:numId w:val="{_number(draw)}"/></w:numPr>'
    if draw.random() < 0.1:
        form += f'<w:pStyle w:val="S{draw.randint(0, 3)}"/>'
    extra = draw.choice(("", "", "", "", "", "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", "<w:r><w:noBreakHyphen/></w:r>",
                         "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den/></m:f></m:oMath>",
                         '<w:r><w:footnoteReference w:id="1"/></w:r>', '<w:r><w:sym w:char="F0A3"/></w:r>',
                         '<w:r><w:sym w:char="zz"/></w:r>', "<w:r><w:pict><v:shape/></w:pict></w:r>"))  # fmt: skip
    return f"<w:p><w:pPr>{form}</w:pPr>{_run(draw, text)}{extra}</w:p>"


def _cell(draw: Random, text: str, depth: int) -> str:
    form = draw.choice(("", "", "", "", "", f'<w:gridSpan w:val="{_number(draw)}"/>', "<w:vMerge/>", "<w:hMerge/>",
                        '<w:vMerge w:val="restart"/>', '<w:hMerge w:val="restart"/>', f'<w:vMerge w:val="{_number(draw)}"/>',
                        '<w:textDirection w:val="btLr"/>', '<w:tcBorders><w:top w:val="nil"/></w:tcBorders>'))  # fmt: skip
    inner = "".join(_paragraph(draw, line) for line in text.split("\n"))
    if depth < 3 and draw.random() < 0.03:
        inner += _table(draw, depth + 1)
    return f"<w:tc><w:tcPr>{form}</w:tcPr>{inner if draw.random() < 0.97 else ''}</w:tc>"


def _table(draw: Random, depth: int = 0) -> str:
    rows = ""
    for row in grid(draw):
        form = draw.choice(("", "", "", "", "", f'<w:gridBefore w:val="{_number(draw)}"/>', "<w:hidden/>", "<w:tblHeader/>",
                            "<w:del/>", f'<w:gridAfter w:val="{_number(draw)}"/>'))  # fmt: skip
        rows += f"<w:tr><w:trPr>{form}</w:trPr>{''.join(_cell(draw, text, depth) for text in row)}</w:tr>"
    columns = "".join(
        f'<w:gridCol w:w="{draw.choice(("1000", "2000", "500", _number(draw)))}"/>' for _ in range(draw.randint(0, 8))
    )
    borders = draw.choice(("", "", '<w:tblBorders><w:insideH w:val="nil"/></w:tblBorders>', "<w:tblpPr/>"))
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _document(draw: Random) -> str:
    lines = ["INDIKATOR KINERJA INDIVIDU", "Jabatan : Kepala Seksi Arsip", "Tugas : Melaksanakan urusan", "Fungsi :"]
    if draw.random() < 0.3:
        lines = [draw.choice(WORDS) for _ in range(draw.randint(0, 6))]
    inner = "".join(_paragraph(draw, line) for line in lines)
    for _ in range(draw.randint(1, 3)):
        inner += _table(draw) + _paragraph(draw, cell(draw))
    size = f'<w:sectPr><w:pgSz w:w="{_number(draw)}" w:h="{_number(draw)}"/></w:sectPr>' if draw.random() < 0.3 else ""
    return f"<w:document {_SPACES}><w:body>{inner}{size}</w:body></w:document>"


def _numbering(draw: Random) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{_number(draw)}"><w:start w:val="{_number(draw)}"/><w:numFmt w:val="{draw.choice(_FORMS)}"/>'
        f'<w:lvlText w:val="{draw.choice(("%1.", "%1.%2)", "%9", "%", "%0", "", "%1%1"))}"/></w:lvl>'
        for _ in range(draw.randint(0, 4))
    )
    named = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_number(draw)}"/></w:num>' for number in ("1", "2", "abc")
    )
    kept = draw.choice(("", '<w:styleLink w:val="S1"/>', '<w:numStyleLink w:val="S1"/>'))
    return f'<w:numbering {_W}><w:abstractNum w:abstractNumId="1">{kept}{levels}</w:abstractNum>{named}</w:numbering>'


def _styles(draw: Random) -> str:
    """Styles that rest on each other, also in a ring."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{draw.randint(0, 4)}"/><w:pPr><w:numPr>'
        f'<w:numId w:val="{_number(draw)}"/></w:numPr></w:pPr></w:style>'
        for n in range(4)
    )
    return f"<w:styles {_W}>{styles}</w:styles>"


def _footnotes(draw: Random) -> str:
    note = f'<w:footnote w:id="{draw.choice(("1", "1", "abc"))}">{_paragraph(draw, odd_word(draw))}</w:footnote>'
    return f"<w:footnotes {_SPACES}>{note}</w:footnotes>"


def a_word_file(draw: Random) -> bytes:
    """A docx, its parts made odd, its XML changed here and there."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), "<Types/>")
        for name, made in (
            ("document", _document), ("numbering", _numbering), ("styles", _styles), ("footnotes", _footnotes),
        ):  # fmt: skip
            if name == "document" or draw.random() < 0.5:
                data = made(draw).encode()
                part = zipfile.ZipInfo(f"word/{name}.xml")
                archive.writestr(part, data if draw.random() < 0.97 else changed_bytes(draw, data))
    return out.getvalue() if draw.random() < 0.95 else changed_bytes(draw, out.getvalue())
