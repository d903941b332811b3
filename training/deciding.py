"""Learns what each kind of evidence for the columns of a heading is worth: extract/table/formed/deciding.json.

Headings of random texts are read as extract/table/formed reads them: the words propose readings, the rows are read
under each. Worth is what makes the true ones likeliest (a multinomial model that is drawn to what is known); headings
whose true columns are not among the readings teach nothing. The weights of agencies.json, tags.json and roles.json are
taken as they are.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from extract.table.formed.bodies import fit_of
from extract.table.formed.choose import names_of, readings_to_try, speaks_for
from extract.table.formed.columns import columns_of
from extract.table.formed.spans import HeadingReading, WeighedWords, heading_spans, readings_of
from extract.table.formed.tags import TEXT, tags
from extract.table.linear.tokens import TableWords, tokenize
from schemas.layout import Line
from training.heads import Head
from training.windows import TaggedText, random_text

Array = np.ndarray[Any, Any]
#: What a unit of each kind was worth to 87 headings above rows of the decree and of made ones, by the sums that the
#: reader of rows gives now; worth is drawn towards it, so strongly: what words say of a role is worth more where a
#: document prints what others do than in random tables, half of whose headings are spoilt.
_USUAL = {
    "again": 1.5, "blank": -1.2, "broken": -1.0, "called": -0.5, "closed": 0.8, "columns": -0.68, "glued": -2.0,
    "inner": -3.0, "joined": -1.3, "lines": -0.32, "near": 0.99, "open": -1.0, "parted": -1.5, "reading": 1.2,
    "roles": 0.77, "room": -0.03, "scattered": -0.3, "wide": -0.6,
}  # fmt: skip
_PENALTY = 0.1
#: So many of the likeliest readings are asked, beside the true one.
_RIVALS = 15
#: So many rows at most below a heading; so many lines of them are read, as by extract/table/formed/find.py.
_ROWS, _BELOW = 8, 40


@dataclass(frozen=True, slots=True)
class _Choice:
    """The evidence of each reading of a heading (readings by kinds), and which of them are true."""

    kinds: tuple[str, ...]
    seen: Array
    true: Array


def _choice_of(made: TaggedText) -> _Choice | None:
    """None where the true columns are not among the readings."""
    own = [at for at, tag in enumerate(made.tagged) if tags()[tag].name != TEXT]
    columns = columns_of([tags()[made.tagged[at]] for at in own]) if own else None
    if columns is None or tuple(column.role for column in columns) != made.roles:
        return None
    text = WeighedWords.of(made.lines)
    span = next((span for span in heading_spans(text) if span[0] <= own[-1] and own[0] < span[1]), None)
    tried = readings_to_try(text, readings_of(text, [span]), [_body(text, own[-1] + 1)]) if span else []
    true = [reading.roles == made.roles and reading.end == own[-1] + 1 for reading in tried]
    kept = [k for k, right in enumerate(true) if right or k < _RIVALS]
    tried, true = [tried[k] for k in kept], [true[k] for k in kept]
    return _weighed(text, tried, true) if any(true) and not all(true) else None


def _weighed(text: WeighedWords, tried: Sequence[HeadingReading], true: Sequence[bool]) -> _Choice:
    said = []
    for reading in tried:
        fit = fit_of([_body(text, reading.end)], reading.roles, names_of(text, reading))
        said.append(speaks_for(text, reading, fit))
    kinds = tuple(sorted(said[0]))
    return _Choice(kinds, np.array([[one[kind] for kind in kinds] for one in said]), np.array(true))


def _body(text: WeighedWords, end: int) -> TableWords:
    first = text.words[end].line if end < len(text.words) else len(text.lines)
    return tokenize([Line(line, first + k + 1) for k, line in enumerate(text.lines[first : first + _BELOW])])


def _loss(worth: Array, choices: Sequence[_Choice]) -> tuple[float, Array]:
    value, slope = 0.0, np.zeros_like(worth)
    for choice in choices:
        sums = np.exp((sums := choice.seen @ worth) - sums.max())
        shares = sums / sums.sum()
        right = shares[choice.true].sum() + 1e-12
        value -= float(np.log(right))
        slope -= (shares * choice.true / right - shares) @ choice.seen
    count, away = len(choices), worth - _usual(choices[0].kinds)
    return value / count + _PENALTY * float(away @ away), slope / count + 2 * _PENALTY * away


def _usual(kinds: Sequence[str]) -> Array:
    return np.array([_USUAL[kind] for kind in kinds])


def learn_deciding(gold: Sequence[Head], folder: Path, texts: int = 700, seed: int = 7) -> None:
    """Learns from random texts, writes deciding.json into a folder, and says how often words alone and all evidence
    choose right."""
    rng = random.Random(seed)
    made = (_choice_of(random_text(rng, gold, _ROWS, alike=True)) for _ in range(texts))
    choices = [choice for choice in made if choice is not None]
    kinds = choices[0].kinds
    worth = {kind: round(float(value), 2) for kind, value in zip(kinds, _fitted(choices), strict=True)}
    (folder / "deciding.json").write_text(json.dumps(worth, separators=(",", ":")) + "\n", encoding="utf-8")
    words = np.array([float(kind == "near") for kind in kinds])
    print(f"{len(choices)} headings: words alone {_right(words, choices):.2f}, all evidence {_kept_out(choices):.2f}")


def _fitted(choices: Sequence[_Choice]) -> Array:
    from scipy.optimize import minimize

    found: Array = minimize(_loss, _usual(choices[0].kinds), (choices,), jac=True).x
    return found


def _right(worth: Array, choices: Sequence[_Choice]) -> float:
    return float(np.mean([choice.true[np.argmax(choice.seen @ worth)] for choice in choices]))


def _kept_out(choices: Sequence[_Choice], folds: int = 5) -> float:
    """The share of right choices among headings that the fit has not seen; NaN where there are too few."""
    if len(choices) < 2 * folds:
        return float("nan")
    kept = [choices[fold::folds] for fold in range(folds)]
    taught = [[choice for k, choice in enumerate(choices) if k % folds != fold] for fold in range(folds)]
    return float(np.mean([_right(_fitted(taught[fold]), kept[fold]) for fold in range(folds)]))
