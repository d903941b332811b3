"""Laws and dates of the preamble and of the lampiran's closings.

Input: a decree whose texts have values. Output: the decree with `Item.law` (Mengingat, and in Memperhatikan where an
entry cites a regulation) and `Penetapan.tanggal_iso` set, and findings about what can't be read.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.date import read_date
from bahasa.law import parse_law
from bahasa.parts import DecreePart, preamble_fields
from bahasa.temuan import finding, shorten
from normalize.place import Field
from schemas.base import Finding
from schemas.decree import Decree, Item, Penetapan


def cite(decree: Decree) -> tuple[Decree, list[Finding]]:
    """The decree with its laws and dates read."""
    findings: list[Finding] = []
    preamble = decree.preamble
    cited = {
        part.field: _cited(part, getattr(preamble, part.field), findings)
        for part in preamble_fields("items")
        if part.cites != "never"
    }
    penetapan = _date(preamble.penetapan, "preamble", findings)
    lampiran = tuple(
        part.model_copy(update={"penetapan": _date(part.penetapan, f"lampiran/{i}", findings)})
        for i, part in enumerate(decree.lampiran, 1)
    )
    read = preamble.model_copy(update={**cited, "penetapan": penetapan})
    return decree.model_copy(update={"preamble": read, "lampiran": lampiran}), findings


def _cited(part: DecreePart, items: Sequence[Item], findings: list[Finding]) -> tuple[Item, ...]:
    fields = (Field(f"preamble/{part.field}/{i}", part.field) for i in range(1, len(items) + 1))
    return tuple(_law(part, item, field, findings) for item, field in zip(items, fields, strict=True))


def _law(part: DecreePart, item: Item, field: Field, findings: list[Finding]) -> Item:
    """The item with the regulation that it cites; where it need not be one (`Berita Acara Rapat ...`), as it is."""
    text = item.text.value or ""
    law = parse_law(text)
    if law is None:
        if part.cites == "always":
            findings.append(finding("hukum-tak-terbaca", field.about(item.text), teks=shorten(text)))
        return item
    lacking = [name for name in ("nomor", "tahun", "tentang") if getattr(law, name) is None]
    if lacking and not law.jenis.startswith("Undang-Undang Dasar"):
        about, lacks = field.about(item.text), ", ".join(lacking)
        findings.append(finding("hukum-tak-lengkap", about, bagian=part.id, teks=shorten(text), kurang=lacks))
    return item.model_copy(update={"law": law})


def _date(penetapan: Penetapan | None, path: str, findings: list[Finding]) -> Penetapan | None:
    if penetapan is None or penetapan.tanggal is None:
        return penetapan
    text = penetapan.tanggal.value or ""
    date = read_date(text)
    if date is None:
        field = Field(f"{path}/penetapan/tanggal", "tanggal")
        findings.append(finding("tanggal-tak-terbaca", field.about(penetapan.tanggal), teks=shorten(text)))
    return penetapan.model_copy(update={"tanggal_iso": date})
