"""The flow of a layout -> stretches of entries, labels with their values below each other.

`Sasaran | Meningkatnya pelayanan` in a band of a grid, `3. Cara Penghitungan : Jumlah ...` on a line, `Formula
Jumlah ...` with white between them. A value goes on below itself, and at the top of the next page; anything else ends a
stretch, but for the head and foot of pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bahasa.entry_mark import own_mark
from bahasa.headings import is_known_heading
from bahasa.labels import starts_with_label
from bahasa.parts import BLOCK_OPENERS
from extract.read.furniture import page_furniture
from extract.read.pdf.grid import text_in
from extract.read.row_numbers import ROW_NUMBER_ALONE
from extract.table.cards.bands import lines_apart
from extract.table.cards.divided import divided_values
from extract.table.cards.entry import COLONS, CardEntry, EntryPart, Stretch, cell_of_words
from extract.table.cards.sentences import sentence_at
from schemas.layout import DrawnCell, Grid, Line

#: An entry has so many cells at most: number, label, colon and value.
_CELLS = 4
#: A label has so many words at most.
_WORDS = 8
#: A value below its label is set in by so many type sizes (two letters of a text) at least.
_BELOW = 0.9
#: Lines of an entry follow each other within so many type sizes.
_NEAR = 3.0
#: Lines of one label do so within so many.
_PITCH = 1.6
#: So many type sizes part columns: one blank is less; `Rumus : Jumlah` has no more between a label and its value.
_APART, _RUNNING = 0.5, 1.5
#: A line of a value, an item of a list, is set in by so many type sizes at most.
_SET_IN = 4.0
# `3. Cara Penghitungan : ...`, `Target Tahun 2024 : 95`, `Sumber Data      Register`
_LABEL = re.compile(
    r"\s*(?:\(?(?:\d{1,2}|[A-Za-z])[.)]\s*)?[A-Z]\w*(?:[ /.&()-]{1,3}\w+){0,6}[.)]?(?:\s*[:：]\s*|\s{3,}(?=\S))"
    r"(?P<nilai>.*)$"
)


def stretches_of(flow: Sequence[Line | Grid]) -> list[Stretch]:
    """The stretches of entries in a flow, in its order."""
    return _Stretches(flow).found()


class _Stretches:
    """One pass over the flow: the open stretch, and the item that its last entry stands in."""

    def __init__(self, flow: Sequence[Line | Grid]) -> None:
        self.flow = flow
        areas: dict[int, list[tuple[float, float]]] = {}
        for item in flow:
            if isinstance(item, Grid):
                areas.setdefault(item.page, []).append((item.ys[0], item.ys[-1]))
        self.taken = page_furniture([item for item in flow if isinstance(item, Line)], areas)
        self.done: list[Stretch] = []
        self.open: list[CardEntry] = []
        self.last: Line | Grid | None = None

    def found(self) -> list[Stretch]:
        done = 0
        for at, item in enumerate(self.flow):
            if at < done:
                continue
            if isinstance(item, Grid):
                self._grid(at, item)
            elif item.text.strip() and item.number not in self.taken:
                if (sentence := sentence_at(self.flow, at)) is None:
                    self._line(at, item)
                else:
                    self._close()
                    own, done = sentence
                    self.done.append(own)
        self._close()
        return self.done

    def _close(self) -> None:
        if self.open:
            self.done.append(self.open)
        self.open, self.last = [], None

    def _grid(self, at: int, grid: Grid) -> None:
        if self.last is not None and not (isinstance(self.last, Grid) and self.last.page < grid.page):
            self._close()
        done = 0
        for band, row in enumerate(grid.owner):
            if band < done:
                continue
            split, done = divided_values(at, grid, band) if self.open else ([], band)
            self.open += split
            if split:
                self.last = grid
                continue
            cells = [cell for cell in dict.fromkeys(row) if cell.words]
            begun = [cell for cell in cells if cell.r0 == band]
            if not begun:
                continue
            if apart := lines_apart(begun, alone=len(grid.owner) == 1):
                for cells_of in apart:
                    part = _part(at, band, grid.page, cells_of)
                    if part is not None:
                        self.open.append(CardEntry([part]))
                    else:
                        self._close()
            elif self.open and len(begun) == 1 and 0 < _value_column(self.open[-1]) <= begun[0].c0:
                self.open[-1].parts.append(EntryPart(at, band, grid.page, (), tuple(begun)))
            elif not _held_over(cells, band) and (part := _part(at, band, grid.page, begun)) is not None:
                self.open.append(CardEntry([part]))
            else:
                self._close()
            self.last = grid

    def _line(self, at: int, line: Line) -> None:
        if not line.words or line.sheet is None:
            self._close()
            return
        if isinstance(self.last, Grid):
            self._close()
        match = _LABEL.match(line.text)
        if self.open and isinstance(self.last, Line) and (more := self._more(self.last, at, line, match)) is not None:
            self.open[-1].parts.append(more)
        elif match is not None and (part := _part_of_line(at, line, match)) is not None:
            self.open.append(CardEntry([part]))
        else:
            self._close()
            return
        self.last = line

    def _more(self, above: Line, at: int, line: Line, match: re.Match[str] | None) -> EntryPart | None:
        """What a line adds to the last entry; None where it goes on with none."""
        first = self.open[-1].parts[0]
        running = not any(_in_column(entry.parts[0], first, line.size) for entry in self.open)
        wrapped = _wrapped(self.open[-1], above, at, line, running)
        if wrapped is not None or line.sheet is None or not _goes_on(self.open[-1], above, line, match, running):
            return wrapped
        return EntryPart(at, 0, line.sheet.number, (), (cell_of_words(line.words),))


def _held_over(cells: Sequence[DrawnCell], band: int) -> bool:
    """Does a value stand beside several labels? Whose it is nobody says."""
    return any(cell.r0 < band and cell is not cells[0] for cell in cells)


def _part(at: int, band: int, page: int, cells: Sequence[DrawnCell]) -> EntryPart | None:
    """The cells of a band as a label (behind its number, with its colon) and one value; None where they are more."""
    if len(cells) > _CELLS:
        return None
    texts = [text_in(cell) for cell in cells]
    end = 1 + bool(ROW_NUMBER_ALONE.match(texts[0]))
    if end > len(cells) or len(texts[end - 1].split()) > _WORDS or not texts[end - 1].strip(COLONS):
        return None
    if cells[end - 1].c0 > 1 or not own_mark(texts[end - 1])[1][:1].isalpha():
        return None
    end += end < len(cells) and not texts[end].strip(COLONS)
    if len(cells) > end + 1:
        return None
    colon, value = _colon_apart(cells[end:])
    return EntryPart(at, band, page, (*cells[:end], *colon), value)


def _colon_apart(cells: Sequence[DrawnCell]) -> tuple[tuple[DrawnCell, ...], tuple[DrawnCell, ...]]:
    """A value as the colon that it begins with (`: Jumlah kasus`), which is the label's, and the rest."""
    first = cells[0].words[0] if cells else None
    if first is None or first.text[0] not in COLONS:
        return (), tuple(cells)
    colon, rest = replace(cells[0], words=[first]), list(cells[0].words[1:])
    if len(first.text) > 1:
        colon = replace(colon, words=[first._replace(text=first.text[0])])
        rest.insert(0, first._replace(text=first.text[1:]))
    return (colon,), (replace(cells[0], words=rest),) if rest else ()


def _value_column(entry: CardEntry) -> int:
    """The column in which an entry's value stands, as far as it prints one."""
    part = entry.parts[0]
    return part.value[0].c0 if part.value else part.label[-1].c1 + 1


def _part_of_line(at: int, line: Line, match: re.Match[str]) -> EntryPart | None:
    """A line as label and value; None where a word belongs to both."""
    begin = match.start("nilai")
    label, value = line.words_in(0, begin), line.words_in(begin, len(line.text))
    if len(label) + len(value) != len(line.words) or line.sheet is None:
        return None
    return EntryPart(at, 0, line.sheet.number, (cell_of_words(label),), (cell_of_words(value),) if value else ())


def _goes_on(entry: CardEntry, above: Line, line: Line, match: re.Match[str] | None, running: bool) -> bool:
    """Does a line stand below a value, near the line above or at the top of the next page: where the value begins, or
    set in from its label if nothing stands beside that?"""
    if above.page == line.page and not 0 < line.base - above.base < _NEAR * line.size:
        return False
    if above.page != line.page and starts_with_label(line.text, *BLOCK_OPENERS):
        return False
    first = entry.parts[0]
    left, size = line.words[0].x0, line.size
    if not first.value:
        return match is None and left > first.label[0].x0 + _BELOW * size
    if -size < left - first.value[0].x0 < _SET_IN * size:
        return True
    return running and match is None and left < first.value[0].x0 and _hangs(first, above, line)


def _hangs(first: EntryPart, above: Line, line: Line) -> bool:
    """Does a line right below a value in running text (`Rumus: Jumlah unit yang` / `  bersertifikat`) go on with it:
    set in from the label, or from the label's edge on in small letters?"""
    if not 0 < line.base - above.base < _PITCH * line.size:
        return False
    left, edge = line.words[0].x0, first.label[0].x0
    return left > edge + _APART * line.size or (left > edge - 1 and line.words[0].text[0].islower())


def _in_column(one: EntryPart, last: EntryPart, size: float) -> bool:
    """Does a value stand in a column with that of the last entry, apart from its label?"""
    if not one.value or not last.value or abs(one.value[0].x0 - last.value[0].x0) > 1:
        return False
    end = max((word.x1 for cell in one.label for word in cell.words if word.text.strip(COLONS)), default=0.0)
    return one.value[0].x0 - end > _RUNNING * size


def _wrapped(entry: CardEntry, above: Line, at: int, line: Line, running: bool) -> EntryPart | None:
    """A line that goes on with a label, and maybe with its value beside it (`Indikator Kinerja   :   Nilai survei` /
    `Utama`); None where it does not. `running`: values stand in no column of their own."""
    first = entry.parts[0]
    if not first.value or line.sheet is None or not 0 < line.base - above.base < _PITCH * line.size:
        return None
    edge = first.value[0].x0
    label = [word for word in line.words if word.x1 < edge]
    value = [word for word in line.words if word.x1 >= edge]
    if not label or any(word.x0 < edge - line.size for word in value):
        return None
    # `  dan tindak lanjut` below `Rumus: Jumlah ...` goes on with the value, though its first word ends left of that
    if value and value[0].x0 - label[-1].x1 < _APART * line.size:
        return None
    text = " ".join(word.text for word in label)
    if running and not value and not is_known_heading(f"{entry.name} {text}"):
        return None
    begins = -1 < label[0].x0 - first.label[0].x0 < _SET_IN * line.size and not is_known_heading(text)
    if not begins or not (text[0].islower() or is_known_heading(f"{entry.name} {text}")):
        return None
    return EntryPart(at, 0, line.sheet.number, (cell_of_words(label),), (cell_of_words(value),) if value else ())
