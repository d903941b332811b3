"""What the words around a gap say of it together: a small network, learned from written tables.

Weights of words (evidence.py) are added, one word at a time: they can't tell that `Jumlah` opens a rumus behind
`Persentase aduan yang selesai` and an indikator behind `Pelayanan prima`, and know little of words that few tables
print. The network reads thirty words on each side, with the parts of the words (`pelaksana`, `laksana`), where lines
begin, and the order of the columns. Its layers are sums over neighbours nearer and farther (a residual network of
dilated convolutions). What it says of a gap is one piece of evidence more, in the units of the weights: the logarithm
of how likely a cell of each column begins, or ends, there rather than not.

All weights and values are whole numbers far below 2**53, so that its sums are the same on every machine. It is the
mean of several networks (training/surroundings.py).
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import chain, pairwise
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from bahasa.roles import column_roles
from extract.table.linear.kept import Floats, KeptSums
from extract.table.linear.tokens import TableWords, width
from extract.table.linear.words import bare_word, shape

Ints = NDArray[np.int64]

F = TypeVar("F", np.float32, np.float64)

#: Parts of words and signs of lines are told apart as so many kinds, by a hash.
KINDS = 8192
#: One in weights, in values, in the rows of kinds.
UNIT = 256
KIND_UNIT = 64
#: Each sum is over so many neighbours on each side.
REACH = 2
#: What the logarithm of odds of 1 : e is worth in the units of the weights, and the most that is believed.
WORTH, MOST = 800, 6
_KEPT, _KEPT_WORDS = 64, 1 << 14
_SHORTEST = 4
_EIGHTH = math.log(9 / 8)
#: The roles that are told, in their order.
ROLES = tuple(column_roles())
#: How the columns follow each other: each role, or an end of the table, before each.
ORDERS = (len(ROLES) + 1) ** 2


def kind(name: str) -> int:
    """The kind that a part of a word or a sign falls into.

    >>> kind("kata=jumlah") == kind("kata=jumlah") < KINDS
    True
    """
    return zlib.crc32(name.encode()) % KINDS


@lru_cache(maxsize=_KEPT_WORDS)
def kinds_of_word(word: str) -> tuple[int, ...]:
    """The kinds of a word's parts: itself, its shape, signs around it, its runs of three and four letters."""
    bare = bare_word(word)
    names = [f"kata={bare}", f"bentuk={shape(word)}"]
    names += [f"akhir{word[-1]}"] if word[-1] in ',;.:/-()"' else []
    names += [f"awal{word[0]}"] if word[0] in '(["' else []
    if bare.isalpha() and len(bare) >= _SHORTEST:
        whole = f"<{bare}>"
        names += [whole[i : i + size] for size in (3, 4) for i in range(len(whole) - size + 1)]
        names += [f"pangkal={bare[:5]}", f"ujung={bare[-4:]}"]
    return tuple(map(kind, names))


_LINE, _WIDE, _BLANK, _TARGET, _IN_TARGET = map(kind, ("\nbaris", "\nrenggang", "\nkosong", "\ntarget", "\ndalam"))


@lru_cache(maxsize=_KEPT_WORDS)
def _size(name: str, units: int) -> int:
    """The kind of a line so wide (see tokens.width), or of one with the next word added: steps of an eighth."""
    return kind(f"\n{name}={round(math.log(max(units, 1)) / _EIGHTH)}")


def kinds_of(tokens: TableWords, targets: Sequence[Sequence[Any]]) -> list[tuple[int, ...]]:
    """The kinds of every word, with those of where it stands; `targets` are those that begin at each word (their ends
    first)."""
    marks = [0] * len(tokens)
    for i, target in enumerate(targets):
        end = target[0]
        if end > i:
            marks[i] = marks[i] or _TARGET
            marks[i + 1 : end] = [_IN_TARGET] * (min(end, len(marks)) - i - 1)
    found: list[tuple[int, ...]] = []
    before = 0
    for i, word in enumerate(tokens.words):
        stands = []
        if tokens.first[i]:
            own = width(tokens.lines[tokens.line[i]].text)
            stands = [_LINE, _size("baris", own), _size("sebelum", before), _size("muat", before + width(" " + word))]
            before = own
        stands += [_WIDE] if tokens.wide[i] else []
        stands += [_BLANK] if tokens.gap[i] else []
        stands += [marks[i]] if marks[i] else []
        found.append((*kinds_of_word(word), *stands))
    return found


def order_of(roles: Sequence[str]) -> list[int]:
    """Which role stands before which: numbers below ORDERS.

    >>> len(order_of(["no", "sasaran", "target"]))
    4
    """
    columns = [len(ROLES), *map(ROLES.index, roles), len(ROLES)]
    return [before * (len(ROLES) + 1) + behind for before, behind in pairwise(columns)]


@dataclass(frozen=True, eq=False)
class Network:
    """One network of whole numbers.

    `kinds` (KINDS x width), `order` (ORDERS x width); by layer, `layers` ((2 REACH + 2) width x width: neighbours from
    left to right, then the order of the columns) and `biases`, and `steps`, how far its neighbours stand apart;
    `starts` and `ends` (2 width x roles + 1: the words before and behind the gap; none of a role first) and theirs.
    """

    kinds: Floats
    order: Floats
    layers: tuple[Floats, ...]
    biases: tuple[Floats, ...]
    steps: tuple[int, ...]
    starts: Floats
    starts_bias: Floats
    ends: Floats
    ends_bias: Floats

    def odds(self, words: Sequence[tuple[int, ...]], order: Sequence[int]) -> tuple[Floats, Floats]:
        """Logarithms of the odds of each role against none, times UNIT, of (starts, ends) of a cell: gaps x roles, in a
        table with these words (their kinds) and this order of its columns."""
        columns = self.order[list(order)].sum(axis=0)
        sizes = np.array([len(kinds) for kinds in words])
        values = np.add.reduceat(self.kinds[list(chain.from_iterable(words))], np.cumsum(sizes) - sizes, axis=0)
        values = np.floor(values * np.round(UNIT / np.sqrt(sizes))[:, None] / KIND_UNIT + 0.5)
        values = np.concatenate([values, np.zeros((1, values.shape[1]))])
        for weights, bias, step in zip(self.layers, self.biases, self.steps, strict=True):
            near = [neighbours(values, step * k) for k in range(-REACH, REACH + 1)]
            sums = np.concatenate([*near, np.broadcast_to(columns, values.shape)], axis=1) @ weights
            values = values + np.maximum(np.floor(sums / UNIT + bias + 0.5), 0)
        around = np.concatenate([neighbours(values, -1), values], axis=1)
        starts, ends = around @ self.starts / UNIT + self.starts_bias, around @ self.ends / UNIT + self.ends_bias
        return starts[:, 1:] - starts[:, :1], ends[:, 1:] - ends[:, :1]


def neighbours(values: NDArray[F], by: int) -> NDArray[F]:
    """Each word's values of the word that stands `by` words behind it; nothing beyond the table."""
    out = np.zeros_like(values)
    size = len(values) - abs(by)
    if size > 0:
        out[max(0, -by) : max(0, -by) + size] = values[max(0, by) : max(0, by) + size]
    return out


@dataclass(eq=False)
class GapNetworks:
    """Networks that are asked together: what they say is their mean."""

    networks: tuple[Network, ...]
    hints: KeptSums[object, Floats] = field(default_factory=lambda: KeptSums(_KEPT), repr=False)

    def of(self, tokens: TableWords, targets: Sequence[Sequence[Any]], roles: Sequence[str]) -> Floats:
        """What speaks for a start and for an end of each column's cell at each gap (gaps x 2 x columns), in the units
        of the weights."""
        words = kinds_of(tokens, targets)
        return self.hints.of((tuple(words), tuple(roles)), lambda: self._hints(words, roles))

    def _hints(self, words: Sequence[tuple[int, ...]], roles: Sequence[str]) -> Floats:
        columns = [ROLES.index(role) for role in roles]
        odds = [network.odds(words, order_of(roles)) for network in self.networks]
        means = (sum(one[part] for one in odds) / len(odds) for part in (0, 1))
        starts, ends = (np.clip(mean, -MOST * UNIT, MOST * UNIT)[:, columns] for mean in means)
        return np.floor(np.stack([starts, ends], axis=1) * WORTH / UNIT + 0.5)


def networks_from(arrays: Mapping[str, NDArray[Any]]) -> tuple[Network, ...]:
    """The networks of a file of weights (numpy's .npz), in their order."""
    found: list[Network] = []
    while f"{len(found)}.kinds" in arrays:
        one = {name.split(".", 1)[1]: values for name, values in arrays.items() if name.startswith(f"{len(found)}.")}
        layers = range(len(one["steps"]))
        found.append(
            Network(
                one["kinds"].astype(np.float64),
                one["order"].astype(np.float64),
                tuple(one[f"layer{k}"].astype(np.float64) for k in layers),
                tuple(one[f"bias{k}"].astype(np.float64) for k in layers),
                tuple(map(int, one["steps"])),
                one["starts"].astype(np.float64),
                one["starts_bias"].astype(np.float64),
                one["ends"].astype(np.float64),
                one["ends_bias"].astype(np.float64),
            )
        )
    return tuple(found)


@lru_cache(maxsize=1)
def shipped_surroundings() -> GapNetworks | None:
    """The networks that the program ships (made by `make train`); None where there are none."""
    path = files("extract.table.linear").joinpath("surroundings.npz")
    if not path.is_file():
        return None
    with path.open("rb") as file, np.load(file) as arrays:
        return GapNetworks(networks_from(arrays))
