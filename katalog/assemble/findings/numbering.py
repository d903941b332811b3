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
from extract.decree.list_numbers import is_inserted, ordinal, styles_of
from extract.decree.sublists import begins_sublist
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
    these count on."""
    numbers = [fold_words(item.no or "") for item in items]
    styles = styles_of(next((no for no in numbers if no), ""))
    kept: list[Numbered] = []
    inner = 0
    for at, item in enumerate(items):
        if at and styles and begins_sublist(numbers[at], value_of(items[at - 1].text) or "", styles[0]):
            inner = 1
        elif inner and any(ordinal(numbers[at], style) == inner + 1 for style in styles_of(numbers[at])):
            inner = 0 if styles[0] in styles_of(numbers[at]) else inner + 1
        else:
            inner = 0
        if not inner:
            kept.append(item)
    return kept


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
    counted = Counter(style for no in bare for style in styles_of(no))
    first = next((no for no in bare if no), "")
    # of the styles that fit as many the one that starts at one: a table with the single row `I`
    style = max(counted, key=lambda style: (counted[style], ordinal(first, style) == 1), default="")
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
