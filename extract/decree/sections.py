"""Flow -> sections: the parts of a decree in their order, each with its lines or its table.

Input: the lines and drawn tables of a source. Output: sections (kepala, menimbang, diktum, judul, pemangku, fungsi,
tabel, ...) and marks (labels, repeated headings, page furniture). Guarantee: every non-blank character of every line is
in exactly one section or mark, whatever the text; nothing raises.

One pass: the open part says which labels may follow (recognise.py); a line without a label belongs to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.labels import KnownLabel
from bahasa.openers import tugas_openers
from bahasa.parts import PartName, about_part
from extract.decree.article import announcing, office_said
from extract.decree.below_list import part_below_list
from extract.decree.bodies import give_bodies
from extract.decree.caption import captions_block, heads_program, titles_above, titles_at_end
from extract.decree.card_captions import lines_aside
from extract.decree.formed import NAMES
from extract.decree.label import Found, Scattered
from extract.decree.label_columns import labels_in_turn
from extract.decree.recognise import ITEM, Recogniser
from extract.decree.running_heads import running_heads
from extract.decree.section import Section, Sections
from extract.decree.signature import completes_nip
from extract.decree.title import title_like
from extract.read.barred import is_typed_rule
from extract.read.piece import Mark, Piece
from extract.read.unmarked import PAGE_EDGE
from extract.table.flow import FlowRow
from extract.table.heading import TableHeading
from extract.table.sheet import DrawnTable, FlowItem, OtherSheet
from schemas.layout import Line


def sections_of(flow: Sequence[FlowItem]) -> Sections:
    """The sections of these lines and tables."""
    return Reader(flow).read()


class Reader:
    """The state of one pass: the open section, and whether the open block has a head and a table."""

    def __init__(self, flow: Sequence[FlowItem]) -> None:
        self.flow = flow
        self.taken = lines_aside(flow)
        self.rows: list[FlowRow] = []
        self.positions: list[int] = []  # of the rows in the flow
        self.marks: list[Mark] = []
        self.kept: list[tuple[int, OtherSheet]] = []
        for position, item in enumerate(flow):
            self._keep(position, item)
        self.rows, self.positions = labels_in_turn(self.rows, self.positions)
        self.recogniser = Recogniser(self.rows)
        self.running = running_heads(self.rows, self.recogniser.table)
        self.sections = [Section("kepala")]
        # how many characters of a line are read already, by position
        self.cuts: dict[int, int] = {}
        # labels that wait for their values: they were printed before all of these
        self.pending: list[tuple[Found, Piece]] = []
        # whether a head is open, whether its block has a title, and what the label of its holder says
        self.in_head = self.titled = False
        self.holder: Section | None = None

    def _keep(self, position: int, item: FlowItem) -> None:
        """A row of the decree, unless the line is blank or belongs to the page."""
        row = Piece(item.text, item, len(self.rows)) if isinstance(item, Line) else item
        if isinstance(row, Piece):
            if not row.text.strip():
                return
            if row.number in self.taken:
                self.marks.append(Mark(self.taken[row.number], row.cut(0)))
                return
        self.rows.append(row)
        self.positions.append(position)

    @property
    def open(self) -> Section:
        return self.sections[-1]

    def read(self) -> Sections:
        at = 0
        while at < len(self.rows):
            at = self._row(at)
        give_bodies(self.sections, self.flow, self.positions, self.taken)
        kept = [section for section in self.sections if section.pieces or section.label or section.table]
        return Sections(tuple(kept), tuple(self.marks), tuple(self.kept))

    def _row(self, at: int) -> int:
        """Read one line, the heading that starts there, or a drawn table; returns the position of the next."""
        row = self.rows[at]
        if isinstance(row, DrawnTable):
            return self._drawn(at, row)
        if isinstance(row, OtherSheet):
            return self._other(at, row)
        if at in self.running:
            self._mark(PAGE_EDGE, row)
            self.taken[row.number] = PAGE_EDGE
            return at + 1
        if not about_part(self.open.part).running and (table := self.recogniser.table(at)):
            return self._heading(table)
        if self.open.part == "tabel" and heads_program(self.rows, at):
            self._part_titles(titles_above(self.open.pieces))
            self._open("tabel_lain", row.rank)
        if at not in self.cuts and not self.open.awaits_tugas and (torn := self.recogniser.torn(at, self.open.part)):
            return self._scattered(torn)
        self._text(at, row.cut(self.cuts[at]) if at in self.cuts else row)
        return at + 1

    def _drawn(self, at: int, table: DrawnTable) -> int:
        """A table as drawn ends where it is drawn to end: what follows is outside it."""
        self._open("tabel", at)
        self.open.table, self.open.drawn = self.recogniser.table(at), table
        self._open("lain", at + 1)
        return at + 1

    def _other(self, at: int, table: OtherSheet) -> int:
        """A table of anything else ends a table that is read as text, the label of a lampiran, and the head of a block:
        what follows belongs to none of them. Preamble and closing go on below it."""
        self.kept.append((at, table))
        if self.open.part in ("tabel", "tabel_lain", "lampiran") or about_part(self.open.part).group == "head":
            self._titles_of(table)
            self._open("lain", at + 1)
        return at + 1

    def _titles_of(self, table: OtherSheet) -> None:
        """What stands between the top of the page and the table, titles all, is no cell of a table of the page
        before."""
        titles = [piece for piece in self.open.pieces if piece.line.page == table.page]
        if self.open.table is None or len(titles) == len(self.open.pieces):
            return
        if all(title_like(piece.text) for piece in titles):
            self._part_titles(len(titles))

    def _part_titles(self, count: int) -> None:
        """The last lines of the open part are what the table below them is called."""
        if count:
            titles = self.open.pieces[-count:]
            del self.open.pieces[-count:]
            self._open("keterangan", titles[0].rank)
            self.open.pieces += titles

    def _scattered(self, torn: Scattered) -> int:
        """Labels that were torn apart from their values, or in themselves."""
        self.cuts.update(torn.cuts)
        for piece in torn.heads:
            self._mark("label", piece)
        self.pending = [(found, torn.heads[0]) for found in torn.labels]
        self._next_pending()
        self.open.office = office_said(torn.heads)
        return torn.end

    def _next_pending(self) -> None:
        found, row = self.pending.pop(0)
        self._open(found.part, row.rank, found.label, found.printed)

    def _turns(self, text: str) -> bool:
        """Whether a line starts the value of the label that waits."""
        if not self.pending or not self.open.pieces:
            return False
        part = self.pending[0][0].part
        return not about_part(part).fills or bool((tugas_openers() if part == "tugas" else ITEM).match(text))

    def _nip_goes_on(self, text: str) -> bool:
        """The rest of a NIP that was wrapped (`NIP. 19650808 199203` / `1 019`)."""
        if self.open.part != "lain" or self.open.pieces or len(self.sections) < 2 or self.sections[-2].part != "nip":
            return False
        return completes_nip(self.sections[-2].pieces, text)

    def _text(self, at: int, row: Piece) -> None:
        if self._nip_goes_on(row.text):
            self.sections[-2].pieces.append(row.cut(0))
            return
        found = self.recogniser.label(at, row.text, self.open.part)
        headed = found is None and self.in_head
        if headed and (part := part_below_list(self.rows, at, row, self.open, self.recogniser.table)):
            self._open(part, at)
            self._append(row)
        elif found is None:
            while self._turns(row.text):
                self._next_pending()
            if self.open.part in NAMES and self.recogniser.formed_labels.of_none(row.text):
                self.sections.append(Section("lain", at))
            self._append(row)
        elif found.part == "judul" and self._in_lampiran_label():
            self._append(row)
        elif found.part == "judul" and self._is_caption(at):
            # its label still says the kind of a block that has no title
            self._open("keterangan", at, found.label)
            self._append(row)
        elif found.part == "tempat_tanggal":
            self._place_date(row, found)
        else:
            if found.part == "pemangku" and self.open.part == "tabel" and self.open.drawn is None:
                # lines in capitals right above a holder are the title of its block, no cells of the table before
                self._part_titles(len(titles_at_end(self.open.pieces, str.isupper)))
            self._label(row, found)
            if about_part(found.part).reads_on and found.rest:
                self._text(at, row.cut(found.end))

    def _label(self, row: Piece, found: Found) -> None:
        self._open(found.part, row.rank, found.label, found.printed)
        self.open.sure = found.sure
        if about_part(found.part).keeps_label:
            # their label is part of the text: `Lampiran I.    Keputusan Kepala BKPSDM`
            self._append(row)
            return
        self._mark("label", row.cut(0, found.end))
        if found.part == "nip":
            self._nip(row.cut(found.end))
        elif not about_part(found.part).reads_on:
            self._append(row.cut(found.end))
        if found.part == "tanggal":
            self._open("ttd", row.rank)

    def _in_lampiran_label(self) -> bool:
        """`LAMPIRAN KEPUTUSAN ...` / `TENTANG` / `INDIKATOR KINERJA UTAMA ...`: the decree's title, not the table's."""
        last = self.open.pieces[-1].text if self.open.pieces else ""
        return self.open.part == "lampiran" and last.upper().endswith("TENTANG")

    def _is_caption(self, at: int) -> bool:
        """`Indikator Kinerja Utama` between the fungsi and the table is the table's caption, no title; but one that
        names another holder is the title of the next block, where the open one has none."""
        if not self.in_head or self.recogniser.ahead(at) != "tabel":
            return False
        return self.titled or captions_block(self.rows, at, self.recogniser.table, self.holder)

    def _nip(self, row: Piece) -> None:
        """The digits; an extractor may glue the next page's first line to them."""
        end = len(row.text) - len(row.text.lstrip("0123456789 .-"))
        self._append(row.cut(0, end))
        self._open("lain", row.rank)
        if row.text[end:]:
            self._text(row.rank, row.cut(end))

    def _place_date(self, row: Piece, found: Found) -> None:
        row = row.cut(0)
        tempat, tanggal = map(len, found.rest.split("\n"))
        self._open("ditetapkan", row.rank)
        self._append(row.cut(0, tempat))
        self._mark("label", row.cut(tempat, -tanggal))
        self._open("tanggal", row.rank)
        self._append(row.cut(len(row.text) - tanggal))
        self._open("ttd", row.rank)

    def _open(self, part: PartName, at: int, label: KnownLabel | None = None, printed: str = "") -> None:
        self.sections += announcing(self.open) if part == "tabel" else []
        self.sections.append(Section(part, at, label, printed))
        if part == "pemangku" or about_part(part).fills:
            self.in_head = True
        elif part in ("tabel", "lain", "ditetapkan"):
            self.in_head = self.titled = False
            self.holder = None
        self.titled |= part == "judul"
        if part == "pemangku":
            self.holder = self.open

    def _append(self, row: Piece) -> None:
        piece = row.cut(0)
        if about_part(self.open.part).group == "head" and is_typed_rule(piece.text):
            self._mark("garis", piece)
            return
        if piece.text[:1] in (":", "：") and not self.open.pieces and self.open.label:
            # the colon of a label that stands on the line above: `Menimbang` / `: a.`
            self._mark("label", piece.cut(0, 1))
            piece = piece.cut(1)
        if piece.text:
            self.open.pieces.append(piece)

    def _mark(self, reason: str, row: Piece) -> None:
        piece = row.cut(0)
        if piece.text:
            self.marks.append(Mark(reason, piece))

    def _heading(self, table: TableHeading) -> int:
        """A table starts, or the open one goes on below its heading printed again. One that prints no heading has that
        of the tables before it."""
        if not table.pieces and isinstance(first := self.rows[table.end], Piece):
            self._open("tabel", table.end)
            self.open.table = table
            self._append(first)
            return table.end + 1
        again = self.open.table is not None and self.open.table.key == table.key
        titles = titles_above(self.open.pieces, self.rows[table.end : table.end + 1]) if self.open.table else 0
        if titles:
            self._part_titles(titles)
            again = False
        for piece in table.pieces:
            self._mark("kepala tabel yang diulang" if again else "kepala tabel", piece)
        for piece in table.numbers:
            self._mark("nomor kolom", piece)
        if again:
            self.taken |= {piece.number: "" for piece in (*table.pieces, *table.numbers)}
        else:
            self._open("tabel" if table.indicators else "tabel_lain", table.pieces[0].rank)
            self.open.table = table
        return table.end
