"""Words of a heading that a column too narrow for them broke over lines: `ASAL` / `MUAS` / `AL` / `DATA`.

What the parts say by themselves is nothing (`MUAS`), and none but the first begins a column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bahasa.headings import heading_letters, heading_words
from extract.table.broken import one_word
from extract.table.context import DocumentWords, document_words
from extract.table.formed.evidence import SeenWord
from schemas.layout import Line

#: A word is broken into so many parts at most.
_PARTS = 4


def words_made_whole(words: Sequence[SeenWord], lines: Sequence[str]) -> tuple[list[SeenWord], list[int]]:
    """(the words, each that begins a broken one as the whole, the positions of the other parts of broken ones)."""
    printed = document_words([Line(text, at) for at, text in enumerate(lines, 1)])
    whole, end = list(words), 0
    rests: list[int] = []
    for at in range(len(words)):
        size = _broken(words[at : at + _PARTS], printed) if at >= end else 1
        if size > 1:
            end = at + size
            whole[at] = replace(words[at], text="".join(word.text for word in words[at:end]))
            rests += range(at + 1, end)
    return whole, rests


def _broken(words: Sequence[SeenWord], printed: DocumentWords) -> int:
    """How many of these words are the parts of the first one; the longest whole counts."""
    return next((size for size in _sizes(words) if _is_one([word.text for word in words[:size]], printed)), 1)


def _sizes(words: Sequence[SeenWord]) -> Iterator[int]:
    """How many words stand at a line's end, alone on lines, and at the opening of a line, the most first."""
    inner = 1
    while inner < len(words) and words[inner - 1].last and (inner == 1 or words[inner - 1].first):
        inner += 1
    yield from range(inner, 1, -1)


def _is_one(parts: Sequence[str], printed: DocumentWords) -> bool:
    if not all(map(str.isalpha, parts)) or all(heading_letters(part) in heading_words() for part in parts):
        return False
    return heading_letters("".join(parts)) in heading_words() or one_word(parts, printed, alone=True) == 1.0
