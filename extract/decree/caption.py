"""What a table is called right above it, which is no part of a block's head, and titles at the end of other text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from bahasa.entry_mark import TABLE_NUMBER
from bahasa.headings import heading_letters
from bahasa.labels import starts_with_label
from bahasa.openers import says_when
from bahasa.parts import head_labels
from bahasa.program import is_program
from extract.decree.announced import agency_said, heading_above
from extract.decree.counted import ends_head
from extract.decree.list_numbers import ordinal, styles_of
from extract.decree.section import Section
from extract.decree.title import office_below, title_like
from extract.read.piece import Piece
from extract.table.flow import FlowRow
from extract.table.heading import TableHeading
from extract.table.meaning.fields import FORM, names_office
from extract.table.sheet import DrawnTable

#: A title has so many lines at most; one that ends openly so many words at least.
_TITLE, _NAMED = 5, 3
_TABLE_NUMBER = re.compile(rf"{TABLE_NUMBER.pattern}.{{0,90}}$")
# `1.250.000`, within so many lines below the heading
_AMOUNT, _BELOW = re.compile(r"\d{1,3}(?:\.\d{3}){2,}"), 3
_POINT = re.compile(r"\s*(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s+")
# the same, or `c. Indikator Kinerja`
_MARKED = re.compile(r"\s*(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]\s+")
#: What points count from: above it another head stands.
_ONES = ("1", "a", "A", "I")
#: An item of a list has so many lines at most.
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s")
_LETTERED, _BACK = re.compile(r"\s*\(?[a-z][.)]\s"), 4
#: So many lines above a line tell whether it counts on.
_REACH = 12
#: The lines of a head above its last point.
_HEAD = 60
_FIRST = re.compile(r"\s*\(?1[.)]?(?:\s|$)")
#: `d. Pelaksanaan retensi arsip sesuai ketentuan yang berlaku:`, and what announces a table instead.
_ITEM = re.compile(r"\s*\(?(?P<nomor>[a-z])(?P<tanda>[.)])\s+(?P<kata>\S.*)")
_ANNOUNCED = re.compile(r"\b(?i:berikut(?:\s+ini)?)\s*:\s*$")
#: White that parts the columns of a line of text, and how many columns a table has at least.
_GAP, _COLUMNS = re.compile(r"\s{2,}"), 3


def is_bare_caption(
    rows: Sequence[FlowRow], at: int, text: str, table: Callable[[int], TableHeading | None], said: bool = False
) -> bool:
    """`Daftar Indikator :`, `Tabel 1` right above a table as drawn: what the table is called, no item of a list. Above
    a table read as text (`table` gives its heading) only a label without value is, or one that counts tables; below a
    tugas that a sentence says (`said`) the latter alone."""
    if at + 1 >= len(rows) or (said and not _TABLE_NUMBER.match(text)):
        return False
    if not isinstance(rows[at + 1], DrawnTable):
        return _captions_text(text) and table(at + 1) is not None
    captioned = text.rstrip().endswith(":") or _TABLE_NUMBER.match(text) is not None or _is_numbered_title(text)
    if captioned and _counts_on_list([*(row.text for row in rows[max(0, at - _REACH) : at]), text]):
        return False
    if captioned or _ends_list(rows[max(0, at - _BACK) : at], text) or ends_head(rows, at):
        return True
    above = takewhile(lambda row: isinstance(row, Piece), reversed(rows[max(0, at - _HEAD) : at]))
    return _is_point([row.text for row in above], text)


def counts_table(text: str) -> bool:
    """Is a line a caption that counts its table (`Tabel 2. Indikator Kinerja`)?"""
    return _TABLE_NUMBER.match(text) is not None


def captions_block(
    rows: Sequence[FlowRow], at: int, table: Callable[[int], TableHeading | None], holder: Section | None
) -> bool:
    """Is a title right above a table that names no office, or the holder's again, the table's caption? One that names
    another office begins the next block."""
    own = rows[at].text
    office = office_below(rows, at, table) or (own if names_office(own) else "")
    return not office or (holder is not None and same_office(office, holder.pieces))


def names_holder(rows: Sequence[FlowRow], at: int, text: str, table: Callable[[int], TableHeading | None]) -> bool:
    """Does a line below a list name the holder of the table below it (`c. pengelolaan kepegawaian` / `KEPALA SEKSI TATA
    PEMERINTAHAN`)? It is set as a title, names an office, and is no rest of the item: that ended with its full stop, or
    was not in capitals."""
    number = _POINT.match(text)
    name = text[number.end() :] if number else text
    if not title_like(name) or not names_office(name) or at == 0:
        return False
    if number is not None and _counts_on_point([row.text for row in rows[max(0, at - _REACH) : at]], text):
        return False
    below = next((row for row in range(at + 1, min(at + 1 + _TITLE, len(rows))) if table(row)), None)
    if below is None or not all(title_like(row.text) for row in rows[at + 1 : below]):
        return False
    above = rows[at - 1].text.rstrip()
    if is_last_item([row.text for row in rows[max(0, at - _REACH) : at]], text):
        return False
    return above.endswith((".", ";")) or (text.isupper() and not above.isupper())


def is_last_item(above: Sequence[str], text: str) -> bool:
    """`Kepala Subbagian Umum` below `koordinasi dengan bagian;` in a list without numbers whose head has its holder:
    the last item, which another one announced."""
    if text.isupper() or not names_office(text) or not above or not above[-1].rstrip().endswith(";"):
        return False
    numbered = any(_ITEM.match(line) or _NUMBERED.match(line) for line in above)
    return not numbered and any(starts_with_label(line, "pemangku") for line in above)


def _captions_text(text: str) -> bool:
    """`Indikator Kinerja :`, `Tabel 2.1 Indikator dan Target :`, `B. Sasaran, Indikator dan Target Kinerja :`"""
    label = FORM.match(text)
    titled = text.rstrip().endswith(":") and title_like(text) and len(text.split()) >= _NAMED
    return _TABLE_NUMBER.match(text) is not None or (label is not None and not label["nilai"]) or titled


def _counts_on_point(lines: Sequence[str], text: str) -> bool:
    """`4. Pelaporan` below `3. Pembinaan`: the next item of a list."""
    own = text.split(maxsplit=1)[0].strip("().")
    above = next((line.split(maxsplit=1)[0].strip("().") for line in reversed(lines) if _POINT.match(line)), "")
    return own.isdecimal() and above.isdecimal() and int(own) == int(above) + 1


def _counts_on_list(lines: Sequence[str]) -> bool:
    """`d. Pelaksanaan retensi arsip ... yang berlaku:` below `c. ...;`, on one line or going on in small letters: the
    last item of a list, its `;` misread or mistyped."""
    start = next((at for at in range(len(lines) - 1, -1, -1) if _ITEM.match(lines[at])), None)
    if start is None or _ANNOUNCED.search(lines[-1]):
        return False
    item = _ITEM.match(lines[start])
    assert item is not None
    ended = any(line.rstrip().endswith((".", ";", ":")) for line in lines[start:-1])
    anew = start < len(lines) - 1 and not lines[-1].strip()[:1].islower()
    if ended or anew or len([*item["kata"].split(), *" ".join(lines[start + 1 :]).split()]) <= _TITLE:
        return False
    above = chr(ord(item["nomor"]) - 1) + item["tanda"]
    return any(line.lstrip(" (").startswith(above) for line in lines[:start])


def _ends_list(above: Sequence[FlowRow], text: str) -> bool:
    """`3. Indikator Kinerja` below `b. pengelolaan keuangan.`: a point of the head, no item of the list above it; nor
    is `Indikator Kinerja`, where that ends with its full stop or semicolon."""
    number = _POINT.match(text)
    if is_last_item([row.text for row in above], text):
        return False
    if number is None and above and above[-1].text.rstrip().endswith((".", ";")):
        titled = len(text.split()) <= _TITLE and title_like(text) and text[-1:].isalpha()
        return titled and any(_LETTERED.match(row.text) or _NUMBERED.match(row.text) for row in above)
    short = (
        number is not None and len(text[number.end() :].split()) <= _TITLE and not text.rstrip().endswith((".", ";"))
    )
    return short and any(_LETTERED.match(row.text) for row in above)


def _is_point(above: Sequence[str], text: str) -> bool:
    """`IV. INDIKATOR KINERJA` below `III. FUNGSI :` and its items, `c. Indikator Kinerja` below `b. Fungsi`: a point of
    the head. Nothing above it is numbered in its way but labels, and it counts on from the last of these: one below
    `FUNGSI : 1. Penyusunan` does not."""
    number = _MARKED.match(text)
    title = text[number.end() :] if number else ""
    if number is None or len(title.split()) > _TITLE or not title_like(title) or not title[-1:].isalnum():
        return False
    own = number[0].strip(" .)")
    alike = [
        (point[0].strip(" .)"), line)
        for line in above
        if (point := _MARKED.match(line)) and point[0].strip()[0].isdigit() == own.isdigit()
    ]
    first = next((at for at, (point, _) in enumerate(alike) if point.strip(" .)") in _ONES), len(alike))
    alike = alike[: first + 1]
    if not alike or not any(ordinal(own, style) == ordinal(alike[0][0], style) + 1 for style in styles_of(own)):
        return False
    labels = [FORM.match(line) for _, line in alike]
    if any(
        label and (item := _MARKED.match(label["nilai"])) and item[0][0].isdigit() == own.isdigit() for label in labels
    ):
        return False  # `1. FUNGSI : 1. Penyusunan Rencana` / `2. Pelaporan Kinerja`: an item
    return all(label or starts_with_label(line, *head_labels()) for label, (_, line) in zip(labels, alike, strict=True))


def _is_numbered_title(text: str) -> bool:
    """`4. Indikator Kinerja Utama`: the last point of a head, whose table stands below it."""
    number = _POINT.match(text)
    rest = text[number.end() :] if number else ""
    return 0 < len(rest.split()) <= _TITLE and starts_with_label(rest.upper(), "judul")


def same_office(printed: str, holder: Sequence[Piece]) -> bool:
    """Whether a title names a holder again, be it with more words or fewer."""
    names = [heading_letters(printed), heading_letters("".join(piece.text for piece in holder))]
    return min(names, key=len) in max(names, key=len)


def title_over_sentence(above: Sequence[Piece]) -> Sequence[Piece]:
    """The title that stands over the sentence right above a table, down to when it holds (`INDIKATOR KINERJA UTAMA` /
    `BALAI ...` / `TAHUN 2025` / `... adalah sebagai berikut:`); empty where there is no such sentence or title."""
    if not above or not above[-1].text.rstrip().endswith(":"):
        return ()
    own = [piece for piece in above if piece.line.page == above[-1].line.page]
    titled = (at for at, piece in enumerate(own) if title_like(piece.text) and starts_with_label(piece.text, "judul"))
    first = max(titled, default=len(own))
    lines = list(takewhile(lambda piece: title_like(piece.text), own[first : first + _TITLE]))
    last = max((at for at, piece in enumerate(lines) if says_when(piece.text)), default=0)
    return lines[: last + 1]


def titles_above(pieces: Sequence[Piece], below: Sequence[FlowRow] = ()) -> int:
    """How many of the last lines of a table read as text are the title of the next one: a caption (`Tabel 3.2
    Realisasi`), or, above a heading printed again, the name of an agency where rows count from 1 (`below`)."""
    if not pieces:
        return 0
    if _TABLE_NUMBER.match(pieces[-1].text):
        return 1
    starts_over = any(_FIRST.match(row.text) for row in below)
    return int(starts_over and bool(agency_said(heading_above(pieces[-1:]))))


def heads_program(rows: Sequence[FlowRow], at: int) -> bool:
    """Is a line of text the heading of a table of programs (`No   Program   Pagu (Rp)`), amounts right below it?"""
    cells = _GAP.split(rows[at].text.strip())
    if len(cells) < _COLUMNS or not title_like(rows[at].text) or not is_program(cells):
        return False
    return any(_AMOUNT.search(row.text) for row in rows[at + 1 : at + 1 + _BELOW])


def titles_at_end(pieces: Sequence[Piece], is_title: Callable[[str], bool]) -> list[Piece]:
    """The titles that some pieces end with; none where all of them are, or too many for a title."""
    titles = list(takewhile(lambda piece: is_title(piece.text), reversed(pieces)))[::-1]
    return titles if len(titles) <= _TITLE and len(titles) < len(pieces) else []
