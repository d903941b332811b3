"""Formats of output: what a table of them says of each, and how one is chosen.

A table of formats (`EXPORT_FORMATS`, `REPORT_FORMATS`, `LIFE_FORMATS`) is all that the command line knows of them: its
choices, help texts, suffixes and errors follow. A new format is a module that writes it and an entry in its table.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from katalog.errors import KatalogError
from katalog.show.visible import visible
from katalog.store.files import STDOUT, refuse_terminal


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """A format. `name` is what `-f` takes, `label` its name for people, `suffixes` those of its files (the first one is
    what the program itself gives), `writer` the function that makes its bytes, as `module:function`: it is imported
    where it is used, since some bring heavy libraries. One that is `binary` is not shown on a terminal; the writer of
    one that is `printed` also takes where the PDFs are, and the paper. One that is `shown` is for people to read on a
    terminal."""

    name: str
    label: str
    suffixes: tuple[str, ...]
    writer: str
    binary: bool = False
    printed: bool = False
    shown: bool = False

    def written(self, *arguments: Any) -> bytes:
        """The bytes that the writer makes of these."""
        made: bytes = called(self.writer, *arguments)
        return visible(made.decode("utf-8")).encode("utf-8") if self.shown else made


def called(name: str, *arguments: Any) -> Any:
    """What the function `module:function` gives, imported now."""
    module, _, function = name.partition(":")
    made: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return made(*arguments)


Chosen = TypeVar("Chosen", bound=OutputFormat)


def format_for(formats: Sequence[Chosen], name: str | None, output: str) -> Chosen:
    """The format that `-f` names, else the one of the suffix of `-o`, else the first.

    Several formats may have one suffix; it means the first of them. KatalogError where the two disagree, or where the
    suffix is one that no format has and `-f` doesn't settle it, or where it is binary and would go to a terminal. A
    folder (one that exists, or `tabel/`) has no suffix.

    >>> from katalog.show.export import EXPORT_FORMATS
    >>> format_for(EXPORT_FORMATS, None, "tabel.xlsx").name
    'xlsx'
    """
    named = next((one for one in formats if one.name == name), None)
    suffix = "" if output == STDOUT or output.endswith("/") or Path(output).is_dir() else Path(output).suffix.lower()
    meant = next((one for one in formats if suffix in one.suffixes), None)
    if named is not None and meant is not None and suffix not in named.suffixes:
        raise KatalogError(
            f"{output}: Akhiran {suffix} berarti {meant.label}, tetapi -f meminta {named.name}.",
            f"Hilangkan -f, atau beri akhiran {named.suffixes[0]}.",
        )
    if named is None and meant is None and suffix:
        known = ", ".join(dict.fromkeys(one.suffixes[0] for one in formats))
        raise KatalogError(
            f"{output}: Akhiran {suffix} tidak dikenal.", f"Sebutkan bentuknya dengan -f, atau beri akhiran {known}."
        )
    chosen = named or meant or formats[0]
    if chosen.binary:
        refuse_terminal(output, chosen.label)
    return chosen


def format_choices(formats: Sequence[OutputFormat]) -> str:
    """The help text of `-f`."""
    listed = ", ".join(one.name for one in formats)
    return f"Bentuk keluaran: {listed}; bawaan: menurut akhiran TUJUAN, selain itu {formats[0].name}."
