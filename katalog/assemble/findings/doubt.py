"""What was read with doubt: a cell's characters, where it begins and ends, what a column means.

Each doubt has its own number in the text, and its own finding with a threshold; they are raised here and nowhere else,
whatever the medium.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bahasa.hint import hint_of
from bahasa.openers import sasaran_openers
from bahasa.roles import INDIKATOR, NO, SASARAN, SATUAN, TARGET, about_role
from bahasa.temuan import finding, said_sure, threshold
from katalog.assemble.findings.column_cells import column_cells
from katalog.assemble.findings.numbering import values_of
from katalog.assemble.findings.place import about_block, quoted
from katalog.text import value_of
from schemas.base import ROLES, Finding, Role
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow
from schemas.decree import Text

#: So much of a cell's print is shown.
_SHOWN = 200
#: So many numbers that count on in the first column are those of rows.
_NUMBERS = 2
#: So many cells called indikator read like a sasaran, this share of them, and at most that of those called sasaran.
_READ_SO, _MOST, _FEW = 2, 0.75, 0.25
#: A number alone, which no share is from here on.
_BARE, _WHOLE = re.compile(r"\d{1,5}(?:[.,]\d{1,2})?"), 100.0
#: The replacement character, and codes that mean something to one font only.
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff]")


def check_doubts(catalogue: Catalogue) -> list[Finding]:
    """Findings for the columns and cells of all tables."""
    return [
        finding
        for block in catalogue.blocks
        for finding in (
            *_columns(block),
            *_exchanged(block),
            *_unknown_letters(block),
            *_head_of(block),
            *_cells_of(block),
            *_without_percent(block),
        )
    ]


def _unknown_letters(block: IndicatorBlock) -> Iterator[Finding]:
    """Texts with signs for which the font tells no letter."""
    cells = [(field, text) for row in block.rows for _, field, text in _texts(row)]
    for field, text in (*_head_texts(block), *cells):
        if _UNKNOWN.search(text.as_printed):
            yield finding("huruf-tak-dikenal", about_block(block, field, text, _SHOWN), teks=quoted(text, 60))


def _head_texts(block: IndicatorBlock) -> list[tuple[str, Text]]:
    """Holder, tugas and fungsi with their fields."""
    head = [("jabatan", block.jabatan), *([("tugas", block.tugas)] if block.tugas else [])]
    return [*head, *((f"fungsi/{i}", entry.text) for i, entry in enumerate(block.fungsi, start=1))]


def _head_of(block: IndicatorBlock) -> Iterator[Finding]:
    return (finding for field, text in _head_texts(block) for finding in _misread(block, field, text))


def _misread(block: IndicatorBlock, field: str, text: Text) -> Iterator[Finding]:
    """What OCR may have read wrongly."""
    if text.character_confidence < threshold("ocr-ragu"):
        about = about_block(block, field, text, _SHOWN)
        yield finding("ocr-ragu", about, keyakinan=f"{text.character_confidence:.0%}")


def _columns(block: IndicatorBlock) -> Iterator[Finding]:
    """A column whose role is not sure: a finding at each of its cells, but for numbers that count on. Of two columns
    whose roles may be exchanged each is unsure itself, since a role is given once; the other columns of the table are
    as sure as they say."""
    pointed: set[str] = set()
    for position, heading in enumerate(block.headings):
        if heading.role_confidence < threshold("kolom-ragu") and not _counts(block, heading.role, position):
            role = about_role(heading.role).called
            said = {"judul": quoted(heading.text, 60), "peran": role, "keyakinan": said_sure(heading.role_confidence)}
            cells = [*column_cells(block, position), *(_all_targets(block) if heading.role == TARGET else ())]
            for field, text in cells:
                if field not in pointed:
                    yield finding("kolom-ragu", about_block(block, field, text, _SHOWN), **said)
            pointed |= {field for field, _ in cells}


def _exchanged(block: IndicatorBlock) -> Iterator[Finding]:
    """The cells of sasaran and indikator where those of the indikator read like sasaran (`Meningkatnya ...`) and the
    others don't: whatever their headings say, the two columns may be exchanged."""
    results, measures = _printed(block, SASARAN), _printed(block, INDIKATOR)
    alike = sum(_opens_sasaran(text) for _, _, text in measures)
    if not results or alike < max(_READ_SO, _MOST * len(measures)):
        return
    if sum(_opens_sasaran(text) for _, _, text in results) <= _FEW * len(results):
        for role, field, text in (*results, *measures):
            said = {"peran": about_role(role).called, "teks": quoted(text, 60)}
            yield finding("kolom-ragu", about_block(block, field, text, _SHOWN), **said)


def _printed(block: IndicatorBlock, role: Role) -> list[tuple[Role, str, Text]]:
    """The cells of a column that print something, with their role and field."""
    cells = [(f"rows/{row.row}/{role}", row.cells[role].text) for row in block.rows if role in row.cells]
    return [(role, field, text) for field, text in cells if text.as_printed]


def _opens_sasaran(text: Text) -> bool:
    return value_of(text).split()[0].casefold() in sasaran_openers() if value_of(text).split() else False


def _all_targets(block: IndicatorBlock) -> Iterator[tuple[str, Text]]:
    """The cells that print all targets of a row one after the other, where none of them is chosen."""
    for row in block.rows:
        if TARGET in row.cells and len(row.targets) > 1 and not any(one.chosen for one in row.targets):
            yield f"rows/{row.row}/{TARGET}", row.cells[TARGET].text


def _counts(block: IndicatorBlock, role: Role, position: int) -> bool:
    """Is a column that of the rows' numbers, which count on by one? Its cells leave no doubt of it."""
    if role != NO or position:
        return False
    numbers = values_of([value for _, text in column_cells(block, position) if text and (value := value_of(text))])
    return len(numbers) >= _NUMBERS and numbers == list(range(1, len(numbers) + 1))


def _cells_of(block: IndicatorBlock) -> Iterator[Finding]:
    return (finding for row in block.rows for finding in _row(block, row))


def _texts(row: IndicatorRow) -> Iterator[tuple[Role, str, Text]]:
    """The cells of a row with their role and field, those of targets that were not chosen among them."""
    for role in (role for role in ROLES if role in row.cells):
        yield role, f"rows/{row.row}/{role}", row.cells[role].text
    for one in row.targets:
        if not one.chosen:
            yield TARGET, f"rows/{row.row}/targets/{one.position}", one.cell.text


def _row(block: IndicatorBlock, row: IndicatorRow) -> Iterator[Finding]:
    for role, field, text in _texts(row):
        yield from _misread(block, field, text)
        if round(text.border_confidence, 4) < threshold("keyakinan-rendah"):
            # a blank cell at a page break: what is above may go on in it, what is below may belong to it
            printed = {"teks": quoted(text, 60)} if text.as_printed else {}
            said = {"kolom": about_role(role).called, "keyakinan": said_sure(text.border_confidence), **printed}
            yield finding("keyakinan-rendah", about_block(block, field, text), **said)


def _value(row: IndicatorRow, role: Role) -> str:
    cell = row.cells.get(role)
    return value_of(cell.text) if cell is not None else ""


def _without_percent(block: IndicatorBlock) -> Iterator[Finding]:
    """Targets of shares that a scan shows without `%`, where they are no shares (`1008` for `100%`) or others of the
    table have it: the sign is read as a figure, surely, or not at all."""
    targets = [(row, row.cells[TARGET].text) for row in block.rows if TARGET in row.cells]
    signed = any("%" in text.as_printed for _, text in targets)
    for row, text in targets:
        bare = _BARE.fullmatch(text.as_printed) and threshold("ocr-ragu") <= text.character_confidence < 1
        if not bare or hint_of(_value(row, INDIKATOR), _value(row, SATUAN)).kind != "percent":
            continue
        if signed or float(text.as_printed.replace(",", ".")) > _WHOLE:
            about = about_block(block, f"rows/{row.row}/{TARGET}", text, _SHOWN)
            yield finding("ocr-ragu", about, target=text.as_printed)
