"""Columns by meaning: a printed heading to its role, by the shared heading vocabulary (extract/headings.toml)."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.vocabulary import column_keys, columns, letters
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


@lru_cache(maxsize=1 << 12)
def known_heading(heading: str) -> bool:
    """Is the heading printed in the vocabulary as a whole (not by a telling word only)?"""
    return "".join(map(letters, _WORDS.findall(heading))) in columns()
