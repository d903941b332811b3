"""The words of a text, found once for all rules.

Input: a text. Output: its words as matches (with their offsets) and in lower case. A word is letters, with hyphens
inside (`perundang-undangan`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

#: Letters of the longest word that the rules look at; the longest Indonesian ones have about 25.
LONGEST = 40


class TextWords(NamedTuple):
    """`matches` and `folded` (the same words in lower case) in order; `words` is the set of `folded`; `runs` are the
    stretches of `folded` with only blanks between their words."""

    matches: tuple[re.Match[str], ...]
    folded: tuple[str, ...]
    words: frozenset[str]
    runs: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=8192)
def text_words(text: str) -> TextWords:
    """The words of the text. Texts are asked for again and again: the last few thousand are kept."""
    matches = tuple(WORD.finditer(text))
    folded = tuple(match[0].casefold() for match in matches)
    begins = [0, *(i for i, (a, b) in enumerate(pairwise(matches), 1) if not text[a.end() : b.start()].isspace())]
    runs = tuple(folded[begin:end] for begin, end in pairwise([*begins, len(folded)]))
    return TextWords(matches, folded, frozenset(folded), runs)
