"""Which words are Indonesian: those of kamus.txt, the office words of kata.toml, and what affixes make of them.

kamus.txt is the word list of hunspell's Indonesian dictionary, under the LGPL; kamus.toml says whose it is and what was
changed. Loading takes some 15 ms; nothing of it happens before the first lookup.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from bahasa.data import vocabulary
from bahasa.inggris import english_words
from bahasa.morphology import is_formed, possible_root


class WordList(NamedTuple):
    """Where the word list comes from (kamus.toml): its name, source, copyright, licence (SPDX), changes, how many words
    it has, and the sha256 of kamus.txt."""

    nama: str
    sumber: str
    sha256_sumber: str
    lisensi: str
    hak_cipta: str
    perubahan: str
    diubah: date
    sha256: str
    jumlah: int


def word_list() -> WordList:
    """Of the words in kamus.txt: `word_list().lisensi` is `LGPL-3.0-only`."""
    return WordList(**vocabulary("kamus"))


@cache
def _roots() -> frozenset[str]:
    """The words of kamus.txt, one a line, without what is a wrong form in our own vocabulary."""
    listed = files("bahasa").joinpath("kamus.txt").read_text(encoding="utf-8").split()
    return frozenset(listed) - wrong_forms()


@cache
def wrong_forms() -> frozenset[str]:
    """Single words that ejaan.toml calls wrong: never a word, nor a root of one."""
    return frozenset(
        str(form).casefold()
        for table, listed in vocabulary("ejaan").items()
        if table != "nama"
        for entry in listed
        for form in entry["salah"]
        if " " not in form
    )


def dictionary_words() -> frozenset[str]:
    """The words of the dictionary's list, without affixes."""
    return _roots()


@cache
def office_words() -> frozenset[str]:
    """The words of kata.toml that stand alone."""
    tables = vocabulary("kata")
    return frozenset(word for name, words in tables.items() if name != "majemuk" for word in words)


@cache
def _bases() -> frozenset[str]:
    """What affixes may be put to: roots, office words, English words in use (`diinput`), bound compounds."""
    return _roots() | office_words() | english_words() | frozenset(vocabulary("kata")["majemuk"])


@lru_cache(maxsize=1 << 16)
def is_known(word: str) -> bool:
    """True for a word (in lower case) of Indonesian or of the office's English; parts of a hyphenated word each."""
    if word in wrong_forms():
        return False
    if "-" in word:
        if word in _roots():
            return True  # `kupu-kupu`, of which no half is a word
        parts = [part for part in word.split("-") if part]
        return all(len(part) < 3 or is_known(part) or part + "-" in _HALVES for part in parts)
    if word in vocabulary("kata")["majemuk"]:
        return False  # `tindaklanjut` is written apart where it has no affix
    return is_formed(word, _bases().__contains__)


#: First halves that stand only before their hyphen (`perundang-undangan`).
_HALVES = frozenset({"perundang-", "anak-"})


@lru_cache(maxsize=1 << 16)
def is_listed(word: str) -> bool:
    """True for a word that a list has as it stands, not one that rules of affixes allow."""
    return word in _roots() or word in office_words() or word in english_words()


@lru_cache(maxsize=1 << 12)
def possible(word: str) -> str | None:
    """The root of a word that may be right though no list has it (`berdampingan`), or None."""
    return None if "-" in word else possible_root(word, _bases().__contains__)


@lru_cache(maxsize=1 << 16)
def root_of(word: str) -> str:
    """What forms of a word share (in lower case): a listed word itself, else the longest listed root that affixes can
    have made it of, else itself. `penyusunan`, `tersusunnya` and `disusun` are `susun`.

    It is what is looked for, not what is meant: forms of two roots may share one (`keadaan`, `pengadaan`: `ada`).
    """
    if is_listed(word) or not word.isalpha():
        return word
    found: set[str] = set()

    def note(root: str) -> bool:
        """Every root is asked for, as none is enough."""
        if root in _bases():
            found.add(root)
        return False

    is_formed(word, note)
    return max(found, key=lambda root: (len(root), root), default=word)
