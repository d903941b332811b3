"""Random tables of anything but indicators: people, programs and money, a calendar, things. What is learned from them
is that not every table has an indikator.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

Phrases = dict[str, list[str]]
#: Headings, cells and role of a column.
StrangeColumn = tuple[tuple[str, ...], tuple[str, ...], str]

#: Share of these tables that show two persons side by side; what they say of each.
_PERSONS = 0.12
_SAID = ("Nama", "NIP", "Pangkat/Gol. Ruang", "Jabatan", "Unit Kerja", "Instansi")


def table_of_others(rng: random.Random, terms: dict[str, Any], phrases: Phrases) -> list[StrangeColumn]:
    """A table with a column of numbers and two to five others, of 2 to 12 rows."""
    if rng.random() < _PERSONS:
        return _two_persons(rng, terms["orang"]["kepala"], phrases)
    count = rng.randint(2, 12)
    cases: list[Callable[[str], str]] = [str, str.upper, str.title]
    case = rng.choice(cases)
    numbers = tuple(str(i) for i in range(1, count + 1))
    columns: list[StrangeColumn] = [((case(rng.choice(terms["peran"]["no"])),), numbers, "no")]
    for kind in rng.sample(sorted(terms["tabel_lain"]), rng.randint(2, 5)):
        cells = tuple(_cell(kind, rng, phrases) for _ in range(count))
        columns.append(((case(rng.choice(terms["tabel_lain"][kind])),), cells, "others"))
    return columns


def _two_persons(rng: random.Random, heads: list[list[str]], p: Phrases) -> list[StrangeColumn]:
    """`NO | PEGAWAI YANG DINILAI | NO | PEJABAT PENILAI` over who they are, label and value in one column or two."""
    said = _SAID[: rng.randint(4, len(_SAID))]
    labels = tuple(label.upper() for label in said) if rng.random() < 0.5 else said
    numbers = tuple(str(i) for i, _ in enumerate(labels, 1))
    apart = rng.random() < 0.5
    columns: list[StrangeColumn] = []
    for name in rng.choice(heads):
        unit = f"{rng.choice(p['unit'])} {rng.choice(p['bidang'])}"
        person = (rng.choice(p["nama"]), "19680101 199003 1 001", "Penata / III/c")
        values = (*person, _cell("jabatan", rng, p), unit, "Pemerintah Daerah")
        columns.append((("NO",), numbers, "no" if not columns else "others"))
        if apart:
            columns.append(((name,), labels, "others"))
            columns.append(((name,), values[: len(labels)], "others"))
        else:
            joined = tuple(f"{label} {value}" for label, value in zip(labels, values, strict=False))
            columns.append(((name,), joined, "others"))
    return columns


def _cell(kind: str, rng: random.Random, p: Phrases) -> str:
    match kind:
        case "uang":
            return f"{rng.randint(1, 999)}.{rng.randint(100, 999)}.000"
        case "tanggal":
            return f"{rng.randint(1, 30)} {rng.choice(['Januari', 'Maret', 'Juli'])} 2023"
        case "jabatan":
            return f"{rng.choice(p['jabatan'])} {rng.choice(p['bidang'])}"
        case "kegiatan":
            return f"{rng.choice(p['upaya'])} {rng.choice(p['hal'])}"
        case "banyak":
            return str(rng.randint(1, 200))
    return rng.choice(p[kind])
