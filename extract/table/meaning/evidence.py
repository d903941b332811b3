"""A column of a table -> what speaks for its role.

Input: a column's heading, level by level, and its cells. Output: names of evidence, each present or not. They are of
four kinds: parts of the heading's words (`h:targ`; white space counts for nothing, since narrow columns break words),
the role that the vocabulary knows for the heading (`k:target`), what stands in the cells (`c:naik`: numbers that count
up), and where the column stands (`p:0`) and beside what (`kiri:c:target>70`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from bahasa.abbreviations import spelled_out
from bahasa.headings import is_known_heading, role_of_heading
from bahasa.satuan import measures_by_form
from bahasa.signs import shows, speaks_of
from bahasa.target_at import target_at
from extract.read.row_numbers import ROW_NUMBER_LOOSE

#: Letters of a part of a heading.
_PART = 4
#: Cells that are looked at in each column.
LOOKED_AT = 24
_INTEGER = re.compile(r"\d[\d.,]*$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROMAN = re.compile(r"(?:t\.?w|tri|triwulan)?[ .]*(?:iv|i{1,3}|[1-4])$")
_ITEM = re.compile(r"(?:[-•*]|\(?\w{1,3}[.)])\s+")
_MONEY = re.compile(r"(?:rp\.? ?)?\d{1,3}(?:\.\d{3}){2,}(?:,\d+|,-)?$", re.IGNORECASE)


class SeenColumn(NamedTuple):
    """A column as printed: the texts of its heading from top to bottom, and its cells from top to bottom (empty where
    nothing is printed)."""

    headings: tuple[str, ...]
    cells: tuple[str, ...]


def evidence_of(columns: Sequence[SeenColumn]) -> list[frozenset[str]]:
    """The evidence of each column of a table, left to right."""
    headed = [_heading(column.headings) for column in columns]
    filled = [frozenset(_cells(column.cells[:LOOKED_AT])) for column in columns]
    told = [frozenset(name for name in names if name.startswith(_BESIDE)) for names in filled]
    found: list[frozenset[str]] = []
    for i, column in enumerate(columns):
        names = {*headed[i], *filled[i], *_place(i, len(columns)), *_mirrored(columns, i)}
        if i and len(column.headings) > 1 and columns[i - 1].headings[:1] == column.headings[:1]:
            names.add("p:di bawah judul yang sama")
        names |= {f"kiri:{name}" for name in (told[i - 1] if i else ())}
        names |= {f"kanan:{name}" for name in (told[i + 1] if i + 1 < len(columns) else ())}
        found.append(frozenset(names))
    return found


#: What of a column's cells speaks for the roles of its neighbours.
_BESIDE = ("c:target utuh", "c:naik", "c:satuan saja", "c:bilangan")


@lru_cache(maxsize=1 << 12)
def squashed(text: str) -> str:
    """Letters and digits alone, in lower case, a year as `#`: what two prints of a heading share, be it broken or not.

    >>> squashed("TARGE T 2023")
    'target#'
    """
    return _YEAR.sub("#", "".join(c for c in text.casefold() if c.isalnum()))


@lru_cache(maxsize=1 << 12)
def _heading(headings: tuple[str, ...]) -> frozenset[str]:
    whole = tuple(" ".join(map(spelled_out, heading.split())) for heading in headings)
    return frozenset(_heading_evidence(whole))


def _heading_evidence(headings: tuple[str, ...]) -> Iterator[str]:
    names = [name for name in map(squashed, headings) if name]
    if not names:
        yield "h:(kosong)"
        return
    yield from heading_parts("h", "".join(names))
    if len(names) > 1:
        yield "h:bertingkat"
        yield from heading_parts("o", names[0])
        yield from heading_parts("l", names[-1])
    last = headings[-1].strip().casefold()
    if names[-1] == "#":
        yield "h:tahun"
    elif _ROMAN.fullmatch(last):
        yield "h:triwulan"
    whole = " ".join(headings)
    if role := role_of_heading(whole):
        yield f"k:{role}"
        if is_known_heading(whole):
            yield f"k:{role} utuh"


def heading_parts(mark: str, name: str) -> Iterator[str]:
    """The parts of a squashed name: its runs of four letters, the first and the last marked as such."""
    if len(name) <= _PART:
        yield f"{mark}:<{name}>"
        return
    yield f"{mark}:<{name[:_PART]}"
    yield f"{mark}:{name[-_PART:]}>"
    for i in range(len(name) - _PART + 1):
        yield f"{mark}:{name[i : i + _PART]}"


def _cells(cells: Sequence[str]) -> Iterator[str]:
    printed = [cell for text in cells if (cell := text.strip())]
    if not printed:
        yield "c:kosong"
        return
    yield from share_steps("c:terisi", len(printed) / len(cells))
    for name, test in _TESTS.items():
        if count := sum(map(test, printed)):
            yield from share_steps(f"c:{name}", count / len(printed))
    yield from value_steps("c:kata", sum(len(cell.split()) for cell in printed) / len(printed), (1, 2, 3, 5, 8, 14))
    yield from share_steps("c:berbeda", len(set(printed)) / len(printed))
    yield from _counting(printed)


def _counting(printed: Sequence[str]) -> Iterator[str]:
    numbers = [int(match[1]) for cell in printed if (match := ROW_NUMBER_LOOSE.match(cell))]
    if len(numbers) < 2 or len(numbers) * 4 < 3 * len(printed):
        return
    rising = sum(0 <= b - a <= 2 for a, b in pairwise(numbers)) / (len(numbers) - 1)
    yield from share_steps("c:naik", rising)
    if numbers[0] == 1 and rising > 0.8:
        yield "c:mulai dari 1"


def share_steps(name: str, share: float) -> Iterator[str]:
    """How large a share is, as evidence that grows: `c:target>0`, `c:target>30`, `c:target>70`."""
    return value_steps(name, share * 100, (0, 30, 70, 95))


def value_steps(name: str, value: float, steps: Sequence[int]) -> Iterator[str]:
    """Which of some steps a value is above."""
    return (f"{name}>{step}" for step in steps if value > step)


@lru_cache(maxsize=1 << 12)
def is_whole_target(cell: str) -> bool:
    """Is the whole cell a target by the closed grammar, bare numbers aside?"""
    words = cell.split()
    if not words or len(words) > 8:
        return False
    end, kind = target_at(words, 0)
    return bool(kind) and kind != "angka" and end == len(words)


def is_unit(cell: str) -> bool:
    """Is a cell a unit of measure and nothing else? A narrow column breaks it (`dokume` / `n`)."""
    return "".join(cell.casefold().split()).rstrip(".") in _measures()


def opens_cell(text: str) -> bool:
    """Does a text begin as a sasaran or an indikator does (`Meningkatnya`, `Persentase`)?"""
    return text[:1].isupper() and (shows("hasil", text) or shows("ukuran", text))


@lru_cache(maxsize=1 << 14)
def kinds_of_opening(word: str) -> tuple[str, ...]:
    """What a cell that begins with this word is about, in the names of the evidence of columns.

    >>> kinds_of_opening("Meningkatnya"), kinds_of_opening("Persentase")
    (('hasil',), ('ukuran',))
    """
    return tuple(name for name in _OPENING if _TESTS[name](word))


def _first(cell: str) -> str:
    """The cell without the mark of a list's item."""
    match = _ITEM.match(cell)
    return cell[match.end() :] if match else cell


@cache
def _measures() -> frozenset[str]:
    return frozenset("".join(form.split()) for form in measures_by_form())


_TESTS: dict[str, Callable[[str], bool]] = {
    "bilangan": lambda cell: _INTEGER.match(cell) is not None,
    "nomor": lambda cell: ROW_NUMBER_LOOSE.match(cell) is not None,
    "target utuh": is_whole_target,
    "persen": lambda cell: "%" in cell or "persen" in cell.casefold(),
    "satuan saja": is_unit,
    "uang": lambda cell: _MONEY.match(cell) is not None,
    "hasil": lambda cell: shows("hasil", _first(cell)),
    "upaya": lambda cell: shows("upaya", _first(cell)),
    "ukuran": lambda cell: shows("ukuran", _first(cell)),
    "cara hitung": lambda cell: shows("cara hitung", cell),
    "kantor": lambda cell: shows("kantor", cell),
    "kantor di dalam": lambda cell: speaks_of("kantor", cell),
    "berkas": lambda cell: shows("berkas", cell),
    "huruf kecil": lambda cell: cell[:1].islower(),
    "strip": lambda cell: cell in ("-", "–"),
    "titik akhir": lambda cell: cell.endswith((".", ";")),
}


#: What the first word of a cell tells alone.
_OPENING = ("hasil", "ukuran", "kantor", "berkas")


def _place(i: int, count: int) -> Iterator[str]:
    if i < _PART:
        yield f"p:{i}"
    if i >= count - 2:
        yield f"p:{i - count}"
    yield f"p:{round(4 * i / max(1, count - 1))}/4"


def _mirrored(columns: Sequence[SeenColumn], i: int) -> Iterator[str]:
    """A column whose cells use the words of another one: a rumus repeats its indikator."""
    own = columns[i].cells[:LOOKED_AT]
    for j, other in enumerate(columns):
        if j != i and _likeness(own, other.cells[:LOOKED_AT]) > 0.3:
            side = "kiri" if j < i else "kanan"
            yield f"m:{side}"
            longer = sum(map(len, own)) > sum(map(len, other.cells[:LOOKED_AT]))
            yield f"m:{side} lebih {'panjang' if longer else 'pendek'}"


@lru_cache(maxsize=1 << 12)
def _long_words(cell: str) -> frozenset[str]:
    return frozenset(word for word in cell.casefold().split() if len(word) > 3)


def _likeness(cells: Sequence[str], others: Sequence[str]) -> float:
    shares = []
    for cell, other in zip(cells, others, strict=False):
        a, b = _long_words(cell), _long_words(other)
        if len(a) > 1 and len(b) > 1:
            shares.append(len(a & b) / min(len(a), len(b)))
    return sum(shares) / len(shares) if shares else 0.0
