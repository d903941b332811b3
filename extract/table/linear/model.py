"""The weights of the table model, and their sums over a table.

Weights are whole numbers: sums of whole numbers are the same on every machine, so is the reading.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from bahasa.roles import INDIKATOR, NO, RUMUS, SASARAN, SUMBER_DATA, TARGET, column_roles
from extract.table.linear.evidence import NOTHING, Elsewhere
from extract.table.linear.facts import TableFacts
from extract.table.linear.habits import habit_from_text, habit_to_text
from extract.table.linear.kept import Floats, KeptSums
from extract.table.linear.surroundings import shipped_surroundings

#: (margin, share of the cells with at least this margin and less than the next one that were right), rising.
Steps = tuple[tuple[float, float], ...]
#: A part of what speaks for a step: a function that gives its names, and what these are about.
Said = tuple[Any, ...]

#: What an attribute of a gap can speak for: the start of a row's next cell, of a continued piece, of a cell that begins
#: behind a page break; the end of a piece; the inside of a piece.
PARTS = ("mulai", "sambung", "baru", "akhir", "dalam")
#: Start part by kind of piece (SAME, ROW, CONT, FRESH).
START_PART = (0, 0, 1, 2)
END, INSIDE = 3, 4
#: Kinds of columns, and of gaps in tables, whose sums are kept: some 100 KB and 20 KB each.
_MOST_TABLES, _MOST_STEPS = 64, 512
#: Parts of steps whose sums are kept: far more than tables of a few columns have.
_MOST_PARTS = 1 << 14
#: The columns of the labelled decree, each at most once.
#: So many of a document's words are those of the labelled decree where it speaks as that does: .61 to .65 in texts of
#: that decree, .45 to .60 in tables of jabatan of it that nobody labelled, .16 to .30 where other offices speak.
_AT_HOME = 0.4
_DECREE = frozenset({NO, SASARAN, INDIKATOR, TARGET, RUMUS, SUMBER_DATA})
_ROLE_INDEX: dict[str, int] = {role: k for k, role in enumerate(column_roles())}


@dataclass
class Model:
    """`attributes` maps a gap attribute to its row in `gaps` (rows x PARTS x roles); `rules` has the weights of the
    named features of steps and whole pieces. `sure` turns a margin into a confidence, measured on tables not trained
    on; `sure_of` does that for kinds of cells (kinds.py) that were measured apart. `gate` weighs attributes for a
    boundary of any cell; gaps whose sum is below `gate_least` are not looked at. `beam` and `lead` bound the search:
    states and beginnings of pieces that fall so far behind are given up. All are wider than any right boundary needed.
    `elsewhere` is what cells of several tables show of words. `steps`, `lengths`, `columns`, `joints` and
    `parts` keep what tables have in common.
    """

    attributes: dict[str, int] = field(default_factory=dict)
    gaps: Floats = field(default_factory=lambda: np.zeros((0, len(PARTS), len(_ROLE_INDEX))))
    rules: dict[str, float] = field(default_factory=dict)
    sure: Steps = ((0.0, 0.5), (1000.0, 1.0))
    sure_of: dict[str, Steps] = field(default_factory=dict)
    gate: dict[str, float] = field(default_factory=dict)
    gate_least: float = 0.0
    beam: float = float("inf")
    lead: float = float("inf")
    steps: KeptSums[object, dict[object, list[tuple[int, int, int, float]]]] = field(
        default_factory=lambda: KeptSums(_MOST_STEPS)
    )
    lengths: KeptSums[str, Floats] = field(default_factory=lambda: KeptSums(_MOST_TABLES))
    elsewhere: Elsewhere = NOTHING
    columns: KeptSums[tuple[str, ...], Floats] = field(default_factory=lambda: KeptSums(_MOST_TABLES))
    joints: list[tuple[float, ...]] = field(default_factory=list)
    parts: dict[Said, float] = field(default_factory=dict)

    def forget(self) -> None:
        """Drops the sums that are kept: after a change of weights they are wrong."""
        self.steps.clear()
        self.lengths.clear()
        self.columns.clear()
        self.joints.clear()
        self.parts.clear()

    def confidence(self, margin: float, kind: str = "") -> float:
        """How often cells of this margin and kind (see kinds.py) are right (0 to 1)."""
        steps = self.sure_of.get(kind, self.sure)
        return max((share for least, share in steps if margin >= least), default=steps[0][1])

    def knows(self, words: Counter[str]) -> float:
        """The share of a document's words (lower case) that has weights of its own; all of none."""
        known = sum(count for word, count in words.items() if f"kata={word}" in self.attributes)
        return known / words.total() if words else 1.0

    def rows(self, attributes: Iterable[str]) -> list[int]:
        """Rows of the attributes that the model knows."""
        known = self.attributes
        return [known[a] for a in attributes if a in known]

    def sums(self, gaps: Sequence[Sequence[str]], roles: Sequence[str]) -> Floats:
        """Sum of the weights of each gap's attributes: (gaps, PARTS, columns)."""
        ids: list[int] = []
        begins: list[int] = []
        for attributes in gaps:
            begins.append(len(ids))
            # a row of zeros closes each gap's: none is empty
            ids += [*self.rows(attributes), -1]
        # of all roles at once: of many sets of roles that are tried each would need the weights of all attributes
        sums = np.add.reduceat(self.weights(tuple(_ROLE_INDEX))[ids], begins, axis=0)
        return sums.reshape(-1, len(PARTS), len(_ROLE_INDEX)).take(role_columns(roles), axis=2)

    def hints(self, facts: TableFacts) -> Floats | None:
        """What the words around each gap say together (gaps, PARTS, columns), where the model asks them."""
        networks = self.elsewhere.surroundings
        if networks is None:
            return None
        starts, ends = networks.of(facts.tokens, facts.targets.at, facts.roles).swapaxes(0, 1)
        hints = np.zeros((len(starts), len(PARTS), len(facts.roles)))
        hints[:, :END], hints[:, END] = starts[:, None], ends
        return hints

    def weights(self, roles: tuple[str, ...]) -> Floats:
        """The weights of gaps for some columns, parts x columns in one line, and a line of zeros behind all."""
        return self.columns.of(roles, lambda: self._columns(roles))

    def _columns(self, roles: tuple[str, ...]) -> Floats:
        weights = self.gaps[:, :, role_columns(roles)].reshape(len(self.gaps), -1)
        return np.concatenate([weights, np.zeros((1, weights.shape[1]))])

    def said(self, parts: Iterable[Said]) -> float:
        """Sum of the weights of what is said in parts."""
        total = 0.0
        for part in parts:
            weight = self.parts.get(part)
            if weight is None:
                weight = self._keep(part)
            total += weight
        return total

    def _keep(self, part: Said) -> float:
        if len(self.parts) >= _MOST_PARTS:
            self.parts.clear()
        names, *about = part
        weight = self.parts[part] = self.rule(names(*about))
        return weight

    def rule(self, names: Iterable[str]) -> float:
        """Sum of the weights of named features."""
        total = 0.0
        for name in names:
            total += self.rules.get(name, 0.0)
        return total


def role_columns(roles: Sequence[str]) -> list[int]:
    """Column indices of the roles in a model's arrays."""
    return [_ROLE_INDEX[role] for role in roles]


def to_json(model: Model) -> str:
    """The model as text: only weights that are not 0, sorted; whole numbers."""
    gaps: dict[str, dict[str, int]] = {}
    names = tuple(column_roles())
    for attribute, row in sorted(model.attributes.items()):
        entry = {
            f"{PARTS[p]} {names[r]}": int(model.gaps[row, p, r])
            for p in range(len(PARTS))
            for r in range(len(names))
            if int(model.gaps[row, p, r])
        }
        if entry:
            gaps[attribute] = entry
    rules = {name: int(w) for name, w in sorted(model.rules.items()) if int(w)}
    data = {
        "sure": [list(step) for step in model.sure],
        "sure_of": {kind: [list(step) for step in steps] for kind, steps in sorted(model.sure_of.items())},
        "beam": model.beam,
        "lead": model.lead,
        "gate_least": model.gate_least,
        "pairs": sorted(map(" ".join, model.elsewhere.pairs)),
        "habits": {word: habit_to_text(habit) for word, habit in sorted(model.elsewhere.habits.items())},
        "gate": {name: int(weight) for name, weight in sorted(model.gate.items()) if int(weight)},
        "rules": rules,
        "gaps": gaps,
    }
    return json.dumps(data, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def from_json(text: str) -> Model:
    """Reads what to_json wrote."""
    data: dict[str, Any] = json.loads(text)
    attributes = {name: k for k, name in enumerate(data["gaps"])}
    array = np.zeros((len(attributes), len(PARTS), len(_ROLE_INDEX)))
    for name, row in attributes.items():
        for key, weight in data["gaps"][name].items():
            part, role = key.split()
            array[row, PARTS.index(part), _ROLE_INDEX[role]] = weight
    rules = {name: float(weight) for name, weight in data["rules"].items()}
    sure, sure_of = steps_of(data["sure"]), {kind: steps_of(steps) for kind, steps in data["sure_of"].items()}
    gate = {name: float(weight) for name, weight in data["gate"].items()}
    least, beam, lead = (float(data[name]) for name in ("gate_least", "beam", "lead"))
    pairs = frozenset((left, right) for left, right in map(str.split, data.get("pairs", ())))
    elsewhere = Elsewhere(pairs, {word: habit_from_text(text) for word, text in data.get("habits", {}).items()})
    return Model(attributes, array, rules, sure, sure_of, gate, least, beam, lead, elsewhere=elsewhere)


def steps_of(pairs: Iterable[Sequence[float]]) -> Steps:
    """Steps of confidence as they are written: (margin, share)."""
    return tuple((float(least), float(share)) for least, share in pairs)


def model_of(roles: Sequence[str], by_form: bool, words: Counter[str]) -> Model:
    """The model that reads a table with these columns, whose heading was told by its form or by the vocabulary, in a
    document with these words."""
    if by_form or not set(roles) <= _DECREE or len(set(roles)) < len(roles):
        return agency_reader()
    return table_model() if speaks_as_decree(words) else agency_reader()


def speaks_as_decree(words: Counter[str]) -> bool:
    """Does a document with these words speak as the labelled decree does?"""
    return table_model().knows(words) >= _AT_HOME


@lru_cache(maxsize=1)
def table_model() -> Model:
    """The model of tables with the columns that the labelled decree has (made by `make train`)."""
    return _shipped("model.json")


@lru_cache(maxsize=1)
def agency_model() -> Model:
    """The model of tables of other agencies: several targets, columns without a role (made by `make train`)."""
    return _shipped("agencies.json")


@lru_cache(maxsize=1)
def agency_reader() -> Model:
    """The same with what the words around a gap say together: what reads tables whose columns are known. To ask how
    well rows fit each of many readings of a heading (extract/table/formed/bodies.py) it takes too long."""
    model = agency_model()
    return replace(model, elsewhere=model.elsewhere._replace(surroundings=shipped_surroundings()))


def _shipped(name: str) -> Model:
    return from_json(files("extract.table.linear").joinpath(name).read_text(encoding="utf-8"))
