"""Lines of linear text that are group rows: what stands over the rows below it across all columns.

`SASARAN STRATEGIS 1 : Mewujudkan ...`, `MISI KE-2 Meningkatkan ...`, `[B] BIDANG KEPEGAWAIAN`: a line by itself whose
name in capitals counts, right above a row with its number; or any name that does so from the top of the table on
(`Tujuan 1. Mewujudkan ...`), a label that stands above a first row and other ones (`URUSAN : BIDANG KEPEGAWAIAN`),
numbers written otherwise than those of the rows (`1. Mewujudkan ...` above `1`), or the name of a unit in capitals
(`BIDANG KEPEGAWAIAN`), where one stands above the first row, too: what stands above later ones only may end a cell.
Where rows have no numbers, only a name that counts shows group rows, on lines that are longer than those of cells or in
capitals.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from bahasa.entry_mark import CAPITAL_NAME, counted_name
from bahasa.headings import heading_letters, heading_openers, is_heading_part
from bahasa.labels import starts_with_label
from bahasa.roles import NO
from bahasa.units import begins_with, unit_nouns
from extract.read.row_numbers import ROW_NUMBER_FIRST
from extract.table.linear.numbering import numbered_lines
from extract.table.meaning.fields import FORM
from schemas.layout import Line

#: `B. BIDANG KEPEGAWAIAN`, `[B] BIDANG KEPEGAWAIAN` or `[1] ...`, `<BIDANG KEPEGAWAIAN>`
_NAME = r"[A-Z][A-Z .,/&-]{5,}"
_SET_APART = rf"(?:\(?(?:[A-Z]|[IVX]{{1,4}})[.)]|\[(?:[A-Z]|[IVX]{{1,4}}|\d{{1,2}})\])\s+{_NAME}$|<{_NAME}>\s*$"
_GROUP = re.compile(rf"{CAPITAL_NAME.pattern}|\s*(?:{_SET_APART})")
_LETTERED = re.compile(rf"\s*(?:{_SET_APART})")
#: Something else than numerals: `TW I. II. III. IV.` is a heading.
_WORD = re.compile(r"[^\W\d_]{4}")
_NUMBERED = re.compile(r"\s*(?P<urut>\d{1,2})(?P<tanda>[.)])\s+[A-Z]\S*\s+\S")
_LABELLED = re.compile(r"\s*(?P<nama>[A-Z][^\W\d_]+(?:\s+[^\W\d_]+){0,3})\s*:\s+(?=[A-Z])")
_DIGIT = re.compile(r"\d")
_ROW_NUMBER = re.compile(r"\s*(?P<urut>\d{1,2})(?P<tanda>[.)]?)(?:\s|$)")
#: What such a name counts with first and second.
_FIRST, _SECOND = ("1", "I", "A"), ("2", "II", "B")
#: A group's name goes on for so many lines at most.
_LINES = 3
#: So many of the prints of a label stand above rows; a page may end below one.
_MOSTLY = 0.75
#: So many lines of the heading above groups are looked at.
_ABOVE = 4
#: A later row than the first.
_LATER = 2
#: A group row is so many times as long as the lines of its table, where nothing else shows it.
_LONG = 1.4


def group_lines(lines: Sequence[Line], roles: Sequence[str]) -> list[list[int]]:
    """Runs of indices of lines that are one group row each, in order."""
    printed = [k for k, line in enumerate(lines) if line.text.strip()]
    name = counted_name(lines[printed[0]].text, _FIRST) if printed else ""
    if NO not in roles:
        return [[k] for k in _unnumbered(lines, printed, name)] if name else []
    found: list[list[int]] = []
    label = _label(lines[printed[0]].text) if printed else ""
    sign = _sign_of_groups([lines[k].text for k in printed[: _LINES + 1]])
    unit = bool(printed) and _names_unit(lines[printed[0]].text)
    rows = numbered_lines([lines[k].text for k in printed])
    for at, k in enumerate(printed):
        text = lines[k].text
        if at not in rows and (
            _GROUP.match(text)
            or (name and counted_name(text) == name)
            or (label and _label(text) == label)
            or (sign and _sign(text) == sign)
            or (unit and _names_unit(text))
        ):
            stop = next((n for n in range(at + 1, at + 1 + _LINES) if n in rows or _begins_row(lines, printed, n)), at)
            if stop > at:
                found.append(printed[at:stop])
    return found


def counted_lines(texts: Sequence[str]) -> list[int]:
    """The lines of a document whose name counts (`RANAH A. BIDANG ...`, further down `RANAH B. BIDANG ...`): group
    rows of its tables, or items of its lists, but no headings of columns."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        if name := counted_name(text):
            found[name].append(at)
    counting = [places for places in found.values() if _counts_on([texts[at] for at in places])]
    return sorted(at for places in counting for at in places)


def labelled_groups(texts: Sequence[str]) -> list[int]:
    """The lines of a document that begin with a label which stands right above a first row's number and right above
    those of other rows, and nowhere else: group rows of its tables. The label of a list stands above its first item."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        if label := _label(text):
            found[label].append(at)
    return sorted(
        at for places in found.values() if _above_rows([texts[at + 1 : at + 2] for at in places]) for at in places
    )


def unit_groups(texts: Sequence[str]) -> list[int]:
    """The lines of a document that name a unit in capitals and stand right above rows' numbers, some of them above a
    first row's, some above later ones, or different ones below one heading: group rows of its tables. One that stands
    elsewhere, too (`DINAS SOSIAL` / `TAHUN 2022`), names the agency, and one above every first row and no other ends
    the heading (`BAGIAN/` / `BAGIAN PELAKSANA`)."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        if _names_unit(text):
            found[text.strip()].append(at)
    numbers = {at: _number_below(texts, at) for places in found.values() for at in places}
    groups = [at for places in found.values() if _are_groups([numbers[at] for at in places]) for at in places]
    told = {1} < {min(numbers[at], _LATER) for at in groups}
    return sorted(groups) if told or _below_one_heading(texts, groups) else []


def _are_groups(numbers: Sequence[int]) -> bool:
    """Whether lines of the same words stand above rows of these numbers as group rows do (0: above none)."""
    return all(numbers) and (len(numbers) == 1 or max(numbers) > 1)


def _below_one_heading(texts: Sequence[str], places: Sequence[int]) -> bool:
    """Whether lines, not all of them the same, each stand below the same line, the last one of a heading (`SUMBER` /
    `DATA` / `KUANT KUAL WAKTU`); a title has such words, too (`INDIKATOR KINERJA INDIVIDU` / `TAHUN 2022`)."""
    above = [texts[max(0, at - _ABOVE) : at] for at in places]
    different = len({texts[at].strip() for at in places}) > 1
    same = different and len({own[-1].strip() if own else "" for own in above}) == 1
    return same and all(any(map(_of_columns, own)) for own in above)


def _of_columns(text: str) -> bool:
    return is_heading_part(text) and not _DIGIT.search(text) and not starts_with_label(text, "judul")


def _names_unit(text: str) -> bool:
    unit = text.isupper() and text.replace(" ", "").isalpha() and len(text.split()) > 1
    return unit and begins_with(text, unit_nouns(referred=False))


def _number_below(texts: Sequence[str], at: int) -> int:
    """The number of the row right below a line, 0 where there is none; `1. NAMA JABATAN : ...` is a head."""
    below = texts[at + 1] if at + 1 < len(texts) else ""
    match = ROW_NUMBER_FIRST.match(below)
    return int(match[1]) if match and not FORM.match(below) else 0


def _above_rows(behind: Sequence[Sequence[str]]) -> bool:
    numbers = [
        match and int(match[1]) for below in behind for match in [ROW_NUMBER_FIRST.match(below[0] if below else "")]
    ]
    counted = [number for number in numbers if number]
    return 1 in counted and any(number > 1 for number in counted) and _MOSTLY * len(numbers) <= len(counted)


def first_groups(texts: Sequence[str]) -> list[int]:
    """The lines of a document that begin to count right above a row's number, other than the rows do (`A. BIDANG
    KEPEGAWAIAN`, `URUSAN A: BIDANG ...`, `1. MISI: ...` above `1`): group rows of its tables. The end of a word that a
    heading begins with and its column broke (`N` / `O. SASARAN INDIKATOR`) counts nothing."""
    rows = {at for at, text in enumerate(texts) if ROW_NUMBER_FIRST.match(text)}
    above = (at for at in range(len(texts)) if at + 1 in rows and _WORD.search(texts[at]))
    return [
        at
        for at in above
        if not (at and _broken_opener(texts[at - 1], texts[at]))
        if _LETTERED.match(texts[at]) or counted_name(texts[at], _FIRST) or _sign_of_groups(texts[at : at + 2])
    ]


def _broken_opener(above: str, text: str) -> bool:
    return bool(above.strip()) and heading_letters(above + text.split()[0]) in heading_openers()


def names_group(text: str) -> bool:
    """Whether a line has the form of a group row that begins to count (`MISI KE-1 Mewujudkan ...`).

    >>> names_group("MISI KE-1 Mewujudkan aparatur"), names_group("Lampiran Bukti")
    (True, False)
    """
    return bool(_GROUP.match(text) or counted_name(text, _FIRST))


def _sign_of_groups(texts: Sequence[str]) -> str:
    """The sign behind the numbers of group rows (`1. Mewujudkan ...`), by the first lines of a table that end with its
    first row; empty where none shows."""
    first = _NUMBERED.match(texts[0]) if texts else None
    rows = (_ROW_NUMBER.match(text) for text in texts[1:])
    row = next((match for match in rows if match), None)
    if not first or not row or first["urut"] != "1" or row["urut"] != "1" or first["tanda"] == row["tanda"]:
        return ""
    return first["tanda"]


def _sign(text: str) -> str:
    match = _NUMBERED.match(text)
    return match["tanda"] if match else ""


def _counts_on(texts: Sequence[str]) -> bool:
    return any(counted_name(text, _FIRST) for text in texts) and any(counted_name(text, _SECOND) for text in texts)


def _label(text: str) -> str:
    """The label that a line begins with."""
    match = _LABELLED.match(text)
    return match["nama"] if match else ""


def _unnumbered(lines: Sequence[Line], printed: Sequence[int], name: str) -> list[int]:
    long = _LONG * median(len(lines[k].text.split()) for k in printed)
    named = (k for k in printed if counted_name(lines[k].text) == name)
    return [k for k in named if lines[k].text.isupper() or len(lines[k].text.split()) >= long]


def _begins_row(lines: Sequence[Line], printed: Sequence[int], at: int) -> bool:
    return at < len(printed) and ROW_NUMBER_FIRST.match(lines[printed[at]].text) is not None
