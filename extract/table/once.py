"""The roles of a table's columns, each given to one column only."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.base import Role


def roles_once(found: Sequence[tuple[Role | None, bool]]) -> list[Role]:
    """The roles of the columns in printed order, from (role by its heading, whether it yields to another column).

    The first of several columns has the role, the others keep their printed heading (the second target of `TARGET 2021
    2022`). A heading that yields (`ALASAN`) has its role only where no other column claims it (`FORMULASI`).
    """
    claimed = {role for role, yields in found if not yields}
    given: set[Role] = set()
    roles: list[Role] = []
    for role, yields in found:
        if role is None or role in given or (yields and role in claimed):
            role = "others"
        given |= {role} - {"others"}
        roles.append(role)
    return roles
