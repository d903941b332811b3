"""Dates and years that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bahasa.block_kinds import block_named
from bahasa.date import month_names
from bahasa.parts import preamble_fields
from bahasa.roles import TARGET, roles_where
from bahasa.temuan import About, about_text, finding
from katalog.assemble.decree_data import LATE_MONTH, periode_of
from katalog.assemble.findings.place import about_block
from katalog.text import value_of
from schemas.base import Finding, Role
from schemas.catalogue import Catalogue, DecreeData, IndicatorBlock, IndicatorRow, Periode
from schemas.decree import Text

_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d{2}(?![\d,/]|\.\d)")
# a regulation's year says nothing about the row's: `Perda Nomor 5 Tahun 2003`
_CITATION = re.compile(r"\S*\d\S*\s+tahun\s+(?:19|20)\d{2}\b", re.IGNORECASE)
_NAMED_YEAR = re.compile(r"\btahun\s+(?:anggaran\s+)?((?:19|20)\d{2})\b|\b(20\d{2})\s*(?:$|[,;.)])", re.IGNORECASE)


def check_dates(catalogue: Catalogue) -> list[Finding]:
    """Findings about the dates of the decree, then about the years of each block."""
    decree = catalogue.decree
    found = [*_closings(catalogue), *_own_year(decree), *_periods(catalogue), *_laws(decree)]
    for block in catalogue.blocks:
        found += _headings(block, decree)
        for row in block.rows:
            found += _row(block, row, decree.periode)
    return found


def spelled(iso: str) -> str:
    """`2022-12-29` as `29 Desember 2022`."""
    day = date.fromisoformat(iso)
    return f"{day.day} {month_names()[day.month - 1]} {day.year}"


def _closings(catalogue: Catalogue) -> Iterator[Finding]:
    own = catalogue.decree.ditetapkan.tanggal
    for position, lampiran in enumerate(catalogue.lampiran, start=1):
        other = lampiran.ditetapkan.tanggal
        if own and other and own != other:
            origin = lampiran.origins["ditetapkan.tanggal"]
            text = Text(as_printed=origin.as_printed, places=origin.places)
            about = about_text(text, f"lampiran/{position}/ditetapkan")
            yield finding("tanggal-berbeda", about, tanggal=spelled(own), lampiran=spelled(other))


def _own_year(decree: DecreeData) -> Iterator[Finding]:
    if decree.tahun and decree.ditetapkan.tanggal and int(decree.ditetapkan.tanggal[:4]) != decree.tahun:
        when = spelled(decree.ditetapkan.tanggal)
        yield finding("tahun-berbeda", About(field="tahun"), tahun=decree.tahun, tanggal=when)


def _periods(catalogue: Catalogue) -> Iterator[Finding]:
    decree = catalogue.decree
    named: list[tuple[str, Text]] = []
    if decree.menetapkan is not None:
        named.append(("Menetapkan", decree.menetapkan))
    named += [
        (f"Judul {block_named(block.kind, block.order, ' ')}", text)
        for block in catalogue.blocks
        for text in block.judul
    ]
    for name, text in named:
        periode = periode_of(value_of(text))
        if periode and decree.periode and not _within(periode, decree.periode):
            about = about_text(text, "periode")
            own = _years(decree.periode)
            yield finding("periode-berbeda", about, tempat=name, tahun=_years(periode), periode=own)


def _within(inner: Periode, outer: Periode) -> bool:
    return outer.awal <= inner.awal and inner.akhir <= outer.akhir


def _years(periode: Periode) -> str:
    return str(periode.awal) if periode.awal == periode.akhir else f"{periode.awal}–{periode.akhir}"


def _laws(decree: DecreeData) -> Iterator[Finding]:
    for part in preamble_fields("items"):
        for position, entry in enumerate(getattr(decree, part.field), start=1):
            year = entry.law.tahun if entry.law else None
            if year and decree.tahun and year > decree.tahun:
                about = about_text(entry.text, f"{part.field}/{position}")
                yield finding("peraturan-mendahului", about, bagian=part.id, tahun=year, keputusan=decree.tahun)


def _headings(block: IndicatorBlock, decree: DecreeData) -> Iterator[Finding]:
    at = _target_column(block)
    if at is not None:
        heading = block.headings[at]
        for year in _YEAR.findall(value_of(heading.text)):
            yield from _target_year(int(year), decree, about_block(block, f"headings/{at + 1}", heading.text))


def _target_column(block: IndicatorBlock) -> int | None:
    """The place of the target's heading. A table of years prints others beside the document's as a matter of course:
    of several only the chosen one is compared with the decree, or none."""
    targets = [at for at, heading in enumerate(block.headings) if heading.role == TARGET]
    if len(targets) == 1:
        return targets[0]
    chosen = {one.position for row in block.rows for one in row.targets if one.chosen}
    return targets[chosen.pop() - 1] if chosen and len(targets) > 1 else None


def _target_year(year: int, decree: DecreeData, about: About) -> Iterator[Finding]:
    """What is wrong with the year that a target column is for."""
    periode, set_on = decree.periode, decree.ditetapkan.tanggal
    if periode and not periode.awal <= year <= periode.akhir:
        yield finding("tahun-target", about, tahun=year, periode=_years(periode))
    elif set_on and (year < int(set_on[:4]) or (year == int(set_on[:4]) and int(set_on[5:7]) >= LATE_MONTH)):
        yield finding("tahun-target", about, tahun=year, tanggal=spelled(set_on))


def _row(block: IndicatorBlock, row: IndicatorRow, periode: Periode | None) -> Iterator[Finding]:
    years: dict[int, tuple[Role, Text]] = {}
    for role in roles_where(lambda role: role.years):
        cell = row.cells.get(role)
        if cell is None or cell.span != "own":
            continue
        value = value_of(cell.text)
        # most cells name no year
        if "20" not in value and "19" not in value:
            continue
        for match in _NAMED_YEAR.finditer(_CITATION.sub("", value)):
            years.setdefault(int(match[1] or match[2]), (role, cell.text))
    for year, (role, text) in sorted(years.items()):
        # a single year is compared with others as a matter of course; a period of several is meant to hold them all
        if periode and periode.awal < periode.akhir and not periode.awal <= year <= periode.akhir:
            about = about_block(block, f"rows/{row.row}/{role}", text)
            yield finding("tahun-di-luar-periode", about, tahun=year, periode=_years(periode))
    if len(years) > 1:
        listed = " dan ".join(map(str, sorted(years)))
        role, text = years[max(years)]
        yield finding("tahun-tidak-seragam", about_block(block, f"rows/{row.row}/{role}", text), tahun=listed)
