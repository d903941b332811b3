"""A line `label : value` above a table -> which field of the block it is, by what stands beside and below the label.

Input: the label, the value, and the lines below it. Output: the part (`pemangku`, `identitas`, `tugas`, `fungsi`,
`lain`) with its probability. No list of labels decides: a holder is named by an office, a unit by a kind of unit, a
tugas is a sentence that begins with what somebody does, fungsi are a list. The label's own words are evidence beside
these.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from bahasa.parts import PartName, head_labels
from extract.table.meaning.evidence import heading_parts, squashed

#: Part of what is none of a block's fields (`Nomor : 800/12`).
OTHER_PART: Final = "lain"
#: The parts that a line `label : value` may open.
FIELDS: tuple[PartName, ...] = (*head_labels(), OTHER_PART)
#: A label of a form must be so sure; right below a holder, where a label is expected, so much is enough.
_SURE = 0.8
EXPECTED = 0.6
#: Lines below a label that are looked at.
LINES = 6
# `Jabatan Struktural : Kepala Bidang`, `2. Ringkasan Tugas :`; `A. Nomenklatur  : ...`
FORM = re.compile(
    r"\s*(?P<nomor>(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s*)?"
    r"(?P<label>[A-Z][^\W\d_]*(?:[ /.&-]{1,3}[^\W\d_]+){0,5}\.?)\s*[:：]\s*(?P<nilai>.*)$"
)
_ITEM = re.compile(r"\s*(?:\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)]|[-•*–])(?:\s|$)")
_DOES = re.compile(r"(?:me[lmnr]\w{3,}|memimpin|membantu|mempunyai|bertanggung|bertugas)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:kepala|sekretaris|inspektur|camat|lurah|direktur|ketua|asisten|staf|analis|pengelola|pengadministrasi|pranata|"
    r"penyusun|pengawas|penyuluh|bendahara|pramu|pengemudi|verifikator|auditor|perencana|arsiparis|kasub\w*|kabid|kasi|"
    r"(?!pemerintah|perangkat|persen)pe[mngr]\w{4,}(?<!an)|pelaksana|operator|teknisi|dokter|perawat|bidan|guru)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:sub ?)?(?:bagian|bidang|seksi|sekretariat|dinas|badan|inspektorat|kantor|kecamatan|kelurahan|biro|upt\w*|"
    r"balai)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d{3,}|\d+/\d*|(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class SeenField:
    """A label and its value as printed, and the lines below them."""

    label: str
    value: str
    below: tuple[str, ...] = ()


def field_evidence(seen: SeenField) -> frozenset[str]:
    """What speaks for the field that a label opens."""
    return frozenset((*heading_parts("l", squashed(seen.label)), *_value(seen)))


def _value(seen: SeenField) -> Iterator[str]:
    value = seen.value.strip()
    first = value or (seen.below[0].strip() if seen.below else "")
    yield "n:ada" if value else "n:di bawah"
    if _ITEM.match(first):
        yield "n:daftar"
        first = _ITEM.sub("", first).strip()
    words = first.split()
    for name, pattern in (("kerja", _DOES), ("jabatan", _OFFICE), ("unit", _UNIT)):
        if pattern.match(first):
            yield f"n:{name}"
    if _NUMBERED.search(first):
        yield "n:angka"
    for least in (0, 1, 3, 6, 9):
        if len(words) > least:
            yield f"n:kata>{least}"
    if words and all(word[0].isupper() or len(word) < 4 for word in words):
        yield "n:huruf judul"
    if first.endswith((".", ";")):
        yield "n:kalimat"
    yield from _below(seen.below)


def _below(lines: Sequence[str]) -> Iterator[str]:
    if not lines:
        yield "b:tidak ada"
        return
    if sum(bool(_ITEM.match(line)) for line in lines) > 1:
        yield "b:daftar"
    yield "b:label" if FORM.match(lines[0]) else "b:lanjut" if lines[0].strip()[:1].islower() else "b:lain"


def names_office(text: str) -> bool:
    """Does a text begin like the name of a jabatan (`KEPALA BIDANG MUTASI`, `Pengelola Data`), not of a unit?"""
    return _OFFICE.match(text.strip()) is not None


@cache
def _weights() -> tuple[tuple[int, ...], dict[str, tuple[int, ...]]]:
    data = json.loads(files("extract.table.meaning").joinpath("fields.json").read_text(encoding="utf-8"))
    return tuple(data["bias"]), {name: tuple(row) for name, row in data["weights"].items()}


@dataclass(frozen=True, slots=True)
class FormedLabel:
    """A label told by its form: the part that it opens, how sure that is, its words, the value and where it begins."""

    part: PartName
    sure: float
    printed: str
    rest: str
    end: int


def formed_label(texts: Sequence[str], at: int, least: float = _SURE) -> FormedLabel | None:
    """The label of a line `label : value` that opens a field of a block, by what stands beside and below it; None where
    it is none, or one with a probability below `least`.

    >>> lines = ["Nomenklatur   : Kepala Bidang Mutasi", "Mandat   : Melaksanakan urusan mutasi pegawai"]
    >>> formed_label(lines, 0).part, formed_label(lines, 1).part
    ('pemangku', 'tugas')
    """
    match = FORM.match(texts[at])
    if match is None:
        return None
    part, sure = field_of(SeenField(match["label"], match["nilai"], tuple(texts[at + 1 : at + 1 + LINES])))
    if part == OTHER_PART or sure < least:
        return None
    return FormedLabel(part, sure, match["label"], match["nilai"].strip(), match.start("nilai"))


def field_of(seen: SeenField) -> tuple[PartName, float]:
    """The likeliest part that a label opens, and its probability.

    >>> field_of(SeenField("Nomenklatur", "Kepala Bidang Mutasi", ("Mandat : Melaksanakan urusan mutasi",)))[0]
    'pemangku'
    """
    bias, weights = _weights()
    sums = list(bias)
    for name in field_evidence(seen):
        for k, weight in enumerate(weights.get(name, ())):
            sums[k] += weight
    top = max(sums)
    shares = [math.exp((total - top) / 100) for total in sums]
    best = shares.index(max(shares))
    return FIELDS[best], shares[best] / sum(shares)
