"""The words and signs of target cells (target.toml, nilai.toml): what both questions about a target are asked with.

`bahasa.target` asks what a cell means, `bahasa.target_at` where a target ends among other words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from bahasa.data import entries_of
from bahasa.either import either

#: So many letters of a word tell which one it is.
_PART = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADING_ZERO = re.compile(r"0\d")


def forms_of(table: str, **wanted: str) -> tuple[str, ...]:
    """All forms of a table of target.toml, the longest first; `wanted` picks entries (`jenis="percent"`)."""
    found = {
        str(form)
        for entry in entries_of("target", table)
        if all(entry.get(key) == value for key, value in wanted.items())
        for form in entry["bentuk"]
    }
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


def alternatives(table: str, **wanted: str) -> str:
    """A regex alternative of all forms of a table of target.toml, the longest first."""
    return either(forms_of(table, **wanted))


@cache
def grades() -> dict[str, str]:
    """Every printed form of a grade in lower case (`wajar tanpa pengecualian`) to its name (`WTP`)."""
    return _grades(entries_of("nilai", "nilai"))


@cache
def telling_grades() -> dict[str, str]:
    """Those that tell a target among other words as well: `Dasar` or `Utama` is a grade only where it is the cell."""
    return _grades([entry for entry in entries_of("nilai", "nilai") if not entry.get("hanya_sel", False)])


def _grades(entries: Sequence[dict[str, Any]]) -> dict[str, str]:
    return {str(form).casefold(): str(e["nama"]) for e in entries for form in (e["nama"], *e["bentuk"])}


@cache
def _prefix() -> re.Pattern[str]:
    # `Peringkat ke-3`, `Predikat : B`
    return re.compile(rf"(?:{alternatives('awalan')})(?:\s+ke\s*-?\s*(?=\d)|\s*[:=]?\s+)", re.I)


def without_prefix(text: str) -> str:
    """A target without the word before it that doesn't change it (`Opini WTP` is `WTP`)."""
    return _prefix().sub("", text, count=1) if _prefix().match(text) else text


@cache
def _first_words() -> tuple[str, ...]:
    return tuple({form.split()[0] for table in ("pembatas", "awalan") for form in forms_of(table) if form[0].isalpha()})


def begins_target(text: str) -> bool:
    """Does a text begin with a word that stands before a number (`maksimal 3 paket`), or with the part of it that a
    narrow column has room for (`maksim` / `al 3`)?

    >>> begins_target("maksimal 3 paket"), begins_target("maksim"), begins_target("paket")
    (True, True, False)
    """
    word = text.split()[0].casefold()
    return word in _first_words() or (len(word) >= _PART and any(own.startswith(word) for own in _first_words()))


def is_ratio(value: str, base: str) -> bool:
    """Whether one printed number to another one may be a ratio: no year (`2023:12`), no time or number of a list
    (`08:00`), nothing to none.

    >>> is_ratio("1", "20"), is_ratio("2023", "12"), is_ratio("08", "30"), is_ratio("1", "0")
    (True, False, False, False)
    """
    return not (_YEAR.fullmatch(value) or any(_LEADING_ZERO.match(one) for one in (value, base)) or base == "0")


def joined_notes(*notes: str | None) -> str | None:
    """Notes about one target as one text, None where there is none."""
    return "; ".join(note for note in notes if note) or None
