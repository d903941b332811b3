"""The rest of a head's fungsi in the first band of its table, which a page break cut off -> its fungsi.

`Jabatan`, `Tugas` and `Fungsi` drawn as the first bands of a table, the cell of fungsi cut by the foot of a page: on
the next one the rest stands over the columns, above the heading, as the name of a group of rows does. It is told by its
number, which counts on from the last fungsi.
"""

from __future__ import annotations

from bahasa.entry_mark import NUMBER, number_behind
from extract.decree.cell_lists import items_in
from extract.decree.held_bands import Bands
from schemas.decree import Block, Text


def with_band_of_fungsi(block: Block, bands: Bands) -> tuple[Block, Bands]:
    """The block with such a band among its fungsi, its rows in no group of that name, and the bands that are left."""
    lines = [line for band in bands.get(0, ()) for line in band]
    last = block.fungsi[-1].no if block.fungsi else None
    printed = " ".join(line.as_printed for line in lines)
    number = NUMBER.match(printed)
    if not last or number is None or number.group("no") != number_behind(last):
        return block, bands
    text = Text(as_printed=printed, places=tuple(place for line in lines for place in line.places))
    rows = tuple(row.model_copy(update={"group": None, "group_places": ()}) if row.group == printed else row
                 for row in block.rows)  # fmt: skip
    whole = block.model_copy(update={"fungsi": (*block.fungsi, *items_in(text, last)), "rows": rows})
    return whole, {at: one for at, one in bands.items() if at}
