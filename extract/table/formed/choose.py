"""The reading of a heading that its words and the rows below its prints bear out best, and how sure it is.

The words of the heading propose columns (paths.py), the rows read under each of these columns speak for or against
them (bodies.py). deciding.json says what each is worth; learned from random tables whose columns are known
(training/deciding.py).
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.resources import files
from itertools import pairwise

from bahasa.roles import NO, SATUAN, TARGET
from extract.table.formed.bodies import BodyFit, FirstReadings, ReadRows, counts_rows, fit_of_rows, rows_read
from extract.table.formed.called import badly_called, joins_two
from extract.table.formed.columns import TaggedColumn
from extract.table.formed.cuts import two_headings, year_before_parts
from extract.table.formed.heights import misplaced
from extract.table.formed.moved import best_cut
from extract.table.formed.parted import stays_open, unlevelled, wrongly_parted
from extract.table.formed.rooms import ill_fitting, too_narrow
from extract.table.formed.spans import HeadingReading, WeighedWords
from extract.table.linear.facts import number_in
from extract.table.linear.groups import names_group
from extract.table.linear.tokens import TableWords

#: So many sets of roles are tried, none that is so far behind at sight.
_TRIED, _BEHIND = 60, 8.0
#: So many are left of them by so many of the words below the first print, read twice or once (how few words are read
#: again says little), each time those whose words are cut best: the cuts that are proposed are those of other tables.
_SIFTED = ((24, 40, False), (10, 80, True), (4, 400, True))
#: So many cuts of the words into the same roles.
_CUTS = 3
#: Two readings are near each other by their words if one is so far behind; one as far behind as that is none.
_NEAR, _NONE = 10.0, 1e6
#: Two readings are as likely by words and rows if one is so far behind (natural logarithm).
_NEARLY = 2.0
#: A heading whose rows fit it less is none.
_FEW, _UNLIKE = 0.35, -1.6
_AMOUNTS = (TARGET, SATUAN)


@dataclass(frozen=True, slots=True)
class ChosenHeading:
    """A reading, and by column how sure its role is."""

    reading: HeadingReading
    sure: tuple[float, ...]


def chosen(
    text: WeighedWords, readings: Sequence[HeadingReading], bodies: Sequence[TableWords], shared: bool = False
) -> ChosenHeading | None:
    """The likeliest of some readings given rows below the heading; None where no reading fits them. `shared`: the
    first words of all readings stand above each of its prints."""
    if not bodies:
        return None
    tried = readings_to_try(text, readings, bodies)
    if not tried:
        return None
    fitting = _Fitting(text)
    for count, words, again in _SIFTED:
        if len(tried) > count:
            fits = fitting.fits([bodies[0].head(words)], tried, again)
            sums = [_sum(text, one, fit) for one, fit in zip(tried, fits, strict=True)]
            kept = _best_roles(tried, sums, count)
            tried = _best_cuts(text, [tried[k] for k in kept], [fits[k] for k in kept])
    fits = fitting.fits(bodies, tried)
    sums = [_sum(text, one, fit) for one, fit in zip(tried, fits, strict=True)]
    best = _best(tried, sums, shared)
    if fits[best].filled < _FEW or fits[best].roles < _UNLIKE:
        return None
    # one cut of each set of roles: how many other cuts were tried says nothing of the roles
    own = _best_roles(tried, sums, len(tried), 1)
    weights = [math.exp(sums[k] - sums[best]) for k in own]
    return ChosenHeading(tried[best], _sure([tried[k] for k in own], weights, own.index(best)))


def _best(tried: Sequence[HeadingReading], sums: Sequence[float], shared: bool) -> int:
    """The position of the likeliest reading. Words that stand above each print and are no part of it would be those of
    the head above (`Rencana Hasil Kerja` below its tugas): of readings nearly as likely, those that leave fewest."""
    best = max(range(len(tried)), key=lambda k: sums[k])
    near = [k for k in range(len(tried)) if sums[k] > sums[best] - _NEARLY]
    first = min(tried[k].first for k in near) if shared else tried[best].first
    return max((k for k in near if tried[k].first == first), key=lambda k: sums[k])


def _best_roles(tried: Sequence[HeadingReading], sums: Sequence[float], count: int, cuts: int = _CUTS) -> list[int]:
    """The positions of the best readings: of so many sets of roles (and ends), of each so many cuts of its words."""
    kept: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for k in sorted(range(len(tried)), key=lambda k: -sums[k]):
        own = kept[tried[k].roles, tried[k].end]
        if len(own) < cuts:
            own.append(k)
    best = sorted(kept.values(), key=lambda own: -sums[own[0]])[:count]
    return sorted((k for own in best for k in own), key=lambda k: -sums[k])


def _best_cuts(text: WeighedWords, tried: Sequence[HeadingReading], fits: Sequence[BodyFit]) -> list[HeadingReading]:
    """The same readings, each cut where lines and words suit the columns best that the rows show."""

    def worth(reading: HeadingReading, fit: BodyFit) -> float:
        return _weighed({**speaks_at_sight(text, reading), **_fits_columns(text, reading, fit)})

    found = (best_cut(text, one, partial(worth, fit=fit)) for one, fit in zip(tried, fits, strict=True))
    return list({(one.columns, one.end): one for one in found}.values())


def _fits_columns(text: WeighedWords, reading: HeadingReading, fit: BodyFit) -> dict[str, float]:
    return dict(zip(("room", "wide"), ill_fitting(reading.columns, text.words, fit.widths), strict=True))


class _Fitting:
    """How well the rows below a heading fit its readings. Rows are read once under the same roles, whatever words head
    them, and of few rows the first words are all."""

    def __init__(self, text: WeighedWords) -> None:
        self.text = text
        self._read: dict[tuple[object, ...], ReadRows] = {}
        self._first: FirstReadings = {}

    def fits(
        self, bodies: Sequence[TableWords], readings: Sequence[HeadingReading], again: bool = True
    ) -> list[BodyFit]:
        """The fit of each reading. All bodies that are given are beginnings of the same ones."""
        rows = [self._rows(bodies, one.roles, again) for one in readings]
        return [fit_of_rows(own, one.roles, names_of(self.text, one)) for own, one in zip(rows, readings, strict=True)]

    def _rows(self, bodies: Sequence[TableWords], roles: Sequence[str], again: bool) -> ReadRows:
        key = (*map(len, bodies), again, *roles)
        if key not in self._read:
            self._read[key] = rows_read(bodies, roles, again, self._first)
        return self._read[key]


def names_of(text: WeighedWords, reading: HeadingReading) -> list[list[str]]:
    """The headings of each column, level by level."""
    return [[" ".join(text.words[at].text for at in level) for level in column.words] for column in reading.columns]


def readings_to_try(
    text: WeighedWords, readings: Sequence[HeadingReading], bodies: Sequence[TableWords]
) -> list[HeadingReading]:
    """The best readings of each set of roles, of each end and of each way to lay them on two levels, those first that
    are likeliest without any rows. Where rows are numbered, only those whose first column holds numbers and that end at
    a row, if there are any: what they leave above it would be no row."""
    likely = [reading for reading in readings if reading.score >= -_NONE]
    numbered = [one for one in likely if one.roles[0] == NO] if any(map(counts_rows, bodies)) else []
    numbered = [one for one in numbered if _ends_at_row(text, one.end)] or numbered
    found: dict[tuple[object, ...], tuple[float, HeadingReading]] = {}
    for reading in [cut for one in numbered or likely for cut in (one, *_cut(text, one), *_year_apart(text, one))]:
        total = _weighed(speaks_at_sight(text, reading))
        key = (reading.roles, reading.end, tuple(len(column.words) for column in reading.columns))
        if key not in found or total > found[key][0]:
            found[key] = (total, reading)
    most = max((total for total, _ in found.values()), default=0.0)
    near = [(total, reading) for total, reading in found.values() if total > most - _BEHIND]
    sums, tried = zip(*near, strict=True) if near else ((), ())
    return [tried[k] for k in _best_roles(tried, sums, _TRIED)]


def _cut(text: WeighedWords, reading: HeadingReading) -> Iterator[HeadingReading]:
    """The same reading with one column that the vocabulary knows cut into two."""
    for k, column in enumerate(reading.columns):
        if len(column.words) == 1:
            words, others = column.words[0], [*reading.roles[:k], *reading.roles[k + 1 :]]
            for at, *roles in two_headings([text.words[word].text for word in words], others):
                cells = zip(roles, (words[:at], words[at:]), strict=True)
                parts = [TaggedColumn(role, (part,)) for role, part in cells]
                yield replace(reading, columns=(*reading.columns[:k], *parts, *reading.columns[k + 1 :]))


def _year_apart(text: WeighedWords, reading: HeadingReading) -> Iterator[HeadingReading]:
    """The same reading with a column of the whole year before its parts, headed by the first words over these."""
    over = {column.words[0] for column in reading.columns if len(column.words) > 1}
    if len(over) != 1 or TARGET in (column.role for column in reading.columns if len(column.words) == 1):
        return
    words = over.pop()
    first, end = (f(k for k, column in enumerate(reading.columns) if len(column.words) > 1) for f in (min, max))
    group = reading.columns[first : end + 1]
    below = [" ".join(text.words[at].text for at in column.words[1]) for column in group]
    for cut in year_before_parts([text.words[at].text for at in words], below):
        parts = [replace(column, words=(words[cut:], column.words[1])) for column in group]
        columns = (*reading.columns[:first], TaggedColumn(TARGET, (words[:cut],)), *parts, *reading.columns[end + 1 :])
        yield replace(reading, columns=columns)


def _ends_at_row(text: WeighedWords, end: int) -> bool:
    behind = text.words[end : end + 1]
    return any(number_in(word.text) is not None or names_group(text.lines[word.line]) for word in behind)


@cache
def worth_of_evidence() -> dict[str, float]:
    """What a unit of each kind of evidence of `speaks_for` is worth, in natural logarithms."""
    text = files("extract.table.formed").joinpath("deciding.json").read_text(encoding="utf-8")
    return {str(kind): float(worth) for kind, worth in json.loads(text).items()}


def speaks_for(text: WeighedWords, reading: HeadingReading, fit: BodyFit) -> dict[str, float]:
    """What speaks for a reading of a heading, by kind: what is seen without rows, how well rows are read under it
    (`reading`, and `again` with what that shows), how well their cells suit the roles (`roles`), columns that are
    `blank`, words of the heading that begin cells and stand inside some (`inner`), columns that hold few texts again
    and again (`closed`), and lines that the columns' widths speak against (`room`, `wide`)."""
    return {
        **speaks_at_sight(text, reading),
        **_fits_columns(text, reading, fit),
        "blank": fit.blank,
        "inner": fit.inner,
        "closed": fit.closed,
        "reading": fit.reading / 1000,
        "again": fit.again / 1000,
        "roles": fit.roles * len(reading.columns),
    }


def speaks_at_sight(text: WeighedWords, reading: HeadingReading) -> dict[str, float]:
    """What speaks for a reading of a heading whatever stands below: how near its words are to the best reading's (a
    logarithm: far behind and farther is the same), targets in several places (`scattered`), cells whose lines can't
    stand so (`lines`) or leave `room` for the next word, columns with a `broken` word that have room for a longer one,
    headings that stay `open` (`Besaran yang` / `Dituju` are none), are `parted` otherwise than their parts count, or
    `called` otherwise than their columns, `joined` from two, words `glued` where no lower level begins, and the number
    of columns."""
    names = names_of(text, reading)
    room, _ = ill_fitting(reading.columns, text.words, [0] * len(reading.columns))
    return {
        "near": -math.log1p(-reading.score / _NEAR),
        "scattered": float(scattered_targets(reading.roles)),
        "lines": float(misplaced(reading.columns, text.words)),
        "room": room,
        "columns": float(len(reading.columns)),
        "broken": float(too_narrow(reading.columns, text.words)),
        "open": float(sum(map(stays_open, names))),
        "parted": float(wrongly_parted(names)),
        "called": badly_called(reading.roles, names),
        "joined": joins_two(names),
        "glued": float(unlevelled(reading.columns, text.words)),
    }


def scattered_targets(roles: Sequence[str]) -> int:
    """How many places beside the first hold targets and their units: tables print them side by side.

    >>> scattered_targets(("indikator", "target", "satuan", "rumus")), scattered_targets(("target", "rumus", "target"))
    (0, 1)
    """
    begins = sum(behind in _AMOUNTS and before not in _AMOUNTS for before, behind in pairwise(("", *roles)))
    return max(0, begins - 1)


def _sum(text: WeighedWords, reading: HeadingReading, fit: BodyFit) -> float:
    return _weighed(speaks_for(text, reading, fit))


def _weighed(said: Mapping[str, float]) -> float:
    return sum(worth_of_evidence().get(kind, 0.0) * value for kind, value in said.items())


def _sure(tried: Sequence[HeadingReading], weights: Sequence[float], best: int) -> tuple[float, ...]:
    """The share of all readings, by their weight, in which the same words head a column of the same role between
    columns of the same roles: where a table has one more, its neighbours hold less."""
    total = sum(weights)
    seen = [_among(reading) for reading in tried]
    return tuple(
        sum(weight for one, weight in zip(seen, weights, strict=True) if column in one) / total
        for column in _among(tried[best])
    )


def _among(reading: HeadingReading) -> list[tuple[str, TaggedColumn, str]]:
    """The columns of a reading, each with the roles beside it."""
    roles = ("", *reading.roles, "")
    return list(zip(roles, reading.columns, roles[2:], strict=False))
