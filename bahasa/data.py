"""Reads the vocabulary files (TOML, beside the code): data, each entry with an example and its source."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

# the reader of the standard library, compiled: a third of the time
import tomli


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """The vocabulary `name`.toml. Read once a process; callers must not change it."""
    return tomli.loads(files("bahasa").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def entries_of(name: str, table: str) -> list[dict[str, Any]]:
    """The entries of one array of tables of a vocabulary, in file order."""
    found: list[dict[str, Any]] = vocabulary(name)[table]
    return found
