"""How networks are learned that say what the words around a gap say together."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract.table.linear.kept import Floats
from extract.table.linear.surroundings import UNIT, kind, networks_from
from training.data import DECREE, TABLES, examples_of, set_anew
from training.network import Batch, Lesson, NetworkLearner
from training.surroundings import lesson_of, write_networks

LABELLED = examples_of(DECREE.read_bytes())


def drawn(count: int) -> list[Lesson]:
    rng = random.Random(3)
    return [lesson_of(set_anew(rng.choice(TABLES), TABLES, LABELLED["j01"], rng, 1.0)) for _ in range(count)]


def toy(rng: random.Random) -> Lesson:
    """Words of which `jumlah` begins a rumus behind `nilai` only."""
    texts = [rng.choice(["nilai", "jumlah", "surat", "data"]) for _ in range(12)]
    kinds = np.array([kind(f"kata={text}") for text in texts], np.int16)
    starts = np.zeros(13, np.int8)
    for i in range(1, 12):
        starts[i] = 5 if texts[i - 1 : i + 1] == ["nilai", "jumlah"] else 0
    return Lesson(kinds, np.ones(12, np.int8), (0,), starts, np.zeros(13, np.int8))


def test_a_network_learns_what_two_words_say_together() -> None:
    rng = random.Random(1)
    learner = NetworkLearner(0)
    learner.learn([toy(rng) for _ in range(400)], passes=4)
    told, one = learner.network(), toy(random.Random(9))
    starts, _ = told.odds([(int(each),) for each in one.kinds], one.order)
    assert ((starts[:, 4] > 0) == (one.starts == 5)).all()


def test_slopes_are_those_of_the_loss() -> None:
    """A weight moved by a little changes the loss by its slope, whatever the weight."""
    learner = NetworkLearner(2)
    learner.weights = {name: values.astype(np.float64) for name, values in learner.weights.items()}
    batch = Batch(drawn(2))
    _, slopes = learner.slopes(batch, dropped=0.0)
    for name, slope in slopes.items():
        at = np.unravel_index(int(np.abs(slope).argmax()), slope.shape)
        kept, losses = learner.weights[name][at], []
        for by in (1e-4, -1e-4):
            learner.weights[name][at] = kept + by
            losses.append(learner.slopes(batch, dropped=0.0)[0])
        learner.weights[name][at] = kept
        assert abs((losses[0] - losses[1]) / 2e-4 - slope[at]) < 0.02 * abs(slope[at]) + 1e-4, name


def test_whole_numbers_say_what_the_floats_said() -> None:
    lessons = drawn(40)
    learner = NetworkLearner(1)
    learner.learn(lessons, passes=4)
    rounded = learner.network()
    for lesson in lessons[:8]:
        ends = np.cumsum(lesson.sizes)
        words = [tuple(map(int, lesson.kinds[end - size : end])) for size, end in zip(lesson.sizes, ends, strict=True)]
        said = rounded.odds(words, lesson.order)
        loss = sum(_loss(odds / UNIT, of) for odds, of in zip(said, (lesson.starts, lesson.ends), strict=True))
        assert abs(loss - learner.slopes(Batch([lesson]), dropped=0.0)[0]) < 0.05


def _loss(odds: Floats, answers: NDArray[np.int8]) -> float:
    """The mean loss of answers, given the logarithms of the odds against none."""
    all_odds = np.concatenate([np.zeros((len(odds), 1)), odds], axis=1)
    chances = np.exp(all_odds) / np.exp(all_odds).sum(axis=1, keepdims=True)
    return -float(np.log(chances[np.arange(len(answers)), answers]).mean())


def test_networks_come_back_from_their_file(tmp_path: Path) -> None:
    networks = [NetworkLearner(seed).network() for seed in (1, 2)]
    write_networks(tmp_path / "dua.npz", networks)
    with np.load(tmp_path / "dua.npz") as arrays:
        back = networks_from(arrays)
    assert len(back) == 2 and all((a.kinds == b.kinds).all() for a, b in zip(networks, back, strict=True))
    assert all(
        (a.layers[3] == b.layers[3]).all() and (a.ends == b.ends).all() for a, b in zip(networks, back, strict=True)
    )
