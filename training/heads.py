"""Learns which field of a block a label opens: the weights of extract/table/meaning/fields.json.

Documents are made at random: one to six heads that share their labels, which come from labels.toml and are spoilt, or
are words that nobody knows; values are holders, tugas and fungsi of tests/gold, units and numbers, laid out beside or
below the label. What is learned from are the heads as the reader sees them.
"""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from extract.table.meaning.evidence import squashed
from extract.table.meaning.fields import FIELDS, OTHER_PART, SeenHead, heads_in, label_evidence, titled_heads
from training.drawn_rows import HERE, phrases
from training.meaning import fit_weights, frequent, matrix_of
from training.tabular import spoilt, unknown_word

Head = dict[str, Any]
#: The heads of a document, and the field of each label by its key.
Labelled = tuple[list[SeenHead], dict[str, str]]
_MARKS = ("{}. ", "{}) ", "({}) ", "- ")
_LETTERS = "abcdefghijklmnop"


@cache
def _words() -> dict[str, list[str]]:
    return tomllib.loads((HERE / "labels.toml").read_text(encoding="utf-8"))


def random_document(rng: random.Random, gold: Sequence[Head]) -> Labelled:
    """The heads of a random document with the fields that their labels open."""
    fields, titled = _layout(rng)
    labels = {field: _label(field, rng) for field in fields}
    truth = {squashed(words): field for field, words in labels.items()}
    below = rng.random() < 0.5
    mark = rng.choice(_MARKS)
    style = rng.choice(("{}", "{}", "{}", str.upper, str.title))
    titles = [rng.choice(_words()["judul"]), *([rng.choice(_words()["daerah"])] if rng.random() < 0.6 else [])]
    heads = []
    for _ in range(rng.choice([1, 1, 2, 3, 4, 5, 6])):
        holder = _holder(rng, rng.choice(gold), unit="pemangku unit" in fields)
        own = [*titles, holder.upper()] if titled else list(titles)
        lines = own if rng.random() < 0.8 else own[len(titles) :]
        for field in fields:
            if rng.random() < 0.04:
                continue
            words = labels[field] if isinstance(style, str) else style(labels[field])
            value = [holder] if field in ("pemangku", "pemangku unit") else _values(rng, field, rng.choice(gold), mark)
            beside = bool(value) and not (below and field == "fungsi")
            lines.append(f"{words} : {value[0]}" if beside else f"{words} :")
            lines += value[1:] if beside else value
        if rng.random() < 0.25:
            lines.append(rng.choice(_words()["keterangan"]))
        heads += heads_in(lines)
    for name in _words()["keterangan"]:
        truth.setdefault(squashed(name.rstrip(" :")), OTHER_PART)
    return heads, {key: "pemangku" if field == "pemangku unit" else field.split("/")[0] for key, field in truth.items()}


def labelled_lines(rng: random.Random, gold: Sequence[Head]) -> list[str]:
    """A label with its value, as lines: what may stand above a table."""
    field = rng.choice(("pemangku", "identitas", "tugas", "fungsi", "tujuan"))
    head = rng.choice(gold)
    value = [_holder(rng, head, False)] if field == "pemangku" else _values(rng, field, head, rng.choice(_MARKS))
    beside = bool(value) and rng.random() < (0.45 if field == "fungsi" else 0.9)
    label = _label(field, rng)
    return [f"{label} : {value[0]}", *value[1:]] if beside else [f"{label} :", *value]


def _layout(rng: random.Random) -> tuple[list[str], bool]:
    """The fields of a document's heads in their order, and whether its titles name the holders."""
    titled = rng.random() < 0.15
    fields = [] if titled else ["pemangku unit" if rng.random() < 0.12 else "pemangku"]
    if rng.random() < (0.15 if fields == ["pemangku unit"] else 0.4):
        fields.append("identitas")
    fields += [field for field, share in (("tujuan", 0.08), ("tugas", 0.85), ("fungsi", 0.7)) if rng.random() < share]
    if rng.random() < 0.12:
        rng.shuffle(fields)
    for k in range(rng.choice([0, 0, 0, 1, 2])):
        fields.insert(rng.choice([0, 0, len(fields), rng.randint(0, len(fields))]), f"{OTHER_PART}/{k}")
    return fields or ["tugas"], titled


def _label(field: str, rng: random.Random) -> str:
    known = rng.random() < 0.65
    label = spoilt(rng.choice(_words()[field.split("/")[0]]), rng, 0.4) if known else unknown_word(rng).title()
    if rng.random() < 0.4 and not known:
        label += f" {unknown_word(rng).title()}"
    return label[:1].upper() + label[1:] if label else unknown_word(rng).title()


def _holder(rng: random.Random, head: Head, unit: bool) -> str:
    """Who holds a head: an office, or a unit that answers for its indicators as one."""
    p = phrases()
    made = f"{rng.choice(p['jabatan'])} {rng.choice(p['bidang'])}"
    name = f"{rng.choice(p['unit'])} {rng.choice(p['bidang'])}" if unit or rng.random() < 0.35 else made
    if not unit and rng.random() < 0.4:
        name = str(head["jabatan"])
    return name.upper() if rng.random() < 0.3 else name


def _values(rng: random.Random, field: str, head: Head, mark: str) -> list[str]:
    """The printed lines of a field's value."""
    p = phrases()
    match field:
        case "identitas":
            return [f"{rng.choice(p['unit'])} {rng.choice(p['bidang'])}"]
        case "tugas":
            made = f"{rng.choice(p['kerja'])} {rng.choice(p['hal'])}"
            return _wrapped(head["tugas"] if rng.random() < 0.6 else made, rng)
        case "fungsi":
            count = [str(i) for i in range(1, 20)] if rng.random() < 0.5 else list(_LETTERS)
            items = [item["text"] for item in head["fungsi"][: rng.randint(1, 8)]]
            return [line for i, text in enumerate(items) for line in _wrapped(mark.format(count[i]) + text, rng)]
        case "tujuan":
            return [f"{rng.choice(p['hasil'])} {rng.choice(p['hal'])}"]
    return [rng.choice([f"800/{rng.randint(1, 99)}/2022", f"{rng.randint(1, 30)} Januari 2022", *p["lain"]])]


def _wrapped(text: str, rng: random.Random) -> list[str]:
    width = rng.choice([20, 30, 40, 60, 90])
    lines: list[str] = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def examples_in(document: Labelled) -> Iterator[tuple[frozenset[str], str]]:
    """The evidence of each label of each kind of head of a document, with its field."""
    heads, truth = document
    prints: dict[str, list[Any]] = {}
    for head in heads:
        for seen in head.fields:
            prints.setdefault(seen.key, []).append(seen)
    titled = titled_heads([head.titles for head in heads])
    alike = {(tuple(seen.key for seen in head.fields), named) for head, named in zip(heads, titled, strict=True)}
    for keys, named in sorted(alike):
        for key, names in zip(keys, label_evidence([prints[k] for k in keys], len(heads), named), strict=True):
            yield names, truth.get(key, OTHER_PART)


def learn_fields(gold: Sequence[Head], folder: Path, documents: int = 4000, seed: int = 5) -> None:
    """Learns the weights and writes fields.json into a folder."""
    rng = random.Random(seed)
    made = [example for _ in range(documents) for example in examples_in(random_document(rng, gold))]
    seen = [names for names, _ in made]
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
