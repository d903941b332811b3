"""A table of the holders' duties (`Jabatan | Tugas | Fungsi`) -> the heads of their blocks.

A decree may say in one lampiran what each office does, a row an office, and in the next one its indicators, the offices
in a column or each above a table of its own. The block whose holder a row names gets the row's tugas and fungsi, if it
has none of its own; the table stays where it is printed, so that what belongs to no block is not lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bahasa.fold import fold_words
from bahasa.labels import part_headed, word_part
from bahasa.parts import PartName, filled_parts
from extract.decree.cell_lists import items_in
from extract.table.meaning.fields import names_office
from schemas.decree import Block, Item, KeptTable, Text


@dataclass(slots=True)
class Duties:
    """What a row says of a holder: its texts by the part of a head."""

    jabatan: Text
    said: dict[PartName, list[Text]] = field(default_factory=dict)

    @property
    def tugas(self) -> Text | None:
        """The tugas; several cells of one row are none that is known."""
        texts = self.said.get("tugas", [])
        return texts[0] if len(texts) == 1 else None

    @property
    def fungsi(self) -> tuple[Item, ...]:
        """The fungsi, a list in one cell or one in each."""
        made: list[Item] = []
        for text in self.said.get("fungsi", []):
            made += items_in(text, made[-1].no if made else None)
        return tuple(made)


def with_duties(blocks: Sequence[Block], tables: Sequence[KeptTable]) -> tuple[list[Block], list[Text]]:
    """The blocks, their heads with what tables of duties say, and the texts that stand in both."""
    rows: dict[str, list[Duties]] = {}
    for duties in (one for table in tables for one in _rows(table)):
        rows.setdefault(fold_words(duties.jabatan.as_printed), []).append(duties)
    made: list[Block] = []
    shared: list[Text] = []
    for block in blocks:
        own = rows.get(fold_words(block.jabatan.as_printed), []) if block.jabatan.as_printed else []
        if len(own) != 1 or block.tugas is not None or block.fungsi:
            made.append(block)
            continue
        made.append(block.model_copy(update={"tugas": own[0].tugas, "fungsi": own[0].fungsi}))
        shared += [text for texts in own[0].said.values() for text in texts]
    return made, shared


def _rows(table: KeptTable) -> Iterator[Duties]:
    """The holders of a table of duties; none of any other table."""
    parts = {column: part for column, one in enumerate(table.headings, 1) if (part := _part(one.as_printed))}
    if "pemangku" not in parts.values():
        parts |= dict.fromkeys(_of_offices(table) - parts.keys(), "pemangku")
    if set(parts.values()) == {"pemangku"} or list(parts.values()).count("pemangku") != 1:
        return
    now: Duties | None = None
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        part = parts.get(cell.column) if cell.columns == 1 and cell.text.as_printed else None
        if part == "pemangku":
            if now is not None:
                yield now
            now = Duties(cell.text)
        elif part is not None and now is not None:
            now.said.setdefault(part, []).append(cell.text)
    if now is not None:
        yield now


def _part(heading: str) -> PartName | None:
    """The part that a column of such a table is called as, be it by a word (`Rincian Tugas`)."""
    return part_headed(heading) or word_part(heading, *filled_parts())


def _of_offices(table: KeptTable) -> set[int]:
    """The columns that name an office in each cell, whatever they are called (`Pejabat`)."""
    texts: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.text.as_printed:
            texts.setdefault(cell.column, []).append(cell.text.as_printed)
    return {column for column, printed in texts.items() if all(map(names_office, printed))}
