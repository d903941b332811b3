"""The units of a decree with the forms in which they are printed, and the units that each row's sumber data names.

A sumber data that names no unit of the decree (`Bidang pengadaan dan Pemberhentian`) is listed without an id: it is for
a person to say which unit was meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bahasa.acronyms import acronym
from bahasa.fold import fold_words
from bahasa.roles import SUMBER_DATA
from bahasa.units import led_by, unit_phrase
from katalog.assemble.identity import full_slug
from katalog.assemble.units import INSTANSI, is_agency, led_units, units_named
from katalog.text import value_of
from schemas.catalogue import IndicatorBlock, IndicatorRow, ListedUnit, UnitForm

#: (id or None, name, form as printed)
Mention = tuple[str | None, str, str]


def list_units(
    blocks: Sequence[IndicatorBlock], instansi: str | None
) -> tuple[tuple[IndicatorBlock, ...], tuple[ListedUnit, ...]]:
    """The blocks with each row linked to the units that its sumber data names, and the units in the order of the
    decree, those without an id last."""
    known = led_units(blocks, instansi)
    # the same few phrases stand in hundreds of rows
    mentions = lru_cache(maxsize=1024)(lambda value, printed: _mentions(value, printed, instansi, known))
    found: list[Mention] = []
    linked = []
    for block in blocks:
        found += _holder(block, instansi, known)
        rows = []
        for row in block.rows:
            named = mentions(*_sumber_data(row))
            found += named
            ids = tuple(dict.fromkeys(unit for unit, _, _ in named if unit is not None))
            rows.append(row.model_copy(update={"sumber_data_units": ids}) if ids else row)
        linked.append(block.model_copy(update={"rows": tuple(rows)}))
    return tuple(linked), _listed(found)


def _sumber_data(row: IndicatorRow) -> tuple[str, str]:
    """The sumber data of a row, normalized and printed; where a merged cell spans the row, that of the merged cell."""
    cell = row.cells.get(SUMBER_DATA)
    value = value_of(cell.text) if cell is not None else ""
    return value, cell.text.as_printed or value if cell is not None else ""


def _holder(block: IndicatorBlock, instansi: str | None, known: dict[str, str]) -> list[Mention]:
    """The unit that the block's holder is or leads, as printed in the holder's name."""
    unit, printed = block.unit, block.jabatan.as_printed
    led = led_by(printed)
    if unit.basis == "instansi":
        whole = led is None or led.whole
        return [(INSTANSI, instansi or unit.nama, led.nama if led else printed)] if whole else []
    if unit.basis != "own":
        return []
    name = led.nama if led else printed.rstrip(" .")
    # `Sekretaris Badan` leads the Sekretariat, but doesn't print it
    form = name if fold_words(name) in fold_words(printed) else ""
    return [(unit.id, known.get(fold_words(unit.nama), unit.nama), form)]


def _mentions(value: str, printed: str, instansi: str | None, known: dict[str, str]) -> list[Mention]:
    names = units_named(value, known)
    if names:
        return [(full_slug(known[name]), known[name], _form(name, printed)) for name in names]
    if instansi and _is_agency(value, instansi):
        return [(INSTANSI, instansi, printed)]
    phrase = unit_phrase(value)
    return [(None, value if fold_words(value) == phrase else phrase, printed)] if phrase else []


def _is_agency(value: str, instansi: str) -> bool:
    """The agency's name or acronym and nothing else: `BKP Pusat` is another agency's."""
    return value == acronym(instansi) or (len(value.split()) > 1 and is_agency(value, instansi))


def _form(name: str, printed: str) -> str:
    """The name as it is printed: its words, or, where one of them is misspelled, from its first word on."""
    words = name.split()
    exact = re.search(r"[\W_]+".join(map(re.escape, words)), printed, re.IGNORECASE)
    if exact:
        return exact[0]
    start = re.search(rf"\b{re.escape(words[0])}\b", printed, re.IGNORECASE)
    return printed[start.start() :] if start else printed


def _listed(found: Sequence[Mention]) -> tuple[ListedUnit, ...]:
    forms: dict[tuple[str | None, str], Counter[str]] = {}
    names: dict[str | None, str] = {}
    for unit, name, form in found:
        name = names.setdefault(unit, name) if unit is not None else name
        forms.setdefault((unit, fold_words(name)), Counter())[form] += 1
    spelled = {(unit, fold_words(name)): name for unit, name, _ in reversed(found)}
    spelled.update({(unit, fold_words(name)): name for unit, name in names.items()})
    ordered = sorted(forms, key=lambda key: key[0] is None)
    return tuple(ListedUnit(id=key[0], nama=spelled[key], bentuk=tuple(_counted(forms[key]))) for key in ordered)


def _counted(forms: Counter[str]) -> Iterator[UnitForm]:
    """The printed forms, the most frequent first."""
    for form, count in sorted(forms.items(), key=lambda pair: (-pair[1], pair[0])):
        if form:
            yield UnitForm(as_printed=form, count=count)
