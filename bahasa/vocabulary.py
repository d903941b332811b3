"""Vocabulary files -> compiled entries.

Input: labels.toml, headings.toml and furniture.toml beside this module. Output: frozen entries with their patterns,
loaded once. Guarantee: each entry matches its own example (a test holds it).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

from schemas.base import Kind, Role

# a decree numbers the parts of a block's head: `1. INSTANSI   :`
_NUMBERED = r"\s*(?P<nomor>(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s*)?"
_FORMS = {
    # `Fungsi   :   `, `KESATU : Indikator ...`; the colon may be missing where the value stands on another line, or
    # before the first item of a list (`Menimbang a. bahwa ...`)
    "titik_dua": _NUMBERED + r"(?P<kata>{kata})\s*(?:(?P<tanda>[:：]+)\s*|$|(?<=\s)(?=[a1][.)](?:\s|$)|bahwa\b))",
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
    "judul": r"\s*(?:(?:revisi|perubahan)\s+)?(?P<kata>{kata})(?!\w)(?P<tanda>)",
}


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label. `bagian` is the part that it opens, `words` its words, `rank` its worth among holders."""

    bagian: str
    words: tuple[str, ...]
    bentuk: str
    pattern: re.Pattern[str]
    kind: Kind | None
    rank: int
    contoh: str


@dataclass(frozen=True, slots=True)
class Column:
    """A printed heading: `letters` are its letters in upper case (a year is `####`), `role` its column's role, `ends`
    the numbers of letters after which a word of it ends. One that `yields` has its role only where no other column of
    the table claims it."""

    letters: str
    role: Role
    contoh: str
    ends: frozenset[int] = frozenset()
    yields: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A named pattern with its example."""

    name: str
    pattern: re.Pattern[str]
    contoh: str


def load(name: str) -> dict[str, list[dict[str, Any]]]:
    """The entries of a vocabulary file, by their table."""
    return tomllib.loads(files("bahasa").joinpath(name).read_text(encoding="utf-8"))


def letters(text: str) -> str:
    """Letters and digits in upper case, a whole year as `####`: what two prints of one heading share."""
    word = "".join(filter(str.isalnum, text)).upper()
    return "####" if re.fullmatch(r"(?:19|20)\d\d", word) else word


@cache
def labels() -> tuple[Label, ...]:
    """All labels, longer ones first."""
    found = [_label(entry) for entry in load("labels.toml")["label"]]
    return tuple(sorted(found, key=lambda label: -len(label.words)))


@cache
def labels_of(*parts: str) -> tuple[Label, ...]:
    """The labels that open one of these parts, longer ones first."""
    return tuple(label for label in labels() if label.bagian in parts)


@cache
def opening(*parts: str) -> re.Pattern[str]:
    """The first word of any label of these parts, at the start of a line: most lines are told apart by this alone."""
    # of `M E M U T U S K A N` the first letter is all that stands together
    words = {
        label.words[0][:1] if label.bentuk == "renggang" else _capital(label.words[0]) for label in labels_of(*parts)
    }
    return re.compile(_NUMBERED + r"(?:(?:revisi|perubahan)\s+)?(?:" + "|".join(sorted(words)) + ")")


def _label(entry: dict[str, Any]) -> Label:
    words = tuple(entry["kata"].split())
    bentuk = entry["bentuk"]
    pattern = re.compile(_FORMS[bentuk].replace("{kata}", _printed(words, bentuk)))
    return Label(entry["bagian"], words, bentuk, pattern, entry.get("jenis"), entry.get("utama", 0), entry["contoh"])


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


@cache
def columns() -> dict[str, Column]:
    """Headings by their letters."""
    found = []
    for entry in load("headings.toml")["kepala"]:
        words = [letters_of_word(word) for word in entry["kata"].split()]
        ends = frozenset(accumulate(map(len, words)))
        found.append(Column("".join(words), entry["peran"], entry["contoh"], ends, entry.get("mengalah", False)))
    return {column.letters: column for column in found}


def letters_of_word(word: str) -> str:
    """Letters of a vocabulary word, where `####` stands for a year already."""
    return word if word == "####" else letters(word)


@cache
def column_keys() -> tuple[Column, ...]:
    """Words that give an unknown heading its role, in order of precedence."""
    return tuple(Column(e["kata"], e["peran"], e["contoh"]) for e in load("headings.toml")["kunci"])


@cache
def opening_words() -> frozenset[str]:
    """The letters of the first word of every heading: a line that starts with none of them starts no table."""
    return frozenset(letters_of_word(entry["kata"].split()[0]) for entry in load("headings.toml")["kepala"])


@cache
def furniture() -> tuple[Pattern, ...]:
    """Forms of page numbers."""
    return tuple(Pattern(e["nama"], re.compile(e["pola"]), e["contoh"]) for e in load("furniture.toml")["pola"])


@cache
def offices() -> re.Pattern[str]:
    """The first word of an issuing office."""
    return re.compile(r"\s*(?:" + "|".join(re.escape(e["kata"]) for e in load("labels.toml")["pejabat"]) + r")\b")


@cache
def ranks() -> re.Pattern[str]:
    """The first word of a civil servant's rank."""
    return re.compile(r"\s*(?i:" + "|".join(re.escape(e["kata"]) for e in load("labels.toml")["pangkat"]) + r")\b")


@cache
def letter_phrases() -> re.Pattern[str]:
    """What only a letter between two parties says, blanks between its words or not."""
    phrases = [r"\s*".join(map(re.escape, e["kata"].split())) for e in load("labels.toml")["surat"]]
    return re.compile(r"\b(?i:" + "|".join(phrases) + r")\b")


@cache
def tugas_openers() -> re.Pattern[str]:
    """The first word of the text of a tugas."""
    return re.compile(r"\s*(?i:" + "|".join(re.escape(e["kata"]) for e in load("labels.toml")["pembuka"]) + r")\b")


@cache
def unit_patterns() -> tuple[Pattern, ...]:
    """Patterns whose group is the unit that a holder's name defines."""
    return tuple(Pattern(e["unit"], re.compile(e["pola"], re.I), e["contoh"]) for e in load("labels.toml")["unit"])
