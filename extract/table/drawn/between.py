"""What is printed between two parts of tables, and whether it starts a new block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bahasa.block_kinds import block_kinds
from bahasa.entry_mark import own_mark
from bahasa.labels import LABEL_BORDER, starts_with_label
from bahasa.parts import BLOCK_OPENERS
from bahasa.roles import NO
from extract.read.furniture import page_furniture
from extract.read.pdf.grid import text_in
from extract.table.drawn.boxed import boxed_texts
from extract.table.drawn.heading import DrawnColumn, roles_by_own_rows
from extract.table.drawn.sheet import Rest, TablePart
from extract.table.meaning.fields import FORM, names_office
from extract.table.meaning.gapped import gapped_label, is_gapped_head
from extract.table.meaning.group_names import group_name, group_names
from extract.table.meaning.head_labels import HeadLabels
from schemas.layout import Grid, Line

#: Cells with text in a row of a head that is drawn as a table, at most.
_HEAD = 3


class Between:
    """The lines outside grids, page furniture aside, and what the labels among them open."""

    def __init__(self, lines: Sequence[Line], grids: Sequence[Grid]) -> None:
        tables: dict[int, list[tuple[float, float]]] = {}
        for grid in grids:
            tables.setdefault(grid.page, []).append((grid.ys[0], grid.ys[-1]))
        taken = page_furniture(lines, tables)
        self.lines: dict[int, list[Line]] = {}
        for line in lines:
            if line.number not in taken and line.page is not None:
                self.lines.setdefault(line.page, []).append(line)
        self._grids = grids
        self._labels: HeadLabels | None = None
        alone = ([cell for cell in band if cell.words] for grid in grids for band in map(dict.fromkeys, grid.owner))
        self._groups = group_names(text_in(cells[0]) for cells in alone if len(cells) == 1)

    @property
    def labels(self) -> HeadLabels:
        """The labels of the document; heads may be drawn as tables."""
        if self._labels is None:
            self._labels = HeadLabels(self._above_tables())
        return self._labels

    def _above_tables(self) -> Iterator[list[str]]:
        texts: list[str] = []
        here = 0, 0.0
        for grid in self._grids:
            texts += [line.text for line in self._lines(here, (grid.page, grid.ys[0]))]
            here = grid.page, grid.ys[-1]
            if _is_head(grid):
                texts += boxed_texts(grid, 0, len(grid.owner))
            else:
                yield texts
                texts = []

    def _lines(self, begin: tuple[int, float], end: tuple[int, float]) -> Iterator[Line]:
        for page in range(begin[0], end[0] + 1):
            yield from (line for line in self.lines.get(page, ()) if begin <= (page, line.base) <= end)

    def parted(self, a: TablePart, b: TablePart, boxed: Sequence[Rest]) -> bool:
        """Is something printed between them, in lines or in a box (a head drawn as a table), that starts a new block?
        Below a heading that is printed again any line does, unless the rows go on counting, or none are printed above
        it; without a heading it takes a title or a label."""
        texts = [line.text for line in self._between(a, b)]
        texts += [text for part in boxed for text in boxed_texts(*part)]
        if not texts:
            return False
        if b.grid.upright:
            # what a card is called stands above it
            return any(self._opens(text) or _is_titled(text) for text in texts)
        opens = any(self._opens(text) for text in texts) or (b.heading is not None and any(map(_holds, texts)))
        opens = opens or is_gapped_head([label for text in texts if (label := gapped_label(text))])
        return opens or (b.heading is not None and _has_rows(a) and _starts_over(b, a))

    def _opens(self, text: str) -> bool:
        """Is a line a title, a label of a block's head, or told to be one by its form?"""
        if starts_with_label(text, *BLOCK_OPENERS):
            return True
        if self._groups and group_name(text) in self._groups:
            return False
        formed = self.labels.formed(text) if FORM.match(text) else None
        return formed is not None and formed.part in BLOCK_OPENERS

    def _between(self, a: TablePart, b: TablePart) -> list[Line]:
        if a.page == b.page:
            return [line for line in self.lines.get(a.page, ()) if a.bottom <= line.base <= b.top]
        found = [line for line in self.lines.get(a.page, ()) if line.base > a.bottom]
        for page in range(a.page + 1, b.page):
            found += self.lines.get(page, ())
        return found + [line for line in self.lines.get(b.page, ()) if line.base < b.top]


def _is_titled(text: str) -> bool:
    """Is a line nothing but the name of an office, numbered (`A. KEPALA BIDANG BINA MARGA`) or not, or of a kind of
    tables (`IKU`)?"""
    name = own_mark(text.strip())[1].strip(" .:")
    return name in block_kinds() or names_office(name)


def _holds(text: str) -> bool:
    """Has a label that a line bounds an office as its value, whatever it says (`Pejabat | Kepala Bagian Umum`)?"""
    label, border, value = text.partition(LABEL_BORDER)
    return bool(border and label.strip()) and names_office(value)


def _is_head(grid: Grid) -> bool:
    """A head drawn as a table: no row has more than a label, its sign and its value."""
    return all(sum(bool(cell.words) for cell in set(band)) <= _HEAD for band in grid.owner)


def _has_rows(piece: TablePart) -> bool:
    return piece.heading is None or piece.heading.body < piece.stop


def _starts_over(piece: TablePart, above: TablePart) -> bool:
    """Does the piece's first row carry the number 1? Below a group row it says so only where the rows above count on
    from group to group."""
    heading = piece.heading
    if heading is None or heading.body >= piece.stop:
        return False
    # the document's tables are not all known yet, so its own rows must do
    roles_by_own_rows(piece.grid, heading)
    number = next((column for column in heading.columns if column.role == NO), None)
    if number is None:
        return True
    first = heading.body
    while first + 1 < piece.stop and len([cell for cell in set(piece.grid.owner[first]) if cell.words]) == 1:
        # `PERSPEKTIF PROSES BISNIS` stands alone in its row
        first += 1
    if first > heading.body and sum(_begins_at_one(above, at, number) for at in range(above.body, above.stop)) > 1:
        return False
    return _begins_at_one(piece, first, number)


def _begins_at_one(piece: TablePart, band: int, number: DrawnColumn) -> bool:
    """Is the first number printed in a band, where the column of numbers stands?"""
    grid = piece.grid
    texts = [text_in(cell) for c, cell in enumerate(grid.owner[band]) if number.x0 - 1 <= grid.xs[c] < number.x1 - 1]
    return any(text.strip(" .)(") in ("1", "I", "A", "a") for text in texts)
