"""Whether a band of cells is the heading of the table below it.

Input: the texts of the columns in the band, level by level, and the cells below. Output: evidence, and with the weights
that `make train` learned a probability. No list of headings decides: what stands in a heading is short, names things
and counts nothing, and the rows below are of another kind.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from extract.read.row_numbers import ROW_NUMBER_ALONE
from extract.table.meaning.evidence import SeenColumn, is_whole_target, squashed, value_steps


@cache
def _head_model() -> tuple[int, frozenset[str], dict[str, int]]:
    data = json.loads(files("extract.table.meaning").joinpath("head.json").read_text(encoding="utf-8"))
    return data["bias"], frozenset(data["known"]), data["weights"]


def heading_odds(columns: Sequence[SeenColumn]) -> float:
    """The log-odds that the headings of these columns are a heading."""
    bias, known, weights = _head_model()
    return (bias + sum(weights.get(name, 0) for name in head_evidence(columns, known))) / 100.0


def head_evidence(columns: Sequence[SeenColumn], known: frozenset[str]) -> frozenset[str]:
    """What speaks for these headings being headings. `known` are parts of words that headings print."""
    return frozenset(_evidence(columns, known))


def _evidence(columns: Sequence[SeenColumn], known: frozenset[str]) -> Iterator[str]:
    texts = [" ".join(column.headings).strip() for column in columns]
    printed = [text for text in texts if text]
    if not printed:
        yield "kosong"
        return
    yield from _share("terisi", len(printed) / len(texts))
    words = [len(text.split()) for text in printed]
    yield from value_steps("kata", sum(words) / len(words), (1, 2, 3, 4, 6, 9))
    yield from value_steps("terpanjang", max(words), (4, 8, 12, 20))
    for name, test in _TESTS.items():
        yield from _share(name, sum(map(test, printed)) / len(printed))
    yield from _share("dikenal", sum(_known(text, known) for text in printed) / len(printed))
    if ROW_NUMBER_ALONE.match(texts[0]):
        yield "kolom pertama bernomor"
    if texts[0] and squashed(texts[0])[:2] in ("no", "nm", "ur"):
        yield "kolom pertama menyebut nomor"
    below = [column.cells[0].strip() if column.cells else "" for column in columns]
    if any(below):
        yield from _share("di bawah beda jenis", _differing(texts, below))
        if ROW_NUMBER_ALONE.match(below[0]) and below[0].strip("().") == "1":
            yield "di bawah mulai dari 1"
        if _column_numbers(below):
            yield "di bawah nomor kolom"
    else:
        yield "di bawah kosong"


def _known(text: str, known: frozenset[str]) -> float:
    name = squashed(text)
    parts = [name[i : i + 4] for i in range(max(1, len(name) - 3))]
    return sum(part in known for part in parts) / len(parts)


def _differing(texts: Sequence[str], below: Sequence[str]) -> float:
    pairs = [(a, b) for a, b in zip(texts, below, strict=True) if a and b]
    return sum(print_kind(a) != print_kind(b) for a, b in pairs) / len(pairs) if pairs else 0.0


def print_kind(text: str) -> str:
    """What a cell looks like: a number, a target or amount, capitals, a sentence, a name."""
    if ROW_NUMBER_ALONE.match(text):
        return "nomor"
    if is_whole_target(text):
        return "target"
    return "besar" if text.isupper() else "kalimat" if len(text.split()) > 5 else "nama"


def _column_numbers(texts: Sequence[str]) -> bool:
    """`(1)`, `(2)`, `(3)` or `1`, `2`, `3`: two cells after the first that count on say enough."""
    marks = [text.strip("()[]. ") for text in texts if text]
    # three digits: thousands of them are no number to python
    numbers = [int(mark) for mark in marks if mark.isdecimal() and len(mark) <= 3]
    return len(numbers) == len(marks) > 2 and all(b - a == 1 for a, b in pairwise(numbers)) and numbers[0] <= 2


def _titled(text: str) -> bool:
    return all(not word[0].isalpha() or word[0].isupper() or len(word) < 4 for word in text.split())


_TESTS: dict[str, Callable[[str], bool]] = {
    "kapital": str.isupper,
    "huruf judul": _titled,
    "huruf kecil": lambda text: text[:1].islower(),
    "angka": lambda text: any(map(str.isdigit, text)),
    "nomor": lambda text: ROW_NUMBER_ALONE.match(text) is not None,
    "target utuh": is_whole_target,
    "tanda baca akhir": lambda text: text.endswith((".", ";", ",")) and len(text.split()) > 1,
    "kalimat": lambda text: len(text.split()) > 8,
}


def _share(name: str, share: float) -> Iterator[str]:
    return value_steps(name, share * 100, (0, 30, 60, 90))
