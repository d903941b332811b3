"""A catalogue in which every field of the schema says something, made from the JSON Schema itself; and what else each
of its leaves could say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from katalog.store.schema import catalogue_schema

#: The steps that lead to a value: `("blocks", 0, "rows", 1, "stacked")`.
Path = tuple[str | int, ...]

#: Texts that are more than any text: two values of each field.
SPECIAL: dict[str, tuple[str, str]] = {
    "Ditetapkan.tanggal": ("2022-01-31", "1999-12-01"),
    "Target.date": ("2022-12-31", "2023-06-30"),
    "Target.value": ("12.50", "0.1"),
    "Target.upper": ("1234567890123456789.5", "2"),
    "ProgramRow.anggaran": ("1250000000", "0.25"),
    # a heading of `others`, which it speaks of
    "ProgramRow.columns": ("Judul", "Judul lain"),
}
#: Keys of what is kept by a name or a heading: two of each.
KEYS: dict[str, tuple[str, str]] = {
    "IndicatorRow.cells": ("indikator", "rumus"),
    "ProgramRow.columns": ("program", "keterangan"),
}


@dataclass
class WholeCatalogue:
    """`data` is the catalogue as JSON has it, each list with two entries; `others` has for each leaf another value that
    the schema allows there."""

    schema: dict[str, Any] = field(default_factory=catalogue_schema)
    others: dict[Path, Any] = field(default_factory=dict)
    data: dict[str, Any] = field(init=False)
    count: int = 0

    def __post_init__(self) -> None:
        self.data = self._made(self.schema, (), "Catalogue")

    def changed(self, path: Path) -> dict[str, Any]:
        """The catalogue with another value at a leaf."""
        return _replaced(self.data, path, self.others[path])

    def _made(self, told: dict[str, Any], path: Path, name: str) -> Any:
        if "$ref" in told:
            named = told["$ref"].rpartition("/")[2]
            return self._made(self.schema["$defs"][named], path, named)
        if "anyOf" in told:
            return self._made(next(one for one in told["anyOf"] if one.get("type") != "null"), path, name)
        if "properties" in told:
            model = name.partition(".")[0]
            return {key: self._made(one, (*path, key), f"{model}.{key}") for key, one in told["properties"].items()}
        if told.get("type") == "object":
            keys = KEYS.get(name, ("Judul", "Judul lain"))
            return {key: self._made(told["additionalProperties"], (*path, key), name) for key in keys}
        if told.get("type") == "array":
            listed = told.get("prefixItems") or [told["items"]] * 2
            return [self._made(one, (*path, at), name) for at, one in enumerate(listed)]
        return self._leaf(told, path, name)

    def _leaf(self, told: dict[str, Any], path: Path, name: str) -> Any:
        self.count += 1
        first, *others = self._values(told, path, name)
        if others:
            self.others[path] = others[0]
        return first

    def _values(self, told: dict[str, Any], path: Path, name: str) -> tuple[Any, ...]:
        """What may stand there: all of few, two of many; each number and text is there once."""
        if name in SPECIAL:
            there = SPECIAL[name]
            return there if path[-1] != "keterangan" else there[::-1]
        if "const" in told or "enum" in told:
            return tuple(told.get("enum", [told.get("const")]))
        many = {
            "boolean": (False, True),
            "number": (self.count / 10_000, self.count / 10_000 + 0.5),
            "integer": (self.count, self.count + 10_000),
        }
        if told["type"] == "string":
            texts = ("{:064x}",) if "pattern" in told else ("teks {}",)
            return tuple(text.format(number) for text in texts for number in (self.count, self.count + 10_000))
        return many[told["type"]]


def _replaced(data: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    step, *rest = path
    if isinstance(data, dict):
        return {**data, step: _replaced(data[str(step)], tuple(rest), value)}
    return [_replaced(one, tuple(rest), value) if at == step else one for at, one in enumerate(data)]
