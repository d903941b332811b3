"""What may stand behind a number and its unit and belong to the target: `(dua belas)`, `(9 dari 15)`, `per bulan`,
`6 bulan` behind `1 tahun`, `(Baik)`.

Each function takes the words of a text and a position, and gives the end of what stands there, or that position.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bahasa.date import clock_times, is_month
from bahasa.number import money_scale
from bahasa.satuan import read_unit, unit_end
from bahasa.target_forms import forms_in, phrase_end
from bahasa.target_words import grades

_STROKE = "/"
_BASE = re.compile(r"^\d[\d.]*$")
#: `(80)`, `(65 - 70)`, `(9 dari 15)`, `(9/15)`, `(35 x 3)`, `(0,5 ha)`, `(60,01 ke atas)`, `(min. 4)`; what begins with
#: a word may be a formula (`(Jumlah hari 2022)`).
_COUNTED = re.compile(
    r"\((?:(?:min|maks)\. ?)?[^()a-z]*\d[^()a-z]*(?:(?:dari|x) [^()a-z]*\d[^()a-z]*|[a-z²³]+(?: [a-z]+)?)?\)", re.I
)
#: `pasien/bln`, `mg/L`, `kg/kapita/tahun`: one of the parts need be no word of the vocabulary.
_EACH = re.compile(r"[a-zµ]+(?:/[a-z]+[23²³]?\.?)*(?:/[a-z]+[23²³]?\.?|/)", re.I)
_SHORT = 3
#: `68,00` behind its grade.
_VALUE = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?$")
#: `pukul`, `16.00`, `WIB`.
_CLOCK = 3
#: A number in words takes so many of them: `12 (dua belas) bulan`, `125 (seratus dua puluh lima)`.
_SPELLED = 5


def _bracket(words: Sequence[str], i: int) -> int:
    """The end of a bracket that stands at word i, of few words."""
    if i >= len(words) or not words[i].startswith("("):
        return i
    return next((end for end in range(i + 1, min(i + _SPELLED, len(words)) + 1) if words[end - 1].endswith(")")), i)


def past_named(words: Sequence[str], i: int) -> int:
    """The end of a grade in brackets, if it stands at word i: `A (Sangat Baik)`, `Baik (B)`."""
    end = _bracket(words, i)
    return end if " ".join(words[i:end])[1:-1].casefold() in grades() else i


def past_rate(words: Sequence[str], i: int) -> int:
    """The end of what a number or its unit is counted by: `per 100.000 KH`, `/ kunjungan`, `setahun`."""
    if i >= len(words):
        return i
    if words[i].startswith(_STROKE) and unit_end([words[i][1:]], 0):
        return i + 1  # `Rp850.000 /hari`
    end = phrase_end(forms_in("sekali"), words, i)
    start = phrase_end(forms_in("tiap"), words, end) if end < len(words) else end
    # `Setiap` begins a sentence; `per 31 Des`: as of that day
    if start == end or start == len(words) or words[end][0].isupper():
        return end
    base = start + (_BASE.match(words[start]) is not None)
    if base == len(words) or is_month(words[base]):
        return end
    said = words[base]
    # names stand on both sides of a stroke as well (`2. Jabatan / Eselon`), and formulas have one (`/ jumlah TPS`)
    stroke = words[end] == _STROKE
    if not said[0].isupper() or (said.isupper() and not stroke):
        known = unit_end(words, base)
        # `per TPS`, `per dusun`
        return known if known > base else end if stroke or not said.isalpha() else base + 1
    return end


def past_scale(words: Sequence[str], end: int) -> int:
    """The end of an amount whose number ends at `end`: `Rp 1,5 miliar`, `Rp 1,5 M`."""
    return end + (end < len(words) and money_scale(words[end]) > 1)


def past_clock(words: Sequence[str], i: int) -> int:
    """The end of the time of a day behind its date, if it stands at word i: `pukul 16.00 WIB`."""
    ends = range(min(i + _CLOCK, len(words)), i, -1)
    return next((end for end in ends if clock_times().fullmatch(" ".join(words[i:end]).removesuffix("."))), i)


def past_counted(words: Sequence[str], i: int) -> int:
    """The end of a bracket that counts: `60% (9 dari 15)`, `B (65 - 70)`."""
    end = _bracket(words, i)
    return end if _COUNTED.fullmatch(" ".join(words[i:end])) else i


def past_grade(words: Sequence[str], end: int) -> int:
    """The end of a grade behind its number, which ends at `end`: `86 (Baik)`, `81,5 / A`."""
    slashed = end + 1 < len(words) and words[end] == "/" and words[end + 1].casefold() in grades()
    return end + 2 if slashed else past_named(words, end)


def past_value(words: Sequence[str], end: int) -> int:
    """The end of a number behind its grade, which ends at `end`: `B / 68,00`."""
    slashed = end + 1 < len(words) and words[end] == "/" and words[end - 1].casefold() in grades()
    if not slashed or not _VALUE.match(words[end + 1]):
        return end
    # `A / 5 orang`: what is counted is no value of the grade
    counted = end + 2 < len(words) and words[end + 2][0].islower() and unit_end(words, end + 2) > end + 2
    return end if counted else end + 2


def past_tail(words: Sequence[str], i: int) -> int:
    """The end of either of the two."""
    return past_counted(words, past_rate(words, i))


def by_each(unit: str) -> bool:
    """Whether a word is a unit by another one (`pasien/bln`, `kg/kapita/tahun`, `Peserta/orang`)."""
    if _EACH.fullmatch(unit) is None:
        return False
    parts = [part for part in unit.split(_STROKE) if part]
    # `SD/MI`: short as well, and names
    return any(unit_end([part], 0) for part in parts) or (unit[0].islower() and max(map(len, parts)) <= _SHORT)


def past_span(words: Sequence[str], end: int, known: int) -> int:
    """The end of a span of several units of time (`1 tahun 6 bulan`) whose first unit is `words[end:known]`."""
    unit = read_unit(" ".join(words[end:known]))
    while unit and unit.kind == "duration" and known + 1 < len(words) and words[known].isdecimal():
        further = unit_end(words, known + 1)
        unit = read_unit(" ".join(words[known + 1 : further])) if further > known + 1 else None
        known = further if unit and unit.kind == "duration" else known
    return known


def past_spelled(words: Sequence[str], i: int) -> int:
    """The end of a number in words in brackets, if it stands at word i: `(satu)`, `(dua belas)`."""
    end = _bracket(words, i)
    return end if "".join(words[i:end])[1:-1].isalpha() else i
