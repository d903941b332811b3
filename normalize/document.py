"""The document as a witness: how often it prints each word and each pair of words.

Input: the folded prose texts of a decree. Counts are of printed forms; lookups by `casefold` are named so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

#: A word as the rules see it: letters, with hyphens inside (`perundang-undangan`).
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Document:
    """Counts of printed words (`forms`), of words without case (`words`), and of neighbouring words (`pairs`)."""

    forms: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)


def read_document(texts: Iterable[str]) -> Document:
    """Counts over the texts. A pair is two words with only blanks between them."""
    document = Document()
    for text in texts:
        previous, end = "", -1
        for match in WORD.finditer(text):
            word = match[0]
            folded = word.casefold()
            document.forms[word] += 1
            document.words[folded] += 1
            if previous and text[end : match.start()].isspace():
                document.pairs[previous, folded] += 1
            previous, end = folded, match.end()
    return document
