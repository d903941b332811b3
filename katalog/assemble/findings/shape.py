"""Tables whose own print says that their rows or columns were read wrongly: other columns than their like, rows that
count on from the table before or begin anew, numbers of columns among the rows, words among the numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bahasa.headings import role_of_heading
from bahasa.roles import INDIKATOR, NO, column_roles
from bahasa.temuan import finding
from katalog.assemble.findings.column_cells import column_cells
from katalog.assemble.findings.numbering import values_of
from katalog.assemble.findings.place import about_block, name_of, quoted
from katalog.text import value_of
from schemas.base import ROLES, Finding
from schemas.catalogue import Catalogue, IndicatorBlock, IndicatorRow
from schemas.decree import Text

_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?(?: \(?\d{1,2}\)?)?")
_WORD = re.compile(r"[^\W\d_]{3,}")
#: `2 -`, `3 Meningkatnya`
_BESIDE = re.compile(r"\d{1,3}[.)]?\s+[^\s\d.)]")
#: So many cells with nothing but such a number are no row of indicators.
_NUMBERED = 3


def check_shapes(catalogue: Catalogue) -> list[Finding]:
    """Findings for the tables of all blocks."""
    checks = (
        _unlike, _counting_on, _counting_anew, _column_numbers, _words_for_numbers, _numbers_in_texts, _side_by_side,
    )  # fmt: skip
    return [found for check in checks for found in check(catalogue.blocks)]


def _unlike(blocks: tuple[IndicatorBlock, ...]) -> Iterator[Finding]:
    """Tables with the heading's words of others, parted into other columns: one of them lost a border or has one too
    many, or a word of a heading went to the one beside it. The columns that their like have not are in doubt, and what
    they may have taken from others; where no shape is the most common, those of each table."""
    alike: dict[frozenset[str], list[IndicatorBlock]] = defaultdict(list)
    for block in blocks:
        if block.rows and block.headings:
            words = frozenset(word for heading in block.headings for word in value_of(heading.text).split())
            alike[words].append(block)
    for same in alike.values():
        by_shape = {_shape(block): block for block in reversed(same)}
        counted = Counter(map(_shape, same)).most_common()
        usual = [counted[0][0]] if len(counted) < 2 or counted[0][1] > counted[1][1] else []
        for block in same if len(counted) > 1 else ():
            likes = [by_shape[shape] for shape in usual or by_shape if shape != _shape(block)]
            if _shape(block) not in usual:
                for field, text in _parted(block, likes):
                    yield finding("tata-letak-ragu", about_block(block, field, text), kolom=len(block.headings))


def _parted(block: IndicatorBlock, likes: Sequence[IndicatorBlock]) -> Iterator[tuple[str, Text | None]]:
    """The cells of the columns that one of the tables alike has not, and the fields of the roles that a table lacks:
    a column with the same words in all of them is borne out."""
    shapes = [_shape(like) for like in likes]
    at = [at for at, name in enumerate(_shape(block)) if any(name not in shape for shape in shapes)]
    if not at:
        yield "rows", None
        return
    for position in at:
        yield from column_cells(block, position)
    lacking = {one.role for like in likes for one in like.headings} - {heading.role for heading in block.headings}
    for role in (role for role in ROLES if role in lacking):
        yield from ((f"rows/{row.row}/{role}", None) for row in block.rows)


def _shape(block: IndicatorBlock) -> tuple[str, ...]:
    return tuple("".join(value_of(heading.text).split()) for heading in block.headings)


def _counting_on(blocks: tuple[IndicatorBlock, ...]) -> Iterator[Finding]:
    """A table that begins with `9` holds rows of another one; where that ended with `8`, it lacks them behind its last
    row. So does the table before one that nothing heads. Where nothing tells that its rows are another's (no table
    ends with `8`, or its numbers begin with 1), what may be missing stands above its first row."""
    before: IndicatorBlock | None = None
    for block in blocks:
        numbers = _numbers(block)
        late = bool(numbers) and numbers[0] > 1
        goes_on = late and before is not None and _numbers(before)[-1:] == [numbers[0] - 1]
        if late:
            yield finding("tata-letak-ragu", about_block(block, _above(block, goes_on)), nomor=numbers[0])
        headless = _headless(block)
        if before is not None and headless:
            about = about_block(block, _above(block, numbers[:1] != [1]))
            yield finding("tata-letak-ragu", about, sebelum=name_of(before))
        if before is not None and (goes_on or headless):
            about = about_block(before, f"rows/{before.rows[-1].row}")
            yield finding("tata-letak-ragu", about, berikut=name_of(block))
        before = block if block.rows else before


def _above(block: IndicatorBlock, whole: bool) -> str:
    """The whole table, or its first row."""
    return "rows" if whole else f"rows/{block.rows[0].row}"


def _headless(block: IndicatorBlock) -> bool:
    """A table with no holder, tugas or fungsi of its own: it may as well be the rest of the one before."""
    return bool(block.rows) and not (value_of(block.jabatan) or block.tugas or block.fungsi or block.judul)


def _numbers(block: IndicatorBlock) -> list[int]:
    cells = (row.cells.get(NO) for row in block.rows)
    printed = [value_of(cell.text) for cell in cells if cell is not None and cell.span == "own"]
    return [number for number in values_of([text for text in printed if text]) if number is not None]


def _counting_anew(blocks: tuple[IndicatorBlock, ...]) -> Iterator[Finding]:
    """A table whose numbers begin anew without a new group: the rows from there on may be the next block's."""
    for block in blocks:
        numbered = [(row, number) for row in block.rows if (number := _number(row)) is not None]
        for (above, before), (row, number) in pairwise(numbered):
            if number == 1 and before > 1 and above.group == row.group:
                for one in block.rows[row.row - 1 :]:
                    about = about_block(block, f"rows/{one.row}")
                    yield finding("tata-letak-ragu", about, ulang=row.row, sesudah=before)


def _number(row: IndicatorRow) -> int | None:
    cell = row.cells.get(NO)
    return values_of([value_of(cell.text)])[0] if cell is not None and cell.span == "own" else None


def _words_for_numbers(blocks: tuple[IndicatorBlock, ...]) -> Iterator[Finding]:
    """`BIDANG` where a row has its number, or `2 -`: a line over all columns was parted among them, or it has what the
    next column prints."""
    for block in blocks:
        for row in block.rows:
            cell = row.cells.get(NO)
            printed = cell.text.as_printed if cell is not None else ""
            word = _WORD.match(printed) and _number(row) is None
            if cell is not None and (word or _BESIDE.match(printed)):
                about = about_block(block, f"rows/{row.row}", cell.text)
                yield finding("tata-letak-ragu", about, kata=quoted(cell.text, 60))


def _column_numbers(blocks: tuple[IndicatorBlock, ...]) -> Iterator[Finding]:
    """`1 2 3 4` read as a row: numbers of columns that the table has not."""
    for block in blocks:
        for row in block.rows:
            if _is_numbers(row):
                yield finding("tata-letak-ragu", about_block(block, "rows"), baris=row.row)


def _is_numbers(row: IndicatorRow) -> bool:
    printed = [row.cells[role].text.as_printed for role in column_roles() if role in row.cells]
    texts = [text for text in printed if text]
    return len(texts) >= _NUMBERED and all(_COLUMN_NUMBER.fullmatch(text) for text in texts)


def _numbers_in_texts(blocks: tuple[IndicatorBlock, ...]) -> Iterator[Finding]:
    """`No, SASARAN KINERJA` over `1 Tersedianya dokumen`: the column of numbers was read with the one beside it."""
    for block in blocks:
        mixed = [one.role for one in block.headings if _begins_with_number(value_of(one.text).split())]
        for row in block.rows if NO not in {one.role for one in block.headings} else ():
            for role, cell in row.cells.items():
                if role in mixed and _BESIDE.match(cell.text.as_printed):
                    said = quoted(cell.text, 60)
                    about = about_block(block, f"rows/{row.row}/{role}", cell.text)
                    yield finding("tata-letak-ragu", about, berangka=said)
                    yield finding("tata-letak-ragu", about_block(block, f"rows/{row.row}/{NO}"), berangka=said)


def _begins_with_number(words: Sequence[str]) -> bool:
    """Does a heading of several words begin with one that heads numbers (`NO`)?"""
    return len(words) > 1 and role_of_heading(words[0].strip(".,:")) == NO


def _side_by_side(blocks: tuple[IndicatorBlock, ...]) -> Iterator[Finding]:
    """`ESELON II` over `SASARAN | INDIKATOR`, `ESELON III` over `SASARAN | INDIKATOR`: tables beside each other, each
    with a holder of its own, read as one."""
    for block in blocks:
        groups = sorted(set(_over_indicators([tuple(value_of(heading.text).split()) for heading in block.headings])))
        if block.rows and len(groups) > 1:
            over = ", ".join(f"“{' '.join(words)}”" for words in groups)
            yield finding("tata-letak-ragu", about_block(block, "rows"), kelompok=over)


def _over_indicators(headings: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The words of an upper level over a column of indicators and another one."""
    for words in headings:
        for end in range(len(words) - 1, 0, -1):
            beside = any(other[:end] == words[:end] and other != words for other in headings)
            if beside and role_of_heading(" ".join(words[end:])) == INDIKATOR:
                yield words[:end]
                break
