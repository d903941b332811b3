"""The page break inside a table: which cells go on, which rows start, which spans are carried.

Two rows meet at a seam: the last one on a page and the first one on the next (headings that are repeated there
aside). First it is decided whether they are one row, from the evidence of all columns together; then for each column
whether its cell goes on, a new one starts, or a merged cell is carried over. Each decision keeps its reasons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from bahasa.entry_mark import own_mark
from bahasa.function_words import any_function_word
from bahasa.roles import INDIKATOR, NO, SASARAN, about_role
from extract.read.pdf.words import TextLine, cell_lines, lines_of
from extract.table.drawn.heading import DrawnColumn
from extract.table.drawn.row import DrawnRow
from extract.table.meaning.evidence import is_unit, is_whole_target, opens_cell
from schemas.layout import DrawnCell, Word

Action = Literal["lanjut", "baru", "bentang", "kosong"]
#: What the number of a row counts: nothing where it has none.
Counted = Literal["", "baris", "sasaran"]

#: A cell whose text ends more than this many lines above the page's last border had room to go on there (two lines are
#: left free by widow control).
_FREE_LINES = 2.6
#: On 208 page breaks (decrees of several agencies, and one decree typeset anew in 16 layouts) the evidence was never as
#: weak as this.
_CLEAR, _UNCLEAR = 3.0, 0.6
#: Two halves of a row's number (`1` / `1.` behind `10.`) outweigh that the second one is a number.
_TORN = 16.0
#: Weight of a target that is whole before the break, and of a cell that says by a dash that there is none.
_WHOLE = -3.0
_DASHES = ("-", "–", "—")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*$")
_ENDED = re.compile(r"[.;:!?]$")
_OPEN = re.compile(rf"(?:[,(/&+=-]|\b(?:{any_function_word('terbuka')}))$")
_STARTS_ITEM = re.compile(r"(?:[-–•*]|\d{1,2}[.)]|[a-z][.)])\s?\S")


@dataclass(slots=True)
class Seam:
    """What was decided at one page break. `joined`: the two rows are one. `score` is the weight of the evidence for
    that (positive: one row); `actions`, `columns` (the reasons) and `doubtful` go by column: a cell that goes on beside
    a new row though no cell of its column spans two rows elsewhere may as well be the new row's own."""

    page: int
    joined: bool
    score: float
    actions: list[Action]
    reasons: list[str] = field(default_factory=list)
    columns: list[list[str]] = field(default_factory=list)
    doubtful: list[bool] = field(default_factory=list)

    @property
    def sure(self) -> float:
        """Confidence of the cells at the break: below what is a finding where little speaks either way."""
        return 1.0 if abs(self.score) >= _CLEAR else _UNCLEAR

    def sure_of(self, column: int) -> float:
        """Confidence of both halves of a column's cell."""
        return _UNCLEAR if self.doubtful[column] else self.sure


@dataclass(slots=True)
class Fill:
    """How a column is filled elsewhere in the table: share of rows with text of their own, of blank ones how many are
    spanned by a merged cell, and of those with text how many have a number as well."""

    own: float
    merged: float
    numbered: float = 0.0


def seam(
    last: DrawnRow,
    first: DrawnRow,
    columns: Sequence[DrawnColumn],
    fills: Sequence[Fill],
    tails: Sequence[DrawnCell | None],
    torn: bool = False,
) -> Seam:
    """Decides at the page break between `last` and `first`. `tails` are the cells with text that end at the foot of the
    page in each column (in `last` or merged over it); `torn`: both together have the number of the next row."""
    score, reasons = _one_row(last, first, columns, fills, tails)
    if torn:
        score, reasons = score + _TORN, [*reasons, "nomor baris terbagi dua"]
    joined = score > 0
    numbered = _numbered(first, columns, fills)
    result = Seam(first.page, joined, round(score, 2), [], reasons)
    for i, column in enumerate(columns):
        action, why = _action(i, column, joined, last, first, fills[i], tails[i], numbered)
        result.actions.append(action)
        alone = fills[i].own == 1 and last.above[i] is None and column.role != SASARAN
        result.doubtful.append(action == "lanjut" and not joined and alone)
        result.columns.append([f"batas halaman {last.page}/{first.page}: {why}"])
    return result


def _numbered(first: DrawnRow, columns: Sequence[DrawnColumn], fills: Sequence[Fill]) -> Counted:
    """What the number of the first row on the new page counts: where other rows have a number beside a blank sasaran,
    it is rows."""
    number = next((i for i, column in enumerate(columns) if column.role == NO), None)
    if number is None or not _has_number(first, number):
        return ""
    sasaran = next((i for i, column in enumerate(columns) if column.role == SASARAN), None)
    rows = sasaran is not None and fills[number].own == 1 and fills[sasaran].own < 1
    return "baris" if rows else "sasaran"


def _one_row(
    last: DrawnRow,
    first: DrawnRow,
    columns: Sequence[DrawnColumn],
    fills: Sequence[Fill],
    tails: Sequence[DrawnCell | None],
) -> tuple[float, list[str]]:
    """Weight of the evidence that the two rows are one, and why."""
    if first.blank or last.blank:
        return 9.0, ["potongan baris tanpa tulisan"]
    score = -0.5
    reasons: list[str] = []
    if not last.bottom_drawn():
        score, reasons = score + 5, [*reasons, "garis bawah halaman tidak digambar"]
    if not first.top_drawn():
        score, reasons = score + 5, [*reasons, "garis atas baris tidak digambar"]
    for i, column in enumerate(columns):
        gain, why = _column_evidence(i, column, last, first, fills[i], tails[i])
        score += gain
        if why:
            reasons.append(why)
    return score, reasons


def _column_evidence(
    i: int, column: DrawnColumn, last: DrawnRow, first: DrawnRow, fill: Fill, tail: DrawnCell | None
) -> tuple[float, str]:
    name = column.text or f"kolom {i + 1}"
    printed, spanned = first.has_text(i), last.above[i] is not None
    if column.role == NO:
        if not printed:
            return 0.0, ""
        return (-7.0, f"{name} bernomor") if _has_number(first, i) else (4.0, f"sisa {name} tanpa angka")
    if not printed:
        if column.role == INDIKATOR:
            return 8.0, f"{name} kosong"
        if not last.has_text(i):
            return 0.0, ""
        weight = 3.0 if fill.own > 0.95 else 1.5 if fill.own > 0.7 else 0.0
        return weight, f"{name} kosong, padahal biasanya terisi" if weight else ""
    if tail is None or (not last.has_text(i) and not spanned):
        return -4.0, f"{name} baru mulai di halaman ini"
    if about_role(column.role).grammar == "target" and _whole_before(tail, first.cells[i]):
        return _WHOLE, f"{name}: target di halaman sebelumnya sudah lengkap"
    gain, why = goes_on(tail, first.cells[i])
    if about_role(column.role).grammar == "unit":
        if _whole_units(tail, first.cells[i]):
            return _WHOLE, f"{name}: satuan di halaman sebelumnya sudah lengkap"
        # `sanggar` below `pergelaran`: most units begin with a small letter
        gain = min(gain, 0.0)
    if gain < 0 and column.role == INDIKATOR and _opens_row(first, i):
        gain, why = gain + _WHOLE, f"{why} seperti indikator"
    if spanned or column.role == SASARAN:
        gain *= 0.4
    return gain, f"{name}: {why}"


def _opens_row(row: DrawnRow, i: int) -> bool:
    """Does a row begin with an indicator, beside other cells (`WAKTU` alone may be the last word of one)?"""
    beside = any(row.has_text(k) for k in range(len(row.cells)) if k != i)
    return beside and opens_cell(own_mark(" ".join(run.text for run in _words(row.cells[i])))[1])


def _has_number(row: DrawnRow, i: int) -> bool:
    """A number or letter in the column of numbers; a full stop alone is the rest of one (`5` / `.`)."""
    return any(character.isalnum() for cell in row.cells[i] for run in cell.words for character in run.text)


def goes_on(tail: DrawnCell, cells: Sequence[DrawnCell]) -> tuple[float, str]:
    """Weight of the evidence that the text of `cells` goes on from the one of `tail`, and why."""
    above, below = cell_lines(tail), lines_of([run for cell in cells for run in cell.words])
    if not above or not below:
        return -4.0, "tidak ada kalimat yang dapat berlanjut"
    end, begin = above[-1], below[0]
    if len(above) == 1 and end.text in _DASHES:
        return _WHOLE, "strip saja: tidak ada yang berlanjut"
    pitch = _pitch(above, below)
    free = (tail.bottom - end.base - 0.3 * end.size) / pitch
    if free > _FREE_LINES:
        # a cell that the page cut reaches its foot: two that don't outweigh an empty indikator
        return -6.0, "sel di halaman sebelumnya selesai sebelum kaki halaman"
    score, why = _sentence(end.text, begin.text)
    if _would_fit(tail, above, begin) and not _STARTS_ITEM.match(begin.text):
        score -= 1.5 if why == "kalimat belum selesai" else 2.5
        why = f"{why}; kata berikutnya masih muat di baris terakhir"
    return score, why


def _whole_before(tail: DrawnCell, cells: Sequence[DrawnCell]) -> bool:
    """Is one whole target printed above another (`1.000 berkas` / `20 naskah`)? Bare numbers may be halves of one,
    unless the second had room beside the first."""
    lines, begin = cell_lines(tail), lines_of(_words(cells))[0]
    above, below = (" ".join(line.text for line in lines_of(words)) for words in (tail.words, _words(cells)))
    if _NUMBER.match(above) and _NUMBER.match(below):
        return _would_fit(tail, lines, begin)
    return not _OPEN.search(above) and is_whole_target(above) and is_whole_target(below)


def _whole_units(tail: DrawnCell, cells: Sequence[DrawnCell]) -> bool:
    """Is one unit of measure printed above another (`%` / `%`), and both no single one (`doku` / `men`)?"""
    above, below = (" ".join(word.text for word in words) for words in (tail.words, _words(cells)))
    return is_unit(above) and is_unit(below) and not is_unit(f"{above} {below}")


def _words(cells: Sequence[DrawnCell]) -> list[Word]:
    return [word for cell in cells for word in cell.words]


def _sentence(end: str, begin: str) -> tuple[float, str]:
    """The end of one cell's text and the beginning of the next: one sentence?"""
    if begin[0].islower() or _OPEN.search(end) or begin[0] in ",;.)%":
        return 3.0, "kalimat belum selesai"
    if _ENDED.search(end):
        return (-0.5, "kalimat selesai, butir baru") if _STARTS_ITEM.match(begin) else (-2.0, "kalimat sudah selesai")
    if begin[0].isdecimal() or begin[0] in "(/-–":
        return 0.5, "mungkin berlanjut"
    return -1.0, "dimulai dengan huruf besar"


def _pitch(above: Sequence[TextLine], below: Sequence[TextLine]) -> float:
    """Distance between base lines."""
    steps = [b.base - a.base for ls in (above, below) for a, b in pairwise(ls)]
    size = above[-1].size
    near = sorted(s for s in steps if 0.8 * size < s < 2.5 * size)
    return near[len(near) // 2] if near else 1.15 * size


def _would_fit(tail: DrawnCell, above: Sequence[TextLine], begin: TextLine) -> bool:
    """Had the next word found room on the last line before the break? Then the paragraph ended there."""
    pad = max(1.0, min(line.x0 - tail.x0 for line in above))
    widest = max(max(line.x1 for line in above), tail.x1 - min(pad, 8.0))
    word = begin.words[0]
    return above[-1].x1 + 0.3 * word.size + (word.x1 - word.x0) < widest - 1.0


def _action(
    i: int,
    column: DrawnColumn,
    joined: bool,
    last: DrawnRow,
    first: DrawnRow,
    fill: Fill,
    tail: DrawnCell | None,
    numbered: Counted,
) -> tuple[Action, str]:
    """What happens to one column at the seam. `numbered`: what the number of the first row on the new page counts."""
    printed = first.has_text(i)
    if joined:
        return ("lanjut", "baris berlanjut") if printed else ("kosong", "baris berlanjut, kolom ini sudah selesai")
    # a new number may count a new sasaran, but one that is printed: beside a blank cell it counts the row
    counted = printed and numbered and (column.role == NO or (column.role == SASARAN and numbered == "sasaran"))
    mergeable = tail is not None and not counted and not about_role(column.role).each_row
    # `tepat waktu` below `tepat waktu`, `laporan` below `laporan`: a row prints its own target and unit, and a blank
    # target is merged only where others are
    short = about_role(column.role).grammar == "target"
    if printed and (short or about_role(column.role).grammar == "unit"):
        return "baru", "baris baru"
    if printed:
        merged = column.role == SASARAN or last.above[i] is not None or fill.merged >= 0.5
        if mergeable and tail is not None and merged:
            gain, why = goes_on(tail, first.cells[i])
            if column.role == SASARAN and fill.numbered > 0.9 and not numbered:
                gain, why = gain + 3, f"{why}; sasaran baru selalu bernomor"
            if gain > (0 if column.role == SASARAN else 2):
                return "lanjut", f"sel gabungan berlanjut ({why})"
        return "baru", "baris baru"
    if mergeable and _carried(i, first, fill.merged > 0.5 if short else fill.merged >= 0.5):
        return "bentang", "sel gabungan dari halaman sebelumnya"
    return "kosong", "tidak ada tulisan"


def _carried(i: int, first: DrawnRow, merged: bool) -> bool:
    """Is the blank cell at the top of the page part of a merged one? It is where it spans several rows itself, or where
    the table's other blank cells of this column are `merged`."""
    return merged or any(region.bottom > first.bottom + 2 for region in first.cells[i])
