"""Why a boundary was chosen, in words."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from extract.table.linear.kept import Floats
from extract.table.linear.model import END, INSIDE, START_PART, Model
from extract.table.linear.runs import CONT, FRESH, WordRun

#: So many reasons are named.
_SHOWN = 3
#: What the words around a gap say together (see surroundings.py), in words.
_AROUND = "kata-kata di sekitarnya lazim di batas sel seperti ini"


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, str], ...]:
    data = tomllib.loads(files("extract.table.linear").joinpath("reasons.toml").read_text(encoding="utf-8"))
    return tuple((entry["pola"], entry["kata"]) for entry in data["alasan"])


@lru_cache(maxsize=1 << 12)
def word_of(attribute: str) -> str:
    """The attribute in words; empty where it has none, or says that a word has no such part (`akhiran=`)."""
    for pattern, words in _phrases():
        if attribute.startswith(pattern):
            said = attribute[len(pattern) :]
            return words.format(said) if said or "{}" not in words else ""
    return ""


def why_begins(
    model: Model, gap: Sequence[str], run: WordRun, previous: int, roles: Sequence[str], hints: Floats | None = None
) -> str:
    """What spoke most for beginning this run here rather than going on with the column before (-1: none); `hints`
    (PARTS x columns) are what the words around the gap say together (surroundings.py)."""
    known = [attribute for attribute in gap if attribute in model.attributes]
    weights_of, k = model.weights(tuple(roles))[model.rows(known)], len(roles)
    sums = weights_of[:, START_PART[run.kind] * k + run.column]
    if previous >= 0:
        sums = sums + weights_of[:, END * k + previous] - weights_of[:, INSIDE * k + previous]
    weights = list(zip((-sums).tolist(), map(word_of, known), strict=True))
    if hints is not None:
        said = hints[START_PART[run.kind], run.column] + (hints[END, previous] if previous >= 0 else 0.0)
        weights.append((-float(said), _AROUND))
    words = [word for weight, word in sorted(weights) if weight < 0]
    shown = list(dict.fromkeys(w for w in words if w))[:_SHOWN]
    kind = {CONT: "sambungan setelah halaman berganti", FRESH: "sel yang baru mulai setelah halaman berganti"}
    return "; ".join([*([kind[run.kind]] if run.kind in kind else []), *shown])
