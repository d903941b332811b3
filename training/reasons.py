"""Columns that tell why an indikator was chosen, or what it is, beside those of a random table."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

MadeColumn = tuple[tuple[str, ...], list[str], str]

#: Share of tables with a rumus that explain the indikator beside it; of these both under one heading, in this order.
_EXPLAINED, _UNDER_ONE, _BEFORE = 0.15, 0.4, 0.85


def with_reasons(
    rng: random.Random, columns: list[MadeColumn], terms: dict[str, Any], phrases: dict[str, list[str]]
) -> list[MadeColumn]:
    """The columns, at times with one of reasons beside the rumus, which then has a heading of its own; both may stand
    under one (`PENJELASAN` over `ALASAN` and `FORMULASI`)."""
    at = next((i for i, (_, _, role) in enumerate(columns) if role == "rumus"), None)
    if at is None or rng.random() > _EXPLAINED:
        return columns
    cases: list[Callable[[str], str]] = [str, str.upper, str.title]
    case = rng.choice(cases)
    over = (case(rng.choice(terms["di_atas"]["penjelasan"])),) if rng.random() < _UNDER_ONE else ()
    heading, cells = case(rng.choice(terms["lain"]["alasan"])), columns[at][1]
    rumus: MadeColumn = ((*over, case(rng.choice(terms["dijelaskan"]["rumus"]))), cells, "rumus")
    said = [
        rng.choice(phrases["alasan"]).format(hal=rng.choice(phrases["hal"]), bidang=rng.choice(phrases["bidang"]))
        for _ in cells
    ]
    reasons: MadeColumn = ((*over, heading), [text[:1].upper() + text[1:] for text in said], "others")
    pair = [reasons, rumus] if rng.random() < _BEFORE else [rumus, reasons]
    return [*columns[:at], *pair, *columns[at + 1 :]]
