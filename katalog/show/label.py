"""Where a finding stands, for people: `IKI 12 (Pengelola Data), baris 3`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bahasa.block_kinds import about_kind, block_named
from bahasa.parts import preamble_fields
from bahasa.temuan import Lang, row_of_field
from katalog.show.column_findings import row_ranges
from katalog.text import value_of
from schemas.base import Finding, Place
from schemas.catalogue import Catalogue

#: Lists of the preamble are called as they are printed, in both languages.
_LISTS = {part.field: part.id for part in preamble_fields("items")}
#: The parts of a field's path that a person knows, by language; `decree`, `page` and `lines` are those of the rest.
_NAMES: Mapping[Lang, Mapping[str, str]] = {
    "id": {
        "decree": "Keputusan", "page": "hlm.", "lines": "brs. teks", "rows": "baris", "fungsi": "fungsi",
        "tujuan": "tujuan", "diktum": "diktum", "lampiran": "lampiran", "headings": "kolom", "targets": "target",
        **_LISTS,
    },
    "en": {
        "decree": "Decree", "page": "p.", "lines": "text l.", "rows": "row", "fungsi": "fungsi",
        "tujuan": "tujuan", "diktum": "diktum", "lampiran": "lampiran", "headings": "column", "targets": "target",
        **_LISTS,
    },
}  # fmt: skip


def located(finding: Finding, catalogue: Catalogue, lang: Lang = "id", rows: Sequence[int] = ()) -> str:
    """The holder, the place in it, and page or lines; `Keputusan` for the decree itself. `rows`: all rows that the same
    is said of (`baris 2–11`, the page of the first)."""
    names = _NAMES[lang]
    within, printed = _within(finding.field, names), _printed_at(finding.places, names)
    if rows:
        within = within.replace(f"{names['rows']} {row_of_field(finding.field)}", f"{names['rows']} {row_ranges(rows)}")
    return ", ".join(part for part in (_holder(finding, catalogue, names), within, printed) if part)


def rows_named(finding: Finding, rows: Sequence[int], lang: Lang = "id") -> str:
    """The table of a finding and rows of it: `IKI 2, baris 1–11`."""
    return f"{block_named(finding.kind, finding.order or 0, ' ')}, {_NAMES[lang]['rows']} {row_ranges(rows)}"


def _holder(finding: Finding, catalogue: Catalogue, names: Mapping[str, str]) -> str:
    if finding.order is None:
        return names["decree"]
    name = block_named(finding.kind, finding.order, " ")
    found = (b for b in catalogue.blocks if (b.kind, b.order) == (finding.kind, finding.order))
    block = next(found, None)
    return f"{name} ({value_of(block.jabatan)})" if block is not None and not about_kind(finding.kind).agency else name


def _within(field: str, names: Mapping[str, str]) -> str:
    """`rows/3/target` as `baris 3`, `rows/3/targets/2` as `baris 3, target 2`, `preamble/mengingat/12` as
    `Mengingat 12`; empty where the field is the whole."""
    steps = field.removeprefix("preamble/").split("/")
    pairs = (pair for pair in zip(steps[::2], steps[1::2], strict=False) if pair[0] in names and pair[1].isdecimal())
    return ", ".join(f"{names[part]} {number}" for part, number in pairs)


def _printed_at(places: tuple[Place, ...], names: Mapping[str, str]) -> str:
    if not places:
        return ""
    place = places[0]
    if place.page is not None:
        return f"{names['page']} {place.page}"
    if place.lines is None:
        return ""
    first, last = place.lines
    return f"{names['lines']} {first}" if first == last else f"{names['lines']} {first}–{last}"


#: Steps of a path that `located` says nothing of.
_STEPS = {"others": "lain", "unparsed": "tak terbaca", "tables": "tabel", "cells": "sel", "sumber_data": "sumber data"}


def path_named(path: str) -> str:
    """The path of a field for people, in Indonesian.

    >>> path_named("IKI/3/rows/2/rumus"), path_named("preamble/mengingat/4"), path_named("preamble/penetapan/tanggal")
    ('IKI 3 baris 2 rumus', 'Mengingat 4', 'penetapan tanggal')
    """
    steps = path.removeprefix("preamble/").split("/")
    names = {**_NAMES["id"], **_STEPS}
    return " ".join(names.get(step, step) for step in steps)
