"""Words that the vocabulary knows as one heading, and that may as well be two side by side.

`SASARAN PROGRAM` heads what a programme is for, or two columns, `SASARAN` and `PROGRAM`; `SATUAN TARGET` behind all
others a column, or the two parts of a `TARGET` further left, which a text prints last: only the rows below tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bahasa.headings import heading_letters, known_headings
from bahasa.roles import OTHERS, SASARAN, SATUAN, TARGET
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


def may_be_parts(words: Sequence[str]) -> bool:
    """Whether the words of a heading may be the parts of a target.

    >>> may_be_parts(["Satuan", "Target"]), may_be_parts(["Target", "Kinerja"])
    (True, False)
    """
    letters = [heading_letters(word) for word in words]
    halves = (("".join(letters[:cut]), "".join(letters[cut:])) for cut in range(1, len(letters)))
    roles = ({known_headings()[one].role for one in both if one in known_headings()} for both in halves)
    return any(own == {TARGET, SATUAN} for own in roles)
