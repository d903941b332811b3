"""A jabatan whose fungsi or table repeats another's, and entries that a list prints twice: usual traces of copying."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from bahasa.block_kinds import about_kind
from bahasa.fold import fold_words
from bahasa.roles import INDIKATOR, roles_where
from bahasa.temuan import About, finding
from katalog.assemble.findings.place import about_block, name_of, quoted
from katalog.text import value_of
from schemas.base import Finding
from schemas.catalogue import Catalogue, IndicatorBlock
from schemas.decree import Text

#: Share of common entries (of all that either has) from which two lists are one copied from the other.
COPIED = 0.8
#: Shorter lists agree by chance.
ENOUGH = 3


def check_copies(catalogue: Catalogue) -> list[Finding]:
    """Findings for each pair of jabatan, then within each block."""
    holders = [block for block in catalogue.blocks if about_kind(block.kind).duties]
    found: list[Finding] = []
    for about, said in _copies(holders, _fungsi_texts, "fungsi"):
        found.append(finding("fungsi-ganda", about, **said))
    for about, said in _copies(holders, _row_texts, "rows"):
        found.append(finding("tabel-ganda", about, **said))
    for block in catalogue.blocks:
        found += _repeated(block)
    return found


def _fungsi_texts(block: IndicatorBlock) -> frozenset[str]:
    return frozenset(fold_words(value_of(item.text)) for item in block.fungsi)


def _row_texts(block: IndicatorBlock) -> frozenset[str]:
    return frozenset(" | ".join(_cells(block, position)) for position in range(len(block.rows)))


def _cells(block: IndicatorBlock, position: int) -> list[str]:
    cells = block.rows[position].cells
    return [fold_words(value_of(cells[role].text)) for role in roles_where(lambda role: role.identity) if role in cells]


def _copies(
    blocks: Sequence[IndicatorBlock], texts: Callable[[IndicatorBlock], frozenset[str]], field: str
) -> Iterator[tuple[About, dict[str, str | int]]]:
    """The second of each pair whose lists are one copied from the other, with what its finding says."""
    sets = [(block, texts(block)) for block in blocks]
    for (first, ours), (second, theirs) in combinations([pair for pair in sets if len(pair[1]) >= ENOUGH], 2):
        common = len(ours & theirs)
        if common >= COPIED * len(ours | theirs):
            said: dict[str, str | int] = {"sama": common, "semua": len(theirs), "jabatan": name_of(first)}
            yield about_block(second, field), said


def _repeated(block: IndicatorBlock) -> Iterator[Finding]:
    fungsi = [(f"fungsi/{number}", item.text) for number, item in enumerate(block.fungsi, start=1)]
    for field, text, first in _twice(fungsi):
        yield finding("fungsi-berulang", about_block(block, field, text), teks=quoted(text), urutan=first)
    rows = [(row, row.cells[INDIKATOR]) for row in block.rows if INDIKATOR in row.cells]
    own = [(f"rows/{row.row}/indikator", cell.text) for row, cell in rows if cell.span == "own"]
    for field, text, first in _twice(own):
        yield finding("indikator-berulang", about_block(block, field, text), teks=quoted(text), urutan=first)


def _twice(texts: Sequence[tuple[str, Text]]) -> Iterator[tuple[str, Text, int]]:
    """Field, text and the 1-based position of its first printing, for each text printed again."""
    seen: dict[str, int] = {}
    for position, (field, text) in enumerate(texts, start=1):
        key = fold_words(value_of(text))
        if key in seen:
            yield field, text, seen[key]
        elif key:
            seen[key] = position
