"""Words that a misspelled word may stand for, with the witnesses for each.

Witnesses, from the strongest: the parallel cells of the row (indikator and rumus say the same in other words), the
neighbouring words (the document prints this pair elsewhere), the document's other words, the dictionary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log2
from typing import NamedTuple

from bahasa.kamus import is_known
from normalize.words.document import Document, letters_of
from normalize.words.keyslips import NEAR, Slip, classify, distance
from normalize.words.slips import nonstandard_forms

_LETTERS = "abcdefghijklmnopqrstuvwxyz"

#: So many letters a slip changes at most (a syllable left out).
_SLIP = 3
#: What it costs to ask the dictionary for a variant of a word, in comparisons of two words.
_VARIANT = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """`score` is the slip's cost less what the witnesses are worth: the lower, the likelier."""

    word: str
    score: float
    slip: Slip
    witness: str
    count: int = 0
    parallel: bool = False
    paired: int = 0


class Surroundings(NamedTuple):
    """Where a word stands: the words before and after it (lower case, empty at a boundary), and the words of the
    parallel cells."""

    before: str = ""
    after: str = ""
    parallel: frozenset[str] = frozenset()


Known = Callable[[str], bool]


def is_meant(word: str) -> bool:
    """What a slip may stand for: a known word, or a form that the vocabulary then makes standard (`draft`)."""
    return len(word) > 2 and (is_known(word) or word in nonstandard_forms())


def from_document(word: str, place: Surroundings, document: Document, known: Known) -> list[Candidate]:
    """Candidates among the words that the document prints, best first."""
    if (near := document.memo.get(word)) is None:
        near = document.memo[word] = _near(word, document)
    found = [_weigh(other, slip, place, document) for other, slip in near.items() if known(other)]
    found += [c for c in _in_place(word, place, document, known) if c.word not in {other.word for other in found}]
    return sorted((one for one in found if not _is_hyphened(word, one.word)), key=lambda c: (c.score, c.word))


def _is_hyphened(word: str, other: str) -> bool:
    """`di-salurkan` is what `disalurkan` was joined from (joints.py), no witness against it; nor is `orang-tua` one
    against `orangtua`: two ways to write it, of which neither is a slip. `anakanak` lost its hyphen."""
    if other.replace("-", "") != word or "-" not in other:
        return False
    left, _, right = other.partition("-")
    return is_known(word) or left != right


def _in_place(word: str, place: Surroundings, document: Document, known: Known) -> Iterator[Candidate]:
    """Words that the document prints between the same neighbours, however they came to be misspelled: `hasian` in
    `rekapitulasi hasian penerimaan`, where a parallel cell prints `rekapitulasi hasil penerimaan`."""
    if len(word) < 5:
        return
    for other in sorted(document.between.get((place.before, place.after), ())):
        if other != word and known(other) and other[:3] == word[:3] and distance(other, word) <= 2:
            yield _weigh(other, Slip("kata lain di antara kata yang sama", 1.2), place, document)


def _near(word: str, document: Document) -> dict[str, Slip]:
    """Words of the document that a slip leads from."""
    earlier = document.earlier.get(word)
    if earlier is None:
        buckets, near = document.alike(word, is_meant), {}
    else:
        buckets = [document.brought(is_meant)]
        near = {other: slip for other, slip in earlier.items() if document.words[other]}
    if not document.effort.pay(word, sum(map(len, buckets))):
        return near
    letters = letters_of(word)
    for other, mask in chain.from_iterable(buckets):
        # cheap sieves go before `classify`: one end of the word is always right, and a slip changes three letters at
        # most, unless it puts the same ones into another order
        if (letters ^ mask).bit_count() > 4 or (word[0] != other[0] and word[-1] != other[-1]):
            continue
        if letters != mask and distance(word, other, _SLIP) > _SLIP:
            continue
        if (slip := classify(word, other)) is not None:
            near[other] = slip
    return near


def _weigh(other: str, slip: Slip, place: Surroundings, document: Document) -> Candidate:
    count = document.words[other]
    pairs = [document.pairs[place.before, other] if place.before else -1,
             document.pairs[other, place.after] if place.after else -1]  # fmt: skip
    paired = sum(1 for pair in pairs if pair > 0)
    parallel = other in place.parallel
    score = slip.cost - 0.05 * min(log2(count + 1), 8) - 0.25 * paired - (0.35 if parallel else 0.0)
    printed = f"“{other}” tercetak {count} kali dalam dokumen"
    witness = f"sel sejajar mencetak “{other}”" if parallel else printed
    return Candidate(other, score, slip, witness, count, parallel, paired)


def from_dictionary(word: str, document: Document, about: str = "") -> tuple[Candidate, ...]:
    """Candidates one plain slip away that the dictionary knows, best first. Some five hundred words are tried; of a
    root that is asked `about`, only those that have its letters (but for the first, which `meN-` may change)."""
    effort = document.effort
    if word not in effort.asked:
        if not effort.pay(word, _VARIANT * len(word) * (len(word) + 40)):
            return ()
        effort.asked.add(word)
    return _looked_up(word, about[1:])


@lru_cache(maxsize=4096)
def _looked_up(word: str, within: str) -> tuple[Candidate, ...]:
    found = {}
    for other in _variants(word):
        if within not in other or other == word or other in found:
            continue
        if is_known(other) and (slip := classify(word, other)) is not None:
            found[other] = Candidate(other, slip.cost, slip, f"“{other}” kata Indonesia yang terdekat")
    return tuple(sorted(found.values(), key=lambda c: (c.score, c.word)))


def _variants(word: str) -> Iterator[str]:
    """Every word one omission, extra letter, neighbouring key, or displaced letter away."""
    for i in range(len(word) + 1):
        rest = word[i:]
        for letter in _LETTERS:
            yield word[:i] + letter + rest
        if rest:
            yield word[:i] + rest[1:]
            for letter in NEAR.get(word[i], ""):
                yield word[:i] + letter + rest[1:]
            yield from _displaced(word, i)


def _displaced(word: str, at: int) -> Iterator[str]:
    """The letter at `at` put elsewhere (`pelaksnaaan` -> `pelaksanaan`)."""
    rest = word[:at] + word[at + 1 :]
    for i in range(len(rest) + 1):
        if i != at:
            yield rest[:i] + word[at] + rest[i:]


def best(candidates: Iterable[Candidate], margin: float) -> Candidate | None:
    """The first candidate where it leads the next by `margin`, else None."""
    ordered = list(candidates)
    if not ordered or (len(ordered) > 1 and ordered[1].score - ordered[0].score < margin):
        return None
    return ordered[0]
