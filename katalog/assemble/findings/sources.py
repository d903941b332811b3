"""Sumber data against the units of the decree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bahasa.roles import SUMBER_DATA
from bahasa.temuan import finding
from bahasa.units import unit_phrase
from katalog.assemble.findings.place import about_block
from katalog.assemble.units import led_units, mentions, unit_named
from katalog.text import value_of
from schemas.base import Finding
from schemas.catalogue import Catalogue, IndicatorBlock
from schemas.decree import Text


def check_sources(catalogue: Catalogue) -> list[Finding]:
    """Findings for each jabatan: units that the decree doesn't know, and a majority that names another unit."""
    known = led_units(catalogue.blocks, catalogue.decree.instansi)
    found: list[Finding] = []
    if not known:
        # nothing to compare with: the file lists no head of a unit
        return found
    for block in catalogue.blocks:
        found += _unknown(block, known)
        found += _other_unit(block, known)
    return found


def _unknown(block: IndicatorBlock, known: dict[str, str]) -> Iterator[Finding]:
    """One finding for each unknown name, however many rows print it."""
    rows: dict[str, list[int]] = {}
    first: dict[str, Text] = {}
    for row in block.rows:
        cell = row.cells.get(SUMBER_DATA)
        phrase = unit_phrase(value_of(cell.text)) if cell is not None and cell.span == "own" else None
        if cell is None or phrase is None or unit_named(value_of(cell.text), known):
            continue
        rows.setdefault(phrase, []).append(row.row)
        first.setdefault(phrase, cell.text)
    for phrase, numbers in rows.items():
        text = first[phrase]
        about = about_block(block, f"rows/{numbers[0]}/sumber_data", text)
        yield finding("sumber-data-tanpa-unit", about, teks=value_of(text), baris=_listed(numbers))


def _listed(numbers: list[int]) -> str:
    """`1–4, 6`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(start) if start == end else f"{start}–{end}" for start, end in runs)


def _other_unit(block: IndicatorBlock, known: dict[str, str]) -> Iterator[Finding]:
    # a head may well draw on the units below (a Sekretaris on the sub bagian), staff on their own unit
    if block.unit.basis != "superior":
        return
    named = Counter(mentions(block.rows, known))
    if not named:
        return
    most, count = max(named.items(), key=lambda pair: (pair[1], pair[0]))
    if block.unit.agreeing * 2 >= block.unit.naming or count <= block.unit.agreeing:
        return
    about, naming = about_block(block, "unit"), block.unit.naming
    yield finding("unit-berbeda", about, unit=block.unit.nama, jumlah=count, semua=naming, lain=known[most])
