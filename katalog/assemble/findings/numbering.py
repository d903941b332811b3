"""Numbering that skips, repeats or is missing; a diktum label printed twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bahasa.fold import fold_words
from bahasa.kepala import ordinals
from bahasa.roles import NO
from extract.decree.items import ordinal, styles_of
from katalog.assemble.findings.place import about_block, about_decree, quoted
from katalog.text import value_of
from schemas.base import Finding, Severity
from schemas.catalogue import Catalogue, Clause, Entry, IndicatorBlock
from schemas.decree import Text


@dataclass(frozen=True, slots=True)
class Numbered:
    """A printed number with its field and text."""

    no: str | None
    field: str
    text: Text


def check_numbering(catalogue: Catalogue) -> list[Finding]:
    """Findings of all lists and tables of the catalogue."""
    decree = catalogue.decree

    def of_decree(code: str, severity: Severity, message: str, field: str, text: Text) -> Finding:
        return about_decree(code, severity, message, field, text)

    found = list(_list("Menimbang", _entries("menimbang", decree.menimbang), of_decree))
    found += _list("Mengingat", _entries("mengingat", decree.mengingat), of_decree)
    found += _diktum(decree.diktum)
    for position, clause in enumerate(decree.diktum, start=1):
        butir = _entries(f"diktum/{position}/butir", clause.butir)
        found += _list(f"Butir diktum {clause.label}", butir, of_decree)
    for block in catalogue.blocks:
        found += _block(block)
    return found


def _block(block: IndicatorBlock) -> list[Finding]:
    def maker(code: str, severity: Severity, message: str, field: str, text: Text) -> Finding:
        return about_block(block, code, severity, message, field, text)

    found = list(_list("Tujuan", _entries("tujuan", block.tujuan), maker))
    found += _list("Fungsi", _entries("fungsi", block.fungsi), maker)
    found += _list("Tabel", _row_numbers(block), maker)
    return found


def _entries(field: str, items: Sequence[Entry]) -> list[Numbered]:
    return [Numbered(item.no, f"{field}/{position}", item.text) for position, item in enumerate(items, start=1)]


def _row_numbers(block: IndicatorBlock) -> list[Numbered]:
    """The printed row numbers; rows below a merged number have none and are no gap."""
    cells = ((row, row.cells.get(NO)) for row in block.rows)
    return [
        Numbered(value_of(cell.text), f"rows/{row.row}/no", cell.text)
        for row, cell in cells
        if cell is not None and cell.span == "own" and value_of(cell.text)
    ]


def _list(name: str, items: Sequence[Numbered], maker: Callable[..., Finding]) -> Iterator[Finding]:
    """One finding for each number that does not follow the one before. After a slip, counting goes on from it."""
    if not any(item.no for item in items):
        return
    previous = 0
    for item, number in zip(items, values_of([item.no for item in items]), strict=True):
        if number is None:
            previous += 1
            if item.no is None:
                message = f"{name}: {quoted(item.text)} tercetak tanpa nomor pada urutan ke-{previous}."
                yield maker("penomoran-kosong", "info", message, item.field, item.text)
            continue
        if number != previous + 1:
            yield _slip(name, item, number, previous, maker)
        previous = number


def _slip(name: str, item: Numbered, number: int, previous: int, maker: Callable[..., Finding]) -> Finding:
    after = f"setelah nomor {previous}" if previous else "sebagai nomor pertama"
    if number > previous + 1:
        message = f"{name}: penomoran melompat, nomor {item.no} tercetak {after}."
        return maker("penomoran-lompat", "warning", message, item.field, item.text)
    again = "lagi " if number == previous else ""
    message = f"{name}: penomoran tidak maju, nomor {item.no} tercetak {again}{after}."
    return maker("penomoran-berulang", "warning", message, item.field, item.text)


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
        label, field = clause.label.upper(), f"diktum/{position}"
        number = ordinals().get(fold_words(label).replace(" ", ""))
        if label in seen:
            message = f"Diktum {label} tercetak dua kali, pada urutan ke-{seen[label]} dan ke-{position}."
            yield about_decree("diktum-berulang", "warning", message, field, clause.text)
        elif number is not None and number > previous + 1:
            message = f"Diktum melompat: {label} tercetak setelah diktum ke-{previous}."
            yield about_decree("diktum-lompat", "warning", message, field, clause.text)
        seen.setdefault(label, position)
        previous = number if number is not None else previous + 1
