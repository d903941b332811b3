"""What the columns of a form are filled with: rows of named values, made from the tables of the export.

Values: those of the tables `indikator` and `keputusan` by their names, and `tahun`, `nilai`, `satuan`, `aspek`,
`triwulan_1` to `triwulan_4`, `polaritas`, `catatan`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from bahasa.block_kinds import about_kind
from bahasa.polaritas import is_polarity_heading, polarity_of, polarity_said
from katalog.show.book.checks import ChecksOf
from katalog.show.book.sheet_rows import Plain, SheetRow, grouped, said, sheet_rows

#: Kinds of target whose number says all but the unit.
_NUMBERS = frozenset({"count", "percent", "index", "money", "duration"})
#: Kinds that a person must decide.
_UNSURE = {"ambiguous": "Target bermakna ganda", "missing": "Target tidak tercetak", "none": "Target tercetak “-”"}
_PARTS = {"semester", "bulan"}
#: Where a reader of the form finds what its columns have no place for.
_ELSEWHERE = "ada pada tabel target (katalog export -f xlsx)"
_SEVERAL = f"Tidak ada satu target untuk setahun; semua target {_ELSEWHERE}"


def year_rows(tables: Mapping[str, pd.DataFrame]) -> Iterator[SheetRow]:
    """A row for each indicator and year (e-SAKIP)."""
    for row, targets, base in _indicators(tables):
        years: dict[Plain, list[SheetRow]] = {}
        for target in targets:
            years.setdefault(target["year"] or _only_year(base), []).append(target)
        for year, ones in years.items() or ((_only_year(base), []),):
            newest = _newest(ones)
            whole = _alone([one for one in newest if one["period"] in (None, "tahun")])
            quarters = grouped((one for one in newest if one["period"] == "triwulan"), "period_number")
            told = {number: _alone(those) for (number,), those in quarters.items()}
            parts = sorted({said(one, "period") for one in ones} & _PARTS)
            notes = [f"Target per {part} {_ELSEWHERE}" for part in parts]
            notes += [
                f"Beberapa target triwulan {number}; semuanya {_ELSEWHERE}" for number in told if not told[number]
            ]
            more = {"tahun": year, "catatan": _notes(base, year, whole, notes)}
            values = {f"triwulan_{number}": _value(one) for number, one in told.items() if one}
            yield {**base, **_target(row, whole), **values, **more}


def aspect_rows(tables: Mapping[str, pd.DataFrame]) -> Iterator[SheetRow]:
    """A row for each target of a jabatan that holds for a whole year, told apart by aspect and year (SKP)."""
    for row, targets, base in _indicators(tables):
        if row["kind"] is not None and about_kind(row["kind"]).agency:
            continue
        whole: list[SheetRow | None] = [one for one in _newest(targets) if one["period"] in (None, "tahun")]
        for one in whole or [None]:
            year = (one["year"] if one else None) or _only_year(base)
            aspect = one["aspect"] if one else None
            yield {**base, **_target(row, one), "aspek": aspect, "tahun": year, "catatan": _notes(base, year, one, [])}


def _indicators(tables: Mapping[str, pd.DataFrame]) -> Iterator[tuple[SheetRow, list[SheetRow], SheetRow]]:
    """Each indicator row, its targets from left to right, and the values that all rows of a form have."""
    decrees = {row["keputusan"]: row for row in sheet_rows(tables["keputusan"])}
    targets = grouped(sheet_rows(tables["target"]), "keputusan", "indikator_id")
    checks = ChecksOf(tables["temuan"])
    for row in sheet_rows(tables["indikator"]):
        decree = decrees[row["keputusan"]]
        found = checks.row((row["keputusan"], row["kind"], row["jabatan_order"]), row["row"])
        value, quoted = _polarity(row)
        base = {
            **row,
            **{name: decree[name] for name in ("instansi", "periode_awal", "periode_akhir", "sha256")},
            "polaritas": value,
            "periksa": "\n".join((*found.messages, *([f"Polaritas tertulis: “{quoted}”"] if quoted else []))),
        }
        yield row, targets.get((row["keputusan"], row["indikator_id"]), []), base


def _only_year(base: SheetRow) -> Plain:
    """The year of a decree that is for one alone."""
    return base["periode_awal"] if base["periode_awal"] == base["periode_akhir"] else None


def _newest(targets: Sequence[SheetRow]) -> list[SheetRow]:
    """Those after a revision, where the table prints both."""
    return [one for one in targets if one["version"] != "sebelum"] or list(targets)


def _alone(targets: Sequence[SheetRow]) -> SheetRow | None:
    """The target of one year or quarter, its quantity where aspects are told apart; None where there is none, or where
    several cannot be told apart."""
    found = [one for one in targets if one["aspect"] in (None, "kuantitas")] or targets
    return found[0] if len(found) == 1 else None


def _target(row: SheetRow, target: SheetRow | None) -> SheetRow:
    """`nilai` and `satuan`; of a row without a target of its own nothing."""
    if target is None:
        return {"nilai": None, "satuan": row["satuan"] or None}
    return {"nilai": _value(target), "satuan": said(row, "satuan") or target["target_unit"]}


def _value(target: SheetRow) -> Plain:
    kind = said(target, "target_kind")
    if kind in _NUMBERS and target["target_value"] is not None:
        return target["target_value"]
    if kind == "range" and target["target_value"] is not None and target["upper"] is not None:
        return f"{said(target, 'target_value')}–{said(target, 'upper')}".replace(".", ",")
    if kind == "date" and target["date"] is not None:
        return target["date"]
    return said(target, "target") or None


def _polarity(row: SheetRow) -> tuple[str | None, str]:
    """What a column of polaritas says, else what the texts of the row say, with their words."""
    others: dict[str, str] = json.loads(said(row, "others") or "{}")
    for heading, cell in others.items():
        if is_polarity_heading(heading) and cell.strip():
            return polarity_of(cell) or cell, ""
    for text in (said(row, "rumus"), said(row, "indikator"), *others.values()):
        if (found := polarity_said(text)) is not None:
            return found
    return None, ""


def _notes(base: SheetRow, year: Plain, target: SheetRow | None, more: Sequence[str]) -> str:
    notes = [said(base, "periksa"), *more]
    if target is None:
        notes.append(_UNSURE["missing"] if said(base, "target_kind") == "missing" else _SEVERAL)
    elif said(target, "target_kind") in _UNSURE:
        notes.append(f"{_UNSURE[said(target, 'target_kind')]}: {said(target, 'target')}".rstrip(": "))
    if year is None:
        years = "–".join(dict.fromkeys(filter(None, (said(base, "periode_awal"), said(base, "periode_akhir")))))
        notes.append("Tahun target tidak tercetak" + (f"; keputusan untuk {years}" if years else ""))
    return "\n".join(filter(None, notes))
