"""Official phrases with one word misspelled into another word: `Aparatus Sipil Negara`, `Pemerintah Pusan`.

frasa.toml lists names of institutions and documents. Where all words of a phrase but one are printed and that one is a
slip away, the phrase was meant. The case of the printed words is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from bahasa.data import entries_of
from normalize.words.keyslips import Slip, classify
from normalize.words.rules import Correction, of_text_alone
from normalize.words.slips import match_case
from normalize.words.text_words import text_words


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Every word of a phrase -> (the phrase, the word's place in it): a printed phrase is found by any right word."""
    index: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for entry in entries_of("frasa", "frasa"):
        words = tuple(str(entry["nama"]).casefold().split())
        for i, word in enumerate(words):
            index.setdefault(word, []).append((words, i))
    return index


@of_text_alone
def correct_phrases(text: str) -> list[Correction]:
    """Corrections of single words by the official phrase that they stand in."""
    tokens = text_words(text)
    if tokens.words.isdisjoint(_phrases()):
        return []
    words, folded = tokens.matches, tokens.folded
    found: dict[int, Correction] = {}
    for at, word in enumerate(folded):
        for phrase, i in _phrases().get(word, ()):
            start = at - i
            window = folded[start : start + len(phrase)] if start >= 0 else ()
            if len(window) == len(phrase) and _is_run(text, words[start : start + len(phrase)]):
                _compare(words, window, phrase, start, found)
    return [found[key] for key in sorted(found)]


def _is_run(text: str, words: Sequence[re.Match[str]]) -> bool:
    return all(text[a.end() : b.start()].isspace() for a, b in pairwise(words))


def _other_form(a: str, b: str) -> Slip | None:
    """The same word with and without a suffix."""
    short, long = sorted((a, b), key=len)
    return Slip("bentuk kata lain", 1.1) if long in (short + "an", short + "i", short + "kan") else None


def _compare(
    words: Sequence[re.Match[str]],
    window: Sequence[str],
    phrase: tuple[str, ...],
    start: int,
    found: dict[int, Correction],
) -> None:
    wrong = [i for i, (printed, meant) in enumerate(zip(window, phrase, strict=True)) if printed != meant]
    if len(wrong) != 1:
        return
    i = wrong[0]
    slip = classify(window[i], phrase[i]) or _other_form(window[i], phrase[i])
    if slip is None:
        return
    match = words[start + i]
    evidence = f"{slip.name}; nama resmi “{' '.join(phrase)}”"
    # another form of the word (`Penyelenggaraan Negara`) may be meant: that is for a person to say
    certainty = 0.95 if slip.cost <= 0.95 else 0.7
    after = match_case(match[0], phrase[i])
    found[match.start()] = Correction(match.start(), match.end(), after, "frasa", evidence, certainty)
