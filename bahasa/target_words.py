"""The words and signs of target cells (target.toml, nilai.toml): what both questions about a target are asked with.

`bahasa.target` asks what a cell means, `bahasa.target_at` where a target ends among other words.
"""

from __future__ import annotations

import re
from functools import cache

from bahasa.data import entries_of


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
    return "|".join(re.escape(form) for form in forms_of(table, **wanted))


@cache
def grades() -> dict[str, str]:
    """Every printed form of a grade in lower case (`wajar tanpa pengecualian`) to its name (`WTP`)."""
    return {
        str(form).casefold(): str(entry["nama"])
        for entry in entries_of("nilai", "nilai")
        for form in (entry["nama"], *entry["bentuk"])
    }
