"""Where a finding stands, for people: `IKI 12 (Pengelola Data), baris 3`."""

from __future__ import annotations

from katalog.text import value_of
from schemas.base import Finding, Place
from schemas.catalogue import Catalogue

_PARTS = {
    "rows": "baris",
    "fungsi": "fungsi",
    "tujuan": "tujuan",
    "mengingat": "Mengingat",
    "menimbang": "Menimbang",
    "diktum": "diktum",
    "lampiran": "lampiran",
    "headings": "kolom",
}


def located(finding: Finding, catalogue: Catalogue) -> str:
    """The holder, the place in it, and page or lines; `Keputusan` for the decree itself."""
    parts = [_holder(finding, catalogue), _within(finding.field), _printed_at(finding.places)]
    return ", ".join(part for part in parts if part)


def _holder(finding: Finding, catalogue: Catalogue) -> str:
    if finding.kind is None:
        return "Keputusan"
    name = f"{finding.kind} {finding.order}"
    found = (b for b in catalogue.blocks if (b.kind, b.order) == (finding.kind, finding.order))
    block = next(found, None)
    return f"{name} ({value_of(block.jabatan)})" if block is not None and finding.kind != "IKU" else name


def _within(field: str) -> str:
    """`rows/3/target` as `baris 3`, `mengingat/12` as `Mengingat 12`; empty where the field is the whole."""
    part, _, rest = field.partition("/")
    number = rest.partition("/")[0]
    return f"{_PARTS[part]} {number}" if part in _PARTS and number.isdecimal() else ""


def _printed_at(places: tuple[Place, ...]) -> str:
    if not places:
        return ""
    place = places[0]
    if place.page is not None:
        return f"hlm. {place.page}"
    if place.lines is None:
        return ""
    first, last = place.lines
    return f"brs. teks {first}" if first == last else f"brs. teks {first}–{last}"
