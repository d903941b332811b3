"""A tidy table, whatever it holds: its name, its columns with their types, its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

TableValue = str | int | None
TableRow = tuple[TableValue, ...]
ColumnType = Literal["text", "integer", "number"]

_INTEGERS = frozenset({
    "jabatan_order", "row", "page", "count", "tahun", "periode_awal", "periode_akhir", "pages", "position", "year",
    "period_number",
})  # fmt: skip
_NUMBERS = frozenset({"target_value", "upper", "certainty", "anggaran"})


@dataclass(frozen=True, slots=True)
class TidyTable:
    """A table with its name, its columns and its rows in the order of the decree."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]

    def types(self) -> tuple[ColumnType, ...]:
        """What each column holds. `target_value` is a decimal number as text."""
        return tuple(
            "integer" if name in _INTEGERS else "number" if name in _NUMBERS else "text" for name in self.columns
        )

    def typed_rows(self) -> Iterator[tuple[str | int | float | None, ...]]:
        """The rows with numbers as numbers, for formats that know types."""
        types = self.types()
        for row in self.rows:
            yield tuple(
                float(value) if kind == "number" and value not in (None, "") else value
                for value, kind in zip(row, types, strict=True)
            )
