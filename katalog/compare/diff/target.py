"""What a changed target means: both readings, and by how much they differ where they are numbers of one unit."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from katalog.compare.match.thing import Said
from schemas.decree import Target
from schemas.diff import TargetChange

_NUMBERS = frozenset({"count", "percent", "index", "money", "duration", "grade"})


def target_change(old: Said, new: Said) -> TargetChange | None:
    """None where neither side was read as a target."""
    if old.target is None and new.target is None:
        return None
    difference = _difference(old.target, new.target)
    unit = new.target.unit if difference is not None and new.target else None
    return TargetChange(old=old.target, new=new.target, difference=difference, unit=unit)


def _difference(old: Target | None, new: Target | None) -> str | None:
    if old is None or new is None or old.kind not in _NUMBERS or old.kind != new.kind or old.unit != new.unit:
        return None
    if old.value is None or new.value is None or old.upper or new.upper:
        return None
    try:
        difference = Decimal(new.value) - Decimal(old.value)
    except InvalidOperation:
        return None
    return f"{difference:+f}" if difference else "0"
