"""A decree while a person's decisions are applied to it: its rows may come and go, and what was read first is known.

A decision is made by somebody who looks at a catalogue, in which earlier decisions hold or do not hold yet. So whatever
a text, a row or a holder read at any time is one of its readings, and a decision finds it by each of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bahasa.block_kinds import block_named
from bahasa.fold import fold, fold_words
from bahasa.roles import INDIKATOR, TARGET
from normalize.fill import fill_down
from normalize.koreksi.open_lists import OpenLists
from normalize.koreksi.row_cells import row_cells_of, row_words
from normalize.walk import list_texts, lists_of, map_lists, map_texts
from schemas.decree import Block, Cell, Decree, ExtractedDecree, Item, Row, Text


@dataclass(slots=True, eq=False)
class OpenRow:
    """A row with its cells by column. `was` are the rows (1-based) that it was read as; `named` is what its indikator
    read, `read` what each of its columns read, `worded` its words at any time."""

    row: Row
    cells: dict[str, Cell] = field(default_factory=dict)
    was: tuple[int, ...] = ()
    named: set[str] = field(default_factory=set)
    read: dict[str, set[str]] = field(default_factory=dict)
    worded: set[frozenset[str]] = field(default_factory=set)

    def put(self, row: Row) -> None:
        """The row as it is from now on."""
        self.row = row
        self.worded.add(row_words(row))
        self.cells = row_cells_of(row)
        for column, cell in self.cells.items():
            self.read.setdefault(column, set()).add(fold(cell.text.as_printed))
        if INDIKATOR in row.cells:
            self.call(row.cells[INDIKATOR].text.as_printed)

    def call(self, indikator: str) -> None:
        """A name by which decisions know the row; a blank one is none."""
        if name := fold_words(indikator):
            self.named.add(name)


@dataclass(slots=True, eq=False)
class OpenBlock:
    """A block; `named` is what its holder read, `renamed` are columns that have another name by the one they had."""

    block: Block
    path: str
    rows: list[OpenRow]
    named: set[str]
    renamed: dict[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its rows as they are now, each once."""
        return tuple(dict.fromkeys(column for row in self.rows for column in row.cells))


@dataclass(frozen=True, slots=True)
class Spot:
    """What a decision is about: a text of a row (`row`, `column`), a row, a block, or a text outside the rows (`path`,
    with the block that it stands in)."""

    block: OpenBlock | None = None
    row: OpenRow | None = None
    column: str = ""
    path: str = ""

    @property
    def kind(self) -> str:
        """The path without its numbers: what the text is, not where."""
        return f"rows/{self.column}" if self.column else what_stands_at(self.path)


def what_stands_at(path: str) -> str:
    """What stands at a path, wherever that is: `IKI/9/rows/3/targets/2` is `rows/targets/2`, `IKI/1/fungsi/4` `fungsi`.

    >>> what_stands_at("IKI/9/rows/3/rumus"), what_stands_at("preamble/diktum/2/butir/1")
    ('rows/rumus', 'preamble/diktum/butir')
    """
    block, _, within = split_path(path)
    steps = within.split("/")
    if block and steps[0] == "rows":
        return "/".join(["rows", *steps[2:]])
    return "/".join(step for step in steps if not step.isdigit())


def split_path(path: str) -> tuple[str, int, str]:
    """The block's path, the row (0: none) and what stands below the block; no block outside of them.

    >>> split_path("IKI/9/rows/3/rumus"), split_path("preamble/judul")
    (('IKI/9', 3, 'rows/3/rumus'), ('', 0, 'preamble/judul'))
    """
    steps = path.split("/")
    if len(steps) < 2 or not steps[1].isdigit() or steps[0] in ("lampiran", "tables", "unparsed"):
        return "", 0, path
    row = int(steps[3]) if len(steps) > 3 and steps[2] == "rows" and steps[3].isdigit() else 0
    return "/".join(steps[:2]), row, "/".join(steps[2:])


class OpenDecree:
    """The decree, taken apart; `closed` puts it together again."""

    def __init__(self, extracted: ExtractedDecree) -> None:
        self.extracted = extracted
        self.blocks = [_opened(block) for block in extracted.decree.blocks]
        self.texts: dict[str, Text] = {}
        self.read: dict[str, set[str]] = {}
        by_path = {one.path: one for one in self.blocks}
        self._outside: dict[str, OpenBlock | None] = {}
        self._by_kind: dict[str, list[str]] = {}
        for where, text in list_texts(extracted.decree):
            block, row, _ = split_path(where.path)
            if not row:
                self.texts[where.path] = text
                self.read[where.path] = {fold(text.as_printed)}
                self._outside[where.path] = by_path.get(block)
                self._by_kind.setdefault(what_stands_at(where.path), []).append(where.path)
        self.lists = OpenLists(lists_of(extracted.decree))

    def spots(self, kind: str) -> Iterator[Spot]:
        """All texts of a kind, in the order of the decree; the target of a row that has several is any of them."""
        if kind.startswith("rows/"):
            column = kind.removeprefix("rows/")
            for block in self.blocks:
                for row in block.rows:
                    yield from (Spot(block, row, there) for there in _columns_called(column, row))
            return
        yield from (Spot(self._outside[path], path=path) for path in self._by_kind.get(kind, ()))

    def all_spots(self) -> Iterator[Spot]:
        """All texts, those of rows first."""
        for block in self.blocks:
            for row in block.rows:
                yield from (Spot(block, row, column) for column in row.cells)
        yield from (Spot(holder, path=path) for path, holder in self._outside.items())

    def text(self, spot: Spot) -> Text:
        """The text as it stands now."""
        return spot.row.cells[spot.column].text if spot.row is not None else self.texts[spot.path]

    def readings(self, spot: Spot) -> set[str]:
        """What the text read at any time, folded."""
        return spot.row.read[spot.column] if spot.row is not None else self.read[spot.path]

    def put(self, spot: Spot, text: Text) -> None:
        """A text outside the rows as it is from now on."""
        self.texts[spot.path] = text
        self.read[spot.path].add(fold(text.as_printed))
        if spot.block is not None and spot.path == f"{spot.block.path}/jabatan":
            spot.block.named.add(fold_words(text.as_printed))

    def path_of(self, spot: Spot) -> str:
        """Where it stands now; that of its block for a row that is gone."""
        if spot.block is None or spot.path:
            return self.standing(spot.path)
        if spot.row is None or spot.row not in spot.block.rows:
            return spot.block.path
        place = f"{spot.block.path}/rows/{spot.block.rows.index(spot.row) + 1}"
        return f"{place}/{spot.column}" if spot.column else place

    def standing(self, path: str) -> str:
        """Where a text outside the rows stands now that was read at this path; its list, where it is gone."""
        return self.lists.standing(path)

    def add_entry(self, path: str, at: int, item: Item) -> Spot:
        """A new entry of the list at a path, behind so many."""
        key = self.lists.add(path, at, item)
        block = next((one for one in self.blocks if one.path == split_path(path)[0]), None)
        self.texts[key], self.read[key], self._outside[key] = item.text, {fold(item.text.as_printed)}, block
        self._by_kind.setdefault(what_stands_at(key), []).append(key)
        return Spot(block, path=key)

    def drop_entry(self, key: str, into: str = "") -> None:
        """An entry that is none; `into` is the one whose rest it is."""
        self.lists.drop(key, into)
        del self.texts[key], self._outside[key]
        self._by_kind[what_stands_at(key)].remove(key)

    def closed(self) -> Decree:
        """The decree as it is now."""
        texts, decree = self.texts, self.extracted.decree
        decree = map_texts(decree, lambda where, text: texts.get(where.path, text))
        decree = map_lists(decree, lambda path, _: self.lists.closed(path, texts))
        blocks = tuple(
            block.model_copy(update={"rows": tuple(row.row for row in one.rows), "headings": one.block.headings})
            for block, one in zip(decree.blocks, self.blocks, strict=True)
        )
        return decree.model_copy(update={"blocks": blocks})


def _columns_called(column: str, row: OpenRow) -> list[str]:
    if column == TARGET and TARGET not in row.cells:
        return [one for one in row.cells if one.startswith("targets/")]
    return [column] if column in row.cells else []


def _opened(block: Block) -> OpenBlock:
    rows = []
    for number, (row, whole) in enumerate(zip(block.rows, fill_down(block.rows, (INDIKATOR,)), strict=True), 1):
        made = OpenRow(row, was=(number,))
        made.put(row)
        if INDIKATOR in whole.cells:
            made.call(whole.cells[INDIKATOR].text.value or whole.cells[INDIKATOR].text.as_printed)
        rows.append(made)
    return OpenBlock(block, block_named(block.kind, block.order), rows, {fold_words(block.jabatan.as_printed)})
