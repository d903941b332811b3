"""The reading of a heading that its words and the rows below its prints bear out best, and how sure it is.

The words of the heading propose columns (paths.py), the rows read under each of these columns speak for or against
them (bodies.py). deciding.json says what each is worth; learned from random tables whose columns are known
(training/deciding.py).
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.table.formed.bodies import BodyFit, fit_of
from extract.table.formed.spans import HeadingReading, WeighedWords
from extract.table.linear.tokens import TableWords

#: So many sets of roles are tried on the rows below the first print, and so many of them on those below all; none that
#: is so far behind by its words.
_TRIED, _FINAL, _HOPELESS = 20, 4, 120.0
#: A heading whose rows fit it less is none.
_FEW, _UNLIKE = 0.35, -1.6


@dataclass(frozen=True, slots=True)
class ChosenHeading:
    """A reading, and by column how sure its role is."""

    reading: HeadingReading
    sure: tuple[float, ...]


def chosen(
    text: WeighedWords, readings: Sequence[HeadingReading], bodies: Sequence[TableWords]
) -> ChosenHeading | None:
    """The likeliest of some readings given rows below the heading; None where no reading fits them."""
    tried = readings_to_try(readings)
    if not tried or not bodies:
        return None
    if len(tried) > _FINAL:
        fits = [fit_of(bodies[:1], one.roles, names_of(text, one)) for one in tried]
        sums = [_sum(one, fit) for one, fit in zip(tried, fits, strict=True)]
        tried = [tried[k] for k in sorted(range(len(tried)), key=lambda k: -sums[k])[:_FINAL]]
    fits = [fit_of(bodies, one.roles, names_of(text, one)) for one in tried]
    sums = [_sum(one, fit) for one, fit in zip(tried, fits, strict=True)]
    best = max(range(len(tried)), key=lambda k: sums[k])
    if fits[best].filled < _FEW or fits[best].roles < _UNLIKE:
        return None
    weights = [math.exp(total - sums[best]) for total in sums]
    return ChosenHeading(tried[best], _sure(tried, weights, best))


def names_of(text: WeighedWords, reading: HeadingReading) -> list[list[str]]:
    """The headings of each column, level by level."""
    return [[" ".join(text.words[at].text for at in level) for level in column.words] for column in reading.columns]


def readings_to_try(readings: Sequence[HeadingReading]) -> list[HeadingReading]:
    """The best reading of each set of roles and each end."""
    found: dict[tuple[object, ...], HeadingReading] = {}
    for reading in readings:
        if reading.score > -_HOPELESS:
            found.setdefault((reading.roles, reading.end), reading)
    return list(found.values())[:_TRIED]


@cache
def worth_of_evidence() -> dict[str, float]:
    """What a unit of each kind of evidence of `speaks_for` is worth, in natural logarithms."""
    text = files("extract.table.formed").joinpath("deciding.json").read_text(encoding="utf-8")
    return {str(kind): float(worth) for kind, worth in json.loads(text).items()}


def speaks_for(reading: HeadingReading, fit: BodyFit) -> dict[str, float]:
    """What speaks for a reading of a heading, by kind: its words, how well rows are read under it (`reading`), how well
    their cells suit the roles (`roles` together, the `worst` of them), and the number of its columns."""
    return {
        "words": reading.score,
        "reading": fit.reading / 1000,
        "roles": fit.roles * len(reading.columns),
        "worst": fit.worst,
        "columns": float(len(reading.columns)),
    }


def _sum(reading: HeadingReading, fit: BodyFit) -> float:
    said = speaks_for(reading, fit)
    return sum(worth * said[kind] for kind, worth in worth_of_evidence().items())


def _sure(tried: Sequence[HeadingReading], weights: Sequence[float], best: int) -> tuple[float, ...]:
    """The share of all readings, by their weight, in which the same words head a column of the same role."""
    total = sum(weights)
    return tuple(
        sum(weight for one, weight in zip(tried, weights, strict=True) if column in one.columns) / total
        for column in tried[best].columns
    )
