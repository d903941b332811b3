"""Pages -> sections: the parts of a decree in their order, each with its lines.

Input: the lines of a source. Output: sections (kepala, menimbang, diktum, judul, pemangku, fungsi, tabel, ...) and
marks (labels, repeated headings, page furniture). Guarantee: every non-blank character of every line is in exactly
one section or mark, whatever the text; nothing raises.

One pass over the non-blank lines. The part that the text is in says which labels may follow (recognise.py); a line
without a label belongs to the part that is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bahasa.headings import heading_letters
from bahasa.labels import KnownLabel
from bahasa.openers import tugas_openers
from bahasa.parts import PartName, about_part
from extract.decree.furniture import page_furniture
from extract.decree.label import Found, Scattered, scattered
from extract.decree.recognise import ITEM, Recogniser
from extract.read.piece import Mark, Piece
from extract.table.heading import TableHeading
from schemas.layout import Line

#: Birth, appointment, sex and number: `19650808 199203 1 019`.
_NIP_DIGITS = 18


@dataclass(slots=True)
class Section:
    """A part of the decree. `printed` is its label as printed; `pieces` its text; `table` its heading and `body` the
    lines below it (blank ones included), where it is a table; `seams` as in extract.table.region; `start` is the
    number of its first line."""

    part: PartName
    start: int = 0
    label: KnownLabel | None = None
    printed: str = ""
    pieces: list[Piece] = field(default_factory=list)
    table: TableHeading | None = None
    body: tuple[Line, ...] = ()
    seams: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sections:
    """The parts in their order, and the print that is understood but has no field."""

    sections: tuple[Section, ...]
    marks: tuple[Mark, ...]


def sections_of(lines: Sequence[Line]) -> Sections:
    """The sections of these lines."""
    return Reader(lines).read()


class Reader:
    """The state of one pass: the open section, and whether the open block has a head and a table."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.taken = page_furniture(lines)
        self.rows: list[Piece] = []
        self.marks: list[Mark] = []
        for line in lines:
            if not line.text.strip():
                continue
            piece = Piece(line.text, line, len(self.rows))
            if line.number in self.taken:
                self.marks.append(Mark(self.taken[line.number], Piece(line.text.strip(), line, len(self.rows))))
            else:
                self.rows.append(piece)
        self.recogniser = Recogniser(self.rows)
        self.sections = [Section("kepala")]
        # how many characters of a line are read already, by position
        self.cuts: dict[int, int] = {}
        # labels that wait for their values: they were printed before all of these
        self.pending: list[tuple[Found, Piece]] = []
        self.in_head = False
        # whether the open block has a title, and what the label of its holder says
        self.titled = False
        self.holder: Section | None = None

    @property
    def open(self) -> Section:
        return self.sections[-1]

    def read(self) -> Sections:
        at = 0
        while at < len(self.rows):
            at = self._row(at)
        self._bodies()
        kept = [section for section in self.sections if section.pieces or section.label or section.table]
        return Sections(tuple(kept), tuple(self.marks))

    def _row(self, at: int) -> int:
        """Read one line, or the heading that starts there; returns the position of the next."""
        row = self.rows[at]
        text = row.text[self.cuts.get(at, 0) :]
        table = self.recogniser.table(at) if self._may_hold_table() else None
        if table:
            return self._heading(table)
        if at not in self.cuts and about_part(self.open.part).group == "head" and (torn := scattered(self.rows, at)):
            return self._scattered(torn)
        self._text(at, row, text)
        return at + 1

    def _scattered(self, torn: Scattered) -> int:
        """Labels that were torn apart from their values, or in themselves."""
        self.cuts.update(torn.cuts)
        for piece in torn.heads:
            self._mark("label", piece, piece.text)
        self.pending = [(found, torn.heads[0]) for found in torn.labels]
        self._next_pending()
        return torn.end

    def _next_pending(self) -> None:
        found, row = self.pending.pop(0)
        self._open(found.part, row, found.label, found.printed)

    def _turns(self, text: str) -> bool:
        """Whether a line starts the value of the label that waits."""
        if not self.pending or not self.open.pieces:
            return False
        part = self.pending[0][0].part
        opens = tugas_openers() if part == "tugas" else ITEM
        return not about_part(part).fills or bool(opens.match(text))

    def _nip_goes_on(self, text: str) -> bool:
        """The rest of a NIP that was wrapped (`NIP. 19650808 199203` / `1 019`): with it there are its 18 digits."""
        if self.open.part != "lain" or self.open.pieces or len(self.sections) < 2 or self.sections[-2].part != "nip":
            return False
        printed = [*(piece.text for piece in self.sections[-2].pieces), text]
        return not text.strip("0123456789 .-") and sum(map(str.isdigit, "".join(printed))) == _NIP_DIGITS

    def _text(self, at: int, row: Piece, text: str) -> None:
        if self._nip_goes_on(text):
            self.sections[-2].pieces.append(Piece(text.strip(), row.line, row.rank))
            return
        found = self.recogniser.label(at, text, self.open.part)
        if found is None:
            while self._turns(text):
                self._next_pending()
            self._append(row, text)
        elif found.part == "judul" and self._in_lampiran_label():
            self._append(row, text)
        elif found.part == "judul" and self._is_caption(at):
            # its label still says the kind of a block that has no title
            self._open("keterangan", row, found.label)
            self._append(row, text)
        elif found.part == "tempat_tanggal":
            self._place_date(row, text, found)
        else:
            self._label(row, found)
            if about_part(found.part).reads_on and found.rest:
                self._text(at, row, found.rest)

    def _label(self, row: Piece, found: Found) -> None:
        self._open(found.part, row, found.label, found.printed)
        if about_part(found.part).keeps_label:
            # their label is part of the text: `Lampiran I.    Keputusan Kepala BKPSDM`
            self._append(row, f"{found.head} {found.rest}")
            return
        self._mark("label", row, found.head)
        if found.part == "nip":
            self._nip(row, found.rest)
        elif not about_part(found.part).reads_on:
            self._append(row, found.rest)
        if found.part == "tanggal":
            self._open("ttd", row)

    def _in_lampiran_label(self) -> bool:
        """`LAMPIRAN KEPUTUSAN ...` / `TENTANG` / `INDIKATOR KINERJA UTAMA ...`: the decree's title, not the table's."""
        last = self.open.pieces[-1].text if self.open.pieces else ""
        return self.open.part == "lampiran" and last.upper().endswith("TENTANG")

    def _is_caption(self, at: int) -> bool:
        """`Indikator Kinerja Utama` between the fungsi and the table is the table's caption, no title; but one that
        names another holder is the title of the next block, where the open one has none."""
        if not self.in_head or self.recogniser.ahead(at) != "tabel":
            return False
        office = "" if self.titled else self.recogniser.office_below(at)
        return not office or _same_office(office, self.holder)

    def _nip(self, row: Piece, text: str) -> None:
        """The digits; an extractor may glue the next page's first line to them."""
        end = len(text) - len(text.lstrip("0123456789 .-"))
        self._append(row, text[:end])
        self._open("lain", row)
        if text[end:].strip():
            self._text(row.rank, row, text[end:])

    def _place_date(self, row: Piece, text: str, found: Found) -> None:
        tempat, tanggal = found.rest.split("\n")
        self._open("ditetapkan", row)
        self._append(row, tempat)
        self._mark("label", row, text.strip()[len(tempat) : -len(tanggal)])
        self._open("tanggal", row)
        self._append(row, tanggal)
        self._open("ttd", row)

    def _open(self, part: PartName, row: Piece, label: KnownLabel | None = None, printed: str = "") -> None:
        self.sections.append(Section(part, row.line.number, label, printed))
        if part == "pemangku" or about_part(part).fills:
            self.in_head = True
        elif part in ("tabel", "lain", "ditetapkan"):
            self.in_head = self.titled = False
            self.holder = None
        if part == "judul":
            self.titled = True
        if part == "pemangku":
            self.holder = self.open

    def _append(self, row: Piece, text: str) -> None:
        text = text.strip()
        if text[:1] in (":", "：") and not self.open.pieces and self.open.label:
            # the colon of a label that stands on the line above: `Menimbang` / `: a.`
            self._mark("label", row, text[0])
            text = text[1:].strip()
        if text:
            self.open.pieces.append(Piece(text, row.line, row.rank))

    def _mark(self, reason: str, row: Piece, text: str) -> None:
        if text.strip():
            self.marks.append(Mark(reason, Piece(text.strip(), row.line, row.rank)))

    def _may_hold_table(self) -> bool:
        return not about_part(self.open.part).running

    def _heading(self, table: TableHeading) -> int:
        """A table starts, or the open one goes on below its heading printed again."""
        again = self.open.table is not None and self.open.table.key == table.key
        for piece in table.pieces:
            self._mark("kepala tabel yang diulang" if again else "kepala tabel", piece, piece.text)
        for piece in table.numbers:
            self._mark("nomor kolom", piece, piece.text)
        if again:
            self.taken |= {piece.line.number: "" for piece in (*table.pieces, *table.numbers)}
        else:
            self._open("tabel" if table.indicators else "tabel_lain", table.pieces[0])
            self.open.table = table
        return table.end

    def _bodies(self) -> None:
        """Give each table the lines between its heading and the next section, blank ones included."""
        position = {line.number: index for index, line in enumerate(self.lines)}
        ends = [position[section.start] for section in self.sections[1:]] + [len(self.lines)]
        for section, end in zip(self.sections, ends, strict=True):
            if section.table is not None:
                last = (*section.table.pieces, *section.table.numbers)[-1].line.number
                section.body, section.seams = self._body(self.lines[position[last] + 1 : end])

    def _body(self, lines: Sequence[Line]) -> tuple[tuple[Line, ...], frozenset[int]]:
        body: list[Line] = []
        seams: set[int] = set()
        cut = False
        for line in lines:
            if line.number in self.taken:
                cut = True
                continue
            if cut and line.text.strip():
                seams.add(line.number)
                cut = False
            body.append(line)
        return tuple(body), frozenset(seams)


def _same_office(printed: str, holder: Section | None) -> bool:
    """Whether a title names the holder of the open block again, be it with more words or fewer."""
    if holder is None:
        return False
    names = [heading_letters(printed), heading_letters("".join(piece.text for piece in holder.pieces))]
    return min(names, key=len) in max(names, key=len)
