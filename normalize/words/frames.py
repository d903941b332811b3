"""A right word in the wrong place: `bahan analis terkait`, where the document always prints `bahan analisis terkait`.

A word of the dictionary that stands once between two words, where the document prints a similar one at least three
times between the same two. Both may be meant, so it is only proposed.
"""

from __future__ import annotations

from normalize.words.keyslips import distance
from normalize.words.rules import Context, Correction
from normalize.words.slips import match_case
from normalize.words.text_words import LONGEST, text_words

_OFTEN = 3


def propose_frames(text: str, context: Context) -> list[Correction]:
    """Proposals for words that stand where another one usually does."""
    found: list[Correction] = []
    tokens = text_words(text)
    lone = context.document.lone(_OFTEN)
    if tokens.words.isdisjoint(lone):
        return found
    for i in range(1, len(tokens.folded) - 1):
        if tokens.folded[i] not in lone:
            continue
        before, word, after = tokens.folded[i - 1 : i + 2]
        counts = context.document.between.get((before, after), {})
        if counts.get(word) != 1 or not 5 <= len(word) <= LONGEST:
            continue
        if word in (before, after):
            continue  # a word printed twice is another rule's
        usual = min(counts, key=lambda other: (-counts[other], other))
        match = tokens.matches[i]
        if counts[usual] >= _OFTEN and distance(word, usual) <= 2 and _is_between(text, i):
            evidence = f"“{before} {usual} {after}” tercetak {counts[usual]} kali dalam dokumen"
            after_case = match_case(match[0], usual)
            found.append(Correction(match.start(), match.end(), after_case, "bingkai", evidence, 0.7))
    return found


def _is_between(text: str, i: int) -> bool:
    """Only blanks stand between the word and its neighbours."""
    first, word, last = text_words(text).matches[i - 1 : i + 2]
    return text[first.end() : word.start()].isspace() and text[word.end() : last.start()].isspace()
