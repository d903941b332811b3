"""Words that the vocabulary knows as one heading, and that may as well be two side by side.

`SASARAN PROGRAM` heads what a programme is for, or two columns, `SASARAN` and `PROGRAM`; `SATUAN TARGET` behind all
others a column, or the two parts of a `TARGET` further left, which a text prints last: only the rows below tell.
So with what stands over the parts of a year: `TARGET TAHUNAN RENCANA TRIWULAN` heads these, or one before them as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bahasa.headings import heading_letters, known_headings
from bahasa.roles import OTHERS, SASARAN, SATUAN, TARGET
from bahasa.target_scope import holds_targets, scopes_of
from extract.table.formed.parted import stays_open
from schemas.base import Role


def two_headings(words: Sequence[str], roles: Sequence[Role]) -> Iterator[tuple[int, Role, Role]]:
    """(how many words the first one has, both roles) of the headings that the words of one column may be cut into,
    in a table whose other columns have these roles. What rows are under stands before what they measure: `INDIKATOR
    SASARAN` is one.

    >>> list(two_headings(["SASARAN", "STRATEGIS", "PROGRAM"], ["no", "indikator"]))
    [(2, 'sasaran', 'others')]
    >>> list(two_headings(["INDIKATOR", "SASARAN"], ["no"])), list(two_headings(["SASARAN", "PROGRAM"], ["sasaran"]))
    ([], [])
    """
    letters = [heading_letters(word) for word in words]
    taken = set(roles) - {OTHERS}
    if "".join(letters) not in known_headings():
        return
    for cut in range(1, len(words)):
        left, right = (known_headings().get("".join(part)) for part in (letters[:cut], letters[cut:]))
        if left and right and right.role != SASARAN and left.role != right.role and not taken & {left.role, right.role}:
            yield cut, left.role, right.role


def year_before_parts(over: Sequence[str], below: Sequence[str]) -> Iterator[int]:
    """How many of the words over some parts of a year may head a column of the whole year before these parts: those
    that name the year, where the others name what it is parted into.

    >>> quarters = ["ke-1", "ke-2", "ke-3", "ke-4"]
    >>> list(year_before_parts(["TARGET", "1", "TAHUN", "TAHAPAN", "TRIWULAN"], quarters))
    [3, 4]
    >>> list(year_before_parts(["TARGET", "PER", "TRIWULAN"], quarters))
    []
    """
    for cut in range(1, len(over)):
        year, others = " ".join(over[:cut]), " ".join(over[cut:])
        whole, named, *parts = scopes_of([(year,), (others,), *((others, part) for part in below)])
        if whole.period != "tahun" or not holds_targets((year,)) or stays_open([year]) or stays_open([others]):
            continue
        parted = named.period not in (None, "tahun") and named.year is None
        if parted and [one.period_number for one in parts] == [*range(1, len(parts) + 1)]:
            yield cut


def may_be_parts(words: Sequence[str]) -> bool:
    """Whether the words of a heading may be the parts of a target.

    >>> may_be_parts(["Satuan", "Target"]), may_be_parts(["Target", "Kinerja"])
    (True, False)
    """
    letters = [heading_letters(word) for word in words]
    halves = (("".join(letters[:cut]), "".join(letters[cut:])) for cut in range(1, len(letters)))
    roles = ({known_headings()[one].role for one in both if one in known_headings()} for both in halves)
    return any(own == {TARGET, SATUAN} for own in roles)
