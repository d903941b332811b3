"""How random documents are laid out: widths of columns, pages, blank lines, where cells stand in their rows."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from bahasa.roles import column_roles

#: No column is narrower (in thousandths of the font size).
_NARROWEST = 1500


@dataclass(frozen=True, slots=True)
class Style:
    """How a simulated document is laid out and how its extractor writes it."""

    widths: dict[str, int]
    page_height: int
    first_height: int
    split: bool
    merge: bool
    blanks: float
    stray_blank: float
    gap_at_page: int
    form_feed: bool
    heading_repeated: bool
    trail: str
    centred: frozenset[str]
    widow: bool
    wide: float
    one_line: bool
    middle: bool = False


def random_style(rng: random.Random) -> Style:
    """A style drawn at random; independent choices, so that no single cue is always there."""
    widths: dict[str, int] = {role.name: rng.randint(*role.widths) for role in column_roles().values()}
    height = rng.choice([4, 6, 8, 11, 15, 20, 30, 45])
    blanks = rng.choice([0.0, 0.0, 0.97, 0.97, 1.0])
    feed = rng.random() < 0.5
    split = rng.random() < 0.85
    return Style(
        widths=widths,
        page_height=height,
        first_height=rng.randint(2, height),
        split=split,
        # where rows stay whole, how far a merged text reaches on a page depends on rows that come later: not modelled
        merge=split and rng.random() < 0.85,
        blanks=blanks,
        stray_blank=rng.choice([0.0, 0.01, 0.02]) if blanks else 0.0,
        gap_at_page=rng.choice([0, 3] if feed else [3, 3, 5]) if blanks else 0,
        form_feed=feed,
        heading_repeated=rng.random() < 0.35,
        trail=rng.choice(["all", "none", "wrapped"]),
        centred=frozenset(r for r in ("no", "target", "sumber_data") if rng.random() < 0.06),
        widow=rng.random() < 0.2,
        wide=rng.choice([0.0, 0.01, 0.04]),
        one_line=rng.random() < 0.04,
    )


def style_elsewhere(rng: random.Random) -> Style:
    """A style as another agency may have it: more and narrower columns, cells in the middle of their rows."""
    style, narrow = random_style(rng), rng.choice([1.0, 1.0, 1.0, 0.7, 0.5, 0.35])
    widths = {role: max(_NARROWEST, int(narrow * width)) for role, width in style.widths.items()}
    return replace(style, widths=widths, middle=rng.random() < 0.35)
