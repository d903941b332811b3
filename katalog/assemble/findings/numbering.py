"""Numbering that skips, repeats or is missing; a diktum label printed twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bahasa.fold import fold_words
from bahasa.number import ordinals
from bahasa.parts import preamble_fields
from bahasa.roles import NO
from bahasa.temuan import About, about_text, finding
from extract.decree.items import COLONS
from extract.decree.list_numbers import is_first, is_inserted, ordinal, styles_of
from katalog.assemble.findings.place import about_block, quoted
from katalog.text import value_of
from schemas.base import Finding
from schemas.catalogue import Catalogue, Clause, Entry, IndicatorBlock
from schemas.decree import Text


class Numbered(NamedTuple):
    """A printed number with its text, and what a finding about it is about."""

    no: str | None
    about: About
    text: Text


def check_numbering(catalogue: Catalogue) -> list[Finding]:
    """Findings of all lists and tables of the catalogue."""
    decree = catalogue.decree
    found: list[Finding] = []
    for part in preamble_fields("items"):
        found += _list(part.id, _entries(part.field, getattr(decree, part.field)))
    found += _diktum(decree.diktum)
    for position, clause in enumerate(decree.diktum, start=1):
        found += _list(f"Butir diktum {clause.label}", _entries(f"diktum/{position}/butir", clause.butir))
    for block in catalogue.blocks:
        found += _list("Tujuan", _entries("tujuan", block.tujuan, block))
        found += _list("Fungsi", _entries("fungsi", block.fungsi, block))
        found += _list("Tabel", _row_numbers(block))
    return found


def _entries(field: str, items: Sequence[Entry], block: IndicatorBlock | None = None) -> list[Numbered]:
    kind, order = (block.kind, block.order) if block else (None, None)
    return [
        Numbered(item.no, about_text(item.text, f"{field}/{position}", kind, order), item.text)
        for position, item in enumerate(items, start=1)
    ]


def _row_numbers(block: IndicatorBlock) -> list[Numbered]:
    """The printed row numbers; rows below a merged number have none and are no gap."""
    cells = ((row, row.cells.get(NO)) for row in block.rows)
    return [
        Numbered(value_of(cell.text), about_block(block, f"rows/{row.row}/no", cell.text), cell.text)
        for row, cell in cells
        if cell is not None and cell.span == "own" and value_of(cell.text)
    ]


def _list(name: str, items: Sequence[Numbered]) -> Iterator[Finding]:
    """One finding for each number that does not follow the one before. After a slip, counting goes on from it."""
    items = _without_sublists(items)
    if not any(item.no for item in items):
        return
    previous = 0
    for item, number in zip(items, values_of([item.no for item in items]), strict=True):
        if number == previous and is_inserted(fold_words(item.no or "")):
            continue
        if number is None:
            previous += 1
            if item.no is None:
                yield finding("penomoran-kosong", item.about, daftar=name, teks=quoted(item.text), urutan=previous)
            continue
        if number != previous + 1:
            yield _slip(name, item, number, previous)
        previous = number


def _without_sublists(items: Sequence[Numbered]) -> list[Numbered]:
    """A list without those that its items announce (`b. pengelolaan umum, meliputi:` / `1) surat-menyurat;`), as far as
    these count on. The signs of numbers are not kept: of two lists that may go on the inner one does."""
    numbers = [fold_words(item.no or "") for item in items]
    base = _style(numbers)
    kept: list[Numbered] = []
    # the style and the last number of the list and of those within it that are open
    open_: list[tuple[str, int]] = [(base, 0)]
    for at, item in enumerate(items):
        level = next((k for k in reversed(range(len(open_))) if _counts_on(numbers[at], open_[k])), None)
        above = (value_of(items[at - 1].text) or "") if at else ""
        if level is not None:
            del open_[level + 1 :]
            open_[level] = (open_[level][0], open_[level][1] + 1)
        elif above.rstrip().endswith(COLONS) and is_first(numbers[at]):
            open_.append((next(style for style in styles_of(numbers[at]) if ordinal(numbers[at], style) == 1), 1))
        else:
            open_ = [(base, ordinal(numbers[at], base) or open_[0][1])]
        if len(open_) == 1:
            kept.append(item)
    return kept


def _counts_on(number: str, last: tuple[str, int]) -> bool:
    style, value = last
    return ordinal(number, style) == value + 1


def _style(numbers: Sequence[str]) -> str:
    """The style that most numbers are of; of those that fit as many the one that starts at one: a table with the single
    row `I`."""
    counted = Counter(style for no in numbers for style in styles_of(no))
    first = next((no for no in numbers if no), "")
    return max(counted, key=lambda style: (counted[style], ordinal(first, style) == 1), default="")


def _slip(name: str, item: Numbered, number: int, previous: int) -> Finding:
    said: dict[str, str | int] = {"daftar": name, "nomor": item.no or ""}
    if number > previous + 1:
        return finding("penomoran-lompat", item.about, **said, **({"sebelum": previous} if previous else {}))
    before = "sama" if number == previous else "sebelum"
    return finding("penomoran-berulang", item.about, **said, **({before: previous} if previous else {}))


def values_of(numbers: Sequence[str | None]) -> list[int | None]:
    """The values of a list's printed numbers in the style of most of them: `7`, `07.` and `g` are 7, and `I` is 9 after
    `H` but 1 before `II`. One of another style is read by itself; None for what is no number."""
    bare = [fold_words(no or "") for no in numbers]
    style = _style(bare)
    return [_value(no, style) for no in bare]


def _value(no: str, style: str) -> int | None:
    own = styles_of(no)
    return ordinal(no, style if style in own else own[0]) if own else None


def _diktum(clauses: Sequence[Clause]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    previous = 0
    for position, clause in enumerate(clauses, start=1):
        label, about = clause.label.upper(), about_text(clause.text, f"diktum/{position}")
        number = ordinals().get(fold_words(label).replace(" ", ""))
        if label in seen:
            yield finding("diktum-berulang", about, label=label, pertama=seen[label], kedua=position)
        elif number is not None and number > previous + 1:
            yield finding("diktum-lompat", about, label=label, sebelum=previous)
        seen.setdefault(label, position)
        previous = number if number is not None else previous + 1
