"""What a person should check, by the place in the decree that a finding points at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from bahasa.roles import TARGET
from katalog.show.book.sheet_rows import Plain, grouped, said, sheet_rows

#: Findings of this severity are for the record, not to be checked.
_RECORD = "info"


@dataclass(frozen=True, slots=True)
class RowChecks:
    """The findings of a row: what they say, and the columns that they point at."""

    messages: tuple[str, ...]
    roles: frozenset[str]


class ChecksOf:
    """The findings of all decrees that nobody answered, by holder: (keputusan, kind, jabatan_order)."""

    def __init__(self, findings: pd.DataFrame) -> None:
        rows = [row for row in sheet_rows(findings) if row["severity"] != _RECORD and not said(row, "answered")]
        self._by_holder = grouped(rows, "keputusan", "kind", "jabatan_order")

    def count(self, holder: tuple[Plain, ...]) -> int:
        """How many a holder has; (keputusan, None, None) is the decree itself."""
        return len(self._by_holder.get(holder, ()))

    def decree(self, keputusan: Plain) -> int:
        """How many a decree has with all its holders."""
        return sum(len(rows) for holder, rows in self._by_holder.items() if holder[0] == keputusan)

    def beside(self, holder: tuple[Plain, ...]) -> tuple[str, ...]:
        """What is said of a holder outside its rows."""
        rows = self._by_holder.get(holder, ())
        return tuple(said(row, "message") for row in rows if not said(row, "field").startswith("rows/"))

    def row(self, holder: tuple[Plain, ...], number: Plain) -> RowChecks:
        """What is said of a row of a holder."""
        rows = [row for row in self._by_holder.get(holder, ()) if _steps(row)[:2] == ["rows", str(number)]]
        return RowChecks(tuple(dict.fromkeys(said(row, "message") for row in rows)), frozenset(_roles(rows)))


def _steps(row: Mapping[str, Plain]) -> list[str]:
    return said(row, "field").split("/")


def _roles(rows: Iterable[Mapping[str, Plain]]) -> Iterable[str]:
    for row in rows:
        role = next(iter(_steps(row)[2:]), "")
        # one of several targets of a row is named by its place among them
        yield TARGET if role == f"{TARGET}s" else role
