"""Whether a reading parts the words of a heading where their form says that they go on.

`Target /` / `Standar` goes on behind its slash, `Key Performance Indicator` / `(KPI)` in its bracket; and `2022 2023
2024 2025` count on below one heading (`Rencana Target Tahunan`), not two of them below `Rencana` and two below `Target
Tahunan`. Years that begin anew (`2022 2023 2022 2023`) stand below two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from bahasa.function_words import function_words
from bahasa.target_scope import scopes_of
from bahasa.target_words import forms_of
from extract.table.formed.columns import TaggedColumn
from extract.table.formed.evidence import SeenWord
from schemas.decree import TargetScope

#: `Target /`, `Output &`: what ends so goes on; what begins with one of these went on.
_OPEN_END = re.compile(r"[/&([+–-]$")
#: `(KPI)`, `/ Standar`, `: Penyebut]`; `[Satuan]` is a heading of its own, `[IKI] Target` is none.
_OPEN_BEGINNING = re.compile(r"[]/&):]|\([^\W\d_]|\[[^]]*\]\s*\S")

#: A sign counts for so many words.
_SIGN = 2
#: `TARGET PER` / `ASPEK`, `Besaran yang` / `Dituju`.
_GO_ON = function_words("sambung") | function_words("terbuka")

#: `DARI PENJAB.`, `DAN RUMUS`.
_JOINS = function_words("terbuka")

#: `Target yang`, `Formula dan`: what a title prints small ends none; `TARGET PER` may stand over `BULAN` and `TAHUN`.
_NEVER_LAST = _JOINS & function_words("kecil") & function_words("tunggal")

#: `Realisasi s/d` / `Akhir Tahun`: what stands between two ends.
_UP_TO = [[form] for form in forms_of("rentang")]

#: The levels of a column's heading, from top to bottom.
Levels = Sequence[str]


def stays_open(levels: Levels) -> int:
    """How plainly a heading on one of its levels ends openly, or begins as if it went on: a sign leaves no doubt (nor
    does `s/d`, `yang`, `dan`), a word little.

    >>> stays_open(["Besaran yang"]), stays_open(["Target /"]), stays_open(["(KPI)"]), stays_open(["Target", "(Rp)"])
    (2, 2, 2, 0)
    >>> stays_open(["dari Penjab."]), stays_open(["[IKI] [Target]"]), stays_open(["[Target]"])
    (1, 2, 0)
    """
    return _stays_open(tuple(levels))


@lru_cache(maxsize=1 << 12)
def _stays_open(levels: tuple[str, ...]) -> int:
    if levels and (_OPEN_BEGINNING.match(levels[0]) or levels[0].lower().split()[:1] in _UP_TO):
        return _SIGN
    began = any(_JOINS.issuperset(level.lower().split()[:1]) and level for level in levels)
    return max([int(began), *map(_ends_openly, levels)])


def _ends_openly(level: str) -> int:
    if any(level.count(opens) > level.count(closes) for opens, closes in ("()", "[]")) or _OPEN_END.search(level):
        return _SIGN
    last = level.lower().split()[-1:]
    return _SIGN if last in _UP_TO or _NEVER_LAST.issuperset(last or [""]) else int(_GO_ON.issuperset(last or [""]))


def wrongly_parted(names: Sequence[Levels]) -> int:
    """How often parts of the columns' headings count on from below one heading to below the next, begin anew below the
    same, or stand beside one that is no part.

    >>> wrongly_parted([("Rencana", "2022"), ("Rencana", "2023"), ("Target", "2024"), ("Target", "2025")])
    1
    >>> wrongly_parted([("Awal", "2022"), ("Awal", "2023"), ("Akhir", "2022"), ("Akhir", "2023")])
    0
    """
    below = [(levels[0], levels[1]) for levels in names if len(levels) > 1]
    scopes = dict(zip(below, scopes_of([(lower,) for _, lower in below]), strict=True))
    across = sum(one[0] != other[0] and _counts_on(scopes[one], scopes[other]) for one, other in pairwise(below))
    anew = mixed = 0
    for _, group in groupby(below, key=lambda one: one[0]):
        own = list(group)
        anew += len(set(own)) < len(own)
        mixed += _mixes([scopes[one] for one in own])
    return across + anew + mixed


def _mixes(scopes: Sequence[TargetScope]) -> bool:
    """Whether some parts below one heading count on and another says nothing of what it is (`KE- KTR.` beside `2022
    2023 2024`)."""
    counting = any(_counts_on(one, other) for one, other in pairwise(scopes))
    return counting and any(scope == TargetScope() for scope in scopes)


def unlevelled(columns: Sequence[TaggedColumn], words: Sequence[SeenWord]) -> int:
    """How many words glued to the one before begin no lower level: an extractor writes no blank where the text goes up
    on the page (`SumberSatuan`, the first part of a target behind the last heading above)."""
    below = min((column.words[1][0] for column in columns if len(column.words) > 1), default=-1)
    own = sorted({at for column in columns for level in column.words for at in level})
    return sum(_is_glued(words, at) for at in own[1:] if at != below)


def begins_below(words: Sequence[SeenWord], first: int, end: int) -> int | None:
    """Where the lower level of a heading (words first..end) begins: at its only word glued to the one before."""
    glued = [at for at in range(first + 1, end) if _is_glued(words, at)]
    return glued[0] if len(glued) == 1 else None


def _is_glued(words: Sequence[SeenWord], at: int) -> bool:
    before, word = words[at - 1], words[at]
    return word.line == before.line and word.start == before.start + len(before.text)


def _counts_on(left: TargetScope, right: TargetScope) -> bool:
    if left.period_number and right.period_number:
        return left.period == right.period and right.period_number == left.period_number + 1
    return left.year is not None and right.year == left.year + 1
