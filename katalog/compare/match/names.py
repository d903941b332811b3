"""The names under which a row keeps its cells: a role, or for columns that share one the role and the heading.

`rumus`; `others/BUKTI DUKUNG`; `target` where the table has one column of targets, `target/TARGET 2022` where it has
several.
"""

from __future__ import annotations

from collections.abc import Sequence

from bahasa.roles import OTHERS, TARGET


def other_name(heading: str) -> str:
    """The name of the cells below a heading without a role."""
    return f"{OTHERS}/{heading}"


def target_names(headings: Sequence[str]) -> list[str]:
    """The names of a table's targets; two columns with one heading are told apart by their place.

    >>> target_names(["TARGET 2021", "TARGET 2022"]), target_names(["TARGET"])
    (['target/TARGET 2021', 'target/TARGET 2022'], ['target'])
    """
    if len(headings) == 1:
        return [TARGET]
    return [
        named_target(heading if heading not in headings[:at] else f"{heading} ({at + 1})")
        for at, heading in enumerate(headings)
    ]


def named_target(column: str) -> str:
    """The name of the targets of one column among several."""
    return f"{TARGET}/{column}"


def role_in(name: str) -> str:
    """The role of the cells of this name."""
    return name.partition("/")[0]


def column_in(name: str) -> str:
    """The heading that a name tells, empty where the role alone is the name."""
    return name.partition("/")[2]
