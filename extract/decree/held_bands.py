"""Bands over all columns of a table that name the holders of the rows below them, or above -> a block for each holder.

Input: a block with the rows of its table, and the bands as they stand between these. Output: its blocks. Guarantee:
what of the bands is neither a holder, nor a tugas, nor the group of a row is told by `bands_left`.

A band may say the holder (`A. KEPALA BIDANG PRASARANA`) and, on the line below it or as a band of its own, the tugas
(`Tugas : melaksanakan ...`). One behind the last row is that of the rows above (`Pemilik IKI : Kepala Subbagian Umum`),
where each holder's rows end so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bahasa.entry_mark import own_mark
from bahasa.fold import fold_words
from bahasa.headings import heading_letters
from bahasa.labels import is_whole_label, labels_of, says_holder, word_part
from bahasa.number import ROMAN
from bahasa.roles import NO
from bahasa.units import begins_with, unit_nouns
from extract.decree.title import title_like
from extract.table.meaning.fields import FORM, names_office
from schemas.decree import Block, Row, Text

#: The bands above a row by its position (behind the last row too), each with its lines.
Bands = Mapping[int, Sequence[Sequence[Text]]]
#: So many of the holders must have the name of an office or of a unit.
NAMED = 0.6
#: The first number of a table.
_FIRST = re.compile(r"\W*[1aAI]\W*$")
_NONE = Text(as_printed="")


@dataclass(slots=True)
class _Said:
    """What the bands above the rows `first`..`stop` - 1 say."""

    first: int
    stop: int
    label: str = ""
    jabatan: Text = _NONE
    tugas: Text | None = None
    named: bool = True
    rows: Sequence[Row] = field(default_factory=tuple)


def by_bands(block: Block, bands: Bands) -> list[Block]:
    """A block for each holder that the bands of a table name; the block itself where they name none."""
    if said := _at_foot(block, bands):
        return _blocks(block, said)
    said = _above_rows(block, bands)
    return _blocks(block, said) if _are_holders(block, [one for one in said if one.named]) else [block]


def bands_left(held: Sequence[Block], bands: Bands) -> list[Text]:
    """The lines of bands that stand in none of the blocks."""
    groups = (row.group or "" for one in held for row in one.rows)
    texts = (f"{one.label} {one.jabatan.as_printed} {one.tugas.as_printed if one.tugas else ''}" for one in held)
    kept = [heading_letters(text) for text in (*groups, *texts)]
    lines = [line for run in bands.values() for band in run for line in band]
    return [line for line in lines if not any(_bare(line) in text for text in kept)]


def _bare(line: Text) -> str:
    """The letters of a line, its number and label apart."""
    match = FORM.match(own_mark(line.as_printed)[1])
    return heading_letters(match["nilai"] if match else own_mark(line.as_printed)[1])


def _above_rows(block: Block, bands: Bands) -> list[_Said]:
    """What stands above each run of rows."""
    found: list[_Said] = []
    before: str | None = None
    for at, row in enumerate(block.rows):
        if not found or row.group != before or at in bands:
            lines = bands.get(at, ((Text(as_printed=row.group, places=row.group_places),),) if row.group else ())
            found.append(_said(lines, at))
        before = row.group
        found[-1].stop, found[-1].rows = at + 1, (*found[-1].rows, row)
    return found


def _said(bands: Sequence[Sequence[Text]], first: int) -> _Said:
    said = _Said(first, first, named=bool(bands))
    for band in bands:
        part = ""
        for line in band:
            label, value = _parted(line)
            if (label and word_part(label, "tugas", "fungsi") == "tugas") or is_whole_label(label, "tugas"):
                part, said.tugas = "tugas", value
            elif part == "tugas" and said.tugas is not None:
                said.tugas = _joined(said.tugas, line)
            elif part and not label:
                said.jabatan = _joined(said.jabatan, line)
            elif not part:
                # a band of its own above this one was that of a unit (`I. SEKRETARIAT` over `a. Kepala Subbagian`)
                part, said.label, said.jabatan = "pemangku", *_holder(line)
    return said


def _parted(line: Text) -> tuple[str, Text]:
    match = FORM.match(own_mark(line.as_printed)[1])
    if match is None:
        return "", line
    return match["label"].strip(), line.model_copy(update={"as_printed": match["nilai"].strip()})


def _joined(text: Text, line: Text) -> Text:
    both = f"{text.as_printed} {line.as_printed}".strip()
    return text.model_copy(update={"as_printed": both, "places": (*text.places, *line.places)})


def _holder(line: Text) -> tuple[str, Text]:
    """The label and the holder of a band, without its number (`b. Nama Jabatan : Sekretaris`; `I DINAS KESEHATAN`,
    whose number has a cell of its own)."""
    number, name = own_mark(line.as_printed)
    first, _, rest = name.partition(" ")
    name = (rest if number is None and first.lower() in ROMAN else name).rstrip(" :")
    label = ""
    match = FORM.match(name)
    if match and (_is_label(match["label"]) or (says_holder(match["label"]) and names_office(match["nilai"]))):
        label, name = match["label"].strip(), match["nilai"].strip()
    return label, line.model_copy(update={"as_printed": name})


def _is_label(printed: str) -> bool:
    return any(fold_words(printed) == fold_words(" ".join(label.words)) for label in labels_of("pemangku"))


def _are_holders(block: Block, said: Sequence[_Said]) -> bool:
    """Do the bands of a table name holders? Most of them must, the first one too, and rows above it need a holder of
    their own. Units are holders where the table has no other one, or none at a label and counts anew below each."""
    if not said or not (block.rows[0].group or block.jabatan.as_printed):
        return False
    anew = not block.label and len(said) > 1 and all(_FIRST.match(_number(one.rows[0])) for one in said)
    units = unit_nouns(referred=False) if anew or not block.jabatan.as_printed else ()
    names = [one.jabatan.as_printed for one in said]
    named = [title_like(one) and (names_office(one) or _is_unit(one, units)) for one in names]
    return named[0] and sum(named) >= NAMED * len(named)


def _number(row: Row) -> str:
    cell = row.cells.get(NO)
    return cell.text.as_printed if cell is not None else ""


def _is_unit(name: str, nouns: tuple[str, ...]) -> bool:
    """Is it a unit's name, and not what is counted (`BIDANG A : KEPEGAWAIAN`)?"""
    return ":" not in name and begins_with(name, nouns)


def _at_foot(block: Block, bands: Bands) -> list[_Said]:
    """The holders where each one's rows end with a band `label : office` of one label, the last ones too, and none
    begin with one: the first row has no band above it, and no label names a holder above the table."""
    ends = sorted(at for at in {*bands, *_changes(block)})
    if block.label or names_office(block.jabatan.as_printed):
        return []
    if not block.rows or not ends or ends[0] == 0 or ends[-1] != len(block.rows):
        return []
    said = []
    for first, stop in zip([0, *ends], ends, strict=False):
        row = block.rows[stop] if stop < len(block.rows) else None
        own = row and row.group and ((Text(as_printed=row.group, places=row.group_places),),)
        lines = [line for band in bands.get(stop, own or ()) for line in band]
        match = FORM.match(lines[0].as_printed) if lines else None
        if match is None or not names_office(match["nilai"]):
            return []
        holder = lines[0].model_copy(update={"as_printed": match["nilai"].strip()})
        for line in lines[1:]:
            holder = _joined(holder, line)
        said.append(_Said(first, stop, match["label"].strip(), holder, rows=block.rows[first:stop]))
    return said if len({fold_words(one.label) for one in said}) == 1 else []


def _changes(block: Block) -> list[int]:
    return [at for at, row in enumerate(block.rows) if row.group != (block.rows[at - 1].group if at else None)]


def _blocks(block: Block, said: Sequence[_Said]) -> list[Block]:
    """A block for each of them; a band that is printed again, on the next page, goes on."""
    made = [block.model_copy(update={"rows": ()})]
    for one in said:
        if one.named and fold_words(one.jabatan.as_printed) != fold_words(made[-1].jabatan.as_printed):
            named = {"label": one.label, "jabatan": one.jabatan, "judul": titles_of(block), "others": ()}
            later = Block(kind=block.kind, order=block.order, jabatan=one.jabatan, headings=block.headings)
            later = later.model_copy(update={"label": one.label, "tugas": one.tugas})
            first = made[-1].model_copy(update=named).model_copy(update={"tugas": one.tugas or block.tugas})
            made = [*made, later] if made[-1].rows else [first]
        bare = tuple(row.model_copy(update={"group": None, "group_places": ()}) for row in one.rows)
        made[-1] = made[-1].model_copy(update={"rows": (*made[-1].rows, *bare)})
    made[-1] = made[-1].model_copy(update={"others": block.others})
    return made


def titles_of(block: Block) -> tuple[Text, ...]:
    """The titles of the whole table, and the holder at its label, to whom these offices belong."""
    if not block.label:
        return block.judul
    named = block.jabatan.model_copy(update={"as_printed": f"{block.label} {block.jabatan.as_printed}"})
    return (*block.judul, named)
