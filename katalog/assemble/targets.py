"""Which of a row's targets is its `target`.

Input: the scopes of a table's columns of targets and the year that the document is about. Output: the column that holds
for the whole of the document's period, or none: the first one is never meant just because it is the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bahasa.headings import is_known_heading, role_of_heading
from bahasa.roles import TARGET
from bahasa.temuan import threshold
from katalog.text import value_of
from schemas.catalogue import RowTarget
from schemas.decree import Heading, PrintedTarget, Row, Target, TargetScope

#: How much of the period a target is for: all of it, or a part. A year is all of it beside its quarters.
_REACH = {None: 0, "tahun": 0, "semester": 1, "triwulan": 2, "bulan": 3}
#: What is after a revision holds rather than what says nothing of one, and that rather than what was before.
_VERSIONS = {"sesudah": 0, None: 1, "sebelum": 2}
#: How much is to be done is the target; how well, how long and for how much are conditions of it.
_ASPECTS = {None: 0, "kuantitas": 1}
_CONDITION = 2


def chosen_target(scopes: Sequence[TargetScope], year: int | None, among: Sequence[int] | None = None) -> int | None:
    """The 0-based place of the column that is the target, None where none can be named. `among` are the places that
    come into question, all where nothing is said.

    >>> years = [TargetScope(year=2021, period="tahun"), TargetScope(year=2022, period="tahun")]
    >>> chosen_target(years, 2022), chosen_target(years, None)
    (1, None)
    """
    left = list(range(len(scopes)) if among is None else among)
    if len(left) < 2:
        return left[0] if left else None
    left = _least(left, [_REACH[scope.period] for scope in scopes])
    left = _of_year(left, scopes, year)
    left = _least(left, [_VERSIONS[scope.version] for scope in scopes])
    left = _least(left, [_ASPECTS.get(scope.aspect, _CONDITION) for scope in scopes])
    return left[0] if len(left) == 1 else None


def _least(left: Sequence[int], ranks: Sequence[int]) -> list[int]:
    best = min(ranks[at] for at in left)
    return [at for at in left if ranks[at] == best]


def _of_year(left: list[int], scopes: Sequence[TargetScope], year: int | None) -> list[int]:
    """Of several years those of the document's; beside years a column without one holds for all of them."""
    if len({scopes[at].year for at in left}) < 2:
        return left
    own = [at for at in left if scopes[at].year == year] if year else []
    return own or [at for at in left if scopes[at].year is None and scopes[at].period is None] or left


def _filled(rows: Sequence[Row], columns: Sequence[int]) -> Sequence[int]:
    """The columns that print something in any row; all where none does, or where a row has but one target."""
    several = [row.targets for row in rows if len(row.targets) == len(columns)]
    return [at for at in columns if any(targets[at].cell.text.as_printed for targets in several)] or columns


def _is_sure(heading: Heading) -> bool:
    """Is a column surely one of targets: by all evidence, or since the vocabulary knows its whole heading as such?"""
    printed = heading.text.as_printed
    known = is_known_heading(printed) and role_of_heading(printed) == TARGET
    return known or heading.role_confidence >= threshold("kolom-ragu")


class TargetColumns(NamedTuple):
    """A table's columns of targets: their headings with all levels, what these say, and which one is chosen."""

    headings: tuple[str, ...]
    scopes: tuple[TargetScope, ...]
    chosen: int | None

    @classmethod
    def of(cls, headings: Sequence[Heading], rows: Sequence[Row], year: int | None) -> TargetColumns:
        """Those of a table in a document about this year. A column that nobody filled, or whose role is in doubt, is
        not named while there are others, but for parts of the year: of these none is the target."""
        own = [heading for heading in headings if heading.role == TARGET]
        scopes = tuple(heading.scope or TargetScope() for heading in own)
        filled = _filled(rows, range(len(own)))
        sure = [at for at in filled if _is_sure(own[at])]
        parts = all(_REACH[scopes[at].period] for at in sure)
        chosen = chosen_target(scopes, year, filled if parts else sure)
        return cls(tuple(value_of(heading.text) for heading in own), scopes, chosen)

    def targets_of(self, row: Row) -> tuple[RowTarget, ...]:
        """All targets of a row; none for a table without such a column."""
        alone = [PrintedTarget(cell=row.cells[TARGET], target=row.target)] if TARGET in row.cells else []
        printed = [*row.targets] or alone
        known = len(printed) == len(self.scopes)
        return tuple(
            RowTarget(
                position=at + 1,
                heading=self.headings[at] if known else "",
                scope=self.scopes[at] if known else TargetScope(),
                cell=one.cell,
                target=one.target or Target(kind="missing"),
                chosen=(at == self.chosen) if known else len(printed) == 1,
            )
            for at, one in enumerate(printed)
        )
