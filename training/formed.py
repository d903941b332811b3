"""Learns the weights of extract/table/formed: an averaged structured perceptron over the words of random texts."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from extract.table.formed.evidence import SeenWord, evidence_of_words, seen_words
from extract.table.formed.tagger import Floats, TagModel, best_path
from extract.table.formed.tags import tags
from training.heads import Head
from training.meaning import frequent
from training.windows import TaggedText, random_text

#: Evidence of fewer words than this is left out; weights are kept in so many parts of one lesson's step.
_RARE, _SCALE = 8, 100
#: Weights smaller than this are left out.
_SMALL = 300
#: Loss of a wrong tag.
_MARGIN = 1.0
Ints = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class _Lesson:
    """A text with the ids of each word's evidence and its true tags."""

    words: list[SeenWord]
    ids: list[Ints]
    gold: Ints


class _Learner:
    """Weights, and their sums over time for the average."""

    def __init__(self, names: dict[str, int]) -> None:
        size = len(tags())
        self.model = TagModel(names, np.zeros((len(names), size)))
        self.weights, self.steps = np.zeros((len(names), size)), np.zeros((2, size, size))
        self.time = 0

    def learn(self, lesson: _Lesson) -> None:
        """One lesson: where the best path is not the true one, weights move from the one to the other."""
        self.time += 1
        cost = np.full((len(lesson.gold), len(tags())), _MARGIN)
        cost[np.arange(len(lesson.gold)), lesson.gold] = 0.0
        sums = np.array([self.model.weights[ids].sum(axis=0) for ids in lesson.ids]) + cost
        found = np.array(best_path(lesson.words, sums, self.model))
        if not np.array_equal(found, lesson.gold):
            self._move(lesson, lesson.gold, 1.0)
            self._move(lesson, found, -1.0)

    def _move(self, lesson: _Lesson, path: Ints, sign: float) -> None:
        for ids, tag in zip(lesson.ids, path, strict=True):
            self.model.weights[ids, tag] += sign
            self.weights[ids, tag] += sign * self.time
        for i in range(1, len(path)):
            at = int(lesson.words[i].first), path[i - 1], path[i]
            self.model.steps[at] += sign
            self.steps[at] += sign * self.time

    def averaged(self) -> tuple[Floats, Floats]:
        """Whole numbers."""
        time = max(1, self.time)
        return (
            np.rint(_SCALE * (self.model.weights - self.weights / time)),
            np.rint(_SCALE * (self.model.steps - self.steps / time)),
        )


def _lessons(texts: Sequence[TaggedText]) -> tuple[list[_Lesson], dict[str, int]]:
    seen = []
    for text in texts:
        words = seen_words(text.lines)
        seen.append((words, evidence_of_words(words, text.lines), text.tagged))
    names = frequent((frozenset(found) for _, evidence, _ in seen for found in evidence), _RARE)
    return [
        _Lesson(words, [np.array([names[n] for n in found if n in names], int) for found in evidence], np.array(tagged))
        for words, evidence, tagged in seen
    ], names


def learn_formed(gold: Sequence[Head], folder: Path, texts: int = 4500, passes: int = 3, seed: int = 3) -> None:
    """Learns from random texts and writes tags.json into a folder."""
    rng = random.Random(seed)
    lessons, names = _lessons([random_text(rng, gold) for _ in range(texts)])
    learner = _Learner(names)
    for _ in range(passes):
        rng.shuffle(lessons)
        for lesson in lessons:
            learner.learn(lesson)
    weights, steps = learner.averaged()
    rows = {name: _named(weights[k], _SMALL) for name, k in names.items()}
    data = {
        "steps": [{tag.label: _named(row) for tag, row in zip(tags(), kind, strict=True)} for kind in steps],
        "weights": {name: row for name, row in rows.items() if row},
    }
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (folder / "tags.json").write_text(text.replace("},", "},\n") + "\n", encoding="utf-8")


def _named(row: Floats, least: int = 1) -> dict[str, int]:
    """Weights by the labels of their tags, small ones left out."""
    return {tag.label: int(weight) for tag, weight in zip(tags(), row, strict=True) if abs(weight) >= least}
