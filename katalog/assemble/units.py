"""The organizational unit of each holder.

A decree lists the jabatan of a unit below the jabatan that leads it: `Kepala Sub Bagian Umum dan Kepegawaian`, then its
staff. The sumber data of their rows usually names the same unit and is the second witness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from bahasa.block_kinds import about_kind
from bahasa.fold import fold_words
from bahasa.roles import SUMBER_DATA
from bahasa.units import Led, leads, led_by, names_unit, unit_phrase
from katalog.assemble.identity import full_slug
from katalog.assemble.unit_forms import canonical_names, same_numbers
from katalog.text import value_of
from schemas.catalogue import IndicatorBlock, IndicatorRow, Unit
from schemas.decree import Block, Row

#: Two spellings of one unit differ by a letter or two (`Sub Bagian Umum dan Kepegawain`).
ALIKE = 0.92
INSTANSI = "instansi"


def is_agency(nama: str, instansi: str | None) -> bool:
    """Whether a unit is the whole agency: its name begins that of the agency (`... KABUPATEN PASER` may follow)."""
    return bool(instansi) and f"{fold_words(instansi or '')} ".startswith(f"{fold_words(nama)} ")


def units_of(blocks: Sequence[Block], instansi: str | None) -> list[Unit]:
    """The unit of each block, in their order. Blocks of kinds IKU and PK stand for themselves."""
    known = led_units(blocks, instansi)
    current: str | None = None
    units = []
    for block in blocks:
        led = _one_name(led_by(value_of(block.jabatan)), known)
        if about_kind(block.kind).agency:
            unit = _holder(block, led, instansi)
        elif led and (led.whole or is_agency(led.nama, instansi)):
            unit, current = _agency(instansi or led.nama, "memimpin seluruh instansi"), None
        elif led:
            unit, current = _named(led.nama, "own", f"dipimpin oleh {value_of(block.jabatan)}"), led.nama
        elif leads(value_of(block.jabatan)):
            # a head of its own, and so is whoever stands below it
            unit, current = _unknown(instansi, "memimpin unit yang tidak disebut oleh namanya"), None
        else:
            unit = _below(block, current, known, instansi)
        units.append(_witnessed(unit, block, known))
    return units


def led_units(blocks: Sequence[Block] | Sequence[IndicatorBlock], instansi: str | None) -> dict[str, str]:
    """Folded name to printed name of every unit that the decree itself defines by its head. Forms that are slips of one
    name (`Sub Bagian Umum dan Kepegawain`) have that name."""
    led = (led_by(value_of(block.jabatan)) for block in blocks)
    return canonical_names(one.nama for one in led if one and not one.whole and not is_agency(one.nama, instansi))


def _one_name(led: Led | None, known: dict[str, str]) -> Led | None:
    """The unit under the one name that it has in this decree."""
    return led if led is None or led.whole else Led(known.get(fold_words(led.nama), led.nama), False)


def _holder(block: Block, led: Led | None, instansi: str | None) -> Unit:
    nama = value_of(block.jabatan)
    if led and not led.whole:
        return _named(led.nama, "own", f"dipimpin oleh {nama}")
    if names_unit(nama):
        return _named(nama.rstrip(" ."), "own", "pemegang indikator")
    if led or instansi is None or _alike(fold_words(nama), fold_words(instansi)) >= ALIKE or is_agency(nama, instansi):
        return _agency(instansi or nama, "pemegang indikator")
    return _named(nama, "own", "pemegang indikator")


def _alike(first: str, second: str) -> float:
    return Indel.normalized_similarity(first, second)


def _agency(nama: str, evidence: str) -> Unit:
    return Unit(id=INSTANSI, nama=nama, basis="instansi", evidence=evidence)


def _named(nama: str, basis: str, evidence: str) -> Unit:
    return Unit.model_validate({"id": full_slug(nama), "nama": nama, "basis": basis, "evidence": evidence})


def _below(block: Block, current: str | None, known: dict[str, str], instansi: str | None) -> Unit:
    if current is not None:
        return _named(current, "superior", f"tercantum di bawah kepala {current}")
    named = Counter(mentions(block.rows, known)).most_common(1)
    if named:
        return _named(known[named[0][0]], "source_data", "disebut oleh sumber data")
    return _unknown(instansi, "tidak ada kepala unit di atasnya")


def _unknown(instansi: str | None, evidence: str) -> Unit:
    return Unit(id=INSTANSI, nama=instansi or "", basis="none", evidence=evidence)


def _witnessed(unit: Unit, block: Block, known: dict[str, str]) -> Unit:
    named = mentions(block.rows, known)
    agreeing = sum(name == fold_words(unit.nama) for name in named)
    return unit.model_copy(update={"agreeing": agreeing, "naming": len(named)})


def mentions(rows: Sequence[Row] | Sequence[IndicatorRow], known: dict[str, str]) -> list[str]:
    """The known unit (folded) that each row's sumber data names, for the rows that name one."""
    cells = (row.cells.get(SUMBER_DATA) for row in rows)
    found = (unit_named(value_of(cell.text), known) for cell in cells if cell is not None)
    return [name for name in found if name is not None]


def unit_named(sumber_data: str, known: dict[str, str]) -> str | None:
    """The known unit (folded) that a sumber data names, be it with a slip of the pen; the longest where several do."""
    return max(units_named(sumber_data, known), key=lambda name: (len(name), name), default=None)


def units_named(sumber_data: str, known: dict[str, str]) -> list[str]:
    """All known units (folded) that a sumber data names, in their order there; a name inside a longer one is none."""
    words, phrase = f" {fold_words(sumber_data)} ", unit_phrase(sumber_data)
    named = [name for name in known if f" {name} " in words]
    alike = [name for name in known if phrase and same_numbers(name, phrase) and _alike(name, phrase) >= ALIKE]
    if alike:
        named.append(max(alike, key=lambda name: (_alike(name, phrase or ""), name)))
    whole = [name for name in named if not any(name != other and f" {name} " in f" {other} " for other in named)]
    return sorted(dict.fromkeys(whole), key=lambda name: (words.find(name), name))
