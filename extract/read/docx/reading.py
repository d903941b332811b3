"""Bytes of a Word file -> Layout.

Input: the bytes of a docx. Output: its lines and tables in reading order on a nominal page (nominal.py). In it is what
Word prints: numbers of lists, inserted text, results of fields, text boxes after the paragraph that they hang on, notes
at the end. Not in it: what was deleted or is hidden, and headers, which belong to a page, but for one that names the
holder of a section. Kept aside: footers, and what is struck out or has the colour of what lies behind. Said: pictures
in tables, other files that are put in. Guarantee: nothing raises but UnusableSource.
"""

from __future__ import annotations

from dataclasses import replace

from extract.errors import UnusableSource
from extract.read.docx.archive import WordParts, word_parts
from extract.read.docx.beside import Beside
from extract.read.docx.cells import WordTable
from extract.read.docx.fields import Fields
from extract.read.docx.headers import HolderHeaders, feet_of
from extract.read.docx.names import ALTERNATIVE, Element, W, at, value, whole_number
from extract.read.docx.nominal import NominalPage
from extract.read.docx.notes import NoteMarks
from extract.read.docx.numbering import ListNumbers
from extract.read.docx.paragraphs import Paragraph, Paragraphs
from extract.read.docx.seen import Seen
from extract.read.docx.styles import Styles
from extract.read.docx.tabbed import is_tabbed, tabbed_table
from extract.read.docx.tables import blocks_of, frames_of, table_of
from schemas.layout import Layout, Line

#: Width of a page (twips) where the file tells none: A4.
_A4 = 11906
#: Tables in text boxes in tables: nobody draws more.
_DEEP = 12


def layout_of_docx(data: bytes) -> Layout:
    """The lines and tables of a Word file; raises UnusableSource where it can't be read."""
    parts = word_parts(data)
    body = at(parts.document, "body")
    reader = _Reader(parts, whole_number(value(body, "sectPr/pgSz", "w"), _A4) / 20)
    if body is not None:
        reader.begin_section()
        reader.flow(body)
    reader.add_notes(parts)
    page = reader.made.page
    if not reader.made.items:
        raise _without_text(body)
    flow = [replace(item, sheet=page) if isinstance(item, Line) else item for item in reader.made.items]
    return Layout(tuple(flow), (page,), reader.made.overlays, reader.made.findings, reader.feet(parts))


def _without_text(body: Element | None) -> UnusableSource:
    """The error for a document that prints nothing; what it may put in are other files."""
    if body is not None and any(True for _ in body.iter(W + ALTERNATIVE)):
        return UnusableSource(
            "Isi dokumen Word ini hanya berkas lain yang disisipkan (altChunk), misalnya hasil ekspor sebuah "
            "aplikasi; isinya baru menjadi teks bila dibuka dengan Word.",
            "Buka dengan Microsoft Word, simpan ulang sebagai .docx (atau cetak ke PDF), lalu ulangi.",
        )
    return UnusableSource("Dokumen Word ini tidak memuat teks.", "Periksa apakah berkas tersalin dengan utuh.")


class _Reader:
    """Goes through a document from top to bottom."""

    def __init__(self, parts: WordParts, width: float) -> None:
        styles = Styles(parts.styles)
        self.made = NominalPage(width)
        numbers, self._marks = ListNumbers(parts.numbering, styles), NoteMarks()
        self._paragraphs = Paragraphs(Seen(styles), numbers, Fields(parts.document), self._marks)
        self._notes: list[tuple[str, str]] = []
        self._tabbed: list[Paragraph] = []
        self._headers = HolderHeaders(parts.document, parts.headers)

    def begin_section(self) -> None:
        """The header of the next section, where it names a holder."""
        self._end_tabbed()
        header = self._headers.of_next()
        if header is not None:
            self.flow(header)

    def feet(self, parts: WordParts) -> tuple[str, ...]:
        """What pages print at their foot."""
        return feet_of(parts.document, parts.footers, self._paragraphs)

    def flow(self, element: Element, depth: int = 0) -> None:
        """The paragraphs and tables in an element; a table that is a mere frame is what it frames."""
        for block in blocks_of(element) if depth < _DEEP else ():
            if block.tag == W + "p":
                self._paragraph(block, depth)
                continue
            self._rest()
            if block.tag == W + "tbl":
                self._table(block, depth)
            else:
                self.made.add_beside(Beside(inserted=[ALTERNATIVE]))
        self._rest()

    def _paragraph(self, element: Element, depth: int) -> None:
        paragraph = self._paragraphs.read(element)
        self._notes += paragraph.beside.notes
        if is_tabbed(paragraph):
            self._tabbed.append(paragraph)
        else:
            self._end_tabbed()
            self.made.add_paragraph(paragraph)
        for box in paragraph.boxes:
            self.flow(box, depth + 1)
        if at(element, "pPr/sectPr") is not None:
            self.begin_section()

    def _end_tabbed(self) -> None:
        """The paragraphs with tabs that were read last, as the table that they draw or as lines."""
        table = tabbed_table(self._tabbed)
        if table is not None:
            self.made.add_table(table)
        for paragraph in self._tabbed if table is None else ():
            self.made.add_paragraph(paragraph)
        self._tabbed = []

    def _rest(self) -> None:
        self._end_tabbed()
        if lines := self._paragraphs.rest():
            self.made.add_paragraph(Paragraph(lines))

    def _table(self, element: Element, depth: int) -> None:
        frames = frames_of(element)
        for frame in frames:
            self.flow(frame, depth + 1)
        if frames:
            return
        table = table_of(element, self._paragraphs)
        first = 0
        for row, inner in table.inner if depth < _DEEP else ():
            self._rows(table, first, row + 1)
            self._table(inner, depth + 1)
            first = max(first, row + 1)
        self._rows(table, first, table.rows)

    def _rows(self, table: WordTable, first: int, stop: int) -> None:
        """Adds rows `first`..`stop` - 1 of a table, if they print anything."""
        part = table.cut(first, stop)
        if part.cells:
            self.made.add_table(part)
            self._notes += part.beside.notes

    def add_notes(self, parts: WordParts) -> None:
        """The notes that the text names, in its order, below it."""
        found = {"footnotes": parts.footnotes, "endnotes": parts.endnotes}
        texts = {
            (kind, note.get(W + "id", "")): note
            for kind, root in found.items()
            if root is not None
            for note in root
            if isinstance(note.tag, str)
        }
        for key in dict.fromkeys(self._notes):
            lines = [line for block in blocks_of(texts[key]) for line in self._lines(block)] if key in texts else []
            if lines:
                first = f"{self._marks.number(*key)} {lines[0].strip()}".strip()
                self.made.add_paragraph(Paragraph([first, *lines[1:]]))

    def _lines(self, block: Element) -> list[str]:
        return self._paragraphs.read(block).lines if block.tag == W + "p" else []
