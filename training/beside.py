"""Columns beside those of a random table that look like its own: what the superior is to bring about beside what the
office is (alone it is the office's sasaran), weights, and who sees to it post by post.

They change what the roles are learned from, and nothing of how texts are.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from training.reasons import MadeColumn

Terms = dict[str, Any]
Phrases = dict[str, list[str]]
#: Shares of tables: with a sasaran that print the superior's beside it or in its place, that print weights or the like,
#: that print posts; without a sasaran that print a program in its place.
_LED, _LED_ALONE, _WEIGHED, _KEPT, _PROGRAM = 0.06, 0.06, 0.06, 0.05, 0.4
_ASIDE = ("bobot", "polaritas", "aspek", "hitungan")
_CASES: tuple[Callable[[str], str], ...] = (str, str.upper, str.title)


def with_others_beside(
    rng: random.Random, columns: list[MadeColumn], terms: Terms, phrases: Phrases
) -> list[MadeColumn]:
    """The columns, at times with such ones beside them."""
    if rng.random() < _LED:
        columns = _with_superior(rng, columns, terms, phrases)
    elif rng.random() < _LED_ALONE:
        name = _heading(rng, terms, "atasan")
        columns = [(name if role == "sasaran" else own, cells, role) for own, cells, role in columns]
    at = next((i for i, (_, _, role) in enumerate(columns) if role == "indikator"), None)
    if at is not None and all(role != "sasaran" for _, _, role in columns) and rng.random() < _PROGRAM:
        programs = [rng.choice(phrases["program"]) for _ in columns[0][1]]
        columns = [*columns[:at], (_heading(rng, terms, "program"), programs, "others"), *columns[at:]]
    if rng.random() < _WEIGHED:
        kind = rng.choice(_ASIDE)
        cells = [rng.choice(phrases[kind]) for _ in columns[0][1]]
        columns = _inserted(rng, columns, (_heading(rng, terms, kind), cells, "others"))
    if rng.random() < _KEPT and all(role != "penanggung_jawab" for _, _, role in columns):
        posts = [f"{rng.choice(phrases['petugas'])} {rng.choice(['', *phrases['bidang'][:3]])}" for _ in columns[0][1]]
        columns = _inserted(rng, columns, (_heading(rng, terms, "petugas"), posts, "penanggung_jawab"))
    return columns


def _with_superior(rng: random.Random, columns: list[MadeColumn], terms: Terms, phrases: Phrases) -> list[MadeColumn]:
    """The superior's sasaran right before the office's own, merged as that is."""
    at = next((i for i, (_, _, role) in enumerate(columns) if role == "sasaran"), None)
    if at is None:
        return columns
    said = [f"{rng.choice(phrases['hasil'])} {rng.choice(phrases['hal'])}" if own else "" for own in columns[at][1]]
    return [*columns[:at], (_heading(rng, terms, "atasan"), said, "others"), *columns[at:]]


def _inserted(rng: random.Random, columns: list[MadeColumn], column: MadeColumn) -> list[MadeColumn]:
    at = rng.randint(2, len(columns)) if len(columns) > 2 else len(columns)
    return [*columns[:at], column, *columns[at:]]


def _heading(rng: random.Random, terms: Terms, kind: str) -> tuple[str]:
    return (rng.choice(_CASES)(rng.choice(terms["lain"][kind])),)
