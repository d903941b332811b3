"""Small charts in SVG, each beside the numbers that it shows, so that nobody needs to see them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from markupsafe import Markup, escape

#: Width and height of a line of points, in units of its own; room for their labels.
_WIDE, _HIGH, _SIDE, _TOP, _FOOT = 360, 120, 34, 22, 22


def bar(value: int, most: int) -> Markup:
    """A bar beside a number; hidden from screen readers, which read the number."""
    share = 0 if most <= 0 else max(1, round(100 * value / most)) if value else 0
    return Markup(
        '<svg class="bar" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">'
        '<rect class="ground" width="100" height="10"/><rect class="value" width="{}" height="10"/></svg>'
    ).format(share)


def points(labelled: Sequence[tuple[str, Decimal, str]], name: str) -> Markup:
    """Values in their order as a line: what stands below each, the value, and how it is written. `name` says what they
    are; the text alternative has all of them."""
    values = [value for _, value, _ in labelled]
    least, most = min(values), max(values)
    span = float(most - least) or 1.0
    step = (_WIDE - 2 * _SIDE) / max(1, len(labelled) - 1)
    high = _HIGH - _TOP - _FOOT
    at = [(_SIDE + step * n, _TOP + high * (1 - float(value - least) / span)) for n, value in enumerate(values)]
    told = f"{name}: " + "; ".join(f"{label} {written}" for label, _, written in labelled)
    drawn = [_point(place, one) for place, one in zip(at, labelled, strict=True)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
    return Markup(
        '<svg class="points" role="img" aria-label="{}" viewBox="0 0 {} {}"><polyline points="{}"/>{}</svg>'
    ).format(told, _WIDE, _HIGH, line, Markup("").join(drawn))


def _point(place: tuple[float, float], one: tuple[str, Decimal, str]) -> Markup:
    (x, y), (label, _, written) = place, one
    return Markup(
        '<circle cx="{}" cy="{}" r="4"/><text x="{}" y="{}">{}</text><text class="below" x="{}" y="{}">{}</text>'
    ).format(f"{x:.1f}", f"{y:.1f}", f"{x:.1f}", f"{y - 8:.1f}", escape(written), f"{x:.1f}", _HIGH - 6, escape(label))


def number_of(text: str | None) -> Decimal | None:
    """A number that can be drawn, None where the text is none.

    >>> number_of("2.5"), number_of(None)
    (Decimal('2.5'), None)
    """
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None
