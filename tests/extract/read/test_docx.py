"""Word files: what Word prints is read, merged cells and numbers of lists included, up to the decree."""

from __future__ import annotations

from typing import Any

import pytest
from docx import Document
from word_files import SOURCE, add_list, add_num, blank_document, in_list, saved, table, xml

from extract.door import extract, layout_of
from extract.read.docx.numbering import ListNumbers
from extract.read.docx.reading import layout_of_docx
from extract.read.docx.styles import Styles
from extract.read.pdf.grid import text_in
from extract.read.pdf.words import lines_of
from extract.read.symbols import readable
from schemas.decree import Block
from schemas.layout import Grid, Layout

HEADING = ("No", "Sasaran", "Indikator Kinerja", "Target")


def lines(document: Any) -> list[str]:
    return [line.text for line in layout_of_docx(saved(document)).lines]


def grids(document: Any) -> list[Grid]:
    return [item for item in layout_of_docx(saved(document)).flow if isinstance(item, Grid)]


def cell_lines(grid: Grid) -> list[list[str]]:
    """The lines of each cell of the table's first row."""
    return [[line.text for line in lines_of(cell.words)] for cell in grid.owner[0]]


def block(document: Any) -> Block:
    (only,) = extract(SOURCE, saved(document)).decree.blocks
    return only


def decree() -> Any:
    """A block of indicators as an officer types it."""
    document = blank_document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    document.add_paragraph("Jabatan\t:\tKepala Bidang Mutasi")
    document.add_paragraph("Tugas\t:\tMemimpin bidang mutasi")
    document.add_paragraph("Fungsi\t:")
    add_list(document, 1, [("lowerLetter", "%1.")])
    for text in ("Penyusunan rencana;", "Pelaksanaan mutasi."):
        in_list(document.add_paragraph(text), 1)
    return document


def test_a_block_with_its_list_and_a_merged_sasaran() -> None:
    document = decree()
    made = table(
        document,
        [
            HEADING,
            ("1", "Tertibnya mutasi", "Jumlah berkas mutasi", "12 berkas"),
            ("2", "", "Persentase mutasi tepat waktu", "90 %"),
        ],
    )
    made.cell(1, 1).merge(made.cell(2, 1))
    read = block(document)
    assert read.kind == "IKI" and read.jabatan is not None and read.jabatan.as_printed == "Kepala Bidang Mutasi"
    assert [item.text.as_printed for item in read.fungsi] == ["Penyusunan rencana;", "Pelaksanaan mutasi."]
    assert [item.no for item in read.fungsi] == ["a", "b"]
    first, second = read.rows
    assert first.cells["sasaran"].text.as_printed == "Tertibnya mutasi" and first.cells["sasaran"].span == "own"
    assert second.cells["sasaran"].span == "covered" and second.cells["target"].text.as_printed == "90 %"


def test_numbers_that_word_makes_are_in_an_empty_cell() -> None:
    document = decree()
    rows = [HEADING, *(("", f"Tertibnya {name}", f"Jumlah {name}", "2 berkas") for name in ("surat", "arsip"))]
    made = table(document, rows)
    add_list(document, 2, [("decimal", "%1")])
    for row in (1, 2):
        in_list(made.cell(row, 0).paragraphs[0], 2)
    assert [row.cells["no"].text.as_printed for row in block(document).rows] == ["1", "2"]


def test_a_heading_of_two_levels_and_a_group_row() -> None:
    document = decree()
    made = table(
        document,
        [
            ("No", "Sasaran", "Indikator Kinerja", "Target", ""),
            ("", "", "", "2022", "2023"),
            ("MISI PERTAMA", "", "", "", ""),
            ("1", "Tertibnya surat", "Jumlah surat", "2 berkas", "3 berkas"),
        ],
    )
    made.cell(0, 3).merge(made.cell(0, 4))
    for column in range(3):
        made.cell(0, column).merge(made.cell(1, column))
    made.cell(2, 0).merge(made.cell(2, 4))
    read = block(document)
    assert [heading.text.as_printed for heading in read.headings][3:] == ["Target 2022", "Target 2023"]
    (row,) = read.rows
    assert row.group == "MISI PERTAMA" and row.cells["indikator"].text.as_printed == "Jumlah surat"


def test_places_are_lines_and_never_a_page() -> None:
    document = decree()
    table(document, [HEADING, ("1", "Tertibnya surat", "Jumlah surat", "2 berkas")])
    found = extract(SOURCE, saved(document))
    (read,) = found.decree.blocks
    assert found.source.pages is None and read.rows[0].page is None
    assert read.jabatan is not None and [place.lines for place in read.jabatan.places] == [(2, 2)]
    assert [place.lines for place in read.rows[0].cells["target"].text.places] == [(8, 8)]
    assert '"bbox":[' not in found.model_dump_json() and '"page":1' not in found.model_dump_json()


def test_words_stand_in_their_cells() -> None:
    document = blank_document()
    table(document, [("A", "panjang " * 40, "C"), ("1\n2\n3", "b", "c")])
    (grid,) = grids(document)
    for cell in grid.cells:
        for word in cell.words:
            assert cell.x0 <= word.x0 <= word.x1 <= cell.x1 + 0.01 and cell.top < word.top < word.bottom < cell.bottom
    assert [line.text for line in lines_of(grid.owner[1][0].words)] == ["1", "2", "3"]


def test_levels_restart_below_a_higher_one() -> None:
    document = blank_document()
    add_list(document, 1)
    for level in (0, 1, 1, 2, 0, 1):
        in_list(document.add_paragraph("butir"), 1, level)
    assert lines(document) == ["1. butir", "a) butir", "b) butir", "(i) butir", "2. butir", "a) butir"]


def test_lists_of_one_abstract_list_count_together_unless_one_starts_anew() -> None:
    document = blank_document()
    add_list(document, 1)
    add_num(document, 2, abstract=1)
    add_num(document, 3, abstract=1, start=1)
    for number in (1, 2, 3, 3, 1):
        in_list(document.add_paragraph("butir"), number)
    assert [line.split()[0] for line in lines(document)] == ["1.", "2.", "1.", "2.", "3."]


def test_a_style_numbers_its_paragraphs_and_zero_takes_it_off() -> None:
    document = blank_document()
    add_list(document, 4, [("upperRoman", "%1.")])
    style = document.styles.add_style("Bab", 1)
    style.element.get_or_add_pPr().append(xml("numPr", "", '<w:numId w:val="4"/>'))
    for text in ("Umum", "Khusus"):
        document.add_paragraph(text, style="Bab")
    in_list(document.add_paragraph("tanpa", style="Bab"), 0)
    assert lines(document) == ["I. Umum", "II. Khusus", "tanpa"]


@pytest.mark.parametrize(
    ("form", "text", "third", "last"),
    [
        ("decimal", "(%1)", "(3)", "(28)"),
        ("decimalZero", "%1", "03", "28"),
        ("lowerLetter", "%1.", "c.", "bb."),  # z is followed by aa, bb
        ("upperLetter", "%1", "C", "BB"),
        ("lowerRoman", "%1)", "iii)", "xxviii)"),
        ("bullet", "\uf0b7", "•", "•"),
        ("bullet", "-", "-", "-"),
        ("none", "%1", "butir", "butir"),
    ],
)
def test_forms_of_numbers(form: str, text: str, third: str, last: str) -> None:
    document = blank_document()
    add_list(document, 1, [(form, text)])
    for _ in range(28):
        in_list(document.add_paragraph("butir"), 1)
    assert [lines(document)[at].split()[0] for at in (2, 27)] == [third, last]


def test_a_file_without_lists_numbers_nothing() -> None:
    paragraph = xml("p", "", '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>')
    assert ListNumbers(None, Styles(None)).label(paragraph) == ""


def test_inserted_text_is_read_and_deleted_text_is_not() -> None:
    document = blank_document()
    body = document.element.body
    run = "<w:r><w:t>{}</w:t></w:r>"
    inserted = f"<w:ins>{run.format('target baru')}</w:ins>"
    deleted = "<w:del><w:r><w:delText>target lama</w:delText></w:r></w:del>"
    body.insert(0, xml("p", "", deleted + inserted))
    # the end of this paragraph was deleted: it goes on in the next
    body.insert(1, xml("p", "", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run.format("satu ")))
    body.insert(2, xml("p", "", run.format("kalimat")))
    assert lines(document) == ["target baru", "satu kalimat"]


def test_hidden_text_headers_and_field_codes_are_not_printed() -> None:
    document = blank_document()
    document.sections[0].header.paragraphs[0].text = "KOP SURAT"
    paragraph = document.add_paragraph("tampak")
    paragraph.add_run(" tersembunyi").font.hidden = True
    paragraph._p.append(xml("r", "", "<w:instrText>PAGE</w:instrText>"))
    capitals = document.add_paragraph()
    capitals.add_run("bupati").font.all_caps = True
    assert lines(document) == ["tampak", "BUPATI"]


def test_content_controls_links_and_text_boxes_are_read() -> None:
    document = blank_document()
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = document.element.body
    control = f"<w:sdtContent><w:p><w:hyperlink>{run.format('isian')}</w:hyperlink></w:p></w:sdtContent>"
    body.insert(0, xml("sdt", "", control))
    box = f"<w:pict><w:txbxContent><w:p>{run.format('dalam kotak')}</w:p></w:txbxContent></w:pict>"
    body.insert(1, xml("p", "", run.format("luar kotak") + f"<w:r>{box}</w:r>"))
    assert lines(document) == ["isian", "luar kotak", "dalam kotak"]


def test_of_alternatives_for_old_and_new_programs_one_is_read() -> None:
    document = blank_document()
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent><w:p><w:r><w:t>sekali</w:t></w:r></w:p></w:txbxContent>"
    both = f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    document.element.body.insert(0, xml("p", mc, f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"))
    assert lines(document) == ["sekali"]


def test_a_nested_table_is_lines_of_its_cell() -> None:
    document = blank_document()
    cell = table(document, [("A", "B")]).cell(0, 0)
    inner = cell.add_table(2, 2)
    for row, texts in enumerate((("x", "y"), ("z", ""))):
        for column, text in enumerate(texts):
            inner.cell(row, column).text = text
    (grid,) = grids(document)
    assert cell_lines(grid) == [["A", "x y", "z"], ["B"]]


def test_a_table_that_frames_another_is_that_other() -> None:
    document = blank_document()
    cell = table(document, [("judul dalam bingkai",)]).cell(0, 0)
    cell.add_table(1, 2).cell(0, 1).text = "isi"
    (grid,) = grids(document)
    assert lines(document) == ["judul dalam bingkai"] and cell_lines(grid) == [[], ["isi"]]


def test_rows_that_begin_late_or_were_deleted() -> None:
    document = blank_document()
    made = table(document, [("a", "b", "c"), ("d", "e", "f"), ("g", "h", "i")])
    second, third = made.rows[1]._tr, made.rows[2]._tr
    second.remove(second.tc_lst[0])
    second.get_or_add_trPr().append(xml("gridBefore", 'w:val="1"'))
    third.get_or_add_trPr().append(xml("del"))
    (grid,) = grids(document)
    assert [[text_in(cell) for cell in band] for band in grid.owner] == [["a", "b", "c"], ["", "e", "f"]]


def test_lines_tabs_and_signs_of_a_paragraph() -> None:
    document = blank_document()
    document.add_paragraph("Nama\t:\tBudi\nNIP\t:\t1980")
    document.add_paragraph()._p.append(
        xml("r", "", '<w:t>x</w:t><w:noBreakHyphen/><w:sym w:font="Symbol" w:char="F0B3"/>')
    )
    first, second, third = lines(document)
    assert first.split("   ")[0] == "Nama" and [part.strip() for part in first.split(":")] == ["Nama", "Budi"]
    assert second.startswith("NIP") and third == "x-≥"


def test_a_formula_has_its_numerator_before_its_denominator() -> None:
    document = blank_document()
    m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    part = "<m:{0}><m:r><m:t>{1}</m:t></m:r></m:{0}>"
    fraction = f"<m:f>{part.format('num', 'hadir')}{part.format('den', 'diundang')}</m:f>"
    document.element.body.insert(0, xml("p", m, f"<m:oMath>{fraction}<m:r><m:t>x 100 %</m:t></m:r></m:oMath>"))
    assert [" ".join(line.split()) for line in lines(document)] == ["hadir diundang x 100 %"]


def test_cell_with_a_fraction_says_so() -> None:
    document = blank_document()
    table(document, [HEADING, ("1", "Tertibnya surat", "Persentase surat", "80 %")])
    m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    part = "<m:{0}><m:r><m:t>{1}</m:t></m:r></m:{0}>"
    fraction = f"<m:f>{part.format('num', 'tertib')}{part.format('den', 'seluruh')}</m:f>"
    document.tables[0].rows[1].cells[2]._tc.append(xml("p", m, f"<m:oMath>{fraction}</m:oMath>"))
    grid = next(item for item in layout_of_docx(saved(document)).flow if isinstance(item, Grid))
    said = {" ".join(word.text for word in cell.words): any(word.formula for word in cell.words) for cell in grid.cells}
    assert said["Persentase surat tertib seluruh"] and not said["80 %"]


def test_cell_with_a_fraction_that_word_draws_says_so() -> None:
    document = blank_document()
    table(document, [HEADING, ("1", "Tertibnya surat", "Persentase surat", "80 %")])
    field = xml("fldSimple", r'w:instr="EQ \f(tertib;seluruh)"')
    document.tables[0].rows[1].cells[2].paragraphs[0]._p.append(field)
    grid = next(item for item in layout_of_docx(saved(document)).flow if isinstance(item, Grid))
    said = {" ".join(word.text for word in cell.words): any(word.formula for word in cell.words) for cell in grid.cells}
    assert said["Persentase surat tertib seluruh"] and not said["80 %"]


def test_notes_stand_at_the_end() -> None:
    document = blank_document()
    document.add_paragraph("teks")._p.append(xml("r", "", '<w:footnoteReference w:id="2"/>'))
    document.add_paragraph("lanjutan")
    part = xml("footnotes", "", '<w:footnote w:id="2"><w:p><w:r><w:t>catatan</w:t></w:r></w:p></w:footnote>')
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart

    footnotes = XmlPart(PackURI("/word/footnotes.xml"), "application/xml", part, document.part.package)
    document.part.relate_to(footnotes, RELATIONSHIP_TYPE.FOOTNOTES)
    assert lines(document) == ["teks¹", "lanjutan", "1 catatan"]


def test_every_character_of_a_file_is_in_its_layout_once() -> None:
    document = decree()
    table(document, [HEADING, ("1", "Tertibnya surat", "Jumlah surat", "2 berkas")])
    layout = layout_of_docx(saved(document))
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for row in document.tables[0].rows for cell in row.cells]
    # the list's letters are Word's own
    assert sorted("".join(_printed(layout)).replace(" ", "")) == sorted("".join("".join(texts).split()) + "a.b.")


def _printed(layout: Layout) -> list[str]:
    words = [word.text for line in layout.lines for word in line.words]
    return words + [w.text for item in layout.flow if isinstance(item, Grid) for cell in item.cells for w in cell.words]


def test_the_same_bytes_give_the_same_layout() -> None:
    data = saved(decree())
    assert layout_of(SOURCE, data).lines == layout_of(SOURCE, data).lines


def test_signs_that_nobody_sees_are_in_no_line() -> None:
    document = blank_document()
    document.add_paragraph("\u2068Jabatan\u2069 :\u200e Ana\u2060lis")
    assert lines(document) == ["Jabatan : Analis"]


def test_signs_of_fonts_that_nobody_knows_stay() -> None:
    assert readable("\uf0ff a", "Papyrus") == "\uf0ff a" and readable("\uf0fc", "Wingdings") == "✓"


def test_a_usual_document_of_word_opens() -> None:
    document = Document()
    document.add_heading("Judul", 1)
    document.add_paragraph("satu", style="List Number")
    document.add_paragraph("dua", style="List Bullet")
    assert lines(document) == ["Judul", "1. satu", "• dua"]


def bordered(cell: Any, **lines: str) -> None:
    inner = "".join(f'<w:{side} w:val="{line}"/>' for side, line in lines.items())
    cell._tc.get_or_add_tcPr().append(xml("tcBorders", "", inner))


@pytest.mark.parametrize(("beside", "one"), [("single", True), ("nil", False)])
def test_a_cell_without_a_line_above_is_one_with_the_cell_above_if_lines_are_drawn_beside(
    beside: str, one: bool
) -> None:
    document = blank_document()
    made = table(document, [("Tertibnya surat", "a"), ("", "b"), ("", "c"), ("Tertibnya arsip", "d")])
    for row in range(3):
        bordered(made.cell(row, 0), top="nil", bottom="nil")
        bordered(made.cell(row, 1), top=beside, bottom=beside)
    (grid,) = grids(document)
    first = [band[0] for band in grid.owner]
    assert [cell is first[0] for cell in first] == [True, one, one, False]
    assert [text_in(cell) for cell in first[::3]] == ["Tertibnya surat", "Tertibnya arsip"]


def test_a_text_below_no_line_stays_a_cell_of_its_own() -> None:
    document = blank_document()
    made = table(document, [("satu", "a"), ("dua", "b")])
    bordered(made.cell(0, 0), bottom="nil")
    bordered(made.cell(1, 0), top="nil")
    (grid,) = grids(document)
    assert [[text_in(cell) for cell in band] for band in grid.owner] == [["satu", "a"], ["dua", "b"]]


def test_a_block_whose_head_is_a_table_begins_a_table_of_its_own() -> None:
    """Nothing but the head stands between two tables with the same heading; its label is in no list."""
    document = blank_document()
    document.add_paragraph("PENETAPAN INDIKATOR KINERJA INDIVIDU")
    for order, holder in enumerate(("Pranata Kearsipan", "Pengelola Data"), 1):
        table(
            document, [("A. Pemangku Jabatan", ":", holder), ("B. Uraian Tugas", ":", "Melakukan kegiatan kearsipan.")]
        )
        document.add_paragraph()
        rows = [(str(order), f"Tertibnya {name}", f"Jumlah {name}", "2 berkas") for name in ("surat", "arsip")]
        table(document, [HEADING, *rows])
    blocks = extract(SOURCE, saved(document)).decree.blocks
    assert [read.jabatan.as_printed for read in blocks if read.jabatan] == ["Pranata Kearsipan", "Pengelola Data"]
    assert [len(read.rows) for read in blocks] == [2, 2]


def test_a_line_below_the_heading_alone_merges_nothing() -> None:
    """A box around the table and a line below its heading: blank cells of the first row are no rest of the heading."""
    document = blank_document()
    made = table(document, [("Sasaran", "Capaian"), ("Tertibnya surat", "")])
    inner = '<w:insideH w:val="nil"/>'
    made._tbl.tblPr.append(xml("tblBorders", "", inner))
    bordered(made.cell(0, 0), bottom="single")
    (grid,) = grids(document)
    assert grid.owner[1][1] is not grid.owner[0][1]


def fraction_in(cell: Any, before: str = "") -> None:
    """A fraction set as a table of two rows, what stands beside it merged over both."""
    inner = cell.add_table(2, 3 if before else 2)
    texts = [[before, "hadir", "x 100 %"], ["", "diundang", ""]]
    for row, own in enumerate(texts):
        for column, text in enumerate(own if before else own[1:]):
            inner.cell(row, column).text = text
    for column in (0, 2) if before else (1,):
        inner.cell(0, column).merge(inner.cell(1, column))


@pytest.mark.parametrize("before", ["", "IK ="])
def test_a_fraction_set_as_a_table_is_read_column_by_column(before: str) -> None:
    document = blank_document()
    made = table(document, [HEADING, ("1", "Tertibnya surat", "", "80 %")])
    fraction_in(made.cell(1, 2), before)
    (grid,) = grids(document)
    (cell,) = (cell for cell in grid.cells if "hadir" in text_in(cell))
    assert " ".join(text_in(cell).split()) == f"{before} hadir diundang x 100 %".strip()
    assert any(word.formula for word in cell.words)
