"""Learns which field of a block a label opens: the weights of extract/table/meaning/fields.json.

Labels come from labels.toml and are spoilt at random; values are holders, tugas and fungsi of tests/gold, units and
numbers, laid out beside or below the label.
"""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from extract.table.meaning.fields import FIELDS, LINES, SeenField, field_evidence
from training.meaning import fit_weights, frequent, matrix_of
from training.tabular import HERE, phrases, spoilt, unknown_word

Head = dict[str, Any]
_MARKS = ("{}. ", "{}) ", "({}) ", "- ")
_LETTERS = "abcdefghijklmnop"
_OFFICES = ("Kepala", "Sekretaris", "Analis", "Pengelola", "Kepala Bidang", "Kepala Seksi", "Penyusun")
_OTHER_VALUES = ("Drs. Budi Santosa, M.Si", "19680101 199003 1 001", "2023", "", "Sukamaju", "Rahasia")
_UNITS = ("Bidang", "Sub Bagian", "Sekretariat", "Dinas", "Seksi", "Badan", "UPTD")


def random_field(rng: random.Random, gold: Sequence[Head]) -> tuple[SeenField, str]:
    """A label with its value, and the field that it opens."""
    labels = tomllib.loads((HERE / "labels.toml").read_text(encoding="utf-8"))
    field = rng.choice(FIELDS)
    lines = _values(rng, field, rng.choice(gold))
    known = rng.random() < 0.65
    label = spoilt(rng.choice(labels[field]), rng, 0.5) if known else unknown_word(rng).title()
    if rng.random() < 0.2 and not known:
        label += f" {unknown_word(rng).title()}"
    if rng.random() < 0.2:
        label = label.upper()
    beside = bool(lines) and rng.random() < (0.45 if field == "fungsi" else 0.9)
    after = [f"{rng.choice(labels[rng.choice(FIELDS)])} : {rng.choice(phrases()['hal'])}"] if rng.random() < 0.6 else []
    below = [*(lines[1:] if beside else lines), *after][:LINES]
    return SeenField(label or "Xx", lines[0] if beside else "", tuple(below)), field


def _values(rng: random.Random, field: str, head: Head) -> list[str]:
    """The printed lines of a field's value."""
    p = phrases()
    match field:
        case "pemangku":
            made = f"{rng.choice(_OFFICES)} {rng.choice(p['bidang'])}"
            name = head["jabatan"] if rng.random() < 0.6 else made
            return [name.upper() if rng.random() < 0.2 else name]
        case "identitas":
            return [f"{rng.choice(_UNITS)} {rng.choice(p['bidang'])}"]
        case "tugas":
            return _wrapped(head["tugas"], rng)
        case "fungsi":
            mark = rng.choice(_MARKS)
            count = [str(i) for i in range(1, 20)] if rng.random() < 0.5 else list(_LETTERS)
            items = [item["text"] for item in head["fungsi"][:8]]
            return [line for i, text in enumerate(items) for line in _wrapped(mark.format(count[i]) + text, rng)]
        case "tujuan":
            return [f"{rng.choice(p['hasil'])} {rng.choice(p['hal'])}"]
    return [rng.choice([f"800/{rng.randint(1, 99)}/2022", f"{rng.randint(1, 30)} Januari 2022", *_OTHER_VALUES])]


def _wrapped(text: str, rng: random.Random) -> list[str]:
    width = rng.choice([20, 30, 40, 60, 90])
    lines: list[str] = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def learn_fields(gold: Sequence[Head], folder: Path, examples: int = 6000, seed: int = 5) -> None:
    """Learns the weights and writes fields.json into a folder."""
    rng = random.Random(seed)
    made = [random_field(rng, gold) for _ in range(examples)]
    seen = [field_evidence(one) for one, _ in made]
    names = frequent(seen)
    weights, bias = fit_weights(
        matrix_of(seen, names), np.array([FIELDS.index(field) for _, field in made]), len(FIELDS), 1e-4
    )
    rows = {name: [int(x) for x in np.rint(100 * weights[i])] for name, i in names.items()}
    model = {
        "bias": [int(x) for x in np.rint(100 * bias)],
        "weights": {k: v for k, v in rows.items() if max(map(abs, v)) > 3},
    }
    text = json.dumps(model, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (folder / "fields.json").write_text(text.replace('],"', '],\n"') + "\n", encoding="utf-8")
