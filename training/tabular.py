"""Random tables of indicators, as columns with their roles, to learn what columns mean.

Contents are rows of drawn_rows.py; headings come from terms.toml and are dropped, misspelled, broken, shortened or
replaced by a word that nobody knows, so that what stands in the cells, and beside them, must speak as well.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.table.meaning.evidence import SeenColumn
from training.beside import with_others_beside
from training.drawn_rows import HERE, Cells, phrases, plain_rows
from training.reasons import MadeColumn, with_reasons
from training.stacked import at_times_stacked
from training.strangers import table_of_others

_KEEPERS = ("Bidang", "Kepala Bidang", "Seksi", "Sekretariat", "Kepala Sub Bagian")
#: Share of tables that are none of indicators.
_STRANGERS = 0.06
_CONSONANTS, _VOWELS = "bcdfghjklmnprst", "aiueo"


@dataclass(frozen=True, slots=True)
class TruthfulColumn:
    """A column as it is seen, and its true role."""

    seen: SeenColumn
    role: str


@cache
def terms() -> dict[str, Any]:
    """The headings to draw from."""
    return tomllib.loads((HERE / "terms.toml").read_text(encoding="utf-8"))


def random_table(
    rng: random.Random, gold: Sequence[Sequence[Cells]], noise: float = 0.5, beside: bool = True
) -> list[TruthfulColumn]:
    """A table of 2 to 14 rows; each heading is spoilt with a probability of `noise`. `beside`: at times with columns
    that look like its own."""
    if rng.random() < _STRANGERS:
        made = table_of_others(rng, terms(), phrases())
        return [TruthfulColumn(SeenColumn(names, cells), role) for names, cells, role in made]
    rows = plain_rows(rng, rng.choice(gold))
    start = rng.randrange(len(rows) - 1) if len(rows) > 3 and rng.random() < 0.4 else 0
    rows = rows[start : start + 14]
    columns = with_reasons(rng, _columns(rng, rows), terms(), phrases())
    columns = with_others_beside(rng, columns, terms(), phrases()) if beside else columns
    columns = at_times_stacked(rng, columns)
    if rng.random() < 0.1:
        columns = [(names, [""] * len(cells), role) for names, cells, role in columns]
    elif rng.random() < 0.1:
        return [_junk(names, cells, role, rng) for names, cells, role in columns]
    columns = [(names, _narrowed(cells, rng) if rng.random() < 0.12 else cells, role) for names, cells, role in columns]
    strange = rng.random() * 0.7 if rng.random() < 0.35 else 0.0
    return [
        TruthfulColumn(
            SeenColumn(tuple(heading_elsewhere(name, rng, noise, strange) for name in names), tuple(cells)), role
        )
        for names, cells, role in columns
    ]


def heading_elsewhere(name: str, rng: random.Random, noise: float, strange: float) -> str:
    """A heading as another agency might print it: in words that nobody knows with a probability of `strange`."""
    if rng.random() < strange:
        words = " ".join(unknown_word(rng) for _ in range(rng.randint(1, 3)))
        return words.upper() if name.isupper() else words.title()
    return spoilt(name, rng, noise)


def _junk(names: tuple[str, ...], cells: Sequence[str], role: str, rng: random.Random) -> TruthfulColumn:
    """A column whose cells say nothing of it (a form filled in at random), under its plain heading."""
    made = [rng.choice(["", str(rng.randint(0, 99)), unknown_word(rng), cell, "x"]) for cell in cells]
    return TruthfulColumn(SeenColumn(names, tuple(made)), role)


def random_columns(rng: random.Random, rows: Sequence[Cells]) -> list[TruthfulColumn]:
    """These rows under the columns of a random agency, left to right, with plain headings."""
    return [TruthfulColumn(SeenColumn(names, tuple(cells)), role) for names, cells, role in _columns(rng, rows)]


def _narrowed(cells: Sequence[str], rng: random.Random) -> list[str]:
    """Cells as a column too narrow for their words prints them (`dokume n`)."""
    width = rng.randint(4, 9)
    return [" ".join(part for word in cell.split() for part in _cut(word, width)) for cell in cells]


def _cut(word: str, width: int) -> list[str]:
    return [word[i : i + width] for i in range(0, len(word), width)]


Case = Callable[[str], str]


def _as_is(text: str) -> str:
    return text


def _columns(rng: random.Random, rows: Sequence[Cells]) -> list[MadeColumn]:
    """The columns of a random layout, left to right."""
    case: Case = rng.choice([_as_is, str.upper, str.title])

    def of(role: str) -> MadeColumn:
        return (case(rng.choice(terms()["peran"][role])),), [row[role] for row in rows], role

    left = [role for role in ("no", "sasaran", "indikator") if role == "indikator" or rng.random() < 0.88]
    right = [role for role in ("target", "rumus", "sumber_data") if rng.random() < (0.9 if role == "target" else 0.75)]
    # what no row of an office has is no column of its, but seldom
    right = [role for role in right if role == "target" or any(row[role] for row in rows) or rng.random() < 0.1]
    rng.shuffle(right)
    columns = [of(role) for role in left]
    for role in right:
        columns += _targets(rng, rows, case) if role == "target" else [of(role)]
    extra = _extra(rng, rows, case)
    columns = [*columns[:1], *extra, *columns[1:]] if rng.random() < 0.2 else [*columns, *extra]
    if len(columns) > 3 and rng.random() < 0.15:
        i = rng.randrange(1, len(columns) - 1)
        columns[i], columns[i + 1] = columns[i + 1], columns[i]
    return columns


def _targets(rng: random.Random, rows: Sequence[Cells], case: Case) -> list[MadeColumn]:
    if rng.random() < 0.05:
        # a Perjanjian Kinerja may print as its target what is to be there (`Tersedianya Perencanaan dan Penganggaran`)
        rows = [{**row, "target": f"{rng.choice(phrases()['hasil'])} {rng.choice(phrases()['hal'])}"} for row in rows]
    t, form = terms(), rng.choice(["one"] * 5 + ["unit", "unit", "years", "quarters", "aspects"])
    cells = [row["target"] for row in rows]
    name = case(rng.choice(t["peran"]["target"]))
    if form == "one":
        return [((name,), cells, "target")]
    if form == "unit":
        return _with_unit(rng, cells, case)
    over = case(rng.choice(t["di_atas"][{"years": "tahun", "quarters": "triwulan", "aspects": "aspek"}[form]]))
    if form == "years":
        first = rng.randint(2015, 2026)
        return [
            ((over, str(first + i)), [_varied(cell, i, rng) for cell in cells], "target")
            for i in range(rng.randint(2, 6))
        ]
    if form == "aspects":
        aspects = rng.choice(t["bagian"]["aspek"])
        values = [cells, ["100"] * len(cells), [rng.choice(["12 bulan", "6 bulan", "1 tahun"]) for _ in cells]]
        return [((over, case(name)), value, "target") for name, value in zip(aspects, values, strict=False)]
    quarters = rng.choice(t["bagian"]["triwulan"])
    parts: list[MadeColumn] = [
        ((over, quarter), [_quarter(cell, i) for cell in cells], "target") for i, quarter in enumerate(quarters, 1)
    ]
    return [((name,), cells, "target"), *parts] if rng.random() < 0.8 else parts


def _with_unit(rng: random.Random, cells: Sequence[str], case: Case) -> list[MadeColumn]:
    t = terms()
    parts = [cell.partition(" ") if cell[:1].isdigit() else (cell, "", "") for cell in cells]
    numbers, units = (
        [part[0].rstrip("%") for part in parts],
        [part[2] or ("%" if "%" in part[0] else "") for part in parts],
    )
    over = (case(rng.choice(t["di_atas"]["satuan"])),) if rng.random() < 0.4 else ()
    amount = rng.choice(t["bilangan"]["kata"] if over else [*t["bilangan"]["kata"], *t["peran"]["target"]])
    pair: list[MadeColumn] = [
        ((*over, case(amount)), numbers, "target"),
        ((*over, case(rng.choice(t["peran"]["satuan"]))), units, "satuan"),
    ]
    return pair if rng.random() < 0.5 else pair[::-1]


def _varied(cell: str, i: int, rng: random.Random) -> str:
    number, blank, unit = cell.partition(" ")
    return f"{int(number) + i * rng.randint(0, 2)}{blank}{unit}" if number.isdigit() else cell


def _quarter(cell: str, i: int) -> str:
    number = cell.split(" ")[0].rstrip("%")
    return str(int(number) * i // 4) if number.isdigit() and int(number) > 3 else "-" if i < 4 else number


def _extra(rng: random.Random, rows: Sequence[Cells], case: Case) -> list[MadeColumn]:
    """Columns beside the usual ones: who answers for it, and such without a role."""
    p, t = phrases(), terms()
    found: list[MadeColumn] = []
    if rng.random() < 0.25:
        keeper = f"{rng.choice(_KEEPERS)} {rng.choice(p['bidang'])}"
        cells = [keeper if rng.random() < 0.8 else f"Bidang {rng.choice(p['bidang'])}" for _ in rows]
        if any(row.get("penanggung_jawab") for row in rows):
            cells = [row["penanggung_jawab"] for row in rows]
        found.append(((case(rng.choice(t["peran"]["penanggung_jawab"])),), cells, "penanggung_jawab"))
    if rng.random() < 0.4:
        kinds = ["keterangan", "program", "realisasi", "bukti", "anggaran", "kondisi awal", "kode"]
        # a tujuan reads like a sasaran: the heading must tell
        kind = rng.choice([*kinds, *["tujuan"] * 4])
        cells = _said_again(rng, [_other(kind, row, rng) for row in rows])
        found.append(((case(rng.choice(t["lain"][kind])),), cells, "others"))
    return found


def _said_again(rng: random.Random, cells: list[str]) -> list[str]:
    """Cells of which a row may repeat the one above, or all rows the first (a table of one program)."""
    repeats = rng.choice((0.0, 0.0, 0.6, 1.0))
    for k in range(1, len(cells)):
        if rng.random() < repeats:
            cells[k] = cells[k - 1]
    return cells


def _other(kind: str, row: Cells, rng: random.Random) -> str:
    p = phrases()
    if kind in p:
        return rng.choice([*p[kind], ""])
    if kind == "tujuan":
        return f"{rng.choice(p['hasil'])} {rng.choice(p['hal'])}"
    if kind == "kode":
        return rng.choice([f"A.{rng.randint(1, 30)}", f"{rng.randint(1, 7)}.0{rng.randint(1, 9)}.{rng.randint(1, 40)}"])
    if kind == "anggaran":
        return f"{rng.randint(1, 999)}.{rng.randint(100, 999)}.000"
    return row["target"].split(" ")[0] if rng.random() < 0.8 else ""


def spoilt(name: str, rng: random.Random, noise: float) -> str:
    """A heading left out, replaced by a word that nobody knows, shortened, misspelled or broken over two lines."""
    if rng.random() > noise or len(name) < 2:
        return name
    words = name.split()
    match rng.randrange(6):
        case 0:
            return ""
        case 1:
            return unknown_word(rng).upper() if name.isupper() else unknown_word(rng).title()
        case 2 if len(words) > 1:
            words.pop(rng.randrange(len(words)))
            return " ".join(words)
        case 3 if len(name) > 4:
            i = rng.randrange(1, len(name) - 1)
            return name[:i] + name[i + 1 :]
        case 4 if len(name) > 5:
            i = rng.randrange(2, len(name) - 1)
            return f"{name[:i]} {name[i:]}"
        case _:
            return name


def unknown_word(rng: random.Random) -> str:
    return "".join(rng.choice(_CONSONANTS) + rng.choice(_VOWELS) for _ in range(rng.randint(2, 5)))
