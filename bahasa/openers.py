"""First words by which a line is known for what it is: an office, a rank, a tugas, a sasaran; and the phrases of a
letter.

Input: labels.toml, read once. Output: patterns that match at the start of a line (a letter's phrases anywhere).
"""

from __future__ import annotations

import re
from functools import cache

from bahasa.data import entries_of
from bahasa.headings import heading_letters
from bahasa.kamus import is_known, root_of

#: A verb in its active form at the beginning of a sentence: `Mengatur`, `Menyimpan`, `Merawat`.
_ACTIVE = re.compile(r"\s*(M[Ee](?i:[mnlrwy])[^\W\d_]+)\b")


def _words_of(table: str) -> str:
    return "|".join(re.escape(entry["kata"]) for entry in entries_of("labels", table))


@cache
def offices() -> re.Pattern[str]:
    """The first word of an issuing office, in capitals (`KEPALA BADAN ...`)."""
    return re.compile(rf"\s*(?:{_words_of('pejabat')})\b")


@cache
def anybody() -> re.Pattern[str]:
    """The first word of what names people in general, and no office (`PEGAWAI`)."""
    return re.compile(rf"\s*(?i:{_words_of('siapa_saja')})\b")


def says_when(text: str) -> bool:
    """Does a line of a title say when its table holds (`TAHUN 2022`, `P E R I O D E 2022-2026`)?"""
    return heading_letters(text).startswith(_periods())


@cache
def _periods() -> tuple[str, ...]:
    return tuple(heading_letters(entry["kata"]) for entry in entries_of("labels", "masa"))


@cache
def rated() -> re.Pattern[str]:
    """The word, anywhere in a heading, by which the person below it is who is rated (`PEGAWAI YANG DINILAI`)."""
    return re.compile(rf"\b(?i:{_words_of('dinilai')})\b")


@cache
def ranks() -> re.Pattern[str]:
    """The first word of a civil servant's rank (`Pembina Utama Muda`)."""
    return re.compile(rf"\s*(?i:{_words_of('pangkat')})\b")


@cache
def tugas_openers() -> re.Pattern[str]:
    """The first word of the text of a tugas (`Melaksanakan ...`)."""
    return re.compile(rf"\s*(?i:{_words_of('pembuka')})\b")


def says_duty(text: str) -> bool:
    """Does a text begin with what somebody does: by a word that opens tugas, or a verb in its active form?

    >>> says_duty("Melaksanakan urusan mutasi"), says_duty("Menerima, menyimpan dan membayarkan uang")
    (True, True)
    >>> says_duty("Menit per layanan"), says_duty("mengenai arsip"), says_duty("Penyiapan bahan mutasi")
    (False, False, False)
    """
    verb = _ACTIVE.match(text)
    acts = verb is not None and is_known(word := verb[1].casefold()) and root_of(word) != word
    return tugas_openers().match(text) is not None or acts


@cache
def sasaran_openers() -> frozenset[str]:
    """The first words of a sasaran, in lower case: what has come about (`tersedianya`)."""
    return frozenset(str(entry["kata"]).casefold() for entry in entries_of("labels", "sasaran"))


@cache
def letter_phrases() -> re.Pattern[str]:
    """What only a letter between two parties says (`yang bertanda tangan di bawah ini`), blanks between its words or
    not."""
    phrases = (r"\s*".join(map(re.escape, entry["kata"].split())) for entry in entries_of("labels", "surat"))
    return re.compile(rf"\b(?i:{'|'.join(phrases)})\b")


@cache
def article_verbs() -> re.Pattern[str]:
    """The first words of all phrases of an article (`mempunyai`, `bertugas`): where none stands, no phrase does."""
    words = sorted({entry["kata"].split()[0] for entry in entries_of("labels", "pasal")})
    return re.compile(rf"\b(?i:{'|'.join(map(re.escape, words))})")


@cache
def article_phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """By which an article says what follows of an office: the part that it opens (tugas, fungsi), and the phrase with
    the colon behind it (`mempunyai tugas`, `menyelenggarakan fungsi sebagai berikut :`), blanks between its words or
    line ends."""
    found = []
    for entry in entries_of("labels", "pasal"):
        phrase = r"\s+".join(map(re.escape, entry["kata"].split()))
        found.append((str(entry["bagian"]), re.compile(rf"\b(?i:{phrase})(?:\s+sebagai\s+berikut)?\s*[:：]?\s*")))
    return tuple(found)
