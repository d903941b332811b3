"""Targets by a closed grammar.

Input: the printed cell, with the indikator and the satuan of its row. Output: a Target; every text has one
(`text` where no rule reads it). The readers are tried in order; each takes the whole cell or leaves it. They stand in
`target_amounts`, `target_money`, `target_times` and `target_grades`, by what they read.

Units: percent has `%`, money has `Rp` (as the decrees print it, not `IDR`), others are canonical names of satuan.toml.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from html import unescape

from bahasa.alphabets import in_one_alphabet
from bahasa.data import entries_of
from bahasa.date import clock_times
from bahasa.entry_mark import BULLET, NUMBER
from bahasa.fold import fold, without_note_marks
from bahasa.hint import Hint, hint_of
from bahasa.number import NUMBER as NUMBER_TEXT
from bahasa.number import without_blanks
from bahasa.target_amounts import (
    read_amount,
    read_lettered,
    read_letters_among,
    read_range,
    read_rate,
    read_scaled,
    read_spelled,
    read_two_numbers,
    read_zeros_apart,
)
from bahasa.target_grades import read_grade
from bahasa.target_money import read_money, read_money_range
from bahasa.target_print import as_digits, has_exponent, unit_behind
from bahasa.target_shares import SHARES, read_change, read_share
from bahasa.target_times import read_deadline, read_product, read_spans
from bahasa.target_words import alternatives, joined_notes, without_prefix
from schemas.decree import Target


@cache
def _none() -> re.Pattern[str]:
    return re.compile(alternatives("kosong"), re.I)


@cache
def _bound() -> re.Pattern[str]:
    forms = f"{alternatives('pembatas')}|{alternatives('arah')}"
    return re.compile(rf"(?P<bound>{forms})(?![a-z])\s*(?=[\dA-Z])", re.I)


def _read_none(text: str, hint: Hint) -> Target | None:
    return Target(kind="none") if _none().fullmatch(text) else None


@cache
def _bound_behind() -> re.Pattern[str]:
    # `80 % ke atas`, `5 hari atau kurang`, `B ke atas`
    return re.compile(rf"(?P<rest>.*\d.*?|[A-E]{{1,2}})\s*(?P<bound>{alternatives('pembatas_akhir')})\.?", re.I)


@cache
def _introduced() -> re.Pattern[str]:
    # `sebesar 60%`, `minimal sebanyak 12 dokumen`, `menjadi sebesar 80 %`
    return re.compile(rf"(?<!\w)(?:{alternatives('pengantar')})\s+(?=[\d<>≤≥±]|Rp)", re.I)


Reader = Callable[[str, Hint], Target | None]
_READERS: tuple[Reader, ...] = (
    _read_none, read_letters_among, read_two_numbers, read_money, read_money_range, read_deadline, read_spans,
    read_product, read_grade, read_range, read_scaled, read_rate, *SHARES, read_lettered, read_zeros_apart, read_amount,
    read_spelled,
)  # fmt: skip


# a target is a few words; a longer cell is prose, however it begins
_LONGEST = 200

# the whole cell in brackets (`[30 orang]`): a number alone there may be that of a column, one with `Rp` a loss
_BRACKETED = re.compile(r"(?:\(([^()]+)\)|\[([^\[\]]+)\]|\{([^{}]+)\})\s?[.,;:]?")
_PRINTS_UNIT = re.compile(r"(?!.*\bRp)(?:(?=.*\d).*(?:%|[^\W\d_]{2}|m[²³])|[A-Z]{2,})", re.I)
_BARE_PERCENT = re.compile(rf"[<>≤≥=\s]*{NUMBER_TEXT}\s*(?:%|persen|prosen)", re.I)
# `'85 %'`, `«12 dokumen»`, and the sign by which a spreadsheet knows text (`'85 %`)
_SINGLE_QUOTED = re.compile(r"[‘’'`´‚«‹]\s*(?=[\d<>≤≥])(.*?[\w%)])\s*[‘’'`´»›]?[.,;]?")
# what a hand or a broken rule left around it: `85 %…`, `85 %|`
_STRAY_END = re.compile(r"(?<=[\w%)])\s*(?:[|!_…]+|\.{2,})$")
_STRAY_BULLET = re.compile(r"[•▪●◆◇○◦■□▸▶►➢]\s*(?=[\d<>≤≥])")
# `Predikat "B"`: quoted, not another target
_QUOTED = re.compile(r"[\"“”„]([^\"“”„]*\w[^\"“”„]*)[\"“”„]")
_SIGNS = str.maketrans({c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)} | {"‰": " permil", "−": "-", "’": "'"})
# marks of notes typed as they are: `85 %*)`, `12* dokumen`, `12 dokumen †`, `12 dokumen 1)`, `85 % [2]`
_STARS = re.compile(r"(?<=[\w%)])(?:(?:\*{1,3}|[†‡])\)?(?=\s|$)|\s(?:\*{1,3}|[†‡])\)?$)")
_NOTED = re.compile(r"(?<=[^\W\d_]|%)\s?(?:\d{1,2}\)|\[\d{1,2}\])$")
_FRACTION = re.compile(r"(\d*)\s*([¼½¾⅕⅖⅗⅘⅛⅜⅝⅞])")
# `-5 %`, `minus 5 %`
_SIGN = re.compile(r"([-+]|minus\s+)(?=\d)", re.I)
# `2024`, `2023-2024` below an indikator that counts per cent or points: the year, and no share of anything
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)\d\d)?")
# the note of a number whose last digits a spreadsheet may not have shown
_ROUNDED = "notasi ilmiah lembar sebar; mungkin dibulatkan"
_SHARED = ("percent", "index")
_SIGNED = ("count", "percent", "index", "money")


def parse_target(text: str, indikator: str = "", satuan: str = "", heading: str = "") -> Target:
    """The target that a cell prints. `indikator`, `satuan` and the column's `heading` decide what a bare number is; all
    may be empty."""
    folded = _unwrapped(_plain(text), indikator, satuan, heading)
    if (digits := as_digits(folded)) != folded:
        exact = parse_target(digits, indikator, satuan, heading)
        return exact.model_copy(update={"note": joined_notes(_ROUNDED, exact.note)})
    if not folded:
        return Target(kind="missing")
    if len(folded) > _LONGEST or has_exponent(folded):
        return Target(kind="text")
    folded = unit_behind(_introduced().sub("", folded))
    if changed := read_change(folded, hint_of(indikator, satuan, heading)):
        return changed
    bound = _bound().match(folded)
    rest = without_blanks(folded[bound.end() :] if bound else folded)
    if bound is None and (behind := _bound_behind().fullmatch(rest)):
        rest, bound = behind["rest"], behind
    target = _read(rest, hint_of(indikator, satuan, heading))
    if target is None and (own := _behind_mark(folded, indikator)):
        return parse_target(own, indikator, satuan, heading)
    if target is None:
        return Target(kind="text", note="lebih dari satu bilangan" if len(re.findall(r"\d+", folded)) > 1 else None)
    # `minimal Nilai 80` is not `maksimal Nilai 80`: the bound holds however the rest was read
    note = joined_notes(_bound_note(bound["bound"]) if bound else None, target.note)
    return target.model_copy(update={"note": note})


def is_rounded(target: Target) -> bool:
    """Is it a number that a spreadsheet printed in scientific notation?

    >>> is_rounded(parse_target("1,2E+06 objek")), is_rounded(parse_target("1,2 juta objek"))
    (True, False)
    """
    return target.value is not None and (target.note or "").startswith(_ROUNDED)


def _plain(text: str) -> str:
    """The cell without the signs that say nothing of its target: quotes, wide letters, marks of notes; `½` as `0,5`,
    `&ge;` as `≥`."""
    folded = _QUOTED.sub(r"\1", without_note_marks(fold(in_one_alphabet(unescape(text)))).translate(_SIGNS))
    folded = _STARS.sub("", folded)
    if "(" not in folded:
        folded = _NOTED.sub("", folded)
    bare = _STRAY_END.sub("", _STRAY_BULLET.sub("", _FRACTION.sub(_decimals, folded).lstrip(":;= ")))
    quoted = _SINGLE_QUOTED.fullmatch(bare)
    return (quoted[1] if quoted else bare) or folded


def _unwrapped(text: str, *says: str) -> str:
    """A cell that stands in brackets as a whole, without them: `[30 orang]`, `(3 hari kerja)`, `{WTP}`. Those who keep
    books write what is below nothing so: a share is one in brackets only where the row counts per cent (`Persentase
    ...`)."""
    match = _BRACKETED.fullmatch(text)
    inner = next(filter(None, match.groups()), "").strip() if match else ""
    if not _PRINTS_UNIT.fullmatch(inner) or (_BARE_PERCENT.fullmatch(inner) and hint_of(*says).kind != "percent"):
        return text
    return inner


def _decimals(match: re.Match[str]) -> str:
    part = f"{unicodedata.numeric(match[2]):.3f}".rstrip("0")[2:]
    return f"{match[1] or 0},{part}"


def _behind_mark(text: str, indikator: str) -> str:
    """What stands behind the number of an item (`b. 12 papan`, beside `b. Jumlah papan petunjuk`); empty where none
    does. A figure, a capital or a dash is one where the indikator has it too: `2. 150 unit` may be a torn 2.150."""
    match = NUMBER.match(text) or BULLET.match(text)
    if match is None:
        return ""
    mark = match["mark"].strip()
    own = indikator.startswith(mark) or (mark[-1] in ".)" and mark.strip("(.)").islower())
    return text[match.end() :] if own else ""


def _read(text: str, hint: Hint) -> Target | None:
    if (hint.kind in _SHARED and _YEARS.fullmatch(text)) or clock_times().fullmatch(text):
        return None
    for reader in _READERS:
        if (target := reader(text, hint)) is not None:
            return target
    if (sign := _SIGN.match(text)) and (target := _read(text[sign.end() :], hint)):
        return _signed(sign[1], target)
    stripped = without_prefix(text)
    if stripped == text:
        return None
    # `Nilai 80`: the word before the number says that it is an index; `Nilai ≥ 80`, `Peringkat 3 dari 38 kabupaten`
    bound = _bound().match(stripped)
    rest = stripped[bound.end() :] if bound else stripped
    target = read_amount(rest, Hint("index")) or read_share(rest, Hint("index"))
    if target is not None and target.kind == "count" and target.unit:
        return None  # `Peringkat 3 Provinsi` is no number of provinces
    if target is None or bound is None:
        return target
    return target.model_copy(update={"note": joined_notes(_bound_note(bound[1]), target.note)})


def _signed(sign: str, target: Target) -> Target | None:
    """`-2,5 %` is below nothing; `+5 %` is 5 %."""
    if target.kind not in _SIGNED or target.value is None:
        return None
    return target.model_copy(update={"value": f"-{target.value}"}) if sign != "+" and target.value != "0" else target


def _bound_note(form: str) -> str:
    wanted = form.casefold()
    for entry in (entry for table in ("pembatas", "arah", "pembatas_akhir") for entry in entries_of("target", table)):
        if wanted in entry["bentuk"]:
            return str(entry["catatan"])
    return form
