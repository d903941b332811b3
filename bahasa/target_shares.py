"""Targets that are a part of something, or one number beside another: `12 dari 15 indikator`, `1 : 300`, `1/2 tahun`,
`Peringkat 3 dari 38 kabupaten/kota`, `76 % ≤ 90 %`, `Level III`, `Selesai 100 %`.

Each reader takes a folded cell with what its row says about a bare number, and gives a Target for the whole cell or
None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache

from bahasa.data import entries_of
from bahasa.date import read_month
from bahasa.hint import Hint
from bahasa.number import NUMBER, ROMAN, decimal_text, read_number, times
from bahasa.satuan import read_unit
from bahasa.target_amounts import read_amount, share_note
from bahasa.target_words import alternatives, is_ratio, joined_notes
from schemas.decree import Target

_RATIO = re.compile(rf"({NUMBER})\s*:\s*({NUMBER})(?:\s+([^\W\d_].*))?")
_NO_RATIO = re.compile(r"(?:19|20)\d\d\s*:|\d{1,2}:\d\d(?!\d)")
# behind the word for it nothing is a time: `Rasio 1:20`
_CALLED_RATIO = re.compile(r"(?:rasio|ratio|perbandingan)\s*[:=]?\s+(?=\d)", re.I)
_SHARE = re.compile(rf"({NUMBER})\s*(?:dari|/)\s*({NUMBER})(?:\s+([^\W\d_].*))?", re.I)
_FRACTION = re.compile(r"(?:(\d+)\s+)?([1-9])\s*/\s*([2-9]|10)\s+([^\W\d_].*)")
_CHAIN = re.compile(rf"[<>]?\s*({NUMBER})\s*%?\s*(?:[<≤]=?)\s*(?:[a-z]\s*[<≤]=?\s*)?({NUMBER})\s*(%)?", re.I)
_ROMAN = {sign.upper(): count for count, sign in enumerate(ROMAN, start=1)}
_YEAR = re.compile(r"(?:19|20)\d\d")
_METRES_OR_BILLIONS = re.compile(r"(\d+,\d+)\s*M")


def read_ratio(text: str, hint: Hint) -> Target | None:
    """`1 : 300`, `1 : 1.000 penduduk`: one for so many; no year (`2023: 12 dokumen`), no time (`08:00 WIB`)."""
    called = _CALLED_RATIO.match(text)
    match = _RATIO.fullmatch(text, called.end() if called else 0)
    if match is None or (called is None and _NO_RATIO.match(text)):
        return None
    value, base = read_number(match[1]), read_number(match[2])
    unit = read_unit(match[3]) if match[3] else None
    if value is None or base is None or not is_ratio(match[1], match[2]) or (match[3] and unit is None):
        return None
    name = f"per {base} {unit.name}" if unit else f"per {base}"
    return Target(kind="count", value=value, unit=name, note="rasio")


def read_share(text: str, hint: Hint) -> Target | None:
    """`12 dari 15 indikator`, `12/15 dokumen`: so many, of so many."""
    match = _SHARE.fullmatch(text)
    if match is None or (match[3] is None and "/" in text):
        return None
    value, whole = read_number(match[1]), read_number(match[2])
    unit = read_unit(match[3]) if match[3] else None
    if value is None or whole is None or (match[3] and unit is None) or Decimal(value) > Decimal(whole):
        return None
    if _FRACTION.fullmatch(text):
        # `3/4 dokumen` may be a part of one
        return None
    name = unit.name if unit else hint.unit
    return Target(kind="index" if hint.kind == "index" else "count", value=value, unit=name, note=f"dari {whole}")


@cache
def _share_of() -> re.Pattern[str]:
    # `85 % dari 40 desa`; a share of a share, two targets (`100 % dan 5 dokumen`) and a way to a number are none
    links = f"{alternatives('bagian_dari')}|{alternatives('letak_persen')}"
    return re.compile(
        rf"({NUMBER})\s*(?:%|persen|prosen)\s*((?:{links})\s+(?:(?!{alternatives('menjadi')}|dan\b|atau\b)[^\W\d_]+\s+)"
        rf"{{0,3}}{NUMBER}(?:\s+([^\W\d_][^()\d%:;]*))?)",
        re.I,
    )


def read_share_of(text: str, hint: Hint) -> Target | None:
    """`85 % dari 40 desa`, `90 % dari total 1.200 orang`, `85 % dari tahun 2022`: a share, and of what."""
    match = _share_of().fullmatch(text)
    value = read_number(match[1]) if match else None
    unit = read_unit(match[3]) if match and match[3] else None
    if match is None or value is None or (unit is not None and unit.kind not in ("count", "index")):
        return None
    return Target(kind="percent", value=value, unit="%", note=share_note(match[2]))


@cache
def _change() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<way>{alternatives('arah')})?\s*(?:\bdari\s+(?P<old>\S*\d.*?)\s+)?"
        rf"(?:{alternatives('menjadi')}|(?P<ke>{alternatives('ke')}))\s+(?P<new>\d.*|Rp.*)",
        re.I,
    )


def read_change(text: str, hint: Hint) -> Target | None:
    """`turun dari 34% menjadi 31%`, `meningkat menjadi 85 %`: the target is where it ends. One that says another way
    than its numbers go is left unread, and one whose number is a year (`meningkat dari 2020 ke 2021`)."""
    match = _change().fullmatch(text)
    if match is None or any(_YEAR.fullmatch(match[one] or "") for one in ("old", "new")):
        return None
    # `meningkat ke 3 besar` is a rank, `dari 12 ke 15` a way from one to the other
    said = match["way"] and match["old"] if match["ke"] else match["way"] or match["old"]
    new = read_amount(match["new"], hint) if said else None
    if new is None or new.value is None:
        return None
    printed = (match["way"] or "").casefold()
    way = next((str(e["catatan"]) for e in entries_of("target", "arah") if printed in e["bentuk"]), "")
    if match["old"]:
        old = read_amount(match["old"], hint._replace(kind=new.kind, unit=new.unit))
        if old is None or old.value is None or old.unit != new.unit:
            return None
        other = "penurunan" if Decimal(new.value) > Decimal(old.value) else "kenaikan"
        if way == other:
            return None
    notes = f"{way or 'perubahan'} menjadi nilai ini", f"semula {match['old']}" if match["old"] else None
    return new.model_copy(update={"note": joined_notes(*notes, new.note)})


def read_fraction(text: str, hint: Hint) -> Target | None:
    """`1/2 tahun`, `2 1/2 jam`."""
    match = _FRACTION.fullmatch(text)
    unit = read_unit(match[4]) if match else None
    if match is None or unit is None or not unit.known or int(match[2]) >= int(match[3]):
        return None
    if unit.kind != "duration":
        # `3/4 dokumen` may be three of four
        return None
    part = Decimal(match[2]) / Decimal(match[3])
    return Target(kind="duration", value=decimal_text(Decimal(match[1] or 0) + round(part, 3)), unit=unit.name)


def read_chain(text: str, hint: Hint) -> Target | None:
    """`76 % ≤ 90 %`, `70 < x ≤ 80`: from so many to so many."""
    match = _CHAIN.fullmatch(text)
    if match is None:
        return None
    low, high = read_number(match[1]), read_number(match[2])
    if low is None or high is None or Decimal(low) > Decimal(high):
        return None
    unit = "%" if match[3] or "%" in text else hint.unit
    return Target(kind="range", value=low, upper=high, unit=unit, note=None if unit == "%" else hint.note)


@cache
def _numbered() -> re.Pattern[str]:
    words = f"{alternatives('awalan')}|{alternatives('urutan')}"
    return re.compile(rf"(?:[^\W\d_]+\s+)?(?:{words})\s+(?:ke\s*-?\s*)?([IVX]+|\d{{1,2}})", re.I)


def read_step(text: str, hint: Hint) -> Target | None:
    """`Level III`, `Maturitas level 3`, `Tahap 2`; a bare `III` where the row speaks of an index."""
    match = _numbered().fullmatch(text)
    printed = match[1] if match else text if hint.kind == "index" and text in _ROMAN else ""
    value = printed if printed.isdecimal() else str(_ROMAN.get(printed, ""))
    return Target(kind="index", value=value, note="angka Romawi" if printed in _ROMAN else None) if value else None


def read_metres_or_billions(text: str, hint: Hint) -> Target | None:
    """`12,5 M`: metres, or milliards of rupiah whose `Rp` is left out."""
    match = _METRES_OR_BILLIONS.fullmatch(text)
    number = read_number(match[1]) if match else None
    if number is None or hint.unit in ("meter", "m"):
        return None
    candidates = (number, decimal_text(times(Decimal(number), 10**9)))
    return Target(kind="ambiguous", candidates=candidates, note="M: meter atau miliar rupiah")


@cache
def _stage() -> re.Pattern[str]:
    return re.compile(rf"({alternatives('tahap')})\s*[:=]?\s+(?=\d)(.*)", re.I)


def read_stage(text: str, hint: Hint) -> Target | None:
    """`Selesai 100 %`, `Progres fisik 50 %`, `Tersusun 2 dokumen`."""
    match = _stage().fullmatch(text)
    target = read_amount(match[2], hint) if match else None
    counted = target is not None and target.kind == "count" and target.unit
    if match is None or target is None or not (counted or re.search("%|persen", match[2], re.I)):
        return None
    return target.model_copy(update={"note": joined_notes(f"tahap: {match[1]}", target.note)})


@cache
def _part_of_time() -> re.Pattern[str]:
    return re.compile(rf"({alternatives('bagian_waktu')})\s+(.*)", re.I)


def read_part_of_time(text: str, hint: Hint) -> Target | None:
    """`akhir Desember 2023`, `Bulan Maret 2023`."""
    match = _part_of_time().fullmatch(text)
    date = read_month(match[2]) if match else None
    if match is None or date is None:
        return None
    note = None if match[1].casefold() == "bulan" else match[1].casefold()
    return Target(kind="date", date=date, note=note)


#: In the order in which they are tried.
SHARES: tuple[Callable[[str, Hint], Target | None], ...] = (
    read_metres_or_billions, read_ratio, read_fraction, read_share, read_share_of, read_chain, read_step, read_stage,
    read_part_of_time,
)  # fmt: skip
