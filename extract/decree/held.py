"""A table that names the holder of each row, in a column or in bands -> its rows, holder by holder.

Input: a block with the rows of its table. Output: a block for each holder, in printed order; the block itself where
neither a column nor bands name holders. Guarantee: every row is in one of them, every cell is its row's or its block's
holder.

Such a column stands left of the indicators, as the decree of a regency prints it for its offices (`NO`, `PERANGKAT
DAERAH`, `SASARAN`, `INDIKATOR`). One to the right of them says who is responsible for an indicator, which is a role of
its own. Bands over all columns name holders where they are the names of offices (`b. SEKRETARIS`), or, of a table that
has no holder of its own, of units; other bands (`MISI PERTAMA`) stay what they are, groups of rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from bahasa.fold import fold_words
from bahasa.labels import KnownLabel, is_whole_label, labels_of, says_holder
from bahasa.parts import PartName
from bahasa.roles import INDIKATOR, OTHERS, PENANGGUNG_JAWAB
from bahasa.units import begins_with, unit_nouns
from extract.decree.cell_lists import items_in
from extract.decree.held_bands import NAMED, Bands, by_bands, titles_of
from extract.table.meaning.fields import names_office
from schemas.base import Finding
from schemas.decree import Block, Cell, Heading, Item, Row, Text

_ROW = re.compile(r"rows/(?P<row>\d+)(?P<rest>/.*)?$")


def by_holder(block: Block, bands: Bands = MappingProxyType({})) -> list[Block]:
    """A block for each holder that its table names. Their `order` and `kind` are those of the block; `bands` are those
    that stand in its table."""
    heading = _holder_heading(block)
    if heading is None:
        return by_bands(block, bands) if block.rows else [block]
    rest = tuple(one for one in block.headings if one is not heading)
    made: list[Block] = []
    above: Row | None = None
    for row in block.rows:
        cell, bare = _without(row, heading)
        if not made or (cell.text.as_printed and not _same(cell.text, made[-1].jabatan)):
            jabatan, label = cell.text, heading.text.as_printed
            # the head of the whole table stays with its first holder
            named = {"label": label, "jabatan": jabatan, "judul": titles_of(block), "headings": rest, "rows": ()}
            later = Block(kind=block.kind, order=block.order, label=label, jabatan=jabatan, headings=rest)
            made.append(later if made else block.model_copy(update={**named, "others": ()}))
            above = bare = _spanned(bare, above)
        else:
            made[-1] = made[-1].model_copy(update={"jabatan": _also_at(made[-1].jabatan, cell.text)})
            above = _spanned(bare, above)
        made[-1] = made[-1].model_copy(update={"rows": (*made[-1].rows, bare)})
    made[-1] = made[-1].model_copy(update={"others": block.others})
    return _with_fungsi(_with_tugas(made))


def _with_tugas(held: list[Block]) -> list[Block]:
    """Holders with the tugas that a column beside theirs prints (`NAMA JABATAN`, `URAIAN TUGAS`), if each has one."""
    heading = next((one for one in _before_indicators(held[0]) if _is_label_of(one, "tugas")), None)
    if heading is None:
        return held
    printed = [[text for row in one.rows if (text := _cell(row, heading).text).as_printed] for one in held]
    if any(len(texts) != 1 for texts in printed) or any(one.tugas for one in held):
        return held
    rest = tuple(one for one in held[0].headings if one is not heading)
    return [
        one.model_copy(update={"tugas": tugas, "headings": rest, "rows": _rows_without(one, heading)})
        for one, (tugas,) in zip(held, printed, strict=True)
    ]


def _with_fungsi(held: list[Block]) -> list[Block]:
    """Holders with the fungsi that a column beside theirs prints (`Uraian` over `Tugas` and `Fungsi`), as a list in one
    cell or one in each, if the first row of each holder has one."""
    heading = next((one for one in _before_indicators(held[0]) if _names_fungsi(one)), None)
    if heading is None or any(one.fungsi or not _cell(one.rows[0], heading).text.as_printed for one in held):
        return held
    rest = tuple(one for one in held[0].headings if one is not heading)
    made = []
    for one in held:
        texts = [text for row in one.rows if (text := _cell(row, heading).text).as_printed]
        fungsi: list[Item] = []
        for text in texts:
            fungsi += items_in(text, fungsi[-1].no if fungsi else None)
        made.append(
            one.model_copy(update={"fungsi": tuple(fungsi), "headings": rest, "rows": _rows_without(one, heading)})
        )
    return made


def _names_fungsi(heading: Heading) -> bool:
    return heading.role == OTHERS and _is_label_of(heading, "fungsi")


def _rows_without(block: Block, heading: Heading) -> tuple[Row, ...]:
    return tuple(_without(row, heading)[1] for row in block.rows)


def at_holder(found: Finding, held: Sequence[Block]) -> Finding:
    """A finding about a row of the whole table (`rows/7/target`), as one of the holder's block."""
    match = _ROW.match(found.field)
    number = int(match["row"]) if match else 1
    for block in held:
        if number <= len(block.rows):
            field = f"rows/{number}{match['rest'] or ''}" if match else found.field
            return found.model_copy(update={"order": block.order, "field": field})
        number -= len(block.rows)
    return found


def below_rows(found: Finding, count: int, order: int) -> Finding:
    """A finding about a row of a table (`rows/1/target`) as one of the block `order`, below `count` of its rows."""
    match = _ROW.match(found.field)
    field = f"rows/{int(match['row']) + count}{match['rest'] or ''}" if match else found.field
    return found.model_copy(update={"order": order, "field": field})


def _spanned(row: Row, above: Row | None) -> Row:
    """A row whose merged cells say what they say above: a sasaran of two offices is printed once for both."""
    if above is None:
        return row
    cells = {role: above.cells.get(role, cell) if cell.span == "covered" else cell for role, cell in row.cells.items()}
    targets = tuple(
        one if own.cell.span == "covered" else own for own, one in zip(row.targets, above.targets, strict=True)
    )
    return row.model_copy(update={"cells": cells, "targets": targets})


def _also_at(holder: Text, printed: Text) -> Text:
    return holder.model_copy(update={"places": (*holder.places, *printed.places)})


def _holder_heading(block: Block) -> Heading | None:
    """The heading of the column that names holders."""
    before = _before_indicators(block)
    heading = next((one for one in before if _is_label_of(one, "pemangku")), None)
    if heading is None:
        return next((one for one in before if _holds_offices(block, one) or _says_holder(block, one)), None)
    printed = _printed(block, heading)
    named = sum(names_office(text) or begins_with(text, unit_nouns(referred=False)) for text in printed)
    return heading if _is_whole(block, heading) and named >= NAMED * len(printed) else None


def _holds_offices(block: Block, heading: Heading) -> bool:
    """Does a column that no label names (`KEDUDUKAN`) print offices and nothing else, several of them, in a table that
    has no holder at a label of its own, nor an officer in its title?"""
    officer = bool(block.label) or names_office(block.jabatan.as_printed)
    if heading.role != OTHERS or officer or not _is_whole(block, heading):
        return False
    printed = _printed(block, heading)
    return len(set(map(fold_words, printed))) > 1 and all(map(names_office, printed))


def _says_holder(block: Block, heading: Heading) -> bool:
    """Does a column whose heading has the word for it (`Nomenklatur Jabatan`) print offices and nothing else, be it one
    for all rows, in a table that has no holder at a label of its own?"""
    told = heading.role == OTHERS or heading.role == PENANGGUNG_JAWAB
    if block.label or not told or not says_holder(heading.text.as_printed):
        return False
    return _is_whole(block, heading) and all(map(names_office, _printed(block, heading)))


def _printed(block: Block, heading: Heading) -> list[str]:
    return [text for row in block.rows if (text := _cell(row, heading).text.as_printed)]


def _is_whole(block: Block, heading: Heading) -> bool:
    """Does a column print something from the first row on?"""
    return bool(block.rows) and bool(_cell(block.rows[0], heading).text.as_printed)


def _before_indicators(block: Block) -> Sequence[Heading]:
    """The headings left of that of the indicators."""
    return block.headings[: next((i for i, one in enumerate(block.headings) if one.role == INDIKATOR), 0)]


def _is_label_of(heading: Heading, part: PartName) -> bool:
    """Is a heading a label of this part of a head (`PERANGKAT DAERAH`, `Nama Unit Kerja`; `URAIAN TUGAS`), or two of
    them (`JABATAN / UNIT KERJA`)?"""
    known = {_words(label) for label in labels_of(part)}
    printed = heading.text.as_printed
    over = max((len(own) for own in map(_words, labels_of("tugas", "fungsi")) if _goes_on(printed, own)), default=0)
    return all(fold_words(name) in known for name in printed[over:].split("/"))


def _goes_on(printed: str, label: str) -> bool:
    """Is a label the upper level of a heading (`Tugas dan Fungsi` over `Tugas Pokok` and `Fungsi`)?"""
    rest = printed[len(label) :].strip()
    return fold_words(printed).startswith(label + " ") and is_whole_label(rest, "tugas", "fungsi")


def _words(label: KnownLabel) -> str:
    return fold_words(" ".join(label.words))


def _cell(row: Row, heading: Heading) -> Cell:
    cells = row.others.get(heading.text.as_printed) if heading.role == OTHERS else row.cells.get(heading.role)
    return cells or Cell(text=Text(as_printed=""), span="empty")


def _without(row: Row, heading: Heading) -> tuple[Cell, Row]:
    """The cell of a column, and the row without it."""
    cells = {role: cell for role, cell in row.cells.items() if role != heading.role}
    others = {name: cell for name, cell in row.others.items() if name != heading.text.as_printed}
    kept = {"others": others} if heading.role == OTHERS else {"cells": cells}
    return _cell(row, heading), row.model_copy(update=kept)


def _same(text: Text, holder: Text) -> bool:
    return fold_words(text.as_printed) == fold_words(holder.as_printed)
