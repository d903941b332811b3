"""Random texts to learn headings from, and that learning gives the same weights again."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from extract.table.formed.choose import worth_of_evidence
from extract.table.formed.columns import columns_of
from extract.table.formed.evidence import seen_words
from extract.table.formed.tags import NUMBER, TEXT, tags
from training.deciding import learn_deciding
from training.formed import learn_formed
from training.windows import random_text


def heads_of(gold: dict[str, Any]) -> list[dict[str, Any]]:
    return [part for name, part in sorted(gold.items()) if name.startswith("j")][:3]


def test_each_word_of_a_random_text_has_its_tag(gold: dict[str, Any]) -> None:
    rng = random.Random(1)
    for _ in range(100):
        text = random_text(rng, heads_of(gold))
        assert len(seen_words(text.lines)) == len(text.tagged)


def test_most_headings_give_the_columns_of_a_table(gold: dict[str, Any]) -> None:
    """All but those that leave out what a table can't do without."""
    rng = random.Random(1)
    paths = [[tags()[tag] for tag in random_text(rng, heads_of(gold)).tagged] for _ in range(200)]
    headed = [path for path in paths if any(tag.name not in (TEXT, NUMBER) for tag in path)]
    assert sum(columns_of([tag for tag in path if tag.name != TEXT]) is not None for path in headed) > len(headed) / 2


def test_the_same_seed_gives_the_same_file(gold: dict[str, Any], tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        learn_formed(heads_of(gold), tmp_path / name, texts=12, passes=2)
    assert (tmp_path / "a" / "tags.json").read_bytes() == (tmp_path / "b" / "tags.json").read_bytes()


def test_what_decides_is_learned_the_same_again_and_is_of_the_kinds_that_ship(
    gold: dict[str, Any], tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        learn_deciding(heads_of(gold), tmp_path / name, texts=12)
    learned = (tmp_path / "a" / "deciding.json").read_bytes()
    assert learned == (tmp_path / "b" / "deciding.json").read_bytes()
    assert set(json.loads(learned)) == set(worth_of_evidence())
    assert worth_of_evidence()["reading"] > 0 and worth_of_evidence()["roles"] > 0
