"""Line -> the label that it starts with, and whether that label can open a part of the decree there.

Input: the non-blank lines, a position, and the part that the text is in. Output: a Found label or None. Guarantees:
no label is seen in the middle of a line; a label that is an everyday word (`Jabatan`, `Fungsi`) or that a cell may hold
opens a part only where what follows bears it out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from bahasa.labels import labels_at, opening_at, starts_with_label
from bahasa.openers import letter_phrases
from bahasa.parts import PartName, about_part, head_labels, parts_after, parts_in
from extract.decree import notes
from extract.decree.article import article_at, counts_on_item, is_below_label
from extract.decree.bounded import borne_out_below, bounded_label, worded_label
from extract.decree.caption import names_holder
from extract.decree.closings import place_and_date, signed_below, signing_office
from extract.decree.counted import counts_apart, counts_on
from extract.decree.formed import NAMES, FormedLabels
from extract.decree.label import Found, Scattered, label_in, scattered
from extract.decree.letter import names_party
from extract.decree.listed import in_list
from extract.decree.shared_notes import shared_sentences
from extract.decree.shared_titles import begins_page, shared_titles
from extract.decree.stretches import stretches
from extract.decree.title import TITLE_REACH, capitals_below, title_like
from extract.read.piece import Piece
from extract.table import heading
from extract.table.flow import FlowRow
from extract.table.formed import headings_by_form
from extract.table.sheet import DrawnTable

#: A holder stands at most so many lines above its tugas, fungsi or table.
_HOLDER_REACH = 12
#: The head of a block takes at most so many lines, what stands between a table and the tugas below it so many.
_HEAD_REACH, _TAIL = 120, 4
#: A letter says who signs it at most so many lines below its title, and what a party is called so many below its name.
_LETTER_REACH, _PARTY_REACH = 12, 4
#: Between a note and what opens below it the head of a page may stand; so many words may stand before those of a title.
_NOTE_REACH, _BEFORE_TITLE = 3, 3

#: The start of an item of a list.
ITEM = re.compile(r"\s*\(?(?:\d{1,2}|[A-Za-z])[.)](?:\s|$)")
_LAMPIRAN = re.compile(
    r"(?:[IVX]+|\d+)?\s*[.:]*\s*(?:(?i:keputusan|peraturan|surat|sk|instruksi|nomor)\b(?!.*\b(?i:ini)\b)[^;]*)?$"
)
_LAMPIRAN_GOES_ON = re.compile(r"\s*(?:(?i:nomor|tanggal|tentang)\b|KEPUTUSAN\b|PERATURAN\b)")


class Recogniser:
    """Recognises labels and headings in the non-blank lines and the drawn tables of one source."""

    def __init__(self, rows: Sequence[FlowRow]) -> None:
        self.rows = rows
        self._tables: dict[int, heading.TableHeading | None] = {}
        self._stretches = list(stretches(rows))
        self._by_form = headings_by_form(rows)
        self.formed_labels = FormedLabels(rows, self.table)

    def table(self, at: int) -> heading.TableHeading | None:
        """The heading of a table that starts at this row."""
        if at not in self._tables:
            self._tables[at] = self._heading(at)
        return self._tables[at]

    def _heading(self, at: int) -> heading.TableHeading | None:
        row = self.rows[at]
        if isinstance(row, DrawnTable):
            return heading.heading_of_drawn(row.headings, at)
        if at in self._by_form or not isinstance(row, Piece):
            return self._by_form.get(at)
        lines, first = self._stretches[at]
        found = heading.find(lines, at - first)
        return found._replace(end=found.end + first) if found and first else found

    def scattered(self, at: int) -> Scattered | None:
        """The labels that start torn apart at this row."""
        return self._torn(at, scattered)

    def torn(self, at: int, part: PartName) -> Scattered | None:
        """The labels torn apart at this row in a head, or the words of an article, by the part that is open."""
        return (self.scattered(at) if about_part(part).group == "head" else None) or self._article(at, part)

    def _article(self, at: int, part: PartName) -> Scattered | None:
        """The label of tugas or fungsi that an article above a table says, or of the holder above it."""
        none = part == "surat" or (part == "tugas" and is_below_label(self.rows, at))
        none |= about_part(part).running or (part == "fungsi" and counts_on_item(self.rows, at))
        found = None if none else self._torn(at, article_at)
        return found if found and self._at_table(at, found.labels[0].part) else None

    def _torn(self, at: int, read: Callable[[Sequence[Piece], int], Scattered | None]) -> Scattered | None:
        lines, first = self._stretches[at]
        found = read(lines, at - first) if at - first < len(lines) else None
        cuts = {row + first: cut for row, cut in found.cuts.items()} if found else {}
        return found._replace(cuts=cuts, end=found.end + first) if found and first else found

    def label(self, at: int, text: str, part: PartName) -> Found | None:
        """The label that opens a new part at this line, given the part that the text is in."""
        found = self._labelled(at, text, part) or self._formed(at, text, part) or self._letter(at, text, part)
        found = found or self._bounded(at, text, part) or self._titled(at, text, part) or self._shared(at, text, part)
        return (
            found or place_and_date(self.rows, at, text, part) or signing_office(self.rows, at, text, part, self.table)
        )

    def _labelled(self, at: int, text: str, part: PartName) -> Found | None:
        names = parts_after(part)
        if opening_at(text, *names) is None or counts_apart(self.rows, at, self.table):
            return None
        for label in labels_at(text, *names):
            found = label_in(label, text)
            if found and self._opens(found := self.formed_labels.told(found, text), at, part):
                return found
        return None

    def _bounded(self, at: int, text: str, part: PartName) -> Found | None:
        """`Masa Kontrak | 1 Januari s.d. ...`: a label that no field is for, or one alone that has a known word."""
        # `RINCIAN FUNGSI` may stand below `B. SEKRETARIS` and the table before
        headed = about_part(part).group == "head" or (part == "lain" and self._at_table(at, "judul"))
        if not headed or not isinstance(row := self.rows[at], Piece):
            return None
        bounded = part not in ("judul", "lain") and row.line.sheet is not None
        return worded_label(self.rows, at, part) or (bounded_label(text) if bounded else None)

    def _titled(self, at: int, text: str, part: PartName) -> Found | None:
        """`RENCANA AKSI INDIKATOR KINERJA UTAMA`: a title behind words that no vocabulary has, on a printed page; one
        not in capitals (`Lembar Indikator Kinerja Individu`) right above the label of a head or its holder."""
        paged = isinstance(row := self.rows[at], Piece) and row.line.sheet is not None
        if not paged or part == "tabel" or "judul" not in parts_after(part) or not title_like(text):
            return None
        words, reach = text.split(), max(1, capitals_below(self.rows, at)) + 1
        for k in range(1, min(len(words), _BEFORE_TITLE + 1)):
            rest = " ".join(words[k:])
            for label in labels_at(rest, "judul"):
                found = label_in(label, rest)
                near = text.isupper() or (found and not found.rest and self.ahead(at, reach) not in (None, "tabel"))
                if found and near and self._opens(found, at, part):
                    return found
        return None

    def _shared(self, at: int, text: str, part: PartName) -> Found | None:
        """A title that no vocabulary knows, above each head or on the top of a page; or a note below each table, right
        above what opens there or at the end of all."""
        below = range(at + 1, min(at + 1 + _NOTE_REACH, len(self.rows)))
        if part == "tabel" and at in self._shared_sentences and (not below or any(map(self._opens_more, below))):
            return Found("catatan", None, "", text.strip(), colon=True)
        if part in ("surat", "judul", *NAMES) or "judul" not in parts_after(part):
            return None
        begun = about_part(part).fills and begins_page(self.rows, at) and self.ahead(at) not in (None, "tabel")
        named = part == "fungsi" and names_holder(self.rows, at, text, self.table)
        return Found("judul", None, "", text.strip(), True) if begun or named or at in self._shared_titles else None

    @cached_property
    def _shared_titles(self) -> frozenset[int]:
        return shared_titles(self.rows, self.table, lambda text: self.formed_labels.formed(text) is not None)

    @cached_property
    def _shared_sentences(self) -> frozenset[int]:
        return shared_sentences(self.rows, self.table)

    def _formed(self, at: int, text: str, part: PartName) -> Found | None:
        """A label that the vocabulary doesn't know, told by its form and value; among cells a holder's or tugas'."""
        of_lampiran = part == "lampiran" and _LAMPIRAN_GOES_ON.match(text)  # `TENTANG : INDIKATOR ...`
        if of_lampiran or part == "surat" or about_part(part).running or starts_with_label(text, "catatan"):
            return None
        formed = self.formed_labels.formed(text)
        dated = formed and formed.rest[:1].isdigit() and not ITEM.match(formed.rest)
        if dated or (formed and formed.part == "pemangku" and formed.rest.rstrip().endswith(":")):
            return None  # `Masa Kontrak : 1 Januari s.d. ...`: a date, no list; `DINAS SOSIAL | PERIODE :`: two labels
        if formed is None or (part == "fungsi" and in_list(self.rows, at)) or counts_apart(self.rows, at, self.table):
            return None
        among = part == "tabel" and formed.part not in ("pemangku", "tugas")
        if among or not (self.formed_labels.stands_below(text) or self._at_table(at, formed.part)):
            return None
        found = Found(formed.part, None, formed.printed, formed.rest, True, formed.end, formed.sure)
        return found if self._opens(found, at, part) else None

    def _at_table(self, at: int, part: PartName) -> bool:
        """Whether a table follows (without one `Bahan : tepung` is no label), or ends above what may be its tugas."""
        first = max(0, at - _TAIL) if about_part(part).fills else at
        return any(self.table(row) for row in range(first, min(at + 1 + _HEAD_REACH, len(self.rows))) if row != at)

    def _opens_more(self, at: int) -> bool:
        """Whether another part of the decree opens below a note to a table."""
        return self.label(at, self.rows[at].text, "catatan") is not None

    def _opens(self, found: Found, at: int, part: PartName) -> bool:
        if found.part == "judul":
            return self._title(at, part) and not self._says_letter(at + 1, _LETTER_REACH)
        party = part == "surat" and names_party([row.text for row in self._above_table(at + 1, _PARTY_REACH)])
        if found.part in ("pemangku", "identitas") and (party or self._says_letter(at + 1, _PARTY_REACH)):
            # `Jabatan : Sekretaris Dinas` / `Selanjutnya disebut pihak pertama`: a party to an agreement, no holder
            return False
        if found.part == "lampiran":
            return self._lampiran(found, at, part)
        if found.part == "catatan":
            return notes.is_note(self.rows, at, self.table, self._opens_more)
        if found.part == "tembusan" and part == "tabel":
            return notes.is_list_of_copies(self.rows, at)
        if found.part == "tugas" and part == "tabel":  # `Uraian Tugas : Melakukan ...` below the table
            return found.colon and self.formed_labels.opens_below(at, found.rest)
        if found.part == "ditetapkan":
            return part not in ("tabel", "tugas") or signed_below(self.rows, at)
        if found.label is not None and found.label.bentuk == "titik_dua" and not found.colon and not found.rest:
            return self._value_below(at, found.part, part)
        return found.part != "pemangku" or part in ("judul", "pemangku", "identitas") or self._holder(at, part)

    def _title(self, at: int, part: PartName) -> bool:
        """In a table a title stands in capitals, or right above a label: `Indikator Kinerja Utama dan` is a cell."""
        text = self.rows[at].text
        # `Perjanjian Kinerja Tahun 2020 adalah sebagai berikut :` is a sentence
        if not title_like(text) or text.rstrip().endswith((":", "：")):
            return False
        near = part == "tabel" and not text.isupper()
        return self.ahead(at, 1 if near else TITLE_REACH) is not None

    def ahead(self, at: int, reach: int = TITLE_REACH) -> PartName | None:
        """What a title at this line stands above: the label of a head, or `tabel`; None if it is no title."""
        for below in range(at + 1, min(at + 1 + reach, len(self.rows))):
            text = self.rows[below].text
            if self.table(below):
                return "tabel"
            if starts_with_label(text, *parts_in("preamble")):
                return None  # the cover of a decree
            if part := self._block_label(below, text):
                return part
            if not (title_like(text) or _LAMPIRAN_GOES_ON.match(text)):
                return None
        return None

    def _block_label(self, at: int, text: str) -> PartName | None:
        if not isinstance(self.rows[at], Piece):
            return None
        if opening_at(text, *head_labels()) is not None:
            if stack := self.scattered(at):
                return stack.labels[0].part
            for label in labels_at(text, *head_labels()):
                found = label_in(label, text)
                if found and (found.colon or found.rest or self._value_below(at, found.part)):
                    return found.part
        if article := self._article(at, "judul"):
            return article.labels[0].part
        # `Fungsi Jabatan : 1. ...` opens with a known word and is no known label; `RINCIAN FUNGSI` stands alone
        formed = self.formed_labels.formed(text) or worded_label(self.rows, at)
        return formed.part if formed else None

    def _holder(self, at: int, part: PartName) -> bool:
        """`Jabatan : ...` outside a head opens a block where tugas, fungsi or a table follow soon; below a letter only
        above a table."""
        for below in range(at + 1, min(at + 1 + _HOLDER_REACH, len(self.rows))):
            text = self.rows[below].text
            if starts_with_label(text, "judul"):
                return False
            if self.table(below) or (part != "surat" and self._block_label(below, text)):
                return True
        return False

    def _letter(self, at: int, text: str, part: PartName) -> Found | None:
        """The letter of an agreement, from its title on, or from the sentence that says who signs it (`kami yang
        bertanda tangan di bawah ini :`). In a table only a title in capitals opens one."""
        if about_part(part).running or (part == "tabel" and not text.isupper()):
            return None
        titled = starts_with_label(text, "judul")
        opened = titled and self._says_letter(at + 1, _LETTER_REACH)
        if not opened and (part in ("tabel", "surat") or about_part(part).group == "head"):
            return None
        return Found("surat", None, "", text.strip(), colon=True) if opened or self._says_letter(at, 1) else None

    def _says_letter(self, at: int, reach: int) -> bool:
        """Whether a phrase of a letter begins in these lines, be it wrapped, before a table does."""
        lines = self._above_table(at, reach)
        printed = " ".join(row.text for row in lines)
        goes_on = next((row.text for row in self.rows[at + len(lines) :][:1]), "")
        found = letter_phrases().search(f"{printed} {goes_on}")
        return found is not None and found.start() < len(printed)

    def _above_table(self, at: int, reach: int) -> Sequence[FlowRow]:
        end = min(at + reach, len(self.rows))
        return self.rows[at : next((row for row in range(at, end) if self.table(row)), end)]

    def _value_below(self, at: int, part: PartName, above: PartName = "judul") -> bool:
        """Whether the value of a label without colon stands on the next line (`Menimbang` / `: a.`)."""
        text = self.rows[at + 1].text.strip() if at + 1 < len(self.rows) else ""
        said = self._article(at + 1, "judul") if part in ("tugas", "fungsi") and text else None
        # `a. instalasi jaringan pada` / `OPD` / `b. pencadangan data`: the end of an item
        begun = bool(ITEM.match(text)) and not (above == "fungsi" and counts_on_item(self.rows, at + 1))
        listed = text.startswith(":") or begun or (said is not None and said.labels[0].part == part)
        return listed or counts_on(self.rows, at, self.table) or borne_out_below(self.rows, at, part, above)

    def _lampiran(self, found: Found, at: int, part: PartName) -> bool:
        """`Lampiran I. Keputusan ...`; not `Lampiran Keputusan ini ;`, the end of a wrapped sentence."""
        if not _LAMPIRAN.match(found.rest) or not (found.rest or found.printed.isupper()):
            return False
        below = self.rows[at + 1].text if at + 1 < len(self.rows) else ""
        sure = part not in ("tabel", "diktum", "fungsi", "tugas")
        return sure or bool(_LAMPIRAN_GOES_ON.match(below)) or self.ahead(at) is not None
