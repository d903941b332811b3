"""Word files that are broken, locked or meant to do harm: a reason and a way out, never a crash."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import SOURCE, saved, with_part

from extract.door import extract
from extract.errors import UnusableSource
from extract.media import DOCX, medium_of
from extract.read.docx.archive import MAX_PART
from extract.read.docx.reading import layout_of_docx
from extract.read.text import layout_of_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def usual() -> bytes:
    document = Document()
    document.add_paragraph("Jabatan : Sekretaris")
    return saved(document)


USUAL = usual()


def refused(data: bytes) -> UnusableSource:
    with pytest.raises(UnusableSource) as error:
        layout_of_docx(data)
    assert error.value.remedy
    return error.value


def body(inner: str, head: str = "") -> bytes:
    """A file whose document.xml is this."""
    root = f'{head}<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'
    return with_part(USUAL, "word/document.xml", root.encode())


def test_a_docx_is_known_by_its_bytes_also_when_it_was_cut() -> None:
    assert medium_of(USUAL).media_type == DOCX
    assert medium_of(USUAL[: len(USUAL) * 2 // 3]).media_type == DOCX


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_file_that_was_cut(part: float) -> None:
    assert "rusak atau terpotong" in refused(USUAL[: int(len(USUAL) * part)]).cause


def test_xml_that_is_none() -> None:
    assert "rusak" in refused(with_part(USUAL, "word/document.xml", b"<w:document")).cause
    assert "rusak" in refused(with_part(USUAL, "word/numbering.xml", b"\x00\x01")).cause


def test_a_bomb_is_not_unfolded() -> None:
    blanks = b" " * (16 << 20)
    assert "mengembang" in refused(with_part(USUAL, "word/styles.xml", blanks)).cause
    assert "mengembang" in refused(with_part(USUAL, "word/document.xml", b"\n" * (MAX_PART + 1))).cause


def test_an_archive_that_lies_about_its_sizes() -> None:
    data = bytearray(with_part(USUAL, "word/document.xml", b" " * (16 << 20)))
    at = data.rfind(b"word/document.xml") - 46
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    assert refused(bytes(data))


def test_no_entity_is_resolved() -> None:
    outside = '<!DOCTYPE d [<!ENTITY rahasia SYSTEM "file:///etc/passwd">]>'
    assert "entitas" in refused(body("<w:p><w:r><w:t>&rahasia;</w:t></w:r></w:p>", outside)).cause
    laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert "entitas" in refused(body("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", laughs)).cause


def test_a_locked_entry() -> None:
    data = bytearray(USUAL)
    at = data.rfind(b"word/document.xml") - 46
    data[at + 8] |= 1
    assert "kata sandi" in refused(bytes(data)).cause


def test_a_document_without_text() -> None:
    assert "tidak memuat teks" in refused(body("<w:p/>")).cause


@pytest.mark.parametrize(
    ("data", "cause", "remedy"),
    [
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "kata sandi", "tanpa kata sandi"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "(doc)", ".docx"),
        (b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "(xls)", "PDF"),
        (b"PK\x03\x04 xl/workbook.xml", "(xlsx)", "PDF"),
        (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", "(odt)", ".docx"),
        (b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "(ods)", "PDF"),
        (b"PK\x03\x04 foto.jpg", "ZIP", "Keluarkan"),
        (b"{\\rtf1", "RTF", ".docx"),
    ],
)
def test_other_office_files_are_refused_with_the_way_out(data: bytes, cause: str, remedy: str) -> None:
    assert medium_of(data).media_type == "text/plain"
    with pytest.raises(UnusableSource) as error:
        layout_of_text(data)
    assert cause in error.value.cause and remedy in error.value.remedy


def test_xml_of_a_strict_file_reads_the_same() -> None:
    with zipfile.ZipFile(io.BytesIO(USUAL)) as archive:
        root = archive.read("word/document.xml")
    strict = root.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert strict != root
    assert layout_of_docx(with_part(USUAL, "word/document.xml", strict)).lines[0].text == "Jabatan : Sekretaris"


ODD = (
    "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc><w:tc/></w:tr></w:tbl>',
    '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="-4"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
    "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr></w:tc></w:tr></w:tbl>",
    '<w:tbl><w:tblGrid><w:gridCol w:w="x"/><w:gridCol w:w="-9"/></w:tblGrid><w:tr><w:tc/><w:tc/></w:tr></w:tbl>',
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
    '<w:p><w:pPr><w:ind w:left="nol"/><w:tabs><w:tab w:pos="1e9"/></w:tabs></w:pPr><w:r><w:tab/><w:t>a</w:t></w:r>'
    "</w:p>",
    '<w:p><w:r><w:sym w:char="ZZ"/><w:sym w:char="FFFFFFFF"/><w:t/></w:r></w:p>', "<!-- a --><?b c?>",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(ODD), max_size=6))
def test_odd_files_are_read_or_refused(inner: list[str]) -> None:
    try:
        extract(SOURCE, body("".join(inner)))
    except UnusableSource as error:
        assert error.cause and error.remedy


def test_tables_in_tables_without_end() -> None:
    deep = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>" * 2000 + "</w:tc></w:tr></w:tbl>" * 2000
    assert refused(body(deep))
    framed = "<w:tbl><w:tr><w:tc>" * 40 + "<w:p><w:r><w:t>dalam</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 40
    layout_of_docx(body("<w:p><w:r><w:t>a</w:t></w:r></w:p>" + framed))


@pytest.mark.parametrize("wide", [1, 999_999_999])
def test_what_stands_beyond_the_last_column_is_not_lost(wide: int) -> None:
    words = [f"kata{number}" for number in range(260)]
    span = f'<w:tcPr><w:gridSpan w:val="{wide}"/></w:tcPr>'
    cells = "".join(
        f"<w:tc>{span if number == 2 else ''}<w:p><w:r><w:t>{word}</w:t></w:r></w:p></w:tc>"
        for number, word in enumerate(words)
    )
    (grid,) = layout_of_docx(body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")).grids
    assert [word.text for cell in grid.cells for word in cell.words] == words


def test_fields_in_fields_without_end() -> None:
    """None of them is closed, so that what they hold is text; and it takes no time to find that."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begun = (sign.format("begin") + sign.format("separate") + "<w:r><w:t>x</w:t></w:r>") * 20_000
    start = time.process_time()
    layout = layout_of_docx(body(f"<w:p>{begun}</w:p>"))
    assert layout.lines[0].text == "x" * 20_000
    assert time.process_time() - start < 10
