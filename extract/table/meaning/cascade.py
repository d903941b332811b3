"""Tables that show beside a holder's own indicators those of the superior, each group of columns under its own upper
heading: `KINERJA ATASAN LANGSUNG` over `Sasaran | Indikator`, `KINERJA INDIVIDU` over `Sasaran | Indikator | Target`.

Input: the columns as printed. Output: which of them are the rows' own. The group that has a target is, where one has.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bahasa.headings import role_of_heading
from bahasa.roles import INDIKATOR, SASARAN, TARGET
from extract.table.meaning.evidence import SeenColumn
from schemas.base import Role


def own_of_cascade(columns: Sequence[SeenColumn]) -> dict[int, SeenColumn]:
    """The columns that are not another one's in such a table, by their places, without their group's upper heading;
    none of any other table.

    >>> names = [("ATASAN", "Indikator"), ("BAWAHAN", "Indikator"), ("BAWAHAN", "Target 2024"), ("Keterangan",)]
    >>> sorted(own_of_cascade([SeenColumn(one, ("",)) for one in names]))
    [1, 2, 3]
    """
    groups = [places for upper, places in _groups(columns) if upper]
    called = {places: {_called(columns[at]) for at in places} for places in groups}
    measured = [places for places in groups if INDIKATOR in called[places]]
    chains = [places for places in groups if SASARAN in called[places] or places in measured]
    own = [places for places in measured if TARGET in called[places]]
    if len(chains) < 2 or len(own) != 1 or any(TARGET in called[places] for places in chains if places not in own):
        return {}
    aside = {at for places in chains if places not in own for at in places}
    lower = {at: column._replace(headings=column.headings[1:]) for at, column in enumerate(columns) if at in own[0]}
    return {at: lower.get(at, column) for at, column in enumerate(columns) if at not in aside}


def _groups(columns: Sequence[SeenColumn]) -> list[tuple[str, tuple[int, ...]]]:
    """Runs of columns under one upper heading, with it (empty: of one level)."""
    uppers = [column.headings[0] if len(column.headings) > 1 else "" for column in columns]
    return [(upper, tuple(at for at, _ in run)) for upper, run in groupby(enumerate(uppers), key=lambda one: one[1])]


def _called(column: SeenColumn) -> Role | None:
    return role_of_heading(" ".join(column.headings[1:]))
