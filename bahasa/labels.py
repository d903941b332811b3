"""Labels by which the parts of a decree are known (`Menimbang :`, `Jabatan :`, `Ditetapkan di`).

Input: labels.toml, read once. Output: its labels, compiled, the longer ones first. Guarantee: each matches its own
example (a test holds it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from bahasa.data import entries_of
from bahasa.parts import PartName, filled_parts
from schemas.base import Kind

# a decree numbers the parts of a block's head: `1. INSTANSI   :`; in a column of its own without a point (`II   TUGAS`)
_NUMBER = r"(?:(?:\d{1,2}|[A-Z]|[IVX]{1,4})(?:[.)]\s*|\s{3,}|\t\s*)|[a-j][.)]\s+)"
_NUMBERED = rf"\s*(?P<nomor>{_NUMBER})?"
#: So many words may stand before those of a title (`REVISI INDIKATOR ...`, `LAMPIRAN PERJANJIAN ...`).
_BEFORE_TITLE = 2


@cache
def _before_title() -> str:
    """One of the words that may stand before those of a title."""
    words = "|".join(r"\s+".join(map(re.escape, entry["kata"].split())) for entry in entries_of("labels", "awal_judul"))
    return rf"(?i:{words})\s+"


#: What stands in the text of a line for the line drawn between a label and its value (`JABATAN | KEPALA BIDANG`).
LABEL_BORDER = "\t"

_FORMS = {
    # `Fungsi   :   `, `KESATU : Indikator ...`; the colon may be missing where a line is drawn in its place, where the
    # value stands on another line, or before the first item of a list (`Menimbang a. bahwa ...`); a scan may show it as
    # `Jabatan ; Sekretaris`, a typist lead to it: `Jabatan ......... : Sekretaris`
    "titik_dua": _NUMBERED
    + r"(?P<kata>{kata})(?:[^\S\t]*(?:[.…_]{3,}\s*)?(?P<tanda>[;.,]?[:：]+|\t|(?<=\s);(?=\s+[A-Z]))\s*"
    + r"|\s*(?:$|(?<=\s)(?=[a1][.)](?:\s|$)|bahwa\b)))",
    "baris": r"\s*(?P<kata>{kata})\s*(?P<tanda>[:：]?)\s*$",
    # `Pada tanggal, 29 Desember 2022`, `NIP.  19650808 199203 1 019`
    "awalan": r"\s*(?P<kata>{kata})(?!\w)(?P<tanda>[\s.,:：]*)",
    "renggang": r"\s*(?P<kata>{kata})\s*(?P<tanda>[:：]?)\s*",
    # `Tembusan disampaikan kepada Yth. :`
    "daftar": r"\s*(?P<kata>{kata})\b[^:：]{0,60}(?P<tanda>[:：])\s*",
    # `Keterangan : ...`, `Ket. :`
    "catatan": r"\s*(?P<kata>{kata})\.?\s*(?P<tanda>[:：])\s*",
    # `*) Target ...`
    "tanda": r"\s*(?P<kata>{kata})(?P<tanda>)\s*(?=\S)",
    # `INDIKATOR KINERJA UTAMA (IKU) `, `PERJANJIAN KINERJA TAHUN 2016`; a word of the draft may precede it
    "judul": rf"\s*(?:{_before_title()}){{0,{_BEFORE_TITLE}}}" + r"(?P<kata>{kata})(?!\w)(?P<tanda>)",
}


class KnownLabel(NamedTuple):
    """A label that decrees print: `bagian` is the part that it opens, `words` its words, `letters` what is left of them
    in any case and spacing, `expression` what it is like in print, `rank` its worth among holders."""

    bagian: PartName
    words: tuple[str, ...]
    letters: str
    bentuk: str
    expression: str
    kind: Kind | None
    rank: int
    contoh: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when it is first asked for: a decree prints few of the labels."""
        return _compiled(self.expression)

    def match(self, text: str) -> re.Match[str] | None:
        """The label at the start of a line, with the groups `kata` and `tanda`: `Jabatan : Kepala` has `Jabatan`."""
        # a look at its letters costs less
        return self.pattern.match(text) if self.letters in label_letters(text) else None


_compiled = cache(re.compile)


@lru_cache(maxsize=1 << 8)
def label_letters(text: str) -> str:
    """What is left of a text in any case and spacing: `Nama Sub. Bidang` is `namasubbidang`. Expressions take `ı` and
    `İ` for `i`."""
    return "".join(_folded(text.replace(".", "")).split())


def _folded(text: str) -> str:
    return text.replace("ı", "i").replace("İ", "i").casefold()


@cache
def labels() -> tuple[KnownLabel, ...]:
    """All labels, longer ones first."""
    found = [_label(entry) for entry in entries_of("labels", "label")]
    return tuple(sorted(found, key=lambda label: -len(label.words)))


@cache
def labels_of(*parts: str) -> tuple[KnownLabel, ...]:
    """The labels that open one of these parts, longer ones first."""
    return tuple(label for label in labels() if label.bagian in parts)


@cache
def _first_words(parts: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The first words of all labels of these parts, what follows their first letter folded, by that letter. Of
    `M E M U T U S K A N` the first letter is all that stands together."""
    found: dict[str, set[str]] = {}
    for label in labels_of(*parts):
        first, rest = label.words[0][0], label.words[0][1:]
        for letter in {first, first.upper()}:
            found.setdefault(letter, set()).add("" if label.bentuk == "renggang" else _folded(rest))
    return {letter: tuple(sorted(rests)) for letter, rests in found.items()}


def opening_at(text: str, *parts: str) -> int | None:
    """Where the first word of any label of these parts stands at the start of a line, None where none does: most lines
    are told apart by this alone.

    >>> opening_at("1. Tugas : Melaksanakan", "tugas"), opening_at("Menyusun laporan", "tugas")
    (3, None)
    """
    words = _first_words(parts)
    for start in _starts(text, "judul" in parts):
        # a look at its first letter tells that most lines are none
        if (rests := words.get(text[start : start + 1])) and _goes_on(text, start + 1, rests):
            return start
    return None


def _goes_on(text: str, at: int, rests: tuple[str, ...]) -> bool:
    return any(_folded(text[at : at + len(rest)]) == rest for rest in rests)


@lru_cache(maxsize=1 << 8)
def _starts(text: str, titled: bool) -> tuple[int, ...]:
    """Where a label may begin: behind a number or at the first letter, and behind words before a title."""
    first = len(text) - len(text.lstrip())
    number = _compiled(_NUMBER).match(text, first)
    found: list[int] = []
    for start in (number.end(), first) if number else (first,):
        ends = [start]
        while titled and len(ends) <= _BEFORE_TITLE and (word := _compiled(_before_title()).match(text, ends[-1])):
            ends.append(word.end())
        found += reversed(ends)
    return tuple(found)


def labels_at(text: str, *parts: str) -> Iterator[KnownLabel]:
    """The labels of these parts, part by part, longer ones first, that may stand at the start of a line by its first
    letter, and whose words it has.

    >>> sorted({label.words[0] for label in labels_at("Tugas : Melaksanakan", "tugas", "identitas")})
    ['Tugas']
    """
    at = opening_at(text, *parts)
    if at is None:
        return
    # behind a number or words before a title another label may begin at the start of the line
    letter = "" if text[:at].strip() else label_letters(text[at])
    printed = label_letters(text)
    for part in parts:
        yield from (label for label in _beginning(part, letter) if label.letters in printed)


@cache
def _beginning(part: str, letter: str) -> tuple[KnownLabel, ...]:
    return tuple(label for label in labels_of(part) if label.words[0].casefold().startswith(letter))


def starts_with_label(text: str, *parts: str) -> bool:
    """Whether a line starts with a label of these parts: `PERJANJIAN KINERJA TAHUN 2016` does with one of `judul`."""
    return any(label.match(text) for label in labels_at(text, *parts))


def is_whole_label(name: str, *parts: str) -> bool:
    """Whether a text is a label of these parts and nothing else, be it numbered.

    >>> is_whole_label("Nama Jabatan", "pemangku"), is_whole_label("Jabatan Kepala", "pemangku")
    (True, False)
    """
    line = f"{name} :"
    return any((found := label.match(line)) and found.end() == len(line) for label in labels_at(line, *parts))


def word_part(name: str, *parts: PartName) -> PartName | None:
    """The one of these parts that a word of an unknown label names, by being a label of it alone.

    >>> word_part("Penyelenggaraan Fungsi", "tugas", "fungsi"), word_part("Tugas dan Fungsi", "tugas", "fungsi")
    ('fungsi', None)
    """
    found = [part for part in parts if any(is_whole_label(word.title(), part) for word in _words(name))]
    return found[0] if len(found) == 1 else None


def _words(name: str) -> list[str]:
    return name.replace("/", " ").split()


def says_holder(name: str) -> bool:
    """Does a word of an unknown label name the holder, and none a tugas or fungsi?

    >>> says_holder("Nomenklatur Jabatan"), says_holder("Rumusan Tugas Jabatan")
    (True, False)
    """
    others = {part for word in _words(name) for part in ("tugas", "fungsi") if is_whole_label(word.title(), part)}
    return not others and word_part(name, "pemangku") is not None


def part_headed(heading: str) -> PartName | None:
    """The part of a head that a column's heading is the label of: one with a text of its own (tugas, fungsi), or the
    holder, whom a word may name.

    >>> [part_headed(heading) for heading in ("URAIAN TUGAS :", "Nomenklatur Jabatan", "Indikator Kinerja")]
    ['tugas', 'pemangku', None]
    """
    name = heading.strip(" :：.")
    duty = next((part for part in filled_parts() if is_whole_label(name, part)), None)
    return duty or ("pemangku" if is_whole_label(name, "pemangku") or says_holder(name) else None)


def _label(entry: dict[str, Any]) -> KnownLabel:
    words = tuple(entry["kata"].split())
    bentuk = entry["bentuk"]
    expression = _FORMS[bentuk].replace("{kata}", _printed(words, bentuk))
    rest = expression, entry.get("jenis"), entry.get("utama", 0), entry["contoh"]
    return KnownLabel(entry["bagian"], words, label_letters(entry["kata"]), bentuk, *rest)


def _printed(words: tuple[str, ...], bentuk: str) -> str:
    """The words in any case but for the first letter, blanks between them or not."""
    if bentuk == "renggang":
        return r"\s*".join("".join(words))
    # `TugasPokok`, `Nama Sub. Bidang`
    return r"\.?\s*".join([_capital(words[0]), *(f"(?i:{re.escape(word)})" for word in words[1:])])


def _capital(word: str) -> str:
    """A word that starts with a capital in the vocabulary must do so in print."""
    first = re.escape(word[0]) if word[0].isupper() else f"(?i:{re.escape(word[0])})"
    return f"{first}(?i:{re.escape(word[1:])})"
