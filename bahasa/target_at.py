"""Where a target ends among other words, and of which kind it is: the question that readers ask of the grammar.

Input: the words of a text and a position. Output: the end of the target that begins there, and its kind. The words are
those of satuan.toml, tanggal.toml, target.toml and nilai.toml, as for its meaning (`bahasa.target`).

Not every cell that means a target is told by its words alone. A number in words (`dua belas dokumen`), a word before a
number (`Nilai 80`) and a dash between blanks (`80 - 90`) stand in running text and between cells as well: they are left
to whoever weighs the surroundings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bahasa.date import is_date, is_month
from bahasa.number import read_number
from bahasa.satuan import only_measures, unit_end
from bahasa.target_forms import Forms, forms_in, led_grades, opens, phrase_end, texts
from bahasa.target_tails import (
    by_each,
    past_clock,
    past_counted,
    past_grade,
    past_named,
    past_rate,
    past_scale,
    past_span,
    past_spelled,
    past_tail,
    past_value,
)
from bahasa.target_words import is_ratio
from bahasa.units import unit_nouns

_NUMBER = re.compile(r"^[-+<>≤≥±~]?(?:R[Pp]\.?)?\d[\d.,/]*(?:[-–]\d[\d.,]*)?(?:%|‰|,?[-–—=]{1,2})?$")
#: `3dokumen`, `5m²`.
_GLUED = re.compile(r"^\d[\d.,]*(?:[a-z]{2,}|[cdhkm]?m[23²³])$")
_LETTERS = re.compile(r"^[a-z]+$")
_LED = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?|[IVX]{1,5}")
#: `3,51 (skala 4)`, `3,20 skala 4`: what an index is measured on.
_SCALE = re.compile(r"^\(?skala$", re.IGNORECASE)
_AMOUNT = re.compile(r"^R[Pp]\.?\d[\d.,]*$")
#: `H+3`, `H-7`: so many days behind or before one.
_DAY = re.compile(r"^H[-+]\d{1,3}$")
_RANGE = re.compile(r"\d[-–]\d")
#: Of how many so many are: `1 : 1.000 penduduk`, `12 dari 15`.
_OF = (":", "dari")
#: `6:1.000`; without a word for it no time of the day (`08:00`) and no standard (`ISO 17025:2017`).
_RATIO = re.compile(r"^\d[\d.,]*:\d[\d.]*$")
_TIME = re.compile(r"^\d\d?:\d\d$|^\d{4,}:(?:19|20)\d\d$")
#: So many words back a third link stands (`1 x 1 x 1 x`): no target has as many.
_CHAIN = 4
_AND = ("-", "–", "dan")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
#: A target in a list has so many words at most.
_LISTED = 4
#: A target has so many words at most: each of them may lead another one (`minimal minimal minimal ...`).
_LONGEST = 40


def target_at(words: Sequence[str], i: int) -> tuple[int, str]:
    """(end, kind) of the longest target that the closed grammar finds at word i; (i, "") where there is none.

    Kinds: `satuan` (a number with its unit: `12 dokumen`, `3 Kali`, `3dokumen`, `1 3dokumen`, `2 x 24 jam`), `satuan?`
    (a unit with a capital with which a cell may begin as well: `3 Berita Acara`), `persen`, `nilai` (a grade with its
    value, `B (80)`), `nilai?` (in letters alone, `BB`), `uang`, `tanggal`, `angka` (a bare number), `kata` (no number:
    `Tepat waktu`), `nihil` (`-`).
    """
    near = words[i : i + _LONGEST]
    end, kind = _several_at(near, 0) or _one_at(near, 0)
    return i + end, kind


def _several_at(words: Sequence[str], i: int) -> tuple[int, str] | None:
    """Targets in a list: `95%; 100%`, `2 kali; 3 kali`. Behind a unit a bare number is the next row's (`12 laporan;` /
    `2`): the semicolon ended the cell, as it does where nothing follows."""
    begin, kind = i, ""
    for _ in range(_CHAIN):
        stop = next((k for k in range(begin, min(begin + _LISTED, len(words))) if words[k].endswith(";")), None)
        first = () if stop is None else (*words[begin:stop], words[stop][:-1])
        if stop is None or not first[-1] or (told := _one_at(first, 0))[0] < len(first):
            break
        begin, kind = stop + 1, told[1]
    if begin == i or begin == len(words):
        return (begin, kind) if kind else None
    end, last = _one_at(words, begin)
    if last == "angka" != kind:
        return begin, kind
    return (end, last) if last else None


def _one_at(words: Sequence[str], i: int) -> tuple[int, str]:
    word = words[i]
    if _DAY.match(word):
        return i + 1 + (i + 1 < len(words) and words[i + 1] == "hari"), "tanggal"
    if word[0].isdecimal() or word[0] in "<>≤≥±~R" or (word[0] in "-+" and word[1:2].isdecimal()):
        return _number_at(words, i) or _words_at(words, i) or (i, "")
    if opens(word) or is_month(word):
        return _bounded_at(words, i) or _words_at(words, i) or (i, "")
    return i, ""


def _words_at(words: Sequence[str], i: int) -> tuple[int, str] | None:
    """A target that doesn't begin with a number. Its first letter is a capital: `baik` is a word of running text."""
    word = words[i]
    if is_month(word) and i + 1 < len(words) and _YEAR.match(words[i + 1]):
        return i + 2, "tanggal"
    if word[0].islower():
        return None
    end = phrase_end(forms_in("kosong"), words, i)
    if end > i:
        return end, "nihil"
    start = phrase_end(forms_in("awalan"), words, i)  # `Opini WTP`, `Predikat B`
    if i < start < len(words) and (ratio := _ratio_end(words, start)) > start:
        return ratio, "nilai"  # `Rasio 6:1.000`, `Rasio 6 : 1.000`
    # `Terakreditasi` leads a grade (`Terakreditasi Utama`) and is one
    led = _text_at(led_grades(), words, start) if i < start < len(words) else None
    return led or _text_at(texts(), words, i)


def _ratio_end(words: Sequence[str], i: int) -> int:
    parted = i + 2 < len(words) and words[i + 1] == _OF[0] and words[i].isdecimal() and _NUMBER.match(words[i + 2])
    end = i + 3 if parted else i + 1
    if not parted and not _RATIO.match(words[i]):
        return i
    return end if is_ratio(*"".join(words[i:end]).split(_OF[0], 1)) else i


def led_number_at(words: Sequence[str], i: int) -> int:
    """The end of a number behind the word that leads it (`Level 3`, `Nilai 80,5`), i where none is. Its first letter is
    a capital, and something begins behind it: a sentence goes on in small letters (`Nilai 80 ke atas`)."""
    if words[i][0].islower() or i + 1 == len(words):
        return i
    start = phrase_end(forms_in("awalan"), words, i)
    if not i < start < len(words) or not _LED.fullmatch(words[start]):
        return i
    if start + 2 < len(words) and _SCALE.match(words[start + 1]) and words[start + 2].endswith(")"):
        return start + 3
    return start + 1 if start + 1 == len(words) or not words[start + 1][0].islower() else i


def _text_at(phrases: Forms, words: Sequence[str], i: int) -> tuple[int, str] | None:
    end = phrase_end(phrases, words, i)
    if end == i or words[i][0].islower():
        return None
    named = past_counted(words, end)
    named = past_named(words, end) if named == end else named
    if named > end or (named := past_value(words, end)) > end:
        return named, "nilai"
    return end, "nilai?" if words[i].rstrip("+-").isupper() else "kata"


def _bounded_at(words: Sequence[str], i: int) -> tuple[int, str] | None:
    """`≥ 90 %`, `minimal 80%`, `paling lama 3 hari`, `minimal Baik`."""
    if changed := _changed_at(words, i):
        return changed
    end = phrase_end(forms_in("pembatas", "arah", "pengantar"), words, i)
    if i < end < len(words):
        return _number_at(words, end) or _text_at(texts(), words, end)
    end = phrase_end(forms_in("antara"), words, i)
    return _two_numbers_at(words, end) if i < end < len(words) else None


def _changed_at(words: Sequence[str], i: int) -> tuple[int, str] | None:
    """`turun dari 34% menjadi 31%`, `meningkat menjadi 85 %`: how far something goes up or down."""
    end = phrase_end(forms_in("arah"), words, i)
    if end == i or end == len(words):
        return None
    to = forms_in("menjadi")
    if words[end] == _OF[-1] and end + 1 < len(words):
        first, to = _number_at(words, end + 1), forms_in("menjadi", "ke")
        end = first[0] if first and not _YEAR.match(words[first[0] - 1]) else len(words)
    start = phrase_end(to, words, end) if end < len(words) else end
    changed = _number_at(words, start) if end < start < len(words) else None
    # `meningkat dari 2020 ke 2021`: when, and not how far
    return None if changed and _YEAR.match(words[changed[0] - 1]) else changed


def led_end(words: Sequence[str], i: int) -> int:
    """The end of the words at word i that lead a number and stand in one cell with it (`kisaran`, `≤`, `sebesar`,
    `turun dari 34% menjadi`), i where none do. What only says that something rises or falls may end a cell as well
    (`Angka penurunan` / `5 %`)."""
    near = words[i : i + _LONGEST]
    end = phrase_end(forms_in("pembatas", "antara", "pengantar"), near, 0)
    if not end and (changed := _changed_at(near, 0)):
        end = next(k for k in range(changed[0], 0, -1) if phrase_end(forms_in("menjadi", "ke"), near, k - 1) >= k)
    return i + end


def _two_numbers_at(words: Sequence[str], i: int) -> tuple[int, str] | None:
    """`94 - 98 %`, `21–30 hari`, `80 dan 90`, behind the word that leads two numbers."""
    if _RANGE.search(words[i]):
        return _number_at(words, i)
    parted = i + 2 < len(words) and words[i + 1] in _AND and _NUMBER.match(words[i]) and words[i + 2][0].isdecimal()
    # `80 s.d. 90` is one without such a word as well
    return _number_at(words, i + 2 if parted else i) if parted or _linked(words, i + 1) else None


def _linked(words: Sequence[str], i: int) -> bool:
    return i < len(words) and phrase_end(forms_in("rentang"), words, i) > i


def _number_at(words: Sequence[str], i: int) -> tuple[int, str] | None:
    word, after = words[i], i + 1
    if bounded := _bounded_at(words, i):
        return bounded
    if after < len(words) and word.casefold() in {"rp", "rp."} and _NUMBER.match(words[after]):
        return past_rate(words, past_scale(words, after + 1)), "uang"
    if _GLUED.match(word):
        return after, "satuan"
    if _RATIO.match(word) and not _TIME.match(word):
        return past_rate(words, after), "angka"
    if is_date(word) and (timed := past_clock(words, after)) > after:
        return timed, "tanggal"
    if not _NUMBER.match(word):
        amount, _, each = word.partition("/")
        if _AMOUNT.match(amount) and unit_end([each], 0):
            return after, "uang"  # `Rp850.000/hari`
        return (past_clock(words, after), "tanggal") if is_date(word) else None
    if (graded := past_grade(words, after)) > after:
        return graded, "nilai"
    end = past_spelled(words, after)
    if word.endswith(("%", "‰")):
        return past_tail(words, end), "persen"
    if "rp" in word.casefold():
        return past_rate(words, past_scale(words, end)), "uang"
    return _spaced_range(words, end) or _past_unit(words, end) if end < len(words) else (end, "angka")


def _past_unit(words: Sequence[str], end: int) -> tuple[int, str]:
    """The unit behind a number that ends at `end`."""
    unit = words[end]
    low = unit.casefold()
    if low in ("%", "persen", "‰"):
        return past_tail(words, end + 1), "persen"
    linked = end + 1 if unit in _OF else phrase_end(forms_in("rentang", "kali"), words, end)
    if linked > end and end > _CHAIN and words[end - 2] == words[end - _CHAIN] == unit:
        return end, "angka"
    if end < linked < len(words) and (further := _number_at(words, linked)):
        return further
    if is_month(low) and words[end - 1].isdecimal():
        dated = end + 1 < len(words) and _YEAR.match(words[end + 1])
        return past_clock(words, end + 1 + bool(dated)), "tanggal"
    if (rated := past_rate(words, end)) > end:
        return rated, "satuan"
    if _SCALE.match(unit) and end + 1 < len(words) and words[end + 1].rstrip(")").isdecimal():
        return end + 2, "angka"
    known = unit_end(words, end)
    if known > end and (rated := past_rate(words, known)) > known:
        return rated, "satuan"
    if joined := _joined(words, end, known):
        return joined
    if unit[0].isupper() and low in unit_nouns():
        # `65` / `Bidang Penilaian Kinerja`: a part of the agency, and no unit of measure
        return end, "angka"
    if known > end and (span := past_span(words, end, known)) > known:
        return span, "satuan"
    if known > end:
        if (counted := past_counted(words, known)) > known:
            return counted, "satuan"
        printed = words[end:known]
        sure = all(not word[0].isupper() for word in printed) or only_measures(" ".join(printed))
        return known, "satuan" if sure else "satuan?"
    if by_each(unit):
        return end + 1, "satuan"
    if (_LETTERS.match(unit) or _GLUED.match(unit)) and len(unit) > 2 and unit not in ("per", *_OF):
        return end + 1, "satuan"
    return end, "angka"


def _spaced_range(words: Sequence[str], end: int) -> tuple[int, str] | None:
    """`70 – 85 %`, `4,5 - 7,0 %`: the upper number alone has the sign or unit, and is the greater one."""
    if words[end] not in _AND[:2]:
        return None
    low, high = (read_number(word) for word in (words[end - 1], "".join(words[end + 1 : end + 2]).rstrip("%‰")))
    if low is None or high is None or Decimal(low) >= Decimal(high):
        return None
    further = _number_at(words, end + 1)
    return further if further and further[1] in ("persen", "satuan") else None


def _joined(words: Sequence[str], end: int, known: int) -> tuple[int, str] | None:
    """A number with its unit, known or not, and another one behind `dan` (`8 Jenis dan 5 Dokumen`) or `×`."""
    stop = max(known, end + 1)
    if stop + 1 >= len(words) or not words[end].isalpha():
        return None
    if words[stop] != "dan" and phrase_end(forms_in("kali"), words, stop) == stop:
        return None
    further = _number_at(words, stop + 1)
    if further is None or further[1] not in ("satuan", "satuan?", "angka"):
        return None
    last, kind = further
    if kind != "angka":
        return further
    # `500 Exemplar dan 50 CD`
    return (last + 1, "satuan?") if last < len(words) and words[last].isalpha() else None
