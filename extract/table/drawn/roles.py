"""Columns by meaning: a printed heading to its role, by the shared heading vocabulary (bahasa/headings.toml)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bahasa.vocabulary import column_keys, columns, letters
from extract.table.once import roles_once
from schemas.base import Role

_WORDS = re.compile(r"\w+")
#: A heading is a name, not a sentence.
_LONGEST = 90


@lru_cache(maxsize=1 << 12)
def role_of(heading: str) -> Role | None:
    """The role that the vocabulary gives to a heading, None where it knows none of its words.

    A whole heading is looked up first; then without what stands in brackets; then by its telling words.
    """
    if not heading.strip() or len(heading) > _LONGEST:
        return None
    known = columns()
    for text in (heading, re.sub(r"\([^)]*\)", " ", heading)):
        column = known.get("".join(map(letters, _WORDS.findall(text))))
        if column:
            return column.role
    whole = "".join(map(letters, _WORDS.findall(heading)))
    return next((key.role for key in column_keys() if "".join(map(letters, key.letters.split())) in whole), None)


def roles_of(headings: Sequence[Sequence[str]]) -> list[Role]:
    """The roles of a table's columns, each given as its heading's texts from top to bottom (`TARGET`, `2022`)."""
    return roles_once([_claim(names) for names in headings])


def _claim(names: Sequence[str]) -> tuple[Role | None, bool]:
    text = " ".join(names)
    role = role_of(text)
    if (role is None or role == "others") and len(names) > 1:
        role = role_of(names[0])
    column = columns().get("".join(map(letters, _WORDS.findall(text))))
    return role, column is not None and column.yields


@lru_cache(maxsize=1 << 12)
def known_heading(heading: str) -> bool:
    """Is the heading printed in the vocabulary as a whole (not by a telling word only)?"""
    return "".join(map(letters, _WORDS.findall(heading))) in columns()
