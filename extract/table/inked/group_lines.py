"""Areas -> the same, with their group rows (`TUJUAN 2 : Mewujudkan ...`, `B. BIDANG KEPEGAWAIAN`).

Between the rows of a table a line that begins at its left edge and stands across columns is a group row. A short one
seems to be a cell's text, one above the first row of a table without a heading a label or an item of the list above,
one at the foot of a page a title. All are known by the form of those that stand between rows, numbers and letters that
count aside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.table.inked.areas import Area
from extract.table.inked.ink import InkLine

#: So many blank lines may stand between, and so far from the left edge of its table a group row may begin (characters).
_BLANK, _EDGE = 1, 2
#: The colon stands behind so many words at most; a line shows columns if it has so many parts.
_NAME, _COLUMNS = 4, 3
_HAS_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(r"\d+|\b(?:[IVX]+|[A-Za-z])\b")
#: `A. BIDANG`, `II. URUSAN`, `BIDANG A. BIDANG`, `A) KINERJA UTAMA`; rows are counted with digits
_LETTERED = re.compile(r"(?:[A-Z]{3,} )?(?:[IVX]+|[A-Z])[.)] [^\W\d_]{3,}")
#: `1. BIDANG PENGEMBANGAN APARATUR`: in capitals, where hardly a row is
_CAPITALS, _UPPER = re.compile(r"\d{1,2}[.)] [A-Z]{3,}(?: [A-Z/&,-]+)+"), 0.5
#: `MISI I - Mewujudkan`, `Perspektif 1 (Meningkatkan`: a name that counts, and what parts it from the group's
_NAMED = re.compile(
    r"[A-Z][^\W\d_]{2,}(?: [^\W\d_]{2,}){0,3} (?:(?i:ke) ?- ?)?(?:\d{1,2}|[IVX]{1,4}|[A-H]) ?(?:[-–—] |\()(?=[A-Z])"
)


def with_groups(areas: Sequence[Area], pages: Sequence[Sequence[InkLine]]) -> list[Area]:
    """The areas with their group rows (`Area.groups`), those right above and below them among their lines."""
    printed = Counter(_words(line) for area in areas for line in area.lines if len(line.parts) >= _COLUMNS)
    heads = {words for words, number in printed.items() if number > 1 and not any(map(_HAS_DIGIT.search, words))}
    forms = {form for area in areas for form in _forms_between(area, heads)}
    taken = {line.number for area in areas for line in area.lines}
    page_of = {line.number: page for page in pages for line in page}
    found: list[Area] = []
    for area in areas:
        first, last = area.lines[0], area.lines[-1]
        free = [line for line in page_of[first.number] if line.number not in taken and _form(line, area) in forms]
        above = [line for line in free if 0 < first.at - line.at <= _BLANK + 1][-1:]
        below = [line for line in free if 0 < line.at - last.at <= _BLANK + 1][:1]
        taken |= {line.number for line in (*above, *below)}
        lines = (*above, *area.lines, *below)
        found.append(replace(area, lines=lines, groups=_groups(lines, area, forms)))
    return found


def _forms_between(area: Area, heads: Collection[tuple[str, ...]]) -> list[str]:
    """The forms of the group rows between an area's lines; one right above a line of `heads`, of columns and printed
    again, is the title of the next table."""
    inner = [line for line, below in pairwise(area.lines[1:]) if _words(below) not in heads]
    return [form for line in inner if (form := _form(line, area))]


def _words(line: InkLine) -> tuple[str, ...]:
    return tuple(ink.text for ink in line.ink)


def _groups(lines: Sequence[InkLine], area: Area, forms: Collection[str]) -> frozenset[int]:
    return frozenset(line.number for line in lines if _form(line, area) in forms)


def _form(line: InkLine, area: Area) -> str:
    """What group rows of one kind share: `TUJUAN # :`, `#. BIDANG`; empty where a line has not the form of one: a text
    that begins at the left edge, goes on behind the first column, and counts."""
    left = min(one.ink[0].left for one in area.lines)
    if len(line.parts) > 1 or abs(line.ink[0].left - left) > _EDGE or line.ink[-1].right <= area.gutters[0]:
        return ""
    words = [ink.text for ink in line.ink]
    colon = next((at for at, word in enumerate(words[: _NAME + 1]) if word.endswith(":")), None)
    if colon is not None and colon + 1 < len(words):
        name = " ".join(words[: colon + 1])
        form = _COUNTED.sub("#", name)
        return form if form != name and any(len(word) > 2 for word in words[: colon + 1]) else ""
    text = " ".join(words)
    if _CAPITALS.fullmatch(text) and sum(one.line.text.isupper() for one in area.lines) <= _UPPER * len(area.lines):
        return _COUNTED.sub("#", " ".join(words[:2]))
    match = _LETTERED.match(text) or _NAMED.match(text)
    return _COUNTED.sub("#", match[0].rstrip(), count=1) if match else ""
