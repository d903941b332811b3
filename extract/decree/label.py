"""Lines -> the labels that they print.

Input: text, or lines and a position. Output: the label at the start of a line (`label_in`), or the labels that an
extractor tore apart over several lines (`scattered`). Guarantee: a label is made of whole words of the vocabulary and
stands at the start of a line.

A head that is itself a ruled table is torn apart in three ways:
- wrapped: `Nama   : Badan Ketahanan Pangan` / `Organisasi`
- stacked: `Nama Organisasi` / `Tugas` / `Fungsi` / `:` / `:` / `:` / and then the values
- sunken: `: Melaksanakan penyusunan bahan` / `Tugas    dan fasilitasi`, where the label stands lower than its value
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from bahasa.labels import LABEL_BORDER, KnownLabel, label_letters, labels_of, opening_at
from bahasa.parts import PartName, head_labels
from extract.decree.label_places import place, type_size
from extract.read.piece import Piece

_COLONS = re.compile(r"\s*:(?:\s*:)*\s*")


class Found(NamedTuple):
    """A label at the start of a line. `printed` are its words, `rest` is the value, which begins at `end`; `sure` is
    how sure its part is."""

    part: PartName
    label: KnownLabel | None
    printed: str
    rest: str
    colon: bool
    end: int = 0
    sure: float = 1.0


class Scattered(NamedTuple):
    """Labels torn apart. `heads` are the pieces that they take; `cuts` says, for lines that go on after a piece, how
    many characters it takes; `end` is the first line that is not wholly taken."""

    labels: tuple[Found, ...]
    heads: tuple[Piece, ...]
    cuts: dict[int, int]
    end: int


def label_in(label: KnownLabel, text: str) -> Found | None:
    """The label at the start of a text."""
    found = label.match(text)
    if not found:
        return None
    return Found(
        part=label.bagian,
        label=label,
        printed=found["kata"],
        rest=text[found.end() :].strip(),
        colon=bool(found["tanda"] and (found["tanda"].strip() or found["tanda"] == LABEL_BORDER)),
        end=found.end(),
    )


def scattered(rows: Sequence[Piece], at: int) -> Scattered | None:
    """The labels that start torn apart at this line."""
    text = rows[at].text
    if at + 1 >= len(rows) or not (text.lstrip().startswith(":") or opening_at(text, *head_labels()) is not None):
        return None
    return _sunken(rows, at) or _stacked(rows, at) or _wrapped(rows, at)


def _sunken(rows: Sequence[Piece], at: int) -> Scattered | None:
    if not rows[at].text.lstrip().startswith(":"):
        return None
    below = rows[at + 1].text
    for label in labels_of(*head_labels()):
        found = _alone(label, below.split("   ")[0])
        cut = below.index(found.printed) + len(found.printed) if found else 0
        if found and below[cut:].strip(" ") and not _COLONS.match(below[cut:]):
            colon = rows[at].text.index(":") + 1
            heads = (rows[at].cut(colon - 1, colon), rows[at + 1].cut(0, cut))
            return Scattered((found,), heads, {at: colon, at + 1: cut}, at)
    return None


def _stacked(rows: Sequence[Piece], at: int) -> Scattered | None:
    labels: list[Found] = []
    below = at
    while below < len(rows) and (step := _alone_at(rows, below)):
        labels.append(step[0])
        below = step[1]
    start, colons = below, 0
    while below < len(rows) and colons < len(labels) and _COLONS.fullmatch(rows[below].text):
        colons += rows[below].text.count(":")
        below += 1
    if len(labels) < 2 or colons != len(labels) or below == start:
        return None
    return Scattered(tuple(labels), tuple(row.cut(0) for row in rows[at:below]), {}, below)


def _alone_at(rows: Sequence[Piece], at: int) -> tuple[Found, int] | None:
    """A label without value at this line, or at this and the next; and the position after it."""
    for count in (2, 1):
        if at + count <= len(rows):
            text = " ".join(row.text.strip() for row in rows[at : at + count])
            for label in labels_of(*head_labels()):
                if found := _alone(label, text):
                    return found, at + count
    return None


def _alone(label: KnownLabel, text: str) -> Found | None:
    found = label_in(label, text)
    return found if found and not found.rest and not found.colon and label.bentuk == "titik_dua" else None


def _wrapped(rows: Sequence[Piece], at: int) -> Scattered | None:
    for label, cut in _wrapped_labels().get(label_letters(rows[at].text.partition(":")[0]), ()):
        first, second = _wrapped_patterns(label.words, cut)
        upper = first.match(rows[at].text)
        lower = second.match(rows[at + 1].text) if upper else None
        # one colon: `Nama : Siti Aminah` / `Jabatan : Kepala Seksi` are two labels
        if not upper or not lower or not (":" in upper[0] or _colon_below(rows, at, lower.end())):
            continue
        if ":" in upper[0] and rows[at + 1].text[lower.end() :].lstrip().startswith(":"):
            continue
        if ":" in upper[0] and _is_below_value(rows, at, upper[0].index(":"), lower.start("kata")):
            continue
        printed = f"{upper['kata']} {lower['kata']}"
        found = Found(label.bagian, label, printed, "", ":" in upper[0])
        heads = (rows[at].cut(0, upper.end()), rows[at + 1].cut(0, lower.end()))
        return Scattered((found,), heads, {at: upper.end(), at + 1: lower.end()}, at)
    return None


def _is_below_value(rows: Sequence[Piece], at: int, colon: int, word: int) -> bool:
    """Does a word stand below a label's value, or its colon: the value's own (`Tugas : Menyusun analisis` /
    `jabatan`), and no rest of the label (`Tugas Jabatan`)?"""
    return place(rows[at + 1], word) > place(rows[at], colon) - type_size(rows[at]) / 2


def _colon_below(rows: Sequence[Piece], at: int, end: int) -> bool:
    """Whether the colon of a wrapped label follows it, on its second line or on the next."""
    rest = rows[at + 1].text[end:].strip() or (rows[at + 2].text.strip() if at + 2 < len(rows) else "")
    return rest.startswith(":")


@cache
def _wrapped_labels() -> dict[str, list[tuple[KnownLabel, int]]]:
    """Labels of several words and how many of them stand on the first line, by the letters of these."""
    found: dict[str, list[tuple[KnownLabel, int]]] = {}
    for label in labels_of("pemangku", "tugas", "identitas"):
        for cut in range(1, len(label.words)):
            found.setdefault(label_letters("".join(label.words[:cut])), []).append((label, cut))
    return found


@cache
def _wrapped_patterns(words: tuple[str, ...], cut: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    upper, lower = (r"\.?\s+".join(map(re.escape, part)) for part in (words[:cut], words[cut:]))
    first = re.compile(rf"\s*(?P<kata>(?i:{upper})\.?)\s*(?::|$)")
    return first, re.compile(rf"\s*(?P<kata>(?i:{lower}))(?=\s*$|\s\s|\s*:)")
