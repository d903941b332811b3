"""Labels of a head that nothing but their form tells.

`Masa Kontrak | 1 Januari s.d. 31 Desember`: a line drawn behind the label, no field for it. `JABATAN` / `Kepala Bidang`
/ `TUGAS` / `Memimpin ...` / `FUNGSI` / `- ...`: known labels alone on their lines, each borne out by what stands below
it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.entry_mark import NUMBER
from bahasa.labels import LABEL_BORDER, says_holder, word_part
from bahasa.parts import PartName, filled_parts
from bahasa.units import begins_with, unit_nouns
from extract.decree.article import counts_on_item
from extract.decree.formed import NAMES
from extract.decree.label import Found
from extract.decree.list_numbers import ordinal, styles_of
from extract.decree.title import title_like
from extract.read.row_numbers import row_number
from extract.table.flow import FlowRow
from extract.table.meaning.fields import FORM, LIST_ITEM, names_office, says_tugas

#: A label has so many letters at least: `A.` before a border is a number.
_LETTERS = 3
#: A border tells that words are a label, not what of: a list in two columns has it too, as has an indicator's card.
_SURE = 0.5
#: So sure is a label with a known word; it has so many words at most, a holder's so many.
_KNOWN, _WORDS, _HOLDER_WORDS = 0.9, 5, 3
_POINT = re.compile(r"(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]\s+")
_ENDS = " :："
# `No | RINCIAN FUNGSI` over `1. | penyusunan rencana`
_COUNTED = re.compile(rf"(?i:no\.?|nomor)\s*{LABEL_BORDER}\s*")


def bounded_label(text: str) -> Found | None:
    """The label of a line that a border parts from its value, as one of no field.

    >>> bounded_label("Masa Kontrak\\t1 Januari s.d. 31 Desember").printed
    'Masa Kontrak'
    """
    match = FORM.match(text)
    if match is None or LABEL_BORDER not in text[: match.start("nilai")] or len(match["label"]) < _LETTERS:
        return None
    if row_number(match["label"]) is not None:
        return None
    value = match["nilai"].strip()
    if not value:
        # `PIHAK KEDUA` over a label and its value: the words are all there is
        return Found("identitas", None, "", match["label"], True, 0)
    return Found("identitas", None, match["label"], value, True, match.start("nilai"), _SURE)


def borne_out_below(rows: Sequence[FlowRow], at: int, part: PartName, above: PartName = "judul") -> bool:
    """Does the value of a label alone on its line (`JABATAN`) stand on the next one: an office or a unit below a
    holder's, what somebody does below that of a tugas, an item below that of fungsi? Where a table read as text is open
    `above`, a cell may end with the label (`... dari` / `OPD`) and the next one name a unit."""
    text = rows[at + 1].text.strip() if at + 1 < len(rows) else ""
    if part in NAMES:
        unit = above != "tabel" and begins_with(text, unit_nouns(referred=False))
        return (names_office(text) or unit) and title_like(text)
    if part == "tugas":
        return says_tugas(text)
    # `FUNGSI JABATAN` / `penyusunan rencana;`: an item without a number
    return part == "fungsi" and (LIST_ITEM.match(text) is not None or text.endswith(";"))


def worded_label(rows: Sequence[FlowRow], at: int, above: PartName | None = None) -> Found | None:
    """A label alone on its line, borne out by what stands below it: nobody knows it, but one of its words (`URAIAN
    SINGKAT TUGAS`, `4. RINCIAN FUNGSI`, `NOMENKLATUR JABATAN`, `Penyelenggaraan Fungsi :`). In small letters it has a
    colon, or the line below says more than a name in capitals needs (`_said_below`). In fungsi (`above`) the next item
    is none (`c. Pembinaan Jabatan :` below `b. perumusan kebijakan;`)."""
    text = _COUNTED.sub("", rows[at].text.strip())
    number = _POINT.match(text)
    name = text[number.end() :].rstrip(_ENDS) if number else text.rstrip(_ENDS)
    words = name.replace("/", " ").split()
    least = 0 if _COUNTED.match(rows[at].text.strip()) else 1
    if not least < len(words) <= _WORDS or not all(map(str.isalpha, words)) or not title_like(name):
        return None
    if number and above == "fungsi" and counts_on_item(rows, at):
        return None
    part = _worded_part(name)
    if part is None or not borne_out_below(rows, at, part) or _goes_on_below(rows[at + 1].text):
        return None
    if not name.isupper() and not text.endswith((":", "：")) and not _said_below(rows, at, part, above):
        return None
    return Found(part, None, rows[at].text.strip(), "", True, len(rows[at].text), _KNOWN)


def _said_below(rows: Sequence[FlowRow], at: int, part: PartName, above: PartName | None) -> bool:
    """Does the line below a name that is neither in capitals nor has a colon say that it is a label: the first item of
    a list (`2. Rincian Fungsi` over `a. pemetaan geologi;`), or where no duties are open yet what somebody does (`1.
    Ikhtisar Tugas` over `Melaksanakan ...`)?"""
    if part == "tugas":
        return above not in filled_parts()
    return part == "fungsi" and LIST_ITEM.match(rows[at + 1].text) is not None


def _worded_part(name: str) -> PartName | None:
    if says_holder(name) and len(name.split()) <= _HOLDER_WORDS and not names_office(name):
        return "pemangku"
    return word_part(name, *filled_parts())


def _goes_on_below(text: str) -> bool:
    """Does a line begin with the number of an item that is not the first of its list? What stands above it is the end
    of the item before (`b. PELAKSANAAN TUGAS` / `PEMBINAAN FUNGSI` / `c. PELAPORAN`), no label."""
    number = NUMBER.match(text)
    return number is not None and all(ordinal(number.group("no"), style) > 1 for style in styles_of(number.group("no")))
