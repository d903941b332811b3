"""Tables that show beside a holder's own indicators those of the superior, each group of columns under its own upper
heading: `KINERJA ATASAN LANGSUNG` over `Sasaran | Indikator`, `KINERJA INDIVIDU` over `Sasaran | Indikator | Target`.

Input: the columns as printed. Output: which of them are the rows' own. The group that has a target is, where one has.
A group without indicators is another's only where both have a sasaran (`SASARAN STRATEGIS` over `Kode | Uraian Sasaran`
beside `INDIKATOR KINERJA` over `Indikator | Target` is one table); where that with the target has none, the sasaran of
the other (`SASARAN` over `Uraian | Indikator` beside `PROGRAM` over `Nama | Indikator | Target`) is, in doubt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from bahasa.headings import role_of_heading
from bahasa.roles import INDIKATOR, SASARAN, TARGET
from extract.table.meaning.evidence import SeenColumn
from schemas.base import Role


class Cascade(NamedTuple):
    """The columns of the rows' own by their places, without their group's upper heading where they are told without
    it; none in a table that is no such one. `lent`: the sasaran beside another's indicators, if the own has none."""

    own: Mapping[int, SeenColumn]
    lent: frozenset[int] = frozenset()


def own_of_cascade(columns: Sequence[SeenColumn]) -> Cascade:
    """The columns that are not another one's in such a table.

    >>> names = [("ATASAN", "Indikator"), ("BAWAHAN", "Indikator"), ("BAWAHAN", "Target 2024"), ("Keterangan",)]
    >>> sorted(own_of_cascade([SeenColumn(one, ("",)) for one in names]).own)
    [1, 2, 3]
    """
    groups = [places for upper, places in _groups(columns) if upper]
    called = {places: {_called(columns[at]) for at in places} for places in groups}
    measured = [places for places in groups if INDIKATOR in called[places]]
    own = [places for places in measured if TARGET in called[places]]
    if len(own) != 1:
        return Cascade({})
    has_sasaran = SASARAN in called[own[0]]
    others = [one for one in groups if one not in own and (one in measured or (has_sasaran and SASARAN in called[one]))]
    if not others or any(TARGET in called[places] for places in others):
        return Cascade({})
    all_others = {at for places in others for at in places}
    lent = frozenset() if has_sasaran else {at for at in all_others if _called(columns[at]) == SASARAN}
    # `Uraian` below `SASARAN` is told by that alone
    lower = {
        at: columns[at]._replace(headings=columns[at].headings[1:]) for at in own[0] if _called(columns[at]) is not None
    }
    aside = all_others - lent
    return Cascade({at: lower.get(at, one) for at, one in enumerate(columns) if at not in aside}, frozenset(lent))


def _groups(columns: Sequence[SeenColumn]) -> list[tuple[str, tuple[int, ...]]]:
    """Runs of columns under one upper heading, with it (empty: of one level)."""
    uppers = [column.headings[0] if len(column.headings) > 1 else "" for column in columns]
    return [(upper, tuple(at for at, _ in run)) for upper, run in groupby(enumerate(uppers), key=lambda one: one[1])]


def _called(column: SeenColumn) -> Role | None:
    return role_of_heading(" ".join(column.headings[1:]))
