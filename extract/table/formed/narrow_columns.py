"""Words of a heading that a column too narrow for them broke over lines: `ASAL` / `MUAS` / `AL` / `DATA`.

What the parts say by themselves is nothing (`MUAS`), and none but the first begins a column. The narrowest columns are
those of the parts of a year, whose names break letter by letter, the number too: `T` / `W` / `1`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from bahasa.headings import heading_letters, heading_words
from bahasa.target_scope import scopes_of
from extract.table.broken import one_word
from extract.table.context import DocumentWords, document_words
from extract.table.formed.evidence import SeenWord
from schemas.layout import Line

#: A word is broken into so many parts at most; into more where each is a letter: `T` / `R` / `W` / `.` / `I` / `V`.
_PARTS, _LETTERS = 4, 6
#: What a number goes on in.
_FIGURES = "0123456789IVX"


def words_made_whole(words: Sequence[SeenWord], lines: Sequence[str]) -> tuple[list[SeenWord], list[int]]:
    """(the words, each that begins a broken one as the whole, the positions of the other parts of broken ones)."""
    printed = document_words([Line(text, at) for at, text in enumerate(lines, 1)])
    whole, end = list(words), 0
    rests: list[int] = []
    for at in range(len(words)):
        if at < end:
            continue
        size = _counted(words[at : at + _LETTERS]) or _broken(words[at : at + _PARTS], printed)
        if size > 1:
            end = at + size
            whole[at] = replace(words[at], text="".join(word.text for word in words[at:end]))
            rests += range(at + 1, end)
    return whole, rests


def _broken(words: Sequence[SeenWord], printed: DocumentWords) -> int:
    """How many of these words are the parts of the first one; the longest whole counts."""
    return next((size for size in _sizes(words) if _is_one([word.text for word in words[:size]], printed)), 1)


def _counted(words: Sequence[SeenWord]) -> int:
    """How many of these words are the letters, each alone on its line, of one numbered part of a year: the fewest that
    have a number, and what goes on in it (`T` / `W` / `I` / `I` is the second quarter)."""
    letters = "".join(word.text[0] for word in takewhile(_is_letter, words))
    size = next((size for size in range(3, len(letters) + 1) if _is_numbered(letters[:size])), 0)
    while 0 < size < len(letters) and letters[size] in _FIGURES and _is_numbered(letters[: size + 1]):
        size += 1
    return size


def _is_letter(word: SeenWord) -> bool:
    return word.first and word.last and len(word.text) == 1


def _is_numbered(name: str) -> bool:
    return name[0].isalpha() and scopes_of([(name,)])[0].period_number is not None


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
