"""The words of a report in its language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from bahasa.roles import column_roles


@cache
def _tables() -> dict[str, Any]:
    made = tomllib.loads(files("katalog.show.report").joinpath("istilah.toml").read_text(encoding="utf-8"))
    columns = {role.name: {"id": role.id, "en": role.en} for role in column_roles().values()}
    return {**made, "kolom": {**columns, **made["kolom"]}}


class Terms:
    """Words by table and key in one language; a key that no table has is its own word (a column without a role)."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def __call__(self, table: str, key: str, **values: object) -> str:
        entry = _tables()[table].get(key)
        text = key.removeprefix("others/") if entry is None else str(entry[self.lang])
        return text.format(**values) if values else text

    def labels(self) -> dict[str, str]:
        """The fixed labels."""
        return {key: str(entry[self.lang]) for key, entry in _tables()["label"].items()}

    def number(self, text: str) -> str:
        """A decimal number with the decimal sign of the language."""
        return text.replace(".", ",") if self.lang == "id" else text
