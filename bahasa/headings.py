"""Headings of indicator tables and the role of their columns (headings.toml).

Input: a printed heading, or its words. Output: its letters (what two prints of one heading share, whatever its
wrapping), whether the vocabulary knows it, and the role of its column. Guarantee: each entry matches its own example
(a test holds it).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from bahasa.data import entries_of
from bahasa.roles import INDIKATOR, OTHERS, about_role
from schemas.base import Role

_WORDS = re.compile(r"\w+")
#: A word of a heading; slashes part words.
TOKEN = re.compile(r"[^\s/]+/*|/+")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: A heading is a name, not a sentence.
_LONGEST = 90


class KnownHeading(NamedTuple):
    """A heading that decrees print: `letters` are its letters in upper case (a year is `####`), `role` its column's
    role, `ends` the numbers of letters after which a word of it ends. One that `yields` has its role only where no
    other column of the table claims it. `stands_in`: the role that it has where no column has it."""

    letters: str
    role: Role
    contoh: str
    ends: frozenset[int] = frozenset()
    yields: bool = False
    stands_in: Role | None = None


@lru_cache(maxsize=1 << 12)
def heading_letters(text: str) -> str:
    """Letters and digits in upper case, a whole year as `####`: what two prints of one heading share."""
    word = "".join(filter(str.isalnum, text)).upper()
    return "####" if _YEAR.fullmatch(word) else word


def _letters_of_entry(word: str) -> str:
    # a word of the vocabulary, where `####` stands for a year already
    return word if word == "####" else heading_letters(word)


def _letters_of_words(text: str) -> str:
    return "".join(map(heading_letters, _WORDS.findall(text)))


@cache
def known_headings() -> dict[str, KnownHeading]:
    """Headings by their letters."""
    found = []
    for entry in entries_of("headings", "kepala"):
        words = [_letters_of_entry(word) for word in entry["kata"].split()]
        ends = frozenset(accumulate(map(len, words)))
        other = entry.get("mengalah", False), entry.get("pengganti")
        found.append(KnownHeading("".join(words), entry["peran"], entry["contoh"], ends, *other))
    return {heading.letters: heading for heading in found}


@cache
def heading_keys() -> tuple[KnownHeading, ...]:
    """Words that give an unknown heading its role, in order of precedence."""
    return tuple(KnownHeading(e["kata"], e["peran"], e["contoh"]) for e in entries_of("headings", "kunci"))


@cache
def heading_words() -> frozenset[str]:
    """The letters of every word of a heading."""
    return frozenset(
        _letters_of_entry(word) for entry in entries_of("headings", "kepala") for word in entry["kata"].split()
    )


@cache
def heading_openers() -> frozenset[str]:
    """The letters of the first word of every heading: a line that starts with none of them starts no table."""
    return frozenset(_letters_of_entry(entry["kata"].split()[0]) for entry in entries_of("headings", "kepala"))


@cache
def opener_beginnings() -> frozenset[str]:
    """All beginnings of the first words, the whole words apart: a narrow column may break one (`N` / `O`)."""
    return frozenset(word[:length] for word in heading_openers() for length in range(1, len(word)))


@cache
def heading_beginnings() -> frozenset[str]:
    """All beginnings of all headings: a column too narrow for a word may break it (`TARGE` / `T`)."""
    return frozenset(key[:length] for key in known_headings() for length in range(1, len(key) + 1))


@lru_cache(maxsize=1 << 12)
def role_of_heading(heading: str) -> Role | None:
    """The role that the vocabulary gives to a heading, None where it knows none of its words.

    A whole heading is looked up first; then without what stands in brackets; then by its telling words.
    """
    if not heading.strip() or len(heading) > _LONGEST:
        return None
    known = known_headings()
    for text in (heading, re.sub(r"\([^)]*\)", " ", heading)):
        if found := known.get(_letters_of_words(text)):
            return found.role
    whole = _letters_of_words(heading)
    return next((key.role for key in heading_keys() if _letters_of_words(key.letters) in whole), None)


def stood_in(columns: Sequence[tuple[str, Role]], anywhere: Collection[int] = ()) -> dict[int, Role]:
    """Of columns (heading, role), those without a role whose heading's first words stand in for one that no column has,
    each the only one that does, by their places: left of the indikator, or one of those that may do so `anywhere`.

    >>> stood_in([("Tujuan Strategis", "others"), ("Indikator", "indikator")])
    {0: 'sasaran'}
    >>> stood_in([("Tujuan Strategis", "others"), ("Sasaran", "sasaran"), ("Indikator", "indikator")])
    {}
    >>> stood_in([("Indikator", "indikator"), ("Tujuan Pengukuran", "others")])
    {}
    """
    taken = [role for _, role in columns]
    behind = taken.index(INDIKATOR) if INDIKATOR in taken else len(columns)
    placed = ((at, heading) for at, (heading, own) in enumerate(columns) if own == OTHERS)
    standing = {at: _stands_in_for(heading) for at, heading in placed if at < behind or at in anywhere}
    said = [role for role in standing.values() if role]
    return {at: role for at, role in standing.items() if role and role not in taken and said.count(role) == 1}


@lru_cache(maxsize=1 << 12)
def _stands_in_for(heading: str) -> Role | None:
    beginnings = accumulate(map(heading_letters, _WORDS.findall(heading)))
    found = (known_headings().get(letters) for letters in beginnings)
    return next((known.stands_in for known in found if known and known.stands_in), None)


def is_heading_part(text: str) -> bool:
    """Whether a line has nothing but words of headings (`TARGET RUMUS SUMBER DATA`)."""
    words = [word for token in TOKEN.findall(text) if (word := heading_letters(token))]
    return bool(words) and all(word in heading_words() or word in known_headings() for word in words)


def role_of_key(words: set[str]) -> Role | None:
    """The role that a telling word among these (by their letters) gives to a heading, or None."""
    return next((key.role for key in heading_keys() if key.letters in words), None)


@lru_cache(maxsize=1 << 12)
def is_known_heading(heading: str) -> bool:
    """Is the heading printed in the vocabulary as a whole (not by a telling word only)?"""
    return _letters_of_words(heading) in known_headings()


def roles_once(found: Sequence[tuple[Role | None, bool]]) -> list[Role]:
    """The roles of the columns in printed order, from (role by its heading, whether it yields to another column).

    The first of several columns has the role, the others keep their printed heading; of targets there may be several
    (`TARGET 2021 2022`). A heading that yields (`ALASAN`) has its role only where no other column claims it
    (`FORMULASI`).
    """
    claimed = {role for role, yields in found if not yields}
    given: set[Role] = set()
    roles: list[Role] = []
    for role, yields in found:
        taken = role in given and not about_role(role).repeats if role else True
        if role is None or taken or (yields and role in claimed):
            role = OTHERS
        given |= {role} - {OTHERS}
        roles.append(role)
    return roles
