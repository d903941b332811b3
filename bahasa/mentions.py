"""What a running text names: regulations, dates, amounts and their units, positions, units, programs.

Input: any text, as printed or corrected. Output: mentions with where they stand (character positions) and what they
mean, by the vocabularies and matchers that values are read with (`parse_law`, `read_date`, `parse_target`). The kinds
are those of entitas.toml. A mention may stand inside another (`Bidang Mutasi` in `Kepala Bidang Mutasi`).

>>> [(one.label, one.value) for one in mentions_in("12 laporan sampai 31 Desember 2022")]
[('JUMLAH', '12 laporan'), ('SATUAN', 'laporan'), ('TANGGAL', '2022-12-31')]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bahasa.amounts import amounts_in
from bahasa.data import entries_of
from bahasa.date import dates_in
from bahasa.law import laws_in, number_named
from bahasa.names import proper_names_in
from schemas.decree import Law, Target


@dataclass(frozen=True, slots=True)
class MentionKind:
    """A kind of mention with its answers; entitas.toml says what each of them means."""

    label: str
    nama: str
    en: str
    arti: str
    komponen: str
    warna: str
    contoh: str
    sebutan: str
    nilai: str
    dari: str


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A mention at text[start:end]; `value` is what it means, in its one form (`2022-12-29`, `12 dokumen`)."""

    start: int
    end: int
    label: str
    value: str


@cache
def mention_kinds() -> dict[str, MentionKind]:
    """All kinds by label, in file order."""
    return {entry["label"]: MentionKind(**entry) for entry in entries_of("entitas", "entitas")}


def rulers() -> tuple[str, ...]:
    """The names of the finders, each for one or several kinds, in the order in which they are asked."""
    return tuple(_FINDERS)


def mentions_in(text: str, only: Sequence[str] | None = None) -> list[Mention]:
    """The mentions of a text in order, of all finders or of some (`peraturan`, `tanggal`, `jumlah`, `nama`)."""
    return settled(one for name in (rulers() if only is None else only) for one in found_by(name, text))


def found_by(ruler: str, text: str) -> Iterator[Mention]:
    """What one finder sees, whatever the others see at the same place. Paragraphs (a blank line parts them) are read
    one by one, their line breaks as blanks."""
    at = 0
    for paragraph in _PARTED.split(text):
        for one in _FINDERS[ruler](paragraph.replace("\n", " ")):
            yield Mention(at + one.start, at + one.end, one.label, one.value)
        at += len(paragraph) + 2


_PARTED = re.compile(r"\n\n")


def settled(found: Iterable[Mention]) -> list[Mention]:
    """Mentions in order, without those that another one rules out: a number inside a citation or a date counts nothing
    (`23 Tahun 2014`), and a regulation's title names no position (`Bupati Paser` in `Peraturan Bupati Paser`)."""
    order = list(mention_kinds())
    mentions = sorted(set(found), key=lambda one: (one.start, -one.end, order.index(one.label), one.value))
    ruling = [one for one in mentions if one.label in _RULED_OUT_BY]
    return [one for one in mentions if not any(_rules_out(other, one) for other in ruling)]


#: What no mention of these kinds may overlap.
_COUNTED = frozenset({"JUMLAH", "SATUAN", "NILAI"})
_RULED_OUT_BY = {"PERATURAN": _COUNTED | {"JABATAN"}, "TANGGAL": _COUNTED}


def _rules_out(ruling: Mention, one: Mention) -> bool:
    return one.label in _RULED_OUT_BY[ruling.label] and ruling.start < one.end and one.start < ruling.end


def law_named(law: Law) -> str:
    """A regulation by what identifies it: `Undang-Undang Nomor 25 Tahun 2004`."""
    return f"{law.jenis} {number_named(law.nomor, law.tahun)}".rstrip()


def target_named(target: Target) -> tuple[str, str] | None:
    """The label and the value of what a target says; None where it is no amount, date or grade.

    >>> from bahasa.target import parse_target
    >>> target_named(parse_target("BB (70)")), target_named(parse_target("3 s.d. 5 hari"))
    (('NILAI', 'BB 70'), ('JUMLAH', '3–5 hari'))
    """
    number = f"{target.value}–{target.upper}" if target.upper else target.value or ""
    said = " ".join(part for part in (target.grade, number, target.unit) if part)
    if target.kind == "date" and target.date:
        return "TANGGAL", target.date
    if target.kind == "grade" and said:
        return "NILAI", said
    if target.value is None or target.kind in ("text", "ambiguous"):
        return None
    return ("UANG" if target.unit == "Rp" else "JUMLAH"), said


def _laws(text: str) -> Iterator[Mention]:
    return (Mention(start, end, "PERATURAN", law_named(law)) for start, end, law in laws_in(text))


def _dates(text: str) -> Iterator[Mention]:
    return (Mention(start, end, "TANGGAL", date) for start, end, date in dates_in(text))


def _amounts(text: str) -> Iterator[Mention]:
    for amount in amounts_in(text):
        if (named := target_named(amount.target)) is None or named[0] == "TANGGAL":
            continue
        yield Mention(amount.start, amount.end, *named)
        if amount.unit is not None and named[0] != "UANG":  # `M` of `Rp 1,5 M` multiplies, and is no unit
            yield Mention(amount.unit, amount.end, "SATUAN", amount.target.unit or "")


def _names(text: str) -> Iterator[Mention]:
    return (Mention(start, end, label, value) for start, end, label, value in proper_names_in(text))


_FINDERS: dict[str, Callable[[str], Iterator[Mention]]] = {
    "peraturan": _laws,
    "tanggal": _dates,
    "jumlah": _amounts,
    "nama": _names,
}
