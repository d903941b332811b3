"""Word files as offices write them: holders in the header of pages, tables by tabs, frames, heads drawn as tables."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from word_files import SOURCE, blank_document, saved, table

from extract.door import extract
from extract.read.unmarked import PAGE_EDGE
from schemas.decree import Block

HEADING = ("No", "Sasaran", "Indikator Kinerja", "Target", "Sumber Data", "Keterangan")
ROWS = (
    ("1", "Meningkatnya mutu arsip", "Persentase arsip tertata", "85 %", "Laporan arsip", "-"),
    ("2", "Terwujudnya tertib data", "Jumlah data pegawai", "320 data", "SIMPEG", "-"),
)
HOLDERS = ("Kepala Seksi Arsip", "Kepala Seksi Mutasi")


def blocks(document: Any) -> tuple[Block, ...]:
    return extract(SOURCE, saved(document)).decree.blocks


def read(document: Any) -> list[tuple[str, str, int]]:
    """The holder, tugas and number of rows of each block."""
    return [
        (one.jabatan.as_printed, one.tugas.as_printed if one.tugas else "", len(one.rows)) for one in blocks(document)
    ]


def wanted() -> list[tuple[str, str, int]]:
    return [(holder, f"Memimpin {holder}", 2) for holder in HOLDERS]


def test_a_holder_in_the_header_of_a_section_begins_its_block() -> None:
    document = blank_document()
    for at, holder in enumerate(HOLDERS):
        section = document.add_section(WD_SECTION.NEW_PAGE) if at else document.sections[0]
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = "INDIKATOR KINERJA INDIVIDU"
        section.header.add_paragraph(f"Jabatan : {holder}")
        document.add_paragraph(f"Tugas : Memimpin {holder}")
        table(document, [HEADING, *ROWS])
    document.add_section(WD_SECTION.NEW_PAGE).header.is_linked_to_previous = True
    document.add_paragraph("Tembusan disampaikan kepada Yth. : Bupati")
    assert read(document) == wanted()


def test_a_header_without_a_holder_belongs_to_the_page() -> None:
    document = blank_document()
    document.sections[0].header.paragraphs[0].text = "DINAS KEARSIPAN"
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    document.add_paragraph(f"Jabatan : {HOLDERS[0]}")
    table(document, [HEADING, *ROWS])
    assert "KEARSIPAN" not in extract(SOURCE, saved(document)).model_dump_json()


def test_a_footer_is_kept_as_what_the_pages_print_once() -> None:
    document = blank_document()
    foot = "Rencana Strategis Dinas Kearsipan Tahun 2025-2029"
    for kind in ("footer", "first_page_footer"):
        getattr(document.sections[0], kind).paragraphs[0].text = foot
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].footer.add_paragraph("12")
    document.add_paragraph(f"Jabatan : {HOLDERS[0]}")
    table(document, [HEADING, *ROWS])
    decree = extract(SOURCE, saved(document)).decree
    assert [text.as_printed for text in decree.unparsed if PAGE_EDGE in text.reasons] == [foot]


def test_a_footer_is_kept_as_it_is_printed() -> None:
    """Alternatives of a text box say the same; hidden words are not printed; another section's footer that a tracked
    change took away is none."""
    document = blank_document()
    (paragraph,) = document.sections[0].footer.paragraphs
    paragraph.add_run("Renja Tahun 2022")
    paragraph.add_run(" Tahun 2019").font.hidden = True
    box = "<w:txbxContent><w:p><w:r><w:t>Dinas Kearsipan</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )
    document.add_paragraph(f"Jabatan : {HOLDERS[0]}")
    table(document, [HEADING, *ROWS])
    decree = extract(SOURCE, saved(document)).decree
    feet = [text.as_printed for text in decree.unparsed if PAGE_EDGE in text.reasons]
    assert feet == ["Renja Tahun 2022", "Dinas Kearsipan"]


def test_rows_whose_cells_are_set_apart_by_tabs_are_a_table() -> None:
    document = blank_document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    document.add_paragraph(f"Jabatan\t:\t{HOLDERS[0]}")
    for row in (HEADING, *ROWS):
        document.add_paragraph("\t".join(row))
    document.add_paragraph("\t\t\tKepala Dinas,")
    (block,) = blocks(document)
    cells = [
        [row.cells[role].text.as_printed for role in ("no", "sasaran", "indikator", "target")] for row in block.rows
    ]
    assert cells == [list(row[:4]) for row in ROWS]


def test_a_frame_of_several_rows_is_what_it_frames() -> None:
    """A table of one column, the head in one row and the table of indicators in the next."""
    document = blank_document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    frame = document.add_table(2, 1)
    frame.cell(0, 0).text = f"Jabatan : {HOLDERS[0]}"
    frame.cell(0, 0).add_paragraph(f"Tugas : Memimpin {HOLDERS[0]}")
    inner = frame.cell(1, 0).add_table(3, 6)
    for cells, texts in zip(inner.rows, (HEADING, *ROWS), strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    assert read(document) == wanted()[:1]


def test_a_head_drawn_in_the_columns_of_the_table_above_is_no_row_of_it() -> None:
    """`Jabatan | : | Kepala Seksi Mutasi` in three columns as wide as two of the table."""
    document = blank_document()
    for holder in HOLDERS:
        document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
        table(document, [("Jabatan", ":", holder), ("Tugas", ":", f"Memimpin {holder}")])
        document.add_paragraph()
        table(document, [HEADING, *ROWS])
    assert read(document) == wanted()


def test_a_head_in_the_first_rows_of_its_table_is_no_row() -> None:
    """`Jabatan | Kepala Seksi Mutasi`, merged over the columns, above the heading."""
    document = blank_document()
    for holder in HOLDERS:
        document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
        made = table(document, [("",) * 6, ("",) * 6, HEADING, *ROWS])
        for row, pair in zip(made.rows, (("Jabatan", holder), ("Tugas", f"Memimpin {holder}")), strict=False):
            row.cells[0].merge(row.cells[1]).text = pair[0]
            row.cells[2].merge(row.cells[5]).text = pair[1]
    assert read(document) == wanted()


def test_two_who_sign_below_a_table_are_no_row_of_it() -> None:
    document = blank_document()
    document.add_paragraph("INDIKATOR KINERJA INDIVIDU")
    document.add_paragraph(f"Jabatan : {HOLDERS[0]}")
    table(document, [(*HEADING[:2], *HEADING[2:4]), *(row[:4] for row in ROWS)])
    document.add_paragraph("")
    table(document, [("", "CAMAT BATU AMPAR,\nHERI SUSANTO")])
    assert [[row.cells["no"].text.as_printed for row in one.rows] for one in blocks(document)] == [["1", "2"]]
